//! Users are created and deleted.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::manage::{ApplicationId, NewUser, ProvisionedUser, UserId};
use frontegg_identity::{Code, ErrorKind};
use frontegg_identity_emulator::SentKind;
use serde_json::json;

use super::{CAROL, id, role_of, user};
use crate::world::{ADA, PASSWORD, World, session};

const CREATE: &str = "/identity/resources/users/v2";
const BOB: &str = "bob@example.com";

#[tokio::test]
async fn a_new_user_is_invited_and_has_the_roles_that_were_named() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let viewer = role_of(&users, CAROL).await;
    let values = json!({ "greeting": "Hello" });
    let bob = NewUser::with_email(BOB)
        .and_username("bob")
        .name("Bob")
        .phone_number("+15550100")
        .picture_url("https://example.com/bob")
        .metadata(json!({ "plan": "gold" }))
        .mail_values(values.as_object().unwrap().clone())
        .roles([&viewer]);
    let made = users.create(&"t-1".into(), &bob).await.unwrap();
    assert_eq!(made.email.as_deref(), Some(BOB));
    assert_eq!(made.memberships[0].tenant_id.as_str(), "t-1");
    assert_eq!(made.memberships[0].is_activated, Some(false));
    assert_eq!(made.rights.unwrap().roles[0].id, viewer);
    assert_eq!(made.metadata.unwrap().to_json().unwrap()["plan"], "gold");

    let call = world.last("POST", CREATE);
    assert_eq!(call.header("frontegg-tenant-id"), Some("t-1"));
    let body = json!({
        "email": BOB, "username": "bob", "name": "Bob", "phoneNumber": "+15550100",
        "profilePictureUrl": "https://example.com/bob", "metadata": r#"{"plan":"gold"}"#,
        "emailMetadata": values, "roleIds": [viewer.as_str()],
    });
    assert_eq!(call.body, body);
    let outbox = world.emulator.outbox();
    assert!(outbox.last(SentKind::Activation, BOB).is_some());
}

#[tokio::test]
async fn nobody_is_invited_who_gets_no_mail() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let bob = NewUser::with_email(BOB).without_mail();
    let bob = bob.password(PASSWORD.into());
    let made = users.create(&"t-1".into(), &bob).await.unwrap();
    assert_eq!(world.emulator.outbox().mails().count(), 0);
    users.verify(&made.id).await.unwrap();
    session(world.sign_in(BOB).await.unwrap());
}

#[tokio::test]
async fn a_time_limit_is_sent_in_whole_seconds_and_never_cut() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let bob = NewUser::with_username("bob").expires_in(Duration::from_millis(300_001));
    let made = users.create(&"t-1".into(), &bob).await.unwrap();
    let call = world.last("POST", CREATE);
    let body = json!({ "username": "bob", "expirationInSeconds": 301 });
    assert_eq!(call.body, body);
    let end = world.emulator.clock().now() + TimeDelta::seconds(301);
    assert_eq!(made.memberships[0].ends_at, Some(end));
}

#[tokio::test]
async fn an_environment_without_a_default_application_wants_one_named() {
    let world = World::with(|settings| settings.default_application = false, []).await;
    let environment = world.manager().await;
    let bob = NewUser::with_email(BOB);
    let refused = environment.users().create(&"t-1".into(), &bob).await;
    assert_eq!(refused.unwrap_err().codes(), [Code::ApplicationMissing]);
    let id = ApplicationId::from(world.emulator.settings().application_id);
    let named = environment.in_application(&id).users();
    named.create(&"t-1".into(), &bob).await.unwrap();
}

#[tokio::test]
async fn a_username_that_is_none_is_not_sent() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let bob = NewUser::with_username("bob the builder");
    let refused = users.create(&"t-1".into(), &bob).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    let long = NewUser::with_email(BOB).picture_url("x".repeat(4096));
    let refused = users.create(&"t-1".into(), &long).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    let bob = ProvisionedUser::with_username("x".repeat(256));
    let refused = users.provision(&"t-1".into(), &bob).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    assert_eq!(world.count("POST", CREATE), 0);
}

#[tokio::test]
async fn the_environment_makes_users_without_a_mail() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let viewer = role_of(&users, CAROL).await;
    let bob = ProvisionedUser::with_email(BOB)
        .name("Bob")
        .phone_number("+15550100")
        .password(PASSWORD.into())
        .roles([&viewer])
        .metadata(json!({ "a": 1 }))
        .vendor_metadata(json!({ "b": 2 }))
        .external_id("e-1")
        .expires_in(Duration::from_secs(600))
        .bypasses_mfa();
    let made = users.provision(&"t-1".into(), &bob).await.unwrap();
    assert_eq!(made.bypasses_mfa, Some(true));
    assert_eq!(made.external_id.as_deref(), Some("e-1"));
    assert_eq!(made.vendor_metadata.unwrap().as_text(), r#"{"b":2}"#);
    assert_eq!(made.rights.unwrap().roles[0].id, viewer);
    assert!(made.memberships[0].ends_at.is_some());
    assert_eq!(world.emulator.outbox().mails().count(), 0);
}

#[tokio::test]
async fn a_user_leaves_one_tenant_or_is_gone_altogether() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = user(&users, ADA).await;
    users
        .remove_from_tenant(&"t-1".into(), &ada.id)
        .await
        .unwrap();
    let left = users.get(&ada.id).await.unwrap().memberships;
    assert_eq!((left.len(), left[0].tenant_id.as_str()), (1, "t-2"));
    users.delete(&ada.id).await.unwrap();
    let gone = users.get(&ada.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

/// Without the header of the tenant, the same call would delete the user.
#[tokio::test]
async fn nobody_is_deleted_for_want_of_a_tenant() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    for tenant in ["", " ", "\t", "t 1", "t-1\n", "\u{e9}"] {
        let refused = users.remove_from_tenant(&tenant.into(), &ada).await;
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Input, "{tenant:?}");
    }
    let refused = users.delete(&UserId::from("")).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    users.get(&ada).await.unwrap();
}
