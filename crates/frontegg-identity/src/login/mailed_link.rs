//! What users get by mail or SMS to come in: to activate, to accept an invitation, to unlock.

use std::fmt;

use frontegg_identity_raw::{Secret, catalogue};
use serde_json::{Value, json};

use super::flow::Flow;
use super::outcome::Login;
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::mfa::code;

/// What a link in a mail says: whom it is for, and the token that proves that it was read.
///
/// Both stand in the link's query, as `userId` and `token`. Environments that activate or invite by code want the code of
/// the mail as well.
///
/// ```
/// use frontegg_identity::MailedLink;
///
/// let link = MailedLink::new("a user's id", "a token".into());
/// let with_code = link.code("000 123");
/// ```
#[derive(Clone)]
pub struct MailedLink {
    user_id: String,
    token: Secret,
    code: Option<Secret>,
}

impl MailedLink {
    /// The parts of a link.
    pub fn new(user_id: impl Into<String>, token: Secret) -> Self {
        Self {
            user_id: user_id.into(),
            token,
            code: None,
        }
    }

    /// The code that came with it. It keeps its zeros; blanks do not count.
    #[must_use]
    pub fn code(mut self, value: &str) -> Self {
        self.code = Some(Secret::from(code(value)));
        self
    }

    /// The request that uses it. `password` is a new one.
    fn body(&self, password: Option<&Secret>) -> Value {
        let mut body = json!({ "userId": self.user_id, "token": self.token.expose() });
        if let Some(code) = &self.code {
            body["code"] = code.expose().into();
        }
        if let Some(password) = password {
            body["password"] = password.expose().into();
        }
        body
    }

    /// The request that resets a password by it.
    ///
    /// # Errors
    /// [`ErrorKind::Input`]: it has a code, and there is no such reset.
    pub(super) fn reset(
        &self,
        doing: &'static str,
        password: Option<&Secret>,
    ) -> Result<Value, Error> {
        match self.code {
            None => Ok(self.body(password)),
            Some(_) => Err(Error::new(ErrorKind::Input, doing)),
        }
    }
}

impl fmt::Debug for MailedLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailedLink")
            .field("user_id", &self.user_id)
            .field("has_code", &self.code.is_some())
            .finish_non_exhaustive()
    }
}

impl Identity {
    /// Whether a user has to set a password when they activate. The link can be used afterwards.
    ///
    /// # Errors
    /// As for [`activate`](Self::activate).
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/activate/strategy`, with the token in the query
    pub async fn activation_needs_password(&self, link: &MailedLink) -> Result<bool, Error> {
        const DOING: &str = "cannot find out whether a password is needed";
        let operation = &catalogue::GET_USER_ACTIVATION_STRATEGY;
        let call = self
            .service()
            .call(operation)
            .query("token", link.token.expose())
            .query("userId", link.user_id.as_str());
        let answer = self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(answer["shouldSetPassword"] == true)
    }

    /// Activates a user with the link of the mail, or with its code if the link has one; sets their password if there is
    /// one, and signs them in.
    ///
    /// # Errors
    /// [`ErrorKind::Gone`]: the link was used or is old; see [`mail_activation`](Self::mail_activation).
    /// [`ErrorKind::Rejected`]: the link or the code is wrong, or the password is too weak. The link can be used again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/activate`, or with a code `POST /identity/resources/users/v1/activate/code`
    pub async fn activate(
        &self,
        link: &MailedLink,
        password: Option<&Secret>,
    ) -> Result<Login, Error> {
        const DOING: &str = "cannot activate the user";
        let operation = match link.code {
            None => &catalogue::ACTIVATE_USER,
            Some(_) => &catalogue::ACTIVATE_USER_WITH_CODE,
        };
        let flow = Flow::new(self.clone());
        flow.finish(DOING, operation, None, link.body(password))
            .await
    }

    /// Has the activation mailed again. The links that were mailed before are dead then.
    ///
    /// Whether there is such a user the answer does not say.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many mails were asked for.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/activate/reset`
    pub async fn mail_activation(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot mail the activation";
        let operation = &catalogue::RESEND_ACTIVATION_EMAIL;
        let body = json!({ "email": email });
        let call = self.service().call(operation).json(&body);
        self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }

    /// Accepts an invitation to a tenant with the link of the mail, or with its code if the link has one.
    ///
    /// The server may sign the user in with that. If it does not, there is no login, and the user signs in as ever.
    ///
    /// # Errors
    /// [`ErrorKind::Gone`]: the link was used or is old. [`ErrorKind::Rejected`]: the link or the code is wrong, or the
    /// tenant is locked ([`Code::TenantLocked`](crate::Code::TenantLocked)).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/invitation/accept`, or with a code
    /// `POST /identity/resources/users/v1/invitation/accept/code`
    pub async fn accept_invitation(&self, link: &MailedLink) -> Result<Option<Login>, Error> {
        const DOING: &str = "cannot accept the invitation";
        let operation = match link.code {
            None => &catalogue::ACCEPT_INVITATION,
            Some(_) => &catalogue::ACCEPT_INVITATION_WITH_CODE,
        };
        let flow = Flow::new(self.clone());
        let answer = flow.call(DOING, operation, None, &link.body(None)).await?;
        if answer.as_object().is_none_or(serde_json::Map::is_empty) {
            return Ok(None);
        }
        let login = flow.conclude(DOING, operation, &answer, None).await?;
        Ok(Some(login))
    }

    /// Unlocks a user who failed to sign in too often, with the token of the link in the mail. They sign in afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Gone`]: the link was used or is old. [`ErrorKind::Rejected`]: it is wrong.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v3/me/unlock`
    pub async fn unlock(&self, token: &Secret) -> Result<(), Error> {
        const DOING: &str = "cannot unlock the user";
        let operation = &catalogue::UNLOCK_MY_USER;
        let body = json!({ "token": token.expose() });
        let call = self.service().call(operation).json(&body);
        self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }
}
