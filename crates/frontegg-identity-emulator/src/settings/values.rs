//! What single settings can be.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::seconds;

/// An error of the service whose form is not known for certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ErrorForm {
    /// HTTP status.
    pub status: u16,
    /// Text for people.
    pub message: String,
    /// Code such as `ER-01097`.
    pub code: Option<String>,
}

impl ErrorForm {
    /// An error without a code.
    #[must_use]
    pub fn new(status: u16, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            code: None,
        }
    }
}

/// What kind of host a request came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HostForm {
    /// The environment's own domain: users log in without further headers.
    Environment,
    /// `api.<region>.frontegg.com`: it knows the environment only by an environment token or by `frontegg-vendor-host`.
    Regional,
}

/// What happens when a refresh token is used that was already replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Reuse {
    /// 401; the session and its newest token live on.
    Refuse,
    /// 401, and the session ends.
    RevokeFamily,
    /// For this long after the replacement it gives the session's newest token once more, then 401.
    Grace(#[serde(with = "seconds")] TimeDelta),
}

/// What the refresh of a session makes of an `Authorization` header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RefreshAuthorization {
    /// Nothing.
    Ignored,
    /// 400 if there is one.
    Refused,
    /// 401 if `tenantId` asks for a tenant and there is no valid token of the same user.
    RequiredForTenant,
}

/// What roles and permissions look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RightsForm {
    /// Their keys.
    Keys,
    /// Whole objects.
    Objects,
}

/// How the member `expires` is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExpiresForm {
    /// `Fri, 05 Feb 2027 10:23:04 GMT`.
    HttpDate,
    /// `2027-02-05T10:23:04.000Z`.
    Rfc3339,
    /// Seconds since 1970, as a string.
    EpochSeconds,
    /// An empty string.
    Empty,
    /// No such member.
    Missing,
}

/// What `aud` of a user's token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Audience {
    /// The environment's client id.
    Environment,
    /// The id of the application of the login, if there is one.
    Application,
}

/// The cookie attribute `SameSite`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SameSite {
    /// `Strict`.
    Strict,
    /// `Lax`.
    Lax,
    /// `None`.
    None,
}

/// How a cookie says its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CookieEnd {
    /// `Expires`.
    Expires,
    /// `Max-Age`.
    MaxAge,
    /// Not at all: it ends with the browser session.
    Session,
}

/// When passwords expire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PasswordRotation {
    /// Age at which a password expires.
    #[serde(with = "seconds")]
    pub period: TimeDelta,
    /// How long before that a login warns.
    #[serde(with = "seconds")]
    pub notification: TimeDelta,
}
