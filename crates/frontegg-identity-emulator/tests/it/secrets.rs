//! No public type shows a secret when it is printed for debugging.

use std::fmt::Debug;

use frontegg_identity_emulator::devices::{KeyAlgorithm, SoftwareAuthenticator, totp_code};
use frontegg_identity_emulator::{
    CannedReply, Emulator, Fault, LifeForm, NewApiToken, NewApplication, NewRole, NewSsoConnection,
    NewTenant, NewUser, SentKind, Settings, SsoKind,
};
use serde_json::{Value, json};

use crate::support::{EMAIL, LOGIN, REFRESH, exchange, request, send};

const PASSWORD: &str = "Sentinel-Password-1";
const TOTP_SECRET: &str = "JBSWY3DPEHPK3PXPSENTINEL23456777";
const SECRET: &str = "sentinel-secret-of-the-environment";
const API_SECRET: &str = "sentinel-secret-of-an-api-token";
const CANNED: &str = "sentinel-token-in-a-reply";
const RESET: &str = "/identity/resources/users/v1/passwords/reset";

/// Collects what is printed, in both forms.
#[derive(Default)]
struct Printed {
    texts: Vec<String>,
}

impl Printed {
    fn print(&mut self, value: &impl Debug) {
        self.texts.push(format!("{value:?}"));
        self.texts.push(format!("{value:#?}"));
    }

    fn lacks(&self, secrets: &[&str]) {
        for secret in secrets {
            assert!(secret.len() > 5, "{secret} may be there by chance");
            for text in &self.texts {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
    }
}

fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.secret = SECRET.to_owned();
    settings.refresh_token_in_body = true;
    settings
}

#[test]
fn types_for_a_start_show_no_secret() {
    let mut printed = Printed::default();
    let user = NewUser::new(EMAIL)
        .password(PASSWORD)
        .authenticator(TOTP_SECRET);
    printed.print(&user);
    printed.print(&settings());
    printed.print(&NewTenant::new("acme"));
    printed.print(&NewApiToken::new("client", API_SECRET));
    printed.print(&NewApplication::new("app"));
    printed.print(&NewSsoConnection::new(SsoKind::Oidc, "acme"));
    printed.print(&NewRole::new("Admin"));
    printed.print(
        &Emulator::builder()
            .settings(settings())
            .user(user)
            .api_token(NewApiToken::new("client", API_SECRET)),
    );
    printed.lacks(&[PASSWORD, TOTP_SECRET, SECRET, API_SECRET]);
    // What is no secret is there, or the test would show nothing.
    assert!(printed.texts[0].contains(EMAIL));
    assert!(printed.texts[2].contains("app-emulator.frontegg.com"));
}

#[test]
fn every_secret_of_the_settings_is_known_as_one() {
    let mut all = json!(Settings::default());
    let mut planted = Vec::new();
    for (name, value) in all.as_object_mut().unwrap() {
        let lower = name.to_lowercase();
        let sounds_secret = ["secret", "password", "privatekey", "token"]
            .iter()
            .any(|word| lower.ends_with(word));
        if sounds_secret && value.is_string() {
            planted.push(format!("sentinel-{name}"));
            *value = Value::from(planted.last().cloned());
        }
    }
    assert!(!planted.is_empty());
    let settings: Settings = serde_json::from_value(all).unwrap();
    let mut printed = Printed::default();
    printed.print(&settings);
    printed.lacks(&planted.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn faults_do_not_show_the_replies_that_they_hold() {
    let canned = CannedReply {
        status: 200,
        headers: vec![("set-cookie".to_owned(), format!("fe_refresh={CANNED}"))],
        body: json!({ "accessToken": CANNED }).to_string(),
    };
    let emulator = Emulator::start_blocking().unwrap();
    let on = emulator
        .faults()
        .on("POST", LOGIN)
        .once(Fault::Reply(canned.clone()))
        .once(Fault::reply(200, &json!({ "accessToken": CANNED })));
    let mut printed = Printed::default();
    printed.print(&canned);
    printed.print(&Fault::Reply(canned));
    printed.print(&Fault::ExpiresIn(LifeForm::Float));
    printed.print(&on);
    printed.print(emulator.faults());
    printed.print(&emulator.faults().armed());
    printed.lacks(&[CANNED]);
    assert!(printed.texts[0].contains("set-cookie"));
}

#[tokio::test]
async fn a_used_emulator_shows_no_secret() {
    let emulator = Emulator::builder()
        .settings(settings())
        .user(NewUser::new(EMAIL).password(PASSWORD))
        .user(NewUser::new("alan@example.com").authenticator(TOTP_SECRET))
        .start()
        .await
        .unwrap();
    let login = send(
        &emulator,
        "POST",
        LOGIN,
        &json!({ "email": EMAIL, "password": PASSWORD }),
    )
    .json();
    let [access, refresh] =
        ["accessToken", "refreshToken"].map(|name| login[name].as_str().unwrap());
    let body = json!({ "refreshToken": refresh }).to_string();
    let headers = format!("authorization: Bearer {access}\r\ncookie: fe_refresh_x={refresh}\r\n");
    let bytes = request(
        "POST",
        &format!("{REFRESH}?token={access}"),
        &headers,
        body.as_bytes(),
    );
    assert_eq!(exchange(&emulator, &bytes).status, 200);
    let vendor = json!({ "clientId": emulator.client_id(), "secret": SECRET });
    let vendor = send(&emulator, "POST", "/auth/vendor", &vendor).json();
    let vendor = vendor["token"].as_str().unwrap();
    assert_eq!(
        send(&emulator, "POST", RESET, &json!({ "email": EMAIL })).status,
        201
    );
    let sent = emulator.sent(SentKind::PasswordReset, EMAIL).await;
    let token = sent.token.clone().unwrap();

    let mut printed = Printed::default();
    printed.print(&emulator);
    printed.print(&emulator.settings());
    printed.print(&emulator.keys());
    printed.print(emulator.clock());
    printed.print(emulator.requests());
    printed.print(&emulator.requests().all());
    printed.print(&emulator.requests().last("POST", REFRESH));
    printed.print(&emulator.outbox());
    printed.print(&sent);
    let mut secrets = vec![
        PASSWORD,
        SECRET,
        TOTP_SECRET,
        access,
        refresh,
        vendor,
        &token,
    ];
    secrets.extend(sent.code.as_deref().filter(|code| code.len() > 5));
    secrets.extend(sent.link.as_deref());
    printed.lacks(&secrets);
    assert!(printed.texts.iter().any(|text| text.contains(EMAIL)));
}

#[test]
fn an_authenticator_shows_no_private_key() {
    let mut authenticator =
        SoftwareAuthenticator::new("https://example.com").key_algorithm(KeyAlgorithm::Es256);
    let mut printed = Printed::default();
    let options = json!({
        "challenge": "c29tZXRoaW5n", "rp": { "id": "example.com", "name": "Example" },
        "user": { "id": "dXNlcg", "name": "ada", "displayName": "Ada" },
        "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }]
    });
    authenticator.register(&options).unwrap();
    printed.print(&authenticator);
    printed.print(&totp_code(TOTP_SECRET, chrono::Utc::now()).is_some());
    for text in &printed.texts {
        assert!(
            !text.contains("private") && !text.contains("secret"),
            "{text}"
        );
    }
}
