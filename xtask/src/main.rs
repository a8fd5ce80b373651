//! `cargo xtask`: the maintainers' tasks. The work is in the library beside this file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::{Parser, Subcommand, ValueEnum};

use xtask::codegen::load::{Source, load};
use xtask::codegen::{self, Inputs, SPEC};
use xtask::page::{self, Done};
use xtask::spec::{diff, lint};
use xtask::{bench, bench_build, bench_emulator, bench_facade, ci, contract, faults, soak};

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
    /// Generate the raw crate from the description
    Codegen {
        /// Write nothing; fail and show the drift when the generated files are not what the description gives
        #[arg(long)]
        check: bool,
        /// Another copy of the description; the overlays and tables stay those of the workspace
        #[arg(long, value_name = "PATH")]
        spec: Option<PathBuf>,
        /// Write (or check) below this folder instead of the workspace
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Look at descriptions without generating
    #[command(subcommand)]
    Spec(SpecTask),
    /// Run what CI runs, in order
    Ci,
    /// Hold the running emulator to the description, with schemathesis
    Contract,
    /// Look at the emulator's page with Chromium
    Page,
    /// Renew one session from many processes over one store, and kill processes while they write
    Soak {
        /// Processes that share the store
        #[arg(long, default_value_t = 8)]
        processes: u32,
        /// How often each of them renews the session
        #[arg(long, default_value_t = 150)]
        refreshes: u32,
        /// The kind of store: file, profiles or redis
        #[arg(long, default_value = "file")]
        store: String,
        /// Which Redis; one that is started for it when left out
        #[arg(long)]
        url: Option<String>,
        /// How many processes are killed while they write files; 0 for none
        #[arg(long, default_value_t = 1000)]
        kills: u32,
    },
    /// Try everything that goes wrong at every moment of a session, and print the table
    Faults,
    /// Time generation and compilation next to plain progenitor
    BenchCodegen,
    /// Time the emulator next to Prism and next to bare signatures
    BenchEmulator,
    /// Time a fresh token next to peers and a call next to bare reqwest, and weigh idle sessions
    BenchFacade,
    /// Time the first build of a program that signs in next to one with the crate `frontegg`
    BenchBuild,
}

#[derive(Subcommand)]
enum SpecTask {
    /// List everything that stands between a description and the generator
    Lint {
        /// The description; the checked-in one when left out
        path: Option<PathBuf>,
    },
    /// Say what differs between two descriptions and whom it breaks
    Diff {
        /// The older description
        old: PathBuf,
        /// The newer description
        new: PathBuf,
        /// How to write it
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Json,
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(Done::Yes) => ExitCode::SUCCESS,
        Ok(Done::NotRun) => ExitCode::from(xtask::NOT_RUN),
        Err(error) => {
            say(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "progress and complaints of a program")]
fn say(text: &str) {
    eprintln!("{text}");
}

#[expect(clippy::print_stdout, reason = "the result of a program, to be piped")]
fn print(text: &str) {
    println!("{}", text.trim_end());
}

fn run(task: Task) -> Result<Done> {
    match task {
        Task::Codegen { check, spec, out } => codegen(check, spec.as_deref(), out)?,
        Task::Spec(SpecTask::Lint { path }) => spec_lint(path.as_deref())?,
        Task::Spec(SpecTask::Diff { old, new, format }) => spec_diff(&old, &new, format)?,
        Task::Ci => ci::run(&root(), &mut say)?,
        Task::Contract => contract::run(&root(), &mut say)?,
        Task::Page => return page::run(&root(), &mut say),
        Task::Soak {
            processes,
            refreshes,
            store,
            url,
            kills,
        } => {
            let mut arguments = vec![
                format!("--processes={processes}"),
                format!("--refreshes={refreshes}"),
                format!("--store={store}"),
            ];
            arguments.extend(url.map(|url| format!("--url={url}")));
            soak::run(&root(), &arguments, kills)?;
        }
        Task::Faults => faults::run(&root())?,
        Task::BenchCodegen => print(&bench::run(&root(), &mut say)?),
        Task::BenchEmulator => print(&bench_emulator::run(&root(), &mut say)?),
        Task::BenchFacade => print(&bench_facade::run(&root(), &mut say)?),
        Task::BenchBuild => print(&bench_build::run(&root(), &mut say)?),
    }
    Ok(Done::Yes)
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

fn codegen(check: bool, spec: Option<&Path>, out: Option<PathBuf>) -> Result<()> {
    let root = root();
    let inputs = Inputs::read(&root, spec)?;
    let (output, _) = codegen::generate_all(&inputs, &mut progress)?;
    let target = out.unwrap_or(root);
    let start = Instant::now();
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
        let what = format!(
            "{} written, {} unchanged, {} removed",
            done.written, done.unchanged, done.removed
        );
        progress("write", start.elapsed(), &what);
    }
    Ok(())
}

fn spec_lint(path: Option<&Path>) -> Result<()> {
    let inputs = Inputs::read(&root(), path)?;
    let problems = lint::lint(&inputs);
    let path = inputs.spec.path.display();
    if problems.is_empty() {
        say(&format!(
            "{path}: nothing stands between it and the generator"
        ));
        return Ok(());
    }
    for problem in &problems {
        print(&problem.to_string());
    }
    bail!("{path}: {} problem(s)", problems.len());
}

/// A breaking difference is a result, not a failure: the exit code stays 0.
fn spec_diff(old: &Path, new: &Path, format: Format) -> Result<()> {
    let (old, new) = (load(&Source::read(old)?)?, load(&Source::read(new)?)?);
    let format = match format {
        Format::Text => diff::Format::Text,
        Format::Markdown => diff::Format::Markdown,
        Format::Json => diff::Format::Json,
    };
    print(&diff::diff(&old, &new).render(format));
    Ok(())
}
