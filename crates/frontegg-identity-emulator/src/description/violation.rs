//! What is wrong, and where: the words of the service's validation messages.

use std::fmt::Write as _;

use serde_json::Value;

use super::schema::{Format, Kind, Schema, Schemas};

/// Characters of a sender's text that are repeated in a message or a place.
const MOST_CHARACTERS: usize = 100;

/// Something in a request or an answer that the description does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Violation {
    /// Where it is, as `body.user.email`, `query._limit`, `path.type` or `header.content-type`.
    pub(crate) place: String,
    /// What is wrong, in the manner of the service: `email must be a string`.
    pub(crate) message: String,
}

/// A place in a value, written out only when a violation needs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Element(usize),
}

impl<'a> Place<'a> {
    pub(super) fn root(name: &'a str) -> Self {
        Self {
            parent: None,
            step: Step::Member(name),
        }
    }

    pub(super) fn member(&'a self, name: &'a str) -> Self {
        Self {
            parent: Some(self),
            step: Step::Member(name),
        }
    }

    pub(super) fn element(&'a self, index: usize) -> Self {
        Self {
            parent: Some(self),
            step: Step::Element(index),
        }
    }

    /// How messages call the value.
    fn subject(&self) -> String {
        match (self.step, self.parent) {
            (Step::Member(name), _) => shortened(name),
            (Step::Element(_), Some(list)) => format!("each value in {}", list.subject()),
            (Step::Element(_), None) => "each value".to_owned(),
        }
    }

    fn text(&self) -> String {
        let mut text = self.parent.map(Place::text).unwrap_or_default();
        if !text.is_empty() {
            text.push('.');
        }
        match self.step {
            Step::Member(name) => text.push_str(&shortened(name)),
            // Writing to a String does not fail.
            Step::Element(index) => _ = write!(text, "{index}"),
        }
        text
    }

    /// A violation here, said of the value's name.
    pub(super) fn violation(&self, complaint: &str) -> Violation {
        Violation {
            place: self.text(),
            message: format!("{} {complaint}", self.subject()),
        }
    }

    /// A member here that nobody knows.
    pub(super) fn unknown_member(&self) -> Violation {
        Violation {
            place: self.text(),
            message: format!("property {} should not exist", self.subject()),
        }
    }

    /// A violation here by a value of the wrong kind, or by none.
    pub(super) fn wrong_kind(&self, schemas: &Schemas, schema: &Schema) -> Violation {
        let kind = schemas.kind(schema);
        match (self.parent, kind) {
            (None, Some(Kind::Array)) => Violation {
                place: self.text(),
                message: format!("Expected {} to be an array", self.subject()),
            },
            (None, Some(Kind::Object)) => Violation {
                place: self.text(),
                message: format!("Expected {} to be an object", self.subject()),
            },
            _ => self.violation(&expectation(schemas, schema)),
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// What the service says about a value that is missing or of the wrong kind.
pub(super) fn expectation(schemas: &Schemas, schema: &Schema) -> String {
    let schema = schemas.resolve(schema);
    if let Some(choices) = &schema.choices {
        return one_of_the_choices(choices);
    }
    match (schemas.kind(schema), schema.format) {
        (Some(Kind::String), Some(Format::Email)) => "must be an email",
        (Some(Kind::String), Some(Format::DateTime)) => "must be a valid ISO 8601 date string",
        (Some(Kind::String), _) => "must be a string",
        (Some(Kind::Integer), _) => "must be an integer number",
        (Some(Kind::Number), _) => "must be a number conforming to the specified constraints",
        (Some(Kind::Boolean), _) => "must be a boolean value",
        (Some(Kind::Array), _) => "must be an array",
        (Some(Kind::Object), _) => "must be an object",
        (None, _) => "should not be empty",
    }
    .to_owned()
}

pub(super) fn one_of_the_choices(choices: &[Value]) -> String {
    let choices: Vec<_> = choices
        .iter()
        .map(|choice| {
            choice
                .as_str()
                .map_or_else(|| choice.to_string(), str::to_owned)
        })
        .collect();
    format!(
        "must be one of the following values: {}",
        choices.join(", ")
    )
}
