//! Differences as text, Markdown and JSON.

use std::fmt::Write as _;

use serde_json::json;

use super::{Change, Class, Diff, Format};

pub(super) fn render(diff: &Diff, format: Format) -> String {
    match format {
        Format::Text => grouped(
            diff,
            |title, count| format!("{title}: {count}"),
            |change| format!("  {}: {}", change.pointer, change.what),
        ),
        Format::Markdown => grouped(
            diff,
            |title, count| format!("### {title} ({count})\n"),
            |change| format!("- `{}`: {}", change.pointer, change.what),
        ),
        Format::Json => as_json(diff),
    }
}

fn grouped(
    diff: &Diff,
    title: impl Fn(&str, usize) -> String,
    line: impl Fn(&Change) -> String,
) -> String {
    if diff.changes.is_empty() {
        return "no differences\n".to_owned();
    }
    let mut text = String::new();
    for class in Class::ALL {
        let changes: Vec<&Change> = diff
            .changes
            .iter()
            .filter(|change| change.class == class)
            .collect();
        if changes.is_empty() {
            continue;
        }
        let gap = if text.is_empty() { "" } else { "\n" };
        let _ = writeln!(text, "{gap}{}", title(class.title(), changes.len()));
        for change in changes {
            let _ = writeln!(text, "{}", line(change));
        }
    }
    text
}

fn as_json(diff: &Diff) -> String {
    let changes = diff.changes.iter().map(|change| {
        let class = match change.class {
            Class::BreaksSenders => "breaks-senders",
            Class::BreaksReaders => "breaks-readers",
            Class::Additive => "additive",
            Class::Documentation => "documentation",
        };
        json!({"class": class, "pointer": change.pointer.to_string(), "what": change.what})
    });
    let document = json!({"breaking": diff.is_breaking(), "changes": changes.collect::<Vec<_>>()});
    format!("{document:#}\n")
}
