use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::devices::AuthenticatorFault;
use crate::routes::mfa::tests::{
    EMAIL, NUMBER, PASSWORD, SECRET, browser, emulated, enrolled, enrolled_with, other_than,
};
use crate::settings::ErrorForm;
use crate::state::mfa_rules::Strategy;
use crate::testing::Emulated;

#[test]
fn a_code_of_the_app_ends_the_challenge() {
    for path in ["verify", "authenticator/d-1/verify"] {
        let emulated = enrolled();
        let token = emulated.token();
        let value = format!(" {} ", emulated.app_code(SECRET));
        let answer = emulated.login_step(path, json!({ "mfaToken": token, "value": value }));
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(answer.body["mfaRequired"], false);
        assert!(answer.set_cookie("fe_refresh_").is_some());
        let claims = emulated.claims(&answer);
        assert_eq!(claims["amr"], json!(["pwd", "otp", "mfa"]));
        assert!(claims["acr"].is_string());
        let again = emulated.login_step(path, json!({ "mfaToken": token, "value": value }));
        again.is_refused(401, "MFA token is not valid", None);
    }
}

#[test]
fn an_invitation_that_comes_with_the_code_leads_into_its_tenant() {
    let emulated = enrolled();
    let token = emulated.token();
    let verify = |invitation: &str| {
        let value = emulated.app_code(SECRET);
        let body = json!({ "mfaToken": token, "value": value, "invitationToken": invitation });
        emulated.login_step("verify", body)
    };
    // Neither the code nor the challenge is spent on it.
    verify("nonsense").is_refused(400, "Invitation token is not valid", None);
    let path = "/identity/resources/tenants/invites/v1";
    emulated.state(|state| {
        let new = crate::state::NewTenant::new("Other").id("t-other");
        state.seed_tenant(new, chrono::DateTime::UNIX_EPOCH)
    });
    let body = json!({ "tenantId": "t-other" });
    let invitation = emulated.post(path, body).vendor().send();
    let answer = verify(invitation.text("token"));
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-other");
}

#[test]
fn a_code_counts_once() {
    let emulated = enrolled();
    let value = emulated.app_code(SECRET);
    let verify = |value: &str| {
        let body = json!({ "mfaToken": emulated.token(), "value": value });
        emulated.login_step("verify", body)
    };
    assert_eq!(verify(&value).status, 201);
    verify(&value).is_refused(400, "Invalid MFA code", None);
    emulated.minutes(1);
    assert_eq!(verify(&emulated.app_code(SECRET)).status, 201);
}

#[test]
fn a_wrong_code_leaves_the_challenge_as_it_is() {
    let emulated = enrolled();
    let token = emulated.token();
    let value = emulated.app_code(SECRET);
    for _ in 0..20 {
        let body = json!({ "mfaToken": token, "value": other_than(&value) });
        let answer = emulated.login_step("verify", body);
        answer.is_refused(400, "Invalid MFA code", None);
    }
    let answer = emulated.login_step("verify", json!({ "mfaToken": token, "value": value }));
    assert_eq!(answer.status, 201);
}

#[test]
fn too_many_wrong_codes_end_the_challenge() {
    let emulated = enrolled_with(|settings| {
        settings.mfa_attempts = Some(2);
        settings.too_many_mfa_codes = ErrorForm {
            code: Some("ER-99".to_owned()),
            ..ErrorForm::new(429, "Enough")
        };
    });
    let token = emulated.token();
    let value = emulated.app_code(SECRET);
    let wrong = || json!({ "mfaToken": token, "value": other_than(&value) });
    emulated
        .login_step("verify", wrong())
        .is_refused(400, "Invalid MFA code", None);
    emulated
        .login_step("verify", wrong())
        .is_refused(429, "Enough", Some("ER-99"));
    let right = json!({ "mfaToken": token, "value": value });
    emulated
        .login_step("verify", right)
        .is_refused(401, "MFA token is not valid", None);
}

#[test]
fn a_lock_ends_the_challenge() {
    let emulated = enrolled();
    let token = emulated.token();
    let lock = |is_locked| {
        emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = is_locked);
    };
    let body = || json!({ "mfaToken": token, "value": emulated.app_code(SECRET) });
    lock(true);
    emulated
        .login_step("verify", body())
        .is_refused(423, "Your account is locked", None);
    lock(false);
    emulated
        .login_step("verify", body())
        .is_refused(401, "MFA token is not valid", None);
}

#[test]
fn a_challenge_ends_with_time_or_with_its_user() {
    let emulated = enrolled();
    let token = emulated.token();
    emulated.minutes(10);
    let body = |token: &str| json!({ "mfaToken": token, "value": emulated.app_code(SECRET) });
    emulated
        .login_step("verify", body(&token))
        .is_refused(401, "MFA token is not valid", None);
    let token = emulated.token();
    emulated.state(|state| state.remove_user("u-1"));
    emulated
        .login_step("verify", body(&token))
        .is_refused(401, "MFA token is not valid", None);
    emulated
        .login_step("verify", body("invented"))
        .is_refused(401, "MFA token is not valid", None);
}

#[test]
fn devices_have_to_be_there() {
    let emulated = enrolled();
    let token = emulated.token();
    let text = "MFA device not found";
    let value = emulated.app_code(SECRET);
    emulated
        .login_step(
            "authenticator/d-9/verify",
            json!({ "mfaToken": token, "value": value }),
        )
        .is_refused(404, text, None);
    for path in ["sms/d-9", "webauthn/d-9"] {
        emulated
            .login_step(path, json!({ "mfaToken": token }))
            .is_refused(404, text, None);
    }
    emulated.state(|state| {
        let user = state.users.get_mut("u-1").unwrap();
        user.factors.authenticators.clear();
    });
    emulated
        .login_step("verify", json!({ "mfaToken": token, "value": value }))
        .is_refused(400, "MFA is not enrolled", Some("ER-01097"));
}

#[test]
fn a_code_by_sms_ends_the_challenge() {
    let emulated = enrolled();
    let token = emulated.token();
    let start = emulated.login_step("sms/d-2", json!({ "mfaToken": token }));
    assert_eq!(
        (start.status, start.text("phoneNumber")),
        (201, "+1********99")
    );
    let code = emulated.sent_code(NUMBER);
    let body =
        |code: &str| json!({ "mfaToken": token, "otcToken": start.text("otcToken"), "code": code });
    emulated
        .login_step("sms/d-2/verify", body(other_than(&code)))
        .is_refused(400, "Invalid MFA code", None);
    let answer = emulated.login_step("sms/d-2/verify", body(&code));
    assert_eq!(answer.status, 201);
    assert_eq!(
        emulated.claims(&answer)["amr"],
        json!(["pwd", "sms", "mfa"])
    );
}

#[test]
fn a_code_comes_too_late_or_from_another_user() {
    let emulated = enrolled();
    let token = emulated.token();
    let start = emulated.login_step("sms/d-2", json!({ "mfaToken": token }));
    let code = emulated.sent_code(NUMBER);
    let body = |token: &str| json!({ "mfaToken": token, "otcToken": start.text("otcToken"), "code": code });
    emulated.minutes(5);
    emulated
        .login_step("sms/d-2/verify", body(&token))
        .is_refused(400, "MFA code has expired", None);

    let foreign = emulated.state(|state| {
        let now = emulated.service.clock.now();
        let life = TimeDelta::minutes(5);
        let purpose = crate::state::codes::CodePurpose::Mfa;
        state.codes.make(purpose, "u-2", NUMBER, life, now)
    });
    let body = json!({ "mfaToken": token, "otcToken": foreign.0, "code": foreign.1 });
    emulated
        .login_step("sms/d-2/verify", body)
        .is_refused(400, "Invalid MFA code", None);
}

#[test]
fn a_code_by_mail_ends_the_challenge_while_that_is_active() {
    let emulated = emulated();
    emulated.state(|state| state.mfa.force());
    let token = emulated.token();
    let start = emulated.login_step("emailcode", json!({ "mfaToken": token }));
    let code = emulated.sent_code(EMAIL);
    let body =
        |code: &str| json!({ "mfaToken": token, "otcToken": start.text("otcToken"), "code": code });
    emulated
        .login_step("emailcode/verify", body(other_than(&code)))
        .is_refused(400, "Invalid MFA code", None);
    let answer = emulated.login_step("emailcode/verify", body(&code));
    assert!(answer.body["accessToken"].is_string() && answer.body.get("recoveryCode").is_none());
    assert_eq!(emulated.factors(), 0);

    emulated.activate(&[Strategy::Sms]);
    let token = emulated.token();
    emulated
        .login_step("emailcode", json!({ "mfaToken": token }))
        .is_refused(400, "MFA strategy is not active", None);
}

/// A user with a key, and the key with its device id.
fn with_key() -> (Emulated, crate::devices::SoftwareAuthenticator, String) {
    let emulated = emulated();
    let token = emulated.access_token();
    let asked = emulated.own_step(&token, "webauthn/enroll", Value::Null);
    let mut key = browser();
    let registered = key.register(&asked.body["options"]).unwrap();
    let body = json!({ "webauthnToken": asked.text("webauthnToken"), "deviceType": "CrossPlatform", "options": registered });
    emulated.own_step(&token, "webauthn/enroll/verify", body);
    let id = emulated.state(|state| state.users.get("u-1").unwrap().factors.keys[0].id.clone());
    (emulated, key, id)
}

#[test]
fn a_key_ends_the_challenge_again_and_again() {
    let (emulated, mut key, id) = with_key();
    for _ in 0..2 {
        let token = emulated.token();
        let asked = emulated.login_step(&format!("webauthn/{id}"), json!({ "mfaToken": token }));
        let answer = key.assert(&asked.body["options"]).unwrap();
        let body = json!({ "mfaToken": token, "webauthnToken": asked.text("webauthnToken"), "options": answer });
        let done = emulated.login_step(&format!("webauthn/{id}/verify"), body);
        assert_eq!(done.status, 201, "{}", done.body);
        assert_eq!(emulated.claims(&done)["amr"], json!(["pwd", "hwk", "mfa"]));
    }
}

#[test]
fn a_faulty_key_is_told_why_and_may_try_again() {
    let (emulated, mut key, id) = with_key();
    let token = emulated.token();
    let path = format!("webauthn/{id}");
    for (fault, cause) in [
        (
            AuthenticatorFault::WrongChallenge,
            "answer to another challenge",
        ),
        (
            AuthenticatorFault::WrongOrigin,
            "answer from another origin",
        ),
        (
            AuthenticatorFault::FlippedSignature,
            "signature does not fit",
        ),
    ] {
        let asked = emulated.login_step(&path, json!({ "mfaToken": token }));
        let answer = key
            .assert_with_fault(&asked.body["options"], fault)
            .unwrap();
        let body = json!({ "mfaToken": token, "webauthnToken": asked.text("webauthnToken"), "options": answer });
        let refused = emulated.login_step(&format!("{path}/verify"), body.clone());
        refused.is_refused(400, "Invalid MFA code", None);
        assert_eq!(refused.body["context"]["cause"], cause);
        // The question has had its answer.
        let again = emulated.login_step(&format!("{path}/verify"), body);
        assert!(again.status == 400 && again.body.get("context").is_none());
    }
}

#[test]
fn a_remembered_device_is_not_asked_for_some_time() {
    let emulated = enrolled();
    let token = emulated.token();
    let body =
        json!({ "mfaToken": token, "value": emulated.app_code(SECRET), "rememberDevice": true });
    let answer = emulated.login_step("verify", body);
    let (name, device, _) = answer.set_cookie("fe_device_").unwrap();
    let log_in = |email: &str| {
        let body = json!({ "email": email, "password": PASSWORD });
        let sending = emulated.post("/identity/resources/auth/v1/user", body);
        sending.cookie(name, device).send().body["mfaRequired"].clone()
    };
    assert_eq!(log_in(EMAIL), false);
    emulated.service.clock.advance(TimeDelta::days(14));
    assert_eq!(log_in(EMAIL), true);
}

#[test]
fn a_device_is_remembered_only_on_demand_and_by_leave() {
    let emulated = enrolled();
    let log_in = |remember: bool| {
        emulated.minutes(1);
        let body = json!({ "email": EMAIL, "password": PASSWORD });
        let name = format!(
            "fe_device_{}",
            emulated.service.settings().client_id.replacen('-', "", 1)
        );
        let sending = emulated.post("/identity/resources/auth/v1/user", body);
        let login = sending.cookie(&name, "device-1").send();
        if login.body["mfaRequired"] == true {
            let value = emulated.app_code(SECRET);
            let body = json!({ "mfaToken": login.text("mfaToken"), "value": value, "rememberDevice": remember });
            let path = "/identity/resources/auth/v1/user/mfa/verify";
            let done = emulated.post(path, body).cookie(&name, "device-1").send();
            assert_eq!(done.status, 201, "{}", done.body);
            assert!(done.set_cookie("fe_device_").is_none());
        }
        login.body["mfaRequired"].clone()
    };
    let allow = |is_allowed| {
        emulated.state(|state| {
            state.mfa.force();
            state.mfa.rules.policy.as_mut().unwrap().allow_remember = is_allowed;
        });
    };
    assert_eq!(log_in(false), true);
    allow(false);
    assert_eq!(log_in(true), true);
    allow(true);
    assert_eq!(log_in(true), true);
    assert_eq!(log_in(true), false);
}

#[test]
fn a_waiting_login_learns_whether_it_may_be_remembered() {
    let emulated = enrolled();
    let path = "/identity/resources/configurations/v1/mfa-policy/allow-remember-device?mfaToken=";
    let ask = |token: &str| emulated.get(&format!("{path}{token}")).send();
    let token = emulated.token();
    assert_eq!(
        ask(&token).body,
        json!({ "isAllowedToRemember": true, "mfaDeviceExpiration": 1_209_600 })
    );
    emulated.state(|state| {
        state.mfa.force();
        state.mfa.rules.policy.as_mut().unwrap().allow_remember = false;
    });
    assert_eq!(ask(&token).body, json!({ "isAllowedToRemember": false }));
    ask("invented").is_refused(401, "MFA token is not valid", None);
}

#[test]
fn the_gates_behind_the_second_factor_still_stand() {
    let emulated = enrolled();
    let token = emulated.token();
    emulated.state(|state| state.users.get_mut("u-1").unwrap().expire_password());
    let body = json!({ "mfaToken": token, "value": emulated.app_code(SECRET) });
    let answer = emulated.login_step("verify", body);
    assert!(answer.body["resetPasswordToken"].is_string());
    assert!(answer.body.get("accessToken").is_none());
}
