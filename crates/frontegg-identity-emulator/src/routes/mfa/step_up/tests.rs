use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::routes::mfa::tests::{EMAIL, PASSWORD, SECRET, emulated, enrolled, enrolled_with, with};
use crate::state::mfa_rules::Strategy;
use crate::testing::{Answer, Emulated};

const STEP_UP: &str = "/identity/resources/auth/v1/user/step-up/generate";

/// A login with the second factor.
fn log_in(emulated: &Emulated) -> Answer {
    let body = json!({ "mfaToken": emulated.token(), "value": emulated.app_code(SECRET) });
    emulated.login_step("verify", body)
}

fn step_up(emulated: &Emulated, token: &str, body: Value) -> Answer {
    emulated.post(STEP_UP, body).bearer(token).send()
}

fn refresh_cookie(answer: &Answer) -> (String, String) {
    let (name, value, _) = answer.set_cookie("fe_refresh_").unwrap();
    (name.to_owned(), value.to_owned())
}

fn refresh(emulated: &Emulated, (name, value): &(String, String)) -> Answer {
    let path = "/identity/resources/auth/v1/user/token/refresh";
    emulated.post(path, json!({})).cookie(name, value).send()
}

#[test]
fn a_step_up_renews_the_same_session() {
    let emulated = enrolled();
    let login = log_in(&emulated);
    let before = emulated.claims(&login);
    emulated.minutes(10);
    let challenge = step_up(
        &emulated,
        login.text("accessToken"),
        json!({ "maxAge": 60 }),
    );
    assert_eq!(
        (challenge.status, &challenge.body["mfaEnrolled"]),
        (200, &json!(true))
    );
    assert_eq!(
        challenge.body["mfaDevices"]["authenticators"][0]["id"],
        "d-1"
    );
    assert!(challenge.body.get("accessToken").is_none());
    let body =
        json!({ "mfaToken": challenge.text("mfaToken"), "value": emulated.app_code(SECRET) });
    let done = emulated.login_step("verify", body);
    let after = emulated.claims(&done);
    assert_eq!(after["sid"], before["sid"]);
    assert_eq!(after["amr"], json!(["pwd", "otp", "mfa"]));
    assert_eq!(after["auth_time"], emulated.service.clock.now().timestamp());
    assert_ne!(done.text("refreshToken"), login.text("refreshToken"));
    refresh(&emulated, &refresh_cookie(&login)).is_refused(401, "Refresh token is not valid", None);
    let refreshed = refresh(&emulated, &refresh_cookie(&done));
    assert_eq!(emulated.claims(&refreshed)["auth_time"], after["auth_time"]);
    assert_eq!(
        emulated.state(|state| {
            let now = emulated.service.clock.now();
            state.sessions.of_user("u-1", now).count()
        }),
        1
    );
}

#[test]
fn a_young_second_factor_needs_no_other() {
    let emulated = enrolled();
    let login = log_in(&emulated);
    emulated.minutes(1);
    for body in [json!({ "maxAge": 60 }), json!({})] {
        let login = log_in(&emulated);
        emulated.minutes(1);
        let done = step_up(&emulated, login.text("accessToken"), body);
        let (before, after) = (emulated.claims(&login), emulated.claims(&done));
        assert_eq!(
            (&after["sid"], &after["auth_time"]),
            (&before["sid"], &before["auth_time"])
        );
        assert!(after["acr"].is_string());
        assert_ne!(done.text("refreshToken"), login.text("refreshToken"));
    }
    let old = step_up(
        &emulated,
        login.text("accessToken"),
        json!({ "maxAge": 60 }),
    );
    assert_eq!(old.body["mfaRequired"], true);
}

#[test]
fn a_login_without_second_factor_is_no_step_up_however_young() {
    let emulated = emulated();
    let token = emulated.access_token();
    for body in [json!({ "maxAge": 3600 }), json!({})] {
        step_up(&emulated, &token, body).is_refused(400, "MFA is not enrolled", Some("ER-01097"));
    }
    let start = emulated.own_step(&token, "enroll", Value::Null);
    let secret = start.text("secret");
    let body = json!({ "token": emulated.app_code(secret) });
    emulated.own_step(&token, "enroll/verify", body);
    let challenge = step_up(&emulated, &token, json!({ "maxAge": 3600 }));
    assert_eq!(challenge.body["mfaRequired"], true);
    emulated.minutes(1);
    let body =
        json!({ "mfaToken": challenge.text("mfaToken"), "value": emulated.app_code(secret) });
    let done = emulated.login_step("verify", body);
    assert!(emulated.claims(&done)["acr"].is_string());
}

#[test]
fn a_code_by_mail_steps_up_where_a_factor_is_forced() {
    let emulated = emulated();
    let token = emulated.access_token();
    emulated.state(|state| state.mfa.force());
    let challenge = step_up(&emulated, &token, json!({}));
    let token = challenge.text("mfaToken");
    let start = emulated.login_step("emailcode", json!({ "mfaToken": token }));
    let body = json!({ "mfaToken": token, "otcToken": start.text("otcToken"), "code": emulated.sent_code(EMAIL) });
    let done = emulated.login_step("emailcode/verify", body);
    assert_eq!(emulated.claims(&done)["amr"], json!(["pwd", "otp", "mfa"]));
    emulated.activate(&[Strategy::Sms]);
    let token = {
        emulated.state(|state| state.mfa.rules.policy = None);
        emulated.access_token()
    };
    emulated.state(|state| state.mfa.force());
    step_up(&emulated, &token, json!({})).is_refused(400, "MFA is not enrolled", Some("ER-01097"));
}

#[test]
fn a_step_up_ends_with_its_session() {
    let emulated = enrolled();
    let login = log_in(&emulated);
    emulated.minutes(10);
    let access = login.text("accessToken");
    let challenge = step_up(&emulated, access, json!({ "maxAge": 1 }));
    emulated.state(|state| state.sessions.end_all(|_| true));
    let body =
        json!({ "mfaToken": challenge.text("mfaToken"), "value": emulated.app_code(SECRET) });
    emulated
        .login_step("verify", body)
        .is_refused(401, "MFA token is not valid", None);
    step_up(&emulated, access, json!({})).is_refused(401, "Session not found", None);
}

#[test]
fn without_session_ids_in_tokens_the_cookie_says_which_session() {
    let emulated = enrolled_with(|settings| settings.session_id_in_tokens = false);
    let login = log_in(&emulated);
    let (name, value) = refresh_cookie(&login);
    let ask = || {
        emulated
            .post(STEP_UP, json!({}))
            .bearer(login.text("accessToken"))
    };
    ask().send().is_refused(401, "Session not found", None);
    assert_eq!(
        ask().cookie(&name, &value).send().body["mfaRequired"],
        false
    );
}

#[test]
fn only_users_who_are_not_locked_step_up() {
    let emulated = enrolled();
    let login = log_in(&emulated);
    let answer = emulated.post(STEP_UP, json!({})).vendor().send();
    answer.is_refused(401, "Unauthorized", None);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = true);
    emulated.minutes(10);
    step_up(&emulated, login.text("accessToken"), json!({ "maxAge": 1 })).is_refused(
        423,
        "Your account is locked",
        None,
    );
}

#[test]
fn a_session_that_is_challenged_at_refresh_goes_on_under_its_id() {
    let emulated = with(|_| {});
    let login = emulated.log_in(EMAIL, PASSWORD);
    let sid = emulated.claims(&login)["sid"].as_str().unwrap().to_owned();
    emulated.state(|state| {
        state.mfa.force();
        state.sessions.get_mut(&sid).unwrap().awaits_mfa = true;
    });
    let cookie = refresh_cookie(&login);
    let challenge = refresh(&emulated, &cookie);
    assert_eq!(challenge.body["mfaEnrolled"], false);
    let code = emulated.app_code(challenge.text("secret"));
    let body = json!({ "mfaToken": challenge.text("mfaToken"), "token": code });
    let done = emulated.login_step("authenticator/enroll/verify", body);
    assert_eq!(emulated.claims(&done)["sid"], sid);
    refresh(&emulated, &cookie).is_refused(401, "Refresh token is not valid", None);
    let again = refresh(&emulated, &refresh_cookie(&done));
    assert!(again.body["accessToken"].is_string());
    emulated.service.clock.advance(TimeDelta::hours(1));
    assert!(refresh(&emulated, &refresh_cookie(&again)).body["accessToken"].is_string());
}
