//! Permissions, which roles grant, and the categories that order them.

mod calls;
mod categories;
mod permission;
mod request;

pub use self::categories::{NewPermissionCategory, PermissionCategories, PermissionCategoryChange};
pub use self::permission::{Permission, PermissionCategory};
pub use self::request::{NewPermission, PermissionAssignmentType, PermissionChange};
use super::scope::Scope;
use crate::silent::silent_debug;

/// Permissions of the environment; [`Environment::permissions`](super::Environment::permissions) gives it.
#[derive(Clone)]
pub struct Permissions {
    scope: Scope,
}

impl Permissions {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }
}

silent_debug!(Permissions);
