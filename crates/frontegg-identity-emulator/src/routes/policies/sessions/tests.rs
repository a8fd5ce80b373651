use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const PATH: &str = "/identity/resources/configurations/sessions/v1";
const EMAIL: &str = "a@example.com";

fn emulated(rules: Value) -> Emulated {
    let emulated = Emulated::with(|settings| settings.refresh_token_in_body = true);
    emulated.user(NewUser::new(EMAIL).password("p").tenant("t-1", &[]));
    let set = emulated.post(PATH, rules).vendor().tenant("t-1").send();
    assert_eq!((set.status, set.body), (201, Value::Null));
    emulated
}

fn refresh(emulated: &Emulated, answer: &Answer) -> Answer {
    let body = json!({ "refreshToken": answer.text("refreshToken") });
    emulated
        .post("/identity/resources/auth/v1/user/token/refresh", body)
        .send()
}

fn timeout(name: &str, is_active: bool) -> Value {
    json!({ name: { "isActive": is_active, "timeout": 100 } })
}

#[test]
fn an_idle_session_ends_and_a_busy_one_does_not() {
    let emulated = emulated(timeout("sessionIdleTimeoutConfiguration", true));
    let mut last = emulated.log_in(EMAIL, "p");
    for _ in 0..3 {
        emulated.service.clock.advance(TimeDelta::seconds(90));
        last = refresh(&emulated, &last);
        assert_eq!(last.status, 200);
    }
    emulated.service.clock.advance(TimeDelta::seconds(100));
    assert_eq!(refresh(&emulated, &last).status, 401);
}

#[test]
fn a_session_has_an_end_however_busy() {
    let emulated = emulated(timeout("sessionTimeoutConfiguration", true));
    let mut last = emulated.log_in(EMAIL, "p");
    emulated.service.clock.advance(TimeDelta::seconds(60));
    last = refresh(&emulated, &last);
    assert_eq!(last.status, 200);
    emulated.service.clock.advance(TimeDelta::seconds(40));
    assert_eq!(refresh(&emulated, &last).status, 401);
}

#[test]
fn an_old_session_ends_at_its_refresh_if_the_rule_came_later() {
    let emulated = emulated(timeout("sessionTimeoutConfiguration", false));
    let login = emulated.log_in(EMAIL, "p");
    emulated.service.clock.advance(TimeDelta::seconds(200));
    let rules = timeout("sessionTimeoutConfiguration", true);
    emulated.post(PATH, rules).vendor().tenant("t-1").send();
    refresh(&emulated, &login).is_refused(401, "Session not found", None);
    assert_eq!(refresh(&emulated, &login).status, 401);
}

#[test]
fn the_oldest_sessions_make_room() {
    let rules = json!({ "sessionConcurrentConfiguration": { "isActive": true, "maxSessions": 2 } });
    let emulated = emulated(rules);
    let logins: Vec<Answer> = (0..3).map(|_| emulated.log_in(EMAIL, "p")).collect();
    let statuses: Vec<u16> = logins
        .iter()
        .map(|login| refresh(&emulated, login).status)
        .collect();
    assert_eq!(statuses, [401, 200, 200]);
}

#[test]
fn a_tenant_without_rules_has_those_of_the_environment() {
    let emulated = emulated(json!({}));
    let rules = timeout("sessionIdleTimeoutConfiguration", true);
    emulated.post(PATH, rules.clone()).vendor().send();
    assert_eq!(emulated.get(PATH).vendor().send().body, json!({}));
    let vendor = emulated.get(&format!("{PATH}/vendor")).vendor().send();
    assert_eq!(vendor.body, rules);
    let login = emulated.log_in(EMAIL, "p");
    emulated.service.clock.advance(TimeDelta::seconds(100));
    assert_eq!(refresh(&emulated, &login).status, 401);
    let own = timeout("sessionIdleTimeoutConfiguration", false);
    emulated
        .post(PATH, own.clone())
        .vendor()
        .tenant("t-1")
        .send();
    let read = emulated.get(PATH).vendor().tenant("t-1").send();
    assert_eq!(read.body, own);
    let login = emulated.log_in(EMAIL, "p");
    emulated.service.clock.advance(TimeDelta::seconds(100));
    assert_eq!(refresh(&emulated, &login).status, 200);
}

#[test]
fn a_user_reads_the_rules_of_the_own_tenant_and_not_those_of_the_environment() {
    let rules = timeout("sessionIdleTimeoutConfiguration", true);
    let emulated = emulated(rules.clone());
    let login = emulated.log_in(EMAIL, "p");
    let token = login.text("accessToken");
    assert_eq!(emulated.get(PATH).bearer(token).send().body, rules);
    let vendor = emulated.get(&format!("{PATH}/vendor")).bearer(token);
    vendor.send().is_refused(404, "Not Found", Some("ER-00004"));
}
