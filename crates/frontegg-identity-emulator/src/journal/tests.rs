use http::HeaderValue;

use super::*;

fn journal() -> Journal {
    Journal::new()
}

fn record(journal: &Journal, method: Method, path: &str, body: &'static str) {
    let mut request = Request {
        method,
        path: path.to_owned(),
        ..Request::default()
    };
    request.headers.insert(
        "authorization",
        HeaderValue::from_static("Bearer planted-secret"),
    );
    request
        .query
        .push(("token".to_owned(), "planted-secret".to_owned()));
    request.body = Bytes::from_static(body.as_bytes());
    let at = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    journal.record(
        Arrival { request, at },
        Outcome::Answered(200),
        false,
        at + TimeDelta::seconds(2),
    );
}

#[test]
fn a_request_is_found_by_path_template_and_operation() {
    let journal = journal();
    record(&journal, Method::GET, "/identity/resources/users/v1/7", "");
    record(
        &journal,
        Method::GET,
        "/frontegg/identity/resources/users/v1/8",
        "",
    );
    record(&journal, Method::POST, "/auth/vendor", "");
    assert_eq!(journal.count("GET", "/identity/resources/users/v1/{id}"), 2);
    assert_eq!(journal.count("GET", "/identity/resources/users/v1/8"), 1);
    assert_eq!(journal.last("*", "/*").map(|last| last.number), Some(3));
    let last = journal
        .last("GET", "/identity/resources/users/v1/{id}")
        .unwrap();
    assert_eq!(last.template.as_deref(), Some("/resources/users/v1/{id}"));
    assert_eq!(last.milliseconds, 2000);
    let counters = journal.counters();
    assert_eq!(counters[&last.operation.unwrap()], 2);
    assert_eq!(counters["POST /auth/vendor"], 1);
}

#[test]
fn no_secret_is_shown_in_any_form() {
    let journal = journal();
    record(
        &journal,
        Method::POST,
        "/auth/vendor",
        r#"{"secret":"planted-secret","clientId":"c"}"#,
    );
    record(&journal, Method::POST, "/auth/vendor", "planted-secret");
    for recorded in journal.all() {
        let shown = format!(
            "{recorded} {recorded:?} {journal:?} {}",
            serde_json::to_string(&recorded).unwrap()
        );
        assert!(!shown.contains("planted-secret"), "{shown}");
    }
    assert_eq!(journal.all()[0].body["clientId"], "c");
}

#[test]
fn codes_of_second_factors_are_masked_and_keys_of_roles_are_not() {
    let journal = journal();
    let base = "/identity/resources/auth/v1/user/mfa";
    for (path, body) in [
        ("/verify", r#"{"mfaToken":"654321","value":"654321"}"#),
        ("/verify", r#"{"value":654321}"#),
        ("/authenticator/d-1/verify", r#"{"value":"654321"}"#),
        ("/authenticator/enroll/verify", r#"{"token":"654321"}"#),
        (
            "/sms/d-1/verify",
            r#"{"otcToken":"654321","code":"654321"}"#,
        ),
        ("/recover", r#"{"recoveryCode":"654321"}"#),
    ] {
        record(&journal, Method::POST, &format!("{base}{path}"), body);
    }
    for recorded in journal.all() {
        assert!(!format!("{recorded:?}").contains("654321"), "{recorded:?}");
    }
    let roles = "/identity/resources/roles/v1";
    record(
        &journal,
        Method::POST,
        roles,
        r#"[{"key":"admin","value":"v"}]"#,
    );
    let last = journal.last("POST", roles).unwrap();
    assert_eq!(last.body, json!([{ "key": "admin", "value": "v" }]));
}

#[test]
fn old_requests_go_and_counters_stay() {
    let journal = journal();
    for _ in 0..MOST + 10 {
        record(&journal, Method::POST, "/auth/vendor", "");
    }
    assert_eq!(journal.count("POST", "/auth/vendor"), MOST);
    assert_eq!(journal.counters()["POST /auth/vendor"], MOST as u64 + 10);
    assert_eq!(journal.all()[0].number, 11);
    journal.clear();
    assert!(journal.all().is_empty() && journal.counters().is_empty());
}

#[test]
fn counters_of_invented_paths_are_bounded() {
    let journal = journal();
    for n in 0..MOST + 5 {
        record(&journal, Method::GET, &format!("/invented/{n}"), "");
    }
    assert_eq!(journal.counters()["other"], 5);
}
