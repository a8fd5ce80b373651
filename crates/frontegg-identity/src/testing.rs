//! For tests of stores.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use tokio::task::JoinSet;

use crate::store::{SavedSession, SessionKey, SessionStore, StoreError, StoreLock};

/// How many use a store at once, and how often each changes the session.
const WORKERS: u64 = 8;
const ROUNDS: u64 = 25;

/// A promise of [`SessionStore`] that a store does not keep.
#[derive(Debug)]
pub struct BrokenPromise {
    promise: &'static str,
    source: Option<StoreError>,
}

/// Checks that a store keeps the promises of [`SessionStore`].
///
/// `open` opens the same place each time, as different processes would. The place is empty at the start and at the end.
/// What needs time to pass is not checked: that an old lock cannot write once it has run out.
///
/// ```
/// use std::sync::Arc;
/// use frontegg_identity::{MemoryStore, testing};
///
/// # #[tokio::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let store = Arc::new(MemoryStore::new());
/// testing::store_conformance(|| Arc::clone(&store)).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// The first promise that is broken.
pub async fn store_conformance<S: SessionStore>(open: impl Fn() -> S) -> Result<(), BrokenPromise> {
    let (one, other) = (open(), open());
    what_is_saved_is_loaded(&one, &other).await?;
    keys_are_kept_apart(&one, &other).await?;
    a_holder_who_dies_is_noticed(&one, &other).await?;
    let workers = (0..WORKERS).map(|_| open()).collect();
    one_holds_the_lock(workers, &one).await
}

async fn what_is_saved_is_loaded(
    one: &impl SessionStore,
    other: &impl SessionStore,
) -> Result<(), BrokenPromise> {
    let key = key("conformance")?;
    expect(
        found(one, &key).await?.is_none(),
        "nothing is there before the first save",
    )?;
    let lock = lock(one, &key).await?;
    remove(one, &key, &lock).await?;
    for session in [session("R1", 0)?, session("R2", 20_000)?, session("R3", 1)?] {
        save(one, &key, &session, &lock).await?;
        for store in [found(one, &key).await?, found(other, &key).await?] {
            let is_same = store.as_deref() == Some(session.to_text().expose());
            expect(is_same, "load gives what the last save was given")?;
        }
    }
    remove(one, &key, &lock).await?;
    expect(
        found(other, &key).await?.is_none(),
        "nothing is there after remove",
    )?;
    unlock(one, &key, lock).await
}

async fn keys_are_kept_apart(
    one: &impl SessionStore,
    other: &impl SessionStore,
) -> Result<(), BrokenPromise> {
    let long = "k".repeat(SessionKey::LONGEST);
    let texts = [
        "a",
        "A",
        "a/b",
        "a b",
        "..",
        ".",
        "a\\b",
        "a:b",
        "a%2fb",
        "*",
        "ключ",
        "a\u{301}",
        "\u{e1}",
        "con",
        long.as_str(),
    ];
    let mut sessions = BTreeMap::new();
    for (number, text) in texts.into_iter().enumerate() {
        let (key, session) = (key(text)?, session(&format!("R{number}"), 0)?);
        let lock = lock(one, &key).await?;
        save(one, &key, &session, &lock).await?;
        unlock(one, &key, lock).await?;
        sessions.insert(key, session);
    }
    for (key, session) in &sessions {
        let is_same = found(other, key).await?.as_deref() == Some(session.to_text().expose());
        expect(is_same, "each key has a session of its own")?;
    }
    for key in sessions.keys() {
        let lock = lock(other, key).await?;
        remove(other, key, &lock).await?;
        unlock(other, key, lock).await?;
    }
    Ok(())
}

async fn a_holder_who_dies_is_noticed(
    one: &impl SessionStore,
    other: &impl SessionStore,
) -> Result<(), BrokenPromise> {
    let key = key("conformance")?;
    drop(lock(one, &key).await?);
    let after_death = lock(other, &key).await?;
    expect(
        after_death.is_inherited(),
        "a lock that was dropped is inherited by the next holder",
    )?;
    unlock(other, &key, after_death).await?;
    let after_return = lock(one, &key).await?;
    expect(
        !after_return.is_inherited(),
        "a lock that was given back is not inherited",
    )?;
    unlock(one, &key, after_return).await
}

/// Everybody counts, in the session: a lock that two hold at once loses some.
async fn one_holds_the_lock<S: SessionStore>(
    workers: Vec<S>,
    one: &S,
) -> Result<(), BrokenPromise> {
    let key = Arc::new(key("conformance")?);
    let mut tasks = JoinSet::new();
    for store in workers {
        let key = Arc::clone(&key);
        tasks.spawn(async move {
            for _ in 0..ROUNDS {
                let lock = lock(&store, &key).await?;
                let count = count(&store, &key).await?;
                save(&store, &key, &session(&(count + 1).to_string(), 0)?, &lock).await?;
                unlock(&store, &key, lock).await?;
            }
            Ok::<_, BrokenPromise>(())
        });
    }
    while let Some(outcome) = tasks.join_next().await {
        outcome.map_err(|_| broken("no method panics"))??;
    }
    let is_exact = count(one, &key).await? == WORKERS * ROUNDS;
    expect(is_exact, "at most one holds the lock")?;
    let lock = lock(one, &key).await?;
    remove(one, &key, &lock).await?;
    unlock(one, &key, lock).await
}

async fn count(store: &impl SessionStore, key: &SessionKey) -> Result<u64, BrokenPromise> {
    let session = store
        .load(key)
        .await
        .map_err(failed("a session can be loaded"))?;
    let token = session.and_then(|session| session.refresh);
    let count = token.map_or(Ok(0), |token| token.expose().parse());
    count.map_err(|_| broken("load gives what the last save was given"))
}

fn session(refresh: &str, length: usize) -> Result<SavedSession, BrokenPromise> {
    let text = serde_json::json!({
        "version": 1,
        "refreshToken": refresh,
        "refreshCookie": "fe_refresh_a",
        "tokens": [{
            "accessToken": format!("{refresh}\u{e9}\"\\\n{}", "x".repeat(length)),
            "obtainedAt": "2026-11-28T12:00:00.000000001Z",
            "expiresAt": "2026-11-29T12:00:00Z",
        }],
    });
    SavedSession::from_text(&text.to_string()).map_err(failed("a session can be read"))
}

fn key(text: &str) -> Result<SessionKey, BrokenPromise> {
    SessionKey::new(text).map_err(|_| broken("the key is one"))
}

async fn found(
    store: &impl SessionStore,
    key: &SessionKey,
) -> Result<Option<String>, BrokenPromise> {
    let session = store
        .load(key)
        .await
        .map_err(failed("a session can be loaded"))?;
    Ok(session.map(|session| session.to_text().expose().to_owned()))
}

async fn lock(store: &impl SessionStore, key: &SessionKey) -> Result<StoreLock, BrokenPromise> {
    store.lock(key).await.map_err(failed("a lock can be taken"))
}

async fn unlock(
    store: &impl SessionStore,
    key: &SessionKey,
    lock: StoreLock,
) -> Result<(), BrokenPromise> {
    let unlocked = store.unlock(key, lock).await;
    unlocked.map_err(failed("a lock can be given back"))
}

async fn save(
    store: &impl SessionStore,
    key: &SessionKey,
    session: &SavedSession,
    lock: &StoreLock,
) -> Result<(), BrokenPromise> {
    let saved = store.save(key, session, lock).await;
    saved.map_err(failed("a session can be saved"))
}

async fn remove(
    store: &impl SessionStore,
    key: &SessionKey,
    lock: &StoreLock,
) -> Result<(), BrokenPromise> {
    let removed = store.remove(key, lock).await;
    removed.map_err(failed("a session can be removed"))
}

fn expect(is_kept: bool, promise: &'static str) -> Result<(), BrokenPromise> {
    if is_kept {
        Ok(())
    } else {
        Err(broken(promise))
    }
}

fn broken(promise: &'static str) -> BrokenPromise {
    BrokenPromise {
        promise,
        source: None,
    }
}

fn failed(promise: &'static str) -> impl FnOnce(StoreError) -> BrokenPromise {
    move |source| BrokenPromise {
        promise,
        source: Some(source),
    }
}

impl fmt::Display for BrokenPromise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the store breaks a promise: {}", self.promise)
    }
}

impl std::error::Error for BrokenPromise {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source: &(dyn std::error::Error + 'static) = self.source.as_ref()?;
        Some(source)
    }
}
