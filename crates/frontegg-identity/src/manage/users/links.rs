//! Links that the caller hands over, and a look at a password.

use std::fmt;

use frontegg_identity_raw::{Secret, catalogue, types};
use serde_json::Value;

use super::Users;
use crate::error::Error;
use crate::login::MailedLink;
use crate::manage::UserId;

/// How an answer says yes or no, which is not described.
const NAMES_OF_FLAG: [&str; 4] = ["verified", "valid", "isValid", "isVerified"];

/// A link that was made and that no mail has told anybody. Who has it acts as the user.
#[derive(Clone)]
#[non_exhaustive]
pub struct UserLink {
    /// Whom it is for.
    pub user_id: UserId,
    /// The link, to be sent to the user.
    pub url: Option<Secret>,
    /// The token in it, for pages of your own.
    pub token: Option<Secret>,
}

impl UserLink {
    /// The parts of the link, for the calls of [`Identity`](crate::Identity) that use it; none if the service gave no token.
    #[must_use]
    pub fn mailed(&self) -> Option<MailedLink> {
        let token = self.token.clone()?;
        Some(MailedLink::new(self.user_id.as_str(), token))
    }
}

impl fmt::Debug for UserLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserLink")
            .field("user_id", &self.user_id)
            .finish_non_exhaustive()
    }
}

impl Users {
    /// Makes a link with which a user activates, and mails nothing.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/links/generate-activation-token`
    pub async fn activation_link(&self, id: &UserId) -> Result<UserLink, Error> {
        const DOING: &str = "cannot make an activation link";
        let client = self.scope.client();
        let outcome = client.create_user_activation_link(id.as_str()).await;
        let operation = &catalogue::CREATE_USER_ACTIVATION_LINK;
        let told = self.scope.told(DOING, operation, outcome)?;
        Ok(UserLink {
            user_id: id.clone(),
            url: told.link.map(Secret::from),
            token: told.token,
        })
    }

    /// Makes a link with which a user sets a new password, and mails nothing.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/links/generate-password-reset-token`
    pub async fn password_reset_link(&self, id: &UserId) -> Result<UserLink, Error> {
        const DOING: &str = "cannot make a link to reset the password";
        let client = self.scope.client();
        let outcome = client.create_user_password_reset_link(id.as_str()).await;
        let operation = &catalogue::CREATE_USER_PASSWORD_RESET_LINK;
        let told = self.scope.told(DOING, operation, outcome)?;
        Ok(UserLink {
            user_id: id.clone(),
            url: told.link.map(Secret::from),
            token: told.token,
        })
    }

    /// Whether a password is that of the user with this address. It is no sign-in: no token comes of it, and no second factor
    /// is asked for.
    ///
    /// # Errors
    /// [`Unreadable`](crate::ErrorKind::Unreadable): the answer says neither yes nor no.
    ///
    /// # Wire
    /// `POST /identity/resources/vendor-only/users/v1/passwords/verify`
    pub async fn verify_password(&self, email: &str, password: &Secret) -> Result<bool, Error> {
        const DOING: &str = "cannot look at the password";
        let body = types::ValidateUserPasswordRequest {
            email: email.to_owned(),
            password: password.clone(),
        };
        let outcome = self.scope.client().verify_user_password(&body).await;
        let operation = &catalogue::VERIFY_USER_PASSWORD;
        self.scope
            .part(DOING, operation, outcome, |told| is_right(&told))
    }
}

/// A flag, alone or in an object; or the user whose password it is, in whom a flag means something else.
fn is_right(answer: &Value) -> Option<bool> {
    let is_user = answer.get("id").or_else(|| answer.get("userId"));
    if is_user.is_some_and(Value::is_string) {
        return Some(true);
    }
    let mut flags = NAMES_OF_FLAG.iter().filter_map(|name| answer.get(name));
    answer.as_bool().or_else(|| flags.next()?.as_bool())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::is_right;

    #[test]
    fn a_password_is_right_if_the_answer_says_so_or_names_its_user() {
        for (answer, right) in [
            (json!(true), Some(true)),
            (json!(false), Some(false)),
            (json!({ "verified": false }), Some(false)),
            (json!({ "isValid": true }), Some(true)),
            (json!({ "id": "u-1", "verified": false }), Some(true)),
            (json!({}), None),
            (json!(null), None),
            (json!("yes"), None),
        ] {
            assert_eq!(is_right(&answer), right, "{answer}");
        }
    }
}
