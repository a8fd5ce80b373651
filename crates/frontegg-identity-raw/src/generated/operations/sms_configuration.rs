// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! SMS Configuration: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Stores the environment's own account at an SMS provider, through which codes are sent. Called with
/// an environment token; there is one configuration per environment and it holds the provider's
/// secret. Texts of the messages are kept separately, by the SMS template routes.
impl Client {
    /// Get the SMS provider configuration
    ///
    /// Reads the environment's SMS provider account; needs an environment token and no context header. The
    /// answer is expected to hold the members of the request and an id. It may hold the secret, and may be
    /// empty where nothing is configured.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/sms`
    pub async fn get_sms_configuration(
        &self,
    ) -> Result<Response<types::SmsVendorConfigResponse>, Error> {
        self.call(&catalogue::GET_SMS_CONFIGURATION).send().await
    }

    /// Create or replace the SMS provider configuration
    ///
    /// Stores the account at an SMS provider through which the environment sends its codes; a
    /// configuration that exists is overwritten. Needs an environment token and no context header. The
    /// body holds the provider's secret, so keep it out of logs. 200 and 201 mean the same; the answer is
    /// expected to hold the stored configuration.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/sms`
    pub async fn set_sms_configuration(
        &self,
        body: &types::CreateSmsVendorConfigRequest,
    ) -> Result<Response<types::SmsVendorConfigResponse>, Error> {
        self.call(&catalogue::SET_SMS_CONFIGURATION).json(body).send().await
    }

    /// Delete the SMS provider configuration
    ///
    /// Forgets the environment's own SMS provider account, including its secret; needs an environment
    /// token. Texts of SMS templates are kept elsewhere and are not addressed here. There is no body on
    /// success.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/configurations/v1/sms`
    pub async fn delete_sms_configuration(&self) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_SMS_CONFIGURATION).send_unit().await
    }
}
