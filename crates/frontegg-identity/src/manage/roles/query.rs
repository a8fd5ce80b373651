//! Which roles are wanted.

pub use frontegg_identity_raw::types::ListRolesSortBy;

use crate::manage::SortOrder;
use crate::manage::ids::{TenantId, texts};

/// Which roles are wanted, and in which order. An empty query wants all.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct RoleQuery {
    pub(super) text: Option<String>,
    pub(super) levels: Option<Vec<i64>>,
    pub(super) owners: Option<Vec<String>>,
    pub(super) order: Option<(ListRolesSortBy, SortOrder)>,
}

impl RoleQuery {
    /// All roles.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only roles in which this text occurs.
    pub fn containing(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Only roles of these levels.
    pub fn levels(mut self, levels: impl IntoIterator<Item = u16>) -> Self {
        self.levels = Some(levels.into_iter().map(i64::from).collect());
        self
    }

    /// Only roles that belong to these tenants.
    pub fn owned_by<'a>(mut self, tenants: impl IntoIterator<Item = &'a TenantId>) -> Self {
        self.owners = Some(texts(tenants));
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: ListRolesSortBy, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}
