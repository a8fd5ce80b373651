// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Sessions Configuration: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Reads and sets how long sessions last: idle time-out, absolute time-out and the number of
/// concurrent sessions. Called with an environment token; the settings exist at environment level and,
/// when `frontegg-tenant-id` is sent to the tenant routes, per tenant. Answers may be empty, so
/// absence of a setting means that it was never configured.
impl Client {
    /// Get the session configuration of the environment
    ///
    /// Reads the session time-outs and the limit of concurrent sessions that hold for the environment,
    /// below any setting of a single tenant. Needs an environment token; the tenant's own settings are
    /// read at `GET /resources/configurations/sessions/v1` with `frontegg-tenant-id`. The answer is
    /// expected to hold the three parts of the write request, and to be an empty object where nothing was
    /// configured.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/sessions/v1/vendor`
    pub async fn get_session_configuration_as_vendor(
        &self,
    ) -> Result<Response<types::SessionConfigurationResponse>, Error> {
        self.call(&catalogue::GET_SESSION_CONFIGURATION_AS_VENDOR).send().await
    }
}
