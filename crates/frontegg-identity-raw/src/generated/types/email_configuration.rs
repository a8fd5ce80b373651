// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Email Configuration: types.
use super::*;

/// The mail provider in its deprecated v1 form.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateOrUpdateMailConfigRequestDto {
    /// API key of the provider; a secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
}

/// The mail provider of the environment, whichever version of the route stored it.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetMailConfigResponseDto {
    /// When the configuration was created (RFC 3339).
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Further settings of the provider, objects with the members `extensionName` and `extensionValue`.
    #[serde(default, deserialize_with = "crate::read::or_default")]
    pub extension: ::std::vec::Vec<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Mail service in use. `ses` is Amazon SES with access keys, `ses-role` the same with an assumed
    /// role.
    #[serde(default)]
    pub provider: ::std::option::Option<GetMailConfigResponseDtoProvider>,
    /// API key or other credential of the provider; a secret.
    #[serde(default)]
    pub secret: ::std::option::Option<crate::Secret>,
    /// When the configuration was last changed (RFC 3339).
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}

crate::open_enum! {
    /// Mail service in use. `ses` is Amazon SES with access keys, `ses-role` the same with an assumed
    /// role.
    pub enum GetMailConfigResponseDtoProvider {
        Sendgrid = "sendgrid",
        Mailgun = "mailgun",
        Ses = "ses",
        SesRole = "ses-role",
    }
}

/// Settings for sending through Mailgun.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct MailgunDto {
    /// Sending domain registered with Mailgun.
    pub domain: ::std::string::String,
    /// Always `mailgun`; tells the variants of the payload apart.
    pub provider: MailgunDtoProvider,
    /// Region of the Mailgun account.
    pub region: MailgunDtoRegion,
    /// Mailgun API key; a secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
}

crate::open_enum! {
    /// Always `mailgun`; tells the variants of the payload apart.
    pub enum MailgunDtoProvider {
        Mailgun = "mailgun",
    }
}

crate::open_enum! {
    /// Region of the Mailgun account.
    pub enum MailgunDtoRegion {
        Us = "us",
        Eu = "eu",
    }
}

/// Settings for sending through SendGrid.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SendGridDto {
    /// Always `sendgrid`; tells the variants of the payload apart.
    pub provider: SendGridDtoProvider,
    /// SendGrid API key; a secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
}

crate::open_enum! {
    /// Always `sendgrid`; tells the variants of the payload apart.
    pub enum SendGridDtoProvider {
        Sendgrid = "sendgrid",
    }
}

/// Settings for sending through Amazon SES with access keys.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SesDto {
    /// Access key id that belongs to `secret`.
    pub id: ::std::string::String,
    /// Always `ses`; tells the variants of the payload apart.
    pub provider: SesDtoProvider,
    /// AWS region, such as `eu-west-1`.
    pub region: ::std::string::String,
    /// Secret access key; a secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
}

crate::open_enum! {
    /// Always `ses`; tells the variants of the payload apart.
    pub enum SesDtoProvider {
        Ses = "ses",
    }
}

/// Settings for sending through Amazon SES with an assumed role instead of access keys.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SesRoleDto {
    /// Always `ses-role`; tells the variants of the payload apart.
    pub provider: SesRoleDtoProvider,
    /// AWS region, such as `eu-west-1`.
    pub region: ::std::string::String,
    /// Credential for the role, expected to identify the role to assume; treat it as a secret.
    #[serde(serialize_with = "crate::secret::expose")]
    pub secret: crate::Secret,
}

crate::open_enum! {
    /// Always `ses-role`; tells the variants of the payload apart.
    pub enum SesRoleDtoProvider {
        SesRole = "ses-role",
    }
}

#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct SetEmailConfigurationBody {
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payload: ::std::option::Option<SetEmailConfigurationBodyPayload>,
}

#[derive(::serde::Serialize, Clone, Debug)]
#[serde(untagged)]
pub enum SetEmailConfigurationBodyPayload {
    SendGridDto(SendGridDto),
    SesDto(SesDto),
    MailgunDto(MailgunDto),
    SesRoleDto(SesRoleDto),
}

impl ::std::convert::From<SendGridDto> for SetEmailConfigurationBodyPayload {
    fn from(value: SendGridDto) -> Self {
        Self::SendGridDto(value)
    }
}

impl ::std::convert::From<SesDto> for SetEmailConfigurationBodyPayload {
    fn from(value: SesDto) -> Self {
        Self::SesDto(value)
    }
}

impl ::std::convert::From<MailgunDto> for SetEmailConfigurationBodyPayload {
    fn from(value: MailgunDto) -> Self {
        Self::MailgunDto(value)
    }
}

impl ::std::convert::From<SesRoleDto> for SetEmailConfigurationBodyPayload {
    fn from(value: SesRoleDto) -> Self {
        Self::SesRoleDto(value)
    }
}
