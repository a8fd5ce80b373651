use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::outbox::{Sent, SentKind};
use crate::testing::{Answer, Emulated};

const USERS: &str = "/identity/resources/users/v1";
const EMAIL: &str = "ann@example.com";

/// A service with somebody who has signed up, and what the sign-up answered.
fn signed_up(password: Option<&str>) -> (Emulated, Value) {
    let emulated = Emulated::new();
    let body = json!({ "email": EMAIL, "companyName": "Acme", "password": password });
    let mut body = body;
    if password.is_none() {
        body.as_object_mut().unwrap().remove("password");
    }
    let answer = emulated.post(&format!("{USERS}/signUp"), body).send();
    assert_eq!(answer.status, 201, "{}", answer.body);
    (emulated, answer.body)
}

fn mail(emulated: &Emulated) -> Sent {
    emulated.sent(SentKind::Activation, EMAIL).expect("a mail")
}

fn activate(emulated: &Emulated, body: Value) -> Answer {
    emulated.post(&format!("{USERS}/activate"), body).send()
}

#[test]
fn the_link_activates_once_and_logs_in() {
    let (emulated, _) = signed_up(None);
    let mail = mail(&emulated);
    let body = json!({ "userId": mail.user_id, "token": mail.token, "password": "secret" });
    let answer = activate(&emulated, body.clone());
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.body["emailVerified"], true);
    assert!(answer.set_cookie("fe_refresh_").is_some());
    let claims = emulated.claims(&answer);
    assert_eq!(claims["email_verified"], true);
    assert_eq!(emulated.log_in(EMAIL, "secret").status, 200);
    activate(&emulated, body).is_refused(410, "Token has expired or was already used", None);
}

#[test]
fn bad_links_are_refused() {
    let (emulated, signed_up) = signed_up(Some("secret"));
    let mail = mail(&emulated);
    let body = |user: &str, token: &Value| json!({ "userId": user, "token": token });
    let half = &signed_up["activationToken"];
    let own = json!(mail.token);
    assert_eq!(activate(&emulated, body(&mail.user_id, half)).status, 400);
    assert_eq!(activate(&emulated, body("nobody", &own)).status, 400);
    emulated.service.clock.advance(TimeDelta::days(1));
    assert_eq!(activate(&emulated, body(&mail.user_id, &own)).status, 410);
}

#[test]
fn the_code_activates_with_either_token() {
    for from_mail in [true, false] {
        let (emulated, signed_up) = signed_up(Some("secret"));
        let mail = mail(&emulated);
        let token = if from_mail {
            json!(mail.token)
        } else {
            signed_up["activationToken"].clone()
        };
        let send = |code: &str| {
            let body = json!({ "userId": mail.user_id, "token": token, "code": code });
            emulated
                .post(&format!("{USERS}/activate/code"), body)
                .send()
        };
        send("wrong").is_refused(400, "Invalid code", None);
        let code = mail.code.as_deref().unwrap();
        let answer = send(code);
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(answer.body["accessToken"].is_string());
        assert_eq!(send(code).status, 410);
    }
}

#[test]
fn a_second_mail_replaces_the_first_until_the_user_is_active() {
    let (emulated, _) = signed_up(Some("secret"));
    let first = mail(&emulated);
    let resend = |email: &str| {
        let body = json!({ "email": email });
        emulated
            .post(&format!("{USERS}/activate/reset"), body)
            .send()
            .status
    };
    assert_eq!(resend(EMAIL), 201);
    let second = mail(&emulated);
    let body = |mail: &Sent| json!({ "userId": mail.user_id, "token": mail.token });
    assert_eq!(activate(&emulated, body(&first)).status, 410);
    assert_eq!(activate(&emulated, body(&second)).status, 200);
    let before = emulated.state(|state| state.outbox.mails().count());
    assert_eq!((resend(EMAIL), resend("nobody@example.com")), (201, 201));
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), before);
}

#[test]
fn a_page_learns_whether_a_password_is_missing() {
    for (password, missing) in [(None, true), (Some("secret"), false)] {
        let (emulated, _) = signed_up(password);
        let mail = mail(&emulated);
        let ask = |token: &str| {
            let path = format!(
                "{USERS}/activate/strategy?userId={}&token={token}",
                mail.user_id
            );
            emulated.get(&path).send()
        };
        let answer = ask(mail.token.as_deref().unwrap());
        assert_eq!(answer.body, json!({ "shouldSetPassword": missing }));
        assert_eq!(ask("invented").status, 400);
    }
}

#[test]
fn the_environment_hands_out_links_itself() {
    let emulated = Emulated::new();
    let id = emulated.user(NewUser::new(EMAIL).unverified().password("old"));
    let path = |id: &str, what: &str| format!("{USERS}/{id}/links/generate-{what}-token");
    let make = |what: &str| emulated.request(http::Method::POST, &path(&id, what));
    let link = make("activation").vendor().send();
    assert_eq!(link.status, 201, "{}", link.body);
    assert!(link.text("link").contains(link.text("token")));
    let body = json!({ "userId": id, "token": link.body["token"] });
    assert_eq!(activate(&emulated, body).body["emailVerified"], true);

    let link = make("password-reset").vendor().send();
    let body = json!({ "userId": id, "token": link.body["token"], "password": "new" });
    let reset = emulated.post(&format!("{USERS}/passwords/reset/verify"), body);
    assert_eq!(reset.send().status, 201);
    assert_eq!(emulated.log_in(EMAIL, "new").status, 200);
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), 0);

    let unknown = emulated.request(http::Method::POST, &path("nobody", "activation"));
    unknown
        .vendor()
        .send()
        .is_refused(404, "User not found", None);
    let token = emulated.token_of(EMAIL, "new");
    assert_eq!(make("activation").bearer(&token).send().status, 404);
}
