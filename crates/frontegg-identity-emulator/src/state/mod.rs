//! What the service remembers, by subject. Nothing here knows HTTP or reads a clock.

mod access;
pub(crate) mod access_tokens;
pub(crate) mod api_tokens;
pub(crate) mod auth_codes;
pub(crate) mod codes;
pub(crate) mod documents;
pub(crate) mod environment;
pub(crate) mod groups;
mod hierarchy;
pub(crate) mod identifiers;
pub(crate) mod invites;
pub(crate) mod keys;
pub(crate) mod links;
pub(crate) mod login;
pub(crate) mod mfa;
pub(crate) mod mfa_rules;
pub(crate) mod outbox;
pub(crate) mod people;
pub(crate) mod recent;
pub(crate) mod roles;
mod seed;
pub(crate) mod sessions;
pub(crate) mod sso;
pub(crate) mod strategies;
pub(crate) mod table;
mod tasks;
pub(crate) mod tenants;
pub(crate) mod user_sources;
pub(crate) mod users;

use chrono::{DateTime, Utc};

use self::access_tokens::AccessToken;
use self::api_tokens::ApiTokens;
use self::auth_codes::AuthCodes;
use self::codes::Codes;
use self::documents::Documents;
use self::environment::{Application, Assigned, Environment};
use self::groups::Group;
use self::invites::Invites;
use self::keys::Questions;
use self::links::Links;
use self::mfa::MfaState;
use self::outbox::Outbox;
use self::people::People;
use self::roles::Catalogue;
pub use self::seed::{NewApiToken, NewApplication, NewRole, NewTenant, NewUser};
use self::sessions::Sessions;
use self::sso::Sso;
pub use self::sso::{NewSsoConnection, SsoKind};
use self::strategies::Strategies;
use self::table::Table;
use self::tenants::Tenant;
use self::user_sources::UserSource;
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
    pub(crate) api_tokens: ApiTokens,
    pub(crate) access_tokens: Table<AccessToken>,
    pub(crate) auth_codes: AuthCodes,
    pub(crate) mfa: MfaState,
    pub(crate) links: Links,
    pub(crate) codes: Codes,
    pub(crate) strategies: Strategies,
    pub(crate) invites: Invites,
    pub(crate) questions: Questions,
    pub(crate) sso: Sso,
    pub(crate) documents: Documents,
    pub(crate) outbox: Outbox,
    pub(crate) people: People,
    pub(crate) user_sources: Table<UserSource>,
}

impl State {
    /// A new environment: its first application, and the roles that the service brings along.
    pub(crate) fn new(settings: &Settings, now: DateTime<Utc>) -> Self {
        let mut state = Self::default();
        state.environment.applications.insert(Application {
            id: settings.application_id.clone(),
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
        for application in self.environment.applications.iter_mut() {
            application.unassign(user_id, tenant_id);
        }
        self.sessions.end_all(|session| {
            session.login.user_id == user_id && session.login.tenant_id == tenant_id
        });
        self.remove_machines(Some(tenant_id), Some(user_id));
        left
    }

    /// Removes a user and all that hangs on them.
    pub(crate) fn remove_user(&mut self, user_id: &str) -> bool {
        self.groups.forget_user(user_id, None);
        self.sessions
            .end_all(|session| session.login.user_id == user_id);
        self.remove_machines(None, Some(user_id));
        self.links.forget_user(user_id);
        self.codes.forget_user(user_id);
        self.mfa.forget_user(user_id);
        self.invites
            .remove_all(|invite| invite.user_id.as_deref() == Some(user_id));
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
        for application in self.environment.applications.iter_mut() {
            application.users.retain(|one| one.tenant_id != tenant_id);
        }
        self.groups.retain(|group| group.tenant_id != tenant_id);
        self.catalogue
            .roles
            .retain(|role| role.tenant_id.as_deref() != Some(tenant_id));
        self.sessions
            .end_all(|session| session.login.tenant_id == tenant_id);
        self.remove_machines(Some(tenant_id), None);
        self.invites
            .remove_all(|invite| invite.tenant_id == tenant_id);
        self.sso.forget_tenant(tenant_id);
        self.documents.forget_tenant(tenant_id);
        self.mfa.rules.of_tenants.remove(tenant_id);
        self.tenants.remove(tenant_id).is_some()
    }

    /// Removes the API tokens and the access tokens of a tenant, of a user, or of a user in a tenant.
    fn remove_machines(&mut self, tenant_id: Option<&str>, user_id: Option<&str>) {
        let hits = |tenant: &str, user: Option<&str>| {
            tenant_id.is_none_or(|id| id == tenant) && (user_id.is_none() || user_id == user)
        };
        self.api_tokens
            .remove_all(|token| hits(&token.tenant_id, token.user_id.as_deref()));
        self.access_tokens
            .remove_all(|token| hits(&token.tenant_id, token.user_id.as_deref()));
    }

    /// Gives a role to all users who can have it.
    pub(crate) fn give_role_to_all(&mut self, role_id: &str) {
        let Some(role) = self.catalogue.roles.get(role_id) else {
            return;
        };
        for membership in self.users.iter_mut().flat_map(|user| &mut user.memberships) {
            if role.is_open_to(&membership.tenant_id) && !membership.role_ids.contains(&role.id) {
                membership.role_ids.push(role.id.clone());
            }
        }
    }

    /// Hands a role over to a tenant, or to the environment. Users and groups of other tenants lose it.
    pub(crate) fn move_role(&mut self, role_id: &str, tenant_id: Option<&str>) {
        let Some(role) = self.catalogue.roles.get_mut(role_id) else {
            return;
        };
        role.tenant_id = tenant_id.map(str::to_owned);
        for membership in self.users.iter_mut().flat_map(|user| &mut user.memberships) {
            if !role.is_open_to(&membership.tenant_id) {
                membership.role_ids.retain(|id| id != role_id);
            }
        }
        for group in self.groups.iter_mut() {
            if !role.is_open_to(&group.tenant_id) {
                group.role_ids.retain(|id| id != role_id);
            }
        }
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
