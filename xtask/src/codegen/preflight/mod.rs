//! Lists, before progenitor runs, every construct that it refuses, panics on or silently gets wrong.
//!
//! progenitor stops at the first fault and often does not say where it stands. Here all are found at once, each with
//! its JSON pointer and a remedy.

mod names;
mod operations;
mod schemas;

use serde_json::Value;

use super::document::Pointer;

/// A construct that cannot be generated from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where it stands in the document.
    pub pointer: Pointer,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}; {}", self.pointer, self.problem, self.remedy)
    }
}

/// Collects findings; the checks below write to it.
#[derive(Debug, Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(&mut self, pointer: &Pointer, problem: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Finding {
            pointer: pointer.clone(),
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }
}

/// Checks the lowered document. An empty list means that progenitor may run.
pub fn preflight(document: &Value) -> Vec<Finding> {
    let mut findings = Findings::default();
    version(document, &mut findings);
    operations::check(document, &mut findings);
    schemas::check(document, &mut findings);
    names::check(document, &mut findings);
    let mut list = findings.0;
    list.sort();
    list.dedup();
    list
}

/// progenitor writes the version into a header of each request.
fn version(document: &Value, findings: &mut Findings) {
    let version = document.pointer("/info/version").and_then(Value::as_str);
    let at = Pointer::root().at("info").at("version");
    match version {
        None => findings.add(&at, "the version is missing", "give the document a version"),
        Some(text) if text.chars().any(char::is_control) => {
            findings.add(
                &at,
                "the version has a control character",
                "write it without",
            );
        }
        Some(_) => {}
    }
}

#[cfg(test)]
mod tests;
