//! Users are invited, many at once and again.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{Invitee, NewUser, TaskState};
use frontegg_identity_emulator::SentKind;
use serde_json::json;

use super::user;
use crate::world::{ADA, World};

const BOB: &str = "bob@example.com";
const EVE: &str = "eve@example.com";

#[tokio::test]
async fn many_users_are_invited_and_the_report_tells_of_each_who_was_not() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let invited = [
        Invitee::from(NewUser::with_email(BOB).name("Bob")),
        Invitee::from(NewUser::with_email(EVE).without_mail()).verified(),
        NewUser::with_email(ADA).into(),
    ];
    let inviting = users.clone();
    let inviting = async move { inviting.invite(&"t-1".into(), invited).await };
    let task = tokio::spawn(inviting).await.unwrap().unwrap();
    let call = world.last("POST", "/identity/resources/users/bulk/v1/invite");
    assert_eq!(call.header("frontegg-tenant-id"), Some("t-1"));
    let body = json!({ "users": [
        { "email": BOB, "name": "Bob" },
        { "email": EVE, "skipInviteEmail": true, "verified": true },
        { "email": ADA },
    ] });
    assert_eq!(call.body, body);

    let task = users.invitations(task.id());
    // Any thread can wait.
    let waiting = tokio::spawn(async move { task.wait(Duration::ZERO).await });
    let report = waiting.await.unwrap().unwrap();
    assert_eq!(report.state, TaskState::Completed);
    assert_eq!(report.as_json()["failed"], 1);
    let outbox = world.emulator.outbox();
    assert!(outbox.last(SentKind::Activation, BOB).is_some());
    assert!(outbox.last(SentKind::Activation, EVE).is_none());
    assert_eq!(user(&users, EVE).await.is_verified, Some(true));
}

#[tokio::test]
async fn nobody_is_invited_along_with_a_user_who_cannot_be() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let invited = [NewUser::with_email(BOB), NewUser::with_username("b o b")];
    let refused = users.invite(&"t-1".into(), invited).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Input);
    let path = "/identity/resources/users/bulk/v1/invite";
    assert_eq!(world.count("POST", path), 0);
}

#[tokio::test]
async fn invitations_are_mailed_again() {
    let world = World::with_carol().await;
    let environment = world.manager().await;
    let users = environment.users();
    for tenant in ["t-1", "t-2"] {
        let bob = NewUser::with_email(BOB);
        users.create(&tenant.into(), &bob).await.unwrap();
    }
    let mails = || world.emulator.outbox().mails().count();
    assert_eq!(mails(), 2);
    let tenant = environment.tenant("t-2").users();
    tenant.resend_invitation(BOB).await.unwrap();
    assert_eq!(mails(), 3);
    tenant.resend_all_invitations(BOB).await.unwrap();
    assert_eq!(mails(), 5);
    users.resend_activation(BOB).await.unwrap();
    assert_eq!(mails(), 6);
    let nobody = tenant.resend_invitation(ADA).await.unwrap_err();
    assert_eq!(nobody.kind(), ErrorKind::NotFound);
}
