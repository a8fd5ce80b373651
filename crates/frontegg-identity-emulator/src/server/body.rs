//! Reading the body of a request within limits.

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::{CONTENT_LENGTH, EXPECT};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};

use super::Limits;

/// Bytes beyond the limit that are read and thrown away, so that a client that writes first and reads then gets its 413.
const MOST_THROWN_AWAY: usize = 64 * 1024 * 1024;

/// What came of reading a body.
#[derive(Debug)]
pub(super) enum Received {
    Whole(Bytes),
    TooLarge,
    TooSlow,
    /// The client has gone, or its framing is wrong.
    Broken,
}

pub(super) async fn receive(headers: &HeaderMap, body: Incoming, limits: Limits) -> Received {
    // A client that asks first does not send the body after a refusal.
    if headers.contains_key(EXPECT) && declared(headers).is_some_and(|size| size > limits.body) {
        return Received::TooLarge;
    }
    match tokio::time::timeout(limits.body_time, read(body, limits.body)).await {
        Ok(received) => received,
        Err(_) => Received::TooSlow,
    }
}

async fn read(mut body: Incoming, limit: usize) -> Received {
    if body.is_end_stream() {
        return Received::Whole(Bytes::new());
    }
    let mut whole = BytesMut::new();
    let mut size = 0_usize;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return Received::Broken;
        };
        let Some(data) = frame.data_ref() else {
            continue;
        };
        size = size.saturating_add(data.len());
        if size <= limit {
            whole.extend_from_slice(data);
        } else {
            whole = BytesMut::new();
            if size > limit.saturating_add(MOST_THROWN_AWAY) {
                break;
            }
        }
    }
    if size > limit {
        Received::TooLarge
    } else {
        Received::Whole(whole.freeze())
    }
}

fn declared(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
