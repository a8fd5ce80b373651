//! A folder with a file for each session.

use std::path::PathBuf;

use super::data::{DataFile, Steps, create_folder};
use super::lock::{KeyLock, LockFile, Mode};
use super::{Attempt, failed, unreadable};
use crate::store::{SavedSession, StoreError};

/// Where things are: for a session named `n`, `n.json` and `n.lock`; for all, `.lock`.
///
/// `n.lock` is held for as long as somebody may change the session, answers of the server included. `.lock` is held for
/// moments: by any number who write, or by one who puts an unreadable file aside. So nobody puts aside what somebody else
/// has just written, though a reader holds no lock of the session.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) steps: Steps,
}

impl Folder {
    pub(super) fn lock(&self, name: &str) -> Attempt<KeyLock> {
        const DOING: &str = "cannot lock the session";
        create_folder(&self.path).map_err(failed(DOING))?;
        let path = self.path.join(format!("{name}.lock"));
        let Some(lock) = KeyLock::try_take(&path).map_err(failed(DOING))? else {
            return Ok(None);
        };
        let data = self.data(name);
        if data.is_half_done().map_err(failed(DOING))? {
            let Some(_moment) = self.moment(Mode::Shared).map_err(failed(DOING))? else {
                return Ok(None);
            };
            finish(&data).map_err(failed(DOING))?;
        }
        Ok(Some(lock))
    }

    pub(super) fn load(&self, name: &str) -> Attempt<Option<SavedSession>> {
        const DOING: &str = "cannot read the session";
        let data = self.data(name);
        match data.read().map_err(failed(DOING))? {
            None => return Ok(Some(None)),
            Some(bytes) => {
                if let Some(session) = read(&bytes) {
                    return Ok(Some(Some(session)));
                }
            }
        }
        let Some(_moment) = self.moment(Mode::Alone).map_err(failed(DOING))? else {
            return Ok(None);
        };
        // Again, now that nobody writes.
        finish(&data).map_err(failed(DOING))?;
        match data.read().map_err(failed(DOING))? {
            Some(bytes) if read(&bytes).is_none() => {
                data.set_aside().map_err(failed(DOING))?;
                Err(unreadable())
            }
            bytes => Ok(Some(bytes.and_then(|bytes| read(&bytes)))),
        }
    }

    pub(super) fn save(&self, name: &str, text: &str) -> Attempt<()> {
        const DOING: &str = "cannot write the session";
        let Some(_moment) = self.moment(Mode::Shared).map_err(failed(DOING))? else {
            return Ok(None);
        };
        self.data(name).replace(text).map_err(failed(DOING))?;
        Ok(Some(()))
    }

    pub(super) fn remove(&self, name: &str) -> Attempt<()> {
        const DOING: &str = "cannot take the session away";
        let Some(_moment) = self.moment(Mode::Shared).map_err(failed(DOING))? else {
            return Ok(None);
        };
        self.data(name).remove().map_err(failed(DOING))?;
        Ok(Some(()))
    }

    /// Whether a session's lock has nothing to keep apart any more.
    pub(super) fn is_gone(&self, name: &str) -> Result<bool, StoreError> {
        let is_there = self.data(name).is_there();
        Ok(!is_there.map_err(failed("cannot look for the session"))?)
    }

    fn data(&self, name: &str) -> DataFile {
        DataFile::new(self.path.join(format!("{name}.json")), &self.steps)
    }

    fn moment(&self, mode: Mode) -> std::io::Result<Option<LockFile>> {
        LockFile::try_take(&self.path.join(".lock"), mode)
    }
}

fn finish(data: &DataFile) -> std::io::Result<()> {
    data.finish(|bytes| read(bytes).is_some())
}

fn read(bytes: &[u8]) -> Option<SavedSession> {
    SavedSession::from_text(std::str::from_utf8(bytes).ok()?).ok()
}
