use serde_json::json;

use crate::settings::HostForm;
use crate::testing::Emulated;

const LOGIN: &str = "/identity/resources/auth/v1/user";
const USERS: &str = "/identity/resources/users/v3";

#[test]
fn every_reply_has_a_trace_id_of_its_own() {
    let emulated = Emulated::new();
    let answers = [
        emulated.get("/nowhere").send(),
        emulated.get(USERS).vendor().send(),
    ];
    let ids: Vec<&str> = answers
        .iter()
        .map(|answer| answer.header("frontegg-trace-id").unwrap())
        .collect();
    for id in &ids {
        assert!(
            id.len() == 32
                && id
                    .chars()
                    .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)),
            "{id}"
        );
    }
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn unknown_routes_are_404() {
    let emulated = Emulated::new();
    for path in [
        "/",
        "/identity",
        "/identity/resources/users/v9",
        "/resources/users/v3",
        "/fronteggidentity/x",
    ] {
        emulated
            .get(path)
            .vendor()
            .send()
            .is_refused(404, "Not Found", Some("ER-00004"));
    }
    emulated
        .request(http::Method::PATCH, USERS)
        .vendor()
        .send()
        .is_refused(404, "Not Found", Some("ER-00004"));
}

#[test]
fn a_prefix_makes_no_difference() {
    let emulated = Emulated::new();
    for path in [
        USERS.to_owned(),
        format!("/frontegg{USERS}"),
        format!("{USERS}/"),
    ] {
        assert_eq!(emulated.get(&path).vendor().send().status, 200, "{path}");
    }
    assert_eq!(
        emulated
            .get(&format!("/frontegg/frontegg{USERS}"))
            .vendor()
            .send()
            .status,
        404
    );
}

#[test]
fn a_body_that_is_no_json_is_refused_first() {
    let emulated = Emulated::new();
    let deep = "[".repeat(100_000);
    for body in ["{", "nonsense", r#"{"email":}"#, &deep] {
        let answer = emulated
            .request(http::Method::POST, LOGIN)
            .raw(body.to_owned())
            .send();
        answer.is_refused(400, "Invalid input json", Some("ER-00006"));
    }
    let answer = emulated
        .request(http::Method::POST, "/auth/vendor")
        .raw(&b"\xff\xfe"[..])
        .send();
    answer.is_refused(400, "Invalid input json", Some("ER-00006"));
}

#[test]
fn violations_are_listed_with_their_places() {
    let emulated = Emulated::new();
    let answer = emulated.post(LOGIN, json!({ "email": 7 })).send();
    assert_eq!(answer.status, 400);
    let errors = answer.body["errors"].to_string();
    assert!(
        errors.contains("email must be a string") && errors.contains("password"),
        "{errors}"
    );
    let places = answer.body["context"]["violations"].to_string();
    assert!(
        places.contains("body.email") && places.contains("body.password"),
        "{places}"
    );
}

#[test]
fn strict_mode_refuses_what_the_description_does_not_know() {
    let body = || json!({ "email": "a@b.co", "password": "x", "colour": "red" });
    let loose = Emulated::new().post(LOGIN, body()).send();
    assert_eq!(loose.status, 401);
    let strict = Emulated::with(|settings| settings.strict = true)
        .post(LOGIN, body())
        .send();
    assert_eq!(strict.status, 400, "{}", strict.body);
}

#[test]
fn an_environment_token_opens_the_management_routes() {
    let emulated = Emulated::new();
    let token = emulated.environment_token();
    assert_eq!(emulated.get(USERS).bearer(&token).send().status, 200);
    assert_eq!(
        emulated
            .get(USERS)
            .header("x-access-token", &token)
            .send()
            .status,
        200
    );
    emulated
        .get(USERS)
        .send()
        .is_refused(401, "Unauthorized", None);
    emulated
        .get(USERS)
        .bearer("nonsense")
        .send()
        .is_refused(401, "Unauthorized", None);
    emulated.service.clock.advance(chrono::TimeDelta::days(1));
    emulated
        .get(USERS)
        .bearer(&token)
        .send()
        .is_refused(401, "Unauthorized", None);
}

#[test]
fn wrong_environment_credentials_are_refused_with_a_message() {
    let emulated = Emulated::new();
    let id = emulated.service.settings().client_id.clone();
    for path in ["/auth/vendor", "/auth/vendor/"] {
        let answer = emulated
            .post(path, json!({ "clientId": id, "secret": "wrong" }))
            .send();
        assert_eq!(
            (answer.status, answer.text("message")),
            (401, "Invalid credentials")
        );
    }
    let answer = emulated
        .post("/auth/vendor", json!({ "clientId": id }))
        .send();
    assert_eq!(
        (answer.status, answer.text("message")),
        (401, "Secret cannot be empty")
    );
}

#[test]
fn a_regional_host_has_to_be_told_the_environment() {
    let emulated = Emulated::new();
    let wrong = || emulated.post(LOGIN, json!({ "email": "a@b.co", "password": "x" }));
    wrong()
        .host("api.us.frontegg.com")
        .send()
        .is_refused(401, "Unauthorized", None);
    for named in [
        "app-emulator.frontegg.com",
        "https://app-emulator.frontegg.com",
        "127.0.0.1:4000",
    ] {
        let sending = wrong()
            .host("api.frontegg.com")
            .header("frontegg-vendor-host", named);
        sending
            .send()
            .is_refused(401, "Invalid authentication", None);
    }
    let sending = wrong()
        .host("api.frontegg.com")
        .header("frontegg-vendor-host", "other.frontegg.com");
    sending.send().is_refused(401, "Unauthorized", None);
    assert_eq!(
        emulated
            .get(USERS)
            .host("api.frontegg.com")
            .vendor()
            .send()
            .status,
        200
    );
    wrong().host("app-emulator.frontegg.com").send().is_refused(
        401,
        "Invalid authentication",
        None,
    );

    let regional = Emulated::with(|settings| settings.loopback = HostForm::Regional);
    regional
        .log_in("a@b.co", "x")
        .is_refused(401, "Unauthorized", None);
}

#[test]
fn required_context_headers_are_asked_for() {
    let emulated = Emulated::new();
    let sending = emulated
        .post("/identity/resources/users/v2", json!({ "email": "a@b.co" }))
        .vendor();
    sending
        .send()
        .is_refused(403, "Tenant ID is not specified", None);
    let body = json!({ "password": "a", "newPassword": "b" });
    let sending = emulated
        .post("/identity/resources/users/v1/passwords/change", body)
        .vendor();
    sending
        .send()
        .is_refused(403, "User ID is not specified", None);
}

#[test]
fn an_operation_without_a_handler_is_answered_from_its_schema() {
    let emulated = Emulated::new();
    let path = "/identity/resources/configurations/v1/delegation";
    let (one, two) = (
        emulated.get(path).vendor().send(),
        emulated.get(path).vendor().send(),
    );
    assert_eq!(one.status, 200);
    assert!(one.body["enabled"].is_boolean());
    assert_eq!(one.body, two.body);
}
