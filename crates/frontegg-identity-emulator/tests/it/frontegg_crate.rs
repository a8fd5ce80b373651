//! The emulator through a client of the real service that others wrote: `frontegg`, in use since 2022.

use frontegg::{
    Client, ClientConfig, Error, TenantRequest, UserListConfig, UserListPartConfig, UserRequest,
};
use frontegg_identity_emulator::{Emulator, NewTenant};
use futures_util::TryStreamExt;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::client::{environment_token, good};

const ONE: &str = "5d1f7a52-0c5c-4b5e-9d59-0f8b1b0a6c01";
const TWO: &str = "a2c4e6f8-1b3d-4f5a-8c7e-9d0b2a4c6e02";
const NOWHERE: &str = "00000000-0000-0000-0000-000000000000";

fn client(emulator: &Emulator) -> Client {
    signing_in(emulator, emulator.secret())
}

fn signing_in(emulator: &Emulator, secret_key: String) -> Client {
    Client::builder()
        .with_vendor_endpoint(emulator.base_url().parse().unwrap())
        .build(ClientConfig {
            client_id: emulator.client_id(),
            secret_key,
        })
}

/// Status and messages of a call that the service refused.
fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> (StatusCode, Vec<String>) {
    match result {
        Err(Error::Api(error)) => (error.status_code, error.messages),
        other => panic!("not refused: {other:?}"),
    }
}

/// Sends a request that the client has no call for, as the environment.
async fn post(emulator: &Emulator, method: reqwest::Method, path: &str, body: Value) -> Value {
    let url = format!("{}{path}", emulator.base_url());
    let request = reqwest::Client::new().request(method, url).json(&body);
    good(request.bearer_auth(environment_token(emulator).await)).await
}

#[tokio::test]
async fn tenants_and_their_metadata() {
    let emulator = Emulator::start().await.unwrap();
    let client = client(&emulator);
    let (one, two) = (ONE.parse().unwrap(), TWO.parse().unwrap());
    let created = client
        .create_tenant(&TenantRequest {
            id: two,
            name: "Second",
            metadata: json!({ "number": 2 }),
            creator_name: Some("Ada"),
            creator_email: Some("ada@example.com"),
        })
        .await
        .unwrap();
    assert_eq!((created.id, created.name.as_str()), (two, "Second"));
    assert_eq!(created.metadata, json!({ "number": 2 }));
    let plain = TenantRequest {
        id: one,
        name: "First",
        metadata: json!(42),
        ..TenantRequest::default()
    };
    client.create_tenant(&plain).await.unwrap();
    let (status, messages) = refused(client.create_tenant(&plain).await);
    assert_eq!((status, messages.len()), (StatusCode::CONFLICT, 1));

    let listed = client.list_tenants().await.unwrap();
    let ids: Vec<_> = listed.iter().map(|tenant| tenant.id).collect();
    assert_eq!(ids, [one, two], "sorted by id");
    assert_eq!(
        (&listed[0].metadata, &listed[0].creator_name),
        (&json!(42), &None)
    );
    assert_eq!(listed[1].creator_name.as_deref(), Some("Ada"));
    assert_eq!(listed[1].creator_email.as_deref(), Some("ada@example.com"));
    assert!(listed.iter().all(|tenant| tenant.deleted_at.is_none()));

    let metadata = json!({ "colour": "red" });
    client.set_tenant_metadata(two, &metadata).await.unwrap();
    let set = client
        .set_tenant_metadata(two, &json!({ "colour": "blue" }))
        .await
        .unwrap();
    assert_eq!(set.metadata, json!({ "colour": "blue", "number": 2 }));
    assert_eq!(client.get_tenant(two).await.unwrap().metadata, set.metadata);
    let cut = client.delete_tenant_metadata(two, "colour").await.unwrap();
    assert_eq!(cut.metadata, json!({ "number": 2 }));
    assert_eq!(client.get_tenant(two).await.unwrap().metadata, cut.metadata);

    client.delete_tenant(two).await.unwrap();
    for gone in [two, NOWHERE.parse().unwrap()] {
        let (status, messages) = refused(client.get_tenant(gone).await);
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert_eq!(messages, ["Tenant not found"]);
    }
    assert_eq!(client.list_tenants().await.unwrap().len(), 1);
}

#[tokio::test]
async fn users_in_pages_of_any_size() {
    let emulator = Emulator::builder()
        .tenant(NewTenant::new("First").id(ONE))
        .tenant(NewTenant::new("Second").id(TWO))
        .start()
        .await
        .unwrap();
    let client = client(&emulator);
    let mut ids = Vec::new();
    for (tenant, number) in [(ONE, 0), (ONE, 1), (ONE, 2), (TWO, 3), (TWO, 4)] {
        let (name, email) = (format!("User {number}"), format!("u{number}@example.com"));
        let created = client
            .create_user(&UserRequest {
                tenant_id: tenant.parse().unwrap(),
                name: &name,
                email: &email,
                metadata: Value::Null,
                skip_invite_email: true,
            })
            .await
            .unwrap();
        assert_eq!((&created.name, &created.email), (&name, &email));
        let user = client.get_user(created.id).await.unwrap();
        assert_eq!((&user.name, &user.email), (&name, &email));
        assert_eq!(user.created_at, created.created_at);
        let tenants: Vec<_> = user
            .tenants
            .iter()
            .map(|one| one.tenant_id.to_string())
            .collect();
        assert_eq!(tenants, [tenant]);
        ids.push(created.id);
    }

    for page_size in [1, 2, 10] {
        let config = UserListConfig::default().page_size(page_size);
        let listed = client.list_users(config).map_ok(|user| user.id);
        let listed: Vec<_> = listed.try_collect().await.unwrap();
        assert_eq!(listed, ids, "pages of {page_size}");
        let config = UserListConfig::default().page_size(page_size);
        let listed = client.list_users(config.tenant_id(ONE.parse().unwrap()));
        let listed: Vec<_> = listed.map_ok(|user| user.id).try_collect().await.unwrap();
        assert_eq!(listed, ids[..3], "pages of {page_size} in a tenant");
    }
    let part = |size, start| {
        let config = UserListPartConfig::default().page_size(size);
        let users = client.list_users_part(config.starting_page(start).max_pages(1));
        users.map_ok(|user| user.id).try_collect::<Vec<_>>()
    };
    assert!(matches!(part(1, 1).await, Err(Error::PaginationHault(2))));
    assert_eq!(part(2, 2).await.unwrap(), ids[4..], "the last page");

    for id in &ids {
        client.delete_user(*id).await.unwrap();
    }
    assert_eq!(
        refused(client.get_user(ids[0]).await).0,
        StatusCode::NOT_FOUND
    );
    let left: Vec<_> = client
        .list_users(UserListConfig::default())
        .try_collect()
        .await
        .unwrap();
    assert!(left.is_empty());
}

#[tokio::test]
async fn roles_and_permissions_of_users() {
    let emulator = Emulator::builder()
        .tenant(NewTenant::new("First").id(ONE))
        .start()
        .await
        .unwrap();
    let client = client(&emulator);
    let at = |path: &str| format!("/identity/resources/{path}");
    let category = json!({ "name": "Documents" });
    let category = post(
        &emulator,
        reqwest::Method::POST,
        &at("permissions/v1/categories"),
        category,
    )
    .await;
    let permission = json!([{ "key": "docs.read", "name": "Read", "categoryId": category["id"] }]);
    let permission = post(
        &emulator,
        reqwest::Method::POST,
        &at("permissions/v1"),
        permission,
    )
    .await;
    let role = json!([{ "key": "Reader", "name": "Readers", "level": 7, "isDefault": true }]);
    let role = post(&emulator, reqwest::Method::POST, &at("roles/v1"), role).await;
    let path = at(&format!(
        "roles/v1/{}/permissions",
        role[0]["id"].as_str().unwrap()
    ));
    let body = json!({ "permissionIds": [permission[0]["id"]] });
    post(&emulator, reqwest::Method::PUT, &path, body).await;

    let created = client
        .create_user(&UserRequest {
            tenant_id: ONE.parse().unwrap(),
            name: "Ada",
            email: "ada@example.com",
            metadata: Value::Null,
            skip_invite_email: true,
        })
        .await
        .unwrap();
    let [own] = created.roles.as_slice() else {
        panic!("one role, not {:?}", created.roles);
    };
    assert_eq!(
        (own.key.as_str(), own.name.as_str(), own.level),
        ("Reader", "Readers", 7)
    );
    assert!(own.is_default && own.description.is_none());
    let [granted] = created.permissions.as_slice() else {
        panic!("one permission, not {:?}", created.permissions);
    };
    assert_eq!(
        (granted.key.as_str(), granted.name.as_str()),
        ("docs.read", "Read")
    );
    assert_eq!(json!(granted.category_id), category["id"]);
    assert_eq!(own.permission_ids, [granted.id]);
    let user = client.get_user(created.id).await.unwrap();
    assert_eq!(user.tenants[0].roles[0].id, own.id);
    let listed: Vec<_> = client
        .list_users(UserListConfig::default())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(listed[0].tenants[0].roles[0].key, "Reader");
}

#[tokio::test]
async fn a_wrong_secret_and_a_missing_tenant_are_said_so() {
    let emulator = Emulator::start().await.unwrap();
    let stranger = signing_in(&emulator, "wrong".to_owned());
    let (status, messages) = refused(stranger.list_tenants().await);
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert_eq!(messages, ["Invalid credentials"]);
    let client = client(&emulator);
    let user = UserRequest {
        tenant_id: NOWHERE.parse().unwrap(),
        name: "Ada",
        email: "ada@example.com",
        ..UserRequest::default()
    };
    assert_eq!(
        refused(client.create_user(&user).await).0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        refused(client.delete_user(NOWHERE.parse().unwrap()).await).0,
        StatusCode::NOT_FOUND
    );
}
