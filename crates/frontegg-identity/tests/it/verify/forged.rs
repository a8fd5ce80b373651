//! Tokens that are signed by the wrong key, or in the wrong way.

use data_encoding::BASE64URL_NOPAD;
use frontegg_identity::verify::{TokenVerifier, TokenVerifierBuilder};
use frontegg_identity::{ErrorKind, Secret};
use serde_json::json;

use super::forge::{Forge, curve, message, sealed};
use super::{at_once, reason};
use crate::world::World;

type Change = fn(TokenVerifierBuilder) -> TokenVerifierBuilder;

/// Of 1 024 bits.
const SHORT_KEY: &str = "-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCxXYWhsjJ+w+7CcuU0uH43BIeq
J9JTV6o+3ByruhwGU2HOS8OhbrWOpvB26ZnX7nDoee1QcJSb1sH6dYcKoS2EMHSG
pfsITALlMA+uOSRP7/lyALOvqMe8td9pXAszmZBY6Z0zJaSoxHzflZUDnQgNHUUD
o2h1gS3eFbaNXhtD+QIDAQAB
-----END PUBLIC KEY-----";

const AS_IT_IS: Change = |builder| builder;

fn verifier(world: &World, change: Change) -> TokenVerifier {
    change(world.identity.token_verifier()).build().unwrap()
}

async fn outcome(verifier: &TokenVerifier, token: &str) -> String {
    match verifier.verify(token).await {
        Ok(_) => "good".to_owned(),
        refused => reason(refused),
    }
}

/// A header that names the first key.
fn header(algorithm: &str) -> String {
    json!({ "alg": algorithm, "typ": "JWT", "kid": "k-1" }).to_string()
}

#[tokio::test]
async fn j8_the_token_does_not_choose_the_algorithm() {
    let world = World::new().await;
    let (forge, claims) = (Forge::first(), world.claims().to_string());
    world.publish(&[forge.jwk(), curve("k-ec")]);
    let verifier = verifier(&world, AS_IT_IS);
    assert_eq!(outcome(&verifier, &world.token(forge)).await, "good");
    for none in ["none", "None", "NONE"] {
        let unsigned = format!("{}.", message(&header(none), &claims));
        assert_eq!(outcome(&verifier, &unsigned).await, "Unsigned");
        let signed = forge.sign(&header(none), &claims);
        assert_eq!(outcome(&verifier, &signed).await, "Unsigned");
    }
    // The public key as the secret of an HMAC, in each form in which it can be had.
    let modulus = forge.jwk()["n"].as_str().unwrap().to_owned();
    for secret in [forge.pem(), forge.pem().trim().to_owned(), modulus] {
        let named = json!({ "alg": "HS256", "typ": "JWT", "kid": "k-1" });
        let token = sealed(&named, &world.claims(), secret.as_bytes());
        assert_eq!(outcome(&verifier, &token).await, "Algorithm");
        let dressed = json!({ "alg": "RS256", "typ": "JWT", "kid": "k-1" });
        let token = sealed(&dressed, &world.claims(), secret.as_bytes());
        assert_eq!(outcome(&verifier, &token).await, "Signature");
    }
    for other in [
        "RS384", "RS512", "PS256", "ES256", "EdDSA", "rs256", "RS256 ", "",
    ] {
        let token = forge.sign(&header(other), &claims);
        assert_eq!(outcome(&verifier, &token).await, "Algorithm", "{other}");
    }
    // A name that is that of a key on a curve.
    let named = json!({ "alg": "RS256", "kid": "k-ec" }).to_string();
    let token = forge.sign(&named, &claims);
    assert_eq!(outcome(&verifier, &token).await, "UnfitKey");
    assert_eq!(world.fetches(), 1);
}

#[tokio::test]
async fn j8_a_token_without_a_key_id_is_taken_by_option_while_there_is_one_key() {
    let world = World::new().await;
    let (forge, other) = (Forge::first(), Forge::second());
    let nameless = forge.sign(
        r#"{"alg":"RS256","typ":"JWT"}"#,
        &world.claims().to_string(),
    );
    let null = forge.sign(r#"{"alg":"RS256","kid":null}"#, &world.claims().to_string());
    let without_name = forge.jwk_with(&json!({ "kid": null }));
    let optional: Change = |builder| builder.accept_missing_key_id(true);
    let twins = [
        forge.jwk(),
        other.jwk_with(&json!({ "kid": "k-1" })),
        other.jwk(),
    ];
    for (keys, strictly, by_option) in [
        (vec![forge.jwk()], "MissingKeyId", "good"),
        (vec![without_name.clone()], "MissingKeyId", "good"),
        (vec![forge.jwk(), curve("k-ec")], "MissingKeyId", "good"),
        (vec![other.jwk()], "MissingKeyId", "Signature"),
        (
            vec![forge.jwk(), other.jwk()],
            "MissingKeyId",
            "MissingKeyId",
        ),
        (
            vec![without_name, other.jwk()],
            "MissingKeyId",
            "MissingKeyId",
        ),
        (twins.to_vec(), "MissingKeyId", "MissingKeyId"),
    ] {
        world.publish(&keys);
        for token in [&nameless, &null] {
            assert_eq!(outcome(&verifier(&world, AS_IT_IS), token).await, strictly);
            assert_eq!(outcome(&verifier(&world, optional), token).await, by_option);
        }
        // The option is not about tokens that name a key.
        let lost = forge.sign(r#"{"alg":"RS256","kid":"k-9"}"#, "{}");
        assert_eq!(
            outcome(&verifier(&world, optional), &lost).await,
            "UnknownKey"
        );
    }
}

#[tokio::test]
async fn j8_a_name_that_two_keys_have_names_none() {
    let world = World::new().await;
    let (forge, other) = (Forge::first(), Forge::second());
    let twin = other.jwk_with(&json!({ "kid": "k-1" }));
    for keys in [
        [forge.jwk(), twin.clone(), other.jwk()],
        [twin, forge.jwk(), other.jwk()],
        [forge.jwk(), forge.jwk(), other.jwk()],
    ] {
        world.publish(&keys);
        let verifier = verifier(&world, AS_IT_IS);
        assert_eq!(
            outcome(&verifier, &world.token(forge)).await,
            "AmbiguousKey"
        );
        assert_eq!(outcome(&verifier, &world.token(other)).await, "good");
    }
    // Keys of different sorts may share one.
    for keys in [[forge.jwk(), curve("k-1")], [curve("k-1"), forge.jwk()]] {
        world.publish(&keys);
        let verifier = verifier(&world, AS_IT_IS);
        assert_eq!(outcome(&verifier, &world.token(forge)).await, "good");
    }
}

#[tokio::test]
async fn a_key_that_is_none_for_signatures_verifies_none() {
    let world = World::new().await;
    let (forge, other) = (Forge::first(), Forge::second());
    let short = BASE64URL_NOPAD.encode(&[0xC5; 128]);
    let long = BASE64URL_NOPAD.encode(&[0xC5; 1025]);
    let padded = {
        let n = BASE64URL_NOPAD.decode(forge.jwk()["n"].as_str().unwrap().as_bytes());
        let mut padded = vec![0, 0];
        padded.extend(n.unwrap());
        BASE64URL_NOPAD.encode(&padded)
    };
    for (change, expected) in [
        (json!({}), "good"),
        (json!({ "use": null, "alg": null }), "good"),
        (
            json!({ "key_ops": ["verify"], "x5c": ["x"], "new": {} }),
            "good",
        ),
        (json!({ "n": padded }), "good"),
        (json!({ "use": "enc" }), "UnfitKey"),
        (json!({ "use": 7 }), "UnfitKey"),
        (json!({ "alg": "RS512" }), "UnfitKey"),
        (json!({ "alg": "HS256" }), "UnfitKey"),
        (json!({ "alg": "RSA-OAEP" }), "UnfitKey"),
        (json!({ "key_ops": ["encrypt"] }), "UnfitKey"),
        (json!({ "kty": "oct", "k": "c2VjcmV0" }), "UnfitKey"),
        (json!({ "kty": "EC" }), "UnfitKey"),
        (json!({ "kty": null }), "UnfitKey"),
        (json!({ "n": short }), "UnfitKey"),
        (json!({ "n": long }), "UnfitKey"),
        (json!({ "n": "" }), "UnfitKey"),
        (json!({ "n": "AA" }), "UnfitKey"),
        (json!({ "n": "not base64url" }), "UnfitKey"),
        (json!({ "n": 7 }), "UnfitKey"),
        (json!({ "n": null }), "UnfitKey"),
        // By such an exponent everybody could sign.
        (json!({ "e": "AQ" }), "UnfitKey"),
        (json!({ "e": "Ag" }), "UnfitKey"),
        (json!({ "e": "" }), "UnfitKey"),
        (json!({ "e": "AQABAAE" }), "UnfitKey"),
    ] {
        world.publish(&[forge.jwk_with(&change), other.jwk()]);
        let verifier = verifier(&world, AS_IT_IS);
        let outcome = outcome(&verifier, &world.token(forge)).await;
        assert_eq!(outcome, expected, "{change}");
    }
}

#[tokio::test]
async fn a_secret_pins_its_own_algorithm() {
    let world = World::new().await;
    let by_secret: Change =
        |builder| builder.hmac_secret(Secret::from("S3NTINEL of 32 bytes and more"));
    let verifier = verifier(&world, by_secret);
    let secret = b"S3NTINEL of 32 bytes and more";
    let named = json!({ "alg": "HS256", "typ": "JWT" });
    let good = sealed(&named, &world.claims(), secret);
    assert!(at_once(verifier.verify(&good)).is_ok());
    for (token, expected) in [
        (sealed(&named, &world.claims(), b"guessed"), "Signature"),
        (sealed(&named, &world.claims(), b""), "Signature"),
        (
            sealed(&json!({ "alg": "HS512" }), &world.claims(), secret),
            "Algorithm",
        ),
        (
            sealed(&json!({ "alg": "RS256" }), &world.claims(), secret),
            "Algorithm",
        ),
        (
            sealed(&json!({ "alg": "none" }), &world.claims(), secret),
            "Unsigned",
        ),
        (world.token(Forge::first()), "Algorithm"),
    ] {
        assert_eq!(reason(at_once(verifier.verify(&token))), expected);
    }
    assert_eq!(world.fetches(), 0);
}

#[tokio::test]
async fn settings_that_contradict_each_other_are_refused() {
    let world = World::new().await;
    let wrong: [Change; 10] = [
        |builder| builder.hmac_secret(Secret::from("")),
        |builder| builder.hmac_secret(Secret::from(Forge::first().pem())),
        |builder| {
            builder
                .hmac_secret(Secret::from("x"))
                .public_key_pem(Forge::first().pem())
        },
        |builder| builder.public_key_pem(""),
        |builder| builder.public_key_pem("S3NTINEL"),
        |builder| builder.public_key_pem(SHORT_KEY),
        |builder| builder.public_key_pem("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----"),
        |builder| {
            builder.public_key_pem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")
        },
        |builder| builder.public_key_pem(Forge::first().pem().replace("PUBLIC", "PRIVATE")),
        |builder| builder.public_key_pem(&Forge::first().pem()[..200]),
    ];
    for change in wrong {
        let error = change(world.identity.token_verifier()).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        crate::sentinel::assert_clean(&format!("{error} {error:?}"));
    }
}
