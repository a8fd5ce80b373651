use serde_json::{Value, json};

use super::preflight;

/// A document that passes: one operation with a path parameter, a body and an answer.
fn good() -> Value {
    json!({
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a/{id}": {"post": {
            "operationId": "do_it",
            "tags": ["T"],
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
            "responses": {"2XX": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
        }}},
        "components": {"schemas": {"A": {"type": "object", "properties": {"x": {"type": "string"}}}}},
    })
}

/// Applies `change` to the good document and expects exactly one finding, at `pointer`, whose text contains `words`.
fn one(pointer: &str, words: &str, change: impl FnOnce(&mut Value)) {
    let mut document = good();
    change(&mut document);
    let found = preflight(&document);
    let list: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{words}: {list:#?}");
    assert_eq!(found[0].pointer.to_string(), pointer, "{list:#?}");
    assert!(list[0].contains(words), "{words}: {list:#?}");
    assert!(!found[0].remedy.is_empty());
}

fn operation(document: &mut Value) -> &mut Value {
    &mut document["paths"]["/a/{id}"]["post"]
}

fn member(document: &mut Value, schema: Value) {
    document["components"]["schemas"]["A"]["properties"]["x"] = schema;
}

const OPERATION: &str = "#/paths/~1a~1{id}/post";
const MEMBER: &str = "#/components/schemas/A/properties/x";

fn under(base: &str, rest: &str) -> String {
    format!("{base}{rest}")
}

#[test]
fn a_good_document_has_no_findings() {
    assert_eq!(preflight(&good()), []);
}

#[test]
fn operation_ids() {
    one(OPERATION, "no operationId", |d| {
        operation(d).as_object_mut().unwrap().remove("operationId");
    });
    one("#/paths/~1b/get", "same method name", |d| {
        d["paths"]["/b"] = json!({"get": {"operationId": "doIt", "tags": ["T"], "responses": {"2XX": {"description": ""}}}});
    });
    one(OPERATION, "no tag", |d| operation(d)["tags"] = json!([]));
}

#[test]
fn parameters() {
    let add = |parameter: Value| {
        move |d: &mut Value| {
            operation(d)["parameters"]
                .as_array_mut()
                .unwrap()
                .push(parameter)
        }
    };
    let second = under(OPERATION, "/parameters/1");
    let text = json!({"type": "string"});
    one(
        &second,
        "cookie parameter `c`",
        add(json!({"name": "c", "in": "cookie", "schema": text})),
    );
    one(
        &second,
        "style `deepObject`",
        add(json!({"name": "c", "in": "query", "style": "deepObject", "schema": text})),
    );
    one(
        &second,
        "style `label`",
        add(json!({"name": "c", "in": "header", "style": "label", "schema": text})),
    );
    one(
        &second,
        "has `content`",
        add(json!({"name": "c", "in": "query", "content": {}})),
    );
    one(
        &second,
        "no schema",
        add(json!({"name": "c", "in": "query"})),
    );
    one(
        &second,
        "no place",
        add(json!({"name": "c", "in": "formData", "schema": text})),
    );
    one(
        &second,
        "by reference",
        add(json!({"$ref": "#/components/parameters/x"})),
    );
    one(
        &second,
        "same argument",
        add(json!({"name": "ID", "in": "query", "schema": text})),
    );
    one(
        &second,
        "does not occur",
        add(json!({"name": "z", "in": "path", "required": true, "schema": text})),
    );
    one(&under(OPERATION, "/parameters/0"), "not required", |d| {
        operation(d)["parameters"][0]
            .as_object_mut()
            .unwrap()
            .remove("required");
    });
    one(OPERATION, "not declared", |d| {
        operation(d)["parameters"] = json!([])
    });
    one("#/paths/~1a~1{id}/parameters", "path item", |d| {
        d["paths"]["/a/{id}"]["parameters"] = json!([])
    });
}

#[test]
fn bodies() {
    let at = under(OPERATION, "/requestBody");
    one(&under(&at, "/content"), "2 media types", |d| {
        operation(d)["requestBody"]["content"]["text/plain"] = json!({"schema": {}});
    });
    one(
        &under(&at, "/content/multipart~1form-data"),
        "multipart/form-data",
        |d| {
            operation(d)["requestBody"]["content"] = json!({"multipart/form-data": {"schema": {}}});
        },
    );
    one(
        &under(&at, "/content/application~1json"),
        "without a schema",
        |d| {
            operation(d)["requestBody"]["content"] = json!({"application/json": {}});
        },
    );
    one(&at, "without content", |d| {
        operation(d)["requestBody"] = json!({})
    });
    one(&at, "by reference", |d| {
        operation(d)["requestBody"] = json!({"$ref": "x"})
    });
}

#[test]
fn answers() {
    let at = under(OPERATION, "/responses");
    one(&at, "no rule can merge", |d| {
        operation(d)["responses"]["200"] = json!({"description": ""})
    });
    one(&at, "no success", |d| operation(d)["responses"] = json!({}));
    one(&under(&at, "/2XX/content/text~1html"), "text/html", |d| {
        operation(d)["responses"] = json!({"2XX": {"content": {"text/html": {}}}});
    });
    one(
        &under(&at, "/2XX/content/application~1json"),
        "without a schema",
        |d| {
            operation(d)["responses"] = json!({"2XX": {"content": {"application/json": {}}}});
        },
    );
    one(&under(&at, "/2XX"), "by reference", |d| {
        operation(d)["responses"]["2XX"] = json!({"$ref": "x"})
    });
}

#[test]
fn schemas() {
    one(MEMBER, "no schema `Nope`", |d| {
        member(d, json!({"$ref": "#/components/schemas/Nope"}))
    });
    one(MEMBER, "leads elsewhere", |d| {
        member(d, json!({"$ref": "other.yaml#/A"}))
    });
    one(MEMBER, "`type: date`", |d| {
        member(d, json!({"type": "date"}))
    });
    one(MEMBER, "3.1", |d| {
        member(d, json!({"type": ["string", "null"]}))
    });
    one(MEMBER, "without items", |d| {
        member(d, json!({"type": "array"}))
    });
    one(MEMBER, "not an object", |d| member(d, json!(true)));
    one(
        &under(MEMBER, "/pattern"),
        "not a regular expression",
        |d| member(d, json!({"type": "string", "pattern": "("})),
    );
    one(
        &under(MEMBER, "/default"),
        "not of the schema's type",
        |d| member(d, json!({"type": "integer", "default": "us"})),
    );
    one(&under(MEMBER, "/enum"), "not of the schema's type", |d| {
        member(d, json!({"type": "number", "enum": [{"EU": "eu"}]}))
    });
    one(&under(MEMBER, "/enum"), "same variant", |d| {
        member(d, json!({"type": "string", "enum": ["a", "A"]}))
    });
    one(&under(MEMBER, "/enum"), "no name", |d| {
        member(d, json!({"type": "string", "enum": ["", "b"]}))
    });
    one(&under(MEMBER, "/minLength"), "cannot be read", |d| {
        member(d, json!({"type": "string", "minLength": "three"}))
    });
    one("#/components/schemas/A/required", "not a property", |d| {
        d["components"]["schemas"]["A"]["required"] = json!(["y"])
    });
    one("#/info/version", "control character", |d| {
        d["info"]["version"] = json!("1\n")
    });
}

#[test]
fn names() {
    one("#/components/schemas/A/properties/X", "same field", |d| {
        d["components"]["schemas"]["A"]["properties"]["X"] = json!({"type": "string"});
    });
    one("#/components/schemas/a", "would become the type `A`", |d| {
        d["components"]["schemas"]["a"] = json!({"type": "string"})
    });
    one(
        &under(OPERATION, "/requestBody"),
        "would become the type `DoItBody`",
        |d| {
            operation(d)["requestBody"]["content"]["application/json"]["schema"] =
                json!({"type": "object", "properties": {"y": {"type": "string"}}});
            d["components"]["schemas"]["DoItBody"] = json!({"type": "string"});
        },
    );
    one(MEMBER, "would become the type `AX`", |d| {
        member(d, json!({"type": "string", "enum": ["b"]}));
        d["components"]["schemas"]["a_x"] = json!({"type": "string"});
    });
}

#[test]
fn all_problems_are_found_at_once() {
    let mut document = good();
    document["info"]["version"] = json!("1\n");
    member(&mut document, json!({"type": "date"}));
    operation(&mut document)["tags"] = json!([]);
    assert_eq!(preflight(&document).len(), 3);
}
