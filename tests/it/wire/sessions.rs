//! Refresh and logout.

use frontegg_identity_raw::Patch;
use frontegg_identity_raw::types::RefreshTokenDto;
use mockito::Matcher;
use serde_json::json;

use super::Wire;

#[tokio::test]
async fn a_refresh_tells_an_absent_tenant_from_null_and_from_a_tenant() {
    for (tenant_id, sent) in [
        (Patch::Absent, json!({})),
        (Patch::Null, json!({"tenantId": null})),
        (Patch::Value("t".to_owned()), json!({"tenantId": "t"})),
    ] {
        let mut wire = Wire::new().await;
        let answer = json!({"mfaRequired": false, "accessToken": "a2", "refreshToken": "r2", "expiresIn": 300.0});
        let mock = wire
            .expect(
                "POST",
                "/resources/auth/v1/user/token/refresh",
                Some(sent),
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
            .refresh_session(Some("acme"), &RefreshTokenDto { tenant_id })
            .await
            .unwrap();
        mock.assert_async().await;
        assert_eq!(tokens.refresh_token.as_ref().unwrap().expose(), "r2");
        assert_eq!(tokens.expires_in, Some(300));
    }
}

#[tokio::test]
async fn a_refresh_may_lead_to_a_challenge() {
    let mut wire = Wire::new().await;
    let answer = json!({"mfaRequired": true, "mfaToken": "m"});
    wire.expect(
        "POST",
        "/resources/auth/v1/user/token/refresh",
        Some(json!({})),
        |mock| super::json(mock, 200, &answer),
    )
    .await;
    let tokens = wire
        .client
        .refresh_session(
            None,
            &RefreshTokenDto {
                tenant_id: Patch::Absent,
            },
        )
        .await
        .unwrap();
    assert_eq!(tokens.mfa_required, Some(true));
    assert!(tokens.access_token.is_none());
}

#[tokio::test]
async fn a_logout_has_no_body_and_takes_any_success() {
    for (status, body) in [(200, ""), (200, "{}"), (201, "OK"), (204, "")] {
        let mut wire = Wire::new().await;
        let mock = wire
            .expect("POST", "/resources/auth/v1/logout", None, |mock| {
                mock.match_header("frontegg-vendor-host", Matcher::Missing)
                    .with_status(status)
                    .with_body(body)
            })
            .await;
        wire.client.logout(None).await.unwrap();
        mock.assert_async().await;
    }
}
