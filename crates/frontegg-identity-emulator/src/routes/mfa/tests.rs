//! What the tests of second factors have in common, and those of the challenge itself.

use serde_json::{Value, json};

use crate::crypto::totp;
use crate::devices::SoftwareAuthenticator;
use crate::settings::Settings;
use crate::state::NewUser;
use crate::state::mfa::{Authenticator, Phone};
use crate::state::mfa_rules::Strategy;
use crate::state::outbox::SentKind;
use crate::testing::{Answer, Emulated};

pub(super) const EMAIL: &str = "ann@example.com";
pub(super) const PASSWORD: &str = "Correct-Horse-7";
pub(super) const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
pub(super) const NUMBER: &str = "+15550100199";
pub(super) const LOGIN_MFA: &str = "/identity/resources/auth/v1/user/mfa";
pub(super) const OWN_MFA: &str = "/identity/resources/users/v1/mfa";

pub(super) fn emulated() -> Emulated {
    with(|_| {})
}

/// A service with the user `u-1`, who has no second factor.
pub(super) fn with(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = Emulated::with(change);
    emulated.user(NewUser::new(EMAIL).id("u-1").password(PASSWORD));
    emulated
}

/// As [`emulated`]; the user has the app `d-1` and the phone `d-2`.
pub(super) fn enrolled() -> Emulated {
    enrolled_with(|_| {})
}

pub(super) fn enrolled_with(change: impl FnOnce(&mut Settings)) -> Emulated {
    let emulated = with(change);
    emulated.state(|state| {
        let factors = &mut state.users.get_mut("u-1").unwrap().factors;
        factors.authenticators.push(Authenticator {
            id: "d-1".to_owned(),
            ..Authenticator::new(SECRET)
        });
        factors.phones.push(Phone {
            id: "d-2".to_owned(),
            number: NUMBER.to_owned(),
        });
        factors.recovery_code = Some("ABCD2345".to_owned());
    });
    emulated
}

pub(super) fn browser() -> SoftwareAuthenticator {
    SoftwareAuthenticator::new("http://127.0.0.1:4000")
}

impl Emulated {
    /// Logs the user in up to the challenge.
    pub(super) fn challenged(&self) -> Answer {
        let answer = self.log_in(EMAIL, PASSWORD);
        assert_eq!(answer.body["mfaRequired"], true, "{}", answer.body);
        assert!(answer.body.get("accessToken").is_none());
        answer
    }

    pub(super) fn token(&self) -> String {
        self.challenged().text("mfaToken").to_owned()
    }

    /// The code that an authenticator app shows now.
    pub(super) fn app_code(&self, secret: &str) -> String {
        totp::code(secret, self.service.clock.now()).unwrap()
    }

    pub(super) fn minutes(&self, minutes: i64) {
        let time = chrono::TimeDelta::minutes(minutes);
        self.service.clock.advance(time);
    }

    /// The code in the newest mail or SMS to an address.
    pub(super) fn sent_code(&self, to: &str) -> String {
        self.state(|state| {
            let sent = state.outbox.last(SentKind::MfaCode, to).unwrap();
            sent.code.clone().unwrap()
        })
    }

    /// A step of a login.
    pub(super) fn login_step(&self, path: &str, body: Value) -> Answer {
        self.post(&format!("{LOGIN_MFA}/{path}"), body).send()
    }

    /// A step of the signed-in user.
    pub(super) fn own_step(&self, token: &str, path: &str, body: Value) -> Answer {
        let sending = self.post(&format!("{OWN_MFA}/{path}"), body);
        sending.bearer(token).send()
    }

    /// An access token of the user, whatever it takes.
    pub(super) fn access_token(&self) -> String {
        let answer = self.log_in(EMAIL, PASSWORD);
        if answer.body["mfaRequired"] == false {
            return answer.text("accessToken").to_owned();
        }
        let body = json!({ "mfaToken": answer.text("mfaToken"), "value": self.app_code(SECRET) });
        let answer = self.login_step("verify", body);
        answer.text("accessToken").to_owned()
    }

    pub(super) fn factors(&self) -> usize {
        self.state(|state| state.users.get("u-1").unwrap().factors.count())
    }

    pub(super) fn activate(&self, strategies: &[Strategy]) {
        self.state(|state| state.mfa.rules.active = strategies.iter().copied().collect());
    }
}

/// A code that is not this one.
pub(super) fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[test]
fn a_challenge_names_each_device() {
    let emulated = enrolled();
    let token = emulated.access_token();
    let asked = emulated.own_step(&token, "webauthn/enroll", Value::Null);
    let key = browser().register(&asked.body["options"]).unwrap();
    let body = json!({ "webauthnToken": asked.text("webauthnToken"), "deviceType": "Platform", "options": key });
    assert_eq!(
        emulated
            .own_step(&token, "webauthn/enroll/verify", body)
            .status,
        200
    );
    let devices = emulated.challenged().body["mfaDevices"].clone();
    assert_eq!(devices["authenticators"], json!([{ "id": "d-1" }]));
    assert_eq!(
        devices["phones"],
        json!([{ "id": "d-2", "phoneNumber": "+1********99" }])
    );
    assert_eq!(devices["webauthn"][0]["deviceType"], "Platform");
    assert_eq!(devices["emails"], json!([{ "email": EMAIL }]));
    emulated.activate(&[Strategy::AuthenticatorApp]);
    assert_eq!(
        emulated.challenged().body["mfaDevices"]["emails"],
        json!([])
    );
}

#[test]
fn a_challenge_may_say_no_more_than_it_has_to() {
    let emulated = enrolled_with(|settings| {
        settings.challenge_says_enrolled = false;
        settings.challenge_lists_devices = false;
    });
    let answer = emulated.challenged();
    assert!(answer.body.get("mfaEnrolled").is_none() && answer.body.get("mfaDevices").is_none());
    let body = json!({ "mfaToken": answer.text("mfaToken"), "value": emulated.app_code(SECRET) });
    assert_eq!(emulated.login_step("verify", body).status, 201);
}

#[test]
fn a_forced_user_is_told_what_to_set_up() {
    let emulated = emulated();
    emulated.state(|state| state.mfa.force());
    let answer = emulated.challenged();
    assert_eq!(answer.body["mfaEnrolled"], false);
    assert_eq!(
        answer.body["mfaStrategies"],
        json!([
            "AuthenticatorApp",
            "SMS",
            "EmailCode",
            "WebAuthnPlatform",
            "WebAuthnCrossPlatform"
        ])
    );
    assert!(answer.text("qrCode").starts_with("data:image/png;base64,"));
    assert_eq!(answer.text("recoveryCode").len(), 8);
    assert_eq!(
        answer.body["mfaDevices"]["emails"],
        json!([{ "email": EMAIL }])
    );

    emulated.activate(&[Strategy::Sms]);
    let answer = emulated.challenged();
    assert_eq!(answer.body["mfaStrategies"], json!(["SMS"]));
    for absent in ["mfaDevices", "qrCode", "secret", "recoveryCode"] {
        assert!(answer.body.get(absent).is_none(), "{absent}");
    }
}

#[test]
fn a_code_by_mail_alone_asks_nobody() {
    let emulated = emulated();
    assert!(emulated.log_in(EMAIL, PASSWORD).body["accessToken"].is_string());
}
