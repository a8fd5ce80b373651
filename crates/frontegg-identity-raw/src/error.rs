//! What can go wrong in a call, told without giving anything away.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use crate::Operation;
use crate::response::{Answer, trace_id};

type Source = Box<dyn StdError + Send + Sync>;

/// A call that did not give its answer.
///
/// The message says what failed, in which operation, and what to do. Neither it nor `Debug` holds a header, a body, a
/// URL or the text of the source; [`headers`](Error::headers), [`body`](Error::body) and `source()` give those to whoever
/// asks for them. They may hold secrets.
///
/// ```
/// use frontegg_identity_raw::{Client, ErrorKind};
///
/// let error = Client::new("https://user:password@example.com").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Configuration);
/// assert_eq!(
///     error.to_string(),
///     "the base URL has a user name or password in it; nothing was sent, correct the configuration",
/// );
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    clause: Cow<'static, str>,
    operation: Option<Operation>,
    answer: Option<Answer>,
    source: Option<Source>,
    timeout: bool,
    connect: bool,
}

/// What sort of failure an [`Error`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be built from its arguments. The caller's; nothing was sent.
    Request,
    /// No complete answer came. The network's; unless [`Error::is_connect`], the call may have taken effect.
    Transport,
    /// The server answered with a status other than 2xx. The body usually tells Frontegg's codes.
    Status,
    /// The server reported success, but its body is not what the operation answers. The call has taken effect.
    Decode,
    /// An [`Interceptor`](crate::Interceptor) ended the call; `source()` is its reason.
    Interceptor,
    /// The client could not be built. The caller's; nothing was sent.
    Configuration,
}

impl Error {
    /// The most of a body that an error keeps, in bytes. The rest is cut off.
    pub const BODY_LIMIT: usize = 1024 * 1024;

    /// An interceptor's own failure, with the operation that it ended.
    pub fn interceptor(
        operation: &Operation,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        let error = Self::new(ErrorKind::Interceptor, "an interceptor ended the call");
        error.of(operation).because(source.into())
    }

    pub(crate) fn configuration(clause: &'static str) -> Self {
        Self::new(ErrorKind::Configuration, clause)
    }

    pub(crate) fn request(operation: &Operation, clause: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Request, clause).of(operation)
    }

    pub(crate) fn transport(operation: &Operation, source: reqwest::Error) -> Self {
        let (timeout, connect) = (source.is_timeout(), source.is_connect());
        let clause = match (connect, timeout) {
            (true, _) => "the server could not be reached",
            (false, true) => "the server did not answer in time",
            (false, false) => "the connection failed before the answer was complete",
        };
        let mut error = Self::new(ErrorKind::Transport, clause).of(operation);
        (error.0.timeout, error.0.connect) = (timeout, connect);
        error.because(Box::new(source.without_url()))
    }

    pub(crate) fn refused(operation: &Operation, answer: Answer) -> Self {
        Self::new(ErrorKind::Status, "the server refused the call")
            .of(operation)
            .with(answer)
    }

    pub(crate) fn decode(operation: &Operation, clause: String, answer: Answer) -> Self {
        Self::new(ErrorKind::Decode, clause)
            .of(operation)
            .with(answer)
    }

    fn new(kind: ErrorKind, clause: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            clause: clause.into(),
            operation: None,
            answer: None,
            source: None,
            timeout: false,
            connect: false,
        }))
    }

    fn of(mut self, operation: &Operation) -> Self {
        self.0.operation = Some(operation.clone());
        self
    }

    /// Keeps the answer, with its body cut to the limit.
    pub(crate) fn with(mut self, mut answer: Answer) -> Self {
        if answer.body.len() > Self::BODY_LIMIT {
            // A copy, since a slice would keep the whole body in memory.
            answer.body = Bytes::copy_from_slice(&answer.body[..Self::BODY_LIMIT]);
        }
        self.0.answer = Some(answer);
        self
    }

    pub(crate) fn because(mut self, source: Source) -> Self {
        self.0.source = Some(source);
        self
    }

    /// What sort of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation that failed; none for [`ErrorKind::Configuration`].
    #[must_use]
    pub fn operation(&self) -> Option<&Operation> {
        self.0.operation.as_ref()
    }

    /// The status of the answer, if one came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        Some(self.0.answer.as_ref()?.status)
    }

    /// The headers of the answer, if one came. They may hold secrets, such as cookies.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        Some(&self.0.answer.as_ref()?.headers)
    }

    /// The body of the answer as received, at most [`Error::BODY_LIMIT`] of it. It may hold secrets.
    ///
    /// Empty when the answer had no body or was cut before one came.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        Some(&self.0.answer.as_ref()?.body)
    }

    /// Frontegg's name for the call, which its support asks for; from `frontegg-trace-id` or `x-frontegg-trace-id`.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        trace_id(self.headers()?)
    }

    /// Whether time ran out: while connecting, waiting, or reading the answer.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.timeout
    }

    /// Whether no connection came about, so that the call cannot have taken effect.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.connect
    }

    /// The cause: reqwest's error without its URL, or what an interceptor gave.
    #[must_use]
    pub fn into_source(self) -> Option<Box<dyn StdError + Send + Sync>> {
        self.0.source
    }

    fn advice(&self) -> &'static str {
        match self.0.kind {
            ErrorKind::Request => "nothing was sent, correct the arguments",
            ErrorKind::Transport if self.0.connect => {
                "nothing was done, check the base URL and the network or try again later"
            }
            ErrorKind::Transport => "it may have taken effect, look before you repeat it",
            ErrorKind::Status => "the error's body() holds the server's reasons",
            ErrorKind::Decode => "it has taken effect, the error's body() holds the answer",
            ErrorKind::Interceptor => "see the error's source()",
            ErrorKind::Configuration => "nothing was sent, correct the configuration",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.clause)?;
        if let Some(operation) = &self.0.operation {
            write!(f, ": {operation}")?;
        }
        if let Some(status) = self.status() {
            write!(f, ", status {}", status.as_u16())?;
        }
        if let Some(trace_id) = self.trace_id() {
            write!(f, ", trace id {trace_id}")?;
        }
        write!(f, "; {}", self.advice())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("clause", &self.0.clause)
            .field("operation", &self.0.operation)
            .field("status", &self.status().map(|status| status.as_u16()))
            .field("trace_id", &self.trace_id())
            .field("headers", &self.headers().map(HeaderMap::len))
            .field("body_bytes", &self.body().map(Bytes::len))
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
