//! Faults that users of generated clients met, each as a test under its id. G1 and G2 stand in `answers`, G6 and G7 in
//! `wire::forms`.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use frontegg_identity_raw::reqwest::{self, Method, Request, Response, StatusCode};
use frontegg_identity_raw::{
    BoxFuture, Client, Error, ErrorKind, Interceptor, Next, Operation, Patch, types,
};
use mockito::{Matcher, Server};
use serde_json::{Value, json};
use xtask::codegen::{lower, preflight};

use crate::support::answering;

/// G3: null was refused where a nullable property has sub-schemas.
#[tokio::test]
async fn g3_null_reads_as_none_and_absent_and_null_are_written_apart() {
    let body = json!({"mfaRequired": true, "mfaDevices": null, "mfaStrategies": null, "entitlements": null});
    let client = answering(StatusCode::OK, body.to_string().as_bytes());
    let refresh = types::RefreshTokenDto {
        tenant_id: Patch::Null,
    };
    let answer = client.refresh_session(None, &refresh).await.unwrap();
    assert!(answer.mfa_devices.is_none() && answer.mfa_strategies.is_empty());

    assert_eq!(
        serde_json::to_value(&refresh).unwrap(),
        json!({"tenantId": null})
    );
    let absent = types::RefreshTokenDto {
        tenant_id: Patch::Absent,
    };
    assert_eq!(serde_json::to_value(&absent).unwrap(), json!({}));
}

fn with_answers(responses: Value) -> Value {
    json!({
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/a": {"post": {"operationId": "do_it", "tags": ["T"], "responses": responses}}},
    })
}

fn answer(schema: Value) -> Value {
    json!({"description": "", "content": {"application/json": {"schema": schema}}})
}

/// G5: several answers of one operation broke the generation.
#[test]
fn g5_answers_of_different_shape_are_merged_by_a_rule_and_a_clash_is_named() {
    let object =
        |name: &str| answer(json!({"type": "object", "properties": {name: {"type": "string"}}}));
    let mut document = with_answers(json!({
        "200": object("a"), "201": object("b"), "202": {"description": ""}, "400": object("c"), "403": object("d"),
    }));
    lower::fit(&mut document);
    assert_eq!(preflight::preflight(&document), []);
    let responses = &document["paths"]["/a"]["post"]["responses"];
    let members = &responses["2XX"]["content"]["application/json"]["schema"]["properties"];
    assert_eq!(
        *members,
        json!({"a": {"type": "string"}, "b": {"type": "string"}})
    );
    assert_eq!(responses.as_object().unwrap().len(), 1);

    let mut clash = with_answers(
        json!({"200": object("a"), "201": answer(json!({"type": "array", "items": {}}))}),
    );
    lower::fit(&mut clash);
    let findings: Vec<String> = preflight::preflight(&clash)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert!(
        findings[0].starts_with("#/paths/~1a/post/responses: "),
        "{findings:#?}"
    );
}

/// G8: arrays in the query were written in a form that the server does not read.
#[tokio::test]
async fn g8_lists_in_the_query_are_written_as_the_description_says() {
    static LIST: Operation = Operation::new("list", Method::GET, "/list", "Test");
    let texts = |values: &[&str]| {
        values
            .iter()
            .map(|&text| text.to_owned())
            .collect::<Vec<_>>()
    };
    for (values, repeated, joined) in [
        (texts(&[]), "", ""),
        (texts(&["a"]), "ids=a", "ids=a"),
        (texts(&["a", "b"]), "ids=a&ids=b", "ids=a,b"),
        (
            texts(&["a,b", "c&d e"]),
            "ids=a%2Cb&ids=c%26d+e",
            "ids=a%2Cb,c%26d+e",
        ),
    ] {
        for (query, join) in [(repeated, false), (joined, true)] {
            let mut server = Server::new_async().await;
            let mock = server
                .mock("GET", "/list")
                .match_query(Matcher::Exact(query.to_owned()))
                .expect(1)
                .create_async()
                .await;
            let client = frontegg_identity_raw::Client::new(&server.url()).unwrap();
            let call = client.call(&LIST);
            let call = if join {
                call.query_joined("ids", &values)
            } else {
                call.query("ids", &values)
            };
            call.send_unit().await.unwrap();
            mock.assert_async().await;
        }
    }
}

/// G8 again, on an operation whose arrays the description declares.
#[tokio::test]
async fn g8_role_levels_and_tenants_are_repeated() {
    let mut server = Server::new_async().await;
    let query = "_levels=1&_levels=20&_tenantIds=a%2Cb&_tenantIds=c";
    let mock = server
        .mock("GET", "/resources/roles/v2")
        .match_query(Matcher::Exact(query.to_owned()))
        .expect(1)
        .with_body("{}")
        .create_async()
        .await;
    let client = frontegg_identity_raw::Client::new(&server.url()).unwrap();
    let tenants = vec!["a,b".to_owned(), "c".to_owned()];
    client
        .list_roles(
            None,
            Some(&vec![1, 20]),
            None,
            None,
            None,
            None,
            Some(&tenants),
            None,
        )
        .await
        .unwrap();
    mock.assert_async().await;
}

/// G9: a slash in a path parameter led to another route.
#[tokio::test]
async fn g9_a_path_parameter_stays_one_segment() {
    for (id, segment) in [
        ("a/b", "a%2Fb"),
        ("%2e%2e", "%252e%252e"),
        ("a b", "a%20b"),
        ("é", "%C3%A9"),
        ("a\\b", "a%5Cb"),
    ] {
        let mut server = Server::new_async().await;
        let path = format!("/resources/users/v1/{segment}");
        let mock = server
            .mock("DELETE", path.as_str())
            .expect(1)
            .create_async()
            .await;
        let client = frontegg_identity_raw::Client::new(&server.url()).unwrap();
        client.delete_user(id, None).await.unwrap();
        mock.assert_async().await;
    }
    let client = answering(StatusCode::OK, b"");
    for id in ["", ".", ".."] {
        let error = client.delete_user(id, None).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.status().is_none(), "nothing was sent");
        assert!(error.to_string().contains("`userId`"), "{error}");
    }
}

/// G14: a body that JSON cannot hold made the client panic.
#[tokio::test]
async fn g14_a_body_that_json_cannot_hold_is_an_error() {
    let client = answering(StatusCode::OK, b"");
    for score in [f64::NAN, f64::INFINITY] {
        let body = types::CaptchaPolicyRequest {
            enabled: true,
            ignored_emails: None,
            min_score: score,
            secret_key: "S3NTINEL".into(),
            site_key: "k".to_owned(),
        };
        let error = client.create_captcha_policy(&body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(error.operation().unwrap().id(), "create_captcha_policy");
        assert!(!crate::support::printed(&error).contains("S3NTINEL"));
    }
    static SEND: Operation = Operation::new("send", Method::POST, "/send", "Test");
    let keys: BTreeMap<(u8, u8), u8> = [((1, 2), 3)].into();
    let error = client
        .call(&SEND)
        .json(&keys)
        .send_unit()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
}

/// Sees the time limit of each request.
#[derive(Default)]
struct Limits(Mutex<Vec<Option<Duration>>>);

impl Interceptor for Limits {
    fn around<'a>(
        &'a self,
        _: &'a Operation,
        request: Request,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<Response, Error>> {
        self.0.lock().unwrap().push(request.timeout().copied());
        Box::pin(async move { next.send(request).await })
    }
}

/// G13: one fixed time limit stood in the generated client.
#[tokio::test]
async fn g13_the_limit_of_a_call_goes_before_that_of_the_client_and_there_need_not_be_one() {
    // It takes connections and says nothing.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", silent.local_addr().unwrap());
    let (short, long) = (Duration::from_millis(50), Duration::from_secs(3600));

    let http = |limit: Duration| reqwest::Client::builder().timeout(limit).build().unwrap();
    let of_client = Client::builder(&url)
        .http_client(http(short))
        .build()
        .unwrap();
    let late = of_client.get_user_as_vendor("u-1").await.unwrap_err();
    assert!(late.is_timeout());

    let patient = Client::builder(&url)
        .http_client(http(long))
        .build()
        .unwrap();
    let late = patient.with_timeout(short).get_user_as_vendor("u-1").await;
    assert!(late.unwrap_err().is_timeout());

    let mut server = Server::new_async().await;
    server
        .mock("GET", Matcher::Any)
        .with_body("{}")
        .create_async()
        .await;
    let limits = Arc::new(Limits::default());
    let client = Client::builder(&server.url()).interceptor(Arc::clone(&limits));
    let client = client.http_client(reqwest::Client::new()).build().unwrap();
    client.get_my_profile().await.unwrap_err();
    client
        .with_timeout(long)
        .get_my_profile()
        .await
        .unwrap_err();
    assert_eq!(*limits.0.lock().unwrap(), [None, Some(long)]);
}
