//! The keys that an environment publishes.

use std::sync::Arc;

use serde_json::Value;

use super::error::VerifyError;
use super::key::Key;

/// The most keys of a set that are read.
const MOST_KEYS: usize = 64;

/// A JWK set (RFC 7517, section 5), ready to verify with.
pub(super) struct KeySet {
    named: Vec<(String, Entry)>,
    unnamed: Vec<Arc<Key>>,
    /// As published, to see whether another set is the same.
    published: Value,
}

enum Entry {
    Key(Arc<Key>),
    /// It is there, but is none for RS256.
    Unfit,
    /// Several keys have this name.
    Ambiguous,
}

impl KeySet {
    /// The keys of a set; none if there is no key of use in it.
    pub(super) fn read(published: &Value) -> Option<Self> {
        let mut set = Self {
            named: Vec::new(),
            unnamed: Vec::new(),
            published: published.clone(),
        };
        let keys = published["keys"].as_array()?;
        for jwk in keys.iter().take(MOST_KEYS) {
            let key = Key::of_jwk(jwk).map(Arc::new);
            match (jwk["kid"].as_str(), key) {
                (Some(name), key) => set.add(name, key),
                (None, Some(key)) => set.unnamed.push(key),
                (None, None) => {}
            }
        }
        let is_of_use = set.keys().next().is_some();
        is_of_use.then_some(set)
    }

    fn add(&mut self, name: &str, key: Option<Arc<Key>>) {
        let fit = |key: Option<Arc<Key>>| key.map_or(Entry::Unfit, Entry::Key);
        let same = self.named.iter_mut().find(|(known, _)| known == name);
        match (same, key) {
            (None, key) => self.named.push((name.to_owned(), fit(key))),
            // Keys of different sorts may share a name (RFC 7517, section 4.5).
            (Some((_, Entry::Ambiguous)), _) | (Some(_), None) => {}
            (Some((_, entry)), key) => {
                *entry = match entry {
                    Entry::Unfit => fit(key),
                    Entry::Key(_) | Entry::Ambiguous => Entry::Ambiguous,
                }
            }
        }
    }

    /// The keys that a token can name, and those that have no name.
    fn keys(&self) -> impl Iterator<Item = &Arc<Key>> {
        let named = self.named.iter().filter_map(|(_, entry)| match entry {
            Entry::Key(key) => Some(key),
            Entry::Unfit | Entry::Ambiguous => None,
        });
        named.chain(&self.unnamed)
    }

    /// The key of this name.
    pub(super) fn named(&self, name: &str) -> Result<Arc<Key>, VerifyError> {
        match self.named.iter().find(|(known, _)| known == name) {
            Some((_, Entry::Key(key))) => Ok(Arc::clone(key)),
            Some((_, Entry::Unfit)) => Err(VerifyError::UnfitKey),
            Some((_, Entry::Ambiguous)) => Err(VerifyError::AmbiguousKey),
            None => Err(VerifyError::UnknownKey),
        }
    }

    /// The only key, for a token that names none.
    pub(super) fn only(&self) -> Result<Arc<Key>, VerifyError> {
        let is_ambiguous = |entry: &(String, Entry)| matches!(entry.1, Entry::Ambiguous);
        let mut keys = self.keys();
        match (keys.next(), keys.next()) {
            (Some(key), None) if !self.named.iter().any(is_ambiguous) => Ok(Arc::clone(key)),
            _ => Err(VerifyError::MissingKeyId),
        }
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.published == other.published
    }
}
