//! What differs between two OpenAPI 3.0 documents, and whom it breaks: for the pull request and the changelog.
//!
//! The question behind every rule: what becomes of a client that was generated from the old document when the service
//! behaves as the new one says? What it sends breaks when the service asks for more; what it reads breaks when the
//! service gives less. A change of a schema is therefore judged by the ways in which the schema travels. A component
//! is compared once, at its own place, and not again wherever it is referred to.

mod operations;
mod render;
mod schemas;

use serde_json::Value;

use crate::codegen::document::{self, Pointer, Travels};
use schemas::Direction;

/// What differs between `old` and `new`, worst first, then in the order of the places.
pub fn diff(old: &Value, new: &Value) -> Diff {
    let mut changes = Changes::default();
    document_level(old, new, &mut changes);
    operations::compare(old, new, &mut changes);
    components(old, new, &mut changes);
    let mut changes = changes.0;
    changes.sort();
    changes.dedup();
    Diff { changes }
}

/// The differences of two documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// The differences, sorted by class, then by place.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Whether a client of the old document may fail against the new one.
    pub fn is_breaking(&self) -> bool {
        self.changes.iter().any(|change| change.class.is_breaking())
    }

    /// The differences as text that ends with a line break.
    pub fn render(&self, format: Format) -> String {
        render::render(self, format)
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Whom it touches.
    pub class: Class,
    /// Where it stands: in the new document, or in the old one for what was removed.
    pub pointer: Pointer,
    /// What it is, in one plain sentence.
    pub what: String,
}

/// Whom a change touches, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A request that was right is now refused or misread, or a method of the generated client changes.
    BreaksSenders,
    /// An answer that could be read may not be readable any more.
    BreaksReaders,
    /// An old client goes on working; the generated code changes.
    Additive,
    /// Only prose changes.
    Documentation,
}

impl Class {
    /// All classes, the worst first.
    pub const ALL: [Self; 4] = [
        Self::BreaksSenders,
        Self::BreaksReaders,
        Self::Additive,
        Self::Documentation,
    ];

    /// Whether an old client may fail.
    pub fn is_breaking(self) -> bool {
        matches!(self, Self::BreaksSenders | Self::BreaksReaders)
    }

    /// The heading over the changes of this class.
    pub fn title(self) -> &'static str {
        match self {
            Self::BreaksSenders => "Breaking for senders",
            Self::BreaksReaders => "Breaking for readers",
            Self::Additive => "Additive",
            Self::Documentation => "Documentation",
        }
    }
}

/// How differences are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// For a pull request.
    Markdown,
    /// For a program.
    Json,
}

/// Collects changes.
#[derive(Default)]
struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, class: Class, pointer: &Pointer, what: impl Into<String>) {
        self.0.push(Change {
            class,
            pointer: pointer.clone(),
            what: what.into(),
        });
    }

    /// Notes something that senders now may, or must, give.
    fn added_to_requests(&mut self, pointer: &Pointer, required: bool, what: &str) {
        let (class, kind) = if required {
            (Class::BreaksSenders, "required")
        } else {
            (Class::Additive, "optional")
        };
        self.add(class, pointer, format!("{kind} {what} added"));
    }

    /// Notes which of the members of prose differ.
    fn prose(&mut self, pointer: &Pointer, old: &Value, new: &Value) {
        for key in ["summary", "description", "title", "example"] {
            if old.get(key) != new.get(key) {
                self.add(
                    Class::Documentation,
                    &pointer.at(key),
                    format!("the {key} changed"),
                );
            }
        }
    }
}

fn document_level(old: &Value, new: &Value, changes: &mut Changes) {
    let root = Pointer::root();
    for (key, what) in [
        ("servers", "the servers changed"),
        ("security", "the security requirements changed"),
        (
            "x-tagGroups",
            "the groups of tags changed: Cargo features move",
        ),
    ] {
        if old.get(key) != new.get(key) {
            changes.add(Class::Additive, &root.at(key), what);
        }
    }
    for key in ["info", "tags"] {
        if old.get(key) != new.get(key) {
            changes.add(
                Class::Documentation,
                &root.at(key),
                format!("`{key}` changed"),
            );
        }
    }
}

fn components(old: &Value, new: &Value, changes: &mut Changes) {
    let travels = [Travels::of(old), Travels::of(new)];
    let place = |name: &str| Pointer::root().at("components").at("schemas").at(name);
    let (old, new) = (
        old.pointer("/components/schemas"),
        new.pointer("/components/schemas"),
    );
    for (name, before) in document::members(old) {
        match new.and_then(|all| all.get(name)) {
            Some(after) => {
                let direction = Direction::of(name, &travels);
                schemas::compare(before, after, &place(name), direction, changes);
            }
            None => changes.add(Class::Additive, &place(name), "schema removed"),
        }
    }
    for (name, _) in document::members(new) {
        if old.and_then(|all| all.get(name)).is_none() {
            changes.add(Class::Additive, &place(name), "schema added");
        }
    }
}

#[cfg(test)]
mod tests;
