//! Invitations to tenants for whoever holds their token, and tasks that invite many.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::table::{Row, Table};

/// Bulk tasks that can still be asked about; the oldest go first.
const MOST_TASKS: usize = 1000;

/// An invitation to a tenant.
#[derive(Debug, Clone)]
pub(crate) struct Invite {
    pub(crate) id: String,
    pub(crate) tenant_id: String,
    /// The user it was made for, if it is not one of the tenant as a whole.
    pub(crate) user_id: Option<String>,
    pub(crate) token: String,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) sends_mail: bool,
    /// Roles for whoever joins; the default ones if none were named.
    pub(crate) role_ids: Option<Vec<String>>,
}

impl Row for Invite {
    fn id(&self) -> &str {
        &self.id
    }
}

/// All invitations, and the bulk tasks.
#[derive(Debug, Default)]
pub(crate) struct Invites {
    pub(crate) table: Table<Invite>,
    /// Ids of tasks with what their status says.
    tasks: VecDeque<(String, Value)>,
}

impl Invites {
    /// The invitation under a token, if that is still good.
    pub(crate) fn by_token(&self, token: &str, now: DateTime<Utc>) -> Option<&Invite> {
        self.table
            .iter()
            .find(|one| one.token == token && now < one.expires_at)
    }

    /// The invitation of a user to a tenant.
    pub(crate) fn of_user(&self, user_id: &str, tenant_id: &str) -> Option<&Invite> {
        self.table
            .iter()
            .find(|one| one.user_id.as_deref() == Some(user_id) && one.tenant_id == tenant_id)
    }

    /// Removes the invitations that are chosen.
    pub(crate) fn remove_all(&mut self, chosen: impl Fn(&Invite) -> bool) {
        let ids: Vec<String> = self
            .table
            .iter()
            .filter(|one| chosen(one))
            .map(|one| one.id.clone())
            .collect();
        for id in ids {
            self.table.remove(&id);
        }
    }

    /// Keeps the result of a bulk task.
    pub(crate) fn keep_task(&mut self, id: String, status: Value) {
        if self.tasks.len() == MOST_TASKS {
            self.tasks.pop_front();
        }
        self.tasks.push_back((id, status));
    }

    pub(crate) fn task(&self, id: &str) -> Option<&Value> {
        let found = self.tasks.iter().find(|(own, _)| own == id);
        found.map(|(_, status)| status)
    }
}
