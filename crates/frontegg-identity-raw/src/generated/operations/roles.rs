// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Roles: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Roles group permissions and are given to users, groups and tokens. A role without a tenant applies
/// to the whole environment; a role with a tenant exists only there. Back ends manage roles with an
/// environment token and choose the tenant with `frontegg-tenant-id`; a user access token with
/// suitable permissions is expected to work within the user's own tenant. These version 1 routes
/// return complete, unpaged arrays.
impl Client {
    /// List roles
    ///
    /// Returns all roles with the ids of their permissions as a bare, unpaged array. Needs an environment
    /// token, or a user access token for the roles of the user's tenant. Without `frontegg-tenant-id` an
    /// environment token sees the roles of the environment; with it, the answer is expected to hold the
    /// roles available in that tenant. For long lists use `/resources/roles/v2`, which pages and filters.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose roles are wanted; leave it out for the whole environment.
    ///
    /// # Wire
    ///
    /// `GET /resources/roles/v1`
    pub async fn list_roles_v1(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::RoleResponse>>, Error> {
        self.call(&catalogue::LIST_ROLES_V1)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Create roles
    ///
    /// Creates one or more roles in one call. Needs an environment token. Request and answer are arrays: a
    /// single object is refused with `400` and `Expected body to be an array`. New roles have no
    /// permissions; attach them with `/resources/roles/v1/{roleId}/permissions`. With `frontegg-tenant-id`
    /// the roles exist in that tenant only, otherwise in the whole environment.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that is to own the roles; leave it out for environment roles.
    ///
    /// # Wire
    ///
    /// `POST /resources/roles/v1`
    pub async fn create_roles_v1(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &::std::vec::Vec<types::AddRoleRequest>,
    ) -> Result<Response<::std::vec::Vec<types::RoleResponse>>, Error> {
        self.call(&catalogue::CREATE_ROLES_V1)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Delete a role
    ///
    /// Deletes a role; users and groups that hold it are expected to lose it, and with it the permissions
    /// it granted. Needs an environment token, with `frontegg-tenant-id` for a role that belongs to a
    /// tenant. Access tokens issued before keep the old claims until they expire. The answer is `204`
    /// without a body.
    ///
    /// # Arguments
    ///
    /// - `role_id`: Id of the role, not its key.
    /// - `frontegg_tenant_id`: Tenant that owns the role; leave it out for an environment role.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/roles/v1/{roleId}`
    pub async fn delete_role(
        &self,
        role_id: &str,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_ROLE)
            .path("roleId", role_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Update a role
    ///
    /// Changes the members of a role that are sent and leaves the others alone. Needs an environment
    /// token, with `frontegg-tenant-id` for a role that belongs to a tenant. Permissions and owning tenant
    /// have routes of their own and cannot be changed here. A changed `key` also changes the value in the
    /// `roles` claim of access tokens issued from then on.
    ///
    /// # Arguments
    ///
    /// - `role_id`: Id of the role, not its key.
    /// - `frontegg_tenant_id`: Tenant that owns the role; leave it out for an environment role.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/roles/v1/{roleId}`
    pub async fn update_role(
        &self,
        role_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateRoleRequest,
    ) -> Result<Response<types::RoleResponse>, Error> {
        self.call(&catalogue::UPDATE_ROLE)
            .path("roleId", role_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Set the permissions of a role
    ///
    /// Replaces all permissions of a role by the given ones; an empty list is expected to leave the role
    /// without permissions. To add one permission, read the role and send its present list with the new
    /// id. Needs an environment token, with `frontegg-tenant-id` for a role that belongs to a tenant.
    /// Users see the effect with their next access token.
    ///
    /// # Arguments
    ///
    /// - `role_id`: Id of the role, not its key.
    /// - `frontegg_tenant_id`: Tenant that owns the role; leave it out for an environment role.
    ///
    /// # Wire
    ///
    /// `PUT /resources/roles/v1/{roleId}/permissions`
    pub async fn set_role_permissions(
        &self,
        role_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::AddPermissionToRoleRequest,
    ) -> Result<Response<types::RoleResponse>, Error> {
        self.call(&catalogue::SET_ROLE_PERMISSIONS)
            .path("roleId", role_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Move a role to a tenant
    ///
    /// Changes the tenant that owns a role. Needs an environment token; the tenant stands in the body and
    /// there is no context header. Sending `null` is expected to turn the role into one of the whole
    /// environment. `tenantId` must be present even then, because leaving it out is not the same as
    /// `null`.
    ///
    /// # Arguments
    ///
    /// - `role_id`: Id of the role, not its key.
    ///
    /// # Wire
    ///
    /// `PUT /resources/roles/v1/{roleId}/tenant`
    pub async fn set_role_tenant(
        &self,
        role_id: &str,
        body: &types::UpdateRoleTenantRequest,
    ) -> Result<Response<types::RoleResponse>, Error> {
        self.call(&catalogue::SET_ROLE_TENANT)
            .path("roleId", role_id)
            .json(body)
            .send()
            .await
    }
}
