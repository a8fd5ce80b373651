use serde_json::{Value, json};

use super::{Counts, fit, mend};

fn with_schemas(schemas: Value) -> Value {
    json!({"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": schemas}})
}

fn count(counts: &Counts, part: &str) -> usize {
    let found: Vec<usize> = counts
        .iter()
        .filter(|(rule, _)| rule.contains(part))
        .map(|(_, n)| n)
        .collect();
    assert_eq!(found.len(), 1, "one rule should contain {part:?}");
    found[0]
}

/// A document with one operation whose body is `body` and whose responses are `responses`.
fn with_operation(body: Value, responses: Value, schemas: Value) -> Value {
    let mut document = with_schemas(schemas);
    document["paths"] = json!({"/x": {"post": {
        "operationId": "x",
        "requestBody": {"required": true, "content": {"application/json": {"schema": body}}},
        "responses": responses,
    }}});
    document
}

fn answer(schema: Value) -> Value {
    json!({"description": "", "content": {"application/json": {"schema": schema}}})
}

#[test]
fn leaked_patterns_go_and_real_ones_stay() {
    let mut document = with_schemas(json!({"A": {"properties": {
        "name": {"type": "string", "pattern": "domainRegex"},
        "literal": {"type": "string", "pattern": "/^[a-z]+$/"},
        "real": {"type": "string", "pattern": "^a/b$"},
    }}}));
    let counts = mend(&mut document);
    let properties = &document["components"]["schemas"]["A"]["properties"];
    assert_eq!(properties["name"], json!({"type": "string"}));
    assert_eq!(properties["literal"]["pattern"], "^[a-z]+$");
    assert_eq!(properties["real"]["pattern"], "^a/b$");
    assert_eq!(
        (count(&counts, "leaked"), count(&counts, "literal")),
        (1, 1)
    );
}

#[test]
fn a_number_is_an_integer_unless_it_is_marked_as_a_fraction() {
    let mut document = with_schemas(json!({"A": {"properties": {
        "size": {"type": "number"}, "score": {"type": "number", "format": "double"}}}}));
    assert_eq!(count(&mend(&mut document), "integer"), 1);
    let properties = &document["components"]["schemas"]["A"]["properties"];
    assert_eq!(
        (&properties["size"]["type"], &properties["score"]["type"]),
        (&json!("integer"), &json!("number"))
    );
}

#[test]
fn an_example_of_the_wrong_type_goes() {
    let mut document = with_schemas(json!({"A": {"properties": {
        "on": {"type": "boolean", "example": "true"}, "ok": {"type": "boolean", "example": true}}}}));
    assert_eq!(count(&mend(&mut document), "example"), 1);
    assert_eq!(
        document["components"]["schemas"]["A"]["properties"]["ok"]["example"],
        true
    );
}

#[test]
fn an_empty_success_gives_way_to_a_typed_one() {
    let mut document = with_operation(
        json!({"type": "object"}),
        json!({"200": {"description": ""}, "201": answer(json!({"type": "string"})), "400": {"description": ""}}),
        json!({}),
    );
    let counts = fit(&mut document);
    assert_eq!(
        document["paths"]["/x"]["post"]["responses"],
        json!({"2XX": answer(json!({"type": "string"}))})
    );
    assert_eq!(
        (count(&counts, "several"), count(&counts, "error answer")),
        (1, 1)
    );
}

#[test]
fn objects_of_different_shape_unite_and_others_stay_for_preflight() {
    let object =
        |name: &str| answer(json!({"type": "object", "properties": {name: {"type": "string"}}}));
    let mut document = with_operation(
        json!({}),
        json!({"200": object("a"), "202": object("b")}),
        json!({}),
    );
    fit(&mut document);
    let united = &document["paths"]["/x"]["post"]["responses"]["2XX"]["content"]["application/json"]
        ["schema"];
    assert_eq!(
        united["properties"],
        json!({"a": {"type": "string"}, "b": {"type": "string"}})
    );

    let clash = json!({"200": object("a"), "201": answer(json!({"type": "array", "items": {}}))});
    let mut document = with_operation(json!({}), clash, json!({}));
    fit(&mut document);
    let codes: Vec<&String> = document["paths"]["/x"]["post"]["responses"]
        .as_object()
        .unwrap()
        .keys()
        .collect();
    assert_eq!(codes, ["200", "201"]);
}

#[test]
fn all_of_one_and_empty_bases_dissolve() {
    let mut document = with_schemas(json!({
        "Base": {"type": "object", "properties": {}},
        "Page": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"items": {"type": "array", "items": {}}}}]},
        "Only": {"properties": {"it": {"description": "d", "allOf": [{"$ref": "#/components/schemas/Page"}]}}},
    }));
    let counts = fit(&mut document);
    let schemas = &document["components"]["schemas"];
    assert_eq!(
        schemas["Page"],
        json!({"properties": {"items": {"type": "array", "items": {}}}, "type": "object"})
    );
    assert_eq!(
        schemas["Only"]["properties"]["it"],
        json!({"description": "d", "$ref": "#/components/schemas/Page"})
    );
    assert_eq!(
        (count(&counts, "empty base"), count(&counts, "allOf of one")),
        (1, 2)
    );
}

#[test]
fn a_nullable_reference_keeps_its_null() {
    let mut document = with_schemas(json!({
        "A": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/B", "nullable": true}}},
        "B": {"type": "object", "properties": {"c": {"type": "string"}}},
    }));
    fit(&mut document);
    assert_eq!(
        document["components"]["schemas"]["A"]["properties"]["b"],
        json!({"nullable": true, "allOf": [{"$ref": "#/components/schemas/B"}]})
    );
}

#[test]
fn answers_lose_their_demands_and_requests_keep_them() {
    let shape = json!({"type": "object", "required": ["id", "size"], "properties": {
        "id": {"type": "string", "maxLength": 3}, "size": {"type": "integer", "minimum": 1}}});
    let mut document = with_operation(
        json!({"$ref": "#/components/schemas/Sent"}),
        json!({"200": answer(json!({"$ref": "#/components/schemas/Received"}))}),
        json!({"Sent": shape, "Received": shape}),
    );
    document["components"]["schemas"]["Received"]["x-always-present"] = json!(["id"]);
    let counts = fit(&mut document);
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["Sent"], shape);
    assert_eq!(schemas["Received"]["required"], json!(["id"]));
    assert_eq!(
        schemas["Received"]["properties"],
        json!({"id": {"type": "string"}, "size": {"type": "integer"}})
    );
    assert_eq!(
        (
            count(&counts, "may be missing"),
            count(&counts, "kept required"),
            count(&counts, "limit")
        ),
        (1, 1, 2)
    );
}

#[test]
fn a_schema_that_goes_both_ways_is_copied_with_what_leads_to_it() {
    let mut document = with_operation(
        json!({"$ref": "#/components/schemas/Outer"}),
        json!({"200": answer(json!({"$ref": "#/components/schemas/Outer"}))}),
        json!({
            "Outer": {"type": "object", "properties": {"inner": {"$ref": "#/components/schemas/Inner"}}},
            "Inner": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
        }),
    );
    let counts = fit(&mut document);
    assert_eq!(count(&counts, "copied for answers"), 2);
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["Inner"]["required"], json!(["a"]));
    assert_eq!(schemas["InnerAnswer"].get("required"), None);
    assert_eq!(
        schemas["OuterAnswer"]["properties"]["inner"]["$ref"],
        "#/components/schemas/InnerAnswer"
    );
    let read = &document["paths"]["/x"]["post"]["responses"]["2XX"]["content"]["application/json"]
        ["schema"]["$ref"];
    assert_eq!(read, "#/components/schemas/OuterAnswer");
}

#[test]
fn acronyms_in_the_names_of_schemas_are_told_apart() {
    let mut document = with_schemas(json!({
        "VerifyMFASMSRequest": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/VerifyMFASMSRequest"}}},
    }));
    let counts = fit(&mut document);
    let schemas = &document["components"]["schemas"];
    assert_eq!(count(&counts, "acronyms"), 1);
    assert_eq!(
        schemas["VerifyMfaSmsRequest"]["properties"]["next"],
        json!({"$ref": "#/components/schemas/VerifyMfaSmsRequest"})
    );
}
