//! A user's session.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::reqwest::header::HeaderMap;
use frontegg_identity_raw::{self as raw, Secret, catalogue};
use serde_json::{Value, json};

use super::cookies::Cookies;
use super::door::Door;
use super::engine::{Engine, Live};
use super::grant::Grant;
use super::place::Place;
use super::state::SessionWatch;
use super::stored::{Scoped, report};
use super::tenant::TenantSession;
use super::turn::Turn;
use super::user::{Due, UserExchange};
use crate::client::Identity;
use crate::error::{Called, Error, ErrorKind};
use crate::login::answer::{Answer, read_step_up};
use crate::mfa::{MfaChallenge, MfaEnrolment, Next};
use crate::store::SavedSession;
use crate::token::Tokens;
use crate::token::expiry::jwt_claims;
use crate::transport::told;

const STEPPING_UP: &str = "cannot step up";

/// A user's session. Clones share it.
///
/// It lives in memory and costs its tokens and a few words: no task and no timer run for it. Whoever asks for a token after
/// its soft deadline starts the renewal.
#[derive(Clone)]
pub struct Session {
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
    /// A second factor has to be set up first. Finishing it renews this session.
    MfaEnrolment(MfaEnrolment),
}

impl Session {
    pub(crate) fn new(
        identity: Identity,
        mut tokens: Tokens,
        mut cookies: Cookies,
        headers: &HeaderMap,
    ) -> Self {
        cookies.share_name(identity.cookie_name());
        let grant = Grant::new(cookies);
        grant.learn(headers, tokens.refresh.take());
        Self::with(identity, grant, Some(tokens))
    }

    /// The session that was saved, and goes on being kept in a place if there is one.
    pub(super) fn of(identity: Identity, saved: &SavedSession, place: Option<Arc<Place>>) -> Self {
        let grant = Grant::of(saved, place);
        let session = Self::with(identity, grant, saved.tokens(None).cloned());
        for (tenant, tokens) in saved.tenants() {
            UserExchange::tenant(&session.engine, tenant, Some(tokens.clone()));
        }
        session
    }

    fn with(identity: Identity, grant: Grant, tokens: Option<Tokens>) -> Self {
        let transport = Arc::clone(identity.transport());
        let exchange = UserExchange::new(identity, grant);
        Self {
            engine: Engine::new(exchange, tokens, &transport),
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

    /// The value of the header `Authorization` for one request.
    ///
    /// # Errors
    /// As for [`access_token`](Self::access_token).
    pub async fn authorization(&self) -> Result<Secret, Error> {
        Ok(self.access_token().await?.authorization())
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
            let tenants = self.engine.exchange().tenants();
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
        let engine = UserExchange::tenant(&self.engine, &tenant_id, None);
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
            .map_err(|error| told(self.identity().transport(), DOING, error))?;
        self.engine.renew_anew().await.map(AccessToken)
    }

    /// Asks for a token that says that a second factor was shown, `max_age` ago at most.
    ///
    /// # Errors
    /// [`Error::is_mfa_not_enrolled`]: the user has none to show. Set one up, as with
    /// [`start_authenticator`](Self::start_authenticator).
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/user/step-up/generate`. A 401 is answered with a renewal and one more sending.
    pub async fn step_up(&self, max_age: Option<Duration>) -> Result<StepUp, Error> {
        let body = match max_age {
            Some(max_age) => json!({ "maxAge": max_age.as_secs() }),
            None => json!({}),
        };
        let live = self.engine.token().await?;
        match self.ask_step_up(Arc::clone(&live), body.clone()).await {
            Err(error) if error.status() == Some(401) => {
                let renewed = self.engine.renew(&live).await?;
                self.ask_step_up(renewed, body).await
            }
            outcome => outcome,
        }
    }

    /// The answer may bring a new refresh token, so this takes its turn with the renewals and outlives its caller.
    async fn ask_step_up(&self, live: Arc<Live>, body: Value) -> Result<StepUp, Error> {
        let session = self.clone();
        let task = tokio::spawn(async move {
            let mut turn = session.turn().await?;
            let outcome = session.step_up_in(&mut turn, &live, &body).await;
            turn.release().await;
            outcome
        });
        task.await
            .unwrap_or_else(|_| Err(Error::new(ErrorKind::Network, STEPPING_UP)))
    }

    /// Not through [`Self::raw`], whose renewal after a 401 would wait for the same turn.
    async fn step_up_in(
        &self,
        turn: &mut Turn<'_>,
        live: &Live,
        body: &Value,
    ) -> Result<StepUp, Error> {
        let operation = &catalogue::START_STEP_UP;
        let authorization = format!("Bearer {}", live.tokens.access.expose());
        let call = self.identity().service().call(operation).json(body);
        let call = call.header("authorization", Some(authorization));
        let outcome = call.send().await;
        let answer = self.identity().answer(STEPPING_UP, operation, outcome)?;
        let received = self.identity().transport().received(answer.headers());
        Ok(match read_step_up(&answer, &received) {
            Answer::Complete(complete) => {
                self.install(complete.tokens, answer.headers(), turn).await;
                StepUp::Done
            }
            Answer::Challenge(challenge) => {
                StepUp::MfaChallenge(MfaChallenge::resuming(self.clone(), challenge))
            }
            Answer::Enrolment(enrolment) => {
                StepUp::MfaEnrolment(MfaEnrolment::resuming(self.clone(), enrolment))
            }
            Answer::PasswordExpired { .. } | Answer::PasswordBreached { .. } | Answer::Nothing => {
                let call = Called::answer(operation, &answer);
                return Err(Error::answered(STEPPING_UP, call));
            }
        })
    }

    /// Ends the session: here, in its store, and on the server. Access tokens that others hold are good till they run out.
    ///
    /// # Errors
    /// [`ErrorKind::Store`]: the session is over all the same, but what the store has of it is still there.
    ///
    /// # Wire
    /// `POST /identity/resources/auth/v1/logout`. Whatever it answers, the session is over here.
    ///
    /// # Cancel safety
    /// The session is over here with the first poll; store and server may not hear of it if the future is dropped.
    pub async fn logout(&self) -> Result<(), Error> {
        self.sign_out_here();
        self.engine.exchange().end().await
    }

    /// Ends the session on this side only.
    pub(super) fn sign_out_here(&self) {
        self.engine.sign_out();
        for (_, engine) in self.engine.exchange().tenants() {
            engine.sign_out();
        }
    }

    /// Every operation of the API as this user. A 401 is answered with a renewal and one more sending.
    #[must_use]
    pub fn raw(&self) -> raw::Client {
        self.client(Some(HeaderMap::new()))
    }

    pub(super) fn client(&self, context: Option<HeaderMap>) -> raw::Client {
        self.identity().service().with_interceptor(Door {
            engine: self.engine.clone(),
            transport: Arc::clone(self.identity().transport()),
            context,
        })
    }

    pub(crate) fn identity(&self) -> &Identity {
        self.engine.exchange().identity()
    }

    pub(super) fn engine(&self) -> &Engine<UserExchange> {
        &self.engine
    }

    /// The engines of all tenants; without a name, that of the active one.
    pub(super) fn engines(&self) -> Vec<Scoped<UserExchange>> {
        let tenants = self.engine.exchange().tenants();
        let named = tenants
            .iter()
            .map(|(id, engine)| (Some(id.clone()), engine.clone()));
        std::iter::once((None, self.engine.clone()))
            .chain(named)
            .collect()
    }

    pub(super) fn grant(&self) -> &Grant {
        self.engine.exchange().grant()
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.grant().cookies()
    }

    /// The right to a call that may replace the refresh token.
    ///
    /// # Errors
    /// The session's store would not give its lock.
    pub(crate) async fn turn(&self) -> Result<Turn<'_>, Error> {
        self.grant().turn().await
    }

    /// Takes the tokens of an answer, and its cookies. A second factor that was shown for one tenant counts for all.
    pub(crate) async fn install(
        &self,
        mut tokens: Tokens,
        headers: &HeaderMap,
        turn: &mut Turn<'_>,
    ) {
        self.grant().learn(headers, tokens.refresh.take());
        report(&turn.keep(Some((None, &tokens))).await);
        self.engine.install(tokens);
        for (_, engine) in self.engine.exchange().tenants() {
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
