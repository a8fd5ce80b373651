//! Sources of users are changed, each kind by a route of its own.

use frontegg_identity_raw::{catalogue, types};

use super::{UserSourceChange, UserSourceKind, UserSourceSettings, UserSources};
use crate::error::Error;
use crate::manage::ids::UserSourceId;

/// The body of a kind of source: all have the same members, and each has a type of its own.
macro_rules! body {
    ($kind:ident, $change:ident, $variant:ident) => {
        types::$kind {
            configuration: match &$change.settings {
                Some(UserSourceSettings::$variant(settings)) => Some(settings.body.clone()),
                _ => None,
            },
            description: $change.description.clone(),
            index: $change.position,
            name: $change.name.clone(),
        }
    };
}

impl UserSources {
    /// Changes a source. Its applications have methods of their own.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such source, or it is of another kind.
    ///
    /// # Wire
    /// `PUT /identity/resources/user-sources/v1/external/auth0/{id}`
    /// `PUT /identity/resources/user-sources/v1/external/cognito/{id}`
    /// `PUT /identity/resources/user-sources/v1/external/firebase/{id}`
    /// `PUT /identity/resources/user-sources/v1/external/custom-code/{id}`
    /// `PUT /identity/resources/user-sources/v1/federation/{id}`
    pub async fn update(&self, id: &UserSourceId, change: &UserSourceChange) -> Result<(), Error> {
        const DOING: &str = "cannot change the source of users";
        let client = self.scope.client();
        let id = id.as_str();
        let (operation, outcome) = match change.kind {
            UserSourceKind::Auth0 => {
                let body = body!(UpdateExternalAuth0UserSourceRequestDto, change, Auth0);
                let outcome = client.update_auth0_user_source(id, &body).await;
                (&catalogue::UPDATE_AUTH0_USER_SOURCE, outcome)
            }
            UserSourceKind::Cognito => {
                let body = body!(UpdateExternalCognitoUserSourceRequestDto, change, Cognito);
                let outcome = client.update_cognito_user_source(id, &body).await;
                (&catalogue::UPDATE_COGNITO_USER_SOURCE, outcome)
            }
            UserSourceKind::Firebase => {
                let body = body!(UpdateExternalFirebaseUserSourceRequestDto, change, Firebase);
                let outcome = client.update_firebase_user_source(id, &body).await;
                (&catalogue::UPDATE_FIREBASE_USER_SOURCE, outcome)
            }
            UserSourceKind::CustomCode => {
                let body = body!(
                    UpdateExternalCustomCodeUserSourceRequestDto,
                    change,
                    CustomCode
                );
                let outcome = client.update_custom_code_user_source(id, &body).await;
                (&catalogue::UPDATE_CUSTOM_CODE_USER_SOURCE, outcome)
            }
            UserSourceKind::Federation => {
                let body = body!(UpdateFederationUserSourceRequestDto, change, Federation);
                let outcome = client.update_federation_user_source(id, &body).await;
                (&catalogue::UPDATE_FEDERATION_USER_SOURCE, outcome)
            }
        };
        self.scope.told(DOING, operation, outcome)
    }
}
