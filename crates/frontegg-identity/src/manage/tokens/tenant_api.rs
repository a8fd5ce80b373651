//! API tokens of a tenant are listed, created, changed and deleted.

use frontegg_identity_raw::catalogue;

use super::{CreatedToken, NewTenantApiToken, TenantApiToken, TenantApiTokenChange};
use crate::error::Error;
use crate::manage::ids::{ApiTokenId, TenantId};
use crate::manage::scope::Scope;
use crate::silent::silent_debug;

/// The API tokens of a tenant; [`Tenant::api_tokens`](crate::manage::Tenant::api_tokens) gives it.
///
/// An API token is a client id with a secret, with which a machine signs in:
///
/// ```
/// # use frontegg_identity::{Credentials, Error, Identity, manage::{Environment, NewTenantApiToken, RoleId}};
/// # async fn run(identity: Identity, environment: Environment, reader: RoleId) -> Result<(), Error> {
/// let tokens = environment.tenant("t-1").api_tokens();
/// let new = tokens.create(&NewTenantApiToken::new().roles([&reader])).await?;
/// let machine = identity
///     .sign_in_as_machine(Credentials::api_token(new.token.id, new.secret))
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// Where API tokens are switched off, calls are [`Forbidden`](crate::ErrorKind::Forbidden).
#[derive(Clone)]
pub struct TenantApiTokens {
    scope: Scope,
    tenant_id: TenantId,
}

impl TenantApiTokens {
    pub(in crate::manage) fn new(scope: Scope, tenant_id: TenantId) -> Self {
        Self { scope, tenant_id }
    }

    /// All API tokens of the tenant.
    ///
    /// # Wire
    /// `GET /identity/resources/tenants/api-tokens/v1`
    pub async fn list(&self) -> Result<Vec<TenantApiToken>, Error> {
        const DOING: &str = "cannot list the API tokens of the tenant";
        let client = self.scope.client();
        let outcome = client.list_tenant_api_tokens(self.tenant_id.as_str()).await;
        let tokens = self
            .scope
            .told(DOING, &catalogue::LIST_TENANT_API_TOKENS, outcome)?;
        Ok(tokens.into_iter().map(TenantApiToken::from).collect())
    }

    /// Creates an API token. The secret comes with this answer and no other.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the metadata is no object.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/api-tokens/v2`
    pub async fn create(
        &self,
        token: &NewTenantApiToken,
    ) -> Result<CreatedToken<TenantApiToken>, Error> {
        const DOING: &str = "cannot create the API token";
        let body = token.body(DOING)?;
        let client = self.scope.client();
        let outcome = client
            .create_tenant_api_token(self.tenant_id.as_str(), &body)
            .await;
        let token = self
            .scope
            .told(DOING, &catalogue::CREATE_TENANT_API_TOKEN, outcome)?;
        Ok(token.into())
    }

    /// Changes an API token. Tokens that it was exchanged for keep what they can do until they are renewed.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the metadata is no object.
    ///
    /// # Wire
    /// `PATCH /identity/resources/tenants/api-tokens/v1/{id}`
    pub async fn update(
        &self,
        id: &ApiTokenId,
        change: &TenantApiTokenChange,
    ) -> Result<TenantApiToken, Error> {
        const DOING: &str = "cannot change the API token";
        let operation = &catalogue::UPDATE_TENANT_API_TOKEN;
        let body = change.body(DOING)?;
        let client = self.scope.client();
        let outcome = client
            .update_tenant_api_token(id.as_str(), self.tenant_id.as_str(), &body)
            .await;
        self.scope
            .part(DOING, operation, outcome, TenantApiToken::changed)
    }

    /// Deletes an API token. Tokens that it was exchanged for work until they end.
    ///
    /// # Wire
    /// `DELETE /identity/resources/tenants/api-tokens/v1/{id}`
    pub async fn delete(&self, id: &ApiTokenId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the API token";
        let client = self.scope.client();
        let outcome = client
            .delete_tenant_api_token(id.as_str(), self.tenant_id.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_TENANT_API_TOKEN, outcome)
    }
}

silent_debug!(TenantApiTokens);
