//! Users are looked up, listed, searched and counted.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    CountQuery, IdentifierType, Phrases, SortOrder, UserId, UserQuery, UserSortField,
    UserTenantStatus,
};

use super::{CAROL, id, user};
use crate::world::{ADA, ALAN, World};

const LIST: &str = "/identity/resources/users/v3";

#[tokio::test]
async fn a_user_is_found_by_id_and_by_address() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = users.get_by_email(ADA).await.unwrap();
    assert_eq!(ada.email.as_deref(), Some(ADA));
    let again = users.get(&ada.id).await.unwrap();
    assert_eq!((&again.id, &again.email), (&ada.id, &ada.email));
    let nobody = users.get(&UserId::from("nobody")).await.unwrap_err();
    assert_eq!(nobody.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_look_up_tells_rights_that_a_list_does_not() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = user(&users, ADA).await;
    let rights = ada.rights.unwrap();
    assert_eq!(rights.roles[0].key.as_deref(), Some("Admin"));
    let [first, second] = ada.memberships.as_slice() else {
        panic!("she is in two tenants");
    };
    assert_eq!(first.roles.as_ref().unwrap()[0], rights.roles[0]);
    assert_eq!(second.roles.as_deref(), Some(&[][..]));

    let list = users.list(&UserQuery::new().ids([&ada.id])).all().await;
    let listed = list.unwrap().remove(0);
    assert_eq!(listed.rights, None);
    assert_eq!(listed.memberships.len(), 2);
    assert_eq!(listed.memberships[0].roles, None);
    assert_eq!(listed.memberships[0].is_disabled, Some(false));
}

#[tokio::test]
async fn rights_are_those_of_the_tenant_in_question() {
    let world = World::new().await;
    let users = world.manager().await.users();
    let ada = id(&users, ADA).await;
    for (tenant, roles) in [("t-1", 1), ("t-2", 0)] {
        let there = users.get_in_tenant(&tenant.into(), &ada).await.unwrap();
        assert_eq!(there.rights.unwrap().roles.len(), roles, "{tenant}");
    }
    let elsewhere = users.get_in_tenant(&"t-9".into(), &ada).await;
    assert_eq!(elsewhere.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_query_leaves_others_out() {
    let world = World::with_carol().await;
    let environment = world.manager().await;
    let users = environment.users();
    let carol = id(&users, CAROL).await;
    let all = UserQuery::new();
    for (query, count) in [
        (all.clone(), 3),
        (all.clone().email(ADA), 1),
        (all.clone().in_tenant("t-2"), 2),
        (all.clone().ids([&carol]), 1),
        (all.clone().external_ids(["none"]), 0),
        (all.clone().name_prefix("Zoe"), 0),
        (
            all.clone()
                .identifier_prefix(IdentifierType::Username, "ad"),
            1,
        ),
    ] {
        let found = users.list(&query).all().await.unwrap();
        assert_eq!(found.len(), count, "{query:?}");
    }
    let tenant = environment.tenant("t-2").users();
    assert_eq!(tenant.list(&all).all().await.unwrap().len(), 2);
    let call = world.last("GET", LIST);
    assert_eq!(call.header("frontegg-tenant-id"), Some("t-2"));
    let backwards = all.sort_by(UserSortField::Email, SortOrder::Desc);
    let users = users.list(&backwards).all().await.unwrap();
    assert_eq!(users[0].email.as_deref(), Some(CAROL));
}

#[tokio::test]
async fn an_administrator_lists_the_users_of_the_tenant() {
    let world = World::with_carol().await;
    let ada = world.ada().await;
    let users = ada.in_tenant("t-2").manage().users();
    let found = users.list(&UserQuery::new()).all().await.unwrap();
    assert_eq!(found.len(), 2);
}

#[tokio::test]
async fn phrases_are_searched_for() {
    let world = World::with_carol().await;
    let environment = world.manager().await;
    let all = UserQuery::new();
    for (phrases, emails) in [
        (Phrases::new().all_of(["carol", "example"]), vec![CAROL]),
        (Phrases::new().none_of(["ada", "carol"]), vec![ALAN]),
        (Phrases::new().any_of(["ada@", "carol@"]), vec![ADA, CAROL]),
        (Phrases::new().all_of(["carl"]).approximate(), vec![CAROL]),
    ] {
        let found = environment.users().search(&all, &phrases).all();
        let mut found: Vec<_> = found.await.unwrap();
        found.sort_by(|one, other| one.email.cmp(&other.email));
        let found: Vec<_> = found
            .iter()
            .filter_map(|one| one.email.as_deref())
            .collect();
        assert_eq!(found, emails, "{phrases:?}");
    }
    let phrases = Phrases::new().none_of(["alan"]);
    let tenant = environment.tenant("t-2").users();
    let found = tenant.search(&all, &phrases).all().await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].email.as_deref(), Some(ADA));
}

#[tokio::test]
async fn many_ids_are_asked_about_in_parts() {
    let world = World::with_carol().await;
    let environment = world.manager().await;
    let users = environment.users();
    let mut ids: Vec<_> = (0..205)
        .map(|number| format!("u-{number}").into())
        .collect();
    let carol = id(&users, CAROL).await;
    ids.push(carol.clone());

    let statuses = users.statuses(&ids, &[]).await.unwrap();
    assert_eq!(statuses.len(), 1);
    assert_eq!(statuses[0].user_id, carol);
    assert_eq!(statuses[0].tenants[0].tenant_id.as_str(), "t-1");
    assert_eq!(
        statuses[0].tenants[0].status,
        UserTenantStatus::PendingLogin
    );

    let tenant = environment.tenant("t-1").users();
    let roles = tenant.roles_of(&ids).await.unwrap();
    assert_eq!(roles[0].user_id, carol);
    let own = user(&users, CAROL).await.rights.unwrap().roles;
    assert_eq!(roles[0].role_ids, [own[0].id.clone()]);
    let groups = tenant.groups_of(&ids).await.unwrap();
    assert_eq!((groups.len(), groups[0].group_ids.len()), (1, 0));

    for path in [
        "tenants/users/v1/statuses",
        "users/v3/roles",
        "users/v3/groups",
    ] {
        let path = format!("/identity/resources/{path}");
        assert_eq!(world.count("GET", &path), 3, "{path}");
    }
    assert_eq!(tenant.roles_of(&[]).await.unwrap(), []);
    let elsewhere = environment.tenant("t-2").users();
    assert_eq!(elsewhere.roles_of(&[carol]).await.unwrap(), []);
}

#[tokio::test]
async fn statuses_are_narrowed_to_some() {
    let world = World::with_carol().await;
    let users = world.manager().await.users();
    let carol = [id(&users, CAROL).await];
    for (status, count) in [
        (UserTenantStatus::Activated, 0),
        (UserTenantStatus::PendingLogin, 1),
    ] {
        let told = users.statuses(&carol, &[status]).await.unwrap();
        assert_eq!(told[0].tenants.len(), count);
    }
}

#[tokio::test]
async fn the_users_of_a_tenant_are_counted_and_invisible_ones_left_out() {
    let world = World::with_carol().await;
    let environment = world.manager().await;
    let users = environment.users();
    users.hide(&id(&users, CAROL).await).await.unwrap();
    let tenant = environment.tenant("t-1").users();
    let own = tenant.count(&CountQuery::new()).await.unwrap();
    assert_eq!((own.len(), own[0].users), (1, Some(3)));
    assert_eq!(own[0].tenant_id.as_str(), "t-1");
    let (one, other) = ("t-1".into(), "t-2".into());
    let both = CountQuery::new().in_tenants([&one, &other]);
    let both = tenant.count(&both.without_invisible()).await.unwrap();
    assert_eq!(both.len(), 2);
    assert!(both.iter().all(|count| count.users == Some(2)));
    assert!(both.iter().all(|count| count.may_enter == Some(2)));
}
