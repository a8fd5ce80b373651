//! Access tokens, as the service tells them.

use std::time::Duration;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;
use serde_json::Value;

use super::CreatedToken;
use crate::manage::ids::{AccessTokenId, RoleId, TenantId, UserId, texts};
use crate::manage::wire::minutes;

/// An access token of a tenant, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TenantAccessToken {
    /// Names the token; its `sub` claim.
    pub id: AccessTokenId,
    /// By which people recognise it.
    pub description: Option<String>,
    /// What it may do.
    pub role_ids: Vec<RoleId>,
    /// Who created it; nobody if it was the environment.
    pub created_by: Option<UserId>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it ends, if it does.
    pub expires_at: Option<DateTime<Utc>>,
}

impl TenantAccessToken {
    pub(super) fn read(token: types::TenantAccessTokenResponse) -> Option<Self> {
        Some(Self {
            id: token.id?.into(),
            description: token.description,
            role_ids: token.role_ids.into_iter().map(Into::into).collect(),
            created_by: token.created_by_user_id.map(Into::into),
            created_at: token.created_at,
            expires_at: token.expires,
        })
    }

    pub(super) fn created(
        mut token: types::TenantAccessTokenResponse,
    ) -> Option<CreatedToken<Self>> {
        let secret = token.secret.take()?;
        Some(CreatedToken::new(Self::read(token)?, secret))
    }
}

/// An access token to create. It may do nothing, unless roles are named.
#[derive(Clone, Debug, Default)]
#[must_use = "a token is created by `TenantAccessTokens::create`"]
pub struct NewTenantAccessToken {
    pub(super) body: types::CreateTenantAccessTokenRequest,
}

impl NewTenantAccessToken {
    /// One without end.
    pub fn new() -> Self {
        Self::default()
    }

    /// By which people recognise it.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.body.description = Some(text.into());
        self
    }

    /// What it may do.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.body.role_ids = Some(texts(ids));
        self
    }

    /// Lets it end after so long. The server counts in minutes: a part of one counts as one.
    pub fn expires_in(mut self, life: Duration) -> Self {
        self.body.expires_in_minutes = Some(minutes(life));
        self
    }
}

/// Whose an access token is, and what it may do. The token itself says neither.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccessTokenRights {
    /// Names the token; its `sub` claim.
    pub id: AccessTokenId,
    /// The tenant that it belongs to, or that its user is in.
    pub tenant_id: Option<TenantId>,
    /// The user that it belongs to, if it is one's.
    pub user_id: Option<UserId>,
    /// Keys of roles.
    pub roles: Vec<String>,
    /// Keys of permissions.
    pub permissions: Vec<String>,
    /// When the token ends, if it does.
    pub expires_at: Option<DateTime<Utc>>,
}

impl AccessTokenRights {
    pub(super) fn of_tenant(token: types::AuthTenantAccessTokenResponse) -> Option<Self> {
        Some(Self {
            id: token.id?.into(),
            tenant_id: token.tenant_id.map(Into::into),
            user_id: None,
            roles: keys(token.roles),
            permissions: keys(token.permissions),
            expires_at: token.expires,
        })
    }

    pub(super) fn of_user(token: types::AuthUserAccessTokenResponse) -> Option<Self> {
        Some(Self {
            id: token.id?.into(),
            tenant_id: token.tenant_id.map(Into::into),
            user_id: token.user_id.map(Into::into),
            roles: keys(token.roles),
            permissions: keys(token.permissions),
            expires_at: token.expires,
        })
    }
}

/// Keys stand there by themselves, or in roles and permissions.
fn keys(list: Vec<Value>) -> Vec<String> {
    let key = |entry: Value| match entry {
        Value::String(key) => Some(key),
        entry => Some(entry.get("key")?.as_str()?.to_owned()),
    };
    list.into_iter().filter_map(key).collect()
}
