//! Answers that gateways, proxies and old versions give in place of the described one.

use frontegg_identity_raw::{Error, ErrorKind, Response, types};
use mockito::Mock;

use super::Wire;

const USER: &str = "{\"id\":\"u\",\"provider\":\"zzNew\"}";

async fn read(shape: impl FnOnce(Mock) -> Mock) -> Result<Response<types::UserDto>, Error> {
    let mut wire = Wire::new().await;
    let mock = wire
        .expect("GET", "/resources/users/v1/u", None, shape)
        .await;
    let outcome = wire.client.get_user("u", "t").await;
    mock.assert_async().await;
    outcome
}

/// G7: a media type with parameters was not recognised.
#[tokio::test]
async fn g7_every_label_of_json_is_read() {
    for label in [
        "application/json; charset=utf-8",
        "application/problem+json",
        "APPLICATION/JSON",
        "text/html",
        "",
    ] {
        for status in [200, 201, 202] {
            let user = read(|mock| {
                mock.with_status(status)
                    .with_header("content-type", label)
                    .with_body(USER)
            })
            .await
            .unwrap();
            assert_eq!(user.id, "u", "{label}");
            assert_eq!(user.provider.as_ref().unwrap().as_str(), "zzNew");
        }
    }
}

/// A user always has an id, so an empty body is none; a login answer may be empty.
#[tokio::test]
async fn an_empty_body_is_an_answer_only_where_nothing_is_demanded() {
    for body in ["", "null", "{}", " \n"] {
        let error = read(|mock| mock.with_status(200).with_body(body))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.body().unwrap(), body.as_bytes());

        let mut wire = Wire::new().await;
        let path = "/resources/auth/v1/user/token/refresh";
        wire.expect("POST", path, Some(serde_json::json!({})), |mock| {
            mock.with_status(200).with_body(body)
        })
        .await;
        let answer = wire
            .client
            .refresh_session(None, &types::RefreshTokenDto::default())
            .await
            .unwrap();
        assert!(answer.access_token.is_none());
    }
}

/// G6: what could not be read was lost with its bytes.
#[tokio::test]
async fn g6_an_answer_that_cannot_be_read_keeps_status_headers_and_bytes() {
    for (status, body, kind) in [
        (200, "<html>S3NTINEL</html>", ErrorKind::Decode),
        (200, "{\"id\":\"S3NTINEL", ErrorKind::Decode),
        (200, "\u{feff}[]", ErrorKind::Decode),
        (
            403,
            "<html>Attention Required! S3NTINEL</html>",
            ErrorKind::Status,
        ),
        (502, "", ErrorKind::Status),
        (429, "S3NTINEL", ErrorKind::Status),
        (302, "", ErrorKind::Status),
    ] {
        let error = read(|mock| {
            mock.with_status(status)
                .with_header("content-type", "text/html")
                .with_header("x-frontegg-trace-id", "trace")
                .with_header("location", "https://elsewhere.example/S3NTINEL")
                .with_body(body)
        })
        .await
        .unwrap_err();
        assert_eq!(error.kind(), kind, "{body}");
        assert_eq!(usize::from(error.status().unwrap().as_u16()), status);
        assert_eq!(error.trace_id(), Some("trace"));
        assert_eq!(error.body().unwrap(), body.as_bytes());
        assert_eq!(error.headers().unwrap()["content-type"], "text/html");
        assert!(!crate::support::printed(&error).contains("S3NTINEL"));
    }
}
