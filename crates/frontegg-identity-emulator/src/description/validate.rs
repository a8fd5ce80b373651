//! A JSON value against a schema. Says what is wrong in the manner of the service, and where.
//!
//! Own code and not a JSON Schema library: the document uses few keywords, the messages have to sound like the service's,
//! and loose reading bends rules that JSON Schema has no word for. The work is linear in the size of the value, except that
//! `oneOf` looks at it once a variant; the depth is that of the schema, never that of the value.

use serde_json::{Number, Value};

use super::formats;
use super::schema::{Format, Kind, Schema, Schemas};
use super::violation::{Place, Violation, expectation, one_of_the_choices};

/// Violations that are reported at once; the rest is not looked for.
pub(super) const MOST_VIOLATIONS: usize = 50;
/// Schemas inside one another that are followed; the document needs a fraction of it.
const DEEPEST: usize = 64;

/// From here on a whole number has no place in 64 bits.
pub(super) const LARGEST_INTEGER: f64 = 9_223_372_036_854_775_808.0;

/// How a value is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// A request: unknown members are ignored, and null may stand for a member that may be missing.
    Loose,
    /// A request to the letter: unknown members are refused.
    Strict,
    /// An answer: unknown members are allowed, everything else is taken to the letter.
    Answer,
}

/// All violations of the schema by the value; `root` is the name of the value's place.
pub(super) fn validate(
    schemas: &Schemas,
    reading: Reading,
    schema: &Schema,
    value: &Value,
    root: &str,
) -> Vec<Violation> {
    validate_at(schemas, reading, schema, value, &Place::root(root))
}

/// As [`validate`], for a value that is a member of something.
pub(super) fn validate_at(
    schemas: &Schemas,
    reading: Reading,
    schema: &Schema,
    value: &Value,
    place: &Place<'_>,
) -> Vec<Violation> {
    let mut validator = Validator {
        schemas,
        reading,
        depth: 0,
        found: Vec::new(),
    };
    validator.value(schema, value, place);
    validator.found
}

struct Validator<'a> {
    schemas: &'a Schemas,
    reading: Reading,
    depth: usize,
    found: Vec<Violation>,
}

impl Validator<'_> {
    fn value(&mut self, schema: &Schema, value: &Value, place: &Place<'_>) {
        if self.found.len() >= MOST_VIOLATIONS || self.depth >= DEEPEST {
            return;
        }
        self.depth += 1;
        self.shape(schema, value, place);
        if let (Reading::Strict, Value::Object(object)) = (self.reading, value) {
            self.refuse_unknown(schema, object, place);
        }
        self.depth -= 1;
    }

    /// Everything but unknown members, which only the whole of an `allOf` can tell.
    fn shape(&mut self, schema: &Schema, value: &Value, place: &Place<'_>) {
        let schema = self.schemas.resolve(schema);
        if value.is_null() && schema.nullable {
            return;
        }
        for part in &schema.all_of {
            self.depth += 1;
            if self.depth < DEEPEST {
                self.shape(part, value, place);
            }
            self.depth -= 1;
        }
        self.variants(schema, value, place);
        if schema.kind.is_some_and(|kind| !is_of(kind, value)) {
            self.found.push(place.wrong_kind(self.schemas, schema));
            return;
        }
        if let Some(choices) = schema
            .choices
            .as_ref()
            .filter(|choices| !choices.contains(value))
        {
            self.found
                .push(place.violation(&one_of_the_choices(choices)));
            return;
        }
        match value {
            Value::String(text) => self.text(schema, text, place),
            Value::Number(number) => self.number(schema, number, place),
            Value::Array(elements) => self.elements(schema, elements, place),
            Value::Object(object) => self.members(schema, object, place),
            Value::Null | Value::Bool(_) => {}
        }
    }

    /// One variant has to fit. More may, unlike in JSON Schema: the variants of the document overlap.
    fn variants(&mut self, schema: &Schema, value: &Value, place: &Place<'_>) {
        let mut nearest: Option<Vec<Violation>> = None;
        for variant in &schema.one_of {
            let mut attempt = Validator {
                schemas: self.schemas,
                reading: self.reading,
                depth: self.depth,
                found: Vec::new(),
            };
            attempt.value(variant, value, place);
            if attempt.found.is_empty() {
                return;
            }
            if nearest
                .as_ref()
                .is_none_or(|best| attempt.found.len() < best.len())
            {
                nearest = Some(attempt.found);
            }
        }
        self.found.extend(nearest.unwrap_or_default());
    }

    fn text(&mut self, schema: &Schema, text: &str, place: &Place<'_>) {
        let fits_format = match schema.format {
            Some(Format::Email) => formats::is_email(text),
            Some(Format::DateTime) => formats::is_date_time(text),
            Some(Format::Other) | None => true,
        };
        if !fits_format {
            self.found
                .push(place.violation(&expectation(self.schemas, schema)));
        }
        if let Some(most) = schema
            .max_length
            .filter(|most| text.chars().nth(*most).is_some())
        {
            self.found.push(place.violation(&format!(
                "must be shorter than or equal to {most} characters"
            )));
        }
        if let Some(pattern) = schema
            .pattern
            .as_ref()
            .filter(|pattern| !pattern.fits(text))
        {
            self.found.push(
                place.violation(&format!("must match /{}/ regular expression", pattern.text)),
            );
        }
    }

    fn number(&mut self, schema: &Schema, written: &Number, place: &Place<'_>) {
        let number = written.as_f64().unwrap_or_default();
        let found = self.found.len();
        if let Some(least) = schema.minimum.filter(|least| number < *least) {
            self.found
                .push(place.violation(&format!("must not be less than {least}")));
        }
        if let Some(most) = schema.maximum.filter(|most| number > *most) {
            self.found
                .push(place.violation(&format!("must not be greater than {most}")));
        }
        // Nobody can keep it as an integer, nor write it as one again.
        let is_lost = written.is_f64()
            && (self.reading == Reading::Answer || number.abs() >= LARGEST_INTEGER);
        if schema.kind == Some(Kind::Integer) && is_lost && found == self.found.len() {
            self.found.push(place.wrong_kind(self.schemas, schema));
        }
    }

    fn elements(&mut self, schema: &Schema, elements: &[Value], place: &Place<'_>) {
        let Some(items) = &schema.items else {
            return;
        };
        for (index, element) in elements.iter().enumerate() {
            if self.found.len() >= MOST_VIOLATIONS {
                return;
            }
            self.value(items, element, &place.element(index));
        }
    }

    fn members(
        &mut self,
        schema: &Schema,
        object: &serde_json::Map<String, Value>,
        place: &Place<'_>,
    ) {
        for name in schema.promised().filter(|name| !object.contains_key(*name)) {
            let place = place.member(name);
            self.found.push(match schema.properties.get(name) {
                Some(member) => place.wrong_kind(self.schemas, member),
                None => place.violation("should not be empty"),
            });
        }
        for (name, member) in &schema.properties {
            let Some(value) = object.get(name) else {
                continue;
            };
            let stands_for_nothing = value.is_null() && !schema.required.contains(name);
            if self.reading == Reading::Loose && stands_for_nothing {
                continue;
            }
            self.value(member, value, &place.member(name));
        }
    }

    fn refuse_unknown(
        &mut self,
        schema: &Schema,
        object: &serde_json::Map<String, Value>,
        place: &Place<'_>,
    ) {
        let schema = self.schemas.resolve(schema);
        // Each variant has refused what it does not know.
        if schema.is_open() || !schema.one_of.is_empty() {
            return;
        }
        let room = MOST_VIOLATIONS.saturating_sub(self.found.len());
        let unknown = object
            .keys()
            .filter(|name| !self.knows(schema, name, 0))
            .take(room);
        let unknown: Vec<_> = unknown
            .map(|name| place.member(name).unknown_member())
            .collect();
        self.found.extend(unknown);
    }

    fn knows(&self, schema: &Schema, name: &str, depth: usize) -> bool {
        let schema = self.schemas.resolve(schema);
        schema.additional_properties
            || schema.properties.contains_key(name)
            || (depth < DEEPEST
                && schema
                    .all_of
                    .iter()
                    .any(|part| self.knows(part, name, depth + 1)))
    }
}

fn is_of(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::String => value.is_string(),
        Kind::Boolean => value.is_boolean(),
        Kind::Array => value.is_array(),
        Kind::Object => value.is_object(),
        Kind::Number => value.is_number(),
        Kind::Integer => {
            value.is_i64()
                || value.is_u64()
                || value.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
    }
}

#[cfg(test)]
mod tests;
