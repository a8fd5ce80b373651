// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Account Invitations: types.
use super::*;

/// Terms of an invitation issued for a user. User and tenant travel in headers.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateInviteTokenRequestForUser {
    /// Lifetime of the token, in minutes.
    #[serde(rename = "expiresInMinutes")]
    pub expires_in_minutes: i64,
    /// Whether the service sends an e-mail with the invitation.
    #[serde(rename = "shouldSendEmail")]
    pub should_send_email: bool,
}

/// Terms of an invitation issued for a user, with the roles that it confers. User and tenant travel in
/// headers.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateInviteTokenRequestForUserV2 {
    /// Lifetime of the token, in minutes.
    #[serde(rename = "expiresInMinutes")]
    pub expires_in_minutes: i64,
    /// Ids of the roles given to whoever joins with the token.
    #[serde(rename = "roleIds")]
    pub role_ids: ::std::vec::Vec<::std::string::String>,
    /// Whether the service sends an e-mail with the invitation.
    #[serde(rename = "shouldSendEmail")]
    pub should_send_email: bool,
}

/// What the environment allows with regard to invitations to tenants.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct InvitationConfigurationResponse {
    /// Whether the service sends e-mails with invitations.
    #[serde(rename = "emailsEnabled", default)]
    pub emails_enabled: ::std::option::Option<bool>,
    /// Whether invitation tokens may be issued.
    #[serde(rename = "tenantInvitationsAllowed", default)]
    pub tenant_invitations_allowed: ::std::option::Option<bool>,
}

/// New terms of an existing invitation. Fields left out keep their value.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct UpdateInviteTokenRequest {
    /// New lifetime of the token, in minutes.
    #[serde(
        rename = "expiresInMinutes",
        skip_serializing_if = "crate::Patch::is_absent"
    )]
    pub expires_in_minutes: crate::Patch<i64>,
    /// Whether the service sends an e-mail with the invitation.
    #[serde(rename = "shouldSendEmail", skip_serializing_if = "crate::Patch::is_absent")]
    pub should_send_email: crate::Patch<bool>,
}

/// An invitation token to look up.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct VerifyInviteTokenRequest {
    /// The invitation token. A secret, since it lets its holder join the tenant.
    #[serde(serialize_with = "crate::secret::expose")]
    pub token: crate::Secret,
}
