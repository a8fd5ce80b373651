use http::{Method, StatusCode};
use proptest::prelude::*;

use super::super::Description;
use super::super::tests::{found, path_of, request};
use super::*;

fn answer_to(request: &Request) -> Value {
    let (operation, _) = found(request);
    let (status, body) = Description::get().answer(operation, request);
    let body = body.unwrap_or_default();
    assert_eq!(
        Description::get().answer_is_valid(operation, status, &body),
        Ok(()),
        "{}",
        operation.id
    );
    body
}

#[test]
fn answer_is_valid_for_every_operation() {
    let mut with_body = 0;
    for operation in Description::get().operations() {
        for text in ["4", "%20", "tenant-1", "x%2Fy"] {
            for body in [
                "",
                "{}",
                "[{}]",
                r#"{"id": 5, "email": null, "name": ["x"], "tenantId": "t"}"#,
            ] {
                let path = path_of(operation, text);
                let answer = answer_to(&request(operation.method.as_str(), &path, body));
                assert_eq!(
                    answer,
                    answer_to(&request(
                        operation.method.as_str(),
                        &format!("/identity{path}")[9..],
                        body
                    ))
                );
                with_body += usize::from(!answer.is_null());
                assert!(answer.to_string().len() < 20_000, "{}", operation.id);
            }
        }
    }
    assert!(with_body > 250 * 16, "{with_body}");
}

/// JSON whose members have the names that schemas use, and any value.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(Value::from("2026-01-02T03:04:05Z")),
    ];
    let name = prop::sample::select(vec![
        "id",
        "email",
        "name",
        "key",
        "tenantId",
        "roleIds",
        "metadata",
        "items",
        "enabled",
        "createdAt",
        "configuration",
        "level",
    ]);
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answer_is_valid_whatever_the_request_says(index in 0..369_usize, text in "[^/?]{1,12}", query in ".{0,8}", body in any_json()) {
        let operation = Description::get().operations().nth(index).unwrap();
        let mut request = request(operation.method.as_str(), "/", body.to_string());
        request.path = path_of(operation, &text);
        request.query = ["_limit", "_offset", "email", "id", "name", "ids", "userId"].map(|name| (name.to_owned(), query.clone())).to_vec();
        let (status, answer) = Description::get().answer(operation, &request);
        let again = Description::get().answer(operation, &request);
        prop_assert_eq!(&again, &(status, answer.clone()));
        prop_assert_eq!(Description::get().answer_is_valid(operation, status, &answer.unwrap_or_default()), Ok(()));
        let params = operation.params_of(&request.path);
        for strictness in [super::super::Strictness::Loose, super::super::Strictness::Strict] {
            let violations = Description::get().check(operation, &request, &params, strictness);
            prop_assert!(violations.iter().all(|violation| violation.place.contains('.') || violation.place == "body"));
        }
    }

    #[test]
    fn find_takes_any_path(path in "(/|resources|users|v1|v2|auth|%|[^a-z]|\\PC){0,24}") {
        let _ = Description::get().find(&Method::GET, &path);
    }
}

#[test]
fn other_requests_get_other_answers() {
    let one = answer_to(&request("GET", "/resources/roles/v2", ""));
    let other = answer_to(&request("GET", "/resources/roles/v2?_sortBy=name", ""));
    assert_ne!(one, other);
    assert_ne!(
        answer_to(&request("POST", "/resources/groups/v1", r#"{"name": "a"}"#))["id"],
        answer_to(&request("POST", "/resources/groups/v1", r#"{"name": "b"}"#))["id"]
    );
}

#[test]
fn requests_are_repeated_in_answers() {
    let group = answer_to(&request(
        "POST",
        "/resources/groups/v1",
        r#"{"name": "Night shift", "color": "blue", "x": 1}"#,
    ));
    assert_eq!(
        (&group["name"], &group["color"], group.get("x")),
        (&json!("Night shift"), &json!("blue"), None)
    );
    let group = answer_to(&request("GET", "/resources/groups/v1/g-7", ""));
    assert_eq!(group["id"], "g-7");
    let roles = answer_to(&request(
        "POST",
        "/resources/roles/v1",
        r#"[{"key": "a", "name": "A"}, {"key": "b", "name": "B"}]"#,
    ));
    assert_eq!(roles.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&roles[0]["key"], &roles[1]["name"]),
        (&json!("a"), &json!("B"))
    );
    assert_ne!(roles[0]["id"], roles[1]["id"]);
}

#[test]
fn values_that_do_not_fit_are_not_repeated() {
    let group = answer_to(&request("POST", "/resources/groups/v1", r#"{"name": 5}"#));
    assert!(group["name"].is_string());
}

#[test]
fn pages_agree_with_themselves_and_end() {
    let first = answer_to(&request("GET", "/resources/users/v3?_limit=1", ""));
    assert_eq!(first["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        first["_metadata"],
        json!({"totalItems": 1, "totalPages": 1})
    );
    assert_eq!(first["_links"]["next"], "");
    let second = answer_to(&request("GET", "/resources/users/v3?_offset=1", ""));
    assert_eq!(second["items"], json!([]));
}

#[test]
fn values_suit_their_names() {
    let user = answer_to(&request("GET", "/resources/users/v3", ""))["items"][0].clone();
    assert!(
        user["email"]
            .as_str()
            .is_some_and(|email| email.ends_with("@example.com")),
        "{user:#}"
    );
    let id = user["id"].as_str().unwrap();
    assert!(
        id.len() == 36 && id.as_bytes()[14] == b'4' && b"89ab".contains(&id.as_bytes()[19]),
        "{id}"
    );
    let created = user["createdAt"].as_str().unwrap();
    assert!(
        created.starts_with("2024-") && created.ends_with(".000Z"),
        "{created}"
    );
    assert_eq!(user["isLocked"], false);
    let tenants = answer_to(&request("GET", "/resources/users/v3/me/tenants", ""));
    assert!(tenants.get("errors").is_none() && tenants["tenants"][0]["tenantId"].is_string());
}

#[test]
fn answers_are_the_same_on_every_machine() {
    let chance = Chance::of([&b"operation"[..], b"body"]);
    assert_eq!(chance.uuid(), "51c6ed50-cb99-4ffe-9fa7-c5dff1211cfa");
    assert_ne!(
        Chance::of([&b"ab"[..], b"c"]),
        Chance::of([&b"a"[..], b"bc"])
    );
    assert_eq!(chance.below(0), 0);
}

#[test]
fn statuses_are_the_first_success_with_a_body() {
    let status = |method: &str, path: &str| {
        let request = request(method, path, "");
        let (status, body) = Description::get().answer(found(&request).0, &request);
        (status, body.is_some())
    };
    assert_eq!(
        status("POST", "/resources/tenants/invites/v2/user"),
        (StatusCode::CREATED, true)
    );
    assert_eq!(
        status("POST", "/resources/users/emails/v1"),
        (StatusCode::OK, true)
    );
    assert_eq!(
        status("DELETE", "/resources/approval-flows/v1/4"),
        (StatusCode::OK, false)
    );
    assert_eq!(
        status("POST", "/resources/auth/v1/logout"),
        (StatusCode::CREATED, false)
    );
}
