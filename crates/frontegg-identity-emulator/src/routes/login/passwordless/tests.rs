use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::settings::Settings;
use crate::state::NewUser;
use crate::state::outbox::{Sent, SentKind};
use crate::testing::{Answer, Emulated};

const PATH: &str = "/identity/resources/auth/v1/passwordless";
const EMAIL: &str = "ann@example.com";
const PHONE: &str = "+15550100123";
const REFUSAL: &str = "Invalid authentication";

fn ann(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = Emulated::with(change);
    let ann = NewUser::new(EMAIL)
        .id("u-1")
        .username("ann")
        .phone(PHONE)
        .unverified();
    emulated.user(ann);
    emulated
}

fn start(emulated: &Emulated, way: &str, body: Value) -> Answer {
    emulated
        .post(&format!("{PATH}/{way}/prelogin"), body)
        .send()
}

fn cookie(answer: &Answer) -> (String, String) {
    let (name, value, _) = answer.set_cookie("fe_passwordless_").unwrap();
    (name.to_owned(), value.to_owned())
}

fn finish(
    emulated: &Emulated,
    way: &str,
    token: &str,
    cookie: Option<&(String, String)>,
) -> Answer {
    let path = format!("{PATH}/{way}/postlogin");
    let mut sending = emulated.post(&path, json!({ "token": token }));
    if let Some((name, value)) = cookie {
        sending = sending.cookie(name, value);
    }
    sending.send()
}

fn sent(emulated: &Emulated, kind: SentKind, to: &str) -> Sent {
    emulated.sent(kind, to).expect("something was sent")
}

/// Starts with a code; the code and the cookie.
fn code(emulated: &Emulated, way: &str, to: &str) -> (String, (String, String)) {
    let started = start(emulated, way, json!({ "userId": "u-1" }));
    assert_eq!(started.status, 201, "{}", started.body);
    let code = sent(emulated, SentKind::LoginCode, to).code.unwrap();
    (code, cookie(&started))
}

fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[test]
fn a_code_by_mail_logs_in_and_verifies_the_address() {
    let emulated = ann(|_| {});
    for (name, value) in [("email", EMAIL), ("userId", "u-1"), ("username", "ann")] {
        let started = start(&emulated, "code", json!({ name: value }));
        assert_eq!((started.status, &started.body), (201, &Value::Null));
        let code = sent(&emulated, SentKind::LoginCode, EMAIL).code.unwrap();
        let login = finish(&emulated, "code", &code, Some(&cookie(&started)));
        assert_eq!(login.status, 201, "{}", login.body);
        assert_eq!(login.body["emailVerified"], name == "email");
        assert_eq!(emulated.claims(&login)["amr"], json!(["otp"]));
        assert!(login.set_cookie("fe_refresh_").is_some());
    }
    assert!(emulated.state(|state| state.users.get("u-1").unwrap().is_verified));
}

#[test]
fn a_code_by_sms_logs_in_and_verifies_nothing() {
    let emulated = ann(|_| {});
    let started = start(&emulated, "smscode", json!({ "phoneNumber": PHONE }));
    assert_eq!(started.status, 201);
    assert_eq!(started.body, json!({ "phoneNumber": "+1********23" }));
    let sms = sent(&emulated, SentKind::LoginCode, PHONE);
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), 0);
    let login = finish(
        &emulated,
        "smscode",
        &sms.code.unwrap(),
        Some(&cookie(&started)),
    );
    assert_eq!(login.status, 201, "{}", login.body);
    assert_eq!(login.body["emailVerified"], false);
    assert_eq!(emulated.claims(&login)["amr"], json!(["sms"]));
}

#[test]
fn a_code_is_good_once_in_time_with_its_cookie_and_on_its_way() {
    let emulated = ann(|_| {});
    let (text, cookie) = code(&emulated, "code", EMAIL);
    let refused = |way: &str, text: &str, cookie: Option<&(String, String)>| {
        finish(&emulated, way, text, cookie).is_refused(401, REFUSAL, None);
    };
    refused("code", other_than(&text), Some(&cookie));
    refused("code", &text, None);
    refused("smscode", &text, Some(&cookie));
    refused("magiclink", &text, Some(&cookie));
    assert_eq!(finish(&emulated, "code", &text, Some(&cookie)).status, 201);
    refused("code", &text, Some(&cookie));
    let (text, cookie) = code(&emulated, "smscode", PHONE);
    emulated.service.clock.advance(TimeDelta::minutes(10));
    refused("smscode", &text, Some(&cookie));
}

#[test]
fn a_link_opens_once_in_time_and_anywhere() {
    let emulated = ann(|_| {});
    let ask = || {
        let started = start(&emulated, "magiclink", json!({ "email": EMAIL }));
        assert_eq!((started.status, &started.body), (200, &Value::Null));
        let mail = sent(&emulated, SentKind::MagicLink, EMAIL);
        let token = mail.token.unwrap();
        assert!(mail.link.unwrap().contains(&token));
        token
    };
    let token = ask();
    let login = finish(&emulated, "magiclink", &token, None);
    assert_eq!(login.status, 201, "{}", login.body);
    assert_eq!(login.body["emailVerified"], true);
    finish(&emulated, "magiclink", &token, None).is_refused(401, REFUSAL, None);
    finish(&emulated, "magiclink", "invented", None).is_refused(401, REFUSAL, None);
    let token = ask();
    emulated.service.clock.advance(TimeDelta::minutes(10));
    finish(&emulated, "magiclink", &token, None).is_refused(401, REFUSAL, None);
}

#[test]
fn a_link_may_be_bound_to_the_device() {
    let emulated = ann(|settings| settings.force_same_device = true);
    let started = start(&emulated, "magiclink", json!({ "email": EMAIL }));
    let token = sent(&emulated, SentKind::MagicLink, EMAIL).token.unwrap();
    let (name, value) = cookie(&started);
    finish(&emulated, "magiclink", &token, None).is_refused(401, REFUSAL, None);
    let other = (name.clone(), "other".to_owned());
    finish(&emulated, "magiclink", &token, Some(&other)).is_refused(401, REFUSAL, None);
    let login = finish(&emulated, "magiclink", &token, Some(&(name, value)));
    assert_eq!(login.status, 201);
}

#[test]
fn another_kind_of_link_does_not_log_in() {
    let emulated = ann(|_| {});
    let reset = "/identity/resources/users/v1/passwords/reset";
    emulated.post(reset, json!({ "email": EMAIL })).send();
    let token = sent(&emulated, SentKind::PasswordReset, EMAIL)
        .token
        .unwrap();
    finish(&emulated, "magiclink", &token, None).is_refused(401, REFUSAL, None);
}

#[test]
fn nobody_learns_who_has_an_account() {
    let emulated = ann(|_| {});
    for (way, name, known, unknown) in [
        ("code", "email", EMAIL, "nobody@example.com"),
        ("magiclink", "email", EMAIL, "nobody@example.com"),
        ("smscode", "phoneNumber", PHONE, "+15550100923"),
        ("smscode", "email", EMAIL, "nobody@example.com"),
    ] {
        let known = start(&emulated, way, json!({ name: known }));
        let unknown = start(&emulated, way, json!({ name: unknown }));
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
        assert_eq!(cookie(&known).1.len(), cookie(&unknown).1.len());
    }
    let to_nobody = emulated.state(|state| {
        let all = state.outbox.mails().chain(state.outbox.messages());
        all.filter(|sent| sent.user_id != "u-1").count()
    });
    assert_eq!(to_nobody, 0);
}

#[test]
fn an_unknown_user_may_be_refused() {
    let emulated = ann(|settings| settings.login_reveals_users = true);
    for way in ["code", "magiclink", "smscode"] {
        let started = start(&emulated, way, json!({ "email": "nobody@example.com" }));
        started.is_refused(404, "User not found", None);
        let started = start(&emulated, way, json!({ "email": EMAIL }));
        assert!(started.reply.status.is_success());
    }
}

#[test]
fn a_user_is_named_once() {
    let emulated = ann(|_| {});
    for body in [json!({}), json!({ "email": EMAIL, "userId": "u-1" })] {
        for way in ["code", "magiclink", "smscode"] {
            assert_eq!(start(&emulated, way, body.clone()).status, 400);
        }
    }
}

#[test]
fn a_user_without_address_or_number_gets_nothing() {
    let emulated = Emulated::new();
    emulated.user(NewUser::with_username("bob"));
    for way in ["code", "magiclink", "smscode"] {
        let started = start(&emulated, way, json!({ "username": "bob" }));
        assert!(started.reply.status.is_success());
    }
    let count =
        emulated.state(|state| state.outbox.mails().count() + state.outbox.messages().count());
    assert_eq!(count, 0);
}

#[test]
fn the_second_factor_is_asked_for_and_locked_users_stay_out() {
    let emulated = ann(|_| {});
    emulated.state(|state| state.mfa.force());
    let (text, cookie) = code(&emulated, "code", EMAIL);
    let login = finish(&emulated, "code", &text, Some(&cookie));
    assert_eq!(
        (login.status, &login.body["mfaRequired"]),
        (201, &json!(true))
    );
    assert!(login.body.get("accessToken").is_none());
    let (text, cookie) = code(&emulated, "code", EMAIL);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = true);
    assert_eq!(finish(&emulated, "code", &text, Some(&cookie)).status, 423);
}
