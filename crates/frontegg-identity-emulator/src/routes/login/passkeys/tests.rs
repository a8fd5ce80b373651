use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::devices::{AuthenticatorFault, SoftwareAuthenticator};
use crate::settings::Settings;
use crate::state::NewUser;
use crate::testing::{Answer, Emulated};

const DEVICES: &str = "/identity/resources/users/webauthn/v1/devices";
const LOGIN: &str = "/identity/resources/auth/v1/webauthn";
const EMAIL: &str = "ann@example.com";
const REFUSAL: &str = "Invalid authentication";

/// A service with Ann, who is signed in.
struct Ann {
    emulated: Emulated,
    token: String,
    authenticator: SoftwareAuthenticator,
}

impl Ann {
    fn new(change: impl FnOnce(&mut Settings)) -> Self {
        let emulated = Emulated::with(change);
        emulated.user(NewUser::new(EMAIL).id("u-1").password("secret"));
        let token = emulated.token_of(EMAIL, "secret");
        Self {
            emulated,
            token,
            authenticator: SoftwareAuthenticator::new("http://127.0.0.1:4000"),
        }
    }

    fn ask_to_register(&self) -> (Value, String) {
        let asked = self
            .emulated
            .post(DEVICES, json!({}))
            .bearer(&self.token)
            .send();
        assert_eq!(asked.status, 200, "{}", asked.body);
        (asked.body["options"].clone(), cookie(&asked))
    }

    fn register(&self, answer: &Value, cookie: &str) -> Answer {
        self.emulated
            .post(&format!("{DEVICES}/verify"), answer.clone())
            .bearer(&self.token)
            .cookie(&name(&self.emulated), cookie)
            .send()
    }

    fn with_passkey(change: impl FnOnce(&mut Settings)) -> Self {
        let mut ann = Self::new(change);
        let (options, cookie) = ann.ask_to_register();
        let answer = ann.authenticator.register(&options).unwrap();
        let registered = ann.register(&answer, &cookie);
        assert_eq!((registered.status, registered.body), (200, Value::Null));
        ann
    }

    fn ask(&self, body: Value) -> (Value, String) {
        let asked = self
            .emulated
            .post(&format!("{LOGIN}/prelogin"), body)
            .send();
        assert_eq!(asked.status, 200, "{}", asked.body);
        let options = asked.body.get("options").unwrap_or(&asked.body);
        (options.clone(), cookie(&asked))
    }

    fn answer(&self, answer: &Value, cookie: &str) -> Answer {
        self.emulated
            .post(&format!("{LOGIN}/postlogin"), answer.clone())
            .cookie(&name(&self.emulated), cookie)
            .send()
    }

    fn keys(&self) -> Value {
        let listed = self.emulated.get(DEVICES).bearer(&self.token).send();
        assert_eq!(listed.status, 200);
        listed.body["devices"].clone()
    }
}

fn name(emulated: &Emulated) -> String {
    let client_id = &emulated.service.settings().client_id;
    format!("fe_webauthn_{}", client_id.replacen('-', "", 1))
}

fn cookie(answer: &Answer) -> String {
    let (_, value, _) = answer.set_cookie("fe_webauthn_").unwrap();
    value.to_owned()
}

fn is_refused(answer: &Answer, reason: &str) {
    answer.is_refused(401, REFUSAL, None);
    assert_eq!(answer.body["context"]["reason"], reason);
}

#[test]
fn a_passkey_signs_in_whether_or_not_the_user_is_named() {
    let mut ann = Ann::with_passkey(|_| {});
    for (body, is_named) in [
        (json!({}), false),
        (json!({ "email": EMAIL }), true),
        (json!({ "userId": "u-1" }), true),
    ] {
        let (options, cookie) = ann.ask(body);
        assert_eq!(options.get("allowCredentials").is_some(), is_named);
        assert_eq!(options["rpId"], "127.0.0.1");
        let answer = ann.authenticator.assert(&options).unwrap();
        let login = ann.answer(&answer, &cookie);
        assert_eq!(login.status, 200, "{}", login.body);
        assert_eq!(login.text("userId"), "u-1");
        assert_eq!(ann.emulated.claims(&login)["amr"], json!(["hwk"]));
        assert!(login.set_cookie("fe_refresh_").is_some());
        assert_eq!(login.set_cookie("fe_webauthn_").unwrap().1, "");
    }
}

#[test]
fn without_a_user_handle_the_key_itself_says_whose_it_is() {
    let mut ann = Ann::with_passkey(|_| {});
    let (options, cookie) = ann.ask(json!({}));
    let mut answer = ann.authenticator.assert(&options).unwrap();
    answer["response"]["userHandle"] = json!("");
    assert_eq!(ann.answer(&answer, &cookie).status, 200);
}

#[test]
fn options_may_be_flat() {
    let ann = Ann::new(|settings| settings.flat_passkey_options = true);
    let asked = ann
        .emulated
        .post(&format!("{LOGIN}/prelogin"), json!({}))
        .send();
    assert!(asked.body["challenge"].is_string());
    assert!(asked.body.get("options").is_none());
}

#[test]
fn an_unknown_user_is_asked_like_one_without_passkeys() {
    let ann = Ann::new(|_| {});
    let mut known = ann.ask(json!({ "email": EMAIL })).0;
    let mut unknown = ann.ask(json!({ "email": "nobody@example.com" })).0;
    known["challenge"].take();
    unknown["challenge"].take();
    assert_eq!(known, unknown);
}

#[test]
fn a_faulty_answer_of_an_authenticator_is_seen() {
    let mut ann = Ann::with_passkey(|_| {});
    for (fault, reason) in [
        (
            AuthenticatorFault::WrongChallenge,
            "answer to another challenge",
        ),
        (
            AuthenticatorFault::WrongOrigin,
            "answer from another origin",
        ),
        (
            AuthenticatorFault::WrongRelyingParty,
            "answer to another relying party",
        ),
        (
            AuthenticatorFault::FlippedSignature,
            "signature does not fit",
        ),
        (AuthenticatorFault::UserAbsent, "user was not present"),
    ] {
        let (options, cookie) = ann.ask(json!({}));
        let answer = ann
            .authenticator
            .assert_with_fault(&options, fault)
            .unwrap();
        is_refused(&ann.answer(&answer, &cookie), reason);
    }
}

#[test]
fn a_counter_that_was_seen_has_to_grow() {
    let mut ann = Ann::with_passkey(|_| {});
    for _ in 0..2 {
        let (options, cookie) = ann.ask(json!({}));
        let answer = ann.authenticator.assert(&options).unwrap();
        assert_eq!(ann.answer(&answer, &cookie).status, 200);
    }
    let (options, cookie) = ann.ask(json!({}));
    let answer = ann
        .authenticator
        .assert_with_fault(&options, AuthenticatorFault::CounterGoesBack)
        .unwrap();
    is_refused(
        &ann.answer(&answer, &cookie),
        "signature counter did not grow",
    );
}

#[test]
fn a_question_has_one_answer_in_time_and_with_its_cookie() {
    let mut ann = Ann::with_passkey(|_| {});
    let (options, cookie) = ann.ask(json!({}));
    let answer = ann.authenticator.assert(&options).unwrap();
    let bare = ann
        .emulated
        .post(&format!("{LOGIN}/postlogin"), answer.clone())
        .send();
    is_refused(&bare, "answer to another challenge");
    assert_eq!(ann.answer(&answer, &cookie).status, 200);
    is_refused(&ann.answer(&answer, &cookie), "answer to another challenge");
    let (options, cookie) = ann.ask(json!({}));
    let answer = ann.authenticator.assert(&options).unwrap();
    ann.emulated.service.clock.advance(TimeDelta::minutes(5));
    is_refused(&ann.answer(&answer, &cookie), "answer to another challenge");
}

#[test]
fn the_question_to_one_user_is_not_answered_by_another() {
    let mut ann = Ann::with_passkey(|_| {});
    let (options, _) = ann.ask(json!({}));
    ann.emulated.user(NewUser::new("bob@example.com").id("u-2"));
    ann.emulated.state(|state| {
        let mut key = state.users.get("u-1").unwrap().passkeys[0].clone();
        key.credential.id = "AAAA".to_owned();
        state.users.get_mut("u-2").unwrap().passkeys.push(key);
    });
    let (theirs, cookie) = ann.ask(json!({ "email": "bob@example.com" }));
    let mut asked = options;
    asked["challenge"] = theirs["challenge"].clone();
    let answer = ann.authenticator.assert(&asked).unwrap();
    is_refused(
        &ann.answer(&answer, &cookie),
        "answer of another credential",
    );
}

#[test]
fn a_policy_that_asks_everybody_asks_here_too() {
    let mut ann = Ann::with_passkey(|_| {});
    ann.emulated.state(|state| state.mfa.force());
    let (options, cookie) = ann.ask(json!({}));
    let answer = ann.authenticator.assert(&options).unwrap();
    let login = ann.answer(&answer, &cookie);
    assert_eq!(
        (login.status, &login.body["mfaRequired"]),
        (200, &json!(true))
    );
    assert!(login.body.get("accessToken").is_none());
    assert!(login.set_cookie("fe_refresh_").is_none());
}

#[test]
fn a_locked_user_stays_out() {
    let mut ann = Ann::with_passkey(|_| {});
    ann.emulated
        .state(|state| state.users.get_mut("u-1").unwrap().is_locked = true);
    let (options, cookie) = ann.ask(json!({}));
    let answer = ann.authenticator.assert(&options).unwrap();
    assert_eq!(ann.answer(&answer, &cookie).status, 423);
}

#[test]
fn passkeys_are_listed_and_deleted() {
    let mut ann = Ann::with_passkey(|_| {});
    let keys = ann.keys();
    assert_eq!(keys.as_array().unwrap().len(), 1);
    assert!(keys[0]["createdAt"].is_string());
    let path = format!("{DEVICES}/{}", keys[0]["id"].as_str().unwrap());
    let delete = || {
        ann.emulated
            .request(http::Method::DELETE, &path)
            .bearer(&ann.token)
            .send()
    };
    assert_eq!(delete().status, 200);
    delete().is_refused(404, "Device not found", None);
    assert_eq!(ann.keys(), json!([]));
    let (options, cookie) = ann.ask(json!({}));
    let answer = ann.authenticator.assert(&options).unwrap();
    is_refused(
        &ann.answer(&answer, &cookie),
        "answer of another credential",
    );
}

#[test]
fn the_kind_of_a_passkey_is_what_the_client_says() {
    let mut ann = Ann::new(|_| {});
    for (member, value, kind) in [
        ("deviceType", "CrossPlatform", "CrossPlatform"),
        ("deviceType", "Platform", "Platform"),
        ("authenticatorAttachment", "platform", "Platform"),
        ("authenticatorAttachment", "cross-platform", "CrossPlatform"),
    ] {
        let (options, cookie) = ann.ask_to_register();
        let mut authenticator = SoftwareAuthenticator::new("http://127.0.0.1:4000");
        let mut answer = authenticator.register(&options).unwrap();
        answer["authenticatorAttachment"].take();
        answer[member] = json!(value);
        assert_eq!(ann.register(&answer, &cookie).status, 200);
        let keys = ann.keys();
        assert_eq!(keys.as_array().unwrap().last().unwrap()["deviceType"], kind);
    }
    let (options, _) = ann.ask_to_register();
    assert_eq!(options["excludeCredentials"].as_array().unwrap().len(), 4);
    assert!(ann.authenticator.register(&options).is_ok());
}

#[test]
fn a_faulty_registration_leaves_no_passkey() {
    let mut ann = Ann::new(|_| {});
    for fault in [
        AuthenticatorFault::WrongChallenge,
        AuthenticatorFault::WrongOrigin,
        AuthenticatorFault::WrongRelyingParty,
        AuthenticatorFault::UserAbsent,
    ] {
        let (options, cookie) = ann.ask_to_register();
        let answer = ann
            .authenticator
            .register_with_fault(&options, fault)
            .unwrap();
        ann.register(&answer, &cookie)
            .is_refused(401, REFUSAL, None);
    }
    assert_eq!(ann.keys(), json!([]));
}

#[test]
fn a_registration_is_for_the_user_who_asked_and_for_a_new_key() {
    let mut ann = Ann::new(|_| {});
    let bob = NewUser::new("bob@example.com").password("secret");
    ann.emulated.user(bob);
    let bob = ann.emulated.log_in("bob@example.com", "secret");
    let (options, cookie) = ann.ask_to_register();
    let answer = ann.authenticator.register(&options).unwrap();
    let hers = std::mem::replace(&mut ann.token, bob.text("accessToken").to_owned());
    is_refused(
        &ann.register(&answer, &cookie),
        "credential of another user",
    );
    ann.token = hers;
    is_refused(
        &ann.register(&answer, &cookie),
        "answer to another challenge",
    );
}

#[test]
fn registering_needs_a_user() {
    let ann = Ann::new(|_| {});
    let nobody = ann.emulated.post(DEVICES, json!({})).send();
    nobody.is_refused(401, "Unauthorized", None);
    let stranger = ann
        .emulated
        .get(DEVICES)
        .vendor()
        .header("frontegg-user-id", "u-9")
        .send();
    stranger.is_refused(404, "User not found", None);
}

#[test]
fn pages_of_the_machine_and_of_the_environment_may_answer() {
    for (page, origin, expected) in [
        ("http://localhost:3000", Some("http://localhost:3000"), 200),
        ("http://localhost:3000", None, 401),
        ("https://app-emulator.frontegg.com", None, 200),
        ("https://other.example", Some("https://other.example"), 401),
    ] {
        let ann = Ann::new(|_| {});
        let (options, cookie) = ann.ask_to_register();
        let answer = SoftwareAuthenticator::new(page).register(&options).unwrap();
        let mut sending = ann
            .emulated
            .post(&format!("{DEVICES}/verify"), answer)
            .bearer(&ann.token)
            .cookie(&name(&ann.emulated), &cookie);
        if let Some(origin) = origin {
            sending = sending.header("origin", origin);
        }
        assert_eq!(sending.send().status, expected, "{page} {origin:?}");
    }
}
