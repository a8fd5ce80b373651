//! Signed tokens (RFC 7519, RS256 only) and the keys that others check them with.

use std::sync::{Arc, OnceLock};
use std::thread;

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use parking_lot::RwLock;
use serde_json::{Value, json};

use super::rsa::SigningKey;

/// The service's signing keys, the newest first.
///
/// All services of a process begin with the same key, so that a new service costs nothing. Two that must not accept each
/// other's tokens have to `rotate` and `retire_old`.
#[derive(Debug)]
pub(crate) struct Keys {
    known: RwLock<Vec<Key>>,
}

/// Why a token is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenFault {
    /// Not a signed token at all, or one with claims of a wrong kind.
    Malformed,
    /// Signed in a way that this service never signs in, or not signed.
    Algorithm,
    /// Signed with a key that is not known, or no longer.
    UnknownKey,
    /// The signature is not that of the key.
    Signature,
    /// `nbf` is still to come.
    NotYetValid,
    /// `exp` has come.
    Expired,
}

#[derive(Debug, Clone)]
enum Key {
    /// The process's first key, which may still be in the making.
    First,
    Made(Arc<SigningKey>),
}

static FIRST: OnceLock<Arc<SigningKey>> = OnceLock::new();

impl Key {
    /// The key; waits if it is being made.
    fn get(&self) -> Arc<SigningKey> {
        match self {
            Self::First => Arc::clone(FIRST.get_or_init(|| Arc::new(SigningKey::generate()))),
            Self::Made(key) => Arc::clone(key),
        }
    }
}

impl Keys {
    /// Begins with the process's first key, which a thread makes if it is not there yet.
    pub(crate) fn new() -> Self {
        if FIRST.get().is_none() {
            // Without a thread to spare, whoever needs the key first makes it.
            let _ = thread::Builder::new()
                .name("first-signing-key".to_owned())
                .spawn(|| Key::First.get());
        }
        Self {
            known: RwLock::new(vec![Key::First]),
        }
    }

    /// The claims as a token signed with the newest key.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        let key = self.newest();
        let header = json!({ "alg": "RS256", "typ": "JWT", "kid": key.id() });
        let mut token = format!("{}.{}", encode(&header), encode(claims));
        let signature = key.sign(token.as_bytes());
        token.push('.');
        BASE64URL_NOPAD.encode_append(&signature, &mut token);
        token
    }

    /// The claims of a token that one of the known keys signed and whose time is now.
    ///
    /// A token without `exp` does not expire.
    pub(crate) fn verify(&self, token: &str, now: DateTime<Utc>) -> Result<Value, TokenFault> {
        let (message, signature) = token.rsplit_once('.').ok_or(TokenFault::Malformed)?;
        let (header, claims) = message.split_once('.').ok_or(TokenFault::Malformed)?;
        let header = decode_object(header)?;
        if header["alg"] != "RS256" {
            return Err(TokenFault::Algorithm);
        }
        // An extension that must be understood (RFC 7515, section 4.1.11); this service has none.
        if header.get("crit").is_some() {
            return Err(TokenFault::Malformed);
        }
        let signature = BASE64URL_NOPAD
            .decode(signature.as_bytes())
            .map_err(|_| TokenFault::Malformed)?;
        let keys = self.named(header.get("kid"));
        if keys.is_empty() {
            return Err(TokenFault::UnknownKey);
        }
        if !keys
            .iter()
            .any(|key| key.has_signed(message.as_bytes(), &signature))
        {
            return Err(TokenFault::Signature);
        }
        let claims = decode_object(claims)?;
        check_time(&claims, now)?;
        Ok(claims)
    }

    /// The public keys as a JWK set (RFC 7517), the newest first.
    pub(crate) fn jwks(&self) -> Value {
        json!({ "keys": self.all().iter().map(|key| key.jwk()).collect::<Vec<_>>() })
    }

    /// The newest public key as PEM, `SubjectPublicKeyInfo`.
    pub(crate) fn public_key_pem(&self) -> String {
        self.newest().public_key_pem()
    }

    /// Signs with a new key from now on. Tokens of the old keys stay good until `retire_old`.
    pub(crate) fn rotate(&self) {
        let key = Key::Made(Arc::new(SigningKey::generate()));
        self.known.write().insert(0, key);
    }

    /// Forgets all keys but the newest.
    pub(crate) fn retire_old(&self) {
        self.known.write().truncate(1);
    }

    fn all(&self) -> Vec<Arc<SigningKey>> {
        let known = self.known.read().clone();
        known.iter().map(Key::get).collect()
    }

    fn newest(&self) -> Arc<SigningKey> {
        let newest = self.known.read().first().cloned();
        newest.unwrap_or(Key::First).get()
    }

    /// The keys with this id; all if no id is given.
    fn named(&self, id: Option<&Value>) -> Vec<Arc<SigningKey>> {
        let mut keys = self.all();
        keys.retain(|key| id.is_none_or(|id| id == key.id()));
        keys
    }
}

fn encode(part: &Value) -> String {
    BASE64URL_NOPAD.encode(part.to_string().as_bytes())
}

fn decode_object(part: &str) -> Result<Value, TokenFault> {
    let bytes = BASE64URL_NOPAD
        .decode(part.as_bytes())
        .map_err(|_| TokenFault::Malformed)?;
    serde_json::from_slice(&bytes)
        .ok()
        .filter(Value::is_object)
        .ok_or(TokenFault::Malformed)
}

fn check_time(claims: &Value, now: DateTime<Utc>) -> Result<(), TokenFault> {
    // A date may have a fraction (RFC 7519, section 2).
    let date = |name| {
        claims
            .get(name)
            .map(|date: &Value| date.as_f64().ok_or(TokenFault::Malformed))
            .transpose()
    };
    let now = now.timestamp_millis() as f64 / 1000.0;
    if date("exp")?.is_some_and(|exp| exp <= now) {
        return Err(TokenFault::Expired);
    }
    if date("nbf")?.is_some_and(|nbf| nbf > now) {
        return Err(TokenFault::NotYetValid);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
