//! Who sends the environment's SMS, and their texts.

use frontegg_identity_raw::{Secret, catalogue, types};
use serde_json::Value;

use super::object::JsonObject;
use crate::error::Error;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;

/// An account at a service that sends SMS. Which members it needs depends on the service.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct SmsProvider {
    /// The name of the service, as `twilio`.
    pub provider: Option<String>,
    /// The id of the account there.
    pub account_id: Option<String>,
    /// What opens the account. An answer may leave it out.
    pub token: Option<Secret>,
    /// The number or name that SMS come from.
    pub sender: Option<String>,
    /// The messaging service of the account.
    pub service_id: Option<String>,
    /// The channel that messages take.
    pub channel: Option<String>,
}

impl SmsProvider {
    /// An account, with what opens it.
    #[must_use]
    pub fn new(provider: impl Into<String>, account_id: impl Into<String>, token: Secret) -> Self {
        Self {
            provider: Some(provider.into()),
            account_id: Some(account_id.into()),
            token: Some(token),
            ..Self::default()
        }
    }

    /// The number or name that SMS come from. A name works only in some countries.
    #[must_use]
    pub fn sender(mut self, sender: impl Into<String>) -> Self {
        self.sender = Some(sender.into());
        self
    }

    /// The messaging service of the account.
    #[must_use]
    pub fn service_id(mut self, id: impl Into<String>) -> Self {
        self.service_id = Some(id.into());
        self
    }

    /// The channel that messages take.
    #[must_use]
    pub fn channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// An answer without members says that nothing was set.
    fn read(answer: types::SmsVendorConfigResponse) -> Option<Self> {
        let is_set = answer.id.is_some() || answer.provider.is_some() || answer.token.is_some();
        is_set.then_some(Self {
            provider: answer.provider,
            account_id: answer.account_id,
            token: answer.token,
            sender: answer.sender_name,
            service_id: answer.service_id,
            channel: answer.channel,
        })
    }
}

/// Who sends the environment's SMS.
#[derive(Clone, Debug)]
pub struct SmsSettings {
    scope: Scope,
}

impl SmsSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The account that sends; none if the service sends by itself.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/sms`
    pub async fn provider(&self) -> Result<Option<SmsProvider>, Error> {
        const DOING: &str = "cannot read who sends SMS";
        let outcome = self.scope.client().get_sms_configuration().await;
        let operation = &catalogue::GET_SMS_CONFIGURATION;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(SmsProvider::read))
    }

    /// Lets this account send, in place of another.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/sms`
    pub async fn set(&self, provider: &SmsProvider) -> Result<(), Error> {
        const DOING: &str = "cannot set who sends SMS";
        let provider = provider.clone();
        let body = types::CreateSmsVendorConfigRequest {
            account_id: provider.account_id,
            channel: provider.channel,
            provider: provider.provider,
            sender_name: provider.sender,
            service_id: provider.service_id,
            token: provider.token,
        };
        let outcome = self.scope.client().set_sms_configuration(&body).await;
        let operation = &catalogue::SET_SMS_CONFIGURATION;
        self.scope.told(DOING, operation, outcome).map(drop)
    }

    /// Lets the service send by itself again. Texts stay.
    ///
    /// # Wire
    /// `DELETE /identity/resources/configurations/v1/sms`
    pub async fn delete(&self) -> Result<(), Error> {
        const DOING: &str = "cannot delete who sends SMS";
        let outcome = self.scope.client().delete_sms_configuration().await;
        let operation = &catalogue::DELETE_SMS_CONFIGURATION;
        self.scope.told(DOING, operation, outcome)
    }
}

/// The text of an SMS, in members that the service does not document: start from
/// [its own](SmsTemplates::default_text).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SmsTemplate {
    /// Which message it is for, if that is told.
    pub kind: Option<String>,
    /// All members.
    pub members: JsonObject,
}

impl From<types::SmsTemplateResponse> for SmsTemplate {
    fn from(template: types::SmsTemplateResponse) -> Self {
        let kind = template.get("type").and_then(Value::as_str);
        Self {
            kind: kind.map(str::to_owned),
            members: JsonObject::from(template.0),
        }
    }
}

/// The texts of an environment's SMS. Which kinds of message there are, [`defaults`](Self::defaults) shows.
#[derive(Clone, Debug)]
pub struct SmsTemplates {
    scope: Scope,
}

impl SmsTemplates {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// All texts of the environment's own. Other messages have the service's text.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/sms/templates`
    pub async fn list(&self) -> Result<Vec<SmsTemplate>, Error> {
        const DOING: &str = "cannot list the texts of SMS";
        let outcome = self.scope.client().list_sms_templates().await;
        let operation = &catalogue::LIST_SMS_TEMPLATES;
        let templates = self.scope.told(DOING, operation, outcome)?;
        Ok(templates.into_iter().map(SmsTemplate::from).collect())
    }

    /// The environment's own text for a kind of message, if it has one.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/sms/templates/{type}`
    pub async fn get(&self, kind: &str) -> Result<Option<SmsTemplate>, Error> {
        const DOING: &str = "cannot read the text of an SMS";
        let outcome = self.scope.client().get_sms_template(kind).await;
        let operation = &catalogue::GET_SMS_TEMPLATE;
        let template = unless_missing(self.scope.told(DOING, operation, outcome))?;
        let template = template.filter(|template| !template.is_empty());
        Ok(template.map(SmsTemplate::from))
    }

    /// Sets the text for a kind of message, in place of the whole that there was.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/sms/templates/{type}`
    pub async fn set(&self, kind: &str, members: &JsonObject) -> Result<(), Error> {
        const DOING: &str = "cannot set the text of an SMS";
        let body = types::CreateSmsTemplateRequest(members.clone().into());
        let outcome = self.scope.client().set_sms_template(kind, &body).await;
        let operation = &catalogue::SET_SMS_TEMPLATE;
        self.scope.told(DOING, operation, outcome).map(drop)
    }

    /// Deletes a text, so that its message has the service's text again.
    ///
    /// # Wire
    /// `DELETE /identity/resources/configurations/v1/sms/templates/{type}`
    pub async fn delete(&self, kind: &str) -> Result<(), Error> {
        const DOING: &str = "cannot delete the text of an SMS";
        let outcome = self.scope.client().delete_sms_template(kind).await;
        let operation = &catalogue::DELETE_SMS_TEMPLATE;
        self.scope.told(DOING, operation, outcome)
    }

    /// The service's text for a kind of message, to start from.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/sms/templates/{type}/default`
    pub async fn default_text(&self, kind: &str) -> Result<SmsTemplate, Error> {
        const DOING: &str = "cannot read the service's text of an SMS";
        let outcome = self.scope.client().get_default_sms_template(kind).await;
        let operation = &catalogue::GET_DEFAULT_SMS_TEMPLATE;
        Ok(self.scope.told(DOING, operation, outcome)?.into())
    }

    /// All texts of the service's own.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/sms/templates/default/all`
    pub async fn defaults(&self) -> Result<Vec<SmsTemplate>, Error> {
        const DOING: &str = "cannot list the service's texts of SMS";
        let outcome = self.scope.client().list_default_sms_templates().await;
        let operation = &catalogue::LIST_DEFAULT_SMS_TEMPLATES;
        let templates = self.scope.told(DOING, operation, outcome)?;
        Ok(templates.into_iter().map(SmsTemplate::from).collect())
    }
}
