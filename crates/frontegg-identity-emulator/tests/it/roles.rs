//! Roles, permissions, groups and applications as a bare HTTP client manages them.

use frontegg_identity_emulator::{Emulator, NewUser};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{answer, environment_token};
use crate::support::{EMAIL, LOGIN, PASSWORD, REFRESH};

/// A client that knows the environment's credentials, the URLs and JSON.
struct Environment {
    emulator: Emulator,
    http: reqwest::Client,
    token: String,
}

impl Environment {
    async fn start() -> Self {
        let mut settings = frontegg_identity_emulator::Settings::default();
        settings.refresh_token_in_body = true;
        let user = NewUser::new(EMAIL).password(PASSWORD).id("ada");
        let emulator = Emulator::builder()
            .settings(settings)
            .user(user.tenant("acme", &[]))
            .start()
            .await
            .unwrap();
        Self {
            token: environment_token(&emulator).await,
            http: reqwest::Client::new(),
            emulator,
        }
    }

    /// Sends a request for the tenant `acme` if `path` starts below groups, else for the environment.
    async fn send(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.base_url());
        let mut request = self.http.request(method, url).bearer_auth(&self.token);
        if path.starts_with(GROUPS) {
            request = request.header("frontegg-tenant-id", "acme");
        }
        if !body.is_null() {
            request = request.json(&body);
        }
        answer(request).await
    }

    async fn call(&self, method: Method, path: &str, body: Value) -> Value {
        let (status, body) = self.send(method, path, body).await;
        assert!((200..300).contains(&status), "{path}: {status} {body}");
        body
    }

    /// The user's session: the refresh token of a login.
    async fn log_in(&self) -> String {
        let url = format!("{}{LOGIN}", self.emulator.base_url());
        let credentials = json!({ "email": EMAIL, "password": PASSWORD });
        let (_, body) = answer(self.http.post(url).json(&credentials)).await;
        body["refreshToken"].as_str().unwrap().to_owned()
    }

    /// What the user may do after a refresh, and the new refresh token.
    async fn refresh(&self, session: &mut String) -> Value {
        let url = format!("{}{REFRESH}", self.emulator.base_url());
        let body = json!({ "refreshToken": session });
        let (status, body) = answer(self.http.post(url).json(&body)).await;
        assert_eq!(status, 200, "{body}");
        *session = body["refreshToken"].as_str().unwrap().to_owned();
        let token = body["accessToken"].as_str().unwrap();
        let me = format!(
            "{}/identity/resources/users/v2/me",
            self.emulator.base_url()
        );
        let (_, me) = answer(self.http.get(me).bearer_auth(token)).await;
        assert_eq!(me["id"], "ada");
        let claims = jsonwebtoken::dangerous::insecure_decode::<Value>(token)
            .unwrap()
            .claims;
        json!([claims["roles"], claims["permissions"]])
    }
}

const ROLES: &str = "/identity/resources/roles/v1";
const PERMISSIONS: &str = "/identity/resources/permissions/v1";
const GROUPS: &str = "/identity/resources/groups/v1";
const APPLICATIONS: &str = "/identity/resources/applications/v1";

#[tokio::test]
async fn a_session_gains_and_loses_what_its_group_may_do() {
    let environment = Environment::start().await;
    let mut session = environment.log_in().await;
    assert_eq!(environment.refresh(&mut session).await, json!([[], []]));

    let one = json!({ "key": "docs.read", "name": "Read" });
    let (status, refusal) = environment
        .send(Method::POST, PERMISSIONS, one.clone())
        .await;
    assert_eq!(
        (status, refusal["errors"][0].as_str()),
        (400, Some("Expected body to be an array"))
    );
    let permission = environment
        .call(Method::POST, PERMISSIONS, json!([one]))
        .await;
    let role = json!([{ "key": "Reader", "name": "Readers", "level": 3 }]);
    let role = environment.call(Method::POST, ROLES, role).await;
    let (permission, role) = (&permission[0]["id"], &role[0]["id"]);
    let granting = format!("{ROLES}/{}/permissions", role.as_str().unwrap());
    environment
        .call(
            Method::PUT,
            &granting,
            json!({ "permissionIds": [permission] }),
        )
        .await;

    let group = environment
        .call(Method::POST, GROUPS, json!({ "name": "Readers" }))
        .await;
    let at = |rest: &str| format!("{GROUPS}/{}{rest}", group["id"].as_str().unwrap());
    environment
        .call(Method::POST, &at("/roles"), json!({ "roleIds": [role] }))
        .await;
    environment
        .call(Method::POST, &at("/users"), json!({ "userIds": ["ada"] }))
        .await;
    let may = environment.refresh(&mut session).await;
    assert_eq!(may, json!([["Reader"], ["docs.read"]]));
    let full = environment
        .call(
            Method::GET,
            &at("?_groupsRelations=rolesAndUsers"),
            Value::Null,
        )
        .await;
    assert_eq!(
        (&full["roles"][0]["id"], &full["users"][0]["id"]),
        (role, &json!("ada"))
    );

    let renamed = format!("{PERMISSIONS}/{}", permission.as_str().unwrap());
    environment
        .call(Method::PATCH, &renamed, json!({ "key": "docs.see" }))
        .await;
    assert_eq!(
        environment.refresh(&mut session).await[1],
        json!(["docs.see"])
    );
    environment
        .call(Method::DELETE, &at("/users"), json!({ "userIds": ["ada"] }))
        .await;
    assert_eq!(environment.refresh(&mut session).await, json!([[], []]));
    environment
        .call(Method::POST, &at("/users"), json!({ "userIds": ["ada"] }))
        .await;
    let gone = format!("{ROLES}/{}", role.as_str().unwrap());
    let (status, body) = environment.send(Method::DELETE, &gone, Value::Null).await;
    assert_eq!((status, body), (204, Value::Null));
    assert_eq!(environment.refresh(&mut session).await, json!([[], []]));
}

#[tokio::test]
async fn roles_page_by_page() {
    let environment = Environment::start().await;
    let roles: Vec<Value> = (0..5)
        .map(|number| json!({ "key": format!("r{number}"), "name": "R", "level": number + 10 }))
        .collect();
    environment.call(Method::POST, ROLES, json!(roles)).await;
    let mut keys = Vec::new();
    for page in 0.. {
        let path = format!(
            "/identity/resources/roles/v2?_limit=2&_offset={page}&_sortBy=level&_order=DESC"
        );
        let body = environment.call(Method::GET, &path, Value::Null).await;
        let items = body["items"].as_array().unwrap();
        keys.extend(
            items
                .iter()
                .map(|role| role["key"].as_str().unwrap().to_owned()),
        );
        if page + 1 >= body["_metadata"]["totalPages"].as_u64().unwrap() {
            break;
        }
    }
    assert_eq!(keys, ["r4", "r3", "r2", "r1", "r0", "ReadOnly", "Admin"]);
}

#[tokio::test]
async fn a_user_of_an_application() {
    let environment = Environment::start().await;
    let application = environment.emulator.settings().application_id;
    let body = json!({ "appId": application, "tenantId": "acme", "userIds": ["ada"] });
    let assigned = environment
        .call(Method::POST, APPLICATIONS, body.clone())
        .await;
    assert_eq!(assigned[0]["appId"], json!(application));
    let users = format!("{APPLICATIONS}/{application}/users");
    assert_eq!(
        environment.call(Method::GET, &users, Value::Null).await,
        json!(["ada"])
    );
    let apps = format!("{APPLICATIONS}/ada/apps");
    assert_eq!(
        environment.call(Method::GET, &apps, Value::Null).await,
        json!([application])
    );
    environment.call(Method::DELETE, APPLICATIONS, body).await;
    assert_eq!(
        environment.call(Method::GET, &users, Value::Null).await,
        json!([])
    );
}
