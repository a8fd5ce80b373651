//! What admins have decided about users as a whole, and what they have started.

use super::tasks::Tasks;

/// See the module.
#[derive(Debug)]
pub(crate) struct People {
    /// Whether users may be temporary.
    pub(crate) temporary_users: bool,
    pub(crate) role_updates: Tasks<RoleUpdate>,
    pub(crate) migrations: Tasks<Migration>,
}

/// A change of a user's roles in many tenants.
#[derive(Debug, Clone)]
pub(crate) struct RoleUpdate {
    pub(crate) user_id: String,
    pub(crate) tenants: usize,
    pub(crate) added: Vec<String>,
    pub(crate) removed: Vec<String>,
    /// What went wrong, with the tenant.
    pub(crate) errors: Vec<(String, String)>,
}

/// An import of many users.
#[derive(Debug, Clone, Default)]
pub(crate) struct Migration {
    pub(crate) users: usize,
    /// What went wrong, with the address.
    pub(crate) errors: Vec<(String, String)>,
}

impl Default for People {
    fn default() -> Self {
        Self {
            temporary_users: true,
            role_updates: Tasks::default(),
            migrations: Tasks::default(),
        }
    }
}
