//! Where an answer has values of an enum.

use http::StatusCode;
use serde_json::Value;

use super::document::Operation;
use super::schema::{Schema, Schemas};

/// JSON pointers to the strings of an answer that its schema takes from a list.
pub(super) fn places(
    schemas: &Schemas,
    operation: &Operation,
    status: StatusCode,
    body: &Value,
) -> Vec<String> {
    let described = operation.answers.iter().find(|(own, _)| *own == status);
    let schema = described.map_or_else(|| operation.success().1, |(_, schema)| schema.as_ref());
    let mut places = Vec::new();
    if let Some(schema) = schema {
        collect(schemas, schema, body, String::new(), &mut places);
    }
    places
}

/// Goes as deep as the value does, so a schema that contains itself comes to an end.
fn collect(
    schemas: &Schemas,
    schema: &Schema,
    value: &Value,
    at: String,
    places: &mut Vec<String>,
) {
    let schema = schemas.resolve(schema);
    match value {
        Value::String(_) if schema.choices.is_some() && !places.contains(&at) => places.push(at),
        Value::String(_) => {
            if let Some(wrapped) = schema.wrapped() {
                collect(schemas, wrapped, value, at, places);
            }
        }
        Value::Array(items) => {
            if let Some(item_schema) = &schema.items {
                for (index, item) in items.iter().enumerate() {
                    collect(schemas, item_schema, item, format!("{at}/{index}"), places);
                }
            }
        }
        Value::Object(object) => {
            let members = schemas.members(schema).by_name;
            for (name, member) in object {
                if let Some(member_schema) = members.get(name.as_str()) {
                    let place = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                    collect(schemas, member_schema, member, place, places);
                }
            }
            for branch in &schema.one_of {
                if !std::ptr::eq(schemas.resolve(branch), schema) {
                    collect(schemas, branch, value, at.clone(), places);
                }
            }
        }
        _ => {}
    }
}
