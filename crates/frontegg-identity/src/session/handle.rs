//! A user's session.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{Secret, catalogue};
use serde_json::{Value, json};

use super::cookies::Cookies;
use super::door::Door;
use super::engine::{Engine, Exchange as _, Live};
use super::user::{Due, UserExchange};
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::login::answer::{Answer, read};
use crate::mfa::{MfaChallenge, MfaEnrolment, Next};
use crate::token::Tokens;
use crate::transport::told;

/// A user's session. Clones share it.
///
/// It lives in memory and costs its tokens and a few words: no task and no timer run for it. Whoever asks for a token after
/// its soft deadline starts the renewal.
#[derive(Clone)]
pub struct Session {
    identity: Identity,
    engine: Engine<UserExchange>,
}

/// An access token that is good for at least one request.
#[derive(Clone)]
pub struct AccessToken(Arc<Live>);

/// What stands between a step-up and its token.
#[derive(Debug)]
#[must_use]
#[non_exhaustive]
pub enum StepUp {
    /// The session has what was asked for.
    Done,
    /// A second factor has to be shown first. Finishing it renews this session.
    MfaChallenge(MfaChallenge),
}

impl Session {
    pub(crate) fn new(identity: Identity, tokens: Tokens, cookies: Cookies) -> Self {
        let transport = identity.transport();
        let (clock, chance) = (Arc::clone(&transport.clock), transport.chance);
        let exchange = UserExchange::new(identity.clone(), cookies);
        Self {
            engine: Engine::new(exchange, tokens, clock, chance),
            identity,
        }
    }

    /// A token that is good for at least one request.
    ///
    /// At once as long as there is one. Past four fifths of its life it is renewed beside being served; at the end of it,
    /// callers wait for the renewal.
    ///
    /// # Errors
    /// [`ErrorKind::MfaRequired`]: see [`challenge`](Self::challenge). [`Error::needs_sign_in`]: the session is over.
    /// Everything else passes: try again after [`Error::retry_after`].
    ///
    /// # Wire
    /// At most one `POST /identity/resources/auth/v1/user/token/refresh`, shared by all callers.
    ///
    /// # Cancel safety
    /// Dropping the future stops the waiting, not the renewal.
    pub async fn access_token(&self) -> Result<AccessToken, Error> {
        self.engine.token().await.map(AccessToken)
    }

    /// Renews the session now, whatever the age of its token.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token).
    pub async fn refresh_now(&self) -> Result<AccessToken, Error> {
        let live = self.engine.token().await?;
        self.engine.renew(&live).await.map(AccessToken)
    }

    /// What the server wants to see before the next token, if a renewal was answered so. Until the present token runs out
    /// it is served all the same.
    #[must_use]
    pub fn challenge(&self) -> Option<Next> {
        let next = match self.engine.challenge()? {
            Due::Challenge(challenge) => {
                Next::Challenge(MfaChallenge::resuming(self.clone(), challenge))
            }
            Due::Enrolment(enrolment) => {
                Next::Enrolment(MfaEnrolment::resuming(self.clone(), enrolment))
            }
        };
        Some(next)
    }

    /// Makes another of the user's tenants the active one, and gets a token for it.
    ///
    /// # Errors
    /// The user is not in that tenant, or as for [`access_token`](Self::access_token).
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/tenant`, then a refresh.
    pub async fn switch_tenant(&self, tenant_id: &str) -> Result<AccessToken, Error> {
        const DOING: &str = "cannot switch the tenant";
        let spent = self.engine.token().await?;
        let client = self.raw();
        let call = client
            .call(&catalogue::SET_MY_ACTIVE_TENANT)
            .json(&json!({ "tenantId": tenant_id }));
        call.send_unit()
            .await
            .map_err(|error| told(self.identity.transport(), DOING, error))?;
        self.engine.renew(&spent).await.map(AccessToken)
    }

    /// Asks for a token that says that a second factor was shown, `max_age` ago at most.
    ///
    /// # Errors
    /// [`Error::is_mfa_not_enrolled`]: the user has none to show.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/step-up/generate`.
    pub async fn step_up(&self, max_age: Option<std::time::Duration>) -> Result<StepUp, Error> {
        const DOING: &str = "cannot step up";
        let client = self.raw();
        let body = match max_age {
            Some(max_age) => json!({ "maxAge": max_age.as_secs() }),
            None => json!({}),
        };
        let call = client.call(&catalogue::START_STEP_UP).json(&body);
        let answer =
            self.identity
                .answer(DOING, &catalogue::START_STEP_UP, call.send::<Value>().await)?;
        let received = self.identity.transport().received(answer.headers());
        match read(&with_mfa_required(&answer), &received) {
            Answer::Complete(complete) => {
                self.install(complete.tokens, answer.headers());
                Ok(StepUp::Done)
            }
            Answer::Challenge(challenge) => Ok(StepUp::MfaChallenge(MfaChallenge::resuming(
                self.clone(),
                challenge,
            ))),
            _ => Err(Error::new(ErrorKind::Unreadable, DOING)),
        }
    }

    /// Ends the session, here and on the server. Access tokens that others hold are good till they run out.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/logout`. Whatever it answers, the session is over here.
    pub async fn logout(&self) {
        if let Some(live) = self.engine.sign_out() {
            self.engine.exchange().revoke(&live.tokens).await;
        }
    }

    /// Every operation of the API as this user. A 401 is answered with a renewal and one more sending.
    #[must_use]
    pub fn raw(&self) -> frontegg_identity_raw::Client {
        self.identity.service().with_interceptor(Door {
            engine: self.engine.clone(),
            transport: Arc::clone(self.identity.transport()),
        })
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.engine.exchange().cookies()
    }

    /// Takes the tokens of an answer, and its cookies.
    pub(crate) fn install(
        &self,
        mut tokens: Tokens,
        headers: &frontegg_identity_raw::reqwest::header::HeaderMap,
    ) {
        let exchange = self.engine.exchange();
        let mut cookies = exchange.cookies();
        tokens.refresh = tokens.refresh.or(cookies.learn(headers));
        exchange.replace_cookies(cookies);
        self.engine.install(tokens);
    }
}

impl AccessToken {
    /// The token itself. Do not log it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.tokens.access.expose()
    }

    /// The value of the header `Authorization`.
    #[must_use]
    pub fn authorization(&self) -> Secret {
        Secret::from(format!("Bearer {}", self.expose()))
    }

    /// When it runs out by our clock, if the server said so.
    #[must_use]
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.0.tokens.expires_at
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessToken")
            .field("expires_at", &self.expires_at())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").finish_non_exhaustive()
    }
}

/// A step-up's challenge comes without the member by which a login's is told.
fn with_mfa_required(answer: &Value) -> Value {
    let mut answer = answer.clone();
    if let Some(members) = answer.as_object_mut()
        && members.contains_key("mfaToken")
    {
        members.insert("mfaRequired".to_owned(), Value::Bool(true));
    }
    answer
}
