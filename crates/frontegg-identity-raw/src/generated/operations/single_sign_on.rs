// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Single Sign-On: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Sign-in through an identity provider: SAML and OpenID Connect connections of a tenant, and social
/// login providers of the environment. A login client first asks where to send the user, lets the
/// provider authenticate them, and then hands what the provider returned to the matching post-login
/// call, which answers like a password login. These calls need no token; listing the providers for a
/// signed-in user and configuring them does.
impl Client {
    /// Find the identity provider of a user
    ///
    /// Looks up the SAML or OpenID Connect connection that is responsible for an e-mail address or
    /// username. No token is needed. Send the user to `address`, then call the SAML or OpenID Connect
    /// post-login according to `idpType`. An identifier without a connection is an error and not an empty
    /// answer; it is expected to be a 404.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v2/user/sso/prelogin`
    pub async fn start_sso_login(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::SsoPreloginDto,
    ) -> Result<Response<types::SsoPreloginResponse>, Error> {
        self.call(&catalogue::START_SSO_LOGIN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Find the identity provider of a user, first version
    ///
    /// The older look-up of the connection that is responsible for a user, with the same bodies as
    /// `/resources/auth/v2/user/sso/prelogin`. No token is needed. Prefer the newer route. Without a
    /// connection it is expected to answer 400 with a null `address`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/saml/prelogin`
    pub async fn start_saml_login(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::SsoPreloginDto,
    ) -> Result<Response<types::SsoPreloginResponse>, Error> {
        self.call(&catalogue::START_SAML_LOGIN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Complete a SAML login
    ///
    /// Exchanges what a SAML identity provider posted for a session. No token is needed. The answer is
    /// that of a password login: tokens with the `fe_refresh_*` cookie, or `mfaRequired` with a challenge
    /// and no tokens.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/saml/postlogin`
    pub async fn complete_saml_login(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::SamlPostloginDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_SAML_LOGIN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Complete an OpenID Connect login
    ///
    /// Exchanges the authorization code of an OpenID Connect provider for a session. No token is needed.
    /// The answer is that of a password login: tokens with the `fe_refresh_*` cookie, or `mfaRequired`
    /// with a challenge and no tokens.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v2/user/oidc/postlogin`
    pub async fn complete_oidc_login(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::OidcPostloginDto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_OIDC_LOGIN)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Complete an OpenID Connect login, first version
    ///
    /// The older exchange of an authorization code for a session; it calls the provider state `state`
    /// where the second version says `RelayState`. No token is needed. The answer is that of a password
    /// login and may be an MFA challenge without tokens.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/oidc/postlogin`
    pub async fn complete_oidc_login_v1(
        &self,
        frontegg_vendor_host: Option<&str>,
        body: &types::OidcPostloginV1Dto,
    ) -> Result<Response<types::AuthenticationResponseDto>, Error> {
        self.call(&catalogue::COMPLETE_OIDC_LOGIN_V1)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .json(body)
            .send()
            .await
    }

    /// Complete a social login
    ///
    /// Exchanges what a social login provider returned for a session. No token is needed. Send `code` with
    /// the redirect URI and the code verifiers of the flow, or `id_token` where the provider issued one to
    /// the client. The refresh token arrives in the `fe_refresh_*` cookie and not in the body; with
    /// `mfaRequired` there is no session yet.
    ///
    /// # Arguments
    ///
    /// - `identity_provider`: The provider, for instance `google`.
    /// - `code`: Authorization code that the provider returned.
    /// - `code_verifier`: Code verifier of the login flow.
    /// - `code_verifier_pkce`: PKCE code verifier of the exchange with the provider.
    /// - `id_token`: Identity token of the provider, instead of a code.
    /// - `redirect_uri`: Redirect URI to which the provider sent the user.
    /// - `state`: The `state` that the provider returned.
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `POST /resources/auth/v1/user/sso/{identityProvider}/postlogin`
    pub async fn complete_social_login(
        &self,
        identity_provider: &str,
        code: Option<&crate::Secret>,
        code_verifier: Option<&crate::Secret>,
        code_verifier_pkce: Option<&crate::Secret>,
        id_token: Option<&crate::Secret>,
        redirect_uri: Option<&str>,
        state: Option<&str>,
        frontegg_vendor_host: Option<&str>,
        body: &types::SocialLoginPostloginDto,
    ) -> Result<Response<types::SocialLoginPostloginResponse>, Error> {
        self.call(&catalogue::COMPLETE_SOCIAL_LOGIN)
            .path("identityProvider", identity_provider)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .query("code", &code.map(crate::Secret::expose))
            .query("code_verifier", &code_verifier.map(crate::Secret::expose))
            .query("code_verifier_pkce", &code_verifier_pkce.map(crate::Secret::expose))
            .query("id_token", &id_token.map(crate::Secret::expose))
            .query("redirectUri", &redirect_uri)
            .query("state", &state)
            .json(body)
            .send()
            .await
    }

    /// List the social login providers
    ///
    /// Lists the social login providers of the environment, including those that run on shared development
    /// credentials. No token is needed: a login page calls it. Custom providers are listed by
    /// `/resources/sso/custom/v1`.
    ///
    /// # Arguments
    ///
    /// - `frontegg_vendor_host`: Host of the environment, for instance `acme.frontegg.com`; needed only
    ///   when the call goes to a regional API host.
    ///
    /// # Wire
    ///
    /// `GET /resources/sso/v2`
    pub async fn list_social_providers(
        &self,
        frontegg_vendor_host: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::SocialLoginProviderDto>>, Error> {
        self.call(&catalogue::LIST_SOCIAL_PROVIDERS)
            .header("frontegg-vendor-host", frontegg_vendor_host)
            .send()
            .await
    }

    /// List the social login providers for a signed-in user
    ///
    /// The same list as `/resources/sso/v2`, for a caller with the access token of a user. The environment
    /// is expected to be taken from the token rather than from the host of the call.
    ///
    /// # Wire
    ///
    /// `GET /resources/sso/v2/authenticated`
    pub async fn list_social_providers_as_user(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::SocialLoginProviderDto>>, Error> {
        self.call(&catalogue::LIST_SOCIAL_PROVIDERS_AS_USER).send().await
    }

    /// List the social login providers, first version
    ///
    /// The older list of the social login providers of the environment, without shared development
    /// credentials. Prefer the second version. Which token it asks for is not captured; an environment
    /// token is expected to do.
    ///
    /// # Wire
    ///
    /// `GET /resources/sso/v1`
    pub async fn list_social_providers_v1(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::SocialLoginProviderV1Dto>>, Error> {
        self.call(&catalogue::LIST_SOCIAL_PROVIDERS_V1).send().await
    }

    /// Configure a social login provider
    ///
    /// Creates or replaces the configuration of a social login provider. Needs an environment token. It
    /// answers 201 with an empty body; read the list to see the effect.
    ///
    /// # Wire
    ///
    /// `POST /resources/sso/v1`
    pub async fn set_social_provider(
        &self,
        body: &::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_SOCIAL_PROVIDER).json(body).send_unit().await
    }
}
