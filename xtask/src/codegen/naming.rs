//! The names that typify gives to types, so that other stages can speak of them.

use heck::ToUpperCamelCase;
use serde_json::Value;

use super::document::{self, Pointer, subschemas};

/// Calls `visit` with every schema that becomes a named type: component schemas, bodies and answers of operations, and
/// what lies inside them.
pub(super) fn each_type(document: &Value, visit: &mut dyn FnMut(String, Pointer, &Value)) {
    let at = Pointer::root().at("components").at("schemas");
    for (name, schema) in document::schemas(document) {
        visit(name.to_upper_camel_case(), at.at(name), schema);
    }
    for (name, schema) in document::schemas(document) {
        inner_types(&name.to_upper_camel_case(), schema, &at.at(name), visit);
    }
    for operation in document::operations(document) {
        let id = operation.id().to_upper_camel_case();
        let at = operation.pointer();
        for (schema, suffix, place) in [
            (operation.body(), "Body", at.at("requestBody")),
            (operation.answer(), "Response", at.at("responses")),
        ] {
            let Some(schema) = schema else { continue };
            let name = format!("{id}{suffix}");
            if is_named(schema) {
                visit(name.clone(), place.clone(), schema);
            }
            inner_types(&name, schema, &place, visit);
        }
    }
}

/// Types for schemas inside `schema` are named after the way to them.
fn inner_types(
    outer: &str,
    schema: &Value,
    at: &Pointer,
    visit: &mut dyn FnMut(String, Pointer, &Value),
) {
    for (tokens, inner) in subschemas(schema) {
        let place = tokens.iter().fold(at.clone(), |at, token| at.at(token));
        let name = match tokens.as_slice() {
            [kind, property] if kind == "properties" => {
                format!("{outer}{}", property.to_upper_camel_case())
            }
            [kind] if kind == "items" => format!("{outer}Item"),
            _ => continue,
        };
        if is_named(inner) {
            visit(name.clone(), place.clone(), inner);
        }
        inner_types(&name, inner, &place, visit);
    }
}

/// Whether typify gives an inline schema a type of its own.
fn is_named(schema: &Value) -> bool {
    let Some(map) = schema.as_object() else {
        return false;
    };
    let members = map
        .get("properties")
        .and_then(Value::as_object)
        .is_some_and(|all| !all.is_empty());
    let limited = ["pattern", "maxLength", "minLength"]
        .iter()
        .any(|limit| map.contains_key(*limit));
    let choice = ["oneOf", "anyOf", "allOf"]
        .iter()
        .any(|choice| map.contains_key(*choice));
    !map.contains_key("$ref") && (members || map.contains_key("enum") || limited || choice)
}
