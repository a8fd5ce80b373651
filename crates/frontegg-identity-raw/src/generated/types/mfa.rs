// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! MFA: types.
use super::*;

/// Starts a forced enrolment during login, for an authenticator app or a WebAuthn device.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AuthRequestEnrollMfaRequest {
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
}

/// Asks for a code or a challenge during login: by e-mail, by SMS or for a WebAuthn device.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AuthRequestVerifyMfaRequest {
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
}

/// Assertion of a WebAuthn credential, as a browser or platform returns it; sent in the `options`
/// member when a login is finished with a WebAuthn device.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct AuthenticateUserWebAuthNDto {
    /// Credential id, a base64url string.
    pub id: ::std::string::String,
    /// Token of an invitation that the user accepts by this login. Secret.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Token of the captcha widget; only where the environment's captcha policy asks for one.
    #[serde(
        rename = "recaptchaToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub recaptcha_token: ::std::option::Option<crate::Secret>,
    pub response: WebAuthNResponse,
}

/// Whether this login may remember the device.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct CheckAllowRememberResponse {
    /// Whether `rememberDevice` may be offered.
    #[serde(rename = "isAllowedToRemember", default)]
    pub is_allowed_to_remember: ::std::option::Option<bool>,
    /// How long a device stays remembered, in seconds.
    #[serde(
        rename = "mfaDeviceExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub mfa_device_expiration: ::std::option::Option<i64>,
}

/// Proof that goes with the removal of an authenticator app; may be the empty object `{}`.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct DisableMfaAuthAppRequest {
    /// Current code of the app, or the recovery code. May be absent while another factor remains, and when
    /// an administrator resets MFA with an environment token.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub token: ::std::option::Option<crate::Secret>,
}

/// Proof that goes with the removal of a phone. Both members matter only when the phone is the user's
/// last factor.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct DisableMfaSmsRequest {
    /// One-time code received by SMS.
    #[serde(
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub code: ::std::option::Option<crate::Secret>,
    /// Token returned by the step that sent the code; binds the code to this attempt.
    #[serde(
        rename = "otcToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub otc_token: ::std::option::Option<crate::Secret>,
}

/// Confirms the removal of a WebAuthn device. An empty object will do while the user has another
/// factor.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct DisableMfaWebAuthnRequest {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<AuthenticateUserWebAuthNDto>,
    /// The token that the challenge came with; may be left out while another factor remains.
    #[serde(
        rename = "webauthnToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub webauthn_token: ::std::option::Option<crate::Secret>,
}

/// Redeems a recovery code before login.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct RecoverMfaDto {
    /// E-mail address of the user who has lost the factor.
    pub email: ::std::string::String,
    /// Code handed out when the user's first factor was enrolled. Secret.
    #[serde(rename = "recoveryCode", serialize_with = "crate::secret::expose")]
    pub recovery_code: crate::Secret,
}

/// Body of the step that starts the removal of a phone. It has no members; send `{}`.
#[derive(::serde::Serialize, Clone, Debug, Default)]
#[serde(transparent)]
pub struct RequestDisableMfaRequest(
    pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
);

impl ::std::ops::Deref for RequestDisableMfaRequest {
    type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
    fn deref(&self) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &self.0
    }
}

impl ::std::convert::From<RequestDisableMfaRequest>
for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
    fn from(value: RequestDisableMfaRequest) -> Self {
        value.0
    }
}

impl ::std::convert::From<::serde_json::Map<::std::string::String, ::serde_json::Value>>
for RequestDisableMfaRequest {
    fn from(
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        Self(value)
    }
}

/// Handle of the text message that has been sent, and where it went.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct RequestDisableMfaSmsResponse {
    /// Token of the code that was sent; goes back with the code.
    #[serde(rename = "otcToken", default)]
    pub otc_token: ::std::option::Option<crate::Secret>,
    /// Number that the code went to.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
}

/// What an authenticator app needs for its set-up: the QR code and, where sent, `secret`, the same key
/// as a base32 string, for apps that cannot scan.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RequestEnrollAuthenticatorAppMfaResponse {
    /// PNG image as a `data:` URL, ready to be shown; not an `otpauth:` address. Contains the secret of
    /// the app, so treat it as one.
    #[serde(rename = "qrCode")]
    pub qr_code: crate::Secret,
    /// TOTP secret in base32, for typing in instead of scanning the QR code.
    #[serde(default)]
    pub secret: ::std::option::Option<crate::Secret>,
}

/// Begins the enrolment of a phone as second factor at login.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct RequestEnrollMfaSmsRequest {
    /// Token from the login answer that asked for the second factor.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    /// Phone number in international form with a leading `+`, such as `+15551234567`.
    #[serde(rename = "phoneNumber")]
    pub phone_number: PhoneNumber,
}

/// Handle of the text message that has been sent, and where it went.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RequestEnrollMfaSmsResponse {
    /// Token of the code that was sent; goes back with the code.
    #[serde(rename = "otcToken")]
    pub otc_token: crate::Secret,
    /// Number that the code went to; masked at login.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
}

/// Begins the enrolment of a phone by a user who is logged in.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct RequestEnrollMfaUserSmsRequest {
    /// Number to enrol, international with leading plus sign.
    #[serde(rename = "phoneNumber")]
    pub phone_number: PhoneNumber,
}

/// What is needed to create a WebAuthn credential during login: `options` for the authenticator, and
/// `webauthnToken`, which the finishing call requires.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RequestEnrollMfaWebAuthnResponse {
    pub options: WebAuthnCredentialCreationOptions,
    /// Token of this ceremony; goes back with the credential.
    #[serde(rename = "webauthnToken")]
    pub webauthn_token: crate::Secret,
}

/// Handle of the e-mail code that has been sent.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RequestVerifyMfaEmailResponse {
    /// Token of the code that was sent; goes back with the code.
    #[serde(rename = "otcToken")]
    pub otc_token: crate::Secret,
}

/// Handle of the text message that has been sent, and where it went.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RequestVerifyMfaSmsResponse {
    /// Token of the code that was sent; goes back with the code.
    #[serde(rename = "otcToken")]
    pub otc_token: crate::Secret,
    /// Number that the code went to; masked at login.
    #[serde(rename = "phoneNumber", default)]
    pub phone_number: ::std::option::Option<::std::string::String>,
}

/// Begins a WebAuthn verification.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct RequestVerifyMfaWebAuthnResponse {
    pub options: WebAuthnCredentialRequestOptions,
    /// Token of this ceremony; goes back with the signature.
    #[serde(rename = "webauthnToken")]
    pub webauthn_token: crate::Secret,
}

/// How fresh the stepped-up session has to be.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct StepUpRequestDto {
    /// How old the stepped-up authentication may be, in seconds; without it any age will do.
    #[serde(rename = "maxAge", skip_serializing_if = "::std::option::Option::is_none")]
    pub max_age: ::std::option::Option<i64>,
}

/// Finishes the forced enrolment of an authenticator app during login.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyEnrollMfaAuthAppRequest {
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    /// Whether later logins from this client may skip the second factor, if the MFA policy allows it.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
    /// First code of the newly set-up app, normally six digits; keep leading zeros. Called `value` when an
    /// enrolled user verifies.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
}

/// Result of an enrolment by a signed-in user.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct VerifyEnrollMfaResponse {
    /// Code that removes MFA if the factor is lost. Comes with the user's first factor only and is absent
    /// otherwise. Secret.
    #[serde(rename = "recoveryCode", default)]
    pub recovery_code: ::std::option::Option<crate::Secret>,
}

/// Finishes the enrolment of a phone as second factor at login.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyEnrollMfaSmsRequest {
    /// One-time code received by SMS.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Token from the login answer that asked for the second factor.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    /// Token returned by the step that sent the code; binds the code to this attempt.
    #[serde(rename = "otcToken", serialize_with = "crate::secret::expose")]
    pub otc_token: crate::Secret,
    /// Whether to ask for no second factor on this device for some time.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
}

/// Finishes the enrolment of an authenticator app by a signed-in user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyEnrollMfaUserAuthAppRequest {
    /// First code of the newly set-up app, normally six digits; keep leading zeros.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
}

/// Finishes the enrolment of a phone by a user who is logged in.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyEnrollMfaUserSmsRequest {
    /// Code from the text message.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Token that the first step answered with.
    #[serde(rename = "otcToken", serialize_with = "crate::secret::expose")]
    pub otc_token: crate::Secret,
}

/// Finishes the enrolment of a WebAuthn device as a second factor of a signed-in user.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyEnrollMfaUserWebAuthnRequest {
    /// `Platform` for an authenticator built into the device, `CrossPlatform` for a roaming one such as a
    /// security key.
    #[serde(rename = "deviceType")]
    pub device_type: WebAuthnDeviceType,
    pub options: VerifyNewWebAuthnDeviceRequest,
    /// The token that the start of the enrolment returned.
    #[serde(rename = "webauthnToken", serialize_with = "crate::secret::expose")]
    pub webauthn_token: crate::Secret,
}

/// Finishes the forced enrolment of a WebAuthn device during login.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyEnrollMfaWebAuthnRequest {
    /// Kind of authenticator: `Platform` is built into the machine, `CrossPlatform` is a separate key.
    #[serde(rename = "deviceType")]
    pub device_type: WebAuthnDeviceType,
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    pub options: VerifyNewWebAuthnDeviceRequest,
    /// Whether later logins from this client may skip the second factor, if the MFA policy allows it.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
    /// Token returned by the step that issued the creation options; binds the credential to this attempt.
    #[serde(rename = "webauthnToken", serialize_with = "crate::secret::expose")]
    pub webauthn_token: crate::Secret,
}

/// Answers a login challenge with a code of an authenticator app.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyMfaAuthAppRequest {
    /// Token of an invitation to accept with this login.
    #[serde(
        rename = "invitationToken",
        skip_serializing_if = "::std::option::Option::is_none",
        serialize_with = "crate::secret::expose"
    )]
    pub invitation_token: ::std::option::Option<crate::Secret>,
    /// Token of the pending login, from the login answer; not something the app shows. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    /// Whether later logins from this client may skip the second factor, if the MFA policy allows it.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
    /// Current code of the app, normally six digits; keep leading zeros.
    #[serde(serialize_with = "crate::secret::expose")]
    pub value: crate::Secret,
}

/// Answers a login challenge with a code received by e-mail.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyMfaEmailOtcRequest {
    /// One-time code received by e-mail.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    /// Token returned by the step that sent the mail; binds the code to this attempt.
    #[serde(rename = "otcToken", serialize_with = "crate::secret::expose")]
    pub otc_token: crate::Secret,
    /// Whether later logins from this client may skip the second factor, if the MFA policy allows it.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
}

/// Answers a login challenge with a code sent to an enrolled phone.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyMfaSmsRequest {
    /// One-time code received by SMS.
    #[serde(serialize_with = "crate::secret::expose")]
    pub code: crate::Secret,
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    /// Token returned by the step that sent the code; binds the code to this attempt.
    #[serde(rename = "otcToken", serialize_with = "crate::secret::expose")]
    pub otc_token: crate::Secret,
    /// Whether later logins from this client may skip the second factor, if the MFA policy allows it.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
}

/// Answers a login challenge with the assertion of a WebAuthn device, which goes in the member named
/// `options`.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyMfaWebAuthnRequest {
    /// Token of the pending login, from the login answer. Secret.
    #[serde(rename = "mfaToken", serialize_with = "crate::secret::expose")]
    pub mfa_token: crate::Secret,
    pub options: AuthenticateUserWebAuthNDto,
    /// Whether later logins from this client may skip the second factor, if the MFA policy allows it.
    #[serde(
        rename = "rememberDevice",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub remember_device: ::std::option::Option<bool>,
    /// Token returned by the step that issued the challenge; binds the assertion to this attempt.
    #[serde(rename = "webauthnToken", serialize_with = "crate::secret::expose")]
    pub webauthn_token: crate::Secret,
}
