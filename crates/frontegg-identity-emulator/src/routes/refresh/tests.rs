use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::settings::{RefreshAuthorization, Reuse, Settings};
use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const REFRESH: &str = "/identity/resources/auth/v1/user/token/refresh";
const COOKIE: &str = "fe_refresh_6b1f2a904c3d-4e8f-9a51-2d7c0e5f8b34";
const EMAIL: &str = "ann@example.com";

fn with(change: impl FnOnce(&mut Settings)) -> (Emulated, String) {
    let emulated = Emulated::with(change);
    emulated.user(
        NewUser::new(EMAIL)
            .id("u-1")
            .password("x")
            .tenant("t-1", &["Admin"])
            .tenant("t-2", &["ReadOnly"]),
    );
    let login = emulated.log_in(EMAIL, "x");
    let token = login.text("refreshToken").to_owned();
    (emulated, token)
}

fn refresh(emulated: &Emulated, token: &str, body: Value) -> Answer {
    emulated.post(REFRESH, body).cookie(COOKIE, token).send()
}

#[test]
fn a_refresh_rotates_both_tokens() {
    let (emulated, first) = with(|_| {});
    let answer = refresh(&emulated, &first, json!({}));
    assert_eq!(
        (answer.status, &answer.body["mfaRequired"]),
        (200, &json!(false))
    );
    let second = answer.text("refreshToken").to_owned();
    assert_ne!(first, second);
    assert_eq!(answer.set_cookie("fe_refresh_").unwrap().1, second);
    assert_eq!(emulated.claims(&answer)["tenantId"], "t-1");
    let bare = emulated.request(http::Method::POST, REFRESH);
    assert_eq!(bare.cookie(COOKIE, &second).send().status, 200);
}

#[test]
fn two_access_tokens_of_one_second_differ() {
    let (emulated, first) = with(|settings| settings.rotate_refresh_tokens = false);
    let one = refresh(&emulated, &first, json!({}));
    let two = refresh(&emulated, &first, json!({}));
    assert_ne!(one.text("accessToken"), two.text("accessToken"));
    assert_eq!(one.text("refreshToken"), two.text("refreshToken"));
}

#[test]
fn a_spent_token_is_refused_and_the_session_lives_on() {
    let (emulated, first) = with(|_| {});
    let second = refresh(&emulated, &first, json!({}))
        .text("refreshToken")
        .to_owned();
    refresh(&emulated, &first, json!({})).is_refused(401, "Refresh token is not valid", None);
    assert_eq!(refresh(&emulated, &second, json!({})).status, 200);
}

#[test]
fn reuse_can_end_the_session() {
    let (emulated, first) = with(|settings| settings.refresh_token_reuse = Reuse::RevokeFamily);
    let second = refresh(&emulated, &first, json!({}))
        .text("refreshToken")
        .to_owned();
    refresh(&emulated, &first, json!({})).is_refused(401, "Refresh token is not valid", None);
    refresh(&emulated, &second, json!({})).is_refused(401, "Session not found", None);
}

#[test]
fn reuse_can_be_forgiven_for_a_while() {
    let (emulated, first) =
        with(|settings| settings.refresh_token_reuse = Reuse::Grace(TimeDelta::seconds(10)));
    let second = refresh(&emulated, &first, json!({}))
        .text("refreshToken")
        .to_owned();
    emulated.service.clock.advance(TimeDelta::seconds(10));
    assert_eq!(
        refresh(&emulated, &first, json!({})).text("refreshToken"),
        second
    );
    emulated.service.clock.advance(TimeDelta::seconds(1));
    assert_eq!(refresh(&emulated, &first, json!({})).status, 401);
    assert_eq!(refresh(&emulated, &second, json!({})).status, 200);
}

#[test]
fn nobody_gets_a_401() {
    let (emulated, token) = with(|_| {});
    emulated
        .post(REFRESH, json!({}))
        .send()
        .is_refused(401, "Unauthorized", None);
    refresh(&emulated, "invented", json!({})).is_refused(401, "Session not found", None);
    let dashless = "fe_refresh_6b1f2a904c3d4e8f9a512d7c0e5f8b34";
    let sending = emulated.post(REFRESH, json!({})).cookie(dashless, &token);
    sending.send().is_refused(401, "Unauthorized", None);
    emulated.service.clock.advance(TimeDelta::days(30));
    refresh(&emulated, &token, json!({})).is_refused(401, "Session not found", None);
}

#[test]
fn the_body_counts_only_by_setting() {
    let (emulated, token) = with(|_| {});
    assert_eq!(
        emulated
            .post(REFRESH, json!({ "refreshToken": token }))
            .send()
            .status,
        401
    );
    let (emulated, token) = with(|settings| settings.refresh_token_in_body = true);
    assert_eq!(
        emulated
            .post(REFRESH, json!({ "refreshToken": token }))
            .send()
            .status,
        200
    );
}

#[test]
fn a_tenant_can_be_asked_for() {
    let (emulated, first) = with(|_| {});
    let answer = refresh(&emulated, &first, json!({ "tenantId": "t-2" }));
    let claims = emulated.claims(&answer);
    assert_eq!(
        (&claims["tenantId"], &claims["roles"]),
        (&json!("t-2"), &json!(["ReadOnly"]))
    );
    let back = refresh(
        &emulated,
        answer.text("refreshToken"),
        json!({ "tenantId": null }),
    );
    assert_eq!(emulated.claims(&back)["tenantId"], "t-1");
    let refused = refresh(
        &emulated,
        back.text("refreshToken"),
        json!({ "tenantId": "t-9" }),
    );
    refused.is_refused(403, "User does not belong to the tenant", None);
    assert_eq!(
        refresh(&emulated, back.text("refreshToken"), json!({})).status,
        200,
        "a refusal spends nothing"
    );
}

#[test]
fn authorization_is_ignored_refused_or_required() {
    let (emulated, token) = with(|_| {});
    let sending = emulated
        .post(REFRESH, json!({}))
        .cookie(COOKIE, &token)
        .bearer("stale");
    assert_eq!(sending.send().status, 200);

    let (emulated, token) =
        with(|settings| settings.refresh_authorization = RefreshAuthorization::Refused);
    let sending = emulated
        .post(REFRESH, json!({}))
        .cookie(COOKIE, &token)
        .bearer("stale");
    assert_eq!(sending.send().status, 400);
    assert_eq!(refresh(&emulated, &token, json!({})).status, 200);

    let (emulated, _) =
        with(|settings| settings.refresh_authorization = RefreshAuthorization::RequiredForTenant);
    let login = emulated.log_in(EMAIL, "x");
    let (access, token) = (login.text("accessToken"), login.text("refreshToken"));
    let scoped = || {
        emulated
            .post(REFRESH, json!({ "tenantId": "t-2" }))
            .cookie(COOKIE, token)
    };
    assert_eq!(scoped().send().status, 401);
    assert_eq!(scoped().bearer("stale").send().status, 401);
    assert_eq!(scoped().bearer(access).send().status, 200);
}

#[test]
fn logout_ends_the_session_and_clears_the_cookie() {
    let (emulated, token) = with(|_| {});
    let path = "/identity/resources/auth/v1/logout";
    let answer = emulated
        .request(http::Method::POST, path)
        .cookie(COOKIE, &token)
        .send();
    assert_eq!((answer.status, &answer.body), (201, &Value::Null));
    let (_, value, attributes) = answer.set_cookie("fe_refresh_").unwrap();
    assert!(value.is_empty() && attributes.contains("Expires=Thu, 01 Jan 1970"));
    refresh(&emulated, &token, json!({})).is_refused(401, "Session not found", None);
    assert_eq!(
        emulated.request(http::Method::POST, path).send().status,
        201
    );
}

#[test]
fn a_locked_or_deleted_user_cannot_refresh() {
    let (emulated, token) = with(|_| {});
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = true);
    assert_eq!(refresh(&emulated, &token, json!({})).status, 401);
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = false);
    assert_eq!(refresh(&emulated, &token, json!({})).status, 200);
    let (emulated, token) = with(|_| {});
    emulated.state(|state| state.remove_user("u-1"));
    assert_eq!(refresh(&emulated, &token, json!({})).status, 401);
}

#[test]
fn a_session_that_owes_its_second_factor_is_challenged() {
    let (emulated, token) = with(|_| {});
    emulated.state(|state| {
        state.mfa.force();
        let id = state
            .sessions
            .of_token(&token, chrono::DateTime::UNIX_EPOCH)
            .unwrap()
            .id
            .clone();
        state.sessions.get_mut(&id).unwrap().awaits_mfa = true;
    });
    let answer = refresh(&emulated, &token, json!({}));
    assert_eq!(
        (answer.status, &answer.body["mfaRequired"]),
        (200, &json!(true))
    );
    assert!(answer.body["mfaToken"].is_string() && answer.body.get("accessToken").is_none());
}
