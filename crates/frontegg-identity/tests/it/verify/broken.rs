//! What is no token, or one that was changed.

use std::collections::BTreeSet;

use data_encoding::BASE64URL_NOPAD;
use frontegg_identity::verify::TokenVerifier;
use proptest::prelude::*;
use serde_json::json;

use super::forge::Forge;
use super::{at_once, reason};
use crate::world::World;

const HEADER: &str = r#"{"alg":"RS256","typ":"JWT","kid":"k-1"}"#;

async fn outcome(verifier: &TokenVerifier, token: &str) -> String {
    match verifier.verify(token).await {
        Ok(_) => "good".to_owned(),
        refused => reason(refused),
    }
}

/// Tokens of which each is refused for a reason of its own, and the reasons.
fn broken(world: &World) -> Vec<(String, &'static str)> {
    let (forge, claims) = (Forge::first(), world.claims().to_string());
    let good = world.token(forge);
    let parts: Vec<&str> = good.split('.').collect();
    let [head, body, tail] = parts.as_slice() else {
        panic!("three parts")
    };
    let of_header = |header: &str| forge.sign(header, &claims);
    let of_claims = |claims: &str| forge.sign(HEADER, claims);
    let changed = BASE64URL_NOPAD.encode(claims.replace("u-1", "u-2").as_bytes());
    vec![
        (format!("{head}.{body}"), "Malformed"),
        (format!("{head}.{body}.{tail}."), "Malformed"),
        (format!("{head}.{body}.{tail}.{tail}"), "Malformed"),
        (format!("{head}{body}{tail}"), "Malformed"),
        (format!(".{body}.{tail}"), "Header"),
        (format!("{head}.{body}.{tail}="), "Malformed"),
        (format!("{head}.{body}.{tail}\n"), "Malformed"),
        (format!("{head}=.{body}.{tail}"), "Malformed"),
        (
            format!("{head}.{body}.{}+{}", &tail[..10], &tail[11..]),
            "Malformed",
        ),
        (String::new(), "Malformed"),
        ("..".to_owned(), "Header"),
        ("Basic YTpi".to_owned(), "Scheme"),
        (format!("Bearer Bearer {good}"), "Malformed"),
        (of_header("{}"), "Header"),
        (of_header("[]"), "Header"),
        (of_header("null"), "Header"),
        (of_header("not json"), "Header"),
        (of_header(r#"{"alg":"RS256","kid":"k-1"}x"#), "Header"),
        (of_header(r#"{"kid":"k-1"}"#), "Header"),
        (of_header(r#"{"alg":null,"kid":"k-1"}"#), "Header"),
        (of_header(r#"{"alg":["RS256"],"kid":"k-1"}"#), "Header"),
        (of_header(r#"{"alg":"RS256","kid":7}"#), "Header"),
        (of_header(r#"{"alg":"RS256","kid":["k-1"]}"#), "Header"),
        (
            of_header(r#"{"alg":"none","kid":"k-1","alg":"RS256"}"#),
            "Header",
        ),
        (
            of_header(r#"{"alg":"RS256","kid":"k-2","kid":"k-1"}"#),
            "Header",
        ),
        (
            of_header(r#"{"alg":"RS256","kid":"k-1","typ":"JOSE"}"#),
            "Type",
        ),
        (
            of_header(r#"{"alg":"RS256","kid":"k-1","typ":"logout+jwt"}"#),
            "Type",
        ),
        (
            of_header(r#"{"alg":"RS256","kid":"k-1","crit":["exp"]}"#),
            "CriticalExtension",
        ),
        (
            of_header(r#"{"alg":"RS256","kid":"k-1","crit":null}"#),
            "CriticalExtension",
        ),
        (of_header(r#"{"alg":"RS256","kid":"k-9"}"#), "UnknownKey"),
        (of_header(r#"{"alg":"RS256","kid":""}"#), "UnknownKey"),
        (of_header(r#"{"alg":"RS256","kid":"k-2"}"#), "Signature"),
        (format!("{head}.{changed}.{tail}"), "Signature"),
        (format!("{head}.{body}.AAAA"), "Signature"),
        (format!("{head}.{body}."), "Signature"),
        (format!("{head}.{body}.{}", "A".repeat(9_997)), "Malformed"),
        (format!("{head}.{body}.{}", "A".repeat(10_000)), "Signature"),
        (of_claims("[]"), "Claims"),
        (of_claims("null"), "Claims"),
        (of_claims("\"text\""), "Claims"),
        (of_claims(""), "Claims"),
        (of_claims("{"), "Claims"),
        (of_claims(&"[".repeat(5_000)), "Claims"),
        (
            of_claims(&format!("{{\"a\":{}", "[".repeat(5_000))),
            "Claims",
        ),
        // Larger than anything that is looked at: as a whole, or the header alone.
        (format!("{}.{body}.{tail}", "A".repeat(1 << 20)), "TooLarge"),
        (format!("{}.{body}.{tail}", "A".repeat(4_097)), "TooLarge"),
        (
            format!("{head}.{}.{tail}", "A".repeat(16 * 1024)),
            "TooLarge",
        ),
        (".".repeat(1 << 20), "TooLarge"),
    ]
}

#[tokio::test]
async fn each_forgery_is_refused_for_its_own_reason() {
    let world = World::new().await;
    world.publish(&[Forge::first().jwk(), Forge::second().jwk()]);
    let verifier = world.verifier();
    let mut reasons = BTreeSet::new();
    for (at, (token, expected)) in broken(&world).into_iter().enumerate() {
        assert_eq!(outcome(&verifier, &token).await, expected, "number {at}");
        reasons.insert(expected);
    }
    assert_eq!(reasons.len(), 9);
    let plain = [
        json!({ "alg": "RS256", "kid": "k-1" }),
        json!({ "alg": "RS256", "kid": "k-1", "typ": "jwt", "new": 1 }),
        json!({ "alg": "RS256", "kid": "k-1", "typ": "at+JWT", "jku": "https://evil.example" }),
        json!({ "alg": "RS256", "kid": "k-1", "typ": "application/at+jwt" }),
    ];
    for header in plain {
        let token = Forge::first().sign(&header.to_string(), &world.claims().to_string());
        assert_eq!(outcome(&verifier, &token).await, "good", "{header}");
    }
    // Those that name a key that nobody publishes have caused one fetch among them.
    assert_eq!(world.fetches(), 2);
}

#[tokio::test]
async fn the_longest_token_is_a_setting() {
    let world = World::new().await;
    let mut claims = world.claims();
    claims["long"] = "x".repeat(20_000).into();
    let token = Forge::first().token(&claims);
    for (longest, expected) in [(token.len(), "good"), (token.len() - 1, "TooLarge")] {
        let builder = world.identity.token_verifier();
        let builder = builder.public_key_pem(Forge::first().pem());
        let verifier = builder.longest_token(longest).build().unwrap();
        assert_eq!(outcome(&verifier, &token).await, expected);
    }
}

#[test]
fn no_text_makes_it_panic_or_pass() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let world = runtime.unwrap().block_on(World::new());
    let builder = world.identity.token_verifier();
    let builder = builder.public_key_pem(Forge::first().pem());
    let verifier = builder.remember_verified(8).build().unwrap();
    let good = world.token(Forge::first());
    assert!(at_once(verifier.verify(&good)).is_ok());
    let is_refused = |text: &str| at_once(verifier.verify(text)).is_err();
    proptest!(|(text in ".{0,200}")| {
        prop_assert!(is_refused(&text));
    });
    proptest!(|(text in "[A-Za-z0-9_.=-]{0,200}")| {
        prop_assert!(is_refused(&text));
    });
    // One character of a good token, which is remembered by now, is another.
    proptest!(|(at in 0..good.len(), other in "[A-Za-z0-9_.-]")| {
        let mut text = good.clone();
        text.replace_range(at..=at, &other);
        prop_assert_eq!(is_refused(&text), text != good);
    });
    // Header and claims that are well signed, and say anything.
    proptest!(ProptestConfig::with_cases(64), |(header in ".{0,80}", claims in ".{0,80}")| {
        prop_assert!(is_refused(&Forge::first().sign(&header, &claims)));
    });
}
