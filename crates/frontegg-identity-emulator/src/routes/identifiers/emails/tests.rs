use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::outbox::SentKind;
use crate::testing::{Answer, Emulated, Sending};

const EMAILS: &str = "/identity/resources/users/emails/v1";
const CHANGE: &str = "/identity/resources/users/v1/email/me";
const EMAIL: &str = "ann@example.com";
const SECOND: &str = "second@example.com";

struct Ann {
    emulated: Emulated,
    token: String,
}

impl Ann {
    fn new() -> Self {
        let emulated = Emulated::new();
        let user = NewUser::new(EMAIL).id("u-1").password("secret");
        emulated.user(user.tenant("t-1", &[]));
        emulated.user(NewUser::new("bea@example.com").id("u-2").password("secret"));
        let token = emulated.token_of(EMAIL, "secret");
        Self { emulated, token }
    }

    fn post(&self, path: &str, body: Value) -> Answer {
        self.emulated.post(path, body).bearer(&self.token).send()
    }

    fn add(&self) -> Answer {
        self.post(EMAILS, json!({ "email": SECOND }))
    }

    fn code(&self, to: &str) -> String {
        let sent = self.emulated.sent(SentKind::Verification, to);
        sent.and_then(|sent| sent.code).expect("a code")
    }

    fn mine(&self) -> Value {
        let path = format!("{EMAILS}/me");
        self.emulated.get(&path).bearer(&self.token).send().body
    }

    fn vendor(&self, method: Method, path: &str) -> Sending<'_> {
        self.emulated
            .request(method, &format!("{EMAILS}{path}"))
            .vendor()
    }
}

#[test]
fn a_further_address_is_good_for_a_login_once_verified() {
    let ann = Ann::new();
    let added = ann.add();
    assert_eq!(added.status, 201, "{}", added.body);
    assert_eq!(
        (&added.body["verified"], &added.body["isPrimary"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(ann.emulated.log_in(SECOND, "secret").status, 401);
    let verify = |code: &str| {
        let body = json!({ "code": code, "email": SECOND });
        ann.post(&format!("{EMAILS}/verify"), body)
    };
    verify("wrong").is_refused(400, "Invalid code", None);
    let code = ann.code(SECOND);
    assert_eq!(verify(&code).status, 200);
    assert_eq!(verify(&code).status, 400);
    let login = ann.emulated.log_in(SECOND, "secret");
    assert_eq!(login.body["userEmail"], EMAIL);
    assert_eq!(ann.mine()[1]["verified"], true);
    ann.add().is_refused(409, "Email already exists", None);
}

#[test]
fn a_late_code_is_refused() {
    let ann = Ann::new();
    ann.add();
    let code = ann.code(SECOND);
    ann.emulated.service.clock.advance(TimeDelta::minutes(10));
    let body = json!({ "code": code, "email": SECOND });
    let late = ann.post(&format!("{EMAILS}/verify"), body);
    late.is_refused(400, "Code has expired", None);
}

#[test]
fn a_verified_address_can_become_the_primary_one() {
    let ann = Ann::new();
    ann.add();
    let promote =
        |email: &str| ann.post(&format!("{EMAILS}/me/primary"), json!({ "email": email }));
    promote(SECOND).is_refused(400, "Email is not verified", None);
    assert_eq!(promote("other@example.com").status, 404);
    let body = json!({ "code": ann.code(SECOND), "email": SECOND });
    ann.post(&format!("{EMAILS}/verify"), body);
    assert_eq!(promote(SECOND).status, 200);
    let mine = ann.mine();
    assert_eq!(
        (&mine[0]["isPrimary"], &mine[1]["isPrimary"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(
        ann.emulated.log_in(EMAIL, "secret").body["userEmail"],
        SECOND
    );
}

#[test]
fn an_address_is_deleted_by_its_owner_only() {
    let ann = Ann::new();
    let id = ann.add().text("id").to_owned();
    let delete = |token: &str| {
        let path = format!("{EMAILS}/{id}");
        let sending = ann.emulated.request(Method::DELETE, &path).bearer(token);
        sending.header("frontegg-user-id", "u-1").send().status
    };
    let bea = ann.emulated.log_in("bea@example.com", "secret");
    assert_eq!(delete(bea.text("accessToken")), 404);
    assert_eq!(delete(&ann.token), 200);
    assert_eq!(delete(&ann.token), 404);
    assert_eq!(ann.mine().as_array().map(Vec::len), Some(1));
}

#[test]
fn the_environment_adds_promotes_and_deletes() {
    let ann = Ann::new();
    let add = |user: &str, email: &str| {
        let body = json!({ "email": email, "isVerified": true });
        let path = format!("/vendor/{user}");
        ann.vendor(Method::POST, &path).json(&body).send()
    };
    let added = add("u-1", SECOND);
    assert_eq!(added.body["verified"], true);
    add("nobody", "x@example.com").is_refused(404, "User not found", None);
    add("u-2", SECOND).is_refused(409, "Email already exists", None);
    add("u-2", "none").is_refused(400, "email must be an email", None);
    let promote = ann.vendor(Method::POST, "/vendor/u-1/primary");
    assert_eq!(promote.json(&json!({ "email": SECOND })).send().status, 200);
    let delete = |user: &str| {
        let path = format!("/vendor/{user}/{}", added.text("id"));
        ann.vendor(Method::DELETE, &path).send().status
    };
    assert_eq!((delete("u-2"), delete("u-1")), (404, 200));
    assert_eq!(ann.mine()[0]["isPrimary"], true);
    let by_user = ann.post(&format!("{EMAILS}/vendor/u-1"), json!({ "email": SECOND }));
    assert_eq!(by_user.status, 404);
}

#[test]
fn addresses_are_listed_in_pages() {
    let ann = Ann::new();
    ann.add();
    let list = |query: &str| ann.vendor(Method::GET, query).send().body;
    let emails = |query: &str| {
        let items = list(query)["items"].as_array().unwrap().clone();
        let emails = items
            .iter()
            .map(|one| one["email"].as_str().unwrap().to_owned());
        emails.collect::<Vec<_>>()
    };
    assert_eq!(emails("?_sortBy=email&_order=DESC")[0], SECOND);
    assert_eq!(emails("?_limit=1&_offset=2").len(), 1);
    assert_eq!(emails("?_email=SECOND"), [SECOND]);
    assert_eq!(emails("?userIds=u-2"), ["bea@example.com"]);
    assert_eq!(emails("?_sortBy=userId").len(), 3);
    let in_tenant = ann.vendor(Method::GET, "").tenant("t-1").send();
    assert_eq!(in_tenant.body["_metadata"]["totalItems"], 2);
    let by_user = ann.emulated.get(EMAILS).bearer(&ann.token).send();
    assert_eq!(by_user.status, 404);
}

#[test]
fn an_address_is_replaced_by_a_code_to_the_new_one() {
    let ann = Ann::new();
    let start = |email: &str| ann.post(CHANGE, json!({ "email": email }));
    start("bea@example.com").is_refused(409, "Email already exists", None);
    assert_eq!(start(SECOND).status, 200);
    let finish = |code: &str| {
        let body = json!({ "code": code, "email": SECOND });
        ann.post(&format!("{CHANGE}/verify"), body)
    };
    finish("wrong").is_refused(400, "Invalid code", None);
    assert_eq!(finish(&ann.code(SECOND)).status, 200);
    assert_eq!(ann.emulated.log_in(EMAIL, "secret").status, 401);
    assert_eq!(ann.emulated.log_in(SECOND, "secret").status, 200);
    assert_eq!(ann.mine().as_array().map(Vec::len), Some(1));
}

#[test]
fn the_environment_replaces_an_address() {
    let ann = Ann::new();
    let put = |user: &str, email: &str| {
        let path = format!("/identity/resources/users/v1/{user}/email");
        let sending = ann.emulated.request(Method::PUT, &path).vendor();
        sending.json(&json!({ "email": email })).send()
    };
    let answer = put("u-1", SECOND);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(
        (&answer.body["email"], &answer.body["verified"]),
        (&json!(SECOND), &json!(true))
    );
    assert_eq!(put("u-1", "Second@example.com").status, 200);
    put("u-1", "bea@example.com").is_refused(409, "Email already exists", None);
    put("nobody", "x@example.com").is_refused(404, "User not found", None);
    assert_eq!(ann.emulated.log_in(SECOND, "secret").status, 200);
}
