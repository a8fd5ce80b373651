use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::outbox::SentKind;
use crate::testing::Emulated;

const RESET: &str = "/identity/resources/users/v2/passwords/reset/sms";
const PASSWORDS: &str = "/identity/resources/users/v1/passwords";
const EMAIL: &str = "ann@example.com";
const NUMBER: &str = "+15550100";

fn ann() -> Emulated {
    let emulated = Emulated::new();
    let ann = NewUser::new(EMAIL).id("u-1").username("ann").phone(NUMBER);
    emulated.user(ann.password("old").tenant("t-1", &[]));
    emulated
}

fn start(emulated: &Emulated, kind: &str, identifier: &str) -> Value {
    let body = json!({ "identifier": identifier, "identifierType": kind });
    let answer = emulated.post(RESET, body).send();
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["sessionId"].clone()
}

fn code(emulated: &Emulated) -> Option<String> {
    emulated.state(|state| {
        let sent = state.outbox.last(SentKind::PasswordReset, NUMBER);
        sent.and_then(|sent| sent.code.clone())
    })
}

#[test]
fn a_code_by_sms_leads_to_a_new_password() {
    for (kind, identifier) in [
        ("email", EMAIL),
        ("username", "ann"),
        ("phoneNumber", NUMBER),
    ] {
        let emulated = ann();
        let session = start(&emulated, kind, identifier);
        let verify = |code: &str| {
            let body = json!({ "otcToken": code, "sessionId": session });
            emulated.post(&format!("{RESET}/verify"), body).send()
        };
        verify("wrong").is_refused(400, "Invalid code", None);
        let answer = verify(&code(&emulated).unwrap());
        assert_eq!(answer.body["userId"], "u-1");
        let mut body = answer.body.clone();
        body["password"] = json!("new");
        let reset = emulated.post(&format!("{PASSWORDS}/reset/verify"), body);
        assert_eq!(reset.send().status, 201);
        assert_eq!(emulated.log_in(EMAIL, "new").status, 200);
    }
}

#[test]
fn a_late_code_and_an_unknown_user_lead_nowhere() {
    let emulated = ann();
    assert!(start(&emulated, "email", "nobody@example.com").is_string());
    assert_eq!(emulated.state(|state| state.outbox.messages().count()), 0);
    let session = start(&emulated, "email", EMAIL);
    emulated.service.clock.advance(TimeDelta::minutes(10));
    let body = json!({ "otcToken": code(&emulated), "sessionId": session });
    let late = emulated.post(&format!("{RESET}/verify"), body).send();
    late.is_refused(400, "Code has expired", None);
}

#[test]
fn those_with_a_breached_password_get_a_mail() {
    let emulated = ann();
    let breached = |email: &str| NewUser::new(email).password("old").breached_password();
    emulated.user(breached("bea@example.com").tenant("t-1", &[]));
    emulated.user(breached("cem@example.com").tenant("t-2", &[]));
    let login = emulated.log_in(EMAIL, "old");
    let path = format!("{PASSWORDS}/breached/reset/bulk");
    let request = || emulated.request(http::Method::POST, &path);
    let has_mail = |email: &str| emulated.sent(SentKind::PasswordReset, email).is_some();
    assert_eq!(request().send().status, 401);
    assert_eq!(
        request().bearer(login.text("accessToken")).send().status,
        200
    );
    assert!(has_mail("bea@example.com"));
    assert!(!has_mail("cem@example.com") && !has_mail(EMAIL));
    assert_eq!(request().vendor().send().status, 200);
    assert!(has_mail("cem@example.com"));
}

#[test]
fn the_environment_checks_a_password_without_a_login() {
    let emulated = Emulated::with(|settings| settings.lockout_attempts = Some(1));
    emulated.user(NewUser::new(EMAIL).password("old"));
    let check = |email: &str, password: &str| {
        let body = json!({ "email": email, "password": password });
        let path = "/identity/resources/vendor-only/users/v1/passwords/verify";
        emulated.post(path, body)
    };
    let answer = |password: &str| check(EMAIL, password).vendor().send().body;
    assert_eq!(answer("wrong"), json!({ "verified": false }));
    assert_eq!(answer("old"), json!({ "verified": true }));
    let unknown = check("nobody@example.com", "old").vendor().send();
    unknown.is_refused(404, "User not found", None);
    let login = emulated.log_in(EMAIL, "old");
    let by_user = check(EMAIL, "old").bearer(login.text("accessToken"));
    assert_eq!(by_user.send().status, 404);
}
