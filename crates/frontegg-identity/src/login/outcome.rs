//! What a sign-in comes to.

use std::fmt;

use chrono::TimeDelta;
use frontegg_identity_raw::{Secret, catalogue};
use serde_json::json;

use super::flow::Flow;
use crate::error::{Error, ErrorKind};
use crate::mfa::{MfaChallenge, MfaEnrolment};
use crate::session::Session;

/// What a sign-in has come to. Only one of its ends is a session.
#[derive(Debug)]
#[must_use]
#[non_exhaustive]
pub enum Login {
    /// Signed in.
    Complete(SignedIn),
    /// A second factor has to be shown.
    MfaChallenge(MfaChallenge),
    /// A second factor has to be set up.
    MfaEnrolment(MfaEnrolment),
    /// The password was right, and has expired.
    PasswordExpired(ExpiredPassword),
    /// The password was right, and is known to have leaked.
    PasswordBreached(BreachedPassword),
}

/// A session, and what came with it. For the device that it was opened on, see [`Session::device`].
#[derive(Debug)]
#[non_exhaustive]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The user's id, if the answer had it.
    pub user_id: Option<String>,
    /// The user's address, if the answer had it.
    pub email: Option<String>,
    /// Whether this sign-in showed that the address is the user's.
    pub verified_email: bool,
    /// How long the password is still good, if the server finds that worth a warning.
    pub password_expires_in: Option<TimeDelta>,
    /// The code that takes second factors away when they are lost. It is shown once: give it to the user.
    pub recovery_code: Option<Secret>,
}

/// A password that has to be replaced before there is a session.
pub struct ExpiredPassword {
    pub(super) flow: Flow,
    pub(super) user_id: String,
    pub(super) reset_token: Secret,
}

/// A password that the user has to replace by mail: start that with the address.
#[derive(Debug)]
#[non_exhaustive]
pub struct BreachedPassword {
    /// The user's id, if the answer had it.
    pub user_id: Option<String>,
}

impl ExpiredPassword {
    /// Sets a new password, and signs in with it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the server does not take this password, as a former one for
    /// example. Try another one. [`ErrorKind::SignedOut`](crate::ErrorKind::SignedOut): the password is replaced, and nobody is
    /// signed in, since this did not begin with a password. Sign in with the new one.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/reset/verify`, then the login.
    pub async fn replace(&self, password: &Secret) -> Result<Login, Error> {
        const DOING: &str = "cannot replace the expired password";
        let body = json!({
            "userId": self.user_id,
            "token": self.reset_token.expose(),
            "password": password.expose(),
        });
        self.flow
            .call(DOING, &catalogue::COMPLETE_PASSWORD_RESET, None, &body)
            .await?;
        match &self.flow.who {
            Some(who) => self.flow.with_password(who, password).await,
            None => Err(Error::new(ErrorKind::SignedOut, "the password is replaced")),
        }
    }
}

impl fmt::Debug for ExpiredPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExpiredPassword")
            .field("user_id", &self.user_id)
            .finish_non_exhaustive()
    }
}
