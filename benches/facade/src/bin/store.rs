//! What a store costs: to read, to lock, to write, and to renew a session that is kept in it.
//!
//! Files are synced, so that figures of writing are those of the disk; the peer is the same sequence by hand. Stores take
//! turns call by call. Redis takes part if `REDIS_URL` names one, the keyring where the system has a secret store.

use std::error::Error;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use facade_bench::{ACCESS_TOKEN_LENGTH, Server, median, row, sign_in};
use frontegg_identity::{
    FileStore, Identity, KeyringStore, MemoryStore, RedisStore, SavedSession, Session, SessionKey,
    SessionStore,
};

const WARM_UP: usize = 20;
const CALLS: usize = 400;

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let stores = stores(folder.path()).await?;
    let server = Server::of_sessions()?;
    let key = SessionKey::new("ada")?;
    let text = text();
    let saved = SavedSession::from_text(&text)?;
    let mut sessions = Vec::new();
    for (_, store) in &stores {
        sessions.push(kept(&server, store, &key).await?);
    }
    let not_kept = sign_in(&Identity::builder(&server.url).build()?).await?;

    let mut times = vec![Times::default(); stores.len()];
    let (mut bare_reads, mut bare_writes, mut bare_renewals) = (Vec::new(), Vec::new(), Vec::new());
    for call in 0..WARM_UP + CALLS {
        let is_warm = call >= WARM_UP;
        for (((_, store), session), times) in stores.iter().zip(&sessions).zip(&mut times) {
            let start = Instant::now();
            let lock = store.lock(&key).await?;
            let locked = start.elapsed();
            let start = Instant::now();
            store.save(&key, &saved, &lock).await?;
            let saved = start.elapsed();
            let start = Instant::now();
            store.unlock(&key, lock).await?;
            let unlocked = start.elapsed();
            let start = Instant::now();
            store.load(&key).await?.ok_or("nothing is kept")?;
            let loaded = start.elapsed();
            let renewed = renewal(session).await?;
            if is_warm {
                times.load.push(micros(loaded));
                times.lock.push(micros(locked + unlocked));
                times.save.push(micros(saved));
                times.renew.push(micros(renewed));
            }
        }
        let start = Instant::now();
        write(folder.path(), &text)?;
        let written = start.elapsed();
        let start = Instant::now();
        SavedSession::from_text(&fs::read_to_string(folder.path().join("bare"))?)?;
        let read = start.elapsed();
        let renewed = renewal(&not_kept).await?;
        if is_warm {
            bare_reads.push(micros(read));
            bare_writes.push(micros(written));
            bare_renewals.push(micros(renewed));
        }
    }

    let read = median(&mut bare_reads);
    let write = median(&mut bare_writes);
    let renewal = median(&mut bare_renewals);
    for ((name, _), mut times) in stores.iter().zip(times) {
        line(
            &format!("load from {name}; bare read"),
            &mut times.load,
            FILES.contains(name).then_some(read),
        );
        line(&format!("lock and unlock, {name}"), &mut times.lock, None);
        let peer = FILES.contains(name).then_some(write);
        line(
            &format!("save to {name}; bare write, sync, rename, sync"),
            &mut times.save,
            peer,
        );
        line(
            &format!("renewal kept in {name}; kept nowhere"),
            &mut times.renew,
            Some(renewal),
        );
    }
    Ok(())
}

/// Those that the sequence by hand is a peer of.
const FILES: [&str; 2] = ["a file", "profiles"];

type Named = (&'static str, Arc<dyn SessionStore>);

async fn stores(folder: &Path) -> Outcome<Vec<Named>> {
    let mut stores: Vec<Named> = vec![
        ("memory", Arc::new(MemoryStore::new())),
        (
            FILES[0],
            Arc::new(FileStore::in_folder(folder.join("sessions"))),
        ),
        (
            FILES[1],
            Arc::new(FileStore::profiles(folder.join("credentials.json"))),
        ),
    ];
    match std::env::var("REDIS_URL") {
        Ok(url) => stores.push(("Redis", Arc::new(RedisStore::builder(url).build()?))),
        Err(_) => eprintln!("without Redis: REDIS_URL names none"),
    }
    match KeyringStore::open("frontegg-identity-bench", folder.join("keyring")).await {
        Ok(store) => stores.push(("the keyring", Arc::new(store))),
        Err(error) => eprintln!("without the keyring: {error}"),
    }
    Ok(stores)
}

/// Median times in microseconds.
#[derive(Clone, Default)]
struct Times {
    load: Vec<f64>,
    lock: Vec<f64>,
    save: Vec<f64>,
    renew: Vec<f64>,
}

async fn kept(
    server: &Server,
    store: &Arc<dyn SessionStore>,
    key: &SessionKey,
) -> Outcome<Session> {
    let identity = Identity::builder(&server.url).store(Arc::clone(store));
    let session = sign_in(&identity.build()?).await?;
    session.store_as(key.clone()).await?;
    Ok(session)
}

/// The second of two, so that none is measured on a connection that others have let go cold.
async fn renewal(session: &Session) -> Outcome<Duration> {
    session.refresh_now().await?;
    let start = Instant::now();
    session.refresh_now().await?;
    Ok(start.elapsed())
}

/// As the store does it, without its locks.
fn write(folder: &Path, text: &str) -> Outcome<()> {
    let new = folder.join("bare.new");
    let mut file = File::create(&new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, folder.join("bare"))?;
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// A session as it is after a login.
fn text() -> String {
    format!(
        r#"{{"version":1,"refreshToken":"r","refreshCookie":"fe_refresh_a","tokens":[{{"accessToken":"{}","obtainedAt":"2026-11-28T12:00:00Z","expiresAt":"2100-01-01T00:00:00Z"}}]}}"#,
        "a".repeat(ACCESS_TOKEN_LENGTH)
    )
}

fn micros(time: Duration) -> f64 {
    time.as_nanos() as f64 / 1000.0
}

fn line(what: &str, times: &mut [f64], peer: Option<f64>) {
    let time = median(times);
    let (peer, ratio) = match peer {
        Some(peer) => (format!("{peer:.1} µs"), format!("{:.2}", time / peer)),
        None => Default::default(),
    };
    row(what, &format!("{time:.1} µs"), &peer, &ratio, "");
}
