//! What CI runs, in order, each step with a name.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// A step: a command that must succeed.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// What it shows.
    pub name: &'static str,
    /// The arguments of cargo.
    pub arguments: &'static [&'static str],
    /// Environment variables for it.
    pub environment: &'static [(&'static str, &'static str)],
}

const fn step(name: &'static str, arguments: &'static [&'static str]) -> Step {
    Step {
        name,
        arguments,
        environment: &[],
    }
}

/// The steps, cheapest first. The tests are the README's own command.
pub const STEPS: [Step; 11] = [
    step("format", &["fmt", "--all", "--check"]),
    step(
        "generated code is up to date",
        &["xtask", "codegen", "--check"],
    ),
    step(
        "lints",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--all-features",
            "--locked",
            "--",
            "-D",
            "warnings",
        ],
    ),
    step(
        "tests",
        &["test", "--workspace", "--all-features", "--locked"],
    ),
    Step {
        name: "documentation",
        arguments: &[
            "doc",
            "--workspace",
            "--all-features",
            "--no-deps",
            "--locked",
        ],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
    // All features together are in the tests above.
    step(
        "tests without a feature",
        &[
            "test",
            "--package",
            "frontegg-identity",
            "--no-default-features",
            "--locked",
            // Examples are part of the tests, and linking each of them takes as long as those do.
            "--lib",
            "--tests",
        ],
    ),
    step(
        "every feature alone",
        &[
            "hack",
            "check",
            "--each-feature",
            "--package",
            "frontegg-identity",
            "--package",
            "frontegg-identity-raw",
            "--locked",
        ],
    ),
    // The tests have killed processes already.
    step("soak", &["xtask", "soak", "--refreshes=25", "--kills=0"]),
    step(
        "soak of Redis",
        &[
            "xtask",
            "soak",
            "--refreshes=25",
            "--kills=0",
            "--store=redis",
        ],
    ),
    step("contract", &["xtask", "contract"]),
    step("page", &["xtask", "page"]),
];

/// Runs the steps below `root`; `say` gets a line before and after each.
///
/// # Errors
/// When steps failed: all of them are named, since one does not keep the others from running.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<()> {
    let (mut failed, mut not_run) = (Vec::new(), Vec::new());
    for (index, step) in STEPS.iter().enumerate() {
        let command = format!("cargo {}", step.arguments.join(" "));
        say(&format!(
            "[{}/{}] {}: {command}",
            index + 1,
            STEPS.len(),
            step.name
        ));
        let start = Instant::now();
        let status = crate::cargo(root)
            .args(step.arguments)
            .envs(step.environment.iter().copied())
            .status()
            .with_context(|| format!("cannot run `{command}`"))?;
        let is_missing = status.code() == Some(i32::from(crate::NOT_RUN));
        let outcome = match status.success() {
            true => "ok",
            false if is_missing => "NOT RUN",
            false => "FAILED",
        };
        say(&format!(
            "      {outcome} in {:.0} s",
            start.elapsed().as_secs_f64()
        ));
        if is_missing {
            not_run.push(step.name);
        } else if !status.success() {
            failed.push(step.name);
        }
    }
    if !not_run.is_empty() {
        say(&format!("not run on this machine: {}", not_run.join(", ")));
    }
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}
