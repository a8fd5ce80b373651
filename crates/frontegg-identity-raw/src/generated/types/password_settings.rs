// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Password Settings: types.
use super::*;

/// The password rotation policy to store; omitted members take their defaults.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateOrUpdatePasswordRotationDto {
    /// Whether passwords expire; false by default.
    #[serde(rename = "isActive", skip_serializing_if = "::std::option::Option::is_none")]
    pub is_active: ::std::option::Option<bool>,
    /// How long before expiry users are warned, in minutes, from 0 to 2628000; 10080 (7 days) by default.
    #[serde(
        rename = "notificationPeriod",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub notification_period: ::std::option::Option<i64>,
    /// How long a password may be used, in minutes, from 1 to 2628000; 129600 (90 days) by default.
    #[serde(
        rename = "rotationPeriod",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub rotation_period: ::std::option::Option<::std::num::NonZeroU64>,
}

/// Complexity tests of which `minOptionalTestsToPass` have to succeed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct OptionalTestsConfig {
    #[serde(
        rename = "requireLowercase",
        default,
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub require_lowercase: ::std::option::Option<bool>,
    #[serde(
        rename = "requireNumbers",
        default,
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub require_numbers: ::std::option::Option<bool>,
    /// Whether a character that is neither letter nor digit counts as a test.
    #[serde(
        rename = "requireSpecialChars",
        default,
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub require_special_chars: ::std::option::Option<bool>,
    #[serde(
        rename = "requireUppercase",
        default,
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub require_uppercase: ::std::option::Option<bool>,
}

/// The password complexity policy to store for the environment or a tenant; every member is optional.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct PasswordConfigRequest {
    /// Whether a long password passes without the optional tests.
    #[serde(
        rename = "allowPassphrases",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_passphrases: ::std::option::Option<bool>,
    /// Whether passwords known from data breaches are refused.
    #[serde(
        rename = "blockPwnedPasswords",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub block_pwned_passwords: ::std::option::Option<bool>,
    /// Greatest length of a password, in characters.
    #[serde(
        rename = "maxLength",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub max_length: ::std::option::Option<i64>,
    /// Least length of a password, in characters.
    #[serde(
        rename = "minLength",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub min_length: ::std::option::Option<i64>,
    /// Number of the enabled optional tests that a password must pass.
    #[serde(
        rename = "minOptionalTestsToPass",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub min_optional_tests_to_pass: ::std::option::Option<i64>,
    /// Length from which a password counts as a passphrase, in characters; matters with
    /// `allowPassphrases`.
    #[serde(
        rename = "minPhraseLength",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub min_phrase_length: ::std::option::Option<i64>,
    #[serde(
        rename = "optionalTests",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub optional_tests: ::std::option::Option<OptionalTestsConfig>,
    #[serde(
        rename = "requiredTests",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub required_tests: ::std::option::Option<RequiredTestsConfig>,
}

/// A password complexity policy, of the environment, of a tenant or as it applies to a user. Only
/// `blockPwnedPasswords` is always there.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasswordConfigResponse {
    /// Whether a long password passes without the optional tests.
    #[serde(rename = "allowPassphrases", default)]
    pub allow_passphrases: ::std::option::Option<bool>,
    /// Whether passwords known from data breaches are refused.
    #[serde(rename = "blockPwnedPasswords", default)]
    pub block_pwned_passwords: ::std::option::Option<bool>,
    /// Greatest length of a password, in characters.
    #[serde(rename = "maxLength", default, deserialize_with = "crate::read::integer")]
    pub max_length: ::std::option::Option<i64>,
    /// Least length of a password, in characters.
    #[serde(rename = "minLength", default, deserialize_with = "crate::read::integer")]
    pub min_length: ::std::option::Option<i64>,
    /// Number of the enabled optional tests that a password must pass.
    #[serde(
        rename = "minOptionalTestsToPass",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub min_optional_tests_to_pass: ::std::option::Option<i64>,
    /// Length from which a password counts as a passphrase, in characters; matters with
    /// `allowPassphrases`.
    #[serde(
        rename = "minPhraseLength",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub min_phrase_length: ::std::option::Option<i64>,
    #[serde(rename = "optionalTests", default)]
    pub optional_tests: ::std::option::Option<OptionalTestsConfig>,
    #[serde(rename = "requiredTests", default)]
    pub required_tests: ::std::option::Option<RequiredTestsConfig>,
}

/// The policy on the reuse of earlier passwords to store. Both members are required, also in a
/// `PATCH`.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct PasswordHistoryPolicyRequest {
    /// Whether earlier passwords are refused; false by default.
    pub enabled: bool,
    /// Number of earlier passwords that are remembered and refused, from 1 to 10; 1 by default.
    #[serde(rename = "historySize")]
    pub history_size: ::std::num::NonZeroU64,
}

/// The stored policy on the reuse of earlier passwords.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasswordHistoryPolicyResponse {
    /// When the policy was created (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whether earlier passwords are refused.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
    /// Number of earlier passwords that are remembered and refused.
    #[serde(rename = "historySize", default, deserialize_with = "crate::read::integer")]
    pub history_size: ::std::option::Option<i64>,
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// When the policy was last changed (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

/// A way to recover a forgotten password.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasswordRecoveryStrategyDto {
    /// Whether the strategy is offered.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// How the reset is delivered.
    #[serde(default)]
    pub strategy: ::std::option::Option<PasswordRecoveryStrategyDtoStrategy>,
}

crate::open_enum! {
    /// How the reset is delivered.
    pub enum PasswordRecoveryStrategyDtoStrategy {
        Email = "email",
        Sms = "sms",
    }
}

/// A stored password rotation policy, of a tenant or of the environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct PasswordRotationConfigurationResponse {
    /// When the policy was created (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whether passwords expire.
    #[serde(rename = "isActive", default)]
    pub is_active: ::std::option::Option<bool>,
    /// How long before expiry users are warned, in minutes.
    #[serde(
        rename = "notificationPeriod",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub notification_period: ::std::option::Option<i64>,
    /// How long a password may be used, in minutes.
    #[serde(
        rename = "rotationPeriod",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub rotation_period: ::std::option::Option<i64>,
    /// Tenant to which the policy belongs; may be absent for the environment's default.
    #[serde(rename = "tenantId", default)]
    pub tenant_id: ::std::option::Option<::std::string::String>,
    /// When the policy was last changed (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

/// Complexity tests that every password has to pass.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
pub struct RequiredTestsConfig {
    /// Whether three equal characters in a row are refused.
    #[serde(
        rename = "checkThreeRepeatedChars",
        default,
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub check_three_repeated_chars: ::std::option::Option<bool>,
}

/// Names the user whose password is to be reset, for the v2 reset routes.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ResetPasswordDto {
    /// Free-form JSON object whose values are passed to the e-mail template.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The user's e-mail address, phone number or username.
    pub identifier: ::std::string::String,
    /// Tells which of the three `identifier` is.
    #[serde(rename = "identifierType")]
    pub identifier_type: IdentifierType,
}

/// Names the user whose password is to be reset by e-mail address, as `POST
/// /resources/users/v1/passwords/reset` takes it. The v2 routes use `ResetPasswordDto`.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ResetPasswordV1Dto {
    /// E-mail address of the user, to which the link is sent.
    pub email: ::std::string::String,
    /// Free-form JSON object whose values are passed to the e-mail template.
    #[serde(
        rename = "emailMetadata",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub email_metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
}

/// Answer to a password reset by e-mail; nothing in it is needed to go on.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ResetPasswordViaEmailResponseDto {
    /// Id of the reset, if one is returned.
    #[serde(rename = "sessionId", default)]
    pub session_id: ::std::option::Option<crate::Secret>,
}

/// Answer of the v2 reset routes. Only the SMS flow uses it; the e-mail route may omit it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ResetPasswordViaSmsResponseDto {
    /// Stands for this reset attempt and belongs into the verification call.
    #[serde(rename = "sessionId", default)]
    pub session_id: ::std::option::Option<crate::Secret>,
}

/// Current and new password of a signed-in user; both are secrets.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct UpdateUserPasswordDto {
    /// The password to be used from now on.
    #[serde(rename = "newPassword", serialize_with = "crate::secret::expose")]
    pub new_password: crate::Secret,
    /// The password valid now.
    #[serde(serialize_with = "crate::secret::expose")]
    pub password: crate::Secret,
}

/// A password reset token to be checked.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct ValidateResetPasswordTokenDto {
    /// The reset token from the e-mail or from a login with an expired password.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
    /// The user whose password is to be reset.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// A reset token with the new password; the last step of every reset.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyPasswordDto {
    /// The new password, which must satisfy the policy. A secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub password: crate::Secret,
    /// Single-use reset token, from the mailed link, from `VerifyPasswordViaSmsResponseDto`, or from
    /// `resetPasswordToken` of a login. A secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
    /// User to whom the token was issued; it is in the mailed link, the SMS answer or the login answer.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}

/// The one-time code of an SMS reset with the attempt to which it belongs.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyPasswordViaSmsRequestDto {
    /// Proof of the SMS; it is expected to be the code that the user received.
    #[serde(rename = "otcToken", serialize_with = "crate::secret::expose")]
    pub otc_token: crate::Secret,
    /// Value returned by `POST /resources/users/v2/passwords/reset/sms`.
    #[serde(rename = "sessionId", serialize_with = "crate::secret::expose")]
    pub session_id: crate::Secret,
}

/// What the last step of an SMS reset needs; pass both values on in `VerifyPasswordDto`.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct VerifyPasswordViaSmsResponseDto {
    /// Single-use reset token; a secret.
    #[serde(default)]
    pub token: ::std::option::Option<crate::Secret>,
    /// User whose password may now be set.
    #[serde(rename = "userId", default)]
    pub user_id: ::std::option::Option<::std::string::String>,
}
