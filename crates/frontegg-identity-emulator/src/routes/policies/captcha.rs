//! The captcha policy. No captcha is ever checked: that would need the network.

use serde_json::{Value, json};

use crate::http::{Refusal, Reply};
use crate::routes::documents::{changed, fresh, members, read, set_already, with, without};
use crate::routes::{Call, Handler};
use crate::state::documents::{ENVIRONMENT, Kind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_captcha_policy", create),
    ("set_captcha_policy", replace),
    ("get_captcha_policy", get),
    ("get_public_captcha_policy", public),
];

const MEMBERS: &[&str] = &[
    "enabled",
    "siteKey",
    "secretKey",
    "minScore",
    "ignoredEmails",
];

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let body = checked(call)?;
    let mut state = call.state();
    if state.documents.get(Kind::Captcha, ENVIRONMENT).is_some() {
        return Err(set_already());
    }
    let document = fresh(call, &body);
    state
        .documents
        .set(Kind::Captcha, ENVIRONMENT, document.clone());
    Ok(Reply::created(&document))
}

fn replace(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let body = checked(call)?;
    let mut state = call.state();
    let document = match state.documents.get(Kind::Captcha, ENVIRONMENT) {
        Some(old) => changed(call, old, &body),
        None => fresh(call, &body),
    };
    state
        .documents
        .set(Kind::Captcha, ENVIRONMENT, document.clone());
    Ok(Reply::ok(&document))
}

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    read(call, Kind::Captcha, ENVIRONMENT)
}

/// What a login page has to know.
fn public(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let policy = state.documents.get(Kind::Captcha, ENVIRONMENT);
    let hidden = ["secretKey", "minScore", "ignoredEmails"];
    Ok(Reply::ok(&policy.map_or_else(
        || json!({ "enabled": false }),
        |policy| without(policy, &hidden),
    )))
}

/// The members of the body. A key pair of reCAPTCHA has 40 characters each and starts with `6L`; only that can be checked here.
fn checked(call: &Call<'_>) -> Result<Value, Refusal> {
    let is_key = |name| {
        call.text(name).is_some_and(|key| {
            let is_fit = |letter: u8| letter.is_ascii_alphanumeric() || b"-_".contains(&letter);
            key.len() == 40 && key.starts_with("6L") && key.bytes().all(is_fit)
        })
    };
    if !is_key("siteKey") {
        return Err(Refusal::bad_request("Site key must be valid"));
    }
    Ok(with(
        json!({ "ignoredEmails": [] }),
        &members(call.body, MEMBERS),
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Emulated;

    const PATH: &str = "/identity/resources/configurations/v1/captcha-policy";
    const KEY: &str = "6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI";

    #[test]
    fn the_policy_is_made_once_and_shown_to_all_in_part() {
        let emulated = Emulated::new();
        let body = |key: &str, score: f64| json!({ "enabled": true, "siteKey": key, "secretKey": KEY, "minScore": score });
        assert_eq!(emulated.get(PATH).vendor().send().status, 404);
        assert_eq!(
            emulated.get(&format!("{PATH}/public")).send().body,
            json!({ "enabled": false })
        );
        emulated
            .post(PATH, body("nonsense", 0.5))
            .vendor()
            .send()
            .is_refused(400, "Site key must be valid", None);
        let made = emulated.post(PATH, body(KEY, 0.5)).vendor().send();
        assert_eq!((made.status, &made.body["minScore"]), (201, &json!(0.5)));
        let again = emulated.post(PATH, body(KEY, 0.5)).vendor().send();
        again.is_refused(409, "Policy already exists", None);
        let put = emulated
            .request(http::Method::PUT, PATH)
            .json(&body(KEY, 0.9))
            .vendor()
            .send();
        assert_eq!((put.status, &put.body["id"]), (200, &made.body["id"]));
        let read = emulated.get(PATH).vendor().send();
        assert_eq!(read.body["minScore"], 0.9);
        let public = emulated.get(&format!("{PATH}/public")).send();
        assert_eq!(public.body["siteKey"], KEY);
        assert_eq!(public.body.get("secretKey"), None);
    }

    #[test]
    fn put_makes_the_first_policy_too() {
        let emulated = Emulated::new();
        let body = json!({ "enabled": true, "siteKey": KEY, "secretKey": KEY, "minScore": 0.1, "ignoredEmails": ["a@b.c"] });
        let put = emulated.request(http::Method::PUT, PATH).json(&body);
        let put = put.vendor().send();
        assert_eq!(
            (put.status, &put.body["ignoredEmails"]),
            (200, &json!(["a@b.c"]))
        );
    }
}
