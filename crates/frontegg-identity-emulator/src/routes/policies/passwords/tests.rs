use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::state::outbox::SentKind;
use crate::testing::{Answer, Emulated};

const POLICY: &str = "/identity/resources/configurations/v1/password";
const HISTORY: &str = "/identity/resources/configurations/v1/password-history-policy";
const ROTATION: &str = "/identity/resources/configurations/v1/password-rotation";
const EMAIL: &str = "a@example.com";

fn emulated() -> Emulated {
    let emulated = Emulated::new();
    emulated.user(
        NewUser::new(EMAIL)
            .id("u-1")
            .password("first")
            .tenant("t-1", &[]),
    );
    emulated
}

fn policy(emulated: &Emulated, body: Value) {
    assert_eq!(emulated.post(POLICY, body).vendor().send().status, 201);
}

fn change(emulated: &Emulated, old: &str, new: &str) -> Answer {
    let login = emulated.log_in(EMAIL, old);
    let body = json!({ "password": old, "newPassword": new });
    emulated
        .post("/identity/resources/users/v1/passwords/change", body)
        .bearer(login.text("accessToken"))
        .send()
}

#[test]
fn each_rule_refuses_in_its_own_words() {
    let emulated = emulated();
    let refused = |rules: Value, new: &str| {
        policy(&emulated, rules);
        let answer = change(&emulated, "first", new);
        assert_eq!(answer.status, 400, "{new}");
        answer.body["errors"][0].as_str().unwrap().to_owned()
    };
    assert!(refused(json!({ "minLength": 5 }), "four").contains("at least 5"));
    assert!(refused(json!({ "maxLength": 6 }), "sevenish").contains("at most 6"));
    let repeated = json!({ "requiredTests": { "checkThreeRepeatedChars": true } });
    assert!(refused(repeated, "aaabc").contains("three times"));
    policy(&emulated, json!({ "maxLength": 40 }));
    assert!(refused(json!({ "blockPwnedPasswords": true }), "password").contains("breach"));
}

#[test]
fn enough_of_the_optional_tests_will_do_and_a_phrase_without_any() {
    let emulated = emulated();
    let tests = json!({ "requireLowercase": true, "requireUppercase": true, "requireNumbers": true, "requireSpecialChars": true });
    policy(&emulated, json!({ "optionalTests": tests }));
    let refused = change(&emulated, "first", "lower");
    assert_eq!(refused.body["errors"].as_array().unwrap().len(), 3);
    policy(&emulated, json!({ "minOptionalTestsToPass": 2 }));
    assert_eq!(change(&emulated, "first", "lower").status, 400);
    assert_eq!(change(&emulated, "first", "lower1").status, 201);
    let phrases = json!({ "allowPassphrases": true, "minPhraseLength": 12 });
    policy(&emulated, phrases);
    assert_eq!(change(&emulated, "lower1", "longenough").status, 400);
    assert_eq!(change(&emulated, "lower1", "horsesbattery").status, 201);
}

#[test]
fn a_reset_and_a_new_user_meet_the_same_rules() {
    let emulated = emulated();
    policy(&emulated, json!({ "minLength": 8 }));
    let passwords = "/identity/resources/users/v1/passwords/reset";
    emulated.post(passwords, json!({ "email": EMAIL })).send();
    let token = emulated.state(|state| {
        let mail = state.outbox.last(SentKind::PasswordReset, EMAIL);
        mail.unwrap().token.clone()
    });
    let reset = |password: &str| {
        let body = json!({ "userId": "u-1", "token": token, "password": password });
        emulated.post(&format!("{passwords}/verify"), body).send()
    };
    assert_eq!(reset("short").status, 400);
    assert_eq!(reset("long enough").status, 201);
    let create = |password: &str| {
        let body = json!({ "email": "b@example.com", "password": password });
        let create = emulated.post("/identity/resources/users/v1", body);
        create.vendor().tenant("t-1").send()
    };
    assert_eq!(create("short").status, 400);
    assert_eq!(create("long enough").status, 201);
}

#[test]
fn a_tenant_can_have_its_own_rules_if_the_environment_lets_it() {
    let emulated = emulated();
    let own = json!({ "minLength": 9 });
    emulated.post(POLICY, own).vendor().tenant("t-1").send();
    let read = || {
        let path = "/identity/resources/users/v1/passwords/config?userId=u-1";
        emulated.get(path).send().body
    };
    assert_eq!(read()["minLength"], 9);
    assert_eq!(change(&emulated, "first", "short").status, 400);
    let deny = json!({ "allowOverridePasswordComplexity": false });
    let path = "/identity/resources/configurations/v1";
    emulated.post(path, deny).vendor().send();
    assert_eq!(read(), json!({ "blockPwnedPasswords": false }));
    assert_eq!(change(&emulated, "first", "short").status, 201);
    let read = emulated.get(POLICY).vendor().tenant("t-1").send();
    assert_eq!(read.body["minLength"], 9);
    assert_eq!(
        emulated.get(POLICY).vendor().send().body,
        json!({ "blockPwnedPasswords": false })
    );
}

#[test]
fn former_passwords_are_refused_as_far_back_as_the_policy_says() {
    let emulated = emulated();
    assert_eq!(emulated.get(HISTORY).vendor().send().status, 404);
    let two = json!({ "enabled": true, "historySize": 2 });
    let made = emulated.post(HISTORY, two.clone()).vendor().send();
    assert_eq!(made.status, 201);
    assert_eq!(emulated.post(HISTORY, two).vendor().send().status, 409);
    change(&emulated, "first", "first").is_refused(400, "Password was used before", None);
    assert_eq!(change(&emulated, "first", "second").status, 201);
    assert_eq!(change(&emulated, "second", "first").status, 400);
    assert_eq!(change(&emulated, "second", "third").status, 201);
    assert_eq!(change(&emulated, "third", "first").status, 201);
    let off = json!({ "enabled": false, "historySize": 2 });
    let patch = emulated.request(Method::PATCH, HISTORY).json(&off);
    assert_eq!(patch.vendor().send().status, 200);
    let vendor = emulated.get(&format!("{HISTORY}/vendor")).vendor().send();
    assert_eq!(vendor.body["enabled"], false);
    assert_eq!(change(&emulated, "first", "first").status, 201);
}

#[test]
fn rotation_lets_passwords_expire() {
    let emulated = emulated();
    for path in [ROTATION.to_owned(), format!("{ROTATION}/vendor")] {
        assert_eq!(emulated.get(&path).vendor().send().status, 404);
    }
    let body = json!({ "isActive": true, "rotationPeriod": 60, "notificationPeriod": 10 });
    let set = emulated.post(ROTATION, body).vendor().send();
    assert_eq!((set.status, set.body), (200, Value::Null));
    let read = emulated.get(ROTATION).vendor().send();
    assert_eq!(read.body["rotationPeriod"], 60);
    let login = emulated.log_in(EMAIL, "first");
    assert_eq!(login.body["passwordExpiresIn"], 60);
    assert_eq!(login.body["notificationPeriod"], 10);
    emulated.service.clock.advance(TimeDelta::hours(1));
    let late = emulated.log_in(EMAIL, "first");
    assert!(late.body["resetPasswordToken"].is_string());
    assert_eq!(late.body.get("accessToken"), None);
    emulated.post(ROTATION, json!({})).vendor().send();
    let login = emulated.log_in(EMAIL, "first");
    assert!(login.body["accessToken"].is_string());
    let own = emulated.post(ROTATION, json!({ "isActive": true, "rotationPeriod": 1 }));
    own.vendor().tenant("t-1").send();
    let late = emulated.log_in(EMAIL, "first");
    assert!(late.body["resetPasswordToken"].is_string());
    let read = emulated.get(ROTATION).vendor().tenant("t-1").send();
    assert_eq!(read.body["tenantId"], "t-1");
}

#[test]
fn those_with_leaked_passwords_get_a_mail() {
    let emulated = emulated();
    emulated.user(
        NewUser::new("b@example.com")
            .password("p")
            .tenant("t-1", &[]),
    );
    emulated.state(|state| state.users.get_mut("u-1").unwrap().is_breached = true);
    let path = "/identity/resources/users/v1/passwords/breached/reset/bulk";
    let other = emulated.request(Method::POST, path).vendor().tenant("t-2");
    assert_eq!(other.send().status, 200);
    assert_eq!(emulated.state(|state| state.outbox.mails().count()), 0);
    let sent = emulated.request(Method::POST, path).vendor().tenant("t-1");
    assert_eq!(sent.send().status, 200);
    let to: Vec<String> =
        emulated.state(|state| state.outbox.mails().map(|mail| mail.to.clone()).collect());
    assert_eq!(to, [EMAIL]);
}

#[test]
fn recovery_works_by_mail() {
    let path = "/identity/resources/configurations/v1/password-recovery/strategies";
    let list = Emulated::new().get(path).send();
    assert_eq!(
        list.body[0],
        json!({ "strategy": "email", "isActive": true })
    );
}
