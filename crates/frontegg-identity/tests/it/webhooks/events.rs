//! Bodies of webhooks, whole and wanting.

use chrono::DateTime;
use frontegg_identity::webhook::{Event, EventKey, WebhookError};
use frontegg_identity_emulator::webhook_token;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{SECRET, now, verifier};

fn read(body: impl AsRef<[u8]>) -> Result<Event, WebhookError> {
    verifier().verify(webhook_token(SECRET, now()), body.as_ref())
}

fn event(body: Value) -> Event {
    read(body.to_string()).unwrap()
}

#[test]
fn an_event_tells_what_happened_where_and_to_whom() {
    let body = json!({
        "eventKey": "frontegg.user.invitedToTenant",
        "eventContext": {
            "vendorId": "v-1", "tenantId": "t-1", "userId": "u-9", "applicationId": "a-1",
        },
        "user": {
            "id": "u-1", "sub": "u-1", "email": "ada@example.com", "name": "Ada", "verified": true,
            "phoneNumber": "+1555", "mfaEnrolled": false, "provider": "local",
            "tenantId": "t-1", "tenantIds": ["t-1", "t-2"],
            "tenants": [{ "tenantId": "t-1", "roles": [] }],
            "roles": [], "permissions": [], "metadata": "{\"floor\":3}",
            "createdAt": "2026-02-26T04:46:56.749Z", "lastLogin": null,
        },
    });
    let event = event(body.clone());
    assert_eq!(event.key, EventKey::UserInvitedToTenant);
    assert_eq!(event.context.vendor_id.as_deref(), Some("v-1"));
    assert_eq!(event.context.application_id.as_deref(), Some("a-1"));
    assert_eq!(event.context.user_id.as_deref(), Some("u-9"));
    assert_eq!(event.user_id(), Some("u-1"));
    assert_eq!(event.tenant_id(), Some("t-1"));
    assert_eq!(event.raw, body);
    let user = event.user.unwrap();
    assert_eq!(user.email.as_deref(), Some("ada@example.com"));
    assert_eq!(user.name.as_deref(), Some("Ada"));
    assert_eq!(user.phone_number.as_deref(), Some("+1555"));
    assert_eq!(user.provider.as_deref(), Some("local"));
    assert_eq!(
        (user.verified, user.mfa_enrolled),
        (Some(true), Some(false))
    );
    assert_eq!(user.tenant_ids, ["t-1", "t-2"]);
    assert_eq!(user.metadata, Some(json!({ "floor": 3 })));
    let created = DateTime::parse_from_rfc3339("2026-02-26T04:46:56.749Z").unwrap();
    assert_eq!(user.created_at, Some(created.to_utc()));
    assert_eq!(user.last_login, None);
}

#[test]
fn an_event_without_a_user_is_about_a_tenant() {
    let event = event(json!({
        "eventKey": "frontegg.tenant.deleted",
        "eventContext": { "tenantId": "t-1", "userId": null },
    }));
    assert_eq!(event.key, EventKey::TenantDeleted);
    assert_eq!(event.user, None);
    assert_eq!((event.user_id(), event.tenant_id()), (None, Some("t-1")));
}

#[test]
fn an_event_of_a_directory_is_about_the_user_and_not_about_the_word_in_its_context() {
    let event = event(json!({
        "eventKey": "frontegg.scim.user.created",
        "eventContext": { "userId": "idp_provisioned" },
        "user": { "id": "u-1", "tenantId": "t-1" },
    }));
    assert_eq!(
        (event.user_id(), event.tenant_id()),
        (Some("u-1"), Some("t-1"))
    );
}

#[test]
fn an_event_of_a_later_version_keeps_its_name() {
    let event = event(json!({ "eventKey": "frontegg.robot.hired" }));
    assert_eq!(
        event.key,
        EventKey::Unknown("frontegg.robot.hired".to_owned())
    );
}

#[test]
fn members_that_are_null_missing_or_of_another_type_are_left_out() {
    for odd in [
        Value::Null,
        json!(7),
        json!([1]),
        json!({ "a": 1 }),
        json!(""),
    ] {
        let event = event(json!({
            "eventKey": "frontegg.user.disabledMFA",
            "eventContext": odd,
            "user": { "id": "u-1", "name": null, "verified": null, "tenantIds": odd, "createdAt": odd },
        }));
        let user = event.user.unwrap();
        assert_eq!(
            (user.name, user.verified, user.created_at),
            (None, None, None)
        );
        assert_eq!(event.context.tenant_id, None);
    }
    for (on_the_wire, read) in [
        (json!("{}"), Some(json!({}))),
        (json!("no JSON"), Some(json!("no JSON"))),
        (json!({ "a": 1 }), Some(json!({ "a": 1 }))),
        (Value::Null, None),
    ] {
        let event = event(json!({ "eventKey": "x", "user": { "metadata": on_the_wire } }));
        assert_eq!(event.user.unwrap().metadata, read);
    }
}

#[test]
fn a_body_that_is_no_event_is_refused() {
    let nested = "[".repeat(100_000);
    for body in [
        "",
        "null",
        "[]",
        "{}",
        "{\"eventKey\":7}",
        "{\"eventKey\":null}",
        "{",
        &nested,
    ] {
        assert_eq!(read(body), Err(WebhookError::BodyMalformed), "{body:.20}");
    }
    assert_eq!(read([0xFF, 0xFE]), Err(WebhookError::BodyMalformed));
}

proptest! {
    #[test]
    fn no_body_is_a_panic(bytes: Vec<u8>, key in ".*", value in ".*") {
        let _ = read(bytes);
        let event = event(json!({ "eventKey": key, "user": { "metadata": value, "createdAt": value } }));
        prop_assert_eq!(event.key.as_str(), key.as_str());
    }
}
