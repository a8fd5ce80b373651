//! One Cargo feature a tag, groups of tags, and which of them needs which type.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use heck::ToKebabCase;
use serde_json::Value;

use super::{Operation, Type};
use crate::codegen::document::text;

/// A tag of the document as a Cargo feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// The tag as the document writes it.
    pub tag: String,
    /// The feature: the tag in kebab case.
    pub name: String,
    /// The module: the tag in snake case.
    pub module: String,
    /// The group of tags that it belongs to, as a feature.
    pub group: String,
    /// The tag's paragraph in the document, or nothing.
    pub about: String,
    /// How many operations it has.
    pub operations: usize,
}

/// All features, in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features(Vec<Feature>);

impl Features {
    pub(super) fn new(document: &Value, operations: &[Operation]) -> Result<Self> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for operation in operations {
            *counts.entry(&operation.tag).or_default() += 1;
        }
        let list =
            |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        let tags = list(document.get("tags"));
        let groups = list(document.get("x-tagGroups"));
        let mut features = Vec::new();
        for (tag, count) in counts {
            let group = groups
                .iter()
                .find(|group| list(group.get("tags")).iter().any(|it| it == tag));
            let Some(group) = group else {
                bail!(
                    "the tag `{tag}` is in no group of #/x-tagGroups; add it to one with a correction"
                );
            };
            features.push(Feature {
                tag: tag.to_owned(),
                name: kebab(tag),
                module: kebab(tag).replace('-', "_"),
                group: text(group.get("name")).to_kebab_case(),
                about: tags
                    .iter()
                    .find(|it| text(it.get("name")) == tag)
                    .map(|it| text(it.get("description")).to_owned())
                    .unwrap_or_default(),
                operations: count,
            });
        }
        features.sort_by(|a, b| a.name.cmp(&b.name));
        let groups: BTreeSet<&str> = features.iter().map(|it| it.group.as_str()).collect();
        let mut names = BTreeSet::new();
        for feature in &features {
            if !names.insert(&feature.name)
                || groups.contains(feature.name.as_str())
                || ["full", "default", "rustls"].contains(&feature.name.as_str())
            {
                bail!(
                    "the tag `{}` would become the feature `{}`, which exists already",
                    feature.tag,
                    feature.name
                );
            }
        }
        Ok(Self(features))
    }

    /// The features, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Feature> {
        self.0.iter()
    }

    pub(super) fn of_tag(&self, tag: &str) -> Option<&Feature> {
        self.0.iter().find(|it| it.tag == tag)
    }

    /// The group features with their members, by name.
    pub fn groups(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for feature in &self.0 {
            groups
                .entry(&feature.group)
                .or_default()
                .push(&feature.name);
        }
        groups
    }

    /// The lines for `[features]` of the raw crate's manifest.
    pub fn manifest(&self) -> String {
        use std::fmt::Write as _;
        let mut text = String::new();
        let quoted = |names: &[&str]| {
            names
                .iter()
                .map(|it| format!("    \"{it}\",\n"))
                .collect::<String>()
        };
        let groups = self.groups();
        let _ = writeln!(
            text,
            "# Every operation.\nfull = [\n{}]",
            quoted(&groups.keys().copied().collect::<Vec<_>>())
        );
        for (group, members) in &groups {
            let _ = writeln!(
                text,
                "# A group of tags.\n{group} = [\n{}]",
                quoted(members)
            );
        }
        for feature in &self.0 {
            let plural = if feature.operations == 1 { "" } else { "s" };
            let _ = writeln!(
                text,
                "# Tag \"{}\": {} operation{plural} and their types.\n{} = []",
                feature.tag, feature.operations, feature.name
            );
        }
        text
    }
}

/// `heck` splits `OAuth` in two.
fn kebab(tag: &str) -> String {
    tag.replace("OAuth", "Oauth").to_kebab_case()
}

/// For each type the tags that need it, by way of an operation or of another type.
pub(super) fn place(
    types: &BTreeMap<String, Type>,
    operations: &[Operation],
) -> BTreeMap<String, BTreeSet<String>> {
    let mut placed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for operation in operations {
        let mut todo: Vec<&String> = operation.uses.iter().collect();
        while let Some(name) = todo.pop() {
            let Some((name, found)) = types.get_key_value(name) else {
                continue;
            };
            if placed
                .entry(name.clone())
                .or_default()
                .insert(operation.tag.clone())
            {
                todo.extend(found.uses.iter());
            }
        }
    }
    placed
}
