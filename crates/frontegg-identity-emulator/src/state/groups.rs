//! Groups of a tenant's users, which give their members roles.

use chrono::{DateTime, Utc};

use super::table::{Row, Table};

/// A group.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) tenant_id: String,
    pub(crate) name: String,
    pub(crate) color: Option<String>,
    pub(crate) description: Option<String>,
    /// JSON in a string, as sent.
    pub(crate) metadata: Option<String>,
    pub(crate) role_ids: Vec<String>,
    pub(crate) user_ids: Vec<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

impl Row for Group {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Table<Group> {
    /// The groups of a tenant that the user is in.
    pub(crate) fn of_user(&self, user_id: &str, tenant_id: &str) -> impl Iterator<Item = &Group> {
        let is_member = move |group: &&Group| {
            group.tenant_id == tenant_id && group.user_ids.iter().any(|id| id == user_id)
        };
        self.iter().filter(is_member)
    }

    /// Takes a user out of all groups, or out of those of one tenant.
    pub(crate) fn forget_user(&mut self, user_id: &str, tenant_id: Option<&str>) {
        for group in self
            .iter_mut()
            .filter(|group| tenant_id.is_none_or(|id| group.tenant_id == id))
        {
            group.user_ids.retain(|id| id != user_id);
        }
    }
}
