//! One attempt at the next token.

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;

use super::policy::{Deadline, rest};
use super::work::{Phase, Work};
use super::{ATTEMPT_LIMIT, Ask, Engine, Exchange, Inner, Outcome, Reply, Spent, lost};
use crate::error::{Error, ErrorKind};
use crate::token::Tokens;

/// An attempt on its way. However it ends, those who wait hear of it.
pub(super) struct Flight<X: Exchange> {
    engine: Engine<X>,
    epoch: u64,
    say: Option<watch::Sender<Option<Outcome<X::Challenge>>>>,
}

impl<X: Exchange> Flight<X> {
    pub(super) fn new(
        engine: Engine<X>,
        epoch: u64,
        say: watch::Sender<Option<Outcome<X::Challenge>>>,
    ) -> Self {
        Self {
            engine,
            epoch,
            say: Some(say),
        }
    }

    pub(super) async fn run(mut self, spent: Spent) {
        let exchange = &self.engine.inner.exchange;
        let ask = match &spent {
            Spent::Token(live) => Ask::Replace(live.as_ref().map(|live| &live.tokens)),
            Spent::Anew => Ask::Anew,
        };
        let attempt = tokio::time::timeout(ATTEMPT_LIMIT, exchange.renew(ask));
        let reply = attempt.await.unwrap_or_else(|_| Reply::TryLater {
            after: None,
            cause: Error::new(ErrorKind::Deadline, "cannot renew the session"),
        });
        if let Some(late) = self.settle(reply) {
            self.engine.inner.exchange.revoke(&late).await;
        }
    }

    /// Applies the reply, unless the session has moved on. Tokens that came after a sign-out are returned.
    fn settle(&mut self, reply: Reply<X::Challenge>) -> Option<Tokens> {
        let inner = &self.engine.inner;
        let mut work = inner.work.lock();
        let is_late = work.epoch != self.epoch;
        let (outcome, late) = if is_late {
            match (inner.served.load_full(), reply) {
                // The same session has newer tokens; these die unused.
                (Some(live), _) => (Outcome::Renewed(live), None),
                (None, Reply::Renewed(tokens) | Reply::Unsaved { tokens, .. }) => {
                    (Outcome::Ended(work.phase.refusal()), Some(tokens))
                }
                (None, _) => (Outcome::Ended(work.phase.refusal()), None),
            }
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
        let outcome = match reply {
            Reply::Renewed(tokens) => {
                let live = Arc::new(self.live(tokens, now));
                self.served.store(Some(Arc::clone(&live)));
                work.settle(Phase::Idle);
                Outcome::Renewed(live)
            }
            Reply::Unsaved { tokens, cause } => {
                let mut live = self.live(tokens, now);
                // Whoever asks after this rest lets it be saved.
                live.life.soft = live.life.soft.min(self.fail(work, None, cause), now);
                work.phase = Phase::Idle;
                let live = Arc::new(live);
                self.served.store(Some(Arc::clone(&live)));
                Outcome::Renewed(live)
            }
            Reply::TryLater { after, cause } => {
                let until = self.fail(work, after, cause.clone());
                work.phase = Phase::Resting {
                    until,
                    because: cause.clone(),
                };
                Outcome::Kept(cause)
            }
            Reply::NeedsMfa(challenge) => {
                work.settle(Phase::Blocked(Box::new(challenge.clone())));
                Outcome::NeedsMfa(challenge)
            }
            Reply::Refused(cause) => {
                self.served.store(None);
                work.start_anew(Phase::Ended(cause.clone()));
                Outcome::Ended(cause)
            }
        };
        self.publish(work);
        outcome
    }

    /// Counts a failure, and says till when to rest after it.
    fn fail(
        &self,
        work: &mut Work<X::Challenge>,
        wish: Option<Duration>,
        cause: Error,
    ) -> Deadline {
        work.failures = work.failures.saturating_add(1);
        work.trouble = Some(cause);
        let rest = rest(work.failures, wish, (self.chance)());
        let rest = TimeDelta::from_std(rest).unwrap_or(TimeDelta::MAX);
        Deadline::after(self.clock.now(), rest)
    }
}
