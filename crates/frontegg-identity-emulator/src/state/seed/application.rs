//! Applications to start with.

use chrono::{DateTime, Utc};

use super::super::State;
use super::super::environment::{Application, Assigned};
use crate::crypto::random;

/// An application to start with, besides the one of [`Settings`](crate::Settings) (`application_id`).
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct NewApplication {
    id: Option<String>,
    name: String,
    is_default: bool,
    tenants: Option<Vec<String>>,
}

impl NewApplication {
    /// An application with this name and an id of the emulator's choice, open to all tenants.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// The id.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Makes it the one that requests mean if they name none; there is one such application at most, the last.
    pub fn default_application(mut self) -> Self {
        self.is_default = true;
        self
    }

    /// Opens it to this tenant, which is made if it is not there yet, and to those named so before; to all others it is
    /// closed (404 `ER-01008`).
    pub fn tenant(mut self, id: impl Into<String>) -> Self {
        self.tenants.get_or_insert_default().push(id.into());
        self
    }

    /// Closes it to every tenant.
    pub fn no_tenants(mut self) -> Self {
        self.tenants = Some(Vec::new());
        self
    }
}

impl State {
    /// Adds an application, or puts it in the place of the one with the same id, and returns the id.
    pub(crate) fn seed_application(&mut self, new: NewApplication, now: DateTime<Utc>) -> String {
        let id = new.id.unwrap_or_else(random::uuid);
        for tenant_id in new.tenants.iter().flatten() {
            self.seed_missing_tenant(tenant_id, now);
        }
        self.environment.applications.insert(Application {
            id: id.clone(),
            name: new.name,
            is_default: false,
            tenants: match new.tenants {
                Some(ids) => Assigned::Only(ids.into_iter().collect()),
                None => Assigned::All,
            },
            users: Vec::new(),
        });
        if new.is_default {
            self.environment.make_default(&id, true);
        }
        id
    }
}
