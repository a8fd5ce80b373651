use http::Method;
use serde_json::{Value, json};

use super::is_within;
use crate::state::NewUser;
use crate::testing::Emulated;

const PATH: &str = "/identity/resources/configurations/v1/restrictions/ip";

fn post(emulated: &Emulated, path: &str, body: &Value, from: &str) -> u16 {
    emulated
        .post(&format!("{PATH}{path}"), body.clone())
        .vendor()
        .tenant("t-1")
        .header("x-forwarded-for", from)
        .send()
        .status
}

fn configure(emulated: &Emulated, list: &str) {
    let body = json!({ "strategy": list, "isActive": true });
    assert_eq!(post(emulated, "/config", &body, "1.1.1.1"), 201);
}

fn verify(emulated: &Emulated, from: &str) -> u16 {
    post(emulated, "/verify", &json!({}), from)
}

#[test]
fn networks_hold_their_addresses() {
    let within = |own: &str, range| is_within(own.parse().unwrap(), range);
    assert!(within("10.1.2.3", "10.0.0.0/8"));
    assert!(!within("11.1.2.3", "10.0.0.0/8"));
    assert!(within("11.1.2.3", "0.0.0.0/0"));
    assert!(within("::1", "::/0"));
    assert!(within("1.2.3.4", "1.2.3.4"));
    assert!(!within("1.2.3.4", "1.2.3.5/99"));
    assert!(!within("1.2.3.4", "::/0"));
    assert!(!within("1.2.3.4", "1.2.3.4/x"));
}

#[test]
fn lists_let_in_or_shut_out() {
    let emulated = Emulated::new();
    assert_eq!(verify(&emulated, "1.1.1.1"), 201);
    let entry = |ip: &str, list: &str| json!({ "ip": ip, "strategy": list });
    assert_eq!(post(&emulated, "", &entry("1.1.1.1", "BLOCK"), ""), 201);
    let bulk = json!({ "ips": [entry("2.2.0.0/16", "ALLOW")] });
    assert_eq!(post(&emulated, "/bulk", &bulk, ""), 200);
    assert_eq!(verify(&emulated, "1.1.1.1"), 201);
    configure(&emulated, "BLOCK");
    assert_eq!(verify(&emulated, "1.1.1.1"), 403);
    assert_eq!(verify(&emulated, "3.3.3.3"), 201);
    configure(&emulated, "ALLOW");
    assert_eq!(verify(&emulated, "2.2.9.9, 1.1.1.1"), 201);
    assert_eq!(verify(&emulated, "3.3.3.3"), 403);
    let listed = |from| post(&emulated, "/verify/allow", &json!({}), from);
    assert_eq!((listed("2.2.3.4"), listed("1.1.1.1")), (201, 403));
}

#[test]
fn entries_are_changed_by_address_and_deleted_by_id() {
    let emulated = Emulated::new();
    let entry = |description: &str| json!({ "ip": "1.1.1.1", "strategy": "ALLOW", "description": description });
    post(&emulated, "", &entry("first"), "");
    post(&emulated, "", &entry("second"), "");
    let list = |query: &str| {
        let list = emulated.get(&format!("{PATH}{query}")).vendor();
        list.tenant("t-1").send().body["items"].clone()
    };
    let items = list("");
    assert_eq!(items.as_array().unwrap().len(), 1);
    assert_eq!(items[0]["description"], "second");
    assert_eq!(list("?_filter=third"), json!([]));
    assert_eq!(list("?_filter=1.1"), items);
    let one = format!("{PATH}/{}", items[0]["id"].as_str().unwrap());
    let delete = |tenant| {
        let delete = emulated.request(Method::DELETE, &one).vendor();
        delete.tenant(tenant).send().status
    };
    assert_eq!(
        (delete("t-2"), delete("t-1"), delete("t-1")),
        (404, 200, 404)
    );
    let nonsense = json!({ "ip": "nonsense", "strategy": "ALLOW" });
    assert_eq!(post(&emulated, "", &nonsense, ""), 400);
}

#[test]
fn the_configuration_is_of_one_tenant() {
    let emulated = Emulated::new();
    let read = |tenant| {
        let read = emulated.get(&format!("{PATH}/config")).vendor();
        read.tenant(tenant).send().body
    };
    assert_eq!(read("t-1"), json!({}));
    configure(&emulated, "BLOCK");
    assert_eq!(
        read("t-1"),
        json!({ "strategy": "BLOCK", "isActive": true })
    );
    assert_eq!(read("t-2"), json!({}));
    let nobody = emulated.get(&format!("{PATH}/config")).vendor().send();
    assert_eq!(nobody.status, 403);
}

#[test]
fn logins_are_restricted_only_if_the_settings_say_so() {
    for (is_on, status) in [(false, 200), (true, 403)] {
        let emulated = Emulated::with(|settings| settings.ip_restrictions_at_login = is_on);
        emulated.user(
            NewUser::new("a@example.com")
                .password("p")
                .tenant("t-1", &[]),
        );
        configure(&emulated, "ALLOW");
        assert_eq!(emulated.log_in("a@example.com", "p").status, status);
    }
}
