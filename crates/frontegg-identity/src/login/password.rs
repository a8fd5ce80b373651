//! Signing in with a password.

use frontegg_identity_raw::{Secret, catalogue};
use serde_json::json;

use super::flow::Flow;
use super::outcome::Login;
use crate::client::Identity;
use crate::error::Error;

/// What a user is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Identifier {
    /// A mail address.
    Email(String),
    /// A username.
    Username(String),
}

impl Identifier {
    /// A mail address.
    pub fn email(address: impl Into<String>) -> Self {
        Self::Email(address.into())
    }

    /// A username.
    pub fn username(name: impl Into<String>) -> Self {
        Self::Username(name.into())
    }

    fn member(&self) -> (&'static str, &str) {
        match self {
            Self::Email(address) => ("email", address),
            Self::Username(name) => ("username", name),
        }
    }
}

impl Identity {
    /// Signs in with a password.
    ///
    /// ```no_run
    /// # async fn run(identity: frontegg_identity::Identity) -> Result<(), frontegg_identity::Error> {
    /// use frontegg_identity::{Identifier, Login};
    ///
    /// let who = Identifier::email("ada@example.com");
    /// let login = identity.sign_in_with_password(&who, &"Analytical-Engine-1".into()).await?;
    /// if let Login::Complete(signed_in) = login {
    ///     println!("signed in as {:?}", signed_in.email);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind::Unauthorized): the password is wrong, or there is no such user; the
    /// server does not say which. [`ErrorKind::Locked`](crate::ErrorKind::Locked): the user is locked, and has to be unlocked.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user`
    pub async fn sign_in_with_password(
        &self,
        who: &Identifier,
        password: &Secret,
    ) -> Result<Login, Error> {
        Flow::new(self.clone()).with_password(who, password).await
    }
}

impl Flow {
    pub(super) async fn with_password(
        &self,
        who: &Identifier,
        password: &Secret,
    ) -> Result<Login, Error> {
        const DOING: &str = "cannot sign in";
        let (name, value) = who.member();
        let body = json!({ name: value, "password": password.expose() });
        let flow = Self {
            who: Some(who.clone()),
            ..self.clone()
        };
        let answer = flow
            .call(DOING, &catalogue::LOGIN_WITH_PASSWORD, None, &body)
            .await?;
        flow.conclude(DOING, &catalogue::LOGIN_WITH_PASSWORD, &answer, None)
            .await
    }
}
