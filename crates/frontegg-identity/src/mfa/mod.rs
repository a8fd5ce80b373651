//! Second factors: shown, and set up.

mod challenge;
mod device;
mod enrolment;
mod names;
mod own;
mod parts;
mod policy;
mod waiting;

pub use self::challenge::{
    AuthenticatorStep, EmailStep, KeyQuestion, KeyStep, MfaChallenge, SentCode, SmsStep,
};
pub use self::device::{AuthenticatorDevice, EmailDevice, MfaDevices, PhoneDevice, WebauthnDevice};
pub use self::enrolment::{
    AuthenticatorEnrolment, AuthenticatorSecret, KeyEnrolment, MfaEnrolment, NewKey, PhoneCode,
    PhoneEnrolment,
};
pub use self::names::{EnforceMfa, MfaStrategy, WebauthnDeviceType};
pub use self::own::{KeyRemoval, OwnAuthenticator, OwnKey, OwnPhone, PhoneRemoval};
pub(crate) use self::parts::{AppSecret, code, only, webauthn_answer};
pub use self::policy::MfaPolicy;
#[cfg(feature = "management")]
pub(crate) use self::policy::is_unset;

/// What a renewal asks for.
#[derive(Clone, Debug)]
#[must_use]
#[non_exhaustive]
pub enum Next {
    /// A second factor has to be shown.
    Challenge(MfaChallenge),
    /// A second factor has to be set up.
    Enrolment(MfaEnrolment),
}
