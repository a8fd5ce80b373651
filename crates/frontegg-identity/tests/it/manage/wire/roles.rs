//! Roles and permissions.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    ListRolesSortBy, NewRole, Patch, PermissionCategoryChange, PermissionChange, RoleChange,
    RoleQuery, SortOrder, TenantId,
};
use serde_json::json;

use super::Wire;

#[tokio::test]
async fn only_what_is_said_is_sent_and_null_is_something() {
    let mut wire = Wire::new().await;
    let role = json!({ "id": "r-1", "key": "Editor", "level": 5.0, "description": null });
    let path = "/roles/v1/r%2F1";
    for body in [
        json!({ "description": null, "level": 5 }),
        json!({ "name": "N", "key": "K", "firstUserRole": false, "isDefault": true, "migrateRole": true }),
        json!({ "description": "D", "isDefault": false }),
        json!({}),
    ] {
        wire.expect_json(("PATCH", path), None, Some(body), &role)
            .await;
    }
    let roles = wire.environment().await.roles();
    let id = "r/1".into();
    for change in [
        RoleChange::new().description(Patch::Null).level(5),
        RoleChange::new()
            .name("N")
            .key("K")
            .for_first_user(false)
            .by_default_for_all(),
        RoleChange::new()
            .description("D".to_owned())
            .by_default(false),
        RoleChange::new(),
    ] {
        let role = roles.update(&id, &change).await.unwrap();
        assert_eq!((role.level, role.description), (Some(5), None));
    }
    wire.done().await;
}

#[tokio::test]
async fn changes_of_permissions_and_categories_send_what_is_said() {
    let mut wire = Wire::new().await;
    let permission = json!({ "id": "p-1", "key": "a" });
    let body = json!({ "categoryId": null });
    let path = "/permissions/v1/p-1";
    wire.expect_json(("PATCH", path), None, Some(body), &permission)
        .await;
    let body = json!({ "name": "N", "description": null });
    let path = "/permissions/v1/categories/c-1";
    wire.expect_json(("PATCH", path), None, Some(body), &json!(""))
        .await;
    let environment = wire.environment().await;
    let change = PermissionChange::new().category(Patch::Null);
    let permissions = environment.permissions();
    permissions.update(&"p-1".into(), &change).await.unwrap();
    let change = PermissionCategoryChange::new()
        .name("N")
        .description(Patch::Null);
    let categories = environment.permission_categories();
    categories.update(&"c-1".into(), &change).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn a_query_is_written_as_the_server_reads_it() {
    let mut wire = Wire::new().await;
    let path = "/roles/v2?_filter=ed&_levels=1&_levels=2&_limit=10&_offset=0&_order=ASC\
                &_sortBy=level&_tenantIds=t-1&_tenantIds=t-2";
    let page = json!({ "items": [], "_metadata": { "totalItems": 0, "totalPages": 0 } });
    wire.expect_json(("GET", path), Some("t-1"), None, &page)
        .await;
    let (one, two) = (TenantId::from("t-1"), TenantId::from("t-2"));
    let query = RoleQuery::new()
        .containing("ed")
        .levels([1, 2])
        .owned_by([&one, &two])
        .sort_by(ListRolesSortBy::Level, SortOrder::Asc);
    let roles = wire.environment().await.roles().of_tenant(&one);
    let found = roles.list(&query).page_size(10).all().await.unwrap();
    assert!(found.is_empty());
    wire.done().await;
}

#[tokio::test]
async fn a_role_goes_back_to_the_environment_by_a_null() {
    let mut wire = Wire::new().await;
    let role = json!({ "id": "r-1", "key": "Editor" });
    for (path, body) in [
        ("/roles/v1/r-1/tenant", json!({ "tenantId": null })),
        ("/roles/v1/r-2/tenant", json!({ "tenantId": "t-2" })),
    ] {
        wire.expect_json(("PUT", path), None, Some(body), &role)
            .await;
    }
    let roles = wire.environment().await.roles().of_tenant(&"t-1".into());
    roles.move_to_environment(&"r-1".into()).await.unwrap();
    let moved = roles.move_to_tenant(&"r-2".into(), &"t-2".into()).await;
    moved.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn a_new_role_without_an_id_is_an_answer_that_cannot_be_read() {
    let mut wire = Wire::new().await;
    let body = json!({ "key": "K", "name": "N", "permissionIds": [] });
    let answer = json!({ "key": "K" });
    wire.expect_json(("POST", "/roles/v2"), None, Some(body), &answer)
        .await;
    let roles = wire.environment().await.roles();
    let error = roles.create(&NewRole::new("K", "N")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.operation(), Some("create_role"));
    wire.done().await;
}
