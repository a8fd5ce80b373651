//! Users of a tenant in the accounts below it.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    Environment, NewMembers, SortOrder, SubAccountQuery, SubAccountRoles, TenantId, UserQuery,
};
use frontegg_identity_emulator::{Emulator, NewRole, NewTenant, NewUser, Settings};

use super::{id, keys, role_of};
use crate::world::{ADA, World, identity_of};

/// Account `low` below `top`; Ada is the administrator of `top`, and Carol a viewer in `low`.
async fn family() -> World {
    crate::sentinel::watch();
    let mut settings = Settings::default();
    settings.strict = true;
    let emulator = Emulator::builder()
        .settings(settings)
        .tenant(NewTenant::new("Top").id("top"))
        .tenant(NewTenant::new("Low").id("low").parent("top"))
        .role(NewRole::new("Member").default_role())
        .user(NewUser::new(ADA).name("Ada").tenant("top", &["Admin"]))
        .user(NewUser::new(super::CAROL).tenant("low", &["Viewer"]))
        .start()
        .await
        .unwrap();
    emulator.clock().freeze();
    let identity = identity_of(&emulator);
    World { emulator, identity }
}

async fn low_keys(environment: &Environment, email: &str) -> Vec<String> {
    let users = environment.users();
    keys(&users, &id(&users, email).await, "low").await
}

#[tokio::test]
async fn users_of_sub_accounts_are_listed_with_their_rights_there() {
    let world = family().await;
    let environment = world.manager().await;
    let top = environment.tenant("top").users();
    let query = SubAccountQuery::new().sort_by("email", SortOrder::Desc);
    let all = top.with_sub_accounts(&query).page_size(1).all().await;
    let all = all.unwrap();
    assert_eq!(all.len(), 2);
    let carol = &all[0].memberships[0];
    assert_eq!(carol.tenant_id.as_str(), "low");
    let roles = carol.roles.as_deref().unwrap();
    assert_eq!(roles[0].key.as_deref(), Some("Viewer"));
    assert_eq!((carol.is_disabled, carol.is_activated), (None, Some(true)));
    let ada = top.with_sub_accounts(&SubAccountQuery::new().text("ada"));
    assert_eq!(ada.all().await.unwrap().len(), 1);

    let list = UserQuery::new();
    assert_eq!(top.list(&list).all().await.unwrap().len(), 2);
    let own = list.without_sub_accounts();
    assert_eq!(top.list(&own).all().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_user_is_let_into_the_sub_accounts_and_kept_out_again() {
    let world = family().await;
    let environment = world.manager().await;
    let top = environment.tenant("top").users();
    let ada = id(&environment.users(), ADA).await;
    top.allow_sub_accounts(&ada).await.unwrap();
    let user = environment.users().get(&ada).await.unwrap();
    assert_eq!(user.may_enter_sub_accounts, Some(true));
    top.forbid_sub_accounts(&ada).await.unwrap();
    let user = environment.users().get(&ada).await.unwrap();
    assert_eq!(user.may_enter_sub_accounts, Some(false));
}

#[tokio::test]
async fn a_user_comes_into_sub_accounts_and_leaves_them() {
    let world = family().await;
    let environment = world.manager().await;
    let top = environment.tenant("top").users();
    let low = TenantId::from("low");
    let viewer = role_of(&environment.users(), super::CAROL).await;
    let places = SubAccountRoles::new().with(&low, [&viewer]);
    top.add_to_sub_accounts("bob@example.com", Some("Bob"), &places)
        .await
        .unwrap();
    let users = environment.users();
    let bob = users.get_by_email("bob@example.com").await.unwrap();
    assert_eq!(bob.name.as_deref(), Some("Bob"));
    assert_eq!(low_keys(&environment, "bob@example.com").await, ["Viewer"]);
    top.remove_from_sub_accounts(&bob.id, std::slice::from_ref(&low))
        .await
        .unwrap();
    assert_eq!(users.get(&bob.id).await.unwrap().memberships, []);

    let default = SubAccountRoles::new().with(&low, []);
    top.add_to_sub_accounts("eve@example.com", None, &default)
        .await
        .unwrap();
    assert_eq!(low_keys(&environment, "eve@example.com").await, ["Member"]);
    let foreign = SubAccountRoles::new().with(&"top".into(), []);
    let refused = top.add_to_sub_accounts(ADA, None, &foreign).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn several_users_come_into_one_sub_account() {
    let world = family().await;
    let environment = world.manager().await;
    let top = environment.tenant("top").users();
    let viewer = role_of(&environment.users(), super::CAROL).await;
    let members = NewMembers::of(&"low".into())
        .user(ADA)
        .named_user("bob@example.com", "Bob")
        .roles([&viewer])
        .with_sub_accounts();
    top.add_to_sub_account(&members).await.unwrap();
    for email in [ADA, "bob@example.com"] {
        assert_eq!(low_keys(&environment, email).await, ["Viewer"], "{email}");
        let user = environment.users().get_by_email(email).await.unwrap();
        assert_eq!(user.may_enter_sub_accounts, Some(true));
    }
    let barred = NewMembers::of(&"low".into()).user("eve@example.com");
    let barred = barred.without_sub_accounts();
    top.add_to_sub_account(&barred).await.unwrap();
    let eve = environment.users().get_by_email("eve@example.com").await;
    assert_eq!(eve.unwrap().may_enter_sub_accounts, Some(false));
}

#[tokio::test]
async fn roles_in_sub_accounts_are_given_taken_and_set() {
    let world = family().await;
    let environment = world.manager().await;
    let top = environment.tenant("top").users();
    let users = environment.users();
    let carol = id(&users, super::CAROL).await;
    let (admin, viewer) = (
        role_of(&users, ADA).await,
        role_of(&users, super::CAROL).await,
    );
    let low = TenantId::from("low");
    let roles = |ids| SubAccountRoles::new().with(&low, ids);
    top.add_sub_account_roles(&carol, &roles(vec![&admin]))
        .await
        .unwrap();
    assert_eq!(keys(&users, &carol, "low").await, ["Viewer", "Admin"]);
    top.remove_sub_account_roles(&carol, &roles(vec![&viewer]))
        .await
        .unwrap();
    assert_eq!(keys(&users, &carol, "low").await, ["Admin"]);
    top.set_sub_account_roles(&carol, &roles(vec![&viewer]))
        .await
        .unwrap();
    assert_eq!(keys(&users, &carol, "low").await, ["Viewer"]);
    top.set_sub_account_roles(&carol, &roles(vec![]))
        .await
        .unwrap();
    assert_eq!(keys(&users, &carol, "low").await, [""; 0]);
}
