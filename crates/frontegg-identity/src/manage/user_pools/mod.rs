//! Sources of users outside Frontegg, which check who signs in.

mod calls;
mod change;
mod create;
mod directories;
mod federation;
mod firebase;
mod request;
mod settings;
mod source;

pub use self::directories::{Auth0Source, CognitoSource, CustomCodeSource, CustomCodeTenant};
pub use self::federation::{FederationProvider, FederationSource, OauthEndpoints};
pub use self::firebase::{FirebaseKey, FirebaseSource, FirebaseTenant};
pub use self::request::{NewUserSource, UserSourceChange};
pub use self::settings::{SourceTenant, UserSourceKind, UserSourceSettings};
pub use self::source::{SourceUser, UserSource};
use super::scope::Scope;
use crate::silent::silent_debug;

/// Sources of users; [`Environment::user_sources`](super::Environment::user_sources) gives it.
///
/// ```
/// # use frontegg_identity::{Error, Secret, manage::{Auth0Source, Environment, NewUserSource, SourceTenant}};
/// # async fn run(environment: Environment, secret: Secret) -> Result<(), Error> {
/// let tenant = SourceTenant::Fixed("t-1".into());
/// let auth0 = Auth0Source::new("acme.eu.auth0.com", "the client id", secret, tenant).migrating();
/// let source = NewUserSource::new("Old users", 1, auth0);
/// let source = environment.user_sources().create(&source).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct UserSources {
    scope: Scope,
}

impl UserSources {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }
}

silent_debug!(UserSources);
