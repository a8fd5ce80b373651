//! A back end that manages its environment.

use std::fmt;
use std::sync::Arc;

use frontegg_identity_raw::Secret;

use super::ids::{ApplicationId, TenantId};
use super::scope::Scope;
use super::settings::Settings;
use super::tenant::Tenant;
use super::users::Users;
use crate::client::Identity;
use crate::error::Error;
use crate::session::{Caller, Credentials, MachineSession};

/// The management of an environment, by its own key. Clones share the session.
///
/// Its key opens everything: keep it on servers.
#[derive(Clone)]
pub struct Environment {
    session: MachineSession,
    scope: Scope,
}

impl Identity {
    /// Signs in with the key of the environment, for its management.
    ///
    /// ```no_run
    /// # async fn run(identity: frontegg_identity::Identity) -> Result<(), frontegg_identity::Error> {
    /// let environment = identity.environment("the client id", "the API key".into()).await?;
    /// let ada = environment.users().get_by_email("ada@example.com").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As for [`sign_in_as_machine`](Self::sign_in_as_machine).
    ///
    /// # Wire
    /// `POST /auth/vendor`
    pub async fn environment(
        &self,
        client_id: impl Into<String>,
        secret: Secret,
    ) -> Result<Environment, Error> {
        let credentials = Credentials::environment(client_id, secret);
        let session = self.sign_in_as_machine(credentials).await?;
        Ok(Environment::of(session))
    }
}

impl MachineSession {
    /// The management of the environment, if this machine signed in with the environment's key; with another key there is
    /// none. This way a session that is kept in a store manages as well.
    #[must_use]
    pub fn environment(&self) -> Option<Environment> {
        self.is_environment().then(|| Environment::of(self.clone()))
    }
}

impl Environment {
    fn of(session: MachineSession) -> Self {
        let transport = Arc::clone(session.identity().transport());
        let scope = Scope::new(Caller::Machine(session.clone()), transport);
        Self { session, scope }
    }

    /// The session below.
    #[must_use]
    pub fn session(&self) -> &MachineSession {
        &self.session
    }

    /// The same with an application named in each call, which an environment without a default one wants for some.
    #[must_use]
    pub fn in_application(&self, id: &ApplicationId) -> Self {
        Self {
            session: self.session.clone(),
            scope: self.scope.of_application(id),
        }
    }

    /// One tenant. Nothing is sent yet.
    #[must_use]
    pub fn tenant(&self, id: impl Into<TenantId>) -> Tenant {
        Tenant::new(&self.scope, id.into())
    }

    /// Users, in all tenants.
    #[must_use]
    pub fn users(&self) -> Users {
        Users::new(self.scope.clone())
    }

    /// Settings of the environment, by topic.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings::new(self.scope.clone())
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment").finish_non_exhaustive()
    }
}
