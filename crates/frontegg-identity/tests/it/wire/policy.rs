//! Who has to show a second factor: for the environment.

use frontegg_identity::Credentials;
use serde_json::json;

use super::{BARE, Head, Wire};

#[tokio::test]
async fn who_has_to_show_a_second_factor() {
    let mut wire = Wire::new().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let by_id = json!({ "clientId": "c", "secret": "s" });
    let token = json!({ "token": "A1", "expiresIn": 60 });
    wire.expect(("POST", "/fe/auth/vendor"), BARE, Some(by_id), &token)
        .await;
    let credentials = Credentials::environment("c", "s".into());
    let environment = wire
        .identity()
        .sign_in_as_machine(credentials)
        .await
        .unwrap();
    let policy = "/fe/identity/resources/configurations/v1/mfa-policy";
    let body = json!({
        "enforceMFAType": "Force",
        "allowRememberMyDevice": true,
        "mfaDeviceExpiration": 60,
    });
    wire.expect(("GET", &format!("{policy}/vendor")), head, None, &body)
        .await;
    wire.expect(("PUT", policy), head, Some(body), &json!({}))
        .await;
    let now = environment.mfa_policy().await.unwrap().unwrap();
    environment.set_mfa_policy(&now).await.unwrap();
    let path = "/fe/identity/resources/configurations/v1/mfa/strategies";
    let list = json!({ "strategies": [{ "strategy": "SMS", "isActive": true }] });
    wire.expect(("GET", path), head, None, &list).await;
    for is_active in [true, false] {
        let body = json!({ "strategy": "SMS", "isActive": is_active });
        wire.expect(("POST", path), head, Some(body), &json!({}))
            .await;
    }
    let strategies = environment.mfa_strategies().await.unwrap();
    environment
        .enable_mfa_strategy(&strategies[0])
        .await
        .unwrap();
    environment
        .disable_mfa_strategy(&strategies[0])
        .await
        .unwrap();
    wire.done().await;
}
