//! Users.

mod query;
mod read;
mod user;

use std::fmt;

pub use self::query::{SortOrder, UserQuery, UserSortField};
pub use self::user::{ManagedBy, Membership, User};
use super::scope::Scope;

/// Users in all tenants of the environment; [`Environment::users`](super::Environment::users) gives it.
#[derive(Clone)]
pub struct Users {
    scope: Scope,
}

impl Users {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }
}

impl fmt::Debug for Users {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Users").finish_non_exhaustive()
    }
}
