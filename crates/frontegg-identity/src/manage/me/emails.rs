//! E-mail addresses of the user who is signed in.

use frontegg_identity_raw::{Secret, catalogue, types};

use crate::error::Error;
use crate::manage::owner::Owner;
use crate::manage::scope::Scope;
use crate::manage::{EmailId, UserEmail};
use crate::mfa::code;
use crate::silent::silent_debug;

/// E-mail addresses of the user who is signed in; [`Me::emails`](super::Me::emails) gives it.
#[derive(Clone)]
pub struct MyEmails {
    scope: Scope,
    owner: Owner,
}

impl MyEmails {
    pub(super) fn new(scope: Scope, owner: Owner) -> Self {
        Self { scope, owner }
    }

    /// All addresses. Entries that cannot be read are left out.
    ///
    /// # Wire
    /// `GET /identity/resources/users/emails/v1/me`
    pub async fn list(&self) -> Result<Vec<UserEmail>, Error> {
        const DOING: &str = "cannot list the e-mail addresses";
        let outcome = self.scope.client().list_my_emails(None, None).await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_MY_EMAILS, outcome)?;
        Ok(told.into_iter().filter_map(UserEmail::of).collect())
    }

    /// Adds an address, and mails it a code for [`verify`](Self::verify).
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict): somebody has it. [`Rejected`](crate::ErrorKind::Rejected): it is none.
    ///
    /// # Wire
    /// `POST /identity/resources/users/emails/v1`
    pub async fn add(&self, email: &str) -> Result<UserEmail, Error> {
        const DOING: &str = "cannot add the e-mail address";
        let operation = &catalogue::CREATE_MY_EMAIL;
        let body = types::CreateUserEmailRequestDto {
            email: email.to_owned(),
        };
        let outcome = self.scope.client().create_my_email(None, &body).await;
        self.scope.part(DOING, operation, outcome, UserEmail::of)
    }

    /// Takes the code that was mailed to an address which was added. The code keeps its zeros; blanks do not count.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/emails/v1/verify`
    pub async fn verify(&self, email: &str, value: &str) -> Result<(), Error> {
        const DOING: &str = "cannot verify the e-mail address";
        let body = types::CreateUserEmailVerifyRequestDto {
            code: Secret::from(code(value)),
            email: email.to_owned(),
        };
        let outcome = self.scope.client().verify_my_email(None, &body).await;
        self.scope.told(DOING, &catalogue::VERIFY_MY_EMAIL, outcome)
    }

    /// Makes an address that the user has the primary one.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): it is not verified. [`NotFound`](crate::ErrorKind::NotFound): it is not
    /// the user's.
    ///
    /// # Wire
    /// `POST /identity/resources/users/emails/v1/me/primary`
    pub async fn set_primary(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot make the e-mail address the primary one";
        let body = types::MarkEmailAsPrimaryRequestDto {
            email: email.to_owned(),
        };
        let outcome = self.scope.client().set_my_primary_email(None, &body).await;
        self.scope
            .told(DOING, &catalogue::SET_MY_PRIMARY_EMAIL, outcome)
    }

    /// Takes an address away. What becomes of a user without a primary one is not known: make another one primary first.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such address.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/emails/v1/{emailId}`
    pub async fn delete(&self, id: &EmailId) -> Result<(), Error> {
        const DOING: &str = "cannot take the e-mail address away";
        let (_, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .delete_my_email(id.as_str(), None, user.as_str())
            .await;
        self.scope.told(DOING, &catalogue::DELETE_MY_EMAIL, outcome)
    }

    /// Begins to put another address in the place of the primary one: mails it a code for
    /// [`finish_change`](Self::finish_change). To keep both, [`add`](Self::add) one.
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict): somebody has it. [`Rejected`](crate::ErrorKind::Rejected) or
    /// [`Forbidden`](crate::ErrorKind::Forbidden): it is none, or the environment does not allow the change.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/email/me`
    pub async fn start_change(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot begin to change the e-mail address";
        let body = types::SelfEmailUpdateRequestDto {
            email: email.to_owned(),
        };
        let outcome = self.scope.client().start_my_email_change(None, &body).await;
        self.scope
            .told(DOING, &catalogue::START_MY_EMAIL_CHANGE, outcome)
    }

    /// Takes the code that was mailed to the new address; from then on it is the primary one. The claim `email` of access
    /// tokens follows with the next renewal.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/email/me/verify`
    pub async fn finish_change(&self, email: &str, value: &str) -> Result<(), Error> {
        const DOING: &str = "cannot change the e-mail address";
        let body = types::SelfEmailUpdateVerifyRequestDto {
            code: Secret::from(code(value)),
            email: email.to_owned(),
        };
        let outcome = self
            .scope
            .client()
            .verify_my_email_change(None, &body)
            .await;
        self.scope
            .told(DOING, &catalogue::VERIFY_MY_EMAIL_CHANGE, outcome)
    }
}

silent_debug!(MyEmails);
