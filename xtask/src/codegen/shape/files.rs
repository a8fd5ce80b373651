//! Sorts types and operations into files and formats them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context, Result};
use heck::ToShoutySnakeCase;
use quote::{ToTokens, format_ident, quote};
use serde_json::Value;
use syn::parse_quote;

use super::features::{Feature, Features};
use super::{Operation, Type, docs};
use crate::codegen::document::text;

/// Path below `src/generated` to text.
pub(super) fn render(
    document: &Value,
    types: &BTreeMap<String, Type>,
    operations: &[Operation],
    features: &Features,
    placed: &BTreeMap<String, BTreeSet<String>>,
) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    files.insert("mod.rs".to_owned(), root(document));
    files.insert("catalogue.rs".to_owned(), catalogue(operations, features));
    files.insert("operations/mod.rs".to_owned(), operation_modules(features));
    files.insert("types/mod.rs".to_owned(), type_modules(features));
    for feature in features.iter() {
        let of_tag: Vec<&Operation> = operations
            .iter()
            .filter(|it| it.tag == feature.tag)
            .collect();
        files.insert(
            format!("operations/{}.rs", feature.module),
            operations_of(feature, &of_tag),
        );
    }
    let mut by_file: BTreeMap<String, Vec<(&Type, Option<syn::Attribute>)>> = features
        .iter()
        .map(|feature| (feature.module.clone(), Vec::new()))
        .collect();
    by_file.insert("shared".to_owned(), Vec::new());
    for (name, ty) in types {
        let tags = placed
            .get(name)
            .with_context(|| format!("no operation reaches the type `{name}`"))?;
        let needed: Vec<&Feature> = tags.iter().filter_map(|tag| features.of_tag(tag)).collect();
        let (file, condition) = match needed.as_slice() {
            [one] => (one.module.clone(), None),
            several => {
                let names = several.iter().map(|it| &it.name);
                (
                    "shared".to_owned(),
                    Some(parse_quote!(#[cfg(any(#(feature = #names),*))])),
                )
            }
        };
        by_file.entry(file).or_default().push((ty, condition));
    }
    for (module, types) in by_file {
        files.insert(
            format!("types/{module}.rs"),
            types_of(&module, features, &types),
        );
    }
    Ok(files)
}

fn root(document: &Value) -> String {
    let title = text(document.pointer("/info/title"));
    let version = text(document.pointer("/info/version"));
    let about = docs_inner(&format!(
        "The operations and types of {title}, version {version} of the description."
    ));
    let file: syn::File = parse_quote! {
        #(#about)*
        #![allow(
            clippy::all,
            clippy::expect_used,
            clippy::pedantic,
            missing_docs,
            unreachable_pub,
            unused_imports,
            reason = "generated: what has no description upstream has none here, and imports serve some features only"
        )]

        pub mod catalogue;
        mod operations;
        pub mod types;
    };
    prettyplease::unparse(&file)
}

fn docs_inner(text: &str) -> Vec<syn::Attribute> {
    docs::doc(text)
        .into_iter()
        .map(|mut attribute| {
            attribute.style = syn::AttrStyle::Inner(Default::default());
            attribute
        })
        .collect()
}

/// Every operation as data, whatever features are on. It is plain enough to be written as text.
fn catalogue(operations: &[Operation], features: &Features) -> String {
    let mut sorted: Vec<&Operation> = operations.iter().collect();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    let mut text = String::from(
        "//! Every operation as data: its name, method, path template and tag, whatever features are on.\n//!\n\
         //! | Feature | Tag | Group | Operations |\n//! |---|---|---|---|\n",
    );
    for feature in features.iter() {
        let (name, tag, group) = (&feature.name, &feature.tag, &feature.group);
        let count = feature.operations;
        let _ = writeln!(text, "//! | `{name}` | {tag} | `{group}` | {count} |");
    }
    text.push_str("use crate::Operation;\nuse reqwest::Method;\n");
    text.push_str("/// All operations, by name.\npub static ALL: &[&Operation] = &[\n");
    for operation in &sorted {
        let _ = writeln!(text, "    &{},", operation.id.to_shouty_snake_case());
    }
    text.push_str("];\n");
    for operation in sorted {
        let name = operation.id.to_shouty_snake_case();
        let Operation {
            id,
            method,
            path,
            tag,
            ..
        } = operation;
        let _ = write!(
            text,
            "/// `{method} {path}`\npub static {name}: Operation = Operation::new(\n    \
             {id:?},\n    Method::{method},\n    {path:?},\n    {tag:?},\n);\n"
        );
    }
    text
}

fn operation_modules(features: &Features) -> String {
    let modules = features.iter().map(|feature| {
        let (name, module) = (&feature.name, format_ident!("{}", feature.module));
        quote!(#[cfg(feature = #name)] mod #module;)
    });
    let file: syn::File = parse_quote! {
        //! The operations, one module a tag.

        #(#modules)*
    };
    prettyplease::unparse(&file)
}

fn type_modules(features: &Features) -> String {
    let modules = features.iter().map(|feature| {
        let (name, module) = (&feature.name, format_ident!("{}", feature.module));
        quote!(#[cfg(feature = #name)] mod #module; #[cfg(feature = #name)] pub use #module::*;)
    });
    let file: syn::File = parse_quote! {
        //! The types of requests and answers.
        //!
        //! A type exists when a feature is on that needs it. A type that only travels to the service implements
        //! `Serialize`, one that only comes from it `Deserialize`.

        mod shared;
        pub use shared::*;
        #(#modules)*
    };
    prettyplease::unparse(&file)
}

fn operations_of(feature: &Feature, operations: &[&Operation]) -> String {
    let heading = format!("{}: operations.", feature.tag);
    let about = docs::doc(if feature.about.is_empty() {
        &heading
    } else {
        &feature.about
    });
    let inner = docs_inner(&heading);
    let functions = operations.iter().map(|it| &it.function);
    let file: syn::File = parse_quote! {
        #(#inner)*

        use crate::generated::{catalogue, types};
        use crate::{Client, Error, Response};

        #(#about)*
        impl Client {
            #(#functions)*
        }
    };
    separate(&prettyplease::unparse(&file))
}

fn types_of(
    module: &str,
    features: &Features,
    types: &[(&Type, Option<syn::Attribute>)],
) -> String {
    let heading = match features.iter().find(|feature| feature.module == module) {
        Some(feature) => format!("{}: types.", feature.tag),
        None => "Types that several tags need.".to_owned(),
    };
    let inner = docs_inner(&heading);
    let file: syn::File = parse_quote! {
        #(#inner)*

        use super::*;
    };
    let mut text = prettyplease::unparse(&file);
    for (ty, condition) in types {
        if let Some(open_enum) = &ty.open_enum {
            text.push('\n');
            if let Some(condition) = condition {
                let _ = writeln!(text, "{}", condition_text(condition));
            }
            text.push_str(open_enum);
        }
        for item in &ty.items {
            let mut item = item.clone();
            if let Some(condition) = condition {
                match &mut item {
                    syn::Item::Struct(it) => it.attrs.insert(0, condition.clone()),
                    syn::Item::Enum(it) => it.attrs.insert(0, condition.clone()),
                    syn::Item::Impl(it) => it.attrs.insert(0, condition.clone()),
                    _ => {}
                }
            }
            let file = syn::File {
                shebang: None,
                attrs: Vec::new(),
                items: vec![item],
            };
            text.push('\n');
            text.push_str(&prettyplease::unparse(&file));
        }
    }
    text
}

fn condition_text(condition: &syn::Attribute) -> String {
    let item: syn::ItemStruct = parse_quote!(#condition struct X;);
    let file = syn::File {
        shebang: None,
        attrs: Vec::new(),
        items: vec![syn::Item::Struct(item)],
    };
    prettyplease::unparse(&file)
        .replace("struct X;\n", "")
        .trim_end()
        .to_owned()
}

/// A blank line before each function, as a person would write it.
fn separate(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_function = false;
    for line in text.lines() {
        if after_function && line != "}" {
            out.push('\n');
        }
        after_function = line == "    }";
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// For the tests: every operation with what its answer is read as, in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestTable(Vec<String>);

impl TestTable {
    pub(super) fn new(operations: &[Operation]) -> Result<Self> {
        let mut sorted: Vec<&Operation> = operations.iter().collect();
        sorted.sort_by(|a, b| a.id.cmp(&b.id));
        let lines = sorted.into_iter().map(|operation| {
            let constant = operation.id.to_shouty_snake_case();
            match &operation.answer {
                None => format!("    unit(&catalogue::{constant}),\n"),
                Some(ty) => {
                    let ty = ty.to_token_stream().to_string().replace(' ', "");
                    format!("    typed::<{ty}>(&catalogue::{constant}),\n")
                }
            }
        });
        Ok(Self(lines.collect()))
    }

    /// The text of the table.
    pub fn render(&self) -> String {
        format!(
            "//! Every operation with the type that its answer is read as.\n\n\
             use frontegg_identity_raw::{{catalogue, types}};\n\n\
             use super::{{Answer, typed, unit}};\n\n\
             pub(super) fn all() -> Vec<Answer> {{\n    vec![\n{}    ]\n}}\n",
            self.0
                .iter()
                .map(|line| format!("    {line}"))
                .collect::<String>()
        )
    }
}
