//! One key, ready to verify with.

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use frontegg_identity_raw::Secret;
use serde_json::Value;

use super::error::VerifyError;

/// How many bits a modulus may have.
const MODULUS_BITS: std::ops::RangeInclusive<usize> = 2048..=8192;
/// How many bytes an exponent may have; nearly all keys have 65537.
const EXPONENT_BYTES: usize = 4;
const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const PEM_END: &str = "-----END PUBLIC KEY-----";

/// What a verifier takes. It is a matter of its settings, never of the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rs256,
    Hs256,
}

impl Algorithm {
    /// What the token says has to be the same.
    pub(super) fn check(self, named: &str) -> Result<(), VerifyError> {
        let own = match self {
            Self::Rs256 => "RS256",
            Self::Hs256 => "HS256",
        };
        match named {
            _ if named == own => Ok(()),
            _ if named.eq_ignore_ascii_case("none") => Err(VerifyError::Unsigned),
            _ => Err(VerifyError::Algorithm),
        }
    }
}

/// A key that was read once, for all the tokens that it is good for.
pub(super) enum Key {
    Rsa(ParsedPublicKey),
    Hmac(Box<hmac::Key>),
}

impl Key {
    /// A public key of a JWK set (RFC 7517); none if it is not one for RS256.
    pub(super) fn of_jwk(jwk: &Value) -> Option<Self> {
        let is_or_absent = |name: &str, text: &str| jwk[name].is_null() || jwk[name] == text;
        let operations = jwk["key_ops"].as_array();
        let may_verify = operations.is_none_or(|list| list.iter().any(|one| one == "verify"));
        if jwk["kty"] != "RSA"
            || !is_or_absent("use", "sig")
            || !is_or_absent("alg", "RS256")
            || !may_verify
        {
            return None;
        }
        let number = |name: &str| {
            let bytes = BASE64URL_NOPAD
                .decode(jwk[name].as_str()?.as_bytes())
                .ok()?;
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            Some(bytes[zeros..].to_vec())
        };
        Self::of_numbers(&number("n")?, &number("e")?)
    }

    fn of_numbers(n: &[u8], e: &[u8]) -> Option<Self> {
        let bits = n.len() * 8 - n.first()?.leading_zeros() as usize;
        // An exponent of 1 lets everybody sign; an even one is none.
        let is_exponent = e.len() <= EXPONENT_BYTES && e.last()? % 2 == 1 && *e != [1];
        if !MODULUS_BITS.contains(&bits) || !is_exponent {
            return None;
        }
        let key = RsaPublicKeyComponents { n, e };
        key.to_parsed_public_key(&RSA_PKCS1_2048_8192_SHA256)
            .ok()
            .map(Self::Rsa)
    }

    /// A public key as PEM (RFC 7468, section 13).
    pub(super) fn of_pem(pem: &str) -> Option<Self> {
        let body = pem.trim().strip_prefix(PEM_BEGIN)?.strip_suffix(PEM_END)?;
        let body: String = body.split_ascii_whitespace().collect();
        let der = BASE64.decode(body.as_bytes()).ok()?;
        // Without the modulus there are some forty bytes in it; the library looks at its length only with a signature.
        if der.len() * 8 < *MODULUS_BITS.start() {
            return None;
        }
        ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &der)
            .ok()
            .map(Self::Rsa)
    }

    /// A secret; none if it is empty, or a public key that was taken for one.
    pub(super) fn of_secret(secret: &Secret) -> Option<Self> {
        let text = secret.expose();
        if text.is_empty() || text.trim_start().starts_with("-----BEGIN") {
            return None;
        }
        let key = hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes());
        Some(Self::Hmac(Box::new(key)))
    }

    pub(super) fn algorithm(&self) -> Algorithm {
        match self {
            Self::Rsa(_) => Algorithm::Rs256,
            Self::Hmac(_) => Algorithm::Hs256,
        }
    }

    pub(super) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(key) => key.verify_sig(message, signature).is_ok(),
            Self::Hmac(key) => hmac::verify(key, message, signature).is_ok(),
        }
    }
}
