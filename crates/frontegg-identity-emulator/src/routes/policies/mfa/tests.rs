use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::Emulated;

const BASE: &str = "/identity/resources/configurations/v1";
const POLICY: &str = "/identity/resources/configurations/v1/mfa-policy";

fn emulated() -> Emulated {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new("a@example.com")
            .password("p")
            .tenant("t-1", &[]),
    );
    emulated
}

fn is_asked(emulated: &Emulated) -> bool {
    emulated.log_in("a@example.com", "p").body["mfaRequired"] == true
}

#[test]
fn a_policy_is_made_once_changed_and_replaced() {
    let emulated = emulated();
    let send =
        |method: Method, body: Value| emulated.request(method, POLICY).json(&body).vendor().send();
    assert_eq!(emulated.get(POLICY).vendor().send().status, 404);
    let keep = json!({ "allowRememberMyDevice": true });
    assert_eq!(send(Method::PATCH, keep.clone()).status, 404);
    assert!(!is_asked(&emulated));
    let made = send(Method::POST, json!({}));
    assert_eq!(
        (made.status, &made.body["enforceMFAType"]),
        (201, &json!("Force"))
    );
    assert!(is_asked(&emulated));
    send(Method::POST, json!({})).is_refused(409, "Policy already exists", None);
    assert_eq!(send(Method::PATCH, json!({})).status, 400);
    let relaxed = send(
        Method::PATCH,
        json!({ "enforceMFAType": "DontForce", "mfaDeviceExpiration": 60 }),
    );
    assert_eq!(relaxed.body["mfaDeviceExpiration"], 60);
    assert!(!is_asked(&emulated));
    let kept = send(Method::PATCH, keep);
    assert_eq!(kept.body["enforceMFAType"], "DontForce");
    let put = send(Method::PUT, json!({ "enforceMFAType": "ForceExceptSAML" }));
    assert_eq!(
        (&put.body["id"], &put.body["createdAt"]),
        (&made.body["id"], &made.body["createdAt"])
    );
    assert_eq!(put.body["allowRememberMyDevice"], false);
    assert!(is_asked(&emulated));
    let late = send(Method::PUT, json!({ "mfaDeviceExpiration": i64::MAX }));
    assert_eq!(late.status, 400);
}

#[test]
fn a_tenant_can_have_a_policy_of_its_own() {
    let emulated = emulated();
    let put = |tenant: &str, kind: &str| {
        let put = emulated.request(Method::PUT, POLICY);
        let put = put.json(&json!({ "enforceMFAType": kind })).vendor();
        assert_eq!(put.tenant(tenant).send().status, 200);
    };
    put("t-2", "Force");
    assert!(!is_asked(&emulated));
    put("t-1", "Force");
    assert!(is_asked(&emulated));
    let vendor = emulated.get(&format!("{POLICY}/vendor")).vendor();
    assert_eq!(vendor.tenant("t-1").send().status, 404);
    emulated.state(|state| state.remove_tenant("t-2"));
    let gone = emulated.get(POLICY).vendor().tenant("t-2");
    assert_eq!(gone.send().status, 404);
}

#[test]
fn strategies_are_switched_one_at_a_time() {
    let emulated = emulated();
    let path = format!("{BASE}/mfa/strategies");
    let active = || {
        let list = emulated.get(&path).vendor().send();
        let list = list.body["strategies"].as_array().unwrap().clone();
        let on = list.iter().filter(|one| one["isActive"] == true);
        on.count()
    };
    assert_eq!(active(), 5);
    let switch = |on: bool| {
        let body = json!({ "strategy": "SMS", "isActive": on });
        let switched = emulated.post(&path, body).vendor().send();
        assert_eq!((switched.status, switched.body), (201, Value::Null));
    };
    switch(false);
    assert_eq!(active(), 4);
    switch(true);
    assert_eq!(active(), 5);
}

#[test]
fn the_configuration_is_changed_in_parts() {
    let emulated = emulated();
    let path = format!("{BASE}/mfa");
    let body = json!({
        "authenticationApp": { "active": true, "serviceName": "Mine" },
        "email": { "active": false, "tokenLifetimeSeconds": 600, "sender": "me@example.com" },
    });
    let written = emulated.post(&path, body).vendor().send();
    assert_eq!(written.status, 201);
    assert_eq!(
        written.body["sms"],
        json!({ "active": true, "tokenLifetimeSeconds": 300 })
    );
    let read = emulated.get(&path).vendor().send();
    assert_eq!(read.body, written.body);
    assert_eq!(read.body["email"]["sender"], "me@example.com");
    let (name, life) = emulated.state(|state| {
        let rules = &state.mfa.rules;
        (rules.service_name.clone(), rules.mail_life.num_seconds())
    });
    assert_eq!((name.as_str(), life), ("Mine", 600));
    let late = json!({ "sms": { "active": true, "tokenLifetimeSeconds": i64::MAX } });
    assert_eq!(emulated.post(&path, late).vendor().send().status, 400);
}
