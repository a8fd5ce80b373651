use http::Method;
use serde_json::json;

use crate::state::{NewTenant, NewUser};
use crate::testing::Emulated;

const USERS: &str = "/identity/resources/users";

fn ann() -> (Emulated, String, String) {
    let emulated = Emulated::new();
    emulated.state(|state| {
        let now = chrono::Utc::now();
        state.seed_tenant(NewTenant::new("Parent").id("t-1"), now);
        state.seed_tenant(NewTenant::new("Child").id("t-2").parent("t-1"), now);
    });
    emulated.user(
        NewUser::new("ann@example.com")
            .id("u-1")
            .password("x")
            .tenant("t-1", &["Admin"])
            .tenant("t-2", &[]),
    );
    let login = emulated.log_in("ann@example.com", "x");
    let (access, refresh) = (
        login.text("accessToken").to_owned(),
        login.text("refreshToken").to_owned(),
    );
    (emulated, access, refresh)
}

#[test]
fn the_third_version_of_the_profile_has_no_roles() {
    let (emulated, token, _) = ann();
    let v3 = emulated
        .get(&format!("{USERS}/v3/me"))
        .bearer(&token)
        .send();
    assert_eq!(
        (v3.text("id"), v3.text("tenantId"), v3.text("email")),
        ("u-1", "t-1", "ann@example.com")
    );
    assert!(v3.body.get("roles").is_none() && v3.body["tenants"][0].get("roles").is_none());
    assert!(v3.body["lastLogin"].is_string());
    let v2 = emulated
        .get(&format!("{USERS}/v2/me"))
        .bearer(&token)
        .send();
    assert_eq!(v2.body["roles"][0]["key"], "Admin");
    assert_eq!(v2.body["permissions"][0]["key"], "fe.secure.*");
    assert_eq!(v2.body["tenants"][0]["roles"][0]["key"], "Admin");
    let rights = emulated
        .get(&format!("{USERS}/v1/me/authorization"))
        .bearer(&token)
        .send();
    assert_eq!(rights.body["roles"], v2.body["roles"]);
}

#[test]
fn the_environment_can_act_as_a_user() {
    let (emulated, ..) = ann();
    let path = format!("{USERS}/v3/me");
    emulated
        .get(&path)
        .vendor()
        .send()
        .is_refused(403, "User ID is not specified", None);
    let as_user = emulated
        .get(&path)
        .vendor()
        .header("frontegg-user-id", "u-1");
    assert_eq!(as_user.send().text("id"), "u-1");
    let unknown = emulated
        .get(&path)
        .vendor()
        .header("frontegg-user-id", "u-9");
    unknown.send().is_refused(404, "User not found", None);
}

#[test]
fn the_profile_can_be_changed() {
    let (emulated, token, _) = ann();
    let body = json!({ "name": "Ann B", "metadata": "{\"a\":1}", "phoneNumber": "+15550100123", "profilePictureUrl": null });
    let changed = emulated
        .request(Method::PUT, &format!("{USERS}/v2/me"))
        .json(&body)
        .bearer(&token)
        .send();
    assert_eq!(
        (
            changed.status,
            changed.text("name"),
            changed.text("metadata")
        ),
        (200, "Ann B", "{\"a\":1}")
    );
    assert_eq!(changed.text("phoneNumber"), "+15550100123");
}

#[test]
fn tenants_are_listed_in_each_version() {
    let (emulated, token, _) = ann();
    let get = |version: &str| {
        emulated
            .get(&format!("{USERS}/{version}/me/tenants"))
            .bearer(&token)
            .send()
    };
    let v3 = get("v3");
    assert_eq!(v3.body["activeTenant"]["tenantId"], "t-1");
    assert_eq!(v3.body["tenants"][1]["name"], "Child");
    for version in ["v1", "v2"] {
        assert_eq!(get(version).body[1]["tenantId"], "t-2");
    }
    let tree = emulated
        .get(&format!("{USERS}/v2/me/hierarchy"))
        .bearer(&token)
        .send();
    assert_eq!(tree.body[0]["children"][0]["tenantId"], "t-2");
    assert_eq!(tree.body.as_array().map(Vec::len), Some(1));
}

#[test]
fn a_switched_tenant_shows_at_the_next_refresh() {
    let (emulated, token, refresh) = ann();
    let switch = |id: &str| {
        let body = json!({ "tenantId": id });
        emulated
            .request(Method::PUT, &format!("{USERS}/v1/tenant"))
            .json(&body)
            .bearer(&token)
            .send()
    };
    assert_eq!(switch("t-2").status, 200);
    let cookie = "fe_refresh_6b1f2a904c3d-4e8f-9a51-2d7c0e5f8b34";
    let sending = emulated
        .post("/identity/resources/auth/v1/user/token/refresh", json!({}))
        .cookie(cookie, &refresh);
    assert_eq!(emulated.claims(&sending.send())["tenantId"], "t-2");
    switch("t-9").is_refused(403, "User does not belong to the tenant", None);
}

#[test]
fn a_token_for_another_tenant_leaves_the_session_alone() {
    let (emulated, token, _) = ann();
    let path = format!("{USERS}/v3/me/token");
    let answer = emulated
        .post(&path, json!({ "tenantId": "t-2" }))
        .bearer(&token)
        .send();
    assert_eq!(
        (answer.status, &answer.body["expiresIn"]),
        (200, &json!(86400))
    );
    assert!(answer.body.get("refreshToken").is_none() && answer.set_cookie("fe_").is_none());
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-2");
    let v3 = emulated
        .get(&format!("{USERS}/v3/me"))
        .bearer(&token)
        .send();
    assert_eq!(v3.text("tenantId"), "t-1");
}

#[test]
fn each_application_can_have_its_own_active_tenant() {
    let (emulated, token, _) = ann();
    let path = "/identity/resources/applications/user-tenants/active/v1";
    let app = emulated.service.settings().application_id.clone();
    let body = json!({ "activeApplicationTenants": [{ "applicationId": app, "tenantId": "t-2" }] });
    assert_eq!(
        emulated
            .request(Method::PUT, path)
            .json(&body)
            .bearer(&token)
            .send()
            .status,
        200
    );
    let listed = emulated
        .get(path)
        .bearer(&token)
        .header("frontegg-user-id", "u-1")
        .send();
    assert_eq!(
        listed.body["applicationActiveTenants"][0]["tenantId"],
        "t-2"
    );
    let login = emulated.post(
        "/identity/resources/auth/v1/user",
        json!({ "email": "ann@example.com", "password": "x" }),
    );
    let login = login
        .header("frontegg-requested-application-id", &app)
        .send();
    assert_eq!(emulated.claims(&login)["tenantId"], "t-2");
    assert_eq!(
        emulated.claims(&emulated.log_in("ann@example.com", "x"))["tenantId"],
        "t-1"
    );
}

#[test]
fn a_deleted_user_is_nobody() {
    let (emulated, token, _) = ann();
    emulated.state(|state| state.remove_user("u-1"));
    emulated
        .get(&format!("{USERS}/v3/me"))
        .bearer(&token)
        .send()
        .is_refused(401, "Unauthorized", None);
}
