//! Sources of users are created, each kind by a route of its own.

use frontegg_identity_raw::{catalogue, types};

use super::{NewUserSource, UserSource, UserSourceSettings, UserSources};
use crate::error::Error;

/// The body of a kind of source: all have the same members, and each has a type of its own.
macro_rules! body {
    ($kind:ident, $source:ident, $settings:ident) => {
        types::$kind {
            app_ids: $source.application_ids.clone(),
            configuration: $settings.body.clone(),
            description: $source.description.clone(),
            index: $source.position,
            name: $source.name.clone(),
        }
    };
}

impl UserSources {
    /// Creates a source.
    ///
    /// # Wire
    /// `POST /identity/resources/user-sources/v1/external/auth0`
    /// `POST /identity/resources/user-sources/v1/external/cognito`
    /// `POST /identity/resources/user-sources/v1/external/firebase`
    /// `POST /identity/resources/user-sources/v1/external/custom-code`
    /// `POST /identity/resources/user-sources/v1/federation`
    pub async fn create(&self, source: &NewUserSource) -> Result<UserSource, Error> {
        const DOING: &str = "cannot create the source of users";
        let client = self.scope.client();
        let (operation, outcome) = match &source.settings {
            UserSourceSettings::Auth0(settings) => {
                let body = body!(CreateAuth0ExternalUserSourceRequestDto, source, settings);
                let outcome = client.create_auth0_user_source(&body).await;
                (&catalogue::CREATE_AUTH0_USER_SOURCE, outcome)
            }
            UserSourceSettings::Cognito(settings) => {
                let body = body!(CreateCognitoExternalUserSourceRequestDto, source, settings);
                let outcome = client.create_cognito_user_source(&body).await;
                (&catalogue::CREATE_COGNITO_USER_SOURCE, outcome)
            }
            UserSourceSettings::Firebase(settings) => {
                let body = body!(CreateFirebaseExternalUserSourceRequestDto, source, settings);
                let outcome = client.create_firebase_user_source(&body).await;
                (&catalogue::CREATE_FIREBASE_USER_SOURCE, outcome)
            }
            UserSourceSettings::CustomCode(settings) => {
                let body = body!(
                    CreateCustomCodeExternalUserSourceRequestDto,
                    source,
                    settings
                );
                let outcome = client.create_custom_code_user_source(&body).await;
                (&catalogue::CREATE_CUSTOM_CODE_USER_SOURCE, outcome)
            }
            UserSourceSettings::Federation(settings) => {
                let body = body!(CreateFederationUserSourceRequestDto, source, settings);
                let outcome = client.create_federation_user_source(&body).await;
                (&catalogue::CREATE_FEDERATION_USER_SOURCE, outcome)
            }
        };
        self.scope
            .part(DOING, operation, outcome, UserSource::created)
    }
}
