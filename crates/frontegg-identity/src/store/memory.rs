//! Sessions in memory, for as long as the process lives.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use tokio::sync::OwnedMutexGuard;

use super::{
    SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreFuture, StoreLock,
};

/// How long a lock is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sessions in memory, for as long as the process lives. The default.
#[derive(Default)]
pub struct MemoryStore {
    slots: Mutex<HashMap<SessionKey, Arc<Slot>>>,
}

#[derive(Default)]
struct Slot {
    /// Whether it is held; still so if the holder before only dropped it.
    turn: Arc<tokio::sync::Mutex<bool>>,
    session: Mutex<Option<SavedSession>>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn slot(&self, key: &SessionKey) -> Arc<Slot> {
        let mut slots = self.slots.lock();
        match slots.get(key) {
            Some(slot) => Arc::clone(slot),
            None => Arc::clone(slots.entry(key.clone()).or_default()),
        }
    }

    fn put(&self, key: &SessionKey, session: Option<SavedSession>) {
        *self.slot(key).session.lock() = session;
    }
}

impl SessionStore for MemoryStore {
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<SavedSession>> {
        let slot = self.slots.lock().get(key).cloned();
        Box::pin(async move { Ok(slot.and_then(|slot| slot.session.lock().clone())) })
    }

    fn lock<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, StoreLock> {
        Box::pin(async move {
            let slot = self.slot(key);
            let turn = Arc::clone(&slot.turn).lock_owned();
            match tokio::time::timeout(PATIENCE, turn).await {
                Ok(mut guard) => {
                    let is_inherited = std::mem::replace(&mut *guard, true);
                    let lock = StoreLock::new(0).holding(Held { slot, guard });
                    Ok(if is_inherited { lock.inherited() } else { lock })
                }
                Err(_) => Err(StoreError::new(
                    StoreErrorKind::Locked,
                    "cannot lock the session in memory",
                )),
            }
        })
    }

    fn save<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a SavedSession,
        _lock: &'a StoreLock,
    ) -> StoreFuture<'a, ()> {
        self.put(key, Some(session.clone()));
        Box::pin(std::future::ready(Ok(())))
    }

    fn remove<'a>(&'a self, key: &'a SessionKey, _lock: &'a StoreLock) -> StoreFuture<'a, ()> {
        self.put(key, None);
        Box::pin(std::future::ready(Ok(())))
    }

    fn unlock<'a>(&'a self, key: &'a SessionKey, lock: StoreLock) -> StoreFuture<'a, ()> {
        if let Some(mut held) = lock.into_held::<Held>() {
            *held.guard = false;
        }
        let mut slots = self.slots.lock();
        // Nobody waits for the lock, and there is nothing to keep.
        let is_idle = slots
            .get(key)
            .is_some_and(|slot| Arc::strong_count(slot) == 1 && slot.session.lock().is_none());
        if is_idle {
            slots.remove(key);
        }
        drop(slots);
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Keeps the slot in the map while its lock is held or waited for.
struct Held {
    #[expect(dead_code, reason = "held, not read")]
    slot: Arc<Slot>,
    guard: OwnedMutexGuard<bool>,
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").finish_non_exhaustive()
    }
}
