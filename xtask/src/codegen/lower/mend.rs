//! General flaws of the published document, mended wherever they stand.

use serde_json::{Map, Value};

use super::Counts;
use crate::codegen::document;

/// Mends `document` in place and counts what it did.
pub fn mend(document: &mut Value) -> Counts {
    let mut counts = Counts::default();
    for (rule, _) in RULES {
        counts.add(rule, 0);
    }
    document::each_schema_of_document_mut(document, &mut |schema| {
        for (rule, apply) in RULES {
            counts.add(rule, usize::from(apply(schema)));
        }
    });
    counts
}

type Rule = fn(&mut Map<String, Value>) -> bool;

const RULES: [(&str, Rule); 4] = [
    (
        "pattern that is a leaked JavaScript name: dropped",
        drop_identifier_pattern,
    ),
    (
        "pattern written as a JavaScript literal: slashes dropped",
        unwrap_literal_pattern,
    ),
    (
        "number without a fractional format: integer",
        number_is_integer,
    ),
    (
        "example of another type than its schema: dropped",
        drop_wrong_example,
    ),
];

/// `pattern: domainRegex` is the name of a variable in the server's source; as a regular expression it matches nothing real.
fn drop_identifier_pattern(schema: &mut Map<String, Value>) -> bool {
    let leaked = schema
        .get("pattern")
        .and_then(Value::as_str)
        .is_some_and(|pattern| {
            pattern.len() > 3
                && pattern
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '_')
        });
    if leaked {
        schema.shift_remove("pattern");
    }
    leaked
}

/// `pattern: /^a+$/` would ask for literal slashes.
fn unwrap_literal_pattern(schema: &mut Map<String, Value>) -> bool {
    let Some(Value::String(pattern)) = schema.get_mut("pattern") else {
        return false;
    };
    let inner = pattern
        .strip_prefix('/')
        .and_then(|rest| rest.strip_suffix('/'));
    let Some(inner) = inner.filter(|inner| !inner.is_empty()).map(str::to_owned) else {
        return false;
    };
    *pattern = inner;
    true
}

/// The published document never says `integer`. A real fraction is marked by an overlay with `format: double`.
fn number_is_integer(schema: &mut Map<String, Value>) -> bool {
    let fractional = schema
        .get("format")
        .is_some_and(|format| format == "double" || format == "float");
    if schema.get("type").is_none_or(|kind| kind != "number") || fractional {
        return false;
    }
    schema.insert("type".to_owned(), "integer".into());
    true
}

fn drop_wrong_example(schema: &mut Map<String, Value>) -> bool {
    let (Some(kind), Some(example)) = (
        schema.get("type").and_then(Value::as_str),
        schema.get("example"),
    ) else {
        return false;
    };
    let fits = match kind {
        "string" => example.is_string(),
        "boolean" => example.is_boolean(),
        "integer" => example.is_i64() || example.is_u64(),
        "number" => example.is_number(),
        "array" => example.is_array(),
        "object" => example.is_object(),
        _ => true,
    };
    if !fits {
        schema.shift_remove("example");
    }
    !fits
}
