// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Roles: types.
use super::*;

/// The complete new set of permissions of a role; despite the name it replaces rather than adds.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct AddPermissionToRoleRequest {
    /// Ids, not keys, of all permissions that the role is to grant.
    #[serde(rename = "permissionIds")]
    pub permission_ids: ::std::vec::Vec<::std::string::String>,
}

/// A role to create; the create route takes an array of these.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AddRoleRequest {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether the first user of a new tenant receives this role.
    #[serde(
        rename = "firstUserRole",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub first_user_role: ::std::option::Option<bool>,
    /// Whether users who are added without roles receive this one.
    #[serde(
        rename = "isDefault",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_default: ::std::option::Option<bool>,
    /// Unique name by which code checks the role; it appears in the `roles` claim of access tokens.
    pub key: ::std::string::String,
    /// Rank from 0 to 32767; the lower the number, the stronger the role.
    pub level: i64,
    /// Together with `isDefault`, gives the role to all existing users as well.
    #[serde(
        rename = "migrateRole",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub migrate_role: ::std::option::Option<bool>,
    /// Display name of the role.
    pub name: ::std::string::String,
}

/// Changes to a role; members that are left out keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateRoleRequest {
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub description: crate::Patch<::std::string::String>,
    /// Whether the first user of a new tenant receives this role.
    #[serde(rename = "firstUserRole", skip_serializing_if = "crate::Patch::is_absent")]
    pub first_user_role: crate::Patch<bool>,
    /// Whether users who are added without roles receive this one.
    #[serde(rename = "isDefault", skip_serializing_if = "crate::Patch::is_absent")]
    pub is_default: crate::Patch<bool>,
    /// New unique name; code that checks the old one no longer matches.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub key: crate::Patch<::std::string::String>,
    /// Rank from 0 to 32767; the lower the number, the stronger the role.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub level: crate::Patch<i64>,
    /// Together with `isDefault`, gives the role to all existing users as well.
    #[serde(rename = "migrateRole", skip_serializing_if = "crate::Patch::is_absent")]
    pub migrate_role: crate::Patch<bool>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub name: crate::Patch<::std::string::String>,
}

/// The new owner of a role.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateRoleTenantRequest {
    /// Id of the owning tenant, or null for a role of the whole environment; it must be present in either
    /// case.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
