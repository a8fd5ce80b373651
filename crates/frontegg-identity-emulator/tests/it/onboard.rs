//! How users come in, walked by a client that knows URLs and JSON only.

use std::cell::RefCell;

use frontegg_identity_emulator::{Emulator, NewTenant, NewUser, Sent, SentKind};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{answer, environment_token};

/// A client with a token of the environment, of a user, or none.
struct Client<'a> {
    emulator: &'a Emulator,
    http: reqwest::Client,
    token: RefCell<Option<String>>,
}

impl<'a> Client<'a> {
    fn new(emulator: &'a Emulator) -> Self {
        Self {
            emulator,
            http: reqwest::Client::new(),
            token: RefCell::default(),
        }
    }

    async fn vendor(emulator: &'a Emulator) -> Self {
        let client = Self::new(emulator);
        client.use_token(&json!(environment_token(emulator).await));
        client
    }

    fn use_token(&self, token: &Value) {
        *self.token.borrow_mut() = token.as_str().map(str::to_owned);
    }

    async fn send(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.base_url());
        let mut request = self.http.request(method, url).json(&body);
        let token = self.token.borrow().clone();
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if path.ends_with("/users/v1") {
            request = request.header("frontegg-tenant-id", "t-1");
        }
        answer(request).await
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let path = format!("/identity/resources/{path}");
        self.send(Method::POST, &path, body).await
    }

    async fn log_in(&self, email: &str, password: &str) -> (u16, Value) {
        let body = json!({ "email": email, "password": password });
        self.post("auth/v1/user", body).await
    }

    fn sent(&self, kind: SentKind, to: &str) -> Sent {
        self.emulator.outbox().last(kind, to).cloned().unwrap()
    }
}

#[tokio::test]
async fn a_sign_up_without_activation_comes_with_tokens() {
    let emulator = Emulator::start().await.unwrap();
    emulator.change_settings(|settings| settings.sign_up_activation = false);
    let client = Client::new(&emulator);
    let body = json!({
        "email": "ann@example.com",
        "name": "Ann",
        "password": "secret",
        "companyName": "Acme",
        "metadata": "{}",
    });
    let (status, answer) = client.post("users/v1/signUp", body.clone()).await;
    assert_eq!((status, &answer["shouldActivate"]), (201, &json!(false)));
    client.use_token(&answer["authResponse"]["accessToken"]);
    let me = client.send(Method::GET, "/identity/resources/users/v2/me", json!({}));
    let (_, me) = me.await;
    assert_eq!(
        (&me["id"], &me["tenantId"]),
        (&answer["userId"], &answer["tenantId"])
    );
    assert_eq!(me["roles"][0]["key"], "Admin");
    assert_eq!(client.post("users/v1/signUp", body).await.0, 409);
}

#[tokio::test]
async fn a_sign_up_is_activated_by_link_or_by_code() {
    let emulator = Emulator::start().await.unwrap();
    let client = Client::new(&emulator);
    for (email, by_code) in [("ann@example.com", true), ("bea@example.com", false)] {
        let body = json!({ "email": email, "password": "secret", "companyName": "Acme" });
        let (_, signed_up) = client.post("users/v1/signUp", body).await;
        assert_eq!(signed_up["shouldActivate"], true);
        assert_eq!(client.log_in(email, "secret").await.0, 401);
        let mail = client.sent(SentKind::Activation, email);
        let answer = if by_code {
            let body = json!({
                "userId": signed_up["userId"],
                "token": signed_up["activationToken"],
                "code": mail.code,
            });
            client.post("users/v1/activate/code", body).await
        } else {
            let body = json!({ "userId": mail.user_id, "token": mail.token });
            client.post("users/v1/activate", body).await
        };
        assert_eq!(answer.0, 200);
        assert!(answer.1["accessToken"].is_string());
        assert_eq!(client.log_in(email, "secret").await.0, 200);
    }
}

#[tokio::test]
async fn an_invitation_is_accepted_and_the_user_logs_in() {
    let builder = Emulator::builder().tenant(NewTenant::new("Acme").id("t-1"));
    let user = NewUser::new("ann@example.com").password("secret");
    let emulator = builder.user(user.tenant("t-0", &[])).start().await.unwrap();
    let vendor = Client::vendor(&emulator).await;
    let anyone = Client::new(&emulator);

    // Somebody known accepts.
    let body = json!({ "email": "ann@example.com" });
    assert_eq!(vendor.post("users/v1", body).await.0, 201);
    let mail = anyone.sent(SentKind::Invitation, "ann@example.com");
    let body = json!({ "userId": mail.user_id, "token": mail.token });
    let (status, answer) = anyone.post("users/v1/invitation/accept", body).await;
    assert_eq!((status, answer["accessToken"].is_string()), (200, true));
    assert_eq!(anyone.log_in("ann@example.com", "secret").await.0, 200);

    // Somebody new activates and chooses a password.
    let body = json!({ "email": "bea@example.com" });
    assert_eq!(vendor.post("users/v1", body).await.0, 201);
    let mail = anyone.sent(SentKind::Activation, "bea@example.com");
    let body = json!({ "userId": mail.user_id, "token": mail.token, "password": "new" });
    assert_eq!(anyone.post("users/v1/activate", body).await.0, 200);
    assert_eq!(anyone.log_in("bea@example.com", "new").await.0, 200);

    // Somebody with a link joins by signing up.
    let body = json!({ "tenantId": "t-1" });
    let (_, invite) = vendor.post("tenants/invites/v1", body).await;
    let body = json!({
        "email": "cem@example.com",
        "companyName": "Own",
        "invitationToken": invite["token"],
    });
    let (_, signed_up) = anyone.post("users/v1/signUp", body).await;
    assert_eq!(signed_up["tenantId"], "t-1");
}

#[tokio::test]
async fn a_phone_number_is_verified_and_brings_the_password_back() {
    let user = NewUser::new("ann@example.com").password("forgotten");
    let emulator = Emulator::builder().user(user).start().await.unwrap();
    let client = Client::new(&emulator);
    let (_, login) = client.log_in("ann@example.com", "forgotten").await;
    client.use_token(&login["accessToken"]);
    let number = "+15550100";
    let body = json!({ "phoneNumber": number });
    let (_, added) = client.post("users/phone-numbers/v1", body).await;
    let code = client.sent(SentKind::Verification, number).code;
    let body = json!({ "otcToken": added["otcToken"], "code": code });
    let (status, _) = client.post("users/phone-numbers/v1/verify", body).await;
    assert_eq!(status, 200);
    client.use_token(&Value::Null);

    let body = json!({ "identifier": number, "identifierType": "phoneNumber" });
    let (_, started) = client.post("users/v2/passwords/reset/sms", body).await;
    let code = client.sent(SentKind::PasswordReset, number).code;
    let body = json!({ "sessionId": started["sessionId"], "otcToken": code });
    let (_, mut reset) = client
        .post("users/v2/passwords/reset/sms/verify", body)
        .await;
    reset["password"] = json!("new");
    assert_eq!(
        client
            .post("users/v1/passwords/reset/verify", reset)
            .await
            .0,
        201
    );
    assert_eq!(client.log_in("ann@example.com", "new").await.0, 200);
}

#[tokio::test]
async fn a_further_address_is_verified_and_logs_in() {
    let user = NewUser::new("ann@example.com").password("secret");
    let emulator = Emulator::builder().user(user).start().await.unwrap();
    let client = Client::new(&emulator);
    let (_, login) = client.log_in("ann@example.com", "secret").await;
    client.use_token(&login["accessToken"]);
    let second = "second@example.com";
    client
        .post("users/emails/v1", json!({ "email": second }))
        .await;
    assert_eq!(client.log_in(second, "secret").await.0, 401);
    let code = client.sent(SentKind::Verification, second).code;
    let body = json!({ "email": second, "code": code });
    assert_eq!(client.post("users/emails/v1/verify", body).await.0, 200);
    assert_eq!(client.log_in(second, "secret").await.0, 200);
}
