//! Logins through Google, GitHub and the like.

pub use frontegg_identity_raw::types::SocialLoginProviderType;
use frontegg_identity_raw::{Secret, catalogue, types};
use serde_json::{Map, Value};

use super::object::JsonObject;
use crate::error::Error;
use crate::manage::scope::Scope;

/// A provider of social logins, as the service tells it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SocialProvider {
    /// Which one.
    pub kind: SocialLoginProviderType,
    /// Whether a login page offers it.
    pub is_active: bool,
    /// Your client there; none while the service's own is used, which is for trying out.
    pub client_id: Option<String>,
    /// Whether your own client is used.
    pub is_customised: Option<bool>,
    /// Where the provider sends the user back to.
    pub redirect_url: Option<String>,
    /// The same for a login that a back end goes through.
    pub backend_redirect_url: Option<String>,
    /// Where the login begins, if the service says it.
    pub authorization_url: Option<String>,
    /// What is asked for besides the usual.
    pub additional_scopes: Vec<String>,
    /// What only this provider has.
    pub options: JsonObject,
}

impl From<types::SocialLoginProviderDto> for SocialProvider {
    fn from(provider: types::SocialLoginProviderDto) -> Self {
        Self {
            kind: provider.type_.unwrap_or_else(|| "".into()),
            is_active: provider.active.unwrap_or_default(),
            client_id: provider.client_id,
            is_customised: provider.customised,
            redirect_url: provider.redirect_url,
            backend_redirect_url: provider.backend_redirect_url,
            authorization_url: provider.authorization_url,
            additional_scopes: provider.additional_scopes,
            options: provider.options.into(),
        }
    }
}

/// A provider of social logins that is to be set up.
///
/// The service does not document what it takes. These members are those that it tells, and the secret.
#[derive(Clone, Debug)]
#[must_use = "a provider is set up by `SocialLogins::set`"]
pub struct NewSocialProvider {
    members: JsonObject,
    secret: Option<Secret>,
}

impl NewSocialProvider {
    /// A provider that login pages offer.
    pub fn new(kind: &SocialLoginProviderType) -> Self {
        let members = JsonObject::new().with("type", kind.as_str());
        Self {
            members: members.with("active", true),
            secret: None,
        }
    }

    /// Your client there, and its secret.
    pub fn client(mut self, id: impl Into<String>, secret: Secret) -> Self {
        self.secret = Some(secret);
        self.member("clientId", id.into())
    }

    /// Where the provider sends the user back to. It has to know the address as well.
    pub fn redirect_url(self, url: impl Into<String>) -> Self {
        self.member("redirectUrl", url.into())
    }

    /// What is asked for besides the usual.
    pub fn additional_scopes<'a>(self, scopes: impl IntoIterator<Item = &'a str>) -> Self {
        let scopes: Value = scopes.into_iter().collect();
        self.member("additionalScopes", scopes)
    }

    /// Keeps the provider, and offers it to nobody.
    pub fn off(self) -> Self {
        self.member("active", false)
    }

    /// A member that has no method here.
    pub fn member(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.members = self.members.with(name, value);
        self
    }

    fn body(&self) -> Map<String, Value> {
        let secret = self.secret.as_ref();
        let secret = secret.map(|secret| ("secret".to_owned(), secret.expose().into()));
        let members = self.members.members().clone();
        members.into_iter().chain(secret).collect()
    }
}

/// The providers of social logins of an environment.
#[derive(Clone, Debug)]
pub struct SocialLogins {
    scope: Scope,
}

impl SocialLogins {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// All providers that are set up, those with the service's own client included.
    ///
    /// # Wire
    /// `GET /identity/resources/sso/v2`
    pub async fn list(&self) -> Result<Vec<SocialProvider>, Error> {
        list(&self.scope).await
    }

    /// Sets a provider up, in place of the whole that there was.
    ///
    /// # Wire
    /// `POST /identity/resources/sso/v1`
    pub async fn set(&self, provider: &NewSocialProvider) -> Result<(), Error> {
        const DOING: &str = "cannot set up the social login";
        let body = provider.body();
        let outcome = self.scope.client().set_social_provider(&body).await;
        let operation = &catalogue::SET_SOCIAL_PROVIDER;
        self.scope.told(DOING, operation, outcome)
    }
}

pub(super) async fn list(scope: &Scope) -> Result<Vec<SocialProvider>, Error> {
    const DOING: &str = "cannot list the social logins";
    let outcome = scope.client().list_social_providers(None).await;
    let operation = &catalogue::LIST_SOCIAL_PROVIDERS;
    let providers = scope.told(DOING, operation, outcome)?;
    Ok(providers.into_iter().map(SocialProvider::from).collect())
}
