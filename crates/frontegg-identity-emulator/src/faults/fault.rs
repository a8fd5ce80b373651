//! What can go wrong with one reply.

use std::fmt;
use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::gate::Gate;
use crate::settings::seconds;

/// A way in which one request goes wrong.
///
/// As JSON, for the routes below `/_emulator`: `{"kind":"waf"}`, `{"kind":"status","with":{"status":503}}`,
/// `{"kind":"cut","with":"midBody"}`, `{"kind":"delay","with":250}` (milliseconds),
/// `{"kind":"tooManyRequests","with":{"resetIn":3}}` (seconds).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    content = "with",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[non_exhaustive]
pub enum Fault {
    /// An error of this status. The service never sees the request.
    Status {
        /// The status.
        status: u16,
        /// The form of the body.
        #[serde(default)]
        body: ErrorBody,
    },
    /// 429. The service never sees the request.
    TooManyRequests(RetryHint),
    /// The 403 page of a firewall before the service, which never sees the request.
    Waf,
    /// 200 with a page for people, as a proxy's login gives it. The service never sees the request.
    HtmlPage,
    /// A reply of the test's own. The service never sees the request.
    Reply(CannedReply),
    /// The service answers; the JSON ends halfway, in a complete HTTP message.
    TruncatedJson,
    /// The service answers; the JSON says that it is plain text.
    WrongContentType,
    /// The service answers; the status is another one, such as 201 or 202 where 200 is usual.
    OtherStatus(u16),
    /// The service answers; the body is left out.
    EmptyBody,
    /// The service does what it was asked for; the connection ends without a reply.
    LostReply,
    /// The connection ends. The service sees the request unless the cut is before the headers.
    Cut(CutPoint),
    /// The service answers as usual; the reply comes this much later in real time.
    #[serde(with = "milliseconds")]
    Delay(Duration),
    /// The service answers as usual; the reply waits until the gate is open. Not to be had over HTTP.
    #[serde(skip_deserializing)]
    Hold(Gate),
    /// The service answers as usual; `Date` is ahead of the emulator's clock, or behind if negative.
    #[serde(with = "seconds")]
    SkewedDate(TimeDelta),
    /// The service answers; each member `expires` has another form.
    Expires(DateForm),
    /// The service answers; each member `expiresIn` or `expires_in` has another form.
    ExpiresIn(LifeForm),
    /// The service answers; members that are an enum in the description have the value `zzNew`.
    UnknownEnums(Pick),
    /// The service answers; members of the JSON are missing.
    MissingMembers(Pick),
}

impl Fault {
    /// An error of this status, in the main form of the service.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::Status {
            status,
            body: ErrorBody::Errors,
        }
    }

    /// A JSON reply of the test's own.
    #[must_use]
    pub fn reply(status: u16, body: &Value) -> Self {
        Self::Reply(CannedReply {
            status,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.to_string(),
        })
    }
}

/// The forms that bodies of errors have been seen in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ErrorBody {
    /// `{"errors":["text"]}`.
    #[default]
    Errors,
    /// `{"errors":["text"],"errorCode":"ER-00000"}`.
    ErrorsWithCode,
    /// `{"errors":[{"message":"text"}]}`.
    ErrorObjects,
    /// `{"message":"text"}`.
    Message,
    /// `{"error":"text"}`.
    Error,
    /// Plain text.
    Text,
    /// A page.
    Html,
    /// Nothing.
    Empty,
}

/// How a 429 says when to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum RetryHint {
    /// `X-Rate-Limit-Reset`, RFC 3339, this much after the emulator's time; in the past if negative. Frontegg's own form.
    ResetIn(#[serde(with = "seconds")] TimeDelta),
    /// `Retry-After` in seconds.
    RetryAfter(u64),
    /// `Retry-After` as a date, this much after the emulator's time; in the past if negative.
    RetryAfterDate(#[serde(with = "seconds")] TimeDelta),
    /// Not at all, as proxies do.
    None,
}

/// Where a connection is cut. A reply without a body is cut in its headers at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CutPoint {
    /// Nothing is sent, and the service never sees the request.
    BeforeHeaders,
    /// Half the headers are sent.
    InHeaders,
    /// The headers are sent, and nothing of the body.
    AfterHeaders,
    /// Half the body is sent.
    MidBody,
}

/// The forms that `expires` has been seen in. The instant is the one that `expiresIn` beside it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum DateForm {
    /// `Wed, 21 Oct 2026 07:28:00 GMT`.
    HttpDate,
    /// `2026-10-21T07:28:00Z`.
    Rfc3339,
    /// `2026-10-21T07:28:00.000Z`.
    Milliseconds,
    /// `2026-10-21T09:28:00+02:00`.
    Offset,
    /// `2026-10-21T07:28:00`.
    NoZone,
    /// Seconds since 1970, a number.
    EpochSeconds,
    /// Milliseconds since 1970, a number.
    EpochMilliseconds,
    /// Seconds since 1970, in a string.
    EpochText,
    /// An empty string.
    EmptyText,
    /// `null`.
    Null,
    /// No such member.
    Missing,
}

/// The forms that a life in seconds has been seen in, and a few to be ready for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum LifeForm {
    /// `"3600"`.
    Text,
    /// `3600.0`.
    Float,
    /// `"3600.5"`.
    FloatText,
    /// `""`.
    EmptyText,
    /// `"soon"`.
    Words,
    /// `null`.
    Null,
    /// No such member.
    Missing,
    /// This value, whatever it is.
    Value(Value),
}

/// Which of all the places in a JSON reply a fault strikes; the same ones each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Pick {
    /// Every one.
    All,
    /// One, counted from 0 and around: a test goes through all places by counting up.
    Nth(u64),
    /// About every third, at least one, chosen by this number.
    Seed(u64),
}

/// A reply that does not come from the service. `Debug` shows neither its body nor the values of its headers: either may
/// hold a token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CannedReply {
    /// The status.
    pub status: u16,
    /// The headers, in order.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(default)]
    pub body: String,
}

impl fmt::Debug for CannedReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("CannedReply")
            .field("status", &self.status)
            .field("headers", &headers)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

mod milliseconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
        u64::try_from(time.as_millis())
            .unwrap_or(u64::MAX)
            .serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
        u64::deserialize(from).map(Duration::from_millis)
    }
}
