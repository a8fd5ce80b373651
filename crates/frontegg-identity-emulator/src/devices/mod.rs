//! The devices of a user, for tests: an authenticator app and a passkey.

mod authenticator;
mod private_key;

use chrono::{DateTime, Utc};

pub use authenticator::{AuthenticatorError, AuthenticatorFault, SoftwareAuthenticator};
pub use private_key::KeyAlgorithm;

/// The code that an authenticator app shows at `now` for the secret of an enrolment, or `None` if it is not base32.
///
/// ```
/// use chrono::DateTime;
/// use frontegg_identity_emulator::devices::totp_code;
///
/// let now = DateTime::from_timestamp(59, 0).unwrap_or_default();
/// assert_eq!(totp_code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", now).as_deref(), Some("287082"));
/// ```
#[must_use]
pub fn totp_code(secret: &str, now: DateTime<Utc>) -> Option<String> {
    crate::crypto::totp::code(secret, now)
}
