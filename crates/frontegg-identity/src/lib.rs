//! Sign in to Frontegg and stay signed in.
//!
//! A [`Session`] hands out tokens that work. It renews them before they run out, once for all who wait, and loses none: not
//! to a caller who goes away, not to a busy server, not to an answer that breaks off.
//!
//! ```
//! use frontegg_identity::{Identifier, Identity, Login};
//!
//! # async fn run(code: &str) -> Result<(), Box<dyn std::error::Error>> {
//! let identity = Identity::builder("https://acme.frontegg.com").build()?;
//! let who = Identifier::email("ada@example.com");
//! let mut login = identity.sign_in_with_password(&who, &"Analytical-Engine-1".into()).await?;
//! if let Login::MfaChallenge(challenge) = &login {
//!     let app = challenge.authenticators().next().ok_or("no authenticator app")?;
//!     login = app.verify(code).await?;
//! }
//! if let Login::Complete(signed_in) = login {
//!     let token = signed_in.session.access_token().await?;
//!     let header = token.authorization();
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What to look for
//!
//! | You want to | Look at |
//! |---|---|
//! | sign a user in | [`Identity::sign_in_with_password`], [`mail_login_code`](Identity::mail_login_code), [`start_passkey_login`](Identity::start_passkey_login), and what comes of it: [`Login`] |
//! | sign a user up | [`Identity::sign_up`] |
//! | sign a machine in, or the environment | [`Identity::sign_in_as_machine`] |
//! | call the API as somebody | [`Session::raw`], [`MachineSession::raw`] |
//! | act in several tenants | [`Session::switch_tenant`], [`Session::in_tenant`] |
//! | ask for a second factor again | [`Session::step_up`] |
//! | hear that a session ends | [`Session::watch`] |
//! | keep sessions, and share them among processes | [`Session::store_as`], [`Identity::stored_session`], [`SessionStore`] |
//! | know what went wrong, and what to do | [`Error`] |
//!
//! # Good to know
//!
//! - Tokens, passwords and codes are [`Secret`]s, and in no `Debug`, no error message and no line of the log.
//! - A renewal runs in a task of its own, so a session needs a tokio runtime.
//! - Each session has its cookies. A client of yours ([`IdentityBuilder`]) has to come without a cookie store.
//!
//! # Features
//!
//! | Feature | What it is for |
//! |---|---|
//! | `rustls` (default) | TLS for the client's own HTTP client |
//! | `reqwest` | an HTTP client of yours in place of it |
//! | `redis-store` | sessions in a Redis that a fleet shares |
//! | `testing` | the test suite of stores, to run on a store of yours |

mod client;
mod clock;
mod error;
mod login;
mod mfa;
mod region;
mod session;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
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
    MfaChallenge, MfaDevices, MfaEnrolment, MfaPolicy, MfaStrategy, NewKey, Next, OwnAuthenticator,
    OwnKey, OwnPhone, PhoneCode, PhoneDevice, PhoneEnrolment, PhoneRemoval, SentCode, SmsStep,
    WebauthnDevice, WebauthnDeviceType,
};
pub use region::Region;
pub use session::{
    AccessToken, ActiveSession, Credentials, MachineSession, Session, SessionState, SessionWatch,
    StepUp, TenantSession,
};
pub use store::{
    MemoryStore, SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreFuture,
    StoreLock,
};
#[cfg(feature = "redis-store")]
pub use store::{RedisStore, RedisStoreBuilder, SealKey};
pub use token::Tokens;
pub use transport::RetryPolicy;
