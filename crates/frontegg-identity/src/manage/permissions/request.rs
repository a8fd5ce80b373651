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

/// What changes in a permission.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermissionChange {
    /// Code that checks the old one no longer finds it in new tokens.
    pub key: Patch<String>,
    /// As shown to people.
    pub name: Patch<String>,
    /// For people as well.
    pub description: Patch<String>,
    /// Where it stands in a list for people.
    pub category_id: Patch<PermissionCategoryId>,
}

impl PermissionChange {
    pub(super) fn body(&self) -> types::UpdatePermissionRequest {
        types::UpdatePermissionRequest {
            category_id: self.category_id.clone().map(Into::into),
            description: self.description.clone(),
            key: self.key.clone(),
            name: self.name.clone(),
        }
    }
}
