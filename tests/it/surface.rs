//! The snapshots of the generated surface: what a user of the raw crate can call and name.
//!
//! To review a change: `cargo test -p frontegg-identity-tests surface` shows it, `INSTA_UPDATE=always` before that
//! command takes it over, `git diff tests/snapshots` is what the pull request shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::json;
use xtask::surface;

use crate::support::{altered, generate, generated, generated_once, root};

/// Below `tests/`, one a tag, `shared` for the types of several tags, and the counts of the rules.
const FOLDER: &str = "snapshots";

pub(crate) fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../{FOLDER}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn checked_in() -> BTreeMap<String, String> {
    let folder = root().join("crates/frontegg-identity-raw/src/generated");
    surface::listing(&surface::read(&folder).unwrap()).unwrap()
}

/// All tags are compared before the first difference fails the test, so that one run shows them all.
#[test]
fn the_surface_is_the_one_that_was_reviewed() {
    let outcomes: Vec<_> = checked_in()
        .into_iter()
        .map(|(tag, text)| std::panic::catch_unwind(|| assert_snapshot(&tag, &text)))
        .collect();
    let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    assert_eq!(failed, 0, "snapshots that differ; see CONTRIBUTING.md");
}

#[test]
fn the_rules_fire_as_often_as_was_reviewed() {
    let (_, report) = generated_once();
    let mut text = String::new();
    let [published, corrected] = report.sizes;
    let _ = writeln!(
        text,
        "published: {} operations, {} schemas",
        published.0, published.1
    );
    let _ = writeln!(
        text,
        "corrected: {} operations, {} schemas",
        corrected.0, corrected.1
    );
    let _ = writeln!(text, "named by openapi/operations.yaml: {}", report.named);
    for (title, rules) in [
        ("mended", &report.mended),
        ("fitted to progenitor", &report.lowered),
    ] {
        let _ = writeln!(text, "\n{title}");
        for (rule, count) in rules.iter() {
            let _ = writeln!(text, "    {count:>4}  {rule}");
        }
    }
    let _ = writeln!(text, "\nshaped");
    for (pass, count) in &report.shaped {
        let _ = writeln!(text, "    {count:>4}  {pass}");
    }
    for overlay in &report.overlays {
        let _ = writeln!(
            text,
            "\n{}: {} actions",
            overlay.overlay,
            overlay.actions.len()
        );
        for action in &overlay.actions {
            let verb = if action.removed { "remove" } else { "update" };
            let _ = writeln!(text, "    {:>4}  {verb} {}", action.places, action.target);
        }
    }
    assert_snapshot("rules", &text);
}

#[test]
fn no_snapshot_is_left_over() {
    let mut expected: BTreeSet<String> = checked_in().into_keys().collect();
    expected.extend(["reach", "rules"].map(str::to_owned));
    let folder = root().join("tests").join(FOLDER);
    let files = std::fs::read_dir(folder).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let found: BTreeSet<String> = names
        .filter(|name| !name.ends_with(".snap.new"))
        .map(|name| name.strip_suffix(".snap").unwrap_or(&name).to_owned())
        .collect();
    assert_eq!(
        found, expected,
        "left: files in tests/{FOLDER}; right: tags of the description"
    );
}

/// The lines that differ, removed ones with `-`, added ones with `+`.
fn difference(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
) -> Vec<(String, String)> {
    assert!(old.keys().eq(new.keys()));
    let mut lines = Vec::new();
    for (tag, old) in old {
        let changes = similar_lines(old, &new[tag]);
        lines.extend(changes.into_iter().map(|line| (tag.clone(), line)));
    }
    lines
}

fn similar_lines(old: &str, new: &str) -> Vec<String> {
    let diff = similar::TextDiff::from_lines(old, new);
    let changes = diff
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal);
    changes
        .map(|change| format!("{}{}", change.tag(), change.value().trim_end()))
        .collect()
}

#[test]
fn one_field_changes_one_line_of_one_snapshot() {
    let before = surface::listing(&generated(&generated_once().0)).unwrap();
    let after = |change: fn(&mut serde_json::Value)| {
        surface::listing(&generated(&generate(&altered(change)).0)).unwrap()
    };

    let added = after(|document| {
        let lockout = &mut document["components"]["schemas"]["LockoutPolicyResponse"];
        lockout["properties"]["graceSeconds"] = json!({"type": "number"});
    });
    let expected = (
        "lockout_policy".to_owned(),
        "+    grace_seconds \"graceSeconds\": Option<i64>".to_owned(),
    );
    assert_eq!(difference(&before, &added), [expected]);

    let value = after(|document| {
        let kind = &mut document["components"]["schemas"]["IdentityConditionDto"]["properties"]["op"]
            ["enum"];
        kind.as_array_mut().unwrap().push(json!("resembles"));
    });
    let expected = "+    Resembles = \"resembles\"".to_owned();
    let lines = difference(&before, &value);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert_eq!(lines[0].1, expected);
}
