//! Names that become the same identifier, or the same type, without a word from progenitor.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use serde_json::Value;

use super::Findings;
use crate::codegen::document::{self, Pointer, members};
use crate::codegen::naming;

pub(super) fn check(document: &Value, findings: &mut Findings) {
    let mut types: BTreeMap<String, Pointer> = BTreeMap::new();
    naming::each_type(document, &mut |name, at, _| {
        if let Some(other) = types.get(&name) {
            let problem = format!(
                "would become the type `{name}`, as does {other}: one would silently replace the other"
            );
            findings.add(&at, problem, "rename one of the schemas with an overlay");
        } else {
            types.insert(name, at);
        }
    });
    document::each_schema(document, |at, schema| {
        let at = at.at("properties");
        let mut fields: BTreeMap<String, &String> = BTreeMap::new();
        for (name, _) in members(schema.get("properties")) {
            let identifier = name.to_snake_case();
            if identifier.is_empty() {
                findings.add(
                    &at.at(name),
                    "the name gives no identifier",
                    "describe the object as free JSON",
                );
            } else if let Some(other) = fields.insert(identifier, name) {
                findings.add(
                    &at.at(name),
                    format!("`{name}` and `{other}` become the same field"),
                    "describe the object as free JSON, or drop one",
                );
            }
        }
    });
}
