//! Tokens that act as a user.

use std::slice;
use std::time::Duration;

use chrono::TimeDelta;
use frontegg_identity::manage::{NewPersonalAccessToken, NewPersonalApiToken, PersonalTokens};
use frontegg_identity::{Credentials, ErrorKind};
use serde_json::json;

use crate::world::{ADA, World};

async fn as_environment(world: &World) -> PersonalTokens {
    let environment = world.manager().await;
    let ada = environment.users().get_by_email(ADA).await.unwrap();
    environment.tenant("t-2").user(ada.id).tokens()
}

#[tokio::test]
async fn an_api_token_signs_a_machine_in_until_it_is_taken_away() {
    let world = World::new().await;
    let tokens = world.ada().await.me().tokens();
    let metadata = json!({ "job": "nightly" });
    let wanted = NewPersonalApiToken::new()
        .description("nightly job")
        .expires_in(Duration::from_secs(3601))
        .metadata(metadata);
    let made = tokens.create_api_token(&wanted).await.unwrap();
    let end = world.emulator.clock().now() + TimeDelta::minutes(61);
    assert_eq!(made.token.expires_at, Some(end));
    assert_eq!(
        made.token.metadata.to_json().unwrap(),
        json!({ "job": "nightly" })
    );
    assert_eq!(
        tokens.api_tokens().await.unwrap(),
        slice::from_ref(&made.token)
    );
    let id = made.token.client_id;
    let credentials = || Credentials::api_token(id.clone(), made.secret.clone());
    let machine = world
        .identity
        .sign_in_as_machine(credentials())
        .await
        .unwrap();
    let token = machine.access_token().await.unwrap();
    assert_eq!(token.unverified_claims().unwrap()["type"], "userApiToken");
    tokens.delete_api_token(&id).await.unwrap();
    assert!(tokens.api_tokens().await.unwrap().is_empty());
    let refused = world.identity.sign_in_as_machine(credentials()).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Unauthorized);
    let gone = tokens.delete_api_token(&id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn an_access_token_is_told_once() {
    let world = World::new().await;
    let tokens = world.ada().await.me().tokens();
    let wanted = NewPersonalAccessToken::new().description("laptop");
    let made = tokens.create_access_token(&wanted).await.unwrap();
    assert_eq!(made.secret.expose().split('.').count(), 3);
    assert_eq!(made.token.description.as_deref(), Some("laptop"));
    assert_eq!(made.token.expires_at, None);
    assert_eq!(
        tokens.access_tokens().await.unwrap(),
        slice::from_ref(&made.token)
    );
    tokens.delete_access_token(&made.token.id).await.unwrap();
    assert!(tokens.access_tokens().await.unwrap().is_empty());
    let gone = tokens.delete_access_token(&made.token.id).await;
    assert_eq!(gone.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_life_of_nothing_does_not_last_for_ever() {
    let world = World::new().await;
    let tokens = world.ada().await.me().tokens();
    let end = Some(world.emulator.clock().now() + TimeDelta::minutes(1));
    let wanted = NewPersonalApiToken::new().expires_in(Duration::ZERO);
    let made = tokens.create_api_token(&wanted).await.unwrap();
    assert_eq!(made.token.expires_at, end);
    let wanted = NewPersonalAccessToken::new().expires_in(Duration::ZERO);
    let made = tokens.create_access_token(&wanted).await.unwrap();
    assert_eq!(made.token.expires_at, end);
}

#[tokio::test]
async fn tokens_are_of_one_tenant() {
    let world = World::new().await;
    let ada = world.ada().await;
    let own = ada.me().tokens();
    let new = NewPersonalApiToken::new();
    own.create_api_token(&new).await.unwrap();
    let environment = as_environment(&world).await;
    assert!(environment.api_tokens().await.unwrap().is_empty());
    let made = environment.create_api_token(&new).await.unwrap();
    ada.switch_tenant("t-2").await.unwrap();
    assert_eq!(
        own.api_tokens().await.unwrap(),
        slice::from_ref(&made.token)
    );
    environment
        .delete_api_token(&made.token.client_id)
        .await
        .unwrap();
    assert!(own.api_tokens().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_user_has_tokens_in_a_tenant_that_is_not_active() {
    let world = World::new().await;
    let ada = world.ada().await;
    let id = ada.me().profile().await.unwrap().id;
    let tokens = ada.in_tenant("t-2").manage().user(id).tokens();
    let new = NewPersonalAccessToken::new();
    let made = tokens.create_access_token(&new).await.unwrap();
    let environment = as_environment(&world).await;
    assert_eq!(environment.access_tokens().await.unwrap(), [made.token]);
    assert!(ada.me().tokens().access_tokens().await.unwrap().is_empty());
}

#[tokio::test]
async fn tokens_that_are_switched_off_are_forbidden() {
    let world = World::with(|settings| settings.api_tokens_enabled = false, []).await;
    let tokens = world.ada().await.me().tokens();
    let error = tokens.api_tokens().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn metadata_of_an_api_token_is_an_object() {
    let world = World::new().await;
    let tokens = world.ada().await.me().tokens();
    let wanted = NewPersonalApiToken::new().metadata(json!(["nightly"]));
    let error = tokens.create_api_token(&wanted).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
}
