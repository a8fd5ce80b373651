//! Machine tokens and OAuth, by a client that knows URLs and JSON.

use chrono::TimeDelta;
use frontegg_identity_emulator::{Emulator, NewApiToken, NewUser};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::client::{environment_token, good, text};
use crate::support::{EMAIL, LOGIN, PASSWORD, credentials};

const EXCHANGE: &str = "/identity/resources/auth/v2/api-token";
const EXCHANGE_V1: &str = "/identity/resources/auth/v1/api-token";
const TENANT_TOKENS: &str = "/identity/resources/tenants/api-tokens/v1";
const CLIENT_ID: &str = "0b6f6f0e-47b1-4c0a-9a53-1de2c3a5f7b9";
const SECRET: &str = "e7a2f5b1-90cd-4f0e-8d3a-52c6b9d1e048";

/// An emulator with Ada and an API token in tenant `acme`, and a client.
struct Place {
    emulator: Emulator,
    client: reqwest::Client,
}

impl Place {
    async fn start() -> Self {
        let ada = NewUser::new(EMAIL).id("ada").password(PASSWORD);
        let token = NewApiToken::new(CLIENT_ID, SECRET).tenant("acme");
        let emulator = Emulator::builder()
            .user(ada.tenant("acme", &["Admin"]))
            .api_token(token.role("Robot"))
            .start()
            .await
            .unwrap();
        Self {
            emulator,
            client: reqwest::Client::new(),
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{path}", self.emulator.base_url());
        self.client.request(method, url)
    }

    fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.request(Method::POST, path).json(body)
    }
}

async fn send(request: RequestBuilder) -> Response {
    request.send().await.unwrap()
}

async fn status(request: RequestBuilder) -> u16 {
    send(request).await.status().as_u16()
}

/// `fe_refresh_...=...` of a login.
fn refresh_cookie(login: &Response) -> String {
    let cookies = login.headers().get_all("set-cookie").iter();
    let mut pairs = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
    let own = pairs.find(|pair| pair.starts_with("fe_refresh_"));
    own.unwrap().to_owned()
}

#[tokio::test]
async fn an_api_token_is_made_exchanged_used_renewed_and_deleted() {
    let place = Place::start().await;
    let vendor = environment_token(&place.emulator).await;
    let create = place.post(TENANT_TOKENS, &json!({ "description": "Nightly export" }));
    let made = create
        .bearer_auth(&vendor)
        .header("frontegg-tenant-id", "acme");
    let made = good(made).await;
    let pair = json!({ "clientId": made["clientId"], "secret": made["secret"] });

    let first = good(place.post(EXCHANGE, &pair)).await;
    let access = text(&first, "access_token");
    let list = || {
        place
            .request(Method::GET, TENANT_TOKENS)
            .bearer_auth(&access)
    };
    let listed = good(list()).await;
    assert_eq!(
        listed.as_array().map(Vec::len),
        Some(2),
        "the seeded one and the new one"
    );
    assert_eq!(listed[1]["description"], "Nightly export");

    let path = format!("{EXCHANGE}/token/refresh");
    let refresh = |token: &Value| place.post(&path, &json!({ "refreshToken": token }));
    let second = good(refresh(&first["refresh_token"])).await;
    assert_eq!(status(refresh(&first["refresh_token"])).await, 401);

    let one = format!("{TENANT_TOKENS}/{}", text(&made, "clientId"));
    good(place.request(Method::DELETE, &one).bearer_auth(&access)).await;
    assert_eq!(status(place.post(EXCHANGE, &pair)).await, 401);
    assert_eq!(status(refresh(&second["refresh_token"])).await, 401);
    assert_eq!(status(list()).await, 200, "a JWT lives until it expires");
    place.emulator.clock().advance(TimeDelta::days(1));
    assert_eq!(status(list()).await, 401);
}

#[tokio::test]
async fn a_seeded_token_speaks_every_dialect() {
    let place = Place::start().await;
    let pair = json!({ "clientId": CLIENT_ID, "secret": SECRET });
    let camel = good(place.post(EXCHANGE_V1, &pair)).await;
    let snake = good(place.post(EXCHANGE, &pair)).await;
    assert!(camel["accessToken"].is_string() && snake["access_token"].is_string());
    let oauth = json!({ "grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": SECRET });
    let oauth = good(place.post("/oauth/token", &oauth)).await;
    assert_eq!(oauth["expires_in"], 86400);
    let basic = place.request(Method::POST, "/frontegg/oauth/token");
    let basic = basic
        .basic_auth(CLIENT_ID, Some(SECRET))
        .header("content-type", "application/x-www-form-urlencoded")
        .body("grant_type=client_credentials");
    assert!(good(basic).await["access_token"].is_string());

    let wrong =
        json!({ "grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": "x" });
    let response = send(place.post("/oauth/token", &wrong)).await;
    assert_eq!(response.status(), 401);
    let body: Value = response.json().await.unwrap();
    assert_eq!(body, json!({ "errors": ["Invalid authentication"] }));
    assert_eq!(place.emulator.requests().count("POST", "/oauth/token"), 3);
}

#[tokio::test]
async fn a_back_end_checks_an_access_token() {
    let place = Place::start().await;
    let login = good(place.post(LOGIN, &credentials())).await;
    let mine = "/identity/resources/users/access-tokens/v1";
    let create = place.post(mine, &json!({ "description": "CLI" }));
    let made = good(create.bearer_auth(text(&login, "accessToken"))).await;

    let keys = good(place.request(Method::GET, "/.well-known/jwks.json")).await;
    let key = serde_json::from_value(keys["keys"][0].clone()).unwrap();
    let key = jsonwebtoken::DecodingKey::from_jwk(&key).unwrap();
    let mut rules = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::RS256);
    rules.validate_aud = false;
    rules.required_spec_claims.clear();
    let token = jsonwebtoken::decode::<Value>(text(&made, "secret"), &key, &rules).unwrap();
    assert_eq!(token.claims["type"], "userAccessToken");
    assert_eq!(token.claims["roles"], json!(["FETCH-ROLES-BY-API"]));

    let vendor = environment_token(&place.emulator).await;
    let id = text(&token.claims, "sub");
    let look_up = || {
        let path = format!("/identity/resources/vendor-only/users/access-tokens/v1/{id}");
        let sending = place.request(Method::GET, &path).bearer_auth(&vendor);
        sending.header("frontegg-tenant-id", "acme")
    };
    let found = good(look_up()).await;
    assert_eq!(
        (&found["roles"], &found["userId"]),
        (&json!(["Admin"]), &json!("ada"))
    );
    let delete = place.request(Method::DELETE, &format!("{mine}/{id}"));
    good(delete.bearer_auth(text(&login, "accessToken"))).await;
    assert_eq!(status(look_up()).await, 404);
}

#[tokio::test]
async fn an_embedded_session_becomes_an_oauth_session() {
    let place = Place::start().await;
    let response = send(place.post(LOGIN, &credentials())).await;
    let cookie = refresh_cookie(&response);
    let silent = place.post("/frontegg/oauth/authorize/silent", &json!({}));
    let tokens = good(silent.header("cookie", &cookie)).await;
    let info = place.request(Method::GET, "/oauth/userinfo");
    let info = good(info.bearer_auth(text(&tokens, "access_token"))).await;
    assert_eq!(
        (&info["sub"], &info["email"]),
        (&json!("ada"), &json!(EMAIL))
    );

    let renewal = |token: &Value| {
        place.post(
            "/oauth/token",
            &json!({ "grant_type": "refresh_token", "refresh_token": token }),
        )
    };
    let renewed = good(renewal(&tokens["refresh_token"])).await;
    let name = cookie.split('=').next().unwrap();
    let cookie = format!("{name}={}", text(&renewed, "refresh_token"));
    let logout = || {
        place
            .post("/oauth/logout/token", &json!({}))
            .header("cookie", &cookie)
    };
    assert_eq!((status(logout()).await, status(logout()).await), (200, 401));
    assert_eq!(status(renewal(&renewed["refresh_token"])).await, 401);
}

#[tokio::test]
async fn an_app_gets_tokens_by_a_code() {
    let place = Place::start().await;
    let login = send(place.post(LOGIN, &credentials())).await;
    let cookie = refresh_cookie(&login);
    let known = good(place.request(Method::GET, "/.well-known/openid-configuration")).await;
    let redirects = reqwest::redirect::Policy::none();
    let browser = reqwest::Client::builder()
        .redirect(redirects)
        .build()
        .unwrap();
    let url = format!(
        "{}?response_type=code&client_id={}&redirect_uri=app://callback&state=s-1",
        text(&known, "authorization_endpoint"),
        place.emulator.client_id(),
    );
    let sent_on = send(browser.get(url).header("cookie", cookie)).await;
    let target = sent_on.headers()["location"].to_str().unwrap();
    let (start, state) = target.split_once("&state=").unwrap();
    let code = start.strip_prefix("app://callback?code=").unwrap();
    assert_eq!((sent_on.status().as_u16(), state), (302, "s-1"));

    let body = json!({ "grant_type": "authorization_code", "code": code });
    let redeem = || {
        place
            .client
            .post(text(&known, "token_endpoint"))
            .json(&body)
    };
    let tokens = good(redeem()).await;
    assert!(tokens["id_token"].is_string() && tokens["refresh_token"].is_string());
    assert_eq!(status(redeem()).await, 401);
}

#[tokio::test]
async fn the_environment_acts_as_a_user() {
    let place = Place::start().await;
    let vendor = environment_token(&place.emulator).await;
    let body = json!({ "impersonatedUserId": "ada", "actorToken": vendor });
    let start = place.post("/identity/resources/impersonation/v1", &body);
    let session = good(start.bearer_auth(&vendor)).await;
    let me = place.request(Method::GET, "/identity/resources/users/v2/me");
    let me = good(me.bearer_auth(text(&session, "accessToken"))).await;
    assert_eq!(me["email"], EMAIL);
}

#[test]
fn no_secret_of_a_token_is_shown_by_debug() {
    let token = NewApiToken::new(CLIENT_ID, SECRET);
    let shown = format!(
        "{token:?} {:?}",
        Emulator::builder().api_token(token.clone())
    );
    assert!(
        shown.contains(CLIENT_ID) && !shown.contains(SECRET),
        "{shown}"
    );
}
