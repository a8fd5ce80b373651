//! Headers that are wrong: each is a refusal, and none is a panic or a question to the service behind.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::AUTHORIZATION;
use axum::routing::get;
use frontegg_identity::Identity;
use frontegg_identity::verify::tower::Authenticate;
use proptest::prelude::*;
use tokio::runtime::Runtime;

use super::ask;

/// Counts who gets in. It verifies by a secret, so it asks nobody.
struct Door {
    app: Router,
    visits: Arc<AtomicUsize>,
    runtime: Runtime,
}

impl Door {
    /// One for all cases: an HTTP client takes a while to make.
    fn shared() -> &'static Self {
        static DOOR: OnceLock<Door> = OnceLock::new();
        DOOR.get_or_init(Self::new)
    }

    fn new() -> Self {
        let identity = Identity::builder("https://acme.frontegg.com")
            .build()
            .unwrap();
        let builder = identity.token_verifier();
        let verifier = builder.hmac_secret("S3NTINEL of the environment".into());
        let visits = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&visits);
        let visit = async move || {
            counter.fetch_add(1, Ordering::Relaxed);
        };
        let app = Router::new()
            .route("/", get(visit))
            .layer(Authenticate::new(verifier.build().unwrap()));
        let runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = { runtime }.build().unwrap();
        Self {
            app,
            visits,
            runtime,
        }
    }

    /// What somebody with these values for the header is told.
    fn told(&self, values: &[&[u8]]) -> Option<String> {
        let values = values.iter().filter_map(|value| {
            let value = HeaderValue::from_bytes(value).ok()?;
            Some((AUTHORIZATION, value))
        });
        let headers: Vec<_> = values.collect();
        let answer = self.runtime.block_on(ask(&self.app, "/", &headers));
        let (status, code) = answer.refusal();
        assert_eq!(status, 401);
        assert_eq!(self.visits.load(Ordering::Relaxed), 0);
        code
    }
}

#[test]
fn a_malformed_header_is_a_401() {
    let door = Door::shared();
    let long = format!("Bearer {}", "A".repeat(1024 * 1024));
    let dots = format!("Bearer {}", ".".repeat(10_000));
    for value in [
        "",
        "Bearer",
        "Bearer ",
        "a.b.c",
        "Bearer a.b.c x",
        "Bearer ü.b.c",
    ] {
        let told = door.told(&[value.as_bytes()]);
        assert_eq!(told.as_deref(), Some("invalid_request"), "{value}");
    }
    for value in [
        "Bearer ..",
        "Bearer a",
        "Bearer a.b",
        "Bearer e30.e30.",
        &long,
        &dots,
    ] {
        let told = door.told(&[value.as_bytes()]);
        assert_eq!(told.as_deref(), Some("invalid_token"), "{value:.20}");
    }
    let told = door.told(&[b"Bearer a.b.c", b"Bearer a.b.c"]);
    assert_eq!(told.as_deref(), Some("invalid_request"));
    let told = door.told(&[b"Bearer a.b.c", b"Basic YTpi"]);
    assert_eq!(told.as_deref(), Some("invalid_request"));
}

proptest! {
    #[test]
    fn no_header_is_a_panic_or_a_way_in(
        bytes: Vec<u8>,
        token in "[A-Za-z0-9_.-]{0,200}",
        scheme in "[Bb][Ee][Aa][Rr][Ee][Rr] {1,3}",
    ) {
        let door = Door::shared();
        door.told(&[&bytes]);
        door.told(&[&[scheme.as_bytes(), &bytes].concat()]);
        door.told(&[format!("{scheme}{token}").as_bytes()]);
        door.told(&[&bytes, token.as_bytes()]);
    }
}
