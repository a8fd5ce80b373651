//! An invitation that is wanted, and what is to change about one.

use std::time::Duration;

use frontegg_identity_raw::types;

use crate::manage::ids::texts;
use crate::manage::wire::{minutes, signed};
use crate::manage::{Patch, RoleId, TenantId, UserId};

/// An invitation to a tenant that is wanted. What is not said is left to the environment.
#[derive(Clone, Debug)]
#[must_use = "nobody is invited until this is sent"]
pub struct NewInvitation {
    tenant_id: TenantId,
    user_id: Option<UserId>,
    role_ids: Option<Vec<String>>,
    life: Option<Duration>,
    is_mailed: Option<bool>,
}

/// An invitation to a tenant that is wanted, made for one user.
#[derive(Clone, Debug)]
#[must_use = "nobody is invited until this is sent"]
pub struct InvitationTerms {
    role_ids: Vec<String>,
    life: Duration,
    is_mailed: bool,
}

/// What is to change about an invitation. What is not named stays; its roles cannot be changed.
#[derive(Clone, Debug, Default)]
#[must_use = "a change does nothing until it is sent"]
pub struct InvitationChange {
    life: Option<Duration>,
    is_mailed: Option<bool>,
}

impl NewInvitation {
    /// An invitation to this tenant.
    pub fn to(tenant: impl Into<TenantId>) -> Self {
        Self {
            tenant_id: tenant.into(),
            user_id: None,
            role_ids: None,
            life: None,
            is_mailed: None,
        }
    }

    /// Made in the name of this user.
    pub fn for_user(mut self, id: impl Into<UserId>) -> Self {
        self.user_id = Some(id.into());
        self
    }

    /// Whoever joins gets these roles.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = Some(texts(ids));
        self
    }

    /// Lets it end after so long; in whole minutes, and one that has begun counts.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    /// The service mails it.
    pub fn mailed(mut self) -> Self {
        self.is_mailed = Some(true);
        self
    }

    /// Nobody mails it: its token is handed out by you.
    pub fn not_mailed(mut self) -> Self {
        self.is_mailed = Some(false);
        self
    }

    pub(super) fn body(&self) -> types::CreateInviteTokenRequest {
        types::CreateInviteTokenRequest {
            expires_in_minutes: self.life.map(life),
            role_ids: self.role_ids.clone(),
            should_send_email: self.is_mailed,
            tenant_id: self.tenant_id.as_str().to_owned(),
            user_id: self.user_id.as_ref().map(|id| id.as_str().to_owned()),
        }
    }
}

impl InvitationTerms {
    /// An invitation that nobody mails, and that is good so long; in whole minutes, and one that has begun counts.
    pub fn new(life: Duration) -> Self {
        Self {
            role_ids: Vec::new(),
            life,
            is_mailed: false,
        }
    }

    /// Whoever joins gets these roles.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = texts(ids);
        self
    }

    /// The service mails it.
    pub fn mailed(mut self) -> Self {
        self.is_mailed = true;
        self
    }

    pub(super) fn body(&self) -> types::CreateInviteTokenRequestForUserV2 {
        types::CreateInviteTokenRequestForUserV2 {
            expires_in_minutes: life(self.life),
            role_ids: self.role_ids.clone(),
            should_send_email: self.is_mailed,
        }
    }
}

impl InvitationChange {
    /// No change yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets it end so long from now on; in whole minutes, and one that has begun counts.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.life = Some(life);
        self
    }

    /// The service mails it.
    pub fn mailed(mut self) -> Self {
        self.is_mailed = Some(true);
        self
    }

    /// Nobody mails it.
    pub fn not_mailed(mut self) -> Self {
        self.is_mailed = Some(false);
        self
    }

    pub(super) fn body(&self) -> types::UpdateInviteTokenRequest {
        types::UpdateInviteTokenRequest {
            expires_in_minutes: self.life.map(life).map_or(Patch::Absent, Patch::Value),
            should_send_email: self.is_mailed.map_or(Patch::Absent, Patch::Value),
        }
    }
}

fn life(span: Duration) -> i64 {
    signed(minutes(span).get())
}
