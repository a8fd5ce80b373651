// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! API Tokens: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Machine credentials that belong to a tenant: API tokens, which are pairs of client id and secret to
/// be exchanged for a JWT, and access tokens, whose secret is itself the JWT to present. A back end
/// calls these routes with an environment token and `frontegg-tenant-id`; the tenant's own
/// administrators use their access token, from which the tenant is read. Where the feature is switched
/// off in the environment, the service is expected to answer 403 with `Api tokens are disabled`.
impl Client {
    /// List the access tokens of a tenant
    ///
    /// Returns all access tokens of the tenant under `accessTokens`, without their secrets and without
    /// paging. Needs an environment token with `frontegg-tenant-id`, or a user access token. Note the
    /// difference from `/resources/tenants/api-tokens/v1`, which answers with a bare array.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Id of the tenant whose access tokens are listed; a user access token
    ///   already implies it.
    ///
    /// # Wire
    ///
    /// `GET /resources/tenants/access-tokens/v1`
    pub async fn list_tenant_access_tokens(
        &self,
        frontegg_tenant_id: &str,
    ) -> Result<Response<types::GetTenantAccessTokensResponse>, Error> {
        self.call(&catalogue::LIST_TENANT_ACCESS_TOKENS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }

    /// Create a tenant access token
    ///
    /// Issues a long-lived token for the tenant, limited to the given roles. Needs an environment token
    /// with `frontegg-tenant-id`, or a user access token of a tenant administrator. The `secret` in the
    /// answer is the JWT itself, of type `tenantAccessToken`, and is shown only this once; applications
    /// present it in the `x-api-key` header without any exchange. Its JWT carries placeholders instead of
    /// roles and permissions, so a back end looks them up at
    /// `/resources/vendor-only/tenants/access-tokens/v1/{id}`. A missing tenant header is answered with
    /// 403.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Id of the tenant that owns the new token; a user access token already
    ///   implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/access-tokens/v1`
    pub async fn create_tenant_access_token(
        &self,
        frontegg_tenant_id: &str,
        body: &types::CreateTenantAccessTokenRequest,
    ) -> Result<Response<types::TenantAccessTokenResponse>, Error> {
        self.call(&catalogue::CREATE_TENANT_ACCESS_TOKEN)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Delete a tenant access token
    ///
    /// Revokes one access token of the tenant. Needs an environment token with `frontegg-tenant-id`, or a
    /// user access token. A back end that checks signatures only keeps accepting the JWT until it expires;
    /// one that looks the token up notices the deletion. The answer has no body.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the access token, which is also the `sub` claim of its JWT.
    /// - `frontegg_tenant_id`: Id of the tenant that owns the token; a user access token already implies
    ///   it.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/tenants/access-tokens/v1/{id}`
    pub async fn delete_tenant_access_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_TENANT_ACCESS_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send_unit()
            .await
    }

    /// List the API tokens of a tenant
    ///
    /// Returns all API tokens of the tenant as a bare array, without paging and without secrets. Needs an
    /// environment token with `frontegg-tenant-id`, or a user access token. There is no second version of
    /// this route: tokens created through v2 are expected to be listed here as well.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Id of the tenant whose API tokens are listed; a user access token already
    ///   implies it.
    ///
    /// # Wire
    ///
    /// `GET /resources/tenants/api-tokens/v1`
    pub async fn list_tenant_api_tokens(
        &self,
        frontegg_tenant_id: &str,
    ) -> Result<Response<::std::vec::Vec<types::GetTenantApiTokensResponse>>, Error> {
        self.call(&catalogue::LIST_TENANT_API_TOKENS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }

    /// Create a tenant API token by the first version of the route
    ///
    /// Issues a pair of client id and secret for the tenant. The route is deprecated in favour of
    /// `/resources/tenants/api-tokens/v2`, which takes and returns the same bodies. Needs an environment
    /// token with `frontegg-tenant-id`, or a user access token of a tenant administrator. The `secret` is
    /// in this answer only. Where API tokens are switched off, the answer is 403 with `Api tokens are
    /// disabled`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Id of the tenant for which the token is created; a user access token
    ///   already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/api-tokens/v1`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn create_tenant_api_token_v1(
        &self,
        frontegg_tenant_id: &str,
        body: &types::CreateTenantApiTokenDto,
    ) -> Result<Response<types::CreateTenantApiTokenResponseDto>, Error> {
        self.call(&catalogue::CREATE_TENANT_API_TOKEN_V1)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Delete a tenant API token
    ///
    /// Revokes one API token of the tenant; from then on its client id and secret can no longer be
    /// exchanged. Needs an environment token with `frontegg-tenant-id`, or a user access token. JWTs that
    /// were issued before stay valid until they expire. The answer has no body.
    ///
    /// # Arguments
    ///
    /// - `id`: Client id of the API token to delete.
    /// - `frontegg_tenant_id`: Id of the tenant that owns the API token; a user access token already
    ///   implies it.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/tenants/api-tokens/v1/{id}`
    pub async fn delete_tenant_api_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_TENANT_API_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send_unit()
            .await
    }

    /// Update a tenant API token
    ///
    /// Changes the description, metadata, roles or permissions of an API token; members left out are
    /// expected to stay as they are. Needs an environment token with `frontegg-tenant-id`, or a user
    /// access token. Neither the secret nor the expiry can be changed: create a new token instead. JWTs
    /// that are already in use keep their old claims until they are renewed.
    ///
    /// # Arguments
    ///
    /// - `id`: Client id of the API token to change.
    /// - `frontegg_tenant_id`: Id of the tenant that owns the API token; a user access token already
    ///   implies it.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/tenants/api-tokens/v1/{id}`
    pub async fn update_tenant_api_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
        body: &types::UpdateApiTokenDto,
    ) -> Result<Response<types::UpdateTenantApiTokenResponseDto>, Error> {
        self.call(&catalogue::UPDATE_TENANT_API_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }

    /// Create a tenant API token
    ///
    /// Issues a pair of client id and secret for the tenant, with roles or with permissions but not both.
    /// Needs an environment token with `frontegg-tenant-id`, or a user access token of a tenant
    /// administrator. The `secret` is in this answer only. Services exchange the pair for a JWT of type
    /// `tenantApiToken` at `/resources/auth/v2/api-token`. The routes to list, change and delete such a
    /// token are those of v1.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Id of the tenant to which the new token belongs; a user access token
    ///   already implies it.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/api-tokens/v2`
    pub async fn create_tenant_api_token(
        &self,
        frontegg_tenant_id: &str,
        body: &types::CreateTenantApiTokenDto,
    ) -> Result<Response<types::CreateTenantApiTokenResponseDto>, Error> {
        self.call(&catalogue::CREATE_TENANT_API_TOKEN)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .json(body)
            .send()
            .await
    }
}
