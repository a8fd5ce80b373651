// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Sessions Management: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Policy for the life of user sessions: idle timeout, maximum duration and number of concurrent
/// sessions. Administrators set it with an environment token, for the whole environment by default or
/// for one tenant with `frontegg-tenant-id`; a user access token with suitable permissions is expected
/// to reach the policy of its own tenant.
impl Client {
    /// Get the session policy
    ///
    /// Returns the session policy of a tenant. Takes an environment token with `frontegg-tenant-id`, or a
    /// user access token for the user's own tenant. With an environment token and no tenant header the
    /// answer is the empty object `{}`, not the environment's policy, which lives at
    /// `/resources/configurations/sessions/v1/vendor`. Otherwise the answer has the members of the create
    /// request.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant whose policy is wanted; without it an environment token gets `{}`.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/sessions/v1`
    pub async fn get_session_configuration(
        &self,
        frontegg_tenant_id: Option<&str>,
    ) -> Result<Response<types::SessionConfigurationResponse>, Error> {
        self.call(&catalogue::GET_SESSION_CONFIGURATION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .send()
            .await
    }

    /// Create or update the session policy
    ///
    /// Sets the session policy, whether or not one exists already: repeated calls overwrite it and there
    /// is no separate update route. Needs an environment token, or a user access token with suitable
    /// permissions. Without `frontegg-tenant-id` an environment token sets the default of the whole
    /// environment, with it the policy of that tenant. The answer is `201` with an empty body, even for a
    /// change.
    ///
    /// # Arguments
    ///
    /// - `frontegg_tenant_id`: Tenant to which the policy applies; leave it out for the environment
    ///   default.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/sessions/v1`
    pub async fn set_session_configuration(
        &self,
        frontegg_tenant_id: Option<&str>,
        body: &types::CreateSessionConfigurationRequest,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_SESSION_CONFIGURATION)
            .header("frontegg-tenant-id", frontegg_tenant_id)
            .json(body)
            .send_unit()
            .await
    }
}
