use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::Emulated;

const LOCKOUT: &str = "/identity/resources/configurations/v1/lockout-policy";
const EMAIL: &str = "a@example.com";

fn emulated() -> Emulated {
    let emulated = Emulated::new();
    emulated.user(NewUser::new(EMAIL).password("p").tenant("t-1", &[]));
    emulated
}

#[test]
fn a_lockout_policy_is_made_once_then_changed() {
    let emulated = emulated();
    let missing = emulated.get(LOCKOUT).vendor().send();
    missing.is_refused(404, "Policy was not configured", None);
    let body = json!({ "enabled": true, "maxAttempts": 2 });
    let patch = |body: &Value| {
        let patch = emulated.request(Method::PATCH, LOCKOUT).json(body);
        patch.vendor().send()
    };
    assert_eq!(patch(&body).status, 404);
    let made = emulated.post(LOCKOUT, body.clone()).vendor().send();
    assert_eq!((made.status, &made.body["maxAttempts"]), (201, &json!(2)));
    let again = emulated.post(LOCKOUT, body).vendor().send();
    again.is_refused(409, "Policy already exists", None);
    emulated.service.clock.advance(chrono::TimeDelta::hours(1));
    let changed = patch(&json!({ "enabled": false, "maxAttempts": 3 }));
    assert_eq!(
        (changed.status, &changed.body["id"]),
        (200, &made.body["id"])
    );
    assert_ne!(changed.body["updatedAt"], made.body["updatedAt"]);
    let read = emulated.get(&format!("{LOCKOUT}/vendor")).vendor().send();
    assert_eq!(read.body, changed.body);
}

#[test]
fn a_member_that_is_missing_is_named() {
    let emulated = emulated();
    let refused = emulated.post(LOCKOUT, json!({ "maxAttempts": 2 }));
    let refused = refused.vendor().send();
    assert_eq!(refused.status, 400);
    assert!(
        refused.body["errors"][0]
            .as_str()
            .unwrap()
            .contains("enabled")
    );
}

#[test]
fn the_policy_locks_and_a_tenant_can_have_its_own() {
    let emulated = emulated();
    let set = |tenant: Option<&str>, enabled: bool, most: u32| {
        let body = json!({ "enabled": enabled, "maxAttempts": most });
        let sending = emulated.post(LOCKOUT, body).vendor();
        let sending = match tenant {
            Some(tenant) => sending.tenant(tenant),
            None => sending,
        };
        assert_eq!(sending.send().status, 201);
    };
    let is_locked = || {
        assert_eq!(emulated.log_in(EMAIL, "wrong").status, 401);
        emulated.state(|state| state.users.by_email(EMAIL).unwrap().is_locked)
    };
    assert!(!is_locked());
    set(None, false, 1);
    assert!(!is_locked());
    set(Some("t-1"), true, 4);
    assert!(!is_locked());
    assert!(is_locked());
    assert_eq!(emulated.log_in(EMAIL, "p").status, 423);
}

#[test]
fn users_cannot_write_policies() {
    let emulated = emulated();
    let login = emulated.log_in(EMAIL, "p");
    let body = json!({ "enabled": true, "maxAttempts": 2 });
    let write = emulated.post(LOCKOUT, body);
    let write = write.bearer(login.text("accessToken")).send();
    write.is_refused(404, "Not Found", Some("ER-00004"));
}

#[test]
fn switches_are_kept() {
    let emulated = emulated();
    for (path, name, default) in [
        ("delegation", "enabled", false),
        ("user-emails-policy", "allowEmailChange", true),
    ] {
        let path = format!("/identity/resources/configurations/v1/{path}");
        let read = || emulated.get(&path).vendor().send().body;
        assert_eq!(read(), json!({ name: default }));
        let written = emulated.post(&path, json!({ name: !default }));
        let written = written.vendor().send();
        assert_eq!((written.status, written.body), (200, Value::Null));
        assert_eq!(read(), json!({ name: !default }));
        emulated.post(&path, json!({})).vendor().send();
        assert_eq!(read(), json!({ name: !default }));
    }
}
