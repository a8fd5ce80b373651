//! The first build of a program that signs in, next to that of one with the crate `frontegg`, from nothing.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

const OURS: &str = "sign-in-ours";
const THEIRS: &str = "sign-in-theirs";
/// How often each is built; the quickest counts, since what else a machine does only slows a build down.
const ROUNDS: usize = 2;

/// A build from nothing.
struct Build {
    time: Duration,
    packages: usize,
}

/// Builds both in turn, in the dev profile, each time into an empty folder. The result is a table to print.
///
/// # Errors
/// When one does not build, or their dependencies cannot be fetched.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<String> {
    let folder = root.join("benches");
    say("fetching what both depend on");
    let status = crate::cargo(&folder)
        .args(["fetch", "--quiet", "--locked"])
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the dependencies cannot be fetched");
    }
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(build(&folder, OURS, say)?);
        theirs.push(build(&folder, THEIRS, say)?);
    }
    let quickest = |builds: Vec<Build>| builds.into_iter().min_by_key(|build| build.time);
    let (ours, theirs) = quickest(ours)
        .zip(quickest(theirs))
        .context("nothing was built")?;
    let (time, peer) = (ours.time.as_secs_f64(), theirs.time.as_secs_f64());
    let mut table =
        String::from("| | ours | `frontegg` | ratio | target |\n|---|---|---|---|---|\n");
    writeln!(
        table,
        "| first build of a program that signs in | {time:.1} s | {peer:.1} s | {:.2} | at most 1.00 |",
        time / peer
    )?;
    writeln!(
        table,
        "| packages that it compiles | {} | {} | | |",
        ours.packages, theirs.packages
    )?;
    Ok(table)
}

fn build(folder: &Path, package: &str, say: &mut dyn FnMut(&str)) -> Result<Build> {
    say(&format!("building {package} from nothing"));
    let target = tempfile::tempdir()?;
    let start = Instant::now();
    let output = crate::cargo(folder)
        .args(["build", "--quiet", "--locked", "--offline"])
        .args(["--package", package, "--message-format", "json"])
        .arg("--target-dir")
        .arg(target.path())
        .stderr(Stdio::inherit())
        .output()
        .context("cannot run cargo")?;
    let time = start.elapsed();
    if !output.status.success() {
        bail!("{package} does not compile");
    }
    let mut packages = BTreeSet::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let message: Value = serde_json::from_str(line)?;
        if message["reason"] == "compiler-artifact" {
            packages.insert(message["package_id"].to_string());
        }
    }
    Ok(Build {
        time,
        packages: packages.len(),
    })
}
