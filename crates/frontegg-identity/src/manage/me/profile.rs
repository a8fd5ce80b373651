//! Profile and rights of the user who is signed in.

use frontegg_identity_raw::catalogue;

use super::Me;
use crate::error::Error;
use crate::manage::{ProfileChange, Rights, User};
use crate::session::ActiveSession;

impl Me {
    /// Who they are, and their tenants.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v3/me`
    pub async fn profile(&self) -> Result<User, Error> {
        const DOING: &str = "cannot read the profile";
        let outcome = self.scope.client().get_my_profile().await;
        let user = self
            .scope
            .told(DOING, &catalogue::GET_MY_PROFILE, outcome)?;
        Ok(user.into())
    }

    /// Changes the profile, and gives it as it is then. The claims of access tokens follow with the next renewal.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the phone number is none, or the picture's URL is too long.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v2/me`
    pub async fn update_profile(&self, change: &ProfileChange) -> Result<User, Error> {
        const DOING: &str = "cannot change the profile";
        let body = change.to_wire(DOING)?;
        let outcome = self.scope.client().update_my_profile(&body).await;
        let user = self
            .scope
            .told(DOING, &catalogue::UPDATE_MY_PROFILE, outcome)?;
        Ok(user.into())
    }

    /// What the user may do in the tenant that is active, as it is now: access tokens have it as it was when they were made,
    /// and some environments keep it out of them.
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/me/authorization`
    pub async fn rights(&self) -> Result<Rights, Error> {
        const DOING: &str = "cannot read what the user may do";
        let outcome = self.scope.client().get_my_authorization().await;
        let told = self
            .scope
            .told(DOING, &catalogue::GET_MY_AUTHORIZATION, outcome)?;
        Ok(told.into())
    }

    /// The session that the call is made in, as the server knows it. For the others, see
    /// [`Session::sessions`](crate::Session::sessions).
    ///
    /// # Wire
    /// `GET /identity/resources/users/sessions/v1/me/current`
    pub async fn current_session(&self) -> Result<ActiveSession, Error> {
        const DOING: &str = "cannot read the session";
        let outcome = self.scope.client().get_my_current_session(None, None).await;
        let told = self
            .scope
            .told(DOING, &catalogue::GET_MY_CURRENT_SESSION, outcome)?;
        Ok(ActiveSession {
            id: told.id,
            created_at: told.created_at,
            ip_address: told.ip_address,
            user_agent: told.user_agent,
            is_current: true,
        })
    }
}
