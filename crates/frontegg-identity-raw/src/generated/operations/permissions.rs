// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Permissions: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// The permissions an environment knows and the roles that carry them. Back ends and provisioning
/// tools manage them with an environment token. Permissions belong to the environment and not to a
/// tenant, so no context header is needed; their keys are what appears in the `permissions` claim of a
/// JWT.
impl Client {
    /// List all permissions
    ///
    /// Returns every permission of the environment as a bare array, without paging, including those that
    /// the service brings along. Needs an environment token; no context header. Each entry is expected to
    /// name the roles that carry it in `roleIds`. `description` and `categoryId` may be null.
    ///
    /// # Wire
    ///
    /// `GET /resources/permissions/v1`
    pub async fn list_permissions(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::PermissionResponse>>, Error> {
        self.call(&catalogue::LIST_PERMISSIONS).send().await
    }

    /// Create permissions
    ///
    /// Adds permissions to the environment; the body is always an array, and so is the answer, even for a
    /// single permission. Needs an environment token; no context header. No role gains a new permission by
    /// this call: connect them with `/resources/permissions/v1/{permissionId}/roles` or from the side of
    /// the role.
    ///
    /// # Wire
    ///
    /// `POST /resources/permissions/v1`
    pub async fn create_permissions(
        &self,
        body: &::std::vec::Vec<types::AddPermissionRequest>,
    ) -> Result<Response<::std::vec::Vec<types::PermissionResponse>>, Error> {
        self.call(&catalogue::CREATE_PERMISSIONS).json(body).send().await
    }

    /// Delete a permission
    ///
    /// Removes a permission from the environment; it is expected to vanish from the roles that carry it as
    /// well. Needs an environment token; no context header. JWTs that were issued before keep the key in
    /// their `permissions` claim until they expire.
    ///
    /// # Arguments
    ///
    /// - `permission_id`: Id of the permission to delete, not its key.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/permissions/v1/{permissionId}`
    pub async fn delete_permission(
        &self,
        permission_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_PERMISSION)
            .path("permissionId", permission_id)
            .send_unit()
            .await
    }

    /// Update a permission
    ///
    /// Changes the key, name, description or category of a permission. Needs an environment token; no
    /// context header. A new `key` breaks every check that compares with the old one. Roles are changed by
    /// `/resources/permissions/v1/{permissionId}/roles`, and the assignment type by
    /// `/resources/permissions/v1/classification`.
    ///
    /// # Arguments
    ///
    /// - `permission_id`: Id of the permission to change, not its key.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/permissions/v1/{permissionId}`
    pub async fn update_permission(
        &self,
        permission_id: &str,
        body: &types::UpdatePermissionRequest,
    ) -> Result<Response<types::PermissionResponse>, Error> {
        self.call(&catalogue::UPDATE_PERMISSION)
            .path("permissionId", permission_id)
            .json(body)
            .send()
            .await
    }

    /// Add a permission to roles
    ///
    /// Gives the permission to each of the listed roles. Needs an environment token; no context header. In
    /// spite of the `PUT` method it only adds: roles that carry the permission already keep it, so it
    /// cannot be used to take a permission away. For that, set the permissions of the role with
    /// `/resources/roles/v1/{roleId}/permissions`, which replaces the whole set.
    ///
    /// # Arguments
    ///
    /// - `permission_id`: Id of the permission that the roles receive.
    ///
    /// # Wire
    ///
    /// `PUT /resources/permissions/v1/{permissionId}/roles`
    pub async fn set_permission_roles(
        &self,
        permission_id: &str,
        body: &types::AddRolesToPermissionRequest,
    ) -> Result<Response<types::PermissionResponse>, Error> {
        self.call(&catalogue::SET_PERMISSION_ROLES)
            .path("permissionId", permission_id)
            .json(body)
            .send()
            .await
    }

    /// Classify permissions for self-service
    ///
    /// Sets, for several permissions at once, whether tenants may use them in self-service, where they
    /// assemble their own roles. Needs an environment token; no context header. This is the only way to
    /// change the assignment type after creation. The answer is expected to hold a single permission even
    /// when several change, so list the permissions to see the outcome.
    ///
    /// # Wire
    ///
    /// `PUT /resources/permissions/v1/classification`
    pub async fn set_permission_assignment_type(
        &self,
        body: &types::ClassifyPermissionsDto,
    ) -> Result<Response<types::PermissionResponse>, Error> {
        self.call(&catalogue::SET_PERMISSION_ASSIGNMENT_TYPE).json(body).send().await
    }
}
