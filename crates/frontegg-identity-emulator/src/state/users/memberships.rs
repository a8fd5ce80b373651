//! The places of a user in tenants.

use chrono::{DateTime, Utc};

use super::User;
use crate::crypto::random;

/// A user's place in a tenant.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    /// Names the membership where an application is assigned to it.
    pub(crate) id: String,
    pub(crate) tenant_id: String,
    pub(crate) role_ids: Vec<String>,
    pub(crate) is_disabled: bool,
    /// Whether the user has accepted, or was never asked.
    pub(crate) is_activated: bool,
    /// End of a temporary membership.
    pub(crate) expires_at: Option<DateTime<Utc>>,
}

impl Membership {
    /// An activated membership.
    pub(crate) fn new(tenant_id: impl Into<String>, role_ids: Vec<String>) -> Self {
        Self {
            id: random::uuid(),
            tenant_id: tenant_id.into(),
            role_ids,
            is_disabled: false,
            is_activated: true,
            expires_at: None,
        }
    }

    /// Whether the user may log in to the tenant.
    pub(crate) fn is_open(&self, now: DateTime<Utc>) -> bool {
        !self.is_disabled && self.expires_at.is_none_or(|end| now < end)
    }
}

impl User {
    pub(crate) fn membership(&self, tenant_id: &str) -> Option<&Membership> {
        self.memberships
            .iter()
            .find(|membership| membership.tenant_id == tenant_id)
    }

    pub(crate) fn membership_mut(&mut self, tenant_id: &str) -> Option<&mut Membership> {
        self.memberships
            .iter_mut()
            .find(|membership| membership.tenant_id == tenant_id)
    }

    /// Adds the user to a tenant, which becomes the active one if there was none. A membership that exists stays as is.
    pub(crate) fn join(&mut self, membership: Membership) {
        if self.membership(&membership.tenant_id).is_none() {
            self.active_tenant
                .get_or_insert_with(|| membership.tenant_id.clone());
            self.memberships.push(membership);
        }
    }

    /// Takes the user out of a tenant. Says whether there was such a membership.
    pub(crate) fn leave(&mut self, tenant_id: &str) -> bool {
        let before = self.memberships.len();
        self.memberships
            .retain(|membership| membership.tenant_id != tenant_id);
        self.application_tenants
            .retain(|_, tenant| tenant != tenant_id);
        if self.active_tenant.as_deref() == Some(tenant_id) {
            self.active_tenant = self
                .memberships
                .first()
                .map(|membership| membership.tenant_id.clone());
        }
        self.memberships.len() < before
    }

    /// The tenant that was last chosen, for the application or at all.
    pub(crate) fn wished_tenant(&self, application_id: Option<&str>) -> Option<&str> {
        let of_application = application_id
            .and_then(|id| self.application_tenants.get(id))
            .map(String::as_str);
        of_application.or(self.active_tenant.as_deref())
    }

    /// The tenant that a login leads to: the active one if it is open to the user, else the first that is.
    pub(crate) fn login_tenant(
        &self,
        application_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Option<&str> {
        let wished = self.wished_tenant(application_id);
        let open = |id: &&str| {
            self.membership(id)
                .is_some_and(|membership| membership.is_open(now))
        };
        wished.filter(open).or_else(|| {
            self.memberships
                .iter()
                .map(|one| one.tenant_id.as_str())
                .find(open)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Names;
    use super::*;

    #[test]
    fn a_login_leads_to_an_open_tenant() {
        let now = Utc::now();
        let mut user = User::new("u", Names::default(), now);
        assert_eq!(user.login_tenant(None, now), None);
        user.join(Membership::new("a", Vec::new()));
        user.join(Membership::new("b", Vec::new()));
        assert_eq!(user.login_tenant(None, now), Some("a"));
        user.application_tenants
            .insert("app".to_owned(), "b".to_owned());
        assert_eq!(user.login_tenant(Some("app"), now), Some("b"));
        user.membership_mut("a").unwrap().is_disabled = true;
        assert_eq!(user.login_tenant(None, now), Some("b"));
        user.membership_mut("b").unwrap().expires_at = Some(now);
        assert_eq!(user.login_tenant(None, now), None);
        assert!(user.leave("a"));
        assert!(!user.leave("a"));
        assert_eq!(user.active_tenant.as_deref(), Some("b"));
    }
}
