// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Personal Tokens: types.
use super::*;

/// Body of the call that creates a personal access token.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateUserAccessTokenRequest {
    /// Text by which the owner recognises the token.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime in minutes, at least 1. Without it the token never expires.
    #[serde(
        rename = "expiresInMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_in_minutes: ::std::option::Option<::std::num::NonZeroU64>,
}

/// Body of the call that creates a personal API token.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateUserApiTokenDto {
    /// Text by which the owner recognises the token.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Lifetime of the credentials in minutes, from 1 to 5256000 (ten years). Without it they never
    /// expire.
    #[serde(
        rename = "expiresInMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_in_minutes: ::std::option::Option<::std::num::NonZeroU64>,
    /// JSON object that is copied into the JWTs obtained with this token; an object, not a string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
}

/// A personal API token right after creation, the only time its secret is shown.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct CreateUserApiTokenResponseDto {
    /// Id of the token and user name of the exchange; a UUID.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Time of creation (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Text given by the owner; may be null.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// End of validity (RFC 3339); missing or empty when the token never expires.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// JSON object that is copied into the JWTs obtained with this token.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Secret for the exchange, a UUID. Store it now, because it cannot be read again.
    pub secret: crate::Secret,
}

/// Wrapper around the personal access tokens of a user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserAccessTokensResponse {
    /// All tokens, without secrets.
    #[serde(
        rename = "accessTokens",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub access_tokens: ::std::vec::Vec<UserAccessTokenResponse>,
}

/// A personal API token in the list, without its secret.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct GetUserApiTokensResponseDto {
    /// Id of the token; pass it to the delete route.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Time of creation (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Text given by the owner; may be null.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// End of validity (RFC 3339); missing or empty when the token never expires.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// JSON object that is copied into the JWTs obtained with this token.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}

/// A personal access token. The same shape serves creation, with `secret`, and the list, without it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct UserAccessTokenResponse {
    /// Time of creation (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Text given by the owner, if any.
    #[serde(default)]
    pub description: ::std::option::Option<::std::string::String>,
    /// End of validity (RFC 3339); missing or empty when the token never expires.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the token and `sub` claim of its JWT.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// The JWT itself, ready to be sent. Present in the answer to creation only.
    #[serde(default)]
    pub secret: ::std::option::Option<crate::Secret>,
}
