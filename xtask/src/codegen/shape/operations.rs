//! Operations: progenitor's signatures over the raw crate's one request path.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use heck::ToShoutySnakeCase;
use quote::format_ident;
use serde_json::Value;
use syn::visit::Visit;
use syn::{Expr, parse_quote};

use super::secrets::{Secrets, Used};
use super::wire::{Wire, ident_in, text_in, unreferenced};
use super::{Operation, docs, parse};
use crate::codegen::document::{self, OperationRef};

pub(super) fn shape(functions: Vec<syn::ImplItemFn>, document: &Value) -> Result<Vec<Operation>> {
    let known: BTreeMap<String, OperationRef<'_>> = document::operations(document)
        .map(|operation| (operation.id().to_owned(), operation))
        .collect();
    functions
        .into_iter()
        .map(|function| {
            let id = function.sig.ident.to_string();
            let id = id.trim_start_matches("r#").to_owned();
            let described = known.get(&id).with_context(|| {
                format!("progenitor wrote an operation `{id}` that is not in the document")
            })?;
            one(function, described).with_context(|| format!("operation `{id}`"))
        })
        .collect()
}

fn one(mut function: syn::ImplItemFn, described: &OperationRef<'_>) -> Result<Operation> {
    let mut wire = Wire::default();
    wire.visit_block(&function.block);
    if let Some(problem) = wire.problem {
        bail!("progenitor's output has a form that we do not know: {problem}");
    }
    tell_body_apart(&mut function.sig, &mut wire);
    strip_lifetimes(&mut function.sig);
    let answer = answer(&function.sig)?;
    let body = function.sig.inputs.iter().find_map(|input| match input {
        syn::FnArg::Typed(argument) if wire.body && name_of(argument) == "body" => {
            parse::named(&argument.ty)
        }
        _ => None,
    });
    let uses = function
        .sig
        .inputs
        .iter()
        .filter_map(|input| match input {
            syn::FnArg::Typed(argument) => Some(parse::names_in(&argument.ty)),
            syn::FnArg::Receiver(_) => None,
        })
        .chain(answer.as_ref().map(parse::names_in))
        .flatten()
        .collect();

    let constant = format_ident!("{}", described.id().to_shouty_snake_case());
    let mut call: Expr = parse_quote!(self.call(&catalogue::#constant));
    let names: Vec<&str> = path_names(described.path).collect();
    if names.len() != wire.path.len() {
        bail!(
            "{} path parameters in the document, {} in progenitor's output",
            names.len(),
            wire.path.len()
        );
    }
    for (name, argument) in names.iter().zip(&wire.path) {
        call = then(call, "path", [parse_quote!(#name), parse_quote!(#argument)]);
    }
    for (name, argument, optional) in &wire.headers {
        let value = if *optional {
            parse_quote!(#argument)
        } else {
            parse_quote!(Some(#argument))
        };
        call = then(call, "header", [parse_quote!(#name), value]);
    }
    for (name, argument) in &wire.query {
        let joined = described.parameters().iter().any(|parameter| {
            parameter.get("in").is_some_and(|it| it == "query")
                && parameter.get("name").is_some_and(|it| it == name.as_str())
                && parameter.get("explode") == Some(&Value::Bool(false))
        });
        let method = if joined { "query_joined" } else { "query" };
        call = then(
            call,
            method,
            [parse_quote!(#name), parse_quote!(&#argument)],
        );
    }
    if wire.body {
        call = then(call, "json", [parse_quote!(body)]);
    }
    let (output, send): (syn::Type, &str) = match &answer {
        Some(ty) => (ty.clone(), "send"),
        None => (parse_quote!(()), "send_unit"),
    };
    let call = then(call, send, []);
    function.sig.output = parse_quote!(-> Result<Response<#output>, Error>);
    function.block = syn::Block {
        brace_token: Default::default(),
        stmts: vec![syn::Stmt::Expr(
            Expr::Await(syn::ExprAwait {
                attrs: Vec::new(),
                base: Box::new(call),
                dot_token: Default::default(),
                await_token: Default::default(),
            }),
            None,
        )],
    };
    function.attrs = documentation(&function.sig, described, &wire);
    if described.value.get("deprecated") == Some(&Value::Bool(true)) {
        function
            .attrs
            .push(parse_quote!(#[deprecated = "the service marks this operation as deprecated"]));
    }
    Ok(Operation {
        id: described.id().to_owned(),
        method: described.method.to_uppercase(),
        path: described.path.to_owned(),
        tag: described.tag().unwrap_or_default().to_owned(),
        function,
        body,
        answer,
        uses,
    })
}

/// `receiver.method(arguments)`, put together by hand: parsing a chain anew at each link is slow.
fn then<const N: usize>(receiver: Expr, method: &str, arguments: [Expr; N]) -> Expr {
    Expr::MethodCall(syn::ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: Default::default(),
        method: format_ident!("{method}"),
        turbofish: None,
        paren_token: Default::default(),
        args: arguments.into_iter().collect(),
    })
}

fn path_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

fn name_of(argument: &syn::PatType) -> String {
    match &*argument.pat {
        syn::Pat::Ident(pattern) => pattern.ident.to_string(),
        _ => String::new(),
    }
}

/// `T` of progenitor's `Result<ResponseValue<T>, Error<()>>`; nothing for the unit type.
fn answer(signature: &syn::Signature) -> Result<Option<syn::Type>> {
    let syn::ReturnType::Type(_, ty) = &signature.output else {
        bail!("no return type")
    };
    let result = parse::first_argument(ty).context("the return type is no Result")?;
    let value = parse::first_argument(&result).context("the result holds no ResponseValue")?;
    if parse::named(&value).as_deref() == Some("ByteStream") {
        bail!("an answer that is not JSON; pre-flight should have refused it");
    }
    Ok(match &value {
        syn::Type::Tuple(unit) if unit.elems.is_empty() => None,
        _ => Some(value),
    })
}

/// `&'a str` says no more than `&str` here.
fn strip_lifetimes(signature: &mut syn::Signature) {
    struct Strip;
    impl syn::visit_mut::VisitMut for Strip {
        fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
            reference.lifetime = None;
            syn::visit_mut::visit_type_reference_mut(self, reference);
        }
        fn visit_receiver_mut(&mut self, receiver: &mut syn::Receiver) {
            if let Some((_, lifetime)) = &mut receiver.reference {
                *lifetime = None;
            }
            receiver.ty = parse_quote!(&Self);
        }
    }
    signature.generics = syn::Generics::default();
    syn::visit_mut::VisitMut::visit_signature_mut(&mut Strip, signature);
}

/// A parameter called `body` beside a request body: progenitor gives both the same name.
fn tell_body_apart(signature: &mut syn::Signature, wire: &mut Wire) {
    let mut bodies: Vec<&mut syn::Ident> = signature
        .inputs
        .iter_mut()
        .filter_map(|input| match input {
            syn::FnArg::Typed(argument) => match &mut *argument.pat {
                syn::Pat::Ident(pattern) if pattern.ident == "body" => Some(&mut pattern.ident),
                _ => None,
            },
            syn::FnArg::Receiver(_) => None,
        })
        .collect();
    if bodies.len() < 2 {
        return;
    }
    // The request body comes last.
    let apart = format_ident!("body_parameter");
    *bodies[0] = apart.clone();
    let path = wire.path.iter_mut();
    let query = wire.query.iter_mut().map(|(_, argument)| argument);
    let headers = wire.headers.iter_mut().map(|(_, argument, _)| argument);
    for argument in path.chain(query).chain(headers) {
        if *argument == "body" {
            *argument = apart.clone();
        }
    }
}

fn documentation(
    signature: &syn::Signature,
    described: &OperationRef<'_>,
    wire: &Wire,
) -> Vec<syn::Attribute> {
    let mut parts: Vec<String> = ["summary", "description"]
        .iter()
        .map(|key| document::text(described.value.get(*key)).trim().to_owned())
        .filter(|it| !it.is_empty())
        .collect();
    let mut arguments = Vec::new();
    for input in &signature.inputs {
        let syn::FnArg::Typed(argument) = input else {
            continue;
        };
        let name = name_of(argument);
        let is = |ident: &syn::Ident| *ident == name;
        let wire_name = wire
            .path
            .iter()
            .zip(path_names(described.path))
            .find(|(ident, _)| is(ident))
            .map(|(_, wire_name)| wire_name.to_owned())
            .or_else(|| {
                wire.query
                    .iter()
                    .find(|(_, ident)| is(ident))
                    .map(|(name, _)| name.clone())
            })
            .or_else(|| {
                wire.headers
                    .iter()
                    .find(|(_, ident, _)| is(ident))
                    .map(|(name, _, _)| name.clone())
            });
        let Some(wire_name) = wire_name else { continue };
        let about = described
            .parameters()
            .iter()
            .find(|parameter| document::text(parameter.get("name")) == wire_name);
        let about = about
            .map(|parameter| document::text(parameter.get("description")))
            .unwrap_or_default();
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        arguments.push(if about.is_empty() {
            format!("- `{name}`: `{wire_name}`")
        } else {
            format!("- `{name}`: {about}")
        });
    }
    if !arguments.is_empty() {
        parts.push(format!("# Arguments\n\n{}", arguments.join("\n")));
    }
    parts.push(format!(
        "# Wire\n\n`{} {}`",
        described.method.to_uppercase(),
        described.path
    ));
    docs::doc(&parts.join("\n\n"))
}

/// Arguments that carry a secret take it as `&Secret`.
pub(super) fn hide_secrets(
    operations: &mut [Operation],
    secrets: &Secrets,
    used: &mut Used,
) -> Result<usize> {
    let mut count = 0;
    for operation in operations {
        let mut calls = CallArguments::default();
        calls.visit_block(&operation.function.block);
        for (wire_name, argument) in calls.0 {
            let place = operation
                .function
                .sig
                .inputs
                .iter_mut()
                .find_map(|input| match input {
                    syn::FnArg::Typed(typed) if argument == name_of(typed) => Some(&mut typed.ty),
                    _ => None,
                });
            let Some(ty) = place else { continue };
            let text = parse::names_in(ty)
                .iter()
                .any(|name| name == "str" || name == "String");
            if !text || !secrets.is_secret(&operation.id, &wire_name, used) {
                continue;
            }
            let plain: syn::Type = parse_quote!(&str);
            let option: syn::Type = parse_quote!(Option<&str>);
            if **ty == plain {
                **ty = parse_quote!(&crate::Secret);
                expose(
                    &mut operation.function.block,
                    &argument,
                    &parse_quote!(#argument.expose()),
                );
            } else if **ty == option {
                **ty = parse_quote!(Option<&crate::Secret>);
                expose(
                    &mut operation.function.block,
                    &argument,
                    &parse_quote!(#argument.map(crate::Secret::expose)),
                );
            } else {
                bail!(
                    "`{}.{wire_name}` is secret but not plain text",
                    operation.id
                );
            }
            count += 1;
        }
    }
    Ok(count)
}

/// Wire name and argument of each `.path("name", argument)` and the like.
#[derive(Default)]
struct CallArguments(Vec<(String, syn::Ident)>);

impl<'ast> Visit<'ast> for CallArguments {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if let (Some(name), Some(value)) = (call.args.first().and_then(text_in), call.args.get(1)) {
            let inner = match unreferenced(value) {
                Expr::Call(some) => some.args.first().and_then(ident_in),
                other => ident_in(other),
            };
            self.0.extend(inner.map(|ident| (name, ident)));
        }
        syn::visit::visit_expr_method_call(self, call);
    }
}

/// Replaces the argument `ident` by `with` in `block`.
fn expose(block: &mut syn::Block, ident: &syn::Ident, with: &Expr) {
    struct Replace<'a>(&'a syn::Ident, &'a Expr);
    impl syn::visit_mut::VisitMut for Replace<'_> {
        fn visit_expr_mut(&mut self, expr: &mut Expr) {
            if let Expr::Path(path) = expr
                && path.path.is_ident(self.0)
            {
                *expr = self.1.clone();
                return;
            }
            syn::visit_mut::visit_expr_mut(self, expr);
        }
    }
    syn::visit_mut::VisitMut::visit_block_mut(&mut Replace(ident, with), block);
}
