// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Delegation: types.
use super::*;

/// The delegation setting to store.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateDelegationConfigurationRequestDto {
    /// Whether delegation is allowed from now on; send it always.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled: ::std::option::Option<bool>,
}

/// The delegation setting of the environment.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetDelegationConfigurationResponseDto {
    /// Whether delegation is allowed.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
}
