//! Fields of structs: what is secret, what is read liberally, what is written as absent or null.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use syn::parse_quote;

use super::secrets::{Secrets, Used};
use super::types::Counts;
use super::{Direction, Operation, parse};
use crate::codegen::document::members;
use crate::codegen::naming;

/// What the document says of fields and the syntax tree does not.
pub(super) struct Facts {
    /// `Type.wireName` of members that may be null.
    nullable: BTreeSet<String>,
    /// `Type.wireName` to what is said of a member beside its reference, which typify does not look at.
    described: BTreeMap<String, String>,
    /// Types that are the body of a PATCH.
    patches: BTreeSet<String>,
    /// Types that are text with a limit, checked when they are made.
    limited_text: BTreeSet<String>,
}

impl Facts {
    pub(super) fn new(
        document: &Value,
        operations: &[Operation],
        types: &BTreeMap<String, parse::ParsedType>,
    ) -> Self {
        let mut nullable = BTreeSet::new();
        let mut described = BTreeMap::new();
        naming::each_type(document, &mut |name, _, schema| {
            for (property, inner) in members(schema.get("properties")) {
                if inner.get("nullable") == Some(&Value::Bool(true)) {
                    nullable.insert(format!("{name}.{property}"));
                }
                if let (Some(_), Some(Value::String(text))) =
                    (inner.get("$ref"), inner.get("description"))
                {
                    described.insert(format!("{name}.{property}"), text.clone());
                }
            }
        });
        let patches = operations
            .iter()
            .filter(|it| it.method == "PATCH")
            .filter_map(|it| it.body.clone())
            .collect();
        let limited_text = types
            .iter()
            .filter(|(_, parsed)| super::types::is_limited_text(&parsed.item))
            .map(|(name, _)| name.clone())
            .collect();
        Self {
            nullable,
            described,
            patches,
            limited_text,
        }
    }
}

/// Where a field stands.
pub(super) struct Place<'a> {
    pub owner: &'a str,
    pub direction: Direction,
}

/// Rewrites one field.
pub(super) fn shape(
    field: &mut syn::Field,
    place: &Place<'_>,
    facts: &Facts,
    secrets: &Secrets,
    used: &mut Used,
    counts: &mut Counts,
) {
    let Some(ident) = field.ident.clone() else {
        return;
    };
    let mut serde = Serde::read(&field.attrs);
    let wire_name = serde
        .rename
        .clone()
        .unwrap_or_else(|| ident.to_string().trim_start_matches("r#").to_owned());
    let mut described = super::docs::described(&field.attrs, "");
    let beside = facts.described.get(&format!("{}.{wire_name}", place.owner));
    if let Some(text) = beside.filter(|_| described.is_empty()) {
        described = super::docs::doc(text);
    }

    let is_secret = if is_text(&field.ty, &facts.limited_text) {
        secrets.is_secret(place.owner, &wire_name, used)
    } else {
        secrets.not_text(place.owner, &wire_name, used);
        false
    };
    if is_secret {
        make_secret(&mut field.ty, &facts.limited_text);
        counts.secret_fields += 1;
    }

    serde.skip_if = None;
    serde.default = false;
    if place.direction.sent {
        sent(field, place, facts, &wire_name, &mut serde, counts);
    }
    if place.direction.received {
        received(field, &mut serde, counts);
    }
    if is_secret && place.direction.sent {
        serde.serialize_with = Some("crate::secret::expose");
    }
    field.attrs = described;
    field.attrs.extend(serde.write());
}

/// A request says exactly what the caller said: an empty list is not a missing one, and null is not absent.
fn sent(
    field: &mut syn::Field,
    place: &Place<'_>,
    facts: &Facts,
    wire_name: &str,
    serde: &mut Serde,
    counts: &mut Counts,
) {
    let nullable = facts
        .nullable
        .contains(&format!("{}.{wire_name}", place.owner));
    let collection = matches!(kind(&field.ty).as_str(), "Vec" | "Map" | "BTreeMap");
    if serde.was_optional && collection {
        let inner = field.ty.clone();
        field.ty = parse_quote!(::std::option::Option<#inner>);
    }
    if serde.was_optional
        && (nullable || facts.patches.contains(place.owner))
        && kind(&field.ty) == "Option"
        && let Some(inner) = parse::first_argument(&field.ty)
    {
        field.ty = parse_quote!(crate::Patch<#inner>);
        counts.patch_fields += 1;
    }
    serde.skip_if = match kind(&field.ty).as_str() {
        "Patch" => Some("crate::Patch::is_absent"),
        "Option" if serde.was_optional => Some("::std::option::Option::is_none"),
        _ => None,
    };
    if parse::names_in(&field.ty).contains("f64") {
        serde.serialize_with = Some("crate::write::finite");
    }
}

/// An answer is taken as it comes: null or missing is empty, `5.0` is an integer, a date may have several forms.
fn received(field: &mut syn::Field, serde: &mut Serde, counts: &mut Counts) {
    let outer = kind(&field.ty);
    let names = parse::names_in(&field.ty);
    let integer = ["i64", "u64", "i32", "u32"]
        .iter()
        .any(|name| names.contains(*name));
    serde.default = matches!(outer.as_str(), "Option" | "Vec" | "Map" | "BTreeMap");
    serde.deserialize_with = match outer.as_str() {
        "Vec" if integer => Some("crate::read::integers"),
        "Vec" | "Map" | "BTreeMap" => Some("crate::read::or_default"),
        _ if integer => Some("crate::read::integer"),
        _ if names.contains("f64") => Some("crate::read::number"),
        _ if names.contains("DateTime") => Some("crate::read::date_time"),
        _ => None,
    };
    counts.tolerant_fields += usize::from(serde.deserialize_with.is_some());
}

/// Whether a field holds text: `String`, text with a limit, or an option or list of either.
fn is_text(ty: &syn::Type, limited_text: &BTreeSet<String>) -> bool {
    let name = kind(ty);
    match name.as_str() {
        "Option" | "Vec" => {
            parse::first_argument(ty).is_some_and(|inner| is_text(&inner, limited_text))
        }
        "String" => true,
        _ => limited_text.contains(&name),
    }
}

fn make_secret(ty: &mut syn::Type, limited_text: &BTreeSet<String>) {
    if matches!(kind(ty).as_str(), "Option" | "Vec") {
        if let syn::Type::Path(path) = ty
            && let Some(last) = path.path.segments.last_mut()
            && let syn::PathArguments::AngleBracketed(arguments) = &mut last.arguments
        {
            for argument in &mut arguments.args {
                if let syn::GenericArgument::Type(inner) = argument {
                    make_secret(inner, limited_text);
                }
            }
        }
    } else if is_text(ty, limited_text) {
        *ty = parse_quote!(crate::Secret);
    }
}

/// The last segment of the type's path.
pub(super) fn kind(ty: &syn::Type) -> String {
    parse::named(ty).unwrap_or_default()
}

/// The serde attribute of a field, taken apart.
#[derive(Default)]
struct Serde {
    rename: Option<String>,
    flatten: bool,
    /// typify marks a member that may be left out by `skip_serializing_if`.
    was_optional: bool,
    default: bool,
    skip_if: Option<&'static str>,
    serialize_with: Option<&'static str>,
    deserialize_with: Option<&'static str>,
}

impl Serde {
    fn read(attributes: &[syn::Attribute]) -> Self {
        let mut serde = Self::default();
        for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
            // What we do not know is not ours to keep: typify writes rename, default, skip_serializing_if and flatten.
            let _ = attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    serde.rename = Some(meta.value()?.parse::<syn::LitStr>()?.value());
                } else if meta.path.is_ident("flatten") {
                    serde.flatten = true;
                } else {
                    serde.was_optional |= meta.path.is_ident("skip_serializing_if");
                    if let Ok(value) = meta.value() {
                        value.parse::<syn::LitStr>()?;
                    }
                }
                Ok(())
            });
        }
        serde
    }

    fn write(self) -> Option<syn::Attribute> {
        let mut parts: Vec<proc_macro2::TokenStream> = Vec::new();
        if let Some(rename) = self.rename {
            parts.push(quote::quote!(rename = #rename));
        }
        if self.flatten {
            return Some(parse_quote!(#[serde(flatten)]));
        }
        if self.default {
            parts.push(quote::quote!(default));
        }
        if let Some(skip) = self.skip_if {
            parts.push(quote::quote!(skip_serializing_if = #skip));
        }
        if let Some(with) = self.serialize_with {
            parts.push(quote::quote!(serialize_with = #with));
        }
        if let Some(with) = self.deserialize_with {
            parts.push(quote::quote!(deserialize_with = #with));
        }
        (!parts.is_empty()).then(|| parse_quote!(#[serde(#(#parts),*)]))
    }
}
