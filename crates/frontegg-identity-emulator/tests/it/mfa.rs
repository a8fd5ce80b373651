//! Second factors over the wire, by a client that knows URLs and JSON.

use chrono::TimeDelta;
use frontegg_identity_emulator::devices::{SoftwareAuthenticator, totp_code};
use frontegg_identity_emulator::{Emulator, NewUser, SentKind};
use reqwest::header::{AUTHORIZATION, COOKIE, SET_COOKIE};
use serde_json::{Value, json};

use crate::client::{environment_token, text};
use crate::support::{EMAIL, LOGIN, PASSWORD, REFRESH};

const SECRET: &str = "JBSWY3DPEHPK3PXP";
const PHONE: &str = "+15550100199";
const MFA: &str = "/identity/resources/auth/v1/user/mfa";
const OWN: &str = "/identity/resources/users/v1/mfa";
const STEP_UP: &str = "/identity/resources/auth/v1/user/step-up/generate";

/// A browser: it keeps cookies and the access token.
struct Browser {
    emulator: Emulator,
    client: reqwest::Client,
    cookies: Vec<(String, String)>,
    access_token: Option<String>,
}

impl Browser {
    async fn at(user: NewUser) -> Self {
        let user = user.password(PASSWORD);
        let emulator = Emulator::builder().user(user).start().await.unwrap();
        Self {
            emulator,
            client: reqwest::Client::new(),
            cookies: Vec::new(),
            access_token: None,
        }
    }

    async fn post(&mut self, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.base_url());
        let mut request = self.client.post(url).json(&body);
        if !self.cookies.is_empty() {
            let pairs = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"));
            request = request.header(COOKIE, pairs.collect::<Vec<_>>().join("; "));
        }
        if let Some(token) = &self.access_token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        let reply = request.send().await.unwrap();
        for cookie in reply.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(own, _)| own != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let status = reply.status().as_u16();
        let text = reply.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or_default();
        (status, body)
    }

    /// A request that has to succeed.
    async fn done(&mut self, path: &str, body: Value) -> Value {
        let (status, body) = self.post(path, body).await;
        assert!((200..300).contains(&status), "{path}: {status} {body}");
        body
    }

    async fn log_in(&mut self) -> Value {
        self.access_token = None;
        let body = json!({ "email": EMAIL, "password": PASSWORD });
        self.done(LOGIN, body).await
    }

    /// Logs in up to the `mfaToken`.
    async fn challenged(&mut self) -> (String, Value) {
        let body = self.log_in().await;
        assert_eq!(body["mfaRequired"], true, "{body}");
        (text(&body, "mfaToken"), body)
    }

    /// Takes the tokens of a login.
    fn signed_in(&mut self, body: &Value) {
        assert_eq!(body["mfaRequired"], false, "{body}");
        self.access_token = Some(text(body, "accessToken"));
    }

    /// The next code of an authenticator app.
    fn app_code(&self, secret: &str) -> String {
        self.emulator.clock().advance(TimeDelta::minutes(1));
        totp_code(secret, self.emulator.clock().now()).unwrap()
    }

    fn sent_code(&self, to: &str) -> String {
        let outbox = self.emulator.outbox();
        let sent = outbox.last(SentKind::MfaCode, to).unwrap();
        sent.code.clone().unwrap()
    }

    fn key(&self) -> SoftwareAuthenticator {
        SoftwareAuthenticator::new(self.emulator.base_url())
    }
}

#[tokio::test]
async fn an_app_is_asked_for_and_the_device_remembered() {
    let mut browser = Browser::at(NewUser::new(EMAIL).authenticator(SECRET)).await;
    let (token, challenge) = browser.challenged().await;
    let id = text(&challenge["mfaDevices"]["authenticators"][0], "id");
    let path = format!("{MFA}/authenticator/{id}/verify");
    let (status, wrong) = browser
        .post(&path, json!({ "mfaToken": token, "value": "12345" }))
        .await;
    assert_eq!(
        (status, &wrong["errors"]),
        (400, &json!(["Invalid MFA code"]))
    );
    let value = browser.app_code(SECRET);
    let body = json!({ "mfaToken": token, "value": value, "rememberDevice": true });
    let login = browser.done(&path, body).await;
    browser.signed_in(&login);
    let again = browser.log_in().await;
    browser.signed_in(&again);
    browser.emulator.clock().advance(TimeDelta::days(15));
    browser.challenged().await;
}

#[tokio::test]
async fn an_app_is_set_up_because_it_has_to_be() {
    let mut browser = Browser::at(NewUser::new(EMAIL).must_enrol_mfa()).await;
    let (token, challenge) = browser.challenged().await;
    assert_eq!(challenge["mfaEnrolled"], false);
    let body = json!({ "mfaToken": token });
    let start = browser
        .done(&format!("{MFA}/authenticator/enroll"), body)
        .await;
    assert!(text(&start, "qrCode").starts_with("data:image/png;base64,"));
    let secret = text(&start, "secret");
    let body = json!({ "mfaToken": token, "token": browser.app_code(&secret) });
    let path = format!("{MFA}/authenticator/enroll/verify");
    let login = browser.done(&path, body).await;
    browser.signed_in(&login);

    let (token, _) = browser.challenged().await;
    let body = json!({ "mfaToken": token, "value": browser.app_code(&secret) });
    let again = browser.done(&format!("{MFA}/verify"), body).await;
    browser.signed_in(&again);

    let body = json!({ "email": EMAIL, "recoveryCode": text(&login, "recoveryCode") });
    let recovered = browser.done(&format!("{MFA}/recover"), body).await;
    assert_eq!(recovered, Value::Null);
    assert_eq!(browser.challenged().await.1["mfaEnrolled"], false);
}

#[tokio::test]
async fn a_phone_is_set_up_asked_for_and_taken_away() {
    let mut browser = Browser::at(NewUser::new(EMAIL).must_enrol_mfa()).await;
    let (token, _) = browser.challenged().await;
    let body = json!({ "mfaToken": token, "phoneNumber": PHONE });
    let start = browser.done(&format!("{MFA}/sms/enroll"), body).await;
    let code = browser.sent_code(PHONE);
    let body = json!({ "mfaToken": token, "otcToken": start["otcToken"], "code": code });
    browser
        .done(&format!("{MFA}/sms/enroll/verify"), body)
        .await;

    let (token, challenge) = browser.challenged().await;
    let phone = &challenge["mfaDevices"]["phones"][0];
    assert_eq!(phone["phoneNumber"], "+1********99");
    let id = text(phone, "id");
    let start = browser
        .done(&format!("{MFA}/sms/{id}"), json!({ "mfaToken": token }))
        .await;
    let code = browser.sent_code(PHONE);
    let body = json!({ "mfaToken": token, "otcToken": start["otcToken"], "code": code });
    let login = browser.done(&format!("{MFA}/sms/{id}/verify"), body).await;
    browser.signed_in(&login);

    let start = browser
        .done(&format!("{OWN}/sms/{id}/disable"), json!({}))
        .await;
    let code = browser.sent_code(PHONE);
    let body = json!({ "otcToken": start["otcToken"], "code": code });
    browser
        .done(&format!("{OWN}/sms/{id}/disable/verify"), body)
        .await;
    assert_eq!(browser.challenged().await.1["mfaEnrolled"], false);
}

#[tokio::test]
async fn a_code_comes_by_mail() {
    let mut browser = Browser::at(NewUser::new(EMAIL).must_enrol_mfa()).await;
    let (token, challenge) = browser.challenged().await;
    assert_eq!(
        challenge["mfaDevices"]["emails"],
        json!([{ "email": EMAIL }])
    );
    let body = json!({ "mfaToken": token });
    let start = browser.done(&format!("{MFA}/emailcode"), body).await;
    let code = browser.sent_code(EMAIL);
    let body = json!({ "mfaToken": token, "otcToken": start["otcToken"], "code": code });
    let login = browser.done(&format!("{MFA}/emailcode/verify"), body).await;
    browser.signed_in(&login);
}

#[tokio::test]
async fn a_key_is_set_up_asked_for_and_taken_away() {
    let mut browser = Browser::at(NewUser::new(EMAIL).must_enrol_mfa()).await;
    let mut key = browser.key();
    let (token, _) = browser.challenged().await;
    let body = json!({ "mfaToken": token });
    let asked = browser.done(&format!("{MFA}/webauthn/enroll"), body).await;
    let made = key.register(&asked["options"]).unwrap();
    let body = json!({
        "mfaToken": token,
        "webauthnToken": asked["webauthnToken"],
        "deviceType": "Platform",
        "options": made,
    });
    let path = format!("{MFA}/webauthn/enroll/verify");
    let login = browser.done(&path, body).await;
    assert!(login["recoveryCode"].is_string());

    let (token, challenge) = browser.challenged().await;
    let id = text(&challenge["mfaDevices"]["webauthn"][0], "id");
    let path = format!("{MFA}/webauthn/{id}");
    let asked = browser.done(&path, json!({ "mfaToken": token })).await;
    let answer = key.assert(&asked["options"]).unwrap();
    let body =
        json!({ "mfaToken": token, "webauthnToken": asked["webauthnToken"], "options": answer });
    let login = browser.done(&format!("{path}/verify"), body).await;
    browser.signed_in(&login);

    let path = format!("{OWN}/webauthn/{id}/disable");
    let asked = browser.done(&path, json!({})).await;
    let answer = key.assert(&asked["options"]).unwrap();
    let body = json!({ "webauthnToken": asked["webauthnToken"], "options": answer });
    browser.done(&format!("{path}/verify"), body).await;
    assert_eq!(browser.challenged().await.1["mfaEnrolled"], false);
}

#[tokio::test]
async fn a_signed_in_user_sets_up_an_app_and_steps_up() {
    let mut browser = Browser::at(NewUser::new(EMAIL)).await;
    let login = browser.log_in().await;
    browser.signed_in(&login);
    let (status, body) = browser.post(STEP_UP, json!({})).await;
    assert_eq!((status, &body["errorCode"]), (400, &json!("ER-01097")));

    let start = browser
        .done(&format!("{OWN}/authenticator/enroll"), json!({}))
        .await;
    let secret = text(&start, "secret");
    let body = json!({ "token": browser.app_code(&secret) });
    let path = format!("{OWN}/authenticator/enroll/verify");
    let enrolled = browser.done(&path, body).await;
    assert_eq!(text(&enrolled, "recoveryCode").len(), 8);

    let challenge = browser.done(STEP_UP, json!({ "maxAge": 300 })).await;
    let old_cookies = browser.cookies.clone();
    let body = json!({ "mfaToken": challenge["mfaToken"], "value": browser.app_code(&secret) });
    let stepped = browser.done(&format!("{MFA}/verify"), body).await;
    browser.signed_in(&stepped);
    let satisfied = browser.done(STEP_UP, json!({ "maxAge": 300 })).await;
    browser.signed_in(&satisfied);

    let refreshed = browser.done(REFRESH, json!({})).await;
    browser.signed_in(&refreshed);
    browser.cookies = old_cookies;
    assert_eq!(browser.post(REFRESH, json!({})).await.0, 401);
}

#[tokio::test]
async fn a_refresh_asks_and_the_session_goes_on() {
    let mut browser = Browser::at(NewUser::new(EMAIL)).await;
    let login = browser.log_in().await;
    browser.signed_in(&login);
    let start = browser
        .done(&format!("{OWN}/authenticator/enroll"), json!({}))
        .await;
    let secret = text(&start, "secret");
    let body = json!({ "token": browser.app_code(&secret) });
    let path = format!("{OWN}/authenticator/enroll/verify");
    browser.done(&path, body).await;
    let refreshed = browser.done(REFRESH, json!({})).await;
    browser.signed_in(&refreshed);

    browser
        .emulator
        .change_settings(|settings| settings.mfa_at_refresh = true);
    let challenge = browser.done(REFRESH, json!({})).await;
    assert_eq!(challenge["mfaRequired"], true);
    let body = json!({ "mfaToken": challenge["mfaToken"], "value": browser.app_code(&secret) });
    let done = browser.done(&format!("{MFA}/verify"), body).await;
    assert_ne!(done["refreshToken"], refreshed["refreshToken"]);
    let again = browser.done(REFRESH, json!({})).await;
    browser.signed_in(&again);
}

#[tokio::test]
async fn the_environment_takes_factors_away() {
    let user = NewUser::new(EMAIL).id("u-1").authenticator(SECRET);
    let mut browser = Browser::at(user).await;
    browser.challenged().await;
    browser.access_token = Some(environment_token(&browser.emulator).await);
    let path = "/identity/resources/vendor-only/users/v1/u-1/mfa/unenroll";
    browser.done(path, json!({})).await;
    let (status, body) = browser.post(path, json!({})).await;
    assert_eq!((status, &body["errorCode"]), (400, &json!("ER-01097")));
    let login = browser.log_in().await;
    browser.signed_in(&login);
}
