//! Processes that are killed at any moment while they do nothing but save.

use super::*;

/// How many processes are killed in each form; `cargo xtask soak` kills more.
const KILLS: &str = "FRONTEGG_IDENTITY_KILLS";
const SEED: u64 = 20_261_128;
/// A process that has said that it is ready is killed within this time.
const LONGEST_LIFE: Duration = Duration::from_millis(8);

/// Of different lengths, so that a mixture of two can be told from either.
fn numbered(number: u64) -> SavedSession {
    let refresh = format!("R{number}-{}", "x".repeat((number % 7 * 300) as usize));
    let text = format!(r#"{{"version":1,"refreshToken":"{refresh}","tokens":[]}}"#);
    SavedSession::from_text(&text).unwrap()
}

fn number(text: &str) -> u64 {
    let start = text.split(r#""refreshToken":"R"#).nth(1).unwrap();
    let number = start.split('-').next().unwrap().parse().unwrap();
    assert_eq!(
        text,
        numbered(number).to_text().expose(),
        "whole, as it was saved"
    );
    number
}

/// Counts up, and says after each save how far it has come.
#[tokio::test]
#[ignore = "it runs in a process of its own, for the tests below"]
async fn child() {
    let store = opened_by_child();
    let key = key("ada");
    say("ready");
    loop {
        let lock = store.lock(&key).await.unwrap();
        let saved = store.load(&key).await.unwrap().unwrap();
        let next = number(saved.to_text().expose()) + 1;
        store.save(&key, &numbered(next), &lock).await.unwrap();
        store.unlock(&key, lock).await.unwrap();
        say(&format!("saved {next}"));
    }
}

#[tokio::test]
async fn s9_killed_at_any_moment_the_file_is_the_old_one_or_the_new_one() {
    let kills = std::env::var(KILLS).map_or(40, |kills| kills.parse().unwrap());
    let mut chance = fastrand::Rng::with_seed(SEED);
    for form in Form::BOTH {
        let folder = tempfile::tempdir().unwrap();
        let store = form.open(folder.path());
        save(&store, "ada", &numbered(0)).await;
        save(&store, "alan", &numbered(7)).await;
        let (mut deaths, mut last) = (0, 0);
        for _ in 0..kills / 2 {
            let mut process = Other::start("file_store::killed::child", form, folder.path(), &[]);
            process.hear("ready");
            std::thread::sleep(LONGEST_LIFE.mul_f64(chance.f64()));
            process.child.kill().unwrap();
            process.child.wait().unwrap();
            let said = process.out.map_while(Result::ok);
            let said = said.filter_map(|line| line.strip_prefix("saved ")?.parse().ok());
            let said: u64 = said.last().unwrap_or(last);

            // What it said to have saved is there, or the one that it was about to save.
            let left = number(&text(&store, "ada").await);
            assert!(left == said || left == said + 1, "{left} after {said}");
            // The next one can go on, with what is there or with what the dead one had written in full.
            let lock = store.lock(&key("ada")).await.unwrap();
            deaths += u32::from(lock.is_inherited());
            let found = number(&text(&store, "ada").await);
            assert!(found == left || found == said + 1, "{found} after {left}");
            store
                .save(&key("ada"), &numbered(found + 1), &lock)
                .await
                .unwrap();
            store.unlock(&key("ada"), lock).await.unwrap();
            last = found + 1;
            assert_eq!(number(&text(&store, "alan").await), 7);
        }
        assert!(deaths > 0, "some died with the lock in their hands");
        let left_over = files(folder.path());
        let left_over = left_over.iter().any(|file| {
            let name = file.to_string_lossy();
            name.ends_with(".new") || name.contains(".unreadable-")
        });
        assert!(!left_over);
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
