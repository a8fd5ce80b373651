//! The invitation to a tenant that is made for one user.

use frontegg_identity_raw::catalogue;

use super::{Invitation, InvitationChange, InvitationTerms};
use crate::error::Error;
use crate::manage::owner::Owner;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;
use crate::silent::silent_debug;

/// The invitation to a tenant that is made for one user, of which there is one at most;
/// [`TenantUser::invitation`](crate::manage::TenantUser::invitation) and
/// [`Me::invitation`](crate::manage::Me::invitation) give it.
#[derive(Clone)]
pub struct UserInvitation {
    scope: Scope,
    owner: Owner,
}

impl UserInvitation {
    pub(in crate::manage) fn new(scope: Scope, owner: Owner) -> Self {
        Self { scope, owner }
    }

    /// The invitation; none if there is none.
    ///
    /// # Wire
    /// `GET /identity/resources/tenants/invites/v1/user`
    pub async fn get(&self) -> Result<Option<Invitation>, Error> {
        const DOING: &str = "cannot read the invitation";
        let operation = &catalogue::GET_USER_INVITATION;
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .get_user_invitation(tenant.as_str(), user.as_str())
            .await;
        unless_missing(self.scope.part(DOING, operation, outcome, Invitation::read))
    }

    /// Makes an invitation. It is none if the server made it and said nothing: [`get`](Self::get) has it then.
    ///
    /// # Errors
    /// [`Rejected`](crate::ErrorKind::Rejected) with [`TenantLocked`](crate::Code::TenantLocked): nobody can be invited to
    /// this tenant.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/invites/v2/user`
    pub async fn create(&self, terms: &InvitationTerms) -> Result<Option<Invitation>, Error> {
        const DOING: &str = "cannot invite to the tenant";
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let (tenant, user) = (Some(tenant.as_str()), Some(user.as_str()));
        let outcome = client
            .create_user_invitation(tenant, user, &terms.body())
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::CREATE_USER_INVITATION, outcome)?;
        Ok(Invitation::read(told))
    }

    /// Changes the invitation, and gives it as it is then.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is none.
    ///
    /// # Wire
    /// `PATCH /identity/resources/tenants/invites/v1/user`
    pub async fn update(&self, change: &InvitationChange) -> Result<Invitation, Error> {
        const DOING: &str = "cannot change the invitation";
        let operation = &catalogue::UPDATE_USER_INVITATION;
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .update_user_invitation(tenant.as_str(), user.as_str(), &change.body())
            .await;
        self.scope.part(DOING, operation, outcome, Invitation::read)
    }

    /// Takes the invitation back: its token does not work any more.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is none.
    ///
    /// # Wire
    /// `DELETE /identity/resources/tenants/invites/v1/user`
    pub async fn delete(&self) -> Result<(), Error> {
        const DOING: &str = "cannot take the invitation back";
        let (tenant, user) = self.owner.names(DOING).await?;
        let client = self.scope.client();
        let outcome = client
            .delete_user_invitation(tenant.as_str(), user.as_str())
            .await;
        self.scope
            .told(DOING, &catalogue::DELETE_USER_INVITATION, outcome)
    }
}

silent_debug!(UserInvitation);
