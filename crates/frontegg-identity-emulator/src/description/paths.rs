//! Finding an operation by method and path: a tree of path segments.
//!
//! A literal segment wins over a parameter, but only among the operations of the request's method:
//! `POST /resources/users/v1/activate` does not hide `GET /resources/users/v1/{id}` for the id `activate`.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::document::{Operation, parameter_name};

/// Parameters of a path by name, percent-decoded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Params(Vec<(String, String)>);

impl Params {
    /// The parameter's text, if the path has it.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.iter()
            .find_map(|(own, text)| (own == name).then_some(text))
    }

    /// All parameters in the order of the path.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Text that is no UTF-8 after decoding stays as it was sent.
    pub(crate) fn decoded(pairs: Vec<(&str, &str)>) -> Self {
        let decode = |text: &str| match percent_decode_str(text).decode_utf8() {
            Ok(decoded) => decoded.into_owned(),
            Err(_) => text.to_owned(),
        };
        Self(
            pairs
                .into_iter()
                .map(|(name, text)| (name.to_owned(), decode(text)))
                .collect(),
        )
    }
}

/// The tree of all paths. Operations are named by their index.
#[derive(Debug, Default)]
pub(super) struct Paths {
    literals: HashMap<String, Paths>,
    parameter: Option<Box<Paths>>,
    operations: Vec<usize>,
}

impl Paths {
    pub(super) fn new(operations: &[Operation]) -> Self {
        let mut root = Self::default();
        for (index, operation) in operations.iter().enumerate() {
            let mut node = &mut root;
            for segment in segments(&operation.template) {
                node = match parameter_name(segment) {
                    Some(_) => node.parameter.get_or_insert_default(),
                    None => node.literals.entry(segment.to_owned()).or_default(),
                };
            }
            node.operations.push(index);
        }
        root
    }

    /// Calls `visit` with the operations of every template that fits, the most literal first.
    ///
    /// Each node of the tree is visited once at most, whatever the path.
    pub(super) fn visit(&self, path: &str, visit: &mut impl FnMut(usize)) {
        let Some(path) = path.strip_prefix('/') else {
            return;
        };
        self.descend(Some(path.strip_suffix('/').unwrap_or(path)), visit);
    }

    fn descend(&self, rest: Option<&str>, visit: &mut impl FnMut(usize)) {
        let Some(rest) = rest else {
            self.operations.iter().copied().for_each(visit);
            return;
        };
        let (segment, rest) = match rest.split_once('/') {
            Some((segment, rest)) => (segment, Some(rest)),
            None => (rest, None),
        };
        if let Some(next) = self.literals.get(segment) {
            next.descend(rest, visit);
        }
        if let Some(next) = self.parameter.as_ref().filter(|_| !segment.is_empty()) {
            next.descend(rest, visit);
        }
    }
}

fn segments(template: &str) -> impl Iterator<Item = &str> {
    template.trim_matches('/').split('/')
}
