//! Another phone number for who signs in by SMS and has lost the phone.

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Value, json};

use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::mfa::code;
use crate::silent::silent_debug;

const DOING: &str = "cannot replace the phone number";

/// A phone that was lost. A code is on its way to the user's mail address.
pub struct LostPhone {
    identity: Identity,
    token: Secret,
}

/// Leave to set another phone number.
pub struct NewPhone {
    identity: Identity,
    token: Secret,
}

impl Identity {
    /// Has a code mailed with which a user sets another phone number.
    ///
    /// Whether there is such a user the answer does not say.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many codes were asked for.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/phone/reset`
    pub async fn replace_lost_phone(&self, email: &str) -> Result<LostPhone, Error> {
        let operation = &catalogue::START_PHONE_NUMBER_RESET;
        let body = json!({ "email": email });
        let token = self
            .token_for(operation, &body, "resetPhoneNumberToken")
            .await?;
        Ok(LostPhone {
            identity: self.clone(),
            token,
        })
    }

    async fn token_for(
        &self,
        operation: &'static Operation,
        body: &Value,
        member: &str,
    ) -> Result<Secret, Error> {
        let call = self.service().call(operation).json(body);
        let answer = self.answer(DOING, operation, call.send::<Value>().await)?;
        let token = answer[member].as_str().map(Secret::from);
        token.ok_or_else(|| Error::new(ErrorKind::Unreadable, DOING))
    }
}

impl LostPhone {
    /// Takes the code of the mail. It keeps its zeros; blanks do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`] or [`ErrorKind::Gone`]: the code is wrong, used or old.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/phone/reset/verify`
    pub async fn verify(&self, value: &str) -> Result<NewPhone, Error> {
        let operation = &catalogue::VERIFY_PHONE_NUMBER_RESET;
        let body = json!({ "code": code(value), "resetPhoneNumberToken": self.token.expose() });
        let identity = self.identity.clone();
        let token = identity
            .token_for(operation, &body, "changePhoneNumberToken")
            .await?;
        Ok(NewPhone { identity, token })
    }
}

impl NewPhone {
    /// Sets the new number, as `+15551234567`. The user signs in with it afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`] or [`ErrorKind::Conflict`]: the number is none, or is taken.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/phone/change`
    pub async fn set(&self, number: &str) -> Result<(), Error> {
        let operation = &catalogue::COMPLETE_PHONE_NUMBER_RESET;
        let body = json!({ "phoneNumber": number, "changePhoneNumberToken": self.token.expose() });
        let call = self.identity.service().call(operation).json(&body);
        self.identity
            .answer(DOING, operation, call.send::<Value>().await)?;
        Ok(())
    }
}

silent_debug! { LostPhone NewPhone }
