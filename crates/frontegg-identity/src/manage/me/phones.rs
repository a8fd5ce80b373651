//! Phone numbers of the user who is signed in.

use frontegg_identity_raw::{catalogue, types};

use super::phone_steps::{PhoneNumberChange, PhoneNumberCheck, PhoneNumberRemoval};
use crate::error::Error;
use crate::manage::scope::Scope;
use crate::manage::{PhoneId, UserPhone};
use crate::silent::silent_debug;

/// Phone numbers of the user who is signed in; [`Me::phone_numbers`](super::Me::phone_numbers) gives it.
///
/// Every step that sends a code sends a message that costs. For a phone as a second factor, see
/// [`Session::start_phone`](crate::Session::start_phone).
#[derive(Clone)]
pub struct MyPhoneNumbers {
    pub(super) scope: Scope,
}

impl MyPhoneNumbers {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// All numbers. Entries that cannot be read are left out.
    ///
    /// # Wire
    /// `GET /identity/resources/users/phone-numbers/v1/me`
    pub async fn list(&self) -> Result<Vec<UserPhone>, Error> {
        const DOING: &str = "cannot list the phone numbers";
        let outcome = self.scope.client().list_my_phone_numbers(None, None).await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_MY_PHONE_NUMBERS, outcome)?;
        Ok(told.into_iter().filter_map(UserPhone::of).collect())
    }

    /// Adds a number, with country code, and sends it a code.
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict): somebody has it. [`Rejected`](crate::ErrorKind::Rejected): it is none.
    ///
    /// # Wire
    /// `POST /identity/resources/users/phone-numbers/v1`
    pub async fn add(&self, number: &str) -> Result<PhoneNumberCheck, Error> {
        const DOING: &str = "cannot add the phone number";
        let operation = &catalogue::CREATE_MY_PHONE_NUMBER;
        let body = types::CreateUserPhoneNumberRequestDto {
            phone_number: number.trim().to_owned(),
            verify: Some(true),
        };
        let outcome = self.scope.client().create_my_phone_number(&body).await;
        let token = self
            .scope
            .part(DOING, operation, outcome, |told| told.otc_token)?;
        Ok(PhoneNumberCheck::new(self.scope.clone(), token))
    }

    /// Adds a number, with country code, without sending it a code. It is not verified then; see
    /// [`send_code`](Self::send_code).
    ///
    /// # Errors
    /// As for [`add`](Self::add).
    ///
    /// # Wire
    /// `POST /identity/resources/users/phone-numbers/v1`
    pub async fn add_unverified(&self, number: &str) -> Result<(), Error> {
        const DOING: &str = "cannot add the phone number";
        let body = types::CreateUserPhoneNumberRequestDto {
            phone_number: number.trim().to_owned(),
            verify: Some(false),
        };
        let outcome = self.scope.client().create_my_phone_number(&body).await;
        self.scope
            .told(DOING, &catalogue::CREATE_MY_PHONE_NUMBER, outcome)?;
        Ok(())
    }

    /// Sends a code to a number: a new one for a number that was added, or the first for one that is to be.
    ///
    /// # Errors
    /// As for [`add`](Self::add).
    ///
    /// # Wire
    /// `POST /identity/resources/users/phone-numbers/v1/preverify`
    pub async fn send_code(&self, number: &str) -> Result<PhoneNumberCheck, Error> {
        const DOING: &str = "cannot send a code to the phone number";
        let operation = &catalogue::START_MY_PHONE_NUMBER_VERIFICATION;
        let body = types::PreVerifyUserPhoneNumberRequestDto {
            phone_number: number.trim().to_owned(),
        };
        let client = self.scope.client();
        let outcome = client.start_my_phone_number_verification(&body).await;
        let token = self
            .scope
            .part(DOING, operation, outcome, |told| told.otc_token)?;
        Ok(PhoneNumberCheck::new(self.scope.clone(), token))
    }

    /// Begins to take a number away: sends it a code. The number is there until the code is verified.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the user has no such number.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/phone-numbers/v1/{id}`
    pub async fn start_removal(&self, id: &PhoneId) -> Result<PhoneNumberRemoval, Error> {
        const DOING: &str = "cannot begin to take the phone number away";
        let operation = &catalogue::START_MY_PHONE_NUMBER_DELETION;
        let client = self.scope.client();
        let outcome = client.start_my_phone_number_deletion(id.as_str()).await;
        let token = self
            .scope
            .part(DOING, operation, outcome, |told| told.otc_token)?;
        Ok(PhoneNumberRemoval::new(
            self.scope.clone(),
            id.clone(),
            token,
        ))
    }

    /// Begins to put another number, with country code, in the place of the user's: sends it a code.
    ///
    /// # Errors
    /// As for [`add`](Self::add).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/phone`
    pub async fn start_change(&self, number: &str) -> Result<PhoneNumberChange, Error> {
        const DOING: &str = "cannot begin to change the phone number";
        let operation = &catalogue::START_MY_PHONE_NUMBER_CHANGE;
        let body = types::ChangePhoneNumberDto {
            phone_number: number.trim().to_owned(),
        };
        let client = self.scope.client();
        let outcome = client.start_my_phone_number_change(&body).await;
        let id = self
            .scope
            .part(DOING, operation, outcome, |told| told.change_phone_id)?;
        Ok(PhoneNumberChange::new(self.scope.clone(), id.into()))
    }
}

silent_debug!(MyPhoneNumbers);
