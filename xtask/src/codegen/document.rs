//! Small helpers to walk an OpenAPI document that is held as plain JSON.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The members of a path item that are operations, in the order in which OpenAPI lists them.
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A JSON pointer (RFC 6901) in URI form, such as `#/components/schemas/User/properties/id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    pub fn root() -> Self {
        Self("#".to_owned())
    }

    /// The member or item `token` below this place.
    #[must_use]
    pub fn at(&self, token: impl std::fmt::Display) -> Self {
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{token}", self.0))
    }
}

impl std::fmt::Display for Pointer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One operation of the document and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct OperationRef<'a> {
    /// The path template, such as `/resources/users/v1/{id}`.
    pub path: &'a str,
    /// The method in lower case.
    pub method: &'a str,
    /// The operation object.
    pub value: &'a Map<String, Value>,
}

impl<'a> OperationRef<'a> {
    /// The operation id, or an empty text where there is none.
    pub fn id(&self) -> &'a str {
        text(self.value.get("operationId"))
    }

    /// The first tag.
    pub fn tag(&self) -> Option<&'a str> {
        self.value.get("tags")?.get(0)?.as_str()
    }

    /// The place of the operation.
    pub fn pointer(&self) -> Pointer {
        Pointer::root().at("paths").at(self.path).at(self.method)
    }

    /// The parameters that stand on the operation itself.
    pub fn parameters(&self) -> &'a [Value] {
        self.value
            .get("parameters")
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// The schema of the JSON request body.
    pub fn body(&self) -> Option<&'a Value> {
        self.value
            .get("requestBody")?
            .get("content")?
            .get("application/json")?
            .get("schema")
    }

    /// The schema of the JSON answer of the first success response.
    pub fn answer(&self) -> Option<&'a Value> {
        let responses = self.value.get("responses")?.as_object()?;
        let (_, success) = responses.iter().find(|(code, _)| code.starts_with('2'))?;
        success
            .get("content")?
            .get("application/json")?
            .get("schema")
    }
}

/// Every operation, in the document's order.
pub fn operations(document: &Value) -> impl Iterator<Item = OperationRef<'_>> {
    members(document.get("paths")).flat_map(|(path, item)| {
        members(Some(item))
            .filter(|(method, _)| METHODS.contains(&method.as_str()))
            .filter_map(|(method, value)| {
                Some(OperationRef {
                    path,
                    method,
                    value: value.as_object()?,
                })
            })
    })
}

/// Calls `visit` on every operation object, with its path and method.
pub fn operations_mut(
    document: &mut Value,
    mut visit: impl FnMut(&str, &str, &mut Map<String, Value>),
) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else {
        return;
    };
    for (path, item) in paths {
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        for (method, operation) in item {
            if !METHODS.contains(&method.as_str()) {
                continue;
            }
            if let Some(operation) = operation.as_object_mut() {
                visit(path, method, operation);
            }
        }
    }
}

/// Calls `visit` on the responses of every operation.
pub fn responses_mut(document: &mut Value, mut visit: impl FnMut(&mut Map<String, Value>)) {
    operations_mut(document, |_, _, operation| {
        if let Some(responses) = operation
            .get_mut("responses")
            .and_then(Value::as_object_mut)
        {
            visit(responses);
        }
    });
}

/// A text, or an empty one for anything else.
pub fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

/// The members of an object; nothing for anything else.
pub fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The component schemas by name.
pub fn schemas(document: &Value) -> impl Iterator<Item = (&String, &Value)> {
    members(document.pointer("/components/schemas"))
}

/// The component schemas, to change them.
pub fn schemas_mut(document: &mut Value) -> Option<&mut Map<String, Value>> {
    document.pointer_mut("/components/schemas")?.as_object_mut()
}

/// The name of the component schema that `schema` refers to.
pub fn reference(schema: &Value) -> Option<&str> {
    schema
        .get("$ref")?
        .as_str()?
        .strip_prefix("#/components/schemas/")
}

/// Calls `visit` on every schema of the document, outer before inner, with its place.
///
/// Schemas are the values of `schema` members, the component schemas, and what stands below them: `properties`,
/// `items`, `additionalProperties`, `allOf`, `oneOf`, `anyOf`, `not`. A property that is itself called `schema` or
/// `items` is therefore no trap.
pub fn each_schema(document: &Value, mut visit: impl FnMut(&Pointer, &Value)) {
    fn seek(value: &Value, at: &Pointer, visit: &mut dyn FnMut(&Pointer, &Value)) {
        match value {
            Value::Object(map) => {
                for (key, inner) in map {
                    let place = at.at(key);
                    match key.as_str() {
                        "schema" => inside(inner, &place, visit),
                        "example" | "examples" | "default" => {}
                        _ => seek(inner, &place, visit),
                    }
                }
            }
            Value::Array(items) => {
                for (index, inner) in items.iter().enumerate() {
                    seek(inner, &at.at(index), visit);
                }
            }
            _ => {}
        }
    }
    fn inside(schema: &Value, at: &Pointer, visit: &mut dyn FnMut(&Pointer, &Value)) {
        visit(at, schema);
        for (place, inner) in subschemas(schema) {
            let place = place.iter().fold(at.clone(), |at, token| at.at(token));
            inside(inner, &place, visit);
        }
    }
    if let Some(paths) = document.get("paths") {
        seek(paths, &Pointer::root().at("paths"), &mut visit);
    }
    let schemas_at = Pointer::root().at("components").at("schemas");
    for (name, schema) in schemas(document) {
        inside(schema, &schemas_at.at(name), &mut visit);
    }
}

/// The schemas directly below `schema`, each with the tokens that lead to it.
pub fn subschemas(schema: &Value) -> Vec<(Vec<String>, &Value)> {
    let mut found = Vec::new();
    let Some(map) = schema.as_object() else {
        return found;
    };
    for (key, value) in map {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                for (name, inner) in properties {
                    found.push((vec![key.clone(), name.clone()], inner));
                }
            }
            ("items" | "not" | "additionalProperties", Value::Object(_)) => {
                found.push((vec![key.clone()], value));
            }
            ("allOf" | "oneOf" | "anyOf", Value::Array(items)) => {
                for (index, inner) in items.iter().enumerate() {
                    found.push((vec![key.clone(), index.to_string()], inner));
                }
            }
            _ => {}
        }
    }
    found
}

/// Calls `visit` on `schema` and on everything below it, outer before inner.
pub fn each_schema_mut(schema: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    let Some(map) = schema.as_object_mut() else {
        return;
    };
    visit(map);
    for (key, value) in map.iter_mut() {
        match (key.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                for inner in properties.values_mut() {
                    each_schema_mut(inner, visit);
                }
            }
            ("items" | "not" | "additionalProperties", value @ Value::Object(_)) => {
                each_schema_mut(value, visit);
            }
            ("allOf" | "oneOf" | "anyOf", Value::Array(items)) => {
                for inner in items {
                    each_schema_mut(inner, visit);
                }
            }
            _ => {}
        }
    }
}

/// Calls `visit` on every schema of the document, to change it.
pub fn each_schema_of_document_mut(
    document: &mut Value,
    visit: &mut dyn FnMut(&mut Map<String, Value>),
) {
    fn seek(value: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
        match value {
            Value::Object(map) => {
                for (key, inner) in map {
                    match key.as_str() {
                        "schema" => each_schema_mut(inner, visit),
                        "example" | "examples" | "default" => {}
                        _ => seek(inner, visit),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|inner| seek(inner, visit)),
            _ => {}
        }
    }
    if let Some(paths) = document.get_mut("paths") {
        seek(paths, visit);
    }
    if let Some(schemas) = schemas_mut(document) {
        for schema in schemas.values_mut() {
            each_schema_mut(schema, visit);
        }
    }
}

/// The names of the component schemas that are reached from `start`, `start` included where it is a reference.
pub fn reach<'a>(
    document: &'a Value,
    start: impl IntoIterator<Item = &'a Value>,
) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut todo: Vec<&Value> = start.into_iter().collect();
    while let Some(schema) = todo.pop() {
        if let Some(name) = reference(schema)
            && seen.insert(name)
        {
            todo.extend(
                document
                    .get("components")
                    .and_then(|it| it.get("schemas")?.get(name)),
            );
        }
        todo.extend(subschemas(schema).into_iter().map(|(_, inner)| inner));
    }
    seen
}

/// The names of the component schemas that operations reach, by the way in which they travel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Travels {
    /// Reached from parameters and request bodies.
    pub sent: BTreeSet<String>,
    /// Reached from answers.
    pub received: BTreeSet<String>,
}

impl Travels {
    /// Follows every operation of `document`.
    pub fn of(document: &Value) -> Self {
        let (mut sent, mut received) = (Vec::new(), Vec::new());
        for operation in operations(document) {
            let parameters = operation.parameters().iter();
            sent.extend(parameters.filter_map(|parameter| parameter.get("schema")));
            sent.extend(content_schemas(operation.value.get("requestBody")));
            for (_, response) in members(operation.value.get("responses")) {
                received.extend(content_schemas(Some(response)));
            }
        }
        let names = |start: Vec<&Value>| {
            let names = reach(document, start).into_iter();
            names.map(str::to_owned).collect()
        };
        Self {
            sent: names(sent),
            received: names(received),
        }
    }
}

/// The schemas of a request body or response, one a media type.
fn content_schemas(holder: Option<&Value>) -> impl Iterator<Item = &Value> {
    let content = members(holder.and_then(|holder| holder.get("content")));
    content.filter_map(|(_, media)| media.get("schema"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pointer_escapes_slashes_and_tildes() {
        let place = Pointer::root().at("paths").at("/a~b/{id}").at(0);
        assert_eq!(place.to_string(), "#/paths/~1a~0b~1{id}/0");
    }

    #[test]
    fn a_property_called_schema_is_not_taken_for_a_schema_member() {
        let document = json!({
            "paths": {"/x": {"get": {"responses": {"200": {"content": {"application/json": {
                "schema": {"properties": {"schema": {"type": "string"}, "items": {"type": "number"}}}
            }}}}}}}
        });
        let mut places = Vec::new();
        each_schema(&document, |at, _| places.push(at.to_string()));
        let base = "#/paths/~1x/get/responses/200/content/application~1json/schema";
        assert_eq!(
            places,
            [
                base.to_owned(),
                format!("{base}/properties/schema"),
                format!("{base}/properties/items")
            ]
        );
    }

    #[test]
    fn reach_follows_references_and_cycles() {
        let document = json!({"components": {"schemas": {
            "A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}},
            "B": {"type": "array", "items": {"$ref": "#/components/schemas/A"}},
            "C": {},
        }}});
        let start = json!({"$ref": "#/components/schemas/A"});
        assert_eq!(
            reach(&document, [&start]).into_iter().collect::<Vec<_>>(),
            ["A", "B"]
        );
    }
}
