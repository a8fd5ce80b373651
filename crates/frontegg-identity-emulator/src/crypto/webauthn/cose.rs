//! Public keys as authenticators write them (COSE, RFC 9053), and their signatures.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};
use ciborium::Value as Cbor;

use super::WebAuthnFault;

const MALFORMED: WebAuthnFault = WebAuthnFault::Malformed("credential public key");

/// The algorithms asked for, the favourite first: ES256, EdDSA, RS256.
pub(super) const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// A credential's public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PublicKey {
    /// A point of P-256, uncompressed.
    Es256(Vec<u8>),
    Ed25519(Vec<u8>),
    Rs256 {
        modulus: Vec<u8>,
        exponent: Vec<u8>,
    },
}

impl PublicKey {
    pub(super) fn from_cose(key: &Cbor) -> Result<Self, WebAuthnFault> {
        let members = key.as_map().ok_or(MALFORMED)?;
        let member = |label: i64| {
            let has_label = |name: &Cbor| name.as_integer() == Some(label.into());
            members
                .iter()
                .find(|(name, _)| has_label(name))
                .map(|(_, value)| value)
                .ok_or(MALFORMED)
        };
        let number = |label| member(label)?.as_integer().map(i128::from).ok_or(MALFORMED);
        let bytes = |label| {
            member(label)?
                .as_bytes()
                .map(Vec::as_slice)
                .ok_or(MALFORMED)
        };
        // Labels: 1 kind of key, 3 algorithm; then by kind of key.
        match (number(1)?, number(3)?) {
            (2, -7) if number(-1)? == 1 => {
                let point = [&[4], bytes(-2)?, bytes(-3)?].concat();
                parse(&ECDSA_P256_SHA256_ASN1, &point)?;
                Ok(Self::Es256(point))
            }
            (1, -8) if number(-1)? == 6 => {
                let point = bytes(-2)?.to_vec();
                parse(&ED25519, &point)?;
                Ok(Self::Ed25519(point))
            }
            (3, -257) => Ok(Self::Rs256 {
                modulus: bytes(-1)?.to_vec(),
                exponent: bytes(-2)?.to_vec(),
            }),
            _ => Err(WebAuthnFault::Algorithm),
        }
    }

    /// COSE's number for the algorithm.
    pub(super) fn algorithm(&self) -> i64 {
        match self {
            Self::Es256(_) => -7,
            Self::Ed25519(_) => -8,
            Self::Rs256 { .. } => -257,
        }
    }

    pub(super) fn check_signature(
        &self,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), WebAuthnFault> {
        let outcome = match self {
            Self::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            Self::Ed25519(point) => {
                UnparsedPublicKey::new(&ED25519, point).verify(message, signature)
            }
            Self::Rs256 {
                modulus: n,
                exponent: e,
            } => RsaPublicKeyComponents { n, e }.verify(
                &RSA_PKCS1_2048_8192_SHA256,
                message,
                signature,
            ),
        };
        outcome.map_err(|_| WebAuthnFault::Signature)
    }
}

fn parse(algorithm: &'static dyn VerificationAlgorithm, key: &[u8]) -> Result<(), WebAuthnFault> {
    ParsedPublicKey::new(algorithm, key)
        .map(drop)
        .map_err(|_| MALFORMED)
}
