//! The exact form of the requests around accounts: sign-up, activation, invitation, and ways back.

use frontegg_identity::{Identity, MailedLink, Secret, SignUp, SignedUp};
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

use crate::world::session;

const USERS: &str = "/identity/resources/users";

/// A server that knows no request but those it was told of.
struct Wire {
    server: ServerGuard,
    identity: Identity,
    mocks: Vec<Mock>,
}

impl Wire {
    async fn new() -> Self {
        crate::sentinel::watch();
        let server = Server::new_async().await;
        let builder = Identity::builder(server.url());
        let builder = builder.vendor_host("acme.frontegg.com");
        let identity = builder.application_id("app-1").build().unwrap();
        Self {
            server,
            identity,
            mocks: Vec::new(),
        }
    }

    /// Answers one request, if it has exactly this form.
    async fn expect(&mut self, method: &str, path: &str, body: Option<Value>, answer: Value) {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let query = match query {
            "" => Matcher::Missing,
            query => Matcher::Exact(query.to_owned()),
        };
        // A new user belongs to an application.
        let application = match path.contains("/signUp") {
            true => Matcher::Exact("app-1".to_owned()),
            false => Matcher::Missing,
        };
        let content_type = match body {
            Some(_) => Matcher::Exact("application/json".to_owned()),
            None => Matcher::Missing,
        };
        let mock = self
            .server
            .mock(method, &*format!("{USERS}/{path}"))
            .match_query(query)
            .match_header("frontegg-vendor-host", "acme.frontegg.com")
            .match_header("frontegg-requested-application-id", "app-1")
            .match_header("frontegg-application-id", application)
            .match_header("authorization", Matcher::Missing)
            .match_header("cookie", Matcher::Missing)
            .match_header("content-type", content_type)
            .match_body(body.map_or(Matcher::Exact(String::new()), Matcher::Json))
            .with_header("content-type", "application/json")
            .with_body(answer.to_string())
            .expect(1);
        self.mocks.push(mock.create_async().await);
    }

    async fn post(&mut self, path: &str, body: Value, answer: Value) {
        self.expect("POST", path, Some(body), answer).await;
    }

    /// Every request that was told of has come.
    async fn done(self) {
        for mock in self.mocks {
            mock.assert_async().await;
        }
    }
}

fn tokens() -> Value {
    json!({ "mfaRequired": false, "accessToken": "S3NTINEL-A1", "refreshToken": "S3NTINEL-R1" })
}

fn link() -> MailedLink {
    MailedLink::new("u-1", "S3NTINEL-T1".into())
}

/// The body of a request that brings a link back, with one more member.
fn with(member: &str, value: &str) -> Value {
    json!({ "userId": "u-1", "token": "S3NTINEL-T1", member: value })
}

#[tokio::test]
async fn a_sign_up_by_username_or_phone_has_a_route_of_its_own() {
    let mut wire = Wire::new().await;
    let name =
        json!({ "username": "ada", "name": "Ada", "companyName": "Acme", "password": "S3NTINEL" });
    let answer = json!({ "shouldActivate": false, "userId": "u-1", "authResponse": tokens() });
    wire.post("v1/signUp/username", name, answer).await;
    let phone = json!({
        "phoneNumber": "+1555",
        "email": "a@b.c",
        "username": "ada",
        "name": "Ada",
        "companyName": "Acme",
    });
    let answer =
        json!({ "shouldActivate": true, "userId": "u-1", "activationToken": "S3NTINEL-T1" });
    wire.post("v1/signUp/phoneNumber", phone, answer).await;
    let code = with("code", "000123");
    wire.post("v1/activate/code", code, tokens()).await;
    let mail =
        json!({ "email": "a@b.c", "phoneNumber": "+1555", "name": "Ada", "companyName": "Acme" });
    wire.post("v1/signUp", mail, json!({ "shouldActivate": true }))
        .await;

    let identity = &wire.identity;
    let ada = SignUp::by_username("ada", "Ada", "Acme").password("S3NTINEL".into());
    let Ok(SignedUp::Login(login)) = identity.sign_up(&ada).await else {
        panic!("the answer has tokens");
    };
    session(*login);
    let ada = SignUp::by_phone("+1555", "Ada", "Acme");
    let ada = ada.email("a@b.c").username("ada");
    let Ok(SignedUp::Activation {
        link: Some(link), ..
    }) = identity.sign_up(&ada).await
    else {
        panic!("the answer has what belongs to a code");
    };
    session(
        identity
            .activate(&link.code(" 000 123"), None)
            .await
            .unwrap(),
    );
    let ada = SignUp::new("a@b.c", "Ada", "Acme").phone("+1555");
    let Ok(SignedUp::Activation { link: None, .. }) = identity.sign_up(&ada).await else {
        panic!("the link is in the mail alone");
    };
    wire.done().await;
}

#[tokio::test]
async fn activations_and_invitations() {
    let mut wire = Wire::new().await;
    let strategy = "v1/activate/strategy?token=S3NTINEL-T1&userId=u-1";
    let answer = json!({ "shouldSetPassword": true });
    wire.expect("GET", strategy, None, answer).await;
    let mut body = with("code", "000123");
    body["password"] = json!("S3NTINEL\n");
    wire.post("v1/activate/code", body, tokens()).await;
    let body = json!({ "email": "a@b.c" });
    wire.post("v1/activate/reset", body, json!({})).await;
    let body = with("code", "000123");
    wire.post("v1/invitation/accept/code", body, tokens()).await;
    let body = json!({ "userId": "u-1", "token": "S3NTINEL-T1" });
    wire.post("v1/invitation/accept", body, json!({})).await;

    let identity = &wire.identity;
    assert!(identity.activation_needs_password(&link()).await.unwrap());
    let password = Secret::from("S3NTINEL\n");
    let with_code = link().code("000123");
    session(
        identity
            .activate(&with_code, Some(&password))
            .await
            .unwrap(),
    );
    identity.mail_activation("a@b.c").await.unwrap();
    let accepted = identity.accept_invitation(&with_code).await.unwrap();
    session(accepted.unwrap());
    let accepted = identity.accept_invitation(&link()).await.unwrap();
    assert!(accepted.is_none());
    wire.done().await;
}

#[tokio::test]
async fn ways_back_to_an_account() {
    let mut wire = Wire::new().await;
    let body = json!({ "userId": "u-1", "token": "S3NTINEL-T1" });
    wire.post("v1/passwords/reset/validate", body, json!({}))
        .await;
    let body = json!({ "identifier": "+1555", "identifierType": "phoneNumber" });
    let answer = json!({ "sessionId": "S3NTINEL-S1" });
    wire.post("v2/passwords/reset/sms", body, answer).await;
    let body = json!({ "sessionId": "S3NTINEL-S1", "otcToken": "000123" });
    let answer = json!({ "userId": "u-1", "token": "S3NTINEL-T1" });
    wire.post("v2/passwords/reset/sms/verify", body, answer)
        .await;
    let body = with("password", "S3NTINEL-new");
    wire.post("v1/passwords/reset/verify", body, json!({}))
        .await;
    let body = json!({ "email": "a@b.c" });
    let answer = json!({ "resetPhoneNumberToken": "S3NTINEL-P1" });
    wire.post("v1/phone/reset", body, answer).await;
    let body = json!({ "code": "000123", "resetPhoneNumberToken": "S3NTINEL-P1" });
    let answer = json!({ "changePhoneNumberToken": "S3NTINEL-P2" });
    wire.post("v1/phone/reset/verify", body, answer).await;
    let body = json!({ "phoneNumber": "+1556", "changePhoneNumberToken": "S3NTINEL-P2" });
    wire.expect("PUT", "v1/phone/change", Some(body), json!({}))
        .await;
    let body = json!({ "token": "S3NTINEL-T1" });
    wire.post("v3/me/unlock", body, json!({})).await;

    let identity = &wire.identity;
    identity.check_password_reset(&link()).await.unwrap();
    let sent = identity.text_password_reset("+1555").await.unwrap();
    let link = sent.verify("000123").await.unwrap();
    let new = Secret::from("S3NTINEL-new");
    identity.reset_password(&link, &new).await.unwrap();
    let lost = identity.replace_lost_phone("a@b.c").await.unwrap();
    lost.verify("000 123")
        .await
        .unwrap()
        .set("+1556")
        .await
        .unwrap();
    identity.unlock(&"S3NTINEL-T1".into()).await.unwrap();
    wire.done().await;
}
