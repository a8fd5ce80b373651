//! An API token, as the service tells it.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;
use serde_json::Value;

use super::CreatedToken;
use crate::manage::{ApiTokenId, Metadata, PermissionId, RoleId, TenantId, UserId};

/// An API token of a tenant, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TenantApiToken {
    /// Names the token; the client id that a machine signs in with.
    pub id: ApiTokenId,
    /// By which people recognise it.
    pub description: Option<String>,
    /// What it may do, as roles.
    pub role_ids: Vec<RoleId>,
    /// What it may do, as permissions.
    pub permission_ids: Vec<PermissionId>,
    /// What your application keeps with it: an object, which its JWTs show in a claim of this name.
    pub metadata: Metadata,
    /// The tenant that it belongs to.
    pub tenant_id: Option<TenantId>,
    /// Who created it; nobody if it was the environment.
    pub created_by: Option<UserId>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// When it ends, if it does.
    pub expires_at: Option<DateTime<Utc>>,
}

/// The description has three types for it, which agree in these members; in one the id is not for sure.
macro_rules! read {
    ($token:ident, $id:expr) => {
        TenantApiToken {
            id: $id.into(),
            description: $token.description,
            role_ids: $token.role_ids.into_iter().map(Into::into).collect(),
            permission_ids: $token.permission_ids.into_iter().map(Into::into).collect(),
            metadata: Value::Object($token.metadata).into(),
            tenant_id: $token.tenant_id.map(Into::into),
            created_by: $token.created_by_user_id.map(Into::into),
            created_at: $token.created_at,
            expires_at: $token.expires,
        }
    };
}

impl From<types::GetTenantApiTokensResponse> for TenantApiToken {
    fn from(token: types::GetTenantApiTokensResponse) -> Self {
        read!(token, token.client_id)
    }
}

impl From<types::CreateTenantApiTokenResponseDto> for CreatedToken<TenantApiToken> {
    fn from(token: types::CreateTenantApiTokenResponseDto) -> Self {
        Self::new(read!(token, token.client_id), token.secret)
    }
}

impl TenantApiToken {
    pub(super) fn changed(token: types::UpdateTenantApiTokenResponseDto) -> Option<Self> {
        Some(read!(token, token.client_id?))
    }
}
