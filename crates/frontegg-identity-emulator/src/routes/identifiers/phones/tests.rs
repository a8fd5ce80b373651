use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::outbox::SentKind;
use crate::testing::{Answer, Emulated};

const PHONES: &str = "/identity/resources/users/phone-numbers";
const USERS: &str = "/identity/resources/users/v1";
const EMAIL: &str = "ann@example.com";
const NUMBER: &str = "+15550100";

struct Ann {
    emulated: Emulated,
    token: String,
}

impl Ann {
    fn new() -> Self {
        let emulated = Emulated::new();
        emulated.user(NewUser::new(EMAIL).id("u-1").password("secret"));
        let bea = NewUser::new("bea@example.com").id("u-2").password("secret");
        emulated.user(bea.phone("+15550199"));
        let token = emulated.token_of(EMAIL, "secret");
        Self { emulated, token }
    }

    fn post(&self, path: &str, body: Value) -> Answer {
        self.emulated.post(path, body).bearer(&self.token).send()
    }

    fn code(&self, to: &str) -> String {
        let sent = self.emulated.sent(SentKind::Verification, to);
        sent.and_then(|sent| sent.code).expect("a code")
    }

    fn add(&self) -> Answer {
        self.post(&format!("{PHONES}/v1"), json!({ "phoneNumber": NUMBER }))
    }

    fn verify(&self, token: &Value, code: &str) -> Answer {
        let body = json!({ "otcToken": token, "code": code });
        self.post(&format!("{PHONES}/v1/verify"), body)
    }

    fn mine(&self) -> Vec<Value> {
        let path = format!("{PHONES}/v1/me");
        let answer = self.emulated.get(&path).bearer(&self.token).send();
        answer.body.as_array().unwrap().clone()
    }

    fn is_found(&self, number: &str) -> bool {
        self.emulated
            .state(|state| state.users.by_phone(number).is_some())
    }

    fn vendor(&self, method: Method, path: &str) -> crate::testing::Sending<'_> {
        self.emulated
            .request(method, &format!("{PHONES}{path}"))
            .vendor()
    }
}

#[test]
fn a_number_is_verified_by_the_code_of_the_sms() {
    let ann = Ann::new();
    let added = ann.add();
    assert_eq!(added.status, 201, "{}", added.body);
    assert!(!ann.is_found(NUMBER));
    let token = &added.body["otcToken"];
    ann.verify(token, "wrong")
        .is_refused(400, "Invalid code", None);
    let code = ann.code(NUMBER);
    assert_eq!(ann.verify(token, &code).status, 200);
    ann.verify(token, &code)
        .is_refused(400, "Token is not valid", None);
    assert!(ann.is_found(NUMBER));
    assert_eq!(ann.mine()[0]["verified"], true);
    assert_eq!(ann.emulated.state(|state| state.outbox.mails().count()), 0);
}

#[test]
fn numbers_have_a_form_and_one_owner() {
    let ann = Ann::new();
    let add = |number: &str| ann.post(&format!("{PHONES}/v1"), json!({ "phoneNumber": number }));
    for bad in ["15550100", "+0555010", "+1555x", "+1"] {
        add(bad).is_refused(400, "phoneNumber must be a valid phone number", None);
    }
    add("+1555-0199").is_refused(409, "Phone number already exists", None);
    let quiet = json!({ "phoneNumber": NUMBER, "verify": false });
    let quiet = ann.post(&format!("{PHONES}/v1"), quiet);
    assert_eq!((quiet.status, quiet.body), (201, json!({})));
    assert_eq!(
        ann.emulated.state(|state| state.outbox.messages().count()),
        0
    );
}

#[test]
fn a_code_is_sent_again_or_before_the_number_is_stored() {
    let ann = Ann::new();
    let start = |number: &str| {
        let body = json!({ "phoneNumber": number });
        ann.post(&format!("{PHONES}/v1/preverify"), body)
    };
    let started = start(NUMBER);
    assert!(ann.mine().is_empty());
    ann.verify(&started.body["otcToken"], &ann.code(NUMBER));
    assert!(ann.is_found(NUMBER));
    assert_eq!(start(NUMBER).status, 200);
    assert_eq!(start("+15550199").status, 409);
    let late = start("+15550101");
    ann.emulated.service.clock.advance(TimeDelta::minutes(10));
    let late = ann.verify(&late.body["otcToken"], &ann.code("+15550101"));
    late.is_refused(400, "Code has expired", None);
}

#[test]
fn a_code_is_good_for_the_user_who_asked() {
    let ann = Ann::new();
    let token = ann.add().body["otcToken"].clone();
    let bea = ann.emulated.log_in("bea@example.com", "secret");
    let body = json!({ "otcToken": token, "code": ann.code(NUMBER) });
    let path = format!("{PHONES}/v1/verify");
    let stolen = ann
        .emulated
        .post(&path, body)
        .bearer(bea.text("accessToken"));
    stolen.send().is_refused(400, "Token is not valid", None);
}

#[test]
fn a_number_goes_after_a_code_to_it() {
    let ann = Ann::new();
    let token = ann.add().body["otcToken"].clone();
    ann.verify(&token, &ann.code(NUMBER));
    let id = ann.mine()[0]["id"].as_str().unwrap().to_owned();
    let start = |id: &str| {
        let path = format!("{PHONES}/v1/{id}");
        let sending = ann.emulated.request(Method::DELETE, &path);
        sending.bearer(&ann.token).send()
    };
    assert_eq!(start("other").status, 404);
    let started = start(&id);
    assert_eq!(ann.mine().len(), 1);
    let finish = |code: &str| {
        let body = json!({ "otcToken": started.body["otcToken"], "code": code });
        ann.post(&format!("{PHONES}/v1/{id}/delete/verify"), body)
    };
    finish("wrong").is_refused(400, "Invalid code", None);
    assert_eq!(finish(&ann.code(NUMBER)).status, 200);
    assert!(ann.mine().is_empty() && !ann.is_found(NUMBER));
}

#[test]
fn the_environment_adds_and_removes_without_a_code() {
    let ann = Ann::new();
    let add = |user: &str| {
        let sending = ann.vendor(Method::POST, &format!("/v1/vendor/{user}"));
        sending.json(&json!({ "phoneNumber": NUMBER })).send()
    };
    assert_eq!((add("nobody").status, add("u-1").status), (404, 201));
    assert_eq!(add("u-2").status, 409);
    assert_eq!(ann.mine()[0]["verified"], true);
    let id = ann.mine()[0]["id"].as_str().unwrap().to_owned();
    let remove = |user: &str| {
        let path = format!("/v1/vendor/{user}/{id}");
        ann.vendor(Method::DELETE, &path).send().status
    };
    assert_eq!(
        (remove("u-2"), remove("u-1"), remove("u-1")),
        (404, 200, 404)
    );
    assert_eq!(
        ann.emulated.state(|state| state.outbox.messages().count()),
        0
    );
    let by_user = ann.post(
        &format!("{PHONES}/v1/vendor/u-1"),
        json!({ "phoneNumber": NUMBER }),
    );
    assert_eq!(by_user.status, 404);
}

#[test]
fn numbers_are_listed_in_pages() {
    let ann = Ann::new();
    ann.add();
    for version in ["v1", "v2"] {
        let count = |query: &str| {
            let answer = ann
                .vendor(Method::GET, &format!("/{version}{query}"))
                .send();
            answer.body["_metadata"]["totalItems"].clone()
        };
        assert_eq!(count(""), 2);
        assert_eq!(count("?_phoneNumber=0199&_sortBy=phoneNumber"), 1);
    }
    let of_ann = ann.vendor(Method::GET, "/v2?userIds=u-1").send();
    assert_eq!(of_ann.body["items"][0]["phoneNumber"], NUMBER);
}

#[test]
fn a_number_is_changed_by_a_code_to_the_new_one() {
    let ann = Ann::new();
    ann.emulated.state(|state| {
        state
            .users
            .rename("u-1", |names| names.phone = Some("+15550111".to_owned()));
    });
    let start =
        |number: &str| ann.post(&format!("{USERS}/phone"), json!({ "phoneNumber": number }));
    assert_eq!(start("+15550199").status, 409);
    let started = start(NUMBER);
    let finish = |code: &str| {
        let body = json!({ "changePhoneId": started.body["changePhoneId"], "code": code });
        ann.post(&format!("{USERS}/phone/verify"), body)
    };
    finish("wrong").is_refused(400, "Invalid code", None);
    assert_eq!(finish(&ann.code(NUMBER)).status, 200);
    assert!(ann.is_found(NUMBER) && !ann.is_found("+15550111"));
}

#[test]
fn a_lost_number_is_replaced_by_way_of_the_mail() {
    let ann = Ann::new();
    let post = |path: &str, body: Value| ann.emulated.post(path, body).send();
    let start = |email: &str| post(&format!("{USERS}/phone/reset"), json!({ "email": email }));
    assert!(
        !start("nobody@example.com")
            .text("resetPhoneNumberToken")
            .is_empty()
    );
    let started = start(EMAIL);
    let verify = |code: &str| {
        let token = &started.body["resetPhoneNumberToken"];
        let body = json!({ "resetPhoneNumberToken": token, "code": code });
        post(&format!("{USERS}/phone/reset/verify"), body)
    };
    verify("wrong").is_refused(400, "Invalid code", None);
    let leave = verify(&ann.code(EMAIL));
    let finish = |number: &str| {
        let token = &leave.body["changePhoneNumberToken"];
        let body = json!({ "changePhoneNumberToken": token, "phoneNumber": number });
        let path = format!("{USERS}/phone/change");
        ann.emulated.request(Method::PUT, &path).json(&body).send()
    };
    assert_eq!(finish("+15550199").status, 409);
    assert_eq!(finish(NUMBER).status, 200);
    finish("+15550112").is_refused(400, "Token is not valid", None);
    assert_eq!(ann.mine()[0]["verified"], false);
    assert!(ann.is_found(NUMBER));
}
