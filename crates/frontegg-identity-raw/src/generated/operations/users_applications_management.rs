// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Users-applications Management: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Which users may use which applications of an environment, and which tenant is active for a user in
/// each application. A back end calls these routes with an environment token. They matter only in
/// environments with more than one application.
impl Client {
    /// List the ids of the users of an application
    ///
    /// Returns the ids of all users who are assigned to an application. Needs an environment token and no
    /// context headers. The answer is a bare array of user ids without paging; fetch details with the user
    /// routes, in batches.
    ///
    /// # Arguments
    ///
    /// - `app_id`: Id of the application.
    ///
    /// # Wire
    ///
    /// `GET /resources/applications/v1/{appId}/users`
    pub async fn list_application_users(
        &self,
        app_id: &str,
    ) -> Result<Response<::std::vec::Vec<::std::string::String>>, Error> {
        self.call(&catalogue::LIST_APPLICATION_USERS).path("appId", app_id).send().await
    }

    /// List the ids of the applications of a user
    ///
    /// Returns the ids of all applications to which a user is assigned. Needs an environment token and no
    /// context headers. The answer is a bare array of application ids, which does not tell through which
    /// tenant the user was assigned.
    ///
    /// # Arguments
    ///
    /// - `user_id`: Id of the user.
    ///
    /// # Wire
    ///
    /// `GET /resources/applications/v1/{userId}/apps`
    pub async fn list_user_applications(
        &self,
        user_id: &str,
    ) -> Result<Response<::std::vec::Vec<::std::string::String>>, Error> {
        self.call(&catalogue::LIST_USER_APPLICATIONS)
            .path("userId", user_id)
            .send()
            .await
    }

    /// Assign users of a tenant to an application
    ///
    /// Lets users of one tenant use an application. Needs an environment token; application, tenant and
    /// users are all named in the body, so no context headers apply. The tenant itself should already be
    /// assigned to the application: user creation, for one, answers 404 with code `ER-01008` where it is
    /// not. The answer is an array with an entry for each assignment; note that it names the membership of
    /// the user in the tenant and not the user.
    ///
    /// # Wire
    ///
    /// `POST /resources/applications/v1`
    pub async fn assign_application_users(
        &self,
        body: &types::AssignUsersToAppRequestDto,
    ) -> Result<
        Response<::std::vec::Vec<types::ApplicationUserTenantsResponseDto>>,
        Error,
    > {
        self.call(&catalogue::ASSIGN_APPLICATION_USERS).json(body).send().await
    }

    /// Remove users of a tenant from an application
    ///
    /// Takes away the right of users of one tenant to use an application; the users stay in the tenant.
    /// Needs an environment token and no context headers. This is a `DELETE` with a JSON body that names
    /// application, tenant and users. Nothing is returned.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/applications/v1`
    pub async fn unassign_application_users(
        &self,
        body: &types::UnassignUsersFromAppRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UNASSIGN_APPLICATION_USERS).json(body).send_unit().await
    }

    /// Read the active tenant of a user in each application
    ///
    /// Tells for each application which tenant is active for the user. Takes a user access token, or an
    /// environment token with `frontegg-user-id`. The active tenant is expected to decide the `tenantId`
    /// of access tokens issued for that application.
    ///
    /// # Arguments
    ///
    /// - `frontegg_user_id`: User whose active tenants are read.
    ///
    /// # Wire
    ///
    /// `GET /resources/applications/user-tenants/active/v1`
    pub async fn list_my_application_active_tenants(
        &self,
        frontegg_user_id: Option<&str>,
    ) -> Result<Response<types::UserApplicationActiveTenantsResponseDto>, Error> {
        self.call(&catalogue::LIST_MY_APPLICATION_ACTIVE_TENANTS)
            .header("frontegg-user-id", frontegg_user_id)
            .send()
            .await
    }

    /// Switch the active tenant of a user in applications
    ///
    /// Sets the active tenant of a user for one or more applications. Takes a user access token, or an
    /// environment token with `frontegg-user-id`. Applications that the body does not name are expected to
    /// keep their tenant. An access token already issued keeps its old `tenantId`; refresh the session to
    /// get one for the new tenant. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `frontegg_user_id`: User whose active tenants change.
    ///
    /// # Wire
    ///
    /// `PUT /resources/applications/user-tenants/active/v1`
    pub async fn set_my_application_active_tenants(
        &self,
        frontegg_user_id: Option<&str>,
        body: &types::SwitchApplicationActiveUserTenantsRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_MY_APPLICATION_ACTIVE_TENANTS)
            .header("frontegg-user-id", frontegg_user_id)
            .json(body)
            .send_unit()
            .await
    }

    /// List the applications of several users
    ///
    /// Returns, for each of the given users, the ids of the applications that the user is assigned to. For
    /// a single user `/resources/applications/v1/{userId}/apps` answers a plain list.
    ///
    /// # Arguments
    ///
    /// - `user_ids`: Ids of the users, separated by commas; keep the URL short, some hundred ids are too
    ///   many.
    ///
    /// # Wire
    ///
    /// `GET /resources/applications/v1/users-apps`
    pub async fn list_user_applications_bulk(
        &self,
        user_ids: &str,
    ) -> Result<Response<::std::vec::Vec<types::UserApplicationsResponse>>, Error> {
        self.call(&catalogue::LIST_USER_APPLICATIONS_BULK)
            .query("userIds", &user_ids)
            .send()
            .await
    }

    /// List the users of several applications
    ///
    /// Returns, for each of the given applications, the ids of the users who are assigned to it. For a
    /// single application `/resources/applications/v1/{appId}/users` answers a plain list.
    ///
    /// # Arguments
    ///
    /// - `app_ids`: Ids of the applications, separated by commas.
    ///
    /// # Wire
    ///
    /// `GET /resources/applications/v1/apps-users`
    pub async fn list_application_users_bulk(
        &self,
        app_ids: &str,
    ) -> Result<Response<::std::vec::Vec<types::ApplicationUsersResponse>>, Error> {
        self.call(&catalogue::LIST_APPLICATION_USERS_BULK)
            .query("appIds", &app_ids)
            .send()
            .await
    }

    /// Assign a user to several applications
    ///
    /// Assigns one user of a tenant to several applications. Nothing comes back. The documented twin
    /// `/resources/applications/v1` assigns several users to one application.
    ///
    /// # Wire
    ///
    /// `POST /resources/applications/v1/apps-user`
    pub async fn assign_user_applications(
        &self,
        body: &types::AssignUserToApplicationsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ASSIGN_USER_APPLICATIONS).json(body).send_unit().await
    }

    /// Unassign a user from several applications
    ///
    /// Takes one user of a tenant off several applications. User and applications are named in the body,
    /// which this DELETE needs. Nothing comes back.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/applications/v1/user-apps`
    pub async fn unassign_user_applications(
        &self,
        body: &types::AssignUserToApplicationsDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UNASSIGN_USER_APPLICATIONS).json(body).send_unit().await
    }
}
