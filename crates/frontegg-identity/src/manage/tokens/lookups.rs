//! What a back end asks that was shown an access token.

use frontegg_identity_raw::catalogue;

use super::AccessTokenRights;
use crate::error::Error;
use crate::manage::ids::{AccessTokenId, TenantId};
use crate::manage::scope::Scope;
use crate::silent::silent_debug;

/// What access tokens stand for; [`Environment::access_tokens`](crate::manage::Environment::access_tokens) gives it.
///
/// Check the signature of a token first. Its claims then say what to ask: `type` whether it belongs to a tenant or to a user,
/// `sub` its id, `tenantId` its tenant.
#[derive(Clone)]
pub struct AccessTokens {
    scope: Scope,
}

impl AccessTokens {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// What an access token of a tenant may do.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the token was deleted, or has ended.
    ///
    /// # Wire
    /// `GET /identity/resources/vendor-only/tenants/access-tokens/v1/{id}`
    pub async fn of_tenant(
        &self,
        tenant: &TenantId,
        id: &AccessTokenId,
    ) -> Result<AccessTokenRights, Error> {
        const DOING: &str = "cannot look up the tenant's access token";
        let operation = &catalogue::GET_TENANT_ACCESS_TOKEN;
        let client = self.scope.client();
        let outcome = client
            .get_tenant_access_token(id.as_str(), tenant.as_str())
            .await;
        self.scope
            .part(DOING, operation, outcome, AccessTokenRights::of_tenant)
    }

    /// Whose an access token of a user is, and what it may do.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the token was deleted, or has ended.
    ///
    /// # Wire
    /// `GET /identity/resources/vendor-only/users/access-tokens/v1/{id}`
    pub async fn of_user(
        &self,
        tenant: &TenantId,
        id: &AccessTokenId,
    ) -> Result<AccessTokenRights, Error> {
        const DOING: &str = "cannot look up the user's access token";
        let operation = &catalogue::GET_USER_ACCESS_TOKEN;
        let client = self.scope.client();
        let outcome = client
            .get_user_access_token(id.as_str(), tenant.as_str())
            .await;
        self.scope
            .part(DOING, operation, outcome, AccessTokenRights::of_user)
    }

    /// The access tokens of a tenant that were neither deleted nor have ended.
    ///
    /// # Wire
    /// `GET /identity/resources/vendor-only/tenants/access-tokens/v1/active`
    pub async fn active_of_tenant(&self, tenant: &TenantId) -> Result<Vec<AccessTokenId>, Error> {
        const DOING: &str = "cannot list the tenant's access tokens that are active";
        let operation = &catalogue::LIST_ACTIVE_TENANT_ACCESS_TOKENS;
        let client = self.scope.client();
        let outcome = client
            .list_active_tenant_access_tokens(tenant.as_str())
            .await;
        let ids = self.scope.told(DOING, operation, outcome)?;
        Ok(ids.into_iter().map(AccessTokenId::from).collect())
    }

    /// The access tokens of a tenant's users that were neither deleted nor have ended.
    ///
    /// # Wire
    /// `GET /identity/resources/vendor-only/users/access-tokens/v1/active`
    pub async fn active_of_users(&self, tenant: &TenantId) -> Result<Vec<AccessTokenId>, Error> {
        const DOING: &str = "cannot list the users' access tokens that are active";
        let operation = &catalogue::LIST_ACTIVE_USER_ACCESS_TOKENS;
        let client = self.scope.client();
        let outcome = client.list_active_user_access_tokens(tenant.as_str()).await;
        let ids = self.scope.told(DOING, operation, outcome)?;
        Ok(ids.into_iter().map(AccessTokenId::from).collect())
    }
}

silent_debug!(AccessTokens);
