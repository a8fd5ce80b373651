// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Account Invitations: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Invitation tokens that let people join a tenant, here those issued on behalf of one user. Calls
/// carry an environment token together with `frontegg-tenant-id` and `frontegg-user-id`; the token
/// string that comes back is a credential and is later handed to a sign-up or login call as
/// `invitationToken`. Invitations for a whole tenant, without a user, are managed by other routes.
impl Client {
    /// Read the invitation token issued for a user
    ///
    /// Returns the invitation to a tenant that exists for a user. Needs an environment token with
    /// `frontegg-user-id` and `frontegg-tenant-id`. The answer holds the token itself, so treat it as a
    /// secret. Where no invitation exists, 404 is to be expected.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the invitation leads to.
    /// - `frontegg_user_id`: User whose invitation is read.
    ///
    /// # Wire
    ///
    /// `GET /resources/tenants/invites/v1/user`
    pub async fn get_user_invitation(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
    ) -> Result<Response<types::InviteTokenDto>, Error> {
        self.call(&catalogue::GET_USER_INVITATION)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send()
            .await
    }

    /// Create an invitation token for a user
    ///
    /// Issues an invitation to a tenant on behalf of one user. Needs an environment token with
    /// `frontegg-user-id` and `frontegg-tenant-id`. With `shouldSendEmail` false nothing is sent, and
    /// delivering the token is the caller's task. Version 2 of the route also assigns roles to whoever
    /// joins. A locked tenant is refused with 400, code `ER-01239` or `ER-01240`; an environment that does
    /// not allow tenant invitations is expected to refuse as well.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the invitation leads to.
    /// - `frontegg_user_id`: User for whom the invitation is issued.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/invites/v1/user`
    pub async fn create_user_invitation_v1(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
        body: &types::CreateInviteTokenRequestForUser,
    ) -> Result<Response<types::InviteTokenDto>, Error> {
        self.call(&catalogue::CREATE_USER_INVITATION_V1)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }

    /// Delete the invitation of a user
    ///
    /// Withdraws the invitation to a tenant that exists for a user; its token then no longer works. Needs
    /// an environment token with `frontegg-user-id` and `frontegg-tenant-id`. There is no id in the path:
    /// user and tenant together name the invitation. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the invitation leads to.
    /// - `frontegg_user_id`: User whose invitation is withdrawn.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/tenants/invites/v1/user`
    pub async fn delete_user_invitation(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER_INVITATION)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .send_unit()
            .await
    }

    /// Change the expiry or mailing of a user's invitation
    ///
    /// Gives the invitation of a user a new lifetime, or changes whether an e-mail is sent for it. Needs
    /// an environment token with `frontegg-user-id` and `frontegg-tenant-id`. Only the fields sent are
    /// changed. Roles attached by version 2 of the creation route cannot be changed here.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the invitation leads to.
    /// - `frontegg_user_id`: User whose invitation is changed.
    ///
    /// # Wire
    ///
    /// `PATCH /resources/tenants/invites/v1/user`
    pub async fn update_user_invitation(
        &self,
        frontegg_tenant_id: &str,
        frontegg_user_id: &str,
        body: &types::UpdateInviteTokenRequest,
    ) -> Result<Response<types::InviteTokenDto>, Error> {
        self.call(&catalogue::UPDATE_USER_INVITATION)
            .header("frontegg-tenant-id", Some(frontegg_tenant_id))
            .header("frontegg-user-id", Some(frontegg_user_id))
            .json(body)
            .send()
            .await
    }

    /// Check an invitation token
    ///
    /// Looks up an invitation by its token and so tells whether the token is still good and which tenant
    /// it leads to. Needs an environment token and no context headers. It does not accept the invitation.
    /// To join, the user sends the token as `invitationToken` with a sign-up or login call.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/invites/v1/verify`
    pub async fn verify_tenant_invitation(
        &self,
        body: &types::VerifyInviteTokenRequest,
    ) -> Result<Response<types::InviteTokenDto>, Error> {
        self.call(&catalogue::VERIFY_TENANT_INVITATION).json(body).send().await
    }

    /// Read whether tenant invitations are allowed
    ///
    /// Tells whether the environment allows invitations to tenants and whether it sends the e-mails for
    /// them. Needs an environment token and no context headers. Check it before offering invitations: with
    /// e-mails off, `shouldSendEmail` is not expected to have an effect.
    ///
    /// # Wire
    ///
    /// `GET /resources/tenants/invites/v1/configuration`
    pub async fn get_tenant_invitation_configuration(
        &self,
    ) -> Result<Response<types::InvitationConfigurationResponse>, Error> {
        self.call(&catalogue::GET_TENANT_INVITATION_CONFIGURATION).send().await
    }

    /// Create an invitation token with roles for a user
    ///
    /// Issues an invitation to a tenant on behalf of one user and attaches the roles that the person who
    /// joins receives. Takes an environment token with both context headers, or an access token, from
    /// which the service reads tenant and user. Apart from the roles it works like version 1. Success is
    /// 201 with the invitation or 200 without a body; be ready for either.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant that the invitation leads to; needed with an environment token.
    /// - `frontegg_user_id`: User for whom the invitation is issued; needed with an environment token.
    ///
    /// # Wire
    ///
    /// `POST /resources/tenants/invites/v2/user`
    pub async fn create_user_invitation(
        &self,
        frontegg_tenant_id: Option<&str>,
        frontegg_user_id: Option<&str>,
        body: &types::CreateInviteTokenRequestForUserV2,
    ) -> Result<Response<types::InviteTokenDto>, Error> {
        self.call(&catalogue::CREATE_USER_INVITATION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send()
            .await
    }
}
