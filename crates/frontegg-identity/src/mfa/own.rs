//! Second factors that a signed-in user sets up and takes away.

use frontegg_identity_raw::{Secret, catalogue};
use serde_json::{Value, json};

use super::device::MfaDevices;
use super::names::WebauthnDeviceType;
use super::parts::{AppSecret, CodeToken, Question, code, secret};
use crate::error::Error;
use crate::session::{Parts, Session};
use crate::silent::silent_debug;

const STARTING: &str = "cannot begin to set up the second factor";
const FINISHING: &str = "cannot set up the second factor";
const REMOVING: &str = "cannot take the second factor away";

impl Session {
    /// The second factors of the user.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token).
    ///
    /// # Wire
    /// `GET /identity/resources/users/v1/mfa/devices`
    pub async fn mfa_devices(&self) -> Result<MfaDevices, Error> {
        const DOING: &str = "cannot list the second factors";
        let operation = &catalogue::LIST_MY_MFA_DEVICES;
        let answer = self.ask(DOING, operation, Parts::default()).await?;
        Ok(MfaDevices::read(&answer))
    }

    /// Begins to set up an authenticator app.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the environment has apps switched off. Offer another kind.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/authenticator/enroll`
    pub async fn start_authenticator(&self) -> Result<OwnAuthenticator, Error> {
        let operation = &catalogue::START_MY_MFA_AUTHENTICATOR_ENROLMENT;
        let answer = self.ask(STARTING, operation, Parts::default()).await?;
        Ok(OwnAuthenticator {
            session: self.clone(),
            app: AppSecret::read(&answer),
        })
    }

    /// Begins to set up a phone: has a code sent to it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the number is none, or the environment has phones switched off;
    /// [`Error::messages`] say which.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/enroll`
    pub async fn start_phone(&self, number: &str) -> Result<OwnPhone, Error> {
        let operation = &catalogue::START_MY_MFA_SMS_ENROLMENT;
        let body = json!({ "phoneNumber": number.trim() });
        let answer = self.ask(STARTING, operation, Parts::body(body)).await?;
        Ok(OwnPhone {
            session: self.clone(),
            token: CodeToken::read(&answer),
        })
    }

    /// Begins to set up a key as a second factor. For a key to sign in with, see
    /// [`start_passkey`](Self::start_passkey).
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the environment has keys switched off. Offer another kind.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/enroll`
    pub async fn start_key(&self, kind: WebauthnDeviceType) -> Result<OwnKey, Error> {
        let operation = &catalogue::START_MY_MFA_WEBAUTHN_ENROLMENT;
        let parts = Parts::body(json!({}));
        let answer = self.ask(STARTING, operation, parts).await?;
        Ok(OwnKey {
            session: self.clone(),
            kind,
            question: Question::read(answer.into_inner()),
        })
    }

    /// Takes an authenticator app away. The last factor goes only with a code: the app's, or the recovery code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong, or missing. Try again with the next one.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/authenticator/{deviceId}/disable/verify`
    pub async fn remove_authenticator(&self, id: &str, value: Option<&str>) -> Result<(), Error> {
        let body = match value {
            Some(value) => json!({ "token": code(value) }),
            None => json!({}),
        };
        let operation = &catalogue::DISABLE_MY_MFA_AUTHENTICATOR_DEVICE;
        let parts = Parts::of_device(id, body);
        self.ask(REMOVING, operation, parts).await?;
        Ok(())
    }

    /// Takes a phone away, if it is not the last factor. For the last one, see
    /// [`start_phone_removal`](Self::start_phone_removal).
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): it is the last factor. Have a code sent to it.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/{deviceId}/disable/verify`
    pub async fn remove_phone(&self, id: &str) -> Result<(), Error> {
        let operation = &catalogue::DISABLE_MY_MFA_SMS;
        let parts = Parts::of_device(id, json!({}));
        self.ask(REMOVING, operation, parts).await?;
        Ok(())
    }

    /// Has a code sent to a phone that is the last factor and is to be taken away.
    ///
    /// # Errors
    /// A refusal: the user has no such phone. See [`mfa_devices`](Self::mfa_devices).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/{deviceId}/disable`
    pub async fn start_phone_removal(&self, id: &str) -> Result<PhoneRemoval, Error> {
        let operation = &catalogue::START_MY_MFA_SMS_DISABLEMENT;
        let parts = Parts::of_device(id, json!({}));
        let answer = self.ask(REMOVING, operation, parts).await?;
        Ok(PhoneRemoval {
            session: self.clone(),
            id: id.to_owned(),
            token: CodeToken::read(&answer),
        })
    }

    /// Takes a key away, if it is not the last factor. For the last one, see
    /// [`start_key_removal`](Self::start_key_removal).
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): it is the last factor. Ask it.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/{deviceId}/disable/verify`
    pub async fn remove_key(&self, id: &str) -> Result<(), Error> {
        let operation = &catalogue::DISABLE_MY_MFA_WEBAUTHN;
        let parts = Parts::of_device(id, json!({}));
        self.ask(REMOVING, operation, parts).await?;
        Ok(())
    }

    /// Asks a key that is the last factor and is to be taken away.
    ///
    /// # Errors
    /// A refusal: the user has no such key. See [`mfa_devices`](Self::mfa_devices).
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/{deviceId}/disable`
    pub async fn start_key_removal(&self, id: &str) -> Result<KeyRemoval, Error> {
        let operation = &catalogue::START_MY_MFA_WEBAUTHN_DISABLEMENT;
        let parts = Parts::of_device(id, json!({}));
        let answer = self.ask(REMOVING, operation, parts).await?;
        Ok(KeyRemoval {
            session: self.clone(),
            id: id.to_owned(),
            question: Question::read(answer.into_inner()),
        })
    }
}

/// An authenticator app that is being set up.
pub struct OwnAuthenticator {
    session: Session,
    app: AppSecret,
}

impl OwnAuthenticator {
    /// A picture for the app's camera: a `data:` URL of a PNG. It holds the secret.
    #[must_use]
    pub fn qr_code(&self) -> Option<&Secret> {
        self.app.qr_code.as_ref()
    }

    /// The secret in base32, for who cannot take a picture. Older services leave it out.
    #[must_use]
    pub fn secret(&self) -> Option<&Secret> {
        self.app.secret.as_ref()
    }

    /// Shows the code that the app shows now. The first factor brings the recovery code: give it to the user.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong. Try again with the next one.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/authenticator/enroll/verify`
    pub async fn verify(&self, value: &str) -> Result<Option<Secret>, Error> {
        let operation = &catalogue::VERIFY_MY_MFA_AUTHENTICATOR_ENROLMENT;
        let parts = Parts::body(json!({ "token": code(value) }));
        let answer = self.session.ask(FINISHING, operation, parts).await?;
        Ok(secret(&answer, "recoveryCode"))
    }
}

/// A phone that is being set up.
pub struct OwnPhone {
    session: Session,
    token: CodeToken,
}

impl OwnPhone {
    /// Shows the code. The first factor brings the recovery code: give it to the user.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong or has run out. Try again, or start again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/enroll/verify`
    pub async fn verify(&self, value: &str) -> Result<Option<Secret>, Error> {
        let operation = &catalogue::VERIFY_MY_MFA_SMS_ENROLMENT;
        let parts = Parts::body(self.token.with(value));
        let answer = self.session.ask(FINISHING, operation, parts).await?;
        Ok(secret(&answer, "recoveryCode"))
    }
}

/// A key that is being set up.
pub struct OwnKey {
    session: Session,
    kind: WebauthnDeviceType,
    question: Question,
}

impl OwnKey {
    /// The options for the browser or the authenticator (WebAuthn, section 5.4), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.question.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it. The first factor brings the recovery code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the answer does not fit the question, which has one answer: start again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/enroll/verify`
    pub async fn verify(&self, answer: &Value) -> Result<Option<Secret>, Error> {
        let operation = &catalogue::VERIFY_MY_MFA_WEBAUTHN_ENROLMENT;
        let parts = Parts::body(self.question.with_new(&self.kind, answer));
        let answer = self.session.ask(FINISHING, operation, parts).await?;
        Ok(secret(&answer, "recoveryCode"))
    }
}

/// A phone that is to be taken away.
pub struct PhoneRemoval {
    session: Session,
    id: String,
    token: CodeToken,
}

impl PhoneRemoval {
    /// Shows the code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong or has run out. Try again, or start again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/{deviceId}/disable/verify`
    pub async fn verify(&self, value: &str) -> Result<(), Error> {
        let operation = &catalogue::DISABLE_MY_MFA_SMS;
        let parts = Parts::of_device(&self.id, self.token.with(value));
        self.session.ask(REMOVING, operation, parts).await?;
        Ok(())
    }
}

/// A key that is to be taken away.
pub struct KeyRemoval {
    session: Session,
    id: String,
    question: Question,
}

impl KeyRemoval {
    /// The options for the browser or the authenticator (WebAuthn, section 5.5), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.question.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the signature is not that of the key. A question has one
    /// answer: start again.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/{deviceId}/disable/verify`
    pub async fn verify(&self, answer: &Value) -> Result<(), Error> {
        let operation = &catalogue::DISABLE_MY_MFA_WEBAUTHN;
        let parts = Parts::of_device(&self.id, self.question.with(answer));
        self.session.ask(REMOVING, operation, parts).await?;
        Ok(())
    }
}

silent_debug! { OwnAuthenticator OwnPhone OwnKey PhoneRemoval KeyRemoval }
