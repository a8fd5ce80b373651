//! Operations: paired by path and method, then their parameters, bodies and answers.

use serde_json::Value;

use super::schemas::{self, Direction};
use super::{Changes, Class};
use crate::codegen::document::{self, OperationRef, Pointer, members};

pub(super) fn compare(old: &Value, new: &Value, changes: &mut Changes) {
    let find = |document, wanted: &OperationRef<'_>| -> Option<OperationRef<'_>> {
        document::operations(document)
            .find(|it| it.path == wanted.path && it.method == wanted.method)
    };
    for before in document::operations(old) {
        match find(new, &before) {
            Some(after) => operation(&before, &after, changes),
            None => {
                let what = format!("operation `{}` removed", before.id());
                changes.add(Class::BreaksSenders, &before.pointer(), what);
            }
        }
    }
    for after in document::operations(new) {
        if find(old, &after).is_none() {
            let what = format!("operation `{}` added", after.id());
            changes.add(Class::Additive, &after.pointer(), what);
        }
    }
}

fn operation(old: &OperationRef<'_>, new: &OperationRef<'_>, changes: &mut Changes) {
    let at = new.pointer();
    if old.id() != new.id() {
        let what = format!("renamed from `{}` to `{}`", old.id(), new.id());
        changes.add(Class::Additive, &at.at("operationId"), what);
    }
    if old.tag() != new.tag() {
        let tag = |it: &OperationRef<'_>| it.tag().unwrap_or("none").to_owned();
        let what = format!(
            "moves from the tag `{}` to `{}`, another Cargo feature",
            tag(old),
            tag(new)
        );
        changes.add(Class::Additive, &at.at("tags"), what);
    }
    for (key, what) in [
        ("security", "the security requirements changed"),
        ("deprecated", "the deprecation changed"),
    ] {
        if old.value.get(key) != new.value.get(key) {
            changes.add(Class::Additive, &at.at(key), what);
        }
    }
    for key in ["summary", "description"] {
        if old.value.get(key) != new.value.get(key) {
            changes.add(
                Class::Documentation,
                &at.at(key),
                format!("the {key} changed"),
            );
        }
    }
    parameters(old, new, &at.at("parameters"), changes);
    body(
        old.value.get("requestBody"),
        new.value.get("requestBody"),
        &at.at("requestBody"),
        changes,
    );
    answers(old, new, &at.at("responses"), changes);
}

fn parameters(old: &OperationRef<'_>, new: &OperationRef<'_>, at: &Pointer, changes: &mut Changes) {
    let same = |a: &Value, b: &Value| a.get("in") == b.get("in") && a.get("name") == b.get("name");
    let name = |parameter: &Value| {
        let text = |key: &str| {
            parameter
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or("?")
                .to_owned()
        };
        format!("{} parameter `{}`", text("in"), text("name"))
    };
    for (index, before) in old.parameters().iter().enumerate() {
        if !new.parameters().iter().any(|after| same(after, before)) {
            changes.add(
                Class::BreaksSenders,
                &at.at(index),
                format!("{} removed", name(before)),
            );
        }
    }
    for (index, after) in new.parameters().iter().enumerate() {
        let at = at.at(index);
        let Some(before) = old.parameters().iter().find(|before| same(before, after)) else {
            changes.added_to_requests(&at, required(after), &name(after));
            continue;
        };
        match (required(before), required(after)) {
            (false, true) => changes.add(
                Class::BreaksSenders,
                &at,
                format!("{} is now required", name(after)),
            ),
            (true, false) => changes.add(
                Class::Additive,
                &at,
                format!("{} is now optional", name(after)),
            ),
            _ => {}
        }
        for key in ["style", "explode"] {
            if before.get(key) != after.get(key) {
                changes.add(
                    Class::BreaksSenders,
                    &at,
                    format!("{} is written in another {key}", name(after)),
                );
            }
        }
        changes.prose(&at, before, after);
        let (before, after) = (before.get("schema"), after.get("schema"));
        schemas::compare_places(before, after, &at.at("schema"), Direction::SENT, changes);
    }
}

/// Whether a parameter or a request body must be given.
fn required(part: &Value) -> bool {
    part.get("required") == Some(&Value::Bool(true))
}

fn body(old: Option<&Value>, new: Option<&Value>, at: &Pointer, changes: &mut Changes) {
    let (before, after) = match (old, new) {
        (None, None) => return,
        (Some(_), None) => return changes.add(Class::BreaksSenders, at, "request body removed"),
        (None, Some(after)) => {
            return changes.added_to_requests(at, required(after), "request body");
        }
        (Some(before), Some(after)) => (before, after),
    };
    match (required(before), required(after)) {
        (false, true) => changes.add(Class::BreaksSenders, at, "the request body is now required"),
        (true, false) => changes.add(Class::Additive, at, "the request body is now optional"),
        _ => {}
    }
    changes.prose(at, before, after);
    content(before, after, &at.at("content"), Direction::SENT, changes);
}

fn answers(old: &OperationRef<'_>, new: &OperationRef<'_>, at: &Pointer, changes: &mut Changes) {
    let (before, after) = (old.value.get("responses"), new.value.get("responses"));
    for (code, response) in members(before) {
        match after.and_then(|all| all.get(code)) {
            Some(other) => {
                changes.prose(&at.at(code), response, other);
                content(
                    response,
                    other,
                    &at.at(code).at("content"),
                    Direction::RECEIVED,
                    changes,
                );
            }
            None => changes.add(
                Class::Additive,
                &at.at(code),
                "answer removed; every 2xx is a success",
            ),
        }
    }
    for (code, _) in members(after) {
        if before.and_then(|all| all.get(code)).is_none() {
            changes.add(
                Class::Additive,
                &at.at(code),
                "answer added; every 2xx is a success",
            );
        }
    }
}

fn content(old: &Value, new: &Value, at: &Pointer, direction: Direction, changes: &mut Changes) {
    let class = direction.breaks();
    let (old, new) = (old.get("content"), new.get("content"));
    for (media, before) in members(old) {
        let at = at.at(media);
        match new.and_then(|all| all.get(media)) {
            Some(after) => {
                let (before, after) = (before.get("schema"), after.get("schema"));
                schemas::compare_places(before, after, &at.at("schema"), direction, changes);
            }
            None => changes.add(class, &at, format!("the body is no longer {media}")),
        }
    }
    for (media, _) in members(new) {
        if old.and_then(|all| all.get(media)).is_none() {
            changes.add(class, &at.at(media), format!("a body of {media} appears"));
        }
    }
}
