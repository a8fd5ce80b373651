//! The surface of the generated code as text, for the snapshots: what a user of the raw crate can call and name.
//!
//! It is read from the syntax tree of the generated files, not from the description, so that it shows what the whole
//! pipeline made of the description. One item has one line: a change of one field changes one line.

mod operations;
mod types;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use quote::ToTokens;

/// Lists the surface of the generated files, which are given by their path below `src/generated`.
///
/// The result has one text for each module of types and operations: one a tag, and `shared` for the types that
/// several tags need.
///
/// # Errors
/// When a file is missing, is not Rust, or is not of the form that the generator writes.
pub fn listing(files: &BTreeMap<String, String>) -> Result<BTreeMap<String, String>> {
    let file = |name: &str| {
        let text = files
            .get(name)
            .with_context(|| format!("the generated file {name} is missing"))?;
        syn::parse_file(text).with_context(|| format!("the generated file {name} is not Rust"))
    };
    let catalogue = operations::catalogue(&file("catalogue.rs")?)?;
    let features = features(&file("operations/mod.rs")?);
    let mut listings = BTreeMap::new();
    for (module, feature) in &features {
        let mut text = format!("feature {feature}\n");
        let operations = file(&format!("operations/{module}.rs"))?;
        operations::list(&operations, &catalogue, &mut text)?;
        types::list(&file(&format!("types/{module}.rs"))?, &mut text)?;
        listings.insert(module.clone(), text);
    }
    let mut text = String::from("types that several features need\n");
    types::list(&file("types/shared.rs")?, &mut text)?;
    listings.insert("shared".to_owned(), text);
    Ok(listings)
}

/// Reads the generated files below `folder`, the raw crate's `src/generated`.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for part in ["", "operations", "types"] {
        let folder = folder.join(part);
        let entries = std::fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let separator = if part.is_empty() { "" } else { "/" };
                files.insert(format!("{part}{separator}{name}"), text);
            }
        }
    }
    Ok(files)
}

/// Module to feature, from `#[cfg(feature = "...")] mod x;`.
fn features(file: &syn::File) -> BTreeMap<String, String> {
    let modules = file.items.iter().filter_map(|item| match item {
        syn::Item::Mod(module) => Some(module),
        _ => None,
    });
    modules
        .map(|module| {
            (
                module.ident.to_string(),
                conditions(&module.attrs).join(", "),
            )
        })
        .collect()
}

/// The features in the `cfg` attributes of an item.
fn conditions(attributes: &[syn::Attribute]) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("cfg")) {
        for token in attribute.meta.to_token_stream() {
            literals(token, &mut names);
        }
    }
    names
}

fn literals(token: proc_macro2::TokenTree, into: &mut Vec<String>) {
    match token {
        proc_macro2::TokenTree::Group(group) => {
            for token in group.stream() {
                literals(token, into);
            }
        }
        proc_macro2::TokenTree::Literal(literal) => {
            into.push(literal.to_string().trim_matches('"').to_owned());
        }
        _ => {}
    }
}

/// A type as one would write it with everything imported: `Option<Vec<String>>`.
fn short(ty: &impl ToTokens) -> String {
    let mut text = String::new();
    let tokens = ty.to_token_stream().to_string();
    for word in tokens.split(' ') {
        if word == "::" {
            // What stands before it is a path that the reader can do without.
            let kept = text.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
            text.truncate(kept.len());
        } else if word == "," {
            text.push_str(", ");
        } else {
            let _ = write!(text, "{word}");
            if matches!(word, "dyn" | "mut") {
                text.push(' ');
            }
        }
    }
    text.replace(", >", ">")
}

#[cfg(test)]
mod tests;
