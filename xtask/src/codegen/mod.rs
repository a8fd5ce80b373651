//! From the description to the raw crate: load, correct, lower, pre-flight, generate, shape, write.
//!
//! Each stage is a function from value to value. [`generate_all`] runs them in order and touches no file.

pub mod correct;
pub mod document;
pub mod generate;
pub mod load;
pub mod lower;
mod naming;
pub mod preflight;
pub mod shape;
pub mod write;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use correct::{Applied, Names, Overlay};
use load::Source;
use lower::Counts;
use shape::secrets::Secrets;
use write::Output;

/// The inputs of the generator.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The description as published.
    pub spec: Source,
    /// The overlays, in the order in which they are applied.
    pub overlays: Vec<Source>,
    /// The table of operation names.
    pub names: Source,
    /// The table of secrets.
    pub secrets: Source,
    /// The manifest of the raw crate, in which the features are written.
    pub manifest: Source,
}

/// Where the inputs stand below the workspace's root.
pub const SPEC: &str = "openapi/frontegg-identity.yaml";
const OVERLAYS: [&str; 2] = [
    "openapi/corrections.overlay.yaml",
    "openapi/additions.overlay.yaml",
];
const NAMES: &str = "openapi/operations.yaml";
const SECRETS: &str = "openapi/secrets.yaml";
const MANIFEST: &str = "crates/frontegg-identity-raw/Cargo.toml";
/// Where the outputs go.
const GENERATED: &str = "crates/frontegg-identity-raw/src/generated";
const CORRECTED: &str = "openapi/corrected.json";
const TESTS: &str = "tests/it/generated";

impl Inputs {
    /// Reads the inputs below `root`; `spec` takes the place of the checked-in description.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn read(root: &Path, spec: Option<&Path>) -> Result<Self> {
        let read = |name: &str| {
            let mut source = Source::read(&root.join(name))?;
            source.path = PathBuf::from(name);
            Ok::<_, anyhow::Error>(source)
        };
        Ok(Self {
            spec: spec.map_or_else(|| read(SPEC), Source::read)?,
            overlays: OVERLAYS
                .iter()
                .map(|name| read(name))
                .collect::<Result<_>>()?,
            names: read(NAMES)?,
            secrets: read(SECRETS)?,
            manifest: read(MANIFEST)?,
        })
    }

    /// The inputs that decide the content, with the names that the header shows.
    fn hashed(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = std::iter::once(SPEC)
            .chain(OVERLAYS)
            .chain([NAMES, SECRETS]);
        let hashes = std::iter::once(&self.spec)
            .chain(&self.overlays)
            .chain([&self.names, &self.secrets]);
        names.zip(hashes.map(|source| source.sha256.as_str()))
    }
}

/// What the stages did, for people and for the snapshot.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Operations and schemas of the published description, and of the corrected one.
    pub sizes: [(usize, usize); 2],
    /// Operations that the table named.
    pub named: usize,
    /// Each overlay with its actions.
    pub overlays: Vec<Applied>,
    /// Rules of lowering with their counts.
    pub lowered: Counts,
    /// Rules of lowering that make the document truer.
    pub mended: Counts,
    /// Passes of shaping with their counts.
    pub shaped: Vec<(&'static str, usize)>,
}

/// The corrected document: overlays applied, operations named, general flaws mended.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The document.
    pub document: Value,
    /// What was done so far.
    pub report: Report,
}

/// Says what a stage did.
pub type Progress<'a> = &'a mut dyn FnMut(&str, std::time::Duration, &str);

/// Loads and corrects the description.
///
/// # Errors
/// Every complaint of loading and correcting.
pub fn correct_all(inputs: &Inputs, progress: Progress<'_>) -> Result<Corrected> {
    let mut report = Report::default();
    let start = Instant::now();
    let mut document = load::load(&inputs.spec)?;
    report.sizes[0] = size(&document);
    let (operations, schemas) = report.sizes[0];
    progress(
        "load",
        start.elapsed(),
        &format!(
            "{}: {operations} operations, {schemas} schemas",
            inputs.spec.path.display()
        ),
    );

    let start = Instant::now();
    for source in &inputs.overlays {
        let applied = Overlay::parse(source)?.apply(&mut document, source)?;
        report.overlays.push(applied);
    }
    report.named = Names::parse(&inputs.names)?.apply(&mut document, &inputs.names)?;
    report.sizes[1] = size(&document);
    let (operations, schemas) = report.sizes[1];
    let actions: usize = report
        .overlays
        .iter()
        .map(|overlay| overlay.actions.len())
        .sum();
    progress(
        "correct",
        start.elapsed(),
        &format!(
            "{actions} overlay actions, {} names: {operations} operations, {schemas} schemas",
            report.named
        ),
    );

    report.mended = lower::mend(&mut document);
    Ok(Corrected { document, report })
}

fn size(document: &Value) -> (usize, usize) {
    (
        document::operations(document).count(),
        document::schemas(document).count(),
    )
}

/// Lowers the corrected document and checks that progenitor can take it.
///
/// # Errors
/// When pre-flight finds something: all of it, one line each.
pub fn lower_all(corrected: &mut Corrected, progress: Progress<'_>) -> Result<Value> {
    let start = Instant::now();
    let mut document = corrected.document.clone();
    corrected.report.lowered = lower::fit(&mut document);
    let total = corrected.report.mended.total() + corrected.report.lowered.total();
    progress(
        "lower",
        start.elapsed(),
        &format!(
            "{total} rewrites by {} rules",
            corrected.report.mended.iter().count() + corrected.report.lowered.iter().count()
        ),
    );

    let start = Instant::now();
    let findings = preflight::preflight(&document);
    if !findings.is_empty() {
        let list: Vec<String> = findings.iter().map(ToString::to_string).collect();
        bail!(
            "pre-flight: {} problem(s) that progenitor cannot take:\n  {}",
            list.len(),
            list.join("\n  ")
        );
    }
    progress(
        "pre-flight",
        start.elapsed(),
        "nothing that progenitor refuses or gets wrong",
    );
    Ok(document)
}

/// Runs all stages but the writing.
///
/// # Errors
/// The complaint of the stage that failed.
pub fn generate_all(inputs: &Inputs, progress: Progress<'_>) -> Result<(Output, Report)> {
    let mut corrected = correct_all(inputs, progress)?;
    let lowered = lower_all(&mut corrected, progress)?;

    let start = Instant::now();
    let file = generate::generate(&lowered)?;
    progress(
        "generate",
        start.elapsed(),
        &format!("progenitor {}", tool_version("progenitor-impl")),
    );

    let start = Instant::now();
    let secrets = Secrets::parse(&inputs.secrets)?;
    let shaped = shape::shape(file, &lowered, &secrets)?;
    corrected.report.shaped = shaped.counts;
    let lines: usize = shaped.files.values().map(|text| text.lines().count()).sum();
    progress(
        "shape",
        start.elapsed(),
        &format!(
            "{} files, {lines} lines, {} features",
            shaped.files.len(),
            shaped.features.iter().count()
        ),
    );

    let mut files = BTreeMap::new();
    for (name, text) in shaped.files {
        let head = if name == "mod.rs" {
            full_header(inputs)
        } else {
            SHORT_HEADER.to_owned()
        };
        files.insert(format!("{GENERATED}/{name}"), format!("{head}\n{text}"));
    }
    files.insert(
        format!("{TESTS}/answers.rs"),
        format!("{SHORT_HEADER}\n{}", shaped.tests.render()),
    );
    let mut text = serde_json::to_string_pretty(&corrected.document)
        .context("the corrected document as JSON")?;
    text.push('\n');
    files.insert(CORRECTED.to_owned(), text);
    files.insert(
        MANIFEST.to_owned(),
        with_features(&inputs.manifest, &shaped.features.manifest())?,
    );
    Ok((
        Output {
            files,
            owned: vec![GENERATED.to_owned(), TESTS.to_owned()],
        },
        corrected.report,
    ))
}

const SHORT_HEADER: &str = "// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.\n";

/// The command, the versions and the inputs. It stands in one file, so that a change of an input changes one header.
fn full_header(inputs: &Inputs) -> String {
    let mut text = String::from("// Written by `cargo xtask codegen`, never by hand.\n//\n");
    for tool in ["progenitor-impl", "typify", "prettyplease"] {
        let _ = writeln!(text, "// {tool} {}", tool_version(tool));
    }
    text.push_str("//\n");
    for (name, hash) in inputs.hashed() {
        let _ = writeln!(text, "// sha256 {hash} {name}");
    }
    text
}

/// The version of a package in the lock file that this tool was built with.
fn tool_version(package: &str) -> &'static str {
    const LOCK: &str = include_str!("../../../Cargo.lock");
    LOCK.split("[[package]]")
        .find_map(|entry| {
            let value = |key: &str| {
                entry.lines().find_map(|line| {
                    line.strip_prefix(key)?
                        .strip_prefix(" = \"")?
                        .strip_suffix('"')
                })
            };
            (value("name") == Some(package))
                .then(|| value("version"))
                .flatten()
        })
        .unwrap_or("of unknown version")
}

/// The manifest with the features between its two marks.
fn with_features(manifest: &Source, features: &str) -> Result<String> {
    const BEGIN: &str = "# <features written by cargo xtask codegen>\n";
    const END: &str = "# </features written by cargo xtask codegen>\n";
    let text = manifest.text.replace("\r\n", "\n");
    let parts = text
        .split_once(BEGIN)
        .and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    let Some((head, tail)) = parts else {
        bail!(
            "{}: the marks {BEGIN:?} and {END:?} are missing",
            manifest.path.display()
        );
    };
    Ok(format!("{head}{BEGIN}{features}{END}{tail}"))
}
