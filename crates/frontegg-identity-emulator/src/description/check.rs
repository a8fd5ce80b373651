//! A request against its operation: path, query, headers, body.

use http::header::CONTENT_TYPE;
use serde_json::{Map, Value};

use super::document::{Location, Operation};
use super::paths::Params;
use super::schema::{Kind, Schema, Schemas};
use super::texts;
use super::validate::{LARGEST_INTEGER, MOST_VIOLATIONS, Reading, validate, validate_at};
use super::violation::{Place, Violation};
use crate::http::Request;

/// How requests are checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// As the service is taken to do: unknown members are ignored, null may stand for a member that may be missing, no body
    /// stands for an empty object, and headers are left to whoever knows the caller.
    #[default]
    Loose,
    /// To the letter of the description.
    Strict,
}

pub(super) fn check(
    schemas: &Schemas,
    operation: &Operation,
    request: &Request,
    params: &Params,
    strictness: Strictness,
) -> Vec<Violation> {
    let check = Check {
        schemas,
        operation,
        request,
        strictness,
    };
    let mut violations = check.path(params);
    violations.extend(check.query());
    violations.extend(check.headers());
    violations.extend(check.body());
    violations
}

struct Check<'a> {
    schemas: &'a Schemas,
    operation: &'a Operation,
    request: &'a Request,
    strictness: Strictness,
}

impl Check<'_> {
    fn path(&self, params: &Params) -> Vec<Violation> {
        let root = Place::root("path");
        let mut violations = Vec::new();
        for parameter in self.operation.parameters_in(Location::Path) {
            let text = params.get(&parameter.name).unwrap_or_default();
            let value = texts::value_of(self.schemas, &parameter.schema, text);
            let place = root.member(&parameter.name);
            violations.extend(validate_at(
                self.schemas,
                self.reading(),
                &parameter.schema,
                &value,
                &place,
            ));
        }
        violations
    }

    fn query(&self) -> Vec<Violation> {
        let root = Place::root("query");
        let mut violations = Vec::new();
        for parameter in self.operation.parameters_in(Location::Query) {
            let sent = self
                .request
                .query
                .iter()
                .filter(|(name, _)| *name == parameter.name);
            let sent: Vec<&str> = sent.map(|(_, text)| text.as_str()).collect();
            let place = root.member(&parameter.name);
            if sent.is_empty() {
                violations.extend(
                    parameter
                        .required
                        .then(|| place.wrong_kind(self.schemas, &parameter.schema)),
                );
                continue;
            }
            let value = texts::value_of_all(
                self.schemas,
                &parameter.schema,
                &sent,
                parameter.comma_joined(),
            );
            violations.extend(validate_at(
                self.schemas,
                self.reading(),
                &parameter.schema,
                &value,
                &place,
            ));
        }
        violations.extend(self.unknown_query());
        violations
    }

    fn unknown_query(&self) -> Vec<Violation> {
        if self.strictness == Strictness::Loose {
            return Vec::new();
        }
        let root = Place::root("query");
        let known: Vec<_> = self
            .operation
            .parameters_in(Location::Query)
            .map(|known| &known.name)
            .collect();
        let unknown = self
            .request
            .query
            .iter()
            .map(|(name, _)| name)
            .filter(|name| !known.contains(name));
        let unknown = unknown.take(MOST_VIOLATIONS);
        unknown
            .map(|name| root.member(name).unknown_member())
            .collect()
    }

    /// Required headers in strict reading only: a signed-in user's token says the tenant and the user as well.
    fn headers(&self) -> Vec<Violation> {
        if self.strictness == Strictness::Loose {
            return Vec::new();
        }
        let root = Place::root("header");
        let required = self
            .operation
            .parameters_in(Location::Header)
            .filter(|parameter| parameter.required);
        let missing =
            required.filter(|parameter| !self.request.headers.contains_key(&parameter.name));
        missing
            .map(|parameter| {
                root.member(&parameter.name)
                    .violation("should not be empty")
            })
            .collect()
    }

    fn body(&self) -> Vec<Violation> {
        let root = Place::root("body");
        let Some(schema) = &self.operation.body else {
            let refused = self.strictness == Strictness::Strict && !is_nothing(&self.request.body);
            return refused
                .then(|| root.violation("should be empty"))
                .into_iter()
                .collect();
        };
        if self.strictness == Strictness::Strict && self.request.body.is_empty() {
            return vec![root.violation("should not be empty")];
        }
        match read_body(self.schemas, schema, self.request) {
            Ok(value) => validate(self.schemas, self.reading(), schema, &value, "body"),
            Err(violation) => vec![violation],
        }
    }

    fn reading(&self) -> Reading {
        match self.strictness {
            Strictness::Loose => Reading::Loose,
            Strictness::Strict => Reading::Strict,
        }
    }
}

/// The body as a value: JSON or a form, and an empty object for no body where an object is expected.
pub(super) fn read_body(
    schemas: &Schemas,
    schema: &Schema,
    request: &Request,
) -> Result<Value, Violation> {
    if request.body.is_empty() {
        let object = schemas.kind(schema) == Some(Kind::Object);
        return Ok(if object {
            Value::Object(Map::new())
        } else {
            Value::Null
        });
    }
    match media_type(request).as_deref() {
        None | Some("application/json") => {
            let mut body = serde_json::from_slice(&request.body).map_err(|_| Violation {
                place: "body".to_owned(),
                message: "Invalid input json".to_owned(),
            })?;
            write_whole_numbers(&mut body);
            Ok(body)
        }
        Some("application/x-www-form-urlencoded") => {
            Ok(texts::object_of_form(schemas, schema, &request.body))
        }
        Some(_) => {
            let message = "Content-Type must be application/json".to_owned();
            Err(Violation {
                place: "header.content-type".to_owned(),
                message,
            })
        }
    }
}

/// Writes `1.0` as `1`, since whoever reads an answer by its schema takes only the second for an integer.
///
/// The parser has seen to it that values are not deep.
fn write_whole_numbers(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let whole = number
                .as_f64()
                .filter(|number| number.fract() == 0.0 && number.abs() < LARGEST_INTEGER);
            if let Some(whole) = whole {
                *value = Value::from(whole as i64);
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(write_whole_numbers),
        Value::Object(object) => object.values_mut().for_each(write_whole_numbers),
        _ => {}
    }
}

/// Drops members whose null stands for their absence. The parser has seen to it that values are not deep.
pub(super) fn drop_nulls(schemas: &Schemas, schema: &Schema, value: &mut Value) {
    let schema = schemas.resolve(schema);
    match value {
        Value::Array(elements) => {
            if let Some(items) = &schema.items {
                for element in elements {
                    drop_nulls(schemas, items, element);
                }
            }
        }
        Value::Object(object) => {
            let members = schemas.members(schema).by_name;
            object.retain(|name, value| match members.get(name.as_str()) {
                Some(member) if value.is_null() => schemas.resolve(member).nullable,
                Some(member) => {
                    drop_nulls(schemas, member, value);
                    true
                }
                None => true,
            });
        }
        _ => {}
    }
}

/// The media type without its parameters, in lower case; one that ends in `+json` counts as JSON.
fn media_type(request: &Request) -> Option<String> {
    let text =
        String::from_utf8_lossy(request.headers.get(CONTENT_TYPE)?.as_bytes()).to_ascii_lowercase();
    let essence = text.split(';').next().unwrap_or_default().trim();
    Some(if essence.ends_with("+json") {
        "application/json".to_owned()
    } else {
        essence.to_owned()
    })
}

fn is_nothing(body: &[u8]) -> bool {
    matches!(body.trim_ascii(), b"" | b"{}" | b"null")
}

#[cfg(test)]
mod tests;
