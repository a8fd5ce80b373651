//! Credentials of machines.

use std::slice::from_ref;
use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::manage::{
    AccessTokenId, ApiTokenId, Metadata, NewTenantAccessToken, NewTenantApiToken, RoleId,
    RoleQuery, TenantApiTokenChange, TenantId,
};
use frontegg_identity::{Credentials, ErrorKind};
use frontegg_identity_emulator::RightsForm;
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use crate::world::{ADA, World};

async fn admin(world: &World) -> RoleId {
    let roles = world.manager().await.roles();
    let query = RoleQuery::new().containing("Admin");
    roles.list(&query).all().await.unwrap().remove(0).id
}

fn tenant() -> TenantId {
    TenantId::from("t-1")
}

#[tokio::test]
async fn a_machine_signs_in_with_a_new_api_token() {
    let world = World::new().await;
    let admin = admin(&world).await;
    let tokens = world.manager().await.tenant(tenant()).api_tokens();
    let token = NewTenantApiToken::new()
        .description("Nightly export")
        .roles([&admin])
        .metadata(json!({ "job": 7 }));
    let made = tokens.create(&token).await.unwrap();
    assert_eq!(made.token.role_ids, [admin]);
    assert_eq!(made.token.tenant_id, Some(tenant()));
    assert_eq!(
        (&made.token.created_by, made.token.expires_at),
        (&None, None)
    );
    assert_eq!(made.token.metadata.to_json().unwrap(), json!({ "job": 7 }));
    assert_eq!(tokens.list().await.unwrap(), from_ref(&made.token));
    let sent = world.last("GET", "/identity/resources/tenants/api-tokens/v1");
    let named = sent.headers.iter();
    let named = named.filter(|(name, _)| name == "frontegg-tenant-id");
    assert_eq!(named.count(), 1);
    let credentials = Credentials::api_token(made.token.id.clone(), made.secret);
    let machine = world.identity.sign_in_as_machine(credentials.clone()).await;
    machine.unwrap().access_token().await.unwrap();
    tokens.delete(&made.token.id).await.unwrap();
    assert!(tokens.list().await.unwrap().is_empty());
    let refused = world.identity.sign_in_as_machine(credentials).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Unauthorized);
}

#[tokio::test]
async fn a_user_who_may_manages_the_api_tokens_of_their_tenant() {
    let world = World::new().await;
    let session = world.ada().await;
    let tokens = session.in_tenant("t-1").manage().api_tokens();
    let made = tokens.create(&NewTenantApiToken::new()).await.unwrap();
    assert!(made.token.created_by.is_some());
    let seen = world.manager().await.tenant(tenant()).api_tokens();
    assert_eq!(seen.list().await.unwrap(), [made.token]);
}

#[tokio::test]
async fn a_change_of_an_api_token_replaces_roles_by_permissions() {
    let world = World::new().await;
    let admin = admin(&world).await;
    let environment = world.manager().await;
    let permission = environment.permissions().list().await.unwrap().remove(0).id;
    let tokens = environment.tenant(tenant()).api_tokens();
    let token = NewTenantApiToken::new().roles([&admin]);
    let made = tokens.create(&token).await.unwrap().token;
    let change = TenantApiTokenChange::new()
        .description("Import".to_owned())
        .roles([&admin])
        .permissions([&permission])
        .metadata(Metadata::from(json!({ "n": 1 })));
    let changed = tokens.update(&made.id, &change).await.unwrap();
    assert_eq!(
        (&changed.role_ids, &changed.permission_ids),
        (&vec![], &vec![permission])
    );
    assert_eq!(changed.description.as_deref(), Some("Import"));
    assert_eq!(changed.metadata.to_json().unwrap(), json!({ "n": 1 }));
    let change = TenantApiTokenChange::new().roles([&admin]);
    let changed = tokens.update(&made.id, &change).await.unwrap();
    assert_eq!(changed.role_ids, [admin]);
    assert_eq!(changed.description.as_deref(), Some("Import"));
    let nothing = tokens.update(&ApiTokenId::from("none"), &change).await;
    assert_eq!(nothing.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn metadata_of_an_api_token_that_is_no_object_is_not_sent() {
    let world = World::new().await;
    let tokens = world.manager().await.tenant(tenant()).api_tokens();
    let token = NewTenantApiToken::new().metadata(json!([1]));
    let error = tokens.create(&token).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
    let change = TenantApiTokenChange::new().metadata(Metadata::from(json!(1)));
    let error = tokens.update(&"c-1".into(), &change).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
    let path = "/identity/resources/tenants/api-tokens/v2";
    assert_eq!(world.count("POST", path), 0);
}

#[tokio::test]
async fn the_life_of_a_token_is_counted_in_minutes_that_are_not_cut_short() {
    let world = World::new().await;
    let tenant = world.manager().await.tenant(tenant());
    let now = world.emulator.clock().now();
    let ends = |minutes| Some(now + TimeDelta::minutes(minutes));
    let token = NewTenantApiToken::new().expires_in(Duration::from_secs(61));
    let made = tenant.api_tokens().create(&token).await.unwrap();
    assert_eq!(made.token.expires_at, ends(2));
    let token = NewTenantAccessToken::new().expires_in(Duration::ZERO);
    let made = tenant.access_tokens().create(&token).await.unwrap();
    assert_eq!(made.token.expires_at, ends(1));
}

#[tokio::test]
async fn an_access_token_is_looked_up_while_it_lives() {
    for form in [RightsForm::Keys, RightsForm::Objects] {
        let world = World::with(|settings| settings.access_token_rights = form, []).await;
        let admin = admin(&world).await;
        let environment = world.manager().await;
        let tokens = environment.tenant(tenant()).access_tokens();
        let token = NewTenantAccessToken::new()
            .description("Reports")
            .roles([&admin])
            .expires_in(Duration::from_secs(60));
        let made = tokens.create(&token).await.unwrap();
        assert!(made.secret.expose().starts_with("eyJ"));
        let token = made.token;
        assert_eq!(token.role_ids, [admin]);
        assert_eq!(tokens.list().await.unwrap(), from_ref(&token));

        let asked = environment.access_tokens();
        let rights = asked.of_tenant(&tenant(), &token.id).await.unwrap();
        assert_eq!((&rights.id, &rights.user_id), (&token.id, &None));
        assert_eq!(
            (rights.tenant_id, rights.expires_at),
            (Some(tenant()), token.expires_at)
        );
        assert_eq!(rights.roles, ["Admin"]);
        assert_eq!(rights.permissions, ["fe.secure.*"]);
        let active = async || asked.active_of_tenant(&tenant()).await.unwrap();
        assert_eq!(active().await, from_ref(&token.id));

        world.pass(TimeDelta::minutes(2));
        assert!(active().await.is_empty());
        let gone = asked.of_tenant(&tenant(), &token.id).await.unwrap_err();
        assert_eq!(gone.kind(), ErrorKind::NotFound);
        tokens.delete(&token.id).await.unwrap();
        assert!(tokens.list().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn an_access_token_of_a_user_is_looked_up_with_its_owner() {
    let world = World::new().await;
    let environment = world.manager().await;
    let users = environment.users();
    let ada = users.get_by_email(ADA).await.unwrap();
    let client = world.ada().await.raw();
    let made = client
        .call(&catalogue::CREATE_USER_ACCESS_TOKEN)
        .header("frontegg-tenant-id", Some("t-1"))
        .header("frontegg-user-id", Some(ada.id.as_str()))
        .json(&json!({}))
        .send::<Value>()
        .await;
    let made = made.unwrap().into_inner();
    let id = AccessTokenId::from(made["id"].as_str().unwrap());
    let asked = environment.access_tokens();
    let rights = asked.of_user(&tenant(), &id).await.unwrap();
    assert_eq!(
        (rights.user_id, rights.tenant_id),
        (Some(ada.id), Some(tenant()))
    );
    assert_eq!(rights.roles, ["Admin"]);
    assert_eq!(
        asked.active_of_users(&tenant()).await.unwrap(),
        from_ref(&id)
    );
    let other = asked.of_tenant(&tenant(), &id).await.unwrap_err();
    assert_eq!(other.kind(), ErrorKind::NotFound);
    let elsewhere = asked.active_of_users(&"t-2".into()).await.unwrap();
    assert!(elsewhere.is_empty());
}
