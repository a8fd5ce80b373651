//! Webhooks: which ones are believed, and what they tell.

mod events;
mod public;

use std::time::Duration;

use aws_lc_rs::hmac;
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use frontegg_identity::webhook::{Verifier, WebhookError};
use frontegg_identity::{Clock, ErrorKind, Moment, Secret};
use frontegg_identity_emulator::webhook_token;
use proptest::prelude::*;
use serde_json::{Value, json};

const SECRET: &str = "S3NTINEL of the hook";
const HEAD: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
const BODY: &[u8] = br#"{"eventKey":"frontegg.user.created"}"#;

/// Stands still.
#[derive(Clone, Copy, Debug)]
struct At(DateTime<Utc>);

impl Clock for At {
    fn now(&self) -> Moment {
        Moment {
            wall: self.0,
            steady: Duration::ZERO,
        }
    }
}

/// The moment of all tests.
fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn verifier() -> Verifier {
    let verifier = Verifier::new(&Secret::from(SECRET)).unwrap();
    verifier.clock(At(now()))
}

/// A token of any text, signed as it should be.
fn signed(head: &str, claims: &str) -> String {
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let text = format!("{}.{}", part(head), part(claims));
    let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
    let signature = hmac::sign(&key, text.as_bytes());
    format!("{text}.{}", BASE64URL_NOPAD.encode(signature.as_ref()))
}

/// What comes of these claims, with dates that count from now.
fn claims(verifier: &Verifier, iat: Option<i64>, exp: Option<i64>) -> Result<(), WebhookError> {
    let mut claims = json!({});
    for (name, from_now) in [("iat", iat), ("exp", exp)] {
        if let Some(from_now) = from_now {
            claims[name] = json!(now().timestamp() + from_now);
        }
    }
    verifier.verify_header(signed(HEAD, &claims.to_string()))
}

#[test]
fn a_hook_of_frontegg_is_believed_for_five_minutes_and_the_leeway() {
    let token = webhook_token(SECRET, now());
    let after = |span: TimeDelta| {
        let verifier = verifier().clock(At(now() + span));
        verifier.verify(&token, BODY).map(|_| ())
    };
    let end = TimeDelta::seconds(330);
    assert_eq!(after(TimeDelta::zero()), Ok(()));
    assert_eq!(after(end - TimeDelta::milliseconds(1)), Ok(()));
    assert_eq!(after(end), Err(WebhookError::Expired));
    assert_eq!(after(-TimeDelta::seconds(30)), Ok(()));
    let early = -TimeDelta::milliseconds(30_001);
    assert_eq!(after(early), Err(WebhookError::NotYetValid));
}

#[test]
fn dates_are_needed_as_the_settings_say() {
    use WebhookError::{ClaimMissing, Expired, NotYetValid, TooOld};
    let usual = verifier().leeway(Duration::ZERO);
    assert_eq!(claims(&usual, None, Some(1)), Ok(()));
    assert_eq!(claims(&usual, None, Some(0)), Err(Expired));
    assert_eq!(claims(&usual, Some(0), None), Err(ClaimMissing("exp")));
    assert_eq!(claims(&usual, Some(1), Some(2)), Err(NotYetValid));

    let young = usual.clone().max_age(Duration::from_secs(60));
    assert_eq!(claims(&young, Some(-59), Some(9)), Ok(()));
    assert_eq!(claims(&young, Some(-60), Some(9)), Err(TooOld));
    assert_eq!(claims(&young, None, Some(9)), Err(ClaimMissing("iat")));

    let endless = usual.allow_missing_expiry();
    assert_eq!(claims(&endless, None, None), Ok(()));
    assert_eq!(claims(&endless, Some(-1), Some(0)), Err(Expired));
    let young = endless.max_age(Duration::from_secs(60));
    assert_eq!(claims(&young, Some(-60), None), Err(TooOld));
    // Spans beyond all calendars are no panic.
    let patient = young.max_age(Duration::MAX).leeway(Duration::MAX);
    assert_eq!(claims(&patient, Some(0), Some(0)), Ok(()));
}

#[test]
fn j7_a_date_that_is_no_number_is_not_taken_for_absent() {
    let lenient = verifier().allow_missing_expiry();
    let wrong = [
        json!("1800000060"),
        json!(null),
        json!(true),
        json!([1_800_000_060]),
        json!(-1),
        json!(1e300),
        // Milliseconds.
        json!(1_800_000_060_000_i64),
    ];
    for claim in ["exp", "iat", "nbf"] {
        for value in &wrong {
            let token = signed(HEAD, &json!({ claim: value }).to_string());
            let refused = lenient.verify_header(token);
            let expected = Err(WebhookError::ClaimMalformed(claim));
            assert_eq!(refused, expected, "{claim}: {value}");
        }
    }
    let token = signed(HEAD, r#"{"exp":1800000000.5,"nbf":1800000031}"#);
    let early = Err(WebhookError::NotYetValid);
    assert_eq!(lenient.verify_header(token), early);
}

#[test]
fn j8_the_token_does_not_choose_how_it_is_checked() {
    let good = r#"{"exp":1800000060}"#;
    let dot = |parts: [&str; 3]| parts.join(".");
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let whole = signed(HEAD, good);
    let parts: Vec<&str> = whole.split('.').collect();
    let [head, body, signature] = parts.try_into().unwrap();
    use WebhookError::{Algorithm, Signature, TokenMalformed, TokenTooLarge};
    let table = [
        ("", TokenMalformed),
        (SECRET, TokenMalformed),
        ("..", TokenMalformed),
        (&dot([head, body, ""]), Signature),
        (&format!("{head}.{body}"), TokenMalformed),
        (&format!("{whole}."), TokenMalformed),
        (&format!("{whole}.{signature}"), TokenMalformed),
        (&format!("Bearer {whole}"), TokenMalformed),
        (&format!(" {whole}"), TokenMalformed),
        (&format!("{whole}="), TokenMalformed),
        (&whole[..whole.len() - 2], TokenMalformed),
        (&format!("{}{}", whole, "A".repeat(4096)), TokenTooLarge),
        (&dot([&part(r#"{"alg":"none"}"#), body, ""]), Algorithm),
        (&signed(r#"{"alg":"none"}"#, good), Algorithm),
        (&signed(r#"{"alg":"HS512"}"#, good), Algorithm),
        (&signed(r#"{"alg":"RS256"}"#, good), Algorithm),
        (&signed(r#"{"alg":"hs256"}"#, good), Algorithm),
        (&signed(r#"{"alg":["HS256"]}"#, good), Algorithm),
        (&signed(r#"{}"#, good), Algorithm),
        (
            &signed(r#"{"alg":"HS256","crit":["b64"]}"#, good),
            Algorithm,
        ),
        (
            &signed(r#"{"alg":"HS256","typ":"JWE"}"#, good),
            TokenMalformed,
        ),
        (&signed(r#"["HS256"]"#, good), TokenMalformed),
        (&signed("no JSON", good), TokenMalformed),
        (&signed(HEAD, "no JSON"), TokenMalformed),
        (&signed(HEAD, "[]"), TokenMalformed),
        (&webhook_token("another secret", now()), Signature),
    ];
    for (token, expected) in table {
        assert_eq!(verifier().verify_header(token), Err(expected), "{token}");
    }
    for head in [r#"{"alg":"HS256"}"#, r#"{"typ":"jwt","alg":"HS256"}"#] {
        assert_eq!(verifier().verify_header(signed(head, good)), Ok(()));
    }
}

#[test]
fn a_token_with_one_other_byte_is_refused() {
    let token = webhook_token(SECRET, now()).into_bytes();
    let verifier = verifier();
    for at in 0..token.len() {
        for byte in 0..=u8::MAX {
            let mut changed = token.clone();
            changed[at] = byte;
            let is_taken = verifier.verify_header(&changed).is_ok();
            assert_eq!(is_taken, changed == token, "byte {at}");
        }
        let mut shorter = token.clone();
        shorter.remove(at);
        assert!(verifier.verify_header(&shorter).is_err());
    }
}

#[test]
fn a_secret_can_be_replaced_while_hooks_come_in() {
    let new = Secret::from("the new one");
    let both = verifier().or_secret(&new).unwrap();
    for secret in [SECRET, new.expose()] {
        let token = webhook_token(secret, now());
        assert_eq!(both.verify_header(token), Ok(()));
    }
    let token = webhook_token(new.expose(), now());
    let refused = verifier().verify_header(token);
    assert_eq!(refused, Err(WebhookError::Signature));
}

#[test]
fn an_empty_secret_is_a_mistake_and_no_secret() {
    let empty = Secret::from("");
    for made in [Verifier::new(&empty), verifier().or_secret(&empty)] {
        let error = made.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        let told = error.to_string();
        assert!(told.starts_with("cannot check hooks with an empty secret"));
    }
}

#[test]
fn a_body_is_read_only_after_its_token_and_up_to_a_size() {
    let token = webhook_token(SECRET, now());
    let small = verifier().body_limit(BODY.len());
    assert!(small.verify(&token, BODY).is_ok());
    let longer = [BODY, b" "].concat();
    let refused = small.verify(&token, &longer).unwrap_err();
    assert_eq!(refused, WebhookError::BodyTooLarge);
    let refused = small.verify("a.b", &longer).unwrap_err();
    assert_eq!(refused, WebhookError::TokenMalformed);
}

#[test]
fn each_refusal_has_its_status() {
    for (error, status) in [
        (WebhookError::Signature, 401),
        (WebhookError::ClaimMissing("exp"), 401),
        (WebhookError::BodyMalformed, 400),
        (WebhookError::BodyTooLarge, 413),
    ] {
        assert_eq!(error.status(), status);
    }
}

proptest! {
    #[test]
    fn no_header_that_was_not_signed_is_taken(header: Vec<u8>, body: Vec<u8>) {
        prop_assert!(verifier().verify(header, &body).is_err());
    }

    #[test]
    fn no_parts_of_a_token_are_taken_without_their_signature(
        head in ".*",
        claims in ".*",
        signature: [u8; 32],
    ) {
        let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
        let signature = BASE64URL_NOPAD.encode(&signature);
        let token = format!("{}.{}.{signature}", part(&head), part(&claims));
        prop_assert!(verifier().verify_header(token).is_err());
        let usual = format!("{}.{}.{signature}", part(HEAD), part(&claims));
        prop_assert_eq!(verifier().verify_header(usual), Err(WebhookError::Signature));
    }

    #[test]
    fn signed_claims_of_any_form_are_no_panic(exp: f64, iat: i64, text in "\\PC{0,40}") {
        let values = [json!(exp), json!(iat), json!(text), Value::Null];
        for value in &values {
            let claims = json!({ "exp": value, "iat": iat });
            let _ = verifier().verify_header(signed(HEAD, &claims.to_string()));
        }
        let _ = verifier().verify_header(signed(HEAD, &text));
    }
}
