//! Which operations the facade reaches, and how: what its code calls, and what its documentation says.
//!
//! The code names an operation as `catalogue::GET_USER`, or calls it on a client of the raw crate. The documentation of a
//! public item names it by method and path in the lines below `# Wire`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprMethodCall, File, ImplItemFn, ItemFn, ItemImpl, Visibility};

/// One operation of the description.
#[derive(Clone, Debug)]
pub struct Operation {
    /// As `get_user`.
    pub id: String,
    /// As `GET`.
    pub method: String,
    /// As `/resources/users/v1/{id}`.
    pub path: String,
}

/// What the facade has of the operations, by id.
#[derive(Debug, Default)]
pub struct Reach {
    /// The public items whose documentation names the operation.
    pub told: BTreeMap<String, BTreeSet<String>>,
    /// Whether the code calls it.
    pub called: BTreeSet<String>,
    /// Lines of documentation that name no operation, with the item.
    pub unknown: Vec<String>,
}

impl Reach {
    /// Reads the sources of the facade below `root`.
    ///
    /// # Errors
    /// A file cannot be read, or is no Rust.
    pub fn read(root: &Path, operations: &[Operation]) -> Result<Self> {
        let mut reader = Reader {
            by_id: operations.iter().map(|one| one.id.as_str()).collect(),
            by_route: operations
                .iter()
                .map(|one| (route(one), one.id.as_str()))
                .collect(),
            owner: None,
            reach: Self::default(),
        };
        let folder = root.join("crates/frontegg-identity/src");
        let mut files = Vec::new();
        sources(&folder, &mut files)?;
        for path in files {
            let text = std::fs::read_to_string(&path)?;
            let file: File = syn::parse_file(&text)
                .with_context(|| format!("cannot parse {}", path.display()))?;
            reader.visit_file(&file);
        }
        Ok(reader.reach)
    }
}

/// All files of Rust below a folder but those of tests, in order.
fn sources(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    let mut entries: Vec<_> = entries.collect::<Result<_, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let is_test = path.file_stem().is_some_and(|name| name == "tests");
        if path.is_dir() && !is_test {
            sources(&path, files)?;
        } else if !is_test && path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

struct Reader<'a> {
    by_id: BTreeSet<&'a str>,
    by_route: BTreeMap<String, &'a str>,
    /// The type whose methods are being read.
    owner: Option<String>,
    reach: Reach,
}

impl Reader<'_> {
    fn documented(&mut self, visibility: &Visibility, name: &str, attributes: &[Attribute]) {
        if !matches!(visibility, Visibility::Public(_)) {
            return;
        }
        let item = match &self.owner {
            Some(owner) => format!("{owner}::{name}"),
            None => name.to_owned(),
        };
        for named in routes(&wire(attributes)) {
            match self.by_route.get(&named) {
                Some(id) => {
                    let items = self.reach.told.entry((*id).to_owned()).or_default();
                    items.insert(item.clone());
                }
                None => self.reach.unknown.push(format!("{item}: {named}")),
            }
        }
    }
}

impl Visit<'_> for Reader<'_> {
    fn visit_item_impl(&mut self, item: &ItemImpl) {
        let outer = self.owner.take();
        if let syn::Type::Path(path) = &*item.self_ty {
            self.owner = path.path.segments.last().map(|last| last.ident.to_string());
        }
        visit::visit_item_impl(self, item);
        self.owner = outer;
    }

    fn visit_impl_item_fn(&mut self, item: &ImplItemFn) {
        self.documented(&item.vis, &item.sig.ident.to_string(), &item.attrs);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_item_fn(&mut self, item: &ItemFn) {
        self.documented(&item.vis, &item.sig.ident.to_string(), &item.attrs);
        visit::visit_item_fn(self, item);
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        if let [.., module, name] = names.as_slice()
            && module == "catalogue"
        {
            self.reach.called.insert(name.to_lowercase());
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &ExprMethodCall) {
        let name = call.method.to_string();
        if is_client(&call.receiver) && self.by_id.contains(name.as_str()) {
            self.reach.called.insert(name);
        }
        visit::visit_expr_method_call(self, call);
    }
}

/// Whether this is a client of the raw crate.
fn is_client(expression: &Expr) -> bool {
    match expression {
        Expr::MethodCall(call) => call.method == "client" || call.method == "raw",
        Expr::Path(path) => path.path.is_ident("client"),
        Expr::Reference(reference) => is_client(&reference.expr),
        _ => false,
    }
}

/// The documentation below `# Wire`, up to the next heading.
fn wire(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    let mut is_inside = false;
    for attribute in attributes.iter().filter(|one| one.path().is_ident("doc")) {
        let syn::Meta::NameValue(pair) = &attribute.meta else {
            continue;
        };
        if let Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = &pair.value
        {
            let line = text.value();
            if line.trim_start().starts_with("# ") {
                is_inside = line.trim() == "# Wire";
            } else if is_inside {
                lines.push(line.trim().to_owned());
            }
        }
    }
    lines.join(" ")
}

/// What stands between backticks as `METHOD /identity/path`, in the form of [`route`].
fn routes(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2);
    let routes = quoted.filter_map(|text| {
        let (method, path) = text.split_once(' ')?;
        let path = path.strip_prefix("/identity")?;
        let path = path.split(['?', ' ']).next().unwrap_or(path);
        Some(plain(method, path))
    });
    routes.collect()
}

fn route(operation: &Operation) -> String {
    plain(&operation.method, &operation.path)
}

/// Method and path, without the names of parameters.
fn plain(method: &str, path: &str) -> String {
    let segments = path
        .split('/')
        .map(|segment| match segment.starts_with('{') {
            true => "{}",
            false => segment,
        });
    format!("{method} {}", segments.collect::<Vec<_>>().join("/"))
}
