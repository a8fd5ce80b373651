use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::state::outbox::{Sent, SentKind};
use crate::state::{NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const USERS: &str = "/identity/resources/users";
const EMAIL: &str = "ann@example.com";

/// Ann is in `t-1` and is then invited to `t-2`.
fn invited() -> Emulated {
    let emulated = Emulated::new();
    let now = emulated.service.clock.now();
    let ann = NewUser::new(EMAIL).id("u-1").password("secret");
    emulated.user(ann.tenant("t-1", &[]));
    emulated.state(|state| state.seed_tenant(NewTenant::new("Second").id("t-2"), now));
    let body = json!({ "email": EMAIL });
    let path = format!("{USERS}/v1");
    let answer = emulated.post(&path, body).vendor().tenant("t-2").send();
    assert_eq!(answer.status, 201, "{}", answer.body);
    emulated
}

fn mail(emulated: &Emulated) -> Sent {
    emulated.sent(SentKind::Invitation, EMAIL).expect("a mail")
}

fn accept(emulated: &Emulated, mail: &Sent) -> Answer {
    let body = json!({ "userId": mail.user_id, "token": mail.token });
    let path = format!("{USERS}/v1/invitation/accept");
    emulated.post(&path, body).send()
}

fn is_active(emulated: &Emulated, tenant_id: &str) -> bool {
    emulated.state(|state| {
        let user = state.users.get("u-1").unwrap();
        user.membership(tenant_id).unwrap().is_activated
    })
}

#[test]
fn an_invitation_is_accepted_once_and_leads_into_its_tenant() {
    let emulated = invited();
    let mail = mail(&emulated);
    assert!(!is_active(&emulated, "t-2"));
    let answer = accept(&emulated, &mail);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(answer.set_cookie("fe_refresh_").is_some());
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-2");
    assert!(is_active(&emulated, "t-2"));
    assert_eq!(accept(&emulated, &mail).status, 410);
}

#[test]
fn a_late_invitation_is_refused() {
    let emulated = invited();
    let mail = mail(&emulated);
    emulated.service.clock.advance(TimeDelta::days(1));
    assert_eq!(accept(&emulated, &mail).status, 410);
}

#[test]
fn the_code_of_the_mail_has_to_be_right() {
    let emulated = invited();
    let mail = mail(&emulated);
    let send = |code: Option<&str>| {
        let body = json!({ "userId": "u-1", "token": mail.token, "code": code });
        let path = format!("{USERS}/v1/invitation/accept/code");
        emulated.post(&path, body).send()
    };
    send(Some("wrong")).is_refused(400, "Invalid code", None);
    let answer = send(mail.code.as_deref());
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-2");
}

#[test]
fn nobody_enters_a_locked_tenant() {
    let emulated = invited();
    emulated.state(|state| state.tenants.get_mut("t-2").unwrap().is_locked = true);
    let mail = mail(&emulated);
    let answer = accept(&emulated, &mail);
    answer.is_refused(400, "Tenant is locked", Some("ER-01239"));
    emulated.state(|state| state.tenants.get_mut("t-2").unwrap().is_locked = false);
    assert_eq!(accept(&emulated, &mail).status, 200);
}

#[test]
fn an_open_invitation_is_sent_again() {
    let emulated = invited();
    let first = mail(&emulated);
    let resend = |all: &str, email: &str, tenant: &str| {
        let path = format!("{USERS}/v1/invitation/reset{all}");
        let sending = emulated.post(&path, json!({ "email": email }));
        sending.vendor().tenant(tenant).send()
    };
    for all in ["", "/all"] {
        let before = mail(&emulated);
        let answer = resend(all, EMAIL, "t-2");
        assert_eq!((answer.status, answer.body), (200, Value::Null));
        assert_ne!(mail(&emulated).token, before.token);
        let unknown = resend(all, "nobody@example.com", "t-2");
        unknown.is_refused(404, "User not found", None);
    }
    resend("", EMAIL, "t-1").is_refused(404, "Invitation not found", None);
    assert_eq!(accept(&emulated, &first).status, 410);
    assert_eq!(accept(&emulated, &mail(&emulated)).status, 200);
    resend("", EMAIL, "t-2").is_refused(404, "Invitation not found", None);
    let before = emulated.state(|state| state.outbox.mails().count());
    assert_eq!(resend("/all", EMAIL, "t-2").status, 200);
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), before);
}

#[test]
fn many_are_invited_in_one_task() {
    let emulated = invited();
    let path = format!("{USERS}/bulk/v1/invite");
    let users = json!({ "users": [
        { "email": "bea@example.com", "name": "Bea" },
        { "email": "cem@example.com", "skipInviteEmail": true, "verified": true },
        { "email": EMAIL },
    ] });
    let invite = || emulated.post(&path, users.clone()).vendor();
    assert_eq!(invite().send().status, 403);
    let task = invite().tenant("t-2").send();
    assert_eq!(task.status, 202, "{}", task.body);
    let status = format!("{USERS}/bulk/v1/status/{}", task.text("id"));
    let status = emulated.get(&status).vendor().send();
    assert_eq!(status.body["status"], "completed");
    assert_eq!(
        (&status.body["total"], &status.body["failed"]),
        (&json!(3), &json!(1))
    );
    assert_eq!(status.body["errors"][0]["index"], 2);
    emulated.state(|state| {
        let sent = |email| state.outbox.last(SentKind::Activation, email).is_some();
        assert!(sent("bea@example.com") && !sent("cem@example.com"));
        assert!(state.users.by_email("cem@example.com").unwrap().is_verified);
        assert!(!state.users.by_email("bea@example.com").unwrap().is_verified);
    });
    let unknown = format!("{USERS}/bulk/v1/status/other");
    assert_eq!(emulated.get(&unknown).vendor().send().status, 404);
    let token = emulated.log_in(EMAIL, "secret");
    let token = token.text("accessToken");
    let by_user = emulated
        .post(&path, users.clone())
        .bearer(token)
        .tenant("t-2");
    assert_eq!(by_user.send().status, 404);
    emulated.state(|state| state.tenants.get_mut("t-2").unwrap().is_locked = true);
    assert_eq!(invite().tenant("t-2").send().body["errorCode"], "ER-01239");
}
