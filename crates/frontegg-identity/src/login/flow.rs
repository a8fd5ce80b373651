//! A sign-in on its way, from call to call.

use frontegg_identity_raw::{Call, Operation, Response, Secret};
use serde_json::Value;

use super::answer::{Answer, read};
use super::outcome::{BreachedPassword, ExpiredPassword, Login, SignedIn};
use super::password::Identifier;
use crate::client::Identity;
use crate::error::{Called, Error, ErrorKind};
use crate::mfa::{MfaChallenge, MfaEnrolment};
use crate::session::{Cookies, Session, Turn};

/// What the calls of one sign-in have in common.
#[derive(Clone)]
pub(crate) struct Flow {
    pub(crate) identity: Identity,
    pub(crate) cookies: Cookies,
    pub(crate) goal: Goal,
    /// Who signs in, if this began with a password.
    pub(crate) who: Option<Identifier>,
    /// The recovery code of a factor that this sign-in has set up, until there is a session to give it out with.
    pub(crate) recovery_code: Option<Secret>,
}

/// What a sign-in leads to.
#[derive(Clone)]
pub(crate) enum Goal {
    /// A new session.
    SignIn,
    /// New tokens for this one.
    Resume(Session),
}

impl Flow {
    pub(crate) fn new(identity: Identity) -> Self {
        let (identity, device) = identity.take_device();
        Self {
            cookies: Cookies::named(identity.refresh_cookie()).on(device),
            identity,
            goal: Goal::SignIn,
            who: None,
            recovery_code: None,
        }
    }

    pub(crate) fn resuming(session: Session) -> Self {
        Self {
            identity: session.identity().clone(),
            cookies: session.cookies(),
            goal: Goal::Resume(session),
            who: None,
            recovery_code: None,
        }
    }

    /// The right to a call that may replace the refresh token of a session that goes on.
    async fn turn(&self) -> Result<Option<Turn<'_>>, Error> {
        Ok(match &self.goal {
            Goal::SignIn => None,
            Goal::Resume(session) => Some(session.turn().await?),
        })
    }

    /// The call that starts a sign-in, which sets cookies for the one that ends it.
    pub(super) async fn start(
        &mut self,
        doing: &'static str,
        operation: &'static Operation,
        body: &Value,
    ) -> Result<Response<Value>, Error> {
        let answer = self.call(doing, operation, None, body).await?;
        self.cookies.learn_step(answer.headers());
        Ok(answer)
    }

    /// A call in the making, with the cookies of the device and of the step before.
    pub(crate) fn prepare(&self, operation: &'static Operation) -> Call<'_> {
        let cookies = self.cookies.of_sign_in();
        let call = self.identity.service().call(operation);
        call.header("cookie", cookies.as_ref().map(Secret::expose))
    }

    /// One call.
    pub(crate) async fn call(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        device: Option<&str>,
        body: &Value,
    ) -> Result<Response<Value>, Error> {
        let mut call = self.prepare(operation).json(body);
        if let Some(device) = device {
            call = call.path("deviceId", device);
        }
        self.identity.answer(doing, operation, call.send().await)
    }

    /// The call that ends a sign-in or resumes a session, and what it comes to.
    ///
    /// It runs in a task of its own: the server may have replaced the session's refresh token by the time that the caller
    /// goes away.
    pub(crate) async fn finish(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        device: Option<&str>,
        body: Value,
    ) -> Result<Login, Error> {
        let (flow, device) = (self.clone(), device.map(str::to_owned));
        let task = tokio::spawn(async move {
            let mut turn = flow.turn().await?;
            let answer = flow.call(doing, operation, device.as_deref(), &body);
            let outcome = match answer.await {
                Ok(answer) => {
                    flow.conclude(doing, operation, &answer, turn.as_mut())
                        .await
                }
                Err(error) => Err(error),
            };
            if let Some(turn) = turn {
                turn.release().await;
            }
            outcome
        });
        task.await
            .unwrap_or_else(|_| Err(Error::new(ErrorKind::Network, doing)))
    }

    /// What an answer that may sign somebody in comes to.
    ///
    /// With the turn of the session that goes on, if one does.
    pub(crate) async fn conclude(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        answer: &Response<Value>,
        turn: Option<&mut Turn<'_>>,
    ) -> Result<Login, Error> {
        let mut flow = self.clone();
        flow.cookies.forget_step();
        let by_cookie = flow.cookies.learn(answer.headers());
        let received = flow.identity.transport().received(answer.headers());
        Ok(match read(answer, &received) {
            Answer::Complete(complete) => {
                let mut tokens = complete.tokens;
                let session = match (flow.goal, turn) {
                    (Goal::Resume(session), Some(turn)) => {
                        session.install(tokens, answer.headers(), turn).await;
                        session
                    }
                    _ => {
                        tokens.refresh = tokens.refresh.or(by_cookie);
                        Session::new(flow.identity, tokens, flow.cookies)
                    }
                };
                Login::Complete(SignedIn {
                    session,
                    user_id: complete.user.id,
                    email: complete.user.email,
                    verified_email: complete.user.verified_email,
                    password_expires_in: complete.password_expires_in,
                    recovery_code: complete.recovery_code.or(flow.recovery_code),
                })
            }
            Answer::Challenge(challenge) => Login::MfaChallenge(MfaChallenge::new(flow, challenge)),
            Answer::Enrolment(enrolment) => Login::MfaEnrolment(MfaEnrolment::new(flow, enrolment)),
            Answer::PasswordExpired {
                user_id,
                reset_token,
                recovery_code,
            } => {
                flow.recovery_code = recovery_code.or(flow.recovery_code);
                Login::PasswordExpired(ExpiredPassword {
                    flow,
                    user_id,
                    reset_token,
                })
            }
            Answer::PasswordBreached { user_id } => {
                Login::PasswordBreached(BreachedPassword { user_id })
            }
            Answer::Nothing => {
                return Err(Error::answered(doing, Called::answer(operation, answer)));
            }
        })
    }
}
