use http::Method;
use serde_json::{Value, json};

use super::super::tests::with;
use crate::settings::{ErrorForm, Settings};
use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const USER: &str = "/identity/resources/users/v1/u-1";
const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";
const EMAIL: &str = "ann@example.com";

fn ann(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = with(|settings| {
        settings.refresh_token_in_body = true;
        change(settings);
    });
    let user = NewUser::new(EMAIL).id("u-1").password("x").unverified();
    emulated.user(user.tenant("t-1", &[]));
    emulated
}

fn act(emulated: &Emulated, action: &str) {
    let path = format!("{USER}/{action}");
    let done = emulated.request(Method::POST, &path).vendor().send();
    assert_eq!((done.status, done.body), (200, Value::Null), "{action}");
}

fn refresh(emulated: &Emulated, login: &Answer) -> Answer {
    let body = json!({ "refreshToken": login.text("refreshToken") });
    emulated.post(REFRESH, body).send()
}

fn set(emulated: &Emulated, name: &str, body: &Value) -> Answer {
    let path = format!("{USER}/{name}");
    emulated
        .request(Method::PUT, &path)
        .json(body)
        .vendor()
        .send()
}

#[test]
fn a_locked_user_stays_out_until_unlocked() {
    let emulated = ann(|_| {});
    let login = emulated.log_in(EMAIL, "x");
    act(&emulated, "lock");
    emulated
        .log_in(EMAIL, "x")
        .is_refused(423, "Your account is locked", None);
    refresh(&emulated, &login).is_refused(401, "Session not found", None);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().failed_logins = 4);
    act(&emulated, "unlock");
    assert_eq!(refresh(&emulated, &login).status, 200);
    assert_eq!(
        emulated.state(|state| state.users.get("u-1").unwrap().failed_logins),
        0
    );
    assert_eq!(emulated.log_in(EMAIL, "x").status, 200);
}

#[test]
fn a_lock_can_end_sessions_and_the_refusal_can_be_chosen() {
    let emulated = ann(|settings| {
        settings.locked_user_refresh = ErrorForm::new(423, "Locked");
    });
    let login = emulated.log_in(EMAIL, "x");
    act(&emulated, "lock");
    refresh(&emulated, &login).is_refused(423, "Locked", None);
    emulated
        .service
        .change_settings(|settings| settings.lock_ends_sessions = true);
    act(&emulated, "lock");
    act(&emulated, "unlock");
    refresh(&emulated, &login).is_refused(401, "Session not found", None);
}

#[test]
fn verified_invisible_and_super_user_are_shown() {
    let emulated = ann(|_| {});
    act(&emulated, "verify");
    let hidden = set(&emulated, "invisible", &json!({ "invisible": true }));
    assert_eq!(
        (hidden.status, &hidden.body["verified"]),
        (200, &json!(true))
    );
    assert_eq!(hidden.body["invisible"], true);
    let raised = set(&emulated, "superuser", &json!({ "superUser": true }));
    assert_eq!(raised.body["superUser"], true);
    let login = emulated.log_in(EMAIL, "x");
    let claims = emulated.claims(&login);
    assert_eq!(
        (&claims["superUser"], &claims["invisible"]),
        (&json!(true), &json!(true))
    );
    let shown = set(&emulated, "invisible", &json!({ "invisible": false }));
    assert_eq!(shown.body["invisible"], false);
}

#[test]
fn a_super_user_enters_any_tenant_that_exists() {
    let emulated = ann(|_| {});
    let login = emulated.log_in(EMAIL, "x");
    let enter = |tenant: &str| {
        let body = json!({ "refreshToken": login.text("refreshToken"), "tenantId": tenant });
        emulated.post(REFRESH, body).send()
    };
    let refusal = "User does not belong to the tenant";
    enter("t-2").is_refused(403, refusal, None);
    set(&emulated, "superuser", &json!({ "superUser": true }));
    enter("t-9").is_refused(403, refusal, None);
    emulated.service.change_settings(|settings| {
        settings.foreign_tenant = ErrorForm::new(404, "Nowhere");
    });
    enter("t-9").is_refused(404, "Nowhere", None);
    let entered = enter("t-2");
    assert_eq!(emulated.claims(&entered)["tenantId"], "t-2");
}

#[test]
fn a_disabled_user_is_out_of_one_tenant() {
    let emulated = ann(|_| {});
    let path = |action: &str| format!("/identity/resources/tenants/users/v1/u-1/{action}");
    let send = |action: &str, tenant: Option<&str>| {
        let sending = emulated.request(Method::POST, &path(action)).vendor();
        match tenant {
            Some(id) => sending.tenant(id).send(),
            None => sending.send(),
        }
    };
    let login = emulated.log_in(EMAIL, "x");
    send("disable", None).is_refused(403, "Tenant ID is not specified", None);
    send("disable", Some("t-2")).is_refused(404, "User not found", None);
    assert_eq!(send("disable", Some("t-1")).status, 200);
    assert_eq!(refresh(&emulated, &login).status, 401);
    emulated
        .log_in(EMAIL, "x")
        .is_refused(401, "User is disabled", None);
    assert_eq!(send("enable", Some("t-1")).status, 200);
    assert_eq!(emulated.log_in(EMAIL, "x").status, 200);
}

#[test]
fn only_the_environment_sees_these_routes() {
    let emulated = ann(|_| {});
    let login = emulated.log_in(EMAIL, "x");
    for (method, name, body) in [
        (Method::POST, "lock", json!({})),
        (Method::POST, "unlock", json!({})),
        (Method::POST, "verify", json!({})),
        (Method::PUT, "invisible", json!({ "invisible": true })),
        (Method::PUT, "superuser", json!({ "superUser": true })),
    ] {
        let path = format!("{USER}/{name}");
        let by_user = emulated.request(method.clone(), &path).json(&body);
        let token = login.text("accessToken");
        let answer = by_user.bearer(token).send();
        answer.is_refused(404, "Not Found", Some("ER-00004"));
        let path = path.replace("u-1", "u-9");
        let unknown = emulated.request(method, &path).json(&body).vendor().send();
        unknown.is_refused(404, "User not found", None);
    }
}
