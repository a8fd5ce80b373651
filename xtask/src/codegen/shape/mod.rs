//! Shapes progenitor's output over the syntax tree: what no setting of progenitor offers.
//!
//! - Operations keep their signatures; their bodies become calls of the raw crate's one request path.
//! - Enums become open, secrets become a secret type, answers become tolerant, PATCH bodies tell absent from null.
//! - Types carry only the direction in which they travel: `Serialize` when sent, `Deserialize` when received.
//! - Everything is sorted into one file and one Cargo feature a tag.

mod docs;
mod features;
mod fields;
mod files;
mod operations;
mod parse;
pub mod secrets;
mod types;
mod wire;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use serde_json::Value;

pub use features::{Feature, Features};
pub use files::TestTable;

/// A type as it will be written.
struct Type {
    /// The text of the `open_enum!` call, for an enum of plain values.
    open_enum: Option<String>,
    /// The declaration and its impls, for everything else.
    items: Vec<syn::Item>,
    /// The names of the types that it refers to.
    uses: BTreeSet<String>,
}

/// An operation as it will be written.
struct Operation {
    id: String,
    method: String,
    path: String,
    tag: String,
    function: syn::ImplItemFn,
    /// The type of the body, if that is a named one.
    body: Option<String>,
    /// What the answer is read as; `None` when it is not read.
    answer: Option<syn::Type>,
    /// The names of the types in its signature.
    uses: BTreeSet<String>,
}

/// How a type travels. Some travel both ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Direction {
    sent: bool,
    received: bool,
}

/// The generated files, by path below the raw crate's `src/generated`, and what the rest of the workspace needs.
#[derive(Debug)]
pub struct Shaped {
    /// Path below `src/generated` to text.
    pub files: BTreeMap<String, String>,
    /// The Cargo features, one a tag.
    pub features: Features,
    /// For the tests: how to read the answer of each operation.
    pub tests: TestTable,
    /// How many enums were opened, fields made secret, and so on, in the order of the passes.
    pub counts: Vec<(&'static str, usize)>,
}

/// Shapes `file`, which progenitor made from `document`.
///
/// # Errors
/// When the output is not of the form we know (a new progenitor, say), or the table of secrets does not fit.
pub fn shape(file: syn::File, document: &Value, secrets: &secrets::Secrets) -> Result<Shaped> {
    let parsed = parse::parse(file)?;
    let mut operations = operations::shape(parsed.operations, document)?;
    let directions = directions(&operations, &parsed.types);
    let facts = fields::Facts::new(document, &operations, &parsed.types);
    let mut used = secrets::Used::default();
    let mut counts = types::Counts::default();
    let mut types = BTreeMap::new();
    for (name, parsed) in parsed.types {
        let Some(direction) = directions.get(&name) else {
            counts.unreached += 1;
            continue;
        };
        let shaped = types::shape(
            &name,
            parsed,
            *direction,
            &facts,
            secrets,
            &mut used,
            &mut counts,
        )?;
        types.insert(name, shaped);
    }
    counts.secret_arguments = operations::hide_secrets(&mut operations, secrets, &mut used)?;
    secrets.check(&used)?;
    drop_orphans(&mut types, &operations);
    let features = Features::new(document, &operations)?;
    let placed = features::place(&types, &operations);
    let files = files::render(document, &types, &operations, &features, &placed)?;
    let tests = TestTable::new(&operations)?;
    Ok(Shaped {
        files,
        features,
        tests,
        counts: counts.list(),
    })
}

/// Which types are sent and which are received, each with all that it refers to.
fn directions(
    operations: &[Operation],
    types: &BTreeMap<String, parse::ParsedType>,
) -> BTreeMap<String, Direction> {
    let mut directions: BTreeMap<String, Direction> = BTreeMap::new();
    let mut todo: Vec<(String, Direction)> = Vec::new();
    for operation in operations {
        let received = operation
            .answer
            .as_ref()
            .map(parse::names_in)
            .unwrap_or_default();
        for name in &operation.uses {
            let direction = Direction {
                sent: !received.contains(name),
                received: received.contains(name),
            };
            todo.push((name.clone(), direction));
        }
        todo.extend(operation.body.clone().map(|body| {
            (
                body,
                Direction {
                    sent: true,
                    received: false,
                },
            )
        }));
    }
    while let Some((name, way)) = todo.pop() {
        let Some(parsed) = types.get(&name) else {
            continue;
        };
        let known = directions.entry(name).or_default();
        let merged = Direction {
            sent: known.sent || way.sent,
            received: known.received || way.received,
        };
        if *known != merged {
            *known = merged;
            todo.extend(parsed.uses.iter().map(|inner| (inner.clone(), way)));
        }
    }
    directions
}

/// Drops types that nothing refers to any more, such as the length-limited text that a secret replaced.
fn drop_orphans(types: &mut BTreeMap<String, Type>, operations: &[Operation]) {
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut todo: Vec<String> = operations
        .iter()
        .flat_map(|operation| operation.uses.iter().cloned())
        .collect();
    while let Some(name) = todo.pop() {
        if let Some(found) = types.get(&name)
            && reached.insert(name)
        {
            todo.extend(found.uses.iter().cloned());
        }
    }
    types.retain(|name, _| reached.contains(name));
}

#[cfg(test)]
mod tests;
