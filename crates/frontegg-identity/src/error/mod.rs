//! What can go wrong, and what to do about it.

mod kind;
mod said;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use frontegg_identity_raw::{Operation, Response};

pub use self::kind::{Code, ErrorKind};
pub(crate) use self::said::Said;

/// The most of a body that an error keeps, in bytes.
const BODY_LIMIT: usize = 64 * 1024;

/// Why something did not come about.
///
/// The message says what failed and what to do, in one line, without anything secret. What the server said, and the cause
/// below, have methods of their own. A clone is the same error: everybody who waited for one renewal gets it.
#[derive(Clone)]
pub struct Error(Arc<Inner>);

struct Inner {
    kind: ErrorKind,
    /// What we were doing, without the operation: it has a field.
    doing: &'static str,
    call: Option<Called>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The call that failed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Called {
    /// As `refresh_session`.
    pub(crate) operation: &'static str,
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) status: Option<u16>,
    pub(crate) trace_id: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) said: Said,
    pub(crate) body: Bytes,
}

impl From<&Operation> for Called {
    fn from(operation: &Operation) -> Self {
        Self {
            operation: operation.id(),
            method: match operation.method().as_str() {
                "GET" => "GET",
                "PUT" => "PUT",
                "PATCH" => "PATCH",
                "DELETE" => "DELETE",
                _ => "POST",
            },
            path: operation.path(),
            ..Self::default()
        }
    }
}

impl Called {
    /// One whose answer arrived whole.
    pub(crate) fn answer<T>(operation: &Operation, answer: &Response<T>) -> Self {
        Self {
            status: Some(answer.status().as_u16()),
            trace_id: answer.trace_id().map(str::to_owned),
            body: answer.body().clone(),
            ..operation.into()
        }
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, doing: &'static str) -> Self {
        Self::built(kind, doing, None, None)
    }

    /// A call that was answered, and not as hoped.
    pub(crate) fn answered(doing: &'static str, mut call: Called) -> Self {
        if call.body.len() > BODY_LIMIT {
            // A copy, since a slice would keep the whole body in memory.
            call.body = Bytes::copy_from_slice(&call.body[..BODY_LIMIT]);
        }
        let kind = ErrorKind::of_answer(call.status, &call.said);
        Self::built(kind, doing, Some(call), None)
    }

    /// A call that was refused with the status of a success.
    pub(crate) fn refused<T>(
        doing: &'static str,
        operation: &Operation,
        answer: &Response<T>,
        said: Said,
    ) -> Self {
        let call = Called {
            said,
            ..Called::answer(operation, answer)
        };
        Self::answered(doing, call)
    }

    /// A call of this kind of failure, with what is known of its answer and its cause.
    pub(crate) fn built(
        kind: ErrorKind,
        doing: &'static str,
        call: Option<Called>,
        source: Option<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self(Arc::new(Inner {
            kind,
            doing,
            call,
            source,
        }))
    }

    /// What sort of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed, as `refresh_session`; none if nothing was sent.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        Some(self.0.call.as_ref()?.operation)
    }

    /// HTTP method and path template of the operation, without arguments.
    #[must_use]
    pub fn route(&self) -> Option<(&str, &str)> {
        let call = self.0.call.as_ref()?;
        Some((call.method, call.path))
    }

    /// The status of the answer, if one came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.0.call.as_ref()?.status
    }

    /// Frontegg's codes, in the order in which they came.
    #[must_use]
    pub fn codes(&self) -> Vec<Code> {
        let codes = self.said().map(|said| said.codes.as_slice());
        codes
            .unwrap_or_default()
            .iter()
            .map(|code| Code::from(code.as_str()))
            .collect()
    }

    /// Frontegg's messages. They are for people, in English, and may repeat what was sent.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        self.said()
            .map(|said| said.messages.as_slice())
            .unwrap_or_default()
    }

    /// Frontegg's name for the call, which its support asks for.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.0.call.as_ref()?.trace_id.as_deref()
    }

    /// The body of the answer, at most 64 KiB of it. It may hold secrets: do not log it.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        Some(&self.0.call.as_ref()?.body)
    }

    /// Whether the same call can succeed later without anything being changed.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.kind.is_retryable()
    }

    /// How long the server wants to be left alone.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.call.as_ref()?.retry_after
    }

    /// Whether only a new sign-in helps.
    #[must_use]
    pub fn needs_sign_in(&self) -> bool {
        matches!(
            self.0.kind,
            ErrorKind::SessionEnded | ErrorKind::SignedOut | ErrorKind::RotationLost
        )
    }

    /// Whether the user has no second factor, so that there is none to show or to take away (`ER-01097`).
    #[must_use]
    pub fn is_mfa_not_enrolled(&self) -> bool {
        let is_said = |said: &Said| {
            said.codes.iter().any(|code| code == "ER-01097")
                || said
                    .messages
                    .iter()
                    .any(|text| text == "MFA is not enrolled")
        };
        self.said().is_some_and(is_said)
    }

    /// Whether a renewal that failed like this means that the session is over.
    ///
    /// Only the server's own word ends one: a firewall, a proxy and a busy server say nothing about it, and a request that
    /// was wrong in form (400) says something about us.
    pub(crate) fn is_end_of_session(&self) -> bool {
        let Some(call) = &self.0.call else {
            return self.0.kind == ErrorKind::SessionEnded;
        };
        match call.status {
            Some(401) => call.said.is_readable || !is_page(&call.body),
            Some(403 | 404 | 410) => call.said.is_readable,
            _ => false,
        }
    }

    /// The same failure, seen as another kind.
    pub(crate) fn of_kind(&self, kind: ErrorKind) -> Self {
        Self::built(kind, self.0.doing, self.0.call.clone(), None)
    }

    fn said(&self) -> Option<&Said> {
        Some(&self.0.call.as_ref()?.said)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.doing, self.0.kind)?;
        if let Some(call) = &self.0.call {
            write!(f, " ({} {} {}", call.operation, call.method, call.path)?;
            if let Some(status) = call.status {
                write!(f, ", status {status}")?;
            }
            for code in &call.said.codes {
                write!(f, ", {code}")?;
            }
            if let Some(trace_id) = &call.trace_id {
                write!(f, ", trace id {trace_id}")?;
            }
            f.write_str(")")?;
        }
        write!(f, "; {}", self.0.kind.advice())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let call = self.0.call.as_ref();
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("doing", &self.0.doing)
            .field("operation", &self.operation())
            .field("status", &self.status())
            .field("codes", &call.map(|call| &call.said.codes))
            .field("trace_id", &self.trace_id())
            .field("retry_after", &self.retry_after())
            .field("body_bytes", &call.map(|call| call.body.len()))
            .field("has_source", &self.0.source.is_some())
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source: &(dyn StdError + 'static) = self.0.source.as_deref()?;
        Some(source)
    }
}

/// Whether a body is a page for people.
fn is_page(body: &[u8]) -> bool {
    body.trim_ascii_start().first() == Some(&b'<')
}

#[cfg(test)]
mod tests;
