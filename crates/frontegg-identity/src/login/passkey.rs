//! Passkeys: to sign in with, and to register for it.

use frontegg_identity_raw::{Response, catalogue};
use serde_json::{Value, json};

use super::flow::Flow;
use super::outcome::Login;
use crate::client::Identity;
use crate::error::Error;
use crate::mfa::{only, webauthn_answer};
use crate::session::{Cookies, Parts, Session};
use crate::silent::silent_debug;

/// The members of an authenticator's answer that the service takes at a sign-in.
const MEMBERS: [&str; 5] = ["id", "rawId", "type", "authenticatorAttachment", "response"];

silent_debug! { PasskeyLogin NewPasskey }

impl Identity {
    /// Asks for what a passkey has to sign. With an address, one of that user's passkeys; else any that the authenticator
    /// offers.
    ///
    /// # Errors
    /// Those of every call: see [`ErrorKind`](crate::ErrorKind). Whether there is such a user the answer need not say.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/webauthn/prelogin`
    pub async fn start_passkey_login(&self, email: Option<&str>) -> Result<PasskeyLogin, Error> {
        const DOING: &str = "cannot ask for a passkey";
        let mut flow = Flow::new(self.clone());
        let body = match email {
            Some(email) => json!({ "email": email }),
            None => json!({}),
        };
        let operation = &catalogue::START_PASSKEY_LOGIN;
        let answer = flow.start(DOING, operation, &body).await?;
        Ok(PasskeyLogin {
            flow,
            options: options(answer),
        })
    }
}

/// What a passkey has to sign to sign in.
pub struct PasskeyLogin {
    flow: Flow,
    options: Value,
}

impl PasskeyLogin {
    /// The options for the browser or the authenticator (WebAuthn, section 5.5), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.options
    }

    /// Signs in with the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind::Unauthorized): the answer is not that of a passkey of this user. A
    /// question has one answer: start again.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/webauthn/postlogin`
    pub async fn verify(&self, answer: &Value) -> Result<Login, Error> {
        const DOING: &str = "cannot sign in with the passkey";
        let operation = &catalogue::COMPLETE_PASSKEY_LOGIN;
        let body = only(&MEMBERS, answer);
        self.flow.finish(DOING, operation, None, body).await
    }
}

impl Session {
    /// Begins to register a passkey, with which the user can sign in from then on.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token), or a refusal if the environment has passkeys switched off.
    ///
    /// # Wire
    /// `POST /identity/resources/users/webauthn/v1/devices`
    pub async fn start_passkey(&self) -> Result<NewPasskey, Error> {
        const DOING: &str = "cannot begin to register a passkey";
        let mut cookies = Cookies::default();
        let operation = &catalogue::START_MY_PASSKEY_REGISTRATION;
        let answer = self.ask(DOING, operation, Parts::body(json!({}))).await?;
        cookies.learn_step(answer.headers());
        Ok(NewPasskey {
            session: self.clone(),
            cookies,
            options: options(answer),
        })
    }
}

/// What a new passkey has to sign.
pub struct NewPasskey {
    session: Session,
    cookies: Cookies,
    options: Value,
}

impl NewPasskey {
    /// The options for the browser or the authenticator (WebAuthn, section 5.4), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.options
    }

    /// Registers the passkey with the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// A refusal: the answer does not fit the question, which has one answer. Start again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/webauthn/v1/devices/verify`
    pub async fn verify(&self, answer: &Value) -> Result<(), Error> {
        const DOING: &str = "cannot register the passkey";
        let operation = &catalogue::VERIFY_MY_PASSKEY_REGISTRATION;
        let parts = Parts {
            cookie: self.cookies.of_sign_in(),
            ..Parts::body(webauthn_answer(answer))
        };
        self.session.ask(DOING, operation, parts).await?;
        Ok(())
    }
}

/// The options of an answer: its member `options`, or all of it, as older services have it.
fn options(answer: Response<Value>) -> Value {
    let mut answer = answer.into_inner();
    match answer.get_mut("options") {
        Some(options) => options.take(),
        None => answer,
    }
}
