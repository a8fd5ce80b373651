//! The user who is signed in.

use std::fmt;
use std::sync::Arc;

use super::scope::Scope;
use crate::session::{Caller, Session};

/// The user who is signed in, in the tenant that is active. Clones share the session.
#[derive(Clone)]
pub struct Me {
    scope: Scope,
}

impl Session {
    /// What the user can do for themself.
    #[must_use]
    pub fn me(&self) -> Me {
        let transport = Arc::clone(self.identity().transport());
        Me {
            scope: Scope::new(Caller::User(self.clone()), transport),
        }
    }
}

impl fmt::Debug for Me {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Me").finish_non_exhaustive()
    }
}
