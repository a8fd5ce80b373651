//! How a user's session is renewed: by its refresh token, in a cookie of its own.

use frontegg_identity_raw::{Response, catalogue};
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::cookies::Cookies;
use super::engine::{BoxFuture, Exchange, Reply};
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::login::answer::{Answer, Challenged, Enrolling, read};
use crate::token::Tokens;

const DOING: &str = "cannot renew the session";

/// Renews a user's session.
pub(crate) struct UserExchange {
    identity: Identity,
    cookies: Mutex<Cookies>,
}

/// What a renewal can ask for before it gives a token.
#[derive(Clone, Debug)]
pub(crate) enum Due {
    Challenge(Challenged),
    Enrolment(Enrolling),
}

impl UserExchange {
    pub(crate) fn new(identity: Identity, cookies: Cookies) -> Self {
        Self {
            identity,
            cookies: Mutex::new(cookies),
        }
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.cookies.lock().clone()
    }

    pub(crate) fn replace_cookies(&self, cookies: Cookies) {
        *self.cookies.lock() = cookies;
    }

    async fn ask(&self, spent: &Tokens) -> Result<Response<Value>, Error> {
        let refresh = spent.refresh_token();
        let cookie = refresh.and_then(|refresh| self.cookies().with_refresh(refresh));
        let Some(cookie) = cookie else {
            return Err(Error::new(ErrorKind::SessionEnded, DOING));
        };
        // No `Authorization`: a stale one beside the cookie has been seen to fail the call.
        let call = self
            .identity
            .service()
            .call(&catalogue::REFRESH_SESSION)
            .header("cookie", Some(cookie.expose()))
            .json(&json!({}));
        self.identity
            .answer(DOING, &catalogue::REFRESH_SESSION, call.send().await)
    }

    fn reply(&self, spent: &Tokens, answer: &Response<Value>) -> Reply<Due> {
        let by_cookie = self.cookies.lock().learn(answer.headers());
        let received = self.identity.transport().received(answer.headers());
        match read(answer, &received) {
            Answer::Complete(complete) => {
                let mut tokens = complete.tokens;
                // Without rotation the old refresh token stays, and need not be repeated.
                tokens.refresh = tokens
                    .refresh
                    .or(by_cookie)
                    .or_else(|| spent.refresh.clone());
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
}

impl Exchange for UserExchange {
    type Challenge = Due;

    fn renew<'a>(&'a self, spent: &'a Tokens) -> BoxFuture<'a, Reply<Due>> {
        Box::pin(async move {
            let mut outcome = self.ask(spent).await;
            let was_lost = outcome.as_ref().is_err_and(may_have_taken_effect);
            if was_lost {
                // The server may have rotated the token. If it forgives the old one, it does so now.
                outcome = self.ask(spent).await;
            }
            match outcome {
                Ok(answer) => self.reply(spent, &answer),
                Err(error) if error.is_end_of_session() => {
                    let kind = if was_lost {
                        ErrorKind::RotationLost
                    } else {
                        ErrorKind::SessionEnded
                    };
                    Reply::Refused(error.of_kind(kind))
                }
                Err(cause) => Reply::TryLater {
                    after: cause.retry_after(),
                    cause,
                },
            }
        })
    }

    fn revoke<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let cookie = tokens
                .refresh_token()
                .and_then(|refresh| self.cookies().with_refresh(refresh));
            if let Some(cookie) = cookie {
                let call = self
                    .identity
                    .service()
                    .call(&catalogue::LOGOUT)
                    .header("cookie", Some(cookie.expose()));
                // Nobody waits for this one, and the token ends by itself in the end.
                drop(call.send_unit().await);
            }
        })
    }
}

fn may_have_taken_effect(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Network | ErrorKind::Deadline)
}
