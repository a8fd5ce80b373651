use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use crate::settings::Settings;
use crate::state::{NewApiToken, NewRole, NewUser};
use crate::testing::{Answer, Emulated};

const V1: &str = "/identity/resources/auth/v1/api-token";
const V2: &str = "/identity/resources/auth/v2/api-token";
const ANN: &str = "ann@example.com";

fn with(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = Emulated::with(change);
    let now = emulated.service.clock.now();
    emulated.user(
        NewUser::new(ANN)
            .id("u-1")
            .metadata(json!({ "desk": 7 }))
            .tenant("t-1", &["Admin"]),
    );
    emulated.state(|state| {
        let role = NewRole::new("Robot").permission("arm.move");
        state.seed_role(role, now);
        let metadata = Map::from_iter([("line".to_owned(), json!(3))]);
        let tenant = NewApiToken::new("of-tenant", "s")
            .tenant("t-1")
            .role("Robot");
        state.seed_api_token(tenant.metadata(metadata), now);
        state.seed_api_token(NewApiToken::new("of-user", "s").user(ANN), now);
        let brief = NewApiToken::new("brief", "s").permission("arm.stop");
        state.seed_api_token(brief.expires_in(TimeDelta::hours(1)), now);
    });
    emulated
}

fn exchange(emulated: &Emulated, path: &str, id: &str, secret: &str) -> Answer {
    let body = json!({ "clientId": id, "secret": secret });
    emulated.post(path, body).send()
}

fn refresh(emulated: &Emulated, path: &str, token: &str) -> Answer {
    let path = format!("{path}/token/refresh");
    emulated
        .post(&path, json!({ "refreshToken": token }))
        .send()
}

fn verified(emulated: &Emulated, token: &str) -> Value {
    let now = emulated.service.clock.now();
    emulated
        .service
        .keys
        .verify(token, now)
        .expect("a token of this service")
}

#[test]
fn each_version_has_its_own_case() {
    let emulated = with(|_| {});
    let one = exchange(&emulated, V1, "of-tenant", "s");
    let two = exchange(&emulated, V2, "of-tenant", "s");
    let names = |answer: &Answer| {
        let names = answer.body.as_object().unwrap().keys().cloned();
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    };
    assert_eq!((one.status, two.status), (200, 200));
    assert_eq!(
        names(&one),
        ["accessToken", "expires", "expiresIn", "refreshToken"]
    );
    assert_eq!(
        names(&two),
        ["access_token", "expires", "expires_in", "refresh_token"]
    );
    assert_eq!(
        (&one.body["expiresIn"], &two.body["expires_in"]),
        (&json!(86400), &json!(86400))
    );
}

#[test]
fn a_tenants_token_has_exactly_these_claims() {
    let emulated = with(|_| {});
    let answer = exchange(&emulated, V2, "of-tenant", "s");
    let now = emulated.service.clock.now().timestamp();
    let settings = emulated.service.settings();
    let expected = json!({
        "type": "tenantApiToken", "sub": "of-tenant", "tenantId": "t-1",
        "roles": ["Robot"], "permissions": ["arm.move"],
        "metadata": { "line": 3 }, "createdByUserId": null,
        "aud": settings.client_id, "iss": format!("https://{}", settings.domain),
        "iat": now, "exp": now + 86400,
    });
    assert_eq!(verified(&emulated, answer.text("access_token")), expected);
}

#[test]
fn a_users_token_has_the_rights_of_its_owner() {
    let emulated = with(|_| {});
    let answer = exchange(&emulated, V1, "of-user", "s");
    let now = emulated.service.clock.now().timestamp();
    let settings = emulated.service.settings();
    let expected = json!({
        "type": "userApiToken", "sub": "of-user", "userId": "u-1", "tenantId": "t-1",
        "roles": ["Admin"], "permissions": ["fe.secure.*"], "email": ANN,
        "metadata": {}, "userMetadata": { "desk": 7 }, "createdByUserId": null,
        "aud": settings.client_id, "iss": format!("https://{}", settings.domain),
        "iat": now, "exp": now + 86400,
    });
    assert_eq!(verified(&emulated, answer.text("accessToken")), expected);
}

#[test]
fn roles_and_permissions_are_left_out_by_setting_and_permissions_may_stand_alone() {
    let emulated = with(|settings| settings.roles_in_tokens = false);
    let answer = exchange(&emulated, V2, "brief", "s");
    let claims = verified(&emulated, answer.text("access_token"));
    assert_eq!(claims["permissions"], json!(["arm.stop"]));
    assert_eq!(claims.get("roles"), None);
    let emulated = with(|settings| settings.permissions_in_tokens = false);
    let answer = exchange(&emulated, V2, "of-tenant", "s");
    let claims = verified(&emulated, answer.text("access_token"));
    assert_eq!(claims["roles"], json!(["Robot"]));
    assert_eq!(claims.get("permissions"), None);
}

#[test]
fn wrong_unknown_and_expired_credentials_are_refused_alike() {
    let emulated = with(|_| {});
    for path in [V1, V2] {
        for (id, secret) in [("of-tenant", "t"), ("nobody", "s"), ("", "")] {
            let answer = exchange(&emulated, path, id, secret);
            answer.is_refused(401, "Invalid authentication", None);
        }
    }
    assert_eq!(exchange(&emulated, V2, "brief", "s").status, 200);
    emulated.service.clock.advance(TimeDelta::hours(1));
    let late = exchange(&emulated, V2, "brief", "s");
    late.is_refused(401, "Invalid authentication", None);
}

#[test]
fn an_owner_who_is_locked_or_gone_has_no_tokens() {
    let emulated = with(|_| {});
    let held = exchange(&emulated, V2, "of-user", "s")
        .text("refresh_token")
        .to_owned();
    let lock = |is_locked| {
        emulated.state(|state| state.users.get_mut("u-1").unwrap().is_locked = is_locked);
    };
    lock(true);
    assert_eq!(exchange(&emulated, V2, "of-user", "s").status, 401);
    assert_eq!(refresh(&emulated, V2, &held).status, 401);
    lock(false);
    assert_eq!(exchange(&emulated, V2, "of-user", "s").status, 200);
    emulated.state(|state| state.remove_membership("u-1", "t-1"));
    assert_eq!(exchange(&emulated, V2, "of-user", "s").status, 401);
    assert_eq!(exchange(&emulated, V2, "of-tenant", "s").status, 200);
    emulated.state(|state| state.remove_tenant("t-1"));
    assert_eq!(exchange(&emulated, V2, "of-tenant", "s").status, 401);
}

#[test]
fn a_refresh_rotates_and_a_spent_token_is_dead() {
    let emulated = with(|_| {});
    let first = exchange(&emulated, V1, "of-tenant", "s")
        .text("refreshToken")
        .to_owned();
    let second = refresh(&emulated, V1, &first);
    let third = refresh(&emulated, V2, second.text("refreshToken"));
    assert_eq!((second.status, third.status), (200, 200));
    assert_eq!(
        verified(&emulated, third.text("access_token"))["sub"],
        "of-tenant"
    );
    for path in [V1, V2] {
        refresh(&emulated, path, &first).is_refused(401, "Refresh token is not valid", None);
    }
    assert_eq!(
        refresh(&emulated, V2, third.text("refresh_token")).status,
        200
    );
}

#[test]
fn without_rotation_a_refresh_lengthens_the_life() {
    let emulated = with(|settings| settings.rotate_refresh_tokens = false);
    let answer = exchange(&emulated, V2, "of-tenant", "s");
    let token = answer.text("refresh_token");
    emulated.service.clock.advance(TimeDelta::days(20));
    assert_eq!(refresh(&emulated, V2, token).text("refresh_token"), token);
    emulated.service.clock.advance(TimeDelta::days(20));
    assert_eq!(refresh(&emulated, V2, token).status, 200);
    emulated.service.clock.advance(TimeDelta::days(30));
    assert_eq!(refresh(&emulated, V2, token).status, 401);
}

#[test]
fn the_101st_exchange_silently_kills_the_oldest() {
    let emulated = with(|_| {});
    let tokens: Vec<String> = (0..101)
        .map(|_| {
            exchange(&emulated, V2, "of-tenant", "s")
                .text("refresh_token")
                .to_owned()
        })
        .collect();
    assert_eq!(refresh(&emulated, V2, &tokens[0]).status, 401);
    assert_eq!(refresh(&emulated, V2, &tokens[1]).status, 200);
    assert_eq!(refresh(&emulated, V2, &tokens[100]).status, 200);
}

#[test]
fn a_user_session_is_not_renewed_here() {
    let emulated = with(|_| {});
    emulated.user(
        NewUser::new("bob@example.com")
            .password("x")
            .tenant("t-1", &[]),
    );
    let session = emulated
        .log_in("bob@example.com", "x")
        .text("refreshToken")
        .to_owned();
    assert_eq!(refresh(&emulated, V2, &session).status, 401);
}

#[test]
fn the_feature_can_be_off() {
    let emulated = with(|settings| settings.api_tokens_enabled = false);
    for path in [V1, V2] {
        let off = "Api tokens are disabled";
        exchange(&emulated, path, "of-tenant", "s").is_refused(403, off, None);
        refresh(&emulated, path, "any").is_refused(403, off, None);
    }
}

#[test]
fn a_regional_host_needs_the_environments_name() {
    let emulated = with(|_| {});
    let body = json!({ "clientId": "of-tenant", "secret": "s" });
    let sending = || emulated.post(V2, body.clone()).host("api.frontegg.com");
    assert_eq!(sending().send().status, 401);
    let named = sending().header("frontegg-vendor-host", "app-emulator.frontegg.com");
    assert_eq!(named.send().status, 200);
}
