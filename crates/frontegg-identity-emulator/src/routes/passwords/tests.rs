use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::outbox::{Sent, SentKind};
use crate::testing::Emulated;

const PASSWORDS: &str = "/identity/resources/users/v1/passwords";
const EMAIL: &str = "ann@example.com";

fn ann() -> Emulated {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new(EMAIL)
            .id("u-1")
            .password("old")
            .tenant("t-1", &[]),
    );
    emulated
}

fn reset_mail(emulated: &Emulated) -> Sent {
    let started = emulated
        .post(&format!("{PASSWORDS}/reset"), json!({ "email": EMAIL }))
        .send();
    assert_eq!((started.status, started.body), (201, Value::Null));
    emulated
        .sent(SentKind::PasswordReset, EMAIL)
        .expect("a mail")
}

#[test]
fn a_password_is_reset_by_the_link_in_a_mail() {
    let emulated = ann();
    let mail = reset_mail(&emulated);
    assert!(mail.link.unwrap().contains(mail.token.as_deref().unwrap()));
    let body = json!({ "userId": "u-1", "token": mail.token, "password": "new" });
    assert_eq!(
        emulated
            .post(&format!("{PASSWORDS}/reset/validate"), body.clone())
            .send()
            .status,
        200
    );
    assert_eq!(
        emulated
            .post(&format!("{PASSWORDS}/reset/verify"), body.clone())
            .send()
            .status,
        201
    );
    assert_eq!(emulated.log_in(EMAIL, "old").status, 401);
    assert_eq!(emulated.log_in(EMAIL, "new").status, 200);
    let again = emulated
        .post(&format!("{PASSWORDS}/reset/verify"), body)
        .send();
    again.is_refused(410, "Token has expired or was already used", None);
}

#[test]
fn a_wrong_or_late_token_is_refused() {
    let emulated = ann();
    let mail = reset_mail(&emulated);
    let validate = |token: Option<&str>| {
        emulated
            .post(
                &format!("{PASSWORDS}/reset/validate"),
                json!({ "userId": "u-1", "token": token.unwrap() }),
            )
            .send()
    };
    assert_eq!(validate(Some("invented")).status, 400);
    emulated.service.clock.advance(TimeDelta::days(1));
    assert_eq!(validate(mail.token.as_deref()).status, 410);
}

#[test]
fn nobody_learns_who_has_an_account() {
    let emulated = ann();
    let answer = emulated
        .post(
            &format!("{PASSWORDS}/reset"),
            json!({ "email": "nobody@example.com" }),
        )
        .send();
    assert_eq!(answer.status, 201);
    let body = json!({ "identifier": "nobody@example.com", "identifierType": "email" });
    assert_eq!(
        emulated
            .post("/identity/resources/users/v2/passwords/reset/email", body)
            .send()
            .status,
        200
    );
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), 0);
}

#[test]
fn the_owner_changes_the_password() {
    let emulated = ann();
    let token = emulated.token_of(EMAIL, "old");
    let change = |old: &str| {
        let body = json!({ "password": old, "newPassword": "new" });
        emulated
            .post(&format!("{PASSWORDS}/change"), body)
            .bearer(&token)
            .send()
    };
    change("wrong").is_refused(400, "Wrong password", None);
    assert_eq!(change("old").status, 201);
    assert_eq!(emulated.log_in(EMAIL, "new").status, 200);
}
