use proptest::prelude::*;
use serde_json::json;

use super::*;

fn time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn received() -> Received {
    Received {
        at: time("2026-10-21T07:00:00Z"),
        skew: TimeDelta::zero(),
    }
}

fn jwt(claims: &Value) -> String {
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    format!("{}.{}.c2ln", part(&json!({"alg": "RS256"})), part(claims))
}

fn read(seconds: Option<Value>, date: Option<Value>, token: &str) -> Expiry {
    let said = Said {
        seconds: seconds.as_ref(),
        date: date.as_ref(),
        token,
    };
    expiry(&said, &received())
}

#[test]
fn d1_seconds_come_in_every_form_and_what_cannot_be_read_is_passed_over() {
    let by_token = time("2026-10-21T09:00:00Z");
    let by_date = time("2026-10-21T10:00:00Z");
    let token = jwt(&json!({ "exp": by_token.timestamp() }));
    let date = json!("2026-10-21T10:00:00Z");
    for hour in [json!(3600), json!("3600"), json!(3600.0)] {
        let expiry = read(Some(hour), Some(date.clone()), &token);
        assert_eq!(expiry.at, Some(time("2026-10-21T08:00:00Z")));
        assert!(!expiry.is_doubtful);
    }
    let expiry = read(Some(json!("3600.5")), None, &token);
    assert_eq!(expiry.at, Some(time("2026-10-21T08:00:00.500Z")));
    for nothing in [Some(json!(null)), None, Some(json!(""))] {
        let expiry = read(nothing.clone(), Some(date.clone()), &token);
        assert_eq!(
            expiry,
            Expiry {
                at: Some(by_token),
                is_doubtful: false
            }
        );
        let expiry = read(nothing, Some(date.clone()), "opaque");
        assert_eq!(expiry.at, Some(by_date));
    }
    let expiry = read(Some(json!("soon")), Some(date), &token);
    assert_eq!(
        expiry,
        Expiry {
            at: Some(by_token),
            is_doubtful: true
        }
    );
}

#[test]
fn d2_one_instant_in_every_form() {
    let instant_of = |value: Value| read(None, Some(value), "opaque").at;
    for form in [
        json!("2026-10-21T07:28:00Z"),
        json!("2026-10-21T09:28:00+02:00"),
        json!("2026-10-21T07:28:00"),
        json!("2026-10-21 07:28:00"),
        json!("2026-10-21T07:28:00.000Z"),
        json!("Wed, 21 Oct 2026 07:28:00 GMT"),
        json!("Fri, 21 Oct 2026 07:28:00 GMT"),
        json!(1_792_567_680),
        json!("1792567680"),
        json!(1_792_567_680_000_i64),
        json!("1792567680000"),
    ] {
        assert_eq!(
            instant_of(form.clone()),
            Some(time("2026-10-21T07:28:00Z")),
            "{form}"
        );
    }
    for nothing in [
        json!(""),
        json!(" "),
        json!(null),
        json!("later"),
        json!({}),
    ] {
        assert_eq!(instant_of(nothing), None);
    }
}

#[test]
fn s12_absurd_lives_neither_overflow_nor_end_early() {
    let at = |seconds: Value| read(Some(seconds), None, "opaque").at;
    let start = received().at;
    assert_eq!(at(json!(2_592_000)), Some(start + TimeDelta::days(30)));
    assert_eq!(at(json!(315_360_000)), Some(start + TimeDelta::days(3650)));
    assert_eq!(
        at(json!(2_147_483_648_i64)),
        Some(start + TimeDelta::seconds(2_147_483_648))
    );
    assert_eq!(at(json!(u64::MAX)), Some(DateTime::<Utc>::MAX_UTC));
    assert_eq!(at(json!(1e300)), Some(DateTime::<Utc>::MAX_UTC));
    assert_eq!(at(json!(-1)), Some(start));
}

#[test]
fn times_of_the_server_are_moved_to_our_clock() {
    let token = jwt(&json!({ "exp": time("2026-10-21T08:00:00Z").timestamp() }));
    let received = Received {
        skew: TimeDelta::minutes(-10),
        ..received()
    };
    let said = Said {
        token: &token,
        ..Said::default()
    };
    assert_eq!(
        expiry(&said, &received).at,
        Some(time("2026-10-21T07:50:00Z"))
    );
    let hour = json!(3600);
    let said = Said {
        seconds: Some(&hour),
        ..said
    };
    assert_eq!(
        expiry(&said, &received).at,
        Some(time("2026-10-21T08:00:00Z"))
    );
}

#[test]
fn an_exp_of_another_kind_is_none() {
    for exp in [
        json!("never"),
        json!(1e30),
        json!(-1),
        json!(null),
        json!([]),
    ] {
        assert_eq!(jwt_expiry(&jwt(&json!({ "exp": exp }))), None, "{exp}");
    }
    let half = jwt(&json!({ "exp": 1_700_000_000.5 }));
    assert_eq!(jwt_expiry(&half), Some(time("2023-11-14T22:13:20.500Z")));
    for token in ["", "a.b", "a.b.c", "..", "a.e30.c", "a.bnVsbA.c"] {
        assert_eq!(jwt_expiry(token), None, "{token}");
    }
}

proptest! {
    #[test]
    fn whatever_comes_gives_a_time_or_none(
        number in any::<f64>(), whole in any::<i64>(), text in ".{0,40}", token in ".{0,80}"
    ) {
        for value in [json!(number), json!(whole), json!(text)] {
            let expiry = read(Some(value.clone()), Some(value), &token);
            prop_assert!(expiry.at.is_none_or(|at| at <= DateTime::<Utc>::MAX_UTC));
        }
    }

    #[test]
    fn a_life_ends_that_much_later_and_never_before_it_began(seconds in 0_u32..) {
        let at = read(Some(json!(seconds)), None, "opaque").at;
        prop_assert_eq!(at, Some(received().at + TimeDelta::seconds(i64::from(seconds))));
        let negative = read(Some(json!(-i64::from(seconds))), None, "opaque").at;
        prop_assert_eq!(negative, Some(received().at));
    }

    #[test]
    fn every_instant_reads_the_same_in_every_form(seconds in 0_i64..20_000_000_000) {
        let time = DateTime::from_timestamp(seconds, 0).unwrap();
        let forms = [
            json!(time.to_rfc3339()),
            json!(time.format("%a, %d %b %Y %H:%M:%S GMT").to_string()),
            json!(time.format("%Y-%m-%dT%H:%M:%S").to_string()),
        ];
        for form in forms {
            prop_assert_eq!(read(None, Some(form), "opaque").at, Some(time));
        }
    }
}
