//! What the environment allows, switched by a client that knows URLs and JSON only.

use frontegg_identity_emulator::{Builder, Emulator, NewApplication, Settings};
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::support::{EMAIL, LOGIN, PASSWORD, builder};

const CONFIGURATION: &str = "/identity/resources/configurations/v1";
const USERS: &str = "/identity/resources/users/v2";
const SIGN_UP: &str = "/identity/resources/users/v1/signUp";
const API_TOKENS: &str = "/identity/resources/tenants/api-tokens/v1";
const INVITES: &str = "/identity/resources/tenants/invites/v1";

/// The environment's own client: its token, and headers of one's choice.
struct Vendor<'a> {
    emulator: &'a Emulator,
    http: Client,
    token: String,
}

impl<'a> Vendor<'a> {
    async fn of(emulator: &'a Emulator) -> Self {
        let http = Client::new();
        let credentials = json!({ "clientId": emulator.client_id(), "secret": emulator.secret() });
        let url = format!("{}/auth/vendor", emulator.api_url());
        let reply = http.post(url).json(&credentials).send().await.unwrap();
        let body: Value = reply.json().await.unwrap();
        let token = body["token"].as_str().unwrap().to_owned();
        Self {
            emulator,
            http,
            token,
        }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Value,
    ) -> (u16, Value) {
        let url = format!("{}{path}", self.emulator.base_url());
        let mut request = self.http.request(method, url).bearer_auth(&self.token);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let reply = request.json(&body).send().await.unwrap();
        let status = reply.status().as_u16();
        let text = reply.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    async fn configure(&self, body: Value) {
        let (status, answer) = self.send(Method::POST, CONFIGURATION, &[], body).await;
        assert_eq!(status, 201, "{answer}");
    }

    /// Creates a user in `t-1`, and returns status and code of the answer.
    async fn create(&self, email: &str, application: Option<&str>) -> (u16, Value) {
        let mut headers = vec![("frontegg-tenant-id", "t-1")];
        headers.extend(application.map(|id| ("frontegg-application-id", id)));
        let body = json!({ "email": email });
        let (status, answer) = self.send(Method::POST, USERS, &headers, body).await;
        (status, answer["errorCode"].clone())
    }
}

/// With the application `open` for the tenant `t-1`, and `closed` for another one only.
fn with_applications(builder: Builder) -> Builder {
    builder
        .application(NewApplication::new("open").only_tenant("t-1"))
        .application(NewApplication::new("closed").only_tenant("t-2"))
}

#[tokio::test]
async fn applications_are_seeded_and_needed() {
    let mut settings = Settings::default();
    settings.default_application = false;
    let emulator = with_applications(builder().settings(settings))
        .start()
        .await
        .unwrap();
    let vendor = Vendor::of(&emulator).await;
    let none = (403, json!("ER-00008"));
    let closed = (404, json!("ER-01008"));
    assert_eq!(vendor.create("a@example.com", None).await, none);
    assert_eq!(vendor.create("a@example.com", Some("closed")).await, closed);
    assert_eq!(
        vendor.create("a@example.com", Some("nowhere")).await,
        closed
    );
    assert_eq!(vendor.create("a@example.com", Some("open")).await.0, 201);
    emulator.reset();
    assert_eq!(vendor.create("a@example.com", Some("open")).await.0, 201);
}

#[tokio::test]
async fn a_seeded_application_can_be_the_default() {
    let main = NewApplication::new("main")
        .only_tenant("t-2")
        .default_application();
    let emulator = builder()
        .tenant(frontegg_identity_emulator::NewTenant::new("One").id("t-1"))
        .application(main)
        .start()
        .await
        .unwrap();
    let vendor = Vendor::of(&emulator).await;
    let closed = (404, json!("ER-01008"));
    assert_eq!(vendor.create("a@example.com", None).await, closed);
    let first = emulator.settings().application_id;
    assert_eq!(vendor.create("a@example.com", Some(&first)).await.0, 201);
}

#[tokio::test]
async fn the_default_application_goes_and_comes_while_the_service_runs() {
    let emulator = with_applications(builder()).start().await.unwrap();
    let vendor = Vendor::of(&emulator).await;
    let settings = "/_emulator/api/settings";
    for (is_default, status) in [(false, 403), (true, 201)] {
        let change = json!({ "defaultApplication": is_default });
        let changed = vendor.send(Method::PATCH, settings, &[], change).await;
        assert_eq!(changed.0, 200);
        assert_eq!(vendor.create("b@example.com", None).await.0, status);
    }
}

#[tokio::test]
async fn sign_ups_are_switched_off_except_for_the_invited() {
    let emulator = with_applications(builder()).start().await.unwrap();
    let vendor = Vendor::of(&emulator).await;
    let body = json!({ "tenantId": "t-1" });
    let (_, invitation) = vendor.send(Method::POST, INVITES, &[], body).await;
    vendor.configure(json!({ "allowSignups": false })).await;
    let mut person = json!({
        "email": "new@example.com", "password": "Valid-Password-1", "companyName": "Co", "name": "N",
    });
    let (status, answer) = vendor
        .send(Method::POST, SIGN_UP, &[], person.clone())
        .await;
    assert_eq!(
        (status, &answer["errors"][0]),
        (403, &json!("Signups are disabled"))
    );
    person["invitationToken"] = invitation["token"].clone();
    let (status, answer) = vendor.send(Method::POST, SIGN_UP, &[], person).await;
    assert_eq!((status, &answer["tenantId"]), (201, &json!("t-1")));
    let shown = vendor
        .send(Method::GET, CONFIGURATION, &[], json!({}))
        .await;
    assert_eq!(shown.1["allowSignups"], false);
}

#[tokio::test]
async fn api_tokens_are_switched_off_and_on() {
    let emulator = with_applications(builder()).start().await.unwrap();
    let vendor = Vendor::of(&emulator).await;
    for (are_enabled, status) in [(false, 403), (true, 201)] {
        vendor
            .configure(json!({ "apiTokensEnabled": are_enabled }))
            .await;
        assert_eq!(emulator.settings().api_tokens_enabled, are_enabled);
        let tenant = [("frontegg-tenant-id", "t-1")];
        let body = json!({ "description": "d" });
        let (answered, _) = vendor.send(Method::POST, API_TOKENS, &tenant, body).await;
        assert_eq!(answered, status);
    }
}

#[tokio::test]
async fn tenant_invitations_are_switched_off_and_on() {
    let emulator = with_applications(builder()).start().await.unwrap();
    let vendor = Vendor::of(&emulator).await;
    for (are_allowed, status) in [(false, 403), (true, 201)] {
        vendor
            .configure(json!({ "allowTenantInvitations": are_allowed }))
            .await;
        let body = json!({ "tenantId": "t-1" });
        let (answered, _) = vendor.send(Method::POST, INVITES, &[], body).await;
        assert_eq!(answered, status);
        let path = format!("{INVITES}/configuration");
        let (_, shown) = vendor.send(Method::GET, &path, &[], json!({})).await;
        assert_eq!(shown["tenantInvitationsAllowed"], are_allowed);
    }
}

#[tokio::test]
async fn lives_and_the_same_device_come_from_the_configuration() {
    let emulator = builder().start().await.unwrap();
    let vendor = Vendor::of(&emulator).await;
    let body = json!({ "defaultPasswordlessTokenExpiration": 120, "forceSameDeviceOnAuth": true });
    vendor.configure(body).await;
    let settings = emulator.settings();
    assert_eq!(settings.login_code_life.num_seconds(), 120);
    assert!(settings.force_same_device);
    let shown = vendor
        .send(Method::GET, CONFIGURATION, &[], json!({}))
        .await;
    assert_eq!(shown.1["defaultPasswordlessTokenExpiration"], 120);
    assert_eq!(shown.1["forceSameDeviceOnAuth"], true);
}

#[tokio::test]
async fn no_length_of_time_breaks_the_service() {
    let emulator = builder().start().await.unwrap();
    let vendor = Vendor::of(&emulator).await;
    let settings = "/_emulator/api/settings";
    let login = json!({ "email": EMAIL, "password": PASSWORD });
    for (life, status) in [(i64::MAX / 1000, 400), (31_557_600_000, 200)] {
        let change = json!({ "accessTokenLife": life, "refreshTokenLife": life });
        let changed = vendor.send(Method::PATCH, settings, &[], change).await;
        assert_eq!(changed.0, status);
        let (status, _) = vendor.send(Method::POST, LOGIN, &[], login.clone()).await;
        assert_eq!(status, 200);
    }
    emulator.change_settings(|settings| {
        settings.access_token_life = chrono::TimeDelta::MAX;
        settings.refresh_token_life = chrono::TimeDelta::MAX;
    });
    emulator.clock().advance(chrono::TimeDelta::MAX);
    let (status, answer) = vendor.send(Method::POST, LOGIN, &[], login).await;
    assert_eq!(status, 200, "{answer}");
}
