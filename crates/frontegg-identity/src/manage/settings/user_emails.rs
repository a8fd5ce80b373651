//! Whether users' e-mail addresses may change.

use frontegg_identity_raw::{catalogue, types};

use crate::error::Error;
use crate::manage::scope::Scope;

/// Whether users' e-mail addresses may change.
#[derive(Clone, Debug)]
pub struct UserEmailSettings {
    scope: Scope,
}

impl UserEmailSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// Whether they may; none if the service does not say.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/user-emails-policy`
    pub async fn may_change(&self) -> Result<Option<bool>, Error> {
        const DOING: &str = "cannot read whether addresses may change";
        let outcome = self.scope.client().get_user_emails_policy().await;
        let operation = &catalogue::GET_USER_EMAILS_POLICY;
        let answer = self.scope.told(DOING, operation, outcome)?;
        Ok(answer.allow_email_change)
    }

    /// Lets them change.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/user-emails-policy`
    pub async fn allow_changes(&self) -> Result<(), Error> {
        self.set(true).await
    }

    /// Lets no address change.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/user-emails-policy`
    pub async fn forbid_changes(&self) -> Result<(), Error> {
        self.set(false).await
    }

    async fn set(&self, may_change: bool) -> Result<(), Error> {
        const DOING: &str = "cannot set whether addresses may change";
        let body = types::CreateUserEmailsPolicyRequestDto {
            allow_email_change: Some(may_change),
        };
        let outcome = self.scope.client().set_user_emails_policy(&body).await;
        let operation = &catalogue::SET_USER_EMAILS_POLICY;
        self.scope.told(DOING, operation, outcome)
    }
}
