//! A second factor that has to be shown.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::{Operation, Secret, catalogue};
use serde_json::{Value, json};

use super::device::{AuthenticatorDevice, EmailDevice, MfaDevices, PhoneDevice, WebauthnDevice};
use super::enrolment::MfaEnrolment;
use super::parts::{CodeToken, Question, code};
use super::waiting::Waiting;
use crate::error::{Error, ErrorKind};
use crate::login::answer::{Challenged, Open};
use crate::login::{Flow, Identifier, Login};
use crate::session::Session;
use crate::silent::silent_debug;

const FINISHING: &str = "cannot show the second factor";

/// A second factor has to be shown. It offers the steps that are open to this user, and no others.
///
/// It comes from a sign-in, from a renewal and from a step-up; finished, the first leads to a new session, the others go on
/// with theirs. Clones are cheap, and what waits for a person ([`SentCode`], [`KeyQuestion`]) borrows nothing: a web service
/// can keep it from one request to the next.
///
/// # When a step fails
/// Every step tells why by the error's kind, and more closely by [`Error::codes`] and [`Error::messages`]:
///
/// | Kind | What it means | What to do |
/// |---|---|---|
/// | [`Rejected`](ErrorKind::Rejected), [`Gone`](ErrorKind::Gone) | the code or the answer is wrong, was used, or came too late | show another one: the challenge goes on |
/// | [`Busy`](ErrorKind::Busy) | too many tries, or too many codes were asked for | wait for [`Error::retry_after`] |
/// | [`Unauthorized`](ErrorKind::Unauthorized) | the challenge has run out, or came to its end | sign in again |
/// | [`Locked`](ErrorKind::Locked) | the user is locked, for too many tries perhaps | unlock the user |
#[derive(Clone)]
pub struct MfaChallenge {
    waiting: Waiting,
    devices: Arc<MfaDevices>,
    open: Option<Arc<Open>>,
}

impl MfaChallenge {
    pub(crate) fn new(flow: Flow, challenged: Challenged) -> Self {
        Self {
            waiting: Waiting::new(flow, challenged.held),
            devices: Arc::new(challenged.devices),
            open: challenged.open.map(Arc::new),
        }
    }

    pub(crate) fn resuming(session: Session, challenged: Challenged) -> Self {
        Self::new(Flow::resuming(session), challenged)
    }

    /// Asks the server not to ask again on this device for a while, once the factor was shown. For the next sign-in on it,
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
    /// [`ErrorKind::Unauthorized`]: the challenge has run out. Sign in again.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/mfa-policy/allow-remember-device?mfaToken=`
    pub async fn may_remember_device(&self) -> Result<Option<Duration>, Error> {
        self.waiting.memory().await
    }

    /// The factors that the user has. All lists are empty if the answer had none of them.
    #[must_use]
    pub fn devices(&self) -> &MfaDevices {
        &self.devices
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

    /// The user's authenticator apps.
    ///
    /// A service that lists no factor at all takes the code of whichever app the user has: then there is one step, without a
    /// [`device`](AuthenticatorStep::device).
    pub fn authenticators(&self) -> impl Iterator<Item = AuthenticatorStep<'_>> {
        let listed = self.devices.authenticators.iter().map(Some);
        let unlisted = self.devices.is_empty().then_some(None);
        listed.chain(unlisted).map(|device| AuthenticatorStep {
            challenge: self,
            device,
        })
    }

    /// The user's phones.
    pub fn phones(&self) -> impl Iterator<Item = SmsStep<'_>> {
        self.devices.phones.iter().map(|device| SmsStep {
            challenge: self,
            device,
        })
    }

    /// The user's addresses that take codes.
    pub fn emails(&self) -> impl Iterator<Item = EmailStep<'_>> {
        self.devices.emails.iter().map(|device| EmailStep {
            challenge: self,
            device,
        })
    }

    /// The user's keys.
    pub fn keys(&self) -> impl Iterator<Item = KeyStep<'_>> {
        self.devices.webauthn.iter().map(|device| KeyStep {
            challenge: self,
            device,
        })
    }

    /// The other way out, for a user who is asked for nothing but a code by mail because they have set up no factor: to set
    /// one up now. One of both is enough.
    #[must_use]
    pub fn enrolment(&self) -> Option<MfaEnrolment> {
        let open = Arc::clone(self.open.as_ref()?);
        Some(MfaEnrolment::beside(self.waiting.clone(), open))
    }

    /// Takes all second factors away with the code that was shown when the first one was set up. Sign in again afterwards.
    ///
    /// # Errors
    /// [`ErrorKind::Input`]: neither the sign-in nor its answer has the user's address, and nothing was sent.
    /// [`ErrorKind::Rejected`]: the code is wrong.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/recover`
    pub async fn recover(&self, recovery_code: &Secret) -> Result<(), Error> {
        const DOING: &str = "cannot recover the account";
        let flow = self.waiting.flow();
        let typed = match &flow.who {
            Some(Identifier::Email(address)) => Some(address.as_str()),
            _ => None,
        };
        let email = self.email().or(typed);
        let email = email.ok_or_else(|| Error::new(ErrorKind::Input, DOING))?;
        let body = json!({ "email": email, "recoveryCode": code(recovery_code.expose()) });
        let operation = &catalogue::DISABLE_MFA_WITH_RECOVERY_CODE;
        flow.call(DOING, operation, None, &body).await?;
        Ok(())
    }

    async fn send_code(
        &self,
        doing: &'static str,
        (start, finish): (&'static Operation, &'static Operation),
        device: Option<&str>,
    ) -> Result<SentCode, Error> {
        let answer = self.waiting.start(doing, start, device, json!({})).await?;
        Ok(SentCode {
            waiting: self.waiting.clone(),
            token: CodeToken::read(&answer),
            operation: finish,
            device: device.map(str::to_owned),
        })
    }
}

impl fmt::Debug for MfaChallenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MfaChallenge")
            .field("devices", &self.devices)
            .finish_non_exhaustive()
    }
}

silent_debug! { SentCode KeyQuestion }

/// A code of an authenticator app.
#[derive(Clone, Debug)]
pub struct AuthenticatorStep<'a> {
    challenge: &'a MfaChallenge,
    device: Option<&'a AuthenticatorDevice>,
}

impl<'a> AuthenticatorStep<'a> {
    /// The app; none if the service takes any app of the user.
    #[must_use]
    pub fn device(&self) -> Option<&'a AuthenticatorDevice> {
        self.device
    }

    /// Shows the code that the app shows now. Blanks in it do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the code is wrong, or was used before. Try again with the next one. The other kinds are
    /// [those of every step](MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/authenticator/{deviceId}/verify`, or without a device
    /// `POST /identity/resources/auth/v1/user/mfa/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let (operation, id) = match self.device {
            Some(device) => (
                &catalogue::VERIFY_MFA_AUTHENTICATOR_DEVICE,
                Some(device.id.as_str()),
            ),
            None => (&catalogue::VERIFY_MFA_AUTHENTICATOR_LEGACY, None),
        };
        let members = json!({ "value": code(value) });
        let waiting = &self.challenge.waiting;
        waiting
            .finish(FINISHING, operation, id, members, None)
            .await
    }
}

/// A code by SMS.
#[derive(Clone, Debug)]
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

    /// Has a code sent.
    ///
    /// # Errors
    /// [`ErrorKind::Busy`]: too many codes were asked for. Wait for [`Error::retry_after`]. The other kinds are
    /// [those of every step](MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/{deviceId}`
    pub async fn send(&self) -> Result<SentCode, Error> {
        const DOING: &str = "cannot send a code by SMS";
        let operations = (&catalogue::START_MFA_SMS, &catalogue::VERIFY_MFA_SMS);
        let id = Some(self.device.id.as_str());
        self.challenge.send_code(DOING, operations, id).await
    }
}

/// A code by mail.
#[derive(Clone, Debug)]
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

    /// Has a code sent. With several addresses the service chooses: it is not told which one was asked for.
    ///
    /// # Errors
    /// As for [`SmsStep::send`].
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/emailcode`
    pub async fn send(&self) -> Result<SentCode, Error> {
        const DOING: &str = "cannot send a code by mail";
        let operations = (
            &catalogue::START_MFA_EMAIL_CODE,
            &catalogue::VERIFY_MFA_EMAIL_CODE,
        );
        self.challenge.send_code(DOING, operations, None).await
    }
}

/// A code that is on its way to the user.
pub struct SentCode {
    waiting: Waiting,
    token: CodeToken,
    operation: &'static Operation,
    device: Option<String>,
}

impl SentCode {
    /// Shows the code. It keeps its zeros; blanks in it do not count.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the code is wrong or has run out. Try again, or have another one sent. The other kinds are
    /// [those of every step](MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/sms/{deviceId}/verify` or
    /// `POST /identity/resources/auth/v1/user/mfa/emailcode/verify`
    pub async fn verify(&self, value: &str) -> Result<Login, Error> {
        let (id, members) = (self.device.as_deref(), self.token.with(value));
        self.waiting
            .finish(FINISHING, self.operation, id, members, None)
            .await
    }
}

/// A key.
#[derive(Clone, Debug)]
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
    /// # Errors
    /// [Those of every step](MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/{deviceId}`
    pub async fn start(&self) -> Result<KeyQuestion, Error> {
        const DOING: &str = "cannot ask the key";
        let (operation, id) = (&catalogue::START_MFA_WEBAUTHN, &self.device.id);
        let waiting = &self.challenge.waiting;
        let answer = waiting.start(DOING, operation, Some(id), json!({})).await?;
        Ok(KeyQuestion {
            waiting: waiting.clone(),
            device: id.clone(),
            question: Question::read(answer),
        })
    }
}

/// What a key has to sign.
pub struct KeyQuestion {
    waiting: Waiting,
    device: String,
    question: Question,
}

impl KeyQuestion {
    /// The options for the browser or the authenticator (WebAuthn, section 5.5), binary members as base64url.
    #[must_use]
    pub fn options(&self) -> &Value {
        &self.question.options
    }

    /// Shows the authenticator's answer, as WebAuthn's JSON has it.
    ///
    /// # Errors
    /// [`ErrorKind::Rejected`]: the signature is not that of the key. A question has one answer: start again. The other
    /// kinds are [those of every step](MfaChallenge#when-a-step-fails).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/mfa/webauthn/{deviceId}/verify`
    pub async fn verify(&self, answer: &Value) -> Result<Login, Error> {
        let operation = &catalogue::VERIFY_MFA_WEBAUTHN;
        let (id, members) = (Some(self.device.as_str()), self.question.with(answer));
        self.waiting
            .finish(FINISHING, operation, id, members, None)
            .await
    }
}
