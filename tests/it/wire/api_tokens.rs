//! API tokens: the exchange for a JWT and its refresh, in both versions with their different casing.

use frontegg_identity_raw::types::{AuthApiTokenDto, RefreshApiTokenDto};
use serde_json::json;

use super::Wire;

fn credentials() -> AuthApiTokenDto {
    AuthApiTokenDto {
        client_id: "c".to_owned(),
        secret: "s".into(),
    }
}

#[tokio::test]
async fn version_2_asks_in_camel_case_and_answers_in_snake_case() {
    let mut wire = Wire::new().await;
    let answer = json!({"access_token": "a", "refresh_token": "r", "expires_in": 86400, "expires": "Fri, 05 Feb 2027 10:23:04 GMT"});
    let first = wire
        .expect(
            "POST",
            "/resources/auth/v2/api-token",
            Some(json!({"clientId": "c", "secret": "s"})),
            |mock| super::json(mock, 200, &answer),
        )
        .await;
    let second = wire
        .expect(
            "POST",
            "/resources/auth/v2/api-token/token/refresh",
            Some(json!({"refreshToken": "r"})),
            |mock| super::json(mock, 201, &answer),
        )
        .await;

    let tokens = wire
        .client
        .authenticate_api_token(&credentials())
        .await
        .unwrap();
    let body = RefreshApiTokenDto {
        refresh_token: tokens.refresh_token.clone().unwrap(),
    };
    let again = wire.client.refresh_api_token(&body).await.unwrap();

    first.assert_async().await;
    second.assert_async().await;
    assert_eq!(again.access_token.expose(), "a");
    assert_eq!(again.expires_in, Some(86_400));
}

#[tokio::test]
async fn version_1_answers_in_camel_case() {
    let mut wire = Wire::new().await;
    let answer = json!({"accessToken": "a", "refreshToken": "r", "expiresIn": "86400"});
    let mock = wire
        .expect(
            "POST",
            "/resources/auth/v1/api-token",
            Some(json!({"clientId": "c", "secret": "s"})),
            |mock| {
                super::json(
                    mock.match_header("frontegg-vendor-host", "acme"),
                    200,
                    &answer,
                )
            },
        )
        .await;
    let tokens = wire
        .client
        .authenticate_api_token_v1(Some("acme"), &credentials())
        .await
        .unwrap();
    mock.assert_async().await;
    assert_eq!(tokens.access_token.expose(), "a");
    assert_eq!(tokens.expires_in, Some(86_400));
}

#[tokio::test]
async fn an_exchange_without_a_token_is_an_error_that_keeps_the_answer() {
    let mut wire = Wire::new().await;
    wire.expect(
        "POST",
        "/resources/auth/v2/api-token",
        Some(json!({"clientId": "c", "secret": "s"})),
        |mock| super::json(mock, 200, &json!({"token": "a"})),
    )
    .await;
    let error = wire
        .client
        .authenticate_api_token(&credentials())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), frontegg_identity_raw::ErrorKind::Decode);
    assert_eq!(&error.body().unwrap()[..], br#"{"token":"a"}"#);
}
