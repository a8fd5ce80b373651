//! The program as a maintainer runs it: what it prints, and with which exit code it ends.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics is a test that fails"
)]

use std::path::Path;
use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Runs, expects a failure, and gives the last line, which should say it all.
fn complaint(arguments: &[&str]) -> String {
    let output = xtask(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    let text = text(&output.stderr);
    assert!(!text.contains("panicked"), "{text}");
    text.lines().last().unwrap_or_default().to_owned()
}

fn write(folder: &Path, name: &str, content: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_description_that_cannot_be_used_is_one_line_that_says_what_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let broken = write(
        folder.path(),
        "broken.yaml",
        "openapi: 3.0.0\ninfo: {title: [}\n",
    );
    let newer = write(
        folder.path(),
        "newer.yaml",
        "openapi: 3.1.0\ninfo: {}\npaths: {}\n",
    );
    let other = write(folder.path(), "other.json", "{\"swagger\": \"2.0\"}");
    for (spec, what) in [
        ("/nowhere/spec.yaml", "cannot read /nowhere/spec.yaml"),
        (&broken, "broken.yaml:2:"),
        (&newer, "newer.yaml is OpenAPI 3.1.0"),
        (&other, "other.json is not an OpenAPI document"),
    ] {
        let line = complaint(&["codegen", "--spec", spec]);
        assert!(line.starts_with("error: ") && line.contains(what), "{line}");
    }
}

#[test]
fn an_output_that_cannot_be_written_is_named_and_nothing_is_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "file", "");
    let line = complaint(&["codegen", "--out", &file]);
    assert!(
        line.starts_with("error: cannot write ") && line.contains(&file),
        "{line}"
    );
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn another_folder_is_written_and_then_found_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    assert!(complaint(&["codegen", "--check", "--out", out]).contains("run `cargo xtask codegen`"));
    let written = xtask(&["codegen", "--out", out]);
    assert!(written.status.success(), "{}", text(&written.stderr));
    let checked = xtask(&["codegen", "--check", "--out", out]);
    assert!(checked.status.success(), "{}", text(&checked.stderr));
    let stages = text(&checked.stderr);
    for stage in [
        "load",
        "correct",
        "lower",
        "pre-flight",
        "generate",
        "shape",
        "check",
    ] {
        assert!(
            stages
                .lines()
                .any(|line| line.trim_start().starts_with(stage)),
            "{stages}"
        );
    }
}

#[test]
fn lint_says_nothing_against_the_checked_in_description_and_all_against_another() {
    let good = xtask(&["spec", "lint"]);
    assert!(
        good.status.success() && good.stdout.is_empty(),
        "{}",
        text(&good.stderr)
    );

    let folder = tempfile::tempdir().unwrap();
    let empty = write(
        folder.path(),
        "empty.yaml",
        "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths: {}\n",
    );
    let bad = xtask(&["spec", "lint", &empty]);
    assert_eq!(bad.status.code(), Some(1));
    let problems = text(&bad.stdout);
    assert!(
        problems.contains("corrections.overlay.yaml") && problems.contains("operations.yaml"),
        "{problems}"
    );
}

#[test]
fn diff_prints_to_standard_output_in_three_formats() {
    let folder = tempfile::tempdir().unwrap();
    let old = write(
        folder.path(),
        "old.yaml",
        "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths: {}\n",
    );
    let operation = "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {operationId: a, responses: {'200': {description: ''}}}}}\n";
    let new = write(folder.path(), "new.yaml", operation);
    let plain = xtask(&["spec", "diff", &old, &new]);
    assert!(plain.status.success());
    assert!(
        text(&plain.stdout).contains("#/paths/~1a/get"),
        "{}",
        text(&plain.stdout)
    );
    let markdown = text(&xtask(&["spec", "diff", &old, &new, "--format", "markdown"]).stdout);
    assert!(markdown.contains("`#/paths/~1a/get`"), "{markdown}");
    let json = text(&xtask(&["spec", "diff", &new, &old, "--format", "json"]).stdout);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["breaking"], true, "{json}");
}
