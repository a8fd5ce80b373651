use http::Method;
use serde_json::{Value, json};

use crate::state::NewTenant;
use crate::testing::{Answer, Emulated};

const PATH: &str = "/identity/resources/configurations/restrictions/v1/email-domain";

fn post(emulated: &Emulated, path: &str, body: Value) -> Answer {
    emulated
        .post(&format!("{PATH}{path}"), body)
        .vendor()
        .send()
}

fn create_user(emulated: &Emulated, email: &str) -> u16 {
    let now = emulated.service.clock.now();
    emulated.state(|state| state.seed_tenant(NewTenant::new("T").id("t-1"), now));
    let create = emulated.post("/identity/resources/users/v1", json!({ "email": email }));
    create.vendor().tenant("t-1").send().status
}

#[test]
fn domains_are_listed_and_deleted() {
    let emulated = Emulated::new();
    let body = json!({ "domain": "a.com", "type": "BLOCK" });
    let made = post(&emulated, "", body.clone());
    assert_eq!(made.status, 201);
    assert_eq!(post(&emulated, "", body).body["id"], made.body["id"]);
    let bulk = json!({ "type": "ALLOW", "domains": ["b.com", "c.com"] });
    let replaced = post(&emulated, "/replace-bulk", bulk);
    assert_eq!(replaced.body[1]["domain"], "c.com");
    let list = || emulated.get(PATH).vendor().send().body["items"].clone();
    assert_eq!(list(), replaced.body);
    let one = format!("{PATH}/{}", replaced.body[0]["id"].as_str().unwrap());
    let delete = |tenant: &str| {
        let delete = emulated.request(Method::DELETE, &one).vendor();
        let delete = if tenant.is_empty() {
            delete
        } else {
            delete.tenant(tenant)
        };
        delete.send().status
    };
    assert_eq!((delete("t-1"), delete(""), delete("")), (404, 200, 404));
    assert_eq!(list().as_array().unwrap().len(), 1);
}

#[test]
fn the_lists_count_only_while_active() {
    let emulated = Emulated::new();
    let configuration = emulated.get(&format!("{PATH}/config")).vendor().send();
    assert_eq!(
        configuration.body,
        json!({ "active": false, "listType": "BLOCK", "blockPublicDomains": false })
    );
    post(
        &emulated,
        "",
        json!({ "domain": "bad.com", "type": "BLOCK" }),
    );
    post(
        &emulated,
        "",
        json!({ "domain": "good.com", "type": "ALLOW" }),
    );
    assert_eq!(create_user(&emulated, "0@bad.com"), 201);
    let set = post(&emulated, "/config", json!({ "active": true }));
    assert_eq!((set.status, &set.body["listType"]), (201, &json!("BLOCK")));
    assert_eq!(create_user(&emulated, "1@BAD.com"), 403);
    assert_eq!(create_user(&emulated, "1@other.com"), 201);
    post(
        &emulated,
        "/config",
        json!({ "active": true, "type": "ALLOW" }),
    );
    assert_eq!(create_user(&emulated, "2@other.com"), 403);
    assert_eq!(create_user(&emulated, "2@good.com"), 201);
}

#[test]
fn public_providers_can_be_shut_out() {
    let emulated = Emulated::new();
    assert_eq!(create_user(&emulated, "1@gmail.com"), 201);
    post(
        &emulated,
        "/config",
        json!({ "active": true, "blockPublicDomains": true }),
    );
    assert_eq!(create_user(&emulated, "2@gmail.com"), 403);
    assert_eq!(create_user(&emulated, "2@own.com"), 201);
}
