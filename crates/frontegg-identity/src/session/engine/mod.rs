//! Keeps one signed-in session usable.
//!
//! Callers ask for a token. The engine answers from memory while it can, and renews early enough that they seldom wait.
//!
//! Promises, each with a test of the same name:
//!
//! 1. `a_refresh_token_has_one_request_at_a_time`: everybody who needs the answer gets the same answer.
//! 2. `a_working_token_is_never_withheld`: until its end, however badly renewing goes.
//! 3. `a_renewal_outlives_its_caller`: a rotated token is not lost with a dropped future.
//! 4. `signing_out_wins`: tokens that arrive afterwards are revoked, not stored.
//!
//! [`policy`] says when and how long, in plain functions; [`flight`] makes one attempt and applies its reply. Here clock,
//! lock and network are joined to them.

mod flight;
mod next;
pub(crate) mod policy;
mod work;

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use parking_lot::Mutex;
use tokio::sync::watch;

use self::flight::Flight;
use self::next::{Next, lost, mfa_required, outcome_of, signed_out};
use self::policy::{Life, Step, decide};
use self::work::{Phase, Waiting, Work};
use super::state::SessionState;
use crate::clock::{Clock, Moment};
use crate::error::Error;
use crate::token::Tokens;
use crate::transport::Transport;

/// Ends an attempt that the server leaves hanging. Longer than one sending may take.
pub(crate) const ATTEMPT_LIMIT: Duration = Duration::from_secs(45);

pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How the next tokens of one kind of session are got.
pub(crate) trait Exchange: Send + Sync + 'static {
    /// What has to be answered before there are any.
    type Challenge: Clone + Send + Sync + 'static;

    /// Asks once.
    fn renew<'a>(&'a self, ask: Ask<'a>) -> BoxFuture<'a, Reply<Self::Challenge>>;

    /// Gives back tokens that came after the session had been signed out.
    fn revoke<'a>(&'a self, tokens: &'a Tokens) -> BoxFuture<'a, ()>;
}

/// What tokens would do.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ask<'a> {
    /// Others than these, whoever fetched them. Without any there are none yet.
    Replace(Option<&'a Tokens>),
    /// None but the server's answer to this attempt.
    Anew,
}

/// How an attempt ended, as far as the session cares.
#[derive(Debug)]
pub(crate) enum Reply<C> {
    Renewed(Tokens),
    /// The same, but where the session is kept they are not, for this cause.
    Unsaved {
        tokens: Tokens,
        cause: Error,
    },
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

/// The same, without keeping the session.
pub(crate) struct WeakEngine<X: Exchange> {
    inner: Weak<Inner<X>>,
}

struct Inner<X: Exchange> {
    exchange: X,
    clock: Arc<dyn Clock>,
    /// A number between 0 and 1, for the spread of rests.
    chance: fn() -> f64,
    /// Whether a token is renewed beside being served.
    renews_early: bool,
    /// What is handed out; none before the first tokens and after the end. Written under the lock of `work` only.
    served: ArcSwapOption<Live>,
    /// Never held across an `await`.
    work: Mutex<Work<X::Challenge>>,
    /// Made for the first one who watches: most sessions have nobody.
    watched: OnceLock<watch::Sender<SessionState>>,
}

impl<X: Exchange> Clone for Engine<X> {
    fn clone(&self) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
        }
    }
}

impl<X: Exchange> WeakEngine<X> {
    /// The session, if anybody still has it.
    pub(crate) fn upgrade(&self) -> Option<Engine<X>> {
        let inner = self.inner.upgrade()?;
        Some(Engine { inner })
    }
}

impl<X: Exchange> Engine<X> {
    pub(crate) fn downgrade(&self) -> WeakEngine<X> {
        WeakEngine {
            inner: Arc::downgrade(&self.inner),
        }
    }

    /// An engine with the tokens that there are; without any, the first caller waits for them.
    pub(crate) fn new(exchange: X, tokens: Option<Tokens>, transport: &Transport) -> Self {
        let clock = Arc::clone(&transport.clock);
        let renews_early = transport.renews_early;
        Self::by(exchange, tokens, clock, transport.chance, renews_early)
    }

    fn by(
        exchange: X,
        tokens: Option<Tokens>,
        clock: Arc<dyn Clock>,
        chance: fn() -> f64,
        renews_early: bool,
    ) -> Self {
        let now = clock.now();
        let live = tokens.map(|tokens| Arc::new(Live::new(tokens, now, renews_early)));
        Self {
            inner: Arc::new(Inner {
                exchange,
                clock,
                chance,
                renews_early,
                served: ArcSwapOption::new(live),
                work: Mutex::new(Work::default()),
                watched: OnceLock::new(),
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
        match self.fresh() {
            Some(live) => Ok(live),
            // On the heap, since it is large: a future that is ready at once should not be moved about with room for it.
            None => Box::pin(async { self.step().result(&*self.inner.clock).await }).await,
        }
    }

    /// The token that is there, if nothing has to be done about it. No lock, no allocation, one reading of the clock.
    #[inline]
    fn fresh(&self) -> Option<Arc<Live>> {
        let served = self.inner.served.load();
        let live = served.as_ref()?;
        (!live.life.soft.has_come(self.inner.clock.ticks())).then(|| Arc::clone(live))
    }

    /// Renews now, whatever the age, unless somebody has replaced the token `spent` already. For a 401.
    pub(crate) async fn renew(&self, spent: &Live) -> Result<Arc<Live>, Error> {
        let next = {
            let mut work = self.inner.work.lock();
            match self.inner.served.load_full() {
                Some(live) if !std::ptr::eq(&raw const *live, spent) => Next::Token(live),
                served => self.forced(&mut work, Spent::Token(served)),
            }
        };
        next.result(&*self.inner.clock).await
    }

    /// Renews with an attempt that starts after this call. One that is under way may not know yet what has changed. A
    /// challenge that stands in the way is asked for anew: the one that is there may have grown too old to be answered.
    pub(crate) async fn renew_anew(&self) -> Result<Arc<Live>, Error> {
        let under_way = self.inner.work.lock().phase.waiting();
        if let Some(under_way) = under_way {
            outcome_of(under_way).await;
        }
        let next = {
            let mut work = self.inner.work.lock();
            if matches!(work.phase, Phase::Blocked(_)) {
                Next::Wait(self.start(&mut work, Spent::Anew), None)
            } else {
                self.forced(&mut work, Spent::Anew)
            }
        };
        next.result(&*self.inner.clock).await
    }

    /// Takes tokens from elsewhere, as from a challenge that was answered.
    pub(crate) fn install(&self, tokens: Tokens) {
        let mut work = self.inner.work.lock();
        work.start_anew(Phase::Idle);
        let live = self.inner.live(tokens, self.inner.clock.now());
        self.inner.served.store(Some(Arc::new(live)));
        self.inner.publish(&work);
    }

    /// Lets a renewal be tried again that was held up by a second factor, which has been shown meanwhile.
    pub(crate) fn unblock(&self) {
        let mut work = self.inner.work.lock();
        if matches!(work.phase, Phase::Blocked(_)) {
            work.start_anew(Phase::Idle);
            self.inner.publish(&work);
        }
    }

    /// Ends the session on our side. The tokens that were there are handed back, to be revoked.
    pub(crate) fn sign_out(&self) -> Option<Arc<Live>> {
        let mut work = self.inner.work.lock();
        let live = self.inner.served.swap(None);
        if !matches!(work.phase, Phase::Ended(_)) {
            work.start_anew(Phase::Ended(signed_out()));
            self.inner.publish(&work);
        }
        live
    }

    /// The tokens that are there, whatever their age.
    pub(crate) fn served(&self) -> Option<Arc<Live>> {
        self.inner.served.load_full()
    }

    pub(crate) fn exchange(&self) -> &X {
        &self.inner.exchange
    }

    /// What has to be answered before the next token, if something has.
    pub(crate) fn challenge(&self) -> Option<X::Challenge> {
        match &self.inner.work.lock().phase {
            Phase::Blocked(challenge) => Some(X::Challenge::clone(challenge)),
            _ => None,
        }
    }

    /// How the session stands, now and from now on.
    pub(crate) fn watch(&self) -> watch::Receiver<SessionState> {
        // Under the lock, so that no change slips in between the state and its first watcher.
        let work = self.inner.work.lock();
        let sender = self.inner.watched.get_or_init(|| {
            let (sender, _) = watch::channel(work.state());
            sender
        });
        sender.subscribe()
    }

    fn step(&self) -> Next<X::Challenge> {
        let mut work = self.inner.work.lock();
        let now = self.inner.clock.now();
        let served = self.inner.served.load_full();
        if let Phase::Ended(because) = &work.phase {
            return Next::Refusal(because.clone());
        }
        let life = served.as_ref().map(|live| &live.life);
        match (decide(life, &work.phase.renewal(), now), served) {
            (Step::Serve, Some(live)) => Next::Token(live),
            (Step::ServeAndRenew, Some(live)) => {
                self.start(&mut work, Spent::Token(Some(Arc::clone(&live))));
                Next::Token(live)
            }
            (Step::RenewAndJoin, served) => {
                let waiting = self.start(&mut work, Spent::Token(served.clone()));
                Next::Wait(waiting, served)
            }
            (Step::Join, served) => match work.phase.waiting() {
                Some(waiting) => Next::Wait(waiting, served),
                None => Next::Refusal(work.phase.refusal()),
            },
            (Step::Refuse | Step::Serve | Step::ServeAndRenew, _) => {
                Next::Refusal(work.phase.refusal())
            }
        }
    }

    /// An attempt whatever the age of the token, unless one is under way or the last one's rest is not over.
    fn forced(&self, work: &mut Work<X::Challenge>, spent: Spent) -> Next<X::Challenge> {
        let now = self.inner.clock.now();
        match &work.phase {
            Phase::InFlight(waiting) => Next::Wait(waiting.clone(), None),
            Phase::Resting { until, because } if !until.has_come(now) => {
                Next::Refusal(because.clone())
            }
            Phase::Idle | Phase::Resting { .. } => Next::Wait(self.start(work, spent), None),
            phase => Next::Refusal(phase.refusal()),
        }
    }

    /// Starts an attempt in a task of its own, so that no caller takes it along.
    fn start(&self, work: &mut Work<X::Challenge>, spent: Spent) -> Waiting<X::Challenge> {
        let (say, waiting) = watch::channel(None);
        work.phase = Phase::InFlight(waiting.clone());
        tokio::spawn(Flight::new(self.clone(), work.epoch, say).run(spent));
        waiting
    }
}

impl<X: Exchange> Inner<X> {
    fn live(&self, tokens: Tokens, now: Moment) -> Live {
        Live::new(tokens, now, self.renews_early)
    }

    /// Tells the watchers how the session stands, if that is news to them.
    fn publish(&self, work: &Work<X::Challenge>) {
        if let Some(sender) = self.watched.get() {
            let state = work.state();
            sender.send_if_modified(|known| {
                let is_news = !known.is_same(&state);
                *known = state;
                is_news
            });
        }
    }
}

/// What an attempt replaces.
enum Spent {
    Token(Option<Arc<Live>>),
    /// Whatever there is.
    Anew,
}

impl Live {
    fn new(tokens: Tokens, now: Moment, renews_early: bool) -> Self {
        let mut life = Life::new(tokens.obtained_at, tokens.expires_at, now);
        if !renews_early {
            life.soft = life.hard;
        }
        Self { tokens, life }
    }
}

#[cfg(test)]
mod tests;
