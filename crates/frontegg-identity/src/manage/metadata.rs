//! What an application keeps with a user, a tenant or a token.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::error::{Error, ErrorKind};

/// JSON that an application keeps with something. On the wire it is mostly a text that holds JSON; here it is JSON.
///
/// `Debug` does not show it: it is the application's own, and may be private.
///
/// ```
/// use frontegg_identity::manage::Metadata;
/// use serde_json::json;
///
/// let metadata = Metadata::from(json!({ "plan": "gold" }));
/// assert_eq!(metadata.as_text(), r#"{"plan":"gold"}"#);
/// assert_eq!(metadata.to_json()?["plan"], "gold");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Metadata(String);

impl Metadata {
    /// Anything that can be written as JSON.
    ///
    /// # Errors
    /// JSON cannot hold it.
    pub fn of(value: &impl Serialize) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(Self)
    }

    /// Takes a text as it came.
    pub(crate) fn from_wire(text: String) -> Self {
        Self(text)
    }

    /// The JSON, for operations that take an object and no text.
    pub(crate) fn object(&self, doing: &'static str) -> Result<Map<String, Value>, Error> {
        // The cause is left out, since it may quote what is private.
        serde_json::from_str(&self.0).map_err(|_| Error::new(ErrorKind::Input, doing))
    }

    /// The text, which holds JSON.
    #[must_use]
    pub fn as_text(&self) -> &str {
        &self.0
    }

    /// The JSON.
    ///
    /// # Errors
    /// Somebody stored a text that holds none.
    pub fn to_json(&self) -> Result<Value, serde_json::Error> {
        self.read()
    }

    /// The JSON as a type of yours.
    ///
    /// # Errors
    /// It is not of this type, or no JSON.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

impl From<Value> for Metadata {
    fn from(json: Value) -> Self {
        Self(json.to_string())
    }
}

impl fmt::Debug for Metadata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metadata").finish_non_exhaustive()
    }
}
