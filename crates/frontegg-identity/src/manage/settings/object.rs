//! JSON whose members the service does not say.

use std::fmt;

use serde_json::{Map, Value};

/// An object of JSON whose members only the service, or only you, know.
///
/// `Debug` shows names of members and no value: any may be private.
///
/// ```
/// use frontegg_identity::manage::JsonObject;
/// use serde_json::json;
///
/// let claims = JsonObject::new().with("iss", "https://acme.frontegg.com").with("level", 3);
/// assert_eq!(claims.get("level"), Some(&json!(3)));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct JsonObject(Map<String, Value>);

impl JsonObject {
    /// One without members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with a member, in place of one of the same name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// A member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// All members.
    #[must_use]
    pub fn members(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl From<Map<String, Value>> for JsonObject {
    fn from(members: Map<String, Value>) -> Self {
        Self(members)
    }
}

impl From<JsonObject> for Map<String, Value> {
    fn from(object: JsonObject) -> Self {
        object.0
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
