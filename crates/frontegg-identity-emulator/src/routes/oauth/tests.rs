use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::settings::Settings;
use crate::state::{NewApiToken, NewUser};
use crate::testing::{Answer, Emulated};

const COOKIE: &str = "fe_refresh_6b1f2a904c3d-4e8f-9a51-2d7c0e5f8b34";

fn with(change: impl FnOnce(&mut Settings)) -> (Emulated, String) {
    let emulated = Emulated::with(change);
    let now = emulated.service.clock.now();
    let ann = NewUser::new("ann@example.com").id("u-1").password("x");
    emulated.user(ann.tenant("t-1", &[]).tenant("t-2", &[]));
    let token = NewApiToken::new("machine", "s:cret").tenant("t-1");
    emulated.state(|state| state.seed_api_token(token, now));
    let login = emulated.log_in("ann@example.com", "x");
    let session = login.text("refreshToken").to_owned();
    (emulated, session)
}

fn claims(emulated: &Emulated, answer: &Answer, name: &str) -> Value {
    let now = emulated.service.clock.now();
    emulated
        .service
        .keys
        .verify(answer.text(name), now)
        .expect("a token of this service")
}

fn token(emulated: &Emulated, body: Value) -> Answer {
    emulated.post("/oauth/token", body).send()
}

#[test]
fn credentials_come_as_json_as_a_form_or_in_the_header() {
    let (emulated, _) = with(|_| {});
    let json = json!({ "grant_type": "client_credentials", "client_id": "machine", "client_secret": "s:cret" });
    let by_json = token(&emulated, json);
    let form = "grant_type=client_credentials&client_id=machine&client_secret=s%3Acret";
    let by_form = emulated
        .request(http::Method::POST, "/frontegg/oauth/token")
        .form(form)
        .send();
    for raw in ["machine:s:cret", "machine:s%3Acret"] {
        let basic = format!("Basic {}", BASE64.encode(raw.as_bytes()));
        let sending = emulated.request(http::Method::POST, "/oauth/token");
        let sending = sending
            .form("grant_type=client_credentials")
            .header("authorization", &basic);
        let answer = sending.send();
        assert_eq!(
            claims(&emulated, &answer, "access_token")["sub"],
            "machine",
            "{raw}"
        );
    }
    for answer in [by_json, by_form] {
        assert_eq!((answer.status, answer.text("token_type")), (200, "bearer"));
        assert_eq!(answer.body["expires_in"], 86400);
        assert_eq!(
            claims(&emulated, &answer, "access_token")["type"],
            "tenantApiToken"
        );
        assert_eq!(answer.body.get("id_token"), None);
    }
}

#[test]
fn bad_credentials_and_grants_are_refused() {
    let (emulated, _) = with(|_| {});
    let grant = |body: &str| {
        let sending = emulated.request(http::Method::POST, "/oauth/token");
        sending.form(body).send()
    };
    for rest in [
        "",
        "&client_id=machine",
        "&client_id=machine&client_secret=x",
    ] {
        let answer = grant(&format!("grant_type=client_credentials{rest}"));
        answer.is_refused(401, "Invalid authentication", None);
    }
    for header in [
        "Basic",
        "Basic !",
        "Basic bm9jb2xvbg==",
        "Basic /////w==",
        "Bearer x",
    ] {
        let sending = emulated.post(
            "/oauth/token",
            json!({ "grant_type": "client_credentials" }),
        );
        let answer = sending.header("authorization", header).send();
        answer.is_refused(401, "Invalid authentication", None);
    }
    assert_eq!(grant("grant_type=password").status, 400);
    assert_eq!(grant("").status, 400);
    assert_eq!(grant("grant_type=refresh_token").status, 400);
    let broken = emulated
        .request(http::Method::POST, "/oauth/token")
        .raw("{")
        .send();
    broken.is_refused(400, "Invalid input json", Some("ER-00006"));
}

#[test]
fn a_session_is_renewed_in_snake_case_with_an_id_token_and_a_cookie() {
    let (emulated, session) = with(|_| {});
    let body =
        json!({ "grant_type": "refresh_token", "refresh_token": session, "tenantId": "t-2" });
    let answer = token(&emulated, body.clone());
    let access = claims(&emulated, &answer, "access_token");
    let id = claims(&emulated, &answer, "id_token");
    assert_eq!((answer.status, &access["tenantId"]), (200, &json!("t-2")));
    assert_eq!(
        (&id["sub"], &id["email"]),
        (&json!("u-1"), &json!("ann@example.com"))
    );
    assert_eq!((id.get("type"), id.get("roles")), (None, None));
    assert_ne!(answer.text("refresh_token"), session);
    assert_eq!(
        answer.set_cookie("fe_refresh_").unwrap().1,
        answer.text("refresh_token")
    );
    assert_eq!(answer.body["refresh_expires_in"], 30 * 86400);
    token(&emulated, body).is_refused(401, "Refresh token is not valid", None);
    let by_id_token = emulated
        .get("/oauth/userinfo")
        .bearer(answer.text("id_token"))
        .send();
    assert_eq!(by_id_token.status, 401, "an ID token opens nothing");
}

#[test]
fn the_refresh_token_of_an_api_token_is_renewed_too() {
    let (emulated, _) = with(|_| {});
    let body = json!({ "grant_type": "client_credentials", "client_id": "machine", "client_secret": "s:cret" });
    let first = token(&emulated, body.clone());
    let again = |token_: &str| {
        let body = json!({ "grant_type": "refresh_token", "refresh_token": token_ });
        token(&emulated, body)
    };
    let second = again(first.text("refresh_token"));
    assert_eq!(claims(&emulated, &second, "access_token")["sub"], "machine");
    assert_eq!(again(first.text("refresh_token")).status, 401);
    emulated
        .service
        .change_settings(|settings| settings.api_tokens_enabled = false);
    assert_eq!(again(second.text("refresh_token")).status, 401);
    token(&emulated, body).is_refused(403, "Api tokens are disabled", None);
}

#[test]
fn a_cookie_becomes_tokens_silently() {
    let (emulated, session) = with(|_| {});
    let silent = || emulated.post("/frontegg/oauth/authorize/silent", json!({}));
    let answer = silent().cookie(COOKIE, &session).send();
    assert_eq!(claims(&emulated, &answer, "access_token")["sub"], "u-1");
    assert_eq!(
        answer.set_cookie("fe_refresh_").unwrap().1,
        answer.text("refresh_token")
    );
    silent().send().is_refused(401, "Unauthorized", None);
    silent()
        .cookie(COOKIE, "x")
        .send()
        .is_refused(401, "Session not found", None);
}

#[test]
fn a_session_that_owes_its_second_factor_gets_the_challenge() {
    let (emulated, session) = with(|_| {});
    emulated.state(|state| {
        state.mfa.force();
        let own = state
            .sessions
            .of_token(&session, chrono::DateTime::UNIX_EPOCH);
        let id = own.unwrap().id.clone();
        state.sessions.get_mut(&id).unwrap().awaits_mfa = true;
    });
    let silent = emulated.post("/oauth/authorize/silent", json!({}));
    let answer = silent.cookie(COOKIE, &session).send();
    assert_eq!(
        (answer.status, &answer.body["mfaRequired"]),
        (200, &json!(true))
    );
    assert_eq!(answer.body.get("access_token"), None);
}

#[test]
fn logout_ends_the_session_and_sends_the_browser_on() {
    let (emulated, session) = with(|_| {});
    let target = "https://app.example.com/bye";
    let path = format!("/oauth/logout?post_logout_redirect_uri={target}");
    let answer = emulated.get(&path).cookie(COOKIE, &session).send();
    assert_eq!(
        (answer.status, answer.header("location")),
        (302, Some(target))
    );
    assert_eq!(answer.set_cookie("fe_refresh_").unwrap().1, "");
    let silent = emulated.post("/oauth/authorize/silent", json!({}));
    assert_eq!(silent.cookie(COOKIE, &session).send().status, 401);
    let bare = emulated.get("/oauth/logout").send();
    assert_eq!(bare.header("location"), Some("/oauth/account/login"));
}

#[test]
fn an_app_logs_out_once() {
    let (emulated, session) = with(|_| {});
    let logout = || {
        let sending = emulated.post("/oauth/logout/token", json!({}));
        sending.cookie(COOKIE, &session).send()
    };
    let first = logout();
    assert_eq!(
        (first.status, first.set_cookie("fe_refresh_").unwrap().1),
        (200, "")
    );
    logout().is_refused(401, "Unauthorized", None);
    let bare = emulated.post("/oauth/logout/token", json!({})).send();
    assert_eq!(bare.status, 401);
}

#[test]
fn user_info_is_for_users() {
    let (emulated, session) = with(|_| {});
    let body = json!({ "grant_type": "refresh_token", "refresh_token": session });
    let access = token(&emulated, body).text("access_token").to_owned();
    let info = emulated.get("/oauth/userinfo").bearer(&access).send();
    assert_eq!(
        (info.text("sub"), info.text("email")),
        ("u-1", "ann@example.com")
    );
    assert_eq!(emulated.get("/oauth/userinfo").send().status, 401);
    assert_eq!(emulated.get("/oauth/userinfo").vendor().send().status, 401);
}

#[test]
fn on_a_regional_host_nothing_is_known_without_a_name() {
    let (emulated, session) = with(|_| {});
    let sendings = || {
        [
            emulated.post(
                "/oauth/token",
                json!({ "grant_type": "refresh_token", "refresh_token": session }),
            ),
            emulated
                .post("/oauth/authorize/silent", json!({}))
                .cookie(COOKIE, &session),
            emulated
                .post("/oauth/logout/token", json!({}))
                .cookie(COOKIE, &session),
            emulated.get("/oauth/logout").cookie(COOKIE, &session),
        ]
    };
    for sending in sendings() {
        let answer = sending.host("api.us.frontegg.com").send();
        answer.is_refused(401, "Unauthorized", None);
    }
    let [first, ..] = sendings();
    let named = first
        .host("api.us.frontegg.com")
        .header("frontegg-vendor-host", "app-emulator.frontegg.com");
    assert_eq!(named.send().status, 200);
}

#[test]
fn discovery_leads_to_this_machine_or_to_the_domain() {
    let (emulated, _) = with(|_| {});
    for path in [
        "/.well-known/openid-configuration",
        "/oauth/.well-known/openid-configuration",
    ] {
        let here = emulated.get(path).send();
        assert_eq!(
            here.text("token_endpoint"),
            "http://127.0.0.1:4000/oauth/token"
        );
        assert_eq!(here.text("issuer"), "https://app-emulator.frontegg.com");
        let there = emulated.get(path).host("app-emulator.frontegg.com").send();
        assert_eq!(
            there.text("jwks_uri"),
            "https://app-emulator.frontegg.com/.well-known/jwks.json"
        );
    }
}
