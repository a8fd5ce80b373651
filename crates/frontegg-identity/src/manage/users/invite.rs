//! Users are invited, one by one or many at once.

use frontegg_identity_raw::{catalogue, types};

use super::{NewUser, TenantUsers, Users};
use crate::error::Error;
use crate::manage::TenantId;
use crate::manage::scope::Scope;
use crate::manage::task::{self, BulkReport, Reported, Task};

/// A user who is invited along with others.
#[derive(Clone, Debug)]
#[must_use = "users are invited by `Users::invite`"]
pub struct Invitee {
    user: NewUser,
    is_verified: bool,
}

impl Invitee {
    /// Counts as verified from the start.
    pub fn verified(mut self) -> Self {
        self.is_verified = true;
        self
    }

    fn to_wire(&self, doing: &'static str) -> Result<types::UserBulkInviteRequestDto, Error> {
        let user = self.user.to_wire(doing)?;
        Ok(types::UserBulkInviteRequestDto {
            email: user.email,
            email_metadata: user.email_metadata,
            expiration_in_seconds: user.expiration_in_seconds,
            metadata: user.metadata,
            name: user.name,
            password: user.password,
            phone_number: user.phone_number,
            profile_picture_url: user.profile_picture_url,
            provider: user.provider,
            role_ids: user.role_ids,
            skip_invite_email: user.skip_invite_email,
            username: user.username,
            verified: self.is_verified.then_some(true),
        })
    }
}

impl From<NewUser> for Invitee {
    fn from(user: NewUser) -> Self {
        Self {
            user,
            is_verified: false,
        }
    }
}

impl Users {
    /// Invites many users to a tenant. The service does it in the background: [wait](Task::wait) for how it ends.
    ///
    /// # Errors
    /// [`Input`](crate::ErrorKind::Input): a username or a picture's address is none, and nothing was sent.
    /// [`Unreadable`](crate::ErrorKind::Unreadable): the answer does not name the task.
    ///
    /// # Wire
    /// `POST /identity/resources/users/bulk/v1/invite`
    pub async fn invite<I>(&self, tenant_id: &TenantId, users: I) -> Result<Task<BulkReport>, Error>
    where
        I: IntoIterator,
        I::Item: Into<Invitee>,
    {
        const DOING: &str = "cannot invite the users";
        let users = users.into_iter().map(|user| user.into().to_wire(DOING));
        let users = users.collect::<Result<Vec<_>, _>>()?;
        let body = types::UsersBulkInviteRequestDto { users };
        let client = self.scope.client();
        let outcome = client.invite_users(tenant_id.as_str(), &body).await;
        let id = outcome.as_ref().ok();
        let id = id.and_then(|answer| task::id_in(answer.body()));
        let operation = &catalogue::INVITE_USERS;
        let id = self.scope.part(DOING, operation, outcome, |_| id)?;
        Ok(self.invitations(id))
    }

    /// A bulk invitation that was started, by its [id](Task::id). Nothing is sent yet.
    pub fn invitations(&self, task_id: impl Into<String>) -> Task<BulkReport> {
        Task::new(&self.scope, task_id.into(), status)
    }

    /// Mails a new activation to a user who has not yet activated.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/activate/reset`
    pub async fn resend_activation(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot mail the activation";
        let body = types::ResetActivationTokenDto {
            email: email.to_owned(),
            email_metadata: None,
        };
        let outcome = self.scope.client().resend_activation_email(&body).await;
        self.scope
            .told(DOING, &catalogue::RESEND_ACTIVATION_EMAIL, outcome)
    }
}

impl TenantUsers {
    /// Mails a user their invitation to the tenant again, with a new link; the old one no longer works.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): nobody with this address is invited.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/invitation/reset`
    pub async fn resend_invitation(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot mail the invitation";
        let client = self.scope.client();
        let outcome = client
            .resend_invitation(self.id.as_str(), &invited(email))
            .await;
        self.scope
            .told(DOING, &catalogue::RESEND_INVITATION, outcome)
    }

    /// The same for all tenants that the user was invited to and has not entered.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/invitation/reset/all`
    pub async fn resend_all_invitations(&self, email: &str) -> Result<(), Error> {
        const DOING: &str = "cannot mail the invitations";
        let client = self.scope.client();
        let outcome = client
            .resend_all_invitations(self.id.as_str(), &invited(email))
            .await;
        self.scope
            .told(DOING, &catalogue::RESEND_ALL_INVITATIONS, outcome)
    }
}

fn invited(email: &str) -> types::ResetTenantInvitationDto {
    types::ResetTenantInvitationDto {
        email: email.to_owned(),
    }
}

fn status(scope: Scope, id: String) -> Reported<BulkReport> {
    const DOING: &str = "cannot read how far the invitation is";
    Box::pin(async move {
        let outcome = scope.client().get_bulk_invitation_status(&id).await;
        let operation = &catalogue::GET_BULK_INVITATION_STATUS;
        let report = scope.report(DOING, operation, outcome, BulkReport::of)?;
        Ok((report.state.clone(), report))
    })
}
