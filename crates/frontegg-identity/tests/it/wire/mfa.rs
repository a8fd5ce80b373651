//! Second factors that are shown.

use frontegg_identity::{ErrorKind, Secret};
use serde_json::json;

use super::{Wire, key_answer, tokens};
use crate::world::session;

#[tokio::test]
async fn a_code_of_an_app() {
    let mut wire = Wire::new().await;
    let challenge = wire.challenge().await;
    let body = json!({ "mfaToken": "M1", "value": "000123" });
    let path = "authenticator/d%2F1/verify";
    wire.expect_factor(path, body, &tokens("A1")).await;
    let app = challenge.authenticators().next().unwrap();
    session(app.verify(" 000 123 ").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_device_to_be_remembered() {
    let mut wire = Wire::new().await;
    let challenge = wire.challenge().await.remember_device();
    let body = json!({ "mfaToken": "M1", "value": "000123", "rememberDevice": true });
    let path = "authenticator/d%2F1/verify";
    wire.expect_factor(path, body, &tokens("A1")).await;
    let app = challenge.authenticators().next().unwrap();
    session(app.verify("000123").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_code_by_sms() {
    let mut wire = Wire::new().await;
    let challenge = wire.challenge().await;
    let sent = json!({ "otcToken": "O1", "phoneNumber": "+1******99" });
    wire.expect_factor("sms/d-2", json!({ "mfaToken": "M1" }), &sent)
        .await;
    let body = json!({ "mfaToken": "M1", "otcToken": "O1", "code": "000123" });
    wire.expect_factor("sms/d-2/verify", body, &tokens("A1"))
        .await;
    let sent = challenge.phones().next().unwrap().send().await.unwrap();
    session(sent.verify("000123 ").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_code_by_mail() {
    let mut wire = Wire::new().await;
    let challenge = wire.challenge().await;
    let sent = json!({ "otcToken": "O1" });
    wire.expect_factor("emailcode", json!({ "mfaToken": "M1" }), &sent)
        .await;
    let body = json!({ "mfaToken": "M1", "otcToken": "O1", "code": "000123" });
    wire.expect_factor("emailcode/verify", body, &tokens("A1"))
        .await;
    let sent = challenge.emails().next().unwrap().send().await.unwrap();
    session(sent.verify("000123").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_key() {
    let mut wire = Wire::new().await;
    let challenge = wire.challenge().await;
    let question = json!({ "webauthnToken": "W1", "options": { "challenge": "c" } });
    wire.expect_factor("webauthn/d-3", json!({ "mfaToken": "M1" }), &question)
        .await;
    let body = json!({
        "mfaToken": "M1",
        "webauthnToken": "W1",
        "options": { "id": "k", "response": { "clientDataJSON": "c" } },
    });
    wire.expect_factor("webauthn/d-3/verify", body, &tokens("A1"))
        .await;
    let asked = challenge.keys().next().unwrap().start().await.unwrap();
    assert_eq!(asked.options(), &json!({ "challenge": "c" }));
    session(asked.verify(&key_answer()).await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_recovery_code() {
    let mut wire = Wire::new().await;
    let challenge = wire.challenge().await;
    let body = json!({ "email": "ada@example.com", "recoveryCode": "0ABC1234" });
    wire.expect_factor("recover", body, &json!({})).await;
    challenge.recover(&Secret::from(" 0ABC1234")).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn a_code_of_an_app_that_no_answer_listed() {
    let mut wire = Wire::new().await;
    let challenge = wire.bare_challenge().await.remember_device();
    let body = json!({ "mfaToken": "M1", "value": "000123", "rememberDevice": true });
    wire.expect_factor("verify", body, &tokens("A1")).await;
    let app = challenge.authenticators().next().unwrap();
    session(app.verify("000123").await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn a_recovery_code_for_an_address_that_only_the_sign_in_has() {
    let mut wire = Wire::new().await;
    let challenge = wire.bare_challenge().await;
    assert_eq!(challenge.email(), None);
    let body = json!({ "email": "ada@example.com", "recoveryCode": "0ABC1234" });
    wire.expect_factor("recover", body, &json!({})).await;
    challenge.recover(&Secret::from("0ABC1234")).await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn a_sign_in_that_comes_to_nothing_names_its_call() {
    let mut wire = Wire::new().await;
    let challenge = wire.bare_challenge().await;
    wire.expect_factor(
        "verify",
        json!({ "mfaToken": "M1", "value": "1" }),
        &json!({}),
    )
    .await;
    let app = challenge.authenticators().next().unwrap();
    let error = app.verify("1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert_eq!(error.operation(), Some("verify_mfa_authenticator_legacy"));
    let route = ("POST", "/resources/auth/v1/user/mfa/verify");
    assert_eq!((error.route(), error.status()), (Some(route), Some(200)));
    assert_eq!(error.body(), Some(&b"{}"[..]));
    wire.done().await;
}
