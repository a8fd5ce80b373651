use http::Method;
use serde_json::{Value, json};

use crate::state::{NewRole, NewUser};
use crate::testing::{Answer, Emulated};

const PERMISSIONS: &str = "/identity/resources/permissions/v1";
const CATEGORIES: &str = "/identity/resources/permissions/v1/categories";

fn send(emulated: &Emulated, method: Method, path: &str, body: Value) -> Answer {
    let sending = emulated.request(method, path).vendor();
    if body.is_null() {
        sending.send()
    } else {
        sending.json(&body).send()
    }
}

/// Creates one permission and returns its id.
fn created(emulated: &Emulated, key: &str) -> String {
    let answer = send(
        emulated,
        Method::POST,
        PERMISSIONS,
        json!([{ "key": key, "name": key }]),
    );
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.body[0]["id"].as_str().unwrap_or_default().to_owned()
}

fn built_in(emulated: &Emulated) -> String {
    let id = emulated.state(|state| {
        let permission = state.catalogue.permission_by_key("fe.secure.*");
        permission.map(|permission| permission.id.clone())
    });
    id.expect("a permission of the service")
}

fn claim(emulated: &Emulated) -> Value {
    let claims = emulated.claims(&emulated.log_in("ada@example.com", "Secret-1"));
    claims["permissions"].clone()
}

fn with_user(emulated: &Emulated) -> String {
    let now = emulated.service.clock.now();
    let role = emulated.state(|state| state.seed_role(NewRole::new("Editor"), now));
    let user = NewUser::new("ada@example.com").password("Secret-1");
    emulated.user(user.tenant("t-1", &["Editor"]));
    role
}

#[test]
fn permissions_come_in_arrays_all_or_none() {
    let emulated = Emulated::new();
    let one = json!({ "key": "docs.read", "name": "Read", "description": "d", "assignmentType": "NEVER" });
    send(&emulated, Method::POST, PERMISSIONS, one.clone()).is_refused(
        400,
        "Expected body to be an array",
        None,
    );
    let answer = send(&emulated, Method::POST, PERMISSIONS, json!([one]));
    let permission = &answer.body[0];
    assert_eq!(
        (
            answer.status,
            &permission["key"],
            &permission["name"],
            &permission["description"]
        ),
        (201, &json!("docs.read"), &json!("Read"), &json!("d"))
    );
    assert_eq!(
        (
            &permission["fePermission"],
            &permission["roleIds"],
            &permission["categoryId"]
        ),
        (&json!(false), &json!([]), &Value::Null)
    );
    let taken = json!([{ "key": "new", "name": "n" }, { "key": "docs.read", "name": "n" }]);
    send(&emulated, Method::POST, PERMISSIONS, taken).is_refused(409, "Already exists", None);
    let twins = json!([{ "key": "new", "name": "n" }, { "key": "new", "name": "n" }]);
    assert_eq!(
        send(&emulated, Method::POST, PERMISSIONS, twins).status,
        409
    );
    let wrong = json!([{ "key": "new", "name": "n", "categoryId": "none" }]);
    send(&emulated, Method::POST, PERMISSIONS, wrong).is_refused(
        404,
        "Permission category not found",
        None,
    );
    let list = send(&emulated, Method::GET, PERMISSIONS, Value::Null);
    assert_eq!(list.body.as_array().map(Vec::len), Some(3));
}

#[test]
fn a_permission_is_changed_and_its_new_key_reaches_the_next_token() {
    let emulated = Emulated::new();
    let role = with_user(&emulated);
    let id = created(&emulated, "docs.read");
    created(&emulated, "docs.write");
    let roles = json!({ "roleIds": [role] });
    send(
        &emulated,
        Method::PUT,
        &format!("{PERMISSIONS}/{id}/roles"),
        roles,
    );
    let category = send(
        &emulated,
        Method::POST,
        CATEGORIES,
        json!({ "name": "Docs" }),
    );
    let path = format!("{PERMISSIONS}/{id}");
    let body = json!({ "key": "docs.see", "name": "See", "description": "d", "categoryId": category.text("id") });
    let changed = send(&emulated, Method::PATCH, &path, body);
    assert_eq!(
        (
            changed.text("key"),
            changed.text("name"),
            changed.text("categoryId")
        ),
        ("docs.see", "See", category.text("id"))
    );
    assert_eq!(claim(&emulated), json!(["docs.see"]));
    let cleared = send(
        &emulated,
        Method::PATCH,
        &path,
        json!({ "description": null, "categoryId": null }),
    );
    assert_eq!(
        (&cleared.body["description"], &cleared.body["categoryId"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(cleared.text("key"), "docs.see");

    let taken = send(
        &emulated,
        Method::PATCH,
        &path,
        json!({ "key": "docs.write" }),
    );
    taken.is_refused(409, "Already exists", None);
    let wrong = send(
        &emulated,
        Method::PATCH,
        &path,
        json!({ "categoryId": "none" }),
    );
    assert_eq!(wrong.status, 404);
}

#[test]
fn a_deleted_permission_leaves_its_roles() {
    let emulated = Emulated::new();
    let role = with_user(&emulated);
    let id = created(&emulated, "docs.read");
    let roles = format!("{PERMISSIONS}/{id}/roles");
    let given = send(&emulated, Method::PUT, &roles, json!({ "roleIds": [role] }));
    assert_eq!(given.body["roleIds"], json!([role]));
    let path = format!("{PERMISSIONS}/{id}");
    assert_eq!(
        send(&emulated, Method::DELETE, &path, Value::Null).status,
        204
    );
    assert_eq!(claim(&emulated), json!([]));
    let again = send(&emulated, Method::DELETE, &path, Value::Null);
    again.is_refused(404, "Permission not found", None);
}

#[test]
fn roles_are_added_to_a_permission_and_never_taken() {
    let emulated = Emulated::new();
    let role = with_user(&emulated);
    let id = created(&emulated, "docs.read");
    let path = format!("{PERMISSIONS}/{id}/roles");
    send(
        &emulated,
        Method::PUT,
        &path,
        json!({ "roleIds": [role, role] }),
    );
    let kept = send(&emulated, Method::PUT, &path, json!({ "roleIds": [] }));
    assert_eq!(kept.body["roleIds"], json!([role]));
    let wrong = send(
        &emulated,
        Method::PUT,
        &path,
        json!({ "roleIds": ["none"] }),
    );
    wrong.is_refused(404, "Role not found", None);
    let wrong = format!("{PERMISSIONS}/none/roles");
    send(&emulated, Method::PUT, &wrong, json!({ "roleIds": [] })).is_refused(
        404,
        "Permission not found",
        None,
    );
    // Those of the service can be given to roles as well.
    let secure = format!("{PERMISSIONS}/{}/roles", built_in(&emulated));
    send(
        &emulated,
        Method::PUT,
        &secure,
        json!({ "roleIds": [role] }),
    );
    assert_eq!(claim(&emulated), json!(["docs.read", "fe.secure.*"]));
}

#[test]
fn several_permissions_are_classified_at_once() {
    let emulated = Emulated::new();
    let (one, two) = (created(&emulated, "a"), created(&emulated, "b"));
    let path = format!("{PERMISSIONS}/classification");
    let classify = |ids: Value| {
        let body = json!({ "permissionIds": ids, "type": "ASSIGNABLE" });
        send(&emulated, Method::PUT, &path, body)
    };
    let answer = classify(json!([one, two]));
    assert_eq!(
        (answer.text("id"), answer.text("assignmentType")),
        (one.as_str(), "ASSIGNABLE")
    );
    let list = send(&emulated, Method::GET, PERMISSIONS, Value::Null).body;
    let classified = list.as_array().expect("a list").iter();
    assert_eq!(
        classified
            .filter(|one| one["assignmentType"] == "ASSIGNABLE")
            .count(),
        2
    );
    classify(json!([])).is_refused(400, "permissionIds should not be empty", None);
    classify(json!([one, "none"])).is_refused(404, "Permission not found", None);
    let wrong = json!({ "permissionIds": [one], "type": "SOMETIMES" });
    assert_eq!(send(&emulated, Method::PUT, &path, wrong).status, 400);
}

#[test]
fn what_came_with_the_service_stays_as_it_is() {
    let emulated = Emulated::new();
    let message = "Permissions of Frontegg itself cannot be changed";
    let path = format!("{PERMISSIONS}/{}", built_in(&emulated));
    send(&emulated, Method::PATCH, &path, json!({ "name": "x" })).is_refused(400, message, None);
    send(&emulated, Method::DELETE, &path, Value::Null).is_refused(400, message, None);
    let list = send(&emulated, Method::GET, CATEGORIES, Value::Null).body;
    assert_eq!(
        (
            &list[0]["feCategory"],
            list[0]["permissions"].as_array().map(Vec::len)
        ),
        (&json!(true), Some(2))
    );
    let path = format!(
        "{CATEGORIES}/{}",
        list[0]["id"].as_str().unwrap_or_default()
    );
    let message = "Categories of Frontegg itself cannot be changed";
    send(&emulated, Method::PATCH, &path, json!({ "name": "x" })).is_refused(400, message, None);
    send(&emulated, Method::DELETE, &path, Value::Null).is_refused(400, message, None);
}

#[test]
fn categories_hold_permissions_until_they_go() {
    let emulated = Emulated::new();
    let body = json!({ "id": "docs", "name": "Docs", "description": "d" });
    let category = send(&emulated, Method::POST, CATEGORIES, body.clone());
    assert_eq!((category.status, category.text("id")), (201, "docs"));
    send(&emulated, Method::POST, CATEGORIES, body).is_refused(409, "Already exists", None);
    let permission = json!([{ "key": "a", "name": "a", "categoryId": "docs" }]);
    send(&emulated, Method::POST, PERMISSIONS, permission);

    let path = format!("{CATEGORIES}/docs");
    let changed = send(
        &emulated,
        Method::PATCH,
        &path,
        json!({ "name": "Papers", "description": null }),
    );
    assert_eq!((changed.status, changed.body), (200, Value::Null));
    let list = send(&emulated, Method::GET, CATEGORIES, Value::Null).body;
    assert_eq!(
        (&list[1]["name"], &list[1]["description"]),
        (&json!("Papers"), &Value::Null)
    );
    assert_eq!(list[1]["permissions"][0]["key"], "a");
    send(&emulated, Method::PATCH, &path, json!({}));
    assert_eq!(
        send(&emulated, Method::DELETE, &path, Value::Null).status,
        200
    );
    let again = send(&emulated, Method::DELETE, &path, Value::Null);
    again.is_refused(404, "Permission category not found", None);
    let list = send(&emulated, Method::GET, PERMISSIONS, Value::Null).body;
    assert_eq!(list[2]["categoryId"], Value::Null);
    assert!(list[0]["categoryId"].is_string());
}

#[test]
fn users_only_read_categories() {
    let emulated = Emulated::new();
    with_user(&emulated);
    let id = created(&emulated, "a");
    let login = emulated.log_in("ada@example.com", "Secret-1");
    let token = login.text("accessToken");
    let one = json!({ "key": "k", "name": "n" });
    let calls = [
        (Method::GET, PERMISSIONS.to_owned(), Value::Null),
        (Method::POST, PERMISSIONS.to_owned(), json!([one])),
        (Method::PATCH, format!("{PERMISSIONS}/{id}"), json!({})),
        (Method::DELETE, format!("{PERMISSIONS}/{id}"), Value::Null),
        (
            Method::PUT,
            format!("{PERMISSIONS}/{id}/roles"),
            json!({ "roleIds": [] }),
        ),
        (
            Method::PUT,
            format!("{PERMISSIONS}/classification"),
            json!({ "permissionIds": [id], "type": "NEVER" }),
        ),
        (Method::POST, CATEGORIES.to_owned(), json!({ "name": "n" })),
        (
            Method::PATCH,
            format!("{CATEGORIES}/x"),
            json!({ "name": "n" }),
        ),
        (Method::DELETE, format!("{CATEGORIES}/x"), Value::Null),
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
    assert_eq!(emulated.get(CATEGORIES).bearer(token).send().status, 200);
}
