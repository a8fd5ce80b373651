//! Answers are read liberally: no limit is checked, and a member is required only where the wire proves it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Counts, LIMITS};
use crate::codegen::document;

/// The extension by which an overlay says that a member of an answer always comes.
pub(super) const ALWAYS_PRESENT: &str = "x-always-present";

/// A component schema that is both sent and received gets a copy for answers, so that relaxing the one leaves the other strict.
pub(super) fn split_from_requests(document: &mut Value, counts: &mut Counts) {
    const RULE: &str = "schema both sent and received: copied for answers";
    let document::Travels { sent, received } = document::Travels::of(document);
    let shared: BTreeSet<String> = sent.intersection(&received).cloned().collect();
    // Copying is needed only where the copy would differ, and then for all that refers to it.
    let mut copied: BTreeSet<String> = shared
        .iter()
        .filter(|name| {
            document
                .pointer("/components/schemas")
                .and_then(|all| all.get(name.as_str()))
                .is_some_and(differs_when_read)
        })
        .cloned()
        .collect();
    loop {
        let more: Vec<String> = shared
            .iter()
            .filter(|name| !copied.contains(*name))
            .filter(|name| {
                let schema = document
                    .pointer("/components/schemas")
                    .and_then(|all| all.get(name.as_str()));
                schema.is_some_and(|schema| refers_to(schema, &copied))
            })
            .cloned()
            .collect();
        if more.is_empty() {
            break;
        }
        copied.extend(more);
    }
    counts.add(RULE, copied.len());
    if copied.is_empty() {
        return;
    }
    let answer_only: Vec<String> = received.difference(&sent).cloned().collect();
    if let Some(schemas) = document::schemas_mut(document) {
        for name in &copied {
            if let Some(mut copy) = schemas.get(name).cloned() {
                point_to_copies(&mut copy, &copied);
                schemas.insert(answer_name(name), copy);
            }
        }
        for name in &answer_only {
            if let Some(schema) = schemas.get_mut(name) {
                point_to_copies(schema, &copied);
            }
        }
    }
    each_answer_schema_mut(document, &mut |schema| point_to_copies(schema, &copied));
}

/// Lifts from the answers what would make reading fail.
pub(super) fn relax(document: &mut Value, counts: &mut Counts) {
    const REQUIRED: &str = "required member of an answer: may be missing";
    const KEPT: &str = "member of an answer that always comes: kept required";
    const LIMIT: &str = "limit on a value of an answer: not checked";
    const CHOICE: &str = "oneOf in an answer without a discriminator: any JSON";
    for rule in [REQUIRED, KEPT, LIMIT, CHOICE] {
        counts.add(rule, 0);
    }
    let received = document::Travels::of(document).received;
    let mut relax_one = |schema: &mut Map<String, Value>| {
        let always: Vec<Value> = schema
            .shift_remove(ALWAYS_PRESENT)
            .and_then(|it| it.as_array().cloned())
            .unwrap_or_default();
        if let Some(Value::Array(required)) = schema.shift_remove("required") {
            counts.add(
                REQUIRED,
                required
                    .iter()
                    .filter(|name| !always.contains(name))
                    .count(),
            );
        }
        if !always.is_empty() {
            counts.add(KEPT, always.len());
            schema.insert("required".to_owned(), Value::Array(always));
        }
        for limit in LIMITS {
            let open = matches!(
                (limit, schema.get(limit)),
                (
                    "additionalProperties",
                    Some(Value::Object(_) | Value::Bool(true))
                )
            );
            if !open && schema.shift_remove(limit).is_some() {
                counts.add(LIMIT, 1);
            }
        }
        for choice in ["oneOf", "anyOf"] {
            if schema.contains_key(choice) && !schema.contains_key("discriminator") {
                schema.retain(|key, _| key == "description");
                counts.add(CHOICE, 1);
            }
        }
    };
    if let Some(schemas) = document::schemas_mut(document) {
        for name in &received {
            if let Some(schema) = schemas.get_mut(name) {
                document::each_schema_mut(schema, &mut relax_one);
            }
        }
    }
    each_answer_schema_mut(document, &mut |schema| {
        document::each_schema_mut(schema, &mut relax_one)
    });
    // On a schema that is only sent the extension means nothing.
    document::each_schema_of_document_mut(document, &mut |schema| {
        schema.shift_remove(ALWAYS_PRESENT);
    });
}

fn each_answer_schema_mut(document: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    document::responses_mut(document, |responses| {
        for response in responses.values_mut() {
            let Some(content) = response.get_mut("content").and_then(Value::as_object_mut) else {
                continue;
            };
            for media in content.values_mut() {
                if let Some(schema) = media.get_mut("schema") {
                    visit(schema);
                }
            }
        }
    });
}

fn differs_when_read(schema: &Value) -> bool {
    let here = schema.as_object().is_some_and(|map| {
        map.get("required")
            .and_then(Value::as_array)
            .is_some_and(|list| !list.is_empty())
            || LIMITS.iter().any(|limit| map.contains_key(*limit))
            || map.contains_key("oneOf")
            || map.contains_key("anyOf")
    });
    here || document::subschemas(schema)
        .into_iter()
        .any(|(_, inner)| differs_when_read(inner))
}

fn refers_to(schema: &Value, names: &BTreeSet<String>) -> bool {
    document::reference(schema).is_some_and(|name| names.contains(name))
        || document::subschemas(schema)
            .into_iter()
            .any(|(_, inner)| refers_to(inner, names))
}

fn point_to_copies(schema: &mut Value, copied: &BTreeSet<String>) {
    document::each_schema_mut(schema, &mut |schema| {
        let target = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|it| it.strip_prefix("#/components/schemas/"));
        if let Some(target) = target
            .filter(|target| copied.contains(*target))
            .map(answer_name)
        {
            schema.insert(
                "$ref".to_owned(),
                json!(format!("#/components/schemas/{target}")),
            );
        }
    });
}

fn answer_name(name: &str) -> String {
    format!("{name}Answer")
}
