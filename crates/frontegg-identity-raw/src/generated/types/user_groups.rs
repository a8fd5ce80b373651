// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Groups: types.
use super::*;

/// A group to be created. Roles and users are added later through routes of their own.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateGroupDto {
    /// Colour in which the group is displayed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub color: ::std::option::Option<::std::string::String>,
    /// Free text that describes the group.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// JSON text that the application wants to keep with the group, for instance `{}`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Name, unique within the tenant.
    pub name: ::std::string::String,
}

/// The environment's setting for groups. Fields left out take their default, true.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateOrUpdateGroupConfigurationDto {
    /// Whether groups are available; true by default.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled: ::std::option::Option<bool>,
    /// Whether groups may carry roles; true by default.
    #[serde(
        rename = "rolesEnabled",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub roles_enabled: ::std::option::Option<bool>,
}

/// The environment's setting for groups, valid for all its tenants.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetGroupConfigurationResponse {
    /// Whether groups are available.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
    /// Whether groups may carry roles.
    #[serde(rename = "rolesEnabled", default)]
    pub roles_enabled: ::std::option::Option<bool>,
}

/// Ids of the groups to fetch in one call.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct GetGroupsDto {
    /// Ids of the groups; note the plural in the name of this field.
    #[serde(rename = "groupsIds")]
    pub groups_ids: ::std::vec::Vec<::std::string::String>,
}

crate::open_enum! {
    /// What to include in each group, its `roles`, its `users` or both.
    pub enum GroupRelations {
        Roles = "roles",
        Users = "users",
        RolesAndUsers = "rolesAndUsers",
    }
}

/// A group of a tenant. `roles` and `users` are expected only when the request asked for them, and
/// `color`, `description` and `metadata` may be missing when they were never set.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GroupResponse {
    /// Colour in which the group is displayed.
    #[serde(default)]
    pub color: ::std::option::Option<::std::string::String>,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Who maintains the group: `frontegg` for people and applications using the service, `scim2` for a
    /// directory that keeps it in step.
    #[serde(rename = "managedBy", default)]
    pub managed_by: ::std::option::Option<ManagedBy>,
    /// JSON text that the application keeps with the group.
    #[serde(default)]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Name, unique within the tenant.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Roles that every member holds; absent when not asked for.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleDto>,
    /// Time of the latest change, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Members of the group; absent when not asked for.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub users: ::std::vec::Vec<GroupUserDto>,
}

/// A member of a group, in short form. Name and picture may be missing.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GroupUserDto {
    /// Whether the user has activated the account in the tenant of the group.
    #[serde(rename = "activatedForTenant", default)]
    pub activated_for_tenant: ::std::option::Option<bool>,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// URL of the picture; may be null.
    #[serde(rename = "profilePictureUrl", default)]
    pub profile_picture_url: ::std::option::Option<::std::string::String>,
}

/// Groups of a tenant, complete and without paging.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GroupsResponse {
    /// The groups; empty when there are none.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub groups: ::std::vec::Vec<GroupResponse>,
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListGroupsResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<GroupResponse>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

crate::open_enum! {
    pub enum ListGroupsSortBy {
        Id = "id",
        Name = "name",
        CreatedAt = "createdAt",
        UpdatedAt = "updatedAt",
    }
}

/// Fields of a group to change; those left out keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateGroupDto {
    /// Colour in which the group is displayed.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub color: crate::Patch<::std::string::String>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub description: crate::Patch<::std::string::String>,
    /// JSON text that replaces the old text, for instance `{}`.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub metadata: crate::Patch<::std::string::String>,
    /// Name, unique within the tenant.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub name: crate::Patch<::std::string::String>,
}

/// Roles to add to a group or to take away from it; whether they are added or removed depends on the
/// method of the request.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateRolesOnGroupDto {
    /// Ids of the roles; roles not named here are not touched.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
}

/// Users to add to a group or to take out of it; whether they are added or removed depends on the
/// method of the request.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateUsersOnGroupDto {
    /// Ids of users of the same tenant; users not named here are not touched.
    #[serde(rename = "userIds")]
    pub user_ids: ::std::vec::Vec<::std::string::String>,
}
