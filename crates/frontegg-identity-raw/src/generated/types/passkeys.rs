// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Passkeys: types.
use super::*;

/// A registered passkey.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct PasskeyDeviceDto {
    /// When the passkey was registered, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// `Platform` for an authenticator built into the device, `CrossPlatform` for a roaming one such as a
    /// security key.
    #[serde(rename = "deviceType", default)]
    pub device_type: ::std::option::Option<WebAuthnDeviceType>,
    /// Id of the passkey, as used to delete it.
    pub id: ::std::string::String,
}

/// The passkeys of the calling user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasskeyDevicesResponse {
    /// The passkeys of the calling user.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub devices: ::std::vec::Vec<PasskeyDeviceDto>,
}

/// The signed passkey challenge. Binary values are base64url strings.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct PasskeyPostloginDto {
    /// Where the authenticator sits: `platform` or `cross-platform`.
    #[serde(
        rename = "authenticatorAttachment",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub authenticator_attachment: ::std::option::Option<::std::string::String>,
    /// Id of the credential that signed, base64url.
    pub id: ::std::string::String,
    /// Token of a tenant invitation that the user accepts by signing in.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// The same id in its raw form, base64url.
    #[serde(rename = "rawId", skip_serializing_if = "::std::option::Option::is_none")]
    pub raw_id: ::std::option::Option<::std::string::String>,
    /// Answer of the captcha, when the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    pub response: WebAuthNResponse,
    /// Kind of the credential, `public-key`.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}

/// Whom to challenge for a passkey. Send at most one of `email` and `userId`; an empty object asks for
/// any discoverable passkey.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct PasskeyPreloginDto {
    /// E-mail address of the user who signs in; leave out to let the authenticator offer its own passkeys.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Answer of the captcha, when the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Id of the user who signs in; an alternative to `email`.
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// The passkey challenge. Current clients read it from `options`; an older form carries the members of
/// `options` at the top level, so read both.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasskeyPreloginResponse {
    #[serde(default)]
    pub options: ::std::option::Option<WebAuthnCredentialRequestOptions>,
}

/// What the authenticator needs to create a passkey. Current clients read it from `options`; an older
/// form carries the members of `options` at the top level, so read both.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasskeyRegistrationResponse {
    #[serde(default)]
    pub options: ::std::option::Option<WebAuthnCredentialCreationOptions>,
}
