//! E-mail addresses of users, of which one is the main one.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::catalogue;
pub use frontegg_identity_raw::types::ListUserEmailsSortBy;
use frontegg_identity_raw::types::{self, SortOrder};

use super::Users;
use super::query::joined;
use crate::error::Error;
use crate::manage::ids::texts;
use crate::manage::page::Page;
use crate::manage::{EmailId, Listing, TenantId, UserId};

/// An address of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserEmail {
    /// Names the entry.
    pub id: EmailId,
    /// Whose it is.
    pub user_id: Option<UserId>,
    /// The address.
    pub email: String,
    /// Whether it is the one that a [`User`](super::User) has.
    pub is_primary: bool,
    /// Whether the user has proved that it is theirs.
    pub is_verified: bool,
    /// When it was added.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

/// Which addresses are wanted. An empty query wants those of all users.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct EmailQuery {
    email: Option<String>,
    user_ids: Vec<String>,
    tenant_id: Option<TenantId>,
    order: Option<(ListUserEmailsSortBy, SortOrder)>,
}

impl EmailQuery {
    /// All addresses.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only addresses that match this one.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Only those of these users. Some 100 fit into a URL.
    pub fn of_users<'a>(mut self, ids: impl IntoIterator<Item = &'a UserId>) -> Self {
        self.user_ids = texts(ids);
        self
    }

    /// Only those of users of this tenant.
    pub fn in_tenant(mut self, id: impl Into<TenantId>) -> Self {
        self.tenant_id = Some(id.into());
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: ListUserEmailsSortBy, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}

impl Users {
    /// Addresses, of which a user may have several.
    ///
    /// # Wire
    /// `GET /identity/resources/users/emails/v1`, once a page
    pub fn emails(&self, query: &EmailQuery) -> Listing<UserEmail> {
        const DOING: &str = "cannot list the e-mail addresses";
        Listing::new(
            &self.scope,
            query,
            (DOING, &catalogue::LIST_USER_EMAILS),
            |email| email.id.as_str(),
            |scope, query, wanted| async move {
                let (field, order) = query.order.unzip();
                scope
                    .client()
                    .list_user_emails(
                        query.email.as_deref(),
                        wanted.size,
                        Some(wanted.index),
                        order,
                        field,
                        joined(&query.user_ids).as_deref(),
                        query.tenant_id.as_ref().map(AsRef::as_ref),
                    )
                    .await
            },
            |page: types::ListUserEmailsResponse| {
                let emails = page.items.into_iter().filter_map(UserEmail::of);
                Page::new(emails.collect(), page.metadata)
            },
        )
    }

    /// Gives a user one more address, which is not verified.
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict): it is somebody's.
    ///
    /// # Wire
    /// `POST /identity/resources/users/emails/v1/vendor/{userId}`
    pub async fn add_email(&self, id: &UserId, email: &str) -> Result<UserEmail, Error> {
        self.put_email(id, email, false).await
    }

    /// The same, and counts the address as verified: answer for it that it is the user's.
    ///
    /// # Wire
    /// `POST /identity/resources/users/emails/v1/vendor/{userId}`
    pub async fn add_verified_email(&self, id: &UserId, email: &str) -> Result<UserEmail, Error> {
        self.put_email(id, email, true).await
    }

    async fn put_email(
        &self,
        id: &UserId,
        email: &str,
        is_verified: bool,
    ) -> Result<UserEmail, Error> {
        const DOING: &str = "cannot add the e-mail address";
        let body = types::CreateUserEmailVendorRequestDto {
            email: email.to_owned(),
            is_verified: is_verified.then_some(true),
        };
        let client = self.scope.client();
        let outcome = client.create_user_email(id.as_str(), &body).await;
        let operation = &catalogue::CREATE_USER_EMAIL;
        self.scope.part(DOING, operation, outcome, UserEmail::of)
    }

    /// Takes an address from a user. Make another one the main one first if it is that.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/emails/v1/vendor/{userId}/{emailId}`
    pub async fn delete_email(&self, id: &UserId, email_id: &EmailId) -> Result<(), Error> {
        const DOING: &str = "cannot take the e-mail address away";
        let client = self.scope.client();
        let outcome = client
            .delete_user_email(id.as_str(), email_id.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_USER_EMAIL, outcome)
    }

    /// Makes one of a user's addresses the main one.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such address.
    ///
    /// # Wire
    /// `POST /identity/resources/users/emails/v1/vendor/{userId}/primary`
    pub async fn set_primary_email(&self, id: &UserId, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot choose the main e-mail address";
        let body = types::MarkEmailAsPrimaryRequestDto {
            email: email.to_owned(),
        };
        let client = self.scope.client();
        let outcome = client.set_user_primary_email(id.as_str(), &body).await;
        self.scope
            .told(DOING, &catalogue::SET_USER_PRIMARY_EMAIL, outcome)
    }
}

impl UserEmail {
    /// None if it lacks what it is about.
    pub(crate) fn of(email: types::UserEmailResponseDto) -> Option<Self> {
        Some(Self {
            id: email.id?.into(),
            user_id: email.user_id.map(UserId::from),
            email: email.email?,
            is_primary: email.is_primary.unwrap_or_default(),
            is_verified: email.verified.unwrap_or_default(),
            created_at: email.created_at,
            updated_at: email.updated_at,
        })
    }
}
