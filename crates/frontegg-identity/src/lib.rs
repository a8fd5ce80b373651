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
//! | sign a user up, activate them, let them accept an invitation | [`Identity::sign_up`], [`activate`](Identity::activate), [`accept_invitation`](Identity::accept_invitation) |
//! | help who forgot a password, lost a phone or is locked | [`Identity::mail_password_reset`], [`text_password_reset`](Identity::text_password_reset), [`replace_lost_phone`](Identity::replace_lost_phone), [`unlock`](Identity::unlock) |
//! | sign a machine in, or the environment | [`Identity::sign_in_as_machine`] |
//! | call the API as somebody | [`Session::raw`], [`MachineSession::raw`] |
//! | act in several tenants | [`Session::switch_tenant`], [`Session::in_tenant`] |
//! | ask for a second factor again | [`Session::step_up`] |
//! | not ask for it on a device that was remembered | [`MfaChallenge::remember_device`], [`Session::device`], [`Identity::on_device`] |
//! | hear that a session ends | [`Session::watch`] |
//! | keep sessions, and share them among processes | the guide [`stores`], [`Session::store_as`], [`Identity::stored_session`] |
//! | manage users, roles and settings | the module `manage` (feature `management`), and the guides `provisioning` and `migration` |
//! | verify tokens that come to a service | the module `verify` (feature `verify`), and the guide `axum_service` (feature `axum`) |
//! | hear of what happens in the environment | the module `webhook` (feature `webhooks`) |
//! | know what went wrong, and what to do | [`Error`] |
//!
//! # Good to know
//!
//! - Tokens, passwords and codes are [`Secret`]s, and in no `Debug`, no error message and no line of the log.
//! - A renewal runs in a task of its own, so a session needs a tokio runtime.
//! - Each session has its cookies. A client of yours ([`IdentityBuilder`]) has to come without a cookie store.
//!
//! # Tracing
//!
//! With a `tracing` subscriber the client tells what it does, under the target `frontegg_identity` and at the level `DEBUG`.
//! There are names, numbers and times in it, and no URL, header, body or argument.
//!
//! | What | Fields |
//! |---|---|
//! | span `sending`: one sending of a call | `operation` (as `refresh_session`), `method`, `path` (the template), `attempt` (from 1); `status` and `trace_id` when the answer is there |
//! | event `answered`, in that span | |
//! | event `no answer`, in that span | `is_connect`, `is_timeout` |
//! | event `sending again` | `operation`, `attempt` (the one that failed), `pause_ms` |
//! | event `the route is closed`: the server wants to be left alone | `operation`, `wait_ms`, `waits` (or else the call fails) |
//!
//! # Features
//!
//! | Feature | What it is for |
//! |---|---|
//! | `rustls` (default) | TLS for the client's own HTTP client |
//! | `reqwest` | an HTTP client of yours in place of it |
//! | `file-store` | `FileStore`: sessions in files, shared by the processes of one machine |
//! | `redis-store` | `RedisStore`: sessions in a Redis that a fleet shares |
//! | `keyring-store` | `KeyringStore`: sessions in the secret store of the operating system |
//! | `management` | the module `manage`: users, roles, tenants and settings, by resource; the guides `provisioning` and `migration` |
//! | `verify` | `verify`: tokens that come to a service |
//! | `tower` | `verify::tower`: layers that ask whose request it is, and whether it may be made |
//! | `axum` | `verify::axum`: extractors, and the guide `axum_service` |
//! | `webhooks` | `webhook`: whether a webhook came from Frontegg, and what it tells |
//! | `testing` | the test suite of stores, to run on a store of yours |

#[cfg(feature = "axum")]
#[doc = include_str!("../AXUM.md")]
pub mod axum_service {}
mod client;
mod clock;
mod error;
#[cfg(feature = "__fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod login;
#[cfg(feature = "management")]
pub mod manage;
mod mfa;
#[cfg(feature = "management")]
#[doc = include_str!("../MIGRATING.md")]
pub mod migration {}
mod open_names;
#[cfg(feature = "management")]
#[doc = include_str!("../PROVISIONING.md")]
pub mod provisioning {}
mod region;
mod session;
mod silent;
mod store;
#[doc = include_str!("../STORES.md")]
pub mod stores {}
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod transport;
#[cfg(feature = "verify")]
pub mod verify;
#[cfg(feature = "webhooks")]
pub mod webhook;

pub use client::{Identity, IdentityBuilder};
pub use clock::{Clock, Moment, SystemClock};
pub use error::{Code, Error, ErrorKind};
pub use frontegg_identity_raw::Secret;
pub use login::{
    BreachedPassword, ExpiredPassword, Identifier, Login, LoginCode, LoginLink, LostPhone,
    MailedLink, NewPasskey, NewPhone, PasskeyLogin, Recipient, ResetCode, SignUp, SignedIn,
    SignedUp,
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
    AccessToken, ActiveSession, Credentials, KnownDevice, MachineSession, Session, SessionState,
    SessionWatch, StepUp, TenantSession,
};
#[cfg(feature = "file-store")]
pub use store::FileStore;
#[cfg(feature = "keyring-store")]
pub use store::KeyringStore;
pub use store::{
    MemoryStore, SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreFuture,
    StoreLock,
};
#[cfg(feature = "redis-store")]
pub use store::{RedisStore, RedisStoreBuilder, SealKey};
pub use token::Tokens;
pub use transport::RetryPolicy;
