//! Reading the document: its operations with what the emulator needs of them.

use std::collections::BTreeMap;

use http::{Method, StatusCode};
use serde::Deserialize;

use super::paths::Params;
use super::schema::{Schema, Schemas};

/// One operation of the description.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The operation id, in snake case.
    pub(crate) id: String,
    /// The HTTP method.
    pub(crate) method: Method,
    /// The path with its parameters in braces, from `/resources` on.
    pub(crate) template: String,
    /// Whether the operation is open to callers without a token (`security: []` in the document).
    pub(crate) public: bool,
    pub(super) parameters: Vec<Parameter>,
    /// Schema of the JSON body; `None` if the operation takes none.
    pub(super) body: Option<Schema>,
    /// The answers with the schemas of their JSON bodies, by rising status.
    pub(super) answers: Vec<(StatusCode, Option<Schema>)>,
}

impl Operation {
    /// Whether the description demands this request header (written in lower case).
    pub(crate) fn requires_header(&self, name: &str) -> bool {
        self.parameters_in(Location::Header)
            .any(|parameter| parameter.required && parameter.name == name)
    }

    pub(super) fn parameters_in(&self, location: Location) -> impl Iterator<Item = &Parameter> {
        self.parameters
            .iter()
            .filter(move |parameter| parameter.location == location)
    }

    /// The lowest successful status that has a body, else the lowest.
    ///
    /// Where a write is described with an empty 200 and a full 201, the second tells a client more.
    pub(super) fn success(&self) -> (StatusCode, Option<&Schema>) {
        let successes = || {
            self.answers
                .iter()
                .filter(|(status, _)| status.is_success())
        };
        let chosen = successes()
            .find(|(_, schema)| schema.is_some())
            .or_else(|| successes().next());
        chosen.map_or((StatusCode::OK, None), |(status, schema)| {
            (*status, schema.as_ref())
        })
    }

    /// Parameters of a path that is known to end like this operation's template.
    pub(super) fn params_of(&self, path: &str) -> Params {
        let path = path.strip_suffix('/').unwrap_or(path);
        let pairs = self.template.rsplit('/').zip(path.rsplit('/'));
        let mut params: Vec<_> = pairs
            .filter_map(|(part, text)| Some((parameter_name(part)?, text)))
            .collect();
        params.reverse();
        Params::decoded(params)
    }
}

/// The name in a path segment like `{userId}`.
pub(super) fn parameter_name(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// A parameter of an operation.
#[derive(Debug, Deserialize)]
pub(super) struct Parameter {
    pub(super) name: String,
    #[serde(rename = "in")]
    pub(super) location: Location,
    #[serde(default)]
    pub(super) required: bool,
    #[serde(default)]
    pub(super) schema: Schema,
    explode: Option<bool>,
}

impl Parameter {
    /// Whether several values are joined by commas in one text instead of being repeated.
    pub(super) fn comma_joined(&self) -> bool {
        self.explode == Some(false)
    }
}

/// Where a parameter is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// The operations and the named schemas of the document.
pub(super) fn read(text: &str) -> Result<(Vec<Operation>, Schemas), serde_json::Error> {
    let document: Document = serde_json::from_str(text)?;
    let mut operations = Vec::new();
    for (template, item) in document.paths {
        for (method, raw) in item {
            if let Ok(method) = Method::from_bytes(method.to_ascii_uppercase().as_bytes()) {
                operations.push(raw.into_operation(method, template.clone()));
            }
        }
    }
    Ok((operations, document.components.schemas))
}

#[derive(Deserialize)]
struct Document {
    paths: BTreeMap<String, BTreeMap<String, RawOperation>>,
    components: Components,
}

#[derive(Deserialize)]
struct Components {
    schemas: Schemas,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawOperation {
    operation_id: String,
    security: Option<Vec<serde_json::Value>>,
    #[serde(default)]
    parameters: Vec<Parameter>,
    #[serde(default)]
    request_body: Content,
    responses: BTreeMap<String, Content>,
}

impl RawOperation {
    fn into_operation(self, method: Method, template: String) -> Operation {
        let answers = self.responses.into_iter();
        let answers = answers
            .filter_map(|(status, content)| Some((status.parse().ok()?, content.into_schema())));
        Operation {
            id: self.operation_id,
            method,
            template,
            public: self.security.as_ref().is_some_and(Vec::is_empty),
            parameters: self.parameters,
            body: self.request_body.into_schema(),
            answers: answers.collect(),
        }
    }
}

/// A request or response body, by media type.
#[derive(Default, Deserialize)]
struct Content {
    #[serde(default)]
    content: BTreeMap<String, Media>,
}

impl Content {
    fn into_schema(mut self) -> Option<Schema> {
        self.content
            .remove("application/json")
            .map(|media| media.schema)
    }
}

#[derive(Deserialize)]
struct Media {
    #[serde(default)]
    schema: Schema,
}
