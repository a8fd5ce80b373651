//! Applies the overlays (OpenAPI Overlay 1.0) and the table of operation names.
//!
//! Stricter than the Overlay specification: an action that matches nothing, or that no longer changes anything, is an
//! error, because it means that the published document has moved and somebody should look again. Each action says why
//! it is there (`x-reason`) and how we know (`x-evidence`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use super::document;
use super::load::Source;

/// An overlay document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    overlay: String,
    #[allow(dead_code, reason = "required by the specification, read by people")]
    info: Value,
    #[allow(dead_code, reason = "read by people and other tools")]
    extends: Option<String>,
    actions: Vec<Action>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    target: String,
    #[allow(dead_code, reason = "read by people")]
    description: Option<String>,
    update: Option<Value>,
    #[serde(default)]
    remove: bool,
    #[serde(rename = "x-reason")]
    reason: String,
    #[serde(rename = "x-evidence")]
    evidence: Evidence,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Evidence {
    source: String,
    #[allow(
        dead_code,
        reason = "read by people; parsed so that only known marks stand there"
    )]
    confidence: Confidence,
}

/// How sure we are of a fact. The legend is in `openapi/README.md`.
#[derive(Debug, Deserialize)]
enum Confidence {
    V,
    S,
    D,
    M,
    I,
}

/// What one overlay did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The file.
    pub overlay: String,
    /// For each action in order: its target, what it did, and to how many places.
    pub actions: Vec<AppliedAction>,
}

/// What one action did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedAction {
    /// The JSONPath as written.
    pub target: String,
    /// Whether it removed what it matched; otherwise it updated.
    pub removed: bool,
    /// How many places it matched.
    pub places: usize,
}

impl Overlay {
    /// Reads an overlay.
    ///
    /// # Errors
    /// When it is not an Overlay 1.0 document, or an action lacks its reason or evidence.
    pub fn parse(source: &Source) -> Result<Self> {
        let path = source.path.display();
        let overlay: Self = serde_json::from_value(source.parse()?).with_context(|| {
            format!("{path} is not an overlay as we write them (see openapi/README.md)")
        })?;
        if !overlay.overlay.starts_with("1.0") {
            bail!(
                "{path}: overlay version {}: only 1.0 is supported",
                overlay.overlay
            );
        }
        for (index, action) in overlay.actions.iter().enumerate() {
            let name = format!("{path}: action {index} ({})", action.target);
            if action.remove == action.update.is_some() {
                bail!("{name}: needs exactly one of `update` and `remove: true`");
            }
            if action.reason.trim().is_empty() || action.evidence.source.trim().is_empty() {
                bail!("{name}: `x-reason` and `x-evidence.source` must say something");
            }
        }
        Ok(overlay)
    }

    /// Applies every action to `document`, in order.
    ///
    /// # Errors
    /// When actions match nothing or change nothing: all of them are listed, each with its target.
    pub fn apply(&self, document: &mut Value, source: &Source) -> Result<Applied> {
        let path = source.path.display();
        let mut stale = Vec::new();
        let mut actions = Vec::new();
        for (index, action) in self.actions.iter().enumerate() {
            let name = format!("action {index} (target {})", action.target);
            let target = JsonPath::parse(&action.target).with_context(|| {
                format!("{path}: {name}: the target is not a JSONPath of RFC 9535")
            })?;
            let places: Vec<String> = target
                .query_located(document)
                .locations()
                .map(|place| place.to_json_pointer())
                .collect();
            if places.is_empty() {
                stale.push(format!("{name} matches nothing"));
                continue;
            }
            let mut changed = false;
            // Last first, so that removing an item does not move those still to be removed.
            for place in places.iter().rev() {
                changed |= match &action.update {
                    Some(update) => update_at(document, place, update)
                        .with_context(|| format!("{path}: {name}: at {place}"))?,
                    None => remove_at(document, place)
                        .with_context(|| format!("{path}: {name}: at {place}"))?,
                };
            }
            if !changed {
                stale.push(format!("{name} changes nothing any more"));
            }
            actions.push(AppliedAction {
                target: action.target.clone(),
                removed: action.remove,
                places: places.len(),
            });
        }
        if !stale.is_empty() {
            bail!(
                "{path}: the description has moved under {} action{}:\n  {}\n\
                 Look at the description: if the flaw is mended upstream, delete the action; if it moved, mend the target.",
                stale.len(),
                if stale.len() == 1 { "" } else { "s" },
                stale.join("\n  ")
            );
        }
        Ok(Applied {
            overlay: file_name(source),
            actions,
        })
    }
}

fn file_name(source: &Source) -> String {
    source
        .path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Merges `update` into the object at `place`, or appends it to the array there. Says whether that changed anything.
fn update_at(document: &mut Value, place: &str, update: &Value) -> Result<bool> {
    match (document.pointer_mut(place), update) {
        (Some(Value::Object(target)), Value::Object(update)) => Ok(merge(target, update)),
        (Some(Value::Object(_)), _) => bail!("an object can only be updated with an object"),
        (Some(Value::Array(target)), update) => {
            target.push(update.clone());
            Ok(true)
        }
        _ => {
            bail!("only objects and arrays can be updated (Overlay 1.0); update the parent instead")
        }
    }
}

fn merge(target: &mut Map<String, Value>, update: &Map<String, Value>) -> bool {
    let mut changed = false;
    for (key, value) in update {
        match (target.get_mut(key), value) {
            (Some(Value::Object(inner)), Value::Object(value)) => changed |= merge(inner, value),
            (Some(Value::Array(inner)), Value::Array(value)) => {
                changed |= !value.is_empty();
                inner.extend(value.iter().cloned());
            }
            (Some(inner), value) => {
                changed |= inner != value;
                *inner = value.clone();
            }
            (None, value) => {
                changed = true;
                target.insert(key.clone(), value.clone());
            }
        }
    }
    changed
}

fn remove_at(document: &mut Value, place: &str) -> Result<bool> {
    let Some((parent, last)) = place.rsplit_once('/') else {
        bail!("the whole document cannot be removed")
    };
    let last = last.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent) {
        Some(Value::Object(parent)) => Ok(parent.shift_remove(&last).is_some()),
        Some(Value::Array(parent)) => {
            let index: usize = last.parse().context("an array index")?;
            Ok(index < parent.len() && {
                parent.remove(index);
                true
            })
        }
        _ => Ok(false),
    }
}

/// The table that gives each published operation id its name in Rust.
#[derive(Debug)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// Reads the table.
    ///
    /// # Errors
    /// When it is not a map of text to text, or a name is not snake case.
    pub fn parse(source: &Source) -> Result<Self> {
        let path = source.path.display();
        let table: BTreeMap<String, String> = serde_json::from_value(source.parse()?)
            .with_context(|| format!("{path} should map operation ids to names"))?;
        for (id, name) in &table {
            if !is_snake_case(name) {
                bail!("{path}: {id}: `{name}` is not snake case");
            }
        }
        Ok(Self(table))
    }

    /// Renames the operations of `document`.
    ///
    /// An operation whose id is snake case already (as in our additions) keeps it.
    ///
    /// # Errors
    /// Lists every operation without a name, every line of the table without an operation, and every name used twice.
    pub fn apply(&self, document: &mut Value, source: &Source) -> Result<usize> {
        let path = source.path.display();
        let mut unused: BTreeSet<&str> = self.0.keys().map(String::as_str).collect();
        let mut holders: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut problems = Vec::new();
        let mut renamed = 0;
        document::operations_mut(document, |route, method, operation| {
            let place = format!("{} {route}", method.to_uppercase());
            let Some(id) = operation
                .get("operationId")
                .and_then(Value::as_str)
                .map(str::to_owned)
            else {
                problems.push(format!(
                    "{place} has no operationId; give it one with an overlay"
                ));
                return;
            };
            let name = match self.0.get(&id) {
                Some(name) => {
                    unused.remove(id.as_str());
                    renamed += 1;
                    name.clone()
                }
                None if is_snake_case(&id) => id,
                None => {
                    problems.push(format!("{place} has no name; add a line `{id}: <name>`"));
                    return;
                }
            };
            holders.entry(name.clone()).or_default().push(place);
            operation.insert("operationId".to_owned(), Value::String(name));
        });
        problems.extend(unused.iter().map(|id| {
            format!("`{id}` is no operation of the description any more; delete its line")
        }));
        problems.extend(holders.iter().filter(|(_, places)| places.len() > 1).map(
            |(name, places)| {
                format!(
                    "`{name}` is the name of several operations: {}",
                    places.join(", ")
                )
            },
        ));
        if !problems.is_empty() {
            bail!(
                "{path}: {} problem(s):\n  {}",
                problems.len(),
                problems.join("\n  ")
            );
        }
        Ok(renamed)
    }
}

fn is_snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !name.ends_with('_')
        && !name.contains("__")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn overlay(actions: &str) -> (Overlay, Source) {
        let text =
            format!("overlay: 1.0.0\ninfo: {{title: t, version: 1.0.0}}\nactions:\n{actions}");
        let source = Source::from_text("t.overlay.yaml", text);
        (Overlay::parse(&source).unwrap(), source)
    }

    const WHY: &str = "\n  x-reason: because\n  x-evidence: { source: OAS, confidence: V }\n";

    fn apply(actions: &str, document: &mut Value) -> Result<Applied> {
        let (overlay, source) = overlay(actions);
        overlay.apply(document, &source)
    }

    #[test]
    fn update_merges_objects_and_concatenates_arrays() {
        let mut document = json!({"a": {"b": {"keep": 1}, "list": [1]}});
        let done = apply(
            &format!("- target: $.a\n  update: {{b: {{new: 2}}, list: [2]}}{WHY}"),
            &mut document,
        );
        assert_eq!(
            document,
            json!({"a": {"b": {"keep": 1, "new": 2}, "list": [1, 2]}})
        );
        assert_eq!(done.unwrap().actions[0].places, 1);
    }

    #[test]
    fn update_of_an_array_appends_one_entry() {
        let mut document = json!({"tags": [{"name": "a"}]});
        apply(
            &format!("- target: $.tags\n  update: {{name: b}}{WHY}"),
            &mut document,
        )
        .unwrap();
        assert_eq!(document, json!({"tags": [{"name": "a"}, {"name": "b"}]}));
    }

    #[test]
    fn remove_takes_all_matches_even_neighbours_in_one_array() {
        let mut document = json!({"a": [{"n": 1}, {"n": 1}, {"n": 2}, {"n": 1}]});
        let done = apply(
            &format!("- target: $.a[?@.n==1]\n  remove: true{WHY}"),
            &mut document,
        );
        assert_eq!(document, json!({"a": [{"n": 2}]}));
        assert_eq!(done.unwrap().actions[0].places, 3);
    }

    #[test]
    fn a_target_with_a_slash_in_a_name_is_found() {
        let mut document = json!({"paths": {"/a/{id}": {"get": {"x": 1}}}});
        apply(
            &format!("- target: $.paths['/a/{{id}}'].get.x\n  remove: true{WHY}"),
            &mut document,
        )
        .unwrap();
        assert_eq!(document, json!({"paths": {"/a/{id}": {"get": {}}}}));
    }

    #[test]
    fn actions_that_match_or_change_nothing_are_all_named() {
        let mut document = json!({"a": {"b": 1}});
        let actions = format!(
            "- target: $.nope\n  remove: true{WHY}- target: $.a\n  update: {{b: 1}}{WHY}- target: $.a\n  update: {{c: 1}}{WHY}"
        );
        let message = format!("{:#}", apply(&actions, &mut document).unwrap_err());
        assert!(
            message.contains("action 0 (target $.nope) matches nothing"),
            "{message}"
        );
        assert!(
            message.contains("action 1 (target $.a) changes nothing any more"),
            "{message}"
        );
        assert!(!message.contains("action 2"), "{message}");
        assert!(message.contains("delete the action"), "{message}");
    }

    #[test]
    fn an_action_without_reason_or_evidence_is_refused() {
        let text = "overlay: 1.0.0\ninfo: {}\nactions:\n- target: $.a\n  remove: true\n";
        let message = format!(
            "{:#}",
            Overlay::parse(&Source::from_text("o.yaml", text)).unwrap_err()
        );
        assert!(message.contains("x-reason"), "{message}");
    }

    fn names(table: &str, document: &mut Value) -> Result<usize> {
        let source = Source::from_text("operations.yaml", table);
        Names::parse(&source)?.apply(document, &source)
    }

    #[test]
    fn operations_get_their_names_and_additions_keep_theirs() {
        let mut document = json!({"paths": {"/a": {
            "get": {"operationId": "XController_get"}, "post": {"operationId": "create_x"}}}});
        assert_eq!(names("XController_get: get_x", &mut document).unwrap(), 1);
        assert_eq!(document["paths"]["/a"]["get"]["operationId"], "get_x");
        assert_eq!(document["paths"]["/a"]["post"]["operationId"], "create_x");
    }

    #[test]
    fn a_gap_a_stale_line_and_a_clash_are_all_reported() {
        let mut document = json!({"paths": {"/a": {
            "get": {"operationId": "A_get"}, "post": {"operationId": "A_post"}, "put": {"operationId": "A_put"}}}});
        let error = names("A_get: same\nA_put: same\nGone_x: gone", &mut document).unwrap_err();
        let message = format!("{error:#}");
        assert!(
            message.contains("POST /a has no name; add a line `A_post: <name>`"),
            "{message}"
        );
        assert!(message.contains("`Gone_x` is no operation"), "{message}");
        assert!(
            message.contains("`same` is the name of several operations: GET /a, PUT /a"),
            "{message}"
        );
    }
}
