//! Usernames, and whose they are.

use frontegg_identity_raw::catalogue;
pub use frontegg_identity_raw::types::ListUsernamesSortBy;
use frontegg_identity_raw::types::{self, SortOrder};

use super::{Users, named};
use crate::manage::ids::texts;
use crate::manage::page::Page;
use crate::manage::{Listing, UserId};

/// A username.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Username {
    /// In lower case.
    pub name: String,
    /// Whose it is.
    pub user_id: Option<UserId>,
}

/// Which usernames are wanted. An empty query wants all.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct UsernameQuery {
    prefix: Option<String>,
    names: Vec<String>,
    user_ids: Vec<String>,
    order: Option<(ListUsernamesSortBy, SortOrder)>,
}

impl UsernameQuery {
    /// All usernames.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only those that begin so.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }

    /// Only these. Some 100 fit into a URL.
    pub fn names<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.names = names.into_iter().map(str::to_owned).collect();
        self
    }

    /// Only those of these users. Some 100 fit into a URL.
    pub fn of_users<'a>(mut self, ids: impl IntoIterator<Item = &'a UserId>) -> Self {
        self.user_ids = texts(ids);
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: ListUsernamesSortBy, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}

impl Users {
    /// Usernames with their users.
    ///
    /// # Wire
    /// `GET /identity/resources/usernames/v1`, once a page
    pub fn usernames(&self, query: &UsernameQuery) -> Listing<Username> {
        const DOING: &str = "cannot list the usernames";
        Listing::new(
            &self.scope,
            query,
            (DOING, &catalogue::LIST_USERNAMES),
            |username| &username.name,
            |scope, query, wanted| async move {
                let (field, order) = query.order.unzip();
                scope
                    .client()
                    .list_usernames(
                        wanted.size,
                        Some(wanted.index),
                        order,
                        field,
                        query.prefix.as_deref(),
                        named(&query.user_ids).as_ref(),
                        named(&query.names).as_ref(),
                    )
                    .await
            },
            |page: types::ListUsernamesResponse| {
                let names = page.items.into_iter().filter_map(Username::of);
                Page::new(names.collect(), page.metadata)
            },
        )
    }
}

impl Username {
    fn of(username: types::UsernameResponseDto) -> Option<Self> {
        Some(Self {
            name: username.username?,
            user_id: username.user_id.map(UserId::from),
        })
    }
}
