//! Fits the mended document to progenitor: one success answer an operation, no construct that it gets wrong.

use serde_json::{Map, Value, json};

use super::{Counts, answers, is_bare};
use crate::codegen::document;

/// Rewrites `document` in place and counts what it did.
///
/// What cannot be rewritten by a rule (two answers that do not unite, for one) stays, and pre-flight reports it.
pub fn fit(document: &mut Value) -> Counts {
    let mut counts = Counts::default();
    merge_success_answers(document, &mut counts);
    drop_error_answers(document, &mut counts);
    dissolve_all_of(document, &mut counts);
    drop_defaults(document, &mut counts);
    drop_text_formats(document, &mut counts);
    tell_acronyms_apart(document, &mut counts);
    answers::split_from_requests(document, &mut counts);
    answers::relax(document, &mut counts);
    counts
}

/// One success answer for each operation, under `2XX`, whatever code the server chooses.
///
/// The rule: an answer without a body gives way to one with; equal bodies are one; objects of different shape become
/// one object with the members of all. Bodies that differ otherwise stay apart, for pre-flight to report.
fn merge_success_answers(document: &mut Value, counts: &mut Counts) {
    const SEVERAL: &str = "several success answers: merged into one";
    const UNITED: &str = "success answers of different shape: united";
    counts.add(SEVERAL, 0);
    counts.add(UNITED, 0);
    let components = document
        .pointer("/components/schemas")
        .cloned()
        .unwrap_or_default();
    document::responses_mut(document, |responses| {
        let codes: Vec<String> = responses
            .keys()
            .filter(|code| code.starts_with('2'))
            .cloned()
            .collect();
        let bodies: Vec<Value> = codes
            .iter()
            .filter_map(|code| {
                responses
                    .get(code)?
                    .get("content")
                    .filter(|it| it.as_object().is_some_and(|it| !it.is_empty()))
            })
            .cloned()
            .collect();
        let mut distinct = bodies.clone();
        distinct.dedup();
        let content = match distinct.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => {
                let Some(united) = unite(several, &components) else {
                    return;
                };
                counts.add(UNITED, 1);
                Some(united)
            }
        };
        if codes.len() > 1 {
            counts.add(SEVERAL, 1);
        }
        let description = codes
            .iter()
            .filter_map(|code| responses.get(code)?.get("description").cloned())
            .find(|text| text.as_str().is_some_and(|text| !text.is_empty()))
            .unwrap_or_else(|| json!(""));
        for code in &codes {
            responses.shift_remove(code);
        }
        if codes.is_empty() {
            return;
        }
        let mut success = Map::new();
        success.insert("description".to_owned(), description);
        if let Some(content) = content {
            success.insert("content".to_owned(), content);
        }
        responses.shift_insert(0, "2XX".to_owned(), Value::Object(success));
    });
}

/// One object with the members of all the given JSON contents, if they are objects whose common members agree.
fn unite(contents: &[Value], components: &Value) -> Option<Value> {
    let mut properties = Map::new();
    for content in contents {
        let schema = content.get("application/json")?.get("schema")?;
        let schema = match document::reference(schema) {
            Some(name) => components.get(name)?,
            None => schema,
        };
        for (name, member) in schema.get("properties")?.as_object()? {
            if properties.get(name).is_some_and(|other| other != member) {
                return None;
            }
            properties.insert(name.clone(), member.clone());
        }
    }
    Some(json!({"application/json": {"schema": {"type": "object", "properties": properties}}}))
}

/// Error answers are left to the runtime, which keeps status, headers and bytes; a documented one would lose them.
fn drop_error_answers(document: &mut Value, counts: &mut Counts) {
    const RULE: &str = "documented error answer: left to the runtime";
    counts.add(RULE, 0);
    document::responses_mut(document, |responses| {
        let before = responses.len();
        responses.retain(|code, _| code.starts_with('2'));
        counts.add(RULE, before - responses.len());
    });
}

/// `allOf` with one member is that member; empty bases go; several objects in line become one.
fn dissolve_all_of(document: &mut Value, counts: &mut Counts) {
    const BASE: &str = "empty base in allOf: dropped";
    const ONE: &str = "allOf of one: dissolved";
    const NULLABLE_REFERENCE: &str = "nullable beside $ref: wrapped";
    for rule in [BASE, ONE, NULLABLE_REFERENCE] {
        counts.add(rule, 0);
    }
    let empty: Vec<Value> = document::schemas(document)
        .filter(|(_, schema)| is_bare(schema))
        .map(|(name, _)| json!({"$ref": format!("#/components/schemas/{name}")}))
        .collect();
    document::each_schema_of_document_mut(document, &mut |schema| {
        if schema.contains_key("$ref") && schema.get("nullable") == Some(&Value::Bool(true)) {
            let reference = schema.shift_remove("$ref").unwrap_or_default();
            schema.insert("allOf".to_owned(), json!([{"$ref": reference}]));
            counts.add(NULLABLE_REFERENCE, 1);
            return;
        }
        let Some(Value::Array(parts)) = schema.get_mut("allOf") else {
            return;
        };
        if parts.len() > 1 {
            let before = parts.len();
            let mut kept: Vec<Value> = parts
                .iter()
                .filter(|part| !empty.contains(part))
                .cloned()
                .collect();
            if kept.is_empty() {
                kept.push(parts[0].clone());
            }
            counts.add(BASE, before - kept.len());
            *parts = kept;
        }
        // `nullable` has no other home than beside `allOf`.
        let alone = parts.len() == 1 && schema.get("nullable") != Some(&Value::Bool(true));
        if alone {
            let Some(Value::Array(mut parts)) = schema.shift_remove("allOf") else {
                return;
            };
            let Some(Value::Object(mut part)) = parts.pop() else {
                return;
            };
            if part.contains_key("$ref") {
                // What is said of the member stays beside the reference, for its doc comment.
                schema.retain(|key, _| key == "description");
            } else {
                part.entry("type").or_insert_with(|| "object".into());
            }
            schema.extend(part);
            counts.add(ONE, 1);
        }
    });
}

/// A default is the server's business: a member that the caller leaves out is left out.
fn drop_defaults(document: &mut Value, counts: &mut Counts) {
    const RULE: &str = "default value: left to the server";
    counts.add(RULE, 0);
    document::each_schema_of_document_mut(document, &mut |schema| {
        counts.add(RULE, usize::from(schema.shift_remove("default").is_some()));
    });
}

/// Of the text formats only `date-time` has a type of its own; the others are hints to people.
fn drop_text_formats(document: &mut Value, counts: &mut Counts) {
    const RULE: &str = "text format other than date-time: plain text";
    counts.add(RULE, 0);
    document::each_schema_of_document_mut(document, &mut |schema| {
        let text = schema.get("type").is_some_and(|kind| kind == "string");
        if text
            && schema
                .get("format")
                .is_some_and(|format| format != "date-time")
        {
            schema.shift_remove("format");
            counts.add(RULE, 1);
        }
    });
}

/// `VerifyMFASMSRequest` would become `VerifyMfasmsRequest`, because case is all that tells words apart.
fn tell_acronyms_apart(document: &mut Value, counts: &mut Counts) {
    const RULE: &str = "acronyms that run together in a schema's name: told apart";
    const ACRONYMS: [(&str, &str); 1] = [("MFASMS", "MfaSms")];
    counts.add(RULE, 0);
    let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") else {
        return;
    };
    let mut renamed = Vec::new();
    for (name, schema) in std::mem::take(schemas) {
        let apart = ACRONYMS.iter().fold(name.clone(), |name, (joined, apart)| {
            name.replace(joined, apart)
        });
        if apart != name && !schemas.contains_key(&apart) {
            renamed.push((name, apart.clone()));
            schemas.insert(apart, schema);
        } else {
            schemas.insert(name, schema);
        }
    }
    counts.add(RULE, renamed.len());
    document::each_schema_of_document_mut(document, &mut |schema| {
        let Some(Value::String(reference)) = schema.get_mut("$ref") else {
            return;
        };
        let target = renamed.iter().find(|(name, _)| {
            reference.strip_prefix("#/components/schemas/") == Some(name.as_str())
        });
        if let Some((_, apart)) = target {
            *reference = format!("#/components/schemas/{apart}");
        }
    });
}
