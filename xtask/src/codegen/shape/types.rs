//! Types: open enums, derives by direction, and the impls that are worth keeping.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Result, bail};
use quote::quote;
use syn::parse_quote;
use syn::visit_mut::{self, VisitMut};

use super::fields::{self, Facts, Place};
use super::parse::{self, ParsedType};
use super::secrets::{Secrets, Used};
use super::{Direction, Type, docs};

/// How often each pass had something to do.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub open_enums: usize,
    pub secret_fields: usize,
    pub secret_arguments: usize,
    pub patch_fields: usize,
    pub tolerant_fields: usize,
    pub sent_only: usize,
    pub received_only: usize,
    pub unreached: usize,
}

impl Counts {
    pub(super) fn list(&self) -> Vec<(&'static str, usize)> {
        vec![
            ("enum: opened", self.open_enums),
            ("field: secret", self.secret_fields),
            ("argument: secret", self.secret_arguments),
            (
                "field of a request: tells absent from null",
                self.patch_fields,
            ),
            ("field of an answer: read liberally", self.tolerant_fields),
            ("type only sent: no Deserialize", self.sent_only),
            ("type only received: no Serialize", self.received_only),
            ("type that no operation reaches: dropped", self.unreached),
        ]
    }
}

pub(super) fn shape(
    name: &str,
    parsed: ParsedType,
    direction: Direction,
    facts: &Facts,
    secrets: &Secrets,
    used: &mut Used,
    counts: &mut Counts,
) -> Result<Type> {
    match (direction.sent, direction.received) {
        (true, false) => counts.sent_only += 1,
        (false, true) => counts.received_only += 1,
        _ => {}
    }
    let mut written = None;
    let items = match parsed.item {
        syn::Item::Enum(it) if it.variants.iter().all(|variant| variant.fields.is_empty()) => {
            counts.open_enums += 1;
            written = Some(open_enum(&it)?);
            Vec::new()
        }
        syn::Item::Enum(it) => choice(it, parsed.impls, direction),
        syn::Item::Struct(mut it) if matches!(it.fields, syn::Fields::Named(_)) => {
            let place = Place {
                owner: name,
                direction,
            };
            for field in &mut it.fields {
                fields::shape(field, &place, facts, secrets, used, counts);
            }
            let optional = it.fields.iter().all(|field| {
                matches!(
                    fields::kind(&field.ty).as_str(),
                    "Option" | "Patch" | "Vec" | "Map" | "BTreeMap"
                )
            });
            it.attrs = docs::described(&it.attrs, name);
            it.attrs.push(derives(direction, optional));
            vec![syn::Item::Struct(it)]
        }
        syn::Item::Struct(it) => wrapper(it, parsed.impls, direction),
        other => bail!("a type of a form that we do not know: {}", quote!(#other)),
    };
    let mut uses = BTreeSet::new();
    for item in &items {
        uses.extend(
            parse::item_names(item)
                .into_iter()
                .filter(|used| used != name),
        );
    }
    Ok(Type {
        open_enum: written,
        items,
        uses,
    })
}

fn derives(direction: Direction, default: bool) -> syn::Attribute {
    let mut names = Vec::new();
    if direction.received {
        names.push(quote!(::serde::Deserialize));
    }
    if direction.sent {
        names.push(quote!(::serde::Serialize));
    }
    names.push(quote!(Clone));
    names.push(quote!(Debug));
    if default {
        names.push(quote!(Default));
    }
    parse_quote!(#[derive(#(#names),*)])
}

/// A call of the raw crate's macro, which writes the enum and all that it needs, `Unknown(String)` included.
///
/// It is text, because prettyplease prints what is inside a macro call on one line.
fn open_enum(it: &syn::ItemEnum) -> Result<String> {
    let name = it.ident.to_string();
    let mut text = String::from("crate::open_enum! {\n");
    for line in docs::described_lines(&it.attrs, &name) {
        let _ = writeln!(text, "    ///{line}");
    }
    let _ = writeln!(text, "    pub enum {name} {{");
    for variant in &it.variants {
        let ident = variant.ident.to_string();
        let mut wire_name = ident.clone();
        for attribute in variant
            .attrs
            .iter()
            .filter(|it| it.path().is_ident("serde"))
        {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    wire_name = meta.value()?.parse::<syn::LitStr>()?.value();
                }
                Ok(())
            })?;
        }
        for line in docs::described_lines(&variant.attrs, &ident) {
            let _ = writeln!(text, "        ///{line}");
        }
        // The variant for what is not known has the plain name.
        let ident = if ident == "Unknown" {
            "Unknown_"
        } else {
            &ident
        };
        let _ = writeln!(text, "        {ident} = {wire_name:?},");
    }
    text.push_str("    }\n}\n");
    Ok(text)
}

/// `oneOf`: it is only sent (lowering reads such an answer as free JSON), so the caller chooses the variant.
fn choice(
    mut it: syn::ItemEnum,
    impls: Vec<syn::ItemImpl>,
    direction: Direction,
) -> Vec<syn::Item> {
    it.attrs = docs::described(&it.attrs, &it.ident.to_string());
    it.attrs.push(derives(direction, false));
    it.attrs.push(parse_quote!(#[serde(untagged)]));
    let mut items = vec![syn::Item::Enum(it)];
    items.extend(
        impls
            .into_iter()
            .filter(|block| is_impl_of(block, &["From"]))
            .map(syn::Item::Impl),
    );
    items
}

/// A wrapper of one value: free JSON, a list, or text with a limit that is checked when it is made.
fn wrapper(
    mut it: syn::ItemStruct,
    impls: Vec<syn::ItemImpl>,
    direction: Direction,
) -> Vec<syn::Item> {
    let checked = is_limited_text(&syn::Item::Struct(it.clone()));
    it.attrs = docs::described(&it.attrs, &it.ident.to_string());
    let default = it
        .fields
        .iter()
        .all(|field| matches!(fields::kind(&field.ty).as_str(), "Vec" | "Map" | "BTreeMap"));
    it.attrs.push(derives(direction, default));
    it.attrs.push(parse_quote!(#[serde(transparent)]));
    let mut items = vec![syn::Item::Struct(it)];
    for mut block in impls {
        let wanted = if checked {
            ["FromStr", "TryFrom", "Deref", "From"]
        } else {
            ["Deref", "From", "Deref", "From"]
        };
        if is_impl_of(&block, &wanted) {
            OwnError.visit_item_impl_mut(&mut block);
            items.push(syn::Item::Impl(block));
        }
    }
    items
}

/// Whether the type is text that is checked when it is made.
pub(super) fn is_limited_text(item: &syn::Item) -> bool {
    let syn::Item::Struct(it) = item else {
        return false;
    };
    let mut fields = it.fields.iter();
    matches!(it.fields, syn::Fields::Unnamed(_))
        && fields.next().is_some_and(|field| {
            fields::kind(&field.ty) == "String" && matches!(field.vis, syn::Visibility::Inherited)
        })
}

fn is_impl_of(block: &syn::ItemImpl, traits: &[&str]) -> bool {
    let Some((_, path, _)) = &block.trait_ else {
        return false;
    };
    path.segments
        .last()
        .is_some_and(|last| traits.iter().any(|name| last.ident == name))
}

/// typify's `self::error::ConversionError` is the raw crate's own, and its `unwrap` of a pattern says why it is safe.
struct OwnError;

impl VisitMut for OwnError {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        if path
            .segments
            .last()
            .is_some_and(|last| last.ident == "ConversionError")
        {
            *path = parse_quote!(crate::ConversionError);
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_expr_mut(&mut self, expression: &mut syn::Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let syn::Expr::MethodCall(call) = expression
            && call.method == "unwrap"
        {
            let pattern = &call.receiver;
            *expression = parse_quote!(#pattern.expect("the generator has compiled this pattern"));
        }
    }
}
