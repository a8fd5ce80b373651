// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! API Token: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Exchange of a machine credential for a JWT, and renewal of that JWT. Services call these routes
/// without any token, with a `clientId` and `secret` that were issued to a tenant or to a user. Send
/// the call to the environment's own domain, or to a regional API host with `frontegg-vendor-host`.
impl Client {
    /// Exchange an API token for a JWT
    ///
    /// Trades the client id and secret of a tenant's or a user's API token for an access token and a
    /// refresh token. Needs no token; on a regional API host `frontegg-vendor-host` has to name the
    /// environment. Unlike most of this API the answer is in snake case: `access_token`, `refresh_token`,
    /// `expires_in`. Each API token keeps at most 100 live refresh tokens, and the next exchange silently
    /// ends the oldest. Wrong credentials are expected to be answered with 401.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v2/api-token`
    pub async fn authenticate_api_token(
        &self,
        body: &types::AuthApiTokenDto,
    ) -> Result<Response<types::ApiTokenAuthV2Response>, Error> {
        self.call(&catalogue::AUTHENTICATE_API_TOKEN).json(body).send().await
    }

    /// Refresh a JWT obtained with an API token
    ///
    /// Renews an access token without sending the secret again. Needs no access token; the refresh token
    /// travels in the body, not in a cookie, and on a regional API host `frontegg-vendor-host` has to name
    /// the environment. The request says `refreshToken`, the answer `refresh_token`. Rotation is on by
    /// default: a refresh token works once, so keep the new one and never run two refreshes in parallel.
    /// If it is refused, exchange client id and secret again at `/resources/auth/v2/api-token`, which also
    /// works as a replacement for refreshing altogether.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v2/api-token/token/refresh`
    pub async fn refresh_api_token(
        &self,
        body: &types::RefreshApiTokenDto,
    ) -> Result<Response<types::ApiTokenAuthV2Response>, Error> {
        self.call(&catalogue::REFRESH_API_TOKEN).json(body).send().await
    }

    /// Exchange an API token for an access token, first version
    ///
    /// Exchanges client id and secret of a tenant or user API token for an access token. No token is
    /// needed. It differs from the second version in that its answer is in camel case. Wrong credentials
    /// are expected to answer 401.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/api-token`
    pub async fn authenticate_api_token_v1(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::AuthApiTokenDto,
    ) -> Result<Response<types::ApiTokenAuthV1Response>, Error> {
        self.call(&catalogue::AUTHENTICATE_API_TOKEN_V1)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Refresh the access token of an API token, first version
    ///
    /// Exchanges the refresh token of an API token for new tokens. No access token is needed. The answer
    /// is in camel case, unlike that of the second version. The refresh token is expected to be spent by
    /// the call; exchanging client id and secret again always works instead.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/api-token/token/refresh`
    pub async fn refresh_api_token_v1(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::RefreshApiTokenDto,
    ) -> Result<Response<types::ApiTokenAuthV1Response>, Error> {
        self.call(&catalogue::REFRESH_API_TOKEN_V1)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }
}
