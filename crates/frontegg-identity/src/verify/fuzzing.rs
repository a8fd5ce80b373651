//! What has to be true of tokens and keys, whatever they are: see [`crate::fuzzing`].

use std::future::Future;
use std::pin::pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use serde_json::{Map, Value};

use super::key_set::KeySet;
use super::parts::{Header, Parts};
use super::token::Checked;
use super::{TokenVerifier, VerifiedToken, VerifyError};
use crate::client::Identity;
use crate::fuzzing::{SECRET, Stopped, now, sealed};

const HEAD: &[u8] = br#"{"alg":"HS256","typ":"JWT"}"#;
const CLAIMS: &[u8] =
    br#"{"type":"userToken","sub":"u-1","tenantId":"t-1","iat":1800000000,"exp":1800003600}"#;

/// One that needs no network: it verifies by the fuzzers' secret.
fn verifier() -> Option<&'static TokenVerifier> {
    static VERIFIER: OnceLock<Option<TokenVerifier>> = OnceLock::new();
    let make = || {
        let identity = Identity::builder("https://fuzz.example.com").clock(Stopped);
        let builder = identity.build().ok()?.token_verifier();
        builder.hmac_secret(SECRET.into()).build().ok()
    };
    VERIFIER.get_or_init(make).as_ref()
}

fn verify(token: &str) -> Result<VerifiedToken, VerifyError> {
    let Some(verifier) = verifier() else {
        return Err(VerifyError::Scheme);
    };
    let outcome = at_once(verifier.verify(token));
    if let Err(error) = &outcome {
        // The key is here, so nothing about a token is left open.
        assert!(!error.is_retryable());
        let told = format!("{error} {error:?}");
        assert!(told.len() < 300 && told.is_ascii());
    }
    outcome
}

/// A verification by a key that is given waits for nothing.
fn at_once<T>(verification: impl Future<Output = T>) -> T {
    match pin!(verification).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        #[allow(clippy::panic, reason = "this is what a fuzzer looks for")]
        Poll::Pending => panic!("a verification by a given key waits"),
    }
}

/// The input as the value of the header, as a token, and as a header that is signed.
pub fn token(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // Whoever does not know the secret gets nowhere.
    assert!(verify(&text).is_err());
    assert!(verify(&format!("Bearer {text}")).is_err());
    if let Ok(parts) = Parts::split(&text) {
        let _ = (parts.claims(), parts.signature());
        if let Ok(bytes) = parts.header_bytes() {
            let _ = Header::read(&bytes).map(|header| header.kid.is_some());
        }
    }
    let signed = sealed(data, CLAIMS);
    if verify(&signed).is_ok() {
        let header: Value = serde_json::from_slice(data).unwrap_or_default();
        assert_eq!(header["alg"], "HS256");
        assert!(header.get("crit").is_none());
    }
}

/// The input as claims, signed: what is taken keeps its promises, and one other bit is refused.
pub fn claims(data: &[u8]) {
    if let Ok(raw) = serde_json::from_slice::<Map<String, Value>>(data) {
        let _ = Checked::read(raw);
    }
    let signed = sealed(HEAD, data);
    let Ok(token) = verify(&signed) else {
        return;
    };
    let raw: Value = serde_json::from_slice(data).unwrap_or_default();
    let end = token.expires_at().map(|end| end + Duration::from_secs(30));
    assert!(end.is_some_and(|end| end > now()));
    assert!(raw["exp"].is_number() && raw["type"].is_string());
    assert_eq!(raw["type"], token.kind().as_str());
    let rights = token.roles().iter().chain(token.permissions());
    for right in rights {
        assert_ne!(right, "FETCH-ROLES-BY-API");
        assert_ne!(right, "FETCH-PERMISSIONS-BY-API");
    }
    let grants_all = token.permissions().iter().any(|granted| granted == "*");
    assert!(!grants_all || token.has_permission("any.thing"));
    assert!(!token.has_permission(""));
    let _ = (token.stepped_up(Some(Duration::MAX)), token.auth_time());
    let shown = format!("{token:?}");
    assert!(!shown.contains(&signed));

    // The last character of a signature of 32 bytes has two bits to spare, which have to be zero.
    for at in [signed.len() / 2, signed.len() - 2] {
        let mut changed = signed.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8_lossy(&changed);
        assert!(verify(&changed).is_err());
    }
}

/// The input as a set of keys: what is read of it is of use, and has signed nothing.
pub fn key_set(data: &[u8]) {
    let Ok(published) = serde_json::from_slice::<Value>(data) else {
        return;
    };
    let Some(set) = KeySet::read(&published) else {
        return;
    };
    assert!(set.is_same(&set));
    let names = published["keys"].as_array().into_iter().flatten();
    for name in names.filter_map(|key| key["kid"].as_str()) {
        if let Ok(key) = set.named(name) {
            assert!(!key.has_signed(b"message", &[0; 256]));
        }
    }
    if let Ok(key) = set.only() {
        assert!(!key.has_signed(b"message", &[0; 256]));
    }
    assert!(set.named("no key has this name, be it invented").is_err());
}
