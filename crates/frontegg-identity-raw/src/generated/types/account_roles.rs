// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Account Roles: types.
use super::*;

/// Body that creates a role together with its permissions.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AddRoleWithPermissionsRequest {
    /// Id of an existing role whose level the new role takes.
    #[serde(
        rename = "baseRoleId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub base_role_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether users who are added without explicit roles get this one.
    #[serde(
        rename = "isDefault",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_default: ::std::option::Option<bool>,
    /// Stable name of the role, as it will appear in access tokens.
    pub key: ::std::string::String,
    pub name: ::std::string::String,
    /// Ids of the permissions to attach; permission keys are not accepted.
    #[serde(rename = "permissionIds")]
    pub permission_ids: ::std::vec::Vec<::std::string::String>,
}

/// The role just created, with the ids of its permissions.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AddRoleWithPermissionsResponse {
    /// Explanation of the role; null or absent when none was written.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Whether users who are added without explicit roles get this one.
    #[serde(rename = "isDefault", default)]
    pub is_default: ::std::option::Option<bool>,
    /// Stable name of the role, as found in access tokens.
    #[serde(default)]
    pub key: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Ids of the attached permissions.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<::std::string::String>,
    /// Tenant that owns the role; null or absent for a role of the environment.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ListRolesResponse {
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub items: ::std::vec::Vec<RoleResponse>,
    #[serde(rename = "_links", default)]
    pub links: ::std::option::Option<FronteggPaginationLinks>,
    #[serde(rename = "_metadata", default)]
    pub metadata: ::std::option::Option<FronteggPaginationMetadata>,
}

crate::open_enum! {
    pub enum ListRolesSortBy {
        Key = "key",
        Name = "name",
        Description = "description",
        IsDefault = "isDefault",
        FirstUserRole = "firstUserRole",
        Level = "level",
        UpdatedAt = "updatedAt",
        CreatedAt = "createdAt",
        Permissions = "permissions",
        UserTenants = "userTenants",
        Groups = "groups",
    }
}
