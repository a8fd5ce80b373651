//! Schemas: the rules by the way in which a schema travels.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Changes, Class};
use crate::codegen::document::{self, Pointer, members, reference};

/// Whether a schema goes to the service, comes from it, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Direction {
    sent: bool,
    received: bool,
}

impl Direction {
    pub(super) const SENT: Self = Self {
        sent: true,
        received: false,
    };
    pub(super) const RECEIVED: Self = Self {
        sent: false,
        received: true,
    };

    /// The class of a change that no direction survives, such as another type.
    pub(super) fn breaks(self) -> Class {
        self.judge(Class::BreaksSenders, Class::BreaksReaders)
    }

    /// The worse of what the change is to those who send and to those who read.
    fn judge(self, sending: Class, reading: Class) -> Class {
        let sending = self.sent.then_some(sending);
        let reading = self.received.then_some(reading);
        sending
            .into_iter()
            .chain(reading)
            .min()
            .unwrap_or(Class::Additive)
    }
}

/// Which component schemas are reached from requests, and which from answers.
#[derive(Default)]
pub(super) struct Travels {
    sent: BTreeSet<String>,
    received: BTreeSet<String>,
}

impl Travels {
    pub(super) fn of(document: &Value) -> Self {
        let (mut sent, mut received) = (Vec::new(), Vec::new());
        for operation in document::operations(document) {
            sent.extend(
                operation
                    .parameters()
                    .iter()
                    .filter_map(|parameter| parameter.get("schema")),
            );
            sent.extend(bodies(operation.value.get("requestBody")));
            for (_, response) in members(operation.value.get("responses")) {
                received.extend(bodies(Some(response)));
            }
        }
        let names = |start: Vec<&Value>| {
            document::reach(document, start)
                .into_iter()
                .map(str::to_owned)
                .collect()
        };
        Self {
            sent: names(sent),
            received: names(received),
        }
    }

    pub(super) fn and(mut self, other: &Self) -> Self {
        self.sent.extend(other.sent.iter().cloned());
        self.received.extend(other.received.iter().cloned());
        self
    }

    pub(super) fn direction(&self, name: &str) -> Direction {
        Direction {
            sent: self.sent.contains(name),
            received: self.received.contains(name),
        }
    }
}

fn bodies(holder: Option<&Value>) -> impl Iterator<Item = &Value> {
    members(holder.and_then(|holder| holder.get("content")))
        .filter_map(|(_, media)| media.get("schema"))
}

/// Compares what stands in a place that may be empty.
pub(super) fn compare_places(
    old: Option<&Value>,
    new: Option<&Value>,
    at: &Pointer,
    direction: Direction,
    changes: &mut Changes,
) {
    match (old, new) {
        (Some(old), Some(new)) => compare(old, new, at, direction, changes),
        (None, None) => {}
        (None, Some(_)) => changes.add(
            direction.breaks(),
            at,
            "a schema appears where anything was allowed",
        ),
        (Some(_), None) => changes.add(
            direction.judge(Class::Additive, Class::BreaksReaders),
            at,
            "the schema is gone: anything is allowed",
        ),
    }
}

pub(super) fn compare(
    old: &Value,
    new: &Value,
    at: &Pointer,
    direction: Direction,
    changes: &mut Changes,
) {
    changes.prose(at, old, new);
    if reference(old) != reference(new) {
        let name = |schema: &Value| {
            reference(schema).map_or("a schema in line".to_owned(), |name| format!("`{name}`"))
        };
        return changes.add(
            direction.breaks(),
            at,
            format!("the type changed from {} to {}", name(old), name(new)),
        );
    }
    for key in ["type", "format"] {
        if old.get(key) != new.get(key) {
            let text = |schema: &Value| {
                schema
                    .get(key)
                    .and_then(Value::as_str)
                    .unwrap_or("none")
                    .to_owned()
            };
            changes.add(
                direction.breaks(),
                at,
                format!("the {key} changed from {} to {}", text(old), text(new)),
            );
        }
    }
    nullable(old, new, at, direction, changes);
    values(old, new, at, direction, changes);
    limits(old, new, at, direction, changes);
    if old.get("default") != new.get("default") {
        changes.add(Class::Additive, at, "the default of the service changed");
    }
    properties(old, new, at, direction, changes);
    for key in ["items", "additionalProperties"] {
        let schema = |holder: &Value| holder.get(key).filter(|inner| inner.is_object()).cloned();
        compare_places(
            schema(old).as_ref(),
            schema(new).as_ref(),
            &at.at(key),
            direction,
            changes,
        );
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        let parts = |holder: &Value| {
            holder
                .get(key)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default()
        };
        let (old, new) = (parts(old), parts(new));
        if old.len() != new.len() {
            let what = format!("{key} has {} members, it had {}", new.len(), old.len());
            changes.add(direction.breaks(), &at.at(key), what);
            continue;
        }
        for (index, (old, new)) in old.iter().zip(&new).enumerate() {
            compare(old, new, &at.at(key).at(index), direction, changes);
        }
    }
}

fn nullable(old: &Value, new: &Value, at: &Pointer, direction: Direction, changes: &mut Changes) {
    let nullable = |schema: &Value| schema.get("nullable") == Some(&Value::Bool(true));
    match (nullable(old), nullable(new)) {
        (false, true) => changes.add(
            direction.judge(Class::Additive, Class::BreaksReaders),
            at,
            "may now be null",
        ),
        (true, false) => changes.add(
            direction.judge(Class::BreaksSenders, Class::Additive),
            at,
            "may no longer be null",
        ),
        _ => {}
    }
}

fn values(old: &Value, new: &Value, at: &Pointer, direction: Direction, changes: &mut Changes) {
    let values = |schema: &Value| schema.get("enum").and_then(Value::as_array).cloned();
    let (old, new) = match (values(old), values(new)) {
        (Some(old), Some(new)) => (old, new),
        (None, None) => return,
        (None, Some(_)) => return changes.add(direction.breaks(), at, "becomes an enum"),
        (Some(_), None) => return changes.add(direction.breaks(), at, "is no enum any more"),
    };
    for gone in old.iter().filter(|value| !new.contains(value)) {
        let class = direction.judge(Class::BreaksSenders, Class::Additive);
        changes.add(class, at, format!("enum value {gone} removed"));
    }
    for added in new.iter().filter(|value| !old.contains(value)) {
        changes.add(
            Class::Additive,
            at,
            format!("enum value {added} added; until then it is read as `Unknown`"),
        );
    }
}

/// Limits count for those who send; an answer's limits are never checked.
fn limits(old: &Value, new: &Value, at: &Pointer, direction: Direction, changes: &mut Changes) {
    let number = |schema: &Value, key: &str| schema.get(key).and_then(Value::as_f64);
    for (key, is_floor) in [
        ("minLength", true),
        ("maxLength", false),
        ("minimum", true),
        ("maximum", false),
        ("minItems", true),
        ("maxItems", false),
    ] {
        let (before, after) = (number(old, key), number(new, key));
        if before == after {
            continue;
        }
        let tighter = match (before, after) {
            (None, _) => true,
            (_, None) => false,
            (Some(before), Some(after)) => (after > before) == is_floor,
        };
        let class = if tighter {
            direction.judge(Class::BreaksSenders, Class::Additive)
        } else {
            Class::Additive
        };
        let show = |limit: Option<f64>| limit.map_or("none".to_owned(), |limit| limit.to_string());
        changes.add(
            class,
            at,
            format!("{key} changed from {} to {}", show(before), show(after)),
        );
    }
    for key in ["pattern", "multipleOf", "uniqueItems"] {
        if old.get(key) != new.get(key) {
            let class = if new.get(key).is_some() {
                direction.judge(Class::BreaksSenders, Class::Additive)
            } else {
                Class::Additive
            };
            changes.add(class, at, format!("{key} changed"));
        }
    }
}

fn properties(old: &Value, new: &Value, at: &Pointer, direction: Direction, changes: &mut Changes) {
    let required = |schema: &Value, name: &str| {
        let names = schema.get("required").and_then(Value::as_array);
        names.is_some_and(|names| names.iter().any(|it| it == name))
    };
    let get = |schema: &Value, name: &str| {
        schema
            .get("properties")
            .and_then(|all| all.get(name))
            .cloned()
    };
    let place = |name: &str| at.at("properties").at(name);
    for (name, before) in members(old.get("properties")) {
        let Some(after) = get(new, name) else {
            changes.add(
                direction.breaks(),
                &place(name),
                format!("member `{name}` removed"),
            );
            continue;
        };
        match (required(old, name), required(new, name)) {
            (false, true) => {
                let class = direction.judge(Class::BreaksSenders, Class::Additive);
                changes.add(
                    class,
                    &place(name),
                    format!("member `{name}` is now required"),
                );
            }
            (true, false) => {
                let class = direction.judge(Class::Additive, Class::BreaksReaders);
                changes.add(
                    class,
                    &place(name),
                    format!("member `{name}` is no longer required"),
                );
            }
            _ => {}
        }
        compare(before, &after, &place(name), direction, changes);
    }
    for (name, _) in members(new.get("properties")) {
        if get(old, name).is_none() {
            let (class, kind) = if required(new, name) {
                (
                    direction.judge(Class::BreaksSenders, Class::Additive),
                    "required",
                )
            } else {
                (Class::Additive, "optional")
            };
            changes.add(class, &place(name), format!("{kind} member `{name}` added"));
        }
    }
}
