use serde_json::{Value, json};

use super::secrets::Secrets;
use super::{Shaped, shape};
use crate::codegen::load::Source;
use crate::codegen::{generate, lower};

/// A document of two tags: `Users` reads and patches a `User`, `Roles` only reads one.
fn document() -> Value {
    let user = json!({"$ref": "#/components/schemas/User"});
    let answer = |schema: &Value| json!({"200": {"description": "", "content": {"application/json": {"schema": schema}}}});
    let id = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
    json!({
        "openapi": "3.0.0",
        "info": {"title": "Service", "version": "1"},
        "tags": [{"name": "Users", "description": "People."}],
        "x-tagGroups": [{"name": "Self-Service", "tags": ["Users"]}, {"name": "Management", "tags": ["Roles"]}],
        "paths": {
            "/users/{id}": {
                "get": {"operationId": "get_user", "tags": ["Users"], "summary": "Read a user", "responses": answer(&user),
                    "parameters": [id, {"name": "frontegg-tenant-id", "in": "header", "required": true, "schema": {"type": "string"}},
                        {"name": "levels", "in": "query", "explode": false, "schema": {"type": "array", "items": {"type": "number"}}}]},
                "patch": {"operationId": "update_user", "tags": ["Users"], "parameters": [id], "responses": {"200": {"description": ""}},
                    "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/UpdateUser"}}}}},
            },
            "/roles/{id}/users": {"get": {"operationId": "list_role_users", "tags": ["Roles"], "parameters": [id],
                "responses": answer(&json!({"type": "array", "items": user}))}},
        },
        "components": {"schemas": {
            "User": {"type": "object", "required": ["id"], "x-always-present": ["id"], "properties": {
                "id": {"type": "string"}, "level": {"type": "number"}, "tenantIds": {"type": "array", "items": {"type": "string"}},
                "createdAt": {"type": "string", "format": "date-time"}, "kind": {"type": "string", "enum": ["local", "Unknown"]},
                "apiToken": {"type": "string"}}},
            "UpdateUser": {"type": "object", "properties": {
                "name": {"type": "string", "maxLength": 9}, "password": {"type": "string"}, "score": {"type": "number", "format": "double"}}},
            "Alone": {"type": "object", "properties": {"x": {"type": "string"}}},
        }},
    })
}

const SECRETS: &str = "secret: ['*.password', User.apiToken]\nplain: {}";

fn shaped(secrets: &str) -> anyhow::Result<Shaped> {
    let mut document = document();
    lower::mend(&mut document);
    lower::fit(&mut document);
    let secrets = Secrets::parse(&Source::from_text("secrets.yaml", secrets))?;
    shape(generate::generate(&document)?, &document, &secrets)
}

/// The text without line breaks and indents, so that a test does not depend on where prettyplease breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_has(text: &str, parts: &[&str]) {
    let text = flat(text);
    for part in parts {
        assert!(text.contains(part), "{part}\n\nis not in\n\n{text}");
    }
}

#[test]
fn operations_become_calls_of_the_one_request_path() {
    let shaped = shaped(SECRETS).unwrap();
    assert_has(
        &shaped.files["operations/users.rs"],
        &[
            "/// Read a user",
            "/// `GET /users/{id}`",
            "pub async fn get_user( &self, id: &str, levels: Option<&::std::vec::Vec<i64>>, frontegg_tenant_id: &str, ) \
             -> Result<Response<types::User>, Error>",
            "self.call(&catalogue::GET_USER) .path(\"id\", id) .header(\"frontegg-tenant-id\", Some(frontegg_tenant_id)) \
             .query_joined(\"levels\", &levels) .send() .await",
            "self.call(&catalogue::UPDATE_USER).path(\"id\", id).json(body).send_unit().await",
        ],
    );
    assert_has(
        &shaped.files["catalogue.rs"],
        &[
            "&[ &GET_USER, &LIST_ROLE_USERS, &UPDATE_USER, ]",
            "Operation::new( \"get_user\", Method::GET, \"/users/{id}\", \"Users\", )",
        ],
    );
}

#[test]
fn an_answer_is_read_liberally_and_cannot_be_sent() {
    let shaped = shaped(SECRETS).unwrap();
    let shared = &shaped.files["types/shared.rs"];
    assert_has(
        shared,
        &[
            "#[cfg(any(feature = \"roles\", feature = \"users\"))] #[derive(::serde::Deserialize, Clone, Debug)] pub struct User",
            "pub id: ::std::string::String",
            "#[serde(default, deserialize_with = \"crate::read::integer\")] pub level: ::std::option::Option<i64>",
            "#[serde(rename = \"tenantIds\", default, deserialize_with = \"crate::read::or_default\")]",
            "deserialize_with = \"crate::read::date_time\"",
            "pub api_token: ::std::option::Option<crate::Secret>",
            "crate::open_enum! { pub enum UserKind { Local = \"local\", Unknown_ = \"Unknown\", } }",
        ],
    );
    assert!(!shared.contains("Serialize"));
}

#[test]
fn a_patch_tells_absent_from_null_and_keeps_its_limits() {
    let shaped = shaped(SECRETS).unwrap();
    assert_has(
        &shaped.files["types/users.rs"],
        &[
            "#[derive(::serde::Serialize, Clone, Debug, Default)] pub struct UpdateUser",
            "#[serde(skip_serializing_if = \"crate::Patch::is_absent\")] pub name: crate::Patch<UpdateUserName>",
            "serialize_with = \"crate::secret::expose\" )] pub password: crate::Patch<crate::Secret>",
            "serialize_with = \"crate::write::finite\" )] pub score: crate::Patch<f64>",
            "if value.chars().count() > 9usize",
        ],
    );
    assert!(!shaped.files["types/users.rs"].contains("Deserialize"));
}

#[test]
fn each_tag_is_a_feature_in_a_group_and_what_nobody_reaches_is_dropped() {
    let shaped = shaped(SECRETS).unwrap();
    let features: Vec<(&str, &str)> = shaped
        .features
        .iter()
        .map(|it| (it.name.as_str(), it.group.as_str()))
        .collect();
    assert_eq!(
        features,
        [("roles", "management"), ("users", "self-service")]
    );
    assert_has(
        &shaped.features.manifest(),
        &[
            "full = [ \"management\", \"self-service\", ]",
            "management = [ \"roles\", ]",
            "# Tag \"Users\": 2 operations and their types. users = []",
        ],
    );
    assert!(shaped.files.values().all(|text| !text.contains("Alone")));
}

#[test]
fn a_member_that_looks_secret_and_is_not_listed_stops_the_run() {
    let error = shaped("secret: ['*.password']\nplain: {}").unwrap_err();
    assert!(
        format!("{error:#}").contains("`User.apiToken` looks like a secret"),
        "{error:#}"
    );
}

#[test]
fn the_table_for_the_tests_names_each_answer() {
    let text = shaped(SECRETS).unwrap().tests.render();
    assert_has(
        &text,
        &[
            "typed::<types::User>(&catalogue::GET_USER)",
            "typed::<::std::vec::Vec<types::User>>(&catalogue::LIST_ROLE_USERS)",
            "unit(&catalogue::UPDATE_USER)",
        ],
    );
}
