//! API tokens to start with.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

use super::super::State;
use super::super::api_tokens::{ApiToken, Grant};
use super::super::links::end;
use super::super::users::Membership;
use super::{NewTenant, NewUser};
use crate::crypto::random;

/// An API token to start with: a client id and a secret to be exchanged for access tokens.
#[derive(Clone, Default)]
#[must_use]
pub struct NewApiToken {
    client_id: String,
    secret: String,
    tenant: Option<String>,
    user: Option<String>,
    description: Option<String>,
    metadata: Map<String, Value>,
    roles: Vec<String>,
    permissions: Vec<String>,
    life: Option<TimeDelta>,
}

impl NewApiToken {
    /// An API token with these credentials; on the wire both are UUIDs. It is a tenant's unless [`Self::user`] says
    /// otherwise.
    pub fn new(client_id: impl Into<String>, secret: impl Into<String>) -> Self {
        Self {
            client_id: client_id.into(),
            secret: secret.into(),
            ..Self::default()
        }
    }

    /// The tenant, which is made if it is not there yet. Without one it is the user's active tenant, or a new one.
    pub fn tenant(mut self, id: impl Into<String>) -> Self {
        self.tenant = Some(id.into());
        self
    }

    /// Makes it a user's own, by id or e-mail address. It has the roles of the user, who is made if there is none yet.
    pub fn user(mut self, id_or_email: impl Into<String>) -> Self {
        self.user = Some(id_or_email.into());
        self
    }

    /// A role of a tenant's token, by key. One that is not there yet is made.
    pub fn role(mut self, key: impl Into<String>) -> Self {
        self.roles.push(key.into());
        self
    }

    /// A permission of a tenant's token, by key, if it has no roles. One that is not there yet is made.
    pub fn permission(mut self, key: impl Into<String>) -> Self {
        self.permissions.push(key.into());
        self
    }

    /// The description.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The metadata, an object that access tokens carry as it is.
    pub fn metadata(mut self, metadata: Map<String, Value>) -> Self {
        self.metadata = metadata;
        self
    }

    /// How long the credentials are good for; without it they never expire.
    pub fn expires_in(mut self, life: TimeDelta) -> Self {
        self.life = Some(life);
        self
    }
}

/// Without the secret.
impl fmt::Debug for NewApiToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewApiToken")
            .field("client_id", &self.client_id)
            .field("tenant", &self.tenant)
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

impl State {
    /// Adds an API token.
    pub(crate) fn seed_api_token(&mut self, new: NewApiToken, now: DateTime<Utc>) {
        let user_id = new.user.map(|name| self.seeded_user(&name, now));
        let active = user_id
            .as_deref()
            .and_then(|id| self.users.get(id))
            .and_then(|user| user.active_tenant.clone());
        let tenant_id = new.tenant.or(active).unwrap_or_else(random::uuid);
        if !self.tenants.contains(&tenant_id) {
            let name = format!("Tenant {}", self.tenants.len() + 1);
            self.seed_tenant(NewTenant::new(name).id(tenant_id.clone()), now);
        }
        if let Some(user) = user_id.as_deref().and_then(|id| self.users.get_mut(id)) {
            user.join(Membership::new(tenant_id.clone(), Vec::new()));
        }
        let roles = new.roles.iter();
        let roles: Vec<String> = roles
            .map(|key| self.role_id(key, &tenant_id, now))
            .collect();
        let permissions = new.permissions.iter();
        let permissions = permissions
            .map(|key| self.permission_id(key, now))
            .collect();
        let mut token = ApiToken::new(tenant_id, user_id, now);
        token.client_id = new.client_id;
        token.secret = new.secret;
        token.description = new.description;
        token.metadata = new.metadata;
        token.grant = if roles.is_empty() {
            Grant::Permissions(permissions)
        } else {
            Grant::Roles(roles)
        };
        token.expires_at = new.life.map(|life| end(now, life));
        self.api_tokens.insert(token);
    }

    fn seeded_user(&mut self, name: &str, now: DateTime<Utc>) -> String {
        let known = self.users.get(name).or_else(|| self.users.by_email(name));
        match known.map(|user| user.id.clone()) {
            Some(id) => id,
            None => self.seed_user(NewUser::new(name), now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_brings_what_it_needs_along() {
        let (mut state, now) = (State::default(), Utc::now());
        let user = NewApiToken::new("of-user", "s").user("ann@example.com");
        state.seed_api_token(user, now);
        let tenant = NewApiToken::new("of-tenant", "s")
            .tenant("acme")
            .role("Robot")
            .permission("unused");
        state.seed_api_token(tenant, now);
        let ann = state.users.by_email("ann@example.com").unwrap();
        let of_user = state.api_tokens.get("of-user").unwrap();
        assert_eq!(of_user.user_id.as_deref(), Some(ann.id.as_str()));
        assert_eq!(Some(&of_user.tenant_id), ann.active_tenant.as_ref());
        let robot = state.catalogue.role_by_key("Robot", "acme").unwrap();
        let of_tenant = state.api_tokens.get("of-tenant").unwrap();
        assert_eq!(of_tenant.grant, Grant::Roles(vec![robot.id.clone()]));
        assert!(state.tenants.contains("acme"));
    }

    #[test]
    fn debug_keeps_the_secret() {
        let shown = format!("{:?}", NewApiToken::new("visible", "hush").tenant("acme"));
        assert!(
            shown.contains("visible") && !shown.contains("hush"),
            "{shown}"
        );
    }
}
