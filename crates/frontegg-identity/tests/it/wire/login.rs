//! Sign-ins.

use frontegg_identity::{Identifier, Login, Recipient};
use serde_json::json;

use super::{AUTH, BARE, DEVICE, Head, Wire, key_answer, tokens};
use crate::world::session;

#[tokio::test]
async fn a_login_by_username() {
    let mut wire = Wire::new().await;
    let body = json!({ "username": "ada", "password": "p" });
    let path = format!("{AUTH}/user");
    wire.expect(("POST", &path), BARE, Some(body), &tokens("A1"))
        .await;
    let who = Identifier::username("ada");
    let identity = wire.identity();
    let login = identity.sign_in_with_password(&who, &"p".into()).await;
    session(login.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn codes_and_links_that_sign_in() {
    let (mail, text, link) = ("code", "smscode", "magiclink");
    for (to, body, kind) in [
        (Recipient::email("a@b.c"), json!({ "email": "a@b.c" }), mail),
        (Recipient::user_id("u-1"), json!({ "userId": "u-1" }), mail),
        (Recipient::phone("+1"), json!({ "phoneNumber": "+1" }), text),
        (
            Recipient::username("ada"),
            json!({ "username": "ada" }),
            link,
        ),
    ] {
        let mut wire = Wire::new().await;
        let identity = wire.identity();
        let path = |step: &str| format!("{AUTH}/passwordless/{kind}/{step}");
        let step = ["odd=S1; Path=/"];
        wire.expect_with(
            "POST",
            &path("prelogin"),
            BARE,
            Some(body),
            &json!({}),
            &step,
        )
        .await;
        let back = Head {
            cookie: Some("odd=S1"),
            ..BARE
        };
        let body = json!({ "token": "000123" });
        wire.expect(
            ("POST", &path("postlogin")),
            back,
            Some(body),
            &tokens("A1"),
        )
        .await;
        let login = match kind {
            "code" => {
                identity
                    .mail_login_code(&to)
                    .await
                    .unwrap()
                    .verify("000123")
                    .await
            }
            "smscode" => {
                identity
                    .text_login_code(&to)
                    .await
                    .unwrap()
                    .verify("000123")
                    .await
            }
            _ => {
                identity
                    .mail_login_link(&to)
                    .await
                    .unwrap()
                    .open(&"000123".into())
                    .await
            }
        };
        session(login.unwrap());
        wire.done().await;
    }
}

#[tokio::test]
async fn an_expired_password() {
    let mut wire = Wire::new().await;
    let answer = json!({ "mfaRequired": false, "userId": "u-1", "resetPasswordToken": "T1" });
    let Login::PasswordExpired(expired) = wire.sign_in(&answer, &[]).await else {
        panic!("the password has expired");
    };
    let body = json!({ "userId": "u-1", "token": "T1", "password": "next" });
    let path = "/fe/identity/resources/users/v1/passwords/reset/verify";
    wire.expect(("POST", path), BARE, Some(body), &json!({}))
        .await;
    let body = json!({ "email": "ada@example.com", "password": "next" });
    let path = format!("{AUTH}/user");
    wire.expect(("POST", &path), BARE, Some(body), &tokens("A1"))
        .await;
    session(expired.replace(&"next".into()).await.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn passkeys() {
    let mut wire = Wire::new().await;
    let ada = wire.session().await;
    let path = "/fe/identity/resources/users/webauthn/v1/devices";
    let cookie = [&*format!("{DEVICE}=D2; Path=/"), "fe_webauthn_x=W1; Path=/"];
    let question = json!({ "options": { "challenge": "c" } });
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    wire.expect_with("POST", path, head, Some(json!({})), &question, &cookie[1..])
        .await;
    let head = Head {
        cookie: Some("fe_webauthn_x=W1"),
        authorization: Some("Bearer A1"),
    };
    let verify = format!("{path}/verify");
    let registration = json!({ "id": "k", "response": { "clientDataJSON": "c" } });
    wire.expect(("POST", &verify), head, Some(registration), &json!({}))
        .await;
    let new = ada.start_passkey().await.unwrap();
    assert_eq!(new.options(), &json!({ "challenge": "c" }));
    let mut answer = key_answer();
    answer["clientExtensionResults"] = json!({});
    new.verify(&answer).await.unwrap();

    let path = format!("{AUTH}/webauthn/prelogin");
    let body = json!({ "email": "ada@example.com" });
    wire.expect_with("POST", &path, BARE, Some(body), &question, &cookie)
        .await;
    let cookies = format!("{DEVICE}=D2; fe_webauthn_x=W1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/webauthn/postlogin");
    wire.expect(("POST", &path), head, Some(key_answer()), &tokens("A1"))
        .await;
    let identity = wire.identity();
    let asked = identity.start_passkey_login(Some("ada@example.com")).await;
    session(asked.unwrap().verify(&answer).await.unwrap());
    wire.done().await;
}
