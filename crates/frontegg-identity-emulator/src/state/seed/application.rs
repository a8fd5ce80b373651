//! Applications to start with.

use std::collections::BTreeSet;

use super::super::State;
use super::super::environment::{Application, Assigned};

/// An application to start with, besides the one of the settings.
#[derive(Debug, Clone)]
#[must_use]
pub struct NewApplication {
    id: String,
    tenants: BTreeSet<String>,
}

impl NewApplication {
    /// An application with this id, which all tenants may use.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            tenants: BTreeSet::new(),
        }
    }

    /// Lets only this tenant use it, and others for which this is said as well.
    pub fn only_tenant(mut self, id: impl Into<String>) -> Self {
        self.tenants.insert(id.into());
        self
    }
}

impl State {
    /// Adds an application.
    pub(crate) fn seed_application(&mut self, new: NewApplication) {
        let tenants = if new.tenants.is_empty() {
            Assigned::All
        } else {
            Assigned::Only(new.tenants)
        };
        self.environment.applications.insert(Application {
            id: new.id,
            is_default: false,
            tenants,
            users: Vec::new(),
        });
    }
}
