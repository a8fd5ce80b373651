use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const USERNAMES: &str = "/identity/resources/usernames/v1";

fn emulated() -> (Emulated, String) {
    let emulated = Emulated::new();
    emulated.user(NewUser::new("ann@example.com").id("u-1").password("secret"));
    emulated.user(NewUser::with_username("Bea").id("u-2").password("secret"));
    let token = emulated.token_of("ann@example.com", "secret");
    (emulated, token)
}

#[test]
fn a_user_has_one_name_to_log_in_with() {
    let (emulated, token) = emulated();
    let mine = || {
        emulated
            .get(&format!("{USERNAMES}/me"))
            .bearer(&token)
            .send()
    };
    let create = |name: &str| {
        let body = json!({ "username": name });
        emulated.post(USERNAMES, body).bearer(&token).send()
    };
    mine().is_refused(404, "Username not found", None);
    create("bea").is_refused(409, "Username already exists", None);
    create("an n").is_refused(400, "username is not valid", None);
    create(&"a".repeat(129)).is_refused(400, "username is not valid", None);
    let created = create("Ann");
    assert_eq!((created.status, created.body), (201, Value::Null));
    assert_eq!(mine().body, json!({ "username": "ann", "userId": "u-1" }));
    create("other").is_refused(409, "User already has a username", None);
    let log_in = || -> Answer {
        let body = json!({ "username": "ANN", "password": "secret" });
        emulated
            .post("/identity/resources/auth/v1/user", body)
            .send()
    };
    assert_eq!(log_in().status, 200);
    let delete = |name: &str| {
        let path = format!("{USERNAMES}/{name}");
        emulated.request(Method::DELETE, &path)
    };
    assert_eq!(delete("bea").bearer(&token).send().status, 404);
    assert_eq!(delete("ann").bearer(&token).send().status, 200);
    assert_eq!(log_in().status, 401);
    assert_eq!(delete("bea").vendor().send().status, 200);
    assert_eq!(delete("bea").vendor().send().status, 404);
}

#[test]
fn names_are_found_by_user_name_or_start() {
    let (emulated, token) = emulated();
    let body = json!({ "username": "ann" });
    emulated.post(USERNAMES, body).bearer(&token).send();
    let names = |query: &str| {
        let answer = emulated.get(&format!("{USERNAMES}{query}")).vendor().send();
        answer.body["items"].clone()
    };
    let ann = json!({ "username": "ann", "userId": "u-1" });
    let bea = json!({ "username": "Bea", "userId": "u-2" });
    assert_eq!(names("?_sortBy=userId&_order=DESC"), json!([bea, ann]));
    assert_eq!(names("?_usernamePrefix=AN"), json!([ann]));
    assert_eq!(names("?userIds=u-2"), json!([bea]));
    assert_eq!(names("?usernames=BEA"), json!([bea]));
    assert_eq!(emulated.get(USERNAMES).bearer(&token).send().status, 404);
}
