// Written by `cargo xtask codegen`, never by hand.
//
// progenitor-impl 0.15.1
// typify 0.8.0
// prettyplease 0.2.37
//
// sha256 f8e9ad54c7e184274b2e556dd71f7e057ad4d930a45be9a2a6312e36284a7b67 openapi/frontegg-identity.yaml
// sha256 0367585702aca435441d2fe3e8e0bd222fa054e64beb8323d95bd3a5ebe98522 openapi/corrections.overlay.yaml
// sha256 a23162ea3f17d034fbf324dce2d6702a86dd76d772f8c160475e0bc7789a53bf openapi/additions.overlay.yaml
// sha256 ae48bae35652f647e758509807537526a6c57e513ca09a8c55ea75be41701126 openapi/operations.yaml
// sha256 430aad798d5ac713861c124d1e86a5aabcb1a72305b959af9100bf6610b8fe62 openapi/secrets.yaml

//! The operations and types of Frontegg Identity, version 1.0 of the description.
//!
//! | Feature | Tag | Group | Operations |
//! |---|---|---|---|
//! | `account-invitations` | Account Invitations | `self-service` | 7 |
//! | `account-invitations-settings` | Account Invitations Settings | `management` | 7 |
//! | `account-roles` | Account Roles | `self-service` | 4 |
//! | `api-token` | API Token | `authentication` | 4 |
//! | `api-tokens` | API Tokens | `self-service` | 8 |
//! | `approval-flows` | Approval Flows | `management` | 9 |
//! | `core-settings` | Core Settings | `management` | 21 |
//! | `custom-social-oauth-provider` | Custom Social OAuth Provider | `management` | 4 |
//! | `data-migration` | Data Migration | `management` | 5 |
//! | `delegation` | Delegation | `management` | 2 |
//! | `domain-restrictions` | Domain Restrictions | `self-service` | 6 |
//! | `email-configuration` | Email Configuration | `management` | 4 |
//! | `email-templates` | Email Templates | `management` | 4 |
//! | `general` | General | `authentication` | 7 |
//! | `ip-restrictions` | IP Restrictions | `self-service` | 8 |
//! | `lockout-policy` | Lockout Policy | `self-service` | 4 |
//! | `m2m-tokens` | M2M Tokens | `management` | 4 |
//! | `mfa` | MFA | `authentication` | 32 |
//! | `mfa-configuration` | MFA Configuration | `management` | 2 |
//! | `mfa-settings` | MFA Settings | `self-service` | 7 |
//! | `passkeys` | Passkeys | `authentication` | 6 |
//! | `password-settings` | Password Settings | `self-service` | 19 |
//! | `passwordless` | Passwordless | `authentication` | 6 |
//! | `permissions` | Permissions | `management` | 6 |
//! | `permissions-categories` | Permissions Categories | `management` | 4 |
//! | `personal-tokens` | Personal Tokens | `self-service` | 6 |
//! | `roles` | Roles | `management` | 6 |
//! | `sessions-configuration` | Sessions Configuration | `management` | 1 |
//! | `sessions-management` | Sessions Management | `self-service` | 2 |
//! | `single-sign-on` | Single Sign-On | `authentication` | 10 |
//! | `sms` | SMS | `authentication` | 13 |
//! | `sms-configuration` | SMS Configuration | `management` | 3 |
//! | `sms-templates` | SMS Templates | `management` | 6 |
//! | `user-emails-policy` | User Emails Policy | `management` | 2 |
//! | `user-groups` | User Groups | `self-service` | 13 |
//! | `user-management` | User Management | `self-service` | 60 |
//! | `user-pools` | User Pools | `management` | 16 |
//! | `user-sessions` | User Sessions | `self-service` | 5 |
//! | `users` | Users | `management` | 26 |
//! | `users-applications-management` | Users-applications Management | `applications` | 10 |
#![allow(
    clippy::all,
    clippy::expect_used,
    clippy::pedantic,
    missing_docs,
    unreachable_pub,
    unused_imports,
    reason = "generated: what has no description upstream has none here, and imports serve some features only"
)]
pub mod catalogue;
mod operations;
pub mod types;
