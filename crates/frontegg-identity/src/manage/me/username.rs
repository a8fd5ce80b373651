//! The username of the user who is signed in.

use frontegg_identity_raw::{catalogue, types};

use super::Me;
use crate::error::Error;
use crate::manage::wire::unless_missing;

impl Me {
    /// The name to sign in with in place of an address; none if there is none.
    ///
    /// # Wire
    /// `GET /identity/resources/usernames/v1/me`
    pub async fn username(&self) -> Result<Option<String>, Error> {
        const DOING: &str = "cannot read the username";
        let outcome = self.scope.client().list_my_usernames(None, None).await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_MY_USERNAMES, outcome);
        Ok(unless_missing(told)?.and_then(|told| told.username))
    }

    /// Gives the user a name to sign in with. It is kept in lower case. To change it, delete the old one first.
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict): somebody has it, or the user has one. [`Rejected`](crate::ErrorKind::Rejected): it is no name; it may have
    /// 128 characters, and no blanks or accents.
    ///
    /// # Wire
    /// `POST /identity/resources/usernames/v1`
    pub async fn create_username(&self, name: &str) -> Result<(), Error> {
        const DOING: &str = "cannot give the user a username";
        let body = types::CreateUsernameRequestDto {
            username: name.to_owned(),
        };
        let outcome = self.scope.client().create_my_username(None, &body).await;
        self.scope
            .told(DOING, &catalogue::CREATE_MY_USERNAME, outcome)
    }

    /// Gives a username of the user up.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such name.
    ///
    /// # Wire
    /// `DELETE /identity/resources/usernames/v1/{username}`
    pub async fn delete_username(&self, name: &str) -> Result<(), Error> {
        const DOING: &str = "cannot give the username up";
        let name = name.to_lowercase();
        let outcome = self.scope.client().delete_my_username(&name).await;
        self.scope
            .told(DOING, &catalogue::DELETE_MY_USERNAME, outcome)
    }
}
