//! Users are created, changed as a whole, and deleted.

use frontegg_identity_raw::catalogue;

use super::{NewUser, ProvisionedUser, User, Users};
use crate::error::{Error, ErrorKind};
use crate::manage::{TenantId, UserId};

impl Users {
    /// Creates a user in a tenant, and invites them by mail unless the user [gets none](NewUser::without_mail). One whose
    /// address is known already joins the tenant.
    ///
    /// # Errors
    /// [`ApplicationMissing`](crate::Code::ApplicationMissing): the environment has no default application; name one with
    /// [`in_application`](crate::manage::Environment::in_application).
    /// [`TenantNotInApplication`](crate::Code::TenantNotInApplication): the tenant may not use it.
    /// [`Input`](ErrorKind::Input): the username or the picture's address is none.
    ///
    /// # Wire
    /// `POST /identity/resources/users/v2`
    pub async fn create(&self, tenant_id: &TenantId, user: &NewUser) -> Result<User, Error> {
        const DOING: &str = "cannot create the user";
        let body = user.to_wire(DOING)?;
        let client = self.scope.client();
        let outcome = client.create_user(None, tenant_id.as_str(), &body).await;
        let user = self.scope.told(DOING, &catalogue::CREATE_USER, outcome)?;
        Ok(User::created(user, tenant_id))
    }

    /// Creates a user in a tenant without any mail, with what only the environment can set.
    ///
    /// # Errors
    /// [`Input`](ErrorKind::Input): the username is none.
    ///
    /// # Wire
    /// `POST /identity/resources/vendor-only/users/v1`
    pub async fn provision(
        &self,
        tenant_id: &TenantId,
        user: &ProvisionedUser,
    ) -> Result<User, Error> {
        const DOING: &str = "cannot create the user";
        let body = user.to_wire(DOING, tenant_id.to_string())?;
        let outcome = self.scope.client().create_user_as_vendor(&body).await;
        let user = self
            .scope
            .told(DOING, &catalogue::CREATE_USER_AS_VENDOR, outcome)?;
        Ok(user.into())
    }

    /// Takes a user out of one tenant. They stay in the others.
    ///
    /// # Errors
    /// [`Input`](ErrorKind::Input): the tenant's id is empty, or none that can be sent. Nothing is, since without a tenant
    /// the same call deletes the user.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/v1/{userId}`
    pub async fn remove_from_tenant(&self, tenant_id: &TenantId, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot take the user out of the tenant";
        let is_header = |byte: u8| byte.is_ascii_graphic();
        let text = tenant_id.as_str();
        if text.is_empty() || !text.bytes().all(is_header) {
            return Err(Error::new(ErrorKind::Input, DOING));
        }
        let client = self.scope.client();
        let outcome = client.delete_user(id.as_str(), Some(text)).await;
        self.scope.told(DOING, &catalogue::DELETE_USER, outcome)
    }

    /// Deletes a user, in all tenants. It cannot be undone.
    ///
    /// # Wire
    /// `DELETE /identity/resources/users/v1/{userId}`
    pub async fn delete(&self, id: &UserId) -> Result<(), Error> {
        const DOING: &str = "cannot delete the user";
        let outcome = self.scope.client().delete_user(id.as_str(), None).await;
        self.scope.told(DOING, &catalogue::DELETE_USER, outcome)
    }
}
