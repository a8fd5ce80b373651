//! Many processes over one store, and many that are killed while they write to it.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// Runs the soak below `root` with arguments for its program, and then kills so many processes.
///
/// # Errors
/// When a refresh failed or a session was lost.
pub fn run(root: &Path, arguments: &[String], kills: u32) -> Result<()> {
    let program = [
        "run",
        "--quiet",
        "--locked",
        "--package",
        "frontegg-identity-soak",
        "--",
    ];
    let arguments = arguments.iter().map(String::as_str);
    cargo(
        root,
        &program.into_iter().chain(arguments).collect::<Vec<_>>(),
        0,
    )?;
    if kills > 0 {
        let test = [
            "test",
            "--quiet",
            "--locked",
            "--package=frontegg-identity",
            "--all-features",
            "--test=it",
            "file_store::killed",
        ];
        cargo(root, &test, kills)?;
    }
    Ok(())
}

fn cargo(root: &Path, arguments: &[&str], kills: u32) -> Result<()> {
    let status = crate::cargo(root)
        .args(arguments)
        .env("FRONTEGG_IDENTITY_KILLS", kills.to_string())
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("failed: cargo {}", arguments.join(" "));
    }
    Ok(())
}
