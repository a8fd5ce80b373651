//! Tenants, which the wire calls accounts as well.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::table::Row;

/// A tenant.
#[derive(Debug, Clone)]
pub(crate) struct Tenant {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Any JSON value; answers carry it as text.
    pub(crate) metadata: Option<Value>,
    pub(crate) creator_name: Option<String>,
    pub(crate) creator_email: Option<String>,
    /// The account above, if this is a sub-account.
    pub(crate) parent: Option<String>,
    /// Whether nobody can be invited to it.
    pub(crate) is_locked: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

impl Row for Tenant {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Tenant {
    pub(crate) fn new(id: impl Into<String>, name: impl Into<String>, now: DateTime<Utc>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            metadata: None,
            creator_name: None,
            creator_email: None,
            parent: None,
            is_locked: false,
            created_at: now,
            updated_at: now,
        }
    }

    /// Adds keys to the metadata and overwrites those that are there. Metadata that is no object is replaced.
    pub(crate) fn merge_metadata(&mut self, more: &Value, now: DateTime<Utc>) {
        match (&mut self.metadata, more) {
            (Some(Value::Object(own)), Value::Object(more)) => {
                own.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
            }
            (own, more) => *own = Some(more.clone()),
        }
        self.updated_at = now;
    }

    /// Removes a key of the metadata, if it is there.
    pub(crate) fn remove_metadata(&mut self, key: &str, now: DateTime<Utc>) {
        if let Some(Value::Object(own)) = &mut self.metadata {
            own.remove(key);
        }
        self.updated_at = now;
    }

    /// The metadata as the wire has it: JSON in a string.
    pub(crate) fn metadata_text(&self) -> String {
        match &self.metadata {
            Some(value) => value.to_string(),
            None => Value::Object(Map::new()).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn metadata_is_merged_by_key_and_any_other_value_replaced() {
        let now = Utc::now();
        let mut tenant = Tenant::new("t", "T", now);
        tenant.merge_metadata(&json!({"a": 1, "b": 2}), now);
        tenant.merge_metadata(&json!({"b": 3}), now);
        assert_eq!(tenant.metadata_text(), r#"{"a":1,"b":3}"#);
        tenant.remove_metadata("a", now);
        assert_eq!(tenant.metadata, Some(json!({"b": 3})));
        tenant.merge_metadata(&json!(42), now);
        tenant.remove_metadata("a", now);
        assert_eq!(tenant.metadata_text(), "42");
    }
}
