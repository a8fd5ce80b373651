// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Custom Social OAuth Provider: types.
use super::*;

/// A custom OAuth provider to create. All members are required, and it contains a client secret in
/// clear text.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateCustomSsoRequestDto {
    /// Whether the login box offers the provider.
    pub active: bool,
    /// Endpoint to which the browser is sent.
    #[serde(rename = "authorizationUrl")]
    pub authorization_url: ::std::string::String,
    /// Client id that the provider issued.
    #[serde(rename = "clientId")]
    pub client_id: ::std::string::String,
    /// Name of the provider in the login box.
    #[serde(rename = "displayName")]
    pub display_name: ::std::string::String,
    /// Address to which the provider returns the user; register it with the provider too.
    #[serde(rename = "redirectUrl")]
    pub redirect_url: ::std::string::String,
    /// Scopes to request, in one string separated by spaces, such as `openid email profile`.
    pub scopes: ::std::string::String,
    /// Client secret that the provider issued.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
    /// Address of the logo for the button in the login box.
    #[serde(rename = "ssoLogoUrl")]
    pub sso_logo_url: ::std::string::String,
    /// Endpoint that exchanges the code for tokens.
    #[serde(rename = "tokenUrl")]
    pub token_url: ::std::string::String,
    /// Kind of provider; `custom` in all known uses.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
    /// Endpoint that returns the profile of the user.
    #[serde(rename = "userInfoUrl")]
    pub user_info_url: ::std::string::String,
}

/// A custom social login provider. The secret is not expected here.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct CustomSsoProviderDto {
    /// Whether the provider is offered.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Address where the login at the provider begins.
    #[serde(rename = "authorizationUrl", default)]
    pub authorization_url: ::std::option::Option<::std::string::String>,
    /// Client id at the provider.
    #[serde(rename = "clientId", default)]
    pub client_id: ::std::option::Option<::std::string::String>,
    /// Text of the login button.
    #[serde(rename = "displayName", default)]
    pub display_name: ::std::option::Option<::std::string::String>,
    /// Id of the provider.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Address that the provider sends the user back to.
    #[serde(rename = "redirectUrl", default)]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    /// Scopes that are asked for.
    #[serde(default)]
    pub scopes: ::std::option::Option<::std::string::String>,
    /// Address of the logo on the login button.
    #[serde(rename = "ssoLogoUrl", default)]
    pub sso_logo_url: ::std::option::Option<::std::string::String>,
    /// Token endpoint of the provider.
    #[serde(rename = "tokenUrl", default)]
    pub token_url: ::std::option::Option<::std::string::String>,
    /// Kind of the provider.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<::std::string::String>,
    /// User-info endpoint of the provider.
    #[serde(rename = "userInfoUrl", default)]
    pub user_info_url: ::std::option::Option<::std::string::String>,
}

/// The custom social login providers of the environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetCustomSsoProvidersResponseDto {
    /// The providers.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub providers: ::std::vec::Vec<CustomSsoProviderDto>,
}

/// Changes to a custom OAuth provider; members that are left out keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateCustomSsoRequestDto {
    /// Whether the login box offers the provider.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub active: crate::Patch<bool>,
    /// Endpoint to which the browser is sent.
    #[serde(
        rename = "authorizationUrl",
        skip_serializing_if = "crate::Patch::is_absent"
    )]
    pub authorization_url: crate::Patch<::std::string::String>,
    /// Client id that the provider issued.
    #[serde(rename = "clientId", skip_serializing_if = "crate::Patch::is_absent")]
    pub client_id: crate::Patch<::std::string::String>,
    /// Name of the provider in the login box.
    #[serde(rename = "displayName", skip_serializing_if = "crate::Patch::is_absent")]
    pub display_name: crate::Patch<::std::string::String>,
    /// Address to which the provider returns the user; register it with the provider too.
    #[serde(rename = "redirectUrl", skip_serializing_if = "crate::Patch::is_absent")]
    pub redirect_url: crate::Patch<::std::string::String>,
    /// Scopes to request, in one string separated by spaces.
    #[serde(skip_serializing_if = "crate::Patch::is_absent")]
    pub scopes: crate::Patch<::std::string::String>,
    /// New client secret, needed only when it changes.
    #[serde(
        skip_serializing_if = "crate::Patch::is_absent",
        serialize_with = "crate::secret::expose"
    )]
    pub secret: crate::Patch<crate::Secret>,
    /// Address of the logo for the button in the login box.
    #[serde(rename = "ssoLogoUrl", skip_serializing_if = "crate::Patch::is_absent")]
    pub sso_logo_url: crate::Patch<::std::string::String>,
    /// Endpoint that exchanges the code for tokens.
    #[serde(rename = "tokenUrl", skip_serializing_if = "crate::Patch::is_absent")]
    pub token_url: crate::Patch<::std::string::String>,
    /// Kind of provider; `custom` in all known uses.
    #[serde(rename = "type", skip_serializing_if = "crate::Patch::is_absent")]
    pub type_: crate::Patch<::std::string::String>,
    /// Endpoint that returns the profile of the user.
    #[serde(rename = "userInfoUrl", skip_serializing_if = "crate::Patch::is_absent")]
    pub user_info_url: crate::Patch<::std::string::String>,
}
