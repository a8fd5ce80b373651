//! Which tenants users are in.

use frontegg_identity_raw::{catalogue, types};

use super::{User, Users};
use crate::error::Error;
use crate::manage::{TenantId, UserId};

/// One more tenant for a user.
#[derive(Clone, Debug)]
#[must_use = "a membership is made by `Users::add_to_tenant`"]
pub struct NewMembership {
    tenant_id: TenantId,
    gets_no_mail: bool,
    makes_tenant: bool,
}

impl NewMembership {
    /// In this tenant, with an invitation by mail.
    pub fn in_tenant(id: impl Into<TenantId>) -> Self {
        Self {
            tenant_id: id.into(),
            gets_no_mail: false,
            makes_tenant: false,
        }
    }

    /// Sends no invitation.
    pub fn without_mail(mut self) -> Self {
        self.gets_no_mail = true;
        self
    }

    /// Makes the tenant if there is none with this id. Unless this is said, such an id is refused.
    pub fn or_new_tenant(mut self) -> Self {
        self.makes_tenant = true;
        self
    }
}

/// From which tenant all users go, and to which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantMove {
    /// They leave this one.
    pub from: TenantId,
    /// They come into this one.
    pub to: TenantId,
}

impl Users {
    /// Makes a user a member of one more tenant.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user, or no such tenant.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v1/{userId}/tenant`
    pub async fn add_to_tenant(
        &self,
        id: &UserId,
        membership: &NewMembership,
    ) -> Result<User, Error> {
        const DOING: &str = "cannot add the user to the tenant";
        let body = types::AddUserToTenantRequest {
            skip_invite_email: Some(membership.gets_no_mail),
            tenant_id: membership.tenant_id.to_string(),
            validate_tenant_exist: Some(!membership.makes_tenant),
        };
        let client = self.scope.client();
        let outcome = client.add_user_tenant(id.as_str(), &body).await;
        self.user(DOING, &catalogue::ADD_USER_TENANT, outcome)
    }

    /// Chooses the tenant that a user works in. It has to be there; tokens show it after the next refresh.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): there is no such user, or no such tenant.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/{userId}/tenant`
    pub async fn set_active_tenant(
        &self,
        id: &UserId,
        tenant_id: &TenantId,
    ) -> Result<User, Error> {
        const DOING: &str = "cannot set the user's active tenant";
        let body = types::UpdateUserTenantWithValidationDto {
            tenant_id: tenant_id.to_string(),
            validate_tenant_exist: Some(true),
        };
        let client = self.scope.client();
        let outcome = client.set_user_active_tenant(id.as_str(), &body).await;
        self.user(DOING, &catalogue::SET_USER_ACTIVE_TENANT, outcome)
    }

    /// Moves all users of one tenant to another. Nothing undoes it: afterwards those who came cannot be told from those who
    /// were there.
    ///
    /// # Wire
    /// `PUT /identity/resources/users/v1/tenants/migrate`
    pub async fn move_all(&self, tenants: &TenantMove) -> Result<(), Error> {
        const DOING: &str = "cannot move the users to another tenant";
        let body = types::MigrateUsersFromTenantToTenantRequest {
            src_tenant_id: tenants.from.to_string(),
            target_tenant_id: tenants.to.to_string(),
        };
        let outcome = self.scope.client().migrate_tenant_users(&body).await;
        self.scope
            .told(DOING, &catalogue::MIGRATE_TENANT_USERS, outcome)
    }
}
