use super::*;

fn called(status: u16, body: &str) -> Called {
    Called {
        operation: "refresh_session",
        method: "POST",
        path: "/resources/auth/v1/user/token/refresh",
        status: Some(status),
        trace_id: Some("0123456789abcdef0123456789abcdef".to_owned()),
        retry_after: None,
        said: Said::read(body.as_bytes()),
        body: Bytes::copy_from_slice(body.as_bytes()),
    }
}

fn answered(status: u16, body: &str) -> Error {
    Error::answered("cannot renew the session", called(status, body))
}

#[test]
fn a_message_says_what_failed_where_and_what_to_do() {
    let error = answered(400, r#"{"errors":["S3NTINEL"],"errorCode":"ER-01097"}"#);
    assert_eq!(
        error.to_string(),
        "cannot renew the session: the server refused the request (refresh_session POST \
         /resources/auth/v1/user/token/refresh, status 400, ER-01097, trace id \
         0123456789abcdef0123456789abcdef); see messages() and correct the request"
    );
    assert!(error.is_mfa_not_enrolled());
    assert_eq!(error.codes(), [Code::MfaNotEnrolled]);
    assert_eq!(error.messages(), ["S3NTINEL"]);
    assert!(!format!("{error:?} {error:#?} {error}").contains("S3NTINEL"));
}

#[test]
fn g6_what_a_proxy_says_is_no_refusal() {
    let waf = answered(403, "<html>blocked</html>");
    assert_eq!(waf.kind(), ErrorKind::Unreadable);
    assert!(waf.is_retryable() && !waf.needs_sign_in());
    assert_eq!(waf.body(), Some(&b"<html>blocked</html>"[..]));
    assert_eq!(answered(502, "").kind(), ErrorKind::Server);
    assert_eq!(
        answered(200, r#"{"errors":[{"message":"ER-00004"}]}"#).kind(),
        ErrorKind::Rejected
    );
    assert_eq!(
        answered(200, r#"{"accessTok"#).kind(),
        ErrorKind::Unreadable
    );
    assert_eq!(answered(302, "").kind(), ErrorKind::Unreadable);
}

#[test]
fn a_large_body_is_cut() {
    let error = answered(500, &"x".repeat(BODY_LIMIT + 1));
    assert_eq!(error.body().map(<[u8]>::len), Some(BODY_LIMIT));
}

#[test]
fn the_cause_is_in_the_chain_and_not_in_the_message() {
    let cause = std::io::Error::other("the cause");
    let error = Error::built(
        ErrorKind::Network,
        "cannot sign in",
        None,
        Some(Box::new(cause)),
    );
    assert_eq!(
        error.to_string(),
        "cannot sign in: no complete answer came; look whether it took effect, then try again"
    );
    assert_eq!(error.source().unwrap().to_string(), "the cause");
}
