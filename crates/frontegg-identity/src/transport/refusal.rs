//! From the raw crate's errors to ours.

use std::error::Error as StdError;

use chrono::TimeDelta;
use frontegg_identity_raw::{self as raw, ErrorKind as Raw};

use super::{Transport, limits, skew};
use crate::error::{Called, Error, ErrorKind, Said};

/// What went wrong while we were doing something.
pub(crate) fn told(transport: &Transport, doing: &'static str, error: raw::Error) -> Error {
    let call = error.operation().map(|operation| Called {
        status: error.status().map(|status| status.as_u16()),
        trace_id: error.trace_id().map(str::to_owned),
        retry_after: wait(transport, &error),
        said: error
            .body()
            .map(|body| Said::read(body))
            .unwrap_or_default(),
        body: error.body().cloned().unwrap_or_default(),
        ..operation.into()
    });
    let (is_timeout, is_connect) = (error.is_timeout(), error.is_connect());
    match (error.kind(), call) {
        (Raw::Status | Raw::Decode, Some(call)) => Error::answered(doing, call),
        (Raw::Interceptor, call) => match error.into_source().map(own) {
            Some(Ok(own)) => own,
            Some(Err(source)) => Error::built(ErrorKind::Network, doing, call, Some(source)),
            None => Error::built(ErrorKind::Network, doing, call, None),
        },
        (Raw::Request, call) => Error::built(ErrorKind::Input, doing, call, None),
        (Raw::Configuration, call) => {
            Error::built(ErrorKind::Configuration, doing, call, error.into_source())
        }
        (_, call) if is_timeout && !is_connect => {
            Error::built(ErrorKind::Deadline, doing, call, error.into_source())
        }
        (_, call) if is_connect => {
            Error::built(ErrorKind::Unreachable, doing, call, error.into_source())
        }
        (_, call) => Error::built(ErrorKind::Network, doing, call, error.into_source()),
    }
}

/// An error of ours that went through the raw crate as a cause.
fn own(source: Box<dyn StdError + Send + Sync>) -> Result<Error, Box<dyn StdError + Send + Sync>> {
    source.downcast::<Error>().map(|own| *own)
}

fn wait(transport: &Transport, error: &raw::Error) -> Option<std::time::Duration> {
    let headers = error.headers()?;
    let now = transport.clock.now();
    let skew: TimeDelta = skew(headers, now);
    match error.status()?.as_u16() {
        429 => Some(limits::after_429(headers, now, skew)),
        408 | 500..=599 => limits::asked(headers, now, skew),
        _ => None,
    }
}
