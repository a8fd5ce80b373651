//! Admins and the environment manage users: what a back end sees that knows only addresses and JSON.

use frontegg_identity_emulator::{Emulator, NewRole, NewTenant, NewUser, SentKind, Settings};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};

use crate::client::{answer, environment_token};
use crate::support::{LOGIN, REFRESH};

const USERS: &str = "/identity/resources/users/v1";
const ENVIRONMENT_USERS: &str = "/identity/resources/vendor-only/users/v1";
const SUB_TENANTS: &str = "/identity/resources/sub-tenants/users/v1";

/// A back end with an environment token.
struct BackEnd {
    emulator: Emulator,
    client: Client,
    token: String,
}

/// A status, and a body or null.
type Answer = (u16, Value);

impl BackEnd {
    async fn new() -> Self {
        let mut settings = Settings::default();
        settings.refresh_token_in_body = true;
        settings.role_update_queue = Some(2);
        let emulator = Emulator::builder()
            .settings(settings)
            .role(NewRole::new("editor"))
            .tenant(NewTenant::new("Top").id("top"))
            .tenant(NewTenant::new("Sub").id("sub").parent("top"))
            .tenant(NewTenant::new("Other").id("other"))
            .user(
                NewUser::new("ann@example.com")
                    .id("ann")
                    .password("x")
                    .tenant("top", &["Admin"]),
            )
            .user(
                NewUser::new("eve@example.com")
                    .id("eve")
                    .tenant("other", &["editor"]),
            )
            .start()
            .await
            .unwrap();
        Self {
            token: environment_token(&emulator).await,
            client: Client::new(),
            emulator,
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.emulator.base_url());
        self.client.request(method, url)
    }

    /// As the environment, in a tenant or in none.
    async fn call(&self, method: Method, path: &str, tenant: &str, body: Option<Value>) -> Answer {
        let mut request = self.request(method, path).bearer_auth(&self.token);
        if !tenant.is_empty() {
            request = request.header("frontegg-tenant-id", tenant);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        answer(request).await
    }

    async fn log_in(&self, email: &str) -> Answer {
        let body = json!({ "email": email, "password": "x" });
        answer(self.request(Method::POST, LOGIN).json(&body)).await
    }

    async fn refresh(&self, login: &Value, tenant: Option<&str>) -> Answer {
        let body = json!({ "refreshToken": login["refreshToken"], "tenantId": tenant });
        answer(self.request(Method::POST, REFRESH).json(&body)).await
    }

    /// The id of the role `editor`.
    async fn editor(&self) -> String {
        let path = format!("{ENVIRONMENT_USERS}/eve");
        let (_, eve) = self.call(Method::GET, &path, "", None).await;
        text(&eve["tenants"][0]["roles"][0]["id"]).to_owned()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}

/// The claims of the access token in a body; whether it is signed well is for other tests.
fn claims(body: &Value) -> Value {
    let token = text(&body["accessToken"]);
    jsonwebtoken::dangerous::insecure_decode::<Value>(token)
        .unwrap()
        .claims
}

#[tokio::test]
async fn a_user_is_changed_locked_and_unlocked() {
    let back_end = BackEnd::new().await;
    let ann = format!("{USERS}/ann");
    let act = |action: &'static str| {
        let path = format!("{ann}/{action}");
        let back_end = &back_end;
        async move { back_end.call(Method::POST, &path, "", None).await.0 }
    };
    let body = json!({ "name": "Anna", "externalId": "e-1" });
    let (status, changed) = back_end.call(Method::PUT, &ann, "", Some(body)).await;
    assert_eq!((status, text(&changed["name"])), (200, "Anna"));
    let (_, login) = back_end.log_in("ann@example.com").await;
    assert_eq!(claims(&login)["externalId"], "e-1");
    assert_eq!(act("lock").await, 200);
    assert_eq!(back_end.log_in("ann@example.com").await.0, 423);
    assert_eq!(back_end.refresh(&login, None).await.0, 401);
    assert_eq!(act("unlock").await, 200);
    assert_eq!(back_end.refresh(&login, None).await.0, 200);
    let path = format!("{ann}/superuser");
    let body = json!({ "superUser": true });
    let (_, raised) = back_end.call(Method::PUT, &path, "", Some(body)).await;
    assert_eq!(raised["superUser"], true);
    let (_, login) = back_end.log_in("ann@example.com").await;
    let (status, entered) = back_end.refresh(&login, Some("other")).await;
    assert_eq!(
        (status, &claims(&entered)["tenantId"]),
        (200, &json!("other"))
    );
}

#[tokio::test]
async fn a_user_joins_a_tenant_switches_and_is_disabled_there() {
    let back_end = BackEnd::new().await;
    let path = format!("{USERS}/ann/tenant");
    let body = || Some(json!({ "tenantId": "other" }));
    let (status, added) = back_end.call(Method::POST, &path, "", body()).await;
    assert_eq!(
        (status, &added["tenantIds"]),
        (201, &json!(["top", "other"]))
    );
    let sent = back_end
        .emulator
        .sent(SentKind::Invitation, "ann@example.com");
    assert_eq!(sent.await.user_id, "ann");
    let (status, _) = back_end.call(Method::PUT, &path, "", body()).await;
    assert_eq!(status, 200);
    let (_, login) = back_end.log_in("ann@example.com").await;
    assert_eq!(claims(&login)["tenantId"], "other");
    let path = "/identity/resources/tenants/users/v1/ann/disable";
    let (status, _) = back_end.call(Method::POST, path, "other", None).await;
    assert_eq!(status, 200);
    let (_, renewed) = back_end.refresh(&login, None).await;
    assert_eq!(claims(&renewed)["tenantId"], "top");
    let path = "/identity/resources/tenants/users/v1/count";
    let body = json!({ "tenantIds": ["other"] });
    let (_, counts) = back_end.call(Method::POST, path, "", Some(body)).await;
    assert_eq!(
        (
            &counts[0]["totalUsers"],
            &counts[0]["totalAccessAllowedUsers"]
        ),
        (&json!(2), &json!(1))
    );
}

#[tokio::test]
async fn roles_are_given_one_by_one_and_in_many_tenants() {
    let back_end = BackEnd::new().await;
    let editor = back_end.editor().await;
    let roles = format!("{USERS}/ann/roles");
    let body = || Some(json!({ "roleIds": [editor] }));
    let (status, given) = back_end.call(Method::POST, &roles, "top", body()).await;
    assert_eq!((status, &given["roles"][1]["key"]), (201, &json!("editor")));
    let path = "/identity/resources/users/v3/roles?ids=ann,eve";
    let (_, listed) = back_end.call(Method::GET, path, "top", None).await;
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
    assert_eq!(listed[0]["roleIds"][1], json!(editor));
    let (status, taken) = back_end.call(Method::DELETE, &roles, "top", body()).await;
    assert_eq!(
        (status, taken["roles"].as_array().map(Vec::len)),
        (200, Some(1))
    );
    let path = format!("{USERS}/ann/tenant");
    let tenant = Some(json!({ "tenantId": "other" }));
    back_end.call(Method::POST, &path, "", tenant).await;
    let path = format!("{ENVIRONMENT_USERS}/ann/roles/bulk");
    let body = Some(json!({ "addRoleIds": [editor] }));
    let (status, queued) = back_end.call(Method::PATCH, &path, "", body).await;
    assert_eq!(status, 200);
    let task = text(&queued["taskId"]);
    let path = format!("{ENVIRONMENT_USERS}/bulk-roles/status/{task}");
    let (_, first) = back_end.call(Method::GET, &path, "", None).await;
    let (_, second) = back_end.call(Method::GET, &path, "", None).await;
    assert_eq!(
        (text(&first["status"]), text(&second["status"])),
        ("InProgress", "Completed")
    );
    let (_, login) = back_end.log_in("ann@example.com").await;
    assert_eq!(claims(&login)["roles"], json!(["Admin", "editor"]));
}

#[tokio::test]
async fn a_parent_account_manages_its_sub_accounts() {
    let back_end = BackEnd::new().await;
    let (_, login) = back_end.log_in("ann@example.com").await;
    let as_ann = |method: Method, path: &str, body: &Value| {
        let request = back_end.request(method, path).json(body);
        answer(request.bearer_auth(text(&login["accessToken"])))
    };
    let user = json!({ "email": "bea@example.com", "name": "Bea" });
    let body = json!({ "user": user, "subTenants": [{ "tenantId": "sub" }] });
    assert_eq!(as_ann(Method::POST, SUB_TENANTS, &body).await.0, 200);
    let foreign = json!({ "user": user, "subTenants": [{ "tenantId": "other" }] });
    assert_eq!(as_ann(Method::POST, SUB_TENANTS, &foreign).await.0, 403);
    let (_, page) = as_ann(Method::GET, SUB_TENANTS, &Value::Null).await;
    assert_eq!(page["items"][1]["email"], "bea@example.com");
    assert_eq!(back_end.refresh(&login, Some("sub")).await.0, 403);
    let path = format!("{SUB_TENANTS}/ann/access");
    let body = json!({ "allowAccess": true });
    assert_eq!(as_ann(Method::PUT, &path, &body).await.0, 200);
    let (status, entered) = back_end.refresh(&login, Some("sub")).await;
    assert_eq!(
        (status, &claims(&entered)["tenantId"]),
        (200, &json!("sub"))
    );
}

#[tokio::test]
async fn users_are_searched_limited_in_time_and_imported() {
    let back_end = BackEnd::new().await;
    // SHA-1 of `x`.
    let hash = "11f6ad8ec52a2984abaafd7c3b516503785c2072";
    let body = json!({ "users": [{
        "tenantId": "other", "email": "cat@example.com", "name": "Cat Stone",
        "passwordHash": hash, "passwordHashType": "sha1",
    }] });
    let path = "/identity/resources/migrations/v1/local/bulk";
    let (status, queued) = back_end.call(Method::POST, path, "", Some(body)).await;
    assert_eq!(status, 202);
    let path = format!("{path}/status/{}", text(&queued["migrationId"]));
    back_end.call(Method::GET, &path, "", None).await;
    let (_, done) = back_end.call(Method::GET, &path, "", None).await;
    assert_eq!(
        (text(&done["status"]), &done["migratedUsers"]),
        ("Completed", &json!(1))
    );
    let path = format!("{USERS}/query/phrase?_phraseSearchContains=stone");
    let (_, found) = back_end.call(Method::GET, &path, "", None).await;
    assert_eq!(found["_metadata"]["totalItems"], 1);
    let id = text(&found["items"][0]["id"]);
    let path = format!("/identity/resources/users/temporary/v1/{id}");
    let body = json!({ "expirationInSeconds": 300 });
    let (status, _) = back_end.call(Method::PUT, &path, "", Some(body)).await;
    assert_eq!(status, 201);
    assert_eq!(back_end.log_in("cat@example.com").await.0, 200);
    back_end
        .emulator
        .clock()
        .advance(chrono::TimeDelta::seconds(300));
    assert_eq!(back_end.log_in("cat@example.com").await.0, 401);
}
