use http::Method;
use serde_json::{Value, json};

use super::super::tests::with;
use crate::state::NewUser;
use crate::state::outbox::SentKind;
use crate::testing::{Answer, Emulated};

const TENANT: &str = "/identity/resources/users/v1/u-1/tenant";
const EMAIL: &str = "ann@example.com";

fn ann() -> Emulated {
    let emulated = with(|_| {});
    emulated.user(
        NewUser::new(EMAIL)
            .id("u-1")
            .password("x")
            .tenant("t-1", &["Admin"]),
    );
    emulated
}

fn send(emulated: &Emulated, method: Method, path: &str, body: &Value) -> Answer {
    emulated.request(method, path).json(body).vendor().send()
}

fn has_invitation(emulated: &Emulated) -> bool {
    emulated.sent(SentKind::Invitation, EMAIL).is_some()
}

#[test]
fn a_user_is_added_to_a_tenant_and_invited() {
    let emulated = ann();
    let add = |body: Value| send(&emulated, Method::POST, TENANT, &body);
    let quiet = add(json!({ "tenantId": "t-3", "skipInviteEmail": true }));
    assert_eq!(
        (quiet.status, &quiet.body["activatedForTenant"]),
        (201, &json!(true))
    );
    assert!(!has_invitation(&emulated));
    let added = add(json!({ "tenantId": "t-2" }));
    assert_eq!(added.body["tenantIds"], json!(["t-1", "t-3", "t-2"]));
    assert_eq!(added.body["activatedForTenant"], false);
    assert_eq!(added.body["roles"][0]["key"], "member");
    assert!(has_invitation(&emulated));
    let again = add(json!({ "tenantId": "t-2" }));
    assert_eq!(
        (again.status, &again.body["tenantIds"]),
        (201, &added.body["tenantIds"])
    );
}

#[test]
fn a_tenant_that_is_not_there_is_made_unless_it_has_to_be() {
    let emulated = ann();
    let add = |body: Value| send(&emulated, Method::POST, TENANT, &body);
    let strict = add(json!({ "tenantId": "t-9", "validateTenantExist": true }));
    strict.is_refused(404, "Tenant not found", None);
    assert_eq!(add(json!({ "tenantId": "t-9" })).status, 201);
    assert!(emulated.state(|state| state.tenants.contains("t-9")));
    add(json!({ "tenantId": "" })).is_refused(400, "tenantId should not be empty", None);
    let path = TENANT.replace("u-1", "u-9");
    let unknown = send(
        &emulated,
        Method::POST,
        &path,
        &json!({ "tenantId": "t-8" }),
    );
    unknown.is_refused(404, "User not found", None);
    assert!(!emulated.state(|state| state.tenants.contains("t-8")));
}

#[test]
fn the_active_tenant_is_that_of_the_next_login() {
    let emulated = ann();
    let set = |body: Value| send(&emulated, Method::PUT, TENANT, &body);
    set(json!({ "tenantId": "t-2" })).is_refused(403, "User does not belong to the tenant", None);
    let made = set(json!({ "tenantId": "t-9" }));
    assert_eq!((made.status, made.text("tenantId")), (200, "t-9"));
    let login = emulated.log_in(EMAIL, "x");
    assert_eq!(emulated.claims(&login)["tenantId"], "t-9");
    assert_eq!(set(json!({ "tenantId": "t-1" })).text("tenantId"), "t-1");
    let strict = set(json!({ "tenantId": "t-8", "validateTenantExist": true }));
    strict.is_refused(404, "Tenant not found", None);
}

#[test]
fn all_users_of_a_tenant_move() {
    let emulated = ann();
    let path = "/identity/resources/users/v1/tenants/migrate";
    let to = |from: &str, to: &str| {
        let body = json!({ "srcTenantId": from, "targetTenantId": to });
        send(&emulated, Method::PUT, path, &body)
    };
    to("t-1", "t-9").is_refused(404, "Tenant not found", None);
    to("t-9", "t-1").is_refused(404, "Tenant not found", None);
    assert_eq!(to("t-1", "t-1").status, 200);
    let before = emulated.log_in(EMAIL, "x");
    assert_eq!(to("t-1", "t-2").status, 200);
    let now = emulated.service.clock.now();
    let session = &emulated.claims(&before)["sid"];
    let session = session.as_str().expect("a session");
    assert!(emulated.state(|state| state.sessions.live(session, now).is_none()));
    let login = emulated.log_in(EMAIL, "x");
    let claims = emulated.claims(&login);
    assert_eq!(claims["tenantIds"], json!(["t-2"]));
    assert_eq!(claims["roles"], json!(["Admin"]));
}

#[test]
fn users_do_not_see_these_routes() {
    let emulated = ann();
    let login = emulated.log_in(EMAIL, "x");
    for method in [Method::POST, Method::PUT] {
        let sending = emulated.request(method, TENANT);
        let sending = sending.json(&json!({ "tenantId": "t-2" }));
        let answer = sending.bearer(login.text("accessToken")).send();
        answer.is_refused(404, "Not Found", Some("ER-00004"));
    }
}
