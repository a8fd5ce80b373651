//! A role, as the service tells it.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;

use crate::manage::{PermissionId, RoleId, TenantId};

/// A role. The answer to [`create`](super::Roles::create) leaves out its level, its times and whether it is for first users.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role {
    /// Names the role.
    pub id: RoleId,
    /// The name that code checks, and that the `roles` claim of access tokens has.
    pub key: String,
    /// As shown to people.
    pub name: Option<String>,
    /// For people as well.
    pub description: Option<String>,
    /// Its rank: the lower, the stronger.
    pub level: Option<u16>,
    /// Whether users who are added without roles get it.
    pub is_default: Option<bool>,
    /// Whether the first user of a new tenant gets it.
    pub is_for_first_user: Option<bool>,
    /// What it grants.
    pub permission_ids: Vec<PermissionId>,
    /// The tenant that it belongs to; none for a role that all tenants share.
    pub tenant_id: Option<TenantId>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl From<types::RoleResponse> for Role {
    fn from(role: types::RoleResponse) -> Self {
        Self {
            id: role.id.into(),
            key: role.key,
            name: role.name,
            description: role.description,
            level: role.level.and_then(|level| level.try_into().ok()),
            is_default: role.is_default,
            is_for_first_user: role.first_user_role,
            permission_ids: role.permissions.into_iter().map(Into::into).collect(),
            tenant_id: role.tenant_id.map(Into::into),
            created_at: role.created_at,
            updated_at: role.updated_at,
        }
    }
}

impl Role {
    /// A new one.
    pub(super) fn created(role: types::AddRoleWithPermissionsResponse) -> Option<Self> {
        Some(Self {
            id: role.id?.into(),
            key: role.key?,
            name: role.name,
            description: role.description,
            level: None,
            is_default: role.is_default,
            is_for_first_user: None,
            permission_ids: role.permissions.into_iter().map(Into::into).collect(),
            tenant_id: role.tenant_id.map(Into::into),
            created_at: None,
            updated_at: None,
        })
    }
}
