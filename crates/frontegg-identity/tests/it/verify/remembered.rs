//! Tokens that were verified before.

use std::ptr;

use chrono::TimeDelta;
use frontegg_identity::verify::{TokenVerifier, VerifiedToken};
use serde_json::json;

use super::forge::Forge;
use super::{at_once, reason};
use crate::world::World;

fn verifier(world: &World, tokens: usize) -> TokenVerifier {
    let builder = world.identity.token_verifier();
    builder.remember_verified(tokens).build().unwrap()
}

/// Whether two verifications have the same claims in memory, so that one of them was remembered.
fn is_same(one: &VerifiedToken, other: &VerifiedToken) -> bool {
    ptr::eq(one.claims(), other.claims())
}

#[tokio::test]
async fn the_same_token_is_verified_once() {
    let world = World::new().await;
    world.publish(&[Forge::first().jwk()]);
    let token = world.token(Forge::first());
    for (tokens, is_remembered) in [(0, false), (1, true), (100, true)] {
        let verifier = verifier(&world, tokens);
        let first = verifier.verify(&token).await.unwrap();
        let second = verifier.verify(&format!("Bearer {token}")).await.unwrap();
        assert_eq!(is_same(&first, &second), is_remembered, "{tokens}");
        assert_eq!(second.claim("sub"), first.claim("sub"));
    }
}

#[tokio::test]
async fn a_token_with_another_part_is_another_token() {
    let world = World::new().await;
    let (forge, mut claims) = (Forge::first(), world.claims());
    world.publish(&[forge.jwk()]);
    let verifier = verifier(&world, 100);
    let token = forge.token(&claims);
    let parts: Vec<&str> = token.split('.').collect();
    verifier.verify(&token).await.unwrap();
    claims["roles"] = json!(["Owner"]);
    let other = forge.token(&claims);
    let others: Vec<&str> = other.split('.').collect();
    for (claims, signature) in [(others[1], parts[2]), (parts[1], others[2])] {
        let mixed = format!("{}.{claims}.{signature}", parts[0]);
        assert_eq!(reason(verifier.verify(&mixed).await), "Signature");
    }
    assert!(verifier.verify(&other).await.unwrap().has_role("Owner"));
    assert!(!verifier.verify(&token).await.unwrap().has_role("Owner"));
}

#[tokio::test]
async fn what_is_remembered_expires() {
    let world = World::new().await;
    let (forge, mut claims) = (Forge::first(), world.claims());
    world.publish(&[forge.jwk()]);
    let verifier = verifier(&world, 100);
    claims["exp"] = json!(world.now() + 60);
    claims["nbf"] = json!(world.now());
    let token = forge.token(&claims);
    let first = verifier.verify(&token).await.unwrap();
    world.pass(TimeDelta::milliseconds(89_999));
    assert!(is_same(&first, &verifier.verify(&token).await.unwrap()));
    world.pass(TimeDelta::milliseconds(1));
    assert_eq!(reason(verifier.verify(&token).await), "Expired");
    let start = world.emulator.clock().now();
    world.emulator.clock().set(start - TimeDelta::seconds(121));
    assert_eq!(reason(verifier.verify(&token).await), "NotYetValid");
}

#[tokio::test]
async fn other_keys_are_a_reason_to_verify_again() {
    let world = World::new().await;
    let (forge, other) = (Forge::first(), Forge::second());
    let token = world.token(forge);
    world.publish(&[forge.jwk()]);
    let verifier = verifier(&world, 100);
    let first = verifier.verify(&token).await.unwrap();
    let look = async || reason(verifier.verify(&world.token(other)).await);
    // The same keys, fetched again, are none.
    assert_eq!(look().await, "UnknownKey");
    assert!(is_same(&first, &verifier.verify(&token).await.unwrap()));
    world.pass(TimeDelta::seconds(30));
    world.publish(&[forge.jwk(), other.jwk()]);
    verifier.verify(&world.token(other)).await.unwrap();
    let again = verifier.verify(&token).await.unwrap();
    assert!(!is_same(&first, &again));
    assert!(is_same(&again, &verifier.verify(&token).await.unwrap()));
    // A key that is published no more verifies nothing, remembered or not.
    world.pass(TimeDelta::seconds(30));
    world.publish(&[other.jwk()]);
    let unknown = other.sign(r#"{"alg":"RS256","kid":"k-9"}"#, "{}");
    assert_eq!(reason(verifier.verify(&unknown).await), "UnknownKey");
    assert_eq!(reason(verifier.verify(&token).await), "UnknownKey");
}

#[tokio::test]
async fn keys_are_fetched_anew_although_every_token_is_remembered() {
    let world = World::new().await;
    let (forge, other) = (Forge::first(), Forge::second());
    world.publish(&[forge.jwk()]);
    let verifier = verifier(&world, 100);
    let token = world.token(forge);
    let first = verifier.verify(&token).await.unwrap();
    world.pass(TimeDelta::minutes(8));
    assert!(is_same(&first, &at_once(verifier.verify(&token)).unwrap()));
    // Joins the fetch.
    assert_eq!(
        reason(verifier.verify(&world.token(other)).await),
        "UnknownKey"
    );
    assert_eq!(world.fetches(), 2);
}

#[tokio::test]
async fn no_more_tokens_are_remembered_than_was_said() {
    let world = World::new().await;
    let (forge, mut claims) = (Forge::first(), world.claims());
    world.publish(&[forge.jwk()]);
    for (said, most) in [(1, 4), (8, 8), (10, 12)] {
        let verifier = verifier(&world, said);
        let mut seen = Vec::new();
        for number in 0..50 {
            claims["number"] = json!(number);
            let token = forge.token(&claims);
            let verified = verifier.verify(&token).await.unwrap();
            seen.push((token, verified));
        }
        let mut remembered = 0;
        // The newest first: to look for one that is gone takes the place of another.
        for (token, before) in seen.iter().rev() {
            let now = verifier.verify(token).await.unwrap();
            remembered += usize::from(is_same(before, &now));
        }
        assert!((1..=most).contains(&remembered), "{remembered} of {said}");
    }
}
