//! Roles and groups of users.

use frontegg_identity_raw::{Patch, catalogue, types};

use super::{TenantUsers, Users};
use crate::error::Error;
use crate::manage::HeldRole;
use crate::manage::ids::{IDS_AT_ONCE, texts};
use crate::manage::scope::Scope;
use crate::manage::task::{self, Reported, Task, TaskState};
use crate::manage::{GroupId, RoleId, TenantId, UserId};

/// The roles of a user in a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserRoleIds {
    /// Which user.
    pub user_id: UserId,
    /// Their roles; those of their groups are not among them.
    pub role_ids: Vec<RoleId>,
}

/// The groups of a user in a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserGroupIds {
    /// Which user.
    pub user_id: UserId,
    /// Their groups.
    pub group_ids: Vec<GroupId>,
}

/// Which roles a user gets and loses, in all of their tenants or in some.
#[derive(Clone, Debug, Default)]
#[must_use = "a change is made by `Users::change_roles`"]
pub struct UserRoleChange {
    added: Patch<Vec<String>>,
    removed: Patch<Vec<String>>,
    tenant_ids: Patch<Vec<String>>,
}

impl UserRoleChange {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Roles to get.
    pub fn give<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.added = texts(ids).into();
        self
    }

    /// Roles to lose.
    pub fn take<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.removed = texts(ids).into();
        self
    }

    /// Only in these tenants.
    pub fn only_in<'a>(mut self, ids: impl IntoIterator<Item = &'a TenantId>) -> Self {
        self.tenant_ids = texts(ids).into();
        self
    }
}

/// What a change of roles in many tenants comes to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UserRoleChangeOutcome {
    /// It was made.
    Made(RolesChanged),
    /// It is under way.
    Queued(Task<UserRoleChangeReport>),
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RolesChanged {
    /// In how many tenants.
    pub tenants: Option<u64>,
    /// Roles that the user got.
    pub added: Vec<RoleId>,
    /// Roles that the user lost.
    pub removed: Vec<RoleId>,
}

/// How far a change of roles has come.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserRoleChangeReport {
    /// How far.
    pub state: TaskState,
    /// Whose roles.
    pub user_id: Option<UserId>,
    /// In how many tenants.
    pub tenants: Option<u64>,
    /// How many of these have been looked at.
    pub processed: Option<u64>,
    /// Roles to get.
    pub added: Vec<RoleId>,
    /// Roles to lose.
    pub removed: Vec<RoleId>,
    /// Where it was not made.
    pub errors: Vec<UserRoleChangeError>,
}

/// Tenants in which a change of roles was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserRoleChangeError {
    /// Which tenants.
    pub tenant_ids: Vec<TenantId>,
    /// Why, for people.
    pub message: Option<String>,
    /// More of it.
    pub details: Option<String>,
}

impl Users {
    /// Gives a user roles in a tenant, besides those that they have. Tells the roles that they have then.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/roles`
    pub async fn add_roles(
        &self,
        tenant_id: &TenantId,
        id: &UserId,
        roles: &[RoleId],
    ) -> Result<Vec<HeldRole>, Error> {
        const DOING: &str = "cannot give the user roles";
        let body = types::AssignUserToRolesDto {
            role_ids: texts(roles),
        };
        let client = self.scope.client();
        let outcome = client
            .add_user_roles(id.as_str(), tenant_id.as_str(), &body)
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::ADD_USER_ROLES, outcome)?;
        Ok(told.roles.into_iter().filter_map(HeldRole::short).collect())
    }

    /// Takes roles from a user in a tenant. Tells the roles that the service names with it: read the user for what is left.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/v1/{userId}/roles`, with a body
    pub async fn remove_roles(
        &self,
        tenant_id: &TenantId,
        id: &UserId,
        roles: &[RoleId],
    ) -> Result<Vec<HeldRole>, Error> {
        const DOING: &str = "cannot take roles from the user";
        let body = types::UnassignUserFromRolesDto {
            role_ids: texts(roles),
        };
        let client = self.scope.client();
        let outcome = client
            .remove_user_roles(id.as_str(), tenant_id.as_str(), &body)
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::REMOVE_USER_ROLES, outcome)?;
        Ok(told.roles.into_iter().filter_map(HeldRole::short).collect())
    }

    /// Gives and takes roles in many tenants at once. The service makes the change, or queues it.
    ///
    /// # Wire
    /// `PATCH /identity/resources/vendor-only/users/v1/{userId}/roles/bulk`
    pub async fn change_roles(
        &self,
        id: &UserId,
        change: &UserRoleChange,
    ) -> Result<UserRoleChangeOutcome, Error> {
        const DOING: &str = "cannot change the user's roles";
        let body = types::BulkUpdateUserRolesRequestDto {
            add_role_ids: change.added.clone(),
            remove_role_ids: change.removed.clone(),
            tenant_ids: change.tenant_ids.clone(),
        };
        let client = self.scope.client();
        let outcome = client
            .update_user_roles_across_tenants(id.as_str(), &body)
            .await;
        let queued = outcome.as_ref().ok();
        let queued = queued.and_then(|answer| task::id_in(answer.body()));
        let operation = &catalogue::UPDATE_USER_ROLES_ACROSS_TENANTS;
        let told = self.scope.told(DOING, operation, outcome)?;
        Ok(match queued {
            Some(id) => UserRoleChangeOutcome::Queued(self.role_change(id)),
            None => UserRoleChangeOutcome::Made(RolesChanged {
                tenants: count(told.affected_tenants),
                added: ids(told.roles_added),
                removed: ids(told.roles_removed),
            }),
        })
    }

    /// A change of roles that was queued, by its [id](Task::id). Nothing is sent yet.
    pub fn role_change(&self, task_id: impl Into<String>) -> Task<UserRoleChangeReport> {
        Task::new(&self.scope, task_id.into(), status)
    }
}

impl TenantUsers {
    /// The roles of users in the tenant. Users who are not in it are left out. Any number of users can be asked about: the
    /// calls are split.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3/roles`, once for each 100 users
    pub async fn roles_of(&self, ids: &[UserId]) -> Result<Vec<UserRoleIds>, Error> {
        const DOING: &str = "cannot read the roles of the users";
        let mut all = Vec::with_capacity(ids.len());
        for some in ids.chunks(IDS_AT_ONCE) {
            let client = self.scope.client();
            let outcome = client.list_user_roles(&texts(some), None).await;
            let told = self
                .scope
                .told(DOING, &catalogue::LIST_USER_ROLES, outcome)?;
            all.extend(told.into_iter().filter_map(UserRoleIds::of));
        }
        Ok(all)
    }

    /// The groups of users in the tenant, as with [`roles_of`](Self::roles_of).
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3/groups`, once for each 100 users
    pub async fn groups_of(&self, ids: &[UserId]) -> Result<Vec<UserGroupIds>, Error> {
        const DOING: &str = "cannot read the groups of the users";
        let mut all = Vec::with_capacity(ids.len());
        for some in ids.chunks(IDS_AT_ONCE) {
            let client = self.scope.client();
            let outcome = client.list_user_groups(&texts(some), None).await;
            let told = self
                .scope
                .told(DOING, &catalogue::LIST_USER_GROUPS, outcome)?;
            all.extend(told.into_iter().filter_map(UserGroupIds::of));
        }
        Ok(all)
    }
}

fn status(scope: Scope, id: String) -> Reported<UserRoleChangeReport> {
    const DOING: &str = "cannot read how far the change of roles is";
    Box::pin(async move {
        let client = scope.client();
        let outcome = client.get_bulk_role_update_status(&id).await;
        let operation = &catalogue::GET_BULK_ROLE_UPDATE_STATUS;
        let report = scope.report(DOING, operation, outcome, UserRoleChangeReport::of)?;
        Ok((report.state.clone(), report))
    })
}

impl UserRoleChangeReport {
    fn of(told: types::BulkRolesTaskStatusResponseDto) -> Option<Self> {
        Some(Self {
            state: TaskState::from(told.status?.as_str()),
            user_id: told.user_id.map(UserId::from),
            tenants: count(told.total_tenants),
            processed: count(told.processed_tenants),
            added: ids(told.added_role_ids),
            removed: ids(told.removed_role_ids),
            errors: told
                .errors
                .into_iter()
                .map(UserRoleChangeError::from)
                .collect(),
        })
    }
}

impl From<types::BulkRolesTaskError> for UserRoleChangeError {
    fn from(error: types::BulkRolesTaskError) -> Self {
        let all = error.tenant_id.into_iter().chain(error.tenant_ids);
        Self {
            tenant_ids: all.map(TenantId::from).collect(),
            message: error.message,
            details: error.details,
        }
    }
}

impl UserRoleIds {
    fn of(user: types::GetUserRolesResponse) -> Option<Self> {
        Some(Self {
            user_id: user.user_id?.into(),
            role_ids: ids(user.role_ids),
        })
    }
}

impl UserGroupIds {
    fn of(user: types::GetUserGroupsResponse) -> Option<Self> {
        Some(Self {
            user_id: user.user_id?.into(),
            group_ids: ids(user.group_ids),
        })
    }
}

fn ids<T: From<String>>(texts: Vec<String>) -> Vec<T> {
    texts.into_iter().map(T::from).collect()
}

fn count(number: Option<i64>) -> Option<u64> {
    number.and_then(|number| u64::try_from(number).ok())
}
