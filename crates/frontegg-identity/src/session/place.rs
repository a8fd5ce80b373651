//! Where one session is kept: a store, and the key in it.

use std::sync::Arc;

use crate::error::Error;
use crate::store::{SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreLock};

/// A store, and the key of one session in it.
pub(crate) struct Place {
    store: Arc<dyn SessionStore>,
    key: SessionKey,
}

impl Place {
    pub(crate) fn new(store: Arc<dyn SessionStore>, key: SessionKey) -> Self {
        Self { store, key }
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.store, &other.store) && self.key == other.key
    }

    pub(crate) async fn load(&self) -> Result<Option<SavedSession>, StoreError> {
        self.store.load(&self.key).await
    }

    /// What is there, for one who can do without: what was put aside counts as nothing.
    pub(crate) async fn load_readable(&self) -> Result<Option<SavedSession>, StoreError> {
        match self.load().await {
            Err(error) if error.kind() == StoreErrorKind::Unreadable => {
                tracing::warn!("a stored session could not be read and was put aside");
                Ok(None)
            }
            outcome => outcome,
        }
    }

    pub(crate) async fn lock(&self) -> Result<StoreLock, StoreError> {
        self.store.lock(&self.key).await
    }

    pub(crate) async fn save(
        &self,
        session: &SavedSession,
        lock: &StoreLock,
    ) -> Result<(), StoreError> {
        self.store.save(&self.key, session, lock).await
    }

    pub(crate) async fn remove(&self, lock: &StoreLock) -> Result<(), StoreError> {
        self.store.remove(&self.key, lock).await
    }

    /// Gives the lock back. If that fails, it runs out by itself.
    pub(crate) async fn unlock(&self, lock: StoreLock) {
        if let Err(error) = self.store.unlock(&self.key, lock).await {
            tracing::warn!(kind = ?error.kind(), "a session's lock could not be given back");
        }
    }
}

/// A failure of the store, seen by one who was doing something with a session.
pub(crate) fn store_error(doing: &'static str) -> impl FnOnce(StoreError) -> Error {
    move |source| Error::built(crate::ErrorKind::Store, doing, None, Some(Box::new(source)))
}
