//! Logins through OAuth providers of your own choice.

use frontegg_identity_raw::{Secret, catalogue, types};

use crate::error::Error;
use crate::manage::CustomSocialProviderId;
use crate::manage::scope::Scope;

/// An OAuth provider of your own choice, as the service tells it: without the secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CustomSocialProvider {
    /// Names the provider.
    pub id: CustomSocialProviderId,
    /// The kind, `custom` as far as is known.
    pub kind: Option<String>,
    /// Whether a login page offers it.
    pub is_active: bool,
    /// Its name on a login page.
    pub display_name: Option<String>,
    /// Your client there.
    pub client_id: Option<String>,
    /// Where the login begins.
    pub authorization_url: Option<String>,
    /// Where a code is exchanged for tokens.
    pub token_url: Option<String>,
    /// Where it says who the user is.
    pub user_info_url: Option<String>,
    /// Where it sends the user back to.
    pub redirect_url: Option<String>,
    /// The picture on the button.
    pub logo_url: Option<String>,
    /// What is asked for.
    pub scopes: Vec<String>,
}

impl From<types::CustomSsoProviderDto> for CustomSocialProvider {
    fn from(provider: types::CustomSsoProviderDto) -> Self {
        let scopes = provider.scopes.unwrap_or_default();
        Self {
            id: provider.id.unwrap_or_default().into(),
            kind: provider.type_,
            is_active: provider.active.unwrap_or_default(),
            display_name: provider.display_name,
            client_id: provider.client_id,
            authorization_url: provider.authorization_url,
            token_url: provider.token_url,
            user_info_url: provider.user_info_url,
            redirect_url: provider.redirect_url,
            logo_url: provider.sso_logo_url,
            scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        }
    }
}

/// An OAuth provider that is to be added. The service wants every member, so they are given by name:
///
/// ```
/// # use frontegg_identity::{Error, Secret, manage::{Environment, NewCustomSocialProvider}};
/// # async fn run(environment: Environment, secret: Secret) -> Result<(), Error> {
/// let provider = NewCustomSocialProvider {
///     is_active: true,
///     display_name: "Acme ID".to_owned(),
///     client_id: "acme-app".to_owned(),
///     client_secret: secret,
///     authorization_url: "https://id.acme.example/authorize".to_owned(),
///     token_url: "https://id.acme.example/token".to_owned(),
///     user_info_url: "https://id.acme.example/me".to_owned(),
///     redirect_url: "https://app.acme.example/oauth/account/social/success".to_owned(),
///     logo_url: "https://id.acme.example/logo.png".to_owned(),
///     scopes: ["openid", "email", "profile"].map(str::to_owned).to_vec(),
/// };
/// environment.settings().custom_social_logins().create(&provider).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct NewCustomSocialProvider {
    /// Whether a login page offers it.
    pub is_active: bool,
    /// Its name on a login page.
    pub display_name: String,
    /// Your client there.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: Secret,
    /// Where the login begins.
    pub authorization_url: String,
    /// Where a code is exchanged for tokens.
    pub token_url: String,
    /// Where it says who the user is.
    pub user_info_url: String,
    /// Where it sends the user back to: `/oauth/account/social/success` of the environment's domain, or
    /// `/account/social/success` of an application that has the login page in itself. The provider has to know it as well.
    pub redirect_url: String,
    /// The picture on the button.
    pub logo_url: String,
    /// What is asked for.
    pub scopes: Vec<String>,
}

/// Changes of an OAuth provider. What is not said stays as it is; none of it can be cleared.
#[derive(Clone, Debug, Default)]
#[must_use = "a change does nothing by itself"]
pub struct CustomSocialProviderChange(types::UpdateCustomSsoRequestDto);

impl CustomSocialProviderChange {
    /// Changes nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether a login page offers it. To hide it is gentler than to delete it.
    pub fn active(mut self, is_wanted: bool) -> Self {
        self.0.active = is_wanted.into();
        self
    }

    /// Its name on a login page.
    pub fn display_name(mut self, name: impl Into<String>) -> Self {
        self.0.display_name = name.into().into();
        self
    }

    /// Your client there.
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.0.client_id = id.into().into();
        self
    }

    /// The client's secret.
    pub fn client_secret(mut self, secret: Secret) -> Self {
        self.0.secret = secret.into();
        self
    }

    /// Where the login begins.
    pub fn authorization_url(mut self, url: impl Into<String>) -> Self {
        self.0.authorization_url = url.into().into();
        self
    }

    /// Where a code is exchanged for tokens.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.0.token_url = url.into().into();
        self
    }

    /// Where it says who the user is.
    pub fn user_info_url(mut self, url: impl Into<String>) -> Self {
        self.0.user_info_url = url.into().into();
        self
    }

    /// Where it sends the user back to. It has to know the address as well.
    pub fn redirect_url(mut self, url: impl Into<String>) -> Self {
        self.0.redirect_url = url.into().into();
        self
    }

    /// The picture on the button.
    pub fn logo_url(mut self, url: impl Into<String>) -> Self {
        self.0.sso_logo_url = url.into().into();
        self
    }

    /// What is asked for, in place of all that was.
    pub fn scopes<'a>(mut self, scopes: impl IntoIterator<Item = &'a str>) -> Self {
        let scopes: Vec<&str> = scopes.into_iter().collect();
        self.0.scopes = scopes.join(" ").into();
        self
    }
}

/// OAuth providers of your own choice, as social logins of an environment.
#[derive(Clone, Debug)]
pub struct CustomSocialLogins {
    scope: Scope,
}

impl CustomSocialLogins {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// All of them.
    ///
    /// # Wire
    /// `GET /identity/resources/sso/custom/v1`
    pub async fn list(&self) -> Result<Vec<CustomSocialProvider>, Error> {
        list(&self.scope).await
    }

    /// Adds a provider. Its id is in the [list](Self::list) afterwards.
    ///
    /// # Wire
    /// `POST /identity/resources/sso/custom/v1`
    pub async fn create(&self, provider: &NewCustomSocialProvider) -> Result<(), Error> {
        const DOING: &str = "cannot add the custom social login";
        let scopes = provider.scopes.join(" ");
        let provider = provider.clone();
        let body = types::CreateCustomSsoRequestDto {
            active: provider.is_active,
            authorization_url: provider.authorization_url,
            client_id: provider.client_id,
            display_name: provider.display_name,
            redirect_url: provider.redirect_url,
            scopes,
            secret: provider.client_secret,
            sso_logo_url: provider.logo_url,
            token_url: provider.token_url,
            type_: "custom".to_owned(),
            user_info_url: provider.user_info_url,
        };
        let client = self.scope.client();
        let outcome = client.create_custom_social_provider(&body).await;
        let operation = &catalogue::CREATE_CUSTOM_SOCIAL_PROVIDER;
        self.scope.told(DOING, operation, outcome)
    }

    /// Changes a provider.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such provider.
    ///
    /// # Wire
    /// `PATCH /identity/resources/sso/custom/v1/{id}`
    pub async fn update(
        &self,
        id: &CustomSocialProviderId,
        change: &CustomSocialProviderChange,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot change the custom social login";
        let client = self.scope.client();
        let outcome = client
            .update_custom_social_provider(id.as_str(), &change.0)
            .await;
        let operation = &catalogue::UPDATE_CUSTOM_SOCIAL_PROVIDER;
        self.scope.told(DOING, operation, outcome)
    }

    /// Deletes a provider, so that nobody can sign in through it. Users who came through it are expected to stay.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such provider.
    ///
    /// # Wire
    /// `DELETE /identity/resources/sso/custom/v1/{id}`
    pub async fn delete(&self, id: &CustomSocialProviderId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the custom social login";
        let client = self.scope.client();
        let outcome = client.delete_custom_social_provider(id.as_str()).await;
        let operation = &catalogue::DELETE_CUSTOM_SOCIAL_PROVIDER;
        self.scope.told(DOING, operation, outcome)
    }
}

pub(super) async fn list(scope: &Scope) -> Result<Vec<CustomSocialProvider>, Error> {
    const DOING: &str = "cannot list the custom social logins";
    let outcome = scope.client().list_custom_social_providers().await;
    let operation = &catalogue::LIST_CUSTOM_SOCIAL_PROVIDERS;
    let answer = scope.told(DOING, operation, outcome)?;
    Ok(answer.providers.into_iter().map(Into::into).collect())
}
