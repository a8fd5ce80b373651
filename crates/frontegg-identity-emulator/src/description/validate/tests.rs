use serde_json::json;

use super::*;

fn said(schema: Value, value: Value, reading: Reading) -> Vec<String> {
    let schema: Schema = serde_json::from_value(schema).unwrap();
    let schemas: Schemas = serde_json::from_value(json!({
        "Loop": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Loop"}}},
        "Circle": {"$ref": "#/components/schemas/Circle"},
        "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    }))
    .unwrap();
    let violations = validate(&schemas, reading, &schema, &value, "body");
    violations
        .into_iter()
        .map(|violation| format!("{}: {}", violation.place, violation.message))
        .collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn references_may_loop() {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    assert_eq!(
        said(reference("Circle"), json!(1), Reading::Strict),
        NOTHING
    );
    assert_eq!(
        said(reference("Nowhere"), json!(1), Reading::Strict),
        NOTHING
    );
    let mut value = json!(1);
    for _ in 0..500 {
        value = json!({"next": value});
    }
    assert_eq!(said(reference("Loop"), value, Reading::Strict), NOTHING);
    let shallow = said(
        reference("Loop"),
        json!({"next": {"next": {}}}),
        Reading::Strict,
    );
    assert_eq!(shallow, ["body.next.next.next: next must be an object"]);
}

#[test]
fn parts_are_checked_together() {
    let both = json!({"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"age": {"type": "integer"}}}]});
    assert_eq!(
        said(
            both.clone(),
            json!({"name": "n", "age": 1}),
            Reading::Strict
        ),
        NOTHING
    );
    assert_eq!(
        said(both.clone(), json!({"age": "x", "z": 1}), Reading::Strict),
        [
            "body.name: name must be a string",
            "body.age: age must be an integer number",
            "body.z: property z should not exist",
        ]
    );
    assert_eq!(
        said(both, json!({"name": "n", "z": 1}), Reading::Loose),
        NOTHING
    );
}

#[test]
fn the_nearest_variant_speaks() {
    let pet = json!({"$ref": "#/components/schemas/Pet"});
    let far = json!({"type": "object", "required": ["a", "b"]});
    let either = json!({"oneOf": [far, pet]});
    assert_eq!(
        said(either.clone(), json!({"name": "n"}), Reading::Strict),
        NOTHING
    );
    assert_eq!(
        said(
            either.clone(),
            json!({"a": 1, "b": 2, "name": 3}),
            Reading::Strict
        ),
        NOTHING
    );
    assert_eq!(
        said(either.clone(), json!({"name": 1}), Reading::Strict),
        ["body.name: name must be a string"]
    );
    assert_eq!(
        said(either, json!(null), Reading::Strict),
        ["body: Expected body to be an object"]
    );
}

#[test]
fn null_is_allowed_where_the_schema_says_so() {
    let schema = json!({"type": "object", "required": ["a"], "properties": {
        "a": {"type": "string", "nullable": true, "enum": ["x"]}, "b": {"type": "string"}}});
    assert_eq!(
        said(schema.clone(), json!({"a": null}), Reading::Answer),
        NOTHING
    );
    assert_eq!(
        said(schema.clone(), json!({"a": "x", "b": null}), Reading::Loose),
        NOTHING
    );
    assert_eq!(
        said(
            schema.clone(),
            json!({"a": "x", "b": null}),
            Reading::Answer
        ),
        ["body.b: b must be a string"]
    );
    assert_eq!(
        said(schema, json!({"a": "y"}), Reading::Answer),
        ["body.a: a must be one of the following values: x"]
    );
}

#[test]
fn what_clients_rely_on_is_demanded_of_answers() {
    let schema = json!({"type": "object", "x-always-present": ["id"], "properties": {"id": {"type": "string"}}});
    assert_eq!(
        said(schema, json!({}), Reading::Answer),
        ["body.id: id must be a string"]
    );
}

#[test]
fn integers_have_a_place_in_64_bits() {
    let schema = json!({"type": "integer"});
    for reading in [Reading::Loose, Reading::Answer] {
        assert_eq!(said(schema.clone(), json!(i64::MIN), reading), NOTHING);
        assert_eq!(said(schema.clone(), json!(u64::MAX), reading), NOTHING);
        for lost in [json!(2.5), json!(1e19), json!(-1e300)] {
            assert_eq!(
                said(schema.clone(), lost, reading),
                ["body: body must be an integer number"]
            );
        }
    }
    assert_eq!(said(schema.clone(), json!(1.0), Reading::Loose), NOTHING);
    assert_eq!(said(schema, json!(1.0), Reading::Answer).len(), 1);
}

#[test]
fn emails_and_times() {
    for good in ["a@b.c", "a+b'c@x-y.example.com", "\u{e9}@\u{e9}.fr"] {
        assert!(formats::is_email(good), "{good}");
    }
    for bad in [
        "", "@", "a@", "@b.c", "a@b", "a@b..c", "a b@c.d", "a@b@c.d", "a@-b.c", "a@b.c ",
    ] {
        assert!(!formats::is_email(bad), "{bad}");
    }
    assert!(formats::is_date_time("2026-01-02T03:04:05.678Z"));
    assert!(formats::is_date_time("2026-01-02T03:04:05+02:00"));
    for bad in ["", "2026-01-02", "2026-13-02T03:04:05Z", "now"] {
        assert!(!formats::is_date_time(bad), "{bad}");
    }
}
