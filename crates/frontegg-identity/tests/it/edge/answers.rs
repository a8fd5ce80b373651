//! Whom a service lets in, and what it tells the others.

use axum::Router;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::routing::get;
use chrono::TimeDelta;
use frontegg_identity::verify::VerifyError;
use frontegg_identity::verify::axum::Authenticated;
use frontegg_identity::verify::tower::{Authenticate, Denied};
use frontegg_identity_emulator::{Fault, RetryHint};
use frontegg_identity_raw::catalogue;
use serde_json::{Value, json};

use super::{Answer, ask, ask_as, ask_with, service};
use crate::world::{World, claim};

const JWKS: &str = "/.well-known/jwks.json";

impl World {
    fn service(&self) -> Router {
        service(self.identity.token_verifier().build().unwrap())
    }
}

#[tokio::test]
async fn a_good_token_is_there_for_the_handler() {
    let world = World::new().await;
    let (app, ada) = (world.service(), world.ada().await);
    let answer = ask_as(&app, "/me", &ada).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.text, claim(&ada, "sub").await);
    let answer = ask_as(&app, "/tenant", &ada).await;
    assert_eq!(answer.text, "t-1");
    // A machine's token is as good as a user's.
    let environment = world.environment().await;
    let header = environment.authorization().await.unwrap();
    let answer = ask_with(&app, "/me", header.expose()).await;
    assert_eq!(answer.text, "a machine");
}

#[tokio::test]
async fn s32_what_a_handler_logs_of_the_headers_hides_the_token() {
    let world = World::new().await;
    let answer = ask_as(&world.service(), "/headers", &world.ada().await).await;
    assert!(answer.text.contains("\"authorization\": Sensitive"));
}

#[tokio::test]
async fn a_request_without_a_token_is_told_how_to_come_back() {
    let world = World::new().await;
    let answer = ask(&world.service(), "/me", &[]).await;
    assert_eq!(answer.refusal(), (401, None));
    assert_eq!(answer.challenge(), r#"Bearer realm="api""#);
    assert_eq!(
        answer.problem(),
        json!({
            "type": "about:blank",
            "title": "Unauthorized",
            "status": 401,
            "detail": "there is no token; send `Authorization: Bearer` with one",
        })
    );
    assert!(matches!(answer.denied, Some(Denied::NoToken)));
    let answer = ask_with(&world.service(), "/me", "Basic YTpi").await;
    assert_eq!(answer.refusal(), (401, None));
    // Neither asked for keys.
    assert_eq!(world.count("GET", JWKS), 0);
}

#[tokio::test]
async fn a_token_that_is_not_good_is_told_why() {
    let world = World::new().await;
    let (app, ada) = (world.service(), world.ada().await);
    let header = ada.authorization().await.unwrap();
    let answer = ask_with(&app, "/me", "Bearer a.b.c").await;
    let invalid = (401, Some("invalid_token".to_owned()));
    assert_eq!(answer.refusal(), invalid);
    world.expire();
    world.pass(TimeDelta::minutes(1));
    let answer = ask_with(&app, "/me", header.expose()).await;
    assert_eq!(answer.refusal(), invalid);
    assert_eq!(
        answer.challenge(),
        r#"Bearer realm="api", error="invalid_token", error_description="the token has expired; renew it or sign in again""#
    );
    assert!(matches!(
        answer.denied,
        Some(Denied::Token(VerifyError::Expired))
    ));
    let answer = ask_as(&app, "/me", &ada).await;
    assert_eq!(answer.status, StatusCode::OK, "renewed");
}

#[tokio::test]
async fn rights_that_are_missing_are_a_403() {
    let world = World::new().await;
    let (app, ada) = (world.service(), world.ada().await);
    let status = async |path| ask_as(&app, path, &ada).await.status.as_u16();
    assert_eq!(status("/admin").await, 200);
    // Granted as `fe.secure.*`.
    assert_eq!(status("/read").await, 200);
    let missing = (403, Some("insufficient_scope".to_owned()));
    for path in ["/paint", "/both", "/by-hand"] {
        let answer = ask_as(&app, path, &ada).await;
        assert_eq!(answer.refusal(), missing, "{path}");
        let detail = &answer.problem()["detail"];
        assert_eq!(detail, "the permission `acme.paint` is missing");
    }
    ada.switch_tenant("t-2").await.unwrap();
    for path in ["/admin", "/both", "/by-hand"] {
        let answer = ask_as(&app, path, &ada).await;
        assert_eq!(answer.refusal(), missing, "{path}");
        assert_eq!(answer.problem()["detail"], "the role `Admin` is missing");
    }
}

#[tokio::test]
async fn keys_that_cannot_be_had_are_a_503_and_never_a_401() {
    let world = World::new().await;
    let (app, ada) = (world.service(), world.ada().await);
    let fault = Fault::status(503);
    world.emulator.faults().on("GET", JWKS).always(fault);
    let answer = ask_as(&app, "/me", &ada).await;
    assert_eq!(answer.refusal(), (503, None));
    assert!(!answer.headers.contains_key("www-authenticate"));
    let pause = answer.headers[RETRY_AFTER].to_str().unwrap();
    assert!(pause.parse::<u64>().unwrap() > 0);
    let Some(Denied::Token(error)) = answer.denied else {
        panic!("the log wants to know");
    };
    assert!(error.is_retryable());

    world.emulator.faults().clear();
    world.pass(TimeDelta::minutes(5));
    let answer = ask_as(&app, "/me", &ada).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn the_wish_of_the_service_behind_is_passed_on() {
    let world = World::new().await;
    let (app, ada) = (world.service(), world.ada().await);
    let fault = Fault::TooManyRequests(RetryHint::RetryAfter(17));
    world.emulator.faults().on("GET", JWKS).always(fault);
    let answer = ask_as(&app, "/me", &ada).await;
    assert_eq!(answer.refusal(), (503, None));
    assert_eq!(answer.headers[RETRY_AFTER], "17");
}

#[tokio::test]
async fn who_may_come_without_a_token_may_not_come_with_a_bad_one() {
    let world = World::new().await;
    let verifier = world.identity.token_verifier().build().unwrap();
    let greet = async |token: Option<Authenticated>| match token {
        Some(token) => format!("Hello, {}.", token.tenant_id().unwrap_or_default()),
        None => "Hello.".to_owned(),
    };
    let app = Router::new()
        .route("/", get(greet))
        .route("/me", get(super::name))
        .layer(Authenticate::new(verifier).optional());
    assert_eq!(ask(&app, "/", &[]).await.text, "Hello.");
    let answer = ask_as(&app, "/", &world.ada().await).await;
    assert_eq!(answer.text, "Hello, t-1.");
    for (authorization, code) in [
        ("Bearer a.b.c", Some("invalid_token")),
        ("Bearer", Some("invalid_request")),
        ("Basic YTpi", None),
    ] {
        let answer = ask_with(&app, "/", authorization).await;
        assert_eq!(answer.refusal(), (401, code.map(str::to_owned)));
    }
    assert_eq!(ask(&app, "/me", &[]).await.refusal(), (401, None));
}

#[tokio::test]
async fn a_route_without_the_layer_lets_nobody_in() {
    let world = World::new().await;
    let app = Router::new().route("/me", get(super::name));
    let answer = ask_as(&app, "/me", &world.ada().await).await;
    assert_eq!(answer.refusal(), (401, None));
}

async fn ask_by_key(app: &Router, path: &str, key: &str) -> Answer {
    let name = HeaderName::from_static("x-api-key");
    ask(app, path, &[(name, HeaderValue::from_str(key).unwrap())]).await
}

#[tokio::test]
async fn an_access_token_comes_by_a_header_of_its_own() {
    let world = World::new().await;
    let environment = world.environment().await;
    let client = environment.raw();
    let call = client.call(&catalogue::CREATE_TENANT_ACCESS_TOKEN);
    let call = call.header("frontegg-tenant-id", Some("t-1"));
    let roles = client
        .call(&catalogue::LIST_ROLES_V1)
        .send::<Value>()
        .await
        .unwrap();
    let admin = roles.as_array().unwrap().iter();
    let admin = admin.clone().find(|role| role["key"] == "Admin").unwrap();
    let body = json!({ "description": "robot", "roleIds": [admin["id"]] });
    let made = call.json(&body).send::<Value>().await.unwrap();
    let (id, key) = (
        made["id"].as_str().unwrap(),
        made["secret"].as_str().unwrap(),
    );

    let builder = world.identity.token_verifier();
    let app = service(builder.environment(&environment).build().unwrap());
    assert_eq!(ask_by_key(&app, "/admin", key).await.status, StatusCode::OK);
    let answer = ask_by_key(&app, "/headers", key).await;
    assert!(answer.text.contains("\"x-api-key\": Sensitive"));
    // It is no bearer token, and a bearer token is no access token.
    let invalid = (401, Some("invalid_token".to_owned()));
    let answer = ask_with(&app, "/me", &format!("Bearer {key}")).await;
    assert_eq!(answer.refusal(), invalid);
    let ada = world.ada().await.access_token().await.unwrap();
    let answer = ask_by_key(&app, "/me", ada.expose()).await;
    assert_eq!(answer.refusal(), invalid);

    // Without a session to ask with, the header is none of ours.
    let answer = ask_by_key(&world.service(), "/me", key).await;
    assert_eq!(answer.refusal(), (401, None));

    let call = client.call(&catalogue::DELETE_TENANT_ACCESS_TOKEN);
    let call = call
        .header("frontegg-tenant-id", Some("t-1"))
        .path("id", id);
    call.send_unit().await.unwrap();
    world.pass(TimeDelta::minutes(2));
    let answer = ask_by_key(&app, "/me", key).await;
    assert_eq!(answer.refusal(), invalid);
}
