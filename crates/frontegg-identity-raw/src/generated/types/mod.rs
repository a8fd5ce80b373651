// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! The types of requests and answers.
//!
//! A type exists when a feature is on that needs it. A type that only travels to the service implements
//! `Serialize`, one that only comes from it `Deserialize`.
mod shared;
pub use shared::*;
#[cfg(feature = "account-invitations")]
mod account_invitations;
#[cfg(feature = "account-invitations")]
pub use account_invitations::*;
#[cfg(feature = "account-invitations-settings")]
mod account_invitations_settings;
#[cfg(feature = "account-invitations-settings")]
pub use account_invitations_settings::*;
#[cfg(feature = "account-roles")]
mod account_roles;
#[cfg(feature = "account-roles")]
pub use account_roles::*;
#[cfg(feature = "api-token")]
mod api_token;
#[cfg(feature = "api-token")]
pub use api_token::*;
#[cfg(feature = "api-tokens")]
mod api_tokens;
#[cfg(feature = "api-tokens")]
pub use api_tokens::*;
#[cfg(feature = "approval-flows")]
mod approval_flows;
#[cfg(feature = "approval-flows")]
pub use approval_flows::*;
#[cfg(feature = "core-settings")]
mod core_settings;
#[cfg(feature = "core-settings")]
pub use core_settings::*;
#[cfg(feature = "custom-social-oauth-provider")]
mod custom_social_oauth_provider;
#[cfg(feature = "custom-social-oauth-provider")]
pub use custom_social_oauth_provider::*;
#[cfg(feature = "data-migration")]
mod data_migration;
#[cfg(feature = "data-migration")]
pub use data_migration::*;
#[cfg(feature = "delegation")]
mod delegation;
#[cfg(feature = "delegation")]
pub use delegation::*;
#[cfg(feature = "domain-restrictions")]
mod domain_restrictions;
#[cfg(feature = "domain-restrictions")]
pub use domain_restrictions::*;
#[cfg(feature = "email-configuration")]
mod email_configuration;
#[cfg(feature = "email-configuration")]
pub use email_configuration::*;
#[cfg(feature = "email-templates")]
mod email_templates;
#[cfg(feature = "email-templates")]
pub use email_templates::*;
#[cfg(feature = "general")]
mod general;
#[cfg(feature = "general")]
pub use general::*;
#[cfg(feature = "ip-restrictions")]
mod ip_restrictions;
#[cfg(feature = "ip-restrictions")]
pub use ip_restrictions::*;
#[cfg(feature = "lockout-policy")]
mod lockout_policy;
#[cfg(feature = "lockout-policy")]
pub use lockout_policy::*;
#[cfg(feature = "m2m-tokens")]
mod m2m_tokens;
#[cfg(feature = "m2m-tokens")]
pub use m2m_tokens::*;
#[cfg(feature = "mfa")]
mod mfa;
#[cfg(feature = "mfa")]
pub use mfa::*;
#[cfg(feature = "mfa-configuration")]
mod mfa_configuration;
#[cfg(feature = "mfa-configuration")]
pub use mfa_configuration::*;
#[cfg(feature = "mfa-settings")]
mod mfa_settings;
#[cfg(feature = "mfa-settings")]
pub use mfa_settings::*;
#[cfg(feature = "passkeys")]
mod passkeys;
#[cfg(feature = "passkeys")]
pub use passkeys::*;
#[cfg(feature = "password-settings")]
mod password_settings;
#[cfg(feature = "password-settings")]
pub use password_settings::*;
#[cfg(feature = "passwordless")]
mod passwordless;
#[cfg(feature = "passwordless")]
pub use passwordless::*;
#[cfg(feature = "permissions")]
mod permissions;
#[cfg(feature = "permissions")]
pub use permissions::*;
#[cfg(feature = "permissions-categories")]
mod permissions_categories;
#[cfg(feature = "permissions-categories")]
pub use permissions_categories::*;
#[cfg(feature = "personal-tokens")]
mod personal_tokens;
#[cfg(feature = "personal-tokens")]
pub use personal_tokens::*;
#[cfg(feature = "roles")]
mod roles;
#[cfg(feature = "roles")]
pub use roles::*;
#[cfg(feature = "sessions-configuration")]
mod sessions_configuration;
#[cfg(feature = "sessions-configuration")]
pub use sessions_configuration::*;
#[cfg(feature = "sessions-management")]
mod sessions_management;
#[cfg(feature = "sessions-management")]
pub use sessions_management::*;
#[cfg(feature = "single-sign-on")]
mod single_sign_on;
#[cfg(feature = "single-sign-on")]
pub use single_sign_on::*;
#[cfg(feature = "sms")]
mod sms;
#[cfg(feature = "sms")]
pub use sms::*;
#[cfg(feature = "sms-configuration")]
mod sms_configuration;
#[cfg(feature = "sms-configuration")]
pub use sms_configuration::*;
#[cfg(feature = "sms-templates")]
mod sms_templates;
#[cfg(feature = "sms-templates")]
pub use sms_templates::*;
#[cfg(feature = "user-emails-policy")]
mod user_emails_policy;
#[cfg(feature = "user-emails-policy")]
pub use user_emails_policy::*;
#[cfg(feature = "user-groups")]
mod user_groups;
#[cfg(feature = "user-groups")]
pub use user_groups::*;
#[cfg(feature = "user-management")]
mod user_management;
#[cfg(feature = "user-management")]
pub use user_management::*;
#[cfg(feature = "user-pools")]
mod user_pools;
#[cfg(feature = "user-pools")]
pub use user_pools::*;
#[cfg(feature = "user-sessions")]
mod user_sessions;
#[cfg(feature = "user-sessions")]
pub use user_sessions::*;
#[cfg(feature = "users")]
mod users;
#[cfg(feature = "users")]
pub use users::*;
#[cfg(feature = "users-applications-management")]
mod users_applications_management;
#[cfg(feature = "users-applications-management")]
pub use users_applications_management::*;
