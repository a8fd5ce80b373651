//! What a user or a group may do: roles and permissions, in short.

use frontegg_identity_raw::types;

use super::ids::{PermissionId, RoleId, TenantId};

/// What a user may do in a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rights {
    /// Their roles there.
    pub roles: Vec<HeldRole>,
    /// What those roles permit.
    pub permissions: Vec<HeldPermission>,
}

/// A role that a user or a group has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeldRole {
    /// Names it.
    pub id: RoleId,
    /// What the claim `roles` of access tokens has.
    pub key: String,
    /// As shown to people.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Its rank: the lower, the stronger.
    pub level: Option<i64>,
    /// The tenant that it belongs to; none if all have it.
    pub tenant_id: Option<TenantId>,
}

/// A permission that a user has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeldPermission {
    /// Names it.
    pub id: PermissionId,
    /// What the claim `permissions` of access tokens has. A `*` in it stands for anything.
    pub key: String,
    /// As shown to people.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
}

impl From<types::MeAuthorizationResponseDto> for Rights {
    fn from(told: types::MeAuthorizationResponseDto) -> Self {
        Self {
            roles: told.roles.into_iter().map(HeldRole::from).collect(),
            permissions: told
                .permissions
                .into_iter()
                .map(HeldPermission::from)
                .collect(),
        }
    }
}

impl From<types::RoleResponse> for HeldRole {
    fn from(role: types::RoleResponse) -> Self {
        Self {
            id: role.id.into(),
            key: role.key,
            name: role.name,
            description: role.description,
            level: role.level,
            tenant_id: role.tenant_id.map(TenantId::from),
        }
    }
}

impl HeldRole {
    /// A role of a group; none if it lacks what it is about.
    pub(super) fn read(role: types::RoleDto) -> Option<Self> {
        Some(Self {
            id: role.id?.into(),
            key: role.key?,
            name: role.name,
            description: role.description,
            level: role.level,
            tenant_id: role.tenant_id.map(TenantId::from),
        })
    }
}

impl From<types::PermissionResponse> for HeldPermission {
    fn from(permission: types::PermissionResponse) -> Self {
        Self {
            id: permission.id.into(),
            key: permission.key,
            name: permission.name,
            description: permission.description,
        }
    }
}
