use aws_lc_rs::digest;
use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::login::Proof;
use crate::testing::{Answer, Emulated};

const COOKIE: &str = "fe_refresh_6b1f2a904c3d-4e8f-9a51-2d7c0e5f8b34";
const CLIENT: &str = "6b1f2a90-4c3d-4e8f-9a51-2d7c0e5f8b34";
const APP: &str = "https://app.example.com/callback";

fn place() -> (Emulated, String) {
    let emulated = Emulated::new();
    let ann = NewUser::new("ann@example.com").id("u-1").password("x");
    emulated.user(ann.tenant("t-1", &[]));
    let login = emulated.log_in("ann@example.com", "x");
    let session = login.text("refreshToken").to_owned();
    (emulated, session)
}

/// Where the browser is sent.
fn authorize(emulated: &Emulated, session: &str, more: &str) -> String {
    let path =
        format!("/oauth/authorize?response_type=code&client_id={CLIENT}&redirect_uri={APP}{more}");
    let answer = emulated.get(&path).cookie(COOKIE, session).send();
    assert_eq!(answer.status, 302, "{}", answer.body);
    answer.header("location").unwrap().to_owned()
}

fn code(emulated: &Emulated, session: &str, more: &str) -> String {
    let target = authorize(emulated, session, more);
    let query = target.strip_prefix(APP).unwrap().trim_start_matches('?');
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let code = pairs.find(|(name, _)| name == "code").unwrap().1;
    code.into_owned()
}

fn redeem(emulated: &Emulated, code: &str, more: &Value) -> Answer {
    let mut body = json!({ "grant_type": "authorization_code", "code": code, "redirect_uri": APP });
    let more = more.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(more);
    emulated.post("/oauth/token", body).send()
}

#[test]
fn a_code_gives_a_session_of_its_own_once() {
    let (emulated, session) = place();
    let code = code(&emulated, &session, "&nonce=n-1");
    let answer = redeem(&emulated, &code, &json!({}));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let now = emulated.service.clock.now();
    let verify = |name| {
        emulated
            .service
            .keys
            .verify(answer.text(name), now)
            .unwrap()
    };
    assert_eq!(
        (&verify("id_token")["nonce"], &verify("id_token")["sub"]),
        (&json!("n-1"), &json!("u-1"))
    );
    assert_eq!(verify("access_token")["tenantId"], "t-1");
    assert_ne!(answer.text("refresh_token"), session);
    redeem(&emulated, &code, &json!({})).is_refused(401, "Invalid authentication", None);
    let silent = emulated.post("/oauth/authorize/silent", json!({}));
    assert_eq!(
        silent.cookie(COOKIE, &session).send().status,
        200,
        "the browser's session stays"
    );
}

#[test]
fn the_state_comes_back() {
    let (emulated, session) = place();
    let target = authorize(&emulated, &session, "&state=a%20b%26c");
    assert!(
        target.starts_with(APP) && target.ends_with("&state=a+b%26c"),
        "{target}"
    );
    let target = authorize(&emulated, "none", "&prompt=none&state=s");
    assert_eq!(target, format!("{APP}?error=login_required&state=s"));
    assert_eq!(authorize(&emulated, "none", ""), "/oauth/account/login");
    let silent = emulated.post("/oauth/authorize/silent", json!({}));
    assert_eq!(silent.cookie(COOKIE, &session).send().status, 200);
    let spent = authorize(&emulated, &session, "");
    assert_eq!(spent, "/oauth/account/login");
}

#[test]
fn an_app_can_insist_on_a_fresh_second_factor() {
    let (emulated, session) = place();
    let acr = "&acr_values=http://schemas.openid.net/pape/policies/2007/06/multi-factor";
    let login = "/oauth/account/login";
    let ask = |more: &str| authorize(&emulated, &session, &format!("{acr}{more}"));
    assert_eq!(ask(""), login);
    assert_eq!(ask("&prompt=none"), format!("{APP}?error=login_required"));
    emulated.state(|state| {
        let now = emulated.service.clock.now();
        let id = state.sessions.of_token(&session, now).unwrap().id.clone();
        let session = state.sessions.get_mut(&id).unwrap();
        session.login.proofs.push(Proof::Authenticator);
    });
    emulated.service.clock.advance(TimeDelta::seconds(60));
    for (more, is_enough) in [("", true), ("&max_age=60", true), ("&max_age=59", false)] {
        assert_eq!(ask(more) != login, is_enough, "{more}");
    }
}

#[test]
fn only_who_asked_can_redeem() {
    let (emulated, session) = place();
    let digest = digest::digest(&digest::SHA256, b"verifier-1");
    let hashed = BASE64URL_NOPAD.encode(digest.as_ref());
    let hashed = format!("&code_challenge={hashed}&code_challenge_method=S256");
    for more in [hashed.as_str(), "&code_challenge=verifier-1"] {
        let with = |verifier: &Value| {
            let code = code(&emulated, &session, more);
            redeem(&emulated, &code, &json!({ "code_verifier": verifier }))
        };
        assert_eq!(with(&json!("verifier-1")).status, 200);
        with(&json!("verifier-2")).is_refused(401, "Invalid authentication", None);
        let missing = "code_verifier should not be empty";
        with(&Value::Null).is_refused(400, missing, Some("ER-00001"));
    }
    let code = code(&emulated, &session, "");
    let elsewhere = json!({ "redirect_uri": "https://evil.example.com" });
    assert_eq!(redeem(&emulated, &code, &elsewhere).status, 401);
}

#[test]
fn late_replaced_and_orphaned_codes_are_dead() {
    let (emulated, session) = place();
    let old = code(&emulated, &session, "");
    let new = code(&emulated, &session, "");
    assert_eq!(redeem(&emulated, &old, &json!({})).status, 401);
    emulated.service.clock.advance(TimeDelta::minutes(10));
    assert_eq!(redeem(&emulated, &new, &json!({})).status, 401);
    let locked = code(&emulated, &session, "");
    let lock = |is_locked| {
        emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = is_locked);
    };
    lock(true);
    redeem(&emulated, &locked, &json!({})).is_refused(401, "Session not found", None);
    lock(false);
    let orphan = code(&emulated, &session, "");
    emulated.state(|state| state.sessions.end_all(|_| true));
    redeem(&emulated, &orphan, &json!({})).is_refused(401, "Session not found", None);
    assert_eq!(redeem(&emulated, "", &json!({})).status, 401);
}

#[test]
fn odd_questions_are_refused() {
    let (emulated, session) = place();
    let status = |query: &str| {
        let sending = emulated.get(&format!("/oauth/authorize?{query}"));
        sending.cookie(COOKIE, &session).send().status
    };
    let good = format!("response_type=code&client_id={CLIENT}&redirect_uri={APP}");
    assert_eq!(status(&good), 302);
    assert_eq!(status(&good.replace("=code", "=token")), 400);
    assert_eq!(status(&good.replace("client_id", "client")), 400);
    assert_eq!(status(&good.replace("redirect_uri", "uri")), 400);
    assert_eq!(status(&good.replace(CLIENT, "somebody")), 401);
    let odd = format!("{good}&code_challenge=x&code_challenge_method=S512");
    assert_eq!(status(&odd), 400);
    let regional = emulated
        .get(&format!("/oauth/authorize?{good}"))
        .host("api.frontegg.com");
    assert_eq!(regional.cookie(COOKIE, &session).send().status, 401);
}
