//! Another password: for who has forgotten theirs, and for who knows it.

use std::fmt;

use frontegg_identity_raw::{Secret, catalogue};
use serde_json::{Value, json};

use super::mailed_link::MailedLink;
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::mfa::code;
use crate::session::{Parts, Session};

/// A code that is on its way to a phone, and leads to a new password.
pub struct ResetCode {
    identity: Identity,
    attempt: Secret,
}

impl Identity {
    /// Has a link mailed with which a user sets a new password.
    ///
    /// Whether there is such a user the answer does not say.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many mails were asked for.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/reset`
    pub async fn mail_password_reset(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot start the reset of the password";
        let operation = &catalogue::START_PASSWORD_RESET_V1;
        let body = json!({ "email": email });
        let call = self.service().call(operation).json(&body);
        self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }

    /// Has a code sent by SMS that leads to a new password.
    ///
    /// Whether there is a user with this number the answer does not say.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many codes were asked for.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v2/passwords/reset/sms`
    pub async fn text_password_reset(&self, number: &str) -> Result<ResetCode, Error> {
        const DOING: &str = "cannot start the reset of the password";
        let operation = &catalogue::START_PASSWORD_RESET_BY_SMS;
        let body = json!({ "identifier": number, "identifierType": "phoneNumber" });
        let call = self.service().call(operation).json(&body);
        let answer = self.answer(DOING, operation, call.send::<Value>().await)?;
        let attempt = answer["sessionId"].as_str().map(Secret::from);
        Ok(ResetCode {
            identity: self.clone(),
            attempt: attempt.ok_or_else(|| Error::new(ErrorKind::Unreadable, DOING))?,
        })
    }

    /// Looks whether the link of a reset is good, before the user thinks of a password. It can be used afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Gone`]: the link was used or is old. [`ErrorKind::Rejected`]: it is wrong.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/reset/validate`
    pub async fn check_password_reset(&self, link: &MailedLink) -> Result<(), Error> {
        const DOING: &str = "cannot reset the password with this link";
        let operation = &catalogue::VALIDATE_PASSWORD_RESET_TOKEN;
        let body = link.reset(DOING, None)?;
        let call = self.service().call(operation).json(&body);
        self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }

    /// Sets a new password with the link of the mail, or with what a code by SMS led to. Sign in with it afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Gone`]: the link was used or is old. [`ErrorKind::Rejected`]: the link is wrong, or the password is too
    /// weak. [`ErrorKind::Input`]: the link has a code, and no link of a reset has one.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/reset/verify`
    pub async fn reset_password(&self, link: &MailedLink, password: &Secret) -> Result<(), Error> {
        const DOING: &str = "cannot reset the password";
        let operation = &catalogue::COMPLETE_PASSWORD_RESET;
        let body = link.reset(DOING, Some(password))?;
        let call = self.service().call(operation).json(&body);
        self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }
}

impl ResetCode {
    /// Takes the code of the SMS, and gives what a link in a mail would have said. The code keeps its zeros; blanks do not
    /// count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`] or [`ErrorKind::Gone`]: the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v2/passwords/reset/sms/verify`
    pub async fn verify(&self, value: &str) -> Result<MailedLink, Error> {
        const DOING: &str = "cannot take the code of the reset";
        let operation = &catalogue::VERIFY_PASSWORD_RESET_BY_SMS;
        let body = json!({ "sessionId": self.attempt.expose(), "otcToken": code(value) });
        let call = self.identity.service().call(operation).json(&body);
        let answer = self
            .identity
            .answer(DOING, operation, call.send::<Value>().await)?;
        let text = |name: &str| answer[name].as_str();
        let parts = text("userId").zip(text("token"));
        let (user_id, token) = parts.ok_or_else(|| Error::new(ErrorKind::Unreadable, DOING))?;
        Ok(MailedLink::new(user_id, token.into()))
    }
}

impl fmt::Debug for ResetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResetCode").finish_non_exhaustive()
    }
}

impl Session {
    /// Changes the password of the user, who shows the old one.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the old password is wrong, or the new one too weak.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/change`, with `frontegg-user-id`
    pub async fn change_password(&self, old: &Secret, new: &Secret) -> Result<(), Error> {
        const DOING: &str = "cannot change the password";
        let operation = &catalogue::UPDATE_MY_PASSWORD;
        let body = json!({ "password": old.expose(), "newPassword": new.expose() });
        // The description wants the user named; their token is known to say who they are as well.
        let claims = self.access_token().await?.unverified_claims();
        let user = claims.and_then(|claims| claims["sub"].as_str().map(str::to_owned));
        let parts = Parts {
            user,
            ..Parts::body(body)
        };
        self.ask(DOING, operation, parts).await?;
        Ok(())
    }
}
