//! Who sends the environment's mails.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::{Secret, catalogue, types};

use crate::error::Error;
use crate::manage::scope::Scope;
use crate::manage::wire::unless_missing;
use crate::open_names::open_names;

open_names! {
    /// A service that sends mails.
    EmailProviderKind {
        /// SendGrid.
        SendGrid = "sendgrid",
        /// Mailgun.
        Mailgun = "mailgun",
        /// Amazon SES, by an access key.
        Ses = "ses",
        /// Amazon SES, by a role.
        SesRole = "ses-role",
    }
}

open_names! {
    /// Where a Mailgun account is.
    MailgunRegion {
        /// In the United States.
        Us = "us",
        /// In the European Union.
        Eu = "eu",
    }
}

/// An account at a service that sends mails.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum EmailProvider {
    /// SendGrid.
    SendGrid {
        /// The API key.
        api_key: Secret,
    },
    /// Mailgun.
    Mailgun {
        /// The API key.
        api_key: Secret,
        /// The domain that sends, as Mailgun knows it.
        domain: String,
        /// Where the account is.
        region: MailgunRegion,
    },
    /// Amazon SES, by an access key.
    Ses {
        /// The id of the access key.
        key_id: String,
        /// The access key.
        secret_key: Secret,
        /// As `eu-west-1`.
        region: String,
    },
    /// Amazon SES, by a role.
    SesRole {
        /// What says which role is assumed.
        role: Secret,
        /// As `eu-west-1`.
        region: String,
    },
}

impl EmailProvider {
    fn payload(&self) -> types::SetEmailConfigurationBodyPayload {
        use types::SetEmailConfigurationBodyPayload as Payload;
        match self.clone() {
            Self::SendGrid { api_key } => Payload::SendGridDto(types::SendGridDto {
                provider: types::SendGridDtoProvider::Sendgrid,
                secret: api_key,
            }),
            Self::Mailgun {
                api_key,
                domain,
                region,
            } => Payload::MailgunDto(types::MailgunDto {
                domain,
                provider: types::MailgunDtoProvider::Mailgun,
                region: region.as_str().into(),
                secret: api_key,
            }),
            Self::Ses {
                key_id,
                secret_key,
                region,
            } => Payload::SesDto(types::SesDto {
                id: key_id,
                provider: types::SesDtoProvider::Ses,
                region,
                secret: secret_key,
            }),
            Self::SesRole { role, region } => Payload::SesRoleDto(types::SesRoleDto {
                provider: types::SesRoleDtoProvider::SesRole,
                region,
                secret: role,
            }),
        }
    }
}

/// The account that is set, as the service tells it.
#[derive(Clone)]
#[non_exhaustive]
pub struct StoredEmailProvider {
    /// At which service.
    pub kind: EmailProviderKind,
    /// Its key.
    pub secret: Option<Secret>,
    /// What else it has, as a region, by the names of the service's own. They are not those with which it was set.
    pub settings: BTreeMap<String, String>,
    /// When it was first set.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last set.
    pub updated_at: Option<DateTime<Utc>>,
}

impl StoredEmailProvider {
    fn read(answer: types::GetMailConfigResponseDto) -> Option<Self> {
        let settings = answer.extension.into_iter().filter_map(|pair| {
            let text = |name| pair.get(name)?.as_str().map(str::to_owned);
            Some((text("extensionName")?, text("extensionValue")?))
        });
        Some(Self {
            kind: answer.provider?.as_str().into(),
            secret: answer.secret,
            settings: settings.collect(),
            created_at: answer.created_at,
            updated_at: answer.updated_at,
        })
    }
}

impl fmt::Debug for StoredEmailProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredEmailProvider")
            .field("kind", &self.kind)
            .field("settings", &self.settings.keys())
            .finish_non_exhaustive()
    }
}

/// Who sends the environment's mails.
#[derive(Clone, Debug)]
pub struct EmailSettings {
    scope: Scope,
}

impl EmailSettings {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }

    /// The account that sends, with its key; none if the service sends by itself.
    ///
    /// # Wire
    /// `GET /identity/resources/mail/v1/configurations`
    pub async fn provider(&self) -> Result<Option<StoredEmailProvider>, Error> {
        const DOING: &str = "cannot read who sends mails";
        let outcome = self.scope.client().get_email_configuration().await;
        let operation = &catalogue::GET_EMAIL_CONFIGURATION;
        let outcome = self.scope.told(DOING, operation, outcome);
        Ok(unless_missing(outcome)?.and_then(StoredEmailProvider::read))
    }

    /// Lets this account send, in place of another. [Delete](Self::delete) one of another service first, so that nothing of
    /// it is left. Whether the account works, the first mail shows.
    ///
    /// # Wire
    /// `POST /identity/resources/mail/v2/configurations`
    pub async fn set(&self, provider: &EmailProvider) -> Result<(), Error> {
        const DOING: &str = "cannot set who sends mails";
        let body = types::SetEmailConfigurationBody {
            payload: Some(provider.payload()),
        };
        let outcome = self.scope.client().set_email_configuration(&body).await;
        let operation = &catalogue::SET_EMAIL_CONFIGURATION;
        self.scope.told(DOING, operation, outcome)
    }

    /// Lets the service send by itself again.
    ///
    /// # Wire
    /// `DELETE /identity/resources/mail/v1/configurations`
    pub async fn delete(&self) -> Result<(), Error> {
        const DOING: &str = "cannot delete who sends mails";
        let outcome = self.scope.client().delete_email_configuration().await;
        let operation = &catalogue::DELETE_EMAIL_CONFIGURATION;
        self.scope.told(DOING, operation, outcome)
    }
}
