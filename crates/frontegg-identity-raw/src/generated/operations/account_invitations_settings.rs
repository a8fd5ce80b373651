// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Account Invitations Settings: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Administration of tenant invitations, and of the choice whether activation and invitation mails
/// carry a link or a code. The routes take an environment token and are called by a back end. The
/// routes by which users themselves make and accept invitations belong to another group.
impl Client {
    /// Create a tenant invitation as administrator
    ///
    /// Creates an invitation token for the tenant named in the body. Needs an environment token; the
    /// tenant is a member of the request, so no context header is involved. Whoever presents the token as
    /// `invitationToken` at sign-up or login joins the tenant with the given roles. A locked tenant is
    /// refused with 400 (`ER-01240`). Users invite through `/resources/tenants/invites/v1/user`, which
    /// takes tenant and user from their token.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/invites/v1`
    pub async fn create_tenant_invitation(
        &self,
        body: &types::CreateInviteTokenRequest,
    ) -> Result<Response<types::InviteTokenDto>, Error> {
        self.call(&catalogue::CREATE_TENANT_INVITATION).json(body).send().await
    }

    /// List all tenant invitations
    ///
    /// Returns the invitations of all tenants of the environment as a bare array, without paging. Needs an
    /// environment token; no context header. The tokens in it let their holder join a tenant; do not log
    /// them.
    ///
    /// # Wire
    ///
    /// `GET /resources/tenants/invites/v1/all`
    pub async fn list_tenant_invitations(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::InviteTokenDto>>, Error> {
        self.call(&catalogue::LIST_TENANT_INVITATIONS).send().await
    }

    /// Delete a tenant invitation as administrator
    ///
    /// Withdraws an invitation, so that its token can no longer be used. Needs an environment token; no
    /// context header. The path takes the identifier of the invitation, not the token. Users who have
    /// already joined are expected to keep their membership.
    ///
    /// # Arguments
    ///
    /// - `id`: Identifier of the invitation.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/tenants/invites/v1/token/{id}`
    pub async fn delete_tenant_invitation(
        &self,
        id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_TENANT_INVITATION).path("id", id).send_unit().await
    }

    /// Read how new users are activated
    ///
    /// Tells whether a new user confirms the address by following a link or by typing a code, and how long
    /// the code lasts. Needs an environment token; no context header. With `link` the user ends at `POST
    /// /resources/users/v1/activate`, with `code` at `.../activate/code`.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/activation/strategies`
    pub async fn get_activation_strategy(
        &self,
    ) -> Result<Response<types::ActivationStrategyResponse>, Error> {
        self.call(&catalogue::GET_ACTIVATION_STRATEGY).send().await
    }

    /// Set how new users are activated
    ///
    /// Chooses between link and code for the confirmation of new addresses. Needs an environment token; no
    /// context header. It affects mails sent afterwards: `code` is expected to use the template
    /// `ActivateUserWithCode` and `link` the template `ActivateUser`, so check the one in question before
    /// switching. Nothing comes back on success.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/activation/strategies`
    pub async fn set_activation_strategy(
        &self,
        body: &types::CreateOrUpdateActivationStrategyRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_ACTIVATION_STRATEGY).json(body).send_unit().await
    }

    /// Read how invited users join
    ///
    /// Tells whether an invited user accepts by following a link or by typing a code, and how long the
    /// code lasts. Needs an environment token; no context header. With `link` the user ends at `POST
    /// /resources/users/v1/invitation/accept`, with `code` at `.../accept/code`.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/invitation/strategies`
    pub async fn get_invitation_strategy(
        &self,
    ) -> Result<Response<types::InvitationStrategyResponse>, Error> {
        self.call(&catalogue::GET_INVITATION_STRATEGY).send().await
    }

    /// Set how invited users join
    ///
    /// Sets how an invitation is accepted, the counterpart of the activation strategy. Needs an
    /// environment token; no context header. The code variant is expected to mail the template
    /// `InviteToTenantWithCode`, the link variant `InviteToTenant`. No content comes back; read the
    /// strategy again to see what took effect.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/invitation/strategies`
    pub async fn set_invitation_strategy(
        &self,
        body: &types::CreateOrUpdateInvitationStrategyRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_INVITATION_STRATEGY).json(body).send_unit().await
    }
}
