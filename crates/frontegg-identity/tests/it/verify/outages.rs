//! Keys that cannot be had.

use std::error::Error as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::verify::VerifyError;
use frontegg_identity::{Clock, ErrorKind, Identity, Moment};
use frontegg_identity_emulator::{Fault, Gate, RetryHint};
use mockito::{Request, Server};
use serde_json::json;

use super::forge::Forge;
use super::{JWKS, at_once, reason};
use crate::world::World;

#[tokio::test]
async fn an_outage_costs_no_good_token_and_few_fetches() {
    let world = World::new().await;
    let (verifier, forge) = (world.verifier(), Forge::first());
    world.publish(&[forge.jwk()]);
    let good = world.token(forge);
    verifier.verify(&good).await.unwrap();
    world.emulator.faults().clear();
    let faults = world.emulator.faults().on("GET", JWKS);
    faults.always(Fault::LostReply);
    let (before, other) = (world.fetches(), world.token(Forge::second()));
    for _ in 0..50 {
        world.pass(TimeDelta::minutes(1));
        assert!(at_once(verifier.verify(&good)).is_ok());
        // Joins the fetch that is on its way, and so waits for its end.
        assert_eq!(reason(verifier.verify(&other).await), "KeysUnavailable");
        assert!(at_once(verifier.verify(&good)).is_ok());
    }
    // Each is sent three times.
    assert_eq!(world.fetches() - before, 3 * 50);
}

#[tokio::test]
async fn a_fetch_that_failed_is_told_and_not_repeated_at_once() {
    let world = World::new().await;
    let (verifier, forge) = (world.verifier(), Forge::first());
    let good = world.token(forge);
    for (fault, kind) in [
        (Fault::status(503), ErrorKind::Server),
        (Fault::status(404), ErrorKind::NotFound),
        (Fault::HtmlPage, ErrorKind::Unreadable),
        (Fault::Waf, ErrorKind::Unreadable),
        (Fault::LostReply, ErrorKind::Network),
        (Fault::TruncatedJson, ErrorKind::Unreadable),
    ] {
        let faults = world.emulator.faults();
        faults.clear();
        faults.on("GET", JWKS).always(fault);
        let mut sent = None;
        for _ in 0..3 {
            let error = verifier.verify(&good).await.unwrap_err();
            assert!(error.is_retryable());
            let VerifyError::KeysUnavailable(cause) = &error else {
                panic!("{error:?}")
            };
            assert_eq!(cause.kind(), kind);
            assert_eq!(cause.route(), Some(("GET", JWKS)));
            assert!(error.source().is_some());
            assert_eq!(reason(Err(error)), "KeysUnavailable");
            assert_eq!(*sent.get_or_insert(world.fetches()), world.fetches());
        }
        world.pass(TimeDelta::seconds(1));
    }
}

#[tokio::test]
async fn the_servers_wish_to_be_left_alone_is_told() {
    let world = World::new().await;
    let verifier = world.verifier();
    let hint = RetryHint::RetryAfter(40);
    let faults = world.emulator.faults().on("GET", JWKS);
    faults.once(Fault::TooManyRequests(hint));
    let error = verifier.load_keys().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(40)));
    for pass in [39, 1] {
        assert!(verifier.load_keys().await.is_err());
        assert_eq!(world.fetches(), 1);
        world.pass(TimeDelta::seconds(pass));
    }
    verifier.load_keys().await.unwrap();
}

#[tokio::test]
async fn after_a_failure_a_key_that_is_not_known_is_no_refusal() {
    let world = World::new().await;
    let (verifier, forge) = (world.verifier(), Forge::first());
    world.publish(&[forge.jwk()]);
    verifier.load_keys().await.unwrap();
    world.emulator.faults().clear();
    let faults = world.emulator.faults().on("GET", JWKS);
    faults.always(Fault::status(404));
    let other = world.token(Forge::second());
    for _ in 0..3 {
        let outcome = verifier.verify(&other).await;
        assert_eq!(reason(outcome), "KeysUnavailable");
        assert_eq!(world.fetches(), 2);
    }
    world.publish(&[forge.jwk(), Forge::second().jwk()]);
    world.pass(TimeDelta::seconds(30));
    assert!(verifier.verify(&other).await.is_ok());
    assert_eq!(world.fetches(), 3);
}

#[tokio::test]
async fn a_fetch_that_is_left_hanging_ends() {
    let world = World::new().await;
    let verifier = world.verifier();
    let gate = Gate::closed();
    let faults = world.emulator.faults();
    faults.on("GET", JWKS).once(Fault::Hold(gate.clone()));
    let loading = verifier.clone();
    let loading = tokio::spawn(async move { loading.load_keys().await });
    gate.arrived(1).await;
    // From here on time passes as soon as there is nothing else to do.
    tokio::time::pause();
    let Err(VerifyError::KeysUnavailable(cause)) = loading.await.unwrap() else {
        panic!("there was no answer")
    };
    assert_eq!(cause.kind(), ErrorKind::Deadline);
    tokio::time::resume();
    world.pass(TimeDelta::seconds(1));
    verifier.load_keys().await.unwrap();
}

#[test]
fn a_fetch_that_was_lost_with_its_runtime_is_begun_anew() {
    let runtime = || {
        let builder = &mut tokio::runtime::Builder::new_current_thread();
        builder.enable_all().build().unwrap()
    };
    let first = runtime();
    let (world, verifier) = first.block_on(async {
        let world = World::new().await;
        let verifier = world.verifier();
        let gate = Gate::closed();
        let faults = world.emulator.faults();
        faults.on("GET", JWKS).once(Fault::Hold(gate.clone()));
        let fetching = verifier.clone();
        tokio::spawn(async move { fetching.load_keys().await });
        gate.arrived(1).await;
        (world, verifier)
    });
    drop(first);
    runtime().block_on(verifier.load_keys()).unwrap();
    drop(world);
}

/// Clocks that are set one by one.
#[derive(Clone, Debug)]
struct Hands(Arc<Mutex<Moment>>);

impl Clock for Hands {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

#[tokio::test]
async fn j4_keys_get_old_by_either_clock() {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    let forge = Forge::first();
    let keys = json!({ "keys": [forge.jwk()] }).to_string();
    let fetches = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&fetches);
    let answer = move |_: &Request| {
        counted.fetch_add(1, Ordering::SeqCst);
        keys.clone().into_bytes()
    };
    let mock = server.mock("GET", JWKS).with_body_from_request(answer);
    let _mock = mock.create_async().await;
    let start = Moment {
        wall: "2026-11-28T12:00:00Z".parse().unwrap(),
        steady: Duration::from_secs(1_000),
    };
    let eight_minutes = Duration::from_secs(480);
    // One of them stands still, or was set back.
    for (wall, steady, is_old) in [
        (TimeDelta::zero(), eight_minutes, true),
        (TimeDelta::days(-1), eight_minutes, true),
        (TimeDelta::minutes(8), Duration::ZERO, true),
        (TimeDelta::zero(), Duration::ZERO, false),
        (TimeDelta::days(-1), Duration::from_secs(479), false),
    ] {
        let hands = Hands(Arc::new(Mutex::new(start)));
        let builder = Identity::builder(server.url()).clock(hands.clone());
        let verifier = builder.build().unwrap().token_verifier().build().unwrap();
        let good = forge.token(&json!({
            "type": "userToken", "sub": "u-1", "tenantId": "t-1", "exp": 4_000_000_000_u64,
        }));
        verifier.verify(&good).await.unwrap();
        let before = fetches.load(Ordering::SeqCst);
        {
            let mut there = hands.0.lock().unwrap();
            there.wall += wall;
            there.steady += steady;
        }
        assert!(at_once(verifier.verify(&good)).is_ok());
        // A fetch that is on its way is joined; without one this one would begin another.
        let lost = Forge::second().token(&json!({}));
        assert_eq!(reason(verifier.verify(&lost).await), "UnknownKey");
        assert_eq!(reason(verifier.verify(&lost).await), "UnknownKey");
        let joined = fetches.load(Ordering::SeqCst) - before;
        assert_eq!(joined, if is_old { 2 } else { 1 }, "{wall} {steady:?}");
    }
}
