//! Keys of the tests' own, and tokens that nobody issued.

use std::sync::OnceLock;

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};

/// Where the modulus stands in the DER of a public key of 2 048 bits (RFC 8017, appendix A.1.1).
const MODULUS: std::ops::Range<usize> = 9..265;
const EXPONENT: std::ops::Range<usize> = 267..270;

/// An RSA key and its name.
pub(super) struct Forge {
    pub(super) name: &'static str,
    pair: KeyPair,
}

impl Forge {
    /// The key that most tests use. Making one takes a while, so all share it.
    pub(super) fn first() -> &'static Self {
        static FIRST: OnceLock<Forge> = OnceLock::new();
        FIRST.get_or_init(|| Self::new("k-1"))
    }

    pub(super) fn second() -> &'static Self {
        static SECOND: OnceLock<Forge> = OnceLock::new();
        SECOND.get_or_init(|| Self::new("k-2"))
    }

    fn new(name: &'static str) -> Self {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        Self { name, pair }
    }

    pub(super) fn token(&self, claims: &Value) -> String {
        let header = json!({ "alg": "RS256", "typ": "JWT", "kid": self.name });
        self.sign(&header.to_string(), &claims.to_string())
    }

    /// Signs whatever it is.
    pub(super) fn sign(&self, header: &str, claims: &str) -> String {
        let message = message(header, claims);
        let mut signature = vec![0; self.pair.public_modulus_len()];
        let random = SystemRandom::new();
        let signing = self.pair.sign(
            &RSA_PKCS1_SHA256,
            &random,
            message.as_bytes(),
            &mut signature,
        );
        signing.unwrap();
        format!("{message}.{}", BASE64URL_NOPAD.encode(&signature))
    }

    /// The public key as it is published.
    pub(super) fn jwk(&self) -> Value {
        let der = self.pair.public_key().as_ref();
        let [n, e] = [MODULUS, EXPONENT].map(|part| BASE64URL_NOPAD.encode(&der[part]));
        json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.name, "n": n, "e": e })
    }

    pub(super) fn jwk_with(&self, changes: &Value) -> Value {
        let mut jwk = self.jwk();
        for (name, value) in changes.as_object().unwrap() {
            jwk[name] = value.clone();
        }
        jwk
    }

    pub(super) fn pem(&self) -> String {
        let der = self.pair.public_key().as_der().unwrap();
        let body = BASE64.encode(der.as_ref());
        format!("-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n")
    }
}

/// Header and claims as they are signed.
pub(super) fn message(header: &str, claims: &str) -> String {
    let [header, claims] = [header, claims].map(|part| BASE64URL_NOPAD.encode(part.as_bytes()));
    format!("{header}.{claims}")
}

/// A token signed by a secret.
pub(super) fn sealed(header: &Value, claims: &Value, secret: &[u8]) -> String {
    let message = message(&header.to_string(), &claims.to_string());
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    let tag = hmac::sign(&key, message.as_bytes());
    format!("{message}.{}", BASE64URL_NOPAD.encode(tag.as_ref()))
}

/// A key on an elliptic curve, as RFC 7517 shows one.
pub(super) fn curve(name: &str) -> Value {
    json!({
        "kty": "EC", "crv": "P-256", "use": "sig", "kid": name,
        "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    })
}
