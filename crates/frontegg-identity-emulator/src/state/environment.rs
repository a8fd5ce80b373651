//! The environment's applications.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::table::{Row, Table};

/// The environment as far as it can change while the service runs.
#[derive(Debug, Default)]
pub(crate) struct Environment {
    pub(crate) applications: Table<Application>,
    pub(crate) group_rules: GroupRules,
}

/// What tenants may do with groups.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GroupRules {
    pub(crate) enabled: bool,
    /// Whether groups may give their members roles.
    pub(crate) roles_enabled: bool,
}

impl Default for GroupRules {
    fn default() -> Self {
        Self {
            enabled: true,
            roles_enabled: true,
        }
    }
}

/// An application of the environment.
#[derive(Debug, Clone)]
pub(crate) struct Application {
    pub(crate) id: String,
    /// Whether requests that name no application mean this one.
    pub(crate) is_default: bool,
    pub(crate) tenants: Assigned,
    /// Users that were assigned to it, with the tenant and the time.
    pub(crate) users: Vec<Assignment>,
}

/// The tenants that may use an application.
#[derive(Debug, Clone)]
pub(crate) enum Assigned {
    All,
    Only(BTreeSet<String>),
}

/// A user of one tenant who may use an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Assignment {
    pub(crate) user_id: String,
    pub(crate) tenant_id: String,
    pub(crate) created_at: DateTime<Utc>,
}

impl Row for Application {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Application {
    pub(crate) fn is_open_to(&self, tenant_id: &str) -> bool {
        match &self.tenants {
            Assigned::All => true,
            Assigned::Only(tenants) => tenants.contains(tenant_id),
        }
    }

    /// Adds a user; one who is there already stays as is.
    pub(crate) fn assign(&mut self, user_id: &str, tenant_id: &str, now: DateTime<Utc>) {
        if !self
            .users
            .iter()
            .any(|one| one.user_id == user_id && one.tenant_id == tenant_id)
        {
            self.users.push(Assignment {
                user_id: user_id.to_owned(),
                tenant_id: tenant_id.to_owned(),
                created_at: now,
            });
        }
    }

    pub(crate) fn unassign(&mut self, user_id: &str, tenant_id: &str) {
        self.users
            .retain(|one| one.user_id != user_id || one.tenant_id != tenant_id);
    }
}

impl Environment {
    /// Makes an application the default one, instead of the one that was, or takes that from it.
    pub(crate) fn make_default(&mut self, id: &str, is_default: bool) {
        for application in self.applications.iter_mut() {
            if application.id == id {
                application.is_default = is_default;
            } else if is_default {
                application.is_default = false;
            }
        }
    }

    /// The application that is meant when a request names none.
    pub(crate) fn default_application(&self) -> Option<&Application> {
        self.applications
            .iter()
            .find(|application| application.is_default)
    }
}
