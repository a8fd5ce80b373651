//! Permissions and their categories.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    NewBareRole, NewPermission, NewPermissionCategory, Permission, PermissionAssignmentType,
    PermissionCategoryChange, PermissionChange, PermissionId, Permissions,
};
use serde_json::json;

use crate::world::World;

const PATH: &str = "/identity/resources/permissions/v1";

async fn read(permissions: &Permissions, id: &PermissionId) -> Permission {
    let all = permissions.list().await.unwrap();
    all.into_iter().find(|one| one.id == *id).unwrap()
}

#[tokio::test]
async fn permissions_are_created_changed_and_deleted() {
    let world = World::new().await;
    let environment = world.manager().await;
    let categories = environment.permission_categories();
    let category = NewPermissionCategory::new("Documents");
    let category = categories.create(&category).await.unwrap();
    let permissions = environment.permissions();
    let made = permissions
        .create(&[
            NewPermission::new("docs.read", "Read"),
            NewPermission::new("docs.write", "Write")
                .description("Write documents")
                .category(&category.id)
                .assignment(PermissionAssignmentType::Always),
        ])
        .await
        .unwrap();
    assert_eq!(
        (made[0].key.as_str(), made[1].key.as_str()),
        ("docs.read", "docs.write")
    );
    assert_eq!(made[1].category_id, Some(category.id.clone()));
    assert_eq!(made[1].description.as_deref(), Some("Write documents"));
    assert_eq!(made[1].is_built_in, Some(false));
    let sent = world.last("POST", PATH);
    assert_eq!(sent.body[1]["assignmentType"], "ALWAYS");

    let other = NewPermissionCategory::new("Papers");
    let other = categories.create(&other).await.unwrap();
    let change = PermissionChange::new()
        .key("docs.edit")
        .category(other.id.clone());
    let changed = permissions.update(&made[1].id, &change).await.unwrap();
    assert_eq!(changed.key, "docs.edit");
    assert_eq!(changed.category_id, Some(other.id));
    assert_eq!(changed.description.as_deref(), Some("Write documents"));
    let change = PermissionChange::new()
        .name("Edit")
        .description("Edit documents".to_owned());
    let changed = permissions.update(&made[1].id, &change).await.unwrap();
    assert_eq!(changed.name.as_deref(), Some("Edit"));
    assert_eq!(changed.description.as_deref(), Some("Edit documents"));
    assert_eq!(read(&permissions, &changed.id).await, changed);

    permissions.delete(&changed.id).await.unwrap();
    let gone = permissions.delete(&changed.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_permission_is_added_to_roles_and_taken_from_none() {
    let world = World::new().await;
    let environment = world.manager().await;
    let roles = ["One", "Two"].map(|key| NewBareRole::new(key, key, 3));
    let roles = environment.roles().create_bare(&roles).await.unwrap();
    let permissions = environment.permissions();
    let read_docs = [NewPermission::new("docs.read", "Read")];
    let made = permissions.create(&read_docs).await.unwrap();
    let id = made[0].id.clone();
    for role in &roles {
        permissions.add_to_roles(&id, [&role.id]).await.unwrap();
    }
    let mut granted = read(&permissions, &id).await.role_ids;
    let mut expected: Vec<_> = roles.into_iter().map(|role| role.id).collect();
    granted.sort();
    expected.sort();
    assert_eq!(granted, expected);
}

#[tokio::test]
async fn several_permissions_are_classified_at_once() {
    let world = World::new().await;
    let permissions = world.manager().await.permissions();
    let new = ["a", "b"].map(|key| NewPermission::new(key, key));
    let made = permissions.create(&new).await.unwrap();
    let ids = [&made[0].id, &made[1].id];
    let never = PermissionAssignmentType::Never;
    permissions.classify(ids, never).await.unwrap();
    let sent = world.last("PUT", &format!("{PATH}/classification"));
    let ids = ids.map(|id| id.as_str());
    assert_eq!(sent.body, json!({ "permissionIds": ids, "type": "NEVER" }));
}

#[tokio::test]
async fn categories_are_created_changed_and_deleted() {
    let world = World::new().await;
    let categories = world.manager().await.permission_categories();
    let category = NewPermissionCategory::new("Documents")
        .description("All that is written")
        .id("c-1");
    let made = categories.create(&category).await.unwrap();
    assert_eq!((made.id.as_str(), made.is_built_in), ("c-1", Some(false)));
    let change = PermissionCategoryChange::new().name("Papers");
    categories.update(&made.id, &change).await.unwrap();
    let find = async || {
        let list = categories.list().await.unwrap();
        list.into_iter().find(|one| one.id == made.id)
    };
    let changed = find().await.unwrap();
    assert_eq!(changed.name.as_deref(), Some("Papers"));
    assert_eq!(changed.description.as_deref(), Some("All that is written"));
    let text = "What is on paper".to_owned();
    let change = PermissionCategoryChange::new().description(text.clone());
    categories.update(&made.id, &change).await.unwrap();
    assert_eq!(find().await.unwrap().description, Some(text));
    categories.delete(&made.id).await.unwrap();
    assert_eq!(find().await, None);
}
