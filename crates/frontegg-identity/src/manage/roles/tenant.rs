//! What a tenant's users see of roles.

use frontegg_identity_raw::catalogue;

use super::Role;
use crate::error::Error;
use crate::manage::PermissionCategory;
use crate::manage::scope::Scope;
use crate::manage::wire::each;
use crate::silent::silent_debug;

/// The roles that users of one tenant can have; [`Tenant::roles`](crate::manage::Tenant::roles) gives it. They are changed
/// by the environment: see [`Roles`](super::Roles).
#[derive(Clone)]
pub struct TenantRoles {
    scope: Scope,
}

impl TenantRoles {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The tenant's own roles, and those that all tenants share.
    ///
    /// # Wire
    /// `GET /identity/resources/roles/v1`
    pub async fn list(&self) -> Result<Vec<Role>, Error> {
        const DOING: &str = "cannot list the roles of the tenant";
        let outcome = self.scope.client().list_roles_v1(None).await;
        let roles = self.scope.told(DOING, &catalogue::LIST_ROLES_V1, outcome)?;
        Ok(roles.into_iter().map(Role::from).collect())
    }

    /// What roles are made of: the permissions of the environment, by category.
    ///
    /// # Wire
    /// `GET /identity/resources/permissions/v1/categories`
    pub async fn permission_categories(&self) -> Result<Vec<PermissionCategory>, Error> {
        const DOING: &str = "cannot list the categories of permissions";
        let operation = &catalogue::LIST_PERMISSION_CATEGORIES;
        let outcome = self.scope.client().list_permission_categories().await;
        self.scope.part(DOING, operation, outcome, |list| {
            each(list, PermissionCategory::read)
        })
    }
}

silent_debug!(TenantRoles);
