//! What the pipeline costs, next to plain progenitor on the same document in the same run.
//!
//! The peer is `benches/plain-progenitor`: progenitor's builder output of the corrected and lowered document, formatted
//! with prettyplease, and nothing of ours.

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};
use serde_json::Value;

use crate::codegen::{self, Inputs};

/// How often each thing is timed; the median counts.
const ROUNDS: usize = 5;
const PEER: &str = "benches/plain-progenitor";

/// Times generation and compilation below `root`. The result is a table to print.
///
/// # Errors
/// When a stage fails, or the peer's dependencies cannot be fetched.
pub fn run(root: &Path, say: &mut dyn FnMut(&str)) -> Result<String> {
    let inputs = Inputs::read(root, None)?;
    let document = lowered(&inputs)?;

    say("generating, ours and progenitor's in turn");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(timed(|| {
            codegen::generate_all(&inputs, &mut |_, _, _| {}).map(drop)
        })?);
        theirs.push(timed(|| {
            plain(&document, InterfaceStyle::Positional).map(drop)
        })?);
    }
    let generation = Pair {
        ours: median(&mut ours),
        theirs: median(&mut theirs),
    };

    let peer = root.join(PEER);
    let generated = peer.join("src/generated.rs");
    std::fs::write(&generated, plain(&document, InterfaceStyle::Builder)?)
        .with_context(|| format!("cannot write {}", generated.display()))?;
    let builder = check_time(&peer, "plain-progenitor", &[], say)?;
    let raw = "frontegg-identity-raw";
    let default = check_time(root, raw, &[], say)?;
    let all = check_time(root, raw, &["--all-features"], say)?;

    let mut table =
        String::from("| | ours | plain progenitor | ratio | target |\n|---|---|---|---|---|\n");
    row(
        &mut table,
        "description to formatted code",
        generation,
        "2.00",
    );
    row(
        &mut table,
        "clean check, default features",
        Pair {
            ours: default,
            theirs: builder,
        },
        "0.30",
    );
    row(
        &mut table,
        "clean check, all features",
        Pair {
            ours: all,
            theirs: builder,
        },
        "0.70",
    );
    Ok(table)
}

#[derive(Clone, Copy)]
struct Pair {
    ours: Duration,
    theirs: Duration,
}

fn row(table: &mut String, what: &str, pair: Pair, target: &str) {
    let (ours, theirs) = (pair.ours.as_secs_f64(), pair.theirs.as_secs_f64());
    let _ = writeln!(
        table,
        "| {what} | {ours:.2} s | {theirs:.2} s | {:.2} | at most {target} |",
        ours / theirs
    );
}

fn lowered(inputs: &Inputs) -> Result<Value> {
    let mut silent = |_: &str, _: Duration, _: &str| {};
    let mut corrected = codegen::correct_all(inputs, &mut silent)?;
    codegen::lower_all(&mut corrected, &mut silent)
}

/// progenitor and prettyplease alone, from a document that is ready for them.
fn plain(document: &Value, style: InterfaceStyle) -> Result<String> {
    let spec: openapiv3::OpenAPI = serde_json::from_value(document.clone())?;
    let mut settings = GenerationSettings::new();
    settings.with_interface(style).with_tag(TagStyle::Merged);
    let tokens = Generator::new(&settings).generate_tokens(&spec)?;
    let file = syn::parse2(tokens).context("progenitor's output is not Rust")?;
    Ok(prettyplease::unparse(&file))
}

/// The time of `cargo check` for one package whose dependencies are built and which itself is not.
fn check_time(
    folder: &Path,
    package: &str,
    flags: &[&str],
    say: &mut dyn FnMut(&str),
) -> Result<Duration> {
    say(&format!("checking {package} {}", flags.join(" ")));
    let cargo = |task: &str, flags: &[&str]| {
        let status = crate::cargo(folder)
            .args([task, "--quiet", "--package", package])
            .args(flags)
            .env("CARGO_INCREMENTAL", "0")
            .status()
            .context("cannot run cargo")?;
        if !status.success() {
            bail!("`cargo {task}` of {package} failed");
        }
        Ok(())
    };
    cargo("check", flags)?;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        cargo("clean", &[])?;
        times.push(timed(|| cargo("check", flags))?);
    }
    Ok(median(&mut times))
}

fn timed(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
