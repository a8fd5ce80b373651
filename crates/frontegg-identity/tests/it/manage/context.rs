//! The context that goes with each call.

use std::time::Duration;

use frontegg_identity::manage::ApplicationId;
use frontegg_identity::{Code, ErrorKind, Identity};
use mockito::Server;
use serde_json::json;

use crate::world::{ADA, World};

#[tokio::test]
async fn only_the_key_of_the_environment_manages_it() {
    let world = World::new().await;
    assert!(world.environment().await.environment().is_some());
}

#[tokio::test]
async fn a_key_that_is_wrong_is_refused_at_once() {
    let world = World::new().await;
    let refused = world.identity.environment("nobody", "wrong".into()).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Unauthorized);
}

#[tokio::test]
async fn an_application_goes_with_each_call() {
    let world = World::new().await;
    let application = ApplicationId::from("app-1");
    let environment = world.manager().await.in_application(&application);
    environment.users().get_by_email(ADA).await.unwrap();
    let call = world.last("GET", "/identity/resources/users/v1/email");
    assert_eq!(call.header("frontegg-application-id"), Some("app-1"));
    let sent = call.header("authorization").unwrap();
    assert!(sent.starts_with("Bearer "));
}

#[tokio::test]
async fn a_refusal_with_status_200_is_a_refusal() {
    crate::sentinel::watch();
    let mut server = Server::new_async().await;
    let token = json!({ "token": "A1", "expiresIn": 60 });
    let vendor = server.mock("POST", "/auth/vendor");
    vendor.with_body(token.to_string()).create_async().await;
    let refusal = json!({ "id": "u-1", "errors": [{ "message": "ER-00004" }] });
    let path = "/identity/resources/vendor-only/users/v1/u-1";
    let user = server.mock("GET", path);
    user.with_body(refusal.to_string()).create_async().await;
    let identity = Identity::builder(server.url());
    let identity = identity.build().unwrap();
    let environment = identity.environment("c", "s".into()).await.unwrap();
    let error = environment.users().get(&"u-1".into()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert_eq!(error.operation(), Some("get_user_as_vendor"));
    assert_eq!(error.codes(), [Code::RouteNotFound]);
}

/// G13: a time limit that nobody could change.
#[tokio::test]
async fn g13_a_call_has_the_time_limit_that_it_was_given() {
    let world = World::new().await;
    let environment = world.manager().await;
    world.emulator.faults().set_latency(Duration::from_secs(20));
    let hurried = environment.with_timeout(Duration::from_millis(50));
    let late = hurried.users().get(&"u-1".into()).await.unwrap_err();
    assert_eq!(late.kind(), ErrorKind::Deadline);
    assert!(late.is_retryable());
    let tenant = environment
        .tenant("t-1")
        .with_timeout(Duration::from_millis(50));
    assert_eq!(tenant.id().as_str(), "t-1");
}

/// An empty or unsendable id would make a call about more than is meant.
#[tokio::test]
async fn a_call_about_an_id_that_cannot_be_sent_is_not_sent() {
    let world = World::new().await;
    let environment = world.manager().await;
    let before = world.emulator.requests().all().len();
    for id in ["", " ", "\t", "t-1 ", "t\n1", "t\u{0}", "é"] {
        let refused = environment.tenant(id).groups().list().all().await;
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Input, "{id:?}");
    }
    assert_eq!(world.emulator.requests().all().len(), before);
}
