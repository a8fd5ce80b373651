//! Schemas: the rules by the way in which a schema travels.

use serde_json::Value;

use super::{Changes, Class};
use crate::codegen::document::{Pointer, Travels, members, reference};

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

    /// How the component schema `name` travels in either of the documents.
    pub(super) fn of(name: &str, documents: &[Travels]) -> Self {
        Self {
            sent: documents.iter().any(|it| it.sent.contains(name)),
            received: documents.iter().any(|it| it.received.contains(name)),
        }
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
        let (old, new) = (object_at(old, key), object_at(new, key));
        compare_places(old, new, &at.at(key), direction, changes);
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        let (old, new) = (list_at(old, key), list_at(new, key));
        if old.len() != new.len() {
            let what = format!("{key} has {} members, it had {}", new.len(), old.len());
            changes.add(direction.breaks(), &at.at(key), what);
            continue;
        }
        for (index, (old, new)) in old.iter().zip(new).enumerate() {
            compare(old, new, &at.at(key).at(index), direction, changes);
        }
    }
}

fn object_at<'a>(schema: &'a Value, key: &str) -> Option<&'a Value> {
    schema.get(key).filter(|inner| inner.is_object())
}

fn list_at<'a>(schema: &'a Value, key: &str) -> &'a [Value] {
    let list = schema.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
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
    let has_values = |schema: &Value| schema.get("enum").is_some_and(Value::is_array);
    let (old, new) = match (has_values(old), has_values(new)) {
        (true, true) => (list_at(old, "enum"), list_at(new, "enum")),
        (false, false) => return,
        (false, true) => return changes.add(direction.breaks(), at, "becomes an enum"),
        (true, false) => return changes.add(direction.breaks(), at, "is no enum any more"),
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
    let required =
        |schema: &Value, name: &str| list_at(schema, "required").iter().any(|it| it == name);
    let (old_members, new_members) = (old.get("properties"), new.get("properties"));
    let place = |name: &str| at.at("properties").at(name);
    for (name, before) in members(old_members) {
        let Some(after) = new_members.and_then(|all| all.get(name)) else {
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
        compare(before, after, &place(name), direction, changes);
    }
    for (name, _) in members(new_members) {
        if old_members.and_then(|all| all.get(name)).is_none() {
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
