use serde_json::{Value, json};

use crate::routes::mfa::tests::{
    EMAIL, LOGIN_MFA, NUMBER, OWN_MFA, PASSWORD, SECRET, browser, emulated, enrolled, other_than,
};
use crate::testing::{Answer, Emulated};

/// Takes the phone away, so that the app `d-1` is the only factor.
fn only_app() -> (Emulated, String) {
    let emulated = enrolled();
    emulated.state(|state| state.users.get_mut("u-1").unwrap().factors.phones.clear());
    let token = emulated.access_token();
    emulated.minutes(1);
    (emulated, token)
}

fn is_off(emulated: &Emulated, answer: &Answer) {
    assert_eq!((answer.status, &answer.body), (200, &Value::Null));
    assert_eq!(emulated.factors(), 0);
    assert!(emulated.log_in(EMAIL, PASSWORD).body["accessToken"].is_string());
}

#[test]
fn the_last_app_goes_with_its_code_or_the_recovery_code() {
    for path in ["disable", "authenticator/d-1/disable/verify"] {
        for by_recovery_code in [false, true] {
            let (emulated, token) = only_app();
            let code = emulated.app_code(SECRET);
            for wrong in [json!({}), json!({ "token": other_than(&code) })] {
                emulated
                    .own_step(&token, path, wrong)
                    .is_refused(400, "Invalid MFA code", None);
            }
            let code = if by_recovery_code { "abcd2345" } else { &code };
            let answer = emulated.own_step(&token, path, json!({ "token": code }));
            is_off(&emulated, &answer);
            emulated
                .own_step(&token, path, json!({ "token": code }))
                .is_refused(400, "MFA is not enrolled", Some("ER-01097"));
        }
    }
}

#[test]
fn one_of_several_factors_goes_without_a_code_but_not_with_a_wrong_one() {
    let emulated = enrolled();
    let token = emulated.access_token();
    let path = "authenticator/d-1/disable/verify";
    emulated
        .own_step(&token, path, json!({ "token": "nonsense" }))
        .is_refused(400, "Invalid MFA code", None);
    emulated
        .own_step(&token, "authenticator/d-9/disable/verify", json!({}))
        .is_refused(404, "MFA device not found", None);
    assert_eq!(emulated.own_step(&token, path, json!({})).status, 200);
    assert_eq!(emulated.factors(), 1);
    emulated.own_step(&token, "disable", json!({})).is_refused(
        400,
        "MFA is not enrolled",
        Some("ER-01097"),
    );
}

#[test]
fn the_last_phone_goes_with_a_code() {
    let emulated = enrolled();
    let token = emulated.access_token();
    emulated.own_step(&token, "disable", json!({}));
    let start = emulated.own_step(&token, "sms/d-2/disable", json!({}));
    assert_eq!(start.text("phoneNumber"), "+1********99");
    let code = emulated.sent_code(NUMBER);
    let path = "sms/d-2/disable/verify";
    let body = |code: &str| json!({ "otcToken": start.text("otcToken"), "code": code });
    for wrong in [json!({}), body(other_than(&code))] {
        emulated
            .own_step(&token, path, wrong)
            .is_refused(400, "Invalid MFA code", None);
    }
    let answer = emulated.own_step(&token, path, body(&code));
    is_off(&emulated, &answer);
}

#[test]
fn a_phone_among_others_goes_as_it_is() {
    let emulated = enrolled();
    let token = emulated.access_token();
    emulated
        .own_step(&token, "sms/d-9/disable", json!({}))
        .is_refused(404, "MFA device not found", None);
    let answer = emulated.own_step(&token, "sms/d-2/disable/verify", json!({}));
    assert_eq!((answer.status, emulated.factors()), (200, 1));
}

#[test]
fn the_last_key_goes_with_its_answer() {
    let emulated = emulated();
    let token = emulated.access_token();
    let asked = emulated.own_step(&token, "webauthn/enroll", Value::Null);
    let mut key = browser();
    let made = key.register(&asked.body["options"]).unwrap();
    let body = json!({ "webauthnToken": asked.text("webauthnToken"), "deviceType": "Platform", "options": made });
    emulated.own_step(&token, "webauthn/enroll/verify", body);
    let id = emulated.state(|state| state.users.get("u-1").unwrap().factors.keys[0].id.clone());
    let path = format!("webauthn/{id}/disable/verify");
    emulated
        .own_step(&token, &path, json!({}))
        .is_refused(400, "Invalid MFA code", None);
    let asked = emulated.own_step(&token, &format!("webauthn/{id}/disable"), Value::Null);
    let answer = key.assert(&asked.body["options"]).unwrap();
    let body = json!({ "webauthnToken": asked.text("webauthnToken"), "options": answer });
    let answer = emulated.own_step(&token, &path, body);
    is_off(&emulated, &answer);
    emulated.own_step(&token, &path, json!({})).is_refused(
        400,
        "MFA is not enrolled",
        Some("ER-01097"),
    );
}

#[test]
fn the_environment_disables_all_without_a_code() {
    let emulated = enrolled();
    let tenant = emulated.state(|state| {
        let user = state.users.get("u-1").unwrap();
        user.memberships[0].tenant_id.clone()
    });
    let disable = || {
        let sending = emulated.post(&format!("{OWN_MFA}/disable"), json!({}));
        sending
            .vendor()
            .tenant(&tenant)
            .header("frontegg-user-id", "u-1")
            .send()
    };
    is_off(&emulated, &disable());
    disable().is_refused(400, "MFA is not enrolled", Some("ER-01097"));
}

#[test]
fn the_environment_unenrols_a_user() {
    let emulated = enrolled();
    let unenrol = |id: &str| {
        let path = format!("/identity/resources/vendor-only/users/v1/{id}/mfa/unenroll");
        emulated.post(&path, Value::Null)
    };
    let token = emulated.access_token();
    assert_eq!(unenrol("u-1").bearer(&token).send().status, 404);
    assert_eq!(emulated.factors(), 2);
    is_off(&emulated, &unenrol("u-1").vendor().send());
    unenrol("u-1")
        .vendor()
        .send()
        .is_refused(400, "MFA is not enrolled", Some("ER-01097"));
    unenrol("u-9")
        .vendor()
        .send()
        .is_refused(404, "User not found", None);
}

#[test]
fn the_recovery_code_disables_all_and_gives_no_tokens() {
    let emulated = enrolled();
    let waiting = emulated.token();
    let recover = |email: &str, code: &str| {
        let body = json!({ "email": email, "recoveryCode": code });
        emulated.post(&format!("{LOGIN_MFA}/recover"), body).send()
    };
    let text = "Invalid recovery code";
    recover(EMAIL, "ABCD2346").is_refused(400, text, None);
    recover("bea@example.com", "ABCD2345").is_refused(400, text, None);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = true);
    recover(EMAIL, "ABCD2345").is_refused(423, "Your account is locked", None);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = false);
    is_off(&emulated, &recover(EMAIL, " abcd2345 "));
    recover(EMAIL, "ABCD2345").is_refused(400, text, None);
    let body = json!({ "mfaToken": waiting, "value": emulated.app_code(SECRET) });
    emulated
        .login_step("verify", body)
        .is_refused(401, "MFA token is not valid", None);
}

#[test]
fn a_device_is_not_remembered_beyond_the_factors() {
    let emulated = enrolled();
    emulated.state(|state| state.mfa.force());
    let body = json!({ "mfaToken": emulated.token(), "value": emulated.app_code(SECRET), "rememberDevice": true });
    let answer = emulated.login_step("verify", body);
    let (name, device, _) = answer.set_cookie("fe_device_").unwrap();
    let log_in = || {
        let body = json!({ "email": EMAIL, "password": PASSWORD });
        let sending = emulated.post("/identity/resources/auth/v1/user", body);
        sending.cookie(name, device).send().body["mfaRequired"].clone()
    };
    assert_eq!(log_in(), false);
    let body = json!({ "email": EMAIL, "recoveryCode": "ABCD2345" });
    assert_eq!(emulated.login_step("recover", body).status, 200);
    assert_eq!(log_in(), true);
}
