//! Roles are listed, created, changed and deleted.

use frontegg_identity_raw::{catalogue, types};

use super::{NewBareRole, NewRole, Role, RoleChange, RoleQuery, Roles};
use crate::error::Error;
use crate::manage::ids::{PermissionId, RoleId, TenantId, texts};
use crate::manage::page::{Listing, Page};

const MOVING: &str = "cannot move the role";

impl Roles {
    /// The roles that a query wants: without a [tenant](Self::of_tenant) those of all tenants as well, with one those that its
    /// users can have.
    ///
    /// # Wire
    /// `GET /identity/resources/roles/v2`, once a page
    pub fn list(&self, query: &RoleQuery) -> Listing<Role> {
        const DOING: &str = "cannot list the roles";
        Listing::new(
            &self.scope,
            query,
            (DOING, &catalogue::LIST_ROLES),
            |role| role.id.as_str(),
            |scope, query, wanted| async move {
                let (field, order) = query.order.unzip();
                scope
                    .client()
                    .list_roles(
                        query.text.as_deref(),
                        query.levels.as_ref(),
                        wanted.size,
                        Some(wanted.index),
                        order,
                        field,
                        query.owners.as_ref(),
                        None,
                    )
                    .await
            },
            |page: types::ListRolesResponse| {
                let roles = page.items.into_iter().map(Role::from).collect();
                Page::new(roles, page.metadata)
            },
        )
    }

    /// The levels that roles have, each once.
    ///
    /// # Wire
    /// `GET /identity/resources/roles/v2/distinct-levels`
    pub async fn levels(&self) -> Result<Vec<u16>, Error> {
        const DOING: &str = "cannot list the levels of roles";
        let outcome = self.scope.client().list_role_levels(None).await;
        let levels = self
            .scope
            .told(DOING, &catalogue::LIST_ROLE_LEVELS, outcome)?;
        let levels = levels.into_iter().map(u16::try_from);
        Ok(levels.filter_map(Result::ok).collect())
    }

    /// The tenants that have roles of their own, among all tenants.
    ///
    /// # Wire
    /// `GET /identity/resources/roles/v2/distinct-tenants`
    pub async fn owners(&self) -> Result<Vec<TenantId>, Error> {
        const DOING: &str = "cannot list the tenants with roles of their own";
        let outcome = self.environment.client().list_role_tenants().await;
        let tenants = self
            .environment
            .told(DOING, &catalogue::LIST_ROLE_TENANTS, outcome)?;
        Ok(tenants.into_iter().map(TenantId::from).collect())
    }

    /// Creates a role with its permissions.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the role whose level it should have is not there.
    ///
    /// # Wire
    /// `POST /identity/resources/roles/v2`
    pub async fn create(&self, role: &NewRole) -> Result<Role, Error> {
        const DOING: &str = "cannot create the role";
        let operation = &catalogue::CREATE_ROLE;
        let outcome = self.scope.client().create_role(None, role.body()).await;
        self.scope.part(DOING, operation, outcome, Role::created)
    }

    /// Creates roles without permissions, each with a level of its own; all of them or none.
    ///
    /// # Wire
    /// `POST /identity/resources/roles/v1`
    pub async fn create_bare(&self, roles: &[NewBareRole]) -> Result<Vec<Role>, Error> {
        const DOING: &str = "cannot create the roles";
        let body = roles.iter().map(NewBareRole::body).collect();
        let outcome = self.scope.client().create_roles_v1(None, &body).await;
        let roles = self
            .scope
            .told(DOING, &catalogue::CREATE_ROLES_V1, outcome)?;
        Ok(roles.into_iter().map(Role::from).collect())
    }

    /// Changes a role. Its permissions and its tenant have methods of their own.
    ///
    /// # Wire
    /// `PATCH /identity/resources/roles/v1/{roleId}`
    pub async fn update(&self, id: &RoleId, change: &RoleChange) -> Result<Role, Error> {
        const DOING: &str = "cannot change the role";
        let client = self.scope.client();
        let outcome = client.update_role(id.as_str(), None, change.body()).await;
        let role = self.scope.told(DOING, &catalogue::UPDATE_ROLE, outcome)?;
        Ok(role.into())
    }

    /// Gives a role these permissions and takes away all others. Tokens have the change from the next one on.
    ///
    /// To add a permission and keep the rest, use
    /// [`Permissions::add_to_roles`](crate::manage::Permissions::add_to_roles).
    ///
    /// # Wire
    /// `PUT /identity/resources/roles/v1/{roleId}/permissions`
    pub async fn set_permissions<'a>(
        &self,
        id: &RoleId,
        permissions: impl IntoIterator<Item = &'a PermissionId>,
    ) -> Result<Role, Error> {
        const DOING: &str = "cannot set the permissions of the role";
        let body = types::AddPermissionToRoleRequest {
            permission_ids: texts(permissions),
        };
        let client = self.scope.client();
        let outcome = client.set_role_permissions(id.as_str(), None, &body).await;
        let role = self
            .scope
            .told(DOING, &catalogue::SET_ROLE_PERMISSIONS, outcome)?;
        Ok(role.into())
    }

    /// Makes a role one of this tenant, whosever it was.
    ///
    /// # Wire
    /// `PUT /identity/resources/roles/v1/{roleId}/tenant`
    pub async fn move_to_tenant(&self, id: &RoleId, tenant: &TenantId) -> Result<Role, Error> {
        let tenant_id = Some(tenant.clone().into());
        let body = types::UpdateRoleTenantRequest { tenant_id };
        let client = self.environment.client();
        let outcome = client.set_role_tenant(id.as_str(), &body).await;
        let role = self
            .environment
            .told(MOVING, &catalogue::SET_ROLE_TENANT, outcome)?;
        Ok(role.into())
    }

    /// Makes a role one that all tenants share, whosever it was.
    ///
    /// # Wire
    /// `PUT /identity/resources/roles/v1/{roleId}/tenant`
    pub async fn move_to_environment(&self, id: &RoleId) -> Result<Role, Error> {
        let body = types::UpdateRoleTenantRequest { tenant_id: None };
        let client = self.environment.client();
        let outcome = client.set_role_tenant(id.as_str(), &body).await;
        let role = self
            .environment
            .told(MOVING, &catalogue::SET_ROLE_TENANT, outcome)?;
        Ok(role.into())
    }

    /// Deletes a role. Who has it loses it, with the next token.
    ///
    /// # Wire
    /// `DELETE /identity/resources/roles/v1/{roleId}`
    pub async fn delete(&self, id: &RoleId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the role";
        let outcome = self.scope.client().delete_role(id.as_str(), None).await;
        self.scope.told(DOING, &catalogue::DELETE_ROLE, outcome)
    }
}
