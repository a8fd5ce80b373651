//! Machines, and the environment.

use frontegg_identity::Credentials;
use serde_json::json;

use super::{BARE, Wire};

#[tokio::test]
async fn machines() {
    let snake = |access: &str| {
        let refresh = format!("R-{access}");
        json!({ "access_token": access, "refresh_token": refresh, "expires_in": 60 })
    };
    let camel = |access: &str| {
        let refresh = format!("R-{access}");
        json!({ "accessToken": access, "refreshToken": refresh, "expiresIn": 60 })
    };
    let by_id = json!({ "clientId": "c", "secret": "s" });
    let by_oauth =
        json!({ "grant_type": "client_credentials", "client_id": "c", "client_secret": "s" });
    let renewal = json!({ "refreshToken": "R-A1" });
    let (v1, v2) = (
        "/fe/identity/resources/auth/v1/api-token",
        "/fe/identity/resources/auth/v2/api-token",
    );
    let refresh = |path: &str| format!("{path}/token/refresh");
    let token = |access: &str| json!({ "token": access, "expiresIn": 60 });
    for (credentials, first, second) in [
        (
            Credentials::api_token("c", "s".into()),
            (v2, &by_id, snake("A1")),
            (&*refresh(v2), &renewal, snake("A2")),
        ),
        (
            Credentials::api_token_v1("c", "s".into()),
            (v1, &by_id, camel("A1")),
            (&*refresh(v1), &renewal, camel("A2")),
        ),
        (
            Credentials::environment("c", "s".into()),
            ("/fe/auth/vendor", &by_id, token("A1")),
            ("/fe/auth/vendor", &by_id, token("A2")),
        ),
        (
            Credentials::oauth_client("c", "s".into()),
            ("/fe/oauth/token", &by_oauth, snake("A1")),
            ("/fe/oauth/token", &by_oauth, snake("A2")),
        ),
    ] {
        let mut wire = Wire::new().await;
        let (path, body, answer) = first;
        wire.expect(("POST", path), BARE, Some(body.clone()), &answer)
            .await;
        let session = wire
            .identity()
            .sign_in_as_machine(credentials)
            .await
            .unwrap();
        assert_eq!(session.access_token().await.unwrap().expose(), "A1");
        let (path, body, answer) = second;
        wire.expect(("POST", path), BARE, Some(body.clone()), &answer)
            .await;
        assert_eq!(session.refresh_now().await.unwrap().expose(), "A2");
        wire.done().await;
    }
}
