//! A second factor that has to be set up.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Value, json};

use super::names::{MfaStrategy, WebauthnDeviceType};
use super::parts::{AppSecret, CodeToken, Question, code};
use super::waiting::Waiting;
use crate::error::Error;
use crate::login::answer::{Enrolling, Open};
use crate::login::{Flow, Login};
use crate::session::Session;
use crate::silent::silent_debug;

/// A second factor has to be set up before there is a session. It offers the kinds that are open, and no others.
///
/// The first factor brings a recovery code: see [`SignedIn::recovery_code`](crate::SignedIn::recovery_code). Clones are cheap,
/// and what waits for a person ([`AuthenticatorSecret`], [`PhoneCode`], [`NewKey`]) borrows nothing: a web service can keep it
/// from one request to the next. Steps fail as those of a [challenge](crate::MfaChallenge#when-a-step-fails) do.
#[derive(Clone)]
pub struct MfaEnrolment {
    waiting: Waiting,
    open: Arc<Open>,
}

impl MfaEnrolment {
    pub(crate) fn new(flow: Flow, enrolling: Enrolling) -> Self {
        let waiting = Waiting::new(flow, enrolling.held);
        Self::beside(waiting, Arc::new(enrolling.open))
    }

    pub(crate) fn resuming(session: Session, enrolling: Enrolling) -> Self {
        Self::new(Flow::resuming(session), enrolling)
    }

    /// The other way out of a challenge.
    pub(super) fn beside(waiting: Waiting, open: Arc<Open>) -> Self {
        Self { waiting, open }
    }

    /// Asks the server not to ask again on this device for a while, once the factor was set up. For the next sign-in on it,
    /// keep [`Session::device`].
    #[must_use]
    pub fn remember_device(self) -> Self {
        Self {
            waiting: self.waiting.on_remembered_device(),
            ..self
        }
    }

    /// For how long this device would be remembered; none if it may not be.
    ///
    /// # Errors
    /// [`ErrorKind::Unauthorized`](crate::ErrorKind::Unauthorized): the time to set a factor up is over. Sign in again.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa-policy/allow-remember-device?mfaToken=`
    pub async fn may_remember_device(&self) -> Result<Option<Duration>, Error> {
        self.waiting.memory().await
    }

    /// The kinds that are open. Unknown ones need a newer version of this crate.
    #[must_use]
    pub fn strategies(&self) -> &[MfaStrategy] {
        &self.open.strategies
    }

    /// The user's address, if the answer had it.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.waiting.held().user.email.as_deref()
    }

    /// Whether the password is known to have leaked as well.
    #[must_use]
    pub fn is_password_breached(&self) -> bool {
        self.waiting.held().is_breached
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
        let open = &self.open.strategies;
        open.is_empty() || open.contains(strategy)
    }

    async fn start(&self, operation: &'static Operation, members: Value) -> Result<Value, Error> {
        const DOING: &str = "cannot begin to set up the second factor";
        self.waiting.start(DOING, operation, None, members).await
    }

    async fn finish(&self, operation: &'static Operation, members: Value) -> Result<Login, Error> {
        const DOING: &str = "cannot set up the second factor";
        let recovery_code = self.open.recovery_code.as_ref();
        self.waiting
            .finish(DOING, operation, None, members, recovery_code)
            .await
    }
}

impl fmt::Debug for MfaEnrolment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MfaEnrolment")
            .field("strategies", &self.open.strategies)
            .finish_non_exhaustive()
    }
}

silent_debug! { AuthenticatorSecret PhoneCode NewKey }

/// An authenticator app, to be set up.
#[derive(Clone, Debug)]
pub struct AuthenticatorEnrolment<'a> {
    enrolment: &'a MfaEnrolment,
}

impl AuthenticatorEnrolment<'_> {
    /// Asks for the secret that the app has to know.
    ///
    /// # Errors
    /// [Those of every step](crate::MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/authenticator/enroll`. Services that have put the secret into the answer
    /// before may leave it out here; then it is taken from there.
    pub async fn start(&self) -> Result<AuthenticatorSecret, Error> {
        let operation = &catalogue::START_MFA_AUTHENTICATOR_ENROLMENT;
        let answer = self.enrolment.start(operation, json!({})).await?;
        Ok(AuthenticatorSecret {
            enrolment: self.enrolment.clone(),
            app: AppSecret::read(&answer).or(&self.enrolment.open.app),
        })
    }
}

/// What an app has to know, for the user's eyes.
pub struct AuthenticatorSecret {
    enrolment: MfaEnrolment,
    app: AppSecret,
}

impl AuthenticatorSecret {
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

    /// Shows the code that the app shows now.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong. Try again with the next one. The other kinds
    /// are [those of every step](crate::MfaChallenge#when-a-step-fails).
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

/// A phone, to be set up.
#[derive(Clone, Debug)]
pub struct PhoneEnrolment<'a> {
    enrolment: &'a MfaEnrolment,
}

impl PhoneEnrolment<'_> {
    /// Has a code sent to a number, as `+15551234567`.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the number is none. Ask for another one. The other kinds are
    /// [those of every step](crate::MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/enroll`
    pub async fn send(&self, number: &str) -> Result<PhoneCode, Error> {
        let operation = &catalogue::START_MFA_SMS_ENROLMENT;
        let members = json!({ "phoneNumber": number.trim() });
        let answer = self.enrolment.start(operation, members).await?;
        Ok(PhoneCode {
            enrolment: self.enrolment.clone(),
            token: CodeToken::read(&answer),
        })
    }
}

/// A code that is on its way to a phone that is being set up.
pub struct PhoneCode {
    enrolment: MfaEnrolment,
    token: CodeToken,
}

impl PhoneCode {
    /// Shows the code. It keeps its zeros; blanks in it do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the code is wrong or has run out. Try again, or have another one
    /// sent. The other kinds are [those of every step](crate::MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/enroll/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_SMS_ENROLMENT;
        self.enrolment
            .finish(operation, self.token.with(value))
            .await
    }
}

/// A key, to be set up.
#[derive(Clone, Debug)]
pub struct KeyEnrolment<'a> {
    enrolment: &'a MfaEnrolment,
    kind: WebauthnDeviceType,
}

impl KeyEnrolment<'_> {
    /// Asks for what the new key has to sign.
    ///
    /// # Errors
    /// [Those of every step](crate::MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/enroll`
    pub async fn start(&self) -> Result<NewKey, Error> {
        let operation = &catalogue::START_MFA_WEBAUTHN_ENROLMENT;
        let answer = self.enrolment.start(operation, json!({})).await?;
        Ok(NewKey {
            enrolment: self.enrolment.clone(),
            kind: self.kind.clone(),
            question: Question::read(answer),
        })
    }
}

/// What a new key has to sign.
pub struct NewKey {
    enrolment: MfaEnrolment,
    kind: WebauthnDeviceType,
    question: Question,
}

impl NewKey {
    /// The options for the browser or the authenticator (WebAuthn, section 5.4), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.question.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected): the answer does not fit the question, which has one answer:
    /// start again. The other kinds are [those of every step](crate::MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/enroll/verify`
    pub async fn verify(&self, answer: &Value) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_WEBAUTHN_ENROLMENT;
        let members = self.question.with_new(&self.kind, answer);
        self.enrolment.finish(operation, members).await
    }
}
