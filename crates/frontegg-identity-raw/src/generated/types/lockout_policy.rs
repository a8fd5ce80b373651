// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Lockout Policy: types.
use super::*;

/// Lockout policy to be created or updated. Both fields are required in either case.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct LockoutPolicyRequest {
    /// Whether failed logins lock a user.
    pub enabled: bool,
    /// Number of failed logins after which a user is locked, at least 1.
    #[serde(rename = "maxAttempts")]
    pub max_attempts: ::std::num::NonZeroU64,
}

/// Lockout policy of the environment or of one tenant.
#[derive(::serde::Deserialize, Clone, Debug, Default)]
pub struct LockoutPolicyResponse {
    /// Time of creation, RFC 3339.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whether failed logins lock a user.
    #[serde(default)]
    pub enabled: ::std::option::Option<bool>,
    /// Id of the policy.
    #[serde(default)]
    pub id: ::std::option::Option<::std::string::String>,
    /// Number of failed logins after which a user is locked.
    #[serde(rename = "maxAttempts", default, deserialize_with = "crate::read::integer")]
    pub max_attempts: ::std::option::Option<i64>,
    /// Time of the latest change, RFC 3339.
    #[serde(rename = "updatedAt", default, deserialize_with = "crate::read::date_time")]
    pub updated_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
}
