//! Users whose place in a tenant ends by itself.

use std::time::Duration;

use frontegg_identity_raw::{catalogue, types};

use super::{Users, seconds};
use crate::error::Error;
use crate::manage::{TenantId, UserId};

impl Users {
    /// Ends a user's place in a tenant after a while, counted from now: five minutes at least, in whole seconds. Gives the time
    /// that the server took.
    ///
    /// # Errors
    /// The server's own: the environment has no [temporary users](Self::has_temporary_users), or the time is too short.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/temporary/v1/{userId}`
    pub async fn make_temporary(
        &self,
        tenant_id: &TenantId,
        id: &UserId,
        life: Duration,
    ) -> Result<Duration, Error> {
        const DOING: &str = "cannot make the user temporary";
        let scope = self.scope.of_tenant(tenant_id);
        let body = types::TemporaryUserDto {
            expiration_in_seconds: seconds(life),
        };
        let client = scope.client();
        let outcome = client.set_user_temporary(id.as_str(), &body).await;
        let told = scope.told(DOING, &catalogue::SET_USER_TEMPORARY, outcome)?;
        let taken = told.expiration_in_seconds;
        let taken = taken.and_then(|seconds| u64::try_from(seconds).ok());
        Ok(taken.map_or(life, Duration::from_secs))
    }

    /// Gives a user their place in a tenant for good.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/temporary/v1/{userId}`
    pub async fn make_permanent(&self, tenant_id: &TenantId, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot make the user permanent";
        let scope = self.scope.of_tenant(tenant_id);
        let outcome = scope.client().set_user_permanent(id.as_str()).await;
        scope.told(DOING, &catalogue::SET_USER_PERMANENT, outcome)
    }

    /// Whether the environment has temporary users at all.
    ///
    /// # Wire
    /// `GET /identity/resources/users/temporary/v1/configuration`
    pub async fn has_temporary_users(&self) -> Result<bool, Error> {
        const DOING: &str = "cannot read whether there are temporary users";
        let client = self.scope.client();
        let outcome = client.get_temporary_user_configuration().await;
        let operation = &catalogue::GET_TEMPORARY_USER_CONFIGURATION;
        let told = self.scope.told(DOING, operation, outcome)?;
        Ok(told.enabled.unwrap_or_default())
    }

    /// Lets the environment have temporary users.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/temporary/v1/configuration`
    pub async fn allow_temporary_users(&self) -> Result<(), Error> {
        self.set_temporary_users(true).await
    }

    /// Lets the environment have no more temporary users.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/temporary/v1/configuration`
    pub async fn forbid_temporary_users(&self) -> Result<(), Error> {
        self.set_temporary_users(false).await
    }

    async fn set_temporary_users(&self, enabled: bool) -> Result<(), Error> {
        const DOING: &str = "cannot allow or forbid temporary users";
        let body = types::TemporaryUsersConfigurationDto { enabled };
        let client = self.scope.client();
        let outcome = client.set_temporary_user_configuration(&body).await;
        let operation = &catalogue::SET_TEMPORARY_USER_CONFIGURATION;
        self.scope.told(DOING, operation, outcome)?;
        Ok(())
    }
}
