//! What goes over the wire, and what is refused before.

use super::*;

#[tokio::test]
async fn a_call_has_its_path_query_headers_and_body() {
    let mut server = Server::new_async().await;
    let query = "ids=a%2Cb&ids=c+d&flag=true&levels=1,2";
    let mock = server
        .mock(
            "POST",
            format!("/fe/users/a%2Fb%20c/mfa/%C3%A9?{query}").as_str(),
        )
        .match_header("accept", "application/json")
        .match_header("content-type", "application/json")
        .match_header("frontegg-tenant-id", "t1")
        .match_header("frontegg-user-id", Matcher::Missing)
        .match_header("authorization", Matcher::Missing)
        .match_header("cookie", Matcher::Missing)
        .match_header(
            "user-agent",
            concat!("frontegg-identity-raw/", env!("CARGO_PKG_VERSION")),
        )
        .match_body(r#"{"code":"123456"}"#)
        .expect(1)
        .create_async()
        .await;

    let client = Client::new(&format!("{}//fe/", server.url())).unwrap();
    let (tenant, user) = ("t1", None::<&str>);
    let done = client
        .call(&VERIFY)
        .path("userId", "a/b c")
        .path("deviceId", "é")
        .header("frontegg-tenant-id", Some(tenant))
        .header("frontegg-user-id", user)
        .query("ids", vec!["a,b".to_owned(), "c d".to_owned()])
        .query("flag", true)
        .query("none", None::<i64>)
        .query("empty", Vec::<String>::new())
        .query_joined("levels", vec![1_i64, 2])
        .json(&json!({"code": "123456"}))
        .send_unit()
        .await;

    assert_eq!(done.unwrap().status(), StatusCode::OK);
    mock.assert_async().await;
}

#[tokio::test]
async fn a_call_without_body_has_no_content_type() {
    let (server, mock) =
        answering(|mock| mock.match_header("content-type", Matcher::Missing)).await;
    assert!(client(&server).call(&LIST).send_unit().await.is_ok());
    mock.assert_async().await;
}

#[tokio::test]
async fn a_delete_can_have_a_body() {
    const DELETE: Operation = Operation::new("delete", Method::DELETE, "/users", "Users");
    let mut server = Server::new_async().await;
    let mock = server
        .mock("DELETE", "/users")
        .match_body("[1]")
        .expect(1)
        .create_async()
        .await;
    assert!(
        client(&server)
            .call(&DELETE)
            .json(&[1])
            .send_unit()
            .await
            .is_ok()
    );
    mock.assert_async().await;
}

#[derive(Serialize)]
struct Score {
    #[serde(serialize_with = "crate::write::finite")]
    score: Option<f64>,
}

#[tokio::test]
async fn arguments_that_cannot_be_sent_are_refused_before_sending() {
    let mut server = Server::new_async().await;
    let nothing = server
        .mock("POST", Matcher::Any)
        .expect(0)
        .create_async()
        .await;
    let client = client(&server);
    let call = || {
        client
            .call(&VERIFY)
            .path("userId", "u")
            .path("deviceId", "d")
    };
    let started = || client.call(&VERIFY).path("userId", "u");

    for (call, clause) in [
        (
            started().path("deviceId", ""),
            "path parameter `deviceId` is empty, `.` or `..`",
        ),
        (
            started().path("deviceId", "."),
            "path parameter `deviceId` is empty, `.` or `..`",
        ),
        (
            started().path("deviceId", ".."),
            "path parameter `deviceId` is empty, `.` or `..`",
        ),
        (started(), "path parameter `deviceId` is missing"),
        (
            call().path("userId", SENTINEL),
            "the path has no open parameter `userId`",
        ),
        (
            call().header("x-a", Some("S3NTINEL\r\nx: y")),
            "header `x-a` has a character that a header cannot carry",
        ),
        (
            call().header("x-a", Some("S3NTINELé")),
            "header `x-a` has a character that a header cannot carry",
        ),
        (
            call().query("n", f64::NAN),
            "query parameter `n` is not a finite number",
        ),
        (
            call().json(&Score {
                score: Some(f64::NAN),
            }),
            "the body has a value that JSON cannot hold",
        ),
        (
            call().json(&HashMap::from([((1, 2), SENTINEL)])),
            "the body has a value that JSON cannot hold",
        ),
        (
            started().path("deviceId", "").query("n", f64::NAN),
            "path parameter `deviceId` is empty, `.` or `..`",
        ),
    ] {
        assert!(!format!("{call:?}").contains(SENTINEL));
        let error = call.send::<Value>().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(error.operation(), Some(&VERIFY));
        assert_eq!(error.status(), None);
        assert!(!printed(&error).contains(SENTINEL));
        let tail =
            "verify (POST /users/{userId}/mfa/{deviceId}); nothing was sent, correct the arguments";
        assert_eq!(error.to_string(), format!("{clause}: {tail}"));
    }
    nothing.assert_async().await;
}

#[tokio::test]
async fn calls_can_be_spawned() {
    fn spawnable<F: Future + Send>(future: F) -> F {
        future
    }
    let (server, _mock) = answering(|mock| mock.with_body(r#"{"name":"n"}"#)).await;
    let client = client(&server);
    let answer = spawnable(client.call(&LIST).send::<Answer>()).await;
    assert_eq!(answer.unwrap().name, "n");
}
