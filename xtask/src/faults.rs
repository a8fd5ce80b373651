//! The table of everything that goes wrong with a session, at every moment. The test that tries it prints it.

use std::path::Path;

use anyhow::{Result, bail};

/// Tries every cell of the table below `root`, and lets the test print it.
///
/// # Errors
/// When a cell is wrong, or the test cannot be built.
pub fn run(root: &Path) -> Result<()> {
    let test = [
        "test",
        "--package=frontegg-identity",
        "--all-features",
        "--test=it",
        "faults::",
        "--",
        "--nocapture",
    ];
    if !crate::cargo(root).args(test).status()?.success() {
        bail!("a cell of the table is wrong");
    }
    Ok(())
}
