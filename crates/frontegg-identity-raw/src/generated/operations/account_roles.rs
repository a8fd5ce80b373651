// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Account Roles: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Lists the roles of an environment page by page and creates roles together with their permissions.
/// Back ends call it with an environment token; the `frontegg-tenant-id` header separates the roles of
/// one tenant from those that every tenant shares. This is the second version of the role routes: it
/// pages, while version 1 answers bare arrays.
impl Client {
    /// List roles, page by page
    ///
    /// Pages through roles with the ids of their permissions; called with an environment token. Without
    /// `frontegg-tenant-id` the list covers the environment; the header narrows it to what concerns one
    /// tenant, and `_tenantIds` filters by owner. `_offset` is a zero-based page index, so count it up to
    /// `_metadata.totalPages`. `_sortBy` may be left out. Version 1 of the route returns a bare array of
    /// all roles.
    ///
    /// # Arguments
    ///
    /// - `filter`: Text by which roles are filtered.
    /// - `levels`: Keeps roles of these levels.
    /// - `limit`: Roles per page, 1 to 2000; 50 when absent.
    /// - `offset`: Zero-based page index; 0 when absent.
    /// - `order`: Direction of the sort.
    /// - `sort_by`: Field by which roles are sorted.
    /// - `tenant_ids`: Keeps roles that belong to these tenants.
    /// - `frontegg_tenant_id`: Tenant to which the list is narrowed.
    ///
    /// # Wire
    ///
    /// `GET /resources/roles/v2`
    pub async fn list_roles(
        &self,
        filter: Option<&str>,
        levels: Option<&::std::vec::Vec<i64>>,
        limit: Option<::std::num::NonZeroU64>,
        offset: Option<u64>,
        order: Option<types::SortOrder>,
        sort_by: Option<types::ListRolesSortBy>,
        tenant_ids: Option<&::std::vec::Vec<::std::string::String>>,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::ListRolesResponse>, Error> {
        self.call(&catalogue::LIST_ROLES)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .query("_filter", &filter)
            .query("_levels", &levels)
            .query("_limit", &limit)
            .query("_offset", &offset)
            .query("_order", &order)
            .query("_sortBy", &sort_by)
            .query("_tenantIds", &tenant_ids)
            .send()
            .await
    }

    /// Create a role together with its permissions
    ///
    /// Creates one role and attaches permissions in the same call, unlike version 1, which takes an array
    /// of bare roles and sets permissions separately. Needs an environment token; `frontegg-tenant-id`
    /// makes the role a custom role of that tenant, without it the role belongs to the environment. The
    /// new role takes its level from the role named in `baseRoleId`. The answer is 200, not 201.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that owns the new role; absent for a role of the environment.
    ///
    /// # Wire
    ///
    /// `POST /resources/roles/v2`
    pub async fn create_role(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::AddRoleWithPermissionsRequest,
    ) -> Result<Response<types::AddRoleWithPermissionsResponse>, Error> {
        self.call(&catalogue::CREATE_ROLE)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send()
            .await
    }

    /// List the levels that roles use
    ///
    /// Returns each level that occurs among the roles once, as material for a filter such as `_levels` of
    /// the role list. Called with an environment token; `frontegg-tenant-id` confines it to one tenant.
    /// The answer is expected to be a bare array of whole numbers.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose roles are considered.
    ///
    /// # Wire
    ///
    /// `GET /resources/roles/v2/distinct-levels`
    pub async fn list_role_levels(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<i64>>, Error> {
        self.call(&catalogue::LIST_ROLE_LEVELS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// List the tenants that have roles of their own
    ///
    /// Returns the id of each tenant to which some role is tied, as material for the `_tenantIds` filter
    /// of the role list. Called with an environment token and without context headers. The answer is
    /// expected to be a bare array of tenant ids.
    ///
    /// # Wire
    ///
    /// `GET /resources/roles/v2/distinct-tenants`
    pub async fn list_role_tenants(
        &self,
    ) -> Result<Response<::std::vec::Vec<::std::string::String>>, Error> {
        self.call(&catalogue::LIST_ROLE_TENANTS).send().await
    }
}
