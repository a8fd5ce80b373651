//! Which users are wanted.

pub use frontegg_identity_raw::types::{IdentifierType, SortOrder, UserSortField};

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
    pub(super) identifier: Option<(IdentifierType, String)>,
    pub(super) leaves_sub_accounts_out: bool,
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
        self.external_ids = owned(ids);
        self
    }

    /// Only users who have an address, a phone number or a username that begins so.
    pub fn identifier_prefix(mut self, kind: IdentifierType, prefix: impl Into<String>) -> Self {
        self.identifier = Some((kind, prefix.into()));
        self
    }

    /// No users of sub-accounts. Unless this is said, the users of a tenant are those of the accounts below it as well.
    pub fn without_sub_accounts(mut self) -> Self {
        self.leaves_sub_accounts_out = true;
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: UserSortField, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}

/// Phrases to look for in what users are called. Each may be several words.
#[derive(Clone, Debug, Default)]
#[must_use = "phrases find nothing by themselves"]
pub struct Phrases {
    pub(super) required: Vec<String>,
    pub(super) forbidden: Vec<String>,
    pub(super) preferred: Vec<String>,
    pub(super) is_approximate: bool,
}

impl Phrases {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Each of these has to occur.
    pub fn all_of<'a>(mut self, phrases: impl IntoIterator<Item = &'a str>) -> Self {
        self.required = owned(phrases);
        self
    }

    /// None of these may occur.
    pub fn none_of<'a>(mut self, phrases: impl IntoIterator<Item = &'a str>) -> Self {
        self.forbidden = owned(phrases);
        self
    }

    /// One of these has to occur.
    pub fn any_of<'a>(mut self, phrases: impl IntoIterator<Item = &'a str>) -> Self {
        self.preferred = owned(phrases);
        self
    }

    /// Words that are spelt alike are the same.
    pub fn approximate(mut self) -> Self {
        self.is_approximate = true;
        self
    }
}

fn owned<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}

/// Ids as one parameter; none if there are none.
pub(super) fn joined(ids: &[String]) -> Option<String> {
    (!ids.is_empty()).then(|| ids.join(","))
}
