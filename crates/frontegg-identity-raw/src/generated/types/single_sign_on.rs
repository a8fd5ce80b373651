// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Single Sign-On: types.
use super::*;

/// What an OpenID Connect provider returned.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct OidcPostloginDto {
    /// Authorization code that the identity provider returned.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Redirect URI to which the provider sent the user.
    #[serde(
        rename = "redirectUri",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub redirect_uri: ::std::option::Option<::std::string::String>,
    /// The `state` that came with it; only its name differs from the first version.
    #[serde(rename = "RelayState")]
    pub relay_state: ::std::string::String,
}

/// What an OpenID Connect provider returned, for the first version of the call.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct OidcPostloginV1Dto {
    /// Authorization code that the identity provider returned.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Redirect URI to which the provider sent the user.
    #[serde(
        rename = "redirectUri",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub redirect_uri: ::std::option::Option<::std::string::String>,
    /// The `state` that came with it.
    pub state: ::std::string::String,
}

/// What a SAML identity provider returned.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SamlPostloginDto {
    /// The relay state that came with it.
    #[serde(rename = "RelayState")]
    pub relay_state: ::std::string::String,
    /// The SAML response that the identity provider posted, base64.
    #[serde(rename = "SAMLResponse", serialize_with = "crate::secret::expose")]
    pub saml_response: crate::Secret,
}

/// What accompanies the query parameters of a social login; may be an empty object.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct SocialLoginPostloginDto {
    /// Token of a tenant invitation that the user accepts by signing in.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Metadata of a user whom this login creates: a JSON document in a string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
}

/// Outcome of a social login. The refresh token comes in the `fe_refresh_*` cookie only.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SocialLoginPostloginResponse {
    /// Access token (JWT); absent when a second factor is required.
    #[serde(rename = "accessToken", default)]
    pub access_token: ::std::option::Option<crate::Secret>,
    /// E-mail address that the provider vouches for.
    #[serde(default)]
    pub email: ::std::option::Option<::std::string::String>,
    /// Whether this login created the user.
    #[serde(rename = "isNewUser", default)]
    pub is_new_user: ::std::option::Option<bool>,
    /// Whether a second factor is required before tokens are issued.
    #[serde(rename = "mfaRequired", default)]
    pub mfa_required: ::std::option::Option<bool>,
    /// Full name of the user.
    #[serde(default)]
    pub name: ::std::option::Option<::std::string::String>,
    /// Tenant that the user signed in to.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// E-mail address of the user, for the MFA step.
    #[serde(rename = "userEmail", default)]
    pub user_email: ::std::option::Option<::std::string::String>,
    /// Id of the user.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// A social login provider.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SocialLoginProviderDto {
    /// Whether the provider is offered.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// OAuth scopes to request beyond the default ones.
    #[serde(
        rename = "additionalScopes",
        default,
        deserialize_with = "crate::read::or_default"
    )]
    pub additional_scopes: ::std::vec::Vec<::std::string::String>,
    /// URL at which the login starts, where the server prepares it.
    #[serde(rename = "authorizationUrl", default)]
    pub authorization_url: ::std::option::Option<::std::string::String>,
    /// Redirect URL of the server-side flow.
    #[serde(rename = "backendRedirectUrl", default)]
    pub backend_redirect_url: ::std::option::Option<::std::string::String>,
    /// Client id of the environment at the provider; null or absent when shared development credentials
    /// are used.
    #[serde(rename = "clientId", default)]
    pub client_id: ::std::option::Option<::std::string::String>,
    /// Whether the environment uses credentials of its own instead of shared development credentials.
    #[serde(default)]
    pub customised: ::std::option::Option<bool>,
    /// Settings that only this provider knows.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub options: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Redirect URL that is registered at the provider.
    #[serde(rename = "redirectUrl", default)]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    /// The provider, for instance `google`.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<SocialLoginProviderType>,
}

crate::open_enum! {
    /// A provider of social logins.
    pub enum SocialLoginProviderType {
        Microsoft = "microsoft",
        Facebook = "facebook",
        Google = "google",
        Github = "github",
        Slack = "slack",
        Apple = "apple",
        Linkedin = "linkedin",
    }
}

/// A social login provider as the first version of the list describes it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SocialLoginProviderV1Dto {
    /// Whether the provider is offered.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Client id of the environment at the provider.
    #[serde(rename = "clientId", default)]
    pub client_id: ::std::option::Option<::std::string::String>,
    /// Redirect URL that is registered at the provider.
    #[serde(rename = "redirectUrl", default)]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    /// The provider, for instance `google`.
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<SocialLoginProviderType>,
}

/// Who wants to sign in. Send `email` or `username`.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct SsoPreloginDto {
    /// E-mail address of the user; its domain selects the connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Tenant whose connection is meant, where the identifier alone is ambiguous.
    #[serde(rename = "tenantId", skip_serializing_if = "::std::option::Option::is_none")]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Username of the user; an alternative to `email`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}

/// Where to send a user who signs in through an identity provider.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SsoPreloginResponse {
    /// URL to which the user is to be sent.
    #[serde(default)]
    pub address: ::std::option::Option<::std::string::String>,
    /// Whether `address` leads to the identity provider (`sso`) or to a login page elsewhere (`external`).
    #[serde(rename = "addressType", default)]
    pub address_type: ::std::option::Option<SsoPreloginResponseAddressType>,
    /// Protocol of the connection, which decides the post-login call.
    #[serde(rename = "idpType", default)]
    pub idp_type: ::std::option::Option<SsoPreloginResponseIdpType>,
}

crate::open_enum! {
    /// Whether `address` leads to the identity provider (`sso`) or to a login page elsewhere (`external`).
    pub enum SsoPreloginResponseAddressType {
        Sso = "sso",
        External = "external",
    }
}

crate::open_enum! {
    /// Protocol of the connection, which decides the post-login call.
    pub enum SsoPreloginResponseIdpType {
        Saml = "saml",
        Oidc = "oidc",
    }
}
