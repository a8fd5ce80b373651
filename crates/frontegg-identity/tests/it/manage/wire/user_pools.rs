//! Sources of users: the settings of each kind, secrets included.

use frontegg_identity::manage::{
    CustomCodeSource, CustomCodeTenant, FirebaseKey, FirebaseSource, FirebaseTenant, NewUserSource,
    UserSourceChange, UserSourceKind, UserSourceSettings,
};
use serde_json::{Value, json};

use super::Wire;
use crate::manage::user_pools::{key_file, sources};

/// What [`sources`] come to, in the same order.
fn settings() -> [Value; 5] {
    let fixed = json!({ "tenantResolverType": "static", "tenantId": "t-1" });
    let dynamic = json!({ "tenantResolverType": "dynamic", "tenantIdFieldName": "tenant" });
    let new = json!({ "tenantResolverType": "new" });
    let auth0 = json!({
        "clientId": "c-1", "domain": "acme.example.com", "secret": "S3NTINEL",
        "isMigrated": true, "syncOnLogin": false, "tenantConfig": fixed,
    });
    let cognito = json!({
        "region": "eu-west-1", "userPoolId": "pool-1", "clientId": "c-1",
        "clientSecret": "S3NTINEL", "accessKeyId": "key-1", "secretAccessKey": "S3NTINEL",
        "isMigrated": false, "syncOnLogin": false, "tenantConfig": new,
    });
    let firebase = json!({
        "apiKey": "S3NTINEL", "serviceAccount": key_file(),
        "isMigrated": false, "syncOnLogin": true, "tenantConfig": new,
    });
    let code = json!({
        "codePayload": "\"S3NTINEL\"", "getUserCodePayload": "\"S3NTINEL\"",
        "isMigrated": false, "syncOnLogin": false,
        "tenantConfig": { "tenantResolverType": "from-source" },
    });
    let federation = json!({
        "wellknownUrl": "https://idp.example.com/well-known", "clientId": "c-1",
        "secret": "S3NTINEL", "syncOnLogin": true, "tenantConfig": dynamic,
    });
    [auth0, cognito, firebase, code, federation]
}

#[tokio::test]
async fn each_kind_of_source_has_its_route_and_its_settings() {
    let mut wire = Wire::new().await;
    let answer = json!({ "id": "s-1", "name": "N", "type": "x", "appIds": null, "index": 2.0 });
    for ((route, _), settings) in sources().iter().zip(settings()) {
        let path = format!("/user-sources/v1/{route}");
        let body = json!({ "name": "N", "index": 2, "configuration": settings });
        wire.expect_json(("POST", &path), None, Some(body), &answer)
            .await;
        let path = format!("{path}/s-1");
        let body = json!({ "configuration": settings });
        wire.expect_json(("PUT", &path), None, Some(body), &json!(""))
            .await;
    }
    let environment = wire.environment().await.user_sources();
    for (_, settings) in sources() {
        let source = NewUserSource::new("N", 2, settings.clone());
        let source = environment.create(&source).await.unwrap();
        assert_eq!(source.position, Some(2));
        let change = UserSourceChange::to(settings);
        environment.update(&source.id, &change).await.unwrap();
    }
    wire.done().await;
}

#[tokio::test]
async fn the_other_rules_for_tenants_and_switches() {
    let mut wire = Wire::new().await;
    let firebase = json!({
        "apiKey": "K", "serviceAccount": key_file(), "isMigrated": true, "syncOnLogin": false,
        "tenantConfig": { "tenantResolverType": "static", "tenantId": "t-2" },
    });
    let code = json!({
        "codePayload": "x", "isMigrated": true, "syncOnLogin": true,
        "tenantConfig": { "tenantResolverType": "new" },
    });
    let route = "/user-sources/v1/external";
    for (kind, settings) in [("firebase", firebase), ("custom-code", code)] {
        let path = format!("{route}/{kind}/s-1");
        let body = json!({ "name": "N", "configuration": settings });
        wire.expect_json(("PUT", &path), None, Some(body), &json!({}))
            .await;
    }
    let key = FirebaseKey::from_key_file(&key_file().to_string().into()).unwrap();
    let tenant = FirebaseTenant::Fixed("t-2".into());
    let firebase = FirebaseSource::new("K".into(), key, tenant).migrating();
    let code = CustomCodeSource::new("x", CustomCodeTenant::New)
        .migrating()
        .syncing();
    let sources = wire.environment().await.user_sources();
    for settings in [UserSourceSettings::from(firebase), code.into()] {
        let change = UserSourceChange::to(settings).name("N");
        sources.update(&"s-1".into(), &change).await.unwrap();
    }
    wire.done().await;
}

#[tokio::test]
async fn a_change_without_settings_sends_none() {
    let mut wire = Wire::new().await;
    let body = json!({ "description": "D", "index": 0 });
    let path = "/user-sources/v1/federation/s-1";
    wire.expect_json(("PUT", path), None, Some(body), &Value::Null)
        .await;
    let change = UserSourceChange::of(UserSourceKind::Federation);
    let change = change.description("D").position(0);
    let sources = wire.environment().await.user_sources();
    sources.update(&"s-1".into(), &change).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn users_of_a_source_may_be_more_than_are_told() {
    let mut wire = Wire::new().await;
    let page = json!({
        "items": [{ "email": "a@b.c", "lastLogin": "2026-02-03T04:05:06Z" }, { "email": null }],
        "_metadata": { "totalItems": 7, "totalPages": 4 },
    });
    let path = "/user-sources/v1/s-1/users";
    wire.expect_json(("GET", path), None, None, &page).await;
    let sources = wire.environment().await.user_sources();
    let users = sources.users(&"s-1".into()).await.unwrap();
    assert_eq!((users.total, users.is_complete()), (Some(7), false));
    let (first, second) = (&users.items[0], &users.items[1]);
    assert_eq!(first.email.as_deref(), Some("a@b.c"));
    assert!(first.last_login.is_some());
    assert_eq!((&second.email, second.last_login), (&None, None));
    wire.done().await;
}
