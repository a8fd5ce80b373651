//! The control API and the page, as tests in other languages use them.

use frontegg_identity_emulator::SentKind;
use serde_json::{Value, json};

use crate::support::{
    EMAIL, LOGIN, PASSWORD, Reply, credentials, emulator, get, log_in, refresh, send,
};

const API: &str = "/_emulator/api";

fn ask(
    emulator: &frontegg_identity_emulator::Emulator,
    method: &str,
    route: &str,
    body: Value,
) -> Reply {
    send(emulator, method, &format!("{API}/{route}"), &body)
}

#[test]
fn the_clock_is_moved_over_http() {
    let emulator = emulator();
    assert_eq!(
        ask(&emulator, "POST", "clock/freeze", json!({})).json()["frozen"],
        true
    );
    let set = ask(
        &emulator,
        "PUT",
        "clock",
        json!({ "now": "2030-01-01T02:00:00+02:00" }),
    );
    assert_eq!(
        set.json(),
        json!({ "now": "2030-01-01T00:00:00.000Z", "frozen": true })
    );
    let moved = ask(&emulator, "POST", "clock/advance", json!({ "seconds": -1 }));
    assert_eq!(moved.json()["now"], "2029-12-31T23:59:59.000Z");
    assert_eq!(get(&emulator, "/_emulator/api/clock").json(), moved.json());
    assert_eq!(
        ask(&emulator, "POST", "clock/resume", json!({})).json()["frozen"],
        false
    );
    for (route, body) in [
        ("clock/advance", json!({ "seconds": i64::MAX })),
        ("clock/advance", json!({ "hours": 1 })),
    ] {
        let refused = ask(&emulator, "POST", route, body);
        assert_eq!(refused.status, 400);
        assert!(refused.json()["errors"][0].is_string());
    }
}

#[test]
fn faults_are_armed_listed_and_cleared_over_http() {
    let emulator = emulator();
    let armed = ask(
        &emulator,
        "POST",
        "faults",
        json!({ "method": "POST", "path": LOGIN, "times": 2, "fault": { "kind": "status", "with": { "status": 503 } } }),
    );
    assert_eq!((armed.status, armed.json()), (201, json!({ "id": 1 })));
    assert_eq!(log_in(&emulator).status, 503);
    let listed = get(&emulator, "/_emulator/api/faults").json();
    assert_eq!(
        (&listed[0]["left"], &listed[0]["struck"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(ask(&emulator, "DELETE", "faults", json!({})).status, 204);
    assert_eq!(log_in(&emulator).status, 200);
    let wrong = ask(
        &emulator,
        "POST",
        "faults",
        json!({ "path": LOGIN, "fault": { "kind": "gremlins" } }),
    );
    assert_eq!(wrong.status, 400);
    let always = json!({ "path": "/*", "always": true, "fault": { "kind": "waf" } });
    assert_eq!(ask(&emulator, "POST", "faults", always).status, 201);
    assert_eq!(
        [log_in(&emulator).status, log_in(&emulator).status],
        [403, 403]
    );
    assert_eq!(
        ask(
            &emulator,
            "PUT",
            "latency",
            json!({ "path": LOGIN, "milliseconds": 1 })
        )
        .status,
        204
    );
    assert_eq!(
        get(&emulator, "/_emulator/api/latency").json()["routes"][0]["milliseconds"],
        1
    );
}

#[test]
fn requests_are_listed_without_secrets() {
    let emulator = emulator();
    log_in(&emulator);
    get(&emulator, "/nowhere?token=planted-secret");
    let requests = get(&emulator, "/_emulator/api/requests").json();
    assert_eq!(requests[0]["body"]["email"], EMAIL);
    assert_eq!(requests[0]["outcome"], json!({ "answered": 200 }));
    let text = requests.to_string();
    assert!(
        !text.contains(PASSWORD) && !text.contains("planted-secret"),
        "{text}"
    );
    let logins = get(
        &emulator,
        &format!("/_emulator/api/requests?method=POST&path={LOGIN}"),
    )
    .json();
    assert_eq!(logins.as_array().map(Vec::len), Some(1));
    let later = get(&emulator, "/_emulator/api/requests?after=1").json();
    assert_eq!(later[0]["path"], "/nowhere");
    let operation = requests[0]["operation"].as_str().unwrap();
    assert_eq!(
        get(&emulator, "/_emulator/api/requests/counters").json()[operation],
        1
    );
    assert_eq!(ask(&emulator, "DELETE", "requests", json!({})).status, 204);
    assert_eq!(get(&emulator, "/_emulator/api/requests").json(), json!([]));
}

#[tokio::test]
async fn a_mail_can_be_waited_for() {
    let emulator = emulator();
    let client = reqwest::Client::new();
    let base = emulator.base_url();
    let none = client
        .get(format!("{base}{API}/outbox/wait?to={EMAIL}&seconds=0"))
        .send()
        .await
        .unwrap();
    assert_eq!(none.status(), 408);
    let waiting = client
        .get(format!(
            "{base}{API}/outbox/wait?to={EMAIL}&kind=passwordReset&seconds=60"
        ))
        .send();
    let reset = client
        .post(format!(
            "{base}/identity/resources/users/v1/passwords/reset"
        ))
        .json(&json!({ "email": EMAIL }))
        .send();
    let (waited, reset, sent) = tokio::join!(
        waiting,
        reset,
        emulator.sent(SentKind::PasswordReset, EMAIL)
    );
    assert!(reset.unwrap().status().is_success());
    let waited: Value = waited.unwrap().json().await.unwrap();
    assert_eq!(waited["token"].as_str(), sent.token.as_deref());
    let listed = get(&emulator, "/_emulator/api/outbox").json();
    assert_eq!(listed["mails"][0], waited);
}

#[test]
fn settings_change_and_a_reset_brings_the_start_back() {
    let emulator = emulator();
    let changed = ask(
        &emulator,
        "PATCH",
        "settings",
        json!({ "accessTokenLife": 60, "refreshTokenReuse": { "grace": 10 }, "expiresForm": "rfc3339" }),
    );
    assert_eq!(
        (changed.status, &changed.json()["accessTokenLife"]),
        (200, &json!(60))
    );
    let login = log_in(&emulator).json();
    assert_eq!(login["expiresIn"], 60);
    let token = login["refreshToken"].as_str().unwrap();
    let statuses = [
        refresh(&emulator, token).status,
        refresh(&emulator, token).status,
    ];
    assert_eq!(statuses, [200, 200]);
    for wrong in [
        json!({ "nonsense": 1 }),
        json!({ "strict": "yes" }),
        json!([]),
    ] {
        assert_eq!(ask(&emulator, "PATCH", "settings", wrong).status, 400);
    }
    assert_eq!(
        get(&emulator, "/_emulator/api/sessions").json()[0]["user"],
        EMAIL
    );
    assert_eq!(ask(&emulator, "POST", "reset", json!({})).status, 204);
    assert_eq!(get(&emulator, "/_emulator/api/sessions").json(), json!([]));
    assert_eq!(
        get(&emulator, "/_emulator/api/settings").json()["accessTokenLife"],
        86400
    );
    assert_eq!(refresh(&emulator, token).status, 401);
    assert_eq!(log_in(&emulator).status, 200);
    let users = get(&emulator, "/_emulator/api/users").json();
    assert_eq!(
        (users.as_array().map(Vec::len), &users[0]["email"]),
        (Some(1), &json!(EMAIL))
    );
}

#[test]
fn keys_rotate_over_http_and_old_tokens_stay_good() {
    let emulator = emulator();
    let token = log_in(&emulator).json()["accessToken"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(ask(&emulator, "POST", "keys/rotate", json!({})).status, 204);
    let me = crate::support::request(
        "GET",
        "/identity/resources/users/v2/me",
        &format!("authorization: Bearer {token}\r\n"),
        b"",
    );
    assert_eq!(crate::support::exchange(&emulator, &me).status, 200);
    emulator.keys().rotate();
}

#[test]
fn the_page_shows_everything_and_escapes_it() {
    let emulator = emulator();
    log_in(&emulator);
    send(
        &emulator,
        "POST",
        "/identity/resources/users/v1/passwords/reset",
        &json!({ "email": EMAIL }),
    );
    get(&emulator, "/nowhere?q=%3Cscript%3E");
    ask(
        &emulator,
        "POST",
        "faults",
        json!({ "path": "/<i>", "fault": { "kind": "waf" } }),
    );
    let page = get(&emulator, "/_emulator");
    assert_eq!(
        (page.status, page.header("content-type")),
        (200, Some("text/html; charset=utf-8"))
    );
    let html = String::from_utf8(page.body).unwrap();
    for shown in [
        EMAIL,
        "Ada &lt;b&gt;Lovelace",
        "q=&lt;script&gt;",
        "/&lt;i&gt;",
        "passwordReset",
        "pwd",
    ] {
        assert!(html.contains(shown), "{shown} is missing in {html}");
    }
    for hidden in [PASSWORD, "<script", "<b>", "<i>"] {
        assert!(!html.contains(hidden), "{hidden} is in {html}");
    }
    assert_eq!(get(&emulator, "/_emulator/").status, 302);
}

#[test]
fn routes_of_the_test_are_apart_from_the_service() {
    let emulator = emulator();
    ask(
        &emulator,
        "POST",
        "faults",
        json!({ "path": "/*", "always": true, "fault": { "kind": "waf" } }),
    );
    assert_eq!(get(&emulator, "/_emulator/api/nothing").status, 404);
    assert_eq!(get(&emulator, "/_emulator/nothing").status, 404);
    let wrong = ask(&emulator, "POST", "clock", json!({}));
    assert_eq!(
        (wrong.status, wrong.header("allow")),
        (405, Some("GET, PUT"))
    );
    assert_eq!(ask(&emulator, "POST", "reset", json!({})).status, 204);
    assert_eq!(get(&emulator, "/_emulatory").status, 404);
    assert_eq!(emulator.requests().all().len(), 1);
    assert_eq!(send(&emulator, "POST", LOGIN, &credentials()).status, 200);
}
