//! Answers made from the schema: every member present, nested to a limited depth.

use serde_json::{Map, Value, json};
use xtask::codegen::document;

/// How often one component may stand inside itself.
const DEPTH: usize = 6;

/// The schema of an operation's answer in the lowered document, if it has a body.
pub(crate) fn answer_schema<'a>(document: &'a Value, id: &str) -> Option<&'a Value> {
    let operation = document::operations(document).find(|operation| operation.id() == id)?;
    operation
        .value
        .get("responses")?
        .pointer("/2XX/content/application~1json/schema")
}

/// A value that the schema describes, with every member that it names.
pub(crate) fn sample(document: &Value, schema: &Value) -> Value {
    sample_at(document, schema, DEPTH)
}

fn sample_at(document: &Value, schema: &Value, depth: usize) -> Value {
    if let Some(name) = document::reference(schema) {
        let target = document.pointer(&format!("/components/schemas/{name}"));
        return match target {
            Some(target) if depth > 0 => sample_at(document, target, depth - 1),
            _ => Value::Null,
        };
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        let parts = parts.iter().map(|part| sample_at(document, part, depth));
        let members = parts.filter_map(|part| part.as_object().cloned()).flatten();
        return Value::Object(members.collect());
    }
    if let Some(first) = schema.get("enum").and_then(|values| values.get(0)) {
        return first.clone();
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("string") if schema.get("format").is_some_and(|it| it == "date-time") => {
            json!("2026-11-25T08:00:00.000Z")
        }
        Some("string") => json!("text"),
        Some("integer") => json!(3),
        Some("number") => json!(0.5),
        Some("boolean") => json!(true),
        Some("array") => {
            let item = sample_at(document, schema.get("items").unwrap_or(&Value::Null), depth);
            if item.is_null() {
                json!([])
            } else {
                json!([item])
            }
        }
        _ => object(document, schema, depth),
    }
}

fn object(document: &Value, schema: &Value, depth: usize) -> Value {
    let mut object = Map::new();
    for (name, member) in document::members(schema.get("properties")) {
        object.insert(name.clone(), sample_at(document, member, depth));
    }
    if let Some(inner) = schema
        .get("additionalProperties")
        .filter(|inner| inner.is_object())
    {
        object.insert("extra".to_owned(), sample_at(document, inner, depth));
    }
    Value::Object(object)
}

/// The JSON pointers of all members, outer before inner.
pub(crate) fn members(value: &Value) -> Vec<String> {
    fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                for (key, inner) in map {
                    let at = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
                    found.push(at.clone());
                    walk(inner, &at, found);
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    walk(inner, &format!("{at}/{index}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

/// The JSON pointers of all values that an enum describes, within the sample of `schema`.
pub(crate) fn enums(document: &Value, schema: &Value) -> Vec<String> {
    fn walk(document: &Value, schema: &Value, at: &str, depth: usize, found: &mut Vec<String>) {
        if let Some(name) = document::reference(schema) {
            if let Some(target) = document
                .pointer(&format!("/components/schemas/{name}"))
                .filter(|_| depth > 0)
            {
                walk(document, target, at, depth - 1, found);
            }
            return;
        }
        if schema.get("enum").is_some() {
            found.push(at.to_owned());
        }
        for part in schema
            .get("allOf")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            walk(document, part, at, depth, found);
        }
        for (name, member) in document::members(schema.get("properties")) {
            walk(document, member, &format!("{at}/{name}"), depth, found);
        }
        if let Some(items) = schema.get("items") {
            walk(document, items, &format!("{at}/0"), depth, found);
        }
        if let Some(inner) = schema
            .get("additionalProperties")
            .filter(|inner| inner.is_object())
        {
            walk(document, inner, &format!("{at}/extra"), depth, found);
        }
    }
    let mut found = Vec::new();
    walk(document, schema, "", DEPTH, &mut found);
    found
}

/// The value without the member at `pointer`.
pub(crate) fn without(value: &Value, pointer: &str) -> Value {
    let mut value = value.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    value
        .pointer_mut(parent)
        .unwrap()
        .as_object_mut()
        .unwrap()
        .shift_remove(&name);
    value
}

/// The value with `other` in the place of what stands at `pointer`.
pub(crate) fn with(value: &Value, pointer: &str, other: Value) -> Value {
    let mut value = value.clone();
    *value.pointer_mut(pointer).unwrap() = other;
    value
}
