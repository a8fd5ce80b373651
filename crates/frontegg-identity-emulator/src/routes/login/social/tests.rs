use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const SSO: &str = "/identity/resources/sso";
const CUSTOM: &str = "/identity/resources/sso/custom/v1";
const REFUSAL: &str = "Invalid authentication";

fn with_google() -> Emulated {
    let emulated = Emulated::new();
    let body = json!({ "type": "google", "clientId": "c", "secret": "s", "active": true });
    let set = emulated.post(&format!("{SSO}/v1"), body).vendor().send();
    assert_eq!((set.status, set.body), (201, Value::Null));
    emulated
}

fn code(emulated: &Emulated, more: &str) -> Value {
    let path = format!("/_idp/google?email=ann@example.com{more}");
    let provided = emulated.get(&path).send();
    assert_eq!(provided.status, 200, "{}", provided.body);
    provided.body["code"].clone()
}

fn back(emulated: &Emulated, provider: &str, query: &str) -> Answer {
    let path = format!("/identity/resources/auth/v1/user/sso/{provider}/postlogin?{query}");
    emulated.post(&path, json!({})).send()
}

fn custom() -> Value {
    json!({
        "type": "acme", "clientId": "c", "secret": "s", "redirectUrl": "https://a/r",
        "authorizationUrl": "https://a/a", "tokenUrl": "https://a/t", "userInfoUrl": "https://a/u",
        "scopes": "openid", "ssoLogoUrl": "https://a/l", "displayName": "Acme", "active": true,
    })
}

#[test]
fn a_social_login_makes_a_user_once() {
    let emulated = with_google();
    for is_new in [true, false] {
        let code = code(&emulated, "");
        let query = format!("code={}", code.as_str().unwrap());
        let login = back(&emulated, "google", &query);
        assert_eq!(login.status, 200, "{}", login.body);
        assert_eq!(login.body["isNewUser"], is_new);
        assert_eq!(login.text("email"), "ann@example.com");
        assert!(login.body.get("refreshToken").is_none());
        assert!(login.set_cookie("fe_refresh_").is_some());
        assert_eq!(emulated.claims(&login)["tenantId"], login.body["tenantId"]);
        back(&emulated, "google", &query).is_refused(401, REFUSAL, None);
    }
}

#[test]
fn without_sign_ups_a_social_login_is_for_known_users() {
    let emulated = with_google();
    emulated
        .service
        .change_settings(|settings| settings.sign_ups = false);
    let log_in = || {
        let code = code(&emulated, "");
        back(
            &emulated,
            "google",
            &format!("code={}", code.as_str().unwrap()),
        )
    };
    log_in().is_refused(403, "Signups are disabled", None);
    emulated.user(NewUser::new("ann@example.com"));
    assert_eq!(log_in().status, 200);
}

#[test]
fn a_code_belongs_to_its_provider_and_state() {
    let emulated = with_google();
    let word = code(&emulated, "&state=s-1");
    let word = word.as_str().unwrap();
    let query = format!("id_token={word}");
    back(&emulated, "google", &query).is_refused(401, REFUSAL, None);
    let login = back(&emulated, "google", &format!("{query}&state=s-1"));
    assert_eq!(login.status, 200, "{}", login.body);
    let word = code(&emulated, "");
    let query = format!("code={}", word.as_str().unwrap());
    back(&emulated, "github", &query).is_refused(401, REFUSAL, None);
    back(&emulated, "google", "").is_refused(400, "code or id_token must be provided", None);
}

#[test]
fn a_held_social_login_gives_no_session() {
    let emulated = with_google();
    emulated.state(|state| state.mfa.force());
    let word = code(&emulated, "");
    let login = back(
        &emulated,
        "google",
        &format!("code={}", word.as_str().unwrap()),
    );
    assert_eq!(
        (login.status, &login.body["mfaRequired"]),
        (200, &json!(true))
    );
    assert!(login.body.get("accessToken").is_none());
    assert!(login.set_cookie("fe_refresh_").is_none());
}

#[test]
fn providers_are_listed_without_their_secrets() {
    let emulated = with_google();
    let body = json!({ "type": "github", "active": false });
    emulated.post(&format!("{SSO}/v1"), body).vendor().send();
    emulated.user(NewUser::new("bob@example.com").password("secret"));
    let token = emulated.log_in("bob@example.com", "secret");
    let public = emulated.get(&format!("{SSO}/v2")).send();
    let own = emulated.get(&format!("{SSO}/v2/authenticated"));
    let own = own.bearer(token.text("accessToken")).send();
    assert_eq!((public.status, own.status), (200, 200));
    assert_eq!(public.body, own.body);
    assert_eq!(public.body[0]["type"], "google");
    assert_eq!(public.body[0]["customised"], true);
    assert_eq!(
        public.body[0]["authorizationUrl"],
        "http://127.0.0.1:4000/_idp/google"
    );
    assert_eq!(
        (&public.body[1]["active"], &public.body[1]["clientId"]),
        (&json!(false), &Value::Null)
    );
    assert!(!public.body.to_string().contains("secret"));
    let first = emulated.get(&format!("{SSO}/v1")).vendor().send();
    assert_eq!(
        first.body,
        json!([{ "type": "google", "clientId": "c", "active": true }])
    );
    assert_eq!(emulated.get("/_idp/github?email=a@b.c").send().status, 404);
}

#[test]
fn only_the_environment_configures_what_makes_sense() {
    let emulated = with_google();
    let path = format!("{SSO}/v1");
    for body in [
        json!({}),
        json!({ "type": "myspace" }),
        json!({ "type": "google", "active": "yes" }),
        json!({ "type": "google", "options": [] }),
        json!({ "type": "google", "clientId": 1 }),
        json!({ "type": "google", "additionalScopes": [1] }),
    ] {
        let answer = emulated.post(&path, body.clone()).vendor().send();
        assert_eq!(answer.status, 400, "{body}");
    }
    emulated.user(NewUser::new("bob@example.com").password("secret"));
    let login = emulated.log_in("bob@example.com", "secret");
    for (path, body) in [
        (path.as_str(), json!({ "type": "google" })),
        (CUSTOM, custom()),
    ] {
        let answer = emulated.post(path, body);
        let answer = answer.bearer(login.text("accessToken")).send();
        answer.is_refused(404, "Not Found", Some("ER-00004"));
    }
}

#[test]
fn custom_providers_come_and_go() {
    let emulated = Emulated::new();
    let list = || {
        let listed = emulated.get(CUSTOM).send();
        assert_eq!(listed.status, 200);
        listed.body["providers"].clone()
    };
    assert_eq!(list(), json!([]));
    let created = emulated.post(CUSTOM, custom()).vendor().send();
    assert_eq!((created.status, created.body), (200, Value::Null));
    let listed = list();
    assert_eq!(listed[0]["displayName"], "Acme");
    assert!(listed[0].get("secret").is_none());
    assert_eq!(emulated.get("/_idp/acme?email=a@b.c").send().status, 200);
    let path = format!("{CUSTOM}/{}", listed[0]["id"].as_str().unwrap());
    let patch = |path: &str| {
        let request = emulated.request(Method::PATCH, path);
        request.json(&json!({ "active": false })).vendor().send()
    };
    assert_eq!(patch(&path).status, 200);
    let listed = list();
    assert_eq!(
        (&listed[0]["active"], &listed[0]["scopes"]),
        (&json!(false), &json!("openid"))
    );
    assert_eq!(emulated.get("/_idp/acme?email=a@b.c").send().status, 404);
    let delete = || emulated.request(Method::DELETE, &path).vendor().send();
    assert_eq!(delete().status, 200);
    delete().is_refused(404, "Provider not found", None);
    patch(&path).is_refused(404, "Provider not found", None);
    assert_eq!(list(), json!([]));
}
