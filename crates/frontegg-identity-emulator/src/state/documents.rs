//! Configuration that the service only keeps: JSON documents by kind, and lists of JSON entries.

use std::collections::BTreeMap;

use serde_json::Value;

use super::table::{Row, Table};

/// What a document configures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// The members of the identity configuration that are no setting of the emulator.
    Identity,
    Captcha,
    JwtTargeting,
    Lockout,
    Password,
    PasswordHistory,
    PasswordRotation,
    Sessions,
    Delegation,
    UserEmails,
    EmailDomains,
    Addresses,
    EmailProvider,
    SmsProvider,
    /// One for each occasion, which stands in the place of the tenant.
    EmailTemplate,
    SmsTemplate,
}

impl Kind {
    fn is_of_tenants(self) -> bool {
        !matches!(self, Self::EmailTemplate | Self::SmsTemplate)
    }
}

/// The scope of documents and entries of the environment itself.
pub(crate) const ENVIRONMENT: &str = "";

/// Documents by kind and scope. The scope is the id of a tenant, [`ENVIRONMENT`], or the type of a template.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    by_key: BTreeMap<(Kind, String), Value>,
    pub(crate) jwt_templates: Table<Entry>,
    pub(crate) email_domains: Table<Entry>,
    pub(crate) addresses: Table<Entry>,
    pub(crate) approval_flows: Table<Entry>,
}

/// One of a list of alike documents.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) id: String,
    /// The id of a tenant, or [`ENVIRONMENT`].
    pub(crate) scope: String,
    pub(crate) body: Value,
}

impl Row for Entry {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Documents {
    pub(crate) fn get(&self, kind: Kind, scope: &str) -> Option<&Value> {
        self.by_key.get(&(kind, scope.to_owned()))
    }

    pub(crate) fn set(&mut self, kind: Kind, scope: &str, document: Value) {
        self.by_key.insert((kind, scope.to_owned()), document);
    }

    pub(crate) fn remove(&mut self, kind: Kind, scope: &str) -> Option<Value> {
        self.by_key.remove(&(kind, scope.to_owned()))
    }

    /// The document that counts for a tenant: its own, else that of the environment.
    pub(crate) fn effective(&self, kind: Kind, tenant_id: &str) -> Option<&Value> {
        self.get(kind, tenant_id)
            .or_else(|| self.get(kind, ENVIRONMENT))
    }

    /// All documents of a kind.
    pub(crate) fn all(&self, kind: Kind) -> impl Iterator<Item = &Value> {
        self.by_key
            .iter()
            .filter(move |((own, _), _)| *own == kind)
            .map(|(_, document)| document)
    }

    /// Forgets what a tenant had configured.
    pub(crate) fn forget_tenant(&mut self, tenant_id: &str) {
        self.by_key
            .retain(|(kind, scope), _| !kind.is_of_tenants() || scope != tenant_id);
        for entries in [
            &mut self.email_domains,
            &mut self.addresses,
            &mut self.approval_flows,
        ] {
            forget(entries, tenant_id);
        }
    }
}

/// Removes the entries of a scope.
pub(crate) fn forget(entries: &mut Table<Entry>, scope: &str) {
    let ids: Vec<String> = entries
        .iter()
        .filter(|entry| entry.scope == scope)
        .map(|entry| entry.id.clone())
        .collect();
    for id in ids {
        entries.remove(&id);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_tenant_falls_back_to_the_environment_and_can_be_forgotten() {
        let mut documents = Documents::default();
        documents.set(Kind::Lockout, ENVIRONMENT, json!(1));
        documents.set(Kind::Lockout, "t", json!(2));
        documents.set(Kind::SmsTemplate, "t", json!(3));
        for scope in ["t", "u"] {
            documents.addresses.insert(Entry {
                id: scope.to_owned(),
                scope: scope.to_owned(),
                body: Value::Null,
            });
        }
        assert_eq!(
            documents.effective(Kind::Lockout, "t").cloned(),
            Some(json!(2))
        );
        documents.forget_tenant("t");
        assert_eq!(
            documents.effective(Kind::Lockout, "t").cloned(),
            Some(json!(1))
        );
        assert_eq!(documents.get(Kind::Lockout, "t"), None);
        assert_eq!(documents.all(Kind::SmsTemplate).count(), 1);
        let left: Vec<&str> = documents.addresses.iter().map(Row::id).collect();
        assert_eq!(left, ["u"]);
    }
}
