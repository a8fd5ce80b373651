//! Access tokens of a tenant are listed, created and deleted.

use frontegg_identity_raw::catalogue;

use super::{CreatedToken, NewTenantAccessToken, TenantAccessToken};
use crate::error::Error;
use crate::manage::ids::{AccessTokenId, TenantId};
use crate::manage::scope::Scope;
use crate::manage::wire::each;
use crate::silent::silent_debug;

/// The access tokens of a tenant; [`Tenant::access_tokens`](crate::manage::Tenant::access_tokens) gives it.
///
/// An access token is a JWT that an application shows as it is, in the header `x-api-key`. It does not say what it may do:
/// who is shown one asks [`AccessTokens`](super::AccessTokens).
#[derive(Clone)]
pub struct TenantAccessTokens {
    scope: Scope,
    tenant_id: TenantId,
}

impl TenantAccessTokens {
    pub(in crate::manage) fn new(scope: Scope, tenant_id: TenantId) -> Self {
        Self { scope, tenant_id }
    }

    /// All access tokens of the tenant.
    ///
    /// # Wire
    /// `GET /identity/resources/tenants/access-tokens/v1`
    pub async fn list(&self) -> Result<Vec<TenantAccessToken>, Error> {
        const DOING: &str = "cannot list the access tokens of the tenant";
        let operation = &catalogue::LIST_TENANT_ACCESS_TOKENS;
        let client = self.scope.client();
        let outcome = client
            .list_tenant_access_tokens(self.tenant_id.as_str())
            .await;
        self.scope.part(DOING, operation, outcome, |told| {
            each(told.access_tokens, TenantAccessToken::read)
        })
    }

    /// Creates an access token. The token itself comes with this answer and no other.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/access-tokens/v1`
    pub async fn create(
        &self,
        token: &NewTenantAccessToken,
    ) -> Result<CreatedToken<TenantAccessToken>, Error> {
        const DOING: &str = "cannot create the access token";
        let operation = &catalogue::CREATE_TENANT_ACCESS_TOKEN;
        let client = self.scope.client();
        let outcome = client
            .create_tenant_access_token(self.tenant_id.as_str(), &token.body)
            .await;
        self.scope
            .part(DOING, operation, outcome, TenantAccessToken::created)
    }

    /// Deletes an access token. Who checks no more than signatures takes it until it ends.
    ///
    /// # Wire
    /// `DELETE /identity/resources/tenants/access-tokens/v1/{id}`
    pub async fn delete(&self, id: &AccessTokenId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the access token";
        let client = self.scope.client();
        let outcome = client
            .delete_tenant_access_token(id.as_str(), self.tenant_id.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_TENANT_ACCESS_TOKEN, outcome)
    }
}

silent_debug!(TenantAccessTokens);
