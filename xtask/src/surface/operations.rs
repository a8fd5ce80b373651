//! Operations: a line for the call, and one for each of its parameters, its body and its answer.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use quote::ToTokens;
use syn::visit::Visit;

use super::short;

/// Name of the constant to method and path.
pub(super) type Catalogue = BTreeMap<String, String>;

pub(super) fn catalogue(file: &syn::File) -> Result<Catalogue> {
    let mut catalogue = Catalogue::new();
    for item in &file.items {
        let syn::Item::Static(item) = item else {
            continue;
        };
        let syn::Expr::Call(call) = &*item.expr else {
            continue;
        };
        let arguments: Vec<&syn::Expr> = call.args.iter().collect();
        let [_, method, path, _] = arguments.as_slice() else {
            anyhow::bail!("the item {} is not an operation", item.ident);
        };
        let line = format!("{} {}", short(method), text(path));
        catalogue.insert(item.ident.to_string(), line);
    }
    Ok(catalogue)
}

pub(super) fn list(file: &syn::File, catalogue: &Catalogue, into: &mut String) -> Result<()> {
    let blocks = file.items.iter().filter_map(|item| match item {
        syn::Item::Impl(block) => Some(&block.items),
        _ => None,
    });
    let functions = blocks.flatten().filter_map(|item| match item {
        syn::ImplItem::Fn(function) => Some(function),
        _ => None,
    });
    let mut texts = BTreeMap::new();
    for function in functions {
        let name = function.sig.ident.to_string();
        let text = operation(function, catalogue)
            .with_context(|| format!("the operation `{name}` is not of the form that we write"))?;
        texts.insert(name, text);
    }
    for (_, text) in texts {
        let _ = write!(into, "\n{text}");
    }
    Ok(())
}

fn operation(function: &syn::ImplItemFn, catalogue: &Catalogue) -> Result<String> {
    let mut chain = Chain::default();
    chain.visit_block(&function.block);
    let constant = chain.constant.context("it calls nothing")?;
    let line = catalogue
        .get(&constant)
        .with_context(|| format!("`{constant}` is not in the catalogue"))?;
    let arguments = arguments(&function.sig);
    let mut text = format!("{}: {line}\n", function.sig.ident);
    for (place, name, argument) in chain.parts {
        let ty = arguments
            .get(argument.trim_start_matches("r#"))
            .with_context(|| format!("`{argument}` is no argument"))?;
        let name = if name.is_empty() {
            name
        } else {
            format!(" {name}:")
        };
        let _ = writeln!(text, "    {place}{name} {ty}");
    }
    let syn::ReturnType::Type(_, answer) = &function.sig.output else {
        anyhow::bail!("it returns nothing");
    };
    let answer = short(answer);
    let answer = answer
        .strip_prefix("Result<Response<")
        .and_then(|rest| rest.strip_suffix(">, Error>"))
        .with_context(|| format!("it returns {answer}"))?;
    let _ = writeln!(text, "    answer {answer}");
    Ok(text)
}

fn arguments(signature: &syn::Signature) -> BTreeMap<String, String> {
    let typed = signature.inputs.iter().filter_map(|input| match input {
        syn::FnArg::Typed(argument) => Some(argument),
        syn::FnArg::Receiver(_) => None,
    });
    typed
        .map(|argument| {
            let name = argument.pat.to_token_stream().to_string();
            let name = name.trim_start_matches("r#").to_owned();
            (name, short(&argument.ty).trim_start_matches('&').to_owned())
        })
        .collect()
}

/// The calls of the body, in the order in which they are made: `.path("userId", user_id)`.
#[derive(Default)]
struct Chain {
    constant: Option<String>,
    /// Where the value goes, its name on the wire, the argument.
    parts: Vec<(&'static str, String, String)>,
}

impl<'ast> Visit<'ast> for Chain {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        let arguments: Vec<&syn::Expr> = call.args.iter().collect();
        let place = match call.method.to_string().as_str() {
            "call" => {
                self.constant = arguments.first().map(|constant| last_name(constant));
                return;
            }
            "path" => "path",
            "header" => "header",
            "query" => "query",
            "query_joined" => "query, joined by commas,",
            "json" => "body",
            _ => return,
        };
        match arguments.as_slice() {
            [name, value] => self.parts.push((place, text(name), first_name(value))),
            [value] => self.parts.push((place, String::new(), first_name(value))),
            _ => {}
        }
    }
}

fn text(expression: &syn::Expr) -> String {
    match expression {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => text.value(),
        other => other.to_token_stream().to_string(),
    }
}

/// `X` of `&catalogue::X`.
fn last_name(expression: &syn::Expr) -> String {
    short(expression).trim_start_matches('&').to_owned()
}

/// The argument in `Some(argument)`, `&argument`, `argument.expose()` or `argument.map(..)`.
fn first_name(expression: &syn::Expr) -> String {
    match expression {
        syn::Expr::Call(call) => call.args.first().map(first_name).unwrap_or_default(),
        syn::Expr::Reference(reference) => first_name(&reference.expr),
        syn::Expr::MethodCall(call) => first_name(&call.receiver),
        other => other.to_token_stream().to_string(),
    }
}
