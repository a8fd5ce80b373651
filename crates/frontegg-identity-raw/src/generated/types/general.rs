// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! General: types.
use super::*;

/// Credentials of a password login. Exactly one of `email` and `username` is to be set.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AuthenticateUserPasswordDto {
    /// E-mail address of the user; leave it out when `username` is sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Token of a tenant invitation, which is accepted together with the login.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// The password; a secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub password: crate::Secret,
    /// Answer of the captcha widget; required while the captcha policy is enabled.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Username; leave it out when `email` is sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}

/// Who is to be impersonated, and by whom.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ImpersonateUserDto {
    /// Token that was issued to the impersonator beforehand and says who acts.
    #[serde(rename = "actorToken", serialize_with = "crate::secret::expose")]
    pub actor_token: crate::Secret,
    /// The user to impersonate.
    #[serde(rename = "impersonatedUserId")]
    pub impersonated_user_id: ::std::string::String,
    /// Where to send the browser afterwards.
    #[serde(
        rename = "redirectUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub redirect_url: ::std::option::Option<::std::string::String>,
}

/// Tokens of an impersonated session.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct ImpersonateUserResponse {
    /// Access token (JWT) of the impersonated user; its `act` claim names the impersonator.
    #[serde(rename = "accessToken")]
    pub access_token: crate::Secret,
    /// When the access token expires, for humans; rely on `expiresIn` or the `exp` claim.
    #[serde(default)]
    pub expires: ::std::option::Option<::std::string::String>,
    /// Lifetime of the access token, in seconds.
    #[serde(rename = "expiresIn", default, deserialize_with = "crate::read::integer")]
    pub expires_in: ::std::option::Option<i64>,
    /// Refresh token of the impersonated session; the same as in the cookie.
    #[serde(rename = "refreshToken", default)]
    pub refresh_token: ::std::option::Option<crate::Secret>,
    /// Kind of the token, `bearer`.
    #[serde(rename = "tokenType", default)]
    pub token_type: ::std::option::Option<::std::string::String>,
}

/// Body of the session refresh; may be empty.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct RefreshTokenDto {
    /// Tenant that the new access token shall be for; null or absent keeps the present one.
    #[serde(rename = "tenantId", skip_serializing_if = "crate::Patch::is_absent")]
    pub tenant_id: crate::Patch<::std::string::String>,
}

/// Result of a sign-up. The tokens are nested in `authResponse` and missing while activation is
/// required.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct SignUpResponseDto {
    /// Token that completes the activation where it is handed out directly; a secret.
    #[serde(rename = "activationToken", default)]
    pub activation_token: ::std::option::Option<crate::Secret>,
    #[serde(rename = "authResponse", default)]
    pub auth_response: ::std::option::Option<AuthenticationResponseDto>,
    /// Whether the user has to confirm the e-mail address before signing in.
    #[serde(rename = "shouldActivate", default)]
    pub should_activate: ::std::option::Option<bool>,
    /// Identifier of the tenant that the user founded or joined.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// Identifier of the new user.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// A self-service sign-up by e-mail address.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SignUpUserEmailDto {
    /// Name of the tenant that is created with the user.
    #[serde(rename = "companyName")]
    pub company_name: ::std::string::String,
    pub email: ::std::string::String,
    /// Free-form JSON object whose values are passed to the e-mail template.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Token of a tenant invitation; the user joins that tenant.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// JSON object written as a string, such as `"{\"plan\":\"free\"}"`; stored with the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Full name. Send it always: the service is known to refuse a sign-up without it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The password to set; a secret. Leave it out for passwordless environments.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Phone number in international form, such as `+15551234567`.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// URL of a picture, at most 4095 characters.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub profile_picture_url: ::std::option::Option<ProfilePictureUrl>,
    /// Origin of the identity. `local`, the default, means a sign-up with a password.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<UserProvider>,
    /// Answer of the captcha widget; required while the captcha policy is enabled.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Identifiers of the roles that the user gets in the tenant.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Whether the activation or invitation mail is suppressed.
    #[serde(
        rename = "skipInviteEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub skip_invite_email: ::std::option::Option<bool>,
    /// Additional username, if the user is to have one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}

/// A new user who is identified by a phone number.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SignUpUserPhoneNumberDto {
    /// Name of the tenant that is created.
    #[serde(rename = "companyName")]
    pub company_name: ::std::string::String,
    /// E-mail address of the new user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Token of a tenant invitation that the user accepts by signing up.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Metadata of the user: a JSON document in a string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Full name of the new user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Password, where the environment uses passwords.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Phone number of the new user, with country code.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::std::string::String,
    /// Answer of the captcha, when the captcha policy is on.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Roles that the user gets.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Username of the new user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub username: ::std::option::Option<::std::string::String>,
}

/// A self-service sign-up by username; the e-mail address is optional.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SignUpUserUsernameDto {
    /// Name of the tenant that is created with the user.
    #[serde(rename = "companyName")]
    pub company_name: ::std::string::String,
    /// E-mail address, if there is one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Free-form JSON object whose values are passed to the e-mail template.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Token of a tenant invitation; the user joins that tenant.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// JSON object written as a string, such as `"{\"plan\":\"free\"}"`; stored with the user.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::std::string::String>,
    /// Full name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The password to set; a secret.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub password: ::std::option::Option<crate::Secret>,
    /// Phone number in international form, such as `+15551234567`.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// URL of a picture, at most 4095 characters.
    #[serde(
        rename = "profilePictureUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub profile_picture_url: ::std::option::Option<ProfilePictureUrl>,
    /// Origin of the identity. `local`, the default, means a sign-up with a password.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<UserProvider>,
    /// Answer of the captcha widget; required while the captcha policy is enabled.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    /// Identifiers of the roles that the user gets in the tenant.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Whether the activation or invitation mail is suppressed.
    #[serde(
        rename = "skipInviteEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub skip_invite_email: ::std::option::Option<bool>,
    /// Letters, digits, dot, underscore and hyphen, at most 255 characters.
    pub username: Username,
}
