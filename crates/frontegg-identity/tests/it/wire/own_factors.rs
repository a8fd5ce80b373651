//! Second factors of the signed-in.

use frontegg_identity::WebauthnDeviceType;
use serde_json::json;

use super::{BARE, Head, Wire, key_answer};

#[tokio::test]
async fn factors_of_the_signed_in() {
    let mut wire = Wire::new().await;
    let ada = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let empty = Some(json!({}));
    let otc = json!({ "otcToken": "O1" });
    let question = json!({ "webauthnToken": "W1", "options": { "challenge": "c" } });
    let key = json!({ "id": "k", "response": { "clientDataJSON": "c" } });
    let sms = json!({ "otcToken": "O1", "code": "000123" });
    let signed = json!({ "webauthnToken": "W1", "options": key });
    let mut new_key = signed.clone();
    new_key["deviceType"] = json!("Platform");
    let done = json!({ "recoveryCode": "C1" });
    let number = json!({ "phoneNumber": "+1" });
    for (method, path, body, answer) in [
        (
            "GET",
            "devices",
            None,
            &json!({ "phones": [{ "id": "d" }] }),
        ),
        (
            "POST",
            "authenticator/enroll",
            None,
            &json!({ "secret": "S1" }),
        ),
        (
            "POST",
            "authenticator/enroll/verify",
            Some(json!({ "token": "000123" })),
            &done,
        ),
        ("POST", "sms/enroll", Some(number), &otc),
        ("POST", "sms/enroll/verify", Some(sms.clone()), &done),
        ("POST", "webauthn/enroll", empty.clone(), &question),
        ("POST", "webauthn/enroll/verify", Some(new_key), &done),
        (
            "POST",
            "authenticator/d%2F1/disable/verify",
            Some(json!({ "token": "012" })),
            &otc,
        ),
        ("POST", "sms/d/disable", empty.clone(), &otc),
        ("POST", "sms/d/disable/verify", Some(sms), &otc),
        ("POST", "webauthn/d/disable", empty.clone(), &question),
        ("POST", "webauthn/d/disable/verify", Some(signed), &otc),
        (
            "POST",
            "authenticator/e/disable/verify",
            empty.clone(),
            &otc,
        ),
        ("POST", "sms/e/disable/verify", empty.clone(), &otc),
        ("POST", "webauthn/e/disable/verify", empty, &otc),
    ] {
        let path = format!("/fe/identity/resources/users/v1/mfa/{path}");
        wire.expect((method, &path), head, body, answer).await;
    }
    assert_eq!(ada.mfa_devices().await.unwrap().phones.len(), 1);
    let app = ada.start_authenticator().await.unwrap();
    assert!(app.verify("000123").await.unwrap().is_some());
    let phone = ada.start_phone(" +1").await.unwrap();
    assert!(phone.verify("000123").await.unwrap().is_some());
    let own = ada.start_key(WebauthnDeviceType::Platform).await.unwrap();
    assert!(own.verify(&key_answer()).await.unwrap().is_some());
    ada.remove_authenticator("d/1", Some("0 12")).await.unwrap();
    let phone = ada.start_phone_removal("d").await.unwrap();
    phone.verify("000123").await.unwrap();
    let own = ada.start_key_removal("d").await.unwrap();
    own.verify(&key_answer()).await.unwrap();
    ada.remove_authenticator("e", None).await.unwrap();
    ada.remove_phone("e").await.unwrap();
    ada.remove_key("e").await.unwrap();
    wire.done().await;
}
