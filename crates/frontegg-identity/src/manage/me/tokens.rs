//! Tokens that act as a user in a tenant.

use frontegg_identity_raw::catalogue;

use super::token::{
    NewPersonalAccessToken, NewPersonalApiToken, PersonalAccessToken, PersonalApiToken,
};
use crate::error::Error;
use crate::manage::owner::Owner;
use crate::manage::scope::Scope;
use crate::manage::{AccessTokenId, CreatedToken};
use crate::silent::silent_debug;

/// Tokens that act as a user in a tenant; [`Me::tokens`](super::Me::tokens) and
/// [`TenantUser::tokens`](crate::manage::TenantUser::tokens) give it.
///
/// API tokens are exchanged for short-lived JWTs with the roles of the user; access tokens are JWTs that a back end looks up.
/// An environment may have either switched off, and then every call is
/// [`Forbidden`](crate::ErrorKind::Forbidden).
///
/// ```
/// # use std::time::Duration;
/// # use frontegg_identity::{Credentials, Error, Session, manage::NewPersonalApiToken};
/// # async fn run(session: Session) -> Result<(), Error> {
/// let wanted = NewPersonalApiToken::new()
///     .description("nightly job")
///     .expires_in(Duration::from_secs(86_400));
/// let made = session.me().tokens().create_api_token(&wanted).await?;
/// let credentials = Credentials::api_token(made.token.client_id, made.secret);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct PersonalTokens {
    scope: Scope,
    owner: Owner,
}

impl PersonalTokens {
    pub(in crate::manage) fn new(scope: Scope, owner: Owner) -> Self {
        Self { scope, owner }
    }

    /// The API tokens, without their secrets.
    ///
    /// # Wire
    /// `GET /identity/resources/users/api-tokens/v1`
    pub async fn api_tokens(&self) -> Result<Vec<PersonalApiToken>, Error> {
        const DOING: &str = "cannot list the API tokens";
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .list_user_api_tokens(tenant.as_str(), user.as_str())
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_USER_API_TOKENS, outcome)?;
        Ok(told.into_iter().map(PersonalApiToken::from).collect())
    }

    /// Makes an API token. Its secret is told now and never again.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the metadata is no object.
    ///
    /// # Wire
    /// `POST /identity/resources/users/api-tokens/v1`
    pub async fn create_api_token(
        &self,
        new: &NewPersonalApiToken,
    ) -> Result<CreatedToken<PersonalApiToken>, Error> {
        const DOING: &str = "cannot make the API token";
        let body = new.body(DOING)?;
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .create_user_api_token(tenant.as_str(), user.as_str(), &body)
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::CREATE_USER_API_TOKEN, outcome)?;
        Ok(told.into())
    }

    /// Takes an API token away. JWTs that it was exchanged for are good until they expire.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such token in this tenant.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/api-tokens/v1/{id}`
    pub async fn delete_api_token(&self, client_id: &str) -> Result<(), Error> {
        const DOING: &str = "cannot take the API token away";
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .delete_user_api_token(client_id, tenant.as_str(), user.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_USER_API_TOKEN, outcome)
    }

    /// The access tokens, without the JWTs. Entries that cannot be read are left out.
    ///
    /// # Wire
    /// `GET /identity/resources/users/access-tokens/v1`
    pub async fn access_tokens(&self) -> Result<Vec<PersonalAccessToken>, Error> {
        const DOING: &str = "cannot list the access tokens";
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .list_user_access_tokens(tenant.as_str(), user.as_str())
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_USER_ACCESS_TOKENS, outcome)?;
        let tokens = told.access_tokens.into_iter();
        Ok(tokens.filter_map(PersonalAccessToken::read).collect())
    }

    /// Makes an access token. The JWT is told now and never again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/access-tokens/v1`
    pub async fn create_access_token(
        &self,
        new: &NewPersonalAccessToken,
    ) -> Result<CreatedToken<PersonalAccessToken>, Error> {
        const DOING: &str = "cannot make the access token";
        let operation = &catalogue::CREATE_USER_ACCESS_TOKEN;
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .create_user_access_token(tenant.as_str(), user.as_str(), &new.body())
            .await;
        self.scope
            .part(DOING, operation, outcome, CreatedToken::read)
    }

    /// Takes an access token away. A back end that looks at no more than its signature takes it until it expires.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such token in this tenant.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/access-tokens/v1/{id}`
    pub async fn delete_access_token(&self, id: &AccessTokenId) -> Result<(), Error> {
        const DOING: &str = "cannot take the access token away";
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .delete_user_access_token(id.as_str(), tenant.as_str(), user.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_USER_ACCESS_TOKEN, outcome)
    }
}

silent_debug!(PersonalTokens);
