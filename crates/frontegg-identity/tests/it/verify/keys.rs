//! Keys that come and go.

use chrono::TimeDelta;
use frontegg_identity::verify::TokenVerifier;
use frontegg_identity_emulator::{Fault, Gate};
use serde_json::json;

use super::forge::Forge;
use super::{JWKS, at_once, reason};
use crate::world::World;

/// A token whose key has this name, and whose signature nobody has made.
fn invented(world: &World, name: &str) -> String {
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": name });
    let message = super::forge::message(&header.to_string(), &world.claims().to_string());
    format!("{message}.AAAA")
}

async fn ada(world: &World) -> String {
    let session = world.ada().await;
    let token = session.access_token().await.unwrap();
    token.expose().to_owned()
}

async fn verify(verifier: &TokenVerifier, token: &str) -> String {
    match verifier.verify(token).await {
        Ok(_) => "good".to_owned(),
        refused => reason(refused),
    }
}

#[tokio::test]
async fn j1_invented_key_ids_cause_one_fetch_a_cool_down_and_delay_nobody() {
    let world = World::new().await;
    let (verifier, good) = (world.verifier(), ada(&world).await);
    verifier.load_keys().await.unwrap();
    assert_eq!(world.fetches(), 1);
    for number in 0..1_000 {
        let name = format!("{:x}", fastrand::u128(..));
        let outcome = verifier.verify(&invented(&world, &name)).await;
        assert_eq!(reason(outcome), "UnknownKey");
        if number % 10 == 0 {
            assert!(at_once(verifier.verify(&good)).is_ok());
        }
        world.pass(TimeDelta::milliseconds(10));
    }
    // Ten seconds have passed, of a cool-down of thirty.
    assert_eq!(world.fetches(), 2);
    world.pass(TimeDelta::milliseconds(19_999));
    assert_eq!(
        verify(&verifier, &invented(&world, "x")).await,
        "UnknownKey"
    );
    assert_eq!(world.fetches(), 2);
    world.pass(TimeDelta::milliseconds(1));
    for _ in 0..2 {
        assert_eq!(
            verify(&verifier, &invented(&world, "x")).await,
            "UnknownKey"
        );
        assert_eq!(world.fetches(), 3);
    }
}

#[tokio::test]
async fn j1_good_tokens_do_not_wait_for_the_fetch_of_a_bad_one() {
    let world = World::new().await;
    let (verifier, good) = (world.verifier(), ada(&world).await);
    verifier.load_keys().await.unwrap();
    let gate = Gate::closed();
    let faults = world.emulator.faults();
    faults.on("GET", JWKS).once(Fault::Hold(gate.clone()));
    let bad = (0..10).map(|number| {
        let (verifier, token) = (verifier.clone(), invented(&world, &number.to_string()));
        tokio::spawn(async move { reason(verifier.verify(&token).await) })
    });
    let bad: Vec<_> = bad.collect();
    gate.arrived(1).await;
    for _ in 0..100 {
        assert!(at_once(verifier.verify(&good)).is_ok());
    }
    gate.open();
    for outcome in bad {
        assert_eq!(outcome.await.unwrap(), "UnknownKey");
    }
    assert_eq!(world.fetches(), 2);
}

#[tokio::test]
async fn j4_a_new_key_is_fetched_once_and_the_old_one_stays_good() {
    let world = World::new().await;
    let (verifier, old) = (world.verifier(), ada(&world).await);
    assert_eq!(verify(&verifier, &old).await, "good");
    // At any age of the keys, and at once after the last fetch.
    for rotation in 1..=3 {
        world.emulator.keys().rotate();
        let new = ada(&world).await;
        for token in [&new, &old, &new, &old] {
            assert_eq!(verify(&verifier, token).await, "good");
        }
        assert_eq!(world.fetches(), 1 + rotation);
        world.pass(TimeDelta::seconds(30));
    }
    world.emulator.keys().retire_old();
    let newest = ada(&world).await;
    // Until the keys are fetched again nobody knows that it is retired.
    assert_eq!(verify(&verifier, &old).await, "good");
    assert_eq!(
        verify(&verifier, &invented(&world, "x")).await,
        "UnknownKey"
    );
    assert_eq!(verify(&verifier, &old).await, "UnknownKey");
    assert_eq!(verify(&verifier, &newest).await, "good");
    assert_eq!(world.fetches(), 5);
}

#[tokio::test]
async fn j4_a_new_key_is_found_after_the_cool_down_whatever_was_invented_before() {
    let world = World::new().await;
    let verifier = world.verifier();
    assert_eq!(
        verify(&verifier, &invented(&world, "x")).await,
        "UnknownKey"
    );
    world.emulator.keys().rotate();
    let new = ada(&world).await;
    assert_eq!(verify(&verifier, &new).await, "UnknownKey");
    world.pass(TimeDelta::seconds(30));
    assert_eq!(verify(&verifier, &new).await, "good");
}

#[tokio::test]
async fn all_who_wait_share_the_first_fetch() {
    let world = World::new().await;
    let (verifier, good) = (world.verifier(), ada(&world).await);
    let gate = Gate::closed();
    let faults = world.emulator.faults();
    faults.on("GET", JWKS).once(Fault::Hold(gate.clone()));
    let waiting = (0..100).map(|_| {
        let (verifier, good) = (verifier.clone(), good.clone());
        tokio::spawn(async move { verifier.verify(&good).await.is_ok() })
    });
    let mut waiting: Vec<_> = waiting.collect();
    gate.arrived(1).await;
    // One goes away, perhaps the one who began.
    waiting.remove(0).abort();
    gate.open();
    for outcome in waiting {
        assert!(outcome.await.unwrap());
    }
    assert_eq!(world.fetches(), 1);
}

/// Passes time until keys are due, and sees them fetched beside being used.
async fn refreshed_after(world: &World, verifier: &TokenVerifier, good: &str, span: TimeDelta) {
    let before = world.fetches();
    world.pass(span - TimeDelta::milliseconds(1));
    assert_eq!(verify(verifier, good).await, "good");
    assert_eq!(world.fetches(), before);
    world.pass(TimeDelta::milliseconds(1));
    let gate = Gate::closed();
    let faults = world.emulator.faults();
    faults.on("GET", JWKS).once(Fault::Hold(gate.clone()));
    for _ in 0..10 {
        assert!(at_once(verifier.verify(good)).is_ok());
    }
    gate.arrived(1).await;
    assert!(at_once(verifier.verify(good)).is_ok());
    gate.open();
    // Another way to wait for the end of the fetch than this one there is not.
    assert_eq!(verify(verifier, &invented(world, "x")).await, "UnknownKey");
    assert_eq!(world.fetches(), before + 1);
}

#[tokio::test]
async fn j4_keys_are_fetched_anew_before_they_are_old() {
    let world = World::new().await;
    let (verifier, good) = (world.verifier(), ada(&world).await);
    assert_eq!(verify(&verifier, &good).await, "good");
    // Four fifths of ten minutes.
    for _ in 0..3 {
        refreshed_after(&world, &verifier, &good, TimeDelta::minutes(8)).await;
    }
}

#[tokio::test]
async fn the_answer_says_how_long_its_keys_are_young() {
    let world = World::new().await;
    let (verifier, forge) = (world.verifier(), Forge::first());
    let keys = json!({ "keys": [forge.jwk()] }).to_string();
    world.publish_text(keys, &[("cache-control", "public, max-age=3600")]);
    let good = world.token(forge);
    assert_eq!(verify(&verifier, &good).await, "good");
    // 48 minutes.
    world.pass(TimeDelta::seconds(2_879));
    assert_eq!(verify(&verifier, &good).await, "good");
    assert_eq!(world.fetches(), 1);
    world.pass(TimeDelta::seconds(1));
    assert!(at_once(verifier.verify(&good)).is_ok());
    assert_eq!(
        verify(&verifier, &invented(&world, "x")).await,
        "UnknownKey"
    );
    assert_eq!(world.fetches(), 2);
}

#[tokio::test]
async fn a_set_that_is_of_no_use_replaces_nothing() {
    let world = World::new().await;
    let (verifier, forge) = (world.verifier(), Forge::first());
    world.publish(&[forge.jwk()]);
    let good = world.token(forge);
    assert_eq!(verify(&verifier, &good).await, "good");
    let twin = Forge::second().jwk_with(&json!({ "kid": "k-1" }));
    for useless in [
        json!({ "keys": [] }).to_string(),
        json!({ "keys": null }).to_string(),
        json!({}).to_string(),
        json!([]).to_string(),
        json!({ "keys": ["x", 7, null, {}] }).to_string(),
        json!({ "keys": [super::forge::curve("k-1")] }).to_string(),
        json!({ "keys": [forge.jwk(), twin] }).to_string(),
        "{\"keys\":[".to_owned(),
        "<html>".to_owned(),
        String::new(),
    ] {
        let before = world.fetches();
        world.publish_text(useless.clone(), &[]);
        // New keys are looked for, and there are none.
        world.pass(TimeDelta::seconds(30));
        let refused = verify(&verifier, &invented(&world, "x")).await;
        assert_eq!(refused, "KeysUnavailable", "{useless}");
        assert!(world.fetches() > before);
        assert!(at_once(verifier.verify(&good)).is_ok(), "{useless}");
        // A verifier that has never had keys says that it has none, and refuses nothing for it.
        let fresh = world.verifier();
        assert_eq!(verify(&fresh, &good).await, "KeysUnavailable", "{useless}");
        // When there are keys again, all is well after a short rest.
        world.publish(&[forge.jwk()]);
        assert_eq!(verify(&fresh, &good).await, "KeysUnavailable", "{useless}");
        world.pass(TimeDelta::seconds(1));
        assert_eq!(verify(&fresh, &good).await, "good", "{useless}");
    }
}

#[tokio::test]
async fn of_a_set_without_end_the_first_keys_are_read() {
    let world = World::new().await;
    let forge = Forge::first();
    let named = |number: usize| forge.jwk_with(&json!({ "kid": format!("n-{number}") }));
    let keys: Vec<_> = (0..100).map(named).collect();
    world.publish(&keys);
    let verifier = world.verifier();
    for (number, expected) in [(0, "good"), (63, "good"), (64, "UnknownKey")] {
        let header = json!({ "alg": "RS256", "kid": format!("n-{number}") });
        let token = forge.sign(&header.to_string(), &world.claims().to_string());
        assert_eq!(verify(&verifier, &token).await, expected);
    }
}
