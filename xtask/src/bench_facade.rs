//! What the facade costs: a fresh token next to three peers, a call next to bare reqwest, an idle session,
//! a verified token next to jsonwebtoken, and stores.
//!
//! The programs are in `benches/facade`, one for each question; each prints rows of the table.

use std::path::Path;

use anyhow::{Context, Result, bail};

const PROGRAMS: [(&str, &str); 6] = [
    (
        "token",
        "fresh tokens, ours and those of three peers in turn",
    ),
    ("call", "calls, ours and bare ones in turn"),
    ("list", "10 000 users, ours and by hand in turn"),
    ("idle", "100 000 sessions"),
    ("verify", "verified tokens, ours and jsonwebtoken's in turn"),
    ("store", "stores, in turn; Redis if REDIS_URL names one"),
];

/// Runs the release builds below `root`. The result is a table to print.
///
/// # Errors
/// When a program does not build or fails, or the peers cannot be fetched.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<String> {
    let folder = root.join("benches");
    say("building for release, peers included");
    let status = crate::cargo(&folder)
        .args(["build", "--quiet", "--locked", "--release"])
        .args(["--package", "facade-bench"])
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the benchmarks do not compile");
    }
    let mut table = String::from("| | ours | next to | ratio | target |\n|---|---|---|---|---|\n");
    for (program, what) in PROGRAMS {
        say(what);
        let output = crate::cargo(&folder)
            .args(["run", "--quiet", "--locked", "--release"])
            .args(["--package", "facade-bench", "--bin", program])
            .stderr(std::process::Stdio::inherit())
            .output()
            .context("cannot run cargo")?;
        if !output.status.success() {
            bail!("the benchmark `{program}` failed");
        }
        table.push_str(&String::from_utf8(output.stdout)?);
    }
    Ok(table)
}
