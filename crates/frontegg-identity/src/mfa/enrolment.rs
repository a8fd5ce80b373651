//! A second factor that has to be set up.

use std::fmt;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Map, Value, json};

use super::names::{MfaStrategy, WebauthnDeviceType};
use super::{code, webauthn_answer};
use crate::error::Error;
use crate::login::answer::Enrolling;
use crate::login::{Flow, Login};
use crate::session::Session;

/// A second factor has to be set up before there is a session. It offers the kinds that are open, and no others.
pub struct MfaEnrolment {
    flow: Flow,
    enrolling: Enrolling,
    remember: bool,
}

impl MfaEnrolment {
    pub(crate) fn new(flow: Flow, enrolling: Enrolling) -> Self {
        Self {
            flow,
            enrolling,
            remember: false,
        }
    }

    pub(crate) fn resuming(session: Session, enrolling: Enrolling) -> Self {
        Self::new(Flow::resuming(session), enrolling)
    }

    /// Asks the server not to ask again on this device for a while, once the factor was set up.
    #[must_use]
    pub fn remember_device(mut self) -> Self {
        self.remember = true;
        self
    }

    /// The kinds that are open. Unknown ones need a newer version of this crate.
    #[must_use]
    pub fn strategies(&self) -> &[MfaStrategy] {
        &self.enrolling.strategies
    }

    /// The user's address, if the answer had it.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.enrolling.user.email.as_deref()
    }

    /// Whether the password is known to have leaked as well.
    #[must_use]
    pub fn is_password_breached(&self) -> bool {
        self.enrolling.is_breached
    }

    /// An authenticator app, if that is open.
    #[must_use]
    pub fn authenticator(&self) -> Option<AuthenticatorEnrolment<'_>> {
        self.offers(&MfaStrategy::AuthenticatorApp)
            .then_some(AuthenticatorEnrolment { enrolment: self })
    }

    /// A phone, if that is open.
    #[must_use]
    pub fn phone(&self) -> Option<PhoneEnrolment<'_>> {
        self.offers(&MfaStrategy::Sms)
            .then_some(PhoneEnrolment { enrolment: self })
    }

    /// A key of this kind, if that is open.
    #[must_use]
    pub fn key(&self, kind: WebauthnDeviceType) -> Option<KeyEnrolment<'_>> {
        let strategy = match kind {
            WebauthnDeviceType::Platform => MfaStrategy::WebAuthnPlatform,
            WebauthnDeviceType::CrossPlatform => MfaStrategy::WebAuthnCrossPlatform,
            WebauthnDeviceType::Unknown(_) => return None,
        };
        self.offers(&strategy).then_some(KeyEnrolment {
            enrolment: self,
            kind,
        })
    }

    /// An answer without a list says nothing about what is closed.
    fn offers(&self, strategy: &MfaStrategy) -> bool {
        let open = &self.enrolling.strategies;
        open.is_empty() || open.contains(strategy)
    }

    async fn start(&self, operation: &'static Operation, members: Value) -> Result<Value, Error> {
        const DOING: &str = "cannot begin to set up the second factor";
        let answer = self
            .flow
            .call(DOING, operation, None, &self.body(members))
            .await?;
        Ok(answer.into_inner())
    }

    async fn finish(&self, operation: &'static Operation, members: Value) -> Result<Login, Error> {
        const DOING: &str = "cannot set up the second factor";
        let mut body = self.body(members);
        if self.remember
            && let Some(body) = body.as_object_mut()
        {
            body.insert("rememberDevice".to_owned(), true.into());
        }
        self.flow.finish(DOING, operation, None, body).await
    }

    fn body(&self, members: Value) -> Value {
        let mut body = Map::new();
        body.insert("mfaToken".to_owned(), self.enrolling.token.expose().into());
        if let Value::Object(members) = members {
            body.extend(members);
        }
        Value::Object(body)
    }
}

impl fmt::Debug for MfaEnrolment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MfaEnrolment")
            .field("strategies", &self.enrolling.strategies)
            .finish_non_exhaustive()
    }
}

/// An authenticator app, to be set up.
#[derive(Debug)]
pub struct AuthenticatorEnrolment<'a> {
    enrolment: &'a MfaEnrolment,
}

impl<'a> AuthenticatorEnrolment<'a> {
    /// Asks for the secret that the app has to know.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/authenticator/enroll`
    ///
    /// # Errors
    /// As for every call.
    pub async fn start(&self) -> Result<AuthenticatorSecret<'a>, Error> {
        let operation = &catalogue::START_MFA_AUTHENTICATOR_ENROLMENT;
        let answer = self.enrolment.start(operation, json!({})).await?;
        let text = |name: &str| answer[name].as_str().filter(|text| !text.is_empty());
        Ok(AuthenticatorSecret {
            enrolment: self.enrolment,
            qr_code: text("qrCode").map(Secret::from),
            secret: text("secret").map(Secret::from),
        })
    }
}

/// What an app has to know, for the user's eyes.
pub struct AuthenticatorSecret<'a> {
    enrolment: &'a MfaEnrolment,
    qr_code: Option<Secret>,
    secret: Option<Secret>,
}

impl AuthenticatorSecret<'_> {
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

    /// Shows the code that the app shows now.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong. Try again with the next one.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/authenticator/enroll/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_AUTHENTICATOR_ENROLMENT;
        // `token` here, `value` where a factor is shown.
        let members = json!({ "token": code(value) });
        self.enrolment.finish(operation, members).await
    }
}

impl fmt::Debug for AuthenticatorSecret<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticatorSecret")
            .finish_non_exhaustive()
    }
}

/// A phone, to be set up.
#[derive(Debug)]
pub struct PhoneEnrolment<'a> {
    enrolment: &'a MfaEnrolment,
}

impl<'a> PhoneEnrolment<'a> {
    /// Has a code sent to a number, as `+15551234567`.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the number is none.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/enroll`
    pub async fn send(&self, number: &str) -> Result<PhoneCode<'a>, Error> {
        let operation = &catalogue::START_MFA_SMS_ENROLMENT;
        let members = json!({ "phoneNumber": number.trim() });
        let answer = self.enrolment.start(operation, members).await?;
        Ok(PhoneCode {
            enrolment: self.enrolment,
            otc_token: answer["otcToken"].as_str().unwrap_or_default().into(),
        })
    }
}

/// A code that is on its way to a phone that is being set up.
pub struct PhoneCode<'a> {
    enrolment: &'a MfaEnrolment,
    otc_token: Secret,
}

impl PhoneCode<'_> {
    /// Shows the code.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong or has run out.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/enroll/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_SMS_ENROLMENT;
        let members = json!({ "otcToken": self.otc_token.expose(), "code": code(value) });
        self.enrolment.finish(operation, members).await
    }
}

impl fmt::Debug for PhoneCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneCode").finish_non_exhaustive()
    }
}

/// A key, to be set up.
#[derive(Debug)]
pub struct KeyEnrolment<'a> {
    enrolment: &'a MfaEnrolment,
    kind: WebauthnDeviceType,
}

impl<'a> KeyEnrolment<'a> {
    /// Asks for what the new key has to sign.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/enroll`
    ///
    /// # Errors
    /// As for every call.
    pub async fn start(&self) -> Result<NewKey<'a>, Error> {
        let operation = &catalogue::START_MFA_WEBAUTHN_ENROLMENT;
        let mut answer = self.enrolment.start(operation, json!({})).await?;
        Ok(NewKey {
            enrolment: self.enrolment,
            kind: self.kind.clone(),
            token: answer["webauthnToken"].as_str().unwrap_or_default().into(),
            options: answer["options"].take(),
        })
    }
}

/// What a new key has to sign.
pub struct NewKey<'a> {
    enrolment: &'a MfaEnrolment,
    kind: WebauthnDeviceType,
    token: Secret,
    options: Value,
}

impl NewKey<'_> {
    /// The options for the browser or the authenticator (WebAuthn, section 5.4), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the answer does not fit the question.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/enroll/verify`
    pub async fn verify(&self, answer: &Value) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_WEBAUTHN_ENROLMENT;
        let members = json!({
            "webauthnToken": self.token.expose(),
            "deviceType": self.kind.as_str(),
            "options": webauthn_answer(answer),
        });
        self.enrolment.finish(operation, members).await
    }
}

impl fmt::Debug for NewKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewKey").finish_non_exhaustive()
    }
}
