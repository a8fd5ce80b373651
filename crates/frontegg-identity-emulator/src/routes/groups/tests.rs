use http::Method;
use serde_json::{Value, json};

use crate::state::{NewRole, NewUser};
use crate::testing::{Answer, Emulated};

const GROUPS: &str = "/identity/resources/groups/v1";

/// An emulator with an admin and a plain user in tenant `t-1`.
struct Scene {
    emulated: Emulated,
    ada: String,
    alan: String,
    writer: String,
}

impl Scene {
    fn new() -> Self {
        let emulated = Emulated::new();
        let now = emulated.service.clock.now();
        let writer = NewRole::new("Writer").permission("docs.write").level(5);
        let writer = emulated.state(|state| state.seed_role(writer, now));
        let admin = NewUser::new("ada@example.com").password("Secret-1");
        let plain = NewUser::new("alan@example.com").password("Secret-1");
        Self {
            ada: emulated.user(admin.tenant("t-1", &["Admin"])),
            alan: emulated.user(plain.tenant("t-1", &[])),
            emulated,
            writer,
        }
    }

    fn send(&self, method: Method, rest: &str, body: Value) -> Answer {
        let path = format!("{GROUPS}{rest}");
        let sending = self.emulated.request(method, &path).vendor().tenant("t-1");
        if body.is_null() {
            sending.send()
        } else {
            sending.json(&body).send()
        }
    }

    fn as_user(&self, email: &str, method: Method, rest: &str, body: &Value) -> Answer {
        let login = self.emulated.log_in(email, "Secret-1");
        let path = format!("{GROUPS}{rest}");
        let sending = self.emulated.request(method, &path).json(body);
        sending.bearer(login.text("accessToken")).send()
    }

    fn group(&self, name: &str) -> String {
        let created = self.send(Method::POST, "", json!({ "name": name }));
        assert_eq!(created.status, 201, "{}", created.body);
        created.text("id").to_owned()
    }

    fn rights(&self) -> Value {
        let login = self.emulated.log_in("alan@example.com", "Secret-1");
        let claims = self.emulated.claims(&login);
        json!([claims["roles"], claims["permissions"]])
    }
}

#[test]
fn a_group_is_created_changed_and_deleted() {
    let scene = Scene::new();
    let body =
        json!({ "name": "Authors", "color": "#fff", "description": "d", "metadata": "{\"a\":1}" });
    let created = scene.send(Method::POST, "", body);
    assert_eq!(created.status, 201);
    assert_eq!(
        (
            created.text("name"),
            created.text("color"),
            created.text("metadata"),
            created.text("managedBy")
        ),
        ("Authors", "#fff", "{\"a\":1}", "frontegg")
    );
    assert_eq!(
        (&created.body["roles"], &created.body["users"]),
        (&Value::Null, &Value::Null)
    );
    let same = scene.send(Method::POST, "", json!({ "name": "Authors" }));
    same.is_refused(409, "Already exists", None);
    let other = scene.group("Readers");

    let at = format!("/{}", created.text("id"));
    let body = json!({ "name": "Writers", "description": null });
    let changed = scene.send(Method::PATCH, &at, body);
    assert_eq!(
        (changed.text("name"), changed.text("color")),
        ("Writers", "#fff")
    );
    assert_eq!(changed.body.get("description"), None);
    let taken = scene.send(
        Method::PATCH,
        &format!("/{other}"),
        json!({ "name": "Writers" }),
    );
    taken.is_refused(409, "Already exists", None);
    assert_eq!(
        scene
            .send(Method::PATCH, &at, json!({ "name": "Writers" }))
            .status,
        200
    );
    assert_eq!(
        scene.send(Method::GET, &at, Value::Null).text("name"),
        "Writers"
    );

    assert_eq!(scene.send(Method::DELETE, &at, Value::Null).status, 200);
    for method in [Method::GET, Method::DELETE] {
        scene
            .send(method, &at, Value::Null)
            .is_refused(404, "Group not found", None);
    }
    assert_eq!(scene.send(Method::PATCH, &at, json!({})).status, 404);
}

#[test]
fn a_group_belongs_to_its_tenant() {
    let scene = Scene::new();
    let id = scene.group("Authors");
    scene
        .emulated
        .user(NewUser::new("eve@example.com").tenant("t-2", &[]));
    let path = format!("{GROUPS}/{id}");
    let other = scene.emulated.get(&path).vendor().tenant("t-2").send();
    other.is_refused(404, "Group not found", None);
    let nobody = scene.emulated.get(GROUPS).vendor().send();
    nobody.is_refused(403, "Tenant ID is not specified", None);
    // Another tenant may have a group of the same name.
    let body = json!({ "name": "Authors" });
    let same = scene
        .emulated
        .post(GROUPS, body)
        .vendor()
        .tenant("t-2")
        .send();
    assert_eq!(same.status, 201);
    let list = scene.as_user("ada@example.com", Method::GET, "", &Value::Null);
    assert_eq!(list.body["groups"].as_array().map(Vec::len), Some(1));
    scene.emulated.state(|state| state.remove_tenant("t-2"));
    assert_eq!(scene.emulated.state(|state| state.groups.len()), 1);
}

#[test]
fn roles_of_a_group_reach_the_tokens_of_its_users() {
    let scene = Scene::new();
    let id = scene.group("Authors");
    let (roles, users) = (format!("/{id}/roles"), format!("/{id}/users"));
    let (writer, alan) = (
        json!({ "roleIds": [scene.writer] }),
        json!({ "userIds": [scene.alan] }),
    );
    for _ in 0..2 {
        let added = scene.send(Method::POST, &roles, writer.clone());
        assert_eq!((added.status, added.body), (201, Value::Null));
        assert_eq!(scene.send(Method::POST, &users, alan.clone()).status, 201);
    }
    assert_eq!(scene.rights(), json!([["Writer"], ["docs.write"]]));

    let with = |relations: &str| {
        let rest = format!("/{id}?_groupsRelations={relations}");
        scene.send(Method::GET, &rest, Value::Null).body
    };
    let all = with("rolesAndUsers");
    assert_eq!(all["roles"][0]["key"], "Writer");
    assert_eq!(
        (
            &all["users"][0]["email"],
            &all["users"][0]["activatedForTenant"],
            all["users"].as_array().map(Vec::len)
        ),
        (&json!("alan@example.com"), &json!(true), Some(1))
    );
    assert!(with("roles").get("users").is_none() && with("roles")["roles"].is_array());
    assert!(with("users").get("roles").is_none() && with("users")["users"].is_array());
    let wrong = scene.send(
        Method::GET,
        &format!("/{id}?_groupsRelations=all"),
        Value::Null,
    );
    assert_eq!(wrong.status, 400);

    let removed = scene.send(Method::DELETE, &roles, writer.clone());
    assert_eq!((removed.status, removed.body), (200, Value::Null));
    assert_eq!(scene.rights(), json!([[], []]));
    scene.send(Method::POST, &roles, writer);
    assert_eq!(scene.send(Method::DELETE, &users, alan.clone()).status, 200);
    assert_eq!(scene.rights(), json!([[], []]));
    scene.send(Method::POST, &users, alan);
    assert_eq!(scene.rights()[0], json!(["Writer"]));
    scene.send(Method::DELETE, &format!("/{id}"), Value::Null);
    assert_eq!(scene.rights(), json!([[], []]));
}

#[test]
fn strangers_and_unknown_roles_are_refused() {
    let scene = Scene::new();
    let id = scene.group("Authors");
    let stranger = scene
        .emulated
        .user(NewUser::new("eve@example.com").tenant("t-2", &[]));
    let (roles, users) = (format!("/{id}/roles"), format!("/{id}/users"));
    for user in [stranger.as_str(), "nobody"] {
        scene
            .send(Method::POST, &users, json!({ "userIds": [user] }))
            .is_refused(404, "User not found", None);
    }
    scene
        .send(Method::POST, &roles, json!({ "roleIds": ["none"] }))
        .is_refused(400, "Role none was not found", None);
    for (rest, name) in [("/none/roles", "roleIds"), ("/none/users", "userIds")] {
        for method in [Method::POST, Method::DELETE] {
            let answer = scene.send(method, rest, json!({ name: [] }));
            answer.is_refused(404, "Group not found", None);
        }
    }
    assert_eq!(
        scene
            .send(Method::DELETE, &users, json!({ "userIds": ["nobody"] }))
            .status,
        200
    );
    assert_eq!(scene.send(Method::DELETE, &users, Value::Null).status, 400);
}

#[test]
fn a_user_hands_out_only_what_is_weaker() {
    let scene = Scene::new();
    let id = scene.group("Authors");
    let (roles, users) = (format!("/{id}/roles"), format!("/{id}/users"));
    let writer = json!({ "roleIds": [scene.writer] });
    let message = "Only roles weaker than your own can be handed out";
    scene
        .as_user("alan@example.com", Method::POST, &roles, &writer)
        .is_refused(403, message, None);
    let admin = scene.emulated.state(|state| {
        let role = state.catalogue.role_by_key("Admin", "t-1");
        role.map(|role| role.id.clone())
    });
    let admin = json!({ "roleIds": [admin] });
    scene
        .as_user("ada@example.com", Method::POST, &roles, &admin)
        .is_refused(403, message, None);
    assert_eq!(
        scene
            .as_user("ada@example.com", Method::POST, &roles, &writer)
            .status,
        201
    );

    let both = json!({ "userIds": [scene.ada, scene.alan] });
    scene
        .as_user("alan@example.com", Method::POST, &users, &both)
        .is_refused(403, message, None);
    assert_eq!(
        scene
            .as_user("ada@example.com", Method::POST, &users, &both)
            .status,
        201
    );
    let plain = scene.group("Plain");
    let answer = scene.as_user(
        "alan@example.com",
        Method::POST,
        &format!("/{plain}/users"),
        &both,
    );
    assert_eq!(answer.status, 201, "a group without roles gives nobody any");
}

#[test]
fn groups_are_listed_in_pages_and_by_id() {
    let scene = Scene::new();
    let ids = ["b", "c", "a"].map(|name| {
        scene
            .emulated
            .service
            .clock
            .advance(chrono::TimeDelta::seconds(1));
        scene.group(name)
    });
    let names = |list: &Value| -> String {
        let groups = list.as_array().expect("a list").iter();
        groups.filter_map(|group| group["name"].as_str()).collect()
    };
    let page = |query: &str| {
        let path = format!("/identity/resources/groups/v2{query}");
        scene.emulated.get(&path).vendor().tenant("t-1").send().body
    };
    let second = page("?_limit=2&_offset=1");
    assert_eq!(names(&second["items"]), "a");
    assert_eq!(
        second["_metadata"],
        json!({ "totalItems": 3, "totalPages": 2 })
    );
    assert_eq!(names(&page("?_sortBy=name")["items"]), "abc");
    assert_eq!(
        names(&page("?_sortBy=createdAt&_order=DESC")["items"]),
        "acb"
    );
    scene
        .emulated
        .service
        .clock
        .advance(chrono::TimeDelta::seconds(1));
    scene.send(
        Method::PATCH,
        &format!("/{}", ids[0]),
        json!({ "color": "red" }),
    );
    assert_eq!(names(&page("?_sortBy=updatedAt")["items"]), "cab");
    let mut sorted = ids.to_vec();
    sorted.sort();
    assert_eq!(page("?_sortBy=id")["items"][0]["id"], json!(sorted[0]));
    assert!(page("?_groupsRelations=users")["items"][0]["users"].is_array());

    let body = json!({ "groupsIds": [ids[2], ids[0], "none"] });
    let some = scene.send(Method::POST, "/bulkGet?_groupsRelations=roles", body);
    assert_eq!(
        (some.status, names(&some.body["groups"]).as_str()),
        (201, "ba")
    );
    assert!(some.body["groups"][0]["roles"].is_array());
}

#[test]
fn the_environment_can_do_without_groups() {
    let scene = Scene::new();
    let id = scene.group("Authors");
    let rules = || scene.send(Method::GET, "/config", Value::Null).body;
    assert_eq!(rules(), json!({ "enabled": true, "rolesEnabled": true }));
    let set = scene.send(Method::POST, "/config", json!({ "rolesEnabled": false }));
    assert_eq!((set.status, set.body), (201, Value::Null));
    assert_eq!(rules(), json!({ "enabled": true, "rolesEnabled": false }));
    scene
        .send(
            Method::POST,
            &format!("/{id}/roles"),
            json!({ "roleIds": [scene.writer] }),
        )
        .is_refused(403, "Roles of groups are disabled", None);
    scene.send(Method::POST, "/config", json!({ "enabled": false }));
    for rest in ["", &format!("/{id}")] {
        scene
            .send(Method::GET, rest, Value::Null)
            .is_refused(403, "Groups are disabled", None);
    }
    scene.send(Method::POST, "/config", json!({}));
    assert_eq!(scene.send(Method::GET, "", Value::Null).status, 200);
    let user = scene.as_user("ada@example.com", Method::POST, "/config", &json!({}));
    user.is_refused(404, "Not Found", Some("ER-00004"));
    let user = scene.as_user("ada@example.com", Method::GET, "/config", &json!({}));
    user.is_refused(404, "Not Found", Some("ER-00004"));
}
