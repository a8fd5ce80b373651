use http::Method;
use serde_json::{Value, json};

use crate::state::{NewRole, NewTenant, NewUser};
use crate::testing::{Answer, Emulated};

const V1: &str = "/identity/resources/roles/v1";
const V2: &str = "/identity/resources/roles/v2";

/// An emulator with two tenants and, in each, a user with the role `Editor`.
fn emulated() -> Emulated {
    let emulated = Emulated::new();
    let now = emulated.service.clock.now();
    emulated.state(|state| {
        for id in ["t-1", "t-2"] {
            state.seed_tenant(NewTenant::new(id).id(id), now);
        }
        let editor = NewRole::new("Editor").permission("docs.write").level(5);
        state.seed_role(editor, now);
    });
    for (email, tenant) in [("ada@example.com", "t-1"), ("alan@example.com", "t-2")] {
        let user = NewUser::new(email)
            .password("Secret-1")
            .tenant(tenant, &["Editor"]);
        emulated.user(user);
    }
    emulated
}

fn role_id(emulated: &Emulated, key: &str) -> String {
    let found = emulated.state(|state| {
        let mut roles = state.catalogue.roles.iter();
        roles
            .find(|role| role.key == key)
            .map(|role| role.id.clone())
    });
    found.expect("a role")
}

fn permission_id(emulated: &Emulated, key: &str) -> String {
    let found = emulated.state(|state| {
        let permission = state.catalogue.permission_by_key(key);
        permission.map(|permission| permission.id.clone())
    });
    found.expect("a permission")
}

/// `roles` and `permissions` in a new token of a user.
fn rights(emulated: &Emulated, email: &str) -> Value {
    let claims = emulated.claims(&emulated.log_in(email, "Secret-1"));
    json!([claims["roles"], claims["permissions"]])
}

fn put(emulated: &Emulated, path: &str, body: Value) -> Answer {
    let sending = emulated.request(Method::PUT, path).json(&body);
    sending.vendor().send()
}

fn patch(emulated: &Emulated, key: &str, body: Value) -> Answer {
    let path = format!("{V1}/{}", role_id(emulated, key));
    let sending = emulated.request(Method::PATCH, &path).json(&body);
    sending.vendor().send()
}

fn keys(list: &Value) -> Vec<&str> {
    let roles = list.as_array().expect("a list");
    roles
        .iter()
        .filter_map(|role| role["key"].as_str())
        .collect()
}

#[test]
fn roles_come_and_go_in_arrays() {
    let emulated = emulated();
    let auditor =
        json!({ "key": "Auditor", "name": "Auditors", "level": 3, "firstUserRole": true });
    emulated
        .post(V1, auditor.clone())
        .vendor()
        .send()
        .is_refused(400, "Expected body to be an array", None);
    let created = emulated.post(V1, json!([auditor])).vendor().send();
    assert_eq!(created.status, 201);
    let role = &created.body[0];
    assert_eq!(
        (
            &role["key"],
            &role["name"],
            &role["level"],
            &role["firstUserRole"]
        ),
        (
            &json!("Auditor"),
            &json!("Auditors"),
            &json!(3),
            &json!(true)
        )
    );
    assert_eq!(
        (&role["permissions"], &role["tenantId"]),
        (&json!([]), &Value::Null)
    );

    // One key that is taken spoils the whole request.
    let two = json!([
        { "key": "New", "name": "N", "level": 1 },
        { "key": "Auditor", "name": "A", "level": 1 },
    ]);
    let refused = emulated.post(V1, two).vendor().send();
    refused.is_refused(409, "Already exists", None);
    let twins = json!([
        { "key": "New", "name": "N", "level": 1 },
        { "key": "New", "name": "M", "level": 1 },
    ]);
    assert_eq!(emulated.post(V1, twins).vendor().send().status, 409);
    let list = emulated.get(V1).vendor().send();
    assert_eq!(keys(&list.body), ["Admin", "ReadOnly", "Editor", "Auditor"]);

    let path = format!("{V1}/{}", role_id(&emulated, "Editor"));
    let delete = || emulated.request(Method::DELETE, &path).vendor().send();
    assert_eq!(delete().status, 204);
    delete().is_refused(404, "Role not found", None);
    assert_eq!(rights(&emulated, "ada@example.com"), json!([[], []]));
}

#[test]
fn a_taken_key_is_refused_as_the_settings_say() {
    let emulated = Emulated::with(|settings| {
        settings.name_taken = crate::settings::ErrorForm::new(400, "Role key must be unique");
    });
    let body = json!([{ "key": "Admin", "name": "A", "level": 0 }]);
    let refused = emulated.post(V1, body).vendor().send();
    refused.is_refused(400, "Role key must be unique", None);
}

#[test]
fn a_role_of_a_tenant_is_there_for_that_tenant_only() {
    let emulated = emulated();
    let body = json!([{ "key": "Local", "name": "L", "level": 9 }]);
    let created = emulated
        .post(V1, body.clone())
        .vendor()
        .tenant("t-1")
        .send();
    assert_eq!(created.body[0]["tenantId"], "t-1");
    // Another tenant may use the key as well, the first one not again.
    let other = emulated
        .post(V1, body.clone())
        .vendor()
        .tenant("t-2")
        .send();
    assert_eq!(other.status, 201);
    let again = emulated.post(V1, body).vendor().tenant("t-1").send();
    assert_eq!(again.status, 409);

    let seen = |tenant: &str| {
        let list = emulated.get(V1).vendor().tenant(tenant).send();
        keys(&list.body).len()
    };
    assert_eq!((seen("t-1"), seen("t-2"), seen("t-3")), (4, 4, 3));
    assert_eq!(keys(&emulated.get(V1).vendor().send().body).len(), 3);
    let login = emulated.log_in("ada@example.com", "Secret-1");
    let mine = emulated.get(V1).bearer(login.text("accessToken")).send();
    assert_eq!(keys(&mine.body), ["Admin", "ReadOnly", "Editor", "Local"]);

    let path = format!(
        "{V1}/{}",
        created.body[0]["id"].as_str().unwrap_or_default()
    );
    let delete = || emulated.request(Method::DELETE, &path).vendor();
    assert_eq!(delete().send().status, 404);
    assert_eq!(delete().tenant("t-2").send().status, 404);
    assert_eq!(delete().tenant("t-1").send().status, 204);
    // The roles of a tenant go with it.
    emulated.state(|state| state.remove_tenant("t-2"));
    assert_eq!(emulated.state(|state| state.catalogue.roles.len()), 3);
}

#[test]
fn a_role_is_changed_where_the_body_says_so() {
    let emulated = emulated();
    emulated
        .service
        .clock
        .advance(chrono::TimeDelta::seconds(5));
    let changed = patch(
        &emulated,
        "Editor",
        json!({ "key": "Writer", "description": "Writes" }),
    );
    assert_eq!(
        (
            changed.text("key"),
            changed.text("name"),
            changed.text("description")
        ),
        ("Writer", "Editor", "Writes")
    );
    assert_eq!(changed.body["level"], 5);
    assert!(changed.text("updatedAt") > changed.text("createdAt"));
    assert_eq!(
        rights(&emulated, "ada@example.com"),
        json!([["Writer"], ["docs.write"]])
    );
    let more = json!({ "name": "Writers", "level": 6, "description": null, "firstUserRole": true });
    let changed = patch(&emulated, "Writer", more);
    assert_eq!(
        (
            changed.text("name"),
            &changed.body["level"],
            &changed.body["description"]
        ),
        ("Writers", &json!(6), &Value::Null)
    );
    assert_eq!(changed.body["firstUserRole"], true);
    patch(&emulated, "Writer", json!({ "key": "Admin" })).is_refused(409, "Already exists", None);
    assert_eq!(
        patch(&emulated, "Writer", json!({ "key": "Writer" })).status,
        200
    );
    assert_eq!(
        patch(&emulated, "Writer", json!({ "level": 40_000 })).status,
        400
    );
}

#[test]
fn a_default_role_goes_to_users_who_are_there_only_if_it_migrates() {
    let emulated = emulated();
    patch(&emulated, "ReadOnly", json!({ "isDefault": true }));
    assert_eq!(rights(&emulated, "ada@example.com")[0], json!(["Editor"]));
    patch(&emulated, "ReadOnly", json!({ "migrateRole": true }));
    assert_eq!(
        rights(&emulated, "ada@example.com")[0],
        json!(["Editor", "ReadOnly"])
    );
    let body = json!([{ "key": "All", "name": "All", "level": 9, "isDefault": true, "migrateRole": true }]);
    emulated.post(V1, body).vendor().tenant("t-1").send();
    assert_eq!(
        rights(&emulated, "ada@example.com")[0],
        json!(["Editor", "ReadOnly", "All"])
    );
    assert_eq!(
        rights(&emulated, "alan@example.com")[0],
        json!(["Editor", "ReadOnly"])
    );
}

#[test]
fn permissions_of_a_role_are_replaced_and_reach_the_next_token() {
    let emulated = emulated();
    let login = emulated.log_in("ada@example.com", "Secret-1");
    let path = format!("{V1}/{}/permissions", role_id(&emulated, "Editor"));
    let secure = permission_id(&emulated, "fe.secure.read.*");
    let set = put(
        &emulated,
        &path,
        json!({ "permissionIds": [secure, secure] }),
    );
    assert_eq!(set.body["permissions"], json!([secure]));

    let (name, token, _) = login.set_cookie("fe_refresh").expect("a refresh cookie");
    let refreshed = emulated
        .post("/identity/resources/auth/v1/user/token/refresh", json!({}))
        .cookie(name, token)
        .send();
    let claims = emulated.claims(&refreshed);
    assert_eq!(claims["permissions"], json!(["fe.secure.read.*"]));

    let set = put(&emulated, &path, json!({ "permissionIds": ["nothing"] }));
    set.is_refused(400, "Permission nothing was not found", None);
    put(&emulated, &path, json!({ "permissionIds": [] }));
    assert_eq!(
        rights(&emulated, "ada@example.com"),
        json!([["Editor"], []])
    );
    let nowhere = put(
        &emulated,
        &format!("{V1}/none/permissions"),
        json!({ "permissionIds": [] }),
    );
    nowhere.is_refused(404, "Role not found", None);
}

#[test]
fn a_role_moves_between_tenants_and_the_environment() {
    let emulated = emulated();
    let path = format!("{V1}/{}/tenant", role_id(&emulated, "Editor"));
    let group = json!({ "name": "Authors" });
    let group = emulated
        .post("/identity/resources/groups/v1", group)
        .vendor()
        .tenant("t-2")
        .send();
    let roles = format!("/identity/resources/groups/v1/{}/roles", group.text("id"));
    let given = json!({ "roleIds": [role_id(&emulated, "Editor")] });
    assert_eq!(
        emulated
            .post(&roles, given)
            .vendor()
            .tenant("t-2")
            .send()
            .status,
        201
    );

    let moved = put(&emulated, &path, json!({ "tenantId": "t-1" }));
    assert_eq!(moved.text("tenantId"), "t-1");
    assert_eq!(rights(&emulated, "ada@example.com")[0], json!(["Editor"]));
    assert_eq!(rights(&emulated, "alan@example.com")[0], json!([]));
    assert!(emulated.state(|state| state.groups.iter().all(|group| group.role_ids.is_empty())));

    let tenants = emulated
        .get(&format!("{V2}/distinct-tenants"))
        .vendor()
        .send();
    assert_eq!(tenants.body, json!(["t-1"]));
    put(&emulated, &path, json!({ "tenantId": "t-9" })).is_refused(404, "Tenant not found", None);
    assert_eq!(put(&emulated, &path, json!({})).status, 400);
    let body = json!([{ "key": "Editor", "name": "E", "level": 1 }]);
    emulated.post(V1, body).vendor().send();
    put(&emulated, &path, json!({ "tenantId": null })).is_refused(409, "Already exists", None);
    let environment = put(
        &emulated,
        &format!("{V1}/{}/tenant", role_id(&emulated, "Admin")),
        json!({ "tenantId": null }),
    );
    assert_eq!(
        (environment.status, &environment.body["tenantId"]),
        (200, &Value::Null)
    );
    put(
        &emulated,
        &format!("{V1}/none/tenant"),
        json!({ "tenantId": null }),
    )
    .is_refused(404, "Role not found", None);
}

#[test]
fn a_role_is_created_with_permissions_at_the_level_of_another() {
    let emulated = emulated();
    let write = permission_id(&emulated, "docs.write");
    let body = json!({
        "key": "Copy",
        "name": "Copy of editors",
        "description": "As editors",
        "isDefault": true,
        "baseRoleId": role_id(&emulated, "Editor"),
        "permissionIds": [write],
    });
    let created = emulated
        .post(V2, body.clone())
        .vendor()
        .tenant("t-1")
        .send();
    assert_eq!((created.status, created.text("tenantId")), (200, "t-1"));
    assert_eq!(
        (&created.body["permissions"], &created.body["isDefault"]),
        (&json!([write]), &json!(true))
    );
    assert_eq!(
        emulated.state(|state| {
            let role = state.catalogue.role_by_key("Copy", "t-1");
            role.map(|role| role.level)
        }),
        Some(5)
    );
    let again = emulated.post(V2, body).vendor().tenant("t-1").send();
    again.is_refused(409, "Already exists", None);
    let wrong = json!({ "key": "x", "name": "x", "baseRoleId": "none", "permissionIds": [] });
    let wrong = emulated.post(V2, wrong).vendor().send();
    wrong.is_refused(404, "Role not found", None);
    let wrong = json!({ "key": "x", "name": "x", "permissionIds": ["none"] });
    let wrong = emulated.post(V2, wrong).vendor().send();
    wrong.is_refused(400, "Permission none was not found", None);
}

#[test]
fn roles_are_paged_filtered_and_sorted() {
    let emulated = emulated();
    let body = json!([{ "key": "Local", "name": "Only here", "level": 9 }]);
    emulated.post(V1, body).vendor().tenant("t-1").send();
    let page = |query: &str| {
        let answer = emulated.get(&format!("{V2}{query}")).vendor().send();
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    };
    let all = page("");
    assert_eq!(
        keys(&all["items"]),
        ["Admin", "ReadOnly", "Editor", "Local"]
    );
    let second = page("?_limit=3&_offset=1");
    assert_eq!(keys(&second["items"]), ["Local"]);
    assert_eq!(
        second["_metadata"],
        json!({ "totalItems": 4, "totalPages": 2 })
    );
    assert_eq!(keys(&page("?_offset=7")["items"]), [""; 0]);
    assert_eq!(keys(&page("?_tenantIds=t-1,t-2")["items"]), ["Local"]);
    assert_eq!(
        keys(&page("?_levels=0&_levels=5")["items"]),
        ["Admin", "Editor"]
    );
    assert_eq!(keys(&page("?_filter=HERE")["items"]), ["Local"]);
    let narrowed = emulated.get(V2).vendor().tenant("t-2").send();
    assert_eq!(narrowed.body["items"].as_array().map(Vec::len), Some(3));

    let first = |by: &str| {
        let body = page(&format!("?_sortBy={by}&_order=DESC"));
        body["items"][0]["key"].clone()
    };
    for by in ["level", "name", "createdAt"] {
        assert!(page(&format!("?_sortBy={by}&_order=ASC"))["items"].is_array());
    }
    assert_eq!(first("level"), "Local");
    assert_eq!(first("key"), "ReadOnly");
    assert_eq!(first("name"), "ReadOnly");
    assert_eq!(first("firstUserRole"), "Admin");
    assert_eq!(first("userTenants"), "Editor");
    assert_ne!(first("permissions"), "Local");
    for by in [
        "description",
        "isDefault",
        "updatedAt",
        "groups",
        "createdAt",
    ] {
        assert!(first(by).is_string(), "{by}");
    }
    assert_eq!(
        emulated
            .get(&format!("{V2}?_sortBy=size"))
            .vendor()
            .send()
            .status,
        400
    );
}

#[test]
fn levels_are_listed_once() {
    let emulated = emulated();
    let body = json!([
        { "key": "a", "name": "a", "level": 5 },
        { "key": "b", "name": "b", "level": 9 },
    ]);
    emulated.post(V1, body).vendor().tenant("t-1").send();
    let levels = |tenant: Option<&str>| {
        let sending = emulated.get(&format!("{V2}/distinct-levels")).vendor();
        match tenant {
            Some(id) => sending.tenant(id).send().body,
            None => sending.send().body,
        }
    };
    assert_eq!(levels(None), json!([0, 1, 5, 9]));
    assert_eq!(levels(Some("t-2")), json!([0, 1, 5]));
}

#[test]
fn users_only_read_the_plain_list() {
    let emulated = emulated();
    let login = emulated.log_in("ada@example.com", "Secret-1");
    let token = login.text("accessToken");
    let role = json!({ "key": "k", "name": "n", "level": 1 });
    let id = role_id(&emulated, "Editor");
    let at = |rest: &str| format!("{V1}/{id}{rest}");
    let calls = [
        (Method::GET, V2.to_owned(), Value::Null),
        (Method::GET, format!("{V2}/distinct-levels"), Value::Null),
        (Method::GET, format!("{V2}/distinct-tenants"), Value::Null),
        (Method::POST, V1.to_owned(), json!([role])),
        (
            Method::POST,
            V2.to_owned(),
            json!({ "key": "k", "name": "n", "permissionIds": [] }),
        ),
        (Method::PATCH, at(""), json!({ "name": "n" })),
        (
            Method::PUT,
            at("/permissions"),
            json!({ "permissionIds": [] }),
        ),
        (Method::PUT, at("/tenant"), json!({ "tenantId": null })),
        (Method::DELETE, at(""), Value::Null),
    ];
    for (method, path, body) in calls {
        let mut sending = emulated.request(method, &path).bearer(token);
        if !body.is_null() {
            sending = sending.json(&body);
        }
        sending
            .send()
            .is_refused(404, "Not Found", Some("ER-00004"));
    }
    assert_eq!(emulated.get(V1).send().status, 401);
}
