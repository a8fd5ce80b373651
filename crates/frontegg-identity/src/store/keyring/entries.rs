//! Texts of any length in a secret store whose entries may be short.
//!
//! A short text stands in its entry, after a `1`. A long one is cut into parts, which stand in entries of their own; its
//! entry then says which, after a `2`. There are two rows of parts, and a text is written to the row that is not in use
//! before the entry is changed: whoever dies when, there is the old text or the new one.

use std::sync::Arc;

use data_encoding::HEXLOWER;
use keyring_core::api::CredentialPersistence;
use keyring_core::{CredentialStore, Entry, Error};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::no_backend;
use crate::store::{StoreError, StoreErrorKind};

/// The entries of one service.
pub(super) struct Entries {
    store: Arc<CredentialStore>,
    service: String,
    /// The longest secret, in bytes.
    longest: usize,
}

/// What stands there.
pub(super) enum Found {
    Nothing,
    Text(Zeroizing<String>),
    Broken,
}

/// Which parts make up a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: char,
    parts: usize,
    digest: String,
}

impl Entries {
    /// Those of a store that keeps what it is given.
    pub(super) fn probed(
        store: Arc<CredentialStore>,
        service: String,
        longest: usize,
    ) -> Result<Self, StoreError> {
        use CredentialPersistence::{EntryOnly, ProcessOnly};

        if matches!(store.persistence(), EntryOnly | ProcessOnly) {
            return Err(no_backend(
                "what is there forgets everything with the process",
            ));
        }
        let entries = Self {
            store,
            service,
            longest,
        };
        let name = format!("probe-{:016x}", fastrand::u64(..));
        let secret = format!("{:016x}", fastrand::u64(..)).into_bytes();
        let probed = || {
            entries.entry(&name)?.set_secret(&secret)?;
            let found = entries.read(&name)?;
            entries.entry(&name)?.delete_credential()?;
            Ok::<_, Error>(found.as_deref() == Some(&secret) && entries.read(&name)?.is_none())
        };
        match probed() {
            Ok(true) => Ok(entries),
            Ok(false) => Err(no_backend("what is there does not keep what it is given")),
            Err(error) => Err(no_backend(&error.to_string())),
        }
    }

    pub(super) fn load(&self, doing: &'static str, name: &str) -> Result<Found, StoreError> {
        let failed = failed(doing);
        loop {
            let Some(head) = self.read(name).map_err(&failed)? else {
                return Ok(Found::Nothing);
            };
            let row = match head.split_first() {
                Some((b'1', text)) => return Ok(text_of(text.to_vec())),
                Some((b'2', row)) => Row::read(row),
                _ => None,
            };
            let Some(row) = row else {
                return Ok(Found::Broken);
            };
            let mut text = Zeroizing::new(Vec::new());
            for part in 0..row.parts {
                let part = self.read(&row.part(name, part)).map_err(&failed)?;
                text.extend(part.unwrap_or_default().iter());
            }
            if row.digest == digest(&text) {
                return Ok(text_of(std::mem::take(&mut *text)));
            }
            if self.read(name).map_err(&failed)?.as_deref() == Some(&*head) {
                return Ok(Found::Broken);
            }
            // Somebody has written meanwhile.
        }
    }

    pub(super) fn save(
        &self,
        doing: &'static str,
        name: &str,
        text: &str,
    ) -> Result<(), StoreError> {
        self.replace(name, text).map_err(failed(doing))
    }

    fn replace(&self, name: &str, text: &str) -> Result<(), Error> {
        let before = self.row(name)?;
        if text.len() < self.longest {
            let head = Zeroizing::new([b"1", text.as_bytes()].concat());
            self.entry(name)?.set_secret(&head)?;
        } else {
            let row = Row {
                name: if before.as_ref().is_some_and(|row| row.name == 'a') {
                    'b'
                } else {
                    'a'
                },
                parts: text.len().div_ceil(self.longest),
                digest: digest(text.as_bytes()),
            };
            for (number, part) in text.as_bytes().chunks(self.longest).enumerate() {
                self.entry(&row.part(name, number))?.set_secret(part)?;
            }
            self.entry(name)?.set_secret(row.to_text().as_bytes())?;
        }
        self.clear(name, before)
    }

    pub(super) fn remove(&self, doing: &'static str, name: &str) -> Result<(), StoreError> {
        let remove = || {
            let before = self.row(name)?;
            self.delete(name)?;
            self.clear(name, before)
        };
        remove().map_err(failed(doing))
    }

    /// Puts what cannot be read out of the way. Parts stay until the next text is written over them.
    pub(super) fn set_aside(&self, doing: &'static str, name: &str) -> Result<(), StoreError> {
        let set_aside = || {
            if let Some(head) = self.read(name)? {
                self.entry(&format!("{name}.unreadable"))?
                    .set_secret(&head)?;
            }
            self.delete(name)
        };
        set_aside().map_err(failed(doing))
    }

    /// The row that is in use.
    fn row(&self, name: &str) -> Result<Option<Row>, Error> {
        let head = self.read(name)?;
        Ok(head.and_then(|head| Row::read(head.strip_prefix(b"2")?)))
    }

    /// Deletes parts that are not in use any more.
    fn clear(&self, name: &str, row: Option<Row>) -> Result<(), Error> {
        let Some(row) = row else { return Ok(()) };
        (0..row.parts).try_for_each(|part| self.delete(&row.part(name, part)))
    }

    fn delete(&self, name: &str) -> Result<(), Error> {
        match self.entry(name)?.delete_credential() {
            Err(Error::NoEntry) => Ok(()),
            outcome => outcome,
        }
    }

    fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        match self.entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn entry(&self, name: &str) -> Result<Entry, Error> {
        Entry::new_in_store(&self.store, &self.service, name)
    }
}

impl Row {
    fn part(&self, name: &str, number: usize) -> String {
        format!("{name}.{}.{number}", self.name)
    }

    fn to_text(&self) -> String {
        format!("2{} {} {}", self.name, self.parts, self.digest)
    }

    fn read(text: &[u8]) -> Option<Self> {
        let mut words = std::str::from_utf8(text).ok()?.split(' ');
        let row = Self {
            name: words.next()?.parse().ok()?,
            parts: words.next()?.parse().ok()?,
            digest: words.next()?.to_owned(),
        };
        matches!(row.name, 'a' | 'b').then_some(row)
    }
}

fn text_of(bytes: Vec<u8>) -> Found {
    match String::from_utf8(bytes) {
        Ok(text) => Found::Text(Zeroizing::new(text)),
        Err(_) => Found::Broken,
    }
}

fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

fn failed(doing: &'static str) -> impl Fn(Error) -> StoreError {
    move |error| {
        let kind = match error {
            Error::TooLong(..) => StoreErrorKind::TooLarge,
            Error::Invalid(..) => StoreErrorKind::Configuration,
            _ => StoreErrorKind::Unavailable,
        };
        // Its text, and not the error itself: that can hold what was stored.
        StoreError::new(kind, doing).because(error.to_string())
    }
}
