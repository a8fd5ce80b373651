//! Users are brought in from a former system.

mod user;

use frontegg_identity_raw::{self as raw, Operation, Response, Secret, catalogue, types};
use serde_json::Value;

pub use self::user::{MigratedUser, PasswordHash, PasswordHashingType};
use super::User;
use super::scope::Scope;
use super::task::{BulkReport, Reported, Task};
use crate::error::Error;
use crate::silent::silent_debug;

/// Brings users in from a former system; [`Environment::migrations`](super::Environment::migrations) gives it.
///
/// Tenants and roles have to be there beforehand, and the environment needs an application of its own accord, since none can
/// be named.
#[derive(Clone)]
pub struct Migrations {
    scope: Scope,
}

/// Access to an account at Auth0, and where its users say which tenant they are of.
#[derive(Clone, Debug)]
#[must_use = "an import is started by `Migrations::import_from_auth0`"]
pub struct Auth0Account {
    domain: String,
    client_id: String,
    secret: Secret,
    tenant_field: String,
    is_user_metadata: bool,
}

impl Auth0Account {
    /// The domain of the account, and a client of it that may read users, their identity provider's tokens and roles. The
    /// tenant of a user stands in `app_metadata`, in the member `tenant_field`.
    pub fn new(
        domain: impl Into<String>,
        client_id: impl Into<String>,
        secret: Secret,
        tenant_field: impl Into<String>,
    ) -> Self {
        Self {
            domain: domain.into(),
            client_id: client_id.into(),
            secret,
            tenant_field: tenant_field.into(),
            is_user_metadata: false,
        }
    }

    /// The tenant stands in `user_metadata`.
    pub fn in_user_metadata(mut self) -> Self {
        self.is_user_metadata = true;
        self
    }
}

impl Migrations {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// Brings in one user, who has one address.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the user has no address or more than one, or a username or a picture's address that is
    /// none. [`import_all`](Self::import_all) takes any number of addresses.
    ///
    /// # Wire
    /// `POST /identity/resources/migrations/v1/local`
    pub async fn import(&self, user: &MigratedUser) -> Result<User, Error> {
        const DOING: &str = "cannot bring the user in";
        let body = user.to_wire_v1(DOING)?;
        let outcome = self.scope.client().migrate_user(&body).await;
        let user = self.scope.told(DOING, &catalogue::MIGRATE_USER, outcome)?;
        Ok(user.into())
    }

    /// Brings in many users. The service does it in the background: [wait](Task::wait) for how it ends, and look into the
    /// report for users who were left out.
    ///
    /// ```
    /// # use frontegg_identity::{Error, manage::{Environment, MigratedUser, PasswordHash}};
    /// # async fn run(environment: Environment) -> Result<(), Error> {
    /// use std::time::Duration;
    ///
    /// let ada = MigratedUser::new("t-1")
    ///     .verified_email("ada@example.com")
    ///     .password(PasswordHash::bcrypt("$2b$10$...".into()));
    /// let task = environment.migrations().import_all(&[ada]).await?;
    /// let report = task.wait(Duration::from_secs(5)).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): a username or a picture's address is none, and nothing was sent.
    /// [`Unreadable`](crate::ErrorKind::Unreadable): the answer does not name the task.
    ///
    /// # Wire
    /// `POST /identity/resources/migrations/v2/local/bulk`
    pub async fn import_all(&self, users: &[MigratedUser]) -> Result<Task<BulkReport>, Error> {
        const DOING: &str = "cannot bring the users in";
        let users = users.iter().map(|user| user.to_wire(DOING));
        let users = users.collect::<Result<Vec<_>, _>>()?;
        let body = types::MigrateUsersRequestV2 { users };
        let outcome = self.scope.client().migrate_users(&body).await;
        self.started(DOING, &catalogue::MIGRATE_USERS, outcome)
    }

    /// The same by the older route, whose users have one address each and may be [verified](MigratedUser::verified_email).
    ///
    /// # Errors
    /// As for [`import_all`](Self::import_all), and [`Input`](crate::ErrorKind::Input): a user has no address or more than one.
    ///
    /// # Wire
    /// `POST /identity/resources/migrations/v1/local/bulk`
    pub async fn import_all_v1(&self, users: &[MigratedUser]) -> Result<Task<BulkReport>, Error> {
        const DOING: &str = "cannot bring the users in";
        let users = users.iter().map(|user| user.to_wire_v1(DOING));
        let users = users.collect::<Result<Vec<_>, _>>()?;
        let body = types::MigrateUsersRequestV1 { users };
        let outcome = self.scope.client().migrate_users_v1(&body).await;
        self.started(DOING, &catalogue::MIGRATE_USERS_V1, outcome)
    }

    /// The task that an answer names.
    fn started(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<types::MigrationContext>, raw::Error>,
    ) -> Result<Task<BulkReport>, Error> {
        let id = |told: types::MigrationContext| told.migration_id.filter(|id| !id.is_empty());
        let id = self.scope.part(doing, operation, outcome, id)?;
        Ok(self.migration(id))
    }

    /// An import that was started, by its [id](Task::id). Nothing is sent yet.
    pub fn migration(&self, id: impl Into<String>) -> Task<BulkReport> {
        Task::new(&self.scope, id.into(), status)
    }

    /// Has the service fetch the users of an account at Auth0. It does so in the background, and there is no way to ask how
    /// far it is.
    ///
    /// # Wire
    /// `POST /identity/resources/migrations/v1/auth0`
    pub async fn import_from_auth0(&self, account: &Auth0Account) -> Result<(), Error> {
        const DOING: &str = "cannot start the import from Auth0";
        let body = types::Auth0Configuration {
            client_id: account.client_id.clone(),
            domain: account.domain.clone(),
            is_tenant_id_on_user_metadata: account.is_user_metadata.then_some(true),
            secret: account.secret.clone(),
            tenant_id_field_name: account.tenant_field.clone(),
        };
        let outcome = self.scope.client().migrate_users_from_auth0(&body).await;
        self.scope
            .told(DOING, &catalogue::MIGRATE_USERS_FROM_AUTH0, outcome)
    }
}

silent_debug!(Migrations);

fn status(scope: Scope, id: String) -> Reported<BulkReport> {
    const DOING: &str = "cannot read how far the import is";
    Box::pin(async move {
        let outcome = scope.client().get_bulk_migration_status(&id).await;
        let operation = &catalogue::GET_BULK_MIGRATION_STATUS;
        let read = |told: types::MigrationObject| BulkReport::of(Value::Object(told.0));
        let report = scope.report(DOING, operation, outcome, read)?;
        Ok((report.state.clone(), report))
    })
}
