// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Data Migration: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// One-off imports of existing users into the environment, either pulled from an Auth0 account or
/// pushed by the caller with profile, password hash and second-factor secret. Migration scripts call
/// these routes with an environment token. Bulk imports run in the background: the start call answers
/// `202` with a migration id, which is then polled. The target tenants and roles have to exist
/// beforehand.
impl Client {
    /// Import users from Auth0
    ///
    /// Starts an import that reads the users of an Auth0 account through its management API. Needs an
    /// environment token. The Auth0 client needs the grants `read:users`, `read:user_idp_tokens` and
    /// `read:roles`. Each user is placed in the tenant whose id stands in the named metadata field, so
    /// create the tenants first. Nothing is returned, hence there is no migration id that could be polled.
    ///
    /// # Wire
    ///
    /// `POST /resources/migrations/v1/auth0`
    pub async fn migrate_users_from_auth0(
        &self,
        body: &types::Auth0Configuration,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::MIGRATE_USERS_FROM_AUTH0).json(body).send_unit().await
    }

    /// Import one user
    ///
    /// Creates a user from data of a former system, optionally with password hash and authenticator
    /// secret, so that the user keeps password and second factor. Needs an environment token; the tenant
    /// stands in the body, not in a header. Without a usable hash the user has to set a password or sign
    /// in without one. The environment needs a default or automatically assigned application, because the
    /// body cannot name one. For more than a handful of users use the bulk route.
    ///
    /// # Wire
    ///
    /// `POST /resources/migrations/v1/local`
    pub async fn migrate_user(
        &self,
        body: &types::MigrateUserRequestV1,
    ) -> Result<Response<types::UserDto>, Error> {
        self.call(&catalogue::MIGRATE_USER).json(body).send().await
    }

    /// Import users in bulk
    ///
    /// Queues the import of many users, each with one e-mail address, and returns before any of them is
    /// created. Needs an environment token. Poll the status route with the returned `migrationId`; success
    /// of this call says nothing about single users. The version 2 twin takes several e-mail addresses for
    /// each user instead of one.
    ///
    /// # Wire
    ///
    /// `POST /resources/migrations/v1/local/bulk`
    pub async fn migrate_users_v1(
        &self,
        body: &types::MigrateUsersRequestV1,
    ) -> Result<Response<types::MigrationContext>, Error> {
        self.call(&catalogue::MIGRATE_USERS_V1).json(body).send().await
    }

    /// Get the status of a bulk import
    ///
    /// Returns the state of a bulk import that either version of the bulk route started. Needs an
    /// environment token. The answer is a free JSON object: do not depend on particular members.
    ///
    /// # Arguments
    ///
    /// - `migration_id`: Id that the bulk import returned.
    ///
    /// # Wire
    ///
    /// `GET /resources/migrations/v1/local/bulk/status/{migrationId}`
    pub async fn get_bulk_migration_status(
        &self,
        migration_id: &str,
    ) -> Result<Response<types::MigrationObject>, Error> {
        self.call(&catalogue::GET_BULK_MIGRATION_STATUS)
            .path("migrationId", migration_id)
            .send()
            .await
    }

    /// Import users with several e-mail addresses in bulk
    ///
    /// Queues the import of many users like the version 1 route, but takes a list of e-mail addresses for
    /// each user, with a primary and a verified flag each. There is no `verifyUser` switch: verification
    /// is stated per address. Needs an environment token. Progress is polled at the version 1 status
    /// route; no version 2 of that route exists.
    ///
    /// # Wire
    ///
    /// `POST /resources/migrations/v2/local/bulk`
    pub async fn migrate_users(
        &self,
        body: &types::MigrateUsersRequestV2,
    ) -> Result<Response<types::MigrationContext>, Error> {
        self.call(&catalogue::MIGRATE_USERS).json(body).send().await
    }
}
