use std::fs;
use std::path::{Path, PathBuf};

use parking_lot::Mutex;
use tempfile::TempDir;

use super::data::Step;
use super::*;

mod killed;

/// A store in a folder of its own.
struct Place {
    store: FileStore,
    folder: TempDir,
}

impl Place {
    fn in_folder() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = FileStore::in_folder(folder.path().join("sessions"));
        Self { store, folder }
    }

    fn profiles() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = FileStore::profiles(folder.path().join("credentials.json"));
        Self { store, folder }
    }

    fn both() -> [Self; 2] {
        [Self::in_folder(), Self::profiles()]
    }

    async fn save(&self, name: &str, refresh: &str) {
        let (key, lock) = (key(name), self.store.lock(&key(name)).await.unwrap());
        let saved = self.store.save(&key, &session(refresh), &lock).await;
        saved.unwrap();
        self.store.unlock(&key, lock).await.unwrap();
    }

    async fn remove(&self, name: &str) {
        let (key, lock) = (key(name), self.store.lock(&key(name)).await.unwrap());
        self.store.remove(&key, &lock).await.unwrap();
        self.store.unlock(&key, lock).await.unwrap();
    }

    async fn refresh_token(&self, name: &str) -> Option<String> {
        let session = self.store.load(&key(name)).await.unwrap()?;
        Some(session.refresh?.expose().to_owned())
    }

    async fn is_put_aside(&self, name: &str) {
        let error = self.store.load(&key(name)).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Unreadable);
        assert_eq!(self.refresh_token(name).await, None, "reported once");
    }

    /// The file of a session.
    fn file(&self, name: &str) -> PathBuf {
        match &*self.store.form {
            Form::Folder(folder) => folder
                .path
                .join(format!("{}.json", super::name(&key(name)))),
            Form::Profiles(profiles) => profiles.path.clone(),
        }
    }

    /// All files, by their path below the folder.
    fn files(&self) -> Vec<PathBuf> {
        let (mut found, mut folders) = (Vec::new(), vec![self.folder.path().to_owned()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }

    fn put_aside(&self) -> Vec<PathBuf> {
        let mut files = self.files();
        files.retain(|file| file.to_string_lossy().contains(".unreadable-"));
        files
    }

    fn watched(self, watcher: impl Fn(Step, &Path) + Send + Sync + 'static) -> Self {
        Self {
            store: watched(&self.store, watcher),
            folder: self.folder,
        }
    }
}

/// The same store, with somebody who is told of each step.
fn watched(store: &FileStore, watcher: impl Fn(Step, &Path) + Send + Sync + 'static) -> FileStore {
    let steps = Steps {
        watcher: Some(Arc::new(watcher)),
    };
    FileStore::of(match &*store.form {
        Form::Folder(Folder { path, .. }) => Form::Folder(Folder {
            path: path.clone(),
            steps,
        }),
        Form::Profiles(Profiles { path, .. }) => Form::Profiles(Profiles {
            path: path.clone(),
            steps,
        }),
    })
}

fn key(name: &str) -> SessionKey {
    SessionKey::new(name).unwrap()
}

fn text(refresh: &str) -> String {
    format!(
        r#"{{"version":1,"refreshToken":"{refresh}","refreshCookie":"fe_refresh_a","tokens":[]}}"#
    )
}

fn session(refresh: &str) -> SavedSession {
    SavedSession::from_text(&text(refresh)).unwrap()
}

fn half(refresh: &str) -> String {
    let text = text(refresh);
    text[..text.len() / 2].to_owned()
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

#[cfg(unix)]
#[tokio::test]
async fn files_are_private_from_their_first_byte() {
    for place in Place::both() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let steps = Arc::clone(&seen);
        let place = place.watched(move |step, path| {
            let length = fs::metadata(path).unwrap().len();
            steps.lock().push((step, mode(path), length > 0));
        });
        place.save("ada", "R1").await;
        let expected = [
            (Step::Created, 0o600, false),
            (Step::Written, 0o600, true),
            (Step::Synced, 0o600, true),
            (Step::Renamed, 0o600, true),
            (Step::Kept, 0o600, true),
        ];
        assert_eq!(*seen.lock(), expected);
        fs::write(place.file("ada"), "no session").unwrap();
        place.is_put_aside("ada").await;
        for file in place.files() {
            // The one that is put aside was made by this test.
            if !file.to_string_lossy().contains(".unreadable-") {
                assert_eq!(mode(&file), 0o600, "{}", file.display());
            }
        }
        let folder = match &*place.store.form {
            Form::Folder(folder) => folder.path.clone(),
            Form::Profiles(profiles) => data::with_suffix(&profiles.path, ".locks"),
        };
        assert_eq!(mode(&folder), 0o700);
    }
}

#[tokio::test]
async fn s9_an_unreadable_file_is_put_aside_and_others_do_not_notice() {
    let place = Place::in_folder();
    place.save("ada", "R1").await;
    place.save("alan", "R2").await;
    let newer = text("R9").replace(r#""version":1"#, r#""version":2"#);
    let garbage = [
        half("R1").into_bytes(),
        Vec::new(),
        vec![0xff, 0xfe],
        newer.into_bytes(),
    ];
    for (number, bytes) in garbage.iter().enumerate() {
        fs::write(place.file("ada"), bytes).unwrap();
        place.is_put_aside("ada").await;
        let aside = place.put_aside();
        assert_eq!(aside.len(), number + 1, "each under a name of its own");
        assert_eq!(&fs::read(&aside[number]).unwrap(), bytes);
        assert_eq!(place.refresh_token("alan").await.as_deref(), Some("R2"));
    }
    place.save("ada", "R3").await;
    assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R3"));
}

#[tokio::test]
async fn s9_an_unreadable_profile_is_put_aside_alone() {
    let place = Place::profiles();
    for (name, refresh) in [("ada", "R1"), ("alan", "R2"), ("grace", "R3")] {
        place.save(name, refresh).await;
    }
    let whole = fs::read(place.file("ada")).unwrap();
    let mut whole: serde_json::Value = serde_json::from_slice(&whole).unwrap();
    whole["profiles"]["ada"]["version"] = "new".into();
    fs::write(place.file("ada"), whole.to_string()).unwrap();
    place.is_put_aside("ada").await;
    assert_eq!(place.refresh_token("alan").await.as_deref(), Some("R2"));
    assert_eq!(place.refresh_token("grace").await.as_deref(), Some("R3"));
    let aside = fs::read_to_string(&place.put_aside()[0]).unwrap();
    assert!(aside.contains("R1") && !aside.contains("R2"), "{aside}");
    #[cfg(unix)]
    assert_eq!(mode(&place.put_aside()[0]), 0o600);
}

#[tokio::test]
async fn s9_a_profile_file_that_is_no_such_file_is_put_aside_as_a_whole() {
    let (half, newer) = (half("R1"), r#"{"version":2,"profiles":{}}"#.to_owned());
    for bytes in [
        half,
        newer,
        String::new(),
        r#"{"version":1,"profiles":[]}"#.to_owned(),
    ] {
        for loads in [true, false] {
            let place = Place::profiles();
            fs::write(place.file("ada"), &bytes).unwrap();
            if loads {
                place.is_put_aside("ada").await;
            }
            place.save("alan", "R2").await;
            assert_eq!(fs::read_to_string(&place.put_aside()[0]).unwrap(), bytes);
            assert_eq!(place.refresh_token("alan").await.as_deref(), Some("R2"));
        }
    }
}

#[tokio::test]
async fn the_first_version_is_read_whatever_comes_later() {
    let place = Place::in_folder();
    fs::create_dir(place.folder.path().join("sessions")).unwrap();
    fs::write(place.file("ada"), text("R1")).unwrap();
    assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R1"));
    let place = Place::profiles();
    let whole = format!(
        r#"{{"version":1,"profiles":{{"ada":{},"b":7}},"note":"n"}}"#,
        text("R1")
    );
    fs::write(place.file("ada"), whole).unwrap();
    assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R1"));
    place.save("alan", "R2").await;
    let kept = fs::read_to_string(place.file("ada")).unwrap();
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept["note"], "n", "what others have written is kept");
    assert_eq!(kept["profiles"]["b"], 7);
}

#[tokio::test]
async fn nothing_tells_a_key_or_a_token() {
    for place in Place::both() {
        place.save("S3NTINEL-key", "S3NTINEL-token").await;
        let in_names = place
            .files()
            .iter()
            .any(|file| file.to_string_lossy().contains("S3NTINEL"));
        assert!(!in_names);
        fs::write(place.file("S3NTINEL-key"), half("S3NTINEL-token")).unwrap();
        let lock = place.store.lock(&key("S3NTINEL-key")).await.unwrap();
        let unreadable = place.store.load(&key("S3NTINEL-key")).await.unwrap_err();
        let other = place.store.remove(&key("S3NTINEL-other"), &lock).await;
        let shown = format!("{:?} {unreadable:?} {other:?} {lock:?}", place.store);
        assert!(!shown.contains("S3NTINEL"), "{shown}");
    }
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    fs::write(&file, "").unwrap();
    for store in [
        FileStore::in_folder(&file),
        FileStore::in_folder(file.join("sessions")),
        FileStore::profiles(file.join("credentials.json")),
    ] {
        let error = store.lock(&key("ada")).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Configuration);
        assert!(std::error::Error::source(&error).is_some());
    }
    let a_folder = FileStore::profiles(folder.path());
    let error = a_folder.load(&key("ada")).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Configuration);
}

#[tokio::test]
async fn a_lock_opens_its_own_session_only() {
    for place in Place::both() {
        let lock = place.store.lock(&key("ada")).await.unwrap();
        for lock in [&lock, &StoreLock::new(0)] {
            let saved = place.store.save(&key("alan"), &session("R1"), lock).await;
            assert_eq!(saved.unwrap_err().kind(), StoreErrorKind::Configuration);
        }
        assert_eq!(place.refresh_token("alan").await, None);
    }
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_stays_taken_is_waited_for_half_a_minute() {
    for place in Place::both() {
        let ours = place.store.lock(&key("ada")).await.unwrap();
        let start = Instant::now();
        let error = place.store.lock(&key("ada")).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Locked);
        assert!(start.elapsed() >= PATIENCE && start.elapsed() < PATIENCE * 2);
        // Another session is not held up.
        place.save("alan", "R1").await;
        place.store.unlock(&key("ada"), ours).await.unwrap();
        assert!(!place.store.lock(&key("ada")).await.unwrap().is_inherited());
    }
}

#[test]
fn whoever_goes_away_before_the_lock_comes_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lock");
    let take = || KeyLock::try_take(&path).unwrap().unwrap();
    drop(take());
    let mut lock = take();
    assert!(!lock.is_inherited());
    lock.hand_out();
    drop(lock);
    for _ in 0..2 {
        assert!(
            take().is_inherited(),
            "until somebody has had it and gave it back"
        );
    }
    let mut lock = take();
    lock.hand_out();
    lock.give_back(false).unwrap();
    drop(lock);
    assert!(!take().is_inherited());
}

#[tokio::test]
async fn a_writer_whose_caller_has_gone_finishes_before_the_next_one_comes() {
    for place in Place::both() {
        place.save("ada", "R1").await;
        let arrived = Arc::new(tokio::sync::Notify::new());
        let (go, going) = std::sync::mpsc::channel();
        let (at, going) = (Arc::clone(&arrived), Mutex::new(going));
        let slow = watched(&place.store, move |step, _| {
            if step == Step::Written {
                at.notify_one();
                going.lock().recv().unwrap();
            }
        });
        let (key, session) = (key("ada"), session("R2"));
        let lock = slow.lock(&key).await.unwrap();
        let mut save = slow.save(&key, &session, &lock);
        tokio::select! {
            _ = &mut save => panic!("it waits for us"),
            () = arrived.notified() => {}
        }
        drop(save);
        drop(lock);
        assert!(matches!(place.store.form.lock(&key), Ok(None)));
        go.send(()).unwrap();
        let next = place.store.lock(&key).await.unwrap();
        assert!(next.is_inherited());
        assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R2"));
    }
}

#[tokio::test]
async fn what_a_dead_writer_left_is_finished_if_it_is_whole() {
    for place in Place::both() {
        place.save("ada", "R1").await;
        let (file, new) = (
            place.file("ada"),
            data::with_suffix(&place.file("ada"), ".new"),
        );
        let old = fs::read_to_string(&file).unwrap();
        fs::write(&new, &old[..old.len() - 3]).unwrap();
        let lock = place.store.lock(&key("ada")).await.unwrap();
        assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R1"));
        assert!(!new.exists());
        place.store.unlock(&key("ada"), lock).await.unwrap();
        fs::write(&new, old.replace("R1", "R2")).unwrap();
        let lock = place.store.lock(&key("ada")).await.unwrap();
        assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R2"));
        assert!(!new.exists());
        fs::write(&new, &old).unwrap();
        place.store.remove(&key("ada"), &lock).await.unwrap();
        place.store.unlock(&key("ada"), lock).await.unwrap();
        place.save("alan", "R3").await;
        assert_eq!(
            place.refresh_token("ada").await,
            None,
            "it does not come back"
        );
    }
}

#[cfg(unix)]
#[tokio::test]
async fn what_somebody_else_has_put_there_is_not_taken_for_ours() {
    for place in Place::both() {
        place.save("ada", "R1").await;
        let (file, new) = (
            place.file("ada"),
            data::with_suffix(&place.file("ada"), ".new"),
        );
        let planted = fs::read_to_string(&file)
            .unwrap()
            .replace("R1", "R-planted");
        fs::write(&new, planted).unwrap();
        // Only root may give a file away; for others this is no test.
        if std::os::unix::fs::chown(&new, Some(65_534), None).is_ok() {
            let lock = place.store.lock(&key("ada")).await.unwrap();
            assert_eq!(place.refresh_token("ada").await.as_deref(), Some("R1"));
            assert!(!new.exists());
            place.store.unlock(&key("ada"), lock).await.unwrap();
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_session_that_is_gone_leaves_nothing() {
    let place = Place::in_folder();
    place.save("ada", "R1").await;
    place.remove("ada").await;
    let lock = place.store.lock(&key("ada")).await.unwrap();
    assert!(!lock.is_inherited());
    place.store.unlock(&key("ada"), lock).await.unwrap();
    assert_eq!(place.files(), [place.folder.path().join("sessions/.lock")]);
}

#[cfg(unix)]
#[tokio::test]
async fn a_profile_file_may_stand_behind_a_link() {
    let place = Place::profiles();
    let behind = place.folder.path().join("dotfiles.json");
    fs::write(&behind, r#"{"version":1,"profiles":{}}"#).unwrap();
    std::os::unix::fs::symlink(&behind, place.file("ada")).unwrap();
    place.save("ada", "R1").await;
    assert!(place.file("ada").is_symlink());
    assert!(fs::read_to_string(behind).unwrap().contains("R1"));
}
