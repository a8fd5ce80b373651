//! Users are looked up.

pub use frontegg_identity_raw::types::UserTenantStatus;
use frontegg_identity_raw::{catalogue, types};

use super::{User, Users};
use crate::error::Error;
use crate::manage::ids::{IDS_AT_ONCE, texts};
use crate::manage::{TenantId, UserId};

/// How far a user has come in each of their tenants.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserStatuses {
    /// Which user.
    pub user_id: UserId,
    /// One for each tenant, 2000 at most.
    pub tenants: Vec<TenantStatus>,
}

/// How far a user has come in one tenant.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TenantStatus {
    /// Which tenant.
    pub tenant_id: TenantId,
    /// Invited, activated, and so on.
    pub status: UserTenantStatus,
}

impl Users {
    /// A user, whatever their tenants, with the roles in each.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user.
    ///
    /// # Wire
    /// `GET /identity/resources/vendor-only/users/v1/{userId}`
    pub async fn get(&self, id: &UserId) -> Result<User, Error> {
        const DOING: &str = "cannot read the user";
        let outcome = self.scope.client().get_user_as_vendor(id.as_str()).await;
        let user = self
            .scope
            .told(DOING, &catalogue::GET_USER_AS_VENDOR, outcome)?;
        Ok(user.into())
    }

    /// A user as a member of one tenant: roles, permissions and groups are those held there.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user in this tenant.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/{id}`
    pub async fn get_in_tenant(&self, tenant_id: &TenantId, id: &UserId) -> Result<User, Error> {
        const DOING: &str = "cannot read the user in the tenant";
        let client = self.scope.client();
        let outcome = client.get_user(id.as_str(), tenant_id.as_str()).await;
        let user = self.scope.told(DOING, &catalogue::GET_USER, outcome)?;
        Ok(user.into())
    }

    /// The user with this e-mail address, without roles.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/email`
    pub async fn get_by_email(&self, email: &str) -> Result<User, Error> {
        const DOING: &str = "cannot look the user up";
        let outcome = self.scope.client().get_user_by_email(email).await;
        let user = self
            .scope
            .told(DOING, &catalogue::GET_USER_BY_EMAIL, outcome)?;
        Ok(user.into())
    }

    /// How far users have come in their tenants, from invited to activated. `only` names the statuses that are wanted; none
    /// stands for all. Any number of users can be asked about: the calls are split.
    ///
    /// # Wire
    /// `GET /identity/resources/tenants/users/v1/statuses`, once for each 100 users
    pub async fn statuses(
        &self,
        ids: &[UserId],
        only: &[UserTenantStatus],
    ) -> Result<Vec<UserStatuses>, Error> {
        const DOING: &str = "cannot read the statuses of the users";
        let only = (!only.is_empty()).then(|| only.to_vec());
        let mut all = Vec::with_capacity(ids.len());
        for some in ids.chunks(IDS_AT_ONCE) {
            let client = self.scope.client();
            let outcome = client
                .list_user_tenant_statuses(&texts(some), only.as_ref())
                .await;
            let told = self
                .scope
                .told(DOING, &catalogue::LIST_USER_TENANT_STATUSES, outcome)?;
            all.extend(told.into_iter().filter_map(UserStatuses::of));
        }
        Ok(all)
    }
}

impl UserStatuses {
    fn of(user: types::UserTenantStatusesResponse) -> Option<Self> {
        let status = |one: types::TenantStatus| {
            Some(TenantStatus {
                tenant_id: one.tenant_id?.into(),
                status: one.status?,
            })
        };
        Some(Self {
            user_id: user.user_id?.into(),
            tenants: user
                .tenants_statuses
                .into_iter()
                .filter_map(status)
                .collect(),
        })
    }
}
