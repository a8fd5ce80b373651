use chrono::DateTime;
use serde_json::json;

use super::*;

fn answer(body: &Value) -> Answer {
    let received = Received {
        at: DateTime::UNIX_EPOCH,
        skew: TimeDelta::zero(),
    };
    read(body, &received)
}

fn name(answer: &Answer) -> &'static str {
    match answer {
        Answer::Complete(_) => "complete",
        Answer::Challenge(_) => "challenge",
        Answer::Enrolment(_) => "enrolment",
        Answer::PasswordExpired { .. } => "expired",
        Answer::PasswordBreached { .. } => "breached",
        Answer::Nothing => "nothing",
    }
}

#[test]
fn members_are_asked_in_order() {
    for (body, expected) in [
        (
            json!({"accessToken": "a", "mfaRequired": false}),
            "complete",
        ),
        (json!({"accessToken": "a"}), "complete"),
        (json!({"mfaRequired": true, "mfaToken": "m"}), "challenge"),
        (
            json!({"mfaRequired": true, "mfaToken": "m", "accessToken": "a"}),
            "challenge",
        ),
        (
            json!({"mfaRequired": true, "mfaToken": "m", "mfaEnrolled": false}),
            "enrolment",
        ),
        (
            json!({"mfaRequired": true, "mfaToken": "m", "mfaEnrolled": null}),
            "enrolment",
        ),
        (
            json!({"mfaRequired": true, "mfaToken": "m", "mfaEnrolled": false, "mfaDevices": {"emails": [{"email": "a@b.c"}]}}),
            "challenge",
        ),
        (
            json!({"mfaRequired": true, "mfaToken": "m", "resetPasswordToken": "t", "userId": "u"}),
            "challenge",
        ),
        (
            json!({"resetPasswordToken": "t", "userId": "u", "accessToken": "a"}),
            "expired",
        ),
        (
            json!({"isBreachedPassword": true, "userId": "u"}),
            "breached",
        ),
        (
            json!({"isBreachedPassword": true, "accessToken": "a"}),
            "complete",
        ),
        (json!({"mfaRequired": true}), "nothing"),
        (json!({"accessToken": ""}), "nothing"),
        (json!({}), "nothing"),
        (json!(null), "nothing"),
        (json!([1]), "nothing"),
    ] {
        assert_eq!(name(&answer(&body)), expected, "{body}");
    }
}

#[test]
fn a_challenge_knows_its_devices_and_survives_odd_ones() {
    let body = json!({
        "mfaRequired": true, "mfaToken": "m", "userEmail": "a@b.c", "isBreachedPassword": true,
        "mfaDevices": {
            "authenticators": [{"id": "d1"}, {"id": 5}, null, {}],
            "phones": [{"id": "d2", "phoneNumber": "+1******99"}],
            "webauthn": [{"id": "d3", "deviceType": "Ring", "name": "Mine"}],
        },
    });
    let Answer::Challenge(challenge) = answer(&body) else {
        panic!("no challenge");
    };
    assert_eq!(challenge.devices.authenticators.len(), 1);
    assert_eq!(
        challenge.devices.phones[0].number.as_deref(),
        Some("+1******99")
    );
    assert_eq!(challenge.devices.webauthn[0].kind, Some("Ring".into()));
    assert!(challenge.devices.emails.is_empty());
    assert_eq!(challenge.held.user.email.as_deref(), Some("a@b.c"));
    assert!(challenge.held.is_breached);
}

#[test]
fn a_factor_may_be_set_up_beside_a_code_by_mail_by_who_has_none() {
    let open = |enrolled: Option<Value>, emails: Value| {
        let mut body = json!({
            "mfaRequired": true, "mfaToken": "m", "mfaStrategies": ["SMS"],
            "mfaDevices": {"emails": emails},
        });
        if let Some(enrolled) = enrolled {
            body["mfaEnrolled"] = enrolled;
        }
        match answer(&body) {
            Answer::Challenge(challenge) => challenge.open.map(|open| open.strategies),
            other => panic!("{}", name(&other)),
        }
    };
    let address = json!([{"email": "a@b.c"}]);
    let sms = Some(vec![MfaStrategy::Sms]);
    assert_eq!(open(Some(json!(false)), address.clone()), sms);
    assert_eq!(open(Some(json!(null)), address.clone()), sms);
    assert_eq!(open(Some(json!(true)), address.clone()), None);
    assert_eq!(open(None, address), None);
    assert_eq!(open(None, json!([])), None);
}

#[test]
fn a_step_up_asks_for_a_second_factor_without_saying_so() {
    let received = Received {
        at: DateTime::UNIX_EPOCH,
        skew: TimeDelta::zero(),
    };
    for (body, expected) in [
        (json!({"mfaToken": "m"}), "challenge"),
        (
            json!({"mfaToken": "m", "mfaRequired": false, "accessToken": "a"}),
            "challenge",
        ),
        (json!({"mfaToken": "m", "mfaEnrolled": false}), "enrolment"),
        (json!({"mfaToken": "", "accessToken": "a"}), "complete"),
        (json!({"accessToken": "a"}), "complete"),
        (json!({}), "nothing"),
    ] {
        assert_eq!(name(&read_step_up(&body, &received)), expected, "{body}");
    }
}

#[test]
fn strategies_are_open_and_may_be_missing() {
    let enrolment = |strategies: Value| {
        let body = json!({"mfaRequired": true, "mfaToken": "m", "mfaEnrolled": false, "mfaStrategies": strategies});
        match answer(&body) {
            Answer::Enrolment(enrolling) => enrolling.open.strategies,
            other => panic!("{}", name(&other)),
        }
    };
    assert_eq!(
        enrolment(json!(["SMS", "Telepathy", 5])),
        [MfaStrategy::Sms, MfaStrategy::from("Telepathy")]
    );
    for none in [json!(null), json!({}), json!("SMS")] {
        assert!(enrolment(none).is_empty());
    }
}

#[test]
fn a_password_that_runs_out_soon_is_told_of() {
    let left = |left: Value, warning: Value| {
        let body =
            json!({"accessToken": "a", "passwordExpiresIn": left, "notificationPeriod": warning});
        match answer(&body) {
            Answer::Complete(complete) => complete.password_expires_in,
            other => panic!("{}", name(&other)),
        }
    };
    assert_eq!(left(json!(10_080), json!(10_080)), Some(TimeDelta::days(7)));
    assert_eq!(left(json!(10_081), json!(10_080)), None);
    assert_eq!(
        left(json!("60"), json!(10_080.0)),
        Some(TimeDelta::hours(1))
    );
    assert_eq!(left(json!(null), json!(10_080)), None);
    assert!(left(json!(1e300), json!(1e300)).is_some());
}

#[test]
fn s32_debug_shows_no_secret() {
    for body in [
        json!({"accessToken": "S3NTINEL", "refreshToken": "S3NTINEL", "recoveryCode": "S3NTINEL"}),
        json!({"mfaRequired": true, "mfaToken": "S3NTINEL"}),
        json!({
            "mfaRequired": true, "mfaToken": "S3NTINEL", "mfaEnrolled": false,
            "qrCode": "S3NTINEL", "secret": "S3NTINEL", "recoveryCode": "S3NTINEL",
        }),
        json!({"resetPasswordToken": "S3NTINEL", "userId": "u", "recoveryCode": "S3NTINEL"}),
    ] {
        let answer = answer(&body);
        assert!(!format!("{answer:?} {answer:#?}").contains("S3NTINEL"));
    }
}
