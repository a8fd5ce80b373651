//! Sealing sessions, so that Redis, its backups and its operators do not see their tokens.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use data_encoding::BASE64;
use frontegg_identity_raw::Secret;
use zeroize::Zeroizing;

use crate::store::{StoreError, StoreErrorKind};

/// What sealed values begin with. JSON does not.
const MARK: &[u8; 4] = b"fis1";
const ID_LENGTH: usize = 8;
const KEY_LENGTH: usize = 32;
const HEAD_LENGTH: usize = MARK.len() + ID_LENGTH;

/// A key that stored sessions are sealed with.
///
/// ```
/// use frontegg_identity::{Secret, SealKey};
///
/// // As `openssl rand -base64 32` makes one.
/// let text = Secret::from("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
/// let key = SealKey::from_text(&text)?;
/// # Ok::<(), frontegg_identity::StoreError>(())
/// ```
#[derive(Clone)]
pub struct SealKey {
    id: [u8; ID_LENGTH],
    root: std::sync::Arc<Prk>,
}

impl SealKey {
    /// A key of 32 random bytes.
    ///
    /// # Errors
    /// [`StoreErrorKind::Configuration`]: the library for crypto does not take it.
    pub fn from_bytes(bytes: &[u8; KEY_LENGTH]) -> Result<Self, StoreError> {
        let root = Salt::new(HKDF_SHA256, b"frontegg-identity seal 1").extract(bytes);
        let mut id = [0; ID_LENGTH];
        derive(&root, &[b"id"], &mut id)
            .ok_or_else(|| wrong("cannot take the key that seals sessions"))?;
        Ok(Self {
            id,
            root: std::sync::Arc::new(root),
        })
    }

    /// A key of 32 random bytes in base64.
    ///
    /// # Errors
    /// [`StoreErrorKind::Configuration`]: it is not base64, or of another length.
    pub fn from_text(text: &Secret) -> Result<Self, StoreError> {
        let wrong = || wrong("a key that seals sessions is 32 bytes in base64");
        let bytes = BASE64.decode(text.expose().trim().as_bytes());
        let bytes = Zeroizing::new(bytes.map_err(|_| wrong())?);
        let bytes = bytes.as_slice().try_into().map_err(|_| wrong())?;
        Self::from_bytes(bytes)
    }

    /// A key for one place alone: no place uses its key so often that random nonces could meet.
    fn of_place(&self, place: &str) -> Option<RandomizedNonceKey> {
        let mut bytes = Zeroizing::new([0; KEY_LENGTH]);
        derive(&self.root, &[b"place", place.as_bytes()], bytes.as_mut())?;
        RandomizedNonceKey::new(&AES_256_GCM, bytes.as_ref()).ok()
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealKey(***)")
    }
}

/// How values are sealed, if they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Seal {
    /// The first one seals, all of them open.
    pub(super) keys: Vec<SealKey>,
    /// Whether values that are not sealed are read nevertheless.
    pub(super) takes_unsealed: bool,
}

/// Why a value cannot be opened.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// It was sealed with a key that we do not have.
    UnknownKey,
    /// It is broken, was changed, or belongs elsewhere.
    Broken,
}

impl Seal {
    /// The text as it is stored at this place.
    pub(super) fn seal(&self, text: &str, place: &str) -> Option<Vec<u8>> {
        let Some(key) = self.keys.first() else {
            return Some(text.as_bytes().to_vec());
        };
        let mut head = MARK.to_vec();
        head.extend(key.id);
        let mut sealed = text.as_bytes().to_vec();
        let nonce = key
            .of_place(place)?
            .seal_in_place_append_tag(bound(&head, place), &mut sealed)
            .ok()?;
        let mut value = head;
        value.extend(nonce.as_ref());
        value.extend(sealed);
        Some(value)
    }

    /// The text that is stored at this place.
    pub(super) fn open(&self, value: Vec<u8>, place: &str) -> Result<Secret, Closed> {
        if !value.starts_with(MARK) {
            if !self.keys.is_empty() && !self.takes_unsealed {
                return Err(Closed::Broken);
            }
            return text(value);
        }
        let (head, rest) = value.split_at_checked(HEAD_LENGTH).ok_or(Closed::Broken)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE_LEN).ok_or(Closed::Broken)?;
        let mut keys = self.keys.iter();
        let key = keys
            .find(|key| head.ends_with(&key.id))
            .ok_or(Closed::UnknownKey)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Closed::Broken)?;
        let mut opened = sealed.to_vec();
        let length = key
            .of_place(place)
            .and_then(|key| {
                let opened = key.open_in_place(nonce, bound(head, place), &mut opened);
                opened.ok().map(|text| text.len())
            })
            .ok_or(Closed::Broken)?;
        opened.truncate(length);
        text(opened)
    }
}

/// What is sealed along: a value that was taken elsewhere does not open.
fn bound(head: &[u8], place: &str) -> Aad<Vec<u8>> {
    Aad::from([head, place.as_bytes()].concat())
}

fn text(bytes: Vec<u8>) -> Result<Secret, Closed> {
    let text = String::from_utf8(bytes);
    text.map(Secret::from).map_err(|_| Closed::Broken)
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn derive(root: &Prk, info: &[&[u8]], bytes: &mut [u8]) -> Option<()> {
    root.expand(info, Length(bytes.len()))
        .ok()?
        .fill(bytes)
        .ok()
}

fn wrong(doing: &'static str) -> StoreError {
    StoreError::new(StoreErrorKind::Configuration, doing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(keys: &[u8]) -> Seal {
        let keys = keys.iter().map(|byte| SealKey::from_bytes(&[*byte; 32]));
        Seal {
            keys: keys.collect::<Result<_, _>>().unwrap(),
            takes_unsealed: false,
        }
    }

    fn opened(seal: &Seal, value: &[u8], place: &str) -> Result<String, Closed> {
        let text = seal.open(value.to_vec(), place)?;
        Ok(text.expose().to_owned())
    }

    #[test]
    fn what_is_sealed_opens_at_its_place_alone() {
        let seal = seal(&[1]);
        let value = seal.seal("S3NTINEL", "a").unwrap();
        assert!(!value.windows(8).any(|part| part == b"S3NTINEL"));
        assert_ne!(seal.seal("S3NTINEL", "a").unwrap(), value);
        assert_eq!(opened(&seal, &value, "a").unwrap(), "S3NTINEL");
        assert_eq!(opened(&seal, &value, "b"), Err(Closed::Broken));
    }

    #[test]
    fn a_value_that_was_changed_does_not_open() {
        let seal = seal(&[1]);
        let value = seal.seal("text", "a").unwrap();
        for index in MARK.len() + ID_LENGTH..value.len() {
            let mut changed = value.clone();
            changed[index] ^= 1;
            assert_eq!(opened(&seal, &changed, "a"), Err(Closed::Broken));
            assert_eq!(opened(&seal, &value[..index], "a"), Err(Closed::Broken));
        }
    }

    #[test]
    fn the_first_key_seals_and_all_of_them_open() {
        let (old, both, new) = (seal(&[1]), seal(&[2, 1]), seal(&[2]));
        let value = old.seal("text", "a").unwrap();
        assert_eq!(opened(&both, &value, "a").unwrap(), "text");
        assert_eq!(opened(&new, &value, "a"), Err(Closed::UnknownKey));
        assert_eq!(
            opened(&Seal::default(), &value, "a"),
            Err(Closed::UnknownKey)
        );
        let value = both.seal("text", "a").unwrap();
        assert_eq!(opened(&new, &value, "a").unwrap(), "text");
    }

    #[test]
    fn what_is_not_sealed_is_taken_only_on_request() {
        let mut sealing = seal(&[1]);
        let value = Seal::default().seal("{}", "a").unwrap();
        assert_eq!(value, b"{}");
        assert_eq!(opened(&Seal::default(), &value, "a").unwrap(), "{}");
        assert_eq!(opened(&sealing, &value, "a"), Err(Closed::Broken));
        sealing.takes_unsealed = true;
        assert_eq!(opened(&sealing, &value, "a").unwrap(), "{}");
    }

    #[test]
    fn a_key_is_32_bytes_and_is_not_shown() {
        let text = BASE64.encode(&[7; 32]);
        let key = SealKey::from_text(&Secret::from(format!("{text}\n"))).unwrap();
        assert_eq!(key.id, SealKey::from_bytes(&[7; 32]).unwrap().id);
        assert_eq!(format!("{key:?}"), "SealKey(***)");
        for bad in ["", "?", &BASE64.encode(&[7; 31]), &BASE64.encode(&[7; 33])] {
            let error = SealKey::from_text(&Secret::from(bad)).unwrap_err();
            assert_eq!(error.kind(), StoreErrorKind::Configuration);
        }
    }
}
