//! A second factor that has to be shown.

use std::fmt;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Map, Value, json};

use super::device::{AuthenticatorDevice, EmailDevice, MfaDevices, PhoneDevice, WebauthnDevice};
use super::{code, webauthn_answer};
use crate::error::{Error, ErrorKind};
use crate::login::answer::Challenged;
use crate::login::{Flow, Login};
use crate::session::Session;

/// A second factor has to be shown. It offers the steps that are open to this user, and no others.
///
/// A wrong code leaves it usable. It comes from a sign-in, from a renewal and from a step-up; finished, the first leads to a
/// new session, the others go on with theirs.
pub struct MfaChallenge {
    flow: Flow,
    challenged: Box<Challenged>,
    remember: bool,
}

impl MfaChallenge {
    pub(crate) fn new(flow: Flow, challenged: Challenged) -> Self {
        Self {
            flow,
            challenged: Box::new(challenged),
            remember: false,
        }
    }

    pub(crate) fn resuming(session: Session, challenged: Challenged) -> Self {
        Self::new(Flow::resuming(session), challenged)
    }

    /// Asks the server not to ask again on this device for a while, once the factor was shown.
    #[must_use]
    pub fn remember_device(mut self) -> Self {
        self.remember = true;
        self
    }

    /// The factors that the user has.
    #[must_use]
    pub fn devices(&self) -> &MfaDevices {
        &self.challenged.devices
    }

    /// The user's address, if the answer had it.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.challenged.user.email.as_deref()
    }

    /// Whether the password is known to have leaked as well.
    #[must_use]
    pub fn is_password_breached(&self) -> bool {
        self.challenged.is_breached
    }

    /// The user's authenticator apps.
    pub fn authenticators(&self) -> impl Iterator<Item = AuthenticatorStep<'_>> {
        let devices = self.devices().authenticators.iter();
        devices.map(|device| AuthenticatorStep {
            challenge: self,
            device,
        })
    }

    /// The user's phones.
    pub fn phones(&self) -> impl Iterator<Item = SmsStep<'_>> {
        let devices = self.devices().phones.iter();
        devices.map(|device| SmsStep {
            challenge: self,
            device,
        })
    }

    /// The user's addresses that take codes.
    pub fn emails(&self) -> impl Iterator<Item = EmailStep<'_>> {
        let devices = self.devices().emails.iter();
        devices.map(|device| EmailStep {
            challenge: self,
            device,
        })
    }

    /// The user's keys.
    pub fn keys(&self) -> impl Iterator<Item = KeyStep<'_>> {
        let devices = self.devices().webauthn.iter();
        devices.map(|device| KeyStep {
            challenge: self,
            device,
        })
    }

    /// Takes all second factors away with the code that was shown when the first one was set up. Sign in again afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Input`]: the answer did not say whose challenge it is.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/recover`
    pub async fn recover(&self, recovery_code: &Secret) -> Result<(), Error> {
        const DOING: &str = "cannot recover the account";
        let email = self
            .email()
            .ok_or_else(|| Error::new(ErrorKind::Input, DOING))?;
        let body = json!({ "email": email, "recoveryCode": code(recovery_code.expose()) });
        let operation = &catalogue::DISABLE_MFA_WITH_RECOVERY_CODE;
        self.flow.call(DOING, operation, None, &body).await?;
        Ok(())
    }

    async fn start(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        device: Option<&str>,
    ) -> Result<Value, Error> {
        let body = json!({ "mfaToken": self.challenged.token.expose() });
        let answer = self.flow.call(doing, operation, device, &body).await?;
        Ok(answer.into_inner())
    }

    async fn finish(
        &self,
        operation: &'static Operation,
        device: Option<&str>,
        members: Value,
    ) -> Result<Login, Error> {
        const DOING: &str = "cannot show the second factor";
        let mut body = Map::new();
        body.insert("mfaToken".to_owned(), self.challenged.token.expose().into());
        if let Value::Object(members) = members {
            body.extend(members);
        }
        if self.remember {
            body.insert("rememberDevice".to_owned(), true.into());
        }
        self.flow
            .finish(DOING, operation, device, Value::Object(body))
            .await
    }
}

impl fmt::Debug for MfaChallenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MfaChallenge")
            .field("devices", &self.challenged.devices)
            .finish_non_exhaustive()
    }
}

/// A code of an authenticator app.
#[derive(Debug)]
pub struct AuthenticatorStep<'a> {
    challenge: &'a MfaChallenge,
    device: &'a AuthenticatorDevice,
}

impl AuthenticatorStep<'_> {
    /// The app.
    #[must_use]
    pub fn device(&self) -> &AuthenticatorDevice {
        self.device
    }

    /// Shows the code that the app shows now. Blanks around it do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the code is wrong. Try again with the next one.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/authenticator/{deviceId}/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_AUTHENTICATOR_DEVICE;
        let members = json!({ "value": code(value) });
        self.challenge
            .finish(operation, Some(&self.device.id), members)
            .await
    }
}

/// A code by SMS.
#[derive(Debug)]
pub struct SmsStep<'a> {
    challenge: &'a MfaChallenge,
    device: &'a PhoneDevice,
}

impl<'a> SmsStep<'a> {
    /// The phone.
    #[must_use]
    pub fn device(&self) -> &'a PhoneDevice {
        self.device
    }

    /// Has the code sent.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/{deviceId}`
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many codes were asked for.
    pub async fn send(&self) -> Result<SentCode<'a>, Error> {
        let operation = &catalogue::START_MFA_SMS;
        let answer = self
            .challenge
            .start(
                "cannot send a code by SMS",
                operation,
                Some(&self.device.id),
            )
            .await?;
        Ok(SentCode {
            challenge: self.challenge,
            otc_token: otc_token(&answer),
            operation: &catalogue::VERIFY_MFA_SMS,
            device: Some(&self.device.id),
        })
    }
}

/// A code by mail.
#[derive(Debug)]
pub struct EmailStep<'a> {
    challenge: &'a MfaChallenge,
    device: &'a EmailDevice,
}

impl<'a> EmailStep<'a> {
    /// The address.
    #[must_use]
    pub fn device(&self) -> &'a EmailDevice {
        self.device
    }

    /// Has the code sent.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/emailcode`
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many codes were asked for.
    pub async fn send(&self) -> Result<SentCode<'a>, Error> {
        let operation = &catalogue::START_MFA_EMAIL_CODE;
        let answer = self
            .challenge
            .start("cannot send a code by mail", operation, None)
            .await?;
        Ok(SentCode {
            challenge: self.challenge,
            otc_token: otc_token(&answer),
            operation: &catalogue::VERIFY_MFA_EMAIL_CODE,
            device: None,
        })
    }
}

/// A code that is on its way to the user.
pub struct SentCode<'a> {
    challenge: &'a MfaChallenge,
    otc_token: Secret,
    operation: &'static Operation,
    device: Option<&'a str>,
}

impl SentCode<'_> {
    /// Shows the code. It keeps its zeros; blanks around it do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the code is wrong or has run out. Try again, or have another one sent.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/{deviceId}/verify` or `.../mfa/emailcode/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let members = json!({ "otcToken": self.otc_token.expose(), "code": code(value) });
        self.challenge
            .finish(self.operation, self.device, members)
            .await
    }
}

impl fmt::Debug for SentCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentCode").finish_non_exhaustive()
    }
}

/// A key.
#[derive(Debug)]
pub struct KeyStep<'a> {
    challenge: &'a MfaChallenge,
    device: &'a WebauthnDevice,
}

impl<'a> KeyStep<'a> {
    /// The key.
    #[must_use]
    pub fn device(&self) -> &'a WebauthnDevice {
        self.device
    }

    /// Asks for what the key has to sign.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/{deviceId}`
    ///
    /// # Errors
    /// As for every call.
    pub async fn start(&self) -> Result<KeyQuestion<'a>, Error> {
        let operation = &catalogue::START_MFA_WEBAUTHN;
        let mut answer = self
            .challenge
            .start("cannot ask the key", operation, Some(&self.device.id))
            .await?;
        Ok(KeyQuestion {
            challenge: self.challenge,
            device: self.device,
            token: answer["webauthnToken"].as_str().unwrap_or_default().into(),
            options: answer["options"].take(),
        })
    }
}

/// What a key has to sign.
pub struct KeyQuestion<'a> {
    challenge: &'a MfaChallenge,
    device: &'a WebauthnDevice,
    token: Secret,
    options: Value,
}

impl KeyQuestion<'_> {
    /// The options for the browser or the authenticator (WebAuthn, section 5.5), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the signature is not that of the key.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/{deviceId}/verify`
    pub async fn verify(&self, answer: &Value) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_WEBAUTHN;
        let members =
            json!({ "webauthnToken": self.token.expose(), "options": webauthn_answer(answer) });
        self.challenge
            .finish(operation, Some(&self.device.id), members)
            .await
    }
}

impl fmt::Debug for KeyQuestion<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyQuestion").finish_non_exhaustive()
    }
}

fn otc_token(answer: &Value) -> Secret {
    answer["otcToken"].as_str().unwrap_or_default().into()
}
