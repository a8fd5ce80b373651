//! Schemas of the description: the OpenAPI 3.0 keywords that the document uses, and no others.
//!
//! `every_keyword_of_the_document_is_known` fails when the document starts to use another one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use regex_lite::Regex;
use serde::Deserialize;
use serde_json::Value;

/// References that are followed one after the other before the walk gives up.
const LONGEST_CHAIN: usize = 16;

/// The named schemas of the document.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Schemas(BTreeMap<String, Schema>);

impl Schemas {
    /// The schema itself, or the one that it stands for. A reference into nowhere allows everything.
    pub(super) fn resolve<'a>(&'a self, schema: &'a Schema) -> &'a Schema {
        let mut current = schema;
        for _ in 0..LONGEST_CHAIN {
            current = match (&current.reference, current.wrapped()) {
                (Some(reference), _) => {
                    let name = reference.trim_start_matches("#/components/schemas/");
                    self.0.get(name).unwrap_or(anything())
                }
                (None, Some(wrapped)) if !current.nullable => wrapped,
                (None, _) => return current,
            };
        }
        anything()
    }

    /// The members of an object, those of its `allOf` parts included; a later part wins.
    pub(super) fn members<'a>(&'a self, schema: &'a Schema) -> Members<'a> {
        let mut members = Members::default();
        self.collect(schema, &mut members, 0);
        members
    }

    fn collect<'a>(&'a self, schema: &'a Schema, members: &mut Members<'a>, depth: usize) {
        let schema = self.resolve(schema);
        for (name, member) in &schema.properties {
            members.by_name.insert(name, member);
        }
        members
            .promised
            .extend(schema.promised().map(String::as_str));
        if depth < LONGEST_CHAIN {
            for part in &schema.all_of {
                self.collect(part, members, depth + 1);
            }
        }
    }

    /// What kind of value the schema asks for; `None` if it takes any.
    pub(super) fn kind(&self, schema: &Schema) -> Option<Kind> {
        let schema = self.resolve(schema);
        schema.kind.or_else(|| {
            let composed = !schema.all_of.is_empty() || !schema.one_of.is_empty();
            (composed || !schema.properties.is_empty()).then_some(Kind::Object)
        })
    }
}

fn anything() -> &'static Schema {
    static ANYTHING: OnceLock<Schema> = OnceLock::new();
    ANYTHING.get_or_init(Schema::default)
}

/// What an object consists of.
#[derive(Debug, Default)]
pub(super) struct Members<'a> {
    pub(super) by_name: BTreeMap<&'a str, &'a Schema>,
    /// Names that must be there.
    pub(super) promised: BTreeSet<&'a str>,
}

/// One schema. An absent keyword restricts nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Schema {
    #[serde(rename = "$ref")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type")]
    pub(super) kind: Option<Kind>,
    pub(super) nullable: bool,
    pub(super) properties: BTreeMap<String, Schema>,
    pub(super) required: Vec<String>,
    /// Members of an answer that clients rely on although `required` does not list them.
    #[serde(rename = "x-always-present")]
    pub(super) always_present: Vec<String>,
    pub(super) items: Option<Box<Schema>>,
    #[serde(rename = "enum")]
    pub(super) choices: Option<Vec<Value>>,
    pub(super) format: Option<Format>,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) max_length: Option<usize>,
    pub(super) pattern: Option<Pattern>,
    pub(super) all_of: Vec<Schema>,
    pub(super) one_of: Vec<Schema>,
    pub(super) additional_properties: bool,
    pub(super) default: Option<Value>,
}

impl Schema {
    /// The schema that this one only lends a description or null to: OpenAPI 3.0 has no other way to say more of a reference.
    pub(super) fn wrapped(&self) -> Option<&Self> {
        match &self.all_of[..] {
            [only] if self.kind.is_none() && self.properties.is_empty() => Some(only),
            _ => None,
        }
    }

    /// Names in `required` and `x-always-present`; the second occurs in answers only.
    pub(super) fn promised(&self) -> impl Iterator<Item = &String> {
        self.required.iter().chain(&self.always_present)
    }

    /// Whether the object says nothing about its members, or allows more than it lists.
    pub(super) fn is_open(&self) -> bool {
        let lists_nothing =
            self.properties.is_empty() && self.all_of.is_empty() && self.one_of.is_empty();
        self.additional_properties || lists_nothing
    }
}

/// `type` of a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// `format` of a schema, as far as it is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Format {
    DateTime,
    Email,
    #[serde(other)]
    Other,
}

/// `pattern` of a schema, compiled when a value first needs it.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Pattern {
    pub(super) text: String,
    compiled: OnceLock<Option<Regex>>,
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self {
            text,
            compiled: OnceLock::new(),
        }
    }
}

impl Pattern {
    /// Whether the text fits; a pattern that does not compile fits everything.
    pub(super) fn fits(&self, text: &str) -> bool {
        let compiled = self.compiled.get_or_init(|| Regex::new(&self.text).ok());
        compiled.as_ref().is_none_or(|regex| regex.is_match(text))
    }
}
