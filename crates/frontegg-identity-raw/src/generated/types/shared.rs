// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Types that several tags need.
use super::*;

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
/// Result of every call that may start a session: login, refresh, MFA, passwordless, activation. Only
/// `mfaRequired` can be relied on; the tokens are absent while a second factor is due and when the
/// password has expired or is breached.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AuthenticationResponseDto {
    /// JWT for the `Authorization` header. Absent while there is no session.
    #[serde(rename = "accessToken", default)]
    pub access_token: ::std::option::Option<crate::Secret>,
    /// When true, this very login confirmed the user's e-mail address.
    #[serde(rename = "emailVerified", default)]
    pub email_verified: ::std::option::Option<bool>,
    /// Entitlements of the user, as free JSON.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub entitlements: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// End of the access token's life as an HTTP date such as `Fri, 05 Feb 2027 10:23:04 GMT`; other
    /// formats occur. Use `expiresIn` or the `exp` claim instead.
    #[serde(default)]
    pub expires: ::std::option::Option<::std::string::String>,
    /// Lifetime of the access token, in seconds.
    #[serde(rename = "expiresIn", default, deserialize_with = "crate::read::integer")]
    pub expires_in: ::std::option::Option<i64>,
    /// Whether the password is known from a data breach; without an access token it must be reset first.
    #[serde(rename = "isBreachedPassword", default)]
    pub is_breached_password: ::std::option::Option<bool>,
    #[serde(rename = "mfaDevices", default)]
    pub mfa_devices: ::std::option::Option<UserMfaDevicesResponse>,
    /// Whether the user has a second factor. Absence means yes; false means that one must be enrolled now.
    #[serde(rename = "mfaEnrolled", default)]
    pub mfa_enrolled: ::std::option::Option<bool>,
    /// Whether a second factor stands between this answer and a session; take absence as false.
    #[serde(rename = "mfaRequired", default)]
    pub mfa_required: ::std::option::Option<bool>,
    /// Factors that the user may enrol, when enrolment is forced at login.
    #[serde(
        rename = "mfaStrategies",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub mfa_strategies: ::std::vec::Vec<MfaStrategy>,
    /// Handle of the MFA challenge, to be sent in the body of the MFA routes. Present with `mfaRequired`;
    /// a secret.
    #[serde(rename = "mfaToken", default)]
    pub mfa_token: ::std::option::Option<crate::Secret>,
    /// Warn the user when `passwordExpiresIn` is not greater than this; expected to be in minutes.
    #[serde(
        rename = "notificationPeriod",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub notification_period: ::std::option::Option<i64>,
    /// Handle of a one-time code, present only in steps that send a code.
    #[serde(rename = "otcToken", default)]
    pub otc_token: ::std::option::Option<crate::Secret>,
    /// Time until the password expires, expected to be in minutes.
    #[serde(
        rename = "passwordExpiresIn",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub password_expires_in: ::std::option::Option<i64>,
    /// QR code for enrolling an authenticator app, as a `data:` URL of a PNG image. It contains the TOTP
    /// secret.
    #[serde(rename = "qrCode", default)]
    pub qr_code: ::std::option::Option<crate::Secret>,
    /// Code that disables MFA if the factor is lost. It comes once, with the first enrolment, and must be
    /// shown to the user; a secret.
    #[serde(rename = "recoveryCode", default)]
    pub recovery_code: ::std::option::Option<crate::Secret>,
    /// Address that the login page should go to next.
    #[serde(rename = "redirectLocation", default)]
    pub redirect_location: ::std::option::Option<::std::string::String>,
    /// Opaque token for the next refresh, the same value as the `fe_refresh_...` cookie; single-use where
    /// rotation is on. Absent while there is no session.
    #[serde(rename = "refreshToken", default)]
    pub refresh_token: ::std::option::Option<crate::Secret>,
    /// Present when the password has expired. Together with `userId` it goes to `POST
    /// /resources/users/v1/passwords/reset/verify`; ignore any access token beside it. A secret.
    #[serde(rename = "resetPasswordToken", default)]
    pub reset_password_token: ::std::option::Option<crate::Secret>,
    /// TOTP secret in base32, beside `qrCode`, when enrolment of an authenticator app is forced at login.
    #[serde(default)]
    pub secret: ::std::option::Option<crate::Secret>,
    /// Kind of access token, `bearer` unless told otherwise.
    #[serde(rename = "tokenType", default)]
    pub token_type: ::std::option::Option<::std::string::String>,
    /// E-mail address of the user; mostly seen on the MFA branch.
    #[serde(rename = "userEmail", default)]
    pub user_email: ::std::option::Option<::std::string::String>,
    /// Identifier of the user; needed on the expired-password branch.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "account-roles",
        feature = "core-settings",
        feature = "domain-restrictions",
        feature = "ip-restrictions",
        feature = "sms",
        feature = "user-groups",
        feature = "user-management",
        feature = "user-pools"
    )
)]
/// Links of a page. Any of them may be missing, empty or relative; step through pages with `_offset`
/// instead.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct FronteggPaginationLinks {
    /// Link to the first page.
    #[serde(default)]
    pub first: ::std::option::Option<::std::string::String>,
    /// Link to the last page.
    #[serde(default)]
    pub last: ::std::option::Option<::std::string::String>,
    /// Link to the following page.
    #[serde(default)]
    pub next: ::std::option::Option<::std::string::String>,
    /// Link to the preceding page.
    #[serde(default)]
    pub prev: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "account-roles",
        feature = "core-settings",
        feature = "domain-restrictions",
        feature = "ip-restrictions",
        feature = "sms",
        feature = "user-groups",
        feature = "user-management",
        feature = "user-pools"
    )
)]
/// Size of a paged result. Reading is complete when the page index reaches `totalPages`.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct FronteggPaginationMetadata {
    /// Number of items over all pages.
    #[serde(rename = "totalItems", default, deserialize_with = "crate::read::integer")]
    pub total_items: ::std::option::Option<i64>,
    /// Number of pages at the page size of the request.
    #[serde(rename = "totalPages", default, deserialize_with = "crate::read::integer")]
    pub total_pages: ::std::option::Option<i64>,
}

#[cfg(
    any(
        feature = "core-settings",
        feature = "password-settings",
        feature = "user-management"
    )
)]
crate::open_enum! {
    /// Kind of identifier by which a user is known, an e-mail address, a phone number or a username.
    pub enum IdentifierType {
        Email = "email",
        PhoneNumber = "phoneNumber",
        Username = "username",
    }
}

#[cfg(any(feature = "account-invitations", feature = "account-invitations-settings"))]
/// An invitation to a tenant. It contains the token itself, so treat the whole value as a secret.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct InviteTokenDto {
    /// Time after which the token no longer works, RFC 3339.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the invitation, for deleting it; not the token.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Name shown with the invitation, if there is one.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Ids of the roles given to whoever joins; absent when none were set.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// Whether the service sends an e-mail with the invitation.
    #[serde(rename = "shouldSendEmail", default)]
    pub should_send_email: ::std::option::Option<bool>,
    /// Id of the tenant that the invitation leads to.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Token that lets its holder join, sent as `invitationToken` on sign-up or login. A secret.
    #[serde(default)]
    pub token: ::std::option::Option<crate::Secret>,
    /// User for whom the invitation was issued; absent for an invitation of the tenant as a whole.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "user-groups",
        feature = "user-management",
        feature = "users"
    )
)]
crate::open_enum! {
    /// Who maintains a record: people and applications using the service (`frontegg`), a directory over
    /// SCIM (`scim2`) or, for users only, another source of users (`external`).
    pub enum ManagedBy {
        Frontegg = "frontegg",
        Scim2 = "scim2",
        External = "external",
    }
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "mfa-settings",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
crate::open_enum! {
    /// A kind of second factor: codes of an authenticator app, a built-in (`WebAuthnPlatform`) or external
    /// (`WebAuthnCrossPlatform`) security key, codes by SMS, or codes by e-mail.
    pub enum MfaStrategy {
        AuthenticatorApp = "AuthenticatorApp",
        WebAuthnPlatform = "WebAuthnPlatform",
        WebAuthnCrossPlatform = "WebAuthnCrossPlatform",
        Sms = "SMS",
        EmailCode = "EmailCode",
    }
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "permissions",
        feature = "permissions-categories",
        feature = "user-management",
        feature = "users"
    )
)]
/// A permission, as listed on its own or embedded in users.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct PermissionResponse {
    /// Id of the category; null for a permission without one.
    #[serde(rename = "categoryId", default)]
    pub category_id: ::std::option::Option<::std::string::String>,
    /// Time of creation (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Free text; may be null.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether Frontegg itself defines the permission, as opposed to the environment.
    #[serde(rename = "fePermission", default)]
    pub fe_permission: ::std::option::Option<bool>,
    pub id: ::std::string::String,
    /// Unique name by which code checks the permission; it appears in the `permissions` claim of access
    /// tokens.
    pub key: ::std::string::String,
    /// Display name of the permission.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Ids of the roles that grant the permission; missing where the permission is embedded in a user.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// Time of the last change (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

#[cfg(any(feature = "mfa", feature = "user-management", feature = "users"))]
/// International phone number with a leading `+`, such as `+15551234567`; dashes between digits are
/// allowed.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct PhoneNumber(::std::string::String);

#[cfg(any(feature = "mfa", feature = "user-management", feature = "users"))]
impl ::std::ops::Deref for PhoneNumber {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}

#[cfg(any(feature = "mfa", feature = "user-management", feature = "users"))]
impl ::std::convert::From<PhoneNumber> for ::std::string::String {
    fn from(value: PhoneNumber) -> Self {
        value.0
    }
}

#[cfg(any(feature = "mfa", feature = "user-management", feature = "users"))]
impl ::std::str::FromStr for PhoneNumber {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(||
        {
            ::regress::Regex::new("^\\+[1-9]{1}(\\-?)(([0-9])(\\-?)){5,13}(([0-9]$){1})")
                .expect("the generator has compiled this pattern")
        });
        if PATTERN.find(value).is_none() {
            return Err(
                "doesn't match pattern \"^\\+[1-9]{1}(\\-?)(([0-9])(\\-?)){5,13}(([0-9]$){1})\""
                    .into(),
            );
        }
        Ok(Self(value.to_string()))
    }
}

#[cfg(any(feature = "mfa", feature = "user-management", feature = "users"))]
impl ::std::convert::TryFrom<&str> for PhoneNumber {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

#[cfg(any(feature = "mfa", feature = "user-management", feature = "users"))]
impl ::std::convert::TryFrom<::std::string::String> for PhoneNumber {
    type Error = crate::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

#[cfg(any(feature = "sms", feature = "users"))]
/// A phone number to which a verification code is to be sent.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct PreVerifyUserPhoneNumberRequestDto {
    /// Number in international form, starting with `+`.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::std::string::String,
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
/// Address of a user's picture, at most 4095 characters.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct ProfilePictureUrl(::std::string::String);

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
impl ::std::ops::Deref for ProfilePictureUrl {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
impl ::std::convert::From<ProfilePictureUrl> for ::std::string::String {
    fn from(value: ProfilePictureUrl) -> Self {
        value.0
    }
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
impl ::std::str::FromStr for ProfilePictureUrl {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        if value.chars().count() > 4095usize {
            return Err("longer than 4095 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
impl ::std::convert::TryFrom<&str> for ProfilePictureUrl {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
impl ::std::convert::TryFrom<::std::string::String> for ProfilePictureUrl {
    type Error = crate::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "user-groups",
        feature = "user-management",
        feature = "users"
    )
)]
/// A role as it appears within a group, without its permissions.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct RoleDto {
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Free text that describes the role; may be null.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether the first user of a new tenant gets this role.
    #[serde(rename = "firstUserRole", default)]
    pub first_user_role: ::std::option::Option<bool>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Whether users who are added without roles get this one.
    #[serde(rename = "isDefault", default)]
    pub is_default: ::std::option::Option<bool>,
    /// Stable identifier of the role, as it appears in the `roles` claim of access tokens.
    #[serde(default)]
    pub key: ::std::option::Option<::std::string::String>,
    /// Rank of the role, an integer from 0 to 32767; the lower the number, the stronger the role.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub level: ::std::option::Option<i64>,
    /// Display name.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Id of the tenant that owns the role; null or missing for roles of the environment.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Time of the latest change, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "account-roles",
        feature = "data-migration",
        feature = "roles",
        feature = "user-management",
        feature = "users"
    )
)]
/// A role with its flags and the ids of its permissions, as in the role list and in the authorisation
/// of the signed-in user.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RoleResponse {
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Explanation of the role; null or absent when none was written.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Whether the first user of a new tenant gets this role.
    #[serde(rename = "firstUserRole", default)]
    pub first_user_role: ::std::option::Option<bool>,
    pub id: ::std::string::String,
    /// Whether users who are added without explicit roles get this one.
    #[serde(rename = "isDefault", default)]
    pub is_default: ::std::option::Option<bool>,
    /// Stable name of the role, as found in the `roles` claim of access tokens.
    pub key: ::std::string::String,
    /// Rank of the role, a whole number from 0 to 32767.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub level: ::std::option::Option<i64>,
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Ids of the permissions that the role grants.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<::std::string::String>,
    /// Tenant that owns the role; null or absent for a role that all tenants share.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Time of the last change, RFC 3339 in UTC.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the environment.
    #[serde(rename = "vendorId", default)]
    pub vendor_id: ::std::option::Option<::std::string::String>,
}

#[cfg(any(feature = "sessions-configuration", feature = "sessions-management"))]
/// Limit on simultaneous sessions of a user. When it is exceeded, the oldest session ends.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SessionConcurrentConfigurationDtoAnswer {
    /// Whether the limit is enforced; without it any number of sessions is allowed.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// Largest number of sessions at a time, at least 1.
    #[serde(rename = "maxSessions", default, deserialize_with = "crate::read::integer")]
    pub max_sessions: ::std::option::Option<i64>,
}

#[cfg(any(feature = "sessions-configuration", feature = "sessions-management"))]
/// Session limits in force. Empty when asked with an environment token and no tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SessionConfigurationResponse {
    #[serde(rename = "sessionConcurrentConfiguration", default)]
    pub session_concurrent_configuration: ::std::option::Option<
        SessionConcurrentConfigurationDtoAnswer,
    >,
    #[serde(rename = "sessionIdleTimeoutConfiguration", default)]
    pub session_idle_timeout_configuration: ::std::option::Option<
        SessionIdleTimeoutConfigurationDtoAnswer,
    >,
    #[serde(rename = "sessionTimeoutConfiguration", default)]
    pub session_timeout_configuration: ::std::option::Option<
        SessionTimeoutConfigurationDtoAnswer,
    >,
}

#[cfg(any(feature = "sessions-configuration", feature = "sessions-management"))]
/// Ends sessions in which nothing has happened for a while.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SessionIdleTimeoutConfigurationDtoAnswer {
    /// Whether this timeout is enforced; when it is not, a platform default of 24 hours is expected to
    /// apply.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// Allowed idle time in seconds, from 60 to 2073600 (24 days).
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub timeout: ::std::option::Option<i64>,
}

#[cfg(any(feature = "sessions-configuration", feature = "sessions-management"))]
/// Ends sessions after a fixed time, however active they are, so that the user has to sign in again.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SessionTimeoutConfigurationDtoAnswer {
    /// Whether this timeout is enforced.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// Longest duration of a session in seconds, at least 60.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub timeout: ::std::option::Option<i64>,
}

#[cfg(
    any(
        feature = "account-roles",
        feature = "core-settings",
        feature = "sms",
        feature = "user-groups",
        feature = "user-management"
    )
)]
crate::open_enum! {
    /// Direction of a sort, `ASC` for ascending and `DESC` for descending.
    pub enum SortOrder {
        Asc = "ASC",
        Desc = "DESC",
    }
}

#[cfg(any(feature = "user-management", feature = "users"))]
/// State of the temporary users feature of an environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct TemporaryUsersConfigurationDtoAnswer {
    /// Whether users may be given a time limit.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
}

#[cfg(any(feature = "data-migration", feature = "user-management", feature = "users"))]
/// A user with roles and permissions in the current tenant and the list of all tenants. Many members
/// are missing or null in practice, among them `email` for users with only a phone number or a user
/// name.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct UserDto {
    /// Whether the user is activated in the active tenant.
    #[serde(rename = "activatedForTenant", default)]
    pub activated_for_tenant: ::std::option::Option<bool>,
    /// Time of creation (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Main e-mail address; missing for users with only a phone number or a user name.
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    /// Id of the user in your own system.
    #[serde(rename = "externalId", default)]
    pub external_id: ::std::option::Option<::std::string::String>,
    /// Groups of the user, in short.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub groups: ::std::vec::Vec<UserGroupDto>,
    /// Id of the user across all tenants.
    pub id: ::std::string::String,
    /// Whether the user is hidden from other users of the tenant.
    #[serde(default)]
    pub invisible: ::std::option::Option<bool>,
    /// Whether sign-in is barred, for example after too many failed attempts.
    #[serde(rename = "isLocked", default)]
    pub is_locked: ::std::option::Option<bool>,
    /// Time of the last sign-in (RFC 3339); null or missing before the first one.
    #[serde(rename = "lastLogin", default, deserialize_with = "crate::read::date_time")]
    pub last_login: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Who owns the record. `frontegg` means this service, `scim2` a SCIM directory; `external` is
    /// expected to mean another system, such as a user source.
    #[serde(rename = "managedBy", default)]
    pub managed_by: ::std::option::Option<ManagedBy>,
    /// Custom data as JSON in a string, whereas access tokens carry it as an object; may be null or
    /// missing.
    #[serde(default)]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Whether the user is exempt from the second factor.
    #[serde(rename = "mfaBypass", default)]
    pub mfa_bypass: ::std::option::Option<bool>,
    /// Whether the user has a second factor.
    #[serde(rename = "mfaEnrolled", default)]
    pub mfa_enrolled: ::std::option::Option<bool>,
    /// Full name; may be null.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Permissions that those roles grant.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<PermissionResponse>,
    /// Phone number; may be null.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Address of the picture; may be null.
    #[serde(rename = "profilePictureUrl", default)]
    pub profile_picture_url: ::std::option::Option<::std::string::String>,
    /// How the account came about, such as `local`, `saml` or `google`; an open set of strings.
    #[serde(default)]
    pub provider: ::std::option::Option<::std::string::String>,
    /// Roles of the user in the tenant of the request.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleResponse>,
    /// Id of the user once more, under the name of the JWT claim.
    #[serde(default)]
    pub sub: ::std::option::Option<::std::string::String>,
    /// Whether the user may work in sub-tenants of the tenant.
    #[serde(rename = "subAccountAccessAllowed", default)]
    pub sub_account_access_allowed: ::std::option::Option<bool>,
    /// Whether the user is a super user, who is expected to reach every tenant of the environment.
    #[serde(rename = "superUser", default)]
    pub super_user: ::std::option::Option<bool>,
    /// Id of the active tenant.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Ids of all tenants of the user.
    #[serde(rename = "tenantIds", default, deserialize_with = "crate::read::or_default")]
    pub tenant_ids: ::std::vec::Vec<::std::string::String>,
    /// All tenants of the user with the roles in each.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub tenants: ::std::vec::Vec<UserTenantDto>,
    /// Custom data for the environment's back ends, as JSON in a string; may be null or missing.
    #[serde(rename = "vendorMetadata", default)]
    pub vendor_metadata: ::std::option::Option<::std::string::String>,
    /// Whether the e-mail address is verified; may be null.
    #[serde(default)]
    pub verified: ::std::option::Option<bool>,
}

#[cfg(any(feature = "data-migration", feature = "user-management", feature = "users"))]
/// A group that a user belongs to, in short.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserGroupDto {
    /// Id of the group.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Roles that the group gives to its members.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleDto>,
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
/// An authenticator app that the user has enrolled.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserMfaAuthenticatorAppResponse {
    /// Identifier of the device, used in the path of the verify route.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
/// The second factors of a user, by kind, as they come with an MFA challenge.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserMfaDevicesResponse {
    /// Authenticator apps; a user may have several.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub authenticators: ::std::vec::Vec<UserMfaAuthenticatorAppResponse>,
    /// Addresses that receive codes by e-mail; one entry is enough for the user to count as enrolled.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub emails: ::std::vec::Vec<UserMfaEmailCodeResponse>,
    /// Phones that receive codes by SMS.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub phones: ::std::vec::Vec<UserMfaPhoneDeviceResponse>,
    /// Passkeys and security keys.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub webauthn: ::std::vec::Vec<UserMfaWebAuthnDeviceResponse>,
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
/// An e-mail address to which MFA codes can be sent. It needs no enrolment and has no device
/// identifier.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserMfaEmailCodeResponse {
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
/// A phone that the user has enrolled for codes by SMS.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserMfaPhoneDeviceResponse {
    /// Identifier of the device, used in the path of the SMS routes.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Masked phone number, fit for display only.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
/// A WebAuthn device that the user has enrolled as a second factor.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserMfaWebAuthnDeviceResponse {
    /// `Platform` is an authenticator built into the user's device, `CrossPlatform` a separate one such as
    /// a security key.
    #[serde(rename = "deviceType", default)]
    pub device_type: ::std::option::Option<WebAuthnDeviceType>,
    /// Identifier of the device, used in the path of the WebAuthn routes.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Name for people.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "data-migration",
        feature = "general",
        feature = "user-management",
        feature = "users"
    )
)]
crate::open_enum! {
    /// Where the identity of a user comes from. `local`, the default, means that the service itself
    /// authenticates the user; `saml` means single sign-on, `scim2` a directory, and the others a social
    /// login.
    pub enum UserProvider {
        Local = "local",
        Saml = "saml",
        Google = "google",
        Github = "github",
        Facebook = "facebook",
        Microsoft = "microsoft",
        Scim2 = "scim2",
        Slack = "slack",
        Apple = "apple",
    }
}

#[cfg(any(feature = "data-migration", feature = "user-management", feature = "users"))]
/// Membership of a user in one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserTenantDto {
    /// Whether the user is barred from this tenant.
    #[serde(rename = "isDisabled", default)]
    pub is_disabled: ::std::option::Option<bool>,
    /// Roles of the user in this tenant; left out by the version 3 user lists.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<RoleResponse>,
    /// End of a temporary membership (RFC 3339); missing or null for a permanent one.
    #[serde(
        rename = "temporaryExpirationDate",
        default,
        deserialize_with = "crate::read::date_time"
    )]
    pub temporary_expiration_date: ::std::option::Option<
        ::chrono::DateTime<::chrono::offset::Utc>,
    >,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

#[cfg(any(feature = "user-management", feature = "users"))]
/// A user without roles, permissions and groups, as version 3 of the user routes and the look-up by
/// e-mail address show it. Many members may be null or absent.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct UserV3Dto {
    /// Whether the user has activated in the tenant in question.
    #[serde(rename = "activatedForTenant", default)]
    pub activated_for_tenant: ::std::option::Option<bool>,
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Primary address; absent for users with only a phone number or a username.
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    /// Id of the user in another system; null when unset.
    #[serde(rename = "externalId", default)]
    pub external_id: ::std::option::Option<::std::string::String>,
    pub id: ::std::string::String,
    /// Whether the user is marked as hidden from other users of the tenant.
    #[serde(default)]
    pub invisible: ::std::option::Option<bool>,
    /// Whether the user is locked, by the lockout policy or by an administrator.
    #[serde(rename = "isLocked", default)]
    pub is_locked: ::std::option::Option<bool>,
    /// Time of the last sign-in, RFC 3339 in UTC; null or absent before the first one.
    #[serde(rename = "lastLogin", default, deserialize_with = "crate::read::date_time")]
    pub last_login: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Who maintains the user: this service (`frontegg`), a directory over SCIM (`scim2`) or an external
    /// user source (`external`).
    #[serde(rename = "managedBy", default)]
    pub managed_by: ::std::option::Option<ManagedBy>,
    /// Free user data as a string that holds JSON; may be null or absent.
    #[serde(default)]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Whether the user is exempt from enforced MFA.
    #[serde(rename = "mfaBypass", default)]
    pub mfa_bypass: ::std::option::Option<bool>,
    /// Whether the user has at least one second factor; the factors themselves are not shown here.
    #[serde(rename = "mfaEnrolled", default)]
    pub mfa_enrolled: ::std::option::Option<bool>,
    /// Display name; may be null.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// International phone number; null or absent when there is none.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Address of the picture; may be null.
    #[serde(rename = "profilePictureUrl", default)]
    pub profile_picture_url: ::std::option::Option<::std::string::String>,
    /// Where the identity comes from, for example `local`, `saml` or `google`; unknown values may occur.
    #[serde(default)]
    pub provider: ::std::option::Option<::std::string::String>,
    /// Subject of the user's access tokens; expected to equal `id`.
    #[serde(default)]
    pub sub: ::std::option::Option<::std::string::String>,
    /// Whether the user may enter sub-tenants.
    #[serde(rename = "subAccountAccessAllowed", default)]
    pub sub_account_access_allowed: ::std::option::Option<bool>,
    /// Whether the user is marked as a super user.
    #[serde(rename = "superUser", default)]
    pub super_user: ::std::option::Option<bool>,
    /// Active tenant of the user.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Ids of all tenants of the user.
    #[serde(rename = "tenantIds", default, deserialize_with = "crate::read::or_default")]
    pub tenant_ids: ::std::vec::Vec<::std::string::String>,
    /// Memberships of the user; in this version without the roles.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub tenants: ::std::vec::Vec<UserTenantDto>,
    /// Free data of the environment's back end as a string that holds JSON; null when unset.
    #[serde(rename = "vendorMetadata", default)]
    pub vendor_metadata: ::std::option::Option<::std::string::String>,
    /// Whether the primary address is verified; may be null.
    #[serde(default)]
    pub verified: ::std::option::Option<bool>,
}

#[cfg(any(feature = "general", feature = "user-management", feature = "users"))]
/// Name for signing in, at most 255 letters, digits, dots, underscores and hyphens; needed when the
/// user has no e-mail address.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct Username(::std::string::String);

#[cfg(any(feature = "general", feature = "user-management", feature = "users"))]
impl ::std::ops::Deref for Username {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}

#[cfg(any(feature = "general", feature = "user-management", feature = "users"))]
impl ::std::convert::From<Username> for ::std::string::String {
    fn from(value: Username) -> Self {
        value.0
    }
}

#[cfg(any(feature = "general", feature = "user-management", feature = "users"))]
impl ::std::str::FromStr for Username {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        if value.chars().count() > 255usize {
            return Err("longer than 255 characters".into());
        }
        static PATTERN: ::std::sync::LazyLock<::regress::Regex> = ::std::sync::LazyLock::new(||
        {
            ::regress::Regex::new("^[a-zA-Z0-9._-]+$")
                .expect("the generator has compiled this pattern")
        });
        if PATTERN.find(value).is_none() {
            return Err("doesn't match pattern \"^[a-zA-Z0-9._-]+$\"".into());
        }
        Ok(Self(value.to_string()))
    }
}

#[cfg(any(feature = "general", feature = "user-management", feature = "users"))]
impl ::std::convert::TryFrom<&str> for Username {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

#[cfg(any(feature = "general", feature = "user-management", feature = "users"))]
impl ::std::convert::TryFrom<::std::string::String> for Username {
    type Error = crate::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// New WebAuthn credential, as a browser or platform returns it after creation; sent in the `options`
/// member when an enrolment is finished.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyNewWebAuthnDeviceRequest {
    /// Kind of authenticator: `Platform` is built into the machine, `CrossPlatform` is a separate key. May
    /// be absent.
    #[serde(
        rename = "deviceType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub device_type: ::std::option::Option<WebAuthnDeviceType>,
    /// Credential id, a base64url string.
    pub id: ::std::string::String,
    pub response: WebAuthNClientResponse,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// Attestation part of a new WebAuthn credential. Both members are base64url strings.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct WebAuthNClientResponse {
    /// Attestation object from the authenticator, a base64url string.
    #[serde(rename = "attestationObject")]
    pub attestation_object: ::std::string::String,
    /// Client data that was signed, as base64url of its JSON bytes.
    #[serde(rename = "clientDataJSON")]
    pub client_data_json: ::std::string::String,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// Assertion part of a WebAuthn answer. All members are base64url strings.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct WebAuthNResponse {
    /// Authenticator data covered by the signature, a base64url string.
    #[serde(rename = "authenticatorData")]
    pub authenticator_data: ::std::string::String,
    /// Client data that was signed, as base64url of its JSON bytes.
    #[serde(rename = "clientDataJSON")]
    pub client_data_json: ::std::string::String,
    /// Signature over the challenge, a base64url string.
    pub signature: ::std::string::String,
    /// User handle stored with the credential, a base64url string; many authenticators give none, and it
    /// may be left out.
    #[serde(
        rename = "userHandle",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub user_handle: ::std::option::Option<::std::string::String>,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// What the authenticator is asked to make a credential from. Binary values are base64url strings.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct WebAuthnCredentialCreationOptions {
    /// Demands on the authenticator, to be handed to it as they are.
    #[serde(
        rename = "authenticatorSelection",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub authenticator_selection: ::serde_json::Map<
        ::std::string::String,
        ::serde_json::Value,
    >,
    /// Challenge to sign, base64url.
    pub challenge: ::std::string::String,
    /// Credentials that the user already has.
    #[serde(
        rename = "excludeCredentials",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub exclude_credentials: ::std::vec::Vec<WebAuthnCredentialDescriptor>,
    /// Kinds of key accepted, the preferred one first.
    #[serde(
        rename = "pubKeyCredParams",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub pub_key_cred_params: ::std::vec::Vec<WebAuthnCredentialParameters>,
    #[serde(default)]
    pub rp: ::std::option::Option<WebAuthnRelyingParty>,
    /// Time to wait for the authenticator, in milliseconds.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub timeout: ::std::option::Option<i64>,
    #[serde(default)]
    pub user: ::std::option::Option<WebAuthnUserEntity>,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// A credential that already exists, to be used or to be left out.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct WebAuthnCredentialDescriptor {
    /// Credential id, base64url.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Ways to reach the authenticator, for instance `internal` or `usb`.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub transports: ::std::vec::Vec<::std::string::String>,
    /// Kind of credential, `public-key`.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<::std::string::String>,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// A kind of key that the relying party accepts.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct WebAuthnCredentialParameters {
    /// COSE algorithm number, usually negative.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub alg: ::std::option::Option<i64>,
    /// Always `public-key`.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<::std::string::String>,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// What the authenticator is asked to sign. Binary values are base64url strings.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct WebAuthnCredentialRequestOptions {
    /// Credentials that may answer; absent means any.
    #[serde(
        rename = "allowCredentials",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub allow_credentials: ::std::vec::Vec<WebAuthnCredentialDescriptor>,
    /// Challenge to sign, base64url.
    pub challenge: ::std::string::String,
    /// Relying party id, normally the domain of the environment.
    #[serde(rename = "rpId", default)]
    pub rp_id: ::std::option::Option<::std::string::String>,
    /// Time to wait for the authenticator, in milliseconds.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub timeout: ::std::option::Option<i64>,
    /// Whether the authenticator has to verify the user: `required`, `preferred` or `discouraged`.
    #[serde(rename = "userVerification", default)]
    pub user_verification: ::std::option::Option<::std::string::String>,
}

#[cfg(
    any(
        feature = "general",
        feature = "mfa",
        feature = "passkeys",
        feature = "passwordless",
        feature = "single-sign-on",
        feature = "user-management"
    )
)]
crate::open_enum! {
    /// Kind of authenticator. `Platform` is built into the user's device, `CrossPlatform` is a separate
    /// one such as a security key.
    pub enum WebAuthnDeviceType {
        Platform = "Platform",
        CrossPlatform = "CrossPlatform",
    }
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// The site that a WebAuthn credential is for.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct WebAuthnRelyingParty {
    /// Address of an icon to show.
    #[serde(default)]
    pub icon: ::std::option::Option<::std::string::String>,
    /// Relying party id, a domain.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Name to show.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
}

#[cfg(any(feature = "mfa", feature = "passkeys"))]
/// The user that a WebAuthn credential is made for.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct WebAuthnUserEntity {
    /// Full name to show.
    #[serde(rename = "displayName", default)]
    pub display_name: ::std::option::Option<::std::string::String>,
    /// User handle, base64url.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Login name to show.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
}
