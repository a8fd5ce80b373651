//! Permissions that are to be, and changes of permissions.

use frontegg_identity_raw::types;
pub use frontegg_identity_raw::types::PermissionAssignmentType;

use crate::manage::Patch;
use crate::manage::ids::PermissionCategoryId;

/// A permission to create.
#[derive(Clone, Debug)]
#[must_use = "permissions are created by `Permissions::create`"]
pub struct NewPermission {
    body: types::AddPermissionRequest,
}

impl NewPermission {
    /// `key` is what code checks and what access tokens have; `name` is for people.
    pub fn new(key: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            body: types::AddPermissionRequest {
                assignment_type: None,
                category_id: None,
                description: None,
                key: key.into(),
                name: name.into(),
            },
        }
    }

    /// For people as well.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.body.description = Some(text.into());
        self
    }

    /// Where it stands in a list for people.
    pub fn category(mut self, id: &PermissionCategoryId) -> Self {
        self.body.category_id = Some(id.clone().into());
        self
    }

    /// Whether tenants may use it in roles that they assemble themselves.
    pub fn assignment(mut self, assignment: PermissionAssignmentType) -> Self {
        self.body.assignment_type = Some(assignment);
        self
    }

    pub(super) fn body(&self) -> types::AddPermissionRequest {
        self.body.clone()
    }
}

/// What changes in a permission. What is not said stays.
#[derive(Clone, Debug, Default)]
#[must_use = "a permission is changed by `Permissions::update`"]
pub struct PermissionChange {
    body: types::UpdatePermissionRequest,
}

impl PermissionChange {
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

    /// Where it stands in a list for people. [`Patch::Null`] asks for none, which the service does not promise to grant.
    pub fn category(mut self, id: impl Into<Patch<PermissionCategoryId>>) -> Self {
        self.body.category_id = id.into().map(Into::into);
        self
    }

    pub(super) fn body(&self) -> &types::UpdatePermissionRequest {
        &self.body
    }
}
