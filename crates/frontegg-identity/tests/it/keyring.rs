//! Sessions in the secret store of the system: each child is this program once more, in a session of its own.

use std::process::Command;

use frontegg_identity::{
    KeyringStore, SavedSession, SessionKey, SessionStore, StoreErrorKind, testing,
};

use crate::programs::is_here;

#[cfg(all(unix, not(target_os = "macos")))]
const PROGRAMS: [&str; 2] = ["dbus-run-session", "gnome-keyring-daemon"];

/// This program, with one test to run.
fn child(test: &str) -> Vec<String> {
    let program = std::env::current_exe().unwrap();
    let program = program.to_str().unwrap().to_owned();
    let test = format!("keyring::{test}");
    [&program, &test, "--exact", "--ignored", "--nocapture"]
        .map(str::to_owned)
        .to_vec()
}

/// Runs a test so many times in an environment without a bus.
fn run(words: &[String], times: usize) {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).env("HOME", home.path());
    command
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("DISPLAY");
    command.env_remove("XDG_DATA_HOME");
    command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let failed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{failed}");
    assert_eq!(said.matches("1 passed").count(), times, "{said}");
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn s34_a_machine_without_a_secret_store_is_told_so() {
    run(&child("without_a_secret_store"), 1);
}

#[tokio::test]
#[ignore = "the test above runs it, without a bus"]
async fn without_a_secret_store() {
    let folder = tempfile::tempdir().unwrap();
    let error = KeyringStore::open("acme", folder.path()).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::NoBackend);
    let store = KeyringStore::open_or_files("acme", folder.path())
        .await
        .unwrap();
    assert!(store.is_in_files());
    testing::store_conformance(|| store.clone()).await.unwrap();
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn s34_what_is_in_the_keyring_is_found_by_the_next_process() {
    if !PROGRAMS.iter().all(|program| is_here(program)) {
        return;
    }
    let test = child("in_the_keyring").join("' '");
    let script = format!(
        "printf 'a password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && '{test}' && '{test}'"
    );
    let words = ["dbus-run-session", "--", "sh", "-c", &script];
    run(&words.map(str::to_owned), 2);
}

#[tokio::test]
#[ignore = "the test above runs it twice, with a keyring"]
async fn in_the_keyring() {
    let folder = std::env::var("HOME").unwrap();
    let store = KeyringStore::open("acme", &folder).await.unwrap();
    let key = SessionKey::new("ada").unwrap();
    let mark = std::path::Path::new(&folder).join("mark");
    if mark.exists() {
        let found = store.load(&key).await.unwrap();
        assert!(found.is_some(), "the process before has saved it");
    } else {
        std::fs::write(mark, "").unwrap();
        testing::store_conformance(|| store.clone()).await.unwrap();
        let session = SavedSession::from_text(r#"{"version":1,"tokens":[]}"#).unwrap();
        let lock = store.lock(&key).await.unwrap();
        store.save(&key, &session, &lock).await.unwrap();
        store.unlock(&key, lock).await.unwrap();
    }
}
