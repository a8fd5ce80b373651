//! Signing in without a password: by a code or a link that is sent.

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Value, json};

use super::flow::Flow;
use super::outcome::Login;
use crate::client::Identity;
use crate::error::Error;
use crate::mfa::code;
use crate::silent::silent_debug;

silent_debug! { LoginCode }

/// Whom a code or a link is sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Recipient {
    /// The user with this mail address.
    Email(String),
    /// The user with this username.
    Username(String),
    /// The user with this id.
    UserId(String),
    /// The user with this phone number, as `+15551234567`.
    Phone(String),
}

impl Recipient {
    /// The user with this mail address.
    pub fn email(address: impl Into<String>) -> Self {
        Self::Email(address.into())
    }

    /// The user with this username.
    pub fn username(name: impl Into<String>) -> Self {
        Self::Username(name.into())
    }

    /// The user with this id.
    pub fn user_id(id: impl Into<String>) -> Self {
        Self::UserId(id.into())
    }

    /// The user with this phone number, as `+15551234567`.
    pub fn phone(number: impl Into<String>) -> Self {
        Self::Phone(number.into())
    }

    fn body(&self) -> Value {
        match self {
            Self::Email(address) => json!({ "email": address }),
            Self::Username(name) => json!({ "username": name }),
            Self::UserId(id) => json!({ "userId": id }),
            Self::Phone(number) => json!({ "phoneNumber": number }),
        }
    }
}

impl Identity {
    /// Has a code mailed that signs in.
    ///
    /// Whether there is such a user the answer does not say.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`](crate::ErrorKind::Busy): too many codes were asked for. Wait for [`Error::retry_after`].
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/passwordless/code/prelogin`
    pub async fn mail_login_code(&self, to: &Recipient) -> Result<LoginCode, Error> {
        let (start, end) = (
            &catalogue::START_EMAIL_CODE_LOGIN,
            &catalogue::COMPLETE_EMAIL_CODE_LOGIN,
        );
        self.send_login(to, start, end).await
    }

    /// Has a code sent by SMS that signs in.
    ///
    /// # Errors
    /// As for [`mail_login_code`](Self::mail_login_code).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/passwordless/smscode/prelogin`
    pub async fn text_login_code(&self, to: &Recipient) -> Result<LoginCode, Error> {
        let (start, end) = (
            &catalogue::START_SMS_CODE_LOGIN,
            &catalogue::COMPLETE_SMS_CODE_LOGIN,
        );
        self.send_login(to, start, end).await
    }

    /// Has a link mailed that signs in.
    ///
    /// # Errors
    /// As for [`mail_login_code`](Self::mail_login_code).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/passwordless/magiclink/prelogin`
    pub async fn mail_login_link(&self, to: &Recipient) -> Result<LoginLink, Error> {
        let (start, end) = (
            &catalogue::START_MAGIC_LINK_LOGIN,
            &catalogue::COMPLETE_MAGIC_LINK_LOGIN,
        );
        self.send_login(to, start, end).await.map(LoginLink)
    }

    /// Signs in with the token of a link that was asked for elsewhere.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind::Unauthorized): the token is wrong, used or old, or the environment
    /// wants the link to be opened where it was asked for. Ask for another one.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/passwordless/magiclink/postlogin`
    pub async fn sign_in_with_link(&self, token: &Secret) -> Result<Login, Error> {
        let sent = LoginCode {
            flow: Flow::new(self.clone()),
            end: &catalogue::COMPLETE_MAGIC_LINK_LOGIN,
        };
        sent.finish(token.expose()).await
    }

    async fn send_login(
        &self,
        to: &Recipient,
        start: &'static Operation,
        end: &'static Operation,
    ) -> Result<LoginCode, Error> {
        const DOING: &str = "cannot send what signs in";
        let mut flow = Flow::new(self.clone());
        flow.start(DOING, start, &to.body()).await?;
        Ok(LoginCode { flow, end })
    }
}

/// A code that is on its way to the user, and signs in where it was asked for.
pub struct LoginCode {
    flow: Flow,
    end: &'static Operation,
}

impl LoginCode {
    /// Signs in with the code. It keeps its zeros; blanks in it do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind::Unauthorized): the code is wrong, used or old. Try again, or ask for
    /// another one.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/passwordless/code/postlogin` or
    /// `POST /identity/resources/auth/v1/passwordless/smscode/postlogin`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        self.finish(&code(value)).await
    }

    async fn finish(&self, token: &str) -> Result<Login, Error> {
        const DOING: &str = "cannot sign in";
        let body = json!({ "token": token });
        self.flow.finish(DOING, self.end, None, body).await
    }
}

/// A link that is on its way to the user.
#[derive(Debug)]
pub struct LoginLink(LoginCode);

impl LoginLink {
    /// Signs in with the token of the link.
    ///
    /// # Errors
    /// As for [`Identity::sign_in_with_link`].
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/passwordless/magiclink/postlogin`
    pub async fn open(&self, token: &Secret) -> Result<Login, Error> {
        self.0.finish(token.expose()).await
    }
}
