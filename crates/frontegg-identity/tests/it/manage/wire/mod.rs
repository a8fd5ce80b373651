//! The exact form of requests that the emulator cannot tell apart.

mod approval_flows;
mod me;
mod roles;
mod settings;
mod tokens;
mod user_pools;
mod users;

use frontegg_identity::manage::{Environment, Me};
use frontegg_identity::{Identifier, Identity};
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::{Value, json};

use crate::world::session;

/// A token that says `{"sub":"u-1","tenantId":"t-1"}`.
const JWT: &str = "e30.eyJzdWIiOiJ1LTEiLCJ0ZW5hbnRJZCI6InQtMSJ9.x";

/// A server that knows no request but those it was told of.
struct Wire {
    server: ServerGuard,
    identity: Identity,
    mocks: Vec<Mock>,
}

/// Tenant and user that stand in the headers.
type Context<'a> = (Option<&'a str>, Option<&'a str>);

impl Wire {
    async fn new() -> Self {
        crate::sentinel::watch();
        let server = Server::new_async().await;
        let identity = Identity::builder(server.url()).build().unwrap();
        Self {
            server,
            identity,
            mocks: Vec::new(),
        }
    }

    async fn environment(&mut self) -> Environment {
        let token = json!({ "token": JWT, "expiresIn": 3600 });
        let login = self.server.mock("POST", "/auth/vendor");
        let login = login.with_body(token.to_string()).create_async().await;
        self.mocks.push(login);
        let environment = self.identity.environment("c-1", "s".into()).await;
        environment.unwrap()
    }

    async fn me(&mut self) -> Me {
        self.me_with(JWT).await
    }

    async fn me_with(&mut self, token: &str) -> Me {
        let path = "/identity/resources/auth/v1/user";
        let tokens = json!({ "accessToken": token, "refreshToken": "R1", "expiresIn": 3600 });
        let login = self.server.mock("POST", path);
        let login = login.with_body(tokens.to_string()).create_async().await;
        self.mocks.push(login);
        let who = Identifier::email("ada@example.com");
        let login = self.identity.sign_in_with_password(&who, &"p".into()).await;
        session(login.unwrap()).me()
    }

    /// Answers one request, if it has exactly this form.
    async fn expect(
        &mut self,
        (method, path): (&str, &str),
        (tenant, user): Context<'_>,
        body: Option<Value>,
        answer: &str,
    ) {
        let exactly = |value: Option<&str>| match value {
            Some(value) => Matcher::Exact(value.to_owned()),
            None => Matcher::Missing,
        };
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Matcher::Exact(query.to_owned())),
            None => (path, Matcher::Missing),
        };
        let path = format!("/identity/resources/{path}");
        let mock = self
            .server
            .mock(method, &*path)
            .match_query(query)
            .match_header("authorization", &*format!("Bearer {JWT}"))
            .match_header("frontegg-tenant-id", exactly(tenant))
            .match_header("frontegg-user-id", exactly(user))
            .match_body(body.map_or(Matcher::Exact(String::new()), Matcher::Json))
            .with_body(answer)
            .expect(1);
        self.mocks.push(mock.create_async().await);
    }

    /// The same for a route that begins with a slash, without a user.
    async fn expect_json(
        &mut self,
        (method, path): (&str, &str),
        tenant: Option<&str>,
        body: Option<Value>,
        answer: &Value,
    ) {
        let route = (method, path.trim_start_matches('/'));
        let answer = answer.to_string();
        self.expect(route, (tenant, None), body, &answer).await;
    }

    /// Every request that was told of has come.
    async fn done(self) {
        for mock in self.mocks {
            mock.assert_async().await;
        }
    }
}
