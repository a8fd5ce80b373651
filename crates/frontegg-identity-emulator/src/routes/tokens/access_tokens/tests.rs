use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::settings::RightsForm;
use crate::state::{NewRole, NewUser};
use crate::testing::{Answer, Emulated, Sending};

const TENANT: &str = "/identity/resources/tenants/access-tokens/v1";
const USER: &str = "/identity/resources/users/access-tokens/v1";
const OF_TENANTS: &str = "/identity/resources/vendor-only/tenants/access-tokens/v1";
const OF_USERS: &str = "/identity/resources/vendor-only/users/access-tokens/v1";

/// An environment with Ann in tenant `t-1`, and the id of the role `Robot`.
fn place() -> (Emulated, String) {
    let emulated = Emulated::new();
    let ann = NewUser::new("ann@example.com").id("u-1").password("x");
    emulated.user(ann.tenant("t-1", &["Admin"]).tenant("t-2", &[]));
    let now = emulated.service.clock.now();
    let role = NewRole::new("Robot").permission("arm.move");
    let role = emulated.state(|state| state.seed_role(role, now));
    (emulated, role)
}

/// As the environment, for Ann in a tenant.
fn vendor<'a>(emulated: &'a Emulated, method: Method, path: &str, tenant: &str) -> Sending<'a> {
    let sending = emulated.request(method, path).vendor().tenant(tenant);
    sending.header("frontegg-user-id", "u-1")
}

fn create(emulated: &Emulated, path: &str, body: &Value) -> Answer {
    vendor(emulated, Method::POST, path, "t-1")
        .json(body)
        .send()
}

fn look_up(emulated: &Emulated, path: &str, id: &str) -> Answer {
    vendor(emulated, Method::GET, &format!("{path}/{id}"), "t-1").send()
}

fn claims(emulated: &Emulated, created: &Answer) -> Value {
    let now = emulated.service.clock.now();
    let verified = emulated.service.keys.verify(created.text("secret"), now);
    verified.expect("a token of this service")
}

#[test]
fn the_secret_is_a_jwt_with_placeholders() {
    let (emulated, role) = place();
    let body = json!({ "description": "CI", "roleIds": [role], "expiresInMinutes": 60 });
    let of_tenant = create(&emulated, TENANT, &body);
    let settings = emulated.service.settings();
    let now = emulated.service.clock.now().timestamp();
    let common = json!({
        "tenantId": "t-1", "roles": ["FETCH-ROLES-BY-API"],
        "permissions": ["FETCH-PERMISSIONS-BY-API"], "aud": settings.client_id,
        "iss": format!("https://{}", settings.domain), "iat": now,
    });
    let mut expected = common.clone();
    expected["type"] = json!("tenantAccessToken");
    expected["sub"] = of_tenant.body["id"].clone();
    expected["exp"] = json!(now + 3600);
    assert_eq!(
        (of_tenant.status, claims(&emulated, &of_tenant)),
        (201, expected)
    );
    assert_eq!(of_tenant.body["roleIds"], json!([role]));

    let of_user = create(&emulated, USER, &json!({}));
    let mut expected = common;
    expected["type"] = json!("userAccessToken");
    expected["sub"] = of_user.body["id"].clone();
    expected["userId"] = json!("u-1");
    assert_eq!(
        (of_user.status, claims(&emulated, &of_user)),
        (201, expected)
    );
    assert_eq!(of_user.body.get("expires"), None);
}

#[test]
fn lists_are_wrapped_and_without_secrets() {
    let (emulated, _) = place();
    for path in [TENANT, USER] {
        let mut created = create(&emulated, path, &json!({ "description": "CI" })).body;
        created.as_object_mut().unwrap().remove("secret");
        let list = vendor(&emulated, Method::GET, path, "t-1").send();
        assert_eq!(list.body, json!({ "accessTokens": [created] }));
        let elsewhere = vendor(&emulated, Method::GET, path, "t-2").send();
        assert_eq!(elsewhere.body, json!({ "accessTokens": [] }));
    }
}

#[test]
fn a_back_end_looks_up_the_real_rights() {
    let (emulated, role) = place();
    let of_tenant = create(&emulated, TENANT, &json!({ "roleIds": [role] }));
    let id = of_tenant.text("id");
    let expected = json!({
        "id": id, "tenantId": "t-1", "roles": ["Robot"], "permissions": ["arm.move"],
    });
    assert_eq!(look_up(&emulated, OF_TENANTS, id).body, expected);
    let of_user = create(&emulated, USER, &json!({ "expiresInMinutes": 60 }));
    let found = look_up(&emulated, OF_USERS, of_user.text("id"));
    assert_eq!(
        (found.text("userId"), found.text("expires")),
        ("u-1", of_user.text("expires"))
    );
    assert_eq!(found.body["roles"], json!(["Admin"]));

    look_up(&emulated, OF_USERS, id).is_refused(404, "Access token not found", None);
    let crossed = look_up(&emulated, OF_TENANTS, of_user.text("id"));
    assert_eq!(crossed.status, 404);
    let elsewhere = vendor(&emulated, Method::GET, &format!("{OF_TENANTS}/{id}"), "t-2");
    assert_eq!(elsewhere.send().status, 404);

    let whole = |settings: &mut crate::Settings| settings.access_token_rights = RightsForm::Objects;
    emulated.service.change_settings(whole);
    let found = look_up(&emulated, OF_TENANTS, id);
    assert_eq!(found.body["roles"][0]["key"], "Robot");
    assert_eq!(found.body["permissions"][0]["key"], "arm.move");
}

#[test]
fn deleted_and_expired_tokens_are_neither_found_nor_active() {
    let (emulated, _) = place();
    for (path, of_all) in [(TENANT, OF_TENANTS), (USER, OF_USERS)] {
        let stays = create(&emulated, path, &json!({}));
        let goes = create(&emulated, path, &json!({}));
        let ends = create(&emulated, path, &json!({ "expiresInMinutes": 60 }));
        let active = || look_up(&emulated, of_all, "active").body;
        let ids = |all: &[&Answer]| json!(all.iter().map(|one| one.text("id")).collect::<Vec<_>>());
        assert_eq!(active(), ids(&[&stays, &goes, &ends]));
        let gone = format!("{path}/{}", goes.text("id"));
        let delete = |tenant: &str| vendor(&emulated, Method::DELETE, &gone, tenant).send();
        delete("t-2").is_refused(404, "Access token not found", None);
        assert_eq!((delete("t-1").status, delete("t-1").status), (200, 404));
        assert_eq!(active(), ids(&[&stays, &ends]));
        emulated.service.clock.advance(TimeDelta::hours(1));
        assert_eq!(active(), ids(&[&stays]));
        for id in [goes.text("id"), ends.text("id")] {
            look_up(&emulated, of_all, id).is_refused(404, "Access token not found", None);
        }
        assert_eq!(
            claims(&emulated, &goes)["sub"],
            goes.body["id"],
            "the signature stays good"
        );
    }
}

#[test]
fn an_access_token_calls_for_its_tenant_and_its_user() {
    let (emulated, _) = place();
    let token = create(&emulated, USER, &json!({}));
    let list = emulated.get(USER).bearer(token.text("secret")).send();
    assert_eq!(list.body["accessTokens"][0]["id"], token.body["id"]);
    let of_all = emulated.get(&format!("{OF_USERS}/active"));
    let refused = of_all.bearer(token.text("secret")).send();
    refused.is_refused(404, "Not Found", Some("ER-00004"));
}

#[test]
fn what_does_not_exist_is_refused() {
    let (emulated, _) = place();
    let odd = create(&emulated, TENANT, &json!({ "roleIds": ["r-9"] }));
    odd.is_refused(400, "Role r-9 was not found", None);
    let nowhere = vendor(&emulated, Method::POST, TENANT, "t-9").json(&json!({}));
    nowhere.send().is_refused(404, "Tenant not found", None);
    let outside = vendor(&emulated, Method::POST, USER, "t-9").json(&json!({}));
    outside
        .send()
        .is_refused(403, "User does not belong to the tenant", None);
    let late = create(
        &emulated,
        USER,
        &json!({ "expiresInMinutes": 9_000_000_000_i64 }),
    );
    late.is_refused(400, "expiresInMinutes is out of range", None);
}

#[test]
fn a_deleted_user_takes_the_tokens_along() {
    let (emulated, _) = place();
    let token = create(&emulated, USER, &json!({}));
    let of_tenant = create(&emulated, TENANT, &json!({}));
    emulated.state(|state| state.remove_user("u-1"));
    assert_eq!(look_up(&emulated, OF_USERS, token.text("id")).status, 404);
    assert_eq!(
        look_up(&emulated, OF_TENANTS, of_tenant.text("id")).status,
        200
    );
}

#[test]
fn the_feature_can_be_off() {
    let (emulated, _) = place();
    emulated
        .service
        .change_settings(|settings| settings.api_tokens_enabled = false);
    let all = [
        (Method::POST, TENANT.to_owned()),
        (Method::GET, TENANT.to_owned()),
        (Method::DELETE, format!("{TENANT}/x")),
        (Method::POST, USER.to_owned()),
        (Method::GET, USER.to_owned()),
        (Method::DELETE, format!("{USER}/x")),
        (Method::GET, format!("{OF_TENANTS}/x")),
        (Method::GET, format!("{OF_USERS}/x")),
        (Method::GET, format!("{OF_TENANTS}/active")),
        (Method::GET, format!("{OF_USERS}/active")),
    ];
    for (method, path) in all {
        let answer = vendor(&emulated, method, &path, "t-1").send();
        answer.is_refused(403, "Api tokens are disabled", None);
    }
}
