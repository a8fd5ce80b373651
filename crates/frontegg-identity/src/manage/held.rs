//! What users hold in a tenant: roles, permissions, groups, each in short.

use frontegg_identity_raw::types;

use super::ids::{GroupId, PermissionId, RoleId, TenantId};

/// What a user holds in the tenant that the call is about.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Rights {
    /// Their roles.
    pub roles: Vec<HeldRole>,
    /// What those roles permit.
    pub permissions: Vec<HeldPermission>,
    /// Their groups. [`Me::rights`](super::Me::rights) does not tell them.
    pub groups: Vec<HeldGroup>,
}

/// A role that somebody holds, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeldRole {
    /// Names it to the API.
    pub id: RoleId,
    /// Names it in tokens and in code, as `Admin`.
    pub key: Option<String>,
    /// As shown to people.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Its rank: the lower, the stronger.
    pub level: Option<i64>,
    /// The tenant that it belongs to; none if all have it.
    pub tenant_id: Option<TenantId>,
}

/// A permission that somebody holds, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeldPermission {
    /// Names it to the API.
    pub id: PermissionId,
    /// Names it in tokens and in code, as `fe.users.read`. It may end in `*`.
    pub key: String,
    /// As shown to people.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
}

/// A group that somebody is in, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeldGroup {
    /// Which group.
    pub id: GroupId,
    /// The roles that it gives to its members.
    pub roles: Vec<HeldRole>,
}

impl Rights {
    pub(super) fn of(
        roles: Vec<types::RoleResponse>,
        permissions: Vec<types::PermissionResponse>,
        groups: Vec<types::UserGroupDto>,
    ) -> Self {
        Self {
            roles: all(roles),
            permissions: all(permissions),
            groups: groups.into_iter().filter_map(HeldGroup::of).collect(),
        }
    }
}

impl From<types::MeAuthorizationResponseDto> for Rights {
    fn from(told: types::MeAuthorizationResponseDto) -> Self {
        Self::of(told.roles, told.permissions, Vec::new())
    }
}

impl HeldGroup {
    fn of(group: types::UserGroupDto) -> Option<Self> {
        let roles = group.roles.into_iter().filter_map(HeldRole::of_group);
        Some(Self {
            id: group.id?.into(),
            roles: roles.collect(),
        })
    }
}

impl HeldRole {
    pub(super) fn of_group(role: types::RoleDto) -> Option<Self> {
        Some(Self {
            id: role.id?.into(),
            key: role.key,
            name: role.name,
            description: role.description,
            level: role.level,
            tenant_id: role.tenant_id.map(TenantId::from),
        })
    }

    /// As answers to changes of roles have them.
    pub(super) fn short(role: types::IRole) -> Option<Self> {
        Some(Self {
            id: role.id?.into(),
            key: role.key,
            name: role.name,
            description: role.description,
            level: role.level,
            tenant_id: None,
        })
    }
}

impl From<types::RoleResponse> for HeldRole {
    fn from(role: types::RoleResponse) -> Self {
        Self {
            id: role.id.into(),
            key: Some(role.key),
            name: role.name,
            description: role.description,
            level: role.level,
            tenant_id: role.tenant_id.map(TenantId::from),
        }
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

pub(super) fn all<T, U: From<T>>(told: Vec<T>) -> Vec<U> {
    told.into_iter().map(U::from).collect()
}
