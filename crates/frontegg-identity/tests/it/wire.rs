//! The exact form of each request: method, path, headers, cookies and body.
//!
//! What the emulator understands could be a misreading that both share. These forms are written down from the service's
//! own clients.

use std::time::Duration;

use frontegg_identity::{
    Credentials, Identifier, Identity, Login, MailedLink, MfaChallenge, MfaEnrolment, Recipient,
    Secret, Session, SignUp, SignedUp, StepUp, WebauthnDeviceType,
};
use frontegg_identity_raw::catalogue;
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

use crate::world::{challenge, enrolment, session};

const AUTH: &str = "/fe/identity/resources/auth/v1";
/// A client id; its first dash is left out in the names of cookies.
const CLIENT: &str = "abcd1234-ef56-7890";
const REFRESH: &str = "fe_refresh_abcd1234ef56-7890";
const DEVICE: &str = "fe_device_abcd1234ef56-7890";

/// A token that says `{"sub":"u-1"}`.
const JWT: &str = "e30.eyJzdWIiOiJ1LTEifQ.x";

/// A server that knows no request but those it was told of.
struct Wire {
    server: ServerGuard,
    mocks: Vec<Mock>,
}

/// What stands in a request besides its body.
#[derive(Clone, Copy, Default)]
struct Head<'a> {
    cookie: Option<&'a str>,
    authorization: Option<&'a str>,
}

const BARE: Head<'static> = Head {
    cookie: None,
    authorization: None,
};

impl Wire {
    async fn new() -> Self {
        crate::sentinel::watch();
        Self {
            server: Server::new_async().await,
            mocks: Vec::new(),
        }
    }

    fn identity(&self) -> Identity {
        Identity::builder(format!("{}/fe/", self.server.url()))
            .vendor_host("acme.frontegg.com")
            .application_id("app-1")
            .client_id(CLIENT)
            .user_agent("my-service/1.2")
            .build()
            .unwrap()
    }

    /// Answers one request, if it has exactly this form.
    async fn expect(
        &mut self,
        (method, path): (&str, &str),
        head: Head<'_>,
        body: Option<Value>,
        answer: &Value,
    ) {
        self.expect_with(method, path, head, body, answer, &[])
            .await;
    }

    async fn expect_with(
        &mut self,
        method: &str,
        path: &str,
        head: Head<'_>,
        body: Option<Value>,
        answer: &Value,
        cookies: &[&str],
    ) {
        let exactly = |value: Option<&str>| match value {
            Some(value) => Matcher::Exact(value.to_owned()),
            None => Matcher::Missing,
        };
        let has_body = body.is_some();
        // A new user belongs to an application.
        let application = path.ends_with("/signUp").then_some("app-1");
        let user = path.ends_with("/passwords/change").then_some("u-1");
        let mut mock = self
            .server
            .mock(method, path)
            .match_query(Matcher::Missing)
            .match_header("accept", "application/json")
            .match_header("user-agent", "my-service/1.2")
            .match_header("frontegg-vendor-host", "acme.frontegg.com")
            .match_header("frontegg-requested-application-id", "app-1")
            .match_header("frontegg-application-id", exactly(application))
            .match_header("frontegg-user-id", exactly(user))
            .match_header("cookie", exactly(head.cookie))
            .match_header("authorization", exactly(head.authorization))
            .match_header(
                "content-type",
                exactly(has_body.then_some("application/json")),
            )
            .match_body(body.map_or(Matcher::Exact(String::new()), Matcher::Json))
            .with_header("content-type", "application/json")
            .with_body(answer.to_string())
            .expect(1);
        for cookie in cookies {
            mock = mock.with_header("set-cookie", cookie);
        }
        self.mocks.push(mock.create_async().await);
    }

    /// Every request that was told of has come.
    async fn done(self) {
        for mock in self.mocks {
            mock.assert_async().await;
        }
    }

    async fn sign_in(&mut self, answer: &Value, cookies: &[&str]) -> Login {
        let body = json!({ "email": "ada@example.com", "password": " pass word " });
        let path = format!("{AUTH}/user");
        self.expect_with("POST", &path, BARE, Some(body), answer, cookies)
            .await;
        let who = Identifier::email("ada@example.com");
        let login = self
            .identity()
            .sign_in_with_password(&who, &" pass word ".into())
            .await;
        login.unwrap()
    }

    async fn session(&mut self) -> Session {
        let cookies = [
            &*format!("{REFRESH}=R1; Path=/; HttpOnly; Secure"),
            &*format!("{DEVICE}=D1; Path=/; HttpOnly; Secure"),
        ];
        session(self.sign_in(&tokens("A1"), &cookies).await)
    }

    async fn challenge(&mut self) -> MfaChallenge {
        let answer = json!({
            "mfaRequired": true,
            "mfaToken": "M1",
            "userEmail": "ada@example.com",
            "mfaDevices": {
                "authenticators": [{ "id": "d/1" }],
                "phones": [{ "id": "d-2", "phoneNumber": "+1******99" }],
                "webauthn": [{ "id": "d-3", "deviceType": "Platform" }],
                "emails": [{ "email": "ada@example.com" }],
            },
        });
        challenge(self.sign_in(&answer, &[]).await)
    }

    async fn enrolment(&mut self) -> MfaEnrolment {
        let answer = json!({ "mfaRequired": true, "mfaToken": "M1", "mfaEnrolled": false });
        enrolment(self.sign_in(&answer, &[]).await)
    }

    /// A call of a second factor.
    async fn expect_factor(&mut self, path: &str, body: Value, answer: &Value) {
        let path = format!("{AUTH}/user/mfa/{path}");
        self.expect(("POST", &path), BARE, Some(body), answer).await;
    }
}

fn tokens(access: &str) -> Value {
    json!({ "mfaRequired": false, "accessToken": access, "refreshToken": "R1", "expiresIn": 3600 })
}

/// What an authenticator gives to its page; the service refuses members that it does not know.
fn key_answer() -> Value {
    json!({ "id": "k", "rawId": "k", "type": "public-key", "response": { "clientDataJSON": "c" } })
}

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

#[tokio::test]
async fn sessions_and_policies() {
    let mut wire = Wire::new().await;
    let ada = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let me = "/fe/identity/resources/users/sessions/v1/me";
    wire.expect(("GET", me), head, None, &json!([{ "id": "s" }]))
        .await;
    wire.expect(("DELETE", &format!("{me}/s%2F1")), head, None, &json!({}))
        .await;
    wire.expect(("DELETE", &format!("{me}/all")), head, None, &json!({}))
        .await;
    assert_eq!(ada.sessions().await.unwrap()[0].id, "s");
    ada.end_session("s/1").await.unwrap();
    ada.end_all_sessions().await.unwrap();

    let by_id = json!({ "clientId": "c", "secret": "s" });
    let token = json!({ "token": "A1", "expiresIn": 60 });
    wire.expect(("POST", "/fe/auth/vendor"), BARE, Some(by_id), &token)
        .await;
    let credentials = Credentials::environment("c", "s".into());
    let environment = wire
        .identity()
        .sign_in_as_machine(credentials)
        .await
        .unwrap();
    let policy = "/fe/identity/resources/configurations/v1/mfa-policy";
    let body = json!({
        "enforceMFAType": "Force",
        "allowRememberMyDevice": true,
        "mfaDeviceExpiration": 60,
    });
    wire.expect(("GET", &format!("{policy}/vendor")), head, None, &body)
        .await;
    wire.expect(("PUT", policy), head, Some(body), &json!({}))
        .await;
    let now = environment.mfa_policy().await.unwrap().unwrap();
    environment.set_mfa_policy(&now).await.unwrap();
    let path = "/fe/identity/resources/configurations/v1/mfa/strategies";
    let list = json!({ "strategies": [{ "strategy": "SMS", "isActive": true }] });
    wire.expect(("GET", path), head, None, &list).await;
    for is_active in [true, false] {
        let body = json!({ "strategy": "SMS", "isActive": is_active });
        wire.expect(("POST", path), head, Some(body), &json!({}))
            .await;
    }
    let strategies = environment.mfa_strategies().await.unwrap();
    environment
        .enable_mfa_strategy(&strategies[0])
        .await
        .unwrap();
    environment
        .disable_mfa_strategy(&strategies[0])
        .await
        .unwrap();
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
async fn a_renewal_and_the_logout_after_it() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let cookies = format!("{REFRESH}=R1; {DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    let answer = json!({ "accessToken": "A2", "expiresIn": 3600 });
    let rotated = [&*format!("{REFRESH}=R2; Path=/")];
    wire.expect_with("POST", &path, head, Some(json!({})), &answer, &rotated)
        .await;
    assert_eq!(session.refresh_now().await.unwrap().expose(), "A2");
    let cookies = format!("{REFRESH}=R2; {DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/logout");
    wire.expect(("POST", &path), head, None, &json!({})).await;
    session.logout().await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn the_cookie_of_a_token_that_came_in_a_body_has_the_name_of_the_environment() {
    let mut wire = Wire::new().await;
    let session = session(wire.sign_in(&tokens("A1"), &[]).await);
    let cookie = format!("{REFRESH}=R1");
    let head = Head {
        cookie: Some(&cookie),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    let body = json!({ "tenantId": "t-2" });
    wire.expect(("POST", &path), head, Some(body), &tokens("A2"))
        .await;
    let token = session.in_tenant("t-2").access_token().await.unwrap();
    assert_eq!(token.expose(), "A2");
    wire.done().await;
}

#[tokio::test]
async fn a_switch_of_tenant() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let path = "/fe/identity/resources/users/v1/tenant";
    let body = json!({ "tenantId": "t-2" });
    wire.expect(("PUT", path), head, Some(body), &json!({}))
        .await;
    let cookies = format!("{REFRESH}=R1; {DEVICE}=D1");
    let head = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let path = format!("{AUTH}/user/token/refresh");
    wire.expect(("POST", &path), head, Some(json!({})), &tokens("A2"))
        .await;
    assert_eq!(session.switch_tenant("t-2").await.unwrap().expose(), "A2");
    wire.done().await;
}

#[tokio::test]
async fn a_step_up() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let path = format!("{AUTH}/user/step-up/generate");
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let asked = json!({ "mfaToken": "M2", "mfaEnrolled": true, "mfaDevices": { "authenticators": [{ "id": "d-1" }] } });
    let body = json!({ "maxAge": 60 });
    wire.expect(("POST", &path), head, Some(body), &asked).await;
    let stepped = session.step_up(Some(Duration::from_secs(60))).await;
    let Ok(StepUp::MfaChallenge(challenge)) = stepped else {
        panic!("a second factor is due");
    };
    let cookies = format!("{DEVICE}=D1");
    let verify = Head {
        cookie: Some(&cookies),
        ..BARE
    };
    let body = json!({ "mfaToken": "M2", "value": "000123" });
    let path = format!("{AUTH}/user/mfa/authenticator/d-1/verify");
    wire.expect(("POST", &path), verify, Some(body), &tokens("A2"))
        .await;
    let app = challenge.authenticators().next().unwrap();
    assert!(matches!(app.verify("000123").await, Ok(Login::Complete(_))));
    assert_eq!(session.access_token().await.unwrap().expose(), "A2");
    let path = format!("{AUTH}/user/step-up/generate");
    let head = Head {
        authorization: Some("Bearer A2"),
        ..BARE
    };
    wire.expect(("POST", &path), head, Some(json!({})), &tokens("A3"))
        .await;
    assert!(matches!(session.step_up(None).await, Ok(StepUp::Done)));
    wire.done().await;
}

#[tokio::test]
async fn a_call_as_the_user() {
    let mut wire = Wire::new().await;
    let session = wire.session().await;
    let head = Head {
        authorization: Some("Bearer A1"),
        ..BARE
    };
    let path = "/fe/identity/resources/users/v3/me";
    wire.expect(("GET", path), head, None, &json!({})).await;
    let client = session.raw();
    let call = client.call(&catalogue::GET_MY_PROFILE);
    call.send::<Value>().await.unwrap();
    wire.done().await;
}

#[tokio::test]
async fn machines() {
    let snake = |access: &str| {
        let refresh = format!("R-{access}");
        json!({ "access_token": access, "refresh_token": refresh, "expires_in": 60 })
    };
    let camel = |access: &str| {
        let refresh = format!("R-{access}");
        json!({ "accessToken": access, "refreshToken": refresh, "expiresIn": 60 })
    };
    let by_id = json!({ "clientId": "c", "secret": "s" });
    let by_oauth =
        json!({ "grant_type": "client_credentials", "client_id": "c", "client_secret": "s" });
    let renewal = json!({ "refreshToken": "R-A1" });
    let (v1, v2) = (
        "/fe/identity/resources/auth/v1/api-token",
        "/fe/identity/resources/auth/v2/api-token",
    );
    let refresh = |path: &str| format!("{path}/token/refresh");
    let token = |access: &str| json!({ "token": access, "expiresIn": 60 });
    for (credentials, first, second) in [
        (
            Credentials::api_token("c", "s".into()),
            (v2, &by_id, snake("A1")),
            (&*refresh(v2), &renewal, snake("A2")),
        ),
        (
            Credentials::api_token_v1("c", "s".into()),
            (v1, &by_id, camel("A1")),
            (&*refresh(v1), &renewal, camel("A2")),
        ),
        (
            Credentials::environment("c", "s".into()),
            ("/fe/auth/vendor", &by_id, token("A1")),
            ("/fe/auth/vendor", &by_id, token("A2")),
        ),
        (
            Credentials::oauth_client("c", "s".into()),
            ("/fe/oauth/token", &by_oauth, snake("A1")),
            ("/fe/oauth/token", &by_oauth, snake("A2")),
        ),
    ] {
        let mut wire = Wire::new().await;
        let (path, body, answer) = first;
        wire.expect(("POST", path), BARE, Some(body.clone()), &answer)
            .await;
        let session = wire
            .identity()
            .sign_in_as_machine(credentials)
            .await
            .unwrap();
        assert_eq!(session.access_token().await.unwrap().expose(), "A1");
        let (path, body, answer) = second;
        wire.expect(("POST", path), BARE, Some(body.clone()), &answer)
            .await;
        assert_eq!(session.refresh_now().await.unwrap().expose(), "A2");
        wire.done().await;
    }
}
