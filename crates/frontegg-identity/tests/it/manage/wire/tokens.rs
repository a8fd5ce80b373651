//! Credentials of machines.

use std::time::Duration;

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    NewTenantAccessToken, NewTenantApiToken, Patch, PermissionId, TenantApiTokenChange,
};
use serde_json::json;

use super::Wire;

#[tokio::test]
async fn a_token_names_roles_or_permissions_and_its_life_in_minutes() {
    let mut wire = Wire::new().await;
    let body = json!({
        "description": "D", "expiresInMinutes": 90, "metadata": { "n": 1 }, "permissionIds": ["p-1"],
    });
    let answer = json!({ "clientId": "c-1", "secret": "S3NTINEL", "expires": "" });
    let path = "/tenants/api-tokens/v2";
    wire.expect_json(("POST", path), Some("t-1"), Some(body), &answer)
        .await;
    let body = json!({ "expiresInMinutes": 90 });
    let answer = json!({ "id": "a-1", "secret": "S3NTINEL", "roleIds": null });
    let path = "/tenants/access-tokens/v1";
    wire.expect_json(("POST", path), Some("t-1"), Some(body), &answer)
        .await;
    let tenant = wire.environment().await.tenant("t-1");
    let life = Duration::from_secs(90 * 60);
    let token = NewTenantApiToken::new()
        .description("D")
        .roles([&"r-1".into()])
        .permissions([&PermissionId::from("p-1")])
        .metadata(json!({ "n": 1 }))
        .expires_in(life);
    let made = tenant.api_tokens().create(&token).await.unwrap();
    assert_eq!(
        (made.token.id.as_str(), made.token.expires_at),
        ("c-1", None)
    );
    assert_eq!(made.token.metadata.to_json().unwrap(), json!({}));
    let token = NewTenantAccessToken::new().expires_in(life);
    let made = tenant.access_tokens().create(&token).await.unwrap();
    assert_eq!(made.token.id.as_str(), "a-1");
    wire.done().await;
}

#[tokio::test]
async fn a_change_of_a_token_sends_what_is_said() {
    let mut wire = Wire::new().await;
    let path = "/tenants/api-tokens/v1/c-1";
    let answer = json!({ "clientId": "c-1" });
    for body in [
        json!({ "description": null, "metadata": null }),
        json!({ "roleIds": [] }),
    ] {
        wire.expect_json(("PATCH", path), Some("t-1"), Some(body), &answer)
            .await;
    }
    let tokens = wire.environment().await.tenant("t-1").api_tokens();
    for change in [
        TenantApiTokenChange::new()
            .description(Patch::Null)
            .metadata(Patch::Null),
        TenantApiTokenChange::new().roles([]),
    ] {
        tokens.update(&"c-1".into(), &change).await.unwrap();
    }
    wire.done().await;
}

#[tokio::test]
async fn a_new_access_token_without_its_secret_is_an_answer_that_cannot_be_read() {
    let mut wire = Wire::new().await;
    let path = "/tenants/access-tokens/v1";
    let answer = json!({ "id": "a-1" });
    wire.expect_json(("POST", path), Some("t-1"), Some(json!({})), &answer)
        .await;
    let tokens = wire.environment().await.tenant("t-1").access_tokens();
    let error = tokens.create(&NewTenantAccessToken::new()).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.operation(), Some("create_tenant_access_token"));
    wire.done().await;
}
