use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::http::timestamp;
use crate::state::outbox::SentKind;
use crate::state::{NewRole, NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const INVITES: &str = "/identity/resources/tenants/invites";
const EMAIL: &str = "ann@example.com";

/// Ann is in `t-1`; `t-2` is there too, and `t-3`, which is locked.
fn emulated() -> Emulated {
    let emulated = Emulated::new();
    let now = emulated.service.clock.now();
    let ann = NewUser::new(EMAIL).id("u-1").password("secret");
    emulated.user(ann.tenant("t-1", &[]));
    emulated.state(|state| {
        state.seed_tenant(NewTenant::new("Second").id("t-2"), now);
        state.seed_tenant(NewTenant::new("Third").id("t-3").locked(), now);
    });
    emulated
}

fn for_ann(emulated: &Emulated, method: Method, version: &str, body: &Value) -> Answer {
    let path = format!("{INVITES}/{version}/user");
    let mut sending = emulated.request(method, &path).vendor().tenant("t-1");
    if !body.is_null() {
        sending = sending.json(body);
    }
    sending.header("frontegg-user-id", "u-1").send()
}

#[test]
fn a_user_has_one_invitation_to_a_tenant() {
    let emulated = emulated();
    let send = |method, body| for_ann(&emulated, method, "v1", &body);
    send(Method::GET, Value::Null).is_refused(404, "Invitation not found", None);
    let new = json!({ "expiresInMinutes": 5, "shouldSendEmail": false });
    let first = send(Method::POST, new.clone());
    assert_eq!(first.status, 201, "{}", first.body);
    let now = emulated.service.clock.now();
    assert_eq!(
        first.text("expires"),
        timestamp(now + TimeDelta::minutes(5))
    );
    let second = send(Method::POST, new);
    assert_ne!(first.body["token"], second.body["token"]);
    assert_eq!(send(Method::GET, Value::Null).body, second.body);
    let all = emulated.get(&format!("{INVITES}/v1/all")).vendor().send();
    assert_eq!(all.body, json!([second.body]));
    let sent = || emulated.sent(SentKind::Invitation, EMAIL);
    assert!(sent().is_none());
    let change = json!({ "expiresInMinutes": 9, "shouldSendEmail": true });
    let changed = send(Method::PATCH, change);
    assert_eq!(
        changed.text("expires"),
        timestamp(now + TimeDelta::minutes(9))
    );
    assert_eq!(sent().unwrap().token.as_deref(), Some(second.text("token")));
    assert_eq!(send(Method::DELETE, Value::Null).status, 200);
    assert_eq!(send(Method::DELETE, Value::Null).status, 404);
    assert_eq!(send(Method::PATCH, json!({})).status, 404);
}

#[test]
fn the_second_version_attaches_roles_that_exist() {
    let emulated = emulated();
    let now = emulated.service.clock.now();
    let role = emulated.state(|state| state.seed_role(NewRole::new("Guest"), now));
    let create = |role: &str| {
        let body = json!({ "expiresInMinutes": 5, "shouldSendEmail": false, "roleIds": [role] });
        for_ann(&emulated, Method::POST, "v2", &body)
    };
    assert_eq!(create(&role).body["roleIds"], json!([role]));
    assert_eq!(create("other").status, 400);
}

#[test]
fn a_token_is_good_until_it_expires_or_is_withdrawn() {
    let emulated = emulated();
    let create = || {
        let body = json!({ "tenantId": "t-2", "expiresInMinutes": 5 });
        emulated
            .post(&format!("{INVITES}/v1"), body)
            .vendor()
            .send()
    };
    let verify = |invite: &Answer| {
        let body = json!({ "token": invite.body["token"] });
        let path = format!("{INVITES}/v1/verify");
        emulated.post(&path, body).vendor().send()
    };
    let invite = create();
    assert_eq!(verify(&invite).body, invite.body);
    emulated.service.clock.advance(TimeDelta::minutes(5));
    verify(&invite).is_refused(404, "Invitation not found", None);
    let invite = create();
    let path = format!("{INVITES}/v1/token/{}", invite.text("id"));
    let delete = || emulated.request(Method::DELETE, &path).vendor().send();
    assert_eq!((delete().status, delete().status), (200, 404));
    assert_eq!(verify(&invite).status, 404);
}

#[test]
fn a_login_with_the_token_joins_the_tenant() {
    let emulated = emulated();
    let body = json!({ "tenantId": "t-2" });
    let invite = emulated
        .post(&format!("{INVITES}/v1"), body)
        .vendor()
        .send();
    let log_in = |token: &Value| {
        let body = json!({ "email": EMAIL, "password": "secret", "invitationToken": token });
        emulated
            .post("/identity/resources/auth/v1/user", body)
            .send()
    };
    log_in(&json!("invented")).is_refused(400, "Invitation token is not valid", None);
    let answer = log_in(&invite.body["token"]);
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-2");
    assert_eq!(emulated.claims(&answer)["tenantIds"], json!(["t-1", "t-2"]));
    assert_eq!(log_in(&invite.body["token"]).status, 200);
    emulated.state(|state| state.tenants.get_mut("t-2").unwrap().is_locked = true);
    assert_eq!(log_in(&invite.body["token"]).body["errorCode"], "ER-01239");
}

#[test]
fn invitations_need_a_tenant_that_is_there_and_open() {
    let emulated = emulated();
    let create = |body: Value| {
        emulated
            .post(&format!("{INVITES}/v1"), body)
            .vendor()
            .send()
    };
    create(json!({ "tenantId": "other" })).is_refused(404, "Tenant not found", None);
    let locked = create(json!({ "tenantId": "t-3" }));
    locked.is_refused(400, "Tenant is locked", Some("ER-01240"));
    let nobody = create(json!({ "tenantId": "t-2", "userId": "nobody" }));
    nobody.is_refused(404, "User not found", None);
    let mailed = create(json!({ "tenantId": "t-2", "userId": "u-1", "shouldSendEmail": true }));
    assert_eq!(mailed.status, 201, "{}", mailed.body);
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), 1);
}

#[test]
fn only_the_environment_manages_invitations() {
    let emulated = emulated();
    let login = emulated.log_in(EMAIL, "secret");
    let token = login.text("accessToken");
    let configuration = format!("{INVITES}/v1/configuration");
    let read = emulated.get(&configuration).vendor().send();
    assert_eq!(read.body["tenantInvitationsAllowed"], true);
    for path in [&configuration, &format!("{INVITES}/v1/all")] {
        assert_eq!(emulated.get(path).bearer(token).send().status, 404);
    }
    let body = json!({ "tenantId": "t-2" });
    let by_user = emulated.post(&format!("{INVITES}/v1"), body).bearer(token);
    assert_eq!(by_user.send().status, 404);
    let body = json!({ "expiresInMinutes": 5, "shouldSendEmail": false, "roleIds": [] });
    let own = emulated
        .post(&format!("{INVITES}/v2/user"), body)
        .bearer(token);
    assert_eq!(own.send().body["userId"], "u-1");
}
