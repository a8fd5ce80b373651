//! An invitation, as the service tells it.

use std::fmt;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{Secret, types};

use crate::manage::{InvitationId, RoleId, TenantId, UserId};

/// An invitation to a tenant.
#[derive(Clone)]
#[non_exhaustive]
pub struct Invitation {
    /// Names it.
    pub id: InvitationId,
    /// What its holder joins with: [`SignUp::invitation`](crate::SignUp::invitation).
    pub token: Option<Secret>,
    /// Where it leads.
    pub tenant_id: Option<TenantId>,
    /// For whom it was made; none if it was made for the tenant as a whole.
    pub user_id: Option<UserId>,
    /// The name shown with it.
    pub name: Option<String>,
    /// What whoever joins gets. None were named if it is empty.
    pub role_ids: Vec<RoleId>,
    /// Whether the service mails it.
    pub is_mailed: bool,
    /// When its token stops to work.
    pub expires_at: Option<DateTime<Utc>>,
}

/// What an environment allows with invitations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvitationRules {
    /// Whether there are invitations to tenants.
    pub are_allowed: bool,
    /// Whether the service mails them.
    pub are_mailed: bool,
}

impl Invitation {
    /// None if it lacks what it is about.
    pub(super) fn read(told: types::InviteTokenDto) -> Option<Self> {
        Some(Self {
            id: told.id?.into(),
            token: told.token,
            tenant_id: told.tenant_id.map(TenantId::from),
            user_id: told.user_id.map(UserId::from),
            name: told.name,
            role_ids: told.role_ids.into_iter().map(RoleId::from).collect(),
            is_mailed: told.should_send_email.unwrap_or_default(),
            expires_at: told.expires,
        })
    }
}

impl From<types::InvitationConfigurationResponse> for InvitationRules {
    fn from(told: types::InvitationConfigurationResponse) -> Self {
        Self {
            are_allowed: told.tenant_invitations_allowed.unwrap_or_default(),
            are_mailed: told.emails_enabled.unwrap_or_default(),
        }
    }
}

impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation")
            .field("id", &self.id)
            .field("tenant_id", &self.tenant_id)
            .field("user_id", &self.user_id)
            .field("role_ids", &self.role_ids)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
