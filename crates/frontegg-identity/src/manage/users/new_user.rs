//! Users who are to be created.

use std::time::Duration;

pub use frontegg_identity_raw::types::UserProvider;
use frontegg_identity_raw::{Secret, types};
use serde_json::{Map, Value};

use super::{fitting, named, seconds, text};
use crate::error::Error;
use crate::manage::ids::texts;
use crate::manage::{Metadata, RoleId};

/// A user who is to come into a tenant, known by an e-mail address or a username.
///
/// ```
/// use frontegg_identity::manage::{NewUser, RoleId};
///
/// let user = NewUser::with_email("ada@example.com")
///     .name("Ada Lovelace")
///     .roles(&[RoleId::from("the id of a role")]);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a user is created by `Users::create` or `Users::invite`"]
pub struct NewUser {
    email: Option<String>,
    username: Option<String>,
    name: Option<String>,
    phone_number: Option<String>,
    picture_url: Option<String>,
    password: Option<Secret>,
    provider: Option<UserProvider>,
    role_ids: Vec<String>,
    metadata: Option<Metadata>,
    mail_values: Option<Metadata>,
    life: Option<Duration>,
    gets_no_mail: bool,
}

impl NewUser {
    /// One with this address, to which an invitation goes.
    pub fn with_email(email: impl Into<String>) -> Self {
        Self {
            email: Some(email.into()),
            ..Self::default()
        }
    }

    /// One without an address. Usernames have letters, digits, dots, underscores and hyphens.
    pub fn with_username(username: impl Into<String>) -> Self {
        Self {
            username: Some(username.into()),
            ..Self::default()
        }
    }

    /// A username besides the address.
    pub fn and_username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// With country code, as `+15551234567`.
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone_number = Some(number.into());
        self
    }

    /// Where their picture is.
    pub fn picture_url(mut self, url: impl Into<String>) -> Self {
        self.picture_url = Some(url.into());
        self
    }

    /// The first password. Without one, users choose theirs when they activate.
    pub fn password(mut self, password: Secret) -> Self {
        self.password = Some(password);
        self
    }

    /// Who knows the identity; without this it is Frontegg itself.
    pub fn provider(mut self, provider: UserProvider) -> Self {
        self.provider = Some(provider);
        self
    }

    /// Roles in the tenant, in place of the default ones.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = texts(ids);
        self
    }

    /// What the application keeps with the user.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// Values for the placeholders of the invitation's template.
    pub fn mail_values(mut self, values: Map<String, Value>) -> Self {
        self.mail_values = Some(Value::Object(values).into());
        self
    }

    /// Makes the user temporary. Five minutes at least, in whole seconds.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    /// Sends no invitation.
    pub fn without_mail(mut self) -> Self {
        self.gets_no_mail = true;
        self
    }

    pub(super) fn to_wire(&self, doing: &'static str) -> Result<types::CreateUserDto, Error> {
        Ok(types::CreateUserDto {
            email: self.email.clone(),
            email_metadata: self.values(),
            expiration_in_seconds: self.life.map(seconds),
            metadata: text(self.metadata.as_ref()),
            name: self.name.clone(),
            password: self.password.clone(),
            phone_number: self.phone_number.clone(),
            profile_picture_url: fitting(doing, self.picture_url.as_deref())?,
            provider: self.provider.clone(),
            role_ids: named(&self.role_ids),
            skip_invite_email: self.gets_no_mail.then_some(true),
            username: fitting(doing, self.username.as_deref())?,
        })
    }

    fn values(&self) -> Option<Map<String, Value>> {
        self.mail_values.as_ref()?.read().ok()
    }
}

/// A user whom the environment makes by itself: no mail goes out, and there are members that only it can set.
#[derive(Clone, Debug, Default)]
#[must_use = "a user is created by `Users::provision`"]
pub struct ProvisionedUser {
    user: NewUser,
    external_id: Option<String>,
    vendor_metadata: Option<Metadata>,
    bypasses_mfa: bool,
}

impl ProvisionedUser {
    /// Private, since a picture, a provider and mails are no part of it.
    fn of(user: NewUser) -> Self {
        Self {
            user,
            ..Self::default()
        }
    }

    /// One with this address.
    pub fn with_email(email: impl Into<String>) -> Self {
        Self::of(NewUser::with_email(email))
    }

    /// One without an address.
    pub fn with_username(username: impl Into<String>) -> Self {
        Self::of(NewUser::with_username(username))
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.user = self.user.name(name);
        self
    }

    /// With country code, as `+15551234567`.
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        self.user = self.user.phone_number(number);
        self
    }

    /// The first password.
    pub fn password(mut self, password: Secret) -> Self {
        self.user = self.user.password(password);
        self
    }

    /// Roles in the tenant, in place of the default ones.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.user = self.user.roles(ids);
        self
    }

    /// What the application keeps with the user.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.user = self.user.metadata(metadata);
        self
    }

    /// Makes the user temporary. Five minutes at least, in whole seconds.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.user = self.user.expires_in(life);
        self
    }

    /// Their id in a system of yours.
    pub fn external_id(mut self, id: impl Into<String>) -> Self {
        self.external_id = Some(id.into());
        self
    }

    /// What the back end keeps with the user, and nobody else sees.
    pub fn vendor_metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.vendor_metadata = Some(metadata.into());
        self
    }

    /// Spares them a second factor. Meant for tests.
    pub fn bypasses_mfa(mut self) -> Self {
        self.bypasses_mfa = true;
        self
    }

    pub(super) fn to_wire(
        &self,
        doing: &'static str,
        tenant_id: String,
    ) -> Result<types::CreateUserDtoVendorOnly, Error> {
        let user = &self.user;
        Ok(types::CreateUserDtoVendorOnly {
            email: user.email.clone(),
            expiration_in_seconds: user.life.map(seconds),
            external_id: self.external_id.clone(),
            metadata: text(user.metadata.as_ref()),
            mfa_bypass: self.bypasses_mfa.then_some(true),
            name: user.name.clone(),
            password: user.password.clone(),
            phone_number: user.phone_number.clone(),
            role_ids: named(&user.role_ids),
            tenant_id,
            username: fitting(doing, user.username.as_deref())?,
            vendor_metadata: text(self.vendor_metadata.as_ref()),
        })
    }
}
