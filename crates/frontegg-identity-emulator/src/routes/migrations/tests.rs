use serde_json::{Value, json};

use crate::state::{NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const V1: &str = "/identity/resources/migrations/v1";
const V2: &str = "/identity/resources/migrations/v2/local/bulk";
const EMAIL: &str = "ann@example.com";
/// SHA-256 of `abc`.
const HASH: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

fn emulated() -> Emulated {
    let emulated = Emulated::new();
    let now = chrono::Utc::now();
    emulated.state(|state| state.seed_tenant(NewTenant::new("One").id("t-1"), now));
    emulated
}

fn one(emulated: &Emulated, body: Value) -> Answer {
    let sending = emulated.post(&format!("{V1}/local"), body);
    sending.vendor().send()
}

#[test]
fn an_imported_user_keeps_password_and_second_factor() {
    let emulated = emulated();
    let body = json!({
        "tenantId": "t-1", "email": EMAIL, "name": "Ann", "verifyUser": true,
        "passwordHash": HASH, "passwordHashType": "sha256",
        "metadata": "{}", "vendorMetadata": "{}", "externalId": "e-1", "provider": "google",
    });
    let imported = one(&emulated, body);
    assert_eq!((imported.status, imported.text("name")), (201, "Ann"));
    assert_eq!(imported.body["verified"], true);
    assert_eq!(
        (imported.text("externalId"), imported.text("provider")),
        ("e-1", "google")
    );
    assert_eq!(emulated.log_in(EMAIL, "abc").status, 200);
    assert_eq!(emulated.log_in(EMAIL, "abd").status, 401);
    let body = json!({
        "tenantId": "t-1", "email": "bea@example.com",
        "passwordHash": HASH, "passwordHashType": "sha256",
        "authenticatorAppMfaSecret": "JBSWY3DPEHPK3PXP",
        "phoneNumber": "+15550100123", "phoneNumberType": "mfa",
    });
    let imported = one(&emulated, body);
    assert_eq!(
        (&imported.body["mfaEnrolled"], &imported.body["phoneNumber"]),
        (&json!(true), &Value::Null)
    );
    let login = emulated.log_in("bea@example.com", "abc");
    assert_eq!(login.body["mfaRequired"], true);
}

#[test]
fn a_hash_that_cannot_be_checked_is_no_password() {
    let emulated = emulated();
    let body = json!({
        "tenantId": "t-1", "email": EMAIL, "phoneNumber": "+15550100123",
        "passwordHash": "$2b$10$abc", "passwordHashType": "bcrypt",
    });
    assert_eq!(one(&emulated, body).text("phoneNumber"), "+15550100123");
    assert_eq!(emulated.log_in(EMAIL, "$2b$10$abc").status, 401);
}

#[test]
fn a_password_that_is_set_later_counts_instead() {
    let emulated = emulated();
    let body = json!({
        "tenantId": "t-1", "email": EMAIL, "passwordHash": HASH, "passwordHashType": "sha256",
    });
    let imported = one(&emulated, body);
    let now = emulated.service.clock.now();
    emulated.state(|state| {
        let user = state.users.get_mut(imported.text("id")).unwrap();
        user.set_password("new", now);
    });
    assert_eq!(emulated.log_in(EMAIL, "abc").status, 401);
    assert_eq!(emulated.log_in(EMAIL, "new").status, 200);
}

#[test]
fn an_import_has_to_fit_the_environment() {
    let emulated = emulated();
    let body = |tenant: &str| json!({ "tenantId": tenant, "email": EMAIL });
    one(&emulated, body("t-9")).is_refused(404, "Tenant not found", None);
    let mut with_role = body("t-1");
    with_role["roleIds"] = json!(["r-9"]);
    one(&emulated, with_role).is_refused(400, "Role r-9 was not found", None);
    assert_eq!(one(&emulated, body("t-1")).status, 201);
    one(&emulated, body("t-1")).is_refused(409, "User already exists", None);
    emulated.user(NewUser::new("bea@example.com").id("u-2").tenant("t-2", &[]));
    let joined = one(
        &emulated,
        json!({ "tenantId": "t-1", "email": "bea@example.com" }),
    );
    assert_eq!(
        (joined.text("id"), &joined.body["tenantIds"]),
        ("u-2", &json!(["t-2", "t-1"]))
    );
}

#[test]
fn an_import_needs_a_default_application() {
    let emulated = Emulated::with(|settings| settings.default_application = false);
    let now = chrono::Utc::now();
    emulated.state(|state| state.seed_tenant(NewTenant::new("One").id("t-1"), now));
    let refused = one(&emulated, json!({ "tenantId": "t-1", "email": EMAIL }));
    refused.is_refused(403, "Application ID is not specified", Some("ER-00008"));
}

#[test]
fn many_users_are_imported_and_asked_about() {
    let emulated = emulated();
    let status = |id: &str| {
        let path = format!("{V1}/local/bulk/status/{id}");
        emulated.get(&path).vendor().send()
    };
    let body = json!({ "users": [
        { "tenantId": "t-1", "email": EMAIL, "verifyUser": true },
        { "tenantId": "t-9", "email": "bea@example.com" },
    ] });
    let queued = emulated
        .post(&format!("{V1}/local/bulk"), body)
        .vendor()
        .send();
    assert_eq!(queued.status, 202);
    let id = queued.text("migrationId");
    assert_eq!(status(id).text("status"), "InProgress");
    let done = status(id);
    assert_eq!(done.text("status"), "Completed");
    assert_eq!(
        (&done.body["totalUsers"], &done.body["migratedUsers"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(
        done.body["errors"],
        json!([{ "email": "bea@example.com", "message": "Tenant not found" }])
    );
    status("none").is_refused(404, "Migration not found", None);
}

#[test]
fn of_several_addresses_the_primary_one_is_taken() {
    let emulated = emulated();
    let address = |email: &str, primary: bool| json!({ "email": email, "primary": primary, "verified": primary });
    let body = json!({ "users": [
        { "tenantId": "t-1", "emails": [address("a@example.com", false), address("b@example.com", true)] },
        { "tenantId": "t-1", "emails": [address("c@example.com", false)] },
        { "tenantId": "t-1", "username": "dora" },
        { "tenantId": "t-1" },
    ] });
    let queued = emulated.post(V2, body).vendor().send();
    assert_eq!(queued.status, 202);
    emulated.state(|state| {
        assert!(state.users.by_email("a@example.com").is_none());
        assert!(state.users.by_email("b@example.com").unwrap().is_verified);
        assert!(!state.users.by_email("c@example.com").unwrap().is_verified);
        assert!(state.users.by_username("dora").is_some());
        assert_eq!(state.users.len(), 3);
    });
}

#[test]
fn nobody_comes_from_auth0_and_no_user_sees_these_routes() {
    let emulated = emulated();
    let body = json!({
        "domain": "example.com", "clientId": "c", "secret": "s", "tenantIdFieldName": "t",
    });
    let auth0 = || emulated.post(&format!("{V1}/auth0"), body.clone());
    let started = auth0().vendor().send();
    assert_eq!((started.status, started.body), (201, Value::Null));
    emulated.user(NewUser::new(EMAIL).password("x").tenant("t-1", &[]));
    let login = emulated.log_in(EMAIL, "x");
    let by_user = auth0().bearer(login.text("accessToken")).send();
    by_user.is_refused(404, "Not Found", Some("ER-00004"));
}
