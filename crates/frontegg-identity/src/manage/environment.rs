//! A back end that manages its environment.

use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::Secret;

use super::applications::Applications;
use super::approval_flows::ApprovalFlows;
use super::delegation::Delegation;
use super::groups::GroupSettings;
use super::ids::{ApplicationId, TenantId};
use super::invitations::Invitations;
use super::migration::Migrations;
use super::permissions::{PermissionCategories, Permissions};
use super::roles::Roles;
use super::scope::Scope;
use super::settings::Settings;
use super::tenant::Tenant;
use super::tokens::AccessTokens;
use super::user_pools::UserSources;
use super::users::Users;
use crate::client::Identity;
use crate::error::Error;
use crate::session::{Caller, Credentials, MachineSession};
use crate::silent::silent_debug;

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

    /// The same, whose calls have this long for one sending in place of the client's [time
    /// limit](crate::IdentityBuilder::timeout).
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self {
            scope: self.scope.with_timeout(timeout),
            session: self.session.clone(),
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

    /// Users of a former system.
    #[must_use]
    pub fn migrations(&self) -> Migrations {
        Migrations::new(self.scope.clone())
    }

    /// Which users may use which applications.
    #[must_use]
    pub fn applications(&self) -> Applications {
        Applications::new(self.scope.clone())
    }

    /// What the environment allows with groups. For the groups themselves, see [`Tenant::groups`].
    #[must_use]
    pub fn group_settings(&self) -> GroupSettings {
        GroupSettings::new(self.scope.clone())
    }

    /// Invitations to tenants.
    #[must_use]
    pub fn invitations(&self) -> Invitations {
        Invitations::new(self.scope.clone())
    }

    /// Roles, of the environment and of its tenants.
    #[must_use]
    pub fn roles(&self) -> Roles {
        Roles::new(self.scope.clone())
    }

    /// Permissions.
    #[must_use]
    pub fn permissions(&self) -> Permissions {
        Permissions::new(self.scope.clone())
    }

    /// Categories of permissions.
    #[must_use]
    pub fn permission_categories(&self) -> PermissionCategories {
        PermissionCategories::new(self.scope.clone())
    }

    /// What access tokens stand for that somebody showed.
    #[must_use]
    pub fn access_tokens(&self) -> AccessTokens {
        AccessTokens::new(self.scope.clone())
    }

    /// Approval flows.
    #[must_use]
    pub fn approval_flows(&self) -> ApprovalFlows {
        ApprovalFlows::new(self.scope.clone())
    }

    /// Whether services may act for users.
    #[must_use]
    pub fn delegation(&self) -> Delegation {
        Delegation::new(self.scope.clone())
    }

    /// Sources of users outside Frontegg.
    #[must_use]
    pub fn user_sources(&self) -> UserSources {
        UserSources::new(self.scope.clone())
    }

    /// Settings of the environment, by topic.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings::new(self.scope.clone())
    }
}

silent_debug!(Environment);
