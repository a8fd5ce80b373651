//! Another password: for who has forgotten theirs, and for who knows it.

use frontegg_identity_raw::{Secret, catalogue};
use serde_json::{Value, json};

use super::sign_up::MailedLink;
use crate::client::Identity;
use crate::error::Error;
use crate::session::{Parts, Session};

impl Identity {
    /// Has a link mailed with which a user sets a new password.
    ///
    /// Whether there is such a user the answer does not say.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`](crate::ErrorKind::Busy): too many mails were asked for.
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

    /// Sets a new password with the link of the mail. Sign in with it afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Gone`](crate::ErrorKind::Gone): the link was used or is old.
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the link is wrong, or the password is too weak.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/reset/verify`
    pub async fn reset_password(&self, link: &MailedLink, password: &Secret) -> Result<(), Error> {
        const DOING: &str = "cannot reset the password";
        let operation = &catalogue::COMPLETE_PASSWORD_RESET;
        let body = link.body(Some(password));
        let call = self.service().call(operation).json(&body);
        self.answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }
}

impl Session {
    /// Changes the password of the user, who shows the old one.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the old password is wrong, or the new one too weak.
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
