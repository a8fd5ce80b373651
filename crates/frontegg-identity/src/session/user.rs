//! How a user's session is renewed: by its refresh token, in a cookie of its own.

use std::sync::{Arc, OnceLock};

use frontegg_identity_raw::reqwest::header::HeaderMap;
use frontegg_identity_raw::{Response, catalogue};
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::engine::{Ask, BoxFuture, Engine, Exchange, Reply, WeakEngine};
use super::grant::{Grant, is_same};
use super::turn::{Keeping, Turn};
use crate::client::Identity;
use crate::error::{Called, Error, ErrorKind};
use crate::login::answer::{Answer, Challenged, Enrolling, read};
use crate::token::Tokens;

const DOING: &str = "cannot renew the session";

/// Renews a user's session.
pub(crate) struct UserExchange {
    identity: Identity,
    grant: Arc<Grant>,
    scope: Scope,
}

/// Whose tokens are asked for.
enum Scope {
    /// Those of the tenant that is active. Beside it, tenants that were asked for by name: few sessions have any.
    Active(OnceLock<Box<Tenants>>),
    /// Those of one tenant, whichever is active.
    Tenant(Box<Tenant>),
}

type Tenants = Mutex<Vec<(String, Engine<UserExchange>)>>;

struct Tenant {
    id: String,
    /// The session that it is done for, which holds this.
    home: WeakEngine<UserExchange>,
}

/// What a renewal can ask for before it gives a token.
#[derive(Clone, Debug)]
pub(crate) enum Due {
    Challenge(Challenged),
    Enrolment(Enrolling),
}

impl UserExchange {
    pub(crate) fn new(identity: Identity, grant: Grant) -> Self {
        Self {
            identity,
            grant: Arc::new(grant),
            scope: Scope::Active(OnceLock::new()),
        }
    }

    /// The engine of a tenant. The tokens are those that it begins with, if it is new.
    pub(super) fn tenant(home: &Engine<Self>, id: &str, tokens: Option<Tokens>) -> Engine<Self> {
        let exchange = home.exchange();
        let Scope::Active(tenants) = &exchange.scope else {
            return home.clone();
        };
        let mut tenants = tenants.get_or_init(Box::default).lock();
        if let Some((_, engine)) = tenants.iter().find(|(known, _)| known == id) {
            return engine.clone();
        }
        let transport = exchange.identity.transport();
        let engine = Engine::new(Self::in_tenant(home, id.to_owned()), tokens, transport);
        tenants.push((id.to_owned(), engine.clone()));
        engine
    }

    /// The tenants that were asked for by name.
    pub(super) fn tenants(&self) -> Vec<(String, Engine<Self>)> {
        match &self.scope {
            Scope::Active(tenants) => tenants.get().map(|tenants| tenants.lock().clone()),
            Scope::Tenant(_) => None,
        }
        .unwrap_or_default()
    }

    /// For another tenant of the same session.
    fn in_tenant(home: &Engine<Self>, id: String) -> Self {
        let exchange = home.exchange();
        Self {
            identity: exchange.identity.clone(),
            grant: Arc::clone(&exchange.grant),
            scope: Scope::Tenant(Box::new(Tenant {
                id,
                home: home.downgrade(),
            })),
        }
    }

    pub(super) fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(crate) fn grant(&self) -> &Grant {
        &self.grant
    }

    /// Takes the session out of its store, and tells the server that it is over.
    ///
    /// # Errors
    /// The store still has it.
    pub(crate) async fn end(&self) -> Result<(), Error> {
        if self.grant.place().is_none() {
            self.end_at_server().await;
            return Ok(());
        }
        // In a turn, so that whoever is renewing it, here or elsewhere, is done, and the newest token is the one that ends.
        match self.grant.turn().await {
            Ok(mut turn) => {
                let outcome = turn.forget().await;
                self.end_at_server().await;
                turn.release().await;
                outcome
            }
            Err(error) => {
                self.end_at_server().await;
                Err(error)
            }
        }
    }

    async fn end_at_server(&self) {
        if let Some(cookie) = self.grant.take_cookie() {
            let call = self
                .identity
                .service()
                .call(&catalogue::LOGOUT)
                .header("cookie", Some(cookie.expose()));
            // Whatever it answers, the session is over here, and the token ends by itself in the end.
            drop(call.send_unit().await);
        }
    }

    /// One attempt, in its turn. The error is the server's answer, or why there is none.
    async fn attempt(
        &self,
        ask: Ask<'_>,
        authorization: Option<&str>,
    ) -> Result<Reply<Due>, Error> {
        let mut turn = self.grant.turn().await?;
        let outcome = self.in_turn(&mut turn, ask, authorization).await;
        turn.release().await;
        outcome
    }

    async fn in_turn(
        &self,
        turn: &mut Turn<'_>,
        ask: Ask<'_>,
        authorization: Option<&str>,
    ) -> Result<Reply<Due>, Error> {
        if let Some(tokens) = self.news(turn, ask) {
            return Ok(Reply::Renewed(tokens));
        }
        let mut outcome = self.send(authorization).await;
        if outcome.as_ref().is_err_and(is_lost) {
            // If the server forgives a token that it has just replaced, it does so at once.
            outcome = self.send(authorization).await;
        }
        if outcome.as_ref().is_err_and(Error::is_end_of_session) && turn.look_again().await {
            if let Some(tokens) = self.news(turn, ask) {
                return Ok(Reply::Renewed(tokens));
            }
            outcome = self.send(authorization).await;
        }
        let (said, answer) = outcome?;
        Ok(self.reply(turn, said, answer.headers()).await)
    }

    /// What somebody else has fetched for this tenant.
    fn news(&self, turn: &Turn<'_>, ask: Ask<'_>) -> Option<Tokens> {
        turn.news(
            self.scope.tenant(),
            ask,
            self.identity.transport().clock.now(),
        )
    }

    /// An attempt for a tenant that was refused without a token beside the cookie: some services want to see one, and
    /// others none. Not in the turn of the first attempt, since the session may need a turn for its token.
    async fn attempt_with_token(&self, home: &WeakEngine<Self>, ask: Ask<'_>) -> Reply<Due> {
        let Some(home) = home.upgrade() else {
            return later(Error::new(ErrorKind::SignedOut, DOING));
        };
        let live = match home.token().await {
            Ok(live) => live,
            Err(error) if error.needs_sign_in() => return Reply::Refused(error),
            Err(error) => return later(error),
        };
        let token = format!("Bearer {}", live.tokens.access.expose());
        match self.attempt(ask, Some(&token)).await {
            Ok(reply) => reply,
            Err(error) => self.refusal(error),
        }
    }

    /// What the server says, with the answer that it says it in. An answer that says nothing is an error.
    async fn send(&self, authorization: Option<&str>) -> Result<(Answer, Response<Value>), Error> {
        let cookie = self.grant.cookie();
        let Some(cookie) = cookie else {
            return Err(Error::new(ErrorKind::SessionEnded, DOING));
        };
        let body = match &self.scope {
            Scope::Active(_) => json!({}),
            Scope::Tenant(tenant) => json!({ "tenantId": tenant.id }),
        };
        // No `Authorization` as a rule: a stale one beside the cookie has been seen to fail the call.
        let call = self
            .identity
            .service()
            .call(&catalogue::REFRESH_SESSION)
            .header("cookie", Some(cookie.expose()))
            .header("authorization", authorization)
            .json(&body);
        // In doubt until an answer is here, and so also if we are not here to see it.
        let before = self.grant.doubt();
        let outcome = call.send().await;
        if let Err(error) = &outcome
            && error.status().is_some_and(|status| status.is_success())
            && let Some(headers) = error.headers()
        {
            // The body is broken; the new token may have come whole, in its cookie.
            self.grant.learn(headers, None);
        }
        let operation = &catalogue::REFRESH_SESSION;
        let outcome = self
            .identity
            .answer(DOING, operation, outcome)
            .and_then(|answer| {
                let received = self.identity.transport().received(answer.headers());
                match read(&answer, &received) {
                    Answer::Nothing => {
                        self.grant.learn(answer.headers(), None);
                        Err(Error::answered(DOING, Called::answer(operation, &answer)))
                    }
                    said => Ok((said, answer)),
                }
            });
        if !outcome.as_ref().is_err_and(may_have_taken_effect) {
            self.grant.set_doubt(before && outcome.is_err());
        }
        outcome
    }

    async fn reply(&self, turn: &mut Turn<'_>, said: Answer, headers: &HeaderMap) -> Reply<Due> {
        let due = match said {
            Answer::Complete(complete) => {
                let mut tokens = complete.tokens;
                self.grant.learn(headers, tokens.refresh.take());
                let keeping = turn.keep(Some((self.scope.tenant(), &tokens))).await;
                return kept(keeping, tokens);
            }
            Answer::Challenge(challenge) => Due::Challenge(challenge),
            Answer::Enrolment(enrolment) => Due::Enrolment(enrolment),
            Answer::PasswordExpired { .. } | Answer::PasswordBreached { .. } => {
                return Reply::Refused(Error::new(ErrorKind::SessionEnded, DOING));
            }
            Answer::Nothing => return later(Error::new(ErrorKind::Unreadable, DOING)),
        };
        // Such an answer brings no access token, but it may bring the next refresh token in its cookie.
        let before = self.grant.refresh_token();
        self.grant.learn(headers, None);
        if !is_same(before.as_ref(), self.grant.refresh_token().as_ref()) {
            // What the store does not take now, it gets with the next turn.
            drop(turn.keep(None).await);
        }
        Reply::NeedsMfa(due)
    }

    fn refusal(&self, error: Error) -> Reply<Due> {
        let is_about_tenant = matches!(self.scope, Scope::Tenant(_))
            && matches!(error.kind(), ErrorKind::Forbidden | ErrorKind::NotFound);
        if !error.is_end_of_session() || is_about_tenant {
            return later(error);
        }
        Reply::Refused(error.of_kind(if self.grant.is_in_doubt() {
            ErrorKind::RotationLost
        } else {
            ErrorKind::SessionEnded
        }))
    }
}

impl Exchange for UserExchange {
    type Challenge = Due;

    fn renew<'a>(&'a self, ask: Ask<'a>) -> BoxFuture<'a, Reply<Due>> {
        Box::pin(async move {
            match (self.attempt(ask, None).await, &self.scope) {
                (Ok(reply), _) => reply,
                (Err(error), Scope::Tenant(tenant)) if error.status() == Some(401) => {
                    self.attempt_with_token(&tenant.home, ask).await
                }
                (Err(error), _) => self.refusal(error),
            }
        })
    }

    /// The refresh token of the late answer is in the grant by now.
    fn revoke<'a>(&'a self, _late: &'a Tokens) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            if let Err(error) = self.end().await {
                tracing::warn!(%error, "a session that was signed out is still in its store");
            }
        })
    }
}

impl Scope {
    fn tenant(&self) -> Option<&str> {
        match self {
            Self::Active(_) => None,
            Self::Tenant(tenant) => Some(&tenant.id),
        }
    }
}

/// What comes of an attempt whose tokens were kept like this.
pub(super) fn kept<C>(keeping: Keeping, tokens: Tokens) -> Reply<C> {
    match keeping {
        Keeping::Kept => Reply::Renewed(tokens),
        Keeping::Unsaved(cause) => Reply::Unsaved { tokens, cause },
        Keeping::Theirs(Some(theirs)) => Reply::Renewed(theirs),
        Keeping::Theirs(None) => later(Error::new(ErrorKind::Store, DOING)),
        Keeping::Gone => Reply::Refused(Error::new(ErrorKind::SignedOut, DOING)),
    }
}

pub(super) fn later<C>(cause: Error) -> Reply<C> {
    Reply::TryLater {
        after: cause.retry_after(),
        cause,
    }
}

/// Whether an answer is missing that may have held the next refresh token.
fn is_lost(error: &Error) -> bool {
    let is_broken =
        error.kind() == ErrorKind::Unreadable && matches!(error.status(), Some(200..=299));
    matches!(error.kind(), ErrorKind::Network | ErrorKind::Deadline) || is_broken
}

/// The same, or a gateway says that it lost the server's answer.
fn may_have_taken_effect(error: &Error) -> bool {
    is_lost(error) || matches!(error.status(), Some(502 | 504))
}
