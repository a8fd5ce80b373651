//! Second factors that a signed-in user sets up and takes away.

use std::fmt;

use frontegg_identity_raw::{Secret, catalogue};
use serde_json::{Value, json};

use super::device::MfaDevices;
use super::names::WebauthnDeviceType;
use super::{code, webauthn_answer};
use crate::error::Error;
use crate::session::{Parts, Session};

const STARTING: &str = "cannot begin to set up the second factor";
const FINISHING: &str = "cannot set up the second factor";
const REMOVING: &str = "cannot take the second factor away";

impl Session {
    /// The second factors of the user.
    ///
    /// # Errors
    /// As for every call of a session.
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
    /// The environment has that switched off.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/authenticator/enroll`
    pub async fn start_authenticator(&self) -> Result<OwnAuthenticator, Error> {
        let operation = &catalogue::START_MY_MFA_AUTHENTICATOR_ENROLMENT;
        let answer = self.ask(STARTING, operation, Parts::default()).await?;
        let text = |name: &str| answer[name].as_str().filter(|text| !text.is_empty());
        Ok(OwnAuthenticator {
            session: self.clone(),
            qr_code: text("qrCode").map(Secret::from),
            secret: text("secret").map(Secret::from),
        })
    }

    /// Begins to set up a phone: has a code sent to it.
    ///
    /// # Errors
    /// The number is none, or the environment has that switched off.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/enroll`
    pub async fn start_phone(&self, number: &str) -> Result<OwnPhone, Error> {
        let operation = &catalogue::START_MY_MFA_SMS_ENROLMENT;
        let body = json!({ "phoneNumber": number.trim() });
        let answer = self.ask(STARTING, operation, Parts::body(body)).await?;
        Ok(OwnPhone {
            session: self.clone(),
            otc_token: secret(&answer, "otcToken"),
        })
    }

    /// Begins to set up a key as a second factor. For a key to sign in with, see
    /// [`start_passkey`](Self::start_passkey).
    ///
    /// # Errors
    /// The environment has that switched off.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/enroll`
    pub async fn start_key(&self, kind: WebauthnDeviceType) -> Result<OwnKey, Error> {
        let operation = &catalogue::START_MY_MFA_WEBAUTHN_ENROLMENT;
        let parts = Parts::body(json!({}));
        let mut answer = self.ask(STARTING, operation, parts).await?.into_inner();
        Ok(OwnKey {
            session: self.clone(),
            kind,
            token: secret(&answer, "webauthnToken"),
            options: answer["options"].take(),
        })
    }

    /// Takes an authenticator app away. The last factor goes only with a code: the app's, or the recovery code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong, or missing.
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
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): it is the last factor.
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
    /// The user has no such phone.
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
            otc_token: secret(&answer, "otcToken"),
        })
    }

    /// Takes a key away, if it is not the last factor. For the last one, see
    /// [`start_key_removal`](Self::start_key_removal).
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): it is the last factor.
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
    /// The user has no such key.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/{deviceId}/disable`
    pub async fn start_key_removal(&self, id: &str) -> Result<KeyRemoval, Error> {
        let operation = &catalogue::START_MY_MFA_WEBAUTHN_DISABLEMENT;
        let parts = Parts::of_device(id, json!({}));
        let mut answer = self.ask(REMOVING, operation, parts).await?.into_inner();
        Ok(KeyRemoval {
            session: self.clone(),
            id: id.to_owned(),
            token: secret(&answer, "webauthnToken"),
            options: answer["options"].take(),
        })
    }
}

/// An authenticator app that is being set up.
pub struct OwnAuthenticator {
    session: Session,
    qr_code: Option<Secret>,
    secret: Option<Secret>,
}

impl OwnAuthenticator {
    /// A picture for the app's camera: a `data:` URL of a PNG. It holds the secret.
    #[must_use]
    pub fn qr_code(&self) -> Option<&Secret> {
        self.qr_code.as_ref()
    }

    /// The secret in base32, for who cannot take a picture. Older services leave it out.
    #[must_use]
    pub fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
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
        Ok(recovery_code(&answer))
    }
}

/// A phone that is being set up.
pub struct OwnPhone {
    session: Session,
    otc_token: Secret,
}

impl OwnPhone {
    /// Shows the code. The first factor brings the recovery code: give it to the user.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong or has run out.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/enroll/verify`
    pub async fn verify(&self, value: &str) -> Result<Option<Secret>, Error> {
        let operation = &catalogue::VERIFY_MY_MFA_SMS_ENROLMENT;
        let body = json!({ "otcToken": self.otc_token.expose(), "code": code(value) });
        let answer = self
            .session
            .ask(FINISHING, operation, Parts::body(body))
            .await?;
        Ok(recovery_code(&answer))
    }
}

/// A key that is being set up.
pub struct OwnKey {
    session: Session,
    kind: WebauthnDeviceType,
    token: Secret,
    options: Value,
}

impl OwnKey {
    /// The options for the browser or the authenticator (WebAuthn, section 5.4), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it. The first factor brings the recovery code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the answer does not fit the question.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/enroll/verify`
    pub async fn verify(&self, answer: &Value) -> Result<Option<Secret>, Error> {
        let operation = &catalogue::VERIFY_MY_MFA_WEBAUTHN_ENROLMENT;
        let body = json!({
            "webauthnToken": self.token.expose(),
            "deviceType": self.kind.as_str(),
            "options": webauthn_answer(answer),
        });
        let answer = self
            .session
            .ask(FINISHING, operation, Parts::body(body))
            .await?;
        Ok(recovery_code(&answer))
    }
}

/// A phone that is to be taken away.
pub struct PhoneRemoval {
    session: Session,
    id: String,
    otc_token: Secret,
}

impl PhoneRemoval {
    /// Shows the code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong or has run out.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/sms/{deviceId}/disable/verify`
    pub async fn verify(&self, value: &str) -> Result<(), Error> {
        let operation = &catalogue::DISABLE_MY_MFA_SMS;
        let body = json!({ "otcToken": self.otc_token.expose(), "code": code(value) });
        let parts = Parts::of_device(&self.id, body);
        self.session.ask(REMOVING, operation, parts).await?;
        Ok(())
    }
}

/// A key that is to be taken away.
pub struct KeyRemoval {
    session: Session,
    id: String,
    token: Secret,
    options: Value,
}

impl KeyRemoval {
    /// The options for the browser or the authenticator (WebAuthn, section 5.5), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the signature is not that of the key.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/mfa/webauthn/{deviceId}/disable/verify`
    pub async fn verify(&self, answer: &Value) -> Result<(), Error> {
        let operation = &catalogue::DISABLE_MY_MFA_WEBAUTHN;
        let body =
            json!({ "webauthnToken": self.token.expose(), "options": webauthn_answer(answer) });
        let parts = Parts::of_device(&self.id, body);
        self.session.ask(REMOVING, operation, parts).await?;
        Ok(())
    }
}

/// They hold tokens and secrets, so they show nothing but their names.
macro_rules! silent_debug {
    ($($name:ident)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}

silent_debug! { OwnAuthenticator OwnPhone OwnKey PhoneRemoval KeyRemoval }

fn secret(answer: &Value, name: &str) -> Secret {
    answer[name].as_str().unwrap_or_default().into()
}

fn recovery_code(answer: &Value) -> Option<Secret> {
    let code = answer["recoveryCode"].as_str()?;
    (!code.is_empty()).then(|| Secret::from(code))
}
