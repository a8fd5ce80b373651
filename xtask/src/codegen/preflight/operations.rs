//! Operations: ids, parameters, bodies, answers.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use serde_json::{Map, Value};

use super::Findings;
use crate::codegen::document::{self, OperationRef, Pointer, members};

pub(super) fn check(document: &Value, findings: &mut Findings) {
    let mut ids: BTreeMap<String, Pointer> = BTreeMap::new();
    for operation in document::operations(document) {
        let at = operation.pointer();
        id(&operation, &at, &mut ids, findings);
        tag(&operation, &at, findings);
        parameters(&operation, &at, findings);
        body(operation.value, &at, findings);
        answers(operation.value, &at, findings);
    }
    for (path, item) in members(document.get("paths")) {
        if item.get("parameters").is_some() {
            let at = Pointer::root().at("paths").at(path).at("parameters");
            findings.add(
                &at,
                "parameters on the path item",
                "move them to each operation",
            );
        }
    }
}

fn id(
    operation: &OperationRef<'_>,
    at: &Pointer,
    ids: &mut BTreeMap<String, Pointer>,
    findings: &mut Findings,
) {
    let id = operation.id();
    if id.is_empty() {
        findings.add(
            at,
            "the operation has no operationId",
            "add one with an overlay",
        );
        return;
    }
    if let Some(other) = ids.insert(id.to_snake_case(), at.clone()) {
        findings.add(
            at,
            format!("the operationId `{id}` gives the same method name as {other}"),
            "name one of them differently in openapi/operations.yaml",
        );
    }
}

fn tag(operation: &OperationRef<'_>, at: &Pointer, findings: &mut Findings) {
    if operation.tag().is_none() {
        findings.add(
            at,
            "the operation has no tag",
            "add one: it decides the file and the Cargo feature",
        );
    }
}

fn parameters(operation: &OperationRef<'_>, at: &Pointer, findings: &mut Findings) {
    let mut declared = Vec::new();
    let mut arguments: BTreeMap<String, &str> = BTreeMap::new();
    for (index, parameter) in operation.parameters().iter().enumerate() {
        let here = at.at("parameters").at(index);
        if parameter.get("$ref").is_some() {
            findings.add(&here, "a parameter by reference", "write it out");
            continue;
        }
        let text = |key: &str| document::text(parameter.get(key));
        let name = text("name");
        match text("in") {
            "path" => {
                declared.push(name);
                if parameter.get("required") != Some(&Value::Bool(true)) {
                    findings.add(
                        &here,
                        format!("the path parameter `{name}` is not required"),
                        "mark it required",
                    );
                }
                if !operation.path.contains(&format!("{{{name}}}")) {
                    findings.add(
                        &here,
                        format!("the path parameter `{name}` does not occur in the path"),
                        "remove it, or write it into the path",
                    );
                }
            }
            "query" | "header" => {}
            "cookie" => findings.add(
                &here,
                format!("the cookie parameter `{name}` cannot be generated"),
                "remove it: cookies belong to a session, and the facade sends them",
            ),
            other => findings.add(
                &here,
                format!("`in: {other}` is no place for a parameter"),
                "use path, query or header",
            ),
        }
        if let Some(style) = parameter.get("style").and_then(Value::as_str) {
            let plain = if text("in") == "query" {
                "form"
            } else {
                "simple"
            };
            if style != plain {
                findings.add(
                    &here,
                    format!("the style `{style}` of `{name}` is not supported"),
                    format!("use `{plain}`"),
                );
            }
        }
        if parameter.get("content").is_some() {
            findings.add(
                &here,
                format!("`{name}` has `content`"),
                "give it a schema instead",
            );
        } else if parameter.get("schema").is_none() {
            findings.add(
                &here,
                format!("`{name}` has no schema"),
                "give it one, such as `type: string`",
            );
        }
        if let Some(other) = arguments.insert(name.to_snake_case(), name) {
            findings.add(
                &here,
                format!("`{name}` and `{other}` become the same argument"),
                "the description must tell them apart",
            );
        }
    }
    for name in path_names(operation.path) {
        if !declared.contains(&name) {
            findings.add(
                at,
                format!("the path parameter `{name}` is not declared"),
                "declare it in `parameters`",
            );
        }
    }
}

/// The names in braces of a path template.
fn path_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

fn body(operation: &Map<String, Value>, at: &Pointer, findings: &mut Findings) {
    let Some(body) = operation.get("requestBody") else {
        return;
    };
    let at = at.at("requestBody");
    if body.get("$ref").is_some() {
        findings.add(&at, "a request body by reference", "write it out");
        return;
    }
    let content: Vec<(&String, &Value)> = members(body.get("content")).collect();
    match content.as_slice() {
        [] => findings.add(
            &at,
            "a request body without content",
            "remove it or give it a JSON schema",
        ),
        [(media, value)] => {
            let at = at.at("content").at(media);
            if *media != "application/json" {
                findings.add(
                    &at,
                    format!("the media type {media} cannot be generated"),
                    "only application/json can",
                );
            } else if value.get("schema").is_none() {
                findings.add(
                    &at,
                    "a request body without a schema",
                    "give it one; `type: object` where nothing is known",
                );
            }
        }
        several => findings.add(
            &at.at("content"),
            format!("{} media types for one body", several.len()),
            "keep application/json",
        ),
    }
}

fn answers(operation: &Map<String, Value>, at: &Pointer, findings: &mut Findings) {
    let at = at.at("responses");
    let mut success = 0;
    for (code, response) in members(operation.get("responses")) {
        let here = at.at(code);
        success += usize::from(code.starts_with('2'));
        if response.get("$ref").is_some() {
            findings.add(&here, "a response by reference", "write it out");
            continue;
        }
        for (media, value) in members(response.get("content")) {
            let here = here.at("content").at(media);
            if media != "application/json" {
                findings.add(
                    &here,
                    format!("the media type {media} cannot be generated"),
                    "only application/json can",
                );
            } else if value.get("schema").is_none() {
                findings.add(
                    &here,
                    "a JSON answer without a schema",
                    "give it one; `{}` where nothing is known",
                );
            }
        }
    }
    match success {
        0 => findings.add(&at, "no success answer", "add a 2xx response"),
        1 => {}
        _ => findings.add(
            &at,
            "several success answers that no rule can merge",
            "settle with a correction which one comes, or give them members that agree",
        ),
    }
}
