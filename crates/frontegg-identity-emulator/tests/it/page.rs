//! The page for people in a real browser. `cargo xtask page` finds the browser and runs this.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use frontegg_identity_emulator::{CutPoint, Fault, Sent, SentKind};
use serde_json::json;

use crate::support::{EMAIL, LOGIN, builder, get, log_in, send};

const RESET: &str = "/identity/resources/users/v1/passwords/reset";
const EVIL: &str =
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

/// What a browser shows of a page: its document after everything in it has run.
fn shown(url: &str) -> String {
    let browser: OsString = std::env::var_os("CHROMIUM").unwrap_or_else(|| "chromium".into());
    let profile = Profile::new();
    let output = Command::new(&browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ])
        .arg(format!("--user-data-dir={}", profile.folder.display()))
        .args(["--dump-dom", url])
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("cannot run {}: {error}", browser.display()));
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaints}");
    let html = String::from_utf8(output.stdout).unwrap();
    assert!(html.contains("</html>"), "{html} {complaints}");
    html
}

/// A new folder for the browser; it goes with the test.
struct Profile {
    folder: PathBuf,
}

impl Profile {
    fn new() -> Self {
        let folder = format!("emulator-page-{}", std::process::id());
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The part of the page below a heading.
fn section<'a>(html: &'a str, title: &str) -> &'a str {
    let (_, rest) = html
        .split_once(&format!("<h2>{title}</h2>"))
        .unwrap_or_else(|| panic!("no {title} in {html}"));
    rest.split("<h2>").next().unwrap()
}

#[test]
#[ignore = "needs Chromium: `cargo xtask page` finds it"]
fn a_browser_shows_the_page() {
    let user = frontegg_identity_emulator::NewUser::new("mallory@example.com").name(EVIL);
    let emulator = builder().user(user).start_blocking().unwrap();
    assert_eq!(log_in(&emulator).status, 200);
    assert_eq!(
        send(&emulator, "POST", RESET, &json!({ "email": EMAIL })).status,
        201
    );
    get(
        &emulator,
        "/nowhere?q=%3Cscript%3Edocument.title%3D%27run%27%3C%2Fscript%3E",
    );
    let faults = emulator.faults();
    faults.on("POST", LOGIN).once(Fault::Cut(CutPoint::MidBody));
    faults.on("GET", "/<b>bold</b>").once(Fault::Waf);

    let html = shown(&emulator.page_url());
    assert!(
        html.contains("<title>Frontegg emulator</title>"),
        "something has run: {html}"
    );
    let users = section(&html, "Users");
    for text in [
        EMAIL,
        "mallory@example.com",
        "Ada &lt;b&gt;Lovelace&lt;/b&gt;",
    ] {
        assert!(users.contains(text), "no {text} in {users}");
    }
    assert!(section(&html, "Sessions").contains(EMAIL));
    let outbox = emulator.outbox();
    let Sent { token, kind, .. } = outbox.last(SentKind::PasswordReset, EMAIL).unwrap();
    let sent = section(&html, "Codes and links sent");
    assert!(
        sent.contains(kind.as_str()) && sent.contains(token.as_deref().unwrap()),
        "{sent}"
    );
    let requests = section(&html, "Requests");
    assert!(
        requests.contains(LOGIN) && requests.contains("/nowhere"),
        "{requests}"
    );
    let armed = section(&html, "Faults armed");
    assert!(
        armed.contains("midBody") && armed.contains("waf"),
        "{armed}"
    );
    for forbidden in ["<script", "<img", "<b>"] {
        assert!(!html.contains(forbidden), "{forbidden} in {html}");
    }
}
