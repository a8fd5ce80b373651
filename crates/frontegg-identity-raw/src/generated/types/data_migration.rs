// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Data Migration: types.
use super::*;

/// Access to an Auth0 account for an import, and the place where the tenant id of each user is found.
/// It contains a client secret in clear text.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct Auth0Configuration {
    /// Client id of an Auth0 machine-to-machine application.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Domain of the Auth0 account.
    pub domain: ::std::string::String,
    /// Whether that field lies in `user_metadata`; otherwise `app_metadata` is searched.
    #[serde(
        rename = "isTenantIdOnUserMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub is_tenant_id_on_user_metadata: ::std::option::Option<bool>,
    /// Client secret of that application.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
    /// Name of the metadata field that holds the tenant id of a user.
    #[serde(rename = "tenantIdFieldName")]
    pub tenant_id_field_name: ::std::string::String,
}

/// One e-mail address of a user in a version 2 bulk import.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct EmailObjectDto {
    pub email: ::std::string::String,
    /// Whether this is the main address of the user; mark one address only.
    pub primary: bool,
    /// Whether the address counts as verified already.
    pub verified: bool,
}

/// A user to import, with one e-mail address. Used alone and, in a list, for version 1 bulk imports.
/// It may carry a password hash and a second-factor secret, so keep it out of logs.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MigrateUserRequestV1 {
    /// Secret of the user's authenticator app, which keeps an existing second factor working.
    #[serde(
        rename = "authenticatorAppMfaSecret",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub authenticator_app_mfa_secret: ::std::option::Option<crate::Secret>,
    /// E-mail address of the user; required even when `username` is given.
    pub email: ::std::string::String,
    /// Id of the user in your own system.
    #[serde(
        rename = "externalId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub external_id: ::std::option::Option<::std::string::String>,
    /// Custom data as a JSON object in a string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Full name of the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Hash of the present password in the form that the algorithm uses; for `scrypt` salt and key in one
    /// string, joined by the salt separator.
    #[serde(
        rename = "passwordHash",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password_hash: ::std::option::Option<crate::Secret>,
    /// Parameters of the hash as JSON in a string, at most 4095 characters. For `scrypt` the members are
    /// `saltSeparator`, `N`, `r`, `p` and `keyLen`; for `firebase-scrypt` they are `memCost`, `rounds`,
    /// `saltSeparator` and `signerKey`.
    #[serde(
        rename = "passwordHashConfig",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password_hash_config: ::std::option::Option<crate::Secret>,
    #[serde(
        rename = "passwordHashType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub password_hash_type: ::std::option::Option<PasswordHashingType>,
    /// Phone number in international form without spaces, such as `+15551234567`; unique among users. It
    /// serves sign-in by SMS and the second factor; giving one is expected to enrol the user in MFA.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    #[serde(
        rename = "phoneNumberType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number_type: ::std::option::Option<PhoneNumberType>,
    /// Address of the picture, at most 4095 characters.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub profile_picture_url: ::std::option::Option<ProfilePictureUrl>,
    /// How the user signs in; `local` unless stated otherwise.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<UserProvider>,
    /// Ids of the roles in the tenant. The default roles apply when it is left out.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Id of an existing tenant that the user joins.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// User name for sign-in, at most 128 characters.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<MigratedUsername>,
    /// Custom data that users never see, as a JSON object in a string.
    #[serde(
        rename = "vendorMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub vendor_metadata: ::std::option::Option<::std::string::String>,
    /// Whether the user counts as verified after the import; `false` by default.
    #[serde(
        rename = "verifyUser",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub verify_user: ::std::option::Option<bool>,
}

/// A user to import, with a list of e-mail addresses. Used in version 2 bulk imports. It may carry a
/// password hash and a second-factor secret, so keep it out of logs.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MigrateUserRequestV2 {
    /// Secret of the user's authenticator app, which keeps an existing second factor working.
    #[serde(
        rename = "authenticatorAppMfaSecret",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub authenticator_app_mfa_secret: ::std::option::Option<crate::Secret>,
    /// E-mail addresses of the user, each with its own primary and verified flag.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub emails: ::std::option::Option<::std::vec::Vec<EmailObjectDto>>,
    /// Id of the user in your own system.
    #[serde(
        rename = "externalId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub external_id: ::std::option::Option<::std::string::String>,
    /// Custom data as a JSON object in a string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Full name of the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Hash of the present password in the form that the algorithm uses; for `scrypt` salt and key in one
    /// string, joined by the salt separator.
    #[serde(
        rename = "passwordHash",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password_hash: ::std::option::Option<crate::Secret>,
    /// Parameters of the hash as JSON in a string, at most 4095 characters. For `scrypt` the members are
    /// `saltSeparator`, `N`, `r`, `p` and `keyLen`; for `firebase-scrypt` they are `memCost`, `rounds`,
    /// `saltSeparator` and `signerKey`.
    #[serde(
        rename = "passwordHashConfig",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password_hash_config: ::std::option::Option<crate::Secret>,
    #[serde(
        rename = "passwordHashType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub password_hash_type: ::std::option::Option<PasswordHashingType>,
    /// Phone number in international form without spaces, such as `+15551234567`; unique among users. It
    /// serves sign-in by SMS and the second factor; giving one is expected to enrol the user in MFA.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    #[serde(
        rename = "phoneNumberType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number_type: ::std::option::Option<PhoneNumberType>,
    /// Address of the picture, at most 4095 characters.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub profile_picture_url: ::std::option::Option<ProfilePictureUrl>,
    /// How the user signs in; `local` unless stated otherwise.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<UserProvider>,
    /// Ids of the roles in the tenant. The default roles apply when it is left out.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Id of an existing tenant that the user joins.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// User name for sign-in, at most 128 characters. Give it when `emails` is left out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<MigratedUsername>,
    /// Custom data that users never see, as a JSON object in a string.
    #[serde(
        rename = "vendorMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub vendor_metadata: ::std::option::Option<::std::string::String>,
}

/// Body of the version 1 bulk import.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct MigrateUsersRequestV1 {
    /// Users to import, each with one e-mail address.
    pub users: ::std::vec::Vec<MigrateUserRequestV1>,
}

/// Body of the version 2 bulk import.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct MigrateUsersRequestV2 {
    /// Users to import, each with any number of e-mail addresses.
    pub users: ::std::vec::Vec<MigrateUserRequestV2>,
}

/// Name for signing in of an imported user, at most 128 characters; needed when the user has no e-mail
/// address.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct MigratedUsername(::std::string::String);

impl ::std::ops::Deref for MigratedUsername {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}

impl ::std::convert::From<MigratedUsername> for ::std::string::String {
    fn from(value: MigratedUsername) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for MigratedUsername {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        if value.chars().count() > 128usize {
            return Err("longer than 128 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl ::std::convert::TryFrom<&str> for MigratedUsername {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl ::std::convert::TryFrom<::std::string::String> for MigratedUsername {
    type Error = crate::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

/// Receipt of a bulk import that was queued, from either version of the route.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MigrationContext {
    /// Id to poll at `/resources/migrations/v1/local/bulk/status/{migrationId}`.
    #[serde(rename = "migrationId", default)]
    pub migration_id: ::std::option::Option<::std::string::String>,
}

/// Status of a bulk migration, as free JSON; the members are not captured.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
#[serde(transparent)]
pub struct MigrationObject(
    pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
);

impl ::std::ops::Deref for MigrationObject {
    type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &self.0
    }
}

impl ::std::convert::From<MigrationObject>
for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
    fn from(value: MigrationObject) -> Self {
        value.0
    }
}

impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
for MigrationObject {
    fn from(
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(value)
    }
}

crate::open_enum! {
    /// Algorithm of an imported password hash. `scrypt` and `firebase-scrypt` also need parameters in
    /// `passwordHashConfig`.
    pub enum PasswordHashingType {
        Bcrypt = "bcrypt",
        Scrypt = "scrypt",
        FirebaseScrypt = "firebase-scrypt",
        Pbkdf2 = "pbkdf2",
        Argon2 = "argon2",
        Sha256 = "sha256",
        Sha1 = "sha1",
    }
}

crate::open_enum! {
    /// What an imported phone number is for: `auth` for sign-in by SMS code, `mfa` for the second factor.
    pub enum PhoneNumberType {
        Auth = "auth",
        Mfa = "mfa",
    }
}
