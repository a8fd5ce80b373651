//! Values from the texts of a path, a query or a form.
//!
//! A text that cannot become what the schema asks for stays text, so that the validator names the fault.

use serde_json::{Map, Value};

use super::schema::{Kind, Schema, Schemas};

/// The value of one text.
pub(super) fn value_of(schemas: &Schemas, schema: &Schema, text: &str) -> Value {
    let read = match schemas.kind(schema) {
        Some(Kind::Integer) => text.parse::<i64>().ok().map(Value::from),
        Some(Kind::Number) => text
            .parse::<f64>()
            .ok()
            .and_then(serde_json::Number::from_f64)
            .map(Value::Number),
        Some(Kind::Boolean) => text.parse::<bool>().ok().map(Value::Bool),
        _ => None,
    };
    read.unwrap_or_else(|| Value::String(text.to_owned()))
}

/// The value of a name that was sent with these texts.
///
/// A list takes each of them, and what commas divide where the schema joins by comma. Anything else takes exactly one.
pub(super) fn value_of_all(
    schemas: &Schemas,
    schema: &Schema,
    texts: &[&str],
    comma_joined: bool,
) -> Value {
    let schema = schemas.resolve(schema);
    if let (Some(Kind::Array), Some(items)) = (schema.kind, &schema.items) {
        let element = |text: &str| value_of(schemas, items, text);
        return if comma_joined {
            texts
                .iter()
                .flat_map(|text| text.split(','))
                .map(element)
                .collect()
        } else {
            texts.iter().copied().map(element).collect()
        };
    }
    match texts {
        [text] => value_of(schemas, schema, text),
        several => several.iter().copied().map(Value::from).collect(),
    }
}

/// The object that a form of the media type `application/x-www-form-urlencoded` stands for.
pub(super) fn object_of_form(schemas: &Schemas, schema: &Schema, form: &[u8]) -> Value {
    let mut texts: std::collections::BTreeMap<_, Vec<_>> = std::collections::BTreeMap::new();
    for (name, text) in form_urlencoded::parse(form) {
        texts.entry(name).or_default().push(text);
    }
    let members = schemas.members(schema);
    let mut object = Map::new();
    for (name, texts) in texts {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let value = match members.by_name.get(name.as_ref()) {
            Some(member) => value_of_all(schemas, member, &texts, false),
            None => texts.iter().copied().map(Value::from).collect(),
        };
        object.insert(name.into_owned(), value);
    }
    Value::Object(object)
}
