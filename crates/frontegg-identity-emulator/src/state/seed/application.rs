//! Applications to start with.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::super::State;
use super::super::environment::{Application, Assigned};

/// An application to start with, besides the one of the settings.
#[derive(Debug, Clone)]
#[must_use]
pub struct NewApplication {
    id: String,
    is_default: bool,
    tenants: BTreeSet<String>,
}

impl NewApplication {
    /// An application with this id, which all tenants may use.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            is_default: false,
            tenants: BTreeSet::new(),
        }
    }

    /// Makes it the one that requests mean if they name none. There is one such application at most: the last.
    pub fn default_application(mut self) -> Self {
        self.is_default = true;
        self
    }

    /// Lets only this tenant use it, and others for which this is said as well (404 `ER-01008` for the rest). A tenant that
    /// is not there yet is made.
    pub fn only_tenant(mut self, id: impl Into<String>) -> Self {
        self.tenants.insert(id.into());
        self
    }
}

impl State {
    /// Adds an application.
    pub(crate) fn seed_application(&mut self, new: NewApplication, now: DateTime<Utc>) {
        for tenant_id in &new.tenants {
            self.seed_missing_tenant(tenant_id, now);
        }
        let tenants = if new.tenants.is_empty() {
            Assigned::All
        } else {
            Assigned::Only(new.tenants)
        };
        self.environment.applications.insert(Application {
            id: new.id.clone(),
            is_default: false,
            tenants,
            users: Vec::new(),
        });
        if new.is_default {
            self.environment.make_default(&new.id, true);
        }
    }
}
