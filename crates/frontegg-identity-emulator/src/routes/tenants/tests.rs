use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::Emulated;

const TENANTS: &str = "/tenants/resources/tenants/v1";

#[test]
fn a_tenant_is_created_read_changed_and_deleted() {
    let emulated = Emulated::new();
    let body = json!({ "tenantId": "t-1", "name": "One", "metadata": 42, "creatorName": null });
    let created = emulated.post(TENANTS, body.clone()).vendor().send();
    assert_eq!(
        (
            created.status,
            created.text("tenantId"),
            created.text("metadata")
        ),
        (201, "t-1", "42")
    );
    assert_eq!(emulated.post(TENANTS, body).vendor().send().status, 409);

    let one = emulated.get(&format!("{TENANTS}/t-1")).vendor().send();
    assert_eq!(
        one.body.as_array().map(Vec::len),
        Some(1),
        "an array with one tenant"
    );
    let renamed = emulated
        .request(Method::PUT, &format!("{TENANTS}/t-1"))
        .json(&json!({ "name": "Two" }))
        .vendor();
    assert_eq!(renamed.send().text("name"), "Two");

    let deleted = emulated
        .request(Method::DELETE, &format!("{TENANTS}/t-1"))
        .vendor()
        .send();
    assert_eq!((deleted.status, deleted.body), (200, Value::Null));
    emulated
        .get(&format!("{TENANTS}/t-1"))
        .vendor()
        .send()
        .is_refused(404, "Tenant not found", None);
    let again = emulated
        .request(Method::DELETE, &format!("{TENANTS}/t-1"))
        .vendor()
        .send();
    assert_eq!(again.status, 404);
}

#[test]
fn metadata_is_merged_and_removed_by_key() {
    let emulated = Emulated::new();
    emulated
        .post(
            TENANTS,
            json!({ "tenantId": "t", "name": "T", "metadata": { "a": 1 } }),
        )
        .vendor()
        .send();
    let merge = json!({ "metadata": { "b": [2] } });
    let merged = emulated
        .post(&format!("{TENANTS}/t/metadata"), merge)
        .vendor()
        .send();
    assert_eq!(merged.text("metadata"), r#"{"a":1,"b":[2]}"#);
    let removed = emulated
        .request(Method::DELETE, &format!("{TENANTS}/t/metadata/a"))
        .vendor()
        .send();
    assert_eq!(removed.text("metadata"), r#"{"b":[2]}"#);
}

#[test]
fn the_first_version_lists_all_and_the_second_by_page() {
    let emulated = Emulated::new();
    for index in 0..5 {
        emulated
            .post(
                TENANTS,
                json!({ "tenantId": format!("t-{index}"), "name": format!("N{index}") }),
            )
            .vendor()
            .send();
    }
    let all = emulated.get(TENANTS).vendor().send();
    assert_eq!(all.body.as_array().map(Vec::len), Some(5));
    let page = emulated
        .get("/tenants/resources/tenants/v2?_limit=2&_offset=2")
        .vendor()
        .send();
    assert_eq!(page.body["items"][0]["tenantId"], "t-4");
    assert_eq!(
        page.body["_metadata"],
        json!({ "totalItems": 5, "totalPages": 3 })
    );
    let found = emulated
        .get("/tenants/resources/tenants/v2?_filter=n3")
        .vendor()
        .send();
    assert_eq!(found.body["_metadata"]["totalItems"], 1);
}

#[test]
fn tenants_are_for_the_environment_only() {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new("ann@example.com")
            .password("secret")
            .tenant("t", &[]),
    );
    let token = emulated.token_of("ann@example.com", "secret");
    emulated
        .get(TENANTS)
        .bearer(&token)
        .send()
        .is_refused(404, "Not Found", Some("ER-00004"));
    assert_eq!(emulated.get(TENANTS).send().status, 401);
}

#[test]
fn a_deleted_tenant_takes_memberships_and_sessions_along() {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new("ann@example.com")
            .password("secret")
            .tenant("a", &[])
            .tenant("b", &[]),
    );
    let login = emulated.log_in("ann@example.com", "secret");
    let cookie = login.set_cookie("fe_refresh_").unwrap();
    emulated
        .request(Method::DELETE, &format!("{TENANTS}/a"))
        .vendor()
        .send();
    let refresh = emulated.post("/identity/resources/auth/v1/user/token/refresh", json!({}));
    assert_eq!(refresh.cookie(cookie.0, cookie.1).send().status, 401);
    let again = emulated.log_in("ann@example.com", "secret");
    assert_eq!(emulated.claims(&again)["tenantId"], "b");
}
