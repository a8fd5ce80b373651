use http::Method;
use serde_json::{Value, json};

use super::super::tests::with;
use crate::state::groups::Group;
use crate::state::{NewRole, NewUser};
use crate::testing::{Answer, Emulated};

const ROLES: &str = "/identity/resources/users/v1/u-1/roles";
const V3: &str = "/identity/resources/users/v3";

/// A user with the role `one`, and the ids of two further roles: one of all tenants, one of another tenant.
fn ann() -> (Emulated, String, String) {
    let emulated = with(|_| {});
    emulated.user(
        NewUser::new("ann@example.com")
            .id("u-1")
            .tenant("t-1", &["one"]),
    );
    let now = chrono::Utc::now();
    let two = emulated.state(|state| state.seed_role(NewRole::new("two"), now));
    let foreign = NewRole::new("foreign").tenant("t-2");
    let foreign = emulated.state(|state| state.seed_role(foreign, now));
    (emulated, two, foreign)
}

fn send(emulated: &Emulated, method: Method, tenant: &str, id: &str) -> Answer {
    let sending = emulated.request(method, ROLES).vendor().tenant(tenant);
    sending.json(&json!({ "roleIds": [id] })).send()
}

fn keys(answer: &Answer) -> Vec<&str> {
    let roles = answer.body["roles"].as_array().expect("roles");
    roles
        .iter()
        .filter_map(|role| role["key"].as_str())
        .collect()
}

#[test]
fn roles_are_given_once_and_taken_again() {
    let (emulated, two, _) = ann();
    for _ in 0..2 {
        let added = send(&emulated, Method::POST, "t-1", &two);
        assert_eq!((added.status, keys(&added)), (201, vec!["one", "two"]));
    }
    for _ in 0..2 {
        let removed = send(&emulated, Method::DELETE, "t-1", &two);
        assert_eq!((removed.status, keys(&removed)), (200, vec!["one"]));
        assert_eq!(removed.text("userId"), "u-1");
    }
}

#[test]
fn role_tenant_and_user_have_to_fit() {
    let (emulated, two, foreign) = ann();
    let refused = send(&emulated, Method::POST, "t-1", &foreign);
    refused.is_refused(400, &format!("Role {foreign} was not found"), None);
    let stranger = send(&emulated, Method::POST, "t-2", &two);
    stranger.is_refused(404, "User not found", None);
    let sending = emulated.post(ROLES, json!({ "roleIds": [two] })).vendor();
    sending
        .send()
        .is_refused(403, "Tenant ID is not specified", None);
}

#[test]
fn roles_and_groups_of_several_users_are_looked_up_in_one_tenant() {
    let (emulated, ..) = ann();
    let now = chrono::Utc::now();
    emulated.state(|state| {
        state.groups.insert(Group {
            id: "g-1".to_owned(),
            tenant_id: "t-1".to_owned(),
            name: "Group".to_owned(),
            color: None,
            description: None,
            metadata: None,
            role_ids: Vec::new(),
            user_ids: vec!["u-1".to_owned()],
            created_at: now,
            updated_at: now,
        });
    });
    let ask = |what: &str, ids: &str, tenant: &str| {
        let path = format!("{V3}/{what}?ids={ids}");
        emulated.get(&path).vendor().tenant(tenant).send()
    };
    let roles = ask("roles", "u-9,u-1,u-1", "t-1");
    let entries = roles.body.as_array().expect("a list");
    assert_eq!((entries.len(), &entries[0]["userId"]), (1, &json!("u-1")));
    assert_eq!(entries[0]["roleIds"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        ask("groups", "u-1", "t-1").body[0]["groupIds"],
        json!(["g-1"])
    );
    for what in ["roles", "groups"] {
        let elsewhere = ask(what, "u-1", "t-2");
        assert_eq!(
            (elsewhere.status, elsewhere.body),
            (200, json!([])),
            "{what}"
        );
    }
    let path = format!("{V3}/roles?ids=u-1");
    let nowhere = emulated.get(&path).vendor().send();
    nowhere.is_refused(403, "Tenant ID is not specified", None);
}

#[test]
fn two_hundred_and_fifty_users_are_enough() {
    let (emulated, ..) = ann();
    let ask = |count: usize| {
        let ids: Vec<String> = (0..count).map(|number| number.to_string()).collect();
        let path = format!("{V3}/roles?ids={}", ids.join(","));
        emulated.get(&path).vendor().tenant("t-1").send()
    };
    let most = ask(250);
    assert_eq!((most.status, most.body), (200, Value::Array(Vec::new())));
    ask(251).is_refused(400, "ids must contain no more than 250 elements", None);
}
