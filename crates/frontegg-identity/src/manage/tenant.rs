//! One tenant, and one user in it.

use std::fmt;
use std::sync::Arc;

use super::ids::{ApplicationId, TenantId, UserId};
use super::scope::Scope;
use super::settings::TenantSettings;
use crate::session::{Caller, TenantSession};

/// One tenant, as an environment or as a user of it. Clones share the session.
#[derive(Clone)]
pub struct Tenant {
    scope: Scope,
    id: TenantId,
}

/// One user in one tenant. Clones share the session.
#[derive(Clone)]
pub struct TenantUser {
    scope: Scope,
    tenant_id: TenantId,
    id: UserId,
}

impl TenantSession {
    /// What the user may manage in this tenant.
    #[must_use]
    pub fn manage(&self) -> Tenant {
        let transport = Arc::clone(self.session().identity().transport());
        let scope = Scope::new(Caller::Tenant(self.clone()), transport);
        Tenant::new(&scope, self.tenant_id().into())
    }
}

impl Tenant {
    pub(super) fn new(scope: &Scope, id: TenantId) -> Self {
        Self {
            scope: scope.of_tenant(&id),
            id,
        }
    }

    /// Which one it is.
    #[must_use]
    pub fn id(&self) -> &TenantId {
        &self.id
    }

    /// The same with an application named in each call, which an environment without a default one wants for some.
    #[must_use]
    pub fn in_application(&self, id: &ApplicationId) -> Self {
        Self {
            scope: self.scope.of_application(id),
            id: self.id.clone(),
        }
    }

    /// Settings of the tenant, by topic.
    #[must_use]
    pub fn settings(&self) -> TenantSettings {
        TenantSettings::new(self.scope.clone())
    }

    /// One user of it. Nothing is sent yet.
    #[must_use]
    pub fn user(&self, id: impl Into<UserId>) -> TenantUser {
        let id = id.into();
        TenantUser {
            scope: self.scope.of_user(&id),
            tenant_id: self.id.clone(),
            id,
        }
    }
}

impl TenantUser {
    /// Which user it is.
    #[must_use]
    pub fn id(&self) -> &UserId {
        &self.id
    }

    /// In which tenant.
    #[must_use]
    pub fn tenant_id(&self) -> &TenantId {
        &self.tenant_id
    }
}

impl fmt::Debug for Tenant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tenant")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for TenantUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TenantUser")
            .field("id", &self.id)
            .field("tenant_id", &self.tenant_id)
            .finish_non_exhaustive()
    }
}
