//! The page for people, in a real browser.

use std::process::Command;

use frontegg_identity_emulator::Fault;

use crate::support::{LOGIN, credentials, emulator, log_in, send};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where CI runs a browser has to be there; elsewhere the test says that it was left out.
#[test]
fn a_browser_shows_users_sessions_codes_requests_and_faults() {
    let Some(browser) = BROWSERS.iter().find(|name| is_there(name)) else {
        assert!(std::env::var_os("CI").is_none(), "no Chromium");
        return;
    };
    let emulator = emulator();
    log_in(&emulator);
    let reset = "/identity/resources/users/v1/passwords/reset";
    let email = credentials()["email"].clone();
    send(
        &emulator,
        "POST",
        reset,
        &serde_json::json!({ "email": email }),
    );
    emulator.faults().on("POST", LOGIN).once(Fault::Waf);
    let profile = std::env::temp_dir().join(format!("emulator-page-{}", std::process::id()));
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(emulator.page_url())
        .output()
        .unwrap();
    let _ = std::fs::remove_dir_all(&profile);
    let page = String::from_utf8(output.stdout).unwrap();
    for text in [
        "<title>Frontegg emulator</title>",
        // The browser has read this name as text, not as markup.
        "Ada &lt;b&gt;Lovelace&lt;/b&gt;",
        "passwordReset",
        "/identity/resources/auth/v1/user  200",
        "waf",
    ] {
        assert!(page.contains(text), "{text} is not on the page:\n{page}");
    }
    assert!(!page.contains("Analytical-Engine-1"), "{page}");
}

fn is_there(browser: &str) -> bool {
    let version = Command::new(browser).arg("--version").output();
    version.is_ok_and(|output| output.status.success())
}
