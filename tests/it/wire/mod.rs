//! Requests to the byte and answers in every form, through mockito: the operations of Frontegg's documentation page.

mod api_tokens;
mod forms;
mod login;
mod mfa;
mod sessions;
mod users;

use frontegg_identity_raw::Client;
use mockito::{Matcher, Mock, Server, ServerGuard};
use serde_json::Value;

/// A server and a client whose base URL has a path, as Frontegg's has.
struct Wire {
    server: ServerGuard,
    client: Client,
}

impl Wire {
    async fn new() -> Self {
        let server = Server::new_async().await;
        let client = Client::new(&format!("{}/identity/", server.url())).unwrap();
        Self { server, client }
    }

    /// Expects exactly one request, without a query and with exactly this body.
    async fn expect(
        &mut self,
        method: &str,
        path: &str,
        body: Option<Value>,
        shape: impl FnOnce(Mock) -> Mock,
    ) -> Mock {
        let mock = self
            .server
            .mock(method, format!("/identity{path}").as_str());
        let mock = match body {
            Some(json) => mock
                .match_header("content-type", "application/json")
                .match_body(Matcher::Json(json)),
            None => mock
                .match_header("content-type", Matcher::Missing)
                .match_body(""),
        };
        let mock = mock
            .match_header("accept", "application/json")
            .match_header("api-version", Matcher::Missing);
        shape(mock).expect(1).create_async().await
    }
}

/// An answer with a body, as Frontegg labels it.
fn json(mock: Mock, status: usize, body: &Value) -> Mock {
    mock.with_status(status)
        .with_header("content-type", "application/json; charset=utf-8")
        .with_header("frontegg-trace-id", "468c21af")
        .with_body(body.to_string())
}
