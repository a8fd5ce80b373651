//! Second factors: shown, and set up.

mod challenge;
mod device;
mod enrolment;
mod names;
mod own;
mod policy;

use serde_json::{Map, Value};

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
pub use self::policy::MfaPolicy;

/// What a renewal asks for.
#[derive(Debug)]
#[must_use]
#[non_exhaustive]
pub enum Next {
    /// A second factor has to be shown.
    Challenge(MfaChallenge),
    /// A second factor has to be set up.
    Enrolment(MfaEnrolment),
}

/// A code as people type it: with blanks, and with zeros in front that have to stay.
pub(crate) fn code(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The members of an authenticator's answer that the service takes; it refuses others.
pub(crate) fn webauthn_answer(answer: &Value) -> Value {
    let members = ["id", "response"].into_iter().filter_map(|name| {
        let value = answer.get(name)?;
        Some((name.to_owned(), value.clone()))
    });
    Value::Object(members.collect::<Map<_, _>>())
}
