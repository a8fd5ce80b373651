//! One file with several sessions, each under its own name.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::data::{DataFile, Steps, create_folder, with_suffix};
use super::lock::{KeyLock, LockFile, Mode};
use super::{Attempt, failed, unreadable};
use crate::store::SavedSession;

/// The form that is written. Older ones are read.
const VERSION: u64 = 1;

/// Where things are: for the file `f`, `f.lock`; for a session named `n`, `f.locks/n.lock`.
///
/// `n.lock` is held for as long as somebody may change the session, answers of the server included. `f.lock` is held for
/// moments, by whoever reads the file, changes one session in it and writes it. So profiles do not wait for each other's
/// servers, and whoever changes one keeps what somebody else has written in another.
#[derive(Debug)]
pub(super) struct Profiles {
    pub(super) path: PathBuf,
    pub(super) steps: Steps,
}

/// What the file says: all that we know nothing of is kept as it is.
struct Document(Map<String, Value>);

impl Profiles {
    pub(super) fn lock(&self, name: &str) -> Attempt<KeyLock> {
        const DOING: &str = "cannot lock the session";
        let path = self.path();
        let locks = with_suffix(&path, ".locks");
        create_folder(&locks).map_err(failed(DOING))?;
        let lock = KeyLock::try_take(&locks.join(format!("{name}.lock")));
        let Some(lock) = lock.map_err(failed(DOING))? else {
            return Ok(None);
        };
        let data = self.data(&path);
        if data.is_half_done().map_err(failed(DOING))? {
            let Some(_moment) = moment(&path).map_err(failed(DOING))? else {
                return Ok(None);
            };
            finish(&data).map_err(failed(DOING))?;
        }
        Ok(Some(lock))
    }

    pub(super) fn load(&self, key: &str) -> Attempt<Option<SavedSession>> {
        const DOING: &str = "cannot read the session";
        let path = self.path();
        let data = self.data(&path);
        match Found::in_bytes(data.read().map_err(failed(DOING))?, key) {
            Found::Nothing => return Ok(Some(None)),
            Found::Session(session) => return Ok(Some(Some(session))),
            Found::BadEntry(..) | Found::BadFile => {}
        }
        let Some(_moment) = moment(&path).map_err(failed(DOING))? else {
            return Ok(None);
        };
        // Again, now that nobody writes.
        finish(&data).map_err(failed(DOING))?;
        match Found::in_bytes(data.read().map_err(failed(DOING))?, key) {
            Found::Nothing => Ok(Some(None)),
            Found::Session(session) => Ok(Some(Some(session))),
            Found::BadEntry(entry, rest) => {
                let alone = Document::with(key, entry);
                data.set_text_aside(&alone.to_text())
                    .and_then(|()| data.replace(&rest.to_text()))
                    .map_err(failed(DOING))?;
                Err(unreadable())
            }
            Found::BadFile => {
                data.set_aside().map_err(failed(DOING))?;
                Err(unreadable())
            }
        }
    }

    pub(super) fn save(&self, key: &str, text: &str) -> Attempt<()> {
        const DOING: &str = "cannot write the session";
        let entry = serde_json::from_str(text).map_err(|_| unreadable())?;
        self.change(DOING, |document| {
            document.profiles().insert(key.to_owned(), entry);
            true
        })
    }

    pub(super) fn remove(&self, key: &str) -> Attempt<()> {
        self.change("cannot take the session away", |document| {
            document.profiles().remove(key).is_some()
        })
    }

    /// Writes what comes of a change, if it was one. A file that cannot be read is put aside first.
    fn change(
        &self,
        doing: &'static str,
        change: impl FnOnce(&mut Document) -> bool,
    ) -> Attempt<()> {
        let path = self.path();
        let Some(_moment) = moment(&path).map_err(failed(doing))? else {
            return Ok(None);
        };
        let data = self.data(&path);
        finish(&data).map_err(failed(doing))?;
        let mut document = match data.read().map_err(failed(doing))? {
            Some(bytes) => Document::read(&bytes),
            None => Some(Document::new()),
        };
        if document.is_none() {
            data.set_aside().map_err(failed(doing))?;
        }
        let document = document.get_or_insert_with(Document::new);
        if change(document) {
            data.replace(&document.to_text()).map_err(failed(doing))?;
        }
        Ok(Some(()))
    }

    /// The file itself, where a symbolic link stands for it: replacing the link would leave the file behind.
    fn path(&self) -> PathBuf {
        fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone())
    }

    fn data(&self, path: &Path) -> DataFile {
        DataFile::new(path.to_owned(), &self.steps)
    }
}

fn moment(path: &Path) -> std::io::Result<Option<LockFile>> {
    LockFile::try_take(&with_suffix(path, ".lock"), Mode::Alone)
}

fn finish(data: &DataFile) -> std::io::Result<()> {
    data.finish(|bytes| Document::read(bytes).is_some())
}

/// What there is for a key.
enum Found {
    Nothing,
    Session(SavedSession),
    /// What is no session, and the file without it.
    BadEntry(Value, Document),
    BadFile,
}

impl Found {
    fn in_bytes(bytes: Option<Vec<u8>>, key: &str) -> Self {
        let Some(bytes) = bytes else {
            return Self::Nothing;
        };
        let Some(mut document) = Document::read(&bytes) else {
            return Self::BadFile;
        };
        let Some(entry) = document.profiles().remove(key) else {
            return Self::Nothing;
        };
        match SavedSession::from_text(&entry.to_string()) {
            Ok(session) => Self::Session(session),
            Err(_) => Self::BadEntry(entry, document),
        }
    }
}

impl Document {
    fn new() -> Self {
        let mut members = Map::new();
        members.insert("version".to_owned(), VERSION.into());
        Self(members)
    }

    fn with(key: &str, entry: Value) -> Self {
        let mut document = Self::new();
        document.profiles().insert(key.to_owned(), entry);
        document
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        let version = value["version"].as_u64()?;
        let is_ours = (1..=VERSION).contains(&version) && value["profiles"].is_object();
        match value {
            Value::Object(members) if is_ours => Some(Self(members)),
            _ => None,
        }
    }

    fn profiles(&mut self) -> &mut Map<String, Value> {
        let profiles = self.0.entry("profiles").or_insert_with(|| json!({}));
        if !profiles.is_object() {
            *profiles = json!({});
        }
        match profiles {
            Value::Object(profiles) => profiles,
            _ => unreachable!("it is an object by now"),
        }
    }

    fn to_text(&self) -> String {
        // In lines, for people who look into it.
        format!("{:#}\n", Value::Object(self.0.clone()))
    }
}
