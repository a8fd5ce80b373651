use chrono::{DateTime, TimeDelta, Utc};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::*;
use crate::http::Reply;

const PATH: &str = "/identity/resources/auth/v1/user";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_792_567_680, 0).unwrap()
}

fn strike(faults: &Faults, path: &str) -> Option<Fault> {
    faults.strike(&Target::of(&Method::POST, path))
}

fn body_after(fault: &Fault, body: &Value) -> Value {
    let reply = after(fault, None, Reply::ok(body), now());
    serde_json::from_slice(&reply.body).unwrap()
}

#[test]
fn faults_strike_in_the_order_of_arming_and_are_counted() {
    let faults = Faults::default();
    faults
        .on("POST", PATH)
        .times(2, Fault::Waf)
        .once(Fault::status(500));
    faults.on("*", "/identity/*").always(Fault::EmptyBody);
    assert_eq!(faults.unused().len(), 3);
    let struck: Vec<_> = (0..4).filter_map(|_| strike(&faults, PATH)).collect();
    assert_eq!(
        struck,
        [Fault::Waf, Fault::Waf, Fault::status(500), Fault::EmptyBody]
    );
    assert_eq!(strike(&faults, "/auth/vendor"), None);
    assert!(faults.unused().is_empty());
    assert_eq!(
        (faults.armed().len(), faults.all().len(), faults.struck()),
        (1, 3, 4)
    );
    faults.clear();
    assert_eq!(strike(&faults, PATH), None);
}

#[test]
fn a_route_has_its_own_latency() {
    let faults = Faults::default();
    let (route, all) = (Duration::from_millis(3), Duration::from_millis(7));
    faults.set_latency(all);
    faults
        .on("POST", PATH)
        .latency(Duration::ZERO)
        .latency(route);
    assert_eq!(faults.latency(&Target::of(&Method::POST, PATH)), route);
    assert_eq!(faults.latency(&Target::of(&Method::GET, PATH)), all);
    assert_eq!(faults.latencies().1.len(), 1);
}

#[test]
fn faults_read_as_json() {
    for (text, fault) in [
        (json!({"kind": "waf"}), Fault::Waf),
        (
            json!({"kind": "status", "with": {"status": 503}}),
            Fault::status(503),
        ),
        (
            json!({"kind": "cut", "with": "midBody"}),
            Fault::Cut(CutPoint::MidBody),
        ),
        (
            json!({"kind": "delay", "with": 250}),
            Fault::Delay(Duration::from_millis(250)),
        ),
        (
            json!({"kind": "tooManyRequests", "with": {"resetIn": -3}}),
            Fault::TooManyRequests(RetryHint::ResetIn(TimeDelta::seconds(-3))),
        ),
        (
            json!({"kind": "tooManyRequests", "with": "none"}),
            Fault::TooManyRequests(RetryHint::None),
        ),
        (
            json!({"kind": "expiresIn", "with": {"value": -1}}),
            Fault::ExpiresIn(LifeForm::Value(json!(-1))),
        ),
        (
            json!({"kind": "missingMembers", "with": {"nth": 2}}),
            Fault::MissingMembers(Pick::Nth(2)),
        ),
    ] {
        assert_eq!(
            serde_json::from_value::<Fault>(text.clone()).unwrap(),
            fault,
            "{text}"
        );
    }
    let status = serde_json::to_value(Fault::status(503)).unwrap();
    assert_eq!(
        status,
        json!({"kind": "status", "with": {"status": 503, "body": "errors"}})
    );
}

#[test]
fn a_reply_keeps_its_body_under_another_status() {
    let fault: Fault = serde_json::from_value(json!({"kind": "otherStatus", "with": 202})).unwrap();
    assert!(instead(&fault, now()).is_none());
    let reply = after(&fault, None, Reply::ok(&json!({ "a": 1 })), now());
    assert_eq!(reply.status, StatusCode::ACCEPTED);
    assert_eq!(&reply.body[..], br#"{"a":1}"#);
}

#[test]
fn a_429_says_when_in_each_form() {
    for (hint, name, value) in [
        (
            RetryHint::ResetIn(TimeDelta::seconds(3)),
            "x-rate-limit-reset",
            Some("2026-10-21T07:28:03.000Z"),
        ),
        (RetryHint::RetryAfter(0), "retry-after", Some("0")),
        (
            RetryHint::RetryAfterDate(TimeDelta::seconds(3)),
            "retry-after",
            Some("Wed, 21 Oct 2026 07:28:03 GMT"),
        ),
        (RetryHint::None, "retry-after", None),
        (RetryHint::None, "x-rate-limit-reset", None),
    ] {
        let reply = instead(&Fault::TooManyRequests(hint), now()).unwrap();
        assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(
            reply.headers.get(name).map(|value| value.to_str().unwrap()),
            value
        );
    }
}

#[test]
fn every_form_of_expires_is_the_same_instant() {
    let login = json!({"expires": "x", "expiresIn": 3600});
    for (form, expected) in [
        (DateForm::HttpDate, json!("Wed, 21 Oct 2026 08:28:00 GMT")),
        (DateForm::Rfc3339, json!("2026-10-21T08:28:00Z")),
        (DateForm::Milliseconds, json!("2026-10-21T08:28:00.000Z")),
        (DateForm::Offset, json!("2026-10-21T10:28:00+02:00")),
        (DateForm::NoZone, json!("2026-10-21T08:28:00")),
        (DateForm::EpochSeconds, json!(1_792_571_280)),
        (DateForm::EpochMilliseconds, json!(1_792_571_280_000_u64)),
        (DateForm::EpochText, json!("1792571280")),
        (DateForm::EmptyText, json!("")),
        (DateForm::Null, Value::Null),
    ] {
        assert_eq!(
            body_after(&Fault::Expires(form), &login)["expires"],
            expected,
            "{form:?}"
        );
    }
    assert_eq!(
        body_after(&Fault::Expires(DateForm::Missing), &login),
        json!({"expiresIn": 3600})
    );
}

#[test]
fn every_form_of_expires_in_reaches_nested_bodies() {
    let reply = json!({"authResponse": {"expiresIn": 3600}, "list": [{"expires_in": 3600}]});
    for (form, expected) in [
        (LifeForm::Text, json!("3600")),
        (LifeForm::Float, json!(3600.0)),
        (LifeForm::FloatText, json!("3600.5")),
        (LifeForm::EmptyText, json!("")),
        (LifeForm::Words, json!("soon")),
        (LifeForm::Null, Value::Null),
        (LifeForm::Value(json!(u64::MAX)), json!(u64::MAX)),
    ] {
        let body = body_after(&Fault::ExpiresIn(form), &reply);
        assert_eq!(body["authResponse"]["expiresIn"], expected);
        assert_eq!(body["list"][0]["expires_in"], expected);
    }
    let body = body_after(&Fault::ExpiresIn(LifeForm::Missing), &reply);
    assert_eq!(body, json!({"authResponse": {}, "list": [{}]}));
}

#[test]
fn members_go_missing_one_by_one_some_or_all() {
    let reply = json!({"a": 1, "b": {"c/d": 2}, "e": [{"f": 3}]});
    let without = |pick| body_after(&Fault::MissingMembers(pick), &reply);
    assert_eq!(without(Pick::All), json!({}));
    assert_eq!(
        without(Pick::Nth(0)),
        json!({"b": {"c/d": 2}, "e": [{"f": 3}]})
    );
    assert_eq!(
        without(Pick::Nth(2)),
        json!({"a": 1, "b": {}, "e": [{"f": 3}]})
    );
    assert_eq!(
        without(Pick::Nth(4)),
        json!({"a": 1, "b": {"c/d": 2}, "e": [{}]})
    );
    assert_eq!(without(Pick::Nth(5)), without(Pick::Nth(0)));
    let seeded: Vec<_> = (0..9).map(|seed| without(Pick::Seed(seed))).collect();
    assert!(seeded.iter().all(|body| *body != reply));
    assert!(seeded.iter().any(|body| *body != seeded[0]));
    assert_eq!(without(Pick::Seed(4)), seeded[4]);
}

#[test]
fn enums_of_the_description_become_unknown() {
    let target = Target::of(&Method::GET, "/identity/resources/users/v2/me");
    let operation = target.operation().unwrap();
    let body = json!({"email": "a@b.co", "managedBy": "scim2", "mfaEnrolled": false});
    let reply = after(
        &Fault::UnknownEnums(Pick::All),
        Some(operation),
        Reply::ok(&body),
        now(),
    );
    let changed: Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(
        changed,
        json!({"email": "a@b.co", "managedBy": "zzNew", "mfaEnrolled": false})
    );
}

#[test]
fn replies_that_cannot_be_become_ones_that_can() {
    let status = |status| instead(&Fault::status(status), now()).unwrap().status;
    assert_eq!(
        [status(100), status(99), status(1000), status(207)],
        [500, 500, 500, 207].map(|code| { StatusCode::from_u16(code).unwrap() })
    );
    let reply = CannedReply {
        status: 200,
        headers: vec![
            ("content-length".into(), "7".into()),
            ("bad name".into(), "x".into()),
            ("x-a".into(), "é\n".into()),
        ],
        body: "ok".into(),
    };
    assert!(
        instead(&Fault::Reply(reply), now())
            .unwrap()
            .headers
            .is_empty()
    );
    let text = after(
        &Fault::TruncatedJson,
        None,
        Reply::empty(StatusCode::NO_CONTENT),
        now(),
    );
    assert!(text.body.is_empty());
}
