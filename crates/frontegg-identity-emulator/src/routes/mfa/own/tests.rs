use serde_json::{Value, json};

use crate::routes::mfa::tests::{
    EMAIL, NUMBER, OWN_MFA, PASSWORD, browser, emulated, enrolled, other_than,
};
use crate::state::mfa_rules::Strategy;

#[test]
fn an_app_is_set_up_by_either_route() {
    for prefix in ["", "authenticator/"] {
        let emulated = emulated();
        let token = emulated.access_token();
        let verify = format!("{prefix}enroll/verify");
        emulated
            .own_step(&token, &verify, json!({ "token": "123456" }))
            .is_refused(400, "MFA enrollment was not started", None);
        let start = emulated.own_step(&token, &format!("{prefix}enroll"), Value::Null);
        assert!(start.text("qrCode").starts_with("data:image/png;base64,"));
        let code = emulated.app_code(start.text("secret"));
        emulated
            .own_step(&token, &verify, json!({ "token": other_than(&code) }))
            .is_refused(400, "Invalid MFA code", None);
        let first = emulated.own_step(&token, &verify, json!({ "token": code }));
        assert_eq!(first.text("recoveryCode").len(), 8);

        let start = emulated.own_step(&token, &format!("{prefix}enroll"), Value::Null);
        let code = emulated.app_code(start.text("secret"));
        let second = emulated.own_step(&token, &verify, json!({ "token": code }));
        assert_eq!((second.status, second.body), (200, json!({})));
        assert_eq!(emulated.factors(), 2);
    }
}

#[test]
fn a_phone_is_set_up_once() {
    let emulated = emulated();
    let token = emulated.access_token();
    for expected in [true, false] {
        let start = emulated.own_step(&token, "sms/enroll", json!({ "phoneNumber": NUMBER }));
        assert_eq!(start.text("phoneNumber"), NUMBER);
        let code = emulated.sent_code(NUMBER);
        let body = |code: &str| json!({ "otcToken": start.text("otcToken"), "code": code });
        emulated
            .own_step(&token, "sms/enroll/verify", body(other_than(&code)))
            .is_refused(400, "Invalid MFA code", None);
        let done = emulated.own_step(&token, "sms/enroll/verify", body(&code));
        assert_eq!(done.body.get("recoveryCode").is_some(), expected);
        assert_eq!(emulated.factors(), 1);
    }
}

#[test]
fn a_key_is_set_up_if_its_kind_is_active() {
    let emulated = emulated();
    let token = emulated.access_token();
    let mut key = browser();
    let enrol = |key: &mut crate::devices::SoftwareAuthenticator, kind: &str| {
        let asked = emulated.own_step(&token, "webauthn/enroll", Value::Null);
        let made = key.register(&asked.body["options"]).unwrap();
        let body = json!({ "webauthnToken": asked.text("webauthnToken"), "deviceType": kind, "options": made });
        emulated.own_step(&token, "webauthn/enroll/verify", body)
    };
    emulated.activate(&[Strategy::WebAuthnPlatform]);
    enrol(&mut browser(), "CrossPlatform").is_refused(400, "MFA strategy is not active", None);
    assert!(enrol(&mut key, "Platform").body["recoveryCode"].is_string());
    let asked = emulated.own_step(&token, "webauthn/enroll", Value::Null);
    let excluded = &asked.body["options"]["excludeCredentials"];
    assert_eq!(excluded.as_array().map(Vec::len), Some(1));
    assert!(key.register(&asked.body["options"]).is_err());
    emulated.activate(&[]);
    emulated
        .own_step(&token, "webauthn/enroll", Value::Null)
        .is_refused(400, "MFA strategy is not active", None);
}

#[test]
fn the_environment_sets_up_for_a_user() {
    let emulated = emulated();
    let tenant = emulated.state(|state| {
        let user = state.users.get("u-1").unwrap();
        user.memberships[0].tenant_id.clone()
    });
    let step = |path: &str, body: Value| {
        let sending = emulated.post(&format!("{OWN_MFA}/{path}"), body);
        sending.vendor().tenant(&tenant)
    };
    let start = step("enroll", Value::Null)
        .header("frontegg-user-id", "u-1")
        .send();
    let body = json!({ "token": emulated.app_code(start.text("secret")) });
    let done = step("enroll/verify", body)
        .header("frontegg-user-id", "u-1")
        .send();
    assert!(done.body["recoveryCode"].is_string());
    step("enroll", Value::Null)
        .header("frontegg-user-id", "u-9")
        .send()
        .is_refused(404, "User not found", None);
    step("enroll", Value::Null)
        .send()
        .is_refused(403, "User ID is not specified", None);
}

#[test]
fn nobody_sets_up_without_a_token() {
    let emulated = emulated();
    let answer = emulated
        .post(&format!("{OWN_MFA}/enroll"), Value::Null)
        .send();
    answer.is_refused(401, "Unauthorized", None);
}

#[test]
fn devices_are_listed() {
    let emulated = enrolled();
    let token = emulated.access_token();
    let list = emulated
        .get(&format!("{OWN_MFA}/devices"))
        .bearer(&token)
        .send();
    assert_eq!(
        list.body,
        json!({
            "authenticators": [{ "id": "d-1" }],
            "phones": [{ "id": "d-2", "phoneNumber": "+1********99" }],
            "webauthn": [],
            "emails": [{ "email": EMAIL }],
        })
    );
    assert!(emulated.log_in(EMAIL, PASSWORD).body["mfaToken"].is_string());
}

#[test]
fn the_environment_sees_no_devices() {
    let emulated = enrolled();
    let claims = emulated
        .service
        .keys
        .verify(&emulated.access_token(), emulated.service.clock.now());
    let claims = claims.expect("a token of this service");
    let text = |name: &str| claims[name].as_str().unwrap().to_owned();
    let answer = emulated
        .get(&format!("{OWN_MFA}/devices"))
        .vendor()
        .tenant(&text("tenantId"))
        .header("frontegg-user-id", &text("sub"))
        .send();
    answer.is_refused(401, "Unauthorized", None);
}
