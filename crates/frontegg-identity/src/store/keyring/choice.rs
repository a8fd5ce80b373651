//! Where sessions were put on this machine when it was asked first.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::OPENING;
use crate::store::{StoreError, StoreErrorKind};

/// A place for sessions, as the folder remembers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    Keyring,
    Files,
}

const NAME: &str = "place";

impl Choice {
    /// What the folder remembers, if anybody has chosen yet.
    pub(super) fn remembered(folder: &Path) -> Result<Option<Self>, StoreError> {
        match fs::read_to_string(folder.join(NAME)) {
            Ok(text) => match text.trim() {
                "keyring" => Ok(Some(Self::Keyring)),
                "files" => Ok(Some(Self::Files)),
                _ => {
                    let error = "the file `place` says neither `keyring` nor `files`";
                    Err(StoreError::new(StoreErrorKind::Configuration, OPENING).because(error))
                }
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Remembers it, unless something is remembered already; gives what is.
    pub(super) fn remember(self, folder: &Path) -> Result<Self, StoreError> {
        let text = match self {
            Self::Keyring => "keyring\n",
            Self::Files => "files\n",
        };
        let mut private = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut private, 0o700);
        private.recursive(true).create(folder).map_err(failed)?;
        // Whole or not at all: a link is made in one step, and only if nobody else has made one.
        let draft = folder.join(format!("{NAME}.{:016x}", fastrand::u64(..)));
        let mut file = fs::File::create_new(&draft).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        let linked = fs::hard_link(&draft, folder.join(NAME));
        fs::remove_file(&draft).map_err(failed)?;
        match linked {
            Ok(()) => Ok(self),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Ok(Self::remembered(folder)?.unwrap_or(self))
            }
            Err(error) => Err(failed(error)),
        }
    }
}

fn failed(error: io::Error) -> StoreError {
    StoreError::new(StoreErrorKind::Unavailable, OPENING).because(error)
}
