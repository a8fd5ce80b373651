//! One tenant, and one user in it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::approval_flows::UserApprovals;
use super::groups::Groups;
use super::ids::{ApplicationId, TenantId, UserId};
use super::invitations::UserInvitation;
use super::me::PersonalTokens;
use super::owner::Owner;
use super::roles::TenantRoles;
use super::scope::Scope;
use super::settings::TenantSettings;
use super::tokens::{TenantAccessTokens, TenantApiTokens};
use super::users::TenantUsers;
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

    /// The same, whose calls have this long for one sending in place of the client's [time
    /// limit](crate::IdentityBuilder::timeout).
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        Self {
            scope: self.scope.with_timeout(timeout),
            id: self.id.clone(),
        }
    }

    /// Its users.
    #[must_use]
    pub fn users(&self) -> TenantUsers {
        TenantUsers::new(self.scope.clone(), self.id.clone())
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

    /// Groups of its users.
    pub fn groups(&self) -> Groups {
        Groups::new(self.scope.clone())
    }

    /// Roles that its users can have.
    #[must_use]
    pub fn roles(&self) -> TenantRoles {
        TenantRoles::new(self.scope.clone())
    }

    /// Its API tokens.
    #[must_use]
    pub fn api_tokens(&self) -> TenantApiTokens {
        TenantApiTokens::new(self.scope.clone(), self.id.clone())
    }

    /// Its access tokens.
    #[must_use]
    pub fn access_tokens(&self) -> TenantAccessTokens {
        TenantAccessTokens::new(self.scope.clone(), self.id.clone())
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

    /// Tokens that act as the user in the tenant.
    #[must_use]
    pub fn tokens(&self) -> PersonalTokens {
        PersonalTokens::new(self.scope.clone(), self.owner())
    }

    /// The invitation to the tenant that is made for the user.
    #[must_use]
    pub fn invitation(&self) -> UserInvitation {
        UserInvitation::new(self.scope.clone(), self.owner())
    }

    fn owner(&self) -> Owner {
        Owner::Named {
            tenant_id: self.tenant_id.clone(),
            user_id: self.id.clone(),
        }
    }

    /// What others have to approve for the user.
    #[must_use]
    pub fn approvals(&self) -> UserApprovals {
        UserApprovals::new(self.scope.clone(), self.id.clone())
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
