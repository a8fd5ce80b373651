//! How a user's session is renewed: by its refresh token, in a cookie of its own.

use std::sync::Arc;

use frontegg_identity_raw::{Response, catalogue};
use serde_json::{Value, json};

use super::engine::{BoxFuture, Engine, Exchange, Reply};
use super::grant::Grant;
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
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
    /// Those of the tenant that is active.
    Active,
    /// Those of one tenant, whichever is active.
    Tenant(Box<Tenant>),
}

struct Tenant {
    id: String,
    /// The session that it is done for.
    home: Engine<UserExchange>,
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
            scope: Scope::Active,
        }
    }

    /// For another tenant of the same session.
    pub(crate) fn in_tenant(home: &Engine<Self>, id: String) -> Self {
        let exchange = home.exchange();
        Self {
            identity: exchange.identity.clone(),
            grant: Arc::clone(&exchange.grant),
            scope: Scope::Tenant(Box::new(Tenant {
                id,
                home: home.clone(),
            })),
        }
    }

    pub(crate) fn grant(&self) -> &Grant {
        &self.grant
    }

    /// Tells the server that the session is over.
    pub(crate) async fn end(&self) {
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
    async fn attempt(&self, authorization: Option<String>) -> Result<Reply<Due>, Error> {
        let _turn = self.grant.turn().await;
        let mut outcome = self.send(authorization.as_deref()).await;
        if outcome.as_ref().is_err_and(is_lost) {
            // If the server forgives a token that it has just replaced, it does so at once.
            outcome = self.send(authorization.as_deref()).await;
        }
        outcome.map(|answer| self.reply(&answer))
    }

    /// An attempt for a tenant that was refused without a token beside the cookie: some services want to see one, and
    /// others none. Not in the turn of the first attempt, since the session may need a turn for its token.
    async fn attempt_with_token(&self, home: &Engine<Self>) -> Reply<Due> {
        let live = match home.token().await {
            Ok(live) => live,
            Err(error) if error.needs_sign_in() => return Reply::Refused(error),
            Err(error) => return later(error),
        };
        let token = format!("Bearer {}", live.tokens.access.expose());
        match self.attempt(Some(token)).await {
            Ok(reply) => reply,
            Err(error) => self.refusal(error),
        }
    }

    async fn send(&self, authorization: Option<&str>) -> Result<Response<Value>, Error> {
        let cookie = self.grant.cookie();
        let Some(cookie) = cookie else {
            return Err(Error::new(ErrorKind::SessionEnded, DOING));
        };
        let body = match &self.scope {
            Scope::Active => json!({}),
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
        let outcome = self
            .identity
            .answer(DOING, &catalogue::REFRESH_SESSION, outcome);
        if !outcome.as_ref().is_err_and(may_have_taken_effect) {
            self.grant.set_doubt(before && outcome.is_err());
        }
        outcome
    }

    fn reply(&self, answer: &Response<Value>) -> Reply<Due> {
        let received = self.identity.transport().received(answer.headers());
        match read(answer, &received) {
            Answer::Complete(complete) => {
                let mut tokens = complete.tokens;
                self.grant.learn(answer.headers(), tokens.refresh.take());
                Reply::Renewed(tokens)
            }
            Answer::Challenge(challenge) => Reply::NeedsMfa(Due::Challenge(challenge)),
            Answer::Enrolment(enrolment) => Reply::NeedsMfa(Due::Enrolment(enrolment)),
            Answer::PasswordExpired { .. } | Answer::PasswordBreached { .. } => {
                Reply::Refused(Error::new(ErrorKind::SessionEnded, DOING))
            }
            Answer::Nothing => Reply::TryLater {
                after: None,
                cause: Error::new(ErrorKind::Unreadable, DOING),
            },
        }
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

    fn renew<'a>(&'a self, _spent: Option<&'a Tokens>) -> BoxFuture<'a, Reply<Due>> {
        Box::pin(async move {
            match (self.attempt(None).await, &self.scope) {
                (Ok(reply), _) => reply,
                (Err(error), Scope::Tenant(tenant)) if error.status() == Some(401) => {
                    self.attempt_with_token(&tenant.home).await
                }
                (Err(error), _) => self.refusal(error),
            }
        })
    }

    /// The refresh token of the late answer is in the grant by now.
    fn revoke<'a>(&'a self, _late: &'a Tokens) -> BoxFuture<'a, ()> {
        Box::pin(self.end())
    }
}

fn later(cause: Error) -> Reply<Due> {
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
