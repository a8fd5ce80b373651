//! Permissions and categories, as the service tells them.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;

use crate::manage::{PermissionCategoryId, PermissionId, RoleId};

/// A permission.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permission {
    /// Names the permission.
    pub id: PermissionId,
    /// The name that code checks, and that the `permissions` claim of access tokens has.
    pub key: String,
    /// As shown to people.
    pub name: Option<String>,
    /// For people as well.
    pub description: Option<String>,
    /// Where it stands in a list for people.
    pub category_id: Option<PermissionCategoryId>,
    /// Whether it came with the service. Such a one is not changed.
    pub is_built_in: Option<bool>,
    /// The roles that grant it.
    pub role_ids: Vec<RoleId>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl From<types::PermissionResponse> for Permission {
    fn from(permission: types::PermissionResponse) -> Self {
        Self {
            id: permission.id.into(),
            key: permission.key,
            name: permission.name,
            description: permission.description,
            category_id: permission.category_id.map(Into::into),
            is_built_in: permission.fe_permission,
            role_ids: permission.role_ids.into_iter().map(Into::into).collect(),
            created_at: permission.created_at,
            updated_at: permission.updated_at,
        }
    }
}

/// A category of permissions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PermissionCategory {
    /// Names the category.
    pub id: PermissionCategoryId,
    /// As shown to people.
    pub name: Option<String>,
    /// For people as well.
    pub description: Option<String>,
    /// Whether it came with the service.
    pub is_built_in: Option<bool>,
    /// What is in it, where categories are listed.
    pub permissions: Vec<Permission>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
}

impl PermissionCategory {
    pub(in crate::manage) fn read(category: types::PermissionCategoryResponseDto) -> Option<Self> {
        Some(Self {
            id: category.id?.into(),
            name: category.name,
            description: category.description,
            is_built_in: category.fe_category,
            permissions: category.permissions.into_iter().map(Into::into).collect(),
            created_at: category.created_at,
        })
    }
}
