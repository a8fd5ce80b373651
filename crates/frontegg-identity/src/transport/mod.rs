//! One way to the server for everything: headers, limits, sending again, and a span for each sending.

mod limits;
mod refusal;
mod retry;
mod trace;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use frontegg_identity_raw::reqwest::header::{DATE, HeaderMap};
use frontegg_identity_raw::reqwest::{Request, Response};
use frontegg_identity_raw::{self as raw, BoxFuture, Interceptor, Next, Operation};

pub(crate) use self::limits::Limits;
pub(crate) use self::refusal::told;
use self::retry::End;
pub use self::retry::RetryPolicy;
use crate::clock::{Clock, Moment};
use crate::error::{Called, Error, ErrorKind};
use crate::token::expiry::Received;

/// Clocks that differ by less than this count as equal: `Date` has whole seconds, and an answer takes its time.
const SMALLEST_SKEW: TimeDelta = TimeDelta::seconds(3);

/// The policy of every call of a client.
#[derive(Debug)]
pub(crate) struct Transport {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) retry: RetryPolicy,
    /// Headers of every call that does not bring its own.
    pub(crate) headers: HeaderMap,
    pub(crate) limits: Limits,
    /// Whether sessions renew a token while they still serve it.
    pub(crate) renews_early: bool,
    /// A number between 0 and 1.
    pub(crate) chance: fn() -> f64,
}

impl Transport {
    /// When an answer came, and how our clock stands to the server's.
    pub(crate) fn received(&self, headers: &HeaderMap) -> Received {
        let now = self.clock.now();
        Received {
            at: now.wall,
            skew: skew(headers, now),
        }
    }

    /// Sends a call, and again where that is safe. A copy of the request comes back with the answer, for whoever has a
    /// reason of their own to send it once more; a request that streams its body has none.
    pub(crate) async fn send(
        &self,
        operation: &Operation,
        mut request: Request,
        next: Next<'_>,
    ) -> Result<(Response, Option<Request>), raw::Error> {
        let mut sent = 1;
        loop {
            self.wait_for_limit(operation).await?;
            let copy = request.try_clone();
            let method = request.method().clone();
            let outcome = trace::sending(operation, sent, next.send(request)).await;
            let now = self.clock.now();
            let end = self.end_of(operation, &outcome, now);
            let pause = end.and_then(|end| self.retry.pause(sent, &method, end, (self.chance)()));
            match (pause, copy) {
                (Some(pause), Some(copy)) => {
                    trace::pause(operation, sent, pause);
                    tokio::time::sleep(pause).await;
                    request = copy;
                    sent += 1;
                }
                (_, copy) => return outcome.map(|answer| (answer, copy)),
            }
        }
    }

    /// Waits until the route is open again, if that is worth it.
    async fn wait_for_limit(&self, operation: &Operation) -> Result<(), raw::Error> {
        let Some(wait) = self.limits.wait(operation.id(), self.clock.now()) else {
            return Ok(());
        };
        let bears = self.retry.bears(wait);
        trace::limit(operation, wait, bears);
        if bears {
            tokio::time::sleep(wait).await;
            return Ok(());
        }
        Err(raw::Error::interceptor(operation, closed(operation, wait)))
    }

    fn end_of(
        &self,
        operation: &Operation,
        outcome: &Result<Response, raw::Error>,
        now: Moment,
    ) -> Option<End> {
        match outcome {
            Ok(response) if response.status().is_success() => None,
            Ok(response) => {
                let (headers, status) = (response.headers(), response.status());
                let skew = skew(headers, now);
                let wait = limits::after_429(headers, now, skew);
                let end = End::of_status(status, limits::asked(headers, now, skew), wait)?;
                if status.as_u16() == 429 {
                    self.limits.close(operation.id(), wait, now);
                }
                Some(end)
            }
            Err(error) if error.kind() != raw::ErrorKind::Transport => None,
            Err(error) if error.is_connect() => Some(End::Unreached),
            Err(_) => Some(End::Lost),
        }
    }
}

impl Interceptor for Transport {
    fn before<'a>(
        &'a self,
        _: &'a Operation,
        request: &'a mut Request,
    ) -> BoxFuture<'a, Result<(), raw::Error>> {
        Box::pin(async move {
            for (name, value) in &self.headers {
                if !request.headers().contains_key(name) {
                    request.headers_mut().insert(name, value.clone());
                }
            }
            Ok(())
        })
    }

    fn around<'a>(
        &'a self,
        operation: &'a Operation,
        request: Request,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<Response, raw::Error>> {
        Box::pin(async move {
            let (answer, _) = self.send(operation, request, next).await?;
            Ok(answer)
        })
    }
}

/// What has to be added to the server's times to get ours, by the header `Date`.
fn skew(headers: &HeaderMap, now: Moment) -> TimeDelta {
    let date = headers.get(DATE).and_then(|date| date.to_str().ok());
    let date = date.and_then(|date| DateTime::parse_from_rfc2822(date).ok());
    let skew = date.map_or(TimeDelta::zero(), |date| {
        now.wall - date.with_timezone(&Utc)
    });
    if skew.abs() < SMALLEST_SKEW {
        TimeDelta::zero()
    } else {
        skew
    }
}

/// A call that is not sent, because the server wants to be left alone for longer than we wait.
fn closed(operation: &Operation, wait: Duration) -> Error {
    let call = Called {
        retry_after: Some(wait),
        ..operation.into()
    };
    Error::built(ErrorKind::Busy, "the call was not sent", Some(call), None)
}

#[cfg(test)]
mod tests;
