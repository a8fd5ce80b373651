// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Email Configuration: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// The mail provider through which an environment sends its messages: SendGrid, Mailgun or Amazon SES.
/// The routes take an environment token and handle provider credentials, so keep request and answer
/// out of logs. Writing uses the v2 route, reading and deleting the v1 route; both act on the same
/// single configuration.
impl Client {
    /// Read the mail provider
    ///
    /// Returns the provider configured for the environment with its secret. Needs an environment token; no
    /// context header. Settings beyond the secret, such as a region or domain, come as name and value
    /// pairs in `extension`, not as the members with which they were written. It serves configurations
    /// written by v1 and v2 alike; what an environment without a provider of its own answers is not
    /// confirmed.
    ///
    /// # Wire
    ///
    /// `GET /resources/mail/v1/configurations`
    pub async fn get_email_configuration(
        &self,
    ) -> Result<Response<types::GetMailConfigResponseDto>, Error> {
        self.call(&catalogue::GET_EMAIL_CONFIGURATION).send().await
    }

    /// Set the mail provider (deprecated v1)
    ///
    /// Stores a provider secret and nothing else, which suffices for SendGrid only. Needs an environment
    /// token; no context header. Deprecated in favour of `POST /resources/mail/v2/configurations`, which
    /// names the provider; the configuration is the same one. No content comes back.
    ///
    /// # Wire
    ///
    /// `POST /resources/mail/v1/configurations`
    #[deprecated = "the service marks this operation as deprecated"]
    pub async fn set_email_configuration_v1(
        &self,
        body: &types::CreateOrUpdateMailConfigRequestDto,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_EMAIL_CONFIGURATION_V1).json(body).send_unit().await
    }

    /// Remove the mail provider
    ///
    /// Deletes the provider configuration and its secret, whether v1 or v2 wrote it. Needs an environment
    /// token; no context header. Mail is expected to go through the built-in sender afterwards. Delete
    /// before storing a different provider, so that no settings of the old one remain.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/mail/v1/configurations`
    pub async fn delete_email_configuration(&self) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_EMAIL_CONFIGURATION).send_unit().await
    }

    /// Set the mail provider
    ///
    /// Stores which provider sends the mails of the environment, with its credentials. Needs an
    /// environment token; no context header. The settings stand under `payload`, whose `provider` decides
    /// which further members are required: `sendgrid`, `mailgun`, `ses` (access keys) or `ses-role` (an
    /// assumed role). It replaces an existing configuration. There is no v2 counterpart for reading or
    /// deleting: use the v1 route. No content comes back, and the credentials are not known to be tried
    /// out, so send yourself a mail.
    ///
    /// # Wire
    ///
    /// `POST /resources/mail/v2/configurations`
    pub async fn set_email_configuration(
        &self,
        body: &types::SetEmailConfigurationBody,
    ) -> Result<Response<()>, Error> {
        self.call(&catalogue::SET_EMAIL_CONFIGURATION).json(body).send_unit().await
    }
}
