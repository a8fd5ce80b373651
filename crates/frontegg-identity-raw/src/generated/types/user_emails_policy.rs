// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Emails Policy: types.
use super::*;

/// Policy on changes of users' e-mail addresses, to be stored for the environment.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateUserEmailsPolicyRequestDto {
    /// Whether the e-mail address of a user may be changed.
    #[serde(
        rename = "allowEmailChange",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub allow_email_change: ::std::option::Option<bool>,
}

/// The environment's policy on changes of users' e-mail addresses.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetUserEmailsPolicyResponseDto {
    /// Whether the e-mail address of a user may be changed.
    #[serde(rename = "allowEmailChange", default)]
    pub allow_email_change: ::std::option::Option<bool>,
}
