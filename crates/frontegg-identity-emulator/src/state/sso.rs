//! Logins through other services: the tenants' identity providers, and social ones.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64;
use serde_json::{Map, Value};

use super::links::end;
use super::recent::Recent;
use super::table::{Row, Table};
use crate::crypto::random;

/// How long a login through another service may take, and how long its word is good.
const LIFE: TimeDelta = TimeDelta::minutes(10);

/// How a tenant's identity provider speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SsoKind {
    /// SAML 2.0.
    Saml,
    /// OpenID Connect.
    Oidc,
}

impl SsoKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Saml => "saml",
            Self::Oidc => "oidc",
        }
    }
}

/// A tenant's connection to its identity provider, to start with.
#[derive(Debug, Clone)]
#[must_use]
pub struct NewSsoConnection {
    kind: SsoKind,
    tenant_id: String,
    domains: Vec<String>,
}

impl NewSsoConnection {
    /// A connection of this tenant, which is made if it is not there yet.
    pub fn new(kind: SsoKind, tenant_id: impl Into<String>) -> Self {
        Self {
            kind,
            tenant_id: tenant_id.into(),
            domains: Vec::new(),
        }
    }

    /// Sends users whose e-mail address has this domain to the connection.
    pub fn domain(mut self, domain: impl Into<String>) -> Self {
        self.domains.push(domain.into());
        self
    }

    pub(super) fn into_connection(self) -> Connection {
        Connection {
            kind: self.kind,
            tenant_id: self.tenant_id,
            domains: self.domains,
        }
    }
}

/// A tenant's connection to its identity provider.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    pub(crate) kind: SsoKind,
    pub(crate) tenant_id: String,
    domains: Vec<String>,
}

/// A login that was sent to an identity provider.
#[derive(Debug, Clone)]
struct Asked {
    kind: SsoKind,
    tenant_id: String,
    /// The address that the user named.
    email: Option<String>,
    expires_at: DateTime<Utc>,
}

/// An identity provider's word on who a user is, good once.
#[derive(Debug, Clone)]
pub(crate) struct Assertion {
    pub(crate) issuer: Issuer,
    pub(crate) email: String,
    /// What the login was sent out with, and what has to come back with the word.
    state: Option<String>,
    expires_at: DateTime<Utc>,
}

/// Who gives a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Issuer {
    Tenant {
        kind: SsoKind,
        tenant_id: String,
    },
    /// A social provider, by its type.
    Social(String),
}

/// A social provider as it was configured.
#[derive(Debug, Clone)]
pub(crate) struct Provider {
    /// `google` and the like; for a custom provider, an id.
    pub(crate) id: String,
    /// As sent, with its secret.
    pub(crate) members: Map<String, Value>,
}

impl Row for Provider {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Provider {
    pub(crate) fn is_active(&self) -> bool {
        self.members.get("active") != Some(&Value::Bool(false))
    }

    /// The name under which users come from it.
    pub(crate) fn kind(&self) -> &str {
        let kind = self.members.get("type").and_then(Value::as_str);
        kind.unwrap_or(&self.id)
    }
}

/// Connections, social providers, and logins on their way through them.
#[derive(Debug, Default)]
pub(crate) struct Sso {
    connections: Vec<Connection>,
    asked: Recent<String, Asked>,
    assertions: Recent<String, Assertion>,
    pub(crate) social: Table<Provider>,
    pub(crate) custom: Table<Provider>,
}

impl Sso {
    pub(crate) fn connect(&mut self, connection: Connection) {
        self.connections.push(connection);
    }

    pub(crate) fn forget_tenant(&mut self, tenant_id: &str) {
        self.connections.retain(|one| one.tenant_id != tenant_id);
    }

    /// The connection of a domain, a tenant, or both.
    pub(crate) fn connection(
        &self,
        domain: Option<&str>,
        tenant_id: Option<&str>,
    ) -> Option<&Connection> {
        if domain.is_none() && tenant_id.is_none() {
            return None;
        }
        let has_domain = |one: &Connection, domain: &str| {
            one.domains
                .iter()
                .any(|own| own.eq_ignore_ascii_case(domain))
        };
        self.connections.iter().find(|one| {
            tenant_id.is_none_or(|id| one.tenant_id == id)
                && domain.is_none_or(|domain| has_domain(one, domain))
        })
    }

    /// Whether a social or custom provider of this type is there for users.
    pub(crate) fn has_provider(&self, kind: &str) -> bool {
        self.social
            .iter()
            .chain(self.custom.iter())
            .any(|one| one.kind() == kind && one.is_active())
    }

    /// Sends a login to an identity provider; what it is known by on the way.
    pub(crate) fn send(
        &mut self,
        kind: SsoKind,
        tenant_id: &str,
        email: Option<&str>,
        now: DateTime<Utc>,
    ) -> String {
        let state = random::token();
        let asked = Asked {
            kind,
            tenant_id: tenant_id.to_owned(),
            email: email.map(str::to_owned),
            expires_at: end(now, LIFE),
        };
        self.asked.insert(state.clone(), asked);
        state
    }

    /// The tenant that a login was sent out for, and the address that the user named.
    pub(crate) fn sent(
        &self,
        kind: SsoKind,
        state: &str,
        now: DateTime<Utc>,
    ) -> Option<(&str, Option<&str>)> {
        let asked = self.asked.get(state)?;
        let is_open = asked.kind == kind && now < asked.expires_at;
        is_open.then_some((&asked.tenant_id, asked.email.as_deref()))
    }

    /// Gives a provider's word. What stands for it is a code or, of a SAML provider, a response in base64.
    pub(crate) fn assert(
        &mut self,
        issuer: Issuer,
        email: &str,
        state: Option<&str>,
        now: DateTime<Utc>,
    ) -> String {
        let mut word = random::token();
        if let Issuer::Tenant {
            kind: SsoKind::Saml,
            ..
        } = &issuer
        {
            word = BASE64.encode(format!("<samlp:Response ID=\"_{word}\"/>").as_bytes());
        }
        let assertion = Assertion {
            issuer,
            email: email.to_owned(),
            state: state.map(str::to_owned),
            expires_at: end(now, LIFE),
        };
        self.assertions.insert(word.clone(), assertion);
        word
    }

    /// Takes a word that is good. It has to come with the state that the login was sent out with, if there was one.
    pub(crate) fn take(
        &mut self,
        word: &str,
        state: Option<&str>,
        now: DateTime<Utc>,
    ) -> Option<Assertion> {
        let own = self.assertions.get(word)?;
        if now >= own.expires_at || own.state.as_deref().is_some_and(|own| state != Some(own)) {
            return None;
        }
        if let Some(state) = &own.state {
            self.asked.remove(state);
        }
        self.assertions.remove(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_is_found_by_domain_by_tenant_or_by_both() {
        let mut sso = Sso::default();
        let new = NewSsoConnection::new(SsoKind::Saml, "t-1").domain("Acme.com");
        sso.connect(new.into_connection());
        let found = |domain, tenant| sso.connection(domain, tenant).is_some();
        assert!(found(Some("acme.com"), None));
        assert!(found(None, Some("t-1")));
        assert!(found(Some("acme.com"), Some("t-1")));
        assert!(!found(Some("acme.com"), Some("t-2")));
        assert!(!found(Some("other.com"), None));
        assert!(!found(None, None));
    }

    #[test]
    fn a_word_is_good_once_in_time_and_with_its_state() {
        let now = Utc::now();
        let mut sso = Sso::default();
        let social = || Issuer::Social("google".to_owned());
        let word = sso.assert(social(), "a@b.c", Some("s"), now);
        assert!(sso.take(&word, Some("t"), now).is_none());
        assert!(sso.take(&word, None, now).is_none());
        assert!(sso.take(&word, Some("s"), now + LIFE).is_none());
        assert_eq!(sso.take(&word, Some("s"), now).unwrap().email, "a@b.c");
        assert!(sso.take(&word, Some("s"), now).is_none());
    }
}
