//! When a token is good.

use std::time::Duration;

use frontegg_identity::verify::TokenVerifier;
use serde_json::{Value, json};

use super::forge::Forge;
use super::{at_once, reason};
use crate::world::World;

fn verifier(world: &World, leeway: u64) -> TokenVerifier {
    let builder = world.identity.token_verifier();
    let builder = builder.public_key_pem(Forge::first().pem());
    let builder = builder.leeway(Duration::from_secs(leeway));
    builder.build().unwrap()
}

/// "good", or why not.
fn outcome(verifier: &TokenVerifier, claims: &Value) -> String {
    let token = Forge::first().token(claims);
    match at_once(verifier.verify(&token)) {
        Ok(_) => "good".to_owned(),
        refused => reason(refused),
    }
}

fn dated(world: &World, dates: &[(&str, Value)]) -> Value {
    let mut claims = world.claims();
    for (name, date) in dates {
        claims[*name] = date.clone();
    }
    claims
}

#[tokio::test]
async fn j7_a_date_of_the_wrong_sort_is_no_absent_date() {
    let world = World::new().await;
    let verifier = verifier(&world, 0);
    let later = world.now() + 100;
    for name in ["exp", "nbf", "iat", "auth_time"] {
        for wrong in [
            json!("never"),
            json!("99999999999"),
            json!(later.to_string()),
            json!(1e30),
            json!(-1),
            json!(-0.5),
            json!(253_402_300_800_u64),
            json!(u64::MAX),
            json!(true),
            json!([later]),
            json!({ "seconds": later }),
        ] {
            let claims = dated(&world, &[(name, wrong)]);
            let malformed = format!("MalformedClaim({name:?})");
            assert_eq!(outcome(&verifier, &claims), malformed, "{claims}");
        }
    }
    for name in ["exp", "nbf", "iat"] {
        let claims = dated(&world, &[(name, Value::Null)]);
        assert_eq!(
            outcome(&verifier, &claims),
            format!("MalformedClaim({name:?})")
        );
    }
    let mut endless = world.claims();
    endless.as_object_mut().unwrap().remove("exp");
    assert_eq!(outcome(&verifier, &endless), "MissingClaim(\"exp\")");
    // A fraction of a second is one.
    let half = json!(world.now() as f64 + 0.5);
    let claims = dated(&world, &[("exp", half)]);
    assert_eq!(outcome(&verifier, &claims), "good");
    world.pass(chrono::TimeDelta::milliseconds(499));
    assert_eq!(outcome(&verifier, &claims), "good");
    world.pass(chrono::TimeDelta::milliseconds(1));
    assert_eq!(outcome(&verifier, &claims), "Expired");
    let last = dated(&world, &[("exp", json!(253_402_300_799_u64))]);
    assert_eq!(outcome(&verifier, &last), "good");
}

#[tokio::test]
async fn a_token_is_good_from_nbf_until_exp_with_the_leeway() {
    let world = World::new().await;
    for leeway in [0_i64, 30] {
        let verifier = verifier(&world, leeway.unsigned_abs());
        let now = world.now();
        for (name, date, expected) in [
            ("exp", now - leeway + 1, "good"),
            ("exp", now - leeway, "Expired"),
            ("exp", now - leeway - 1, "Expired"),
            ("exp", 0, "Expired"),
            ("nbf", now + leeway, "good"),
            ("nbf", now + leeway + 1, "NotYetValid"),
            ("nbf", 0, "good"),
            // When it was issued says nothing about when it is good.
            ("iat", now + 1000, "good"),
        ] {
            let claims = dated(&world, &[(name, json!(date))]);
            assert_eq!(
                outcome(&verifier, &claims),
                expected,
                "{name} {}",
                date - now
            );
        }
    }
    let patient = verifier(&world, u64::MAX);
    let claims = dated(
        &world,
        &[("exp", json!(0)), ("nbf", json!(253_402_300_799_u64))],
    );
    assert_eq!(outcome(&patient, &claims), "good");
}

#[tokio::test]
async fn the_leeway_is_half_a_minute_by_default() {
    let world = World::new().await;
    let builder = world.identity.token_verifier();
    let verifier = builder
        .public_key_pem(Forge::first().pem())
        .build()
        .unwrap();
    for (ago, expected) in [(29, "good"), (30, "Expired")] {
        let claims = dated(&world, &[("exp", json!(world.now() - ago))]);
        assert_eq!(outcome(&verifier, &claims), expected);
    }
}
