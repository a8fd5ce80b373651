//! One RSA key pair, and its public half in the forms in which it is published.

use std::fmt;

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{
    KeyPair as _, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, UnparsedPublicKey,
};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};

/// A 2048-bit key for RS256.
pub(super) struct SigningKey {
    id: String,
    pair: KeyPair,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl SigningKey {
    /// Makes a key. This takes up to half a second.
    #[expect(
        clippy::expect_used,
        reason = "without a key there is no service to go on with"
    )]
    pub(super) fn generate() -> Self {
        let pair =
            KeyPair::generate(KeySize::Rsa2048).expect("the library makes keys of this size");
        Self {
            id: thumbprint(&pair),
            pair,
        }
    }

    /// `kid`: the thumbprint of the public key (RFC 7638).
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    #[expect(
        clippy::expect_used,
        reason = "a pair that the library made signs any message"
    )]
    pub(super) fn sign(&self, message: &[u8]) -> Vec<u8> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message,
                &mut signature,
            )
            .expect("the buffer has the length of a signature");
        signature
    }

    pub(super) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, self.pair.public_key());
        key.verify(message, signature).is_ok()
    }

    /// The public key as a JWK (RFC 7517).
    pub(super) fn jwk(&self) -> Value {
        let (n, e) = modulus_and_exponent(&self.pair);
        json!({ "kty": "RSA", "use": "sig", "alg": "RS256", "kid": self.id, "n": n, "e": e })
    }

    /// The public key as PEM, `SubjectPublicKeyInfo`.
    #[expect(
        clippy::expect_used,
        reason = "a pair that the library made has a public key"
    )]
    pub(super) fn public_key_pem(&self) -> String {
        let der = self
            .pair
            .public_key()
            .as_der()
            .expect("the library writes the keys that it makes");
        let mut pem = String::from("-----BEGIN PUBLIC KEY-----\n");
        for line in BASE64.encode(der.as_ref()).as_bytes().chunks(64) {
            pem.extend(line.iter().copied().map(char::from));
            pem.push('\n');
        }
        pem + "-----END PUBLIC KEY-----\n"
    }
}

fn thumbprint(pair: &KeyPair) -> String {
    let (n, e) = modulus_and_exponent(pair);
    let members = format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#);
    BASE64URL_NOPAD
        .encode(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, members.as_bytes()).as_ref())
}

fn modulus_and_exponent(pair: &KeyPair) -> (String, String) {
    let key = pair.public_key();
    let encode = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    (
        encode(key.modulus().big_endian_without_leading_zero()),
        encode(key.exponent().big_endian_without_leading_zero()),
    )
}
