use http::Method;
use serde_json::{Value, json};

use crate::testing::{Answer, Emulated};

const PATH: &str = "/identity/resources/jwt-templates/v1";
const TARGETING: &str = "/identity/resources/configurations/v1/jwt-template-targeting";

fn claims() -> Value {
    json!({ "iss": "a", "sub": "b", "aud": "{{clientId}}", "exp": "c", "iat": "d" })
}

fn template(key: &str, claims: &Value) -> Value {
    json!({ "key": key, "name": "N", "expiration": 60, "algorithm": "RS256", "templateSchema": { "claims": claims } })
}

fn create(emulated: &Emulated, key: &str, claims: &Value) -> Answer {
    emulated.post(PATH, template(key, claims)).vendor().send()
}

#[test]
fn templates_are_made_listed_changed_and_deleted() {
    let emulated = Emulated::new();
    let made = create(&emulated, "one", &claims());
    assert_eq!(made.status, 201);
    assert_eq!(made.body["vendorId"], emulated.service.settings().client_id);
    create(&emulated, "two", &claims());
    create(&emulated, "two", &claims()).is_refused(
        409,
        "JWT template with this key already exists",
        None,
    );
    let list = |query: &str| {
        let list = emulated.get(&format!("{PATH}?{query}")).vendor().send();
        list.body["_metadata"]["totalItems"].clone()
    };
    assert_eq!((list("_limit=1"), list("keys=two")), (json!(2), json!(1)));
    let one = format!("{PATH}/{}", made.text("id"));
    let put = |body: Value| {
        let put = emulated.request(Method::PUT, &one).json(&body);
        put.vendor().send()
    };
    assert_eq!(put(json!({ "name": "M", "key": "one" })).body["name"], "M");
    assert_eq!(put(json!({ "key": "two" })).status, 409);
    assert_eq!(emulated.get(&one).vendor().send().body["name"], "M");
    let delete = || {
        emulated
            .request(Method::DELETE, &one)
            .vendor()
            .send()
            .status
    };
    assert_eq!((delete(), delete()), (204, 404));
    assert_eq!(emulated.get(&one).vendor().send().status, 404);
    assert_eq!(put(json!({ "name": "M" })).status, 404);
}

#[test]
fn claims_have_rules() {
    let emulated = Emulated::new();
    let with = |name: &str, value: Option<&str>| {
        let mut claims = claims();
        if let Value::Object(claims) = &mut claims {
            claims.remove(name);
            claims.extend(value.map(|value| (name.to_owned(), json!(value))));
        }
        create(&emulated, "k", &claims)
    };
    let reserved = "Claims reserved for internal use are not allowed";
    with("type", Some("x")).is_refused(400, reserved, None);
    with("tenantId", Some("x")).is_refused(400, reserved, None);
    with("sub", None).is_refused(400, "Claim sub is required", None);
    let aud = "Claim aud must be {{clientId}} or {{applicationId}}";
    with("aud", Some("me")).is_refused(400, aud, None);
    assert_eq!(with("aud", Some("{{applicationId}}")).status, 201);
}

#[test]
fn there_is_one_targeting() {
    let emulated = Emulated::new();
    let send = |method: Method, path: &str, body: &Value| {
        emulated.request(method, path).json(body).vendor().send()
    };
    let rules = |key: &str| {
        let condition = json!({ "attribute": "tenantId", "op": "in_list", "negate": false, "value": { "list": ["t"] } });
        json!({ "rules": [{ "conditionLogic": "and", "conditions": [condition], "treatment": key }] })
    };
    assert_eq!(emulated.get(TARGETING).vendor().send().status, 404);
    let made = send(Method::POST, TARGETING, &rules("a"));
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(send(Method::POST, TARGETING, &rules("a")).status, 409);
    let put = send(Method::PUT, TARGETING, &rules("b"));
    assert_eq!((put.status, put.body), (200, Value::Null));
    let read = emulated.get(TARGETING).vendor().send();
    assert_eq!(read.body["targeting"]["rules"][0]["treatment"], "b");
    assert_eq!(read.body["id"], made.body["id"]);
    let own = format!("{TARGETING}/{}", made.text("id"));
    let other = format!("{TARGETING}/other");
    assert_eq!(send(Method::PATCH, &other, &rules("c")).status, 404);
    assert_eq!(send(Method::PATCH, &own, &rules("c")).status, 200);
    assert_eq!(
        emulated
            .request(Method::DELETE, &other)
            .vendor()
            .send()
            .status,
        404
    );
    assert_eq!(
        emulated
            .request(Method::DELETE, &own)
            .vendor()
            .send()
            .status,
        200
    );
    assert_eq!(send(Method::PUT, TARGETING, &rules("d")).status, 200);
    assert_eq!(emulated.get(TARGETING).vendor().send().status, 200);
}
