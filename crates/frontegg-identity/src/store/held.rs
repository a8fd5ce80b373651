//! What stores on one machine have in common: names that do not tell their keys, and locks that are those of one key.

use std::sync::Arc;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{SessionKey, StoreError, StoreErrorKind};

/// A session's lock, with the key that it is for.
///
/// Whoever writes holds the mutex `L`: a writer whose caller has gone finishes before the lock is free.
pub(super) struct Held<L> {
    key: SessionKey,
    lock: Arc<L>,
}

impl<L> Held<L> {
    pub(super) fn new(key: &SessionKey, lock: L) -> Self {
        Self {
            key: key.clone(),
            lock: Arc::new(lock),
        }
    }

    /// The lock of this key, and of no other.
    pub(super) fn of(
        doing: &'static str,
        key: &SessionKey,
        held: Option<&Self>,
    ) -> Result<Arc<L>, StoreError> {
        let held = held.filter(|held| held.key == *key);
        let lock = held.map(|held| Arc::clone(&held.lock));
        lock.ok_or_else(|| {
            StoreError::new(StoreErrorKind::Configuration, doing)
                .because("the lock is another one's")
        })
    }
}

/// The name of a key's files and entries: its SHA-256. A key may be longer than a name can be once it is escaped, may differ
/// from another one in nothing but the case, and may open a session to whoever can list them.
pub(super) fn name(key: &SessionKey) -> String {
    HEXLOWER.encode(&Sha256::digest(key.as_str()))
}
