//! Where sessions are kept, so that they outlive their process and are shared by several.

mod error;
#[cfg(feature = "file-store")]
mod file;
#[cfg(feature = "file-store")]
mod held;
#[cfg(feature = "keyring-store")]
mod keyring;
mod memory;
#[cfg(feature = "redis-store")]
mod redis;
mod saved;

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

pub use self::error::{StoreError, StoreErrorKind};
#[cfg(feature = "file-store")]
pub use self::file::FileStore;
#[cfg(feature = "keyring-store")]
pub use self::keyring::KeyringStore;
pub use self::memory::MemoryStore;
#[cfg(feature = "redis-store")]
pub use self::redis::{RedisStore, RedisStoreBuilder, SealKey};
pub(crate) use self::saved::Lineage;
pub use self::saved::SavedSession;
use crate::error::{Error, ErrorKind};

/// What a store's methods return.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A place for sessions.
///
/// Whoever renews a session takes its lock, reads it again, renews it if nobody has done so meanwhile, saves it, and gives
/// the lock back. A store of your own has to promise:
///
/// 1. `load` gives what the last `save` was given, or nothing if there was none, or if `remove` came after it.
/// 2. `save` is durable when it returns, and it is all or nothing: whoever loads, and whatever process dies when, finds the
///    old session or the new one.
/// 3. At most one holds the lock of a key, among all who share the store. A lock that somebody holds is waited for, though
///    not for ever. One whose holder died becomes free by itself.
/// 4. A lock may run out while its holder sleeps. Once somebody with a newer lock has written, `save` and `remove` with the
///    old one fail with [`StoreErrorKind::LockLost`] and change nothing.
/// 5. What cannot be read is put aside and reported once as [`StoreErrorKind::Unreadable`]; afterwards there is nothing.
///    Other keys do not notice.
///
/// With the feature `testing`, `testing::store_conformance` checks this; run it on yours.
pub trait SessionStore: fmt::Debug + Send + Sync + 'static {
    /// The session with this key, without taking its lock.
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<SavedSession>>;

    /// Takes the lock of a key, whether there is a session or not. Waits while somebody else has it.
    fn lock<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, StoreLock>;

    /// Puts a session in place of the one that is there. `lock` is that of the same key.
    fn save<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a SavedSession,
        lock: &'a StoreLock,
    ) -> StoreFuture<'a, ()>;

    /// Takes a session away, if there is one. `lock` is that of the same key.
    fn remove<'a>(&'a self, key: &'a SessionKey, lock: &'a StoreLock) -> StoreFuture<'a, ()>;

    /// Gives a lock back. It succeeds for a lock that ran out, too.
    ///
    /// A lock that is only dropped counts as that of a holder who died.
    fn unlock<'a>(&'a self, key: &'a SessionKey, lock: StoreLock) -> StoreFuture<'a, ()>;
}

impl<S: SessionStore + ?Sized> SessionStore for Arc<S> {
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<SavedSession>> {
        (**self).load(key)
    }

    fn lock<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, StoreLock> {
        (**self).lock(key)
    }

    fn save<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a SavedSession,
        lock: &'a StoreLock,
    ) -> StoreFuture<'a, ()> {
        (**self).save(key, session, lock)
    }

    fn remove<'a>(&'a self, key: &'a SessionKey, lock: &'a StoreLock) -> StoreFuture<'a, ()> {
        (**self).remove(key, lock)
    }

    fn unlock<'a>(&'a self, key: &'a SessionKey, lock: StoreLock) -> StoreFuture<'a, ()> {
        (**self).unlock(key, lock)
    }
}

/// The right to change the session of one key.
pub struct StoreLock {
    number: u64,
    is_inherited: bool,
    held: Option<Box<dyn Any + Send + Sync>>,
}

impl StoreLock {
    /// A lock with its number, by which a store tells newer locks of a key from older ones. A store whose locks cannot run
    /// out may give all of them the same.
    #[must_use]
    pub fn new(number: u64) -> Self {
        Self {
            number,
            is_inherited: false,
            held: None,
        }
    }

    /// Keeps something for as long as the lock is held: an open file, the guard of a mutex.
    #[must_use]
    pub fn holding(mut self, what: impl Any + Send + Sync) -> Self {
        self.held = Some(Box::new(what));
        self
    }

    /// The holder before went away without giving the lock back. They may have spent the session's refresh token and died
    /// before they could save the next one.
    #[must_use]
    pub fn inherited(mut self) -> Self {
        self.is_inherited = true;
        self
    }

    /// The number that the store gave it.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Whether the holder before went away without giving it back.
    #[must_use]
    pub fn is_inherited(&self) -> bool {
        self.is_inherited
    }

    /// What the store keeps in it.
    #[must_use]
    pub fn held<T: Any>(&self) -> Option<&T> {
        let held: &dyn Any = self.held.as_deref()?;
        held.downcast_ref()
    }

    /// The same, to keep when the lock is gone.
    #[must_use]
    pub fn into_held<T: Any + Send + Sync>(self) -> Option<T> {
        let held: Box<dyn Any + Send + Sync> = self.held?;
        held.downcast().ok().map(|held| *held)
    }
}

impl fmt::Debug for StoreLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreLock")
            .field("number", &self.number)
            .field("is_inherited", &self.is_inherited)
            .finish_non_exhaustive()
    }
}

/// What a session is found by: the id of a user, the name of a profile, the id of a browser's session.
///
/// Since it can be the last of these, which opens the session to whoever knows it, `Debug` does not show it.
///
/// ```
/// use frontegg_identity::SessionKey;
///
/// let key = SessionKey::new("profile/default")?;
/// assert!(SessionKey::new("").is_err());
/// # Ok::<(), frontegg_identity::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionKey(Box<str>);

impl SessionKey {
    /// The longest key, in bytes.
    pub const LONGEST: usize = 255;

    /// A key of any characters but control characters.
    ///
    /// # Errors
    /// [`ErrorKind::Input`]: it is empty, longer than [`LONGEST`](Self::LONGEST) bytes, or has a control character.
    pub fn new(text: impl Into<Box<str>>) -> Result<Self, Error> {
        let text = text.into();
        if text.is_empty() || text.len() > Self::LONGEST || text.contains(char::is_control) {
            return Err(Error::new(
                ErrorKind::Input,
                "a session cannot be kept under this key",
            ));
        }
        Ok(Self(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKey(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_can_stand_in_every_store() {
        let long = "x".repeat(SessionKey::LONGEST);
        for good in ["a", "tenant/user", "ключ", "..", &long] {
            assert_eq!(SessionKey::new(good).unwrap().as_str(), good);
        }
        let longer = "x".repeat(SessionKey::LONGEST + 1);
        for bad in ["", "a\nb", "\0", &longer] {
            assert_eq!(SessionKey::new(bad).unwrap_err().kind(), ErrorKind::Input);
        }
        let shown = format!("{:?}", SessionKey::new("S3NTINEL").unwrap());
        assert!(!shown.contains("S3NTINEL"));
    }

    #[test]
    fn a_lock_holds_what_it_was_given_till_it_is_dropped() {
        let what = std::sync::Arc::new(7_u8);
        let lock = StoreLock::new(3).holding(std::sync::Arc::clone(&what));
        assert_eq!((lock.number(), lock.is_inherited()), (3, false));
        assert_eq!(
            lock.held::<std::sync::Arc<u8>>().map(|held| **held),
            Some(7)
        );
        assert!(lock.held::<String>().is_none());
        drop(lock.into_held::<std::sync::Arc<u8>>().unwrap());
        assert_eq!(std::sync::Arc::strong_count(&what), 1);
        assert!(StoreLock::new(1).inherited().is_inherited());
    }
}
