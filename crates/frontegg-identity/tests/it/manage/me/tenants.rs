//! Tenants of the signed-in.

use data_encoding::BASE64URL_NOPAD;
use frontegg_identity::manage::{ApplicationId, TenantId};
use frontegg_identity::{ErrorKind, Secret};
use frontegg_identity_emulator::Fault;
use serde_json::{Value, json};

use crate::world::World;

const TREES: &str = "/identity/resources/users/v2/me/hierarchy";
const TENANTS: &str = "/identity/resources/users/v3/me/tenants";

fn tenant_of(token: &Secret) -> Value {
    let claims = token.expose().split('.').nth(1).unwrap();
    let claims = BASE64URL_NOPAD.decode(claims.as_bytes()).unwrap();
    let mut claims: Value = serde_json::from_slice(&claims).unwrap();
    claims["tenantId"].take()
}

#[tokio::test]
async fn tenants_are_listed_with_the_active_one() {
    let world = World::new().await;
    let ada = world.ada().await;
    let tenants = ada.me().tenants().await.unwrap();
    assert_eq!(tenants.active.unwrap().id.as_str(), "t-1");
    let ids = tenants.tenants.iter().map(|one| one.id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["t-1", "t-2"]);
    ada.switch_tenant("t-2").await.unwrap();
    let tenants = ada.me().tenants().await.unwrap();
    assert_eq!(tenants.active.unwrap().id.as_str(), "t-2");
}

#[tokio::test]
async fn metadata_of_a_tenant_is_read_as_text_and_as_json() {
    let world = World::new().await;
    let ada = world.ada().await.me();
    let answer = json!({ "tenants": [
        { "tenantId": "t-1", "metadata": "{\"n\":1}" },
        { "tenantId": "t-2", "metadata": { "n": 1 } },
        { "tenantId": "t-3", "metadata": null },
    ] });
    let list = world.emulator.faults().on("GET", TENANTS);
    list.once(Fault::reply(200, &answer));
    let told = ada.tenants().await.unwrap();
    assert_eq!(told.active, None);
    let metadata = told.tenants.into_iter().map(|one| one.metadata);
    let metadata = metadata.map(|one| one.map(|one| one.to_json().unwrap()));
    let same = Some(json!({ "n": 1 }));
    assert_eq!(metadata.collect::<Vec<_>>(), [same.clone(), same, None]);
}

#[tokio::test]
async fn tenants_without_a_parent_are_trees_of_their_own() {
    let world = World::new().await;
    let ada = world.ada().await.me();
    let trees = ada.tenant_trees().await.unwrap();
    let ids = trees
        .iter()
        .map(|one| (one.id.as_str(), one.children.len()));
    assert_eq!(ids.collect::<Vec<_>>(), [("t-1", 0), ("t-2", 0)]);
}

#[tokio::test]
async fn a_tree_of_tenants_is_read_in_the_forms_that_it_may_have() {
    let world = World::new().await;
    let ada = world.ada().await.me();
    let trees = || world.emulator.faults().on("GET", TREES);
    let leaf = json!({ "tenantId": "t-2", "name": "Two", "children": null });
    let tree = json!({ "tenantId": "t-1", "tenantName": "One", "children": [leaf] });
    for answer in [json!([tree]), tree.clone()] {
        trees().once(Fault::reply(200, &answer));
        let trees = ada.tenant_trees().await.unwrap();
        assert_eq!(trees.len(), 1);
        assert_eq!(trees[0].name.as_deref(), Some("One"));
        assert_eq!(trees[0].children[0].id.as_str(), "t-2");
        assert_eq!(trees[0].children[0].name.as_deref(), Some("Two"));
        assert_eq!(trees[0].children[0].children, []);
    }
    for answer in [json!({}), json!([{ "name": "Two" }])] {
        trees().once(Fault::reply(200, &answer));
        let error = ada.tenant_trees().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreadable);
        assert_eq!(error.operation(), Some("get_my_tenant_hierarchy"));
    }
}

#[tokio::test]
async fn a_token_for_another_tenant_leaves_the_session_where_it_is() {
    let world = World::new().await;
    let ada = world.ada().await;
    let token = ada.me().tenant_token(&"t-2".into()).await.unwrap();
    assert_eq!(tenant_of(&token.token), "t-2");
    let life = world.emulator.settings().access_token_life;
    assert_eq!(token.expires_in, life.to_std().ok());
    let active = ada.me().tenants().await.unwrap().active;
    assert_eq!(active.unwrap().id.as_str(), "t-1");
    let foreign = ada.me().tenant_token(&"t-3".into()).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn each_application_has_a_tenant_of_its_own() {
    let world = World::new().await;
    let ada = world.ada().await.me();
    let [one, two] = ["app-1", "app-2"].map(ApplicationId::from);
    let [first, second, foreign] = ["t-1", "t-2", "t-3"].map(TenantId::from);
    assert!(ada.application_tenants().await.unwrap().is_empty());
    let tenants = [(&one, &first), (&two, &first)];
    ada.set_application_tenants(tenants).await.unwrap();
    ada.set_application_tenants([(&two, &second)])
        .await
        .unwrap();
    let active = ada.application_tenants().await.unwrap();
    assert_eq!((&active[&one], &active[&two]), (&first, &second));
    let refused = ada.set_application_tenants([(&one, &foreign)]).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden);
}
