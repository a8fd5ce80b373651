//! What the request says under the name of a member of the answer.

use serde_json::Value;

use super::super::paths::Params;
use super::super::schema::{Schema, Schemas};
use super::super::texts;
use super::super::validate::{Reading, validate};

/// The parts of a request that an answer repeats.
pub(super) struct Echo<'a> {
    pub(super) schemas: &'a Schemas,
    pub(super) body: Option<&'a Value>,
    pub(super) params: &'a Params,
    pub(super) query: &'a [(String, String)],
}

impl Echo<'_> {
    /// The member's value as the request has it, if it is valid in the answer.
    ///
    /// `said` is the object of the request that the answer's object corresponds to. A path's `id` is the id of the whole
    /// answer; other path parameters, such as a user's id, hold throughout.
    pub(super) fn of(
        &self,
        name: &str,
        schema: &Schema,
        said: Option<&Value>,
        depth: usize,
    ) -> Option<Value> {
        let from_body = said.and_then(|said| said.get(name)).cloned();
        let from_path = || self.params.get(name).filter(|_| depth == 0 || name != "id");
        let from_query = || {
            self.query
                .iter()
                .find(|(own, _)| depth == 0 && own == name)
                .map(|(_, text)| text.as_str())
        };
        let from_text = || {
            from_path()
                .or_else(from_query)
                .map(|text| texts::value_of(self.schemas, schema, text))
        };
        let value = from_body.or_else(from_text)?;
        validate(self.schemas, Reading::Answer, schema, &value, name)
            .is_empty()
            .then_some(value)
    }
}
