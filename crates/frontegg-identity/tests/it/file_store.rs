//! Sessions in files, among processes: each child is this program once more, with one test to run.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use frontegg_identity::{
    Clock, FileStore, Identity, Moment, SavedSession, Session, SessionKey, SessionStore,
    SystemClock,
};
use tempfile::TempDir;

use crate::world::{ADA, ALAN, PASSWORD, World, builder_of, session};

mod killed;
mod shared;

const VARIABLE: &str = "FRONTEGG_IDENTITY_TEST_";

fn variable(name: &str) -> String {
    std::env::var(format!("{VARIABLE}{name}")).unwrap()
}

/// A form of the store.
#[derive(Clone, Copy, Debug)]
enum Form {
    Folder,
    Profiles,
}

impl Form {
    const BOTH: [Self; 2] = [Self::Folder, Self::Profiles];

    fn open(self, folder: &Path) -> FileStore {
        match self {
            Self::Folder => FileStore::in_folder(folder.join("sessions")),
            Self::Profiles => FileStore::profiles(folder.join("credentials.json")),
        }
    }
}

fn opened_by_child() -> FileStore {
    let form = match variable("FORM").as_str() {
        "Folder" => Form::Folder,
        _ => Form::Profiles,
    };
    form.open(Path::new(&variable("FOLDER")))
}

/// Another process.
struct Other {
    child: Child,
    out: std::io::Lines<BufReader<ChildStdout>>,
}

impl Other {
    /// Starts a test of this program that others leave alone.
    fn start(test: &str, form: Form, folder: &Path, more: &[(&str, &str)]) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args([test, "--exact", "--ignored", "--nocapture"])
            .env(format!("{VARIABLE}FORM"), format!("{form:?}"))
            .env(format!("{VARIABLE}FOLDER"), folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        for (name, value) in more {
            command.env(format!("{VARIABLE}{name}"), value);
        }
        let mut child = command.spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, out }
    }

    /// Waits for a line that the process says.
    fn hear(&mut self, line: &str) {
        let said = self
            .out
            .by_ref()
            .map_while(Result::ok)
            .any(|said| said == line);
        assert!(said, "the process has ended before it said {line:?}");
    }

    /// What it says with a line that begins so.
    fn hear_after(&mut self, start: &str) -> String {
        let mut said = self.out.by_ref().map_while(Result::ok);
        let line = said.find_map(|said| said.strip_prefix(start).map(str::to_owned));
        line.expect("the process says something of the kind")
    }

    fn say(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    fn end(mut self) {
        assert!(self.child.wait().unwrap().success(), "the process fails");
    }
}

/// Says a line to the process that started this one. What the test's own frame says goes before it.
fn say(line: &str) {
    writeln!(std::io::stdout(), "\n{line}").unwrap();
}

fn hear() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
}

fn key(name: &str) -> SessionKey {
    SessionKey::new(name).unwrap()
}

async fn save(store: &FileStore, name: &str, saved: &SavedSession) {
    let key = key(name);
    let lock = store.lock(&key).await.unwrap();
    store.save(&key, saved, &lock).await.unwrap();
    store.unlock(&key, lock).await.unwrap();
}

async fn text(store: &FileStore, name: &str) -> String {
    let saved = store.load(&key(name)).await.unwrap();
    saved
        .expect("a session is kept")
        .to_text()
        .expose()
        .to_owned()
}

#[cfg(feature = "testing")]
#[tokio::test]
async fn the_file_store_keeps_its_promises_in_both_forms() {
    for form in Form::BOTH {
        let folder = tempfile::tempdir().unwrap();
        let conformance =
            frontegg_identity::testing::store_conformance(|| form.open(folder.path()));
        conformance.await.unwrap();
    }
}
