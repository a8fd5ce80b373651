//! An answer that was a success, and how its body becomes a value.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;

use crate::{Error, Operation};

mod body;

/// The value of an answer, with the status, headers and bytes that it came with.
///
/// It can be used like the value itself: `response.access_token`. `Debug` prints the status and the value only, since
/// headers and bytes may hold secrets.
#[derive(Clone)]
pub struct Response<T> {
    value: T,
    answer: Answer,
}

/// What came over the wire.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl<T> Response<T> {
    /// The status: 200, 201, 202 or 204 as it pleases the server, whatever its description says.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.answer.status
    }

    /// The headers. They may hold secrets, such as cookies.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.answer.headers
    }

    /// The body as received, for members that the type leaves out. It may hold secrets.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.answer.body
    }

    /// Frontegg's name for the call, which its support asks for; from `frontegg-trace-id` or `x-frontegg-trace-id`.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        trace_id(&self.answer.headers)
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The same answer with another value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: change(self.value),
            answer: self.answer,
        }
    }
}

impl<T: DeserializeOwned> Response<T> {
    pub(crate) fn read(operation: &Operation, answer: Answer) -> Result<Self, Error> {
        match body::read(&answer.body) {
            Ok(value) => Ok(Self { value, answer }),
            Err(clause) => Err(Error::decode(operation, clause, answer)),
        }
    }
}

impl Response<()> {
    pub(crate) fn unit(answer: Answer) -> Self {
        Self { value: (), answer }
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.answer.status.as_u16())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

/// The trace id, if it looks like one: messages print it, and a header can hold anything.
pub(crate) fn trace_id(headers: &HeaderMap) -> Option<&str> {
    const LONGEST: usize = 128;
    ["frontegg-trace-id", "x-frontegg-trace-id"]
        .iter()
        .find_map(|name| {
            let text = headers.get(*name)?.to_str().ok()?.trim();
            let is_plain = text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte));
            (is_plain && (1..=LONGEST).contains(&text.len())).then_some(text)
        })
}

/// Takes an answer apart. Success and refusal keep the same three things.
pub(crate) async fn receive(
    operation: &Operation,
    mut response: reqwest::Response,
) -> Result<Answer, Error> {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    if status.is_success() {
        return match response.bytes().await {
            Ok(body) => Ok(Answer {
                status,
                headers,
                body,
            }),
            Err(error) => {
                let head = Answer {
                    status,
                    headers,
                    body: Bytes::new(),
                };
                Err(Error::transport(operation, error).with(head))
            }
        };
    }
    let (body, cut) = beginning(response).await;
    let error = Error::refused(
        operation,
        Answer {
            status,
            headers,
            body,
        },
    );
    Err(match cut {
        Some(cause) => error.because(Box::new(cause.without_url())),
        None => error,
    })
}

/// Reads as much of a refusal as an error keeps. A refusal that breaks off is still that refusal.
async fn beginning(mut response: reqwest::Response) -> (Bytes, Option<reqwest::Error>) {
    let mut body = Vec::new();
    while body.len() < Error::BODY_LIMIT {
        match response.chunk().await {
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => break,
            Err(error) => return (body.into(), Some(error)),
        }
    }
    (body.into(), None)
}
