//! Access tokens: long-lived JWTs that are handed out whole, without an exchange.

use chrono::{DateTime, Utc};

use super::table::{Row, Table};
use crate::crypto::random;

/// An access token of a tenant, or of a user in a tenant. The JWT itself is not kept.
#[derive(Debug, Clone)]
pub(crate) struct AccessToken {
    pub(crate) id: String,
    pub(crate) tenant_id: String,
    /// The owner; none if the token is the tenant's own.
    pub(crate) user_id: Option<String>,
    pub(crate) description: Option<String>,
    /// Roles of a tenant's token; a user's has those of its owner.
    pub(crate) role_ids: Vec<String>,
    pub(crate) created_by: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    /// None if it never expires.
    pub(crate) expires_at: Option<DateTime<Utc>>,
}

impl Row for AccessToken {
    fn id(&self) -> &str {
        &self.id
    }
}

impl AccessToken {
    /// A token with a new id that may do nothing and never expires.
    pub(crate) fn new(
        tenant_id: impl Into<String>,
        user_id: Option<String>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id: random::uuid(),
            tenant_id: tenant_id.into(),
            user_id,
            description: None,
            role_ids: Vec::new(),
            created_by: None,
            created_at: now,
            expires_at: None,
        }
    }

    pub(crate) fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }
}

impl Table<AccessToken> {
    /// Removes the tokens that are chosen.
    pub(crate) fn remove_all(&mut self, chosen: impl Fn(&AccessToken) -> bool) {
        let chosen = self.iter().filter(|token| chosen(token));
        let ids: Vec<String> = chosen.map(|token| token.id.clone()).collect();
        for id in ids {
            self.remove(&id);
        }
    }
}
