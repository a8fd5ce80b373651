//! The corrected description at run time: finding operations, checking requests, answering from schemas.
//!
//! The document is compiled in and read once a process, into just the keywords that the emulator uses. It knows nothing of
//! state or of callers: who may call, and what a handler does, is decided elsewhere.

mod answer;
mod check;
mod document;
mod enums;
mod formats;
mod paths;
mod schema;
mod texts;
mod validate;
mod violation;

use std::sync::OnceLock;

use http::{Method, StatusCode};
use serde_json::Value;

pub(crate) use self::check::Strictness;
pub(crate) use self::document::Operation;
pub(crate) use self::paths::Params;
use self::paths::Paths;
use self::schema::Schemas;
pub(crate) use self::violation::Violation;
use crate::http::Request;

const DOCUMENT: &str = include_str!("../../../../openapi/corrected.json");

/// The description of the service.
#[derive(Debug)]
pub(crate) struct Description {
    operations: Vec<Operation>,
    paths: Paths,
    schemas: Schemas,
}

impl Description {
    /// The description, read at the first call.
    pub(crate) fn get() -> &'static Self {
        static DESCRIPTION: OnceLock<Description> = OnceLock::new();
        #[expect(
            clippy::expect_used,
            reason = "the document is compiled in, and a test reads it"
        )]
        DESCRIPTION
            .get_or_init(|| Self::read(DOCUMENT).expect("the compiled-in description is readable"))
    }

    fn read(text: &str) -> Result<Self, serde_json::Error> {
        let (operations, schemas) = document::read(text)?;
        Ok(Self {
            paths: Paths::new(&operations),
            operations,
            schemas,
        })
    }

    /// The operation of a method and a path below the base, as received: `/resources/...`, parameters percent-encoded. With
    /// it, the parameters of the path.
    ///
    /// One slash at the end does not matter. Case does.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Option<(&Operation, Params)> {
        let mut found = None;
        self.paths.visit(path, &mut |index| {
            let operation = &self.operations[index];
            if operation.method == *method {
                found.get_or_insert(operation);
            }
        });
        found.map(|operation| (operation, operation.params_of(path)))
    }

    /// All operations, by path and method.
    #[cfg(test)]
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter()
    }

    /// What the description does not allow about a request; nothing if all is well.
    pub(crate) fn check(
        &self,
        operation: &Operation,
        request: &Request,
        params: &Params,
        strictness: Strictness,
    ) -> Vec<Violation> {
        check::check(&self.schemas, operation, request, params, strictness)
    }

    /// The body as a value, from JSON or a form; null if the operation takes none.
    ///
    /// # Errors
    /// The body is not what its media type says, or the operation does not take that media type.
    pub(crate) fn read_body(
        &self,
        operation: &Operation,
        request: &Request,
    ) -> Result<Value, Violation> {
        match &operation.body {
            Some(schema) => check::read_body(&self.schemas, schema, request),
            None => Ok(Value::Null),
        }
    }

    /// Drops the nulls of a body that stand for members that may be missing; those that the schema allows stay.
    pub(crate) fn drop_nulls(&self, operation: &Operation, body: &mut Value) {
        if let Some(schema) = &operation.body {
            check::drop_nulls(&self.schemas, schema, body);
        }
    }

    /// A successful answer that is valid by the operation's schema: the same for the same path parameters, query and body.
    pub(crate) fn answer(
        &self,
        operation: &Operation,
        request: &Request,
    ) -> (StatusCode, Option<Value>) {
        let (status, schema) = operation.success();
        (
            status,
            schema.map(|schema| answer::answer(&self.schemas, operation, schema, request)),
        )
    }

    /// JSON pointers to the strings of an answer that the description takes from a list.
    pub(crate) fn enum_places(
        &self,
        operation: &Operation,
        status: StatusCode,
        body: &Value,
    ) -> Vec<String> {
        enums::places(&self.schemas, operation, status, body)
    }

    /// Whether the operation may answer with this status and body; null stands for no body.
    #[cfg(test)]
    pub(crate) fn answer_is_valid(
        &self,
        operation: &Operation,
        status: StatusCode,
        body: &Value,
    ) -> Result<(), Vec<Violation>> {
        use self::validate::{Reading, validate};
        use self::violation::Place;
        let Some((_, schema)) = operation.answers.iter().find(|(own, _)| *own == status) else {
            return Err(vec![
                Place::root("status").violation(&format!("{status} is not described")),
            ]);
        };
        let violations = match schema {
            Some(schema) => validate(&self.schemas, Reading::Answer, schema, body, "body"),
            None if body.is_null() => Vec::new(),
            None => vec![Place::root("body").violation("should be empty")],
        };
        if violations.is_empty() {
            Ok(())
        } else {
            Err(violations)
        }
    }
}

#[cfg(test)]
mod tests;
