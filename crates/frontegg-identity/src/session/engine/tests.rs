use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use chrono::{DateTime, TimeDelta};
use frontegg_identity_raw::Secret;
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinSet;

use super::*;
use crate::error::ErrorKind;

/// Clocks that the test moves.
#[derive(Debug)]
struct Hands(Mutex<Moment>);

impl Hands {
    fn advance(&self, seconds: u64) {
        let mut now = self.0.lock();
        now.wall += TimeDelta::seconds(seconds as i64);
        now.steady += Duration::from_secs(seconds);
    }
}

impl Clock for Hands {
    fn now(&self) -> Moment {
        *self.0.lock()
    }
}

/// A server: hands each attempt to the test and waits for its reply.
struct Server {
    asked: AtomicUsize,
    revoked: Arc<AtomicUsize>,
    replies: tokio::sync::Mutex<mpsc::UnboundedReceiver<Reply<&'static str>>>,
    arrived: Arc<Notify>,
}

impl Exchange for Server {
    type Challenge = &'static str;

    fn renew<'a>(&'a self, _: Ask<'a>) -> BoxFuture<'a, Reply<&'static str>> {
        Box::pin(async move {
            self.asked.fetch_add(1, Ordering::SeqCst);
            self.arrived.notify_one();
            self.replies
                .lock()
                .await
                .recv()
                .await
                .expect("a reply from the test")
        })
    }

    fn revoke<'a>(&'a self, _: &'a Tokens) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            self.revoked.fetch_add(1, Ordering::SeqCst);
            self.arrived.notify_one();
        })
    }
}

/// A session whose token lives 100 seconds, and all that moves it.
struct Bench {
    engine: Engine<Server>,
    clock: Arc<Hands>,
    reply: mpsc::UnboundedSender<Reply<&'static str>>,
    arrived: Arc<Notify>,
    revoked: Arc<AtomicUsize>,
}

impl Bench {
    fn new() -> Self {
        let clock = Arc::new(Hands(Mutex::new(Moment {
            wall: DateTime::UNIX_EPOCH,
            steady: Duration::ZERO,
        })));
        let (reply, replies) = mpsc::unbounded_channel();
        let (arrived, revoked) = (Arc::new(Notify::new()), Arc::new(AtomicUsize::new(0)));
        let server = Server {
            asked: AtomicUsize::new(0),
            revoked: Arc::clone(&revoked),
            replies: tokio::sync::Mutex::new(replies),
            arrived: Arc::clone(&arrived),
        };
        let engine = Engine::by(
            server,
            Some(tokens("A1", clock.now())),
            Arc::clone(&clock) as _,
            || 0.0,
            true,
        );
        Self {
            engine,
            clock,
            reply,
            arrived,
            revoked,
        }
    }

    fn asked(&self) -> usize {
        self.engine.inner.exchange.asked.load(Ordering::SeqCst)
    }

    fn answer(&self, reply: Reply<&'static str>) {
        self.reply.send(reply).unwrap();
    }

    fn renewed(&self, access: &str) -> Reply<&'static str> {
        Reply::Renewed(tokens(access, self.clock.now()))
    }

    async fn token(&self) -> Result<String, ErrorKind> {
        match self.engine.token().await {
            Ok(live) => Ok(live.tokens.access.expose().to_owned()),
            Err(error) => Err(error.kind()),
        }
    }

    /// Lets every task run as far as it can.
    async fn settle(&self) {
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }
}

fn poll_once<F: Future>(future: F) -> Poll<F::Output> {
    std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop()))
}

fn tokens(access: &str, now: Moment) -> Tokens {
    Tokens {
        access: Secret::from(access),
        refresh: Some(Secret::from("R")),
        id: None,
        obtained_at: now.wall,
        expires_at: Some(now.wall + TimeDelta::seconds(100)),
    }
}

fn unavailable() -> Reply<&'static str> {
    Reply::TryLater {
        after: None,
        cause: Error::new(ErrorKind::Server, "cannot renew the session"),
    }
}

fn ok(access: &str) -> Result<String, ErrorKind> {
    Ok(access.to_owned())
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_has_one_request_at_a_time() {
    let bench = Bench::new();
    bench.clock.advance(100);
    let mut callers = JoinSet::new();
    for _ in 0..10_000 {
        let engine = bench.engine.clone();
        callers.spawn(async move { engine.token().await.map(|live| Arc::as_ptr(&live) as usize) });
    }
    bench.settle().await;
    bench.answer(bench.renewed("A2"));
    let served: Vec<_> = callers.join_all().await;
    assert_eq!(bench.asked(), 1);
    assert_eq!(served.len(), 10_000);
    let first = served[0].as_ref().unwrap();
    assert!(served.iter().all(|own| own.as_ref().unwrap() == first));
    assert_eq!(bench.token().await, ok("A2"));
}

/// Shows that the engine's one lock is not needed: it is not reentrant, so that this thread, which holds it, would hang. What
/// is left on the way is the pointer to the token and the clock.
#[tokio::test(start_paused = true)]
async fn a_fresh_token_takes_no_lock() {
    let bench = Bench::new();
    let held = bench.engine.inner.work.lock();
    let (one, two) = (bench.engine.clone(), bench.engine.clone());
    assert!(poll_once(one.token()).is_ready());
    let elsewhere = std::thread::spawn(move || two.fresh().is_some());
    assert!(elsewhere.join().unwrap());
    drop(held);
}

#[tokio::test(start_paused = true)]
async fn a_working_token_is_never_withheld() {
    let bench = Bench::new();
    bench.clock.advance(80);
    for _ in 0..9 {
        assert_eq!(bench.token().await, ok("A1"));
        bench.answer(unavailable());
        bench.settle().await;
        bench.clock.advance(1);
    }
    assert_eq!(bench.token().await, ok("A1"));
    bench.settle().await;
    bench.clock.advance(1);
    // Rests of 1, 2 and 4 seconds lie between the attempts.
    assert_eq!(bench.asked(), 4);
    // At the end of its life an attempt is waited for, and the token is what is left if that fails.
    bench.clock.advance(5);
    bench.answer(unavailable());
    assert_eq!(bench.token().await, ok("A1"));
    assert_eq!(bench.asked(), 5);
    bench.clock.advance(4);
    assert_eq!(bench.token().await, ok("A1"));
    bench.clock.advance(1);
    assert_eq!(bench.token().await, Err(ErrorKind::Server));
}

#[tokio::test(start_paused = true)]
async fn a_renewal_outlives_its_caller() {
    let bench = Bench::new();
    bench.clock.advance(100);
    let engine = bench.engine.clone();
    let caller = tokio::spawn(async move { engine.token().await.map(|_| ()) });
    bench.arrived.notified().await;
    caller.abort();
    bench.answer(bench.renewed("A2"));
    bench.settle().await;
    assert_eq!(bench.token().await, ok("A2"));
    assert_eq!(bench.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn signing_out_wins() {
    let bench = Bench::new();
    bench.clock.advance(100);
    let engine = bench.engine.clone();
    let caller = tokio::spawn(async move { engine.token().await.map(|_| ()) });
    bench.arrived.notified().await;
    assert!(bench.engine.sign_out().is_some());
    bench.answer(bench.renewed("A2"));
    let refusal = caller.await.unwrap().unwrap_err();
    assert_eq!(refusal.kind(), ErrorKind::SignedOut);
    bench.settle().await;
    assert_eq!(bench.revoked.load(Ordering::SeqCst), 1);
    assert_eq!(bench.token().await, Err(ErrorKind::SignedOut));
}

#[tokio::test(start_paused = true)]
async fn newer_tokens_win_over_a_late_reply() {
    let bench = Bench::new();
    bench.clock.advance(100);
    let engine = bench.engine.clone();
    let caller = tokio::spawn(async move {
        engine
            .token()
            .await
            .map(|live| live.tokens.access.expose().to_owned())
    });
    bench.arrived.notified().await;
    bench.engine.install(tokens("B1", bench.clock.now()));
    bench.answer(bench.renewed("A2"));
    assert_eq!(caller.await.unwrap().unwrap(), "B1");
    bench.settle().await;
    // They are of the same session: to revoke them would end it.
    assert_eq!(bench.revoked.load(Ordering::SeqCst), 0);
    assert_eq!(bench.token().await, ok("B1"));
}

#[tokio::test(start_paused = true)]
async fn only_a_real_refusal_ends_the_session() {
    let bench = Bench::new();
    bench.clock.advance(100);
    bench.answer(unavailable());
    assert_eq!(bench.token().await, Err(ErrorKind::Server));
    bench.clock.advance(1);
    bench.answer(bench.renewed("A2"));
    assert_eq!(bench.token().await, ok("A2"));
    bench.clock.advance(100);
    let ended = Error::new(ErrorKind::SessionEnded, "cannot renew the session");
    bench.answer(Reply::Refused(ended));
    assert_eq!(bench.token().await, Err(ErrorKind::SessionEnded));
    assert_eq!(bench.token().await, Err(ErrorKind::SessionEnded));
    assert_eq!(bench.asked(), 3);
}

#[tokio::test(start_paused = true)]
async fn m2_a_second_factor_blocks_the_next_token_and_not_this_one() {
    let bench = Bench::new();
    bench.clock.advance(80);
    assert_eq!(bench.token().await, ok("A1"));
    bench.answer(Reply::NeedsMfa("challenge"));
    bench.settle().await;
    assert_eq!(bench.token().await, ok("A1"));
    assert_eq!(bench.engine.challenge(), Some("challenge"));
    bench.clock.advance(20);
    assert_eq!(bench.token().await, Err(ErrorKind::MfaRequired));
    assert_eq!(bench.asked(), 1);
    bench.engine.install(tokens("A2", bench.clock.now()));
    assert_eq!(bench.token().await, ok("A2"));
    assert_eq!(bench.engine.challenge(), None);
}

#[tokio::test(start_paused = true)]
async fn s28_a_forced_renewal_is_asked_for_once_for_each_token() {
    let bench = Bench::new();
    let first = bench.engine.token().await.unwrap();
    let (one, two) = (bench.engine.clone(), bench.engine.clone());
    let (spent, same) = (Arc::clone(&first), Arc::clone(&first));
    let one = tokio::spawn(async move { one.renew(&spent).await.map(|_| ()) });
    let two = tokio::spawn(async move { two.renew(&same).await.map(|_| ()) });
    bench.settle().await;
    bench.answer(bench.renewed("A2"));
    assert!(one.await.unwrap().is_ok() && two.await.unwrap().is_ok());
    assert_eq!(
        bench
            .engine
            .renew(&first)
            .await
            .unwrap()
            .tokens
            .access
            .expose(),
        "A2"
    );
    assert_eq!(bench.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_hangs_is_given_up() {
    let bench = Bench::new();
    bench.clock.advance(100);
    assert_eq!(bench.token().await, Err(ErrorKind::Deadline));
}

#[tokio::test(start_paused = true)]
async fn a_waiter_with_a_deadline_gets_out_on_time() {
    let bench = Bench::new();
    bench.clock.advance(100);
    let start = tokio::time::Instant::now();
    let waited = tokio::time::timeout(Duration::from_secs(3), bench.engine.token()).await;
    assert!(waited.is_err());
    assert_eq!(start.elapsed(), Duration::from_secs(3));
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_panics_is_one_that_failed() {
    let bench = Bench::new();
    bench.clock.advance(100);
    // The stand-in for the server panics when the test has gone away.
    let Bench { engine, reply, .. } = bench;
    drop(reply);
    assert_eq!(engine.token().await.unwrap_err().kind(), ErrorKind::Network);
}

#[tokio::test(start_paused = true)]
async fn a_session_without_tokens_waits_for_its_first() {
    let bench = Bench::new();
    let reply = bench.reply.clone();
    // The same stand-in, with nothing to serve yet.
    let engine = bench.engine.clone();
    engine.inner.served.store(None);
    reply.send(bench.renewed("A1")).unwrap();
    assert_eq!(bench.token().await, ok("A1"));
    assert_eq!(bench.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_was_under_way_does_not_count_as_a_new_one() {
    let bench = Bench::new();
    bench.clock.advance(80);
    assert_eq!(bench.token().await, ok("A1"));
    bench.arrived.notified().await;
    let engine = bench.engine.clone();
    let anew = tokio::spawn(async move { engine.renew_anew().await.map(|_| ()) });
    bench.settle().await;
    bench.answer(bench.renewed("A2"));
    bench.answer(bench.renewed("A3"));
    anew.await.unwrap().unwrap();
    assert_eq!(bench.asked(), 2);
    assert_eq!(bench.token().await, ok("A3"));
}

#[tokio::test(start_paused = true)]
async fn watchers_hear_of_every_change_once() {
    let bench = Bench::new();
    let mut watch = crate::session::SessionWatch::new(bench.engine.watch());
    let kind = |state| match state {
        SessionState::Fresh => "fresh".to_owned(),
        SessionState::MfaRequired => "mfa".to_owned(),
        SessionState::Degraded(error) => format!("degraded {:?}", error.kind()),
        SessionState::Ended(error) => format!("ended {:?}", error.kind()),
    };
    assert_eq!(kind(watch.now()), "fresh");
    bench.clock.advance(80);
    for _ in 0..2 {
        bench.answer(unavailable());
        assert_eq!(bench.token().await, ok("A1"));
        bench.settle().await;
        bench.clock.advance(3);
    }
    assert_eq!(kind(watch.changed().await.unwrap()), "degraded Server");
    bench.answer(Reply::NeedsMfa("challenge"));
    assert_eq!(bench.token().await, ok("A1"));
    assert_eq!(kind(watch.changed().await.unwrap()), "mfa");
    bench.engine.install(tokens("A2", bench.clock.now()));
    assert_eq!(kind(watch.changed().await.unwrap()), "fresh");
    bench.engine.sign_out();
    assert_eq!(kind(watch.changed().await.unwrap()), "ended SignedOut");
    drop(bench);
    assert!(watch.changed().await.is_none());
}
