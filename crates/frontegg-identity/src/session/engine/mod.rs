//! Keeps one signed-in session usable.
//!
//! Callers ask for a token. The engine answers from memory while it can, and renews early enough that they seldom wait.
//!
//! Promises, each with a test of the same name:
//!
//! 1. `a_refresh_token_has_one_request_at_a_time`: everybody who needs the answer gets the same answer.
//! 2. `a_working_token_is_never_withheld`: until its hard deadline, however badly renewing goes.
//! 3. `a_renewal_outlives_its_caller`: a rotated token is not lost with a dropped future.
//! 4. `signing_out_wins`: tokens that arrive afterwards are revoked, not stored.
//!
//! [`policy`] says when and how long, in plain functions. Here clock, lock and network are joined to it.

pub(crate) mod policy;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use chrono::TimeDelta;
use parking_lot::Mutex;
use tokio::sync::watch;

use self::policy::{Deadline, Life, Renewal, Step, decide, rest};
use crate::clock::{Clock, Moment};
use crate::error::{Error, ErrorKind};
use crate::token::Tokens;

/// Ends an attempt that the server leaves hanging. Longer than all that the transport tries within it.
pub(crate) const ATTEMPT_LIMIT: Duration = Duration::from_secs(45);

pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How the next tokens of one kind of session are got.
pub(crate) trait Exchange: Send + Sync + 'static {
    /// What has to be answered before there are any.
    type Challenge: Clone + Send + Sync + 'static;

    /// Asks once. It returns only after the store holds what came.
    fn renew<'a>(&'a self, spent: &'a Tokens) -> BoxFuture<'a, Reply<Self::Challenge>>;

    /// Gives back tokens that came too late to be of use.
    fn revoke<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, ()>;
}

/// How an attempt ended, as far as the session cares.
#[derive(Debug)]
pub(crate) enum Reply<C> {
    Renewed(Tokens),
    /// No answer, or one that says nothing about the session. `after` is the server's wish, when it had one.
    TryLater {
        after: Option<Duration>,
        cause: Error,
    },
    NeedsMfa(C),
    /// The server's real refusal.
    Refused(Error),
}

/// A token set in service.
#[derive(Debug)]
pub(crate) struct Live {
    pub(crate) tokens: Tokens,
    pub(crate) life: Life,
}

/// How a renewal came out, the same for everybody who waited for it.
#[derive(Clone, Debug)]
pub(crate) enum Outcome<C> {
    Renewed(Arc<Live>),
    /// The old token stays, for as long as it is good.
    Kept(Error),
    NeedsMfa(C),
    Ended(Error),
}

/// A handle to one session; clones share it.
pub(crate) struct Engine<X: Exchange> {
    inner: Arc<Inner<X>>,
}

struct Inner<X: Exchange> {
    exchange: X,
    clock: Arc<dyn Clock>,
    /// A number between 0 and 1, for the spread of rests.
    chance: fn() -> f64,
    /// What is handed out. Written under the lock of `work` only.
    served: ArcSwapOption<Live>,
    /// Never held across an `await`.
    work: Mutex<Work<X::Challenge>>,
}

/// What is being done about the next token. A value exists only in the phase in which it means something.
struct Work<C> {
    phase: Phase<C>,
    /// Attempts that failed since the last that did not.
    failures: u32,
    /// Counts installs and endings. A reply to an attempt of an earlier count comes too late.
    epoch: u64,
}

enum Phase<C> {
    Idle,
    InFlight(Waiting<C>),
    Resting { until: Deadline, because: Error },
    Blocked(C),
    Ended(Error),
}

type Waiting<C> = watch::Receiver<Option<Outcome<C>>>;

impl<X: Exchange> Clone for Engine<X> {
    fn clone(&self) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
        }
    }
}

impl<X: Exchange> Engine<X> {
    pub(crate) fn new(
        exchange: X,
        tokens: Tokens,
        clock: Arc<dyn Clock>,
        chance: fn() -> f64,
    ) -> Self {
        let now = clock.now();
        Self {
            inner: Arc::new(Inner {
                exchange,
                clock,
                chance,
                served: ArcSwapOption::new(Some(Arc::new(Live::new(tokens, now)))),
                work: Mutex::new(Work {
                    phase: Phase::Idle,
                    failures: 0,
                    epoch: 0,
                }),
            }),
        }
    }

    /// A token that is good for at least one request.
    ///
    /// Immediate before the hard deadline; after it, waits for the running attempt or starts one.
    ///
    /// # Cancel safety
    /// Dropping the future stops the waiting, not the renewal.
    pub(crate) async fn token(&self) -> Result<Arc<Live>, Error> {
        if let Some(live) = self.fresh() {
            return Ok(live);
        }
        self.step().result().await
    }

    /// The token that is there, if nothing has to be done about it. No lock, no allocation, one reading of the clock.
    fn fresh(&self) -> Option<Arc<Live>> {
        let served = self.inner.served.load();
        let live = served.as_ref()?;
        (!live.life.soft.has_come(self.inner.clock.now())).then(|| Arc::clone(live))
    }

    /// Renews now, whatever the age, unless somebody has replaced the token `spent` already. For a 401.
    pub(crate) async fn renew(&self, spent: &Live) -> Result<Arc<Live>, Error> {
        let next = {
            let mut work = self.inner.work.lock();
            match self.inner.served.load_full() {
                Some(live) if !std::ptr::eq(&raw const *live, spent) => Next::Token(live),
                served => self.forced(&mut work, served),
            }
        };
        next.result().await
    }

    /// Takes tokens from elsewhere: a finished challenge, another process.
    pub(crate) fn install(&self, tokens: Tokens) {
        let mut work = self.inner.work.lock();
        work.epoch += 1;
        work.failures = 0;
        work.phase = Phase::Idle;
        let live = Live::new(tokens, self.inner.clock.now());
        self.inner.served.store(Some(Arc::new(live)));
    }

    /// Ends the session on our side. The tokens that were there are handed back, to be revoked.
    pub(crate) fn sign_out(&self) -> Option<Arc<Live>> {
        let mut work = self.inner.work.lock();
        work.epoch += 1;
        work.phase = Phase::Ended(signed_out());
        self.inner.served.swap(None)
    }

    pub(crate) fn exchange(&self) -> &X {
        &self.inner.exchange
    }

    /// What has to be answered before the next token, if something has.
    pub(crate) fn challenge(&self) -> Option<X::Challenge> {
        match &self.inner.work.lock().phase {
            Phase::Blocked(challenge) => Some(challenge.clone()),
            _ => None,
        }
    }

    fn step(&self) -> Next<X::Challenge> {
        let mut work = self.inner.work.lock();
        let now = self.inner.clock.now();
        let Some(live) = self.inner.served.load_full() else {
            return Next::Refusal(work.phase.refusal());
        };
        match decide(&live.life, &work.phase.renewal(), now) {
            Step::Serve => Next::Token(live),
            Step::ServeAndRenew => {
                self.start(&mut work, Arc::clone(&live));
                Next::Token(live)
            }
            Step::RenewAndJoin => Next::Wait(self.start(&mut work, live)),
            Step::Join => match &work.phase {
                Phase::InFlight(waiting) => Next::Wait(waiting.clone()),
                other => Next::Refusal(other.refusal()),
            },
            Step::Refuse => Next::Refusal(work.phase.refusal()),
        }
    }

    fn forced(
        &self,
        work: &mut Work<X::Challenge>,
        served: Option<Arc<Live>>,
    ) -> Next<X::Challenge> {
        let now = self.inner.clock.now();
        match (&work.phase, served) {
            (Phase::InFlight(waiting), Some(_)) => Next::Wait(waiting.clone()),
            (Phase::Resting { until, .. }, Some(_)) if !until.has_come(now) => {
                Next::Refusal(work.phase.refusal())
            }
            (Phase::Idle | Phase::Resting { .. }, Some(live)) => Next::Wait(self.start(work, live)),
            (phase, _) => Next::Refusal(phase.refusal()),
        }
    }

    /// Starts an attempt in a task of its own, so that no caller takes it along.
    fn start(&self, work: &mut Work<X::Challenge>, spent: Arc<Live>) -> Waiting<X::Challenge> {
        let (say, waiting) = watch::channel(None);
        let flight = Flight {
            engine: self.clone(),
            epoch: work.epoch,
            say: Some(say),
        };
        work.phase = Phase::InFlight(waiting.clone());
        tokio::spawn(flight.run(spent));
        waiting
    }
}

/// What a caller gets, or waits for.
enum Next<C> {
    Token(Arc<Live>),
    Wait(Waiting<C>),
    Refusal(Error),
}

impl<C: Clone> Next<C> {
    async fn result(self) -> Result<Arc<Live>, Error> {
        match self {
            Self::Token(live) => Ok(live),
            Self::Refusal(error) => Err(error),
            Self::Wait(waiting) => match outcome_of(waiting).await {
                Some(Outcome::Renewed(live)) => Ok(live),
                Some(Outcome::Kept(error) | Outcome::Ended(error)) => Err(error),
                Some(Outcome::NeedsMfa(_)) => Err(mfa_required()),
                None => Err(lost()),
            },
        }
    }
}

/// An attempt on its way. However it ends, those who wait hear of it.
struct Flight<X: Exchange> {
    engine: Engine<X>,
    epoch: u64,
    say: Option<watch::Sender<Option<Outcome<X::Challenge>>>>,
}

impl<X: Exchange> Flight<X> {
    async fn run(mut self, spent: Arc<Live>) {
        let exchange = &self.engine.inner.exchange;
        let attempt = tokio::time::timeout(ATTEMPT_LIMIT, exchange.renew(&spent.tokens));
        let reply = attempt.await.unwrap_or_else(|_| Reply::TryLater {
            after: None,
            cause: Error::new(ErrorKind::Deadline, "cannot renew the session"),
        });
        if let Some(late) = self.settle(reply) {
            self.engine.inner.exchange.revoke(&late).await;
        }
    }

    /// Applies the reply, unless the session has moved on; then tokens that came with it are returned.
    fn settle(&mut self, reply: Reply<X::Challenge>) -> Option<Tokens> {
        let inner = &self.engine.inner;
        let mut work = inner.work.lock();
        let is_late = work.epoch != self.epoch;
        let (outcome, late) = if is_late {
            let outcome = match inner.served.load_full() {
                Some(live) => Outcome::Renewed(live),
                None => Outcome::Ended(work.phase.refusal()),
            };
            let late = match reply {
                Reply::Renewed(tokens) => Some(tokens),
                _ => None,
            };
            (outcome, late)
        } else {
            (inner.apply(&mut work, reply), None)
        };
        drop(work);
        if let Some(say) = self.say.take() {
            // Nobody may be waiting.
            let _ = say.send(Some(outcome));
        }
        late
    }
}

impl<X: Exchange> Drop for Flight<X> {
    /// The attempt panicked, or the runtime is going down.
    fn drop(&mut self) {
        if self.say.is_some() {
            self.settle(Reply::TryLater {
                after: None,
                cause: lost(),
            });
        }
    }
}

impl<X: Exchange> Inner<X> {
    fn apply(
        &self,
        work: &mut Work<X::Challenge>,
        reply: Reply<X::Challenge>,
    ) -> Outcome<X::Challenge> {
        let now = self.clock.now();
        match reply {
            Reply::Renewed(tokens) => {
                let live = Arc::new(Live::new(tokens, now));
                self.served.store(Some(Arc::clone(&live)));
                work.failures = 0;
                work.phase = Phase::Idle;
                Outcome::Renewed(live)
            }
            Reply::TryLater { after, cause } => {
                work.failures = work.failures.saturating_add(1);
                let rest = rest(work.failures, after, (self.chance)());
                let rest = TimeDelta::from_std(rest).unwrap_or(TimeDelta::MAX);
                work.phase = Phase::Resting {
                    until: Deadline::after(now, rest),
                    because: cause.clone(),
                };
                Outcome::Kept(cause)
            }
            Reply::NeedsMfa(challenge) => {
                work.phase = Phase::Blocked(challenge.clone());
                Outcome::NeedsMfa(challenge)
            }
            Reply::Refused(cause) => {
                self.served.store(None);
                work.epoch += 1;
                work.phase = Phase::Ended(cause.clone());
                Outcome::Ended(cause)
            }
        }
    }
}

impl Live {
    fn new(tokens: Tokens, now: Moment) -> Self {
        let life = Life::new(tokens.obtained_at, tokens.expires_at, now);
        Self { tokens, life }
    }
}

impl<C> Phase<C> {
    fn renewal(&self) -> Renewal {
        match self {
            Self::Idle | Self::Ended(_) => Renewal::Idle,
            Self::InFlight(_) => Renewal::InFlight,
            Self::Resting { until, .. } => Renewal::Resting(*until),
            Self::Blocked(_) => Renewal::Blocked,
        }
    }

    /// Why there is no token.
    fn refusal(&self) -> Error {
        match self {
            Self::Resting { because, .. } => because.clone(),
            Self::Ended(error) => error.clone(),
            Self::Blocked(_) => mfa_required(),
            Self::Idle | Self::InFlight(_) => lost(),
        }
    }
}

async fn outcome_of<C: Clone>(mut waiting: Waiting<C>) -> Option<Outcome<C>> {
    let outcome = waiting.wait_for(Option::is_some).await.ok()?;
    outcome.clone()
}

fn mfa_required() -> Error {
    Error::new(ErrorKind::MfaRequired, "cannot renew the session")
}

fn signed_out() -> Error {
    Error::new(ErrorKind::SignedOut, "there is no token")
}

/// The attempt ended without an answer to those who wait.
fn lost() -> Error {
    Error::new(ErrorKind::Network, "cannot renew the session")
}

#[cfg(test)]
mod tests;
