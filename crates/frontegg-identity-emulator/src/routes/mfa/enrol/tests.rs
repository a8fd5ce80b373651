use serde_json::{Value, json};

use crate::routes::mfa::tests::{NUMBER, SECRET, browser, emulated, enrolled, other_than, with};
use crate::state::mfa_rules::Strategy;
use crate::testing::{Answer, Emulated};

fn forced() -> Emulated {
    let emulated = emulated();
    emulated.state(|state| state.mfa.force());
    emulated
}

/// A login with a first factor that carries a recovery code.
fn is_done(emulated: &Emulated, answer: &Answer) {
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert!(answer.body["accessToken"].is_string());
    assert!(answer.set_cookie("fe_refresh_").is_some());
    let code = answer.text("recoveryCode").to_owned();
    emulated.state(|state| {
        let factors = &state.users.get("u-1").unwrap().factors;
        assert_eq!(
            (factors.count(), factors.recovery_code.as_ref()),
            (1, Some(&code))
        );
    });
    assert_eq!(emulated.challenged().body["mfaEnrolled"], true);
}

#[test]
fn an_app_is_set_up_from_the_answer_of_the_login() {
    let emulated = forced();
    let login = emulated.challenged();
    let value = emulated.app_code(login.text("secret"));
    let body = json!({ "mfaToken": login.text("mfaToken"), "token": value });
    let answer = emulated.login_step("authenticator/enroll/verify", body);
    assert_eq!(answer.text("recoveryCode"), login.text("recoveryCode"));
    is_done(&emulated, &answer);
}

#[test]
fn an_app_is_set_up_step_by_step() {
    let emulated = with(|settings| settings.enrolment_in_login = false);
    emulated.state(|state| state.mfa.force());
    let login = emulated.challenged();
    for absent in ["qrCode", "secret", "recoveryCode"] {
        assert!(login.body.get(absent).is_none(), "{absent}");
    }
    let token = login.text("mfaToken");
    let early = json!({ "mfaToken": token, "token": "123456" });
    emulated
        .login_step("authenticator/enroll/verify", early)
        .is_refused(400, "MFA enrollment was not started", None);
    let start = || emulated.login_step("authenticator/enroll", json!({ "mfaToken": token }));
    let started = start();
    assert!(started.text("qrCode").starts_with("data:image/png;base64,"));
    assert_eq!(start().text("secret"), started.text("secret"));
    let code = emulated.app_code(started.text("secret"));
    let body = |code: &str| json!({ "mfaToken": token, "token": code });
    emulated
        .login_step("authenticator/enroll/verify", body(other_than(&code)))
        .is_refused(400, "Invalid MFA code", None);
    let answer = emulated.login_step("authenticator/enroll/verify", body(&code));
    is_done(&emulated, &answer);
    // The code has counted.
    let body = json!({ "mfaToken": emulated.token(), "value": code });
    emulated
        .login_step("verify", body)
        .is_refused(400, "Invalid MFA code", None);
}

#[test]
fn a_phone_is_set_up() {
    let emulated = forced();
    let token = emulated.token();
    let body = json!({ "mfaToken": token, "phoneNumber": NUMBER });
    let start = emulated.login_step("sms/enroll", body);
    assert_eq!(start.text("phoneNumber"), NUMBER);
    let code = emulated.sent_code(NUMBER);
    let body =
        |code: &str| json!({ "mfaToken": token, "otcToken": start.text("otcToken"), "code": code });
    emulated
        .login_step("sms/enroll/verify", body(other_than(&code)))
        .is_refused(400, "Invalid MFA code", None);
    let answer = emulated.login_step("sms/enroll/verify", body(&code));
    is_done(&emulated, &answer);
}

#[test]
fn a_key_is_set_up() {
    let emulated = forced();
    let token = emulated.token();
    let asked = emulated.login_step("webauthn/enroll", json!({ "mfaToken": token }));
    let key = browser().register(&asked.body["options"]).unwrap();
    let body = |question: &str| json!({ "mfaToken": token, "webauthnToken": question, "deviceType": "Platform", "options": key });
    emulated
        .login_step("webauthn/enroll/verify", body("invented"))
        .is_refused(400, "Invalid MFA code", None);
    let body = body(asked.text("webauthnToken"));
    let answer = emulated.login_step("webauthn/enroll/verify", body);
    is_done(&emulated, &answer);
}

#[test]
fn whoever_has_a_factor_shows_it_instead() {
    let emulated = enrolled();
    let token = emulated.token();
    let refused = |path: &str, more: Value| {
        let mut body = json!({ "mfaToken": token });
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let answer = emulated.login_step(path, body);
        answer.is_refused(400, "MFA is already enrolled", None);
    };
    refused("authenticator/enroll", json!({}));
    refused("sms/enroll", json!({ "phoneNumber": NUMBER }));
    refused("webauthn/enroll", json!({}));
    refused(
        "authenticator/enroll/verify",
        json!({ "token": emulated.app_code(SECRET) }),
    );
}

#[test]
fn of_two_logins_that_enrol_only_the_first_may() {
    let emulated = forced();
    let (first, second) = (emulated.challenged(), emulated.challenged());
    let enrol = |login: &Answer| {
        let code = emulated.app_code(login.text("secret"));
        let body = json!({ "mfaToken": login.text("mfaToken"), "token": code });
        emulated.login_step("authenticator/enroll/verify", body)
    };
    assert_eq!(enrol(&first).status, 201);
    enrol(&second).is_refused(400, "MFA is already enrolled", None);
}

#[test]
fn what_is_not_active_is_not_set_up() {
    let emulated = forced();
    let token = emulated.token();
    emulated.activate(&[Strategy::EmailCode]);
    for (path, body) in [
        ("authenticator/enroll", json!({ "mfaToken": token })),
        (
            "sms/enroll",
            json!({ "mfaToken": token, "phoneNumber": NUMBER }),
        ),
        ("webauthn/enroll", json!({ "mfaToken": token })),
    ] {
        emulated
            .login_step(path, body)
            .is_refused(400, "MFA strategy is not active", None);
    }
}
