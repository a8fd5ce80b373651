use http::Method;
use serde_json::{Value, json};

use super::super::tests::with;
use crate::settings::Settings;
use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const V1: &str = "/identity/resources/users/v1";

fn ann(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = with(change);
    let user = NewUser::new("ann@example.com").id("u-1").name("Ann");
    let user = user.phone("+15550100123").metadata(json!({ "a": 1 }));
    emulated.user(user.tenant("t-1", &["Admin"]).tenant("t-2", &[]));
    emulated
}

fn put(emulated: &Emulated, path: &str, body: &Value) -> Answer {
    let sending = emulated.request(Method::PUT, path).json(body).vendor();
    sending.send()
}

#[test]
fn a_user_of_a_tenant_is_changed_where_the_body_says_so() {
    let emulated = ann(|_| {});
    let update = |tenant: &str, user: &str, body: Value| {
        let sending = emulated.request(Method::PUT, V1).json(&body).vendor();
        sending
            .tenant(tenant)
            .header("frontegg-user-id", user)
            .send()
    };
    let changed = update("t-1", "u-1", json!({ "name": "Anna" }));
    assert_eq!((changed.status, changed.text("name")), (200, "Anna"));
    assert_eq!(changed.text("phoneNumber"), "+15550100123");
    assert_eq!(changed.body["roles"][0]["key"], "Admin");
    update("t-3", "u-1", json!({})).is_refused(404, "User not found", None);
    update("t-1", "u-9", json!({})).is_refused(404, "User not found", None);
    put(&emulated, V1, &json!({})).is_refused(403, "Tenant ID is not specified", None);
    let sending = emulated.request(Method::PUT, V1).json(&json!({}));
    let without_user = sending.vendor().tenant("t-1").send();
    without_user.is_refused(403, "User ID is not specified", None);
}

#[test]
fn the_environment_replaces_the_profile() {
    let emulated = ann(|_| {});
    let path = format!("{V1}/u-1");
    let body =
        json!({ "name": "Anna", "vendorMetadata": "{}", "externalId": "e", "mfaBypass": true });
    let changed = put(&emulated, &path, &body);
    assert_eq!((changed.status, changed.text("name")), (200, "Anna"));
    assert_eq!(
        (changed.text("vendorMetadata"), changed.text("externalId")),
        ("{}", "e")
    );
    assert_eq!(changed.body["mfaBypass"], true);
    assert_eq!(
        (&changed.body["phoneNumber"], &changed.body["metadata"]),
        (&Value::Null, &Value::Null)
    );
    let cleared = put(&emulated, &path, &json!({}));
    assert_eq!(cleared.body["name"], Value::Null);
    assert_eq!(cleared.body["mfaBypass"], false);
    assert!(cleared.body.get("externalId").is_none());
    let unknown = put(&emulated, &format!("{V1}/u-9"), &body);
    unknown.is_refused(404, "User not found", None);
}

#[test]
fn the_environment_may_as_well_leave_the_rest_alone() {
    let emulated = ann(|settings| settings.vendor_update_clears = false);
    let path = format!("{V1}/u-1");
    put(
        &emulated,
        &path,
        &json!({ "externalId": "e", "mfaBypass": true }),
    );
    let changed = put(&emulated, &path, &json!({ "name": "Anna" }));
    assert_eq!(changed.text("phoneNumber"), "+15550100123");
    assert_eq!(
        (changed.text("metadata"), changed.text("externalId")),
        (r#"{"a":1}"#, "e")
    );
    assert_eq!(changed.body["mfaBypass"], true);
}

#[test]
fn a_number_that_somebody_else_has_is_refused() {
    let emulated = ann(|_| {});
    emulated.user(NewUser::new("bea@example.com").phone("+15550100999"));
    let body = json!({ "phoneNumber": "+15550100999" });
    put(&emulated, &format!("{V1}/u-1"), &body).is_refused(
        400,
        "Phone number already exists",
        None,
    );
}
