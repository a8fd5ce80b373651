//! What the log hears of a call: names, numbers and times. Never a URL, a header, a body or an argument.

use std::time::Duration;

use frontegg_identity_raw::reqwest::Response;
use frontegg_identity_raw::{self as raw, Operation};
use tracing::field::Empty;
use tracing::{Instrument, debug, debug_span};

const TARGET: &str = "frontegg_identity";

/// One sending, in a span that learns of its end.
pub(super) async fn sending(
    operation: &Operation,
    attempt: u32,
    sending: impl Future<Output = Result<Response, raw::Error>>,
) -> Result<Response, raw::Error> {
    let span = debug_span!(
        target: TARGET,
        "sending",
        operation = operation.id(),
        method = operation.method().as_str(),
        path = operation.path(),
        attempt,
        status = Empty,
        trace_id = Empty,
    );
    let outcome = sending.instrument(span.clone()).await;
    let _entered = span.enter();
    match &outcome {
        Ok(response) => {
            let trace_id = response.headers().get("frontegg-trace-id");
            span.record("status", response.status().as_u16());
            if let Some(trace_id) = trace_id.and_then(|id| id.to_str().ok()) {
                span.record("trace_id", trace_id);
            }
            debug!(target: TARGET, "answered");
        }
        Err(error) => {
            let (is_connect, is_timeout) = (error.is_connect(), error.is_timeout());
            debug!(target: TARGET, is_connect, is_timeout, "no answer");
        }
    }
    outcome
}

/// A call that is sent again after a pause.
pub(super) fn pause(operation: &Operation, attempt: u32, pause: Duration) {
    let (operation, pause_ms) = (operation.id(), millis(pause));
    debug!(target: TARGET, operation, attempt, pause_ms, "sending again");
}

/// A route that the server has closed for a while.
pub(super) fn limit(operation: &Operation, wait: Duration, waits: bool) {
    let (operation, wait_ms) = (operation.id(), millis(wait));
    debug!(target: TARGET, operation, wait_ms, waits, "the route is closed");
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
