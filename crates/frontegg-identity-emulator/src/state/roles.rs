//! Roles, the permissions that they grant, and the categories of those.

use chrono::{DateTime, Utc};

use super::table::{Row, Table};

/// What roles and permissions there are.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    pub(crate) roles: Table<Role>,
    pub(crate) permissions: Table<Permission>,
    pub(crate) categories: Table<Category>,
}

/// A role of the environment, or of one tenant.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    pub(crate) id: String,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    /// `None` for a role of the environment.
    pub(crate) tenant_id: Option<String>,
    /// Whether users who are created without roles get it.
    pub(crate) is_default: bool,
    /// Whether the first user of a tenant that signs up gets it.
    pub(crate) first_user_role: bool,
    pub(crate) level: i64,
    pub(crate) permission_ids: Vec<String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// A permission.
#[derive(Debug, Clone)]
pub(crate) struct Permission {
    pub(crate) id: String,
    /// What tokens carry; it may end in `*`.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) category_id: Option<String>,
    /// `NEVER`, `ALWAYS` or `ASSIGNABLE`.
    pub(crate) assignment_type: Option<String>,
    /// Whether it came with the service.
    pub(crate) is_built_in: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

/// A category of permissions.
#[derive(Debug, Clone)]
pub(crate) struct Category {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) is_built_in: bool,
    pub(crate) created_at: DateTime<Utc>,
}

impl Row for Role {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Row for Permission {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Row for Category {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Role {
    pub(crate) fn new(id: impl Into<String>, key: impl Into<String>, now: DateTime<Utc>) -> Self {
        let key = key.into();
        Self {
            id: id.into(),
            name: key.clone(),
            key,
            description: None,
            tenant_id: None,
            is_default: false,
            first_user_role: false,
            level: 0,
            permission_ids: Vec::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether users of the tenant can have it.
    pub(crate) fn is_open_to(&self, tenant_id: &str) -> bool {
        self.tenant_id.as_deref().is_none_or(|own| own == tenant_id)
    }

    /// Whether a call about the tenant knows the role; one without a tenant knows those of the environment.
    pub(crate) fn is_known_to(&self, tenant_id: Option<&str>) -> bool {
        match tenant_id {
            Some(id) => self.is_open_to(id),
            None => self.tenant_id.is_none(),
        }
    }
}

impl Permission {
    pub(crate) fn new(id: impl Into<String>, key: impl Into<String>, now: DateTime<Utc>) -> Self {
        let key = key.into();
        Self {
            id: id.into(),
            name: key.clone(),
            key,
            description: None,
            category_id: None,
            assignment_type: None,
            is_built_in: false,
            created_at: now,
            updated_at: now,
        }
    }
}

impl Catalogue {
    /// The role of this key that users of the tenant can have.
    pub(crate) fn role_by_key(&self, key: &str, tenant_id: &str) -> Option<&Role> {
        self.roles
            .iter()
            .find(|role| role.key == key && role.is_open_to(tenant_id))
    }

    /// Whether a role with this key, of the tenant or of the environment, would meet another than `except`.
    pub(crate) fn has_role_key(&self, key: &str, tenant_id: Option<&str>, except: &str) -> bool {
        self.roles
            .iter()
            .any(|role| role.key == key && role.id != except && role.is_known_to(tenant_id))
    }

    pub(crate) fn permission_by_key(&self, key: &str) -> Option<&Permission> {
        self.permissions
            .iter()
            .find(|permission| permission.key == key)
    }

    /// The roles with these ids that still exist.
    pub(crate) fn roles_of<'a>(&'a self, ids: &'a [String]) -> impl Iterator<Item = &'a Role> {
        ids.iter().filter_map(|id| self.roles.get(id))
    }

    /// The permissions that these roles grant, each once.
    pub(crate) fn permissions_of(&self, role_ids: &[String]) -> Vec<&Permission> {
        let mut granted: Vec<&Permission> = Vec::new();
        for id in self
            .roles_of(role_ids)
            .flat_map(|role| &role.permission_ids)
        {
            if let Some(permission) = self.permissions.get(id)
                && !granted.iter().any(|other| other.id == permission.id)
            {
                granted.push(permission);
            }
        }
        granted
    }

    /// The ids of the roles that grant the permission.
    pub(crate) fn roles_with(&self, permission_id: &str) -> Vec<&str> {
        let granting = self
            .roles
            .iter()
            .filter(|role| role.permission_ids.iter().any(|id| id == permission_id));
        granting.map(|role| role.id.as_str()).collect()
    }

    /// The roles that a new user of the tenant gets without being asked.
    pub(crate) fn default_roles(&self, tenant_id: &str) -> Vec<String> {
        let default = self
            .roles
            .iter()
            .filter(|role| role.is_default && role.is_open_to(tenant_id));
        default.map(|role| role.id.clone()).collect()
    }

    /// The roles that the first user of a tenant gets.
    pub(crate) fn first_user_roles(&self) -> Vec<String> {
        self.roles
            .iter()
            .filter(|role| role.first_user_role)
            .map(|role| role.id.clone())
            .collect()
    }

    /// Removes a permission from the catalogue and from all roles.
    pub(crate) fn remove_permission(&mut self, id: &str) -> bool {
        for role in self.roles.iter_mut() {
            role.permission_ids.retain(|own| own != id);
        }
        self.permissions.remove(id).is_some()
    }
}
