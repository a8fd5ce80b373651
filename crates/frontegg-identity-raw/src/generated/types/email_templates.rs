// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Email Templates: types.
use super::*;

/// The e-mail template to store for one occasion. Only `type` is required, but send the complete
/// template.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct CreateTemplateDto {
    /// Whether this mail is sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub active: ::std::option::Option<bool>,
    /// Display name in the `From` header.
    #[serde(rename = "fromName", skip_serializing_if = "::std::option::Option::is_none")]
    pub from_name: ::std::option::Option<::std::string::String>,
    /// Body of the mail as HTML with placeholders in double braces, at most 1000000 characters.
    #[serde(
        rename = "htmlTemplate",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub html_template: ::std::option::Option<CreateTemplateDtoHtmlTemplate>,
    /// Target of the link in the mail, available in the text as `{{redirectURL}}`. May contain
    /// placeholders.
    #[serde(
        rename = "redirectURL",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    /// Address in the `From` header.
    #[serde(
        rename = "senderEmail",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub sender_email: ::std::option::Option<::std::string::String>,
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subject: ::std::option::Option<::std::string::String>,
    /// Where the user goes after completing the action. May contain placeholders.
    #[serde(
        rename = "successRedirectUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub success_redirect_url: ::std::option::Option<::std::string::String>,
    /// Occasion of the mail. The variants ending in `WithCode` belong to the `code` strategies, `OTC` is a
    /// login code and `MFAOTC` an MFA code.
    #[serde(rename = "type")]
    pub type_: EmailTemplateType,
}

/// Body of the mail as HTML with placeholders in double braces, at most 1000000 characters.
#[derive(::serde::Serialize, Clone, Debug)]
#[serde(transparent)]
pub struct CreateTemplateDtoHtmlTemplate(::std::string::String);

impl ::std::ops::Deref for CreateTemplateDtoHtmlTemplate {
    type Target = ::std::string::String;
    fn deref(&self) -> &::std::string::String {
        &self.0
    }
}

impl ::std::convert::From<CreateTemplateDtoHtmlTemplate> for ::std::string::String {
    fn from(value: CreateTemplateDtoHtmlTemplate) -> Self {
        value.0
    }
}

impl ::std::str::FromStr for CreateTemplateDtoHtmlTemplate {
    type Err = crate::ConversionError;
    fn from_str(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        if value.chars().count() > 1000000usize {
            return Err("longer than 1000000 characters".into());
        }
        Ok(Self(value.to_string()))
    }
}

impl ::std::convert::TryFrom<&str> for CreateTemplateDtoHtmlTemplate {
    type Error = crate::ConversionError;
    fn try_from(value: &str) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

impl ::std::convert::TryFrom<::std::string::String> for CreateTemplateDtoHtmlTemplate {
    type Error = crate::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, crate::ConversionError> {
        value.parse()
    }
}

crate::open_enum! {
    /// Occasion that an e-mail template is for. The variants ending in `WithCode` belong to the `code`
    /// strategies, `OTC` is a login code and `MFAOTC` an MFA code.
    pub enum EmailTemplateType {
        ResetPassword = "ResetPassword",
        ActivateUser = "ActivateUser",
        InviteToTenant = "InviteToTenant",
        PwnedPassword = "PwnedPassword",
        MagicLink = "MagicLink",
        Otc = "OTC",
        ConnectNewDevice = "ConnectNewDevice",
        UserUsedInvitation = "UserUsedInvitation",
        ResetPhoneNumber = "ResetPhoneNumber",
        BulkInvitesToTenant = "BulkInvitesToTenant",
        MfaEnroll = "MFAEnroll",
        MfaUnenroll = "MFAUnenroll",
        NewMfaMethod = "NewMFAMethod",
        MfaRecoveryCode = "MFARecoveryCode",
        RemoveMfaMethod = "RemoveMFAMethod",
        EmailVerification = "EmailVerification",
        BruteForceProtection = "BruteForceProtection",
        SuspiciousIp = "SuspiciousIP",
        Mfaotc = "MFAOTC",
        ImpossibleTravel = "ImpossibleTravel",
        BotDetection = "BotDetection",
        SmsAuthenticationEnabled = "SmsAuthenticationEnabled",
        UnlockUser = "UnlockUser",
        UnlockUserSuccess = "UnlockUserSuccess",
        ActivateUserWithCode = "ActivateUserWithCode",
        InviteToTenantWithCode = "InviteToTenantWithCode",
        VerifyNewEmail = "VerifyNewEmail",
        EmailAddressChanged = "EmailAddressChanged",
        ApprovalFlowApprove = "ApprovalFlowApprove",
    }
}

/// An e-mail template, stored or built in.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct GetTemplateResponseDto {
    /// Whether this mail is sent.
    #[serde(default)]
    pub active: ::std::option::Option<bool>,
    /// Display name in the `From` header.
    #[serde(rename = "fromName", default)]
    pub from_name: ::std::option::Option<::std::string::String>,
    /// Body of the mail as HTML with placeholders in double braces.
    #[serde(rename = "htmlTemplate", default)]
    pub html_template: ::std::option::Option<::std::string::String>,
    /// Target of the link in the mail, with placeholders filled in; may be absent.
    #[serde(rename = "redirectURL", default)]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    /// The value of `redirectURL` as configured, placeholders unresolved; use it when writing back.
    #[serde(rename = "redirectURLPattern", default)]
    pub redirect_url_pattern: ::std::option::Option<::std::string::String>,
    /// Address in the `From` header.
    #[serde(rename = "senderEmail", default)]
    pub sender_email: ::std::option::Option<::std::string::String>,
    #[serde(default)]
    pub subject: ::std::option::Option<::std::string::String>,
    /// Where the user goes after completing the action, with placeholders filled in; may be absent.
    #[serde(rename = "successRedirectUrl", default)]
    pub success_redirect_url: ::std::option::Option<::std::string::String>,
    /// The value of `successRedirectUrl` as configured, placeholders unresolved; use it when writing back.
    #[serde(rename = "successRedirectUrlPattern", default)]
    pub success_redirect_url_pattern: ::std::option::Option<::std::string::String>,
    #[serde(rename = "type", default)]
    pub type_: ::std::option::Option<EmailTemplateType>,
}
