//! A service of axum behind the layers: who comes in, and what the others are told.

mod answers;
mod example;
mod layers;
mod malformed;
mod public;
mod step_up;
mod wire;

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, StatusCode};
use axum::routing::get;
use axum::{Extension, Router};
use frontegg_identity::Session;
use frontegg_identity::verify::axum::Authenticated;
use frontegg_identity::verify::tower::{Authenticate, Denied, RequirePermission, RequireRole};
use frontegg_identity::verify::{TokenVerifier, VerifiedToken};
use serde_json::Value;
use tower_service::Service;

use crate::sentinel::assert_clean;

/// What came back.
#[derive(Debug)]
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
    denied: Option<Denied>,
}

impl Answer {
    fn problem(&self) -> Value {
        assert_eq!(self.headers[CONTENT_TYPE], "application/problem+json");
        let problem: Value = serde_json::from_str(&self.text).unwrap();
        assert_eq!(problem["status"], self.status.as_u16());
        problem
    }

    fn challenge(&self) -> &str {
        self.headers[WWW_AUTHENTICATE].to_str().unwrap()
    }

    /// Status, and `error` of the challenge if it has one.
    fn refusal(&self) -> (u16, Option<String>) {
        let problem = self.problem();
        let code = problem["error"].as_str();
        let told = code.is_none_or(|code| self.challenge().contains(&format!(r#"error="{code}""#)));
        assert!(told, "{self:?}");
        (self.status.as_u16(), code.map(str::to_owned))
    }
}

/// Asks for a path with these headers. No answer shows anything secret.
async fn ask(app: &Router, path: &str, headers: &[(HeaderName, HeaderValue)]) -> Answer {
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    for (name, value) in headers {
        request.headers_mut().append(name, value.clone());
    }
    // A router is always ready.
    let response = app.clone().call(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let answer = Answer {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8(body.to_vec()).unwrap(),
        denied: parts.extensions.get().cloned(),
    };
    assert_clean(&format!("{answer:?}"));
    answer
}

async fn ask_with(app: &Router, path: &str, authorization: &str) -> Answer {
    let value = HeaderValue::from_str(authorization).unwrap();
    ask(app, path, &[(AUTHORIZATION, value)]).await
}

async fn ask_as(app: &Router, path: &str, session: &Session) -> Answer {
    let header = session.authorization().await.unwrap();
    ask_with(app, path, header.expose()).await
}

async fn name(token: Authenticated) -> String {
    token.user_id().unwrap_or("a machine").to_owned()
}

/// A service with a route for each thing that can be asked for.
fn service(verifier: TokenVerifier) -> Router {
    let admin = get(name).route_layer(RequireRole::new("Admin"));
    let reader = get(name).route_layer(RequirePermission::new("fe.secure.read.users"));
    let painter = get(name).route_layer(RequirePermission::new("acme.paint"));
    let both = get(name)
        .route_layer(RequirePermission::new("acme.paint"))
        .route_layer(RequireRole::new("Admin"));
    Router::new()
        .route("/me", get(name))
        .route("/admin", admin)
        .route("/read", reader)
        .route("/paint", painter)
        .route("/both", both)
        .route(
            "/headers",
            get(async |headers: HeaderMap| format!("{headers:?}")),
        )
        .route(
            "/tenant",
            get(async |Extension(token): Extension<VerifiedToken>| {
                token.tenant_id().unwrap_or_default().to_owned()
            }),
        )
        .route(
            "/by-hand",
            get(async |token: Authenticated| {
                token.require_role("Admin")?;
                token.require_permission("acme.paint")?;
                Ok::<_, Denied>("painted")
            }),
        )
        .layer(Authenticate::new(verifier))
}
