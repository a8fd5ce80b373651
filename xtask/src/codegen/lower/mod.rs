//! Mechanical rewrites of the corrected document. None knows a single route; each is counted.
//!
//! [`mend`] makes the document truer: what it writes holds on the wire too, so the emulator and the contract tests
//! read its result. [`fit`] then makes it what progenitor can turn into a client that reads liberally and writes
//! strictly: that result is for the generator alone.

mod answers;
mod fit;
mod mend;

pub use fit::fit;
pub use mend::mend;

use serde_json::Value;

/// How often each rule fired, in the order of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<(&'static str, usize)>);

impl Counts {
    /// Adds `times` to `rule`; a rule that never fires is listed with 0.
    fn add(&mut self, rule: &'static str, times: usize) {
        match self.0.iter_mut().find(|(name, _)| *name == rule) {
            Some((_, count)) => *count += times,
            None => self.0.push((rule, times)),
        }
    }

    /// The rules with their counts.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.0.iter().copied()
    }

    /// All rewrites together.
    pub fn total(&self) -> usize {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

/// Members of a schema that limit its values.
const LIMITS: [&str; 12] = [
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "additionalProperties",
];

/// Whether `schema` says nothing about its members: any object, or anything at all.
fn is_bare(schema: &Value) -> bool {
    schema.as_object().is_some_and(|map| {
        map.iter().all(|(key, value)| match key.as_str() {
            "description" | "title" => true,
            "type" => value == "object",
            "properties" => value.as_object().is_some_and(serde_json::Map::is_empty),
            "required" => value.as_array().is_some_and(Vec::is_empty),
            _ => false,
        })
    })
}

#[cfg(test)]
mod tests;
