// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! Sessions Management: types.
use super::*;

/// Session policy of an environment or a tenant, in three independent parts. Send all three, because
/// the fate of a part that is left out is not known.
#[derive(::serde::Serialize, Clone, Debug, Default)]
pub struct CreateSessionConfigurationRequest {
    #[serde(
        rename = "sessionConcurrentConfiguration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub session_concurrent_configuration: ::std::option::Option<
        SessionConcurrentConfigurationDto,
    >,
    #[serde(
        rename = "sessionIdleTimeoutConfiguration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub session_idle_timeout_configuration: ::std::option::Option<
        SessionIdleTimeoutConfigurationDto,
    >,
    #[serde(
        rename = "sessionTimeoutConfiguration",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub session_timeout_configuration: ::std::option::Option<
        SessionTimeoutConfigurationDto,
    >,
}

/// Limit on simultaneous sessions of a user. When it is exceeded, the oldest session ends.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SessionConcurrentConfigurationDto {
    /// Whether the limit is enforced; without it any number of sessions is allowed.
    #[serde(rename = "isActive")]
    pub is_active: bool,
    /// Largest number of sessions at a time, at least 1.
    #[serde(rename = "maxSessions")]
    pub max_sessions: ::std::num::NonZeroU64,
}

/// Ends sessions in which nothing has happened for a while.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SessionIdleTimeoutConfigurationDto {
    /// Whether this timeout is enforced; when it is not, a platform default of 24 hours is expected to
    /// apply.
    #[serde(rename = "isActive")]
    pub is_active: bool,
    /// Allowed idle time in seconds, from 60 to 2073600 (24 days).
    pub timeout: i64,
}

/// Ends sessions after a fixed time, however active they are, so that the user has to sign in again.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct SessionTimeoutConfigurationDto {
    /// Whether this timeout is enforced.
    #[serde(rename = "isActive")]
    pub is_active: bool,
    /// Longest duration of a session in seconds, at least 60.
    pub timeout: i64,
}
