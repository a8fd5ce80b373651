//! A token that is verified, by our verifier and by jsonwebtoken with the same key, in one process.
//!
//! Batches of each take turns, and the median of the batches counts. Both give all claims as JSON, and look at `exp`.

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use data_encoding::BASE64URL_NOPAD;
use facade_bench::{Server, identity, median, row};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use serde_json::{Map, Value, json};

const BATCHES: usize = 101;
const BATCH: u32 = 200;
/// Where the modulus and the exponent stand in the DER of a public key of 2 048 bits.
const MODULUS: std::ops::Range<usize> = 9..265;
const EXPONENT: std::ops::Range<usize> = 267..270;
/// Share of the peer's rate.
const TARGET: f64 = 0.97;
/// The same, for a token that was verified before.
const TARGET_REMEMBERED: f64 = 50.0;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let pair = KeyPair::generate(KeySize::Rsa2048)?;
    let der = pair.public_key().as_ref();
    let [n, e] = [MODULUS, EXPONENT].map(|part| BASE64URL_NOPAD.encode(&der[part]));
    let jwk = json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k-1", "n": n, "e": e });
    let keys = json!({ "keys": [jwk] }).to_string();
    let server = Server::start(HashMap::from([("/.well-known/jwks.json".to_owned(), keys)]))?;
    let token = token(&pair)?;

    let builder = || identity(&server).map(|identity| identity.token_verifier());
    let ours = builder()?.build()?;
    let remembering = builder()?.remember_verified(10_000).build()?;
    let key = DecodingKey::from_rsa_components(&n, &e)?;
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_aud = false;
    ours.verify(&token).await?;
    remembering.verify(&token).await?;
    decode::<Map<String, Value>>(&token, &key, &validation)?;

    let mut times = [const { Vec::new() }; 3];
    for _ in 0..BATCHES {
        let [a, b, c] = &mut times;
        a.push(batch(async || drop(black_box(ours.verify(&token).await))).await);
        let peer = async || {
            drop(black_box(decode::<Map<String, Value>>(
                &token,
                &key,
                &validation,
            )))
        };
        b.push(batch(peer).await);
        c.push(batch(async || drop(black_box(remembering.verify(&token).await))).await);
    }
    let [ours, peer, remembered] = times.map(|mut times| median(&mut times));
    let micros = |time: f64| format!("{:.2} µs", time / 1000.0);
    for (what, time, target) in [
        (
            "a token verified; jsonwebtoken with the same key, as a rate",
            ours,
            TARGET,
        ),
        ("the same, verified before", remembered, TARGET_REMEMBERED),
    ] {
        let ratio = format!("{:.2}", peer / time);
        let target = format!("at least {target}");
        row(what, &micros(time), &micros(peer), &ratio, &target);
    }
    Ok(())
}

/// Nanoseconds for one.
async fn batch(work: impl AsyncFn()) -> f64 {
    let start = Instant::now();
    for _ in 0..BATCH {
        work().await;
    }
    start.elapsed().as_nanos() as f64 / f64::from(BATCH)
}

/// A user's token, as long as they are with a few roles.
fn token(pair: &KeyPair) -> Result<String, Box<dyn Error>> {
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": "k-1" });
    let claims = json!({
        "type": "userToken", "sub": "7b0f1c9e-6a54-4d0e-9d7c-1f1f2d3c4b5a",
        "tenantId": "0f5d3c1b-8c3e-4a43-9a39-4d0e5a2b6c7d",
        "tenantIds": ["0f5d3c1b-8c3e-4a43-9a39-4d0e5a2b6c7d"],
        "name": "Ada Lovelace", "email": "ada@example.com", "email_verified": true, "metadata": {},
        "roles": ["Admin", "Auditor"], "permissions": ["fe.connectivity.*", "fe.secure.*", "reports.read"],
        "sid": "5d1a3c1e-73a1-4c52-9f0e-1f6a4a1f0c11", "amr": ["pwd"], "auth_time": 1_790_000_000,
        "aud": "6b1f2a90-4c3d-4e8f-9a51-2d7c0e5f8b34", "iss": "https://acme.frontegg.com",
        "iat": 1_790_000_000, "exp": 4_102_444_800_u64,
    });
    let part = |part: &Value| BASE64URL_NOPAD.encode(part.to_string().as_bytes());
    let message = format!("{}.{}", part(&header), part(&claims));
    let mut signature = vec![0; pair.public_modulus_len()];
    let random = SystemRandom::new();
    pair.sign(
        &RSA_PKCS1_SHA256,
        &random,
        message.as_bytes(),
        &mut signature,
    )?;
    Ok(format!("{message}.{}", BASE64URL_NOPAD.encode(&signature)))
}
