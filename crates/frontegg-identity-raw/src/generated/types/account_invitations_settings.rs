// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Account Invitations Settings: types.
use super::*;

crate::open_enum! {
    /// How new users confirm their address, by typing a `code` or by following a `link`.
    pub enum ActivationStrategy {
        Code = "code",
        Link = "link",
    }
}

/// How new users confirm their address.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct ActivationStrategyResponse {
    /// Lifetime of the code, expected to be in seconds.
    #[serde(
        rename = "codeExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub code_expiration: ::std::option::Option<i64>,
    /// By typing a `code` or by following a `link`.
    #[serde(default)]
    pub strategy: ::std::option::Option<ActivationStrategy>,
}

/// An invitation to a tenant, created by an administrator.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateInviteTokenRequest {
    /// Lifetime of the invitation, in minutes.
    #[serde(
        rename = "expiresInMinutes",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_in_minutes: ::std::option::Option<i64>,
    /// Identifiers of the roles that joining users get.
    #[serde(rename = "roleIds", skip_serializing_if = "::std::option::Option::is_none")]
    pub role_ids: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Whether the service sends an e-mail about the invitation.
    #[serde(
        rename = "shouldSendEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub should_send_email: ::std::option::Option<bool>,
    /// Tenant that the holder of the token may join.
    #[serde(rename = "tenantId")]
    pub tenant_id: ::std::string::String,
    /// User in whose name the invitation is expected to be made; leave it out if there is none.
    #[serde(rename = "userId", skip_serializing_if = "::std::option::Option::is_none")]
    pub user_id: ::std::option::Option<::std::string::String>,
}

/// The activation strategy to store.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateOrUpdateActivationStrategyRequest {
    /// Lifetime of the code, expected to be in seconds, at least 60.
    #[serde(
        rename = "codeExpiration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub code_expiration: ::std::option::Option<i64>,
    /// Whether users type a `code` or follow a `link`.
    pub strategy: ActivationStrategy,
}

/// The invitation strategy to store, the counterpart of `CreateOrUpdateActivationStrategyRequest`.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateOrUpdateInvitationStrategyRequest {
    /// Lifetime of the code, expected to be in seconds.
    #[serde(
        rename = "codeExpiration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub code_expiration: ::std::option::Option<i64>,
    pub strategy: InvitationStrategy,
}

crate::open_enum! {
    /// How invited users join, by typing a `code` or by following a `link`.
    pub enum InvitationStrategy {
        Code = "code",
        Link = "link",
    }
}

/// How invited users join a tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct InvitationStrategyResponse {
    /// Lifetime of the code, expected to be in seconds.
    #[serde(
        rename = "codeExpiration",
        default,
        deserialize_with = "crate::read::integer"
    )]
    pub code_expiration: ::std::option::Option<i64>,
    /// By typing a `code` or by following a `link`.
    #[serde(default)]
    pub strategy: ::std::option::Option<InvitationStrategy>,
}
