//! A user of a former system, with password and second factor.

pub use frontegg_identity_raw::types::PasswordHashingType;
use frontegg_identity_raw::{Secret, types};
use serde_json::Value;

use crate::error::{Error, ErrorKind};
use crate::manage::ids::texts;
use crate::manage::users::{fitting, named, text};
use crate::manage::{Metadata, RoleId, TenantId, UserProvider};

/// A user of a former system, who comes into a tenant and keeps password and second factor, if these are known.
#[derive(Clone, Debug)]
#[must_use = "users are brought in by methods of `Migrations`"]
pub struct MigratedUser {
    tenant_id: TenantId,
    emails: Vec<types::EmailObjectDto>,
    username: Option<String>,
    name: Option<String>,
    phone: Option<(String, types::PhoneNumberType)>,
    picture_url: Option<String>,
    provider: Option<UserProvider>,
    password: Option<PasswordHash>,
    authenticator: Option<Secret>,
    role_ids: Vec<String>,
    external_id: Option<String>,
    metadata: Option<Metadata>,
    vendor_metadata: Option<Metadata>,
}

/// The hash of a password.
#[derive(Clone, Debug)]
#[must_use = "a hash belongs to a user"]
pub struct PasswordHash {
    kind: PasswordHashingType,
    hash: Secret,
    parameters: Option<Secret>,
}

impl PasswordHash {
    /// A hash in the form that the algorithm has for it. With `scrypt` it is salt and key, joined by the separator that the
    /// parameters name.
    pub fn new(kind: PasswordHashingType, hash: Secret) -> Self {
        Self {
            kind,
            hash,
            parameters: None,
        }
    }

    /// One by bcrypt, which says its parameters itself.
    pub fn bcrypt(hash: Secret) -> Self {
        Self::new(PasswordHashingType::Bcrypt, hash)
    }

    /// The parameters of the algorithm: for `scrypt` the members `saltSeparator`, `N`, `r`, `p` and `keyLen`, for
    /// `firebase-scrypt` `memCost`, `rounds`, `saltSeparator` and `signerKey`.
    pub fn parameters(mut self, json: &Value) -> Self {
        self.parameters = Some(Secret::from(json.to_string()));
        self
    }
}

impl MigratedUser {
    /// A user of this tenant. Give them an address, or at least a username.
    pub fn new(tenant_id: impl Into<TenantId>) -> Self {
        Self {
            tenant_id: tenant_id.into(),
            emails: Vec::new(),
            username: None,
            name: None,
            phone: None,
            picture_url: None,
            provider: None,
            password: None,
            authenticator: None,
            role_ids: Vec::new(),
            external_id: None,
            metadata: None,
            vendor_metadata: None,
        }
    }

    /// An address that is not verified. The first one that a user gets is the main one.
    pub fn email(self, email: impl Into<String>) -> Self {
        self.address(email.into(), false)
    }

    /// An address that is verified already. The first one that a user gets is the main one.
    pub fn verified_email(self, email: impl Into<String>) -> Self {
        self.address(email.into(), true)
    }

    fn address(mut self, email: String, verified: bool) -> Self {
        let primary = self.emails.is_empty();
        self.emails.push(types::EmailObjectDto {
            email,
            primary,
            verified,
        });
        self
    }

    /// A name to sign in with, of 128 characters at most.
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// A number to sign in with, with country code and without blanks. No other user has it.
    pub fn phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone = Some((number.into(), types::PhoneNumberType::Auth));
        self
    }

    /// A number that is a second factor, in place of one to sign in with.
    pub fn mfa_phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone = Some((number.into(), types::PhoneNumberType::Mfa));
        self
    }

    /// Where the picture is.
    pub fn picture_url(mut self, url: impl Into<String>) -> Self {
        self.picture_url = Some(url.into());
        self
    }

    /// Who knows the identity; without this it is Frontegg itself.
    pub fn provider(mut self, provider: UserProvider) -> Self {
        self.provider = Some(provider);
        self
    }

    /// The password, as its hash. Without one that can be used, the user sets a new password.
    pub fn password(mut self, hash: PasswordHash) -> Self {
        self.password = Some(hash);
        self
    }

    /// The secret of the user's authenticator app.
    pub fn authenticator(mut self, secret: Secret) -> Self {
        self.authenticator = Some(secret);
        self
    }

    /// Roles in the tenant, in place of the default ones.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = texts(ids);
        self
    }

    /// Their id in a system of yours.
    pub fn external_id(mut self, id: impl Into<String>) -> Self {
        self.external_id = Some(id.into());
        self
    }

    /// What the application keeps with the user.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// What the back end keeps with the user, and nobody else sees.
    pub fn vendor_metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.vendor_metadata = Some(metadata.into());
        self
    }

    pub(super) fn to_wire(
        &self,
        doing: &'static str,
    ) -> Result<types::MigrateUserRequestV2, Error> {
        let password = self.password.as_ref();
        let (number, kind) = self.phone.clone().unzip();
        Ok(types::MigrateUserRequestV2 {
            authenticator_app_mfa_secret: self.authenticator.clone(),
            emails: (!self.emails.is_empty()).then(|| self.emails.clone()),
            external_id: self.external_id.clone(),
            metadata: text(self.metadata.as_ref()),
            name: self.name.clone(),
            password_hash: password.map(|one| one.hash.clone()),
            password_hash_config: password.and_then(|one| one.parameters.clone()),
            password_hash_type: password.map(|one| one.kind.clone()),
            phone_number: number,
            phone_number_type: kind,
            profile_picture_url: fitting(doing, self.picture_url.as_deref())?,
            provider: self.provider.clone(),
            role_ids: named(&self.role_ids),
            tenant_id: self.tenant_id.to_string(),
            username: fitting(doing, self.username.as_deref())?,
            vendor_metadata: text(self.vendor_metadata.as_ref()),
        })
    }

    /// The form with one address, whose verification is the user's.
    pub(super) fn to_wire_v1(
        &self,
        doing: &'static str,
    ) -> Result<types::MigrateUserRequestV1, Error> {
        let [address] = self.emails.as_slice() else {
            return Err(Error::new(ErrorKind::Input, doing));
        };
        let user = self.to_wire(doing)?;
        Ok(types::MigrateUserRequestV1 {
            authenticator_app_mfa_secret: user.authenticator_app_mfa_secret,
            email: address.email.clone(),
            external_id: user.external_id,
            metadata: user.metadata,
            name: user.name,
            password_hash: user.password_hash,
            password_hash_config: user.password_hash_config,
            password_hash_type: user.password_hash_type,
            phone_number: user.phone_number,
            phone_number_type: user.phone_number_type,
            profile_picture_url: user.profile_picture_url,
            provider: user.provider,
            role_ids: user.role_ids,
            tenant_id: user.tenant_id,
            username: user.username,
            vendor_metadata: user.vendor_metadata,
            verify_user: address.verified.then_some(true),
        })
    }
}
