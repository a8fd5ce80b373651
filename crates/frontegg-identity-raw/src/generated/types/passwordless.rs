// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Passwordless: types.
use super::*;

/// Second step of a passwordless login, the same for SMS code, magic link and e-mail code. The cookie
/// from the first step has to accompany it.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AuthenticateUserPasswordlessDto {
    /// Invitation with which the user joins a tenant. A secret.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Proof of a solved captcha; needed where the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// The code that the user typed in, or the token taken from the magic link. A secret; codes are text
    /// and may begin with zeros.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
}

/// First step of a login by magic link or e-mail code. Exactly one of `email`, `userId` and `username`
/// names the user.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct PasswordlessAuthenticationPreloginDto {
    /// E-mail address of the user; leave it out when another identifier is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Invitation with which the user joins a tenant. A secret.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Proof of a solved captcha; needed where the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Id of the user; leave it out when another identifier is given.
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Username; leave it out when another identifier is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}

/// First step of a login by SMS code. Exactly one of `email`, `userId`, `username` and `phoneNumber`
/// names the user.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct PasswordlessAuthenticationSmsOtcPreloginDto {
    /// E-mail address of the user; leave it out when another identifier is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Invitation with which the user joins a tenant. A secret.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Phone number with country code; leave it out when another identifier is given.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Proof of a solved captcha; needed where the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Id of the user; leave it out when another identifier is given.
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<::std::string::String>,
    /// Username; leave it out when another identifier is given.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}

/// Answer to the first step of a login by SMS. Both members are optional.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasswordlessAuthenticationSmsOtcPreloginResponseDto {
    /// Number that the code was sent to, for display; expect it to be masked.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Token that is expected to let the user replace the phone number. A secret.
    #[serde(rename = "resetPhoneNumberToken", default)]
    pub reset_phone_number_token: ::std::option::Option<crate::Secret>,
}
