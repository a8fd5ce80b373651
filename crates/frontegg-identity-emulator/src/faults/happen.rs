//! What a fault makes of a request and of its reply.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{CONTENT_TYPE, DATE, HeaderName, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::fault::{CannedReply, CutPoint, ErrorBody, Fault, RetryHint};
use super::spoil;
use crate::description::{Description, Operation};
use crate::http::{Reply, http_date, timestamp};

const RATE_LIMIT_RESET: HeaderName = HeaderName::from_static("x-rate-limit-reset");

/// The reply that is given instead of the service's, if the fault keeps the request from it.
pub(crate) fn instead(fault: &Fault, now: DateTime<Utc>) -> Option<Reply> {
    match fault {
        Fault::Status { status, body } => Some(error(status_of(*status), *body)),
        Fault::TooManyRequests(hint) => Some(too_many_requests(*hint, now)),
        Fault::Waf => Some(page(
            StatusCode::FORBIDDEN,
            "<title>Attention Required!</title><h1>Sorry, you have been blocked</h1>\
             <p>This website is using a security service to protect itself from online attacks.</p>",
        )),
        Fault::HtmlPage => Some(page(
            StatusCode::OK,
            "<title>Sign in</title><h1>Sign in to continue</h1>",
        )),
        Fault::Reply(reply) => Some(canned(reply)),
        Fault::Cut(CutPoint::BeforeHeaders) => Some(Reply::empty(StatusCode::OK)),
        _ => None,
    }
}

/// The service's reply with the fault in it.
pub(crate) fn after(
    fault: &Fault,
    operation: Option<&Operation>,
    mut reply: Reply,
    now: DateTime<Utc>,
) -> Reply {
    match fault {
        Fault::TruncatedJson => reply.body = reply.body.slice(..reply.body.len() / 2),
        Fault::WrongContentType => {
            reply.headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_static("text/plain; charset=utf-8"),
            );
        }
        Fault::OtherStatus(status) => reply.status = status_of(*status),
        Fault::EmptyBody => {
            reply.headers.remove(CONTENT_TYPE);
            reply.body = Bytes::new();
        }
        Fault::SkewedDate(by) => {
            let date = now.checked_add_signed(*by).unwrap_or(now);
            reply.headers.remove(DATE);
            return reply.with_header(DATE, &http_date(date));
        }
        Fault::Expires(form) => change(&mut reply, |body| spoil::expires(body, *form, now)),
        Fault::ExpiresIn(form) => change(&mut reply, |body| spoil::expires_in(body, form)),
        Fault::MissingMembers(pick) => {
            change(&mut reply, |body| spoil::remove_members(body, *pick))
        }
        Fault::UnknownEnums(pick) => {
            let status = reply.status;
            change(&mut reply, |body| {
                let places = operation
                    .map(|operation| Description::get().enum_places(operation, status, body))
                    .unwrap_or_default();
                spoil::replace(body, &places, *pick);
            });
        }
        _ => {}
    }
    reply
}

fn change(reply: &mut Reply, change: impl FnOnce(&mut Value)) {
    if let Ok(mut body) = serde_json::from_slice(&reply.body) {
        change(&mut body);
        reply.body = Bytes::from(body.to_string());
    }
}

fn error(status: StatusCode, form: ErrorBody) -> Reply {
    let text = status.canonical_reason().unwrap_or("Error");
    let body = match form {
        ErrorBody::Errors => json!({ "errors": [text] }),
        ErrorBody::ErrorsWithCode => json!({ "errors": [text], "errorCode": "ER-00000" }),
        ErrorBody::ErrorObjects => json!({ "errors": [{ "message": text }] }),
        ErrorBody::Message => json!({ "message": text }),
        ErrorBody::Error => json!({ "error": text }),
        ErrorBody::Text => return with_text(status, "text/plain; charset=utf-8", text.to_owned()),
        ErrorBody::Html => {
            let code = status.as_u16();
            return page(
                status,
                &format!("<title>{code} {text}</title><h1>{code} {text}</h1>"),
            );
        }
        ErrorBody::Empty => return Reply::empty(status),
    };
    Reply::json(status, &body)
}

fn too_many_requests(hint: RetryHint, now: DateTime<Utc>) -> Reply {
    let reply = error(StatusCode::TOO_MANY_REQUESTS, ErrorBody::Errors);
    let moved = |by| now.checked_add_signed(by).unwrap_or(now);
    match hint {
        RetryHint::ResetIn(by) => reply.with_header(RATE_LIMIT_RESET, &timestamp(moved(by))),
        RetryHint::RetryAfter(seconds) => reply.with_header(RETRY_AFTER, &seconds.to_string()),
        RetryHint::RetryAfterDate(by) => reply.with_header(RETRY_AFTER, &http_date(moved(by))),
        RetryHint::None => reply,
    }
}

fn page(status: StatusCode, content: &str) -> Reply {
    with_text(
        status,
        "text/html; charset=UTF-8",
        format!("<!DOCTYPE html><html>{content}</html>"),
    )
}

fn with_text(status: StatusCode, media_type: &str, text: String) -> Reply {
    let mut reply = Reply::empty(status).with_header(CONTENT_TYPE, media_type);
    reply.body = Bytes::from(text);
    reply
}

/// Headers that cannot be sent, and those that the server writes itself, are left out.
fn canned(reply: &CannedReply) -> Reply {
    let mut headers = HeaderMap::new();
    for (name, value) in &reply.headers {
        let framing = ["content-length", "transfer-encoding", "connection"];
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value))
            && !framing.contains(&name.as_str())
        {
            headers.append(name, value);
        }
    }
    Reply {
        status: status_of(reply.status),
        headers,
        body: Bytes::from(reply.body.clone()),
    }
}

/// Statuses of one's own that HTTP does not have become 500; those below 200 are no final replies.
fn status_of(code: u16) -> StatusCode {
    match StatusCode::from_u16(code) {
        Ok(status) if !status.is_informational() => status,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
