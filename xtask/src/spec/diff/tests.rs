use serde_json::{Value, json};

use super::Class::{Additive, BreaksReaders, BreaksSenders, Documentation};
use super::{Class, Format, diff};

/// `S` is sent, `R` is received, `B` travels both ways and contains itself, `U` is used by nobody.
fn document() -> Value {
    let body = |name: &str| json!({"required": true, "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}});
    let answer = |name: &str| json!({"200": {"description": "", "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}}}});
    let schema = json!({"type": "object", "required": ["must"], "properties": {
        "must": {"type": "string"}, "may": {"type": "string", "maxLength": 10, "enum": ["a", "b"]}, "list": {"type": "array", "items": {"type": "string"}}}});
    let mut both = schema.clone();
    both["properties"]["inner"] = json!({"$ref": "#/components/schemas/B"});
    json!({
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/a/{id}": {"post": {"operationId": "do_a", "tags": ["A"], "requestBody": body("S"), "responses": answer("R"), "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "limit", "in": "query", "schema": {"type": "number"}}]}},
            "/b": {"put": {"operationId": "put_b", "tags": ["B"], "requestBody": body("B"), "responses": answer("B")}},
        },
        "components": {"schemas": {"S": schema, "R": schema, "U": schema, "B": both}},
    })
}

/// The only change that `edit` makes, as class, end of the pointer, and sentence.
#[track_caller]
fn assert_change(class: Class, place: &str, what: &str, edit: impl FnOnce(&mut Value)) {
    let mut new = document();
    edit(&mut new);
    let found = diff(&document(), &new).changes;
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].class, found[0].what.as_str()), (class, what));
    assert!(
        found[0].pointer.to_string().ends_with(place),
        "{}",
        found[0].pointer
    );
}

/// The same edit in a schema that is sent, one that is received, one that travels both ways and one that nobody uses.
#[track_caller]
fn assert_schema(sent: Class, received: Class, what: &str, edit: fn(&mut Value)) {
    for (name, class) in [
        ("S", sent),
        ("R", received),
        ("B", sent.min(received)),
        ("U", Additive),
    ] {
        assert_change(class, "", what, |document| {
            edit(&mut document["components"]["schemas"][name])
        });
    }
}

fn remove(value: &mut Value, key: &str) {
    value.as_object_mut().unwrap().shift_remove(key);
}

#[test]
fn a_document_does_not_differ_from_itself() {
    let same = diff(&document(), &document());
    assert!(same.changes.is_empty() && !same.is_breaking());
    assert_eq!(same.render(Format::Text), "no differences\n");
}

#[test]
fn members() {
    assert_schema(BreaksSenders, BreaksReaders, "member `may` removed", |s| {
        remove(&mut s["properties"], "may")
    });
    assert_schema(Additive, Additive, "optional member `new` added", |s| {
        s["properties"]["new"] = json!({"type": "string"})
    });
    assert_schema(
        BreaksSenders,
        Additive,
        "required member `new` added",
        |s| {
            s["properties"]["new"] = json!({"type": "string"});
            s["required"] = json!(["must", "new"]);
        },
    );
    assert_schema(
        BreaksSenders,
        Additive,
        "member `may` is now required",
        |s| s["required"] = json!(["must", "may"]),
    );
    assert_schema(
        Additive,
        BreaksReaders,
        "member `must` is no longer required",
        |s| s["required"] = json!([]),
    );
}

#[test]
fn types_and_values() {
    assert_schema(
        BreaksSenders,
        BreaksReaders,
        "the type changed from string to number",
        |s| s["properties"]["must"]["type"] = json!("number"),
    );
    assert_schema(
        BreaksSenders,
        BreaksReaders,
        "the format changed from none to date-time",
        |s| s["properties"]["must"]["format"] = json!("date-time"),
    );
    assert_schema(
        BreaksSenders,
        BreaksReaders,
        "the type changed from string to number",
        |s| s["properties"]["list"]["items"]["type"] = json!("number"),
    );
    assert_schema(
        BreaksSenders,
        BreaksReaders,
        "the type changed from a schema in line to `U`",
        |s| {
            s["properties"]["must"] = json!({"$ref": "#/components/schemas/U"});
        },
    );
    assert_schema(Additive, BreaksReaders, "may now be null", |s| {
        s["properties"]["must"]["nullable"] = json!(true)
    });
    assert_schema(BreaksSenders, Additive, "enum value \"b\" removed", |s| {
        s["properties"]["may"]["enum"] = json!(["a"])
    });
    assert_schema(
        Additive,
        Additive,
        "enum value \"c\" added; until then it is read as `Unknown`",
        |s| {
            s["properties"]["may"]["enum"] = json!(["a", "b", "c"]);
        },
    );
    assert_schema(BreaksSenders, BreaksReaders, "is no enum any more", |s| {
        remove(&mut s["properties"]["may"], "enum")
    });
    assert_schema(
        BreaksSenders,
        BreaksReaders,
        "oneOf has 1 members, it had 0",
        |s| s["properties"]["must"]["oneOf"] = json!([{}]),
    );
}

#[test]
fn a_null_that_is_no_longer_allowed_breaks_senders() {
    let mut old = document();
    old["components"]["schemas"]["S"]["properties"]["must"]["nullable"] = json!(true);
    let found = diff(&old, &document()).changes;
    assert_eq!(
        (found.len(), found[0].class, found[0].what.as_str()),
        (1, BreaksSenders, "may no longer be null")
    );
}

#[test]
fn limits_count_for_senders_only() {
    assert_schema(
        BreaksSenders,
        Additive,
        "maxLength changed from 10 to 5",
        |s| s["properties"]["may"]["maxLength"] = json!(5),
    );
    assert_schema(Additive, Additive, "maxLength changed from 10 to 20", |s| {
        s["properties"]["may"]["maxLength"] = json!(20)
    });
    assert_schema(
        Additive,
        Additive,
        "maxLength changed from 10 to none",
        |s| remove(&mut s["properties"]["may"], "maxLength"),
    );
    assert_schema(
        BreaksSenders,
        Additive,
        "minItems changed from none to 1",
        |s| s["properties"]["list"]["minItems"] = json!(1),
    );
    assert_schema(BreaksSenders, Additive, "pattern changed", |s| {
        s["properties"]["must"]["pattern"] = json!("^a")
    });
    assert_schema(
        Additive,
        Additive,
        "the default of the service changed",
        |s| s["properties"]["may"]["default"] = json!("a"),
    );
}

#[test]
fn operations() {
    let post = |d: &mut Value| d["paths"]["/a/{id}"]["post"].take();
    assert_change(
        BreaksSenders,
        "/paths/~1b/put",
        "operation `put_b` removed",
        |d| {
            // What nobody uses any more is still there, so only the operation is gone.
            remove(&mut d["paths"], "/b");
        },
    );
    assert_change(Additive, "/paths/~1c/post", "operation `do_a` added", |d| {
        let operation = post(d);
        d["paths"]["/a/{id}"]["post"] = operation.clone();
        d["paths"]["/c"] = json!({"post": operation});
    });
    let edit = |key: &'static str, value: Value| {
        move |d: &mut Value| d["paths"]["/a/{id}"]["post"][key] = value
    };
    assert_change(
        Additive,
        "/operationId",
        "renamed from `do_a` to `make_a`",
        edit("operationId", json!("make_a")),
    );
    assert_change(
        Additive,
        "/tags",
        "moves from the tag `A` to `C`, another Cargo feature",
        edit("tags", json!(["C"])),
    );
    assert_change(
        Additive,
        "/deprecated",
        "the deprecation changed",
        edit("deprecated", json!(true)),
    );
    assert_change(
        Additive,
        "/security",
        "the security requirements changed",
        edit("security", json!([])),
    );
    assert_change(
        Documentation,
        "/description",
        "the description changed",
        edit("description", json!("new")),
    );
}

#[test]
fn parameters() {
    fn parameter(d: &mut Value, index: usize) -> &mut Value {
        &mut d["paths"]["/a/{id}"]["post"]["parameters"][index]
    }
    let push = |new: Value| {
        move |d: &mut Value| {
            d["paths"]["/a/{id}"]["post"]["parameters"]
                .as_array_mut()
                .unwrap()
                .push(new)
        }
    };
    let text = json!({"type": "string"});
    assert_change(
        BreaksSenders,
        "/parameters/1",
        "query parameter `limit` removed",
        |d| {
            d["paths"]["/a/{id}"]["post"]["parameters"]
                .as_array_mut()
                .unwrap()
                .pop();
        },
    );
    assert_change(
        Additive,
        "/parameters/2",
        "optional header parameter `x` added",
        push(json!({"name": "x", "in": "header", "schema": text})),
    );
    assert_change(
        BreaksSenders,
        "/parameters/2",
        "required header parameter `x` added",
        push(json!({"name": "x", "in": "header", "required": true, "schema": text})),
    );
    assert_change(
        BreaksSenders,
        "/parameters/1",
        "query parameter `limit` is now required",
        |d| parameter(d, 1)["required"] = json!(true),
    );
    assert_change(
        Additive,
        "/parameters/0",
        "path parameter `id` is now optional",
        |d| parameter(d, 0)["required"] = json!(false),
    );
    assert_change(
        BreaksSenders,
        "/parameters/1/schema",
        "the type changed from number to string",
        |d| parameter(d, 1)["schema"]["type"] = json!("string"),
    );
    assert_change(
        BreaksSenders,
        "/parameters/1",
        "query parameter `limit` is written in another explode",
        |d| parameter(d, 1)["explode"] = json!(false),
    );
    assert_change(
        Documentation,
        "/parameters/1/description",
        "the description changed",
        |d| parameter(d, 1)["description"] = json!("new"),
    );
}

#[test]
fn bodies_and_answers() {
    fn post(d: &mut Value) -> &mut Value {
        &mut d["paths"]["/a/{id}"]["post"]
    }
    assert_change(
        Additive,
        "/requestBody",
        "the request body is now optional",
        |d| post(d)["requestBody"]["required"] = json!(false),
    );
    assert_change(
        Additive,
        "/responses/201",
        "answer added; every 2xx is a success",
        |d| post(d)["responses"]["201"] = json!({"description": ""}),
    );
    assert_change(
        BreaksReaders,
        "/content/application~1json",
        "the body is no longer application/json",
        |d| {
            post(d)["responses"]["200"]["content"] = json!({});
        },
    );
    assert_change(
        BreaksReaders,
        "/schema",
        "the type changed from `R` to `B`",
        |d| {
            post(d)["responses"]["200"]["content"]["application/json"]["schema"] =
                json!({"$ref": "#/components/schemas/B"});
        },
    );
    assert_change(BreaksSenders, "/requestBody", "request body removed", |d| {
        remove(post(d), "requestBody")
    });
}

#[test]
fn schemas_and_the_document() {
    assert_change(Additive, "/schemas/U", "schema removed", |d| {
        remove(&mut d["components"]["schemas"], "U")
    });
    assert_change(Additive, "/schemas/N", "schema added", |d| {
        d["components"]["schemas"]["N"] = json!({})
    });
    assert_change(Additive, "/servers", "the servers changed", |d| {
        d["servers"] = json!([])
    });
    assert_change(Documentation, "/info", "`info` changed", |d| {
        d["info"]["version"] = json!("2")
    });
    assert_change(
        Documentation,
        "/S/description",
        "the description changed",
        |d| d["components"]["schemas"]["S"]["description"] = json!("x"),
    );
}

#[test]
fn the_three_formats() {
    let mut new = document();
    new["components"]["schemas"]["S"]["properties"]["may"]["maxLength"] = json!(5);
    new["info"]["title"] = json!("u");
    let diff = diff(&document(), &new);
    assert!(diff.is_breaking());
    let place = "#/components/schemas/S/properties/may";
    assert_eq!(
        diff.render(Format::Text),
        format!(
            "Breaking for senders: 1\n  {place}: maxLength changed from 10 to 5\n\nDocumentation: 1\n  #/info: `info` changed\n"
        )
    );
    assert_eq!(
        diff.render(Format::Markdown),
        format!(
            "### Breaking for senders (1)\n\n- `{place}`: maxLength changed from 10 to 5\n\n### Documentation (1)\n\n- `#/info`: `info` changed\n"
        )
    );
    let json: Value = serde_json::from_str(&diff.render(Format::Json)).unwrap();
    assert_eq!(
        json,
        json!({"breaking": true, "changes": [
            {"class": "breaks-senders", "pointer": place, "what": "maxLength changed from 10 to 5"},
            {"class": "documentation", "pointer": "#/info", "what": "`info` changed"},
        ]})
    );
}
