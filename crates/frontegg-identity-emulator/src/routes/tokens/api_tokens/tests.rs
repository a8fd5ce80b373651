use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::state::{NewRole, NewUser};
use crate::testing::{Answer, Emulated, Sending};

const TENANT: &str = "/identity/resources/tenants/api-tokens/v1";
const TENANT_V2: &str = "/identity/resources/tenants/api-tokens/v2";
const USER: &str = "/identity/resources/users/api-tokens/v1";
const EXCHANGE: &str = "/identity/resources/auth/v2/api-token";
const ANN: &str = "ann@example.com";

struct Place {
    emulated: Emulated,
    /// Ann's access token.
    ann: String,
    role: String,
    permission: String,
}

fn place() -> Place {
    let emulated = Emulated::new();
    let user = NewUser::new(ANN).id("u-1").password("x");
    emulated.user(user.tenant("t-1", &["Admin"]).tenant("t-2", &[]));
    let ann = emulated.token_of(ANN, "x");
    let now = emulated.service.clock.now();
    let (role, permission) = emulated.state(|state| {
        let role = state.seed_role(NewRole::new("Robot").permission("arm.move"), now);
        let permission = state.catalogue.permission_by_key("arm.move").unwrap();
        (role, permission.id.clone())
    });
    Place {
        emulated,
        ann,
        role,
        permission,
    }
}

impl Place {
    fn vendor(&self, method: Method, path: &str, tenant: &str) -> Sending<'_> {
        self.emulated.request(method, path).vendor().tenant(tenant)
    }

    fn create(&self, path: &str, body: &Value) -> Answer {
        self.vendor(Method::POST, path, "t-1").json(body).send()
    }

    fn exchange(&self, created: &Answer) -> Answer {
        let body =
            json!({ "clientId": created.text("clientId"), "secret": created.text("secret") });
        self.emulated.post(EXCHANGE, body).send()
    }

    fn claims(&self, exchanged: &Answer) -> Value {
        let now = self.emulated.service.clock.now();
        let token = exchanged.text("access_token");
        self.emulated.service.keys.verify(token, now).unwrap()
    }
}

#[test]
fn both_versions_make_tenant_tokens_and_the_list_hides_their_secrets() {
    let place = place();
    let body =
        json!({ "description": "Press", "metadata": { "line": 3 }, "roleIds": [place.role] });
    let one = place.create(TENANT, &body);
    let two = place.create(TENANT_V2, &json!({}));
    assert_eq!((one.status, two.status), (201, 201));
    assert_eq!(one.body["createdByUserId"], Value::Null);
    assert_eq!(one.body["roleIds"], json!([place.role]));
    assert_eq!(
        (&two.body["description"], &two.body["metadata"]),
        (&Value::Null, &json!({}))
    );
    assert_eq!(two.body.get("expires"), None);

    let list = place.vendor(Method::GET, TENANT, "t-1").send();
    let mut expected = [one.body.clone(), two.body.clone()];
    for token in &mut expected {
        let secret = token.as_object_mut().unwrap().remove("secret");
        assert_eq!(secret.unwrap().as_str().map(str::len), Some(36));
    }
    assert_eq!(list.body, json!(expected));
    let elsewhere = place.vendor(Method::GET, TENANT, "t-2").send();
    assert_eq!(elsewhere.body, json!([]));
}

#[test]
fn roles_win_over_permissions_and_both_have_to_exist() {
    let place = place();
    let both = json!({ "roleIds": [place.role], "permissionIds": [place.permission] });
    let both = place.create(TENANT_V2, &both);
    assert_eq!(both.body["permissionIds"], json!([]));
    assert_eq!(
        place.claims(&place.exchange(&both))["roles"],
        json!(["Robot"])
    );
    let one = place.create(TENANT_V2, &json!({ "permissionIds": [place.permission] }));
    let claims = place.claims(&place.exchange(&one));
    assert_eq!(
        (&claims["roles"], &claims["permissions"]),
        (&json!([]), &json!(["arm.move"]))
    );
    let odd = place.create(TENANT, &json!({ "roleIds": ["r-9"] }));
    odd.is_refused(400, "Role r-9 was not found", None);
    let odd = place.create(TENANT, &json!({ "permissionIds": ["p-9"] }));
    odd.is_refused(400, "Permission p-9 was not found", None);
}

#[test]
fn a_token_is_changed_where_it_is_and_only_there() {
    let place = place();
    let body = json!({ "description": "Press", "metadata": { "a": 1 }, "roleIds": [place.role] });
    let created = place.create(TENANT, &body);
    let path = format!("{TENANT}/{}", created.text("clientId"));
    let change = |tenant: &str, body: Value| {
        place
            .vendor(Method::PATCH, &path, tenant)
            .json(&body)
            .send()
    };
    let changed = change(
        "t-1",
        json!({ "metadata": { "b": 2 }, "description": null }),
    );
    assert_eq!(
        (changed.status, changed.text("description")),
        (200, "Press")
    );
    assert_eq!(changed.body["metadata"], json!({ "b": 2 }));
    assert_eq!(changed.body["roleIds"], json!([place.role]));
    assert_eq!(changed.body.get("secret"), None);
    let changed = change(
        "t-1",
        json!({ "permissionIds": [place.permission], "roleIds": [] }),
    );
    assert_eq!(changed.body["permissionIds"], json!([place.permission]));
    assert_eq!(place.exchange(&created).status, 200, "the secret stays");
    change("t-2", json!({})).is_refused(404, "Api token not found", None);
    assert_eq!(change("t-1", json!({ "roleIds": ["r-9"] })).status, 400);
}

#[test]
fn a_deleted_token_is_dead_and_its_jwt_is_not() {
    let place = place();
    let created = place.create(TENANT, &json!({}));
    let exchanged = place.exchange(&created);
    let path = format!("{TENANT}/{}", created.text("clientId"));
    let delete = |tenant: &str| place.vendor(Method::DELETE, &path, tenant).send();
    delete("t-2").is_refused(404, "Api token not found", None);
    let deleted = delete("t-1");
    assert_eq!((deleted.status, deleted.body), (200, Value::Null));
    assert_eq!(delete("t-1").status, 404);
    assert_eq!(place.exchange(&created).status, 401);
    let refresh = json!({ "refreshToken": exchanged.text("refresh_token") });
    let refresh = place
        .emulated
        .post(&format!("{EXCHANGE}/token/refresh"), refresh);
    assert_eq!(refresh.send().status, 401);

    let list = || {
        let sending = place.emulated.get(TENANT);
        sending.bearer(exchanged.text("access_token")).send()
    };
    assert_eq!((list().status, list().body), (200, json!([])));
    place.emulated.service.clock.advance(TimeDelta::days(1));
    assert_eq!(list().status, 401);
}

#[test]
fn a_machine_works_in_its_own_tenant_whatever_the_header_says() {
    let place = place();
    let token = place.exchange(&place.create(TENANT, &json!({})));
    let sending = place
        .emulated
        .post(TENANT, json!({ "description": "Second" }));
    let made = sending
        .bearer(token.text("access_token"))
        .tenant("t-2")
        .send();
    assert_eq!((made.status, made.text("tenantId")), (201, "t-1"));
    assert_eq!(made.body["createdByUserId"], Value::Null);
}

#[test]
fn expiry_is_counted_in_minutes() {
    let place = place();
    let created = place.create(TENANT, &json!({ "expiresInMinutes": 90 }));
    let end = place.emulated.service.clock.now() + TimeDelta::minutes(90);
    assert_eq!(created.text("expires"), crate::http::timestamp(end));
    place.emulated.service.clock.advance(TimeDelta::minutes(90));
    assert_eq!(place.exchange(&created).status, 401);
    let list = place.vendor(Method::GET, TENANT, "t-1").send();
    assert_eq!(
        list.body.as_array().map(Vec::len),
        Some(1),
        "an expired one is still listed"
    );
    for minutes in [i64::MAX, 9_000_000_000] {
        let odd = place.create(TENANT, &json!({ "expiresInMinutes": minutes }));
        odd.is_refused(400, "expiresInMinutes is out of range", None);
    }
    assert_eq!(
        place
            .create(TENANT, &json!({ "expiresInMinutes": 0 }))
            .status,
        400
    );
}

#[test]
fn a_user_makes_lists_and_deletes_tokens_of_their_own() {
    let place = place();
    let mine = |method, path: &str| place.emulated.request(method, path).bearer(&place.ann);
    let body = json!({ "description": "Laptop", "metadata": { "a": 1 } });
    let created = mine(Method::POST, USER).json(&body).send();
    assert_eq!(
        (created.status, created.text("description")),
        (201, "Laptop")
    );
    let claims = place.claims(&place.exchange(&created));
    assert_eq!(
        (&claims["type"], &claims["roles"]),
        (&json!("userApiToken"), &json!(["Admin"]))
    );
    assert_eq!(claims["createdByUserId"], "u-1");

    let list = mine(Method::GET, USER).send();
    assert_eq!(list.body[0]["clientId"], created.body["clientId"]);
    assert_eq!(list.body[0].get("secret"), None);
    let of_tenant = mine(Method::GET, TENANT).send();
    assert_eq!(
        of_tenant.body,
        json!([]),
        "a user's token is not the tenant's"
    );

    let id = created.text("clientId");
    let wrong_route = mine(Method::DELETE, &format!("{TENANT}/{id}")).send();
    assert_eq!(wrong_route.status, 404);
    assert_eq!(
        mine(Method::DELETE, &format!("{USER}/{id}")).send().status,
        200
    );
    assert_eq!(place.exchange(&created).status, 401);
    assert_eq!(
        mine(Method::DELETE, &format!("{USER}/{id}")).send().status,
        404
    );
}

#[test]
fn the_environment_has_to_name_tenant_and_user() {
    let place = place();
    let get = |path: &str| place.emulated.get(path).vendor();
    get(TENANT)
        .send()
        .is_refused(403, "Tenant ID is not specified", None);
    get(USER)
        .tenant("t-1")
        .send()
        .is_refused(403, "User ID is not specified", None);
    let of = |tenant: &str, user: &str| {
        let sending = get(USER).tenant(tenant).header("frontegg-user-id", user);
        sending.send()
    };
    assert_eq!(
        (of("t-1", "u-1").status, of("t-1", "u-1").body),
        (200, json!([]))
    );
    of("t-1", "u-9").is_refused(404, "User not found", None);
    of("t-9", "u-1").is_refused(403, "User does not belong to the tenant", None);
    assert_eq!(place.emulated.get(USER).send().status, 401);
    let nowhere = place.vendor(Method::POST, TENANT, "t-9").json(&json!({}));
    nowhere.send().is_refused(404, "Tenant not found", None);
}

#[test]
fn the_feature_can_be_off() {
    let place = place();
    place
        .emulated
        .service
        .change_settings(|settings| settings.api_tokens_enabled = false);
    let one = format!("{TENANT}/x");
    let all = [
        (Method::POST, TENANT),
        (Method::POST, TENANT_V2),
        (Method::GET, TENANT),
        (Method::PATCH, &one),
        (Method::DELETE, &one),
        (Method::POST, USER),
        (Method::GET, USER),
        (Method::DELETE, "/identity/resources/users/api-tokens/v1/x"),
    ];
    for (method, path) in all {
        let sending = place.emulated.request(method, path).bearer(&place.ann);
        sending
            .send()
            .is_refused(403, "Api tokens are disabled", None);
    }
}
