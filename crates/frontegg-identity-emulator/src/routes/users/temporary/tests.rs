use chrono::TimeDelta;
use http::Method;
use serde_json::{Value, json};

use super::super::tests::with;
use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const TEMPORARY: &str = "/identity/resources/users/temporary/v1";
const EMAIL: &str = "ann@example.com";

fn ann() -> Emulated {
    let emulated = with(|_| {});
    let user = NewUser::new(EMAIL).id("u-1").password("x");
    emulated.user(user.tenant("t-1", &[]).tenant("t-2", &[]));
    emulated
}

fn limit(emulated: &Emulated, seconds: i64) -> Answer {
    let sending = emulated.request(Method::PUT, &format!("{TEMPORARY}/u-1"));
    let body = json!({ "expirationInSeconds": seconds });
    sending.json(&body).vendor().send()
}

#[test]
fn a_user_is_out_when_the_time_is_up_unless_it_is_lifted() {
    let emulated = ann();
    let limited = limit(&emulated, 600);
    assert_eq!(
        (limited.status, &limited.body),
        (201, &json!({ "expirationInSeconds": 600 }))
    );
    let path = format!("{TEMPORARY}/u-1");
    let lift = || emulated.request(Method::DELETE, &path).vendor();
    let lifted = lift().tenant("t-2").send();
    assert_eq!((lifted.status, lifted.body), (200, Value::Null));
    emulated.service.clock.advance(TimeDelta::seconds(600));
    let login = emulated.log_in(EMAIL, "x");
    assert_eq!(emulated.claims(&login)["tenantId"], "t-2");
    limit(&emulated, 300);
    emulated.service.clock.advance(TimeDelta::seconds(300));
    assert_eq!(emulated.log_in(EMAIL, "x").status, 401);
    lift().send();
    assert_eq!(emulated.log_in(EMAIL, "x").status, 200);
    lift()
        .tenant("t-3")
        .send()
        .is_refused(404, "User not found", None);
}

#[test]
fn times_too_short_or_too_long_are_refused() {
    let emulated = ann();
    assert_eq!(limit(&emulated, 299).status, 400);
    limit(&emulated, i64::MAX).is_refused(400, "expirationInSeconds is out of range", None);
    limit(&emulated, 9_000_000_000_000).is_refused(
        400,
        "expirationInSeconds is out of range",
        None,
    );
}

#[test]
fn temporary_users_can_be_turned_off() {
    let emulated = ann();
    let path = format!("{TEMPORARY}/configuration");
    let read = || emulated.get(&path).vendor().send().body;
    assert_eq!(read(), json!({ "enabled": true }));
    let off = json!({ "enabled": false });
    let put = || emulated.request(Method::PUT, &path).json(&off);
    let login = emulated.log_in(EMAIL, "x");
    put()
        .bearer(login.text("accessToken"))
        .send()
        .is_refused(404, "Not Found", Some("ER-00004"));
    assert_eq!(put().vendor().send().body, off);
    assert_eq!(read(), off);
    limit(&emulated, 600).is_refused(403, "Temporary users are disabled", None);
    let body = json!({ "email": "bea@example.com", "expirationInSeconds": 600 });
    let sending = emulated.post("/identity/resources/users/v2", body);
    let created = sending.vendor().tenant("t-1").send();
    created.is_refused(403, "Temporary users are disabled", None);
}
