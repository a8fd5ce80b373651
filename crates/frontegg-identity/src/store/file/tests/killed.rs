//! A process that is killed in the middle of writing.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use frontegg_identity_emulator::{Emulator, NewUser, Reuse};

use super::*;
use crate::{ErrorKind, Identifier, Identity, Login, Session};

const STEPS: [Step; 5] = [
    Step::Created,
    Step::Written,
    Step::Synced,
    Step::Renamed,
    Step::Kept,
];
/// What the child says when it has come to its step.
const THERE: &str = "it is there";

fn variable(name: &str) -> String {
    std::env::var(format!("FRONTEGG_IDENTITY_TEST_{name}")).unwrap()
}

fn identity(emulator_url: &str, store: FileStore) -> Identity {
    Identity::builder(emulator_url)
        .store(store)
        .build()
        .unwrap()
}

async fn stored(identity: &Identity) -> Session {
    let session = identity.stored_session(key("ada")).await.unwrap();
    session.unwrap()
}

/// Renews the session, and stands still at a step for ever.
#[tokio::test]
#[ignore = "it runs in a process of its own, for the tests below"]
async fn child() {
    let path = variable("PATH");
    let store = match variable("FORM").as_str() {
        "folder" => FileStore::in_folder(path),
        _ => FileStore::profiles(path),
    };
    let last = variable("STEP");
    let store = watched(&store, move |step, _| {
        if format!("{step:?}") == last {
            writeln!(std::io::stdout(), "\n{THERE}").unwrap();
            loop {
                std::thread::park();
            }
        }
    });
    let identity = identity(&variable("URL"), store);
    stored(&identity).await.refresh_now().await.unwrap();
    panic!("it went past its last step");
}

/// Runs the child up to a step and kills it there.
fn kill_at(step: Step, place: &Place, url: &str) {
    let (form, path) = match &*place.store.form {
        Form::Folder(folder) => ("folder", &folder.path),
        Form::Profiles(profiles) => ("profiles", &profiles.path),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "store::file::tests::killed::child",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env("FRONTEGG_IDENTITY_TEST_FORM", form)
        .env("FRONTEGG_IDENTITY_TEST_PATH", path)
        .env("FRONTEGG_IDENTITY_TEST_STEP", format!("{step:?}"))
        .env("FRONTEGG_IDENTITY_TEST_URL", url)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(child.stdout.take().unwrap()).lines();
    let is_there = said.map_while(Result::ok).any(|line| line == THERE);
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(is_there, "the child came to {step:?}");
}

async fn emulator() -> Emulator {
    let ada = NewUser::new("ada@example.com").password("S3NTINEL-Engine-1");
    Emulator::builder().user(ada).start().await.unwrap()
}

/// Ada's session is kept in a place, beside somebody else's.
async fn sign_in(emulator: &Emulator, place: &Place) {
    let identity = identity(&emulator.base_url(), place.store.clone());
    let who = Identifier::email("ada@example.com");
    let login = identity
        .sign_in_with_password(&who, &"S3NTINEL-Engine-1".into())
        .await;
    let Login::Complete(signed_in) = login.unwrap() else {
        panic!("a password is enough");
    };
    signed_in.session.store_as(key("ada")).await.unwrap();
    place.save("alan", "R-alan").await;
}

#[tokio::test]
async fn s9_killed_at_every_step_the_session_is_the_old_one_or_the_new_one() {
    let emulator = emulator().await;
    for step in STEPS {
        for place in Place::both() {
            sign_in(&emulator, &place).await;
            let old = place.refresh_token("ada").await;
            kill_at(step, &place, &emulator.base_url());
            let left = place.refresh_token("ada").await;
            assert!(left.is_some(), "never half a session");
            assert_eq!(
                left == old,
                !matches!(step, Step::Renamed | Step::Kept),
                "{step:?}"
            );
            assert_eq!(place.refresh_token("alan").await.as_deref(), Some("R-alan"));

            let next = identity(&emulator.base_url(), place.store.clone());
            let outcome = stored(&next).await.refresh_now().await;
            if step == Step::Created {
                // The new token died with the process before a byte of it was written.
                assert_eq!(outcome.unwrap_err().kind(), ErrorKind::RotationLost);
                sign_in(&emulator, &place).await;
                stored(&next).await.refresh_now().await.unwrap();
            } else {
                outcome.unwrap();
            }
            assert_ne!(place.refresh_token("ada").await, old);
            assert_eq!(place.refresh_token("alan").await.as_deref(), Some("R-alan"));
            let new = data::with_suffix(&place.file("ada"), ".new");
            assert!(!new.exists(), "nothing is left over");
        }
    }
}

#[tokio::test]
async fn s9_where_the_server_forgives_a_death_costs_nothing() {
    let emulator = emulator().await;
    emulator.change_settings(|settings| {
        settings.refresh_token_reuse = Reuse::Grace(chrono::TimeDelta::minutes(1));
    });
    for place in Place::both() {
        sign_in(&emulator, &place).await;
        kill_at(Step::Created, &place, &emulator.base_url());
        let next = identity(&emulator.base_url(), place.store.clone());
        stored(&next).await.refresh_now().await.unwrap();
    }
}
