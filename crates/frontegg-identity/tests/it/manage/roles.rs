//! Roles of an environment and of its tenants.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    ListRolesSortBy, NewBareRole, NewPermission, NewRole, PermissionId, Role, RoleChange,
    RoleQuery, Roles, SortOrder, TenantId,
};
use serde_json::Value;

use crate::world::{World, claim};

async fn permission(world: &World, key: &str) -> PermissionId {
    let permissions = world.manager().await.permissions();
    let made = permissions.create(&[NewPermission::new(key, key)]).await;
    made.unwrap().remove(0).id
}

async fn by_key(roles: &Roles, key: &str) -> Role {
    let all = roles.list(&RoleQuery::new()).all().await.unwrap();
    all.into_iter().find(|role| role.key == key).unwrap()
}

fn keys(roles: &[Role]) -> Vec<&str> {
    roles.iter().map(|role| role.key.as_str()).collect()
}

#[tokio::test]
async fn a_new_role_has_its_permissions_and_the_level_of_another() {
    let world = World::new().await;
    let write = permission(&world, "docs.write").await;
    let roles = world.manager().await.roles();
    let read_only = by_key(&roles, "ReadOnly").await;
    let editor = NewRole::new("Editor", "Editors")
        .description("Who writes")
        .permissions([&write])
        .level_of(&read_only.id)
        .by_default();
    let made = roles.create(&editor).await.unwrap();
    assert_eq!((made.key.as_str(), made.tenant_id), ("Editor", None));
    let editor = by_key(&roles, "Editor").await;
    assert_eq!(editor.id, made.id);
    assert_eq!(editor.name.as_deref(), Some("Editors"));
    assert_eq!(editor.description.as_deref(), Some("Who writes"));
    assert_eq!(editor.permission_ids, [write]);
    assert_eq!((editor.level, read_only.level), (Some(1), Some(1)));
    assert_eq!(editor.is_default, Some(true));
    assert_eq!(editor.is_for_first_user, Some(false));
    assert!(editor.created_at.is_some() && editor.updated_at.is_some());
    let nobody = NewRole::new("Nobody", "Nobody").level_of(&"none".into());
    let refused = roles.create(&nobody).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn bare_roles_have_levels_of_their_own() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    let auditor = NewBareRole::new("Auditor", "Auditors", 7).for_first_user();
    let guest = NewBareRole::new("Guest", "Guests", 32767)
        .description("Who looks around")
        .by_default();
    let made = roles.create_bare(&[auditor, guest]).await.unwrap();
    assert_eq!(keys(&made), ["Auditor", "Guest"]);
    assert_eq!((made[0].level, made[1].level), (Some(7), Some(32767)));
    assert_eq!(made[0].is_for_first_user, Some(true));
    assert_eq!(made[1].is_default, Some(true));
    let mut levels = roles.levels().await.unwrap();
    levels.sort_unstable();
    assert_eq!(levels, [0, 1, 7, 32767]);
}

#[tokio::test]
async fn a_default_role_can_be_given_to_those_who_are_there() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    let member = NewBareRole::new("Member", "Members", 9).by_default_for_all();
    roles.create_bare(&[member]).await.unwrap();
    let guest = NewBareRole::new("Guest", "Guests", 9);
    let guest = roles.create_bare(&[guest]).await.unwrap().remove(0);
    let change = RoleChange::new().by_default_for_all();
    roles.update(&guest.id, &change).await.unwrap();
    let has = claim(&world.ada().await, "roles").await;
    let mut has: Vec<&str> = has
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    has.sort_unstable();
    assert_eq!(has, ["Admin", "Guest", "Member"]);
}

#[tokio::test]
async fn a_query_narrows_and_orders_the_roles() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    let tenant = TenantId::from("t-1");
    let owned = roles.of_tenant(&tenant);
    owned.create(&NewRole::new("Owned", "Owned")).await.unwrap();
    let found = async |query: RoleQuery| {
        let list = roles.list(&query).page_size(1);
        keys(&list.all().await.unwrap()).join(" ")
    };
    let by_key = RoleQuery::new().sort_by(ListRolesSortBy::Key, SortOrder::Desc);
    assert_eq!(found(by_key).await, "ReadOnly Owned Admin");
    assert_eq!(found(RoleQuery::new().containing("only")).await, "ReadOnly");
    assert_eq!(found(RoleQuery::new().levels([1])).await, "ReadOnly");
    assert_eq!(found(RoleQuery::new().owned_by([&tenant])).await, "Owned");
    let other = roles.of_tenant(&"t-2".into());
    let of_other = other.list(&RoleQuery::new()).all().await.unwrap();
    assert_eq!(of_other.len(), 2);
    assert_eq!(roles.owners().await.unwrap(), [tenant]);
}

#[tokio::test]
async fn a_role_of_a_tenant_is_there_for_calls_that_name_it() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    let owned = roles.of_tenant(&"t-1".into());
    let made = owned.create(&NewRole::new("Own", "Own")).await.unwrap();
    assert_eq!(made.tenant_id, Some("t-1".into()));
    let change = RoleChange::new().name("Our own");
    let unknown = roles.update(&made.id, &change).await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
    let changed = owned.update(&made.id, &change).await.unwrap();
    assert_eq!(changed.name.as_deref(), Some("Our own"));
    let unknown = roles.delete(&made.id).await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
    owned.delete(&made.id).await.unwrap();
    assert!(roles.owners().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_a_change_does_not_say_stays() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    let editor = NewBareRole::new("Editor", "Editors", 5).description("Who writes");
    let editor = roles.create_bare(&[editor]).await.unwrap().remove(0);
    let change = RoleChange::new()
        .key("Writer")
        .level(6)
        .for_first_user(true);
    let changed = roles.update(&editor.id, &change).await.unwrap();
    assert_eq!((changed.key.as_str(), changed.level), ("Writer", Some(6)));
    assert_eq!(changed.is_for_first_user, Some(true));
    assert_eq!(changed.description.as_deref(), Some("Who writes"));
    assert_eq!(changed.name.as_deref(), Some("Editors"));
    let change = RoleChange::new()
        .description("Who edits".to_owned())
        .by_default(true);
    let changed = roles.update(&editor.id, &change).await.unwrap();
    assert_eq!(changed.description.as_deref(), Some("Who edits"));
    assert_eq!(changed.is_default, Some(true));
}

#[tokio::test]
async fn the_permissions_of_a_role_are_replaced_as_a_whole() {
    let world = World::new().await;
    let [read, write] = ["docs.read", "docs.write"];
    let [read, write] = [
        permission(&world, read).await,
        permission(&world, write).await,
    ];
    let roles = world.manager().await.roles();
    let role = NewRole::new("Editor", "Editors").permissions([&read]);
    let role = roles.create(&role).await.unwrap();
    let changed = roles.set_permissions(&role.id, [&write]).await.unwrap();
    assert_eq!(changed.permission_ids, [write]);
    let changed = roles.set_permissions(&role.id, []).await.unwrap();
    assert!(changed.permission_ids.is_empty());
}

#[tokio::test]
async fn a_role_moves_to_a_tenant_and_back() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    let made = roles.create(&NewRole::new("Own", "Own")).await.unwrap();
    let tenant = TenantId::from("t-2");
    let moved = roles.move_to_tenant(&made.id, &tenant).await.unwrap();
    assert_eq!(moved.tenant_id, Some(tenant.clone()));
    let owned = roles.of_tenant(&tenant);
    let moved = owned.move_to_environment(&made.id).await.unwrap();
    assert_eq!(moved.tenant_id, None);
    let path = format!("/identity/resources/roles/v1/{}/tenant", made.id);
    let call = world.last("PUT", &path);
    assert_eq!(call.header("frontegg-tenant-id"), None);
    assert_eq!(call.body["tenantId"], Value::Null);
}

#[tokio::test]
async fn a_user_sees_the_roles_and_the_permissions_of_their_tenant() {
    let world = World::new().await;
    let roles = world.manager().await.roles();
    for (tenant, key) in [("t-1", "Mine"), ("t-2", "Theirs")] {
        let owned = roles.of_tenant(&tenant.into());
        owned.create(&NewRole::new(key, key)).await.unwrap();
    }
    let session = world.ada().await;
    let mine = session.in_tenant("t-1").manage().roles();
    let list = mine.list().await.unwrap();
    assert_eq!(keys(&list), ["Admin", "ReadOnly", "Mine"]);
    let categories = mine.permission_categories().await.unwrap();
    assert_eq!(categories[0].name.as_deref(), Some("Security"));
    assert_eq!(categories[0].permissions.len(), 2);
    let seen = world.manager().await.tenant("t-1").roles();
    assert_eq!(seen.list().await.unwrap(), list);
}
