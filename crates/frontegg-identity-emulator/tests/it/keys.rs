//! Signing in without a password, as a client does it that knows URLs and JSON.

use frontegg_identity_emulator::devices::SoftwareAuthenticator;
use frontegg_identity_emulator::{Emulator, NewSsoConnection, NewUser, SentKind, SsoKind};
use reqwest::{Method, Response};
use serde_json::{Value, json};

use crate::client::environment_token;
use crate::support::{EMAIL, LOGIN, builder, credentials};

const AUTH: &str = "/identity/resources/auth";
const DEVICES: &str = "/identity/resources/users/webauthn/v1/devices";
const PHONE: &str = "+15550100123";

/// A client that keeps a cookie only as long as the test wants it to.
struct Client {
    http: reqwest::Client,
    base: String,
}

struct Answered {
    status: u16,
    cookies: Vec<String>,
    body: Value,
}

impl Client {
    fn new(emulator: &Emulator) -> Self {
        Self {
            http: reqwest::Client::new(),
            base: emulator.base_url(),
        }
    }

    async fn post(&self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Answered {
        self.send(Method::POST, &format!("{}{path}", self.base), body, headers)
            .await
    }

    async fn get(&self, url: &str, headers: &[(&str, &str)]) -> Answered {
        self.send(Method::GET, url, &Value::Null, headers).await
    }

    async fn send(
        &self,
        method: Method,
        url: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Answered {
        let mut request = self.http.request(method, url);
        if !body.is_null() {
            request = request.json(body);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        Answered::read(request.send().await.unwrap()).await
    }
}

impl Answered {
    async fn read(response: Response) -> Self {
        let status = response.status().as_u16();
        let cookies = response.headers().get_all("set-cookie").iter();
        let cookies = cookies
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .collect();
        let bytes = response.bytes().await.unwrap();
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes).unwrap()
        };
        Self {
            status,
            cookies,
            body,
        }
    }

    /// `name=value` of the cookie whose name starts so.
    fn cookie(&self, start: &str) -> &str {
        let mut pairs = self
            .cookies
            .iter()
            .filter_map(|cookie| cookie.split(';').next());
        pairs.find(|pair| pair.starts_with(start)).unwrap()
    }

    fn is_signed_in(&self) {
        assert!(self.body["accessToken"].is_string(), "{}", self.body);
        assert!(self.cookie("fe_refresh_").len() > "fe_refresh_".len());
    }
}

#[tokio::test]
async fn a_passkey_is_registered_and_signs_in() {
    let emulator = builder().start().await.unwrap();
    let client = Client::new(&emulator);
    let login = client.post(LOGIN, &credentials(), &[]).await;
    let bearer = format!("Bearer {}", login.body["accessToken"].as_str().unwrap());
    let bearer = ("authorization", bearer.as_str());

    let asked = client.post(DEVICES, &json!({}), &[bearer]).await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    let mut authenticator = SoftwareAuthenticator::new(emulator.base_url());
    let answer = authenticator.register(&asked.body["options"]).unwrap();
    let cookie = ("cookie", asked.cookie("fe_webauthn_"));
    let path = format!("{DEVICES}/verify");
    let verified = client.post(&path, &answer, &[bearer, cookie]).await;
    assert_eq!(verified.status, 200, "{}", verified.body);

    let start = format!("{AUTH}/v1/webauthn/prelogin");
    let end = format!("{AUTH}/v1/webauthn/postlogin");
    let asked = client.post(&start, &json!({}), &[]).await;
    let answer = authenticator.assert(&asked.body["options"]).unwrap();
    let bare = client.post(&end, &answer, &[]).await;
    assert_eq!(bare.status, 401, "without the cookie");
    let cookie = ("cookie", asked.cookie("fe_webauthn_"));
    let login = client.post(&end, &answer, &[cookie]).await;
    assert_eq!(login.status, 200, "{}", login.body);
    login.is_signed_in();

    let devices = format!("{}{DEVICES}", emulator.base_url());
    let listed = client.get(&devices, &[bearer]).await;
    let id = listed.body["devices"][0]["id"].as_str().unwrap();
    let one = format!("{devices}/{id}");
    let deleted = client
        .send(Method::DELETE, &one, &Value::Null, &[bearer])
        .await;
    assert_eq!(deleted.status, 200);
    let listed = client.get(&devices, &[bearer]).await;
    assert_eq!(listed.body, json!({ "devices": [] }));
}

#[tokio::test]
async fn codes_and_links_come_by_mail_and_sms() {
    let user = NewUser::new("alan@example.com").phone(PHONE).unverified();
    let emulator = builder().user(user).start().await.unwrap();
    let client = Client::new(&emulator);
    for (way, kind, to) in [
        ("code", SentKind::LoginCode, "alan@example.com"),
        ("smscode", SentKind::LoginCode, PHONE),
        ("magiclink", SentKind::MagicLink, "alan@example.com"),
    ] {
        let path = format!("{AUTH}/v1/passwordless/{way}");
        let named = json!({ "email": "alan@example.com" });
        let started = client.post(&format!("{path}/prelogin"), &named, &[]).await;
        assert!((200..300).contains(&started.status), "{}", started.body);
        let sent = emulator.sent(kind, to).await;
        let body = json!({ "token": sent.code.or(sent.token).unwrap() });
        let cookie = ("cookie", started.cookie("fe_passwordless_"));
        let end = format!("{path}/postlogin");
        let login = client.post(&end, &body, &[cookie]).await;
        assert_eq!(login.status, 201, "{}", login.body);
        login.is_signed_in();
        let again = client.post(&end, &body, &[cookie]).await;
        assert_eq!(again.status, 401);
    }
}

#[tokio::test]
async fn a_tenants_identity_provider_signs_in() {
    let connection = NewSsoConnection::new(SsoKind::Saml, "acme").domain("acme.com");
    let emulator = builder().sso_connection(connection).start().await.unwrap();
    let client = Client::new(&emulator);
    let start = format!("{AUTH}/v2/user/sso/prelogin");
    let unknown = client.post(&start, &json!({ "email": EMAIL }), &[]).await;
    assert_eq!(unknown.status, 404);
    assert_eq!(unknown.body["errors"], json!(["SSO domain was not found"]));

    let named = json!({ "email": "new@acme.com" });
    let started = client.post(&start, &named, &[]).await;
    let provided = client.get(started.body["address"].as_str().unwrap(), &[]);
    let end = format!("{AUTH}/v1/user/saml/postlogin");
    let login = client.post(&end, &provided.await.body, &[]).await;
    assert_eq!(login.status, 200, "{}", login.body);
    assert_eq!(login.body["userEmail"], "new@acme.com");
    login.is_signed_in();
}

#[tokio::test]
async fn a_social_provider_signs_in() {
    let emulator = builder().start().await.unwrap();
    let client = Client::new(&emulator);
    let bearer = format!("Bearer {}", environment_token(&emulator).await);
    let provider = json!({ "type": "google", "active": true });
    let bearer = ("authorization", bearer.as_str());
    let path = "/identity/resources/sso/v1";
    let set = client.post(path, &provider, &[bearer]).await;
    assert_eq!(set.status, 201);

    let list = format!("{}/identity/resources/sso/v2", emulator.base_url());
    let listed = client.get(&list, &[]).await;
    let address = listed.body[0]["authorizationUrl"].as_str().unwrap();
    let provided = client.get(&format!("{address}?email={EMAIL}"), &[]).await;
    let code = provided.body["code"].as_str().unwrap();
    let end = format!("{AUTH}/v1/user/sso/google/postlogin?code={code}");
    let login = client.post(&end, &json!({}), &[]).await;
    assert_eq!(login.status, 200, "{}", login.body);
    assert_eq!(login.body["isNewUser"], false);
    login.is_signed_in();
}
