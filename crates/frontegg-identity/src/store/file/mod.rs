//! Sessions in files.
//!
//! Two forms: [`Folder`] has a file for each session, [`Profiles`] one file for several. [`DataFile`](data::DataFile) is how
//! a file is replaced, [`KeyLock`] how one process at a time gets to do it.

mod data;
mod folder;
mod lock;
mod profiles;

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use tokio::time::Instant;

use self::data::Steps;
use self::folder::Folder;
use self::lock::KeyLock;
use self::profiles::Profiles;
use super::held::{self, name};
use super::{
    SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreFuture, StoreLock,
};

/// How long a lock is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// The pauses between two looks at a lock: the first one, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(1), Duration::from_millis(32));

/// Sessions in files, for all processes of one machine.
///
/// A file is written beside its place, synced, and renamed: whoever dies when, it is the old one or the new one. Only its
/// owner may read it. Locks are those of the operating system, so that of a process that dies is free at once.
///
/// ```
/// use frontegg_identity::{FileStore, Identity};
///
/// # fn main() -> Result<(), frontegg_identity::Error> {
/// let identity = Identity::builder("https://acme.frontegg.com")
///     .store(FileStore::profiles("/home/ada/.config/acme/credentials.json"))
///     .build()?;
/// # Ok(())
/// # }
/// ```
///
/// Nothing is touched before it is used. Files and folders that are made are for their owner alone (0600 and 0700); Windows
/// has its own rules, and gives a new file those of its folder. Where locks do not work, as on some network file systems,
/// processes are not kept apart.
#[derive(Clone)]
pub struct FileStore {
    form: Arc<Form>,
}

enum Form {
    Folder(Folder),
    Profiles(Profiles),
}

/// What comes of trying once; `None` if somebody holds a lock that is needed.
type Attempt<T> = Result<Option<T>, StoreError>;

impl FileStore {
    /// A folder with a file for each session. For many sessions, as those of a web server's users.
    ///
    /// No file name tells its key: a key may be the id of a browser's session.
    #[must_use]
    pub fn in_folder(path: impl Into<PathBuf>) -> Self {
        let (path, steps) = (path.into(), Steps::default());
        Self::of(Form::Folder(Folder { path, steps }))
    }

    /// One file with several sessions, as the credentials of a command-line tool. Keys stand in it as they are.
    ///
    /// A session in it that cannot be read is put aside alone. Beside the file, there are its lock and a folder of locks.
    #[must_use]
    pub fn profiles(path: impl Into<PathBuf>) -> Self {
        let (path, steps) = (path.into(), Steps::default());
        Self::of(Form::Profiles(Profiles { path, steps }))
    }

    fn of(form: Form) -> Self {
        let form = Arc::new(form);
        Self { form }
    }
}

impl Form {
    fn lock(&self, key: &SessionKey) -> Attempt<KeyLock> {
        let name = name(key);
        match self {
            Self::Folder(folder) => folder.lock(&name),
            Self::Profiles(profiles) => profiles.lock(&name),
        }
    }

    fn load(&self, key: &SessionKey) -> Attempt<Option<SavedSession>> {
        match self {
            Self::Folder(folder) => folder.load(&name(key)),
            Self::Profiles(profiles) => profiles.load(key.as_str()),
        }
    }

    fn save(&self, key: &SessionKey, text: &str) -> Attempt<()> {
        match self {
            Self::Folder(folder) => folder.save(&name(key), text),
            Self::Profiles(profiles) => profiles.save(key.as_str(), text),
        }
    }

    fn remove(&self, key: &SessionKey) -> Attempt<()> {
        match self {
            Self::Folder(folder) => folder.remove(&name(key)),
            Self::Profiles(profiles) => profiles.remove(key.as_str()),
        }
    }

    /// Profiles are few, and their locks stay.
    fn is_gone(&self, key: &SessionKey) -> Result<bool, StoreError> {
        match self {
            Self::Folder(folder) => folder.is_gone(&name(key)),
            Self::Profiles(_) => Ok(false),
        }
    }
}

/// The mutex of a key's lock.
type Held = held::Held<Mutex<KeyLock>>;

impl SessionStore for FileStore {
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<SavedSession>> {
        let (form, key) = (Arc::clone(&self.form), key.clone());
        Box::pin(patiently("cannot read the session", move || {
            form.load(&key)
        }))
    }

    fn lock<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, StoreLock> {
        let form = Arc::clone(&self.form);
        Box::pin(async move {
            let wanted = key.clone();
            let lock = patiently("cannot lock the session", move || form.lock(&wanted));
            let mut lock = lock.await?;
            lock.hand_out();
            let is_inherited = lock.is_inherited();
            // It cannot run out, so all of them may have one number.
            let lock = StoreLock::new(0).holding(Held::new(key, Mutex::new(lock)));
            Ok(if is_inherited { lock.inherited() } else { lock })
        })
    }

    fn save<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a SavedSession,
        lock: &'a StoreLock,
    ) -> StoreFuture<'a, ()> {
        const DOING: &str = "cannot write the session";
        let (form, key, text) = (Arc::clone(&self.form), key.clone(), session.to_text());
        let lock = Held::of(DOING, &key, lock.held());
        Box::pin(async move {
            let lock = lock?;
            let save = move || {
                let _writing = lock.lock();
                form.save(&key, text.expose())
            };
            patiently(DOING, save).await
        })
    }

    fn remove<'a>(&'a self, key: &'a SessionKey, lock: &'a StoreLock) -> StoreFuture<'a, ()> {
        const DOING: &str = "cannot take the session away";
        let (form, key) = (Arc::clone(&self.form), key.clone());
        let lock = Held::of(DOING, &key, lock.held());
        Box::pin(async move {
            let lock = lock?;
            let remove = move || {
                let _writing = lock.lock();
                form.remove(&key)
            };
            patiently(DOING, remove).await
        })
    }

    fn unlock<'a>(&'a self, key: &'a SessionKey, lock: StoreLock) -> StoreFuture<'a, ()> {
        const DOING: &str = "cannot give the lock back";
        let (form, key) = (Arc::clone(&self.form), key.clone());
        let lock = Held::of(DOING, &key, lock.into_held().as_ref());
        Box::pin(async move {
            let lock = lock?;
            let give_back = move || {
                let mut lock = lock.lock();
                let is_last = form.is_gone(&key)?;
                lock.give_back(is_last).map_err(failed(DOING)).map(Some)
            };
            patiently(DOING, give_back).await
        })
    }
}

impl fmt::Debug for FileStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match &*self.form {
            Form::Folder(folder) => &folder.path,
            Form::Profiles(profiles) => &profiles.path,
        };
        f.debug_tuple("FileStore").field(path).finish()
    }
}

/// Tries until nobody else holds what is needed, off the threads of the runtime.
///
/// It does not wait in the system's own queue: a thread would stand there for each who waits, and those who could let them
/// go on would find no thread.
async fn patiently<T: Send + 'static>(
    doing: &'static str,
    attempt: impl Fn() -> Attempt<T> + Send + Sync + 'static,
) -> Result<T, StoreError> {
    let attempt = Arc::new(attempt);
    let end = Instant::now() + PATIENCE;
    let (mut pause, longest) = PAUSES;
    loop {
        let once = Arc::clone(&attempt);
        let outcome = tokio::task::spawn_blocking(move || once()).await;
        let outcome = outcome
            .map_err(|error| StoreError::new(StoreErrorKind::Unavailable, doing).because(error))?;
        if let Some(done) = outcome? {
            return Ok(done);
        }
        if Instant::now() >= end {
            return Err(StoreError::new(StoreErrorKind::Locked, doing));
        }
        tokio::time::sleep(pause.mul_f64(0.5 + fastrand::f64() / 2.0)).await;
        pause = longest.min(pause * 2);
    }
}

fn failed(doing: &'static str) -> impl FnOnce(io::Error) -> StoreError {
    move |error| {
        let kind = match error.kind() {
            io::ErrorKind::PermissionDenied
            | io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::IsADirectory
            | io::ErrorKind::AlreadyExists => StoreErrorKind::Configuration,
            _ => StoreErrorKind::Unavailable,
        };
        StoreError::new(kind, doing).because(error)
    }
}

fn unreadable() -> StoreError {
    StoreError::new(StoreErrorKind::Unreadable, "cannot read the session")
}

#[cfg(test)]
mod tests;
