//! Profiles are changed.

use frontegg_identity_raw::{catalogue, types};

use super::{ProfileChange, User, UserUpdate, Users};
use crate::error::Error;
use crate::manage::{TenantId, UserId};

impl Users {
    /// Changes some of a user's profile. It is the same profile in all tenants; the tenant is one that they are in.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the phone number or the picture's address is none.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1`
    pub async fn change_profile(
        &self,
        tenant_id: &TenantId,
        id: &UserId,
        change: &ProfileChange,
    ) -> Result<User, Error> {
        const DOING: &str = "cannot change the user's profile";
        let body = change.to_wire(DOING)?;
        let client = self.scope.client();
        let outcome = client
            .update_user(tenant_id.as_str(), id.as_str(), &body)
            .await;
        let user = self.scope.told(DOING, &catalogue::UPDATE_USER, outcome)?;
        Ok(user.into())
    }

    /// Replaces the whole of a user's profile, with what only the environment can see.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): the phone number or the picture's address is none.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}`
    pub async fn replace_profile(&self, id: &UserId, update: &UserUpdate) -> Result<User, Error> {
        const DOING: &str = "cannot replace the user's profile";
        let body = update.to_wire(DOING)?;
        let client = self.scope.client();
        let outcome = client.update_user_as_vendor(id.as_str(), &body).await;
        let user = self
            .scope
            .told(DOING, &catalogue::UPDATE_USER_AS_VENDOR, outcome)?;
        Ok(user.into())
    }

    /// Replaces a user's e-mail address, in all tenants and without a question to the user: answer for it that the address is
    /// theirs.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}/email`
    pub async fn set_email(&self, id: &UserId, email: &str) -> Result<User, Error> {
        const DOING: &str = "cannot replace the user's e-mail address";
        let body = types::UpdateUserEmailDto {
            email: email.to_owned(),
        };
        let client = self.scope.client();
        let outcome = client.set_user_email(id.as_str(), &body).await;
        let user = self
            .scope
            .told(DOING, &catalogue::SET_USER_EMAIL, outcome)?;
        Ok(user.into())
    }
}
