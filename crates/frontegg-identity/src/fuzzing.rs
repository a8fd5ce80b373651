//! Every parser of what others send, with what has to be true of it whatever they send. One function for each: it panics
//! where a promise is broken. Fuzzers call them with what they invent, and a test of ours with a bounded number of inputs.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

use crate::clock::{Clock, Moment};
use crate::error::{Called, Error, Said};
use crate::token::expiry::{Received, Said as SaidOfLife, expiry as read_expiry, jwt_claims};
use crate::webhook::Verifier;

pub use crate::verify::fuzzing::{claims, key_set, token};

pub(crate) const SECRET: &str = "the secret of all fuzzers";

/// A name, and what takes the inputs.
pub type Target = (&'static str, fn(&[u8]));

/// The targets, by the names of their folders.
pub const TARGETS: &[Target] = &[
    ("claims", claims),
    ("error_body", error_body),
    ("expiry", expiry),
    ("key_set", key_set),
    ("token", token),
    ("webhook", webhook),
];

/// Stands still, at a moment that the seeds know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        Moment {
            wall: now(),
            steady: std::time::Duration::ZERO,
        }
    }
}

pub(crate) fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap_or_default()
}

/// A token of any two parts that is signed as it should be (HS256).
pub(crate) fn sealed(head: &[u8], claims: &[u8]) -> String {
    use aws_lc_rs::hmac;
    let parts = [head, claims].map(|part| BASE64URL_NOPAD.encode(part));
    let message = parts.join(".");
    let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
    let tag = hmac::sign(&key, message.as_bytes());
    format!("{message}.{}", BASE64URL_NOPAD.encode(tag.as_ref()))
}

/// Headers and bodies of webhooks: the input as a header, as the claims of a good one, and as the body that it vouches for.
pub fn webhook(data: &[u8]) {
    const HEAD: &[u8] = br#"{"alg":"HS256","typ":"JWT"}"#;
    const DATES: &[u8] = br#"{"iat":1800000000,"exp":1800000300}"#;
    const BODY: &[u8] = br#"{"eventKey":"frontegg.user.created"}"#;
    let Ok(verifier) = Verifier::new(&SECRET.into()) else {
        return;
    };
    let verifier = verifier.clock(Stopped);
    // Whoever does not know the secret gets nowhere.
    assert!(verifier.verify(data, BODY).is_err());
    let good = sealed(HEAD, DATES);
    assert!(verifier.verify_header(&good).is_ok());
    let _ = verifier.verify_header(sealed(data, DATES));
    if verifier.verify_header(sealed(HEAD, data)).is_ok() {
        let claims: Value = serde_json::from_slice(data).unwrap_or_default();
        let end = claims["exp"].as_f64();
        assert!(end.is_some_and(|end| end + 30.0 > now().timestamp() as f64));
    }
    if let Ok(event) = verifier.verify(&good, data) {
        let read: Value = serde_json::from_slice(data).unwrap_or_default();
        assert_eq!(read["eventKey"], event.key.as_str());
        assert_eq!(read, event.raw);
        let context = &read["eventContext"]["tenantId"];
        assert!(
            context
                .as_str()
                .is_none_or(|id| event.tenant_id() == Some(id))
        );
    }
}

/// Bodies of refusals: whatever they say, what is told of them is one line and short.
pub fn error_body(data: &[u8]) {
    let said = Said::read(data);
    assert!(said.messages.len() <= 20 && said.codes.len() <= 20);
    assert!(said.messages.iter().all(|text| text.chars().count() <= 300));
    let read = serde_json::from_slice(data).unwrap_or_default();
    if let Some(said) = Said::refusal(&read) {
        assert!(said.is_readable);
    }
    for status in [200, 400, 401, 403, 404, 409, 423, 429, 500] {
        let call = Called {
            operation: "fuzz",
            method: "GET",
            path: "/",
            status: Some(status),
            said: said.clone(),
            body: data.to_vec().into(),
            ..Called::default()
        };
        let error = Error::answered("cannot fuzz", call);
        let told = error.to_string();
        assert!(told.len() < 4096 && !told.contains(char::is_control));
        assert!(!format!("{error:?}").contains(char::is_control));
        let _ = (error.kind(), error.codes(), error.is_end_of_session());
    }
}

/// What answers say about the life of their token: `expiresIn` and `expires` of an object, or the input as a date and as a
/// token.
pub fn expiry(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let json: Value = serde_json::from_slice(data).unwrap_or(Value::Null);
    let as_date = Value::String(text.to_string());
    let skew = data.first().map_or(0, |byte| i64::from(*byte) - 128);
    let received = Received {
        at: now(),
        skew: TimeDelta::hours(skew),
    };
    let jwt = sealed(b"{}", data);
    let said = [
        (json.get("expiresIn"), json.get("expires"), &*text),
        (Some(&json), Some(&json), &*text),
        (Some(&as_date), Some(&as_date), ""),
        (None, Some(&as_date), ""),
        (None, None, jwt.as_str()),
    ];
    for (seconds, date, token) in said {
        let said = SaidOfLife {
            seconds,
            date,
            token,
        };
        let expiry = read_expiry(&said, &received);
        // A life is never negative: one that is counted from now ends no sooner.
        let counted = seconds.and_then(Value::as_f64);
        if counted.is_some() {
            assert!(expiry.at.is_some_and(|at| at >= received.at));
        }
        // The same answer means the same.
        assert_eq!(expiry, read_expiry(&said, &received));
    }
    let _ = jwt_claims(&text);
}
