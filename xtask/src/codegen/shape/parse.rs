//! Takes progenitor's output apart: the types with their impls, and the functions of the operations.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use syn::visit::Visit;

/// What progenitor wrote.
pub(super) struct Parsed {
    pub types: BTreeMap<String, ParsedType>,
    pub operations: Vec<syn::ImplItemFn>,
}

/// A type with its impls.
pub(super) struct ParsedType {
    pub item: syn::Item,
    pub impls: Vec<syn::ItemImpl>,
    pub uses: BTreeSet<String>,
}

pub(super) fn parse(file: syn::File) -> Result<Parsed> {
    let mut types = None;
    let mut operations = Vec::new();
    for item in file.items {
        match item {
            syn::Item::Mod(module) if module.ident == "types" => {
                let (_, items) = module
                    .content
                    .context("progenitor's `types` module has no body")?;
                types = Some(parse_types(items)?);
            }
            syn::Item::Impl(block)
                if block.trait_.is_none() && named(&block.self_ty) == Some("Client".into()) =>
            {
                operations.extend(block.items.into_iter().filter_map(|item| match item {
                    syn::ImplItem::Fn(function) if function.sig.asyncness.is_some() => {
                        Some(function)
                    }
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    let Some(types) = types else {
        bail!("progenitor's output has no `types` module: is this a new progenitor?")
    };
    if operations.is_empty() {
        bail!("progenitor's output has no operations: is this a new progenitor?");
    }
    Ok(Parsed { types, operations })
}

fn parse_types(items: Vec<syn::Item>) -> Result<BTreeMap<String, ParsedType>> {
    let mut types = BTreeMap::new();
    let mut impls: Vec<syn::ItemImpl> = Vec::new();
    for item in items {
        let name = match &item {
            syn::Item::Struct(it) => it.ident.to_string(),
            syn::Item::Enum(it) => it.ident.to_string(),
            syn::Item::Impl(block) => {
                impls.push(block.clone());
                continue;
            }
            // `defaults` is not needed since lowering drops default values; `error` is replaced by the raw crate's own.
            syn::Item::Mod(module) if module.ident == "error" || module.ident == "defaults" => {
                continue;
            }
            other => bail!(
                "progenitor wrote a type that we do not know: {}",
                quote::quote!(#other)
            ),
        };
        types.insert(
            name,
            ParsedType {
                item,
                impls: Vec::new(),
                uses: BTreeSet::new(),
            },
        );
    }
    for block in impls {
        // `impl From<X> for String` belongs to X, not to String.
        let mut owner = named(&block.self_ty).filter(|name| types.contains_key(name));
        if owner.is_none() {
            let argument = block
                .trait_
                .as_ref()
                .map(|(_, path, _)| names_in_path(path))
                .unwrap_or_default();
            owner = argument.into_iter().find(|name| types.contains_key(name));
        }
        let Some(owner) = owner else {
            bail!(
                "progenitor wrote an impl for a foreign type: {}",
                quote::quote!(#block)
            )
        };
        if let Some(found) = types.get_mut(&owner) {
            found.impls.push(block);
        }
    }
    let known: BTreeSet<String> = types.keys().cloned().collect();
    for (name, parsed) in &mut types {
        parsed.uses = item_names(&parsed.item)
            .into_iter()
            .filter(|used| known.contains(used) && used != name)
            .collect();
    }
    Ok(types)
}

/// The last segment of a path type.
pub(super) fn named(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Path(path) => path.path.segments.last().map(|it| it.ident.to_string()),
        syn::Type::Reference(inner) => named(&inner.elem),
        _ => None,
    }
}

/// `T` of `Option<T>`, `Vec<T>` and the like.
pub(super) fn first_argument(ty: &syn::Type) -> Option<syn::Type> {
    let syn::Type::Path(path) = ty else {
        return None;
    };
    let syn::PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments
    else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    })
}

/// All identifiers that occur in a type.
pub(super) fn names_in(ty: &syn::Type) -> BTreeSet<String> {
    let mut names = Names::default();
    names.visit_type(ty);
    names.0
}

fn names_in_path(path: &syn::Path) -> BTreeSet<String> {
    let mut names = Names::default();
    names.visit_path(path);
    names.0
}

/// All identifiers that occur in the fields and payloads of an item.
pub(super) fn item_names(item: &syn::Item) -> BTreeSet<String> {
    let mut names = Names::default();
    match item {
        syn::Item::Struct(it) => names.visit_fields(&it.fields),
        syn::Item::Enum(it) => it
            .variants
            .iter()
            .for_each(|variant| names.visit_fields(&variant.fields)),
        _ => {}
    }
    names.0
}

#[derive(Default)]
struct Names(BTreeSet<String>);

impl<'ast> Visit<'ast> for Names {
    fn visit_path_segment(&mut self, segment: &'ast syn::PathSegment) {
        self.0.insert(segment.ident.to_string());
        syn::visit::visit_path_segment(self, segment);
    }
}
