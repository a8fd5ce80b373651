//! Invitations of an environment.

use frontegg_identity_raw::{Secret, catalogue, types};

use super::{Invitation, InvitationRules, NewInvitation};
use crate::error::Error;
use crate::manage::InvitationId;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;
use crate::silent::silent_debug;

/// Invitations to the tenants of an environment; [`Environment::invitations`](crate::manage::Environment::invitations)
/// gives it.
///
/// To invite users whose addresses are known, see [`Users`](crate::manage::Users).
#[derive(Clone)]
pub struct Invitations {
    pub(super) scope: Scope,
}

impl Invitations {
    pub(in crate::manage) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// What the environment allows.
    ///
    /// # Wire
    /// `GET /identity/resources/tenants/invites/v1/configuration`
    pub async fn rules(&self) -> Result<InvitationRules, Error> {
        const DOING: &str = "cannot read what is allowed with invitations";
        let client = self.scope.client();
        let outcome = client.get_tenant_invitation_configuration().await;
        let told = self.scope.told(
            DOING,
            &catalogue::GET_TENANT_INVITATION_CONFIGURATION,
            outcome,
        )?;
        Ok(told.into())
    }

    /// All invitations to all tenants. Entries that cannot be read are left out.
    ///
    /// # Wire
    /// `GET /identity/resources/tenants/invites/v1/all`
    pub async fn list(&self) -> Result<Vec<Invitation>, Error> {
        const DOING: &str = "cannot list the invitations";
        let outcome = self.scope.client().list_tenant_invitations().await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_TENANT_INVITATIONS, outcome)?;
        Ok(told.into_iter().filter_map(Invitation::read).collect())
    }

    /// Makes an invitation.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected) with [`TenantLocked`](crate::Code::TenantLocked): nobody can be invited to
    /// this tenant.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/invites/v1`
    pub async fn create(&self, new: &NewInvitation) -> Result<Invitation, Error> {
        const DOING: &str = "cannot invite to the tenant";
        let operation = &catalogue::CREATE_TENANT_INVITATION;
        let client = self.scope.client();
        let outcome = client.create_tenant_invitation(&new.body()).await;
        self.scope.part(DOING, operation, outcome, Invitation::read)
    }

    /// The invitation that a token is of; none if the token is no good, or not any more. It is not accepted by this.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/invites/v1/verify`
    pub async fn by_token(&self, token: &Secret) -> Result<Option<Invitation>, Error> {
        const DOING: &str = "cannot look the invitation up";
        let operation = &catalogue::VERIFY_TENANT_INVITATION;
        let body = types::VerifyInviteTokenRequest {
            token: token.clone(),
        };
        let outcome = self.scope.client().verify_tenant_invitation(&body).await;
        unless_missing(self.scope.part(DOING, operation, outcome, Invitation::read))
    }

    /// Takes an invitation back. Who has joined with it stays.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such invitation.
    ///
    /// # Wire
    /// `DELETE /identity/resources/tenants/invites/v1/token/{id}`
    pub async fn delete(&self, id: &InvitationId) -> Result<(), Error> {
        const DOING: &str = "cannot take the invitation back";
        let client = self.scope.client();
        let outcome = client.delete_tenant_invitation(id.as_str()).await;
        self.scope
            .told(DOING, &catalogue::DELETE_TENANT_INVITATION, outcome)
    }
}

silent_debug!(Invitations);
