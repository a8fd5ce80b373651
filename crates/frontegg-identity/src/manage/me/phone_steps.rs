//! Codes that were sent to phone numbers, and what they finish.

use frontegg_identity_raw::{Secret, catalogue, types};

use crate::error::Error;
use crate::manage::PhoneId;
use crate::manage::scope::Scope;
use crate::mfa::code;
use crate::silent::silent_debug;

/// A number that a code was sent to, to show whose it is;
/// [`MyPhoneNumbers::add`](super::MyPhoneNumbers::add) gives it.
#[derive(Clone)]
#[must_use = "the number is not verified until the code is"]
pub struct PhoneNumberCheck {
    scope: Scope,
    token: Secret,
}

/// A number that is to go, and that a code was sent to;
/// [`MyPhoneNumbers::start_removal`](super::MyPhoneNumbers::start_removal) gives it.
#[derive(Clone)]
#[must_use = "the number is there until the code is verified"]
pub struct PhoneNumberRemoval {
    scope: Scope,
    id: PhoneId,
    token: Secret,
}

/// A number that is to take the place of the user's, and that a code was sent to;
/// [`MyPhoneNumbers::start_change`](super::MyPhoneNumbers::start_change) gives it.
#[derive(Clone)]
#[must_use = "the number is the old one until the code is verified"]
pub struct PhoneNumberChange {
    scope: Scope,
    id: Secret,
}

impl PhoneNumberCheck {
    pub(super) fn new(scope: Scope, token: Secret) -> Self {
        Self { scope, token }
    }

    /// Takes the code of the message. It keeps its zeros; blanks do not count.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/phone-numbers/v1/verify`
    pub async fn verify(&self, value: &str) -> Result<(), Error> {
        const DOING: &str = "cannot verify the phone number";
        let body = with_token(&self.token, value);
        let outcome = self.scope.client().verify_my_phone_number(&body).await;
        self.scope
            .told(DOING, &catalogue::VERIFY_MY_PHONE_NUMBER, outcome)
    }
}

impl PhoneNumberRemoval {
    pub(super) fn new(scope: Scope, id: PhoneId, token: Secret) -> Self {
        Self { scope, id, token }
    }

    /// Takes the code of the message, and takes the number away. The code keeps its zeros; blanks do not count.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/phone-numbers/v1/{id}/delete/verify`
    pub async fn verify(&self, value: &str) -> Result<(), Error> {
        const DOING: &str = "cannot take the phone number away";
        let body = with_token(&self.token, value);
        let client = self.scope.client();
        let outcome = client
            .verify_my_phone_number_deletion(self.id.as_str(), &body)
            .await;
        self.scope
            .told(DOING, &catalogue::VERIFY_MY_PHONE_NUMBER_DELETION, outcome)
    }
}

impl PhoneNumberChange {
    pub(super) fn new(scope: Scope, id: Secret) -> Self {
        Self { scope, id }
    }

    /// Takes the code of the message; from then on the number is the new one. The code keeps its zeros; blanks do not
    /// count.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected): the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/phone/verify`
    pub async fn verify(&self, value: &str) -> Result<(), Error> {
        const DOING: &str = "cannot change the phone number";
        let body = types::VerifyChangePhoneNumberDto {
            change_phone_id: self.id.expose().to_owned(),
            code: Secret::from(code(value)),
        };
        let client = self.scope.client();
        let outcome = client.verify_my_phone_number_change(&body).await;
        self.scope
            .told(DOING, &catalogue::VERIFY_MY_PHONE_NUMBER_CHANGE, outcome)
    }
}

fn with_token(token: &Secret, value: &str) -> types::VerifyPhoneNumberOtcRequestDto {
    types::VerifyPhoneNumberOtcRequestDto {
        code: Secret::from(code(value)),
        otc_token: token.clone(),
    }
}

silent_debug!(PhoneNumberCheck PhoneNumberRemoval PhoneNumberChange);
