//! Users are listed and searched: those of the environment, or those of a tenant.

use frontegg_identity_raw::catalogue;

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
    let (scope, query) = (scope.clone(), query.clone());
    Listing::new(
        DOING,
        &catalogue::LIST_USERS,
        |user| user.id.as_str(),
        move |wanted| {
            let (scope, query) = (scope.clone(), query.clone());
            async move {
                let (field, order) = query.order.unzip();
                let (kind, identifier) = query.identifier.unzip();
                let outcome = scope
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
                    .await;
                let page = scope.told(DOING, &catalogue::LIST_USERS, outcome)?;
                let users = page.items.into_iter().map(User::from).collect();
                Ok(Page::new(users, page.metadata))
            }
        },
    )
}

fn search(scope: &Scope, query: &UserQuery, phrases: &Phrases) -> Listing<User> {
    const DOING: &str = "cannot search the users";
    let (scope, asked) = (scope.clone(), (query.clone(), phrases.clone()));
    Listing::new(
        DOING,
        &catalogue::SEARCH_USERS,
        |user| user.id.as_str(),
        move |wanted| {
            let (scope, (query, phrases)) = (scope.clone(), asked.clone());
            async move {
                let (field, order) = query.order.unzip();
                let (kind, identifier) = query.identifier.unzip();
                let outcome = scope
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
                    .await;
                let page = scope.told(DOING, &catalogue::SEARCH_USERS, outcome)?;
                let users = page.items.into_iter().map(User::from).collect();
                Ok(Page::new(users, page.metadata))
            }
        },
    )
}
