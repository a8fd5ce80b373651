//! Faults as a client sees them on the wire.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use frontegg_identity_emulator::{
    CannedReply, CutPoint, DateForm, ErrorBody, Fault, Gate, LifeForm, Outcome, Pick, RetryHint,
};
use serde_json::{Value, json};

use crate::support::{
    LOGIN, REFRESH, all_that_comes, credentials, emulator, log_in, refresh, request,
};

#[test]
fn a_reply_can_be_cut_at_every_point() {
    let emulator = emulator();
    let ask = request("POST", LOGIN, "", credentials().to_string().as_bytes());
    let with = |point| {
        emulator.faults().on("POST", LOGIN).once(Fault::Cut(point));
        all_that_comes(&emulator, &ask)
    };
    assert_eq!(with(CutPoint::BeforeHeaders), "");
    let in_headers = with(CutPoint::InHeaders);
    assert!(
        in_headers.starts_with("HTTP/1.1 200 OK\r\n") && !in_headers.contains("\r\n\r\n"),
        "{in_headers}"
    );
    assert!(with(CutPoint::AfterHeaders).ends_with("\r\n\r\n"));
    let mid_body = with(CutPoint::MidBody);
    let (head, body) = mid_body.split_once("\r\n\r\n").unwrap();
    let length: usize = head
        .split_once("content-length: ")
        .unwrap()
        .1
        .lines()
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(body.len(), length / 2);
    let outcomes: Vec<_> = emulator
        .requests()
        .all()
        .iter()
        .map(|recorded| recorded.outcome)
        .collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Lost,
            Outcome::Cut(200),
            Outcome::Cut(200),
            Outcome::Cut(200)
        ]
    );
    assert_eq!(log_in(&emulator).status, 200);
}

#[test]
fn a_lost_reply_has_taken_effect_and_an_early_cut_has_not() {
    let emulator = emulator();
    let first = log_in(&emulator).json()["refreshToken"]
        .as_str()
        .unwrap()
        .to_owned();
    let lose = |fault| {
        emulator.faults().on("POST", REFRESH).once(fault);
        let body = json!({ "refreshToken": first }).to_string();
        assert_eq!(
            all_that_comes(&emulator, &request("POST", REFRESH, "", body.as_bytes())),
            ""
        );
    };
    lose(Fault::Cut(CutPoint::BeforeHeaders));
    lose(Fault::LostReply);
    assert_eq!(refresh(&emulator, &first).status, 401);
    assert!(emulator.faults().unused().is_empty());
}

#[test]
fn replies_that_are_not_the_services_leave_it_untouched() {
    let emulator = emulator();
    let token = log_in(&emulator).json()["refreshToken"]
        .as_str()
        .unwrap()
        .to_owned();
    let canned = CannedReply {
        status: 202,
        headers: vec![("x-own".into(), "1".into())],
        body: "{\"own\":1}".into(),
    };
    let faults = emulator.faults().on("POST", REFRESH);
    let faults = faults.once(Fault::status(503)).once(Fault::Status {
        status: 408,
        body: ErrorBody::Empty,
    });
    let faults = faults
        .once(Fault::TooManyRequests(RetryHint::ResetIn(
            TimeDelta::seconds(3),
        )))
        .once(Fault::Waf);
    faults
        .once(Fault::HtmlPage)
        .once(Fault::Reply(canned))
        .once(Fault::reply(200, &json!({})));
    let replies: Vec<_> = (0..7).map(|_| refresh(&emulator, &token)).collect();
    let statuses: Vec<_> = replies.iter().map(|reply| reply.status).collect();
    assert_eq!(statuses, [503, 408, 429, 403, 200, 202, 200]);
    assert_eq!(
        replies[0].json(),
        json!({ "errors": ["Service Unavailable"] })
    );
    assert!(replies[1].body.is_empty());
    assert!(replies[2].header("x-rate-limit-reset").is_some());
    for page in [&replies[3], &replies[4]] {
        assert_eq!(
            page.header("content-type"),
            Some("text/html; charset=UTF-8")
        );
        assert_eq!(page.header("frontegg-trace-id"), None);
    }
    assert_eq!(
        (replies[5].header("x-own"), replies[5].json()),
        (Some("1"), json!({ "own": 1 }))
    );
    assert_eq!(refresh(&emulator, &token).status, 200);
    assert_eq!(emulator.faults().struck(), 7);
}

#[test]
fn replies_of_the_service_are_spoilt() {
    let emulator = emulator();
    let with = |fault| {
        emulator.faults().on("*", LOGIN).once(fault);
        let reply = log_in(&emulator);
        assert_eq!(reply.status, 200);
        reply
    };
    let truncated = with(Fault::TruncatedJson);
    assert!(
        truncated.body.starts_with(b"{")
            && serde_json::from_slice::<Value>(&truncated.body).is_err()
    );
    assert_eq!(
        with(Fault::WrongContentType).header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert!(with(Fault::EmptyBody).body.is_empty());
    assert_eq!(
        with(Fault::Expires(DateForm::EmptyText)).json()["expires"],
        ""
    );
    assert_eq!(
        with(Fault::ExpiresIn(LifeForm::Text)).json()["expiresIn"],
        "86400"
    );
    assert_eq!(with(Fault::MissingMembers(Pick::All)).json(), json!({}));
    assert!(with(Fault::MissingMembers(Pick::Nth(0))).json()["accessToken"].is_null());
    emulator.clock().freeze();
    let (skewed, plain) = (
        with(Fault::SkewedDate(TimeDelta::hours(1))),
        log_in(&emulator),
    );
    assert_ne!(skewed.header("date"), plain.header("date"));
    assert!(skewed.json()["accessToken"].is_string());
}

#[test]
fn delays_and_latencies_are_real_time() {
    let emulator = emulator();
    let time = || {
        let start = Instant::now();
        assert_eq!(log_in(&emulator).status, 200);
        start.elapsed()
    };
    let delay = Duration::from_millis(40);
    emulator
        .faults()
        .on("POST", LOGIN)
        .once(Fault::Delay(delay));
    assert!(time() >= delay);
    emulator.faults().set_latency(delay);
    assert!(time() >= delay);
    emulator.faults().on("POST", LOGIN).latency(2 * delay);
    assert!(time() >= 2 * delay);
}

#[tokio::test]
async fn a_test_can_wait_for_a_request_that_hangs() {
    let emulator = emulator();
    emulator
        .faults()
        .on("POST", LOGIN)
        .once(Fault::Cut(CutPoint::BeforeHeaders));
    let url = format!("{}{LOGIN}", emulator.base_url());
    let sending = reqwest::Client::new().post(url).json(&credentials()).send();
    let (sent, ()) = tokio::join!(sending, emulator.requests().reached(1, "POST", LOGIN));
    assert!(sent.is_err());
}

#[tokio::test]
async fn a_reply_is_held_until_the_gate_opens() {
    let emulator = emulator();
    let gate = Gate::closed();
    let login = emulator.faults().on("POST", LOGIN);
    login.times(2, Fault::Hold(gate.clone()));
    let url = format!("{}{LOGIN}", emulator.base_url());
    let client = reqwest::Client::new();
    let sending = || tokio::spawn(client.post(&url).json(&credentials()).send());
    let (first, given_up) = (sending(), sending());
    gate.arrived(2).await;
    assert_eq!(log_in(&emulator).status, 200);
    assert_eq!(emulator.requests().count("POST", LOGIN), 1);
    given_up.abort();
    assert!(!first.is_finished());
    gate.open();
    assert_eq!(first.await.unwrap().unwrap().status(), 200);
    emulator.requests().reached(3, "POST", LOGIN).await;
    let body = emulator.requests().to("POST", LOGIN);
    assert_eq!(body[0].body["password"], body[2].body["password"]);
}
