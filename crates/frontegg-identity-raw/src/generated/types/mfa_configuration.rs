// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! MFA Configuration: types.
use super::*;

/// Settings of the authenticator app factor, as stored.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct AuthenticationAppConfiguration {
    /// Whether the factor is switched on.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Name under which authenticator apps list the account.
    #[serde(rename = "serviceName", default)]
    pub service_name: ::std::option::Option<::std::string::String>,
}

/// Settings of the e-mail code factor, as stored.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct EmailConfiguration {
    /// Whether the factor is switched on.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Sender of the e-mails with the codes.
    #[serde(default)]
    pub sender: ::std::option::Option<::std::string::String>,
    /// Lifetime of a code, in seconds.
    #[serde(
        rename = "tokenLifetimeSeconds",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub token_lifetime_seconds: ::std::option::Option<i64>,
}

/// Settings of the authenticator app factor, in the request; both members are needed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MfaAuthAppConfig {
    /// Whether the factor is switched on.
    pub active: bool,
    /// Name under which authenticator apps list the account, usually the product's.
    #[serde(rename = "serviceName")]
    pub service_name: ::std::string::String,
}

/// Settings of the MFA factors to store. A factor that is left out is expected to stay as it is; one
/// that is sent must be complete.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct MfaConfigRequest {
    #[serde(
        rename = "authenticationApp",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub authentication_app: ::std::option::Option<MfaAuthAppConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<MfaEmailConfig>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sms: ::std::option::Option<MfaSmsConfig>,
}

/// Settings of the three MFA factors of the environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MfaConfigResponse {
    #[serde(rename = "authenticationApp", default)]
    pub authentication_app: ::std::option::Option<AuthenticationAppConfiguration>,
    #[serde(default)]
    pub email: ::std::option::Option<EmailConfiguration>,
    #[serde(default)]
    pub sms: ::std::option::Option<SmsConfiguration>,
}

/// Settings of the e-mail code factor, in the request; all members are needed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MfaEmailConfig {
    /// Whether the factor is switched on.
    pub active: bool,
    /// Sender of the e-mails with the codes.
    pub sender: ::std::string::String,
    /// Lifetime of a code, in seconds, at least 300.
    #[serde(rename = "tokenLifetimeSeconds")]
    pub token_lifetime_seconds: i64,
}

/// Settings of the SMS code factor, in the request; both members are needed.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MfaSmsConfig {
    /// Whether the factor is switched on.
    pub active: bool,
    /// Lifetime of a code, in seconds, at least 300.
    #[serde(rename = "tokenLifetimeSeconds")]
    pub token_lifetime_seconds: i64,
}

/// Settings of the SMS code factor, as stored.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SmsConfiguration {
    /// Whether the factor is switched on.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Lifetime of a code, in seconds.
    #[serde(
        rename = "tokenLifetimeSeconds",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub token_lifetime_seconds: ::std::option::Option<i64>,
}
