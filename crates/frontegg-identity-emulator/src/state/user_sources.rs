//! Directories outside the environment that users can be checked against.

use serde_json::Value;

use super::table::Row;

/// A user source. Nobody is ever checked against it: the service is offline.
#[derive(Debug, Clone)]
pub(crate) struct UserSource {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) description: String,
    /// Its place among the others.
    pub(crate) index: i64,
    pub(crate) configuration: Value,
    pub(crate) app_ids: Vec<String>,
}

impl Row for UserSource {
    fn id(&self) -> &str {
        &self.id
    }
}
