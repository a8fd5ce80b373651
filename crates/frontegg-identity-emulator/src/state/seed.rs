//! What is there when the service starts.

mod api_token;
mod application;

use chrono::{DateTime, Utc};
use serde_json::Value;

pub use self::api_token::NewApiToken;
pub use self::application::NewApplication;
use super::State;
use super::mfa::Authenticator;
use super::roles::{Category, Permission, Role};
use super::sso::NewSsoConnection;
use super::tenants::Tenant;
use super::users::{Membership, Names, User};
use crate::crypto::random;
use crate::hidden::Hidden;

/// A tenant to start with.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct NewTenant {
    id: Option<String>,
    name: String,
    metadata: Option<Value>,
    parent: Option<String>,
    is_locked: bool,
}

impl NewTenant {
    /// A tenant with this name and an id of the emulator's choice.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// The id.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The metadata, any JSON value.
    pub fn metadata(mut self, metadata: Value) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// Makes it a sub-account of the tenant with this id.
    pub fn parent(mut self, id: impl Into<String>) -> Self {
        self.parent = Some(id.into());
        self
    }

    /// Locks it: nobody can be invited to it (400 `ER-01239`, `ER-01240`).
    pub fn locked(mut self) -> Self {
        self.is_locked = true;
        self
    }
}

/// A role to start with.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct NewRole {
    key: String,
    permissions: Vec<String>,
    is_default: bool,
    tenant: Option<String>,
    level: i64,
}

impl NewRole {
    /// A role of the environment with this key.
    pub fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            ..Self::default()
        }
    }

    /// A permission that it grants, by key. One that is not there yet is made.
    pub fn permission(mut self, key: impl Into<String>) -> Self {
        self.permissions.push(key.into());
        self
    }

    /// Gives it to users who are created without roles.
    pub fn default_role(mut self) -> Self {
        self.is_default = true;
        self
    }

    /// Makes it a role of one tenant.
    pub fn tenant(mut self, id: impl Into<String>) -> Self {
        self.tenant = Some(id.into());
        self
    }

    /// The level, 0 for the highest.
    pub fn level(mut self, level: u16) -> Self {
        self.level = i64::from(level);
        self
    }
}

/// A user to start with: verified, activated, without second factor.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct NewUser {
    id: Option<String>,
    names: Names,
    name: Option<String>,
    password: Option<Hidden<String>>,
    tenants: Vec<(String, Vec<String>)>,
    metadata: Option<Value>,
    authenticator: Option<Hidden<String>>,
    flags: Flags,
}

#[derive(Debug, Clone, Copy, Default)]
struct Flags {
    unverified: bool,
    locked: bool,
    breached: bool,
    expired: bool,
    must_enrol: bool,
}

impl NewUser {
    /// A user with this e-mail address.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            names: Names::of_email(email),
            ..Self::default()
        }
    }

    /// A user with a username and no e-mail address.
    pub fn with_username(username: impl Into<String>) -> Self {
        Self {
            names: Names {
                username: Some(username.into()),
                ..Names::default()
            },
            ..Self::default()
        }
    }

    /// The id.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The name for people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The username.
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.names.username = Some(username.into());
        self
    }

    /// The phone number, as `+15550100123`.
    pub fn phone(mut self, number: impl Into<String>) -> Self {
        self.names.phone = Some(number.into());
        self
    }

    /// The password; without one the user cannot log in with a password.
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(Hidden(password.into()));
        self
    }

    /// A tenant with the user's roles there, by key. The first one is active; tenants and roles that are not there yet are
    /// made. A user without tenants gets one of their own.
    pub fn tenant(mut self, id: impl Into<String>, roles: &[&str]) -> Self {
        self.tenants.push((
            id.into(),
            roles.iter().map(|key| (*key).to_owned()).collect(),
        ));
        self
    }

    /// The metadata, any JSON value.
    pub fn metadata(mut self, metadata: Value) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// The e-mail address is not verified yet.
    pub fn unverified(mut self) -> Self {
        self.flags.unverified = true;
        self
    }

    /// The user is locked.
    pub fn locked(mut self) -> Self {
        self.flags.locked = true;
        self
    }

    /// The password has leaked: a login gives `isBreachedPassword` and no tokens.
    pub fn breached_password(mut self) -> Self {
        self.flags.breached = true;
        self
    }

    /// The password has expired: a login gives `resetPasswordToken` and no tokens.
    pub fn expired_password(mut self) -> Self {
        self.flags.expired = true;
        self
    }

    /// An authenticator app with this shared secret in base32: a login asks for its code.
    pub fn authenticator(mut self, secret: impl Into<String>) -> Self {
        self.authenticator = Some(Hidden(secret.into()));
        self
    }

    /// The next login makes the user set up a second factor.
    pub fn must_enrol_mfa(mut self) -> Self {
        self.flags.must_enrol = true;
        self
    }
}

impl State {
    /// Adds a tenant and returns its id.
    pub(crate) fn seed_tenant(&mut self, new: NewTenant, now: DateTime<Utc>) -> String {
        let id = new.id.unwrap_or_else(random::uuid);
        let mut tenant = Tenant::new(id.clone(), new.name, now);
        tenant.metadata = new.metadata;
        tenant.parent = new.parent;
        tenant.is_locked = new.is_locked;
        self.tenants.insert(tenant);
        id
    }

    /// Adds a role and returns its id.
    pub(crate) fn seed_role(&mut self, new: NewRole, now: DateTime<Utc>) -> String {
        let permission_ids = new
            .permissions
            .iter()
            .map(|key| self.permission_id(key, now))
            .collect();
        let mut role = Role::new(random::uuid(), new.key, now);
        role.permission_ids = permission_ids;
        role.is_default = new.is_default;
        role.tenant_id = new.tenant;
        role.level = new.level;
        let id = role.id.clone();
        self.catalogue.roles.insert(role);
        id
    }

    /// Adds a user and returns the id.
    pub(crate) fn seed_user(&mut self, new: NewUser, now: DateTime<Utc>) -> String {
        let id = new.id.unwrap_or_else(random::uuid);
        let mut user = User::new(id.clone(), new.names, now);
        user.name = new.name.or_else(|| {
            user.email()
                .and_then(|email| email.split('@').next())
                .map(str::to_owned)
        });
        if let Some(Hidden(password)) = new.password {
            user.set_password(password, now);
        }
        user.metadata = new.metadata.map(|metadata| metadata.to_string());
        user.is_verified = !new.flags.unverified;
        user.is_locked = new.flags.locked;
        user.is_breached = new.flags.breached;
        user.must_enrol = new.flags.must_enrol;
        if new.flags.expired {
            user.expire_password();
        }
        if let Some(Hidden(secret)) = new.authenticator {
            let id = random::uuid();
            user.factors.authenticators.push(Authenticator {
                id,
                secret,
                last_step: None,
            });
        }
        let tenants = if new.tenants.is_empty() {
            vec![(random::uuid(), Vec::new())]
        } else {
            new.tenants
        };
        for (tenant_id, keys) in tenants {
            self.seed_missing_tenant(&tenant_id, now);
            let role_ids = keys
                .iter()
                .map(|key| self.role_id(key, &tenant_id, now))
                .collect();
            user.join(Membership::new(tenant_id, role_ids));
        }
        self.users.insert(user);
        id
    }

    /// Adds a tenant's connection to its identity provider, and the tenant if it is not there yet.
    pub(crate) fn seed_connection(&mut self, new: NewSsoConnection, now: DateTime<Utc>) {
        let connection = new.into_connection();
        self.seed_missing_tenant(&connection.tenant_id, now);
        self.sso.connect(connection);
    }

    /// What the service brings along: two roles and their permissions.
    pub(super) fn seed_built_in(&mut self, now: DateTime<Utc>) {
        let category = Category {
            id: random::uuid(),
            name: "Security".to_owned(),
            description: Some("Users, roles and tokens of the account".to_owned()),
            is_built_in: true,
            created_at: now,
        };
        for key in ["fe.secure.*", "fe.secure.read.*"] {
            let mut permission = Permission::new(random::uuid(), key, now);
            permission.category_id = Some(category.id.clone());
            permission.is_built_in = true;
            self.catalogue.permissions.insert(permission);
        }
        self.catalogue.categories.insert(category);
        self.seed_role(NewRole::new("Admin").permission("fe.secure.*"), now);
        let read_only = NewRole::new("ReadOnly")
            .permission("fe.secure.read.*")
            .level(1);
        self.seed_role(read_only, now);
        for role in self.catalogue.roles.iter_mut() {
            role.first_user_role = role.key == "Admin";
        }
    }

    fn seed_missing_tenant(&mut self, id: &str, now: DateTime<Utc>) {
        if !self.tenants.contains(id) {
            let name = format!("Tenant {}", self.tenants.len() + 1);
            self.seed_tenant(NewTenant::new(name).id(id), now);
        }
    }

    fn role_id(&mut self, key: &str, tenant_id: &str, now: DateTime<Utc>) -> String {
        let known = self
            .catalogue
            .role_by_key(key, tenant_id)
            .map(|role| role.id.clone());
        known.unwrap_or_else(|| self.seed_role(NewRole::new(key), now))
    }

    fn permission_id(&mut self, key: &str, now: DateTime<Utc>) -> String {
        if let Some(permission) = self.catalogue.permission_by_key(key) {
            return permission.id.clone();
        }
        let permission = Permission::new(random::uuid(), key, now);
        let id = permission.id.clone();
        self.catalogue.permissions.insert(permission);
        id
    }
}
