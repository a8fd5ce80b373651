use std::any::Any;
use std::collections::{BTreeMap, HashMap};

use keyring_core::api::{Credential, CredentialApi, CredentialPersistence, CredentialStoreApi};
use keyring_core::{Entry, Error};

use super::*;

/// A secret store in memory, as a back end of the keyring crate.
#[derive(Clone, Debug)]
struct Secrets {
    all: Arc<parking_lot::Mutex<BTreeMap<String, Vec<u8>>>>,
    longest: usize,
    fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    None,
    /// Nothing can be written.
    Locked,
    /// What is written is gone.
    Forgets,
    /// It says that it forgets everything with the process.
    Mock,
}

#[derive(Debug)]
struct Secret {
    name: String,
    of: Secrets,
}

impl Secrets {
    fn new(longest: usize, fault: Fault) -> Self {
        Self {
            all: Arc::default(),
            longest,
            fault,
        }
    }

    fn names(&self) -> Vec<String> {
        self.all.lock().keys().cloned().collect()
    }

    async fn open(&self, folder: &std::path::Path) -> Result<KeyringStore, StoreError> {
        let (store, longest) = (Arc::new(self.clone()), self.longest);
        KeyringStore::choose("acme".into(), folder.into(), || Ok(store), longest).await
    }
}

impl CredentialStoreApi for Secrets {
    fn vendor(&self) -> String {
        "test".into()
    }

    fn id(&self) -> String {
        "test".into()
    }

    fn build(
        &self,
        service: &str,
        user: &str,
        _: Option<&HashMap<&str, &str>>,
    ) -> Result<Entry, Error> {
        let credential: Arc<Credential> = Arc::new(Secret {
            name: format!("{service}/{user}"),
            of: self.clone(),
        });
        Ok(Entry::new_with_credential(credential))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn persistence(&self) -> CredentialPersistence {
        match self.fault {
            Fault::Mock => CredentialPersistence::ProcessOnly,
            _ => CredentialPersistence::UntilDelete,
        }
    }
}

impl CredentialApi for Secret {
    fn set_secret(&self, secret: &[u8]) -> Result<(), Error> {
        if secret.len() > self.of.longest {
            let longest = u32::try_from(self.of.longest).unwrap();
            return Err(Error::TooLong("secret".into(), longest));
        }
        match self.of.fault {
            Fault::Locked => return Err(Error::NoStorageAccess("locked".into())),
            Fault::Forgets => {}
            _ => drop(self.of.all.lock().insert(self.name.clone(), secret.into())),
        }
        Ok(())
    }

    fn get_secret(&self) -> Result<Vec<u8>, Error> {
        let found = self.of.all.lock().get(&self.name).cloned();
        found.ok_or(Error::NoEntry)
    }

    fn delete_credential(&self) -> Result<(), Error> {
        let found = self.of.all.lock().remove(&self.name);
        match self.of.fault {
            Fault::Forgets => Ok(()),
            _ => found.map(drop).ok_or(Error::NoEntry),
        }
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>, Error> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn entries(secrets: &Secrets) -> Entries {
    Entries::probed(Arc::new(secrets.clone()), "acme".into(), secrets.longest).unwrap()
}

fn text(entries: &Entries) -> Option<String> {
    match entries.load("", "n").unwrap() {
        Found::Nothing => None,
        Found::Text(text) => Some(text.to_string()),
        Found::Broken => Some("broken".into()),
    }
}

#[test]
fn a_text_of_any_length_is_what_it_was() {
    let secrets = Secrets::new(100, Fault::None);
    let entries = entries(&secrets);
    // The borders of one entry and of one part, and rows in turn; characters of two bytes are cut as well.
    for length in [0, 98, 99, 100, 101, 200, 201, 5, 1_000, 300] {
        let long = "\u{e9}".repeat(length / 2) + &"x".repeat(length % 2);
        entries.save("", "n", &long).unwrap();
        assert_eq!(text(&entries).as_deref(), Some(&*long));
        let parts = if length < 100 {
            0
        } else {
            length.div_ceil(100)
        };
        assert_eq!(
            secrets.names().len(),
            1 + parts,
            "nothing is left of the one before"
        );
    }
    entries.remove("", "n").unwrap();
    assert!(secrets.names().is_empty());
}

#[test]
fn a_writer_who_dies_leaves_the_old_text() {
    let secrets = Secrets::new(100, Fault::None);
    let entries = entries(&secrets);
    entries.save("", "n", &"a".repeat(250)).unwrap();
    let old = secrets.all.lock().clone();
    entries.save("", "n", &"b".repeat(250)).unwrap();
    let new = secrets.all.lock().clone();
    // The other row is there, and the entry is still the old one.
    secrets.all.lock().extend(old.clone());
    assert_eq!(text(&entries), Some("a".repeat(250)));
    // The entry is the new one, and the old row is not gone yet.
    secrets.all.lock().extend(new);
    assert_eq!(text(&entries), Some("b".repeat(250)));
    entries.save("", "n", "c").unwrap();
    assert_eq!(text(&entries).as_deref(), Some("c"));
    // A part that is not of this text.
    *secrets.all.lock() = old;
    secrets
        .all
        .lock()
        .insert("acme/n.a.1".into(), vec![b'c'; 100]);
    assert_eq!(text(&entries).as_deref(), Some("broken"));
}

#[tokio::test]
async fn s34_a_secret_store_that_keeps_nothing_is_none() {
    for fault in [Fault::Locked, Fault::Forgets, Fault::Mock] {
        let store = Arc::new(Secrets::new(100, fault));
        let probed = Entries::probed(store, "acme".into(), 100);
        let error = probed.err().expect("it keeps nothing");
        assert_eq!(error.kind(), StoreErrorKind::NoBackend, "{fault:?}");
    }
}

#[tokio::test]
async fn s34_files_in_place_of_a_keyring_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let (headless, desktop) = (
        Secrets::new(100, Fault::Locked),
        Secrets::new(100, Fault::None),
    );
    assert!(headless.open(folder.path()).await.unwrap().is_in_files());
    // Sessions do not move when a secret store appears.
    assert!(desktop.open(folder.path()).await.unwrap().is_in_files());
    std::fs::remove_file(folder.path().join("place")).unwrap();
    assert!(!desktop.open(folder.path()).await.unwrap().is_in_files());
    // Nor when it is away for a while.
    let error = headless.open(folder.path()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::NoBackend);
    assert!(!desktop.open(folder.path()).await.unwrap().is_in_files());
    std::fs::write(folder.path().join("place"), "else").unwrap();
    let error = desktop.open(folder.path()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Configuration);
}

#[tokio::test]
async fn what_cannot_be_read_is_put_aside() {
    let folder = tempfile::tempdir().unwrap();
    let secrets = Secrets::new(100, Fault::None);
    let store = secrets.open(folder.path()).await.unwrap();
    let key = SessionKey::new("S3NTINEL").unwrap();
    let entry = format!("acme/{}", name(&key));
    for broken in ["1{", "2a 3 0", "2", "3", "", "1\u{0}"] {
        secrets.all.lock().insert(entry.clone(), broken.into());
        let error = store.load(&key).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Unreadable);
        assert!(store.load(&key).await.unwrap().is_none());
        let aside = secrets.all.lock().remove(&format!("{entry}.unreadable"));
        assert_eq!(aside.as_deref(), Some(broken.as_bytes()));
    }
    assert!(secrets.names().is_empty());
}

#[cfg(feature = "testing")]
#[tokio::test]
async fn the_keyring_store_keeps_its_promises() {
    for longest in [100, LONGEST] {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Secrets::new(longest, Fault::None);
        let store = secrets.open(folder.path()).await.unwrap();
        crate::testing::store_conformance(|| store.clone())
            .await
            .unwrap();
        assert!(secrets.names().is_empty(), "no part is left");
    }
}
