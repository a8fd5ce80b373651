// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Custom Social OAuth Provider: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// OAuth providers beyond the built-in social logins, shown as extra buttons in the login box.
/// Administration (create, update, delete) needs an environment token; the list is read by login pages
/// without any token. A provider whose `active` is `true` shows up on the login pages of the
/// environment, so create it inactive and switch it on when it is complete.
impl Client {
    /// List custom OAuth providers
    ///
    /// Returns the custom OAuth providers of the environment. Login pages call it without any token on the
    /// environment's own domain; on a regional API host the environment is expected to be named with
    /// `frontegg-vendor-host`. The answer holds them in `providers`, without paging. Rely on `id`, `type`,
    /// `clientId` and `authorizationUrl`; the other members may be missing, and the client secret is not
    /// expected to be among them.
    ///
    /// # Wire
    ///
    /// `GET /resources/sso/custom/v1`
    pub async fn list_custom_social_providers(
        &self,
    ) -> Result<Response<types::GetCustomSsoProvidersResponseDto>, Error> {
        self.call(&catalogue::LIST_CUSTOM_SOCIAL_PROVIDERS).send().await
    }

    /// Create a custom OAuth provider
    ///
    /// Registers an OAuth provider as an additional social login of the environment. Needs an environment
    /// token. Register `redirectUrl` with the provider too: for hosted login it is
    /// `/oauth/account/social/success` on the environment's domain, for embedded login
    /// `/account/social/success` in your application. Nothing is returned, so list the providers to learn
    /// the new id.
    ///
    /// # Wire
    ///
    /// `POST /resources/sso/custom/v1`
    pub async fn create_custom_social_provider(
        &self,
        body: &types::CreateCustomSsoRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::CREATE_CUSTOM_SOCIAL_PROVIDER).json(body).send_unit().await
    }

    /// Delete a custom OAuth provider
    ///
    /// Removes a custom OAuth provider, so that nobody can sign in through it any more. Needs an
    /// environment token. The accounts of users who came through it are expected to remain. Nothing is
    /// returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the provider, as in the list.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/sso/custom/v1/{id}`
    pub async fn delete_custom_social_provider(
        &self,
        id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_CUSTOM_SOCIAL_PROVIDER)
            .path("id", id)
            .send_unit()
            .await
    }

    /// Update a custom OAuth provider
    ///
    /// Changes the members of a custom OAuth provider that are sent. Needs an environment token. Setting
    /// `active` to `false` hides the provider without losing its settings, which is gentler than deletion.
    /// A new `redirectUrl` has to be registered with the provider as well.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the provider, as in the list.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/sso/custom/v1/{id}`
    pub async fn update_custom_social_provider(
        &self,
        id: &str,
        body: &types::UpdateCustomSsoRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_CUSTOM_SOCIAL_PROVIDER)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }
}
