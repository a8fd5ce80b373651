use aws_lc_rs::{hmac, signature};
use data_encoding::BASE64;
use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};

use super::*;

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn now() -> DateTime<Utc> {
    at(1_700_000_000)
}

/// A token whose header says what it likes, signed by `sign`.
fn forge(header: &Value, claims: &Value, sign: impl FnOnce(&[u8]) -> Vec<u8>) -> String {
    let message = format!("{}.{}", encode(header), encode(claims));
    let signature = sign(message.as_bytes());
    format!("{message}.{}", BASE64URL_NOPAD.encode(&signature))
}

#[test]
fn a_token_gives_its_claims_back() {
    let keys = Keys::new();
    let claims = json!({ "sub": "u1", "roles": ["Admin"], "exp": now().timestamp() + 1, "name": "Jöhn \"J\"" });
    assert_eq!(keys.verify(&keys.sign(&claims), now()), Ok(claims));
}

#[test]
fn another_library_accepts_the_token_with_the_published_keys() {
    let keys = Keys::new();
    keys.rotate();
    let claims = json!({ "sub": "u1", "exp": Utc::now().timestamp() + 60 });
    let token = keys.sign(&claims);

    let set: JwkSet = serde_json::from_value(keys.jwks()).unwrap();
    let header = jsonwebtoken::decode_header(&token).unwrap();
    let jwk = set.find(&header.kid.unwrap()).unwrap();
    let key = DecodingKey::from_jwk(jwk).unwrap();
    let validation = Validation::new(Algorithm::RS256);
    let read = jsonwebtoken::decode::<Value>(&token, &key, &validation).unwrap();
    assert_eq!(read.claims, claims);

    let other = DecodingKey::from_jwk(set.keys.iter().find(|key| *key != jwk).unwrap()).unwrap();
    assert!(jsonwebtoken::decode::<Value>(&token, &other, &validation).is_err());
}

#[test]
fn the_published_set_has_public_members_only() {
    let jwks = Keys::new().jwks();
    let [key] = jwks["keys"].as_array().unwrap().as_slice() else {
        panic!("one key: {jwks}")
    };
    let mut names: Vec<&String> = key.as_object().unwrap().keys().collect();
    // JSON's own order, or that of the alphabet: another crate of the workspace may ask for either.
    names.sort();
    assert_eq!(names, ["alg", "e", "kid", "kty", "n", "use"]);
    assert_eq!(
        (&key["alg"], &key["use"], &key["e"]),
        (&json!("RS256"), &json!("sig"), &json!("AQAB"))
    );
    assert_eq!(
        BASE64URL_NOPAD
            .decode(key["n"].as_str().unwrap().as_bytes())
            .unwrap()
            .len(),
        256
    );
}

#[test]
fn the_pem_is_the_key_of_the_newest_tokens() {
    let keys = Keys::new();
    let pem = keys.public_key_pem();
    let body = pem.strip_prefix("-----BEGIN PUBLIC KEY-----\n").unwrap();
    let body = body.strip_suffix("\n-----END PUBLIC KEY-----\n").unwrap();
    assert!(body.lines().all(|line| line.len() <= 64), "{pem}");
    let der = BASE64.decode(body.replace('\n', "").as_bytes()).unwrap();

    let token = keys.sign(&json!({}));
    let (message, signed) = token.rsplit_once('.').unwrap();
    let signed = BASE64URL_NOPAD.decode(signed.as_bytes()).unwrap();
    let key = signature::UnparsedPublicKey::new(&signature::RSA_PKCS1_2048_8192_SHA256, der);
    assert!(key.verify(message.as_bytes(), &signed).is_ok());
}

#[test]
fn time_is_the_callers() {
    let keys = Keys::new();
    let token = keys.sign(&json!({ "nbf": 100, "exp": 200 }));
    for (seconds, fault) in [
        (99, Some(TokenFault::NotYetValid)),
        (100, None),
        (199, None),
        (200, Some(TokenFault::Expired)),
        (i64::from(u32::MAX), Some(TokenFault::Expired)),
    ] {
        assert_eq!(keys.verify(&token, at(seconds)).err(), fault, "{seconds}");
    }
    assert!(
        keys.verify(&keys.sign(&json!({})), DateTime::<Utc>::MAX_UTC)
            .is_ok()
    );
    for exp in [json!("2030"), json!(null), json!([1])] {
        let token = keys.sign(&json!({ "exp": exp }));
        assert_eq!(
            keys.verify(&token, now()),
            Err(TokenFault::Malformed),
            "{exp}"
        );
    }
}

#[test]
fn rotation_keeps_old_tokens_good_until_the_old_keys_go() {
    let keys = Keys::new();
    let (old, old_pem) = (keys.sign(&json!({ "n": 1 })), keys.public_key_pem());
    keys.rotate();
    let new = keys.sign(&json!({ "n": 2 }));
    let ids = |jwks: Value| -> Vec<Value> {
        jwks["keys"]
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key["kid"].clone())
            .collect()
    };
    let both = ids(keys.jwks());
    assert_eq!(both.len(), 2);
    assert_ne!(keys.public_key_pem(), old_pem);
    assert!(keys.verify(&old, now()).is_ok() && keys.verify(&new, now()).is_ok());

    keys.retire_old();
    assert_eq!(ids(keys.jwks()), both[..1]);
    assert_eq!(keys.verify(&old, now()), Err(TokenFault::UnknownKey));
    assert!(keys.verify(&new, now()).is_ok());
    assert_eq!(Keys::new().verify(&new, now()), Err(TokenFault::UnknownKey));
}

#[test]
fn a_changed_token_is_refused() {
    let keys = Keys::new();
    let token = keys.sign(&json!({ "sub": "u1", "admin": false }));
    let [header, _, signature] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("{token}")
    };
    let other = encode(&json!({ "sub": "u1", "admin": true }));
    assert_eq!(
        keys.verify(&format!("{header}.{other}.{signature}"), now()),
        Err(TokenFault::Signature)
    );
    let mut bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
    let with = |signature: &[u8]| {
        let message = token.rsplit_once('.').unwrap().0;
        format!("{message}.{}", BASE64URL_NOPAD.encode(signature))
    };
    for signature in [&bytes[..255], &bytes[1..], &[]] {
        assert_eq!(
            keys.verify(&with(signature), now()),
            Err(TokenFault::Signature),
            "{}",
            signature.len()
        );
    }
    bytes[128] ^= 1;
    assert_eq!(
        keys.verify(&with(&bytes), now()),
        Err(TokenFault::Signature)
    );
}

#[test]
fn other_algorithms_are_refused_whoever_signed() {
    let keys = Keys::new();
    let kid = keys.newest().id().to_owned();
    let claims = json!({ "sub": "u1" });
    for algorithm in [
        "none", "None", "NONE", "", "rs256", "RS384", "RS512", "PS256", "ES256", "EdDSA",
    ] {
        let header = json!({ "alg": algorithm, "kid": kid });
        let unsigned = forge(&header, &claims, |_| Vec::new());
        assert_eq!(
            keys.verify(&unsigned, now()),
            Err(TokenFault::Algorithm),
            "{algorithm}"
        );
        let signed = forge(&header, &claims, |message| keys.newest().sign(message));
        assert_eq!(
            keys.verify(&signed, now()),
            Err(TokenFault::Algorithm),
            "{algorithm}"
        );
    }
    for header in [
        json!({ "kid": kid }),
        json!({ "alg": null }),
        json!({ "alg": ["RS256"] }),
    ] {
        let token = forge(&header, &claims, |message| keys.newest().sign(message));
        assert_eq!(
            keys.verify(&token, now()),
            Err(TokenFault::Algorithm),
            "{header}"
        );
    }
}

#[test]
fn a_keyed_hash_with_the_public_key_is_no_signature() {
    let keys = Keys::new();
    let modulus = keys.jwks()["keys"][0]["n"].as_str().unwrap().to_owned();
    for secret in [
        keys.public_key_pem(),
        keys.public_key_pem().trim().to_owned(),
        modulus,
    ] {
        for (algorithm, fault) in [
            ("HS256", TokenFault::Algorithm),
            ("RS256", TokenFault::Signature),
        ] {
            let token = forge(&json!({ "alg": algorithm }), &json!({}), |message| {
                hmac::sign(
                    &hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()),
                    message,
                )
                .as_ref()
                .to_vec()
            });
            assert_eq!(keys.verify(&token, now()), Err(fault), "{algorithm}");
        }
    }
}

#[test]
fn a_key_that_the_token_brings_along_is_not_used() {
    let keys = Keys::new();
    let stranger = SigningKey::generate();
    let claims = json!({ "sub": "u1" });
    let sign = |message: &[u8]| stranger.sign(message);
    let own_id = keys.newest().id().to_owned();
    for (header, fault) in [
        (
            json!({ "alg": "RS256", "kid": stranger.id(), "jwk": stranger.jwk() }),
            TokenFault::UnknownKey,
        ),
        (
            json!({ "alg": "RS256", "jwk": stranger.jwk() }),
            TokenFault::Signature,
        ),
        (
            json!({ "alg": "RS256", "kid": own_id, "jku": "https://example.com" }),
            TokenFault::Signature,
        ),
        (json!({ "alg": "RS256", "kid": 7 }), TokenFault::UnknownKey),
    ] {
        assert_eq!(
            keys.verify(&forge(&header, &claims, sign), now()),
            Err(fault),
            "{header}"
        );
    }
}

#[test]
fn the_key_id_may_be_left_out_but_no_extension_is_critical() {
    let keys = Keys::new();
    keys.rotate();
    let oldest = keys.all().pop().unwrap();
    let sign = |message: &[u8]| oldest.sign(message);
    let token = forge(&json!({ "alg": "RS256" }), &json!({ "sub": "u1" }), sign);
    assert_eq!(keys.verify(&token, now()), Ok(json!({ "sub": "u1" })));
    let token = forge(
        &json!({ "alg": "RS256", "crit": ["b64"], "b64": false }),
        &json!({}),
        sign,
    );
    assert_eq!(keys.verify(&token, now()), Err(TokenFault::Malformed));
}

#[test]
fn what_is_no_token_is_malformed() {
    let keys = Keys::new();
    let good = keys.sign(&json!({}));
    let header = good.split('.').next().unwrap();
    let list = forge(&json!({ "alg": "RS256" }), &json!([1]), |message| {
        keys.newest().sign(message)
    });
    for token in [
        "",
        ".",
        "..",
        "...",
        "a.b",
        "not a token",
        "é.é.é",
        &format!("{good}="),
        &format!("{good}."),
        &format!("{header}.{good}"),
        &format!(" {good}"),
        &list,
    ] {
        assert!(
            matches!(
                keys.verify(token, now()),
                Err(TokenFault::Malformed | TokenFault::Signature)
            ),
            "{token}"
        );
    }
}

#[test]
fn services_share_the_first_key() {
    let first = Keys::new();
    let token = first.sign(&json!({}));
    let second = Keys::new();
    assert!(second.verify(&token, now()).is_ok());
    assert_eq!(first.jwks(), second.jwks());
}
