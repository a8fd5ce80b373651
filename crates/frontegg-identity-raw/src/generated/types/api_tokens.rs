// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! API Tokens: types.
use super::*;

/// Request for a new tenant access token. All members are optional.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateTenantAccessTokenRequest {
    /// Text by which people recognise the token later.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime in minutes, at least 1; without it the token never expires.
    #[serde(
        rename = "expiresInMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_in_minutes: ::std::option::Option<::std::num::NonZeroU64>,
    /// Ids of the roles that the token carries.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}

/// Request for a new tenant API token. Give either `roleIds` or `permissionIds`; if both are sent, the
/// roles win.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateTenantApiTokenDto {
    /// Text by which people recognise the token later.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime of the API token itself in minutes, at least 1; without it the token never expires. The
    /// JWTs it is exchanged for have a lifetime of their own.
    #[serde(
        rename = "expiresInMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_in_minutes: ::std::option::Option<::std::num::NonZeroU64>,
    /// Any JSON object; it is copied into the `metadata` claim of the JWTs. An object here, unlike the
    /// JSON string of users.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Ids of the permissions that the token carries, instead of roles.
    #[serde(
        rename = "permissionIds",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub permission_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Ids of the roles that the token carries.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
}

/// A newly created tenant API token. The only answer that contains the secret.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct CreateTenantApiTokenResponseDto {
    /// Public half of the credential, a UUID; also serves as the id of the token in paths.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the user who created the token; null if it was created with an environment token.
    #[serde(rename = "createdByUserId", default)]
    pub created_by_user_id: ::std::option::Option<::std::string::String>,
    /// Text by which people recognise the token; null if none was given.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Time at which the API token expires, RFC 3339; absent or empty if it never does.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// JSON object that is copied into the `metadata` claim of the JWTs.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Ids of the permissions that the token carries; may be absent.
    #[serde(
        rename = "permissionIds",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub permission_ids: ::std::vec::Vec<::std::string::String>,
    /// Ids of the roles that the token carries; may be absent.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// Secret half of the credential, a UUID. Returned at creation only; store it safely.
    pub secret: crate::Secret,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// All access tokens of a tenant, wrapped in an object and without paging.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetTenantAccessTokensResponse {
    /// The access tokens, without their secrets.
    #[serde(
        rename = "accessTokens",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub access_tokens: ::std::vec::Vec<TenantAccessTokenResponse>,
}

/// One entry of the list of a tenant's API tokens. The secret is not part of it.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct GetTenantApiTokensResponse {
    /// Public half of the credential, a UUID; also serves as the id of the token in paths.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the user who created the token; null if it was created with an environment token.
    #[serde(rename = "createdByUserId", default)]
    pub created_by_user_id: ::std::option::Option<::std::string::String>,
    /// Text by which people recognise the token; null if none was given.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Time at which the API token expires, RFC 3339; absent or empty if it never does.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// JSON object that is copied into the `metadata` claim of the JWTs.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Ids of the permissions that the token carries; may be absent.
    #[serde(
        rename = "permissionIds",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub permission_ids: ::std::vec::Vec<::std::string::String>,
    /// Ids of the roles that the token carries; may be absent.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// A tenant access token, as created or as listed. Only the answer to its creation contains `secret`.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct TenantAccessTokenResponse {
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the user who created the token; null if it was created with an environment token.
    #[serde(rename = "createdByUserId", default)]
    pub created_by_user_id: ::std::option::Option<::std::string::String>,
    /// Text by which people recognise the token; may be absent.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Time at which the token expires, RFC 3339; absent or empty if it never does.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the access token, which is also the `sub` claim of its JWT.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Ids of the roles that the token carries; its JWT does not contain them.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// The JWT to present in the `x-api-key` header. Returned at creation only.
    #[serde(default)]
    pub secret: ::std::option::Option<crate::Secret>,
}

/// Changes to an API token. Members left out are expected to stay as they are; secret and expiry
/// cannot be changed.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateApiTokenDto {
    /// Text by which people recognise the token.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub description: crate::Patch<::std::string::String>,
    /// JSON object that is copied into the `metadata` claim of the JWTs; expected to replace the old
    /// object as a whole.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub metadata: crate::Patch<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Ids of the permissions that the token carries; the list is expected to replace the old one.
    #[serde(rename = "permissionIds", skip_serializing_if = "crate::Patch::is_absent")]
    pub permission_ids: crate::Patch<::std::vec::Vec<::std::string::String>>,
    /// Ids of the roles that the token carries; the list is expected to replace the old one.
    #[serde(rename = "roleIds", skip_serializing_if = "crate::Patch::is_absent")]
    pub role_ids: crate::Patch<::std::vec::Vec<::std::string::String>>,
}

/// A tenant API token after a change. The secret is not part of it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UpdateTenantApiTokenResponseDto {
    /// Public half of the credential, a UUID; also serves as the id of the token in paths.
    #[serde(rename = "clientId", default)]
    pub client_id: ::std::option::Option<::std::string::String>,
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the user who created the token; null if it was created with an environment token.
    #[serde(rename = "createdByUserId", default)]
    pub created_by_user_id: ::std::option::Option<::std::string::String>,
    /// Text by which people recognise the token; null if none was given.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// Time at which the API token expires, RFC 3339; absent or empty if it never does.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// JSON object that is copied into the `metadata` claim of the JWTs.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Ids of the permissions that the token carries; may be absent.
    #[serde(
        rename = "permissionIds",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub permission_ids: ::std::vec::Vec<::std::string::String>,
    /// Ids of the roles that the token carries; may be absent.
    #[serde(rename = "roleIds", default, deserialize_with = "crate::read::or_default")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}
