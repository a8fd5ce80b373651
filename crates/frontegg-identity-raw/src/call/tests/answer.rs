//! What becomes of the answers that servers, gateways and proxies give.

use super::*;

#[tokio::test]
async fn every_2xx_is_the_same_success() {
    for status in [200, 201, 202, 203] {
        let (server, _mock) =
            answering(|mock| mock.with_status(status).with_body(r#"{"name":"n"}"#)).await;
        let answer = get(&server).await.unwrap();
        assert_eq!(
            (answer.name.as_str(), usize::from(answer.status().as_u16())),
            ("n", status)
        );
    }
    let (server, _mock) = answering(|mock| mock.with_status(204)).await;
    assert!(
        client(&server)
            .call(&LIST)
            .send::<Option<Answer>>()
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn the_content_type_does_not_matter() {
    for media_type in [
        "application/json; charset=utf-8",
        "application/problem+json",
        "APPLICATION/JSON",
        "text/html",
        "",
    ] {
        let (server, _mock) = answering(|mock| {
            mock.with_header("content-type", media_type)
                .with_body("\u{feff}{\"name\":\"n\"}\n")
        })
        .await;
        assert_eq!(get(&server).await.unwrap().name, "n", "{media_type}");
    }
}

#[tokio::test]
async fn a_unit_answer_takes_every_body() {
    for status in [200, 201, 202] {
        for body in ["", "{}", "null", "OK", "\u{feff}", "<html>"] {
            let (server, _mock) = answering(|mock| mock.with_status(status).with_body(body)).await;
            let done = client(&server).call(&LIST).send_unit().await.unwrap();
            assert_eq!(&done.body()[..], body.as_bytes());
        }
    }
}

#[tokio::test]
async fn an_answer_keeps_status_headers_bytes_and_trace_id() {
    let body = r#"{"name":"n","extra":1}"#;
    let (server, _mock) = answering(|mock| {
        mock.with_header("frontegg-trace-id", "468c21af")
            .with_header("x-frontegg-trace-id", "other")
            .with_body(body)
    })
    .await;
    let answer = get(&server).await.unwrap();
    assert_eq!(&answer.body()[..], body.as_bytes());
    assert_eq!(answer.trace_id(), Some("468c21af"));
    assert_eq!(answer.headers()["x-frontegg-trace-id"], "other");
    let length = answer.map(|answer| answer.name.len());
    assert_eq!(
        (*length, length.status(), length.into_inner()),
        (1, StatusCode::OK, 1)
    );
}

#[tokio::test]
async fn the_older_trace_header_is_the_fallback() {
    let (server, _mock) = answering(|mock| {
        mock.with_status(500)
            .with_header("x-frontegg-trace-id", "b2")
    })
    .await;
    assert_eq!(get(&server).await.unwrap_err().trace_id(), Some("b2"));
}

#[tokio::test]
async fn a_success_that_cannot_be_read_keeps_the_answer() {
    for (body, clause) in [
        (
            "<html>S3NTINEL</html>",
            "the answer is not JSON (line 1, column 1)",
        ),
        (
            r#"{"name":"S3NTINEL"#,
            "the answer breaks off at name (line 1, column 17)",
        ),
        ("", "the answer is empty"),
        (
            r#"{"name":31337}"#,
            "the answer does not fit its type at name (line 1, column 13)",
        ),
    ] {
        let (server, _mock) = answering(|mock| {
            mock.with_header("frontegg-trace-id", "468c21af")
                .with_body(body)
        })
        .await;
        let error = get(&server).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.status(), Some(StatusCode::OK));
        assert_eq!(&error.body().unwrap()[..], body.as_bytes());
        assert!(error.source().is_none());
        assert!(!printed(&error).contains("31337"));
        assert_eq!(
            error.to_string(),
            format!(
                "{clause}: list (GET /users), status 200, trace id 468c21af; \
                 it has taken effect, the error's body() holds the answer"
            ),
        );
    }
}

#[tokio::test]
async fn a_refusal_keeps_the_answer_whatever_its_form() {
    for (status, body) in [
        (403, "<html>Request blocked</html>"),
        (502, ""),
        (401, r#"{"errors":["Unauthorized"]}"#),
        (302, ""),
        (304, ""),
    ] {
        let (server, _mock) = answering(|mock| {
            mock.with_status(status)
                .with_header("x-gateway", "g")
                .with_body(body)
        })
        .await;
        let error = get(&server).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(
            error.status().map(|code| usize::from(code.as_u16())),
            Some(status)
        );
        assert_eq!(&error.body().unwrap()[..], body.as_bytes());
        assert_eq!(error.headers().unwrap()["x-gateway"], "g");
        assert_eq!(
            error.to_string(),
            format!(
                "the server refused the call: list (GET /users), status {status}; \
                 the error's body() holds the server's reasons"
            ),
        );
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let mut server = Server::new_async().await;
    let target = server
        .mock("GET", "/elsewhere")
        .expect(0)
        .create_async()
        .await;
    server
        .mock("GET", "/users")
        .with_status(302)
        .with_header("location", "/elsewhere")
        .create_async()
        .await;
    let error = get(&server).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FOUND));
    assert_eq!(error.headers().unwrap()["location"], "/elsewhere");
    target.assert_async().await;
}

#[tokio::test]
async fn a_cookie_of_one_call_is_not_sent_with_the_next() {
    let (server, mock) = answering(|mock| {
        mock.match_header("cookie", Matcher::Missing)
            .with_header("set-cookie", "fe_refresh_x=r1")
            .with_body("{}")
    })
    .await;
    let mock = mock.expect(2);
    let client = client(&server);
    for _ in 0..2 {
        assert!(client.call(&LIST).send_unit().await.is_ok());
    }
    mock.assert_async().await;
}

#[tokio::test]
async fn an_error_keeps_no_more_than_the_limit() {
    for status in [200, 403] {
        let body = "x".repeat(Error::BODY_LIMIT + 1);
        let (server, _mock) = answering(|mock| mock.with_status(status).with_body(body)).await;
        assert_eq!(
            get(&server)
                .await
                .unwrap_err()
                .body()
                .map(|body| body.len()),
            Some(Error::BODY_LIMIT)
        );
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_cannot_have_done_anything() {
    // Bound and dropped again: nobody listens on this port.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let client = Client::new(&format!("http://127.0.0.1:{port}/{SENTINEL}")).unwrap();
    let error = client
        .call(&LIST)
        .query("q", SENTINEL)
        .send::<Value>()
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.is_connect(), error.status()),
        (ErrorKind::Transport, true, None)
    );
    assert!(!printed(&error).contains(SENTINEL), "{}", printed(&error));
    assert_eq!(
        error.to_string(),
        "the server could not be reached: list (GET /users); \
         nothing was done, check the base URL and the network or try again later",
    );
    assert!(
        error
            .into_source()
            .is_some_and(|source| source.is::<reqwest::Error>())
    );
}

#[tokio::test]
async fn a_server_that_never_answers_is_a_timeout() {
    // The system accepts the connection; nobody ever reads from it.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let http = reqwest::Client::builder()
        .timeout(std::time::Duration::from_millis(50))
        .build()
        .unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let client = Client::builder(&base_url)
        .http_client(http)
        .build()
        .unwrap();
    let error = client.call(&LIST).send::<Value>().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.is_timeout(), error.is_connect()),
        (ErrorKind::Transport, true, false)
    );
    assert_eq!(
        error.to_string(),
        "the server did not answer in time: list (GET /users); it may have taken effect, look before you repeat it",
    );
}

#[tokio::test]
async fn a_success_that_breaks_off_on_the_wire_keeps_its_head() {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nfrontegg-trace-id: a1\r\ncontent-length: 100\r\n\r\n{")
            .unwrap();
    });
    let error = Client::new(&base_url)
        .unwrap()
        .call(&LIST)
        .send::<Value>()
        .await
        .unwrap_err();
    server.join().unwrap();
    assert_eq!(
        (error.kind(), error.status()),
        (ErrorKind::Transport, Some(StatusCode::OK))
    );
    assert_eq!(error.trace_id(), Some("a1"));
}

#[tokio::test]
async fn a_secret_shows_nowhere() {
    let token = format!(r#"{{"name":"n","accessToken":"{SENTINEL}"}}"#);
    let wrong = format!(r#"{{"name":{{"{SENTINEL} x":1}},"accessToken":"{SENTINEL}"}}"#);
    for (status, body) in [(200, &token), (200, &wrong), (403, &token), (302, &token)] {
        let mut server = Server::new_async().await;
        let _mock = server
            .mock("POST", Matcher::Any)
            .with_status(status)
            .with_header("set-cookie", SENTINEL)
            .with_header("location", SENTINEL)
            .with_header("frontegg-trace-id", &format!("{SENTINEL} is no trace id"))
            .with_body(body)
            .create_async()
            .await;
        let client = client(&server);
        let call = client
            .call(&VERIFY)
            .path("userId", SENTINEL)
            .path("deviceId", SENTINEL)
            .query("q", SENTINEL)
            .header("x-secret", Some(SENTINEL))
            .json(SENTINEL);
        let mut shown = format!("{call:?} {call:#?} {client:?}");
        match call.send::<Answer>().await {
            Ok(answer) => {
                assert_eq!(
                    answer.access_token.as_ref().map(Secret::expose),
                    Some(SENTINEL)
                );
                shown += &format!("{answer:?} {answer:#?}");
            }
            Err(error) => shown += &printed(&error),
        }
        assert!(!shown.contains(SENTINEL), "{shown}");
    }
}
