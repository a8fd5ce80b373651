// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Permissions: types.
use super::*;

/// One permission to create; requests carry an array of these.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AddPermissionRequest {
    /// Classification for self-service, where tenants assemble roles: `NEVER` is expected to keep it out,
    /// `ALWAYS` to put it in, `ASSIGNABLE` to leave the choice to the tenant.
    #[serde(
        rename = "assignmentType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub assignment_type: ::std::option::Option<PermissionAssignmentType>,
    /// Id of the permission category under which the permission is listed.
    #[serde(
        rename = "categoryId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub category_id: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Identifier that appears in the `permissions` claim of JWTs and that code compares with.
    pub key: ::std::string::String,
    /// Name shown to people.
    pub name: ::std::string::String,
}

/// Roles that are to receive a permission. Roles that carry it already are not affected.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct AddRolesToPermissionRequest {
    /// Ids, not keys, of the roles.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
}

/// Sets the assignment type of several permissions at once.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ClassifyPermissionsDto {
    /// Ids, not keys, of the permissions to classify.
    #[serde(rename = "permissionIds")]
    pub permission_ids: ::std::vec::Vec<::std::string::String>,
    /// Classification for self-service, where tenants assemble roles: `NEVER` is expected to keep them
    /// out, `ALWAYS` to put them in, `ASSIGNABLE` to leave the choice to the tenant.
    #[serde(rename = "type")]
    pub type_: PermissionAssignmentType,
}

crate::open_enum! {
    /// Classification of a permission for self-service, where tenants assemble roles: `NEVER` is expected
    /// to keep it out, `ALWAYS` to put it in, `ASSIGNABLE` to leave the choice to the tenant.
    pub enum PermissionAssignmentType {
        Never = "NEVER",
        Always = "ALWAYS",
        Assignable = "ASSIGNABLE",
    }
}

/// Changes to a permission. Members left out are expected to stay as they are; roles and the
/// assignment type have routes of their own.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdatePermissionRequest {
    /// Id of the permission category under which the permission is listed.
    #[serde(rename = "categoryId", skip_serializing_if = "crate::Patch::is_absent")]
    pub category_id: crate::Patch<::std::string::String>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub description: crate::Patch<::std::string::String>,
    /// Identifier that appears in the `permissions` claim of JWTs; a new key breaks checks that compare
    /// with the old one.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub key: crate::Patch<::std::string::String>,
    /// Name shown to people.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub name: crate::Patch<::std::string::String>,
}
