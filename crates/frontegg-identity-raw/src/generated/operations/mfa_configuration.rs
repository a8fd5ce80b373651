// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! MFA Configuration: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Reads and replaces the technical settings of the factors: the issuer name that authenticator apps
/// display, and the lifetime and sender of codes. Called with an environment token and valid for the
/// whole environment. Whether a factor is demanded or offered at all is decided by the policy and the
/// strategies of the MFA settings.
impl Client {
    /// Get the configuration of the MFA factors
    ///
    /// Reads the environment's settings of the authenticator app, SMS and e-mail factors; needs an
    /// environment token and no context header. It says how factors work, not whether they are demanded
    /// (that is the MFA policy) or offered (the MFA strategies).
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/mfa`
    pub async fn get_mfa_configuration(
        &self,
    ) -> Result<Response<types::MfaConfigResponse>, Error> {
        self.call(&catalogue::GET_MFA_CONFIGURATION).send().await
    }

    /// Set the configuration of the MFA factors
    ///
    /// Stores settings of the authenticator app, SMS and e-mail factors for the environment; needs an
    /// environment token. Each of the three members is optional, but one that is sent must be complete.
    /// Lifetimes are in seconds with a minimum of 300. The 201 shows the resulting configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/mfa`
    pub async fn set_mfa_configuration(
        &self,
        body: &types::MfaConfigRequest,
    ) -> Result<Response<types::MfaConfigResponse>, Error> {
        self.call(&catalogue::SET_MFA_CONFIGURATION).json(body).send().await
    }
}
