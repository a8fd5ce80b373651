// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! SMS Configuration: types.
use super::*;

/// Account at an SMS provider through which the environment sends codes. Which members are needed
/// depends on the provider.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateSmsVendorConfigRequest {
    /// Id of the account at the provider.
    #[serde(
        rename = "accountId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub account_id: ::std::option::Option<::std::string::String>,
    /// Channel over which the provider delivers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel: ::std::option::Option<::std::string::String>,
    /// Name of the SMS provider.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<::std::string::String>,
    /// Sender that recipients see, a phone number or a name; a name works only where the recipient's
    /// country allows it.
    #[serde(
        rename = "senderName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub sender_name: ::std::option::Option<::std::string::String>,
    /// Id of the messaging service within the account.
    #[serde(
        rename = "serviceId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub service_id: ::std::option::Option<::std::string::String>,
    /// Credential of the account at the provider; a secret.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub token: ::std::option::Option<crate::Secret>,
}

/// SMS provider of the environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SmsVendorConfigResponse {
    /// Account at the provider.
    #[serde(rename = "accountId", default)]
    pub account_id: ::std::option::Option<::std::string::String>,
    /// Channel that messages go through.
    #[serde(default)]
    pub channel: ::std::option::Option<::std::string::String>,
    /// Id of the configuration.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Name of the provider.
    #[serde(default)]
    pub provider: ::std::option::Option<::std::string::String>,
    /// Sender that messages show.
    #[serde(rename = "senderName", default)]
    pub sender_name: ::std::option::Option<::std::string::String>,
    /// Messaging service at the provider.
    #[serde(rename = "serviceId", default)]
    pub service_id: ::std::option::Option<::std::string::String>,
    /// Secret of the account at the provider.
    #[serde(default)]
    pub token: ::std::option::Option<crate::Secret>,
}
