// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! The operations, one module a tag.
#[cfg(feature = "account-invitations")]
mod account_invitations;
#[cfg(feature = "account-invitations-settings")]
mod account_invitations_settings;
#[cfg(feature = "account-roles")]
mod account_roles;
#[cfg(feature = "api-token")]
mod api_token;
#[cfg(feature = "api-tokens")]
mod api_tokens;
#[cfg(feature = "approval-flows")]
mod approval_flows;
#[cfg(feature = "core-settings")]
mod core_settings;
#[cfg(feature = "custom-social-oauth-provider")]
mod custom_social_oauth_provider;
#[cfg(feature = "data-migration")]
mod data_migration;
#[cfg(feature = "delegation")]
mod delegation;
#[cfg(feature = "domain-restrictions")]
mod domain_restrictions;
#[cfg(feature = "email-configuration")]
mod email_configuration;
#[cfg(feature = "email-templates")]
mod email_templates;
#[cfg(feature = "general")]
mod general;
#[cfg(feature = "ip-restrictions")]
mod ip_restrictions;
#[cfg(feature = "lockout-policy")]
mod lockout_policy;
#[cfg(feature = "m2m-tokens")]
mod m2m_tokens;
#[cfg(feature = "mfa")]
mod mfa;
#[cfg(feature = "mfa-configuration")]
mod mfa_configuration;
#[cfg(feature = "mfa-settings")]
mod mfa_settings;
#[cfg(feature = "passkeys")]
mod passkeys;
#[cfg(feature = "password-settings")]
mod password_settings;
#[cfg(feature = "passwordless")]
mod passwordless;
#[cfg(feature = "permissions")]
mod permissions;
#[cfg(feature = "permissions-categories")]
mod permissions_categories;
#[cfg(feature = "personal-tokens")]
mod personal_tokens;
#[cfg(feature = "roles")]
mod roles;
#[cfg(feature = "sessions-configuration")]
mod sessions_configuration;
#[cfg(feature = "sessions-management")]
mod sessions_management;
#[cfg(feature = "single-sign-on")]
mod single_sign_on;
#[cfg(feature = "sms")]
mod sms;
#[cfg(feature = "sms-configuration")]
mod sms_configuration;
#[cfg(feature = "sms-templates")]
mod sms_templates;
#[cfg(feature = "user-emails-policy")]
mod user_emails_policy;
#[cfg(feature = "user-groups")]
mod user_groups;
#[cfg(feature = "user-management")]
mod user_management;
#[cfg(feature = "user-pools")]
mod user_pools;
#[cfg(feature = "user-sessions")]
mod user_sessions;
#[cfg(feature = "users")]
mod users;
#[cfg(feature = "users-applications-management")]
mod users_applications_management;
