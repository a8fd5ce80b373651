use super::super::Description;
use super::super::tests::{found, request, with_header};
use super::*;

fn violations(strictness: Strictness, request: &Request) -> Vec<String> {
    let (operation, params) = found(request);
    let violations = Description::get().check(operation, request, &params, strictness);
    violations
        .into_iter()
        .map(|violation| format!("{}: {}", violation.place, violation.message))
        .collect()
}

fn loose(request: &Request) -> Vec<String> {
    violations(Strictness::Loose, request)
}

fn strict(request: &Request) -> Vec<String> {
    violations(Strictness::Strict, request)
}

const NOTHING: [&str; 0] = [];

#[test]
fn bodies() {
    let role = |body: &str| loose(&request("POST", "/resources/roles/v1", body.to_owned()));
    assert_eq!(role(r#"[{"key": "k", "name": "n", "level": 0}]"#), NOTHING);
    assert_eq!(
        role(r#"{"key": "k", "name": "n"}"#),
        ["body: Expected body to be an array"]
    );
    assert_eq!(role(""), ["body: Expected body to be an array"]);
    assert_eq!(
        role("[{}, 1]"),
        [
            "body.0.key: key must be a string",
            "body.0.name: name must be a string",
            "body.0.level: level must be an integer number",
            "body.1: each value in body must be an object",
        ]
    );
    assert_eq!(role("[{"), ["body: Invalid input json"]);
    assert_eq!(
        role("[{\"key\": \"k\", \"name\": \"\u{e9}\u{0}\"}]"),
        ["body: Invalid input json"]
    );

    let lockout = |body: &str| {
        loose(&request(
            "POST",
            "/resources/configurations/v1/lockout-policy",
            body.to_owned(),
        ))
    };
    assert!(lockout("").contains(&"body.enabled: enabled must be a boolean value".to_owned()));
    assert!(
        lockout(r#"{"enabled": "yes"}"#)
            .contains(&"body.enabled: enabled must be a boolean value".to_owned())
    );
    assert_eq!(lockout("null"), ["body: Expected body to be an object"]);
}

#[test]
fn formats_limits_and_choices() {
    let create = |body: &str| loose(&request("POST", "/resources/users/v2", body.to_owned()));
    assert_eq!(create(r#"{"email": "ada@example.com"}"#), NOTHING);
    assert_eq!(
        create(r#"{"email": "ada"}"#),
        ["body.email: email must be an email"]
    );
    assert_eq!(
        create(r#"{"email": "ada@example.com", "roleIds": "r"}"#),
        ["body.roleIds: roleIds must be an array"]
    );
    assert_eq!(
        create(r#"{"email": "ada@example.com", "roleIds": ["r", 1]}"#),
        ["body.roleIds.1: each value in roleIds must be a string"]
    );
    let provider = create(r#"{"email": "ada@example.com", "provider": "x"}"#);
    assert!(
        provider[0].starts_with(
            "body.provider: provider must be one of the following values: local, saml, "
        ),
        "{provider:?}"
    );
    assert_eq!(
        create(r#"{"email": "ada@example.com", "username": "a b"}"#),
        ["body.username: username must match /^[a-zA-Z0-9._-]+$/ regular expression"]
    );
    let long = "a".repeat(256);
    assert_eq!(
        create(&format!(
            r#"{{"email": "ada@example.com", "username": "{long}"}}"#
        )),
        ["body.username: username must be shorter than or equal to 255 characters"]
    );
    let history = |size: &str| {
        loose(&request(
            "POST",
            "/resources/configurations/v1/password-history-policy",
            format!(r#"{{"enabled": true, "historySize": {size}}}"#),
        ))
    };
    assert_eq!(history("10"), NOTHING);
    assert_eq!(history("1.0"), NOTHING);
    assert_eq!(
        history("11"),
        ["body.historySize: historySize must not be greater than 10"]
    );
    assert_eq!(
        history("0"),
        ["body.historySize: historySize must not be less than 1"]
    );
    assert_eq!(
        history("1.5"),
        ["body.historySize: historySize must be an integer number"]
    );
    assert_eq!(
        history("1e300"),
        ["body.historySize: historySize must not be greater than 10"]
    );
}

#[test]
fn nulls_that_stand_for_missing_members_are_dropped() {
    let request = request(
        "POST",
        "/resources/roles/v1",
        r#"[{"key": "k", "description": null, "isDefault": null, "other": null}]"#,
    );
    let (operation, _) = found(&request);
    let mut body = Description::get().read_body(operation, &request).unwrap();
    Description::get().drop_nulls(operation, &mut body);
    assert_eq!(body.to_string(), r#"[{"key":"k","other":null}]"#);
}

#[test]
fn whole_numbers_become_integers() {
    let request = request(
        "POST",
        "/resources/roles/v1",
        r#"[{"level": 1.0, "x": [-2e3, 1e19, 0.5]}]"#,
    );
    let (operation, _) = found(&request);
    let body = Description::get().read_body(operation, &request);
    assert_eq!(
        body.map(|body| body.to_string()).as_deref(),
        Ok(r#"[{"level":1,"x":[-2000,1e+19,0.5]}]"#)
    );
}

#[test]
fn null_stands_for_a_missing_member_in_loose_reading_only() {
    let request = request(
        "POST",
        "/resources/users/v2",
        r#"{"email": "ada@example.com", "provider": null}"#,
    );
    assert_eq!(loose(&request), NOTHING);
    assert!(
        strict(&request)
            .iter()
            .any(|said| said.starts_with("body.provider: provider must be one of"))
    );
}

#[test]
fn unknown_members_are_refused_in_strict_reading_only() {
    let create = request(
        "POST",
        "/resources/users/v2?y=1",
        r#"{"email": "ada@example.com", "x": 1}"#,
    );
    assert_eq!(loose(&create), NOTHING);
    assert_eq!(
        strict(&with_header(create, "frontegg-tenant-id", "t")),
        [
            "query.y: property y should not exist",
            "body.x: property x should not exist"
        ]
    );
    let delete = request("DELETE", "/resources/roles/v1/4", r#"{"x": 1}"#);
    assert_eq!(loose(&delete), NOTHING);
    assert_eq!(strict(&delete), ["body: body should be empty"]);
    let sso = request("POST", "/resources/sso/v1", r#"{"anything": {"goes": 1}}"#);
    assert_eq!(loose(&sso), NOTHING);
}

#[test]
fn strict_reading_looks_into_parts_and_variants() {
    let source = |tenant: &str| {
        let configuration = format!(
            r#"{{"syncOnLogin": true, "domain": "d", "clientId": "c", "secret": "s", "tenantConfig": {tenant}, "y": 1}}"#
        );
        let body = format!(r#"{{"name": "n", "index": 1, "configuration": {configuration}}}"#);
        request("POST", "/resources/user-sources/v1/external/auth0", body)
    };
    let wrong = source(r#"{"tenantResolverType": "static", "tenantId": 5, "z": 1}"#);
    let said = strict(&wrong);
    assert!(
        said.contains(&"body.configuration.y: property y should not exist".to_owned()),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|said| said.starts_with("body.configuration.tenantConfig.")),
        "{said:?}"
    );
    assert!(
        loose(&wrong)
            .iter()
            .all(|said| !said.contains("should not exist"))
    );
}

#[test]
fn no_body_is_an_empty_object_in_loose_reading_only() {
    let refresh = request("POST", "/resources/auth/v1/user/token/refresh", "");
    assert_eq!(loose(&refresh), NOTHING);
    assert_eq!(strict(&refresh), ["body: body should not be empty"]);
}

#[test]
fn media_types() {
    let login = |body: &str, media_type: &str| {
        loose(&with_header(
            request("POST", "/resources/auth/v1/user", body.to_owned()),
            "content-type",
            media_type,
        ))
    };
    let json = r#"{"email": "ada@example.com", "password": "p"}"#;
    assert_eq!(login(json, "application/json"), NOTHING);
    assert_eq!(login(json, "Application/JSON; charset=utf-8"), NOTHING);
    assert_eq!(login(json, "application/problem+json"), NOTHING);
    assert_eq!(
        login(json, "text/plain"),
        ["header.content-type: Content-Type must be application/json"]
    );
    let form = "application/x-www-form-urlencoded";
    assert_eq!(login("email=ada%40example.com&password=a+b", form), NOTHING);
    assert_eq!(
        login("email=a%40b.c&email=d%40e.f&password=p", form),
        ["body.email: email must be a string"]
    );
    assert_eq!(
        login("email=ada%40example.com", form),
        ["body.password: password must be a string"]
    );
    assert!(!login("\u{0}&&==&%zz=%ff", form).is_empty());
}

#[test]
fn forms_become_typed_values() {
    let request = with_header(
        request(
            "POST",
            "/resources/configurations/v1/lockout-policy",
            "enabled=true&maxAttempts=5&x=1&x=2",
        ),
        "content-type",
        "application/x-www-form-urlencoded",
    );
    let (operation, _) = found(&request);
    let body = Description::get().read_body(operation, &request).unwrap();
    assert_eq!(
        body,
        serde_json::json!({"enabled": true, "maxAttempts": 5, "x": ["1", "2"]})
    );
}

#[test]
fn queries() {
    let users = |query: &str| loose(&request("GET", &format!("/resources/users/v3?{query}"), ""));
    assert_eq!(users("_limit=20&_offset=0&_order=ASC"), NOTHING);
    assert_eq!(
        users("_limit=x"),
        ["query._limit: _limit must be an integer number"]
    );
    assert_eq!(
        users("_limit="),
        ["query._limit: _limit must be an integer number"]
    );
    assert_eq!(
        users("_limit=99999999999999999999"),
        ["query._limit: _limit must be an integer number"]
    );
    assert_eq!(
        users("_offset=-1"),
        ["query._offset: _offset must not be less than 0"]
    );
    assert_eq!(
        users("_limit=1&_limit=2"),
        ["query._limit: _limit must be an integer number"]
    );
    assert_eq!(
        users("_order=up"),
        ["query._order: _order must be one of the following values: ASC, DESC"]
    );
}

#[test]
fn lists_in_queries_are_repeated_or_comma_joined() {
    let roles = |query: &str| loose(&request("GET", &format!("/resources/roles/v2?{query}"), ""));
    assert_eq!(roles("_levels=1&_levels=2"), NOTHING);
    assert_eq!(
        roles("_levels=1,2"),
        ["query._levels.0: each value in _levels must be an integer number"]
    );
    let by_id = |query: &str| {
        loose(&request(
            "GET",
            &format!("/resources/users/v3/roles?{query}"),
            "",
        ))
    };
    assert_eq!(by_id("ids=a,b"), NOTHING);
    assert_eq!(by_id("ids=a&ids=b"), NOTHING);
    assert_eq!(by_id(""), ["query.ids: ids must be an array"]);
}

#[test]
fn paths_and_headers() {
    let template = |kind: &str| {
        let operations = Description::get().operations();
        let operation = operations.filter(|operation| operation.template.contains("{type}"));
        let operation = operation.filter(|operation| {
            operation.parameters_in(Location::Path).any(|parameter| {
                parameter.schema.choices.is_some() || parameter.schema.reference.is_some()
            })
        });
        let path = operation
            .map(|operation| operation.template.replace("{type}", kind))
            .next()
            .unwrap();
        loose(&request("GET", &path, ""))
    };
    assert_eq!(template("MagicLink"), NOTHING);
    assert!(
        template("x")[0]
            .starts_with("path.type: type must be one of the following values: ResetPassword, ")
    );
    let tokens = request("GET", "/resources/tenants/access-tokens/v1", "");
    assert_eq!(loose(&tokens), NOTHING);
    assert_eq!(
        strict(&tokens),
        ["header.frontegg-tenant-id: frontegg-tenant-id should not be empty"]
    );
    assert_eq!(
        strict(&with_header(tokens, "frontegg-tenant-id", "t")),
        NOTHING
    );
}

#[test]
fn hostile_bodies_are_answered_in_few_words() {
    let deep_list = "[".repeat(300_000);
    let deep_object = r#"{"email":"#.repeat(50_000);
    let many_elements = format!("[{}1]", "1,".repeat(100_000));
    let many_roles = format!(r#"{{"email": "a@b.c", "roleIds": {many_elements}}}"#);
    let members: Vec<_> = (0..25_000)
        .map(|index| format!(r#""m{index}": 1"#))
        .collect();
    let many_members = format!("{{{}}}", members.join(","));
    let long_name = format!(r#"{{"{}": 1}}"#, "n".repeat(300_000));
    let long_text = format!(
        r#"{{"email": "{0}@{0}", "username": "{0}", "phoneNumber": "+{1}"}}"#,
        "a.".repeat(100_000),
        "1-".repeat(100_000)
    );
    let garbage = String::from_utf8_lossy(&[0xff, 0xfe, 0]).into_owned();
    for body in [
        deep_list,
        deep_object,
        many_elements,
        many_roles,
        many_members,
        long_name,
        long_text,
        garbage,
    ] {
        for (method, path) in [
            ("POST", "/resources/users/v2"),
            ("PUT", "/resources/users/v1"),
            ("POST", "/resources/roles/v1"),
            ("POST", "/resources/mail/v2/configurations"),
            ("POST", "/resources/user-sources/v1/external/auth0"),
        ] {
            let request = request(method, path, body.clone());
            for said in [loose(&request), strict(&request)] {
                assert!(said.len() <= 60, "{path}: {}", said.len());
                assert!(said.iter().all(|said| said.len() < 600), "{path}");
            }
            let (operation, _) = found(&request);
            let (_, answer) = Description::get().answer(operation, &request);
            assert!(answer.is_none_or(|answer| answer.to_string().len() < body.len() * 4 + 20_000));
        }
    }
}

#[test]
fn hostile_queries_and_forms_are_answered_in_few_words() {
    let mut users = request("GET", "/resources/users/v3", "");
    users.query = (0..100_000)
        .map(|index| (format!("q{index}"), String::new()))
        .collect();
    assert_eq!(strict(&users).len(), MOST_VIOLATIONS);
    users.query = vec![("_limit".to_owned(), "1".repeat(1_000_000)); 3];
    assert_eq!(
        loose(&users),
        ["query._limit: _limit must be an integer number"]
    );
    let form = "email=x&".repeat(200_000)
        + &(0..100_000)
            .map(|index| format!("k{index}=1&"))
            .collect::<String>();
    let login = with_header(
        request("POST", "/resources/auth/v1/user", form),
        "content-type",
        "application/x-www-form-urlencoded",
    );
    assert!(strict(&login).len() <= 60);
}
