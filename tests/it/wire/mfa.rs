//! The verifications that answer an MFA challenge.

use frontegg_identity_raw::types::{
    AuthRequestVerifyMfaRequest, AuthenticateUserWebAuthNDto, RecoverMfaDto,
    VerifyMfaAuthAppRequest, VerifyMfaEmailOtcRequest, VerifyMfaSmsRequest,
    VerifyMfaWebAuthnRequest, WebAuthNResponse,
};
use serde_json::{Value, json};

use super::Wire;

/// A challenge that was answered: what a login without a second factor gives at once.
fn done() -> Value {
    json!({"mfaRequired": false, "accessToken": "a", "refreshToken": "r", "expiresIn": 86400})
}

fn authenticator_code() -> VerifyMfaAuthAppRequest {
    VerifyMfaAuthAppRequest {
        mfa_token: "m".into(),
        value: "012345".into(),
        remember_device: Some(true),
        invitation_token: None,
    }
}

#[tokio::test]
#[expect(deprecated, reason = "the documentation page shows this route")]
async fn an_authenticator_code_goes_to_the_device_or_to_the_older_route() {
    let mut wire = Wire::new().await;
    let sent = json!({"mfaToken": "m", "value": "012345", "rememberDevice": true});
    let newer = wire
        .expect(
            "POST",
            "/resources/auth/v1/user/mfa/authenticator/dev%2F1/verify",
            Some(sent.clone()),
            |mock| super::json(mock, 201, &done()),
        )
        .await;
    let older = wire
        .expect(
            "POST",
            "/resources/auth/v1/user/mfa/verify",
            Some(sent),
            |mock| super::json(mock, 200, &done()),
        )
        .await;

    let login = wire
        .client
        .verify_mfa_authenticator_device("dev/1", &authenticator_code())
        .await
        .unwrap();
    assert_eq!(login.access_token.as_ref().unwrap().expose(), "a");
    wire.client
        .verify_mfa_authenticator_legacy(&authenticator_code())
        .await
        .unwrap();

    newer.assert_async().await;
    older.assert_async().await;
}

#[tokio::test]
async fn an_sms_is_asked_for_and_then_its_code_is_sent() {
    let mut wire = Wire::new().await;
    let path = "/resources/auth/v1/user/mfa/sms/d";
    let first = wire
        .expect("POST", path, Some(json!({"mfaToken": "m"})), |mock| {
            super::json(
                mock,
                201,
                &json!({"otcToken": "o", "phoneNumber": "+1***99"}),
            )
        })
        .await;
    let sent = json!({"mfaToken": "m", "otcToken": "o", "code": "000042"});
    let second = wire
        .expect("POST", &format!("{path}/verify"), Some(sent), |mock| {
            super::json(mock, 200, &done())
        })
        .await;

    let started = wire
        .client
        .start_mfa_sms(
            "d",
            &AuthRequestVerifyMfaRequest {
                mfa_token: "m".into(),
            },
        )
        .await
        .unwrap();
    let code = VerifyMfaSmsRequest {
        mfa_token: "m".into(),
        otc_token: started.otc_token.clone(),
        code: "000042".into(),
        remember_device: None,
    };
    wire.client.verify_mfa_sms("d", &code).await.unwrap();

    first.assert_async().await;
    second.assert_async().await;
}

#[tokio::test]
async fn an_e_mail_code_is_sent_with_its_two_tokens() {
    let mut wire = Wire::new().await;
    let sent = json!({"mfaToken": "m", "otcToken": "o", "code": "000042", "rememberDevice": false});
    let mock = wire
        .expect(
            "POST",
            "/resources/auth/v1/user/mfa/emailcode/verify",
            Some(sent),
            |mock| super::json(mock, 200, &done()),
        )
        .await;
    let code = VerifyMfaEmailOtcRequest {
        mfa_token: "m".into(),
        otc_token: "o".into(),
        code: "000042".into(),
        remember_device: Some(false),
    };
    wire.client.verify_mfa_email_code(&code).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn an_assertion_is_sent_as_the_browser_gives_it() {
    let mut wire = Wire::new().await;
    let sent = json!({
        "mfaToken": "m", "webauthnToken": "w",
        "options": {"id": "credential", "response": {"clientDataJSON": "c", "authenticatorData": "d", "signature": "s"}},
    });
    let mock = wire
        .expect(
            "POST",
            "/resources/auth/v1/user/mfa/webauthn/d/verify",
            Some(sent),
            |mock| super::json(mock, 200, &done()),
        )
        .await;
    let response = WebAuthNResponse {
        client_data_json: "c".to_owned(),
        authenticator_data: "d".to_owned(),
        signature: "s".to_owned(),
        user_handle: None,
    };
    let assertion = VerifyMfaWebAuthnRequest {
        mfa_token: "m".into(),
        webauthn_token: "w".into(),
        options: AuthenticateUserWebAuthNDto {
            id: "credential".to_owned(),
            response,
            invitation_token: None,
            recaptcha_token: None,
        },
        remember_device: None,
    };
    wire.client
        .verify_mfa_webauthn("d", &assertion)
        .await
        .unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn a_recovery_code_switches_the_second_factor_off() {
    let mut wire = Wire::new().await;
    let sent = json!({"email": "ada@example.com", "recoveryCode": "12345678"});
    let mock = wire
        .expect(
            "POST",
            "/resources/auth/v1/user/mfa/recover",
            Some(sent),
            |mock| mock.with_status(201),
        )
        .await;
    let body = RecoverMfaDto {
        email: "ada@example.com".to_owned(),
        recovery_code: "12345678".into(),
    };
    wire.client
        .disable_mfa_with_recovery_code(&body)
        .await
        .unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn a_device_id_that_would_change_the_path_is_refused_before_sending() {
    let wire = Wire::new().await;
    for id in ["", ".", ".."] {
        let error = wire
            .client
            .verify_mfa_authenticator_device(id, &authenticator_code())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), frontegg_identity_raw::ErrorKind::Request);
        assert!(error.to_string().contains("`deviceId`"), "{error}");
    }
}
