// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! M2M Tokens: types.
use super::*;

/// Rights of a tenant access token, looked up by a back end that received its JWT.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AuthTenantAccessTokenResponse {
    /// When the token expires (RFC 3339); absent or empty if it never does.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Identifier of the token, equal to the `sub` claim of its JWT.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Permission keys; elements may be objects instead of strings.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<::serde_json::Value>,
    /// Role keys; elements may be objects instead of strings.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<::serde_json::Value>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
}

/// Owner and rights of a user access token, looked up by a back end that received its JWT.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AuthUserAccessTokenResponse {
    /// When the token expires (RFC 3339); absent or empty if it never does.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Identifier of the token, equal to the `sub` claim of its JWT.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Permission keys; elements may be objects instead of strings.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub permissions: ::std::vec::Vec<::serde_json::Value>,
    /// Role keys; elements may be objects instead of strings.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub roles: ::std::vec::Vec<::serde_json::Value>,
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// User to whom the token belongs.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}
