//! Users are listed and searched: those of the environment, or those of a tenant.

use frontegg_identity_raw::{catalogue, types};

use super::query::joined;
use super::{Phrases, TenantUsers, User, UserQuery, Users};
use crate::manage::Listing;
use crate::manage::page::Page;
use crate::manage::scope::Scope;

impl Users {
    /// The users that a query wants.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3`, once a page
    pub fn list(&self, query: &UserQuery) -> Listing<User> {
        list(&self.scope, query)
    }

    /// The users that a query wants and whose names or addresses have some phrases.
    ///
    /// ```
    /// # use frontegg_identity::{Error, manage::{Environment, Phrases, UserQuery}};
    /// # async fn run(environment: Environment) -> Result<(), Error> {
    /// let phrases = Phrases::new().all_of(["lovelace"]).none_of(["byron"]);
    /// let found = environment.users().search(&UserQuery::new(), &phrases).all().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/query/phrase`, once a page
    pub fn search(&self, query: &UserQuery, phrases: &Phrases) -> Listing<User> {
        search(&self.scope, query, phrases)
    }
}

impl TenantUsers {
    /// The users of the tenant that a query wants, and those of the accounts below it [unless it leaves them
    /// out](UserQuery::without_sub_accounts).
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3`, once a page
    pub fn list(&self, query: &UserQuery) -> Listing<User> {
        list(&self.scope, query)
    }

    /// The same, of users whose names or addresses have some phrases.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/query/phrase`, once a page
    pub fn search(&self, query: &UserQuery, phrases: &Phrases) -> Listing<User> {
        search(&self.scope, query, phrases)
    }
}

fn list(scope: &Scope, query: &UserQuery) -> Listing<User> {
    const DOING: &str = "cannot list the users";
    Listing::new(
        scope,
        query,
        (DOING, &catalogue::LIST_USERS),
        |user| user.id.as_str(),
        |scope, query, wanted| async move {
            let (field, order) = query.order.unzip();
            let (kind, identifier) = query.identifier.unzip();
            scope
                .client()
                .list_users(
                    query.email.as_deref(),
                    joined(&query.external_ids).as_deref(),
                    identifier.as_deref(),
                    kind,
                    query.leaves_sub_accounts_out.then_some(false),
                    wanted.limit(),
                    query.name_prefix.as_deref(),
                    Some(wanted.index),
                    order,
                    field,
                    query.tenant_id.as_ref().map(AsRef::as_ref),
                    joined(&query.ids).as_deref(),
                    None,
                )
                .await
        },
        page,
    )
}

fn search(scope: &Scope, query: &UserQuery, phrases: &Phrases) -> Listing<User> {
    const DOING: &str = "cannot search the users";
    Listing::new(
        scope,
        &(query.clone(), phrases.clone()),
        (DOING, &catalogue::SEARCH_USERS),
        |user| user.id.as_str(),
        |scope, (query, phrases), wanted| async move {
            let (field, order) = query.order.unzip();
            let (kind, identifier) = query.identifier.unzip();
            scope
                .client()
                .search_users(
                    query.email.as_deref(),
                    joined(&query.external_ids).as_deref(),
                    identifier.as_deref(),
                    kind,
                    query.leaves_sub_accounts_out.then_some(false),
                    wanted.limit(),
                    query.name_prefix.as_deref(),
                    Some(wanted.index),
                    order,
                    phrases.is_approximate.then_some(true),
                    Some(&phrases.required),
                    Some(&phrases.forbidden),
                    Some(&phrases.preferred),
                    field,
                    query.tenant_id.as_ref().map(AsRef::as_ref),
                    joined(&query.ids).as_deref(),
                    None,
                )
                .await
        },
        page,
    )
}

fn page(told: types::UsersV3PageResponse) -> Page<User> {
    let users = told.items.into_iter().map(User::from).collect();
    Page::new(users, told.metadata)
}
