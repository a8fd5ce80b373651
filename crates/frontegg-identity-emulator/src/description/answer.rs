//! Answers from the schema: plausible, valid, and the same for the same request.
//!
//! Every value hangs on a hash of the request and of its own place in the answer, so a schema that gains a member
//! leaves the others as they were. What the request says under the same name is repeated.

mod chance;
mod echo;
mod values;

use serde_json::{Map, Value, json};

use self::chance::Chance;
use self::echo::Echo;
use super::check::read_body;
use super::document::Operation;
use super::schema::{Kind, Schema, Schemas};
use crate::http::Request;

/// Objects and lists inside one another; below, lists are empty and only promised members are there.
const DEEPEST: usize = 8;
/// Elements that a list or a page of a made-up answer has at most.
const LONGEST_LIST: u64 = 3;
/// Elements of a list that answer elements of the request one by one.
const MOST_ECHOED: usize = 100;

/// The body that answers this request, by its schema.
pub(super) fn answer(
    schemas: &Schemas,
    operation: &Operation,
    schema: &Schema,
    request: &Request,
) -> Value {
    let params = operation.params_of(&request.path);
    let query = request
        .query
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let said = params
        .iter()
        .chain(query.clone())
        .flat_map(|(name, text)| [name, text]);
    let said = [operation.id.as_str()]
        .into_iter()
        .chain(said)
        .map(str::as_bytes);
    let chance = Chance::of(said.chain([&request.body[..]]));

    let body = operation
        .body
        .as_ref()
        .and_then(|schema| read_body(schemas, schema, request).ok());
    let echo = Echo {
        schemas,
        body: body.as_ref(),
        params: &params,
        query: &request.query,
    };
    let page = Page::asked(&request.query);
    Answerer {
        schemas,
        echo,
        page,
    }
    .whole(schema, chance)
}

/// The part of a list that the request asks for.
struct Page {
    limit: u64,
    /// Made-up lists have one page, so that a client that turns pages comes to an end.
    beyond_the_end: bool,
}

impl Page {
    fn asked(query: &[(String, String)]) -> Self {
        let number = |wanted: &str| {
            query
                .iter()
                .find(|(name, _)| name == wanted)
                .and_then(|(_, text)| text.parse::<u64>().ok())
        };
        Self {
            limit: number("_limit").unwrap_or(u64::MAX),
            beyond_the_end: number("_offset").is_some_and(|offset| offset > 0),
        }
    }

    fn length(&self, chance: Chance) -> u64 {
        let length = (1 + chance.below(LONGEST_LIST)).min(self.limit);
        if self.beyond_the_end { 0 } else { length }
    }
}

struct Answerer<'a> {
    schemas: &'a Schemas,
    echo: Echo<'a>,
    page: Page,
}

impl<'a> Answerer<'a> {
    fn whole(&self, schema: &Schema, chance: Chance) -> Value {
        let schema = self.schemas.resolve(schema);
        match self.schemas.kind(schema) {
            None => json!({}),
            Some(Kind::Object) => self.object(schema, chance, 0, self.echo.body),
            Some(Kind::Array) => self.list(schema, chance),
            Some(_) => self.value(schema, "", chance, 0),
        }
    }

    /// A list that is the whole answer: one element for each in the request, if the request is a list.
    fn list(&self, schema: &Schema, chance: Chance) -> Value {
        let Some(items) = &schema.items else {
            return json!([]);
        };
        let element = |index: usize, said: Option<&Value>| {
            let chance = chance.at_index(index);
            match self.schemas.kind(items) {
                Some(Kind::Object) => self.object(items, chance, 1, said),
                _ => self.value(items, "", chance, 1),
            }
        };
        match self.echo.body.and_then(Value::as_array) {
            Some(said) => said
                .iter()
                .take(MOST_ECHOED)
                .enumerate()
                .map(|(index, said)| element(index, Some(said)))
                .collect(),
            None => (0..LONGEST_LIST as usize)
                .take(self.page.length(chance) as usize)
                .map(|index| element(index, None))
                .collect(),
        }
    }

    fn value(&self, schema: &Schema, name: &str, chance: Chance, depth: usize) -> Value {
        let schema = self.schemas.resolve(schema);
        if schema.nullable && values::is_rather_null(name, chance) {
            return Value::Null;
        }
        if let Some(wrapped) = schema.wrapped() {
            return self.value(wrapped, name, chance, depth);
        }
        if let Some(choices) = schema
            .choices
            .as_ref()
            .filter(|choices| !choices.is_empty())
        {
            return schema
                .default
                .clone()
                .unwrap_or_else(|| choices[chance.index(choices.len())].clone());
        }
        match self.schemas.kind(schema) {
            Some(Kind::String) => Value::String(values::text(schema, name, chance)),
            Some(Kind::Integer) => Value::from(values::integer(schema, name, chance)),
            Some(Kind::Number) => Value::from(values::number(schema, chance)),
            Some(Kind::Boolean) => Value::Bool(values::boolean(schema, name, chance)),
            Some(Kind::Object) => self.object(schema, chance, depth, None),
            Some(Kind::Array) => self.elements(schema, name, chance, depth),
            None => Value::String(values::text(schema, name, chance)),
        }
    }

    fn elements(&self, schema: &Schema, name: &str, chance: Chance, depth: usize) -> Value {
        let Some(items) = schema.items.as_ref().filter(|_| depth < DEEPEST) else {
            return json!([]);
        };
        let is_page = depth == 1 && name == "items";
        let length = if is_page {
            self.page.length(chance)
        } else {
            1 + chance.below(2)
        };
        let name = values::singular(name);
        let mut elements: Vec<Value> = Vec::new();
        for index in 0..length as usize {
            let element = self.value(items, name, chance.at_index(index), depth + 1);
            // A list of choices names none of them twice.
            if element.is_object() || !elements.contains(&element) {
                elements.push(element);
            }
        }
        Value::Array(elements)
    }

    /// `said` is the object of the request that this one answers.
    fn object(&self, schema: &Schema, chance: Chance, depth: usize, said: Option<&Value>) -> Value {
        let schema = self.schemas.resolve(schema);
        if let Some(variant) = (depth < DEEPEST).then(|| schema.one_of.first()).flatten() {
            return self.object(variant, chance, depth + 1, said);
        }
        let members = self.schemas.members(schema);
        let mut object = Map::new();
        for (&name, &member) in &members.by_name {
            let wanted = members.promised.contains(name)
                || (depth < DEEPEST && !values::is_rather_missing(name));
            if wanted {
                let value = self
                    .echo
                    .of(name, member, said, depth)
                    .unwrap_or_else(|| self.value(member, name, chance.at(name), depth + 1));
                object.insert(name.to_owned(), value);
            }
        }
        count_items(&mut object);
        Value::Object(object)
    }
}

/// Makes the totals of a page agree with its items: made-up lists are one page long.
fn count_items(object: &mut Map<String, Value>) {
    let Some(count) = object.get("items").and_then(Value::as_array).map(Vec::len) else {
        return;
    };
    let mut set = |name: &str, total: usize| {
        let place = match object.get_mut("_metadata") {
            Some(Value::Object(metadata)) if metadata.contains_key(name) => metadata.get_mut(name),
            _ => object.get_mut(name),
        };
        if let Some(place) = place.filter(|place| place.is_number()) {
            *place = Value::from(total);
        }
    };
    set("totalItems", count);
    set("total", count);
    set("totalPages", 1);
}

#[cfg(test)]
mod tests;
