//! Sign in to Frontegg and stay signed in.

mod client;
mod clock;
mod error;
mod login;
mod mfa;
mod region;
mod session;
mod token;
mod transport;

pub use client::{Identity, IdentityBuilder};
pub use clock::{Clock, Moment, SystemClock};
pub use error::{Code, Error, ErrorKind};
pub use frontegg_identity_raw::Secret;
pub use login::{
    BreachedPassword, ExpiredPassword, Identifier, Login, LoginCode, LoginLink, MailedLink,
    NewPasskey, PasskeyLogin, Recipient, SignUp, SignedIn, SignedUp,
};
pub use mfa::{
    AuthenticatorDevice, AuthenticatorEnrolment, AuthenticatorSecret, AuthenticatorStep,
    EmailDevice, EmailStep, EnforceMfa, KeyEnrolment, KeyQuestion, KeyRemoval, KeyStep,
    MfaChallenge, MfaDevices, MfaEnrolment, MfaStrategy, NewKey, Next, OwnAuthenticator, OwnKey,
    OwnPhone, PhoneCode, PhoneDevice, PhoneEnrolment, PhoneRemoval, SentCode, SmsStep,
    WebauthnDevice, WebauthnDeviceType,
};
pub use region::Region;
pub use session::{
    AccessToken, Credentials, MachineSession, Session, SessionState, SessionWatch, StepUp,
    TenantSession,
};
pub use token::Tokens;
pub use transport::RetryPolicy;
