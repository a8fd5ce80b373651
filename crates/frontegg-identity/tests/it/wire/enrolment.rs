//! Second factors that are set up in a sign-in.

use frontegg_identity::{Login, MfaEnrolment, Secret, WebauthnDeviceType};
use serde_json::json;

use super::{Wire, key_answer, tokens};
use crate::world::{enrolment, session};

#[tokio::test]
async fn an_app_that_is_set_up() {
    let mut wire = Wire::new().await;
    let open = wire.enrolment().await.remember_device();
    let offer = json!({ "qrCode": "data:image/png;base64,AAAA", "secret": "JBSWY3DP" });
    let path = "authenticator/enroll";
    wire.expect_factor(path, json!({ "mfaToken": "M1" }), &offer)
        .await;
    let body = json!({ "mfaToken": "M1", "token": "000123", "rememberDevice": true });
    let path = "authenticator/enroll/verify";
    wire.expect_factor(path, body, &tokens("A1")).await;
    let app = open.authenticator().unwrap().start().await.unwrap();
    assert_eq!(app.secret().unwrap().expose(), "JBSWY3DP");
    session(app.verify("000123").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_phone_that_is_set_up() {
    let mut wire = Wire::new().await;
    let open = wire.enrolment().await;
    let body = json!({ "mfaToken": "M1", "phoneNumber": "+15551234567" });
    wire.expect_factor("sms/enroll", body, &json!({ "otcToken": "O1" }))
        .await;
    let body = json!({ "mfaToken": "M1", "otcToken": "O1", "code": "000123" });
    wire.expect_factor("sms/enroll/verify", body, &tokens("A1"))
        .await;
    let sent = open.phone().unwrap().send("+15551234567").await.unwrap();
    session(sent.verify("000123").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_key_that_is_set_up() {
    let mut wire = Wire::new().await;
    let open = wire.enrolment().await;
    let question = json!({ "webauthnToken": "W1", "options": { "challenge": "c" } });
    let path = "webauthn/enroll";
    wire.expect_factor(path, json!({ "mfaToken": "M1" }), &question)
        .await;
    let body = json!({
        "mfaToken": "M1",
        "webauthnToken": "W1",
        "deviceType": "CrossPlatform",
        "options": { "id": "k", "response": { "clientDataJSON": "c" } },
    });
    wire.expect_factor("webauthn/enroll/verify", body, &tokens("A1"))
        .await;
    let key = open.key(WebauthnDeviceType::CrossPlatform).unwrap();
    let new = key.start().await.unwrap();
    session(new.verify(&key_answer()).await.unwrap());
    wire.done().await;
}

/// What a service may have put into the answer of the login already.
async fn offered(wire: &mut Wire) -> MfaEnrolment {
    let answer = json!({
        "mfaRequired": true,
        "mfaToken": "M1",
        "mfaEnrolled": false,
        "qrCode": "data:image/png;base64,AAAA",
        "secret": "JBSWY3DP",
        "recoveryCode": "C1",
    });
    enrolment(wire.sign_in(&answer, &[]).await)
}

#[tokio::test]
async fn an_app_whose_secret_came_with_the_login() {
    for (started, qr_code, secret) in [
        (json!({}), "data:image/png;base64,AAAA", Some("JBSWY3DP")),
        // Not a picture of one secret beside the text of another.
        (
            json!({ "qrCode": "data:image/png;base64,BBBB" }),
            "data:image/png;base64,BBBB",
            None,
        ),
    ] {
        let mut wire = Wire::new().await;
        let open = offered(&mut wire).await;
        let token = json!({ "mfaToken": "M1" });
        wire.expect_factor("authenticator/enroll", token, &started)
            .await;
        let app = open.authenticator().unwrap().start().await.unwrap();
        assert_eq!(app.qr_code().map(Secret::expose), Some(qr_code));
        assert_eq!(app.secret().map(Secret::expose), secret);
        wire.done().await;
    }
}

#[tokio::test]
async fn a_recovery_code_that_came_with_the_login_counts_once_a_factor_is_set_up() {
    for (own, expected) in [(None, "C1"), (Some("C2"), "C2")] {
        let mut wire = Wire::new().await;
        let open = offered(&mut wire).await;
        let body = json!({ "mfaToken": "M1", "phoneNumber": "+1" });
        wire.expect_factor("sms/enroll", body, &json!({ "otcToken": "O1" }))
            .await;
        let body = json!({ "mfaToken": "M1", "otcToken": "O1", "code": "1" });
        let mut answer = tokens("A1");
        if let Some(code) = own {
            answer["recoveryCode"] = json!(code);
        }
        wire.expect_factor("sms/enroll/verify", body, &answer).await;
        let sent = open.phone().unwrap().send("+1").await.unwrap();
        let Login::Complete(signed_in) = sent.verify("1").await.unwrap() else {
            panic!("the code is right");
        };
        assert_eq!(signed_in.recovery_code.unwrap().expose(), expected);
        wire.done().await;
    }
}
