//! Users are looked up and listed.

use frontegg_identity_raw::catalogue;

use super::query::joined;
use super::{User, UserQuery, Users};
use crate::error::Error;
use crate::manage::page::Page;
use crate::manage::{Listing, UserId};

impl Users {
    /// A user, whatever their tenants.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user.
    ///
    /// # Wire
    /// `GET /identity/resources/vendor-only/users/v1/{userId}`
    pub async fn get(&self, id: &UserId) -> Result<User, Error> {
        const DOING: &str = "cannot read the user";
        let outcome = self.scope.client().get_user_as_vendor(id.as_str()).await;
        let user = self
            .scope
            .told(DOING, &catalogue::GET_USER_AS_VENDOR, outcome)?;
        Ok(user.into())
    }

    /// The user with this e-mail address.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/email`
    pub async fn get_by_email(&self, email: &str) -> Result<User, Error> {
        const DOING: &str = "cannot look the user up";
        let outcome = self.scope.client().get_user_by_email(email).await;
        let user = self
            .scope
            .told(DOING, &catalogue::GET_USER_BY_EMAIL, outcome)?;
        Ok(user.into())
    }

    /// The users that a query wants.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3`, once a page
    pub fn list(&self, query: &UserQuery) -> Listing<User> {
        const DOING: &str = "cannot list the users";
        let (scope, query) = (self.scope.clone(), query.clone());
        Listing::new(
            DOING,
            &catalogue::LIST_USERS,
            |user| user.id.as_str(),
            move |wanted| {
                let (scope, query) = (scope.clone(), query.clone());
                async move {
                    let (field, order) = query.order.unzip();
                    let outcome = scope
                        .client()
                        .list_users(
                            query.email.as_deref(),
                            joined(&query.external_ids).as_deref(),
                            None,
                            None,
                            query.includes_sub_accounts,
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
}
