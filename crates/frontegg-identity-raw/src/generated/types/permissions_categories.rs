// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Permissions Categories: types.
use super::*;

/// A permission category to create; only the name is mandatory.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateCategoryDto {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Id for the new category; is expected to be generated when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    pub name: ::std::string::String,
}

/// A permission category. The list route is expected to add the permissions of each category.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PermissionCategoryResponseDto {
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Explanation of the category; null when none was written.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether the category is provided by Frontegg rather than created by the environment.
    #[serde(rename = "feCategory", default)]
    pub fe_category: ::std::option::Option<bool>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Permissions of the category, where it is listed with them.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<PermissionResponse>,
}

/// New name or description of a permission category; a member that is left out is expected to stay.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateCategoryDto {
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub description: crate::Patch<::std::string::String>,
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub name: crate::Patch<::std::string::String>,
}
