//! One request and its reply: read, delayed, struck by a fault, answered, recorded.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{CONNECTION, DATE, HOST, HeaderValue};
use http::{Method, StatusCode, request};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::{Request as Raw, Response};

use super::body::{Received, receive};
use super::cut::Cutter;
use super::{Door, Limits};
use crate::control;
use crate::faults::{self, CutPoint, Fault, Gate};
use crate::http::{Refusal, Reply, Request, http_date};
use crate::journal::{Arrival, Outcome};
use crate::shared::Shared;
use crate::target::Target;

/// Bytes of a path and its query; 414 beyond. On the real service some 9 KB were too long.
const LONGEST_URI: usize = 8 * 1024;

/// The host that the second port stands for.
const REGIONAL_HOST: HeaderValue = HeaderValue::from_static("api.frontegg.com");

pub(super) async fn exchange(
    shared: Arc<Shared>,
    cutter: Arc<Cutter>,
    door: Door,
    limits: Limits,
    raw: Raw<Incoming>,
) -> Response<Full<Bytes>> {
    let at = shared.service.clock.now();
    let (head, body) = raw.into_parts();
    let received = receive(&head.headers, body, limits).await;
    let mut request = request_of(head, door);
    if let Some(reply) = out_of_bounds(&received, &request) {
        let answer = Answer {
            reply: reply.with_header(CONNECTION, "close"),
            cut: None,
            fault: false,
        };
        return finish(&shared, &cutter, Arrival { request, at }, answer);
    }
    if let Received::Whole(body) = received {
        request.body = body;
    }
    if control::is_for(&request.path) {
        return sent(control::handle(&shared, &request).await, at);
    }
    let (answer, wait) = answer(&shared, &request);
    let Some(wait) = wait else {
        return finish(&shared, &cutter, Arrival { request, at }, answer);
    };
    // A task of its own, since a client that gives up waiting takes this one along.
    let waiting = tokio::spawn(async move {
        wait.over().await;
        finish(&shared, &cutter, Arrival { request, at }, answer)
    });
    waiting
        .await
        .unwrap_or_else(|_| sent(Reply::empty(StatusCode::INTERNAL_SERVER_ERROR), at))
}

/// A reply with what a fault has in mind for it.
struct Answer {
    reply: Reply,
    cut: Option<CutPoint>,
    fault: bool,
}

/// What a reply waits for before it is sent.
struct Wait {
    time: Duration,
    gate: Option<Gate>,
}

impl Wait {
    async fn over(self) {
        if !self.time.is_zero() {
            tokio::time::sleep(self.time).await;
        }
        if let Some(gate) = self.gate {
            gate.pass().await;
        }
    }
}

fn answer(shared: &Shared, request: &Request) -> (Answer, Option<Wait>) {
    let target = Target::of(&request.method, &request.path);
    let mut wait = Wait {
        time: shared.faults.latency(&target),
        gate: None,
    };
    let answer = match shared.faults.strike(&target) {
        None => Answer {
            reply: shared.service.handle(request),
            cut: None,
            fault: false,
        },
        Some(fault) => {
            match &fault {
                Fault::Delay(delay) => wait.time = wait.time.saturating_add(*delay),
                Fault::Hold(gate) => wait.gate = Some(gate.clone()),
                _ => {}
            }
            struck(shared, request, &target, &fault)
        }
    };
    let has_to_wait = !wait.time.is_zero() || wait.gate.is_some();
    (answer, has_to_wait.then_some(wait))
}

/// What a fault makes of a request.
fn struck(shared: &Shared, request: &Request, target: &Target<'_>, fault: &Fault) -> Answer {
    let now = shared.service.clock.now();
    let cut = match fault {
        Fault::Cut(point) => Some(*point),
        Fault::LostReply => Some(CutPoint::BeforeHeaders),
        _ => None,
    };
    let reply = match faults::instead(fault, now) {
        Some(reply) => reply,
        None => faults::after(
            fault,
            target.operation(),
            shared.service.handle(request),
            now,
        ),
    };
    Answer {
        reply,
        cut,
        fault: true,
    }
}

/// Records the exchange and gives its reply to the connection.
fn finish(
    shared: &Shared,
    cutter: &Cutter,
    arrival: Arrival,
    answer: Answer,
) -> Response<Full<Bytes>> {
    let Answer { reply, cut, fault } = answer;
    let status = reply.status.as_u16();
    if let Some(point) = cut {
        let is_head = arrival.request.method == Method::HEAD;
        cutter.arm(point, if is_head { 0 } else { reply.body.len() });
    }
    let outcome = match cut {
        None => Outcome::Answered(status),
        Some(CutPoint::BeforeHeaders) => Outcome::Lost,
        Some(_) => Outcome::Cut(status),
    };
    let now = shared.service.clock.now();
    shared.journal.record(arrival, outcome, fault, now);
    shared.changed();
    sent(reply, now)
}

fn request_of(head: request::Parts, door: Door) -> Request {
    let mut headers = head.headers;
    if door == Door::Regional {
        headers.insert(HOST, REGIONAL_HOST);
    }
    let query = head.uri.query().unwrap_or_default();
    Request {
        query: form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect(),
        path: head.uri.path().to_owned(),
        method: head.method,
        headers,
        body: Bytes::new(),
    }
}

/// The refusal of a request that is too large, too slow or broken. The connection is of no more use after it.
fn out_of_bounds(received: &Received, request: &Request) -> Option<Reply> {
    let uri = request.path.len()
        + request
            .query
            .iter()
            .map(|(name, value)| name.len() + value.len() + 2)
            .sum::<usize>();
    let (status, message) = match received {
        Received::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "request entity too large"),
        Received::TooSlow => (StatusCode::REQUEST_TIMEOUT, "request timeout"),
        Received::Broken => (StatusCode::BAD_REQUEST, "request aborted"),
        Received::Whole(_) if uri > LONGEST_URI => (StatusCode::URI_TOO_LONG, "URI too long"),
        Received::Whole(_) => return None,
    };
    Some(Refusal::new(status, message).into_reply())
}

/// The reply as it is sent, with the emulator's time unless it brings another one.
fn sent(mut reply: Reply, now: DateTime<Utc>) -> Response<Full<Bytes>> {
    if !reply.headers.contains_key(DATE) {
        reply = reply.with_header(DATE, &http_date(now));
    }
    let mut response = Response::new(Full::new(reply.body));
    *response.status_mut() = reply.status;
    *response.headers_mut() = reply.headers;
    response
}
