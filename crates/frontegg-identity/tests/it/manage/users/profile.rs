//! Profiles, addresses of mails, links and passwords.

use frontegg_identity::manage::{ProfileChange, UserId, UserUpdate};
use frontegg_identity::{ErrorKind, Secret};
use frontegg_identity_emulator::NewUser;
use serde_json::json;

use super::{id, user};
use crate::world::{ADA, PASSWORD, World, session};

#[tokio::test]
async fn a_change_leaves_the_rest_as_it_is() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let tenant = "t-1".into();
    let change = ProfileChange::new()
        .name("Ada")
        .phone_number("+15550100")
        .picture_url("https://example.com/ada")
        .metadata(json!({ "a": 1 }));
    let changed = users.change_profile(&tenant, &ada, &change).await.unwrap();
    assert_eq!(changed.name.as_deref(), Some("Ada"));
    assert_eq!(changed.phone_number.as_deref(), Some("+15550100"));

    let change = ProfileChange::new().without_picture();
    let changed = users.change_profile(&tenant, &ada, &change).await.unwrap();
    assert_eq!(changed.picture_url, None);
    assert_eq!(changed.name.as_deref(), Some("Ada"));
    assert_eq!(changed.metadata.unwrap().as_text(), r#"{"a":1}"#);
    let call = world.last("PUT", "/identity/resources/users/v1");
    assert_eq!(call.body, json!({ "profilePictureUrl": null }));
    assert_eq!(call.header("frontegg-user-id"), Some(ada.as_str()));
    assert_eq!(call.header("frontegg-tenant-id"), Some("t-1"));
}

/// The emulator clears what the body leaves out.
#[tokio::test]
async fn an_update_that_starts_from_the_user_loses_nothing() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = user(&users, ADA).await;
    let full = UserUpdate::of(&ada)
        .name(Some("Ada"))
        .phone_number(Some("+15550100"))
        .picture_url(Some("https://example.com/ada"))
        .metadata(Some(json!({ "a": 1 }).into()))
        .vendor_metadata(Some(json!({ "b": 2 }).into()))
        .external_id(Some("e-1"))
        .bypass_mfa();
    let before = users.replace_profile(&ada.id, &full).await.unwrap();
    assert_eq!(before.bypasses_mfa, Some(true));

    let renamed = UserUpdate::of(&before).name(Some("Ada King"));
    let after = users.replace_profile(&ada.id, &renamed).await.unwrap();
    assert_eq!(after.name.as_deref(), Some("Ada King"));
    assert_eq!(after.phone_number.as_deref(), Some("+15550100"));
    assert_eq!(after.external_id.as_deref(), Some("e-1"));
    assert_eq!(after.metadata, before.metadata);
    assert_eq!(after.vendor_metadata, before.vendor_metadata);
    assert_eq!(after.picture_url, before.picture_url);
    assert_eq!(after.bypasses_mfa, Some(true));

    let bare = UserUpdate::of(&after)
        .name(None)
        .phone_number(None)
        .picture_url(None)
        .metadata(None)
        .vendor_metadata(None)
        .external_id(None)
        .require_mfa();
    let bare = users.replace_profile(&ada.id, &bare).await.unwrap();
    assert_eq!((bare.name, bare.phone_number), (None, None));
    assert_eq!((bare.picture_url, bare.external_id), (None, None));
    assert_eq!((bare.metadata, bare.vendor_metadata), (None, None));
    assert_eq!(bare.bypasses_mfa, Some(false));
}

#[tokio::test]
async fn a_phone_number_that_is_none_is_not_sent() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = user(&users, ADA).await;
    let update = UserUpdate::of(&ada).phone_number(Some("0555"));
    let refused = users.replace_profile(&ada.id, &update).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    let change = ProfileChange::new().phone_number("0555");
    let refused = users.change_profile(&"t-1".into(), &ada.id, &change).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Input);
}

#[tokio::test]
async fn an_address_is_replaced() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let new = "ada.king@example.com";
    let changed = users.set_email(&ada, new).await.unwrap();
    assert_eq!(changed.email.as_deref(), Some(new));
    session(world.sign_in(new).await.unwrap());
}

#[tokio::test]
async fn links_that_no_mail_told_work_as_mailed_ones() {
    let bob = NewUser::new("bob@example.com").id("u-bob");
    let bob = bob.tenant("t-1", &[]).unverified();
    let world = World::with(|_| {}, [bob]).await;
    let users = world.manager().await.users();
    let bob = UserId::from("u-bob");
    let link = users.activation_link(&bob).await.unwrap();
    assert_eq!(link.user_id, bob);
    let token = link.token.as_ref().unwrap().expose();
    assert!(link.url.as_ref().unwrap().expose().contains(token));
    let password = Secret::from(PASSWORD);
    let link = link.mailed().unwrap();
    let login = world.identity.activate(&link, Some(&password)).await;
    session(login.unwrap());

    let link = users.password_reset_link(&bob).await.unwrap();
    let new = Secret::from("S3NTINEL-Engine-2");
    let link = link.mailed().unwrap();
    world.identity.reset_password(&link, &new).await.unwrap();
    assert_eq!(world.emulator.outbox().mails().count(), 0);
    let right = users.verify_password("bob@example.com", &new).await;
    assert!(right.unwrap());
}

#[tokio::test]
async fn a_password_is_looked_at_without_a_sign_in() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let right = users.verify_password(ADA, &PASSWORD.into()).await;
    assert!(right.unwrap());
    let wrong = users.verify_password(ADA, &"S3NTINEL-wrong".into()).await;
    assert!(!wrong.unwrap());
    let nobody = users.verify_password("no@example.com", &"x".into()).await;
    assert_eq!(nobody.unwrap_err().kind(), ErrorKind::NotFound);
}
