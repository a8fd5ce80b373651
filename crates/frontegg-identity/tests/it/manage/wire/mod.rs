//! The exact form of requests, and of answers that the emulator does not give.

mod approval_flows;
mod roles;
mod tokens;
mod user_pools;

use frontegg_identity::Identity;
use frontegg_identity::manage::Environment;
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

/// A server that knows no request but those it was told of.
struct Wire {
    server: ServerGuard,
    mocks: Vec<Mock>,
}

impl Wire {
    async fn new() -> Self {
        crate::sentinel::watch();
        let mut server = Server::new_async().await;
        let token = json!({ "token": "A1", "expiresIn": 3600 });
        let vendor = server.mock("POST", "/auth/vendor");
        vendor.with_body(token.to_string()).create_async().await;
        Self {
            server,
            mocks: Vec::new(),
        }
    }

    async fn environment(&self) -> Environment {
        let identity = Identity::builder(self.server.url()).build().unwrap();
        identity.environment("c", "s".into()).await.unwrap()
    }

    /// Answers one request below `/identity/resources`, if it has exactly this form.
    async fn expect(
        &mut self,
        (method, path): (&str, &str),
        tenant: Option<&str>,
        body: Option<Value>,
        answer: &Value,
    ) {
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Matcher::Exact(query.to_owned())),
            None => (path, Matcher::Missing),
        };
        let tenant = tenant.map_or(Matcher::Missing, |id| Matcher::Exact(id.to_owned()));
        let no_body = Matcher::Exact(String::new());
        let path = format!("/identity/resources{path}");
        let mock = self
            .server
            .mock(method, path.as_str())
            .match_query(query)
            .match_header("authorization", "Bearer A1")
            .match_header("frontegg-tenant-id", tenant)
            .match_body(body.map_or(no_body, Matcher::Json))
            .with_header("content-type", "application/json")
            .with_body(answer.to_string())
            .expect(1);
        self.mocks.push(mock.create_async().await);
    }

    /// Every request that was told of has come.
    async fn done(self) {
        for mock in self.mocks {
            mock.assert_async().await;
        }
    }
}
