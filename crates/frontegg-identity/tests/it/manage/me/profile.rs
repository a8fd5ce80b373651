//! Profile, rights and session of the signed-in.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{Metadata, ProfileChange};
use serde_json::json;

use crate::world::{ADA, World};

#[tokio::test]
async fn a_user_reads_who_they_are() {
    let world = World::new().await;
    let me = world.ada().await.me().profile().await.unwrap();
    assert_eq!(me.email.as_deref(), Some(ADA));
    assert_eq!(me.tenant_id, Some("t-1".into()));
    let tenants = me.memberships.iter().map(|one| one.tenant_id.as_str());
    assert_eq!(tenants.collect::<Vec<_>>(), ["t-1", "t-2"]);
}

#[tokio::test]
async fn a_change_of_the_profile_leaves_the_rest() {
    let world = World::new().await;
    let me = world.ada().await.me();
    let all = ProfileChange::new()
        .name("Ada Lovelace")
        .phone_number(" +15551234567 ")
        .picture_url("https://example.com/ada.png".to_owned())
        .metadata(Metadata::from(json!({ "engine": 1 })));
    let changed = me.update_profile(&all).await.unwrap();
    assert_eq!(changed.phone_number.as_deref(), Some("+15551234567"));
    let picture = ProfileChange::new().without_picture();
    me.update_profile(&picture).await.unwrap();
    let read = me.profile().await.unwrap();
    assert_eq!(read.name.as_deref(), Some("Ada Lovelace"));
    assert_eq!(read.picture_url, None);
    let metadata = read.metadata.unwrap().to_json().unwrap();
    assert_eq!(metadata, json!({ "engine": 1 }));
}

#[tokio::test]
async fn a_profile_that_cannot_be_is_not_sent() {
    let world = World::new().await;
    let me = world.ada().await.me();
    let url = "https://example.com/".to_owned() + &"a".repeat(4096);
    for change in [
        ProfileChange::new().phone_number("555"),
        ProfileChange::new().picture_url(url),
    ] {
        let error = me.update_profile(&change).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input);
    }
    assert_eq!(world.count("PUT", "/identity/resources/users/v2/me"), 0);
}

#[tokio::test]
async fn a_user_reads_what_they_may_do() {
    let world = World::new().await;
    let ada = world.ada().await;
    let rights = ada.me().rights().await.unwrap();
    assert_eq!(rights.roles.len(), 1);
    assert_eq!(
        (rights.roles[0].key.as_deref(), rights.roles[0].level),
        (Some("Admin"), Some(0))
    );
    assert_eq!(rights.permissions.len(), 1);
    assert_eq!(rights.permissions[0].key, "fe.secure.*");
    ada.switch_tenant("t-2").await.unwrap();
    assert_eq!(ada.me().rights().await.unwrap().roles, []);
}

#[tokio::test]
async fn a_session_knows_itself() {
    let world = World::new().await;
    world.ada().await;
    let ada = world.ada().await;
    let own = ada.me().current_session().await.unwrap();
    let all = ada.sessions().await.unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all.into_iter().find(|one| one.is_current), Some(own));
}

#[tokio::test]
async fn the_signed_in_wait_as_long_as_they_like() {
    let world = World::new().await;
    let me = world.ada().await.me();
    world.emulator.faults().set_latency(Duration::from_secs(20));
    let hurried = me.with_timeout(Duration::from_millis(50));
    let late = hurried.profile().await.unwrap_err();
    assert_eq!(late.kind(), ErrorKind::Deadline);
    let late = hurried.emails().list().await.unwrap_err();
    assert_eq!(late.kind(), ErrorKind::Deadline);
}
