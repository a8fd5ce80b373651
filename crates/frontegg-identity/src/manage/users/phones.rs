//! Phone numbers of users, with which they sign in or answer for themselves.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::catalogue;
pub use frontegg_identity_raw::types::PhoneNumberSortField;
use frontegg_identity_raw::types::{self, SortOrder};

use super::{Users, named};
use crate::error::Error;
use crate::manage::ids::texts;
use crate::manage::page::Page;
use crate::manage::{Listing, PhoneId, UserId};

/// A phone number of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserPhone {
    /// Names the entry.
    pub id: PhoneId,
    /// Whose it is.
    pub user_id: Option<UserId>,
    /// The number, with country code.
    pub number: String,
    /// Whether the user has proved that it is theirs.
    pub is_verified: bool,
    /// When it was added.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

/// Which phone numbers are wanted. An empty query wants those of all users.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct PhoneQuery {
    number: Option<String>,
    user_ids: Vec<String>,
    order: Option<(PhoneNumberSortField, SortOrder)>,
}

impl PhoneQuery {
    /// All numbers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only numbers that match this one.
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(number.into());
        self
    }

    /// Only those of these users. Some 100 fit into a URL.
    pub fn of_users<'a>(mut self, ids: impl IntoIterator<Item = &'a UserId>) -> Self {
        self.user_ids = texts(ids);
        self
    }

    /// In this order.
    pub fn sort_by(mut self, field: PhoneNumberSortField, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }
}

impl Users {
    /// Phone numbers, of which a user may have several.
    ///
    /// # Wire
    /// `GET /identity/resources/users/phone-numbers/v2`, once a page
    pub fn phones(&self, query: &PhoneQuery) -> Listing<UserPhone> {
        const DOING: &str = "cannot list the phone numbers";
        Listing::new(
            &self.scope,
            query,
            (DOING, &catalogue::LIST_USER_PHONE_NUMBERS),
            |phone| phone.id.as_str(),
            |scope, query, wanted| async move {
                let (field, order) = query.order.unzip();
                scope
                    .client()
                    .list_user_phone_numbers(
                        wanted.size,
                        Some(wanted.index),
                        order,
                        query.number.as_deref(),
                        field,
                        named(&query.user_ids).as_ref(),
                    )
                    .await
            },
            |page: types::UserPhoneNumbersPageResponse| {
                let phones = page.items.into_iter().filter_map(UserPhone::of);
                Page::new(phones.collect(), page.metadata)
            },
        )
    }

    /// Gives a user one more phone number, verified without a code: answer for it that it is theirs.
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict): it is somebody's.
    ///
    /// # Wire
    /// `POST /identity/resources/users/phone-numbers/v1/vendor/{userId}`
    pub async fn add_phone(&self, id: &UserId, number: &str) -> Result<(), Error> {
        const DOING: &str = "cannot add the phone number";
        let body = types::PreVerifyUserPhoneNumberRequestDto {
            phone_number: number.to_owned(),
        };
        let client = self.scope.client();
        let outcome = client.create_user_phone_number(id.as_str(), &body).await;
        self.scope
            .told(DOING, &catalogue::CREATE_USER_PHONE_NUMBER, outcome)
    }

    /// Takes a phone number from a user without a code. The user is not told.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/phone-numbers/v1/vendor/{userId}/{phoneId}`
    pub async fn delete_phone(&self, id: &UserId, phone_id: &PhoneId) -> Result<(), Error> {
        const DOING: &str = "cannot take the phone number away";
        let client = self.scope.client();
        let outcome = client
            .delete_user_phone_number(id.as_str(), phone_id.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_USER_PHONE_NUMBER, outcome)
    }
}

impl UserPhone {
    /// None if it lacks what it is about.
    pub(crate) fn of(phone: types::UserPhoneNumberResponseDto) -> Option<Self> {
        Some(Self {
            id: phone.id?.into(),
            user_id: phone.user_id.map(UserId::from),
            number: phone.phone_number?,
            is_verified: phone.verified.unwrap_or_default(),
            created_at: phone.created_at,
            updated_at: phone.updated_at,
        })
    }
}
