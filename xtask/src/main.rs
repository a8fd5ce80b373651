//! `cargo xtask`: the maintainers' tasks. The work is in the library beside this file.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};

use xtask::codegen::{self, Inputs, SPEC};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "Tasks for maintainers",
    version
)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Generate the raw crate from the description.
    Codegen {
        /// Write nothing; fail and show the drift when the generated files are not what the description gives.
        #[arg(long)]
        check: bool,
        /// Another copy of the description; the overlays and tables stay those of the workspace.
        #[arg(long, value_name = "PATH")]
        spec: Option<PathBuf>,
        /// Write (or check) below this folder instead of the workspace.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "this is the program's one mouth")]
fn say(text: &str) {
    eprintln!("{text}");
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Codegen { check, spec, out } => codegen(check, spec, out),
    }
}

/// The workspace's root: the folder above this package.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

fn progress(stage: &str, time: Duration, what: &str) {
    say(&format!(
        "{stage:>10}  {:>6.1} ms  {what}",
        time.as_secs_f64() * 1000.0
    ));
}

fn codegen(check: bool, spec: Option<PathBuf>, out: Option<PathBuf>) -> Result<()> {
    let root = root();
    let inputs = Inputs::read(&root, spec.as_deref())?;
    let (output, _) = codegen::generate_all(&inputs, &mut progress)?;
    let target = out.unwrap_or(root);
    let start = std::time::Instant::now();
    if check {
        if let Some(drift) = output.check(&target) {
            say(&drift);
            bail!(
                "the generated files are not what {SPEC} and its overlays give; run `cargo xtask codegen` and commit the result"
            );
        }
        progress(
            "check",
            start.elapsed(),
            &format!("{} files are up to date", output.files.len()),
        );
    } else {
        let done = output.write(&target)?;
        progress(
            "write",
            start.elapsed(),
            &format!(
                "{} written, {} unchanged, {} removed",
                done.written, done.unchanged, done.removed
            ),
        );
    }
    Ok(())
}
