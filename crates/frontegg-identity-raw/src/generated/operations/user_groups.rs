// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Groups: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Groups of users inside one tenant, optionally carrying roles that every member receives. A tenant's
/// administrator calls these routes with an access token, or a back end with an environment token plus
/// `frontegg-tenant-id`. Group members and group roles are changed through sub-resources, and the two
/// removals are `DELETE` requests with a JSON body. The switch that turns groups on is one setting for
/// the whole environment.
impl Client {
    /// List all groups of a tenant
    ///
    /// Returns every group of the tenant in one answer, wrapped as `groups`; there is no paging. Takes an
    /// access token, or an environment token with `frontegg-tenant-id`. Roles and users of the groups are
    /// expected only when `_groupsRelations` asks for them, so their absence does not mean that a group is
    /// empty. For many groups use the paged `GET /resources/groups/v2`.
    ///
    /// # Arguments
    ///
    /// - `groups_relations`: Relations to include in each group: `roles`, `users` or `rolesAndUsers`;
    ///   without it neither is expected.
    /// - `frontegg_tenant_id`: Tenant whose groups are listed; needed with an environment token, read from
    ///   an access token otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/groups/v1`
    pub async fn list_groups_v1(
        &self,
        groups_relations: Option<types::GroupRelations>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::GroupsResponse>, Error> {
        self.call(&catalogue::LIST_GROUPS_V1)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_groupsRelations", &groups_relations)
            .send()
            .await
    }

    /// Create a group in a tenant
    ///
    /// Creates an empty group. Takes an access token, or an environment token with `frontegg-tenant-id`.
    /// The name has to be unique in the tenant. Roles and users are added afterwards, through `POST
    /// /resources/groups/v1/{groupId}/roles` and `POST /resources/groups/v1/{groupId}/users`. `metadata`
    /// is a string that holds JSON.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that gets the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/groups/v1`
    pub async fn create_group(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateGroupDto,
    ) -> Result<Response<types::GroupResponse>, Error> {
        self.call(&catalogue::CREATE_GROUP)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Fetch several groups by their ids
    ///
    /// Reads the groups named in the body. It is a `POST` only so that the list of ids need not fit into a
    /// URL; nothing is created, even though success is 201. Takes an access token, or an environment token
    /// with `frontegg-tenant-id`. As in the full list, roles and users are expected only when
    /// `_groupsRelations` asks for them.
    ///
    /// # Arguments
    ///
    /// - `groups_relations`: Relations to include in each group: `roles`, `users` or `rolesAndUsers`;
    ///   without it neither is expected.
    /// - `frontegg_tenant_id`: Tenant that owns the groups; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/groups/v1/bulkGet`
    pub async fn list_groups_by_ids(
        &self,
        groups_relations: Option<types::GroupRelations>,
        frontegg_tenant_id: Option<&str>,
        body: &types::GetGroupsDto,
    ) -> Result<Response<types::GroupsResponse>, Error> {
        self.call(&catalogue::LIST_GROUPS_BY_IDS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_groupsRelations", &groups_relations)
            .json(body)
            .send()
            .await
    }

    /// Fetch one group by its id
    ///
    /// Returns one group of the tenant. Takes an access token, or an environment token with
    /// `frontegg-tenant-id`. Ask for roles and users with `_groupsRelations`; otherwise the two lists may
    /// be missing even though the group has both.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the group to fetch.
    /// - `groups_relations`: Relations to include: `roles`, `users` or `rolesAndUsers`; without it neither
    ///   is expected.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/groups/v1/{id}`
    pub async fn get_group(
        &self,
        id: &str,
        groups_relations: Option<types::GroupRelations>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::GroupResponse>, Error> {
        self.call(&catalogue::GET_GROUP)
            .path("id", id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_groupsRelations", &groups_relations)
            .send()
            .await
    }

    /// Delete a group
    ///
    /// Deletes a group. Takes an access token, or an environment token with `frontegg-tenant-id`. Its
    /// members remain users of the tenant, but roles that they held only through the group are expected to
    /// fall away. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the group to delete.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/groups/v1/{id}`
    pub async fn delete_group(
        &self,
        id: &str,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_GROUP)
            .path("id", id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send_unit()
            .await
    }

    /// Change name, colour or other details of a group
    ///
    /// Updates the fields that are sent and leaves the others alone. Takes an access token, or an
    /// environment token with `frontegg-tenant-id`. Members and roles are not touched by this route. A
    /// group whose `managedBy` is `scim2` is kept in step by a directory, which may overwrite changes made
    /// here.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the group to update.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/groups/v1/{id}`
    pub async fn update_group(
        &self,
        id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateGroupDto,
    ) -> Result<Response<types::GroupResponse>, Error> {
        self.call(&catalogue::UPDATE_GROUP)
            .path("id", id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// Read whether groups are enabled
    ///
    /// Returns the environment's setting for groups: whether they exist at all, and whether they may carry
    /// roles. Needs an environment token and no context headers; the setting is the same for every tenant.
    ///
    /// # Wire
    ///
    /// `GET /resources/groups/v1/config`
    pub async fn get_group_configuration(
        &self,
    ) -> Result<Response<types::GetGroupConfigurationResponse>, Error> {
        self.call(&catalogue::GET_GROUP_CONFIGURATION).send().await
    }

    /// Enable or disable groups in the environment
    ///
    /// Creates the environment's setting for groups or changes it. Needs an environment token and no
    /// context headers. Both flags default to true, so an empty body turns everything on. Nothing is
    /// returned; read the setting back with `GET` on the same path.
    ///
    /// # Wire
    ///
    /// `POST /resources/groups/v1/config`
    pub async fn set_group_configuration(
        &self,
        body: &types::CreateOrUpdateGroupConfigurationDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_GROUP_CONFIGURATION).json(body).send_unit().await
    }

    /// Add roles to a group
    ///
    /// Gives a group further roles, which every member then holds. Takes an access token, or an
    /// environment token with `frontegg-tenant-id`. A signed-in caller may hand out only roles weaker than
    /// the caller's own; a role with a lower `level` is the stronger one. The environment has to allow
    /// roles on groups (`rolesEnabled`). The roles are added to those already present. Nothing is
    /// returned.
    ///
    /// # Arguments
    ///
    /// - `group_id`: Id of the group that gets the roles.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/groups/v1/{groupId}/roles`
    pub async fn add_group_roles(
        &self,
        group_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateRolesOnGroupDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ADD_GROUP_ROLES)
            .path("groupId", group_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Remove roles from a group
    ///
    /// Takes the named roles away from a group; its other roles stay. Takes an access token, or an
    /// environment token with `frontegg-tenant-id`. This is a `DELETE` with a JSON body, which some
    /// proxies and HTTP libraries drop. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `group_id`: Id of the group that loses the roles.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/groups/v1/{groupId}/roles`
    pub async fn remove_group_roles(
        &self,
        group_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateRolesOnGroupDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::REMOVE_GROUP_ROLES)
            .path("groupId", group_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Add users to a group
    ///
    /// Makes users of the tenant members of a group, which also gives them the group's roles. Takes an
    /// access token, or an environment token with `frontegg-tenant-id`. Because roles are passed on, a
    /// signed-in caller needs roles stronger than those of the group. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `group_id`: Id of the group that gets the members.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/groups/v1/{groupId}/users`
    pub async fn add_group_users(
        &self,
        group_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateUsersOnGroupDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ADD_GROUP_USERS)
            .path("groupId", group_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Remove users from a group
    ///
    /// Ends the membership of the named users in a group; they remain users of the tenant. Takes an access
    /// token, or an environment token with `frontegg-tenant-id`. The ids travel in the JSON body of a
    /// `DELETE`, not in the URL. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `group_id`: Id of the group that loses the members.
    /// - `frontegg_tenant_id`: Tenant that owns the group; needed with an environment token, read from an
    ///   access token otherwise.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/groups/v1/{groupId}/users`
    pub async fn remove_group_users(
        &self,
        group_id: &str,
        frontegg_tenant_id: Option<&str>,
        body: &types::UpdateUsersOnGroupDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::REMOVE_GROUP_USERS)
            .path("groupId", group_id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }

    /// List the groups of a tenant page by page
    ///
    /// Returns one page of the tenant's groups. Takes an access token, or an environment token with
    /// `frontegg-tenant-id`. `_offset` is a zero-based page index and not an item offset: raise it by one
    /// until it reaches `_metadata.totalPages`; a page past the end has no items. The values under
    /// `_links` may be empty or relative, so count pages instead of following them, and mind that misspelt
    /// parameter names are ignored without an error. Roles and users of each group are expected only when
    /// `_groupsRelations` asks for them.
    ///
    /// # Arguments
    ///
    /// - `groups_relations`: Relations to include in each group: `roles`, `users` or `rolesAndUsers`;
    ///   without it neither is expected.
    /// - `limit`: Number of groups on a page, at least 1.
    /// - `offset`: Zero-based page index.
    /// - `order`: Direction of the sort: `ASC` or `DESC`.
    /// - `sort_by`: Field to sort by.
    /// - `frontegg_tenant_id`: Tenant whose groups are listed; needed with an environment token, read from
    ///   an access token otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/groups/v2`
    pub async fn list_groups(
        &self,
        groups_relations: Option<types::GroupRelations>,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::ListGroupsSortBy>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::ListGroupsResponse>, Error> {
        self.call(&catalogue::LIST_GROUPS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_groupsRelations", &groups_relations)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .send()
            .await
    }
}
