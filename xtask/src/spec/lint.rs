//! What stands between a description and the generator: everything at once, where `codegen` stops at the first stage.

use std::fmt;

use anyhow::Error;

use crate::codegen::correct::{Names, Overlay};
use crate::codegen::preflight::{Finding, preflight};
use crate::codegen::{Inputs, load, lower};

/// A problem, with the stage that has it.
#[derive(Debug)]
pub struct Problem {
    /// `load`, `correct` or `pre-flight`.
    pub stage: &'static str,
    /// What is wrong, where, and what to do.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.stage, self.text)
    }
}

/// Runs every check of the pipeline on the description in `inputs`. A stage that fails does not hide the next ones.
pub fn lint(inputs: &Inputs) -> Vec<Problem> {
    let mut document = match load::load(&inputs.spec) {
        Ok(document) => document,
        Err(error) => return vec![problem("load", &error)],
    };
    let mut problems = Vec::new();
    for source in &inputs.overlays {
        let applied = Overlay::parse(source).and_then(|it| it.apply(&mut document, source));
        problems.extend(applied.err().map(|error| problem("correct", &error)));
    }
    let named = Names::parse(&inputs.names).and_then(|it| it.apply(&mut document, &inputs.names));
    problems.extend(named.err().map(|error| problem("correct", &error)));
    lower::mend(&mut document);
    lower::fit(&mut document);
    problems.extend(preflight(&document).iter().map(found));
    problems
}

fn problem(stage: &'static str, error: &Error) -> Problem {
    Problem {
        stage,
        text: format!("{error:#}"),
    }
}

fn found(finding: &Finding) -> Problem {
    Problem {
        stage: "pre-flight",
        text: finding.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codegen::load::Source;

    fn inputs(spec: &str, overlay: &str) -> Inputs {
        let source = |text: &str| Source::from_text("x.yaml", text);
        Inputs {
            spec: source(spec),
            overlays: vec![source(overlay)],
            names: source("{Ctrl_gone: gone}"),
            secrets: source(""),
            manifest: source(""),
        }
    }

    #[test]
    fn problems_of_all_stages_come_at_once() {
        let spec = "
openapi: 3.0.0
info: {title: t, version: '1'}
paths:
  /a/{id}:
    get: {operationId: get_a, tags: [T], responses: {'200': {description: ''}}}
components: {schemas: {A: {type: array}}}";
        let overlay = "
overlay: 1.0.0
info: {title: t, version: '1'}
actions:
  - target: $.paths['/b']
    update: {summary: x}
    x-reason: r
    x-evidence: {source: s, confidence: V}";
        let problems = lint(&inputs(spec, overlay));
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let expected = [
            "correct: x.yaml: the description has moved",
            "`Ctrl_gone` is no operation",
            "pre-flight: #/components/schemas/A",
            "pre-flight: #/paths/~1a~1{id}/get: the path parameter `id` is not declared",
        ];
        assert_eq!(list.len(), expected.len(), "{list:#?}");
        for words in expected {
            assert!(
                list.iter().any(|text| text.contains(words)),
                "{words}: {list:#?}"
            );
        }
    }

    #[test]
    fn what_is_no_description_has_one_problem() {
        let problems = lint(&inputs("openapi: 3.1.0", ""));
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0]
                .to_string()
                .starts_with("load: x.yaml is OpenAPI 3.1.0")
        );
    }
}
