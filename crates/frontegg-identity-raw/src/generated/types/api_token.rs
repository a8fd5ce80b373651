// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! API Token: types.
use super::*;

/// Tokens of an API token in camel case; the second version of the route answers the same in snake
/// case.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct ApiTokenAuthV1Response {
    /// Access token (JWT) of the API token.
    #[serde(rename = "accessToken")]
    pub access_token: crate::Secret,
    /// When the access token expires, for humans; rely on `expiresIn` or the `exp` claim.
    #[serde(default)]
    pub expires: ::std::option::Option<::std::string::String>,
    /// Lifetime of the access token, in seconds.
    #[serde(rename = "expiresIn", default, deserialize_with = "crate::read::integer")]
    pub expires_in: ::std::option::Option<i64>,
    /// Refresh token, to be used once.
    #[serde(rename = "refreshToken", default)]
    pub refresh_token: ::std::option::Option<crate::Secret>,
}

/// Tokens obtained with an API token. The members are in snake case, unlike the camel case of most of
/// this API.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct ApiTokenAuthV2Response {
    /// JWT to send as a bearer token, of type `tenantApiToken` or `userApiToken`. Secret.
    pub access_token: crate::Secret,
    /// Time of expiry as text, in no guaranteed format; rely on `expires_in` or on the `exp` claim
    /// instead.
    #[serde(default)]
    pub expires: ::std::option::Option<::std::string::String>,
    /// Lifetime of the access token in seconds, a whole number.
    #[serde(default, deserialize_with = "crate::read::integer")]
    pub expires_in: ::std::option::Option<i64>,
    /// Token that renews the access token; by default it works once. Secret.
    #[serde(default)]
    pub refresh_token: ::std::option::Option<crate::Secret>,
}

/// Credential of a tenant's or a user's API token.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AuthApiTokenDto {
    /// Public half of the credential, a UUID.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Secret half of the credential, a UUID, as returned when the API token was created.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
}

/// Asks for new tokens in exchange for a refresh token that was obtained with an API token.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct RefreshApiTokenDto {
    /// The last `refresh_token` received; note that the request writes it in camel case. Secret.
    #[serde(rename = "refreshToken", serialize_with = "crate::secret::expose")]
    pub refresh_token: crate::Secret,
}
