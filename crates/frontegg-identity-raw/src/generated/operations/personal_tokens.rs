// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Personal Tokens: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Machine credentials that belong to one user and carry that user's roles: access tokens, which are
/// ready-made JWTs, and client-credentials pairs (API tokens), which are exchanged for a JWT first.
/// The user manages them with a user access token, or a back end does so with an environment token;
/// both the tenant and the user are named in headers. Secrets are shown once, when the token is
/// created. An environment in which the feature is switched off answers `403`, for API tokens with the
/// text `Api tokens are disabled`.
impl Client {
    /// List personal access tokens
    ///
    /// Returns the access tokens of one user in one tenant, without secrets. Takes a user access token of
    /// that user's session, or an environment token with both headers. The list is wrapped in
    /// `accessTokens`, unlike the bare array of the API-token list, and is not paged.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant in which the tokens act.
    /// - `frontegg_user_id`: User who owns the tokens.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/access-tokens/v1`
    pub async fn list_user_access_tokens(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
    ) -> Result<Response<types::GetUserAccessTokensResponse>, Error> {
        self.call(&catalogue::LIST_USER_ACCESS_TOKENS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send()
            .await
    }

    /// Create a personal access token
    ///
    /// Creates an access token for one user in one tenant. Takes a user access token of that user's
    /// session, or an environment token with the user and tenant in the headers. `secret` in the answer is
    /// the finished JWT: it is not exchanged, but sent to the application's own back end in `x-api-key`.
    /// It holds placeholders instead of roles and permissions, so a back end resolves them through
    /// `/resources/vendor-only/users/access-tokens/v1/{id}`. The secret cannot be read again.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant in which the token acts.
    /// - `frontegg_user_id`: User who owns the token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/access-tokens/v1`
    pub async fn create_user_access_token(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
        body: &types::CreateUserAccessTokenRequest,
    ) -> Result<Response<types::UserAccessTokenResponse>, Error> {
        self.call(&catalogue::CREATE_USER_ACCESS_TOKEN)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }

    /// Delete a personal access token
    ///
    /// Revokes an access token of one user. Takes a user access token of that user's session, or an
    /// environment token with both headers. A back end that looks tokens up at the service stops accepting
    /// it; one that merely verifies the signature accepts the JWT until it expires. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the access token; it is also the `sub` claim of the JWT.
    /// - `frontegg_tenant_id`: Tenant in which the token acts.
    /// - `frontegg_user_id`: User who owns the token.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/access-tokens/v1/{id}`
    pub async fn delete_user_access_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER_ACCESS_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send_unit()
            .await
    }

    /// List personal API tokens
    ///
    /// Returns the client-credentials pairs of one user in one tenant, without secrets. Takes a user
    /// access token of that user's session, or an environment token with both headers. The answer is a
    /// bare, unpaged array.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant in which the tokens act.
    /// - `frontegg_user_id`: User who owns the tokens.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/api-tokens/v1`
    pub async fn list_user_api_tokens(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
    ) -> Result<Response<::std::vec::Vec<types::GetUserApiTokensResponseDto>>, Error> {
        self.call(&catalogue::LIST_USER_API_TOKENS)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send()
            .await
    }

    /// Create a personal API token
    ///
    /// Creates a client-credentials pair that belongs to one user, not to the tenant. Takes a user access
    /// token of that user's session, or an environment token with both headers. Exchange `clientId` and
    /// `secret` at `/resources/auth/v2/api-token` for a short-lived JWT of type `userApiToken`, which
    /// carries the roles of the user. The secret is returned here and never again.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant in which the token acts.
    /// - `frontegg_user_id`: User who owns the token.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/api-tokens/v1`
    pub async fn create_user_api_token(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
        body: &types::CreateUserApiTokenDto,
    ) -> Result<Response<types::CreateUserApiTokenResponseDto>, Error> {
        self.call(&catalogue::CREATE_USER_API_TOKEN)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }

    /// Delete a personal API token
    ///
    /// Removes a client-credentials pair of one user, after which it can no longer be exchanged. Takes a
    /// user access token of that user's session, or an environment token with both headers. JWTs obtained
    /// from it earlier are still valid until they expire. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: The `clientId` of the pair; API tokens have no other id.
    /// - `frontegg_tenant_id`: Tenant in which the token acts.
    /// - `frontegg_user_id`: User who owns the token.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/api-tokens/v1/{id}`
    pub async fn delete_user_api_token(
        &self,
        id: &str,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER_API_TOKEN)
            .path("id", id)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send_unit()
            .await
    }
}
