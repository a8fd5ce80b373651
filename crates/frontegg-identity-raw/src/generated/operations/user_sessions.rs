// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Sessions: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// The live sessions of one user: list them, end one, end all. Users call these routes with their own
/// access token; a back end calls them with an environment token and names the user and the tenant in
/// headers, for instance to sign out a compromised account. Ending a session kills its refresh token,
/// but access tokens already issued stay valid until they expire.
impl Client {
    /// List the active sessions of a user
    ///
    /// Returns the live sessions of one user as a bare array with user agent, address and creation time
    /// where they are known. Takes that user's access token, or an environment token. An environment token
    /// needs both `frontegg-user-id` and `frontegg-tenant-id`, or the call is refused with `403`. No route
    /// exists that lists the sessions of another user by path.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: User whose sessions are listed.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/sessions/v1/me`
    pub async fn list_my_sessions(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<::std::vec::Vec<types::GetActiveSessionsResponse>>, Error> {
        self.call(&catalogue::LIST_MY_SESSIONS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// End all sessions of a user
    ///
    /// Signs a user out everywhere at once; it cannot be undone and, called with the user's own access
    /// token, ends the calling session as well. An environment token needs both `frontegg-user-id` and
    /// `frontegg-tenant-id`. Refresh tokens of the sessions stop working, whereas access tokens live on
    /// until they expire. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: User who is to be signed out.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/sessions/v1/me/all`
    pub async fn delete_all_my_sessions(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_ALL_MY_SESSIONS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send_unit()
            .await
    }

    /// End one session of a user
    ///
    /// Ends one session, which signs the user out of the browser or device that holds it. Takes the user's
    /// access token, or an environment token with both `frontegg-user-id` and `frontegg-tenant-id`. The
    /// next refresh in that session fails with `401`, while its access token works until it expires.
    /// Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the session, as in the list; the word `all` addresses every session.
    /// - `frontegg_tenant_id`: Tenant to act in; needed with an environment token, redundant with a user
    ///   access token.
    /// - `frontegg_user_id`: User who owns the session.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/users/sessions/v1/me/{id}`
    pub async fn delete_my_session(
        &self,
        id: &str,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_MY_SESSION)
            .path("id", id)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send_unit()
            .await
    }

    /// Revoke the sessions of a user
    ///
    /// Ends one or all sessions of a user, so that their refresh tokens are refused. Access tokens that
    /// were issued stay valid until they expire. With an environment token both context headers are
    /// required. The body of the answer is not captured.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `POST /resources/users/sessions/v1/revoke`
    pub async fn revoke_user_sessions(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::RevokeUserSessionsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::REVOKE_USER_SESSIONS)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// Get the current session
    ///
    /// Returns the session that the call itself belongs to. Needs the access token of the user; with an
    /// environment token both context headers are expected. The row is the same as in the list of
    /// sessions, where all members but the id may be missing.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: The tenant to act in; needed with an environment token, read from the token
    ///   of a user otherwise.
    /// - `frontegg_user_id`: The user to act as; needed with an environment token, read from the token of
    ///   a user otherwise.
    ///
    /// # Wire
    ///
    /// `GET /resources/users/sessions/v1/me/current`
    pub async fn get_my_current_session(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::GetActiveSessionsResponse>, Error> {
        self.call(&catalogue::GET_MY_CURRENT_SESSION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }
}
