//! Types: a line for the type, and one for each field or value.

use std::fmt::Write as _;

use anyhow::{Context, Result, bail};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};

use super::{conditions, short};

pub(super) fn list(file: &syn::File, into: &mut String) -> Result<()> {
    let mut texts = Vec::new();
    for item in &file.items {
        match item {
            syn::Item::Struct(item) => texts.push((item.ident.to_string(), structure(item)?)),
            syn::Item::Enum(item) => texts.push((item.ident.to_string(), choice(item))),
            syn::Item::Macro(item)
                if item
                    .mac
                    .path
                    .segments
                    .last()
                    .is_some_and(|last| last.ident == "open_enum") =>
            {
                let mut parsed: OpenEnum = syn::parse2(item.mac.tokens.clone())
                    .context("a call of open_enum! is not of the form that we write")?;
                parsed.attributes.extend(item.attrs.iter().cloned());
                texts.push((parsed.name.to_string(), parsed.text()));
            }
            _ => {}
        }
    }
    texts.sort();
    for (_, text) in texts {
        let _ = write!(into, "\n{text}");
    }
    Ok(())
}

fn structure(item: &syn::ItemStruct) -> Result<String> {
    let head = head(&item.ident, &travels(&item.attrs), &item.attrs);
    match &item.fields {
        syn::Fields::Named(fields) => {
            let lines: Vec<String> = fields.named.iter().map(field).collect::<Result<_>>()?;
            Ok(format!("{head}\n{}", lines.concat()))
        }
        syn::Fields::Unnamed(fields) => {
            let inner: Vec<String> = fields
                .unnamed
                .iter()
                .map(|field| short(&field.ty))
                .collect();
            Ok(format!("{head}\n    = {}\n", inner.join(", ")))
        }
        syn::Fields::Unit => bail!("`{}` has no content", item.ident),
    }
}

fn field(field: &syn::Field) -> Result<String> {
    let name = field
        .ident
        .as_ref()
        .context("a field without a name")?
        .to_string();
    let name = name.trim_start_matches("r#");
    let serde = serde(&field.attrs);
    let wire_name = serde
        .iter()
        .find_map(|(key, value)| (key == "rename").then_some(value.as_str()));
    let flat = serde.iter().any(|(key, _)| key == "flatten");
    let wire_name = match wire_name {
        Some(wire_name) => format!(" \"{wire_name}\""),
        None if flat => " (all other members)".to_owned(),
        None => String::new(),
    };
    Ok(format!("    {name}{wire_name}: {}\n", short(&field.ty)))
}

/// An untagged enum: one of several forms.
fn choice(item: &syn::ItemEnum) -> String {
    let mut text = format!(
        "{}\n",
        head(
            &item.ident,
            &format!("one of, {}", travels(&item.attrs)),
            &item.attrs
        )
    );
    for variant in &item.variants {
        let inner: Vec<String> = variant
            .fields
            .iter()
            .map(|field| short(&field.ty))
            .collect();
        let _ = writeln!(text, "    {}: {}", variant.ident, inner.join(", "));
    }
    text
}

fn head(name: &syn::Ident, kind: &str, attributes: &[syn::Attribute]) -> String {
    let features = conditions(attributes);
    if features.is_empty() {
        format!("{name}, {kind}")
    } else {
        format!("{name}, {kind}, for {}", features.join(" "))
    }
}

/// Which way a type travels, by what it derives.
fn travels(attributes: &[syn::Attribute]) -> String {
    let mut names = String::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("derive")) {
        names.push_str(&attribute.meta.to_token_stream().to_string());
    }
    let ways = [("sent", "Serialize"), ("received", "Deserialize")];
    let ways: Vec<&str> = ways
        .iter()
        .filter(|(_, derive)| {
            names
                .split(|c: char| !c.is_alphanumeric())
                .any(|name| name == *derive)
        })
        .map(|(way, _)| *way)
        .collect();
    ways.join(" and ")
}

/// Keys and texts of the serde attributes.
fn serde(attributes: &[syn::Attribute]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
        let parsed = attribute.parse_nested_meta(|meta| {
            let key = short(&meta.path);
            let value = match meta.value() {
                Ok(value) => value.parse::<syn::LitStr>()?.value(),
                Err(_) => String::new(),
            };
            found.push((key, value));
            Ok(())
        });
        debug_assert!(
            parsed.is_ok(),
            "generated serde attributes are lists of keys"
        );
    }
    found
}

/// What stands in a call of `open_enum!`.
struct OpenEnum {
    attributes: Vec<syn::Attribute>,
    name: syn::Ident,
    /// Variant and text.
    values: Vec<(syn::Ident, String)>,
}

impl OpenEnum {
    fn text(&self) -> String {
        let mut text = format!("{}\n", head(&self.name, "enum", &self.attributes));
        for (variant, value) in &self.values {
            let _ = writeln!(text, "    {variant} = {value:?}");
        }
        text
    }
}

impl Parse for OpenEnum {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let item: syn::ItemEnum = input.parse()?;
        let values = item
            .variants
            .iter()
            .map(|variant| match &variant.discriminant {
                Some((
                    _,
                    syn::Expr::Lit(syn::ExprLit {
                        lit: syn::Lit::Str(text),
                        ..
                    }),
                )) => Ok((variant.ident.clone(), text.value())),
                _ => Err(syn::Error::new_spanned(variant, "a value without its text")),
            });
        Ok(Self {
            values: values.collect::<syn::Result<_>>()?,
            attributes: item.attrs,
            name: item.ident,
        })
    }
}
