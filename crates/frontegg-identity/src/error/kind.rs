//! Sorts of failures, and Frontegg's codes.

use std::fmt;

use super::Said;

/// What sort of failure an [`Error`](super::Error) is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A setting of the client is wrong. Ours to mend; nothing was sent.
    Configuration,
    /// An argument cannot be sent. Ours to mend; nothing was sent.
    Input,
    /// No connection came about. Nothing was done.
    Unreachable,
    /// No complete answer came. The call may have taken effect.
    Network,
    /// Our own time limit ran out. The call may have taken effect.
    Deadline,
    /// The server did not accept who we are (401).
    Unauthorized,
    /// The server did not allow it (403); often a missing tenant, user or application.
    Forbidden,
    /// There is no such thing (404).
    NotFound,
    /// It exists already (409).
    Conflict,
    /// It was used or has expired (410).
    Gone,
    /// The server did not like the request (400, 413, 414, 422 and the like).
    Rejected,
    /// The user is locked (423).
    Locked,
    /// Too many requests (429, 408). Nothing was done.
    Busy,
    /// The server failed (5xx). The call may have taken effect.
    Server,
    /// The answer is none that Frontegg sends: a proxy's page, or JSON cut short.
    Unreadable,
    /// The server gave the same page of a list twice, so that the rest of the list cannot be had.
    RepeatedPage,
    /// The session was ended by the server.
    SessionEnded,
    /// The session was ended by us.
    SignedOut,
    /// The server replaced the refresh token, and the answer with the new one never arrived.
    RotationLost,
    /// A second factor is due before the next token.
    MfaRequired,
    /// The session's store failed. Its source is a [`StoreError`](crate::StoreError), which says how.
    Store,
}

impl ErrorKind {
    /// The kind of an answer with this status and body.
    pub(super) fn of_answer(status: Option<u16>, said: &Said) -> Self {
        match status {
            Some(401) => Self::Unauthorized,
            // A firewall refuses with 403 as well, and its page is no word of Frontegg's.
            Some(403) if !said.is_readable => Self::Unreadable,
            Some(403) => Self::Forbidden,
            Some(404) => Self::NotFound,
            Some(408 | 429) => Self::Busy,
            Some(409) => Self::Conflict,
            Some(410) => Self::Gone,
            Some(423) => Self::Locked,
            Some(400..=499) => Self::Rejected,
            Some(500..) => Self::Server,
            Some(200..=299) if !said.messages.is_empty() || !said.codes.is_empty() => {
                Self::Rejected
            }
            Some(_) => Self::Unreadable,
            None => Self::Network,
        }
    }

    pub(super) fn is_retryable(self) -> bool {
        matches!(
            self,
            Self::Unreachable
                | Self::Network
                | Self::Deadline
                | Self::Busy
                | Self::Server
                | Self::Unreadable
                | Self::Store
        )
    }

    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Configuration => "correct the client's settings",
            Self::Input => "correct the argument",
            Self::Unreachable => "check the base URL and the network, or try again later",
            Self::Network | Self::Deadline => "look whether it took effect, then try again",
            Self::Unauthorized => "check the credentials and the environment",
            Self::Forbidden => "check tenant, user and application, and what the caller may do",
            Self::NotFound => "check the id, and whether this caller may see it",
            Self::Conflict => "read what is there and change that",
            Self::Gone => "ask for a new one",
            Self::Rejected => "see messages() and correct the request",
            Self::Locked => "unlock the user",
            Self::Busy => "wait for retry_after(), then try again",
            Self::Server => "try again later; support asks for the trace id",
            Self::Unreadable => "see body(), and look for a proxy on the way; try again later",
            Self::RepeatedPage => "list again, with another size of pages",
            Self::SessionEnded | Self::SignedOut | Self::RotationLost => "sign in again",
            Self::MfaRequired => "answer the challenge",
            Self::Store => "look after the store, then try again",
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Configuration => "the client is set up wrongly",
            Self::Input => "an argument cannot be sent",
            Self::Unreachable => "the server could not be reached",
            Self::Network => "no complete answer came",
            Self::Deadline => "time ran out",
            Self::Unauthorized => "the server did not accept the credentials",
            Self::Forbidden => "the server did not allow it",
            Self::NotFound => "the server knows no such thing",
            Self::Conflict => "it exists already",
            Self::Gone => "it was used or has expired",
            Self::Rejected => "the server refused the request",
            Self::Locked => "the user is locked",
            Self::Busy => "the server is busy",
            Self::Server => "the server failed",
            Self::Unreadable => "the answer cannot be read",
            Self::RepeatedPage => "the server gave the same page of a list twice",
            Self::SessionEnded => "the server ended the session",
            Self::SignedOut => "the session was signed out",
            Self::RotationLost => "the new refresh token was lost on its way",
            Self::MfaRequired => "a second factor is due",
            Self::Store => "the store failed",
        })
    }
}

/// One of Frontegg's codes. The list is open: new ones come without notice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Code {
    /// `ER-00004`: no such route, or none for this kind of token.
    RouteNotFound,
    /// `ER-00006`: the body is no JSON.
    InvalidJson,
    /// `ER-00008`: the environment has no default application, and none was named.
    ApplicationMissing,
    /// `ER-01008`: the tenant may not use the application.
    TenantNotInApplication,
    /// `ER-01097`: the user has no second factor.
    MfaNotEnrolled,
    /// `ER-01239` and `ER-01240`: the tenant is locked.
    TenantLocked,
    /// `ER-05001`: the token would be too large.
    TokenTooLarge,
    /// Another one, as sent.
    Unknown(String),
}

impl From<&str> for Code {
    fn from(text: &str) -> Self {
        match text {
            "ER-00004" => Self::RouteNotFound,
            "ER-00006" => Self::InvalidJson,
            "ER-00008" => Self::ApplicationMissing,
            "ER-01008" => Self::TenantNotInApplication,
            "ER-01097" => Self::MfaNotEnrolled,
            "ER-01239" | "ER-01240" => Self::TenantLocked,
            "ER-05001" => Self::TokenTooLarge,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
