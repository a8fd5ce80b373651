//! Whether users may come in at all, and who sees them.

use frontegg_identity_raw::{Operation, Response, catalogue, types};

use super::{TenantUsers, User, Users};
use crate::error::Error;
use crate::manage::UserId;

impl Users {
    /// Locks a user in all tenants. Access tokens that they have go on until they run out: to end more, see
    /// [`revoke_sessions`](TenantUsers::revoke_sessions).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/lock`
    pub async fn lock(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot lock the user";
        let outcome = self.scope.client().lock_user(id.as_str()).await;
        self.scope.told(DOING, &catalogue::LOCK_USER, outcome)
    }

    /// Lifts a lock, whether it was set by the lockout policy or by [`lock`](Self::lock).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/unlock`
    pub async fn unlock(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot unlock the user";
        let outcome = self.scope.client().unlock_user(id.as_str()).await;
        self.scope.told(DOING, &catalogue::UNLOCK_USER, outcome)
    }

    /// Marks a user as verified, as if they had followed the link of their activation.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/verify`
    pub async fn verify(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot mark the user as verified";
        let outcome = self.scope.client().verify_user(id.as_str()).await;
        self.scope.told(DOING, &catalogue::VERIFY_USER, outcome)
    }

    /// Takes all second factors away, in all tenants and without a code. Where the policy forces one, the user sets up a new
    /// one when they next sign in.
    ///
    /// # Errors
    /// [`is_mfa_not_enrolled`](Error::is_mfa_not_enrolled): they have none.
    ///
    /// # Wire
    /// `POST /identity/resources/vendor-only/users/v1/{userId}/mfa/unenroll`
    pub async fn remove_mfa(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot take the user's second factors away";
        let outcome = self.scope.client().disable_user_mfa(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DISABLE_USER_MFA, outcome)
    }

    /// Hides a user from the people of their tenants. They stay members.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}/invisible`
    pub async fn hide(&self, id: &UserId) -> Result<User, Error> {
        self.set_invisible(id, true).await
    }

    /// Shows a user who was hidden.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}/invisible`
    pub async fn unhide(&self, id: &UserId) -> Result<User, Error> {
        self.set_invisible(id, false).await
    }

    /// Makes a user a super-user, who may enter every tenant. Frontegg no longer maintains this: prefer roles.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}/superuser`
    pub async fn make_super_user(&self, id: &UserId) -> Result<User, Error> {
        self.set_super_user(id, true).await
    }

    /// Takes that status away, with the next token that the user gets.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}/superuser`
    pub async fn unmake_super_user(&self, id: &UserId) -> Result<User, Error> {
        self.set_super_user(id, false).await
    }

    async fn set_invisible(&self, id: &UserId, invisible: bool) -> Result<User, Error> {
        const DOING: &str = "cannot hide or show the user";
        let body = types::UpdateUserInvisibleDto { invisible };
        let client = self.scope.client();
        let outcome = client.set_user_invisible(id.as_str(), &body).await;
        self.user(DOING, &catalogue::SET_USER_INVISIBLE, outcome)
    }

    async fn set_super_user(&self, id: &UserId, super_user: bool) -> Result<User, Error> {
        const DOING: &str = "cannot make or unmake a super-user";
        let body = types::UpdateUserSuperuserDto { super_user };
        let client = self.scope.client();
        let outcome = client.set_user_superuser(id.as_str(), &body).await;
        self.user(DOING, &catalogue::SET_USER_SUPERUSER, outcome)
    }

    /// The user as an answer has them.
    pub(super) fn user(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<types::UserDto>, frontegg_identity_raw::Error>,
    ) -> Result<User, Error> {
        Ok(self.scope.told(doing, operation, outcome)?.into())
    }
}

impl TenantUsers {
    /// Bars a user from the tenant. They stay in it, and may enter others. Access tokens that they have go on until they run
    /// out.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/users/v1/{userId}/disable`
    pub async fn disable(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot bar the user from the tenant";
        let client = self.scope.client();
        let outcome = client.disable_tenant_user(id.as_str(), None).await;
        self.scope
            .told(DOING, &catalogue::DISABLE_TENANT_USER, outcome)
    }

    /// Lets a user into the tenant again. It lifts no [lock](Users::lock).
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/users/v1/{userId}/enable`
    pub async fn enable(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot let the user into the tenant";
        let client = self.scope.client();
        let outcome = client.enable_tenant_user(id.as_str(), None).await;
        self.scope
            .told(DOING, &catalogue::ENABLE_TENANT_USER, outcome)
    }

    /// Ends all sessions of a user: their refresh tokens are refused from now on. Access tokens that they have go on until
    /// they run out.
    ///
    /// # Wire
    /// `POST /identity/resources/users/sessions/v1/revoke`
    pub async fn revoke_sessions(&self, id: &UserId) -> Result<(), Error> {
        self.revoke(id, None).await
    }

    /// Ends one session of a user.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such session.
    ///
    /// # Wire
    /// `POST /identity/resources/users/sessions/v1/revoke`
    pub async fn revoke_session(&self, id: &UserId, session_id: &str) -> Result<(), Error> {
        self.revoke(id, Some(session_id.to_owned())).await
    }

    async fn revoke(&self, id: &UserId, session_id: Option<String>) -> Result<(), Error> {
        const DOING: &str = "cannot end the user's sessions";
        let scope = self.scope.of_user(id);
        let body = types::RevokeUserSessionsDto {
            session_id,
            user_id: id.to_string(),
        };
        let client = scope.client();
        let outcome = client.revoke_user_sessions(None, None, &body).await;
        scope.told(DOING, &catalogue::REVOKE_USER_SESSIONS, outcome)
    }

    /// Mails a reset of the password to every user of the tenant whose password is known to be breached.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/passwords/breached/reset/bulk`
    pub async fn reset_breached_passwords(&self) -> Result<(), Error> {
        const DOING: &str = "cannot mail resets of breached passwords";
        let outcome = self.scope.client().reset_breached_passwords().await;
        self.scope
            .told(DOING, &catalogue::RESET_BREACHED_PASSWORDS, outcome)
    }
}
