//! What progenitor's functions send where: the only place that knows how it writes them.

use quote::quote;
use syn::Expr;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::Visit;

/// What goes where on the wire, read from the body of progenitor's function.
#[derive(Default)]
pub(super) struct Wire {
    pub path: Vec<syn::Ident>,
    pub query: Vec<(String, syn::Ident)>,
    /// Header name, argument, and whether the argument is an `Option`.
    pub headers: Vec<(String, syn::Ident, bool)>,
    pub body: bool,
    /// The argument that an enclosing `if let Some(value)` opens.
    opened: Option<syn::Ident>,
    /// A form that is not known, as Rust.
    pub problem: Option<String>,
}

impl<'ast> Visit<'ast> for Wire {
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if !call.path.is_ident("format") {
            return;
        }
        let arguments =
            Punctuated::<Expr, syn::Token![,]>::parse_terminated.parse2(call.tokens.clone());
        for argument in arguments.into_iter().flatten() {
            let Expr::Call(encode) = &argument else {
                continue;
            };
            match encode.args.first().and_then(ident_in) {
                Some(ident) => self.path.push(ident),
                None => self.problem = Some(quote!(#encode).to_string()),
            }
        }
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        if let Expr::Let(condition) = &*branch.cond {
            self.opened = ident_in(&condition.expr);
        }
        syn::visit::visit_block(self, &branch.then_branch);
        self.opened = None;
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let mut query = None;
        match call.method.to_string().as_str() {
            "append" => {
                if let (Some(name), Some(value)) =
                    (call.args.first().and_then(text_in), call.args.get(1))
                {
                    match (&self.opened, ident_in(value)) {
                        (Some(option), _) => self.headers.push((name, option.clone(), true)),
                        (None, Some(ident)) => self.headers.push((name, ident, false)),
                        (None, None) => self.problem = Some(quote!(#call).to_string()),
                    }
                }
            }
            "query" => {
                let parameter = call.args.first().map(unreferenced);
                match parameter {
                    Some(Expr::Call(new)) => match (
                        new.args.first().and_then(text_in),
                        new.args.get(1).and_then(ident_in),
                    ) {
                        (Some(name), Some(ident)) => query = Some((name, ident)),
                        _ => self.problem = Some(quote!(#new).to_string()),
                    },
                    _ => self.problem = Some(quote!(#call).to_string()),
                }
            }
            "json" => self.body = true,
            _ => {}
        }
        // The receiver stands first in the text, so it is visited first: query parameters keep their order.
        syn::visit::visit_expr_method_call(self, call);
        self.query.extend(query);
    }
}

pub(super) fn unreferenced(expr: &Expr) -> &Expr {
    match expr {
        Expr::Reference(inner) => unreferenced(&inner.expr),
        _ => expr,
    }
}

pub(super) fn text_in(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

/// The variable at the root of `&x`, `x.to_string()`, `x.to_string().try_into()?`.
pub(super) fn ident_in(expr: &Expr) -> Option<syn::Ident> {
    match expr {
        Expr::Path(path) => path.path.get_ident().cloned(),
        Expr::Reference(inner) => ident_in(&inner.expr),
        Expr::MethodCall(call) => ident_in(&call.receiver),
        Expr::Try(inner) => ident_in(&inner.expr),
        _ => None,
    }
}
