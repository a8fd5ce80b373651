use http::Method;
use serde_json::{Value, json};

use crate::state::{NewApplication, NewUser};
use crate::testing::{Answer, Emulated};

const APPLICATIONS: &str = "/identity/resources/applications/v1";

/// An emulator with two users in `t-1`, and with the applications `a` for all and `b` for `t-2` only.
struct Scene {
    emulated: Emulated,
    ada: String,
    alan: String,
}

impl Scene {
    fn new() -> Self {
        let emulated = Emulated::new();
        let user = |email: &str| NewUser::new(email).password("Secret-1").tenant("t-1", &[]);
        let now = emulated.service.clock.now();
        emulated.state(|state| {
            state.seed_application(NewApplication::new("a"), now);
            state.seed_application(NewApplication::new("b").only_tenant("t-2"), now);
            state.seed_application(NewApplication::new("c"), now);
        });
        Self {
            ada: emulated.user(user("ada@example.com")),
            alan: emulated.user(user("alan@example.com")),
            emulated,
        }
    }

    fn send(&self, method: Method, rest: &str, body: Value) -> Answer {
        let path = format!("{APPLICATIONS}{rest}");
        let sending = self.emulated.request(method, &path).vendor();
        if body.is_null() {
            sending.send()
        } else {
            sending.json(&body).send()
        }
    }

    fn get(&self, rest: &str) -> Value {
        self.send(Method::GET, rest, Value::Null).body
    }
}

#[test]
fn users_are_assigned_to_an_application_and_taken_off() {
    let scene = Scene::new();
    let both = json!({ "appId": "a", "tenantId": "t-1", "userIds": [scene.ada, scene.alan] });
    let assigned = scene.send(Method::POST, "", both.clone());
    assert_eq!(
        (assigned.status, assigned.body.as_array().map(Vec::len)),
        (201, Some(2))
    );
    let first = &assigned.body[0];
    assert_eq!(first["appId"], "a");
    for other in [
        json!(scene.ada),
        json!("t-1"),
        assigned.body[1]["userTenantId"].clone(),
    ] {
        assert_ne!(first["userTenantId"], other);
    }
    // Once more changes nothing, not even the time.
    scene
        .emulated
        .service
        .clock
        .advance(chrono::TimeDelta::seconds(60));
    assert_eq!(scene.send(Method::POST, "", both).body, assigned.body);
    assert_eq!(scene.get("/a/users"), json!([scene.ada, scene.alan]));

    let one = json!({ "appId": "a", "tenantId": "t-1", "userIds": [scene.ada] });
    let gone = scene.send(Method::DELETE, "", one.clone());
    assert_eq!((gone.status, gone.body), (200, Value::Null));
    assert_eq!(scene.send(Method::DELETE, "", one).status, 200);
    assert_eq!(scene.get("/a/users"), json!([scene.alan]));
    scene
        .emulated
        .state(|state| state.remove_membership(&scene.alan, "t-1"));
    assert_eq!(scene.get("/a/users"), json!([]));
}

#[test]
fn a_user_is_assigned_to_applications_and_taken_off() {
    let scene = Scene::new();
    let body = json!({ "userId": scene.ada, "tenantId": "t-1", "appIds": ["a", "c"] });
    let assigned = scene.send(Method::POST, "/apps-user", body);
    assert_eq!((assigned.status, assigned.body), (200, Value::Null));
    assert_eq!(
        scene.get(&format!("/{}/apps", scene.ada)),
        json!(["a", "c"])
    );
    let body = json!({ "userId": scene.ada, "tenantId": "t-1", "appIds": ["a"] });
    assert_eq!(scene.send(Method::DELETE, "/user-apps", body).status, 200);
    assert_eq!(scene.get(&format!("/{}/apps", scene.ada)), json!(["c"]));

    let users = format!("/users-apps?userIds={},{},none", scene.ada, scene.alan);
    assert_eq!(
        scene.get(&users),
        json!([
            { "userId": scene.ada, "appIds": ["c"] },
            { "userId": scene.alan, "appIds": [] },
            { "userId": "none", "appIds": [] },
        ])
    );
    assert_eq!(
        scene.get("/apps-users?appIds=a,c,none"),
        json!([
            { "appId": "a", "userIds": [] },
            { "appId": "c", "userIds": [scene.ada] },
            { "appId": "none", "userIds": [] },
        ])
    );
    assert_eq!(
        scene.send(Method::GET, "/apps-users", Value::Null).status,
        400
    );
    scene.emulated.state(|state| state.remove_tenant("t-1"));
    assert_eq!(scene.get("/c/users"), json!([]));
}

#[test]
fn a_user_in_two_tenants_is_listed_once() {
    let scene = Scene::new();
    let eve = NewUser::new("eve@example.com").tenant("t-1", &[]);
    let eve = scene.emulated.user(eve.tenant("t-2", &[]));
    for tenant in ["t-1", "t-2"] {
        let body = json!({ "appId": "a", "tenantId": tenant, "userIds": [eve] });
        assert_eq!(scene.send(Method::POST, "", body).status, 201);
    }
    assert_eq!(scene.get("/a/users"), json!([eve]));
    let body = json!({ "appId": "a", "tenantId": "t-1", "userIds": [eve] });
    scene.send(Method::DELETE, "", body);
    assert_eq!(scene.get("/a/users"), json!([eve]), "still through t-2");
}

#[test]
fn the_unknown_and_the_closed_are_refused() {
    let scene = Scene::new();
    let body = |app: &str, tenant: &str, user: &str| json!({ "appId": app, "tenantId": tenant, "userIds": [user] });
    let assign = |body: Value| scene.send(Method::POST, "", body);
    assign(body("none", "t-1", &scene.ada)).is_refused(404, "Application not found", None);
    assign(body("a", "t-1", "none")).is_refused(404, "User not found", None);
    assign(body("a", "t-2", &scene.ada)).is_refused(404, "User not found", None);
    let closed = assign(body("b", "t-1", &scene.ada));
    assert_eq!((closed.status, closed.text("errorCode")), (404, "ER-01008"));
    // One application that does not exist spoils the whole request.
    let apps = json!({ "userId": scene.ada, "tenantId": "t-1", "appIds": ["a", "none"] });
    for (method, rest) in [(Method::POST, "/apps-user"), (Method::DELETE, "/user-apps")] {
        scene
            .send(method, rest, apps.clone())
            .is_refused(404, "Application not found", None);
    }
    assert_eq!(scene.get("/a/users"), json!([]));
    let answer = scene.send(Method::GET, "/none/users", Value::Null);
    answer.is_refused(404, "Application not found", None);
    let answer = scene.send(Method::GET, "/none/apps", Value::Null);
    answer.is_refused(404, "User not found", None);
}

#[test]
fn only_the_environment_assigns() {
    let scene = Scene::new();
    let login = scene.emulated.log_in("ada@example.com", "Secret-1");
    let users = json!({ "appId": "a", "tenantId": "t-1", "userIds": [scene.ada] });
    let apps = json!({ "userId": scene.ada, "tenantId": "t-1", "appIds": ["a"] });
    let calls = [
        (Method::POST, "", &users),
        (Method::DELETE, "", &users),
        (Method::POST, "/apps-user", &apps),
        (Method::DELETE, "/user-apps", &apps),
        (Method::GET, "/a/users", &Value::Null),
        (Method::GET, "/x/apps", &Value::Null),
        (Method::GET, "/users-apps?userIds=x", &Value::Null),
        (Method::GET, "/apps-users?appIds=a", &Value::Null),
    ];
    for (method, rest, body) in calls {
        let path = format!("{APPLICATIONS}{rest}");
        let sending = scene.emulated.request(method, &path).json(body);
        let answer = sending.bearer(login.text("accessToken")).send();
        answer.is_refused(404, "Not Found", Some("ER-00004"));
    }
}
