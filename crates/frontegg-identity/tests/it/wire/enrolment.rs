//! Second factors that are set up in a sign-in.

use frontegg_identity::WebauthnDeviceType;
use serde_json::json;

use super::{Wire, key_answer, tokens};
use crate::world::session;

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
