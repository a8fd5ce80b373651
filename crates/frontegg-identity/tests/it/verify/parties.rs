//! Whose a token is, and whom it is for.

use frontegg_identity::verify::{TokenVerifier, TokenVerifierBuilder};
use serde_json::{Value, json};

use super::forge::Forge;
use super::{at_once, reason};
use crate::world::World;

fn verifier(
    world: &World,
    change: impl FnOnce(TokenVerifierBuilder) -> TokenVerifierBuilder,
) -> TokenVerifier {
    let builder = world.identity.token_verifier();
    let builder = builder.public_key_pem(Forge::first().pem());
    change(builder).build().unwrap()
}

fn outcome(world: &World, verifier: &TokenVerifier, name: &str, value: &Value) -> String {
    let mut claims = world.claims();
    claims[name] = value.clone();
    match at_once(verifier.verify(&Forge::first().token(&claims))) {
        Ok(_) => "good".to_owned(),
        refused => reason(refused),
    }
}

#[tokio::test]
async fn j5_an_audience_is_checked_where_one_is_set() {
    let world = World::new().await;
    let unset = verifier(&world, |builder| builder);
    let set = verifier(&world, |builder| builder.audience("env-1"));
    let two = verifier(&world, |builder| {
        builder.audience("app-1").audience("env-1")
    });
    for (audience, with_one, with_two) in [
        (json!("env-1"), "good", "good"),
        (json!(["env-1"]), "good", "good"),
        (json!(["other", "env-1"]), "good", "good"),
        (json!("app-1"), "Audience", "good"),
        (json!("other"), "Audience", "Audience"),
        (json!("env-10"), "Audience", "Audience"),
        (json!("ENV-1"), "Audience", "Audience"),
        (json!("env-1 app-1"), "Audience", "Audience"),
        (json!(""), "Audience", "Audience"),
        (json!([]), "Audience", "Audience"),
        (Value::Null, "Audience", "Audience"),
    ] {
        assert_eq!(
            outcome(&world, &unset, "aud", &audience),
            "good",
            "{audience}"
        );
        assert_eq!(
            outcome(&world, &set, "aud", &audience),
            with_one,
            "{audience}"
        );
        assert_eq!(
            outcome(&world, &two, "aud", &audience),
            with_two,
            "{audience}"
        );
    }
}

#[tokio::test]
async fn an_issuer_is_checked_where_one_is_set() {
    let world = World::new().await;
    let own = "https://acme.example.com";
    let unset = verifier(&world, |builder| builder);
    let set = verifier(&world, |builder| {
        builder.issuer("https://id.example.com").issuer(own)
    });
    for (issuer, expected) in [
        (json!(own), "good"),
        (json!("https://id.example.com"), "good"),
        (json!("https://acme.example.com/"), "Issuer"),
        (json!("http://acme.example.com"), "Issuer"),
        (json!("https://acme.example.com.evil.example"), "Issuer"),
        (json!(""), "Issuer"),
        (Value::Null, "Issuer"),
    ] {
        assert_eq!(outcome(&world, &unset, "iss", &issuer), "good", "{issuer}");
        assert_eq!(outcome(&world, &set, "iss", &issuer), expected, "{issuer}");
    }
    for verifier in [unset, set] {
        for wrong in [json!([own]), json!(7), json!({})] {
            let outcome = outcome(&world, &verifier, "iss", &wrong);
            assert_eq!(outcome, "MalformedClaim(\"iss\")");
        }
    }
}
