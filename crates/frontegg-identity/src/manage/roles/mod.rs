//! Roles, which group permissions and are given to users, groups and tokens.

mod calls;
mod query;
mod request;
mod role;
mod tenant;

pub use self::query::{ListRolesSortBy, RoleQuery};
pub use self::request::{NewBareRole, NewRole, RoleChange};
pub use self::role::Role;
pub use self::tenant::TenantRoles;
use super::ids::TenantId;
use super::scope::Scope;
use crate::silent::silent_debug;

/// Roles of the environment; [`Environment::roles`](super::Environment::roles) gives it.
///
/// A role belongs to the environment, and then all tenants share it, or to one tenant. What is said about a role of a tenant
/// goes through [`of_tenant`](Self::of_tenant):
///
/// ```
/// # use frontegg_identity::{Error, manage::{Environment, NewRole, PermissionId, TenantId}};
/// # async fn run(environment: Environment, read: PermissionId) -> Result<(), Error> {
/// let roles = environment.roles().of_tenant(&TenantId::from("t-1"));
/// let auditor = roles.create(&NewRole::new("Auditor", "Auditors").permissions([&read])).await?;
/// roles.delete(&auditor.id).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Roles {
    /// For what is never about a tenant.
    environment: Scope,
    scope: Scope,
}

impl Roles {
    pub(super) fn new(scope: Scope) -> Self {
        Self {
            environment: scope.clone(),
            scope,
        }
    }

    /// The roles that one tenant has of its own: what is made belongs to it, and what is changed or deleted has to.
    #[must_use]
    pub fn of_tenant(&self, id: &TenantId) -> Self {
        Self {
            environment: self.environment.clone(),
            scope: self.environment.of_tenant(id),
        }
    }
}

silent_debug!(Roles);
