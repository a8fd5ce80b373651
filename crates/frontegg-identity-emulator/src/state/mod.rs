//! What the service remembers, by subject. Nothing here knows HTTP or reads a clock.

pub(crate) mod codes;
pub(crate) mod documents;
pub(crate) mod environment;
pub(crate) mod groups;
pub(crate) mod keys;
pub(crate) mod links;
pub(crate) mod login;
pub(crate) mod mfa;
pub(crate) mod mfa_rules;
pub(crate) mod outbox;
pub(crate) mod roles;
mod seed;
pub(crate) mod sessions;
pub(crate) mod table;
pub(crate) mod tenants;
pub(crate) mod users;

use chrono::{DateTime, Utc};

use self::codes::Codes;
use self::documents::Documents;
use self::environment::{Application, Assigned, Environment};
use self::groups::Group;
use self::keys::Questions;
use self::links::Links;
use self::mfa::MfaState;
use self::outbox::Outbox;
use self::roles::Catalogue;
pub use self::seed::{NewRole, NewTenant, NewUser};
use self::sessions::Sessions;
use self::table::Table;
use self::tenants::Tenant;
use self::users::{User, Users};
use crate::settings::Settings;

/// All that the service remembers.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) environment: Environment,
    pub(crate) tenants: Table<Tenant>,
    pub(crate) users: Users,
    pub(crate) catalogue: Catalogue,
    pub(crate) groups: Table<Group>,
    pub(crate) sessions: Sessions,
    pub(crate) mfa: MfaState,
    pub(crate) links: Links,
    pub(crate) codes: Codes,
    pub(crate) questions: Questions,
    pub(crate) documents: Documents,
    pub(crate) outbox: Outbox,
}

impl State {
    /// A new environment: its first application, and the roles that the service brings along.
    pub(crate) fn new(settings: &Settings, now: DateTime<Utc>) -> Self {
        let mut state = Self::default();
        state.environment.applications.insert(Application {
            id: settings.application_id.clone(),
            name: "Emulated application".to_owned(),
            is_default: settings.default_application,
            tenants: Assigned::All,
            users: Vec::new(),
        });
        state.seed_built_in(now);
        state
    }

    /// The roles of a user in a tenant: their own, then those of their groups, each once.
    pub(crate) fn roles_in(&self, user: &User, tenant_id: &str) -> Vec<String> {
        let own = user
            .membership(tenant_id)
            .map(|membership| membership.role_ids.as_slice())
            .unwrap_or_default();
        let mut ids = own.to_vec();
        for id in self
            .groups
            .of_user(&user.id, tenant_id)
            .flat_map(|group| &group.role_ids)
        {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    /// Takes a user out of one tenant, with the sessions there.
    pub(crate) fn remove_membership(&mut self, user_id: &str, tenant_id: &str) -> bool {
        let left = self
            .users
            .get_mut(user_id)
            .is_some_and(|user| user.leave(tenant_id));
        self.groups.forget_user(user_id, Some(tenant_id));
        self.sessions.end_all(|session| {
            session.login.user_id == user_id && session.login.tenant_id == tenant_id
        });
        left
    }

    /// Removes a user and all that hangs on them.
    pub(crate) fn remove_user(&mut self, user_id: &str) -> bool {
        self.groups.forget_user(user_id, None);
        self.sessions
            .end_all(|session| session.login.user_id == user_id);
        self.links.forget_user(user_id);
        self.codes.forget_user(user_id);
        for application in self.environment.applications.iter_mut() {
            application.users.retain(|one| one.user_id != user_id);
        }
        self.users.remove(user_id).is_some()
    }

    /// Removes a tenant and its memberships. Users who were only in it stay, without a tenant.
    pub(crate) fn remove_tenant(&mut self, tenant_id: &str) -> bool {
        for user in self.users.iter_mut() {
            user.leave(tenant_id);
        }
        self.sessions
            .end_all(|session| session.login.tenant_id == tenant_id);
        self.documents.forget_tenant(tenant_id);
        self.mfa.rules.of_tenants.remove(tenant_id);
        self.tenants.remove(tenant_id).is_some()
    }

    /// Removes a role and takes it from users and groups.
    pub(crate) fn remove_role(&mut self, role_id: &str) -> bool {
        for membership in self.users.iter_mut().flat_map(|user| &mut user.memberships) {
            membership.role_ids.retain(|id| id != role_id);
        }
        for group in self.groups.iter_mut() {
            group.role_ids.retain(|id| id != role_id);
        }
        self.catalogue.roles.remove(role_id).is_some()
    }
}
