//! Sessions in Redis, for fleets.
//!
//! A session has three keys, in one slot of a cluster: the session, the lease of whoever holds its lock, and the fence. The
//! fence remembers the number of the last lock, the number by which the session was written last, and the number of a lock
//! that was not given back. Numbers are times of Redis, so that they grow even if a fence is forgotten; and the fence
//! outlives the session, so that it is forgotten only when all that a late holder could bring back has ended long ago.

mod builder;
mod held;
mod link;
mod names;
mod script;
mod seal;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::Secret;

pub use self::builder::RedisStoreBuilder;
use self::held::Held;
use self::link::Link;
use self::names::Names;
use self::script::Scripts;
pub use self::seal::SealKey;
use self::seal::{Closed, Seal};
use super::{
    SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreFuture, StoreLock,
};

/// How long a fence is kept after the session, or after a lock if there is no session. Whoever held a lock before that
/// cannot write any more.
const FENCE_LIFE: Duration = Duration::from_secs(60 * 60);

/// How long a session is kept that could not be read.
const ASIDE_LIFE: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Pauses between two looks at a lock that somebody else holds.
const FIRST_PAUSE: Duration = Duration::from_millis(5);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

const LOADING: &str = "cannot load the session from Redis";
const LOCKING: &str = "cannot lock the session in Redis";
const SAVING: &str = "cannot save the session in Redis";
const REMOVING: &str = "cannot remove the session from Redis";

/// Sessions in a Redis that many processes share. For Redis from 5.0 on, and for what speaks its language.
///
/// A lock is a lease: it runs out by the clock of Redis if its holder dies or is paused, and a holder who wakes up after
/// that cannot overwrite what the next one has written. Sessions are removed when their refresh token runs out.
///
/// A session that is saved is as safe as Redis keeps it: with replication alone, the last second before a failover can be
/// lost. Give the store a Redis that does not evict keys.
///
/// ```no_run
/// use frontegg_identity::{Identity, RedisStore, SealKey, Secret};
///
/// # fn connect(url: Secret, seal: Secret) -> Result<(), Box<dyn std::error::Error>> {
/// let store = RedisStore::builder(url).seal_key(SealKey::from_text(&seal)?).build()?;
/// let identity = Identity::builder("https://acme.frontegg.com").store(store).build()?;
/// # Ok(())
/// # }
/// ```
///
/// Clones share the connection.
#[derive(Clone)]
pub struct RedisStore {
    core: Arc<Core>,
}

struct Core {
    link: Link,
    scripts: Scripts,
    prefix: String,
    lease: Duration,
    patience: Duration,
    life: Duration,
    seal: Seal,
}

impl RedisStore {
    /// A store in one Redis: `redis://user:password@host:6379/0`, or `rediss://` for TLS.
    pub fn builder(url: impl Into<Secret>) -> RedisStoreBuilder {
        RedisStoreBuilder::new(vec![url.into()], false)
    }

    /// A store in a cluster, of which these are some nodes. The others are found.
    pub fn cluster_builder<U: Into<Secret>>(
        urls: impl IntoIterator<Item = U>,
    ) -> RedisStoreBuilder {
        RedisStoreBuilder::new(urls.into_iter().map(Into::into).collect(), true)
    }
}

impl Core {
    fn names(&self, key: &SessionKey) -> Names {
        Names::new(&self.prefix, key)
    }

    /// In ms. Longer than any lease.
    fn fence_life(&self) -> String {
        FENCE_LIFE.max(self.lease * 2).as_millis().to_string()
    }

    async fn load(&self, names: &Names) -> Result<Option<SavedSession>, StoreError> {
        loop {
            let mut command = ::redis::cmd("GET");
            command.arg(&names.session);
            let value: Option<Vec<u8>> = self.link.ask(LOADING, &command).await?;
            let Some(value) = value else {
                return Ok(None);
            };
            match self.seal.open(value.clone(), &names.stem) {
                Ok(text) => {
                    if let Ok(session) = SavedSession::from_text(text.expose()) {
                        return Ok(Some(session));
                    }
                }
                Err(Closed::UnknownKey) => {
                    // Whose fault is it? Not the session's: one server without the new key must not end all of them.
                    let doing =
                        "cannot open the session: it was sealed with a key that is not given";
                    return Err(StoreError::new(StoreErrorKind::Configuration, doing));
                }
                Err(Closed::Broken) => {}
            }
            let keys = [names.session.as_str(), &names.unreadable];
            let life = ASIDE_LIFE.as_millis().to_string();
            let script = &self.scripts.set_aside;
            let was_there: bool = self
                .link
                .run(LOADING, script, &keys, &[&value, life.as_bytes()])
                .await?;
            if was_there {
                return Err(StoreError::new(StoreErrorKind::Unreadable, LOADING));
            }
            // Somebody has written, or put it aside, meanwhile.
        }
    }

    async fn lock(self: &Arc<Self>, key: &SessionKey) -> Result<StoreLock, StoreError> {
        let mut held = Held::new(Arc::clone(self), self.names(key))?;
        let mut pause = FIRST_PAUSE;
        let taken = async {
            loop {
                match self.try_lock(&held).await? {
                    (0, left) => {
                        let share = pause.mul_f64(fastrand::f64().midpoint(1.0));
                        let left = Duration::from_millis(u64::try_from(left).unwrap_or_default());
                        tokio::time::sleep(share.min(left)).await;
                        pause = (pause * 2).min(LONGEST_PAUSE);
                    }
                    (number, inherited) => return Ok((number, inherited == 1)),
                }
            }
        };
        let (number, is_inherited) = match tokio::time::timeout(self.patience, taken).await {
            Ok(taken) => taken?,
            Err(_) => return Err(StoreError::new(StoreErrorKind::Locked, LOCKING)),
        };
        held.number = Some(number);
        let lock = StoreLock::new(number).holding(held);
        Ok(if is_inherited { lock.inherited() } else { lock })
    }

    async fn try_lock(&self, held: &Held) -> Result<(u64, i64), StoreError> {
        let keys = [held.names.lease.as_str(), &held.names.fence];
        let lease = self.lease.as_millis().to_string();
        let fence_life = self.fence_life();
        let arguments = [&held.token[..], lease.as_bytes(), fence_life.as_bytes()];
        let script = &self.scripts.lock;
        self.link.run(LOCKING, script, &keys, &arguments).await
    }

    /// Saves a session, or removes it.
    async fn write(
        &self,
        doing: &'static str,
        names: &Names,
        session: Option<&SavedSession>,
        lock: &StoreLock,
    ) -> Result<(), StoreError> {
        let keys = [names.session.as_str(), &names.fence];
        let (number, fence_life) = (lock.number().to_string(), self.fence_life());
        let mut arguments = vec![number.into_bytes(), fence_life.into_bytes()];
        if let Some(session) = session {
            let value = self.seal.seal(session.to_text().expose(), &names.stem);
            let value = value.ok_or_else(|| StoreError::new(StoreErrorKind::Unavailable, doing))?;
            let end = session.expires_at().map(|end| end.timestamp_millis());
            let end = end.map(|end| end.to_string()).unwrap_or_default();
            let life = self.life.as_millis().to_string();
            arguments.extend([value, end.into_bytes(), life.into_bytes()]);
        }
        let arguments: Vec<_> = arguments.iter().map(Vec::as_slice).collect();
        let script = &self.scripts.write;
        match self.link.run(doing, script, &keys, &arguments).await? {
            true => Ok(()),
            false => Err(StoreError::new(StoreErrorKind::LockLost, doing)),
        }
    }
}

impl SessionStore for RedisStore {
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<SavedSession>> {
        Box::pin(async move { self.core.load(&self.core.names(key)).await })
    }

    fn lock<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, StoreLock> {
        Box::pin(self.core.lock(key))
    }

    fn save<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a SavedSession,
        lock: &'a StoreLock,
    ) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let names = self.core.names(key);
            self.core.write(SAVING, &names, Some(session), lock).await
        })
    }

    fn remove<'a>(&'a self, key: &'a SessionKey, lock: &'a StoreLock) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let names = self.core.names(key);
            self.core.write(REMOVING, &names, None, lock).await
        })
    }

    fn unlock<'a>(&'a self, _key: &'a SessionKey, lock: StoreLock) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            match lock.into_held::<Held>() {
                Some(held) => held.give_back().await,
                None => Ok(()),
            }
        })
    }
}

impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStore")
            .field("prefix", &self.core.prefix)
            .field("seal", &self.core.seal)
            .finish_non_exhaustive()
    }
}
