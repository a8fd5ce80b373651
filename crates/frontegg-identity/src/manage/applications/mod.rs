//! Which users may use which applications, and in which tenant.

mod active;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{catalogue, types};

pub(super) use self::active::{active_tenants, switches};
use super::ids::{IDS_AT_ONCE, texts};
use super::scope::Scope;
use super::{ApplicationId, TenantId, UserId};
use crate::error::Error;
use crate::silent::silent_debug;

/// Which users may use which applications; [`Environment::applications`](super::Environment::applications) gives it. It
/// matters where an environment has more than one.
#[derive(Clone)]
pub struct Applications {
    scope: Scope,
}

/// A user of a tenant who may use an application.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assignment {
    /// Which application.
    pub application_id: Option<ApplicationId>,
    /// What the server calls the user's place in the tenant: no id of the user, and none of the tenant.
    pub membership_id: Option<String>,
    /// Since when.
    pub created_at: Option<DateTime<Utc>>,
}

impl Applications {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The users of an application, in whatever tenants.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such application.
    ///
    /// # Wire
    /// `GET /identity/resources/applications/v1/{appId}/users`
    pub async fn users_of(&self, id: &ApplicationId) -> Result<Vec<UserId>, Error> {
        const DOING: &str = "cannot list the users of the application";
        let client = self.scope.client();
        let outcome = client.list_application_users(id.as_str()).await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_APPLICATION_USERS, outcome)?;
        Ok(told.into_iter().map(UserId::from).collect())
    }

    /// The users of each of these applications.
    ///
    /// # Wire
    /// `GET /identity/resources/applications/v1/apps-users`, once for 100 ids
    pub async fn users_of_many(
        &self,
        ids: impl IntoIterator<Item = &ApplicationId>,
    ) -> Result<HashMap<ApplicationId, Vec<UserId>>, Error> {
        const DOING: &str = "cannot list the users of the applications";
        let mut all = HashMap::new();
        for ids in texts(ids).chunks(IDS_AT_ONCE) {
            let client = self.scope.client();
            let outcome = client.list_application_users_bulk(&ids.join(",")).await;
            let told = self
                .scope
                .told(DOING, &catalogue::LIST_APPLICATION_USERS_BULK, outcome)?;
            all.extend(told.into_iter().filter_map(|one| {
                let users = one.user_ids.into_iter().map(UserId::from);
                Some((one.app_id?.into(), users.collect()))
            }));
        }
        Ok(all)
    }

    /// The applications of a user, through whatever tenant.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user.
    ///
    /// # Wire
    /// `GET /identity/resources/applications/v1/{userId}/apps`
    pub async fn of_user(&self, id: &UserId) -> Result<Vec<ApplicationId>, Error> {
        const DOING: &str = "cannot list the applications of the user";
        let client = self.scope.client();
        let outcome = client.list_user_applications(id.as_str()).await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_USER_APPLICATIONS, outcome)?;
        Ok(told.into_iter().map(ApplicationId::from).collect())
    }

    /// The applications of each of these users.
    ///
    /// # Wire
    /// `GET /identity/resources/applications/v1/users-apps`, once for 100 ids
    pub async fn of_users(
        &self,
        ids: impl IntoIterator<Item = &UserId>,
    ) -> Result<HashMap<UserId, Vec<ApplicationId>>, Error> {
        const DOING: &str = "cannot list the applications of the users";
        let mut all = HashMap::new();
        for ids in texts(ids).chunks(IDS_AT_ONCE) {
            let client = self.scope.client();
            let outcome = client.list_user_applications_bulk(&ids.join(",")).await;
            let told = self
                .scope
                .told(DOING, &catalogue::LIST_USER_APPLICATIONS_BULK, outcome)?;
            all.extend(told.into_iter().filter_map(|one| {
                let applications = one.app_ids.into_iter().map(ApplicationId::from);
                Some((one.user_id?.into(), applications.collect()))
            }));
        }
        Ok(all)
    }

    /// Lets users of a tenant use an application, all of them or none. The tenant has to be assigned to it already.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such application or user, or the tenant may not use the
    /// application ([`Error::codes`] has `ER-01008` then).
    ///
    /// # Wire
    /// `POST /identity/resources/applications/v1`
    pub async fn assign_users(
        &self,
        id: &ApplicationId,
        tenant: &TenantId,
        users: impl IntoIterator<Item = &UserId>,
    ) -> Result<Vec<Assignment>, Error> {
        const DOING: &str = "cannot let the users use the application";
        let body = types::AssignUsersToAppRequestDto {
            app_id: id.as_str().to_owned(),
            tenant_id: tenant.as_str().to_owned(),
            user_ids: texts(users),
        };
        let outcome = self.scope.client().assign_application_users(&body).await;
        let told = self
            .scope
            .told(DOING, &catalogue::ASSIGN_APPLICATION_USERS, outcome)?;
        Ok(told.into_iter().map(Assignment::from).collect())
    }

    /// Takes an application away from users of a tenant; they stay in the tenant. Those who may not use it make no
    /// difference.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such application.
    ///
    /// # Wire
    /// `DELETE /identity/resources/applications/v1`, with a body
    pub async fn unassign_users(
        &self,
        id: &ApplicationId,
        tenant: &TenantId,
        users: impl IntoIterator<Item = &UserId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot take the application away from the users";
        let body = types::UnassignUsersFromAppRequestDto {
            app_id: id.as_str().to_owned(),
            tenant_id: tenant.as_str().to_owned(),
            user_ids: texts(users),
        };
        let outcome = self.scope.client().unassign_application_users(&body).await;
        self.scope
            .told(DOING, &catalogue::UNASSIGN_APPLICATION_USERS, outcome)
    }

    /// Lets a user of a tenant use applications, all of them or none.
    ///
    /// # Errors
    /// As for [`assign_users`](Self::assign_users).
    ///
    /// # Wire
    /// `POST /identity/resources/applications/v1/apps-user`
    pub async fn assign_to_user(
        &self,
        user: &UserId,
        tenant: &TenantId,
        ids: impl IntoIterator<Item = &ApplicationId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot let the user use the applications";
        let body = of_user(user, tenant, ids);
        let outcome = self.scope.client().assign_user_applications(&body).await;
        self.scope
            .told(DOING, &catalogue::ASSIGN_USER_APPLICATIONS, outcome)
    }

    /// Takes applications away from a user of a tenant.
    ///
    /// # Errors
    /// As for [`unassign_users`](Self::unassign_users).
    ///
    /// # Wire
    /// `DELETE /identity/resources/applications/v1/user-apps`, with a body
    pub async fn unassign_from_user(
        &self,
        user: &UserId,
        tenant: &TenantId,
        ids: impl IntoIterator<Item = &ApplicationId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot take the applications away from the user";
        let body = of_user(user, tenant, ids);
        let outcome = self.scope.client().unassign_user_applications(&body).await;
        self.scope
            .told(DOING, &catalogue::UNASSIGN_USER_APPLICATIONS, outcome)
    }
}

fn of_user<'a>(
    user: &UserId,
    tenant: &TenantId,
    ids: impl IntoIterator<Item = &'a ApplicationId>,
) -> types::AssignUserToApplicationsDto {
    types::AssignUserToApplicationsDto {
        app_ids: texts(ids),
        tenant_id: tenant.as_str().to_owned(),
        user_id: user.as_str().to_owned(),
    }
}

impl From<types::ApplicationUserTenantsResponseDto> for Assignment {
    fn from(told: types::ApplicationUserTenantsResponseDto) -> Self {
        Self {
            application_id: told.app_id.map(ApplicationId::from),
            membership_id: told.user_tenant_id,
            created_at: told.created_at,
        }
    }
}

silent_debug!(Applications);
