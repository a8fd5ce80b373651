//! The exact form of the requests that a verifier sends.

use frontegg_identity::{Credentials, Identity};
use mockito::{Matcher, Server};
use serde_json::json;

use super::forge::Forge;

#[tokio::test]
async fn s29_keys_and_roles_go_the_way_of_every_call() {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    let forge = Forge::first();
    let keys = server
        .mock("GET", "/fe/.well-known/jwks.json")
        .match_header("user-agent", "my-service/1.2")
        .match_header("frontegg-vendor-host", "acme.frontegg.com")
        .match_header("authorization", Matcher::Missing)
        .match_body("")
        .with_body(json!({ "keys": [forge.jwk()] }).to_string())
        .create_async()
        .await;
    let sign_in = server
        .mock("POST", "/fe/auth/vendor")
        .with_body(json!({ "token": "e30.e30.x", "expiresIn": 3600 }).to_string())
        .create_async()
        .await;
    let mut roles = |path: &str| {
        let path = format!("/fe/identity/resources/vendor-only/{path}/access-tokens/v1/a%2Fb");
        let mock = server.mock("GET", path.as_str());
        mock.match_header("user-agent", "my-service/1.2")
            .match_header("authorization", "Bearer e30.e30.x")
            .match_header("frontegg-tenant-id", "t-1")
            .match_body("")
            .with_body(json!({ "id": "a/b", "roles": ["Robot"], "permissions": [] }).to_string())
    };
    let tenants = roles("tenants").create_async().await;
    let users = roles("users").create_async().await;
    let identity = Identity::builder(format!("{}/fe/", server.url()))
        .user_agent("my-service/1.2")
        .vendor_host("acme.frontegg.com")
        .build()
        .unwrap();
    let credentials = Credentials::environment("env-1", "S3NTINEL".into());
    let environment = identity.sign_in_as_machine(credentials).await.unwrap();
    let builder = identity.token_verifier().environment(&environment);
    let verifier = builder.build().unwrap();
    for kind in ["tenantAccessToken", "userAccessToken"] {
        let token = forge.token(&json!({
            "type": kind, "sub": "a/b", "userId": "u-1", "tenantId": "t-1",
            "roles": ["FETCH-ROLES-BY-API"], "permissions": ["FETCH-PERMISSIONS-BY-API"],
        }));
        let token = verifier.verify_access_token(&token).await.unwrap();
        assert_eq!(token.roles(), ["Robot"]);
    }
    for mock in [keys, sign_in, tenants, users] {
        mock.assert_async().await;
    }
}
