//! A provider to which users are sent.

use frontegg_identity_raw::{Secret, types};

use super::SourceTenant;

/// A provider of OpenID Connect or OAuth 2.0, to which users are sent to sign in.
#[derive(Clone, Debug)]
#[must_use = "settings belong to a source"]
pub struct FederationSource {
    pub(super) body: types::FederationUserSourceConfig,
}

/// Where a provider is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FederationProvider {
    /// All is in its discovery document, which is at this address.
    Discovery(String),
    /// At these addresses.
    Endpoints(OauthEndpoints),
}

/// The addresses of a provider that has no discovery document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "addresses belong to a provider"]
pub struct OauthEndpoints {
    authorization: String,
    token: String,
    user_info: String,
    scopes: Option<Vec<String>>,
    grant_types: Option<Vec<String>>,
}

impl OauthEndpoints {
    /// Where the browser is sent, where its code is exchanged, and who the user is.
    pub fn new(
        authorization: impl Into<String>,
        token: impl Into<String>,
        user_info: impl Into<String>,
    ) -> Self {
        Self {
            authorization: authorization.into(),
            token: token.into(),
            user_info: user_info.into(),
            scopes: None,
            grant_types: None,
        }
    }

    /// What is asked for, as `openid`.
    pub fn scopes<T: Into<String>>(mut self, scopes: impl IntoIterator<Item = T>) -> Self {
        self.scopes = Some(scopes.into_iter().map(Into::into).collect());
        self
    }

    /// In which ways, as `authorization_code`.
    pub fn grant_types<T: Into<String>>(mut self, types: impl IntoIterator<Item = T>) -> Self {
        self.grant_types = Some(types.into_iter().map(Into::into).collect());
        self
    }

    fn body(self) -> types::Oauth2UserSourceConfig {
        types::Oauth2UserSourceConfig {
            authorization_url: self.authorization,
            grant_types: self.grant_types,
            scopes: self.scopes,
            token_url: self.token,
            user_info_url: self.user_info,
        }
    }
}

impl FederationSource {
    /// With the client id and the secret that the provider gave.
    pub fn new(
        provider: FederationProvider,
        client_id: impl Into<String>,
        secret: Secret,
        tenant: SourceTenant,
    ) -> Self {
        let (wellknown_url, endpoints) = match provider {
            FederationProvider::Discovery(url) => (Some(url), None),
            FederationProvider::Endpoints(endpoints) => (None, Some(endpoints.body())),
        };
        Self {
            body: types::FederationUserSourceConfig {
                client_id: client_id.into(),
                oauth2_config: endpoints,
                secret,
                sync_on_login: false,
                tenant_config: tenant.body(),
                wellknown_url,
            },
        }
    }

    /// Copies what the provider says of users whenever they sign in.
    pub fn syncing(mut self) -> Self {
        self.body.sync_on_login = true;
        self
    }
}
