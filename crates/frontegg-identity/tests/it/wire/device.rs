//! The device that a sign-in says it comes from.

use std::time::Duration;

use frontegg_identity::{
    ErrorKind, Identifier, Identity, KnownDevice, MailedLink, Recipient, SignUp, SignedUp,
};
use serde_json::{Value, json};

use super::{AUTH, BARE, Head, REFRESH, Wire, key_answer, tokens};
use crate::world::{challenge, session};

/// The server chose the name; it need not be the one that the client id makes.
const KEPT: &str = "fe_device_x=D7";

const HERE: Head<'static> = Head {
    cookie: Some(KEPT),
    authorization: None,
};

fn on_device(wire: &Wire) -> Identity {
    let device = KnownDevice::from_text(&KEPT.into()).unwrap();
    wire.identity().on_device(&device)
}

#[tokio::test]
async fn a_password_and_what_follows_it() {
    let mut wire = Wire::new().await;
    let here = on_device(&wire);
    let body = json!({ "email": "ada@example.com", "password": "p" });
    let due = json!({
        "mfaRequired": true,
        "mfaToken": "M1",
        "mfaDevices": { "emails": [{ "email": "ada@example.com" }] },
    });
    let path = format!("{AUTH}/user");
    wire.expect(("POST", &path), HERE, Some(body), &due).await;
    let token = json!({ "mfaToken": "M1" });
    let path = format!("{AUTH}/user/mfa/emailcode");
    wire.expect(("POST", &path), HERE, Some(token), &json!({}))
        .await;
    // The answer had no `otcToken` to be given back.
    let code = json!({ "mfaToken": "M1", "code": "1" });
    let path = format!("{AUTH}/user/mfa/emailcode/verify");
    wire.expect(("POST", &path), HERE, Some(code), &tokens("A1"))
        .await;
    let with_refresh = format!("{REFRESH}=R1; {KEPT}");
    let both = Head {
        cookie: Some(&with_refresh),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    wire.expect(("POST", &path), both, Some(json!({})), &tokens("A2"))
        .await;

    let who = Identifier::email("ada@example.com");
    let login = here.sign_in_with_password(&who, &"p".into()).await.unwrap();
    let asked = challenge(login);
    let sent = asked.emails().next().unwrap().send().await.unwrap();
    let session = session(sent.verify("1").await.unwrap());
    assert_eq!(session.device().unwrap().to_text().expose(), KEPT);
    session.refresh_now().await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn other_sign_ins() {
    let mut wire = Wire::new().await;
    let here = on_device(&wire);
    let users = "/fe/identity/resources/users/v1";
    let signed_up = json!({ "shouldActivate": false, "authResponse": tokens("A1") });
    let grace = json!({ "email": "g@b.c", "name": "Grace", "companyName": "Acme" });
    let link = json!({ "userId": "u-1", "token": "T1" });
    let token = json!({ "token": "T1" });
    let to = json!({ "email": "a@b.c" });
    let question = json!({ "options": { "challenge": "c" } });
    for (path, body, answer) in [
        (format!("{AUTH}/passwordless/code/prelogin"), &to, json!({})),
        (
            format!("{AUTH}/passwordless/code/postlogin"),
            &token,
            tokens("A1"),
        ),
        (
            format!("{AUTH}/passwordless/magiclink/postlogin"),
            &token,
            tokens("A1"),
        ),
        (format!("{AUTH}/webauthn/prelogin"), &json!({}), question),
        (
            format!("{AUTH}/webauthn/postlogin"),
            &key_answer(),
            tokens("A1"),
        ),
        (format!("{users}/signUp"), &grace, signed_up),
        (format!("{users}/activate"), &link, tokens("A1")),
        (format!("{users}/invitation/accept"), &link, tokens("A1")),
    ] {
        wire.expect(("POST", &path), HERE, Some(body.clone()), &answer)
            .await;
    }
    let sent = here.mail_login_code(&Recipient::email("a@b.c")).await;
    session(sent.unwrap().verify("T1").await.unwrap());
    session(here.sign_in_with_link(&"T1".into()).await.unwrap());
    let asked = here.start_passkey_login(None).await.unwrap();
    session(asked.verify(&key_answer()).await.unwrap());
    let grace = SignUp::new("g@b.c", "Grace", "Acme");
    assert!(matches!(here.sign_up(&grace).await, Ok(SignedUp::Login(_))));
    let link = MailedLink::new("u-1", "T1".into());
    session(here.activate(&link, None).await.unwrap());
    let accepted = here.accept_invitation(&link).await.unwrap();
    session(accepted.unwrap());
    wire.done().await;
}

#[tokio::test]
async fn whether_it_may_be_remembered() {
    let fortnight = Some(Duration::from_secs(1_209_600));
    for (answer, expected) in [
        (
            json!({ "isAllowedToRemember": true, "mfaDeviceExpiration": 60 }),
            Some(Duration::from_secs(60)),
        ),
        (
            json!({ "isAllowedToRemember": true, "mfaDeviceExpiration": 60.0 }),
            Some(Duration::from_secs(60)),
        ),
        (json!({ "isAllowedToRemember": true }), fortnight),
        (
            json!({ "isAllowedToRemember": false, "mfaDeviceExpiration": 60 }),
            None,
        ),
        (json!({}), None),
    ] {
        let mut wire = Wire::new().await;
        let asked = wire.bare_challenge().await;
        expect_question(&mut wire, &answer).await;
        assert_eq!(asked.may_remember_device().await.unwrap(), expected);
        wire.done().await;
    }
    let mut wire = Wire::new().await;
    let open = wire.enrolment().await;
    let over = json!({ "errors": ["MFA token is not valid"] });
    expect_question(&mut wire, &over).await;
    let error = open.may_remember_device().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    wire.done().await;
}

async fn expect_question(wire: &mut Wire, answer: &Value) {
    let path = "/fe/identity/resources/configurations/v1/mfa-policy/allow-remember-device";
    let path = format!("{path}?mfaToken=M1");
    wire.expect(("GET", &path), BARE, None, answer).await;
}
