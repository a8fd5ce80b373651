//! Reading and writing users.

use frontegg_identity_raw::Patch;
use frontegg_identity_raw::types::{CreateUserDto, UpdateUserDto, Username};
use mockito::Matcher;
use serde_json::json;

use super::Wire;

#[tokio::test]
async fn a_user_is_created_in_a_tenant_and_an_application() {
    let mut wire = Wire::new().await;
    let sent = json!({"email": "ada@example.com", "password": "p", "roleIds": [], "skipInviteEmail": true, "username": "ada_l"});
    let answer = json!({"id": "u", "email": null, "metadata": null, "roles": [{"id": "r", "key": "Admin"}], "permissions": []});
    let mock = wire
        .expect("POST", "/resources/users/v2", Some(sent), |mock| {
            let mock = mock
                .match_header("frontegg-tenant-id", "t")
                .match_header("frontegg-application-id", "app");
            super::json(mock, 201, &answer)
        })
        .await;
    let body = CreateUserDto {
        email: Some("ada@example.com".to_owned()),
        password: Some("p".into()),
        role_ids: Some(vec![]),
        skip_invite_email: Some(true),
        username: Some("ada_l".parse().unwrap()),
        ..CreateUserDto::default()
    };
    let user = wire
        .client
        .create_user(Some("app"), "t", &body)
        .await
        .unwrap();
    mock.assert_async().await;
    assert_eq!(user.id, "u");
    assert!(user.email.is_none());
}

#[test]
fn a_limit_of_the_service_is_met_before_sending() {
    let error = "no spaces".parse::<Username>().unwrap_err();
    assert!(error.to_string().contains("pattern"), "{error}");
    assert!(
        "a".repeat(256)
            .parse::<Username>()
            .unwrap_err()
            .to_string()
            .contains("255")
    );
    assert!(!format!("{error} {error:?}").contains("no spaces"));
}

#[tokio::test]
async fn a_user_is_read_with_members_missing_or_null() {
    for answer in [
        json!({"id": "u"}),
        json!({"id": "u", "email": null, "tenants": null, "roles": null, "createdAt": "", "verified": null}),
    ] {
        let mut wire = Wire::new().await;
        let mock = wire
            .expect("GET", "/resources/users/v1/u%201", None, |mock| {
                super::json(mock.match_header("frontegg-tenant-id", "t"), 200, &answer)
            })
            .await;
        let user = wire.client.get_user("u 1", "t").await.unwrap();
        mock.assert_async().await;
        assert!(user.email.is_none() && user.tenants.is_empty() && user.verified.is_none());
    }
}

#[tokio::test]
async fn a_list_is_asked_for_page_by_page() {
    let mut wire = Wire::new().await;
    let answer = json!({"items": [{"id": "u"}], "_metadata": {"totalItems": 3, "totalPages": 2.0}, "_links": {}});
    let mock = wire
        .expect("GET", "/resources/users/v3", None, |mock| {
            let query = Matcher::Exact(
                "_email=a%2Bb%40example.com&_includeSubTenants=false&_limit=2&_offset=1".to_owned(),
            );
            super::json(
                mock.match_query(query)
                    .match_header("frontegg-tenant-id", "t"),
                200,
                &answer,
            )
        })
        .await;
    let page = wire
        .client
        .list_users(
            Some("a+b@example.com"),
            None,
            None,
            None,
            Some(false),
            Some(2),
            None,
            Some(1),
            None,
            None,
            None,
            None,
            Some("t"),
        )
        .await
        .unwrap();
    mock.assert_async().await;
    assert_eq!(page.items[0].id, "u");
    assert_eq!(page.metadata.as_ref().unwrap().total_pages, Some(2));
}

#[tokio::test]
async fn an_update_leaves_clears_or_sets() {
    for (picture, sent) in [
        (Patch::Absent, json!({"name": "Ada"})),
        (
            Patch::Null,
            json!({"name": "Ada", "profilePictureUrl": null}),
        ),
        (
            Patch::Value("https://example.com/a.png".parse().unwrap()),
            json!({"name": "Ada", "profilePictureUrl": "https://example.com/a.png"}),
        ),
    ] {
        let mut wire = Wire::new().await;
        let mock = wire
            .expect("PUT", "/resources/users/v1", Some(sent), |mock| {
                let mock = mock
                    .match_header("frontegg-tenant-id", "t")
                    .match_header("frontegg-user-id", "u");
                super::json(mock, 200, &json!({"id": "u"}))
            })
            .await;
        let body = UpdateUserDto {
            name: Some("Ada".to_owned()),
            profile_picture_url: picture,
            ..UpdateUserDto::default()
        };
        wire.client.update_user("t", "u", &body).await.unwrap();
        mock.assert_async().await;
    }
}

#[tokio::test]
async fn a_user_is_deleted_with_any_success() {
    for status in [200, 202, 204] {
        let mut wire = Wire::new().await;
        let mock = wire
            .expect("DELETE", "/resources/users/v1/u", None, |mock| {
                mock.match_header("frontegg-tenant-id", Matcher::Missing)
                    .with_status(status)
            })
            .await;
        wire.client.delete_user("u", None).await.unwrap();
        mock.assert_async().await;
    }
}
