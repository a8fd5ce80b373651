//! New users and new passwords.

use frontegg_identity::{MailedLink, Secret, SignUp, SignedUp};
use serde_json::json;

use super::{BARE, Head, JWT, Wire, tokens};
use crate::world::session;

#[tokio::test]
async fn accounts() {
    let mut wire = Wire::new().await;
    let users = "/fe/identity/resources/users/v1";
    let body = json!({
        "email": "a@b.c",
        "name": "Ada",
        "companyName": "Acme",
        "password": "p",
        "metadata": "{\"a\":1}",
        "invitationToken": "I1",
    });
    let signed_up = json!({ "shouldActivate": false, "authResponse": tokens(JWT) });
    let path = format!("{users}/signUp");
    wire.expect(("POST", &path), BARE, Some(body), &signed_up)
        .await;
    let ada = SignUp::new("a@b.c", "Ada", "Acme")
        .password("p".into())
        .metadata(json!({ "a": 1 }))
        .invitation("I1".into());
    let identity = wire.identity();
    let Ok(SignedUp::Login(login)) = identity.sign_up(&ada).await else {
        panic!("the answer has tokens");
    };
    let ada = session(*login);

    let link = MailedLink::new("u-1", "T1".into());
    let with_password = json!({ "userId": "u-1", "token": "T1", "password": "p" });
    let bare = json!({ "userId": "u-1", "token": "T1" });
    for (path, body, answer) in [
        ("activate", &with_password, tokens("A1")),
        ("invitation/accept", &bare, tokens("A1")),
        ("passwords/reset", &json!({ "email": "a@b.c" }), json!({})),
        ("passwords/reset/verify", &with_password, json!({})),
    ] {
        let path = format!("{users}/{path}");
        wire.expect(("POST", &path), BARE, Some(body.clone()), &answer)
            .await;
    }
    let password = Secret::from("p");
    session(identity.activate(&link, Some(&password)).await.unwrap());
    let accepted = identity.accept_invitation(&link).await.unwrap();
    session(accepted.unwrap());
    identity.mail_password_reset("a@b.c").await.unwrap();
    identity.reset_password(&link, &password).await.unwrap();

    let bearer = format!("Bearer {JWT}");
    let head = Head {
        authorization: Some(&bearer),
        ..BARE
    };
    let path = format!("{users}/passwords/change");
    let body = json!({ "password": "p", "newPassword": "q" });
    wire.expect(("POST", &path), head, Some(body), &json!({}))
        .await;
    ada.change_password(&password, &"q".into()).await.unwrap();
    wire.done().await;
}
