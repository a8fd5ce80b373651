// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Delegation: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// The switch that allows delegation in an environment: token exchange (RFC 8693), by which a service
/// obtains an access token for a user that names the service in its `act` claim. Both routes accept
/// only an environment token. The exchange itself happens at the OAuth token endpoint, not here.
impl Client {
    /// Read the delegation setting
    ///
    /// Tells whether the environment allows delegation, that is, exchanging a user's access token and a
    /// service's own token for one that lets the service act for the user. Accepts only an environment
    /// token; no context header.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/delegation`
    pub async fn get_delegation_configuration(
        &self,
    ) -> Result<Response<types::GetDelegationConfigurationResponseDto>, Error> {
        self.call(&catalogue::GET_DELEGATION_CONFIGURATION).send().await
    }

    /// Turn delegation on or off
    ///
    /// Allows or forbids delegation in the environment. Accepts only an environment token; no context
    /// header. Turning it off is expected to stop further exchanges, while delegated access tokens already
    /// issued live on until their `exp`. No content comes back.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/delegation`
    pub async fn set_delegation_configuration(
        &self,
        body: &types::CreateDelegationConfigurationRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_DELEGATION_CONFIGURATION).json(body).send_unit().await
    }
}
