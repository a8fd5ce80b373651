// Written by `cargo xtask codegen`, never by hand. Inputs and versions: `src/generated/mod.rs`.

//! User Sessions: types.
use super::*;

/// One session of the user.
#[derive(::serde::Deserialize, Clone, Debug)]
pub struct GetActiveSessionsResponse {
    /// When the session began.
    #[serde(rename = "createdAt", default, deserialize_with = "crate::read::date_time")]
    pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Whether this is the session that asks.
    #[serde(default)]
    pub current: ::std::option::Option<bool>,
    /// When the session ends.
    #[serde(default, deserialize_with = "crate::read::date_time")]
    pub expires: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
    /// Id of the session.
    pub id: ::std::string::String,
    /// Whether somebody else acts as the user in this session.
    #[serde(default)]
    pub impersonated: ::std::option::Option<bool>,
    /// Address that the session began from.
    #[serde(rename = "ipAddress", default)]
    pub ip_address: ::std::option::Option<::std::string::String>,
    /// User agent that the session began with.
    #[serde(rename = "userAgent", default)]
    pub user_agent: ::std::option::Option<::std::string::String>,
}

/// Which sessions to end.
#[derive(::serde::Serialize, Clone, Debug)]
pub struct RevokeUserSessionsDto {
    /// The one session to end; without it all sessions of the user end.
    #[serde(
        rename = "sessionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub session_id: ::std::option::Option<::std::string::String>,
    /// The user whose sessions end.
    #[serde(rename = "userId")]
    pub user_id: ::std::string::String,
}
