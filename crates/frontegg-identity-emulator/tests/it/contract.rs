//! Every operation of the description, asked once as the description says.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::net::TcpStream;

use frontegg_identity_emulator::{Emulator, NewUser};
use serde_json::{Map, Value, json};

use crate::support::{connect, read_reply, request, send};

const USER: &str = "5d1fb2a6-3c60-4a27-8f1e-90b7c4d2e813";
const TENANT: &str = "0b7e4d92-6a18-4f3c-b5d7-e2c91a80f364";
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/corrected.json");
/// Schemas inside one another that are filled in; the description refers to itself in places.
const DEEPEST: usize = 8;

#[test]
fn every_operation_is_answered() {
    let document: Value = serde_json::from_slice(&fs::read(DOCUMENT).unwrap()).unwrap();
    let user = NewUser::new("ada@example.com")
        .id(USER)
        .password("Analytical-Engine-1")
        .tenant(TENANT, &["Admin"]);
    let emulator = Emulator::builder().user(user).start_blocking().unwrap();
    let credentials = json!({ "clientId": emulator.client_id(), "secret": emulator.secret() });
    let token = send(&emulator, "POST", "/auth/vendor", &credentials).json();
    let token = token["token"].as_str().unwrap();

    let mut stream = connect(&emulator);
    let mut statuses = BTreeMap::<u16, usize>::new();
    let mut wrong = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            // What one operation deletes is there again for the next.
            emulator.reset();
            let asked = Asked::new(&document, path, operation, token);
            let (status, body) = asked.send(&mut stream, &method.to_uppercase());
            *statuses.entry(status).or_default() += 1;
            let is_fine = status < 500
                && body["errorCode"] != "ER-00004"
                && body["context"]["violations"].is_null();
            if !is_fine {
                wrong.push(format!(
                    "{method} {path}: {status} {body} to {}",
                    asked.body
                ));
            }
        }
    }
    let answered: usize = statuses.values().sum();
    // Past the test's own capture: the count is to be seen in each run.
    let mut out = std::io::stdout();
    writeln!(
        out,
        "{answered} operations answered, by status: {statuses:?}"
    )
    .unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(answered, 369);
}

/// A request that the description allows.
struct Asked {
    path: String,
    headers: String,
    body: String,
}

impl Asked {
    fn new(document: &Value, template: &str, operation: &Value, token: &str) -> Self {
        let (mut path, mut query) = (template.to_owned(), Vec::new());
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let sample = sample(document, &parameter["schema"], name, 0);
            let text = match &sample {
                Value::String(text) => text.clone(),
                Value::Array(items) => items[0].as_str().unwrap_or_default().to_owned(),
                other => other.to_string(),
            };
            if parameter["in"] == "path" {
                path = path.replace(&format!("{{{name}}}"), &text);
            } else if parameter["in"] == "query" && parameter["required"] == true {
                query.push(format!("{name}={}", text.replace('@', "%40")));
            }
        }
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
        let body = if schema.is_null() {
            String::new()
        } else {
            sample(document, schema, "", 0).to_string()
        };
        let mark = if query.is_empty() { "" } else { "?" };
        Self {
            path: format!("/identity{path}{mark}{}", query.join("&")),
            headers: format!(
                "authorization: Bearer {token}\r\nfrontegg-tenant-id: {TENANT}\r\nfrontegg-user-id: {USER}\r\n"
            ),
            body,
        }
    }

    fn send(&self, stream: &mut TcpStream, method: &str) -> (u16, Value) {
        let bytes = request(method, &self.path, &self.headers, self.body.as_bytes());
        stream.write_all(&bytes).unwrap();
        let reply = read_reply(stream).unwrap();
        let body = if reply.body.is_empty() {
            Value::Null
        } else {
            reply.json()
        };
        (reply.status, body)
    }
}

/// The least value that a schema allows; ids and names that exist where the name says so.
fn sample(document: &Value, schema: &Value, name: &str, depth: usize) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document.pointer(reference.trim_start_matches('#')).unwrap();
        return sample(document, target, name, depth);
    }
    if let Some(choice) = schema["enum"]
        .as_array()
        .and_then(|choices| choices.first())
    {
        return choice.clone();
    }
    if let Some(variant) = schema["oneOf"]
        .as_array()
        .and_then(|variants| variants.first())
    {
        return sample(document, variant, name, depth);
    }
    match schema["type"].as_str() {
        Some("integer" | "number") => match &schema["minimum"] {
            Value::Null => json!(1),
            least => least.clone(),
        },
        Some("boolean") => json!(true),
        Some("array") if depth < DEEPEST => {
            json!([sample(document, &schema["items"], name, depth + 1)])
        }
        Some("array") => json!([]),
        Some("string") => json!(text(schema, name)),
        _ => object(document, schema, name, depth),
    }
}

fn text(schema: &Value, name: &str) -> &'static str {
    match (schema["format"].as_str(), name) {
        (Some("email"), _) | (_, "email" | "identifier") => "ada@example.com",
        (Some("date-time"), _) => "2027-02-04T10:23:04.007Z",
        (_, "userId" | "userIds") => USER,
        (_, "tenantId" | "tenantIds") => TENANT,
        (_, "password") => "Analytical-Engine-1",
        _ if schema["pattern"]
            .as_str()
            .is_some_and(|pattern| pattern.starts_with("^\\+")) =>
        {
            "+15550100123"
        }
        _ => "sample-1",
    }
}

/// The members that are required, those of `allOf` parts included.
fn object(document: &Value, schema: &Value, name: &str, depth: usize) -> Value {
    let mut members = Map::new();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        match sample(document, part, name, depth + 1) {
            Value::Object(of_part) => members.extend(of_part),
            other => return other,
        }
    }
    let required = schema["required"].as_array().into_iter().flatten();
    for name in required.filter_map(Value::as_str) {
        let value = sample(document, &schema["properties"][name], name, depth + 1);
        members.insert(name.to_owned(), value);
    }
    Value::Object(members)
}
