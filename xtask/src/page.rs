//! The emulator's page in a real browser.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The variable that names a browser.
const VARIABLE: &str = "CHROMIUM";
/// What Chromium is called on one system or another.
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Whether a task has done its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It has.
    Yes,
    /// It could not: what it needs is not on this machine.
    NotRun,
}

/// Runs the test that looks at the page with Chromium.
///
/// # Errors
/// When the test fails, or when there is no browser in CI, where one is installed first.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<Done> {
    let Some(browser) = browser() else {
        let advice = format!("no Chromium: install one, or name one in {VARIABLE}");
        if env::var_os("CI").is_some_and(|value| value == "true") {
            bail!("{advice}");
        }
        say(&format!("NOT RUN, the page was not looked at: {advice}"));
        return Ok(Done::NotRun);
    };
    say(&format!("with {}", browser.display()));
    let status = crate::cargo(root)
        .args([
            "test",
            "--locked",
            "--package",
            "frontegg-identity-emulator",
        ])
        .args(["--test", "it", "--", "--ignored", "--exact"])
        .arg("page::a_browser_shows_the_page")
        .env(VARIABLE, &browser)
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the page is not what it should be");
    }
    Ok(Done::Yes)
}

fn browser() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE) {
        return Some(named.into());
    }
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}
