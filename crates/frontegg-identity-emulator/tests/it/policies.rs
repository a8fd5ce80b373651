//! Configuration and policies as a back end sets them.

use frontegg_identity_emulator::{Emulator, NewUser};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::client::{answer, environment_token};
use crate::support::{EMAIL, LOGIN, PASSWORD, builder};

const V1: &str = "/identity/resources/configurations/v1";

/// A back end: it asks for an environment token and then sends it along.
struct BackEnd {
    client: Client,
    base: String,
    token: String,
}

impl BackEnd {
    async fn of(emulator: &Emulator) -> Self {
        Self {
            client: Client::new(),
            base: emulator.base_url(),
            token: environment_token(emulator).await,
        }
    }

    async fn send(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let request = self.client.request(method, format!("{}{path}", self.base));
        let request = request.bearer_auth(&self.token).json(&body);
        answer(request).await
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        let request = self.client.get(format!("{}{path}", self.base));
        answer(request.bearer_auth(&self.token)).await
    }

    async fn log_in(&self, password: &str) -> (u16, Value) {
        let request = self.client.post(format!("{}{LOGIN}", self.base));
        answer(request.json(&json!({ "email": EMAIL, "password": password }))).await
    }
}

#[tokio::test]
async fn the_configuration_is_read_and_changed() {
    let emulator = builder().start().await.unwrap();
    let back = BackEnd::of(&emulator).await;
    let (status, read) = back.get(V1).await;
    assert_eq!(status, 200);
    assert!(
        read["publicKey"]
            .as_str()
            .unwrap()
            .starts_with("-----BEGIN PUBLIC KEY-----")
    );
    let change = json!({ "defaultTokenExpiration": 90 });
    let (status, written) = back.send(Method::POST, V1, change).await;
    assert_eq!(
        (status, &written["defaultTokenExpiration"]),
        (201, &json!(90))
    );
    assert_eq!(back.log_in(PASSWORD).await.1["expiresIn"], 90);
}

#[tokio::test]
async fn a_lockout_policy_locks() {
    let emulator = builder().start().await.unwrap();
    let back = BackEnd::of(&emulator).await;
    let path = format!("{V1}/lockout-policy");
    assert_eq!(back.get(&path).await.0, 404);
    let body = json!({ "enabled": true, "maxAttempts": 2 });
    assert_eq!(back.send(Method::POST, &path, body.clone()).await.0, 201);
    assert_eq!(back.send(Method::POST, &path, body).await.0, 409);
    for _ in 0..2 {
        assert_eq!(back.log_in("wrong").await.0, 401);
    }
    assert_eq!(back.log_in(PASSWORD).await.0, 423);
}

#[tokio::test]
async fn an_mfa_policy_asks_everybody() {
    let emulator = builder().start().await.unwrap();
    let back = BackEnd::of(&emulator).await;
    assert_eq!(back.log_in(PASSWORD).await.1["mfaRequired"], false);
    let path = format!("{V1}/mfa-policy");
    let body = json!({ "enforceMFAType": "Force" });
    assert_eq!(back.send(Method::POST, &path, body).await.0, 201);
    assert_eq!(back.log_in(PASSWORD).await.1["mfaRequired"], true);
    let body = json!({ "enforceMFAType": "DontForce" });
    assert_eq!(back.send(Method::PATCH, &path, body).await.0, 200);
    assert_eq!(back.log_in(PASSWORD).await.1["mfaRequired"], false);
}

#[tokio::test]
async fn passwords_and_domains_are_checked_when_users_are_made() {
    let emulator = builder()
        .user(NewUser::new("b@example.com").tenant("t-1", &[]))
        .start()
        .await
        .unwrap();
    let back = BackEnd::of(&emulator).await;
    let policy = json!({ "minLength": 8 });
    let path = format!("{V1}/password");
    assert_eq!(back.send(Method::POST, &path, policy).await.0, 201);
    let domains = "/identity/resources/configurations/restrictions/v1/email-domain";
    let bulk = json!({ "type": "ALLOW", "domains": ["example.com"] });
    let replace = format!("{domains}/replace-bulk");
    assert_eq!(back.send(Method::POST, &replace, bulk).await.0, 201);
    let on = json!({ "active": true, "type": "ALLOW" });
    let config = format!("{domains}/config");
    assert_eq!(back.send(Method::POST, &config, on).await.0, 201);
    let path = "/identity/resources/vendor-only/users/v1";
    for (email, password, status) in [
        ("c@example.com", "short", 400),
        ("c@other.com", "long enough", 403),
        ("c@example.com", "long enough", 201),
    ] {
        let body = json!({ "email": email, "password": password, "tenantId": "t-1" });
        let (own, body) = back.send(Method::POST, path, body).await;
        assert_eq!(own, status, "{body}");
    }
}
