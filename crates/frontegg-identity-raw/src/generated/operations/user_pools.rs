// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Pools: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// User pools, called user sources in paths and field names, let users of another directory sign in to
/// this environment: an external source checks credentials against that directory and can copy users
/// over, whereas a federation source always sends the user to an identity provider. Back ends and
/// provisioning tools manage them with an environment token; user access tokens have no part in it.
/// Every kind of source is created and updated through a route of its own, but all kinds are listed,
/// read, deleted and bound to applications through shared routes. Requests carry credentials of the
/// foreign directory, so keep bodies out of logs.
impl Client {
    /// List user sources
    ///
    /// Returns every user source of the environment, with its configuration and the number of users known
    /// from it. Needs an environment token and no context header. The answer is a bare JSON array without
    /// paging. `configuration` is free JSON because its members depend on `type`; it may repeat
    /// credentials that were stored with the source.
    ///
    /// # Wire
    ///
    /// `GET /resources/user-sources/v1`
    pub async fn list_user_sources(
        &self,
    ) -> Result<
        Response<::std::vec::Vec<types::GetUserSourceExtendedResponseDto>>,
        Error,
    > {
        self.call(&catalogue::LIST_USER_SOURCES).send().await
    }

    /// Get a user source
    ///
    /// Returns one user source of any kind with its configuration, but without the user count that the
    /// list carries. Needs an environment token. An unknown id answers `404`.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the user source.
    ///
    /// # Wire
    ///
    /// `GET /resources/user-sources/v1/{id}`
    pub async fn get_user_source(
        &self,
        id: &str,
    ) -> Result<Response<types::GetUserSourceResponseDto>, Error> {
        self.call(&catalogue::GET_USER_SOURCE).path("id", id).send().await
    }

    /// Delete a user source
    ///
    /// Removes a user source of any kind. Needs an environment token. Users who can only be checked
    /// against that source can no longer sign in through it; whether users already copied into the
    /// environment are affected is not known. The body of the answer is empty.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the user source.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/user-sources/v1/{id}`
    pub async fn delete_user_source(&self, id: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_USER_SOURCE).path("id", id).send_unit().await
    }

    /// Create an Auth0 user source
    ///
    /// Creates an external user source that checks e-mail and password against an Auth0 account. Needs an
    /// environment token. The Auth0 application must allow the password grant, and its client must be
    /// authorised to read users and roles. Applications listed in `appIds` are bound at once; others can
    /// be bound later through the assign route. The answer leaves out the configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/external/auth0`
    pub async fn create_auth0_user_source(
        &self,
        body: &types::CreateAuth0ExternalUserSourceRequestDto,
    ) -> Result<Response<types::CreateUserSourceResponse>, Error> {
        self.call(&catalogue::CREATE_AUTH0_USER_SOURCE).json(body).send().await
    }

    /// Create an Amazon Cognito user source
    ///
    /// Creates an external user source that checks credentials against one Amazon Cognito user pool. Needs
    /// an environment token. Two sets of credentials go into the body: those of the app client of the pool
    /// and an AWS access key, and both are stored by the service. The answer leaves out the configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/external/cognito`
    pub async fn create_cognito_user_source(
        &self,
        body: &types::CreateCognitoExternalUserSourceRequestDto,
    ) -> Result<Response<types::CreateUserSourceResponse>, Error> {
        self.call(&catalogue::CREATE_COGNITO_USER_SOURCE).json(body).send().await
    }

    /// Create a Firebase user source
    ///
    /// Creates an external user source that checks credentials against a Google Firebase project. Needs an
    /// environment token. The body holds the web API key and the complete service account, private key
    /// included. The tenant can only be a fixed one or a new one; reading it from the user record is not
    /// on offer. The answer leaves out the configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/external/firebase`
    pub async fn create_firebase_user_source(
        &self,
        body: &types::CreateFirebaseExternalUserSourceRequestDto,
    ) -> Result<Response<types::CreateUserSourceResponse>, Error> {
        self.call(&catalogue::CREATE_FIREBASE_USER_SOURCE).json(body).send().await
    }

    /// Create a custom-code user source
    ///
    /// Creates an external user source whose checks are done by JavaScript that the caller supplies and
    /// the service runs, for directories without a connector of their own. Needs an environment token. One
    /// script authenticates a user; a second, optional one looks a user up. The tenant is either a new one
    /// or the one that the script returns. The answer leaves out the configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/external/custom-code`
    pub async fn create_custom_code_user_source(
        &self,
        body: &types::CreateCustomCodeExternalUserSourceRequestDto,
    ) -> Result<Response<types::CreateUserSourceResponse>, Error> {
        self.call(&catalogue::CREATE_CUSTOM_CODE_USER_SOURCE).json(body).send().await
    }

    /// Create a federation user source
    ///
    /// Creates a user source that sends users to an OpenID Connect or OAuth 2.0 identity provider. Needs
    /// an environment token. Describe the provider either by `wellknownUrl` or by explicit endpoints in
    /// `oauth2Config`; one of the two is needed. Federated users always authenticate at their provider, so
    /// this kind has no migration switch. The answer leaves out the configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/federation`
    pub async fn create_federation_user_source(
        &self,
        body: &types::CreateFederationUserSourceRequestDto,
    ) -> Result<Response<types::CreateUserSourceResponse>, Error> {
        self.call(&catalogue::CREATE_FEDERATION_USER_SOURCE).json(body).send().await
    }

    /// Update an Auth0 user source
    ///
    /// Changes name, description, position or configuration of an Auth0 user source. Needs an environment
    /// token. Send `configuration` complete, secret included, because its members are all required once it
    /// is present. Applications are not changed here; use the assign and unassign routes. The answer has
    /// no body, so read the source again to see the result.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of an Auth0 user source; another kind of source has its own update route.
    ///
    /// # Wire
    ///
    /// `PUT /resources/user-sources/v1/external/auth0/{id}`
    pub async fn update_auth0_user_source(
        &self,
        id: &str,
        body: &types::UpdateExternalAuth0UserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_AUTH0_USER_SOURCE)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// Update an Amazon Cognito user source
    ///
    /// Changes name, description, position or configuration of a Cognito user source. Needs an environment
    /// token. A `configuration` that is sent must be complete, with the AWS keys, and the binding to
    /// applications is left as it is. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of a Cognito user source.
    ///
    /// # Wire
    ///
    /// `PUT /resources/user-sources/v1/external/cognito/{id}`
    pub async fn update_cognito_user_source(
        &self,
        id: &str,
        body: &types::UpdateExternalCognitoUserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_COGNITO_USER_SOURCE)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// Update a Firebase user source
    ///
    /// Changes name, description, position or configuration of a Firebase user source. Needs an
    /// environment token. A `configuration` that is sent must hold the whole service account again; this
    /// is the route to use after its private key is rotated. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of a Firebase user source.
    ///
    /// # Wire
    ///
    /// `PUT /resources/user-sources/v1/external/firebase/{id}`
    pub async fn update_firebase_user_source(
        &self,
        id: &str,
        body: &types::UpdateExternalFirebaseUserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_FIREBASE_USER_SOURCE)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// Update a custom-code user source
    ///
    /// Changes name, description, position or scripts of a custom-code user source. Needs an environment
    /// token. A `configuration` that is sent must contain `codePayload` again, even if only the lookup
    /// script changes. Nothing is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of a custom-code user source.
    ///
    /// # Wire
    ///
    /// `PUT /resources/user-sources/v1/external/custom-code/{id}`
    pub async fn update_custom_code_user_source(
        &self,
        id: &str,
        body: &types::UpdateExternalCustomCodeUserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_CUSTOM_CODE_USER_SOURCE)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// Update a federation user source
    ///
    /// Changes name, description, position or provider settings of a federation user source. Needs an
    /// environment token. A `configuration` that is sent must be complete, with the client secret. Nothing
    /// is returned.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of a federation user source.
    ///
    /// # Wire
    ///
    /// `PUT /resources/user-sources/v1/federation/{id}`
    pub async fn update_federation_user_source(
        &self,
        id: &str,
        body: &types::UpdateFederationUserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UPDATE_FEDERATION_USER_SOURCE)
            .path("id", id)
            .json(body)
            .send_unit()
            .await
    }

    /// Assign applications to a user source
    ///
    /// Binds a user source to applications, so that their users can sign in through it. Needs an
    /// environment token. Applications bound before are expected to stay bound. Both ids travel in the
    /// body; the path names no source. The answer has no body.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/assign`
    pub async fn assign_user_source_applications(
        &self,
        body: &types::AssignApplicationsToUserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::ASSIGN_USER_SOURCE_APPLICATIONS)
            .json(body)
            .send_unit()
            .await
    }

    /// Unassign applications from a user source
    ///
    /// Undoes the binding between a user source and the listed applications; applications that are not
    /// listed stay bound. Needs an environment token. Like its counterpart it is a `POST` that answers
    /// `201` without a body.
    ///
    /// # Wire
    ///
    /// `POST /resources/user-sources/v1/unassign`
    pub async fn unassign_user_source_applications(
        &self,
        body: &types::UnassignApplicationsFromUserSourceRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::UNASSIGN_USER_SOURCE_APPLICATIONS)
            .json(body)
            .send_unit()
            .await
    }

    /// List the users of a user source
    ///
    /// Returns e-mail address and last sign-in of the users who came from one user source. Needs an
    /// environment token. The answer is a page object, yet there are no paging parameters: compare
    /// `_metadata.totalItems` with the number of items before treating the list as complete.
    ///
    /// # Arguments
    ///
    /// - `id`: Id of the user source.
    ///
    /// # Wire
    ///
    /// `GET /resources/user-sources/v1/{id}/users`
    pub async fn list_user_source_users(
        &self,
        id: &str,
    ) -> Result<Response<types::ListUserSourceUsersResponse>, Error> {
        self.call(&catalogue::LIST_USER_SOURCE_USERS).path("id", id).send().await
    }
}
