// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! M2M Tokens: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Look-ups for a back end that receives access tokens (the long-lived JWTs presented in `x-api-key`,
/// not those of a user's login). Such a JWT carries only placeholders for roles and permissions, so
/// after verifying its signature the back end asks here for the real ones, or checks that the token
/// has not been revoked. All routes take an environment token and `frontegg-tenant-id`.
impl Client {
    /// List identifiers of active user access tokens
    ///
    /// Returns the identifiers of the tenant's user access tokens that are neither revoked nor expired, as
    /// a bare array of strings. Needs an environment token with `frontegg-tenant-id`. A back end that only
    /// wants to know whether a token still exists looks up the `sub` claim of the verified JWT in this
    /// list; roles and permissions take one call per token to the route with `{id}`. The twin for tenant
    /// access tokens is `/resources/vendor-only/tenants/access-tokens/v1/active`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose tokens are listed; usually the `tenantId` claim of the JWT.
    ///
    /// # Wire
    ///
    /// `GET /resources/vendor-only/users/access-tokens/v1/active`
    pub async fn list_active_user_access_tokens(
        &self,
        frontegg_tenant_id: &str,
    ) -> Result<Response<::std::vec::Vec<::std::string::String>>, Error> {
        self.call(&catalogue::LIST_ACTIVE_USER_ACCESS_TOKENS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }

    /// Look up a user access token
    ///
    /// Returns owner, roles and permissions of a user access token. Needs an environment token with
    /// `frontegg-tenant-id`. The JWT of such a token has only `FETCH-ROLES-BY-API` and
    /// `FETCH-PERMISSIONS-BY-API` in their place, so a back end calls this route after it has verified the
    /// signature. Elements of `roles` and `permissions` may be objects instead of strings. A revoked or
    /// unknown token is expected to answer 404.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the token, the `sub` claim of its JWT.
    /// - `frontegg_tenant_id`: Tenant of the token; usually the `tenantId` claim of the JWT.
    ///
    /// # Wire
    ///
    /// `GET /resources/vendor-only/users/access-tokens/v1/{id}`
    pub async fn get_user_access_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
    ) -> Result<Response<types::AuthUserAccessTokenResponse>, Error> {
        self.call(&catalogue::GET_USER_ACCESS_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }

    /// Look up a tenant access token
    ///
    /// Returns roles and permissions of a tenant access token, the counterpart for tokens whose JWT has
    /// the type `tenantAccessToken` and which belong to no user. Needs an environment token with
    /// `frontegg-tenant-id`. As with user access tokens the JWT holds placeholders only, elements may be
    /// objects instead of strings, and a revoked or unknown token is expected to answer 404.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the token, the `sub` claim of its JWT.
    /// - `frontegg_tenant_id`: Tenant of the token; usually the `tenantId` claim of the JWT.
    ///
    /// # Wire
    ///
    /// `GET /resources/vendor-only/tenants/access-tokens/v1/{id}`
    pub async fn get_tenant_access_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
    ) -> Result<Response<types::AuthTenantAccessTokenResponse>, Error> {
        self.call(&catalogue::GET_TENANT_ACCESS_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }

    /// List the ids of active tenant access tokens
    ///
    /// Returns the ids of the access tokens of a tenant that are neither expired nor deleted. Needs an
    /// environment token and the tenant header. A back end checks with it whether an access token that it
    /// was shown still exists: the `sub` claim of the token is such an id.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant whose access tokens are listed.
    ///
    /// # Wire
    ///
    /// `GET /resources/vendor-only/tenants/access-tokens/v1/active`
    pub async fn list_active_tenant_access_tokens(
        &self,
        frontegg_tenant_id: &str,
    ) -> Result<Response<::std::vec::Vec<::std::string::String>>, Error> {
        self.call(&catalogue::LIST_ACTIVE_TENANT_ACCESS_TOKENS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .send()
            .await
    }
}
