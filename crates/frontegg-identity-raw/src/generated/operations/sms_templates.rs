// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! SMS Templates: operations.
use crate::generated::{catalogue, types};
use crate::{Client, Error, Response};
/// Texts of the SMS messages that the service sends, one per message type: the environment's own
/// versions and the built-in defaults behind them. Administration tools call these routes with an
/// environment token; no tenant header is involved. The fields of a template are not known for
/// certain, so a template is free JSON here.
impl Client {
    /// List the environment's SMS templates
    ///
    /// Returns the SMS templates that the environment has set for itself. Needs an environment token. The
    /// answer is expected to be a bare array, without paging. Types without a template of their own use
    /// the default, which `/resources/configurations/v1/sms/templates/default/all` returns.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/sms/templates`
    pub async fn list_sms_templates(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::SmsTemplateResponse>>, Error> {
        self.call(&catalogue::LIST_SMS_TEMPLATES).send().await
    }

    /// Get one of the environment's SMS templates
    ///
    /// Returns the environment's own template for one message type. Needs an environment token. Where the
    /// environment has none, the default at `/resources/configurations/v1/sms/templates/{type}/default`
    /// applies; what this route answers in that case is not known.
    ///
    /// # Arguments
    ///
    /// - `type_`: Message type whose template is returned.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/sms/templates/{type}`
    pub async fn get_sms_template(
        &self,
        type_: &str,
    ) -> Result<Response<types::SmsTemplateResponse>, Error> {
        self.call(&catalogue::GET_SMS_TEMPLATE).path("type", type_).send().await
    }

    /// Create or replace an SMS template
    ///
    /// Sets the environment's text for one message type; an existing template of that type is overwritten.
    /// Needs an environment token. The body is free JSON: fetch the default template of the type first and
    /// take its shape as the model. The answer is the stored template, under 200 or 201.
    ///
    /// # Arguments
    ///
    /// - `type_`: Message type for which the template is stored.
    ///
    /// # Wire
    ///
    /// `POST /resources/configurations/v1/sms/templates/{type}`
    pub async fn set_sms_template(
        &self,
        type_: &str,
        body: &types::CreateSmsTemplateRequest,
    ) -> Result<Response<types::SmsTemplateResponse>, Error> {
        self.call(&catalogue::SET_SMS_TEMPLATE)
            .path("type", type_)
            .json(body)
            .send()
            .await
    }

    /// Delete one of the environment's SMS templates
    ///
    /// Removes the environment's own template for one message type, after which the default text is
    /// expected to be used again. Needs an environment token. The answer has no body.
    ///
    /// # Arguments
    ///
    /// - `type_`: Message type whose template is removed.
    ///
    /// # Wire
    ///
    /// `DELETE /resources/configurations/v1/sms/templates/{type}`
    pub async fn delete_sms_template(&self, type_: &str) -> Result<Response<()>, Error> {
        self.call(&catalogue::DELETE_SMS_TEMPLATE).path("type", type_).send_unit().await
    }

    /// Get the default SMS template of one type
    ///
    /// Returns the built-in text for one message type, whether or not the environment has replaced it.
    /// Needs an environment token. It is the natural starting point for a template of one's own.
    ///
    /// # Arguments
    ///
    /// - `type_`: Message type whose default is returned.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/sms/templates/{type}/default`
    pub async fn get_default_sms_template(
        &self,
        type_: &str,
    ) -> Result<Response<types::SmsTemplateResponse>, Error> {
        self.call(&catalogue::GET_DEFAULT_SMS_TEMPLATE).path("type", type_).send().await
    }

    /// List the default SMS templates
    ///
    /// Returns the built-in templates of all message types. Needs an environment token. The answer is
    /// expected to be a bare array, without paging, that shows which values of `type` exist.
    ///
    /// # Wire
    ///
    /// `GET /resources/configurations/v1/sms/templates/default/all`
    pub async fn list_default_sms_templates(
        &self,
    ) -> Result<Response<::std::vec::Vec<types::SmsTemplateResponse>>, Error> {
        self.call(&catalogue::LIST_DEFAULT_SMS_TEMPLATES).send().await
    }
}
