// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! MFA Settings: types.
use super::*;

/// New state of one MFA strategy of the environment.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateOrUpdateMfaStrategyRequest {
    /// Whether users may enrol in and use the strategy.
    #[serde(rename = "isActive")]
    pub is_active: bool,
    /// Kind of factor: authenticator app codes, a built-in (`WebAuthnPlatform`) or external
    /// (`WebAuthnCrossPlatform`) security key, codes by SMS, or codes by e-mail.
    pub strategy: MfaStrategy,
}

crate::open_enum! {
    /// When a second factor is mandatory: never (`DontForce`), always (`Force`, the default of a request),
    /// or except after SAML sign-in (`ForceExceptSAML`).
    pub enum EnforceMfaType {
        DontForce = "DontForce",
        Force = "Force",
        ForceExceptSaml = "ForceExceptSAML",
    }
}

/// Policy on second factors, for the environment or a tenant. Mind the default of `enforceMFAType`,
/// which makes MFA mandatory.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct MfaPolicyRequest {
    /// Whether users may skip the factor on a device they have marked; false by default.
    #[serde(
        rename = "allowRememberMyDevice",
        skip_serializing_if = "crate::Patch::is_absent"
    )]
    pub allow_remember_my_device: crate::Patch<bool>,
    /// When a second factor is mandatory: never (`DontForce`), always (`Force`), or except after SAML
    /// sign-in (`ForceExceptSAML`). Defaults to `Force`.
    #[serde(rename = "enforceMFAType", skip_serializing_if = "crate::Patch::is_absent")]
    pub enforce_mfa_type: crate::Patch<EnforceMfaType>,
    /// How long a marked device is remembered, in seconds; 1209600 (14 days) by default.
    #[serde(
        rename = "mfaDeviceExpiration",
        skip_serializing_if = "crate::Patch::is_absent"
    )]
    pub mfa_device_expiration: crate::Patch<i64>,
}

/// The MFA policy in force for the environment or a tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MfaPolicyResponse {
    /// Whether users may skip the factor on a device they have marked.
    #[serde(rename = "allowRememberMyDevice", default)]
    pub allow_remember_my_device: ::std::option::Option<bool>,
    /// Time of creation, RFC 3339 in UTC.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    #[serde(rename = "enforceMFAType", default)]
    pub enforce_mfa_type: ::std::option::Option<EnforceMfaType>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// How long a marked device is remembered, in seconds.
    #[serde(
        rename = "mfaDeviceExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub mfa_device_expiration: ::std::option::Option<i64>,
    /// Time of the last change, RFC 3339 in UTC.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

/// All MFA strategies of the environment with their state.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MfaStrategiesResponse {
    /// One entry per strategy.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub strategies: ::std::vec::Vec<MfaStrategyResponse>,
}

/// One MFA strategy and whether it is on.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct MfaStrategyResponse {
    /// Whether users may enrol in and use the strategy.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// Kind of factor: authenticator app codes, a built-in (`WebAuthnPlatform`) or external
    /// (`WebAuthnCrossPlatform`) security key, codes by SMS, or codes by e-mail.
    #[serde(default)]
    pub strategy: ::std::option::Option<MfaStrategy>,
}
