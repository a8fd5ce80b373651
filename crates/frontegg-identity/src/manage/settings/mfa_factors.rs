//! How each kind of second factor works.

use std::time::Duration;

use frontegg_identity_raw::types;

use super::shared::{from_seconds, seconds};

/// How second factors work. Whether one is demanded, the policy says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MfaFactors {
    /// Authenticator apps.
    pub app: Option<AppFactor>,
    /// Codes by SMS.
    pub sms: Option<SmsFactor>,
    /// Codes by mail.
    pub email: Option<EmailFactor>,
}

/// How authenticator apps work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppFactor {
    /// Whether users may use them.
    pub is_active: bool,
    /// What apps call the account.
    pub service_name: String,
}

/// How codes by SMS work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmsFactor {
    /// Whether users may use them.
    pub is_active: bool,
    /// How long a code lives, five minutes or more, in whole seconds.
    pub code_life: Duration,
}

/// How codes by mail work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailFactor {
    /// Whether users may use them.
    pub is_active: bool,
    /// How long a code lives, five minutes or more, in whole seconds.
    pub code_life: Duration,
    /// Who the mails come from.
    pub sender: String,
}

impl MfaFactors {
    /// Nothing, which leaves everything as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How authenticator apps work.
    #[must_use]
    pub fn app(mut self, factor: AppFactor) -> Self {
        self.app = Some(factor);
        self
    }

    /// How codes by SMS work.
    #[must_use]
    pub fn sms(mut self, factor: SmsFactor) -> Self {
        self.sms = Some(factor);
        self
    }

    /// How codes by mail work.
    #[must_use]
    pub fn email(mut self, factor: EmailFactor) -> Self {
        self.email = Some(factor);
        self
    }

    pub(super) fn body(&self) -> types::MfaConfigRequest {
        types::MfaConfigRequest {
            authentication_app: self.app.clone().map(|app| types::MfaAuthAppConfig {
                active: app.is_active,
                service_name: app.service_name,
            }),
            sms: self.sms.clone().map(|sms| types::MfaSmsConfig {
                active: sms.is_active,
                token_lifetime_seconds: seconds(sms.code_life),
            }),
            email: self.email.clone().map(|email| types::MfaEmailConfig {
                active: email.is_active,
                token_lifetime_seconds: seconds(email.code_life),
                sender: email.sender,
            }),
        }
    }
}

impl From<types::MfaConfigResponse> for MfaFactors {
    fn from(answer: types::MfaConfigResponse) -> Self {
        let life = |seconds: Option<i64>| seconds.map(from_seconds).unwrap_or_default();
        Self {
            app: answer.authentication_app.map(|app| AppFactor {
                is_active: app.active.unwrap_or_default(),
                service_name: app.service_name.unwrap_or_default(),
            }),
            sms: answer.sms.map(|sms| SmsFactor {
                is_active: sms.active.unwrap_or_default(),
                code_life: life(sms.token_lifetime_seconds),
            }),
            email: answer.email.map(|email| EmailFactor {
                is_active: email.active.unwrap_or_default(),
                code_life: life(email.token_lifetime_seconds),
                sender: email.sender.unwrap_or_default(),
            }),
        }
    }
}
