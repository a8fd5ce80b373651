use super::*;

fn creation() -> Value {
    json!({
        "challenge": "AAAA",
        "rp": { "id": "example.com", "name": "Example" },
        "user": { "id": "dXNlcg", "name": "jane", "displayName": "Jane" },
        "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }],
    })
}

fn authenticator() -> SoftwareAuthenticator {
    SoftwareAuthenticator::new("https://app.example.com:8443")
}

#[test]
fn answers_have_the_form_of_the_wire() {
    let mut authenticator = authenticator();
    let answer = authenticator.register(&creation()).unwrap();
    assert_eq!(answer["id"], answer["rawId"]);
    assert_eq!(answer["type"], "public-key");
    let client_data = BASE64URL_NOPAD
        .decode(
            answer["response"]["clientDataJSON"]
                .as_str()
                .unwrap()
                .as_bytes(),
        )
        .unwrap();
    let client_data: Value = serde_json::from_slice(&client_data).unwrap();
    assert_eq!(
        client_data,
        json!({
            "type": "webauthn.create", "challenge": "AAAA", "origin": "https://app.example.com:8443", "crossOrigin": false,
        })
    );
    let login = authenticator
        .assert(&json!({ "challenge": "BBBB", "rpId": "example.com" }))
        .unwrap();
    assert_eq!(login["response"]["userHandle"], "dXNlcg");
    assert_eq!(login["response"].as_object().unwrap().len(), 4);
}

#[test]
fn only_the_passkeys_that_are_allowed_answer() {
    let mut authenticator = authenticator();
    let ids: Vec<Value> = (0..3)
        .map(|_| authenticator.register(&creation()).unwrap()["id"].clone())
        .collect();
    let mut ask = |options: Value| {
        authenticator
            .assert(&options)
            .map(|answer| answer["id"].clone())
    };
    let allow = |ids: &[&Value]| -> Value {
        ids.iter()
            .map(|id| json!({ "type": "public-key", "id": id }))
            .collect()
    };
    let options = |allowed: Value| json!({ "challenge": "A", "rpId": "example.com", "allowCredentials": allowed });

    assert_eq!(ask(options(json!([]))).as_ref(), Ok(&ids[2]));
    assert_eq!(
        ask(options(allow(&[&ids[0], &ids[1]]))).as_ref(),
        Ok(&ids[1])
    );
    assert_eq!(
        ask(options(allow(&[&json!("AAAA")]))),
        Err(AuthenticatorError::NoPasskey)
    );
    assert_eq!(
        ask(json!({ "challenge": "A", "rpId": "other.com" })),
        Err(AuthenticatorError::NoPasskey)
    );
    assert_eq!(
        ask(json!({ "challenge": "A" })),
        Err(AuthenticatorError::NoPasskey),
        "the host is app.example.com"
    );
}

#[test]
fn the_host_of_the_page_is_the_party_where_none_is_named() {
    let mut authenticator = authenticator();
    let mut options = creation();
    options["rp"] = json!({ "name": "Example" });
    authenticator.register(&options).unwrap();
    assert!(authenticator.assert(&json!({ "challenge": "A" })).is_ok());
    assert!(
        authenticator
            .assert(&json!({ "challenge": "A", "rpId": "app.example.com" }))
            .is_ok()
    );
}

#[test]
fn options_that_do_not_fit_are_refused() {
    let mut authenticator = authenticator();
    let id = authenticator.register(&creation()).unwrap()["id"].clone();
    let mut with = |name: &str, value: Value| {
        let mut options = creation();
        options[name] = value;
        authenticator.register(&options).err()
    };
    assert_eq!(
        with("challenge", json!(null)),
        Some(AuthenticatorError::Options("challenge"))
    );
    assert_eq!(
        with("user", json!({})),
        Some(AuthenticatorError::Options("user.id"))
    );
    assert_eq!(
        with("rp", json!({ "id": 1 })),
        Some(AuthenticatorError::Options("rp.id"))
    );
    assert_eq!(
        with("pubKeyCredParams", json!({})),
        Some(AuthenticatorError::Options("pubKeyCredParams"))
    );
    assert_eq!(
        with("pubKeyCredParams", json!([{ "alg": -8 }])),
        Some(AuthenticatorError::NoSuchAlgorithm)
    );
    assert_eq!(
        with("excludeCredentials", json!([{ "id": id }])),
        Some(AuthenticatorError::Excluded)
    );
    assert_eq!(with("excludeCredentials", json!([{ "id": "AAAA" }])), None);
}
