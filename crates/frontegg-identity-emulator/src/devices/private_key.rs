//! The private half of a passkey.

use aws_lc_rs::encoding::{AsBigEndian, EcPublicKeyUncompressedBin};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
    RsaKeyPair,
};
use ciborium::Value as Cbor;

/// What an authenticator signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyAlgorithm {
    /// ECDSA with P-256 and SHA-256, COSE's -7: what nearly every authenticator has.
    Es256,
    /// Ed25519, COSE's -8.
    EdDsa,
    /// RSA, 2048 bits, COSE's -257. Its key takes longest to make.
    Rs256,
}

impl KeyAlgorithm {
    /// COSE's number for it.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Es256 => -7,
            Self::EdDsa => -8,
            Self::Rs256 => -257,
        }
    }
}

#[derive(Debug)]
pub(super) enum PrivateKey {
    Es256(EcdsaKeyPair),
    EdDsa(Ed25519KeyPair),
    Rs256(RsaKeyPair),
}

impl PrivateKey {
    pub(super) fn generate(algorithm: KeyAlgorithm) -> Result<Self, Unspecified> {
        Ok(match algorithm {
            KeyAlgorithm::Es256 => {
                Self::Es256(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING)?)
            }
            KeyAlgorithm::EdDsa => Self::EdDsa(Ed25519KeyPair::generate()?),
            KeyAlgorithm::Rs256 => Self::Rs256(RsaKeyPair::generate(KeySize::Rsa2048)?),
        })
    }

    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let random = SystemRandom::new();
        Ok(match self {
            Self::Es256(key) => key.sign(&random, message)?.as_ref().to_vec(),
            Self::EdDsa(key) => key.sign(message).as_ref().to_vec(),
            Self::Rs256(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature)?;
                signature
            }
        })
    }

    /// The public key as `COSE_Key` (RFC 9053, section 7; RFC 8230, section 4).
    pub(super) fn public_cose(&self) -> Result<Cbor, Unspecified> {
        let members: Vec<(i64, Cbor)> = match self {
            Self::Es256(key) => {
                let point: EcPublicKeyUncompressedBin<'_> = key.public_key().as_be_bytes()?;
                let (x, y) = point.as_ref()[1..].split_at(32);
                vec![
                    (1, 2.into()),
                    (3, (-7).into()),
                    (-1, 1.into()),
                    (-2, x.into()),
                    (-3, y.into()),
                ]
            }
            Self::EdDsa(key) => {
                vec![
                    (1, 1.into()),
                    (3, (-8).into()),
                    (-1, 6.into()),
                    (-2, key.public_key().as_ref().into()),
                ]
            }
            Self::Rs256(key) => {
                let (n, e) = (key.public_key().modulus(), key.public_key().exponent());
                vec![
                    (1, 3.into()),
                    (3, (-257).into()),
                    (-1, n.big_endian_without_leading_zero().into()),
                    (-2, e.big_endian_without_leading_zero().into()),
                ]
            }
        };
        Ok(Cbor::Map(
            members
                .into_iter()
                .map(|(label, value)| (label.into(), value))
                .collect(),
        ))
    }
}
