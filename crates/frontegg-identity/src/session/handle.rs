//! A user's session.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::reqwest::header::HeaderMap;
use frontegg_identity_raw::{self as raw, Response, Secret, catalogue};
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::cookies::Cookies;
use super::door::Door;
use super::engine::{Engine, Live};
use super::grant::{Grant, Turn};
use super::state::SessionWatch;
use super::tenant::TenantSession;
use super::user::{Due, UserExchange};
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::login::answer::{Answer, read};
use crate::mfa::{MfaChallenge, MfaEnrolment, Next};
use crate::token::Tokens;
use crate::token::expiry::jwt_claims;
use crate::transport::told;

/// A user's session. Clones share it.
///
/// It lives in memory and costs its tokens and a few words: no task and no timer run for it. Whoever asks for a token after
/// its soft deadline starts the renewal.
#[derive(Clone)]
pub struct Session {
    identity: Identity,
    engine: Engine<UserExchange>,
    /// Those that were asked for by name. Few have any.
    tenants: Arc<Tenants>,
}

type Tenants = Mutex<Vec<(String, Engine<UserExchange>)>>;

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
    pub(crate) fn new(identity: Identity, mut tokens: Tokens, mut cookies: Cookies) -> Self {
        cookies.share_name(identity.cookie_name());
        let transport = identity.transport();
        let (clock, chance) = (Arc::clone(&transport.clock), transport.chance);
        let grant = Grant::new(tokens.refresh.take(), cookies);
        let exchange = UserExchange::new(identity.clone(), grant);
        Self {
            engine: Engine::new(exchange, Some(tokens), clock, chance),
            identity,
            tenants: Arc::default(),
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
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/token/refresh`
    pub async fn refresh_now(&self) -> Result<AccessToken, Error> {
        self.engine.renew_anew().await.map(AccessToken)
    }

    /// What the server wants to see before the next token, if a renewal was answered so. Until the present token runs out
    /// it is served all the same.
    #[must_use]
    pub fn challenge(&self) -> Option<Next> {
        let of_tenants = || {
            let tenants = self.tenants.lock();
            tenants.iter().find_map(|(_, engine)| engine.challenge())
        };
        let next = match self.engine.challenge().or_else(of_tenants)? {
            Due::Challenge(challenge) => {
                Next::Challenge(MfaChallenge::resuming(self.clone(), challenge))
            }
            Due::Enrolment(enrolment) => {
                Next::Enrolment(MfaEnrolment::resuming(self.clone(), enrolment))
            }
        };
        Some(next)
    }

    /// How the session stands, now and from now on.
    ///
    /// Nobody renews a session that nobody uses: the states are those of the renewals that callers caused.
    #[must_use]
    pub fn watch(&self) -> SessionWatch {
        SessionWatch::new(self.engine.watch())
    }

    /// The session in one of the user's tenants, beside the one that is active. Nothing is sent yet.
    ///
    /// Access tokens are kept for each tenant; the refresh token is one and the same.
    #[must_use]
    pub fn in_tenant(&self, tenant_id: impl Into<String>) -> TenantSession {
        let tenant_id = tenant_id.into();
        let mut tenants = self.tenants.lock();
        let known = tenants.iter().find(|(id, _)| *id == tenant_id);
        let engine = match known {
            Some((_, engine)) => engine.clone(),
            None => {
                let transport = self.identity.transport();
                let (clock, chance) = (Arc::clone(&transport.clock), transport.chance);
                let exchange = UserExchange::in_tenant(&self.engine, tenant_id.clone());
                let engine = Engine::new(exchange, None, clock, chance);
                tenants.push((tenant_id.clone(), engine.clone()));
                engine
            }
        };
        drop(tenants);
        TenantSession::new(self.clone(), engine, tenant_id)
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
        let client = self.raw();
        let call = client
            .call(&catalogue::SET_MY_ACTIVE_TENANT)
            .json(&json!({ "tenantId": tenant_id }));
        call.send_unit()
            .await
            .map_err(|error| told(self.identity.transport(), DOING, error))?;
        self.engine.renew_anew().await.map(AccessToken)
    }

    /// Asks for a token that says that a second factor was shown, `max_age` ago at most.
    ///
    /// # Errors
    /// [`Error::is_mfa_not_enrolled`]: the user has none to show.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/step-up/generate`.
    pub async fn step_up(&self, max_age: Option<Duration>) -> Result<StepUp, Error> {
        const DOING: &str = "cannot step up";
        let body = match max_age {
            Some(max_age) => json!({ "maxAge": max_age.as_secs() }),
            None => json!({}),
        };
        let live = self.engine.token().await?;
        let mut outcome = self.ask_step_up(Arc::clone(&live), body.clone()).await?;
        if outcome
            .as_ref()
            .is_err_and(|error| error.status().is_some_and(|status| status.as_u16() == 401))
        {
            let renewed = self.engine.renew(&live).await?;
            outcome = self.ask_step_up(renewed, body).await?;
        }
        let answer = self
            .identity
            .answer(DOING, &catalogue::START_STEP_UP, outcome)?;
        let received = self.identity.transport().received(answer.headers());
        match read(&with_mfa_required(&answer), &received) {
            // Its tokens were taken when they came.
            Answer::Complete(_) => Ok(StepUp::Done),
            Answer::Challenge(challenge) => Ok(StepUp::MfaChallenge(MfaChallenge::resuming(
                self.clone(),
                challenge,
            ))),
            _ => Err(Error::new(ErrorKind::Unreadable, DOING)),
        }
    }

    /// The answer may bring a new refresh token, so this takes its turn with the renewals and outlives its caller. Not
    /// through [`Self::raw`], whose renewal after a 401 would wait for the same turn.
    async fn ask_step_up(
        &self,
        live: Arc<Live>,
        body: Value,
    ) -> Result<Result<Response<Value>, raw::Error>, Error> {
        let session = self.clone();
        let task = tokio::spawn(async move {
            let _turn = session.turn().await;
            let authorization = format!("Bearer {}", live.tokens.access.expose());
            let service = session.identity.service();
            let call = service
                .call(&catalogue::START_STEP_UP)
                .header("authorization", Some(authorization))
                .json(&body);
            let answer = call.send::<Value>().await?;
            let received = session.identity.transport().received(answer.headers());
            if let Answer::Complete(complete) = read(&with_mfa_required(&answer), &received) {
                session.install(complete.tokens, answer.headers());
            }
            Ok(answer)
        });
        task.await
            .map_err(|_| Error::new(ErrorKind::Network, "cannot step up"))
    }

    /// Ends the session, here and on the server. Access tokens that others hold are good till they run out.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/logout`. Whatever it answers, the session is over here.
    ///
    /// # Cancel safety
    /// The session is over here with the first poll; the server may not hear of it if the future is dropped.
    pub async fn logout(&self) {
        self.sign_out_here();
        self.engine.exchange().end().await;
    }

    /// Ends the session on this side only.
    pub(super) fn sign_out_here(&self) {
        self.engine.sign_out();
        for (_, engine) in self.tenants.lock().drain(..) {
            engine.sign_out();
        }
    }

    /// Every operation of the API as this user. A 401 is answered with a renewal and one more sending.
    #[must_use]
    pub fn raw(&self) -> raw::Client {
        self.identity.service().with_interceptor(Door {
            engine: self.engine.clone(),
            transport: Arc::clone(self.identity.transport()),
        })
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.engine.exchange().grant().cookies()
    }

    /// The right to a call that may replace the refresh token.
    pub(crate) async fn turn(&self) -> Turn<'_> {
        self.engine.exchange().grant().turn().await
    }

    /// Takes the tokens of an answer, and its cookies. A second factor that was shown for one tenant counts for all.
    pub(crate) fn install(&self, mut tokens: Tokens, headers: &HeaderMap) {
        let grant = self.engine.exchange().grant();
        grant.learn(headers, tokens.refresh.take());
        self.engine.install(tokens);
        for (_, engine) in self.tenants.lock().iter() {
            engine.unblock();
        }
    }
}

impl AccessToken {
    pub(super) fn new(live: Arc<Live>) -> Self {
        Self(live)
    }

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

    /// What the token says of its user, tenant and rights, without looking at its signature. To show, not to decide by.
    #[must_use]
    pub fn unverified_claims(&self) -> Option<Value> {
        jwt_claims(self.expose())
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
