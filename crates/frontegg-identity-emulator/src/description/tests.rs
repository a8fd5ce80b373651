use std::collections::BTreeSet;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::*;

/// A request to test with; the path may carry a query without any encoding.
pub(super) fn request(method: &str, path: &str, body: impl Into<Bytes>) -> Request {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = query.split('&').filter(|pair| !pair.is_empty());
    let query = query.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    Request {
        method: method.parse().unwrap(),
        path: path.to_owned(),
        query: query
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .collect(),
        headers: HeaderMap::new(),
        body: body.into(),
    }
}

pub(super) fn with_header(mut request: Request, name: &str, value: &str) -> Request {
    request.headers.insert(
        name.parse::<HeaderName>().unwrap(),
        HeaderValue::from_str(value).unwrap(),
    );
    request
}

pub(super) fn found(request: &Request) -> (&'static Operation, Params) {
    Description::get()
        .find(&request.method, &request.path)
        .unwrap_or_else(|| panic!("no {} {}", request.method, request.path))
}

fn template(method: &str, path: &str) -> String {
    found(&request(method, path, "")).0.template.clone()
}

/// A concrete path of a template.
pub(super) fn path_of(operation: &Operation, text: &str) -> String {
    let segments = operation.template.split('/');
    segments
        .map(|segment| document::parameter_name(segment).map_or(segment, |_| text))
        .collect::<Vec<_>>()
        .join("/")
}

#[test]
fn every_operation_is_found_by_its_own_path() {
    let description = Description::get();
    assert_eq!(description.operations().count(), 369);
    let ids: BTreeSet<_> = description
        .operations()
        .map(|operation| &operation.id)
        .collect();
    assert_eq!(ids.len(), 369);
    for operation in description.operations() {
        let request = request(operation.method.as_str(), &path_of(operation, "x%2Fy"), "");
        let (found, params) = found(&request);
        assert_eq!(found.id, operation.id);
        assert!(params.iter().all(|(_, text)| text == "x/y"), "{params:?}");
        let wanted = operation.parameters_in(document::Location::Path).count();
        assert_eq!(params.iter().count(), wanted, "{}", operation.template);
    }
}

#[test]
fn literal_segments_win_over_parameters() {
    assert_eq!(
        template("DELETE", "/resources/users/sessions/v1/me/all"),
        "/resources/users/sessions/v1/me/all"
    );
    assert_eq!(
        template("DELETE", "/resources/users/sessions/v1/me/4"),
        "/resources/users/sessions/v1/me/{id}"
    );
    assert_eq!(
        template("GET", "/resources/users/v1/email"),
        "/resources/users/v1/email"
    );
    assert_eq!(
        template("GET", "/resources/users/v1/email/"),
        "/resources/users/v1/email"
    );
}

#[test]
fn a_literal_of_another_method_hides_no_parameter() {
    assert_eq!(
        template("GET", "/resources/users/v1/activate"),
        "/resources/users/v1/{id}"
    );
    assert_eq!(
        template("PUT", "/resources/users/v1/activate"),
        "/resources/users/v1/{userId}"
    );
    assert_eq!(
        template("DELETE", "/resources/mail/v1/configs/templates/default"),
        "/resources/mail/v1/configs/templates/{templateId}"
    );
    assert_eq!(
        template("GET", "/resources/mail/v1/configs/templates/default"),
        "/resources/mail/v1/configs/{type}/default"
    );
}

#[test]
fn params_are_decoded_once_and_named_as_the_operation_names_them() {
    let (_, params) = found(&request("GET", "/resources/users/v1/a%20b%252Fc", ""));
    assert_eq!(params.get("id"), Some("a b%2Fc"));
    assert_eq!(params.get("userId"), None);
    let (_, params) = found(&request("DELETE", "/resources/users/v1/%ff", ""));
    assert_eq!(params.get("userId"), Some("%ff"));
}

#[test]
fn other_methods_and_unknown_paths_are_not_found() {
    let is_known = |method: Method, path: &str| Description::get().find(&method, path).is_some();
    assert!(is_known(Method::GET, "/resources/users/v1/4"));
    assert!(!is_known(Method::PATCH, "/resources/users/v1/4"));
    assert!(!is_known(Method::GET, "/resources/auth/v1/user"));
    for path in [
        "",
        "/",
        "//",
        "/resources",
        "/resources/users/v1//",
        "resources/users/v1/4",
        "/identity/resources/users/v1/4",
        "/resources/Users/v1/4",
    ] {
        assert!(!is_known(Method::GET, path), "{path}");
    }
}

#[test]
fn long_paths_cost_nothing() {
    let path = "/resources".to_owned() + &"/users".repeat(1_000_000);
    assert!(Description::get().find(&Method::GET, &path).is_none());
    let path = "/".repeat(1_000_000);
    assert!(Description::get().find(&Method::GET, &path).is_none());
}

/// The validator and the answers know exactly these keywords. A new one in the document needs code first.
#[test]
fn every_keyword_of_the_document_is_known() {
    const KNOWN: [&str; 18] = [
        "$ref",
        "type",
        "nullable",
        "properties",
        "required",
        "x-always-present",
        "items",
        "enum",
        "format",
        "minimum",
        "maximum",
        "maxLength",
        "pattern",
        "allOf",
        "oneOf",
        "additionalProperties",
        "default",
        "description",
    ];
    fn walk(schema: &Value, unknown: &mut BTreeSet<String>) {
        let schema = schema.as_object().unwrap();
        unknown.extend(
            schema
                .keys()
                .filter(|key| !KNOWN.contains(&key.as_str()))
                .cloned(),
        );
        let parts = schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(|members| members.values());
        let lists = ["allOf", "oneOf"]
            .iter()
            .filter_map(|key| schema.get(*key)?.as_array())
            .flatten();
        parts
            .chain(lists)
            .chain(schema.get("items"))
            .for_each(|part| walk(part, unknown));
    }
    fn schemas<'a>(value: &'a Value, into: &mut Vec<&'a Value>) {
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| match key.as_str() {
                "schema" => into.push(value),
                _ => schemas(value, into),
            }),
            Value::Array(list) => list.iter().for_each(|value| schemas(value, into)),
            _ => {}
        }
    }
    let document: Value = serde_json::from_str(DOCUMENT).unwrap();
    let mut all: Vec<&Value> = document["components"]["schemas"]
        .as_object()
        .unwrap()
        .values()
        .collect();
    schemas(&document["paths"], &mut all);
    assert!(all.len() > 1000, "{}", all.len());
    let mut unknown = BTreeSet::new();
    all.iter().for_each(|schema| walk(schema, &mut unknown));
    assert_eq!(unknown, BTreeSet::new());
}

#[test]
fn every_reference_leads_somewhere_and_every_pattern_compiles() {
    fn walk(schemas: &Schemas, schema: &schema::Schema) {
        if schema.reference.is_some() {
            assert!(!std::ptr::eq(schemas.resolve(schema), schema));
            assert!(schemas.kind(schema).is_some(), "{:?}", schema.reference);
        }
        if let Some(pattern) = &schema.pattern {
            assert!(
                regex_lite::Regex::new(&pattern.text).is_ok(),
                "{}",
                pattern.text
            );
        }
        let parts = schema
            .properties
            .values()
            .chain(&schema.all_of)
            .chain(&schema.one_of);
        parts
            .chain(schema.items.as_deref())
            .for_each(|part| walk(schemas, part));
    }
    let description = Description::get();
    for operation in description.operations() {
        let answers = operation
            .answers
            .iter()
            .filter_map(|(_, schema)| schema.as_ref());
        let parameters = operation
            .parameters
            .iter()
            .map(|parameter| &parameter.schema);
        answers
            .chain(parameters)
            .chain(&operation.body)
            .for_each(|schema| walk(&description.schemas, schema));
    }
}

#[test]
fn required_headers_are_known() {
    let (operation, _) = found(&request("POST", "/resources/roles/v1", "[]"));
    assert!(!operation.requires_header("frontegg-tenant-id"));
    let (operation, _) = found(&request("GET", "/resources/tenants/access-tokens/v1", ""));
    assert!(operation.requires_header("frontegg-tenant-id"));
}

#[test]
fn sign_in_is_public_and_management_is_not() {
    let is_public = |method: &str, path: &str| found(&request(method, path, "")).0.public;
    assert!(is_public("POST", "/resources/auth/v1/user"));
    assert!(!is_public("POST", "/resources/users/v2"));
}
