//! Which tenants users are in.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{NewMembership, TenantMove, UserQuery};
use frontegg_identity_emulator::{NewUser, SentKind};

use super::{CAROL, id};
use crate::world::{ADA, World};

#[tokio::test]
async fn a_user_joins_one_more_tenant_and_is_told_by_mail() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let carol = id(&users, CAROL).await;
    let joined = NewMembership::in_tenant("t-2");
    let joined = users.add_to_tenant(&carol, &joined).await.unwrap();
    assert_eq!(joined.memberships.len(), 2);
    let outbox = world.emulator.outbox();
    assert!(outbox.last(SentKind::Invitation, CAROL).is_some());
}

#[tokio::test]
async fn an_unknown_tenant_is_made_only_on_demand() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let carol = id(&users, CAROL).await;
    let membership = NewMembership::in_tenant("t-9").without_mail();
    let unknown = users.add_to_tenant(&carol, &membership).await;
    assert_eq!(unknown.unwrap_err().kind(), ErrorKind::NotFound);
    let unknown = users.set_active_tenant(&carol, &"t-9".into()).await;
    assert_eq!(unknown.unwrap_err().kind(), ErrorKind::NotFound);
    let membership = membership.or_new_tenant();
    let joined = users.add_to_tenant(&carol, &membership).await.unwrap();
    assert_eq!(joined.memberships[1].tenant_id.as_str(), "t-9");
    assert_eq!(world.emulator.outbox().mails().count(), 0);
}

#[tokio::test]
async fn the_active_tenant_is_chosen() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    let moved = users.set_active_tenant(&ada, &"t-2".into()).await.unwrap();
    assert_eq!(moved.tenant_id.unwrap().as_str(), "t-2");
}

#[tokio::test]
async fn all_users_of_a_tenant_move_to_another() {
    let user = |name: &str| NewUser::new(format!("{name}@example.com")).tenant("t-3", &[]);
    let world = World::with(|_| {}, ["bob", "eve"].map(user)).await;
    let users = world.manager().await.users();
    let tenants = TenantMove {
        from: "t-3".into(),
        to: "t-1".into(),
    };
    users.move_all(&tenants).await.unwrap();
    for (tenant, count) in [("t-3", 0), ("t-1", 4)] {
        let query = UserQuery::new().in_tenant(tenant);
        let there = users.list(&query).all().await.unwrap();
        assert_eq!(there.len(), count, "{tenant}");
    }
}
