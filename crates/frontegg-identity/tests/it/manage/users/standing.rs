//! Whether users may come in, and for how long.

use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::manage::UserId;
use frontegg_identity::{ErrorKind, Login};
use frontegg_identity_emulator::{NewUser, SentKind};

use super::{CAROL, id};
use crate::world::{ADA, ALAN, World, session};

#[tokio::test]
async fn a_locked_user_stays_out_until_the_lock_is_lifted() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    users.lock(&ada).await.unwrap();
    assert_eq!(users.get(&ada).await.unwrap().is_locked, Some(true));
    world.sign_in(ADA).await.unwrap_err();
    users.unlock(&ada).await.unwrap();
    session(world.sign_in(ADA).await.unwrap());
}

#[tokio::test]
async fn flags_of_a_user_are_set_and_taken_away() {
    let bob = NewUser::new("bob@example.com").id("u-bob");
    let world = World::with(|_| {}, [bob.tenant("t-1", &[]).unverified()]).await;
    let users = world.manager().await.users();
    let bob = UserId::from("u-bob");
    users.verify(&bob).await.unwrap();
    let hidden = users.hide(&bob).await.unwrap();
    assert_eq!(hidden.is_verified, Some(true));
    assert_eq!(hidden.is_invisible, Some(true));
    let shown = users.unhide(&bob).await.unwrap();
    assert_eq!(shown.is_invisible, Some(false));
    let powerful = users.make_super_user(&bob).await.unwrap();
    assert_eq!(powerful.is_super_user, Some(true));
    let ordinary = users.unmake_super_user(&bob).await.unwrap();
    assert_eq!(ordinary.is_super_user, Some(false));
}

#[tokio::test]
async fn second_factors_are_taken_away_at_once() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let alan = id(&users, ALAN).await;
    let login = world.sign_in(ALAN).await.unwrap();
    assert!(matches!(login, Login::MfaChallenge(_)));
    users.remove_mfa(&alan).await.unwrap();
    session(world.sign_in(ALAN).await.unwrap());
    let again = users.remove_mfa(&alan).await.unwrap_err();
    assert!(again.is_mfa_not_enrolled());
}

#[tokio::test]
async fn a_user_is_barred_from_one_tenant_by_its_administrator() {
    let world = World::with_carol().await;
    let environment = world.manager().await;
    let carol = id(&environment.users(), CAROL).await;
    let ada = world.ada().await;
    let own = ada.in_tenant("t-1").manage().users();
    let by_environment = environment.tenant("t-1").users();
    for tenant in [own, by_environment] {
        tenant.disable(&carol).await.unwrap();
        let user = environment.users().get(&carol).await.unwrap();
        assert_eq!(user.memberships[0].is_disabled, Some(true));
        assert_eq!(user.is_locked, Some(false));
        tenant.enable(&carol).await.unwrap();
        let user = environment.users().get(&carol).await.unwrap();
        assert_eq!(user.memberships[0].is_disabled, Some(false));
    }
}

#[tokio::test]
async fn sessions_of_a_user_are_ended_all_or_one() {
    let world = World::new().await;
    let environment = world.manager().await;
    let ada = id(&environment.users(), ADA).await;
    let tenant = environment.tenant("t-1").users();
    let (one, other) = (world.ada().await, world.ada().await);
    let rows = one.sessions().await.unwrap();
    let row = rows.iter().find(|row| row.is_current);
    tenant.revoke_session(&ada, &row.unwrap().id).await.unwrap();
    let unknown = tenant.revoke_session(&ada, "s-9").await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
    world.expire();
    let ended = one.access_token().await.unwrap_err();
    assert_eq!(ended.kind(), ErrorKind::SessionEnded);
    other.access_token().await.unwrap();

    tenant.revoke_sessions(&ada).await.unwrap();
    let call = world.last("POST", "/identity/resources/users/sessions/v1/revoke");
    assert_eq!(call.header("frontegg-user-id"), Some(ada.as_str()));
    assert_eq!(call.header("frontegg-tenant-id"), Some("t-1"));
    world.expire();
    let ended = other.access_token().await.unwrap_err();
    assert_eq!(ended.kind(), ErrorKind::SessionEnded);
}

#[tokio::test]
async fn users_with_breached_passwords_get_a_mail() {
    let user = |name: &str| NewUser::new(format!("{name}@example.com")).breached_password();
    let bob = user("bob").tenant("t-1", &[]);
    let eve = user("eve").tenant("t-3", &[]);
    let world = World::with(|_| {}, [bob, eve]).await;
    let tenant = world.manager().await.tenant("t-1").users();
    tenant.reset_breached_passwords().await.unwrap();
    let outbox = world.emulator.outbox();
    let mails: Vec<_> = outbox.mails().map(|mail| (mail.kind, &mail.to)).collect();
    assert_eq!(
        mails,
        [(SentKind::PasswordReset, &"bob@example.com".to_owned())]
    );
}

#[tokio::test]
async fn a_place_in_a_tenant_ends_by_itself_and_stays_when_that_is_lifted() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let tenant = "t-2".into();
    let life = Duration::from_millis(300_001);
    let taken = users.make_temporary(&tenant, &ada, life).await.unwrap();
    assert_eq!(taken, Duration::from_secs(301));
    let end = world.emulator.clock().now() + TimeDelta::seconds(301);
    let places = users.get(&ada).await.unwrap().memberships;
    let ends: Vec<_> = places.iter().map(|place| place.ends_at).collect();
    assert_eq!(ends, [None, Some(end)]);
    users.make_permanent(&tenant, &ada).await.unwrap();
    let places = users.get(&ada).await.unwrap().memberships;
    assert!(places.iter().all(|place| place.ends_at.is_none()));
}

#[tokio::test]
async fn an_environment_has_temporary_users_or_not() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    assert!(users.has_temporary_users().await.unwrap());
    users.forbid_temporary_users().await.unwrap();
    assert!(!users.has_temporary_users().await.unwrap());
    let life = Duration::from_secs(600);
    let refused = users.make_temporary(&"t-1".into(), &ada, life).await;
    refused.unwrap_err();
    users.allow_temporary_users().await.unwrap();
    assert!(users.has_temporary_users().await.unwrap());
}
