//! Which users are wanted.

pub use frontegg_identity_raw::types::{SortOrder, UserSortField};

use crate::manage::ids::{TenantId, UserId, texts};

/// Which users are wanted, and in which order. An empty query wants all.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct UserQuery {
    pub(super) email: Option<String>,
    pub(super) name_prefix: Option<String>,
    pub(super) tenant_id: Option<TenantId>,
    pub(super) ids: Vec<String>,
    pub(super) external_ids: Vec<String>,
    pub(super) includes_sub_accounts: Option<bool>,
    pub(super) order: Option<(UserSortField, SortOrder)>,
}

impl UserQuery {
    /// All users.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only whose address is this one.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Only whose name begins so.
    pub fn name_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.name_prefix = Some(prefix.into());
        self
    }

    /// Only users of this tenant.
    pub fn in_tenant(mut self, id: impl Into<TenantId>) -> Self {
        self.tenant_id = Some(id.into());
        self
    }

    /// Only these users. Some 100 fit into a URL.
    pub fn ids<'a>(mut self, ids: impl IntoIterator<Item = &'a UserId>) -> Self {
        self.ids = texts(ids);
        self
    }

    /// Only users with these ids in a system of yours. Some 100 fit into a URL.
    pub fn external_ids<'a>(mut self, ids: impl IntoIterator<Item = &'a str>) -> Self {
        self.external_ids = ids.into_iter().map(str::to_owned).collect();
        self
    }

    /// Users of the tenant's sub-accounts as well.
    pub fn with_sub_accounts(mut self) -> Self {
        self.includes_sub_accounts = Some(true);
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: UserSortField, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}

/// Ids as one parameter; none if there are none.
pub(super) fn joined(ids: &[String]) -> Option<String> {
    (!ids.is_empty()).then(|| ids.join(","))
}
