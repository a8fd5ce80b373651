use http::Method;
use serde_json::json;

use crate::state::NewUser;
use crate::testing::Emulated;

const MINE: &str = "/identity/resources/users/sessions/v1/me";

fn two_sessions() -> (Emulated, String, String) {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new("ann@example.com")
            .id("u-1")
            .password("x")
            .tenant("t-1", &[]),
    );
    emulated.user(
        NewUser::new("bea@example.com")
            .id("u-2")
            .password("x")
            .tenant("t-1", &[]),
    );
    emulated.log_in("bea@example.com", "x");
    let first = emulated.token_of("ann@example.com", "x");
    let second = emulated.token_of("ann@example.com", "x");
    (emulated, first, second)
}

#[test]
fn a_user_sees_the_own_sessions() {
    let (emulated, first, _) = two_sessions();
    let list = emulated.get(MINE).bearer(&first).send();
    let current: Vec<bool> = list
        .body
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["current"] == true)
        .collect();
    assert_eq!(current, [true, false]);
    let current = emulated
        .get(&format!("{MINE}/current"))
        .bearer(&first)
        .send();
    assert_eq!(current.body["id"], list.body[0]["id"]);
}

#[test]
fn a_session_is_ended_by_id() {
    let (emulated, first, second) = two_sessions();
    let list = emulated.get(MINE).bearer(&first).send();
    let path = format!("{MINE}/{}", list.body[1]["id"].as_str().unwrap());
    assert_eq!(
        emulated
            .request(Method::DELETE, &path)
            .bearer(&second)
            .send()
            .status,
        200
    );
    assert_eq!(
        emulated
            .request(Method::DELETE, &path)
            .bearer(&first)
            .send()
            .status,
        404
    );
    assert_eq!(
        emulated
            .get(MINE)
            .bearer(&first)
            .send()
            .body
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    assert_eq!(
        emulated.get(MINE).bearer(&second).send().status,
        200,
        "access tokens live on"
    );
}

#[test]
fn all_sessions_of_the_user_are_ended() {
    let (emulated, first, _) = two_sessions();
    assert_eq!(
        emulated
            .request(Method::DELETE, &format!("{MINE}/all"))
            .bearer(&first)
            .send()
            .status,
        200
    );
    assert_eq!(emulated.get(MINE).bearer(&first).send().body, json!([]));
    let others = emulated
        .get(MINE)
        .vendor()
        .tenant("t-1")
        .header("frontegg-user-id", "u-2")
        .send();
    assert_eq!(others.body.as_array().map(Vec::len), Some(1));
}

#[test]
fn the_environment_names_tenant_and_user() {
    let (emulated, ..) = two_sessions();
    let vendor = || emulated.get(MINE).vendor();
    vendor()
        .send()
        .is_refused(403, "Tenant ID is not specified", None);
    vendor()
        .tenant("t-1")
        .send()
        .is_refused(403, "User ID is not specified", None);
    assert_eq!(
        vendor()
            .tenant("t-1")
            .header("frontegg-user-id", "u-1")
            .send()
            .status,
        200
    );
}

#[test]
fn sessions_are_revoked_for_a_user() {
    let (emulated, first, _) = two_sessions();
    let path = "/identity/resources/users/sessions/v1/revoke";
    let other = emulated
        .post(path, json!({ "userId": "u-2" }))
        .bearer(&first)
        .send();
    assert_eq!(other.status, 403);
    let vendor = emulated
        .post(path, json!({ "userId": "u-1" }))
        .vendor()
        .tenant("t-1");
    assert_eq!(vendor.header("frontegg-user-id", "u-1").send().status, 200);
    assert_eq!(emulated.get(MINE).bearer(&first).send().body, json!([]));
}
