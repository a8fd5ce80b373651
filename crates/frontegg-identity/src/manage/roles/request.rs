//! Roles that are to be, and changes of roles.

use frontegg_identity_raw::types;

use crate::manage::Patch;
use crate::manage::ids::{PermissionId, RoleId, texts};

/// A role to create, with its permissions.
#[derive(Clone, Debug)]
#[must_use = "a role is created by `Roles::create`"]
pub struct NewRole {
    body: types::AddRoleWithPermissionsRequest,
}

impl NewRole {
    /// `key` is what code checks and what access tokens have; `name` is for people.
    pub fn new(key: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            body: types::AddRoleWithPermissionsRequest {
                base_role_id: None,
                description: None,
                is_default: None,
                key: key.into(),
                name: name.into(),
                permission_ids: Vec::new(),
            },
        }
    }

    /// For people as well.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.body.description = Some(text.into());
        self
    }

    /// What it grants.
    pub fn permissions<'a>(mut self, ids: impl IntoIterator<Item = &'a PermissionId>) -> Self {
        self.body.permission_ids = texts(ids);
        self
    }

    /// As strong as this role.
    pub fn level_of(mut self, role: &RoleId) -> Self {
        self.body.base_role_id = Some(role.clone().into());
        self
    }

    /// For users who are added without roles.
    pub fn by_default(mut self) -> Self {
        self.body.is_default = Some(true);
        self
    }

    pub(super) fn body(&self) -> &types::AddRoleWithPermissionsRequest {
        &self.body
    }
}

/// A role to create without permissions, with a level of its own.
#[derive(Clone, Debug)]
#[must_use = "roles are created by `Roles::create_bare`"]
pub struct NewBareRole {
    body: types::AddRoleRequest,
}

impl NewBareRole {
    /// `key` is what code checks and what access tokens have; `name` is for people. The lower the level, the stronger the
    /// role; 32767 is the weakest.
    pub fn new(key: impl Into<String>, name: impl Into<String>, level: u16) -> Self {
        Self {
            body: types::AddRoleRequest {
                description: None,
                first_user_role: None,
                is_default: None,
                key: key.into(),
                level: level.into(),
                migrate_role: None,
                name: name.into(),
            },
        }
    }

    /// For people as well.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.body.description = Some(text.into());
        self
    }

    /// For the first user of each new tenant.
    pub fn for_first_user(mut self) -> Self {
        self.body.first_user_role = Some(true);
        self
    }

    /// For users who are added without roles.
    pub fn by_default(mut self) -> Self {
        self.body.is_default = Some(true);
        self
    }

    /// For users who are added without roles, and for all who are there already.
    pub fn by_default_for_all(mut self) -> Self {
        self.body.migrate_role = Some(true);
        self.by_default()
    }

    pub(super) fn body(&self) -> types::AddRoleRequest {
        self.body.clone()
    }
}

/// What changes in a role. What is not said stays.
///
/// ```
/// use frontegg_identity::manage::RoleChange;
///
/// let change = RoleChange::new().name("Auditors").level(3);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a role is changed by `Roles::update`"]
pub struct RoleChange {
    body: types::UpdateRoleRequest,
}

impl RoleChange {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Code that checks the old key no longer finds it in new tokens.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.body.key = key.into().into();
        self
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.body.name = name.into().into();
        self
    }

    /// For people as well. [`Patch::Null`] asks for none, which the service does not promise to grant.
    pub fn description(mut self, text: impl Into<Patch<String>>) -> Self {
        self.body.description = text.into();
        self
    }

    /// The lower, the stronger; at most 32767.
    pub fn level(mut self, level: u16) -> Self {
        self.body.level = i64::from(level).into();
        self
    }

    /// Whether the first user of a new tenant gets it.
    pub fn for_first_user(mut self, is_for_first_user: bool) -> Self {
        self.body.first_user_role = is_for_first_user.into();
        self
    }

    /// Whether users who are added without roles get it.
    pub fn by_default(mut self, is_default: bool) -> Self {
        self.body.is_default = is_default.into();
        self
    }

    /// For users who are added without roles, and for all who are there already.
    pub fn by_default_for_all(mut self) -> Self {
        self.body.migrate_role = true.into();
        self.by_default(true)
    }

    pub(super) fn body(&self) -> &types::UpdateRoleRequest {
        &self.body
    }
}
