//! Schemas: types, references, patterns, enums.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use serde_json::Value;

use super::Findings;
use crate::codegen::document::{self, Pointer, members, subschemas};

const TYPES: [&str; 6] = ["string", "number", "integer", "boolean", "array", "object"];

pub(super) fn check(document: &Value, findings: &mut Findings) {
    document::each_schema(document, |at, schema| {
        let Some(map) = schema.as_object() else {
            findings.add(
                at,
                "a schema that is not an object",
                "write a schema object",
            );
            return;
        };
        if let Some(target) = map.get("$ref") {
            reference(document, at, target, findings);
            return;
        }
        if let Some(kind) = map.get("type") {
            match kind.as_str() {
                Some(kind) if TYPES.contains(&kind) => {}
                Some(kind) => {
                    findings.add(
                        at,
                        format!("`type: {kind}` is not a type of OpenAPI 3.0"),
                        "use `string` with a format, say",
                    );
                    return;
                }
                None => {
                    findings.add(
                        at,
                        "`type` is not text (a list is OpenAPI 3.1)",
                        "use one type and `nullable: true`",
                    );
                    return;
                }
            }
        }
        if map.get("type").is_some_and(|kind| kind == "array") && !map.contains_key("items") {
            findings.add(
                at,
                "an array without items",
                "add `items`; `{}` where nothing is known",
            );
        }
        values(at, schema, findings);
        pattern(at, schema, findings);
        if let Some(required) = map.get("required").and_then(Value::as_array) {
            let properties = map.get("properties").and_then(Value::as_object);
            for name in required.iter().filter_map(Value::as_str) {
                if !properties.is_some_and(|all| all.contains_key(name)) {
                    findings.add(
                        &at.at("required"),
                        format!("`{name}` is required but not a property"),
                        "add the property or drop the name",
                    );
                }
            }
        }
        readable(at, schema, findings);
    });
}

fn reference(document: &Value, at: &Pointer, target: &Value, findings: &mut Findings) {
    let Some(text) = target.as_str() else {
        findings.add(at, "`$ref` is not text", "point to a component schema");
        return;
    };
    match text.strip_prefix("#/components/schemas/") {
        None => findings.add(
            at,
            format!("the reference {text} leads elsewhere"),
            "only component schemas can be referred to",
        ),
        Some(name) if document::schemas(document).any(|(known, _)| known == name) => {}
        Some(name) => findings.add(
            at,
            format!("there is no schema `{name}`"),
            "mend the reference or add the schema",
        ),
    }
}

fn values(at: &Pointer, schema: &Value, findings: &mut Findings) {
    let kind = schema.get("type").and_then(Value::as_str);
    let fits = |value: &Value| match kind {
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        _ => true,
    };
    if let Some(default) = schema.get("default").filter(|it| !fits(it)) {
        findings.add(
            &at.at("default"),
            format!("the default {default} is not of the schema's type"),
            "correct type or default",
        );
    }
    let Some(values) = schema.get("enum").and_then(Value::as_array) else {
        return;
    };
    let at = at.at("enum");
    let nullable = schema.get("nullable") == Some(&Value::Bool(true));
    let mut identifiers: BTreeMap<String, &Value> = BTreeMap::new();
    for value in values {
        if nullable && value.is_null() {
            continue;
        }
        if !fits(value) {
            findings.add(
                &at,
                format!("the value {value} is not of the schema's type"),
                "correct type or values",
            );
            continue;
        }
        let Some(text) = value.as_str() else {
            findings.add(
                &at,
                format!("the value {value} is not text"),
                "only text values become an enum",
            );
            continue;
        };
        let identifier = text.to_upper_camel_case();
        if identifier.is_empty() {
            findings.add(
                &at,
                format!("the value {value} gives no name for a variant"),
                "drop the value, or describe it as text",
            );
        } else if let Some(other) = identifiers.insert(identifier, value) {
            findings.add(
                &at,
                format!("{other} and {value} give the same variant"),
                "drop one, or describe it as text",
            );
        }
    }
}

fn pattern(at: &Pointer, schema: &Value, findings: &mut Findings) {
    let Some(pattern) = schema.get("pattern").and_then(Value::as_str) else {
        return;
    };
    let at = at.at("pattern");
    if let Err(error) = regress::Regex::new(pattern) {
        findings.add(
            &at,
            format!("`{pattern}` is not a regular expression of JavaScript ({error})"),
            "correct or remove it",
        );
    }
}

/// Asks the parser that progenitor uses, and narrows what it refuses to the innermost schema.
fn readable(at: &Pointer, schema: &Value, findings: &mut Findings) {
    let parse = |schema: &Value| {
        serde_json::from_value::<openapiv3::ReferenceOr<openapiv3::Schema>>(schema.clone())
    };
    let Err(error) = parse(schema) else { return };
    if subschemas(schema)
        .into_iter()
        .any(|(_, inner)| parse(inner).is_err())
    {
        return;
    }
    let culprit = members(Some(schema)).find(|(key, _)| {
        let mut without = schema.clone();
        if let Some(map) = without.as_object_mut() {
            map.shift_remove(key.as_str());
        }
        parse(&without).is_ok()
    });
    match culprit {
        Some((key, value)) => findings.add(
            &at.at(key),
            format!("`{key}: {value}` cannot be read"),
            "correct it",
        ),
        None => findings.add(
            at,
            format!("the schema cannot be read ({error})"),
            "correct it",
        ),
    }
}
