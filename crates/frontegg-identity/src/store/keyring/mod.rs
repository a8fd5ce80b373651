//! Sessions in the secret store of the operating system.
//!
//! [`Entries`] keeps texts of any length in entries that may be short. Locks are files, since secret stores have none.

mod choice;
mod entries;

use std::fmt;
use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;

use keyring_core::CredentialStore;
use tokio::sync::{Mutex, OwnedMutexGuard};

use self::choice::Choice;
use self::entries::{Entries, Found};
use super::held::{self, name};
use super::{
    FileStore, SavedSession, SessionKey, SessionStore, StoreError, StoreErrorKind, StoreFuture,
    StoreLock,
};

const LOADING: &str = "cannot load the session from the keyring";
const SAVING: &str = "cannot save the session in the keyring";
const REMOVING: &str = "cannot remove the session from the keyring";
const UNLOCKING: &str = "cannot unlock the session";

/// Sessions in the secret store of the operating system: the keychain of macOS, the credential manager of Windows, the
/// Secret Service of Linux and BSD. For programs of one person, as command-line tools.
///
/// The lock is a file in a folder of yours, since secret stores have none. Entries are named by a digest of the session's
/// key: names can be read by programs that may not read the secrets.
///
/// ```no_run
/// use frontegg_identity::{Identity, KeyringStore};
///
/// # async fn connect() -> Result<(), Box<dyn std::error::Error>> {
/// let store = KeyringStore::open_or_files("acme-cli", "/home/ada/.local/state/acme").await?;
/// let identity = Identity::builder("https://acme.frontegg.com").store(store).build()?;
/// # Ok(())
/// # }
/// ```
///
/// Clones share what they need.
#[derive(Clone)]
pub struct KeyringStore {
    service: String,
    place: Place,
    /// Holds the locks; and the sessions, where there is no keyring.
    files: FileStore,
}

#[derive(Clone)]
enum Place {
    Keyring(Arc<Entries>),
    Files,
}

/// The mutex of a key's lock, which is a file's.
type Held = held::Held<Mutex<Option<StoreLock>>>;

impl KeyringStore {
    /// The keyring of the person who runs this. `service` is the name of your program, as the keyring shows it; `folder` is
    /// for locks, and all processes of the program need the same.
    ///
    /// An entry is written, read and deleted first: a secret store that only seems to be there is found out now.
    ///
    /// # Errors
    /// [`StoreErrorKind::NoBackend`]: this machine has no secret store, or it does not work, as where nobody is logged in.
    pub async fn open(
        service: impl Into<String>,
        folder: impl Into<PathBuf>,
    ) -> Result<Self, StoreError> {
        let service = service.into();
        let entries = blocking(OPENING, {
            let service = service.clone();
            move || Entries::probed(system()?, service, LONGEST)
        });
        let place = Place::Keyring(Arc::new(entries.await?));
        Ok(Self::at(place, service, folder.into()))
    }

    /// The keyring, or files in the folder if this machine has no secret store that works.
    ///
    /// What it was is remembered in the folder, in the file `place`: sessions are not split between two places if a secret
    /// store comes or goes. Delete that file to choose again.
    ///
    /// # Errors
    /// [`StoreErrorKind::NoBackend`]: the sessions are in the keyring, and it does not work now.
    /// [`StoreErrorKind::Unavailable`]: the folder cannot be read or written.
    pub async fn open_or_files(
        service: impl Into<String>,
        folder: impl Into<PathBuf>,
    ) -> Result<Self, StoreError> {
        Self::choose(service.into(), folder.into(), system, LONGEST).await
    }

    /// Whether sessions are in files, since there was no secret store that worked.
    #[must_use]
    pub fn is_in_files(&self) -> bool {
        matches!(self.place, Place::Files)
    }

    async fn choose(
        service: String,
        folder: PathBuf,
        system: impl FnOnce() -> Result<Arc<CredentialStore>, StoreError> + Send + 'static,
        longest: usize,
    ) -> Result<Self, StoreError> {
        let (name, path) = (service.clone(), folder.clone());
        let place = blocking(OPENING, move || {
            let remembered = Choice::remembered(&path)?;
            if remembered == Some(Choice::Files) {
                return Ok(Place::Files);
            }
            let opened = system().and_then(|store| Entries::probed(store, name, longest));
            let (choice, place) = match opened {
                Ok(entries) => (Choice::Keyring, Place::Keyring(Arc::new(entries))),
                Err(error) if error.kind() == StoreErrorKind::NoBackend && remembered.is_none() => {
                    (Choice::Files, Place::Files)
                }
                Err(error) => return Err(error),
            };
            // Somebody else may have chosen meanwhile.
            match (choice.remember(&path)?, place) {
                (Choice::Files, _) => Ok(Place::Files),
                (Choice::Keyring, place @ Place::Keyring(_)) => Ok(place),
                (Choice::Keyring, Place::Files) => Err(no_backend("there is none now")),
            }
        });
        Ok(Self::at(place.await?, service, folder))
    }

    fn at(place: Place, service: String, folder: PathBuf) -> Self {
        Self {
            service,
            place,
            files: FileStore::in_folder(folder),
        }
    }

    /// Does something that must not meet another such thing: writing, and putting aside. It comes to its end even if its
    /// caller goes away.
    async fn alone<T: Send + 'static>(
        &self,
        doing: &'static str,
        name: &str,
        held: Option<OwnedMutexGuard<Option<StoreLock>>>,
        work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let key = SessionKey::new(format!("keyring/{name}"));
        let key = key.map_err(|_| StoreError::new(StoreErrorKind::Configuration, doing))?;
        let files = self.files.clone();
        let task = tokio::spawn(async move {
            // Till then, the session's lock is not free either.
            let _held = held;
            let lock = files.lock(&key).await?;
            let outcome = blocking(doing, work).await;
            files.unlock(&key, lock).await?;
            outcome
        });
        let failed = |error| StoreError::new(StoreErrorKind::Unavailable, doing).because(error);
        task.await.unwrap_or_else(|error| Err(failed(error)))
    }

    async fn lock_file(&self, key: &SessionKey) -> Result<StoreLock, StoreError> {
        let inner = self.files.lock(key).await?;
        let is_inherited = inner.is_inherited();
        let lock = StoreLock::new(inner.number()).holding(Held::new(key, Mutex::new(Some(inner))));
        Ok(if is_inherited { lock.inherited() } else { lock })
    }

    async fn load_from(
        &self,
        entries: &Arc<Entries>,
        key: &SessionKey,
    ) -> Result<Option<SavedSession>, StoreError> {
        let name = name(key);
        let look = {
            let (entries, name) = (Arc::clone(entries), name.clone());
            move || entries.load(LOADING, &name)
        };
        match blocking(LOADING, look.clone()).await? {
            Found::Nothing => return Ok(None),
            Found::Text(text) => {
                if let Ok(session) = SavedSession::from_text(&text) {
                    return Ok(Some(session));
                }
            }
            Found::Broken => {}
        }
        let (entries, wanted) = (Arc::clone(entries), name.clone());
        // Again, now that nobody writes.
        self.alone(LOADING, &name, None, move || {
            match look()? {
                Found::Nothing => return Ok(None),
                Found::Text(text) => {
                    if let Ok(session) = SavedSession::from_text(&text) {
                        return Ok(Some(session));
                    }
                }
                Found::Broken => {}
            }
            entries.set_aside(LOADING, &wanted)?;
            Err(StoreError::new(StoreErrorKind::Unreadable, LOADING))
        })
        .await
    }
}

impl SessionStore for KeyringStore {
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<SavedSession>> {
        match &self.place {
            Place::Files => self.files.load(key),
            Place::Keyring(entries) => Box::pin(self.load_from(entries, key)),
        }
    }

    fn lock<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, StoreLock> {
        match &self.place {
            Place::Files => self.files.lock(key),
            Place::Keyring(_) => Box::pin(self.lock_file(key)),
        }
    }

    fn save<'a>(
        &'a self,
        key: &'a SessionKey,
        session: &'a SavedSession,
        lock: &'a StoreLock,
    ) -> StoreFuture<'a, ()> {
        match &self.place {
            Place::Files => self.files.save(key, session, lock),
            Place::Keyring(entries) => Box::pin(async move {
                let (entries, name, text) = (Arc::clone(entries), name(key), session.to_text());
                let wanted = name.clone();
                let save = move || entries.save(SAVING, &wanted, text.expose());
                let held = Held::of(SAVING, key, lock.held())?.lock_owned().await;
                self.alone(SAVING, &name, Some(held), save).await
            }),
        }
    }

    fn remove<'a>(&'a self, key: &'a SessionKey, lock: &'a StoreLock) -> StoreFuture<'a, ()> {
        match &self.place {
            Place::Files => self.files.remove(key, lock),
            Place::Keyring(entries) => Box::pin(async move {
                let (entries, name) = (Arc::clone(entries), name(key));
                let wanted = name.clone();
                let remove = move || entries.remove(REMOVING, &wanted);
                let held = Held::of(REMOVING, key, lock.held())?.lock_owned().await;
                self.alone(REMOVING, &name, Some(held), remove).await
            }),
        }
    }

    fn unlock<'a>(&'a self, key: &'a SessionKey, lock: StoreLock) -> StoreFuture<'a, ()> {
        match &self.place {
            Place::Files => self.files.unlock(key, lock),
            Place::Keyring(_) => Box::pin(async move {
                let held = Held::of(UNLOCKING, key, lock.held())?;
                let inner = held.lock().await.take();
                match inner {
                    Some(inner) => self.files.unlock(key, inner).await,
                    None => Ok(()),
                }
            }),
        }
    }
}

impl fmt::Debug for KeyringStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyringStore")
            .field("service", &self.service)
            .field("is_in_files", &self.is_in_files())
            .finish_non_exhaustive()
    }
}

const OPENING: &str = "cannot open the keyring";

/// The longest secret of an entry, in bytes. Windows takes no longer one.
const LONGEST: usize = if cfg!(windows) { 2_560 } else { 65_536 };

/// The system's own secret store.
fn system() -> Result<Arc<CredentialStore>, StoreError> {
    if let Err(error) = keyring::Entry::store_status() {
        return Err(no_backend(&error.to_string()));
    }
    keyring_core::get_default_store().ok_or_else(|| no_backend("there is none"))
}

fn no_backend(why: &str) -> StoreError {
    StoreError::new(StoreErrorKind::NoBackend, OPENING).because(why.to_owned())
}

/// Secret stores may ask their owner before they answer.
fn blocking<T: Send + 'static>(
    doing: &'static str,
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> impl Future<Output = Result<T, StoreError>> + Send {
    let task = tokio::task::spawn_blocking(work);
    async move {
        let failed = |error| StoreError::new(StoreErrorKind::Unavailable, doing).because(error);
        task.await.unwrap_or_else(|error| Err(failed(error)))
    }
}

#[cfg(test)]
mod tests;
