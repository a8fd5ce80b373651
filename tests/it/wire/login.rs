//! Password login: `POST /resources/auth/v1/user`.

use frontegg_identity_raw::types::{AuthenticateUserPasswordDto, MfaStrategy};
use frontegg_identity_raw::{ErrorKind, Secret};
use serde_json::json;

use super::Wire;

const PATH: &str = "/resources/auth/v1/user";

fn credentials() -> AuthenticateUserPasswordDto {
    AuthenticateUserPasswordDto {
        email: Some("ada@example.com".to_owned()),
        invitation_token: None,
        password: Secret::from("correct horse"),
        recaptcha_token: None,
        username: None,
    }
}

#[tokio::test]
async fn a_login_sends_what_was_given_and_nothing_else() {
    let mut wire = Wire::new().await;
    let sent = json!({"email": "ada@example.com", "password": "correct horse"});
    let answer = json!({
        "tokenType": "bearer", "mfaRequired": false, "accessToken": "a.b.c", "refreshToken": "r",
        "expires": "Fri, 05 Feb 2027 10:23:04 GMT", "expiresIn": 86400, "userId": "u", "userEmail": "ada@example.com",
    });
    let mock = wire
        .expect("POST", PATH, Some(sent), |mock| {
            super::json(
                mock.match_header("frontegg-vendor-host", "acme.frontegg.com"),
                200,
                &answer,
            )
        })
        .await;

    let login = wire
        .client
        .login_with_password(Some("acme.frontegg.com"), &credentials())
        .await
        .unwrap();

    mock.assert_async().await;
    assert_eq!(login.access_token.as_ref().unwrap().expose(), "a.b.c");
    assert_eq!(login.refresh_token.as_ref().unwrap().expose(), "r");
    assert_eq!(login.expires_in, Some(86_400));
    assert_eq!(
        login.expires.as_deref(),
        Some("Fri, 05 Feb 2027 10:23:04 GMT")
    );
    assert_eq!(login.mfa_required, Some(false));
    assert_eq!(login.trace_id(), Some("468c21af"));
}

#[tokio::test]
async fn every_member_can_be_sent() {
    let mut wire = Wire::new().await;
    let sent =
        json!({"username": "ada", "password": "p", "recaptchaToken": "", "invitationToken": "i"});
    let mock = wire
        .expect("POST", PATH, Some(sent), |mock| {
            mock.match_header("frontegg-vendor-host", mockito::Matcher::Missing)
        })
        .await;
    let body = AuthenticateUserPasswordDto {
        email: None,
        username: Some("ada".to_owned()),
        password: "p".into(),
        recaptcha_token: Some("".into()),
        invitation_token: Some("i".into()),
    };
    wire.client.login_with_password(None, &body).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn a_challenge_comes_without_tokens_and_with_strategies_that_are_new() {
    let mut wire = Wire::new().await;
    let answer = json!({
        "mfaRequired": true, "mfaToken": "m", "mfaStrategies": ["AuthenticatorApp", "zzNew"], "qrCode": null,
        "mfaDevices": {"authenticators": [{"id": "d"}], "phones": null, "webauthn": [{"id": "w", "deviceType": "zzNew", "name": null}]},
        "accessToken": null, "expiresIn": null, "surprise": {"a": [1]},
    });
    wire.expect(
        "POST",
        PATH,
        Some(json!({"email": "ada@example.com", "password": "correct horse"})),
        |mock| super::json(mock, 200, &answer),
    )
    .await;
    let login = wire
        .client
        .login_with_password(None, &credentials())
        .await
        .unwrap();

    assert_eq!(login.mfa_token.as_ref().unwrap().expose(), "m");
    assert_eq!(
        login.mfa_strategies,
        [
            MfaStrategy::AuthenticatorApp,
            MfaStrategy::Unknown("zzNew".to_owned())
        ]
    );
    let devices = login.mfa_devices.as_ref().unwrap();
    assert_eq!(devices.authenticators[0].id.as_deref(), Some("d"));
    assert!(devices.phones.is_empty() && devices.emails.is_empty());
    assert!(
        login.access_token.is_none() && login.refresh_token.is_none() && login.expires_in.is_none()
    );
}

#[tokio::test]
async fn a_refused_login_keeps_the_servers_reasons_and_shows_no_secret() {
    let mut wire = Wire::new().await;
    let reasons = json!({"errors": ["Invalid authentication S3NTINEL"], "errorCode": "ER-00001"});
    wire.expect(
        "POST",
        PATH,
        Some(json!({"email": "ada@example.com", "password": "S3NTINEL"})),
        |mock| super::json(mock, 401, &reasons),
    )
    .await;
    let body = AuthenticateUserPasswordDto {
        password: "S3NTINEL".into(),
        ..credentials()
    };
    let error = wire
        .client
        .login_with_password(None, &body)
        .await
        .unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status().unwrap().as_u16(), 401);
    assert_eq!(error.operation().unwrap().id(), "login_with_password");
    assert_eq!(error.body().unwrap(), reasons.to_string().as_bytes());
    assert_eq!(
        error.to_string(),
        "the server refused the call: login_with_password (POST /resources/auth/v1/user), status 401, trace id 468c21af; \
         the error's body() holds the server's reasons"
    );
    let printed = format!("{} {body:?}", crate::support::printed(&error));
    assert!(!printed.contains("S3NTINEL"), "{printed}");
}
