//! Who calls, and about whom: what every handle of management is made of.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use frontegg_identity_raw::reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use frontegg_identity_raw::{self as raw, Operation, Response};

use super::ids::{ApplicationId, TenantId, UserId};
use crate::error::{Called, Error, ErrorKind, Said};
use crate::session::Caller;
use crate::transport::{Transport, told};

const TENANT: HeaderName = HeaderName::from_static("frontegg-tenant-id");
const USER: HeaderName = HeaderName::from_static("frontegg-user-id");
const APPLICATION: HeaderName = HeaderName::from_static("frontegg-application-id");

/// Successes that are refusals in truth are short.
const LONGEST_REFUSAL: usize = 8 * 1024;

/// Who calls, and the context that goes with each call.
#[derive(Clone)]
pub(crate) struct Scope {
    caller: Caller,
    transport: Arc<Transport>,
    /// None if a part of it cannot be sent.
    context: Option<HeaderMap>,
    /// For one sending.
    timeout: Option<Duration>,
    client: raw::Client,
}

impl Scope {
    pub(crate) fn new(caller: Caller, transport: Arc<Transport>) -> Self {
        Self::with(caller, transport, Some(HeaderMap::new()), None)
    }

    fn with(
        caller: Caller,
        transport: Arc<Transport>,
        context: Option<HeaderMap>,
        timeout: Option<Duration>,
    ) -> Self {
        let client = caller.client(context.clone());
        let client = match timeout {
            Some(timeout) => client.with_timeout(timeout),
            None => client,
        };
        Self {
            caller,
            transport,
            context,
            timeout,
            client,
        }
    }

    pub(crate) fn of_tenant(&self, id: &TenantId) -> Self {
        self.naming(TENANT, id.as_str())
    }

    pub(crate) fn of_user(&self, id: &UserId) -> Self {
        self.naming(USER, id.as_str())
    }

    pub(crate) fn of_application(&self, id: &ApplicationId) -> Self {
        self.naming(APPLICATION, id.as_str())
    }

    pub(crate) fn with_timeout(&self, timeout: Duration) -> Self {
        let (caller, transport) = (self.caller.clone(), Arc::clone(&self.transport));
        Self::with(caller, transport, self.context.clone(), Some(timeout))
    }

    /// Calls about an id that no header can carry are not sent: without it they would be about more than is meant.
    fn naming(&self, name: HeaderName, id: &str) -> Self {
        // Blanks at the ends are no part of a header's value.
        let is_text = !id.is_empty() && id.is_ascii() && id.trim() == id;
        let value = HeaderValue::from_str(id).ok().filter(|_| is_text);
        let context = self.context.clone().zip(value);
        let context = context.map(|(mut context, value)| {
            context.insert(name, value);
            context
        });
        let (caller, transport) = (self.caller.clone(), Arc::clone(&self.transport));
        Self::with(caller, transport, context, self.timeout)
    }

    /// The typed calls, each with token and context.
    pub(crate) fn client(&self) -> &raw::Client {
        &self.client
    }

    /// What a call came to. Some refusals come with status 200.
    pub(crate) fn told<T>(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<T>, raw::Error>,
    ) -> Result<T, Error> {
        Ok(self.answer(doing, operation, outcome)?.into_inner())
    }

    /// What an answer has to hold. Without it the answer is of no use, and goes into the error.
    pub(crate) fn part<T, U>(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<T>, raw::Error>,
        read: impl FnOnce(T) -> Option<U>,
    ) -> Result<U, Error> {
        let answer = self.answer(doing, operation, outcome)?;
        whole(doing, operation, answer.map(read))
    }

    /// The same for an answer in which `errors` are news and no refusal, as in the report of a task.
    pub(crate) fn report<T, U>(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<T>, raw::Error>,
        read: impl FnOnce(T) -> Option<U>,
    ) -> Result<U, Error> {
        let answer = outcome.map_err(|error| told(&self.transport, doing, error))?;
        whole(doing, operation, answer.map(read))
    }

    fn answer<T>(
        &self,
        doing: &'static str,
        operation: &'static Operation,
        outcome: Result<Response<T>, raw::Error>,
    ) -> Result<Response<T>, Error> {
        let answer = outcome.map_err(|error| told(&self.transport, doing, error))?;
        match refusal(answer.body()) {
            Some(said) => Err(Error::refused(doing, operation, &answer, said)),
            None => Ok(answer),
        }
    }
}

fn whole<T>(
    doing: &'static str,
    operation: &'static Operation,
    answer: Response<Option<T>>,
) -> Result<T, Error> {
    let lacking = answer.is_none().then(|| Called::answer(operation, &answer));
    let value = answer.into_inner();
    value.ok_or_else(|| Error::built(ErrorKind::Unreadable, doing, lacking, None))
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

fn refusal(body: &[u8]) -> Option<Said> {
    let may_be_one = body.len() <= LONGEST_REFUSAL
        && body.trim_ascii_start().starts_with(b"{")
        && body.windows(6).any(|part| part == b"\"error");
    let body = may_be_one.then(|| serde_json::from_slice(body).ok())??;
    Said::refusal(&body)
}
