//! Permissions are listed, created, changed and deleted.

use frontegg_identity_raw::{catalogue, types};

use super::{NewPermission, Permission, PermissionAssignmentType, PermissionChange, Permissions};
use crate::error::Error;
use crate::manage::ids::{PermissionId, RoleId, texts};

impl Permissions {
    /// All permissions, those that came with the service included.
    ///
    /// # Wire
    /// `GET /identity/resources/permissions/v1`
    pub async fn list(&self) -> Result<Vec<Permission>, Error> {
        const DOING: &str = "cannot list the permissions";
        let outcome = self.scope.client().list_permissions().await;
        let permissions = self
            .scope
            .told(DOING, &catalogue::LIST_PERMISSIONS, outcome)?;
        Ok(permissions.into_iter().map(Permission::from).collect())
    }

    /// Creates permissions; all of them or none. No role grants them yet.
    ///
    /// # Wire
    /// `POST /identity/resources/permissions/v1`
    pub async fn create(&self, permissions: &[NewPermission]) -> Result<Vec<Permission>, Error> {
        const DOING: &str = "cannot create the permissions";
        let body = permissions.iter().map(NewPermission::body).collect();
        let outcome = self.scope.client().create_permissions(&body).await;
        let permissions = self
            .scope
            .told(DOING, &catalogue::CREATE_PERMISSIONS, outcome)?;
        Ok(permissions.into_iter().map(Permission::from).collect())
    }

    /// Changes a permission. Its roles and whether tenants may use it have methods of their own.
    ///
    /// # Wire
    /// `PATCH /identity/resources/permissions/v1/{permissionId}`
    pub async fn update(
        &self,
        id: &PermissionId,
        change: &PermissionChange,
    ) -> Result<Permission, Error> {
        const DOING: &str = "cannot change the permission";
        let client = self.scope.client();
        let outcome = client.update_permission(id.as_str(), change.body()).await;
        let permission = self
            .scope
            .told(DOING, &catalogue::UPDATE_PERMISSION, outcome)?;
        Ok(permission.into())
    }

    /// Lets these roles grant a permission. Roles that grant it already, listed or not, keep it.
    ///
    /// To take it away from a role, use [`Roles::set_permissions`](crate::manage::Roles::set_permissions).
    ///
    /// # Wire
    /// `PUT /identity/resources/permissions/v1/{permissionId}/roles`
    pub async fn add_to_roles<'a>(
        &self,
        id: &PermissionId,
        roles: impl IntoIterator<Item = &'a RoleId>,
    ) -> Result<Permission, Error> {
        const DOING: &str = "cannot add the permission to the roles";
        let body = types::AddRolesToPermissionRequest {
            role_ids: texts(roles),
        };
        let client = self.scope.client();
        let outcome = client.set_permission_roles(id.as_str(), &body).await;
        let permission = self
            .scope
            .told(DOING, &catalogue::SET_PERMISSION_ROLES, outcome)?;
        Ok(permission.into())
    }

    /// Decides whether tenants may use permissions in roles that they assemble themselves.
    ///
    /// # Wire
    /// `PUT /identity/resources/permissions/v1/classification`
    pub async fn classify<'a>(
        &self,
        ids: impl IntoIterator<Item = &'a PermissionId>,
        assignment: PermissionAssignmentType,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot classify the permissions";
        let body = types::ClassifyPermissionsDto {
            permission_ids: texts(ids),
            type_: assignment,
        };
        let client = self.scope.client();
        let outcome = client.set_permission_assignment_type(&body).await;
        // The answer has one permission, however many were changed.
        self.scope
            .told(DOING, &catalogue::SET_PERMISSION_ASSIGNMENT_TYPE, outcome)?;
        Ok(())
    }

    /// Deletes a permission, which vanishes from the roles that grant it.
    ///
    /// # Wire
    /// `DELETE /identity/resources/permissions/v1/{permissionId}`
    pub async fn delete(&self, id: &PermissionId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the permission";
        let outcome = self.scope.client().delete_permission(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DELETE_PERMISSION, outcome)
    }
}
