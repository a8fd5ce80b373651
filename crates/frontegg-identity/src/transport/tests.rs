use frontegg_identity_raw::Client;
use frontegg_identity_raw::reqwest::Method;
use frontegg_identity_raw::reqwest::header::{HeaderName, HeaderValue};
use mockito::{Matcher, Server, ServerGuard};

use super::*;
use crate::clock::SystemClock;

const READ: Operation = Operation::new("read", Method::GET, "/read", "tests");
const WRITE: Operation = Operation::new("write", Method::POST, "/write", "tests");

fn transport() -> Transport {
    let mut headers = HeaderMap::new();
    headers.insert(
        HeaderName::from_static("frontegg-vendor-host"),
        HeaderValue::from_static("acme.frontegg.com"),
    );
    Transport {
        clock: Arc::new(SystemClock::new()),
        retry: RetryPolicy::DEFAULT.first_pause(Duration::ZERO),
        headers,
        limits: Limits::default(),
        renews_early: true,
        chance: || 0.0,
    }
}

struct Wire {
    server: ServerGuard,
    transport: Arc<Transport>,
}

impl Wire {
    async fn new() -> Self {
        Self {
            server: Server::new_async().await,
            transport: Arc::new(transport()),
        }
    }

    async fn send(&self, operation: &Operation) -> Result<serde_json::Value, Error> {
        let client = Client::builder(&self.server.url())
            .interceptor(Arc::clone(&self.transport))
            .build()
            .unwrap();
        match client.call(operation).send::<serde_json::Value>().await {
            Ok(response) => Ok(response.into_inner()),
            Err(error) => Err(told(&self.transport, "cannot read", error)),
        }
    }
}

#[tokio::test]
async fn every_call_has_the_headers_of_the_client() {
    let mut wire = Wire::new().await;
    let mock = wire
        .server
        .mock("GET", "/read")
        .match_header("frontegg-vendor-host", "acme.frontegg.com")
        .match_header("authorization", Matcher::Missing)
        .with_body("{}")
        .create_async()
        .await;
    wire.send(&READ).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn reading_is_tried_again_and_writing_is_not() {
    let mut wire = Wire::new().await;
    let read = wire
        .server
        .mock("GET", "/read")
        .with_status(503)
        .expect(3)
        .create_async()
        .await;
    let write = wire
        .server
        .mock("POST", "/write")
        .with_status(503)
        .expect(1)
        .create_async()
        .await;
    for operation in [&READ, &WRITE] {
        let error = wire.send(operation).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Server, Some(503))
        );
        assert_eq!(error.operation(), Some(operation.id()));
    }
    read.assert_async().await;
    write.assert_async().await;
}

#[tokio::test]
async fn a_closed_route_is_left_alone() {
    let mut wire = Wire::new().await;
    let mock = wire
        .server
        .mock("POST", "/write")
        .with_status(429)
        .with_header("retry-after", "30")
        .with_body(r#"{"errors":["Too many requests"]}"#)
        .expect(1)
        .create_async()
        .await;
    let first = wire.send(&WRITE).await.unwrap_err();
    assert_eq!((first.kind(), first.status()), (ErrorKind::Busy, Some(429)));
    assert_eq!(first.retry_after(), Some(Duration::from_secs(30)));
    let second = wire.send(&WRITE).await.unwrap_err();
    assert_eq!((second.kind(), second.status()), (ErrorKind::Busy, None));
    assert!(
        second
            .retry_after()
            .is_some_and(|wait| wait > Duration::from_secs(20))
    );
    assert!(second.is_retryable());
    mock.assert_async().await;
}

#[tokio::test]
async fn a_call_that_never_arrived_is_sent_again_whatever_it_is() {
    let transport = Arc::new(transport());
    let port = {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        taken.local_addr().unwrap().port()
    };
    let client = Client::builder(&format!("http://127.0.0.1:{port}"))
        .interceptor(Arc::clone(&transport))
        .build()
        .unwrap();
    let error = client
        .call(&WRITE)
        .send::<serde_json::Value>()
        .await
        .unwrap_err();
    assert_eq!(
        told(&transport, "cannot write", error).kind(),
        ErrorKind::Unreachable
    );
}

#[test]
fn clocks_that_differ_are_noticed() {
    let now = Moment {
        wall: "2026-11-25T12:10:00Z".parse().unwrap(),
        steady: Duration::ZERO,
    };
    let skew = |date: &str| {
        let mut headers = HeaderMap::new();
        headers.insert(DATE, HeaderValue::from_str(date).unwrap());
        skew(&headers, now).num_seconds()
    };
    assert_eq!(skew("Wed, 25 Nov 2026 12:00:00 GMT"), 600);
    assert_eq!(skew("Wed, 25 Nov 2026 12:20:00 GMT"), -600);
    assert_eq!(skew("Wed, 25 Nov 2026 12:09:58 GMT"), 0);
    assert_eq!(skew("noon"), 0);
}
