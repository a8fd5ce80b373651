//! What steps of all kinds have in common: what an answer gives for the next one, and the members that the next one sends.

use frontegg_identity_raw::Secret;
use serde_json::{Map, Value, json};

use super::names::WebauthnDeviceType;

/// Two objects as one.
pub(super) fn joined(one: Value, other: Value) -> Value {
    let mut members = Map::new();
    for value in [one, other] {
        if let Value::Object(more) = value {
            members.extend(more);
        }
    }
    Value::Object(members)
}

/// A code as people type it: with blanks, and with zeros in front that have to stay.
pub(crate) fn code(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The members of an authenticator's answer that the service takes; it refuses others.
pub(crate) fn webauthn_answer(answer: &Value) -> Value {
    only(&["id", "response"], answer)
}

/// These members of an object, and no others.
pub(crate) fn only(names: &[&str], object: &Value) -> Value {
    let members = names.iter().filter_map(|name| {
        let value = object.get(name)?;
        Some(((*name).to_owned(), value.clone()))
    });
    Value::Object(members.collect())
}

/// A member that holds a secret. An empty one is none.
pub(super) fn secret(answer: &Value, name: &str) -> Option<Secret> {
    let text = answer.get(name)?.as_str()?;
    (!text.is_empty()).then(|| Secret::from(text))
}

/// What an authenticator app has to know.
#[derive(Clone, Debug, Default)]
pub(crate) struct AppSecret {
    pub(super) qr_code: Option<Secret>,
    pub(super) secret: Option<Secret>,
}

impl AppSecret {
    pub(crate) fn read(answer: &Value) -> Self {
        Self {
            qr_code: secret(answer, "qrCode"),
            secret: secret(answer, "secret"),
        }
    }

    /// This, or the other one if this says nothing. Never a part of each: they may be of two secrets.
    pub(super) fn or(self, other: &Self) -> Self {
        match (&self.qr_code, &self.secret) {
            (None, None) => other.clone(),
            _ => self,
        }
    }
}

/// What goes with a code that was sent. A service that gives nothing is given nothing back.
pub(super) struct CodeToken(Option<Secret>);

impl CodeToken {
    pub(super) fn read(answer: &Value) -> Self {
        Self(secret(answer, "otcToken"))
    }

    pub(super) fn with(&self, value: &str) -> Value {
        with_token("otcToken", self.0.as_ref(), json!({ "code": code(value) }))
    }
}

/// What a key has to sign.
pub(super) struct Question {
    token: Option<Secret>,
    pub(super) options: Value,
}

impl Question {
    pub(super) fn read(mut answer: Value) -> Self {
        Self {
            token: secret(&answer, "webauthnToken"),
            options: answer["options"].take(),
        }
    }

    pub(super) fn with(&self, answer: &Value) -> Value {
        let members = json!({ "options": webauthn_answer(answer) });
        with_token("webauthnToken", self.token.as_ref(), members)
    }

    pub(super) fn with_new(&self, kind: &WebauthnDeviceType, answer: &Value) -> Value {
        joined(self.with(answer), json!({ "deviceType": kind.as_str() }))
    }
}

fn with_token(name: &str, token: Option<&Secret>, members: Value) -> Value {
    match token {
        Some(token) => joined(json!({ name: token.expose() }), members),
        None => members,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_of_an_app_is_never_put_together_of_two() {
        let app = |qr_code: &str, secret: &str| {
            AppSecret::read(&json!({ "qrCode": qr_code, "secret": secret }))
        };
        for (first, second, expected) in [
            (app("q1", "s1"), app("q2", "s2"), (Some("q1"), Some("s1"))),
            (app("q1", ""), app("q2", "s2"), (Some("q1"), None)),
            (app("", "s1"), app("q2", "s2"), (None, Some("s1"))),
            (app("", ""), app("q2", "s2"), (Some("q2"), Some("s2"))),
            (app("", ""), app("", ""), (None, None)),
        ] {
            let app = first.or(&second);
            let shown = |text: &Option<Secret>| text.as_ref().map(|text| text.expose().to_owned());
            let shown = (shown(&app.qr_code), shown(&app.secret));
            let shown = (shown.0.as_deref(), shown.1.as_deref());
            assert_eq!(shown, expected);
        }
    }

    #[test]
    fn a_code_keeps_its_zeros_and_loses_its_blanks() {
        for typed in ["000123", " 000 123\n", "0 0 0 1 2 3", "\u{a0}000123\t"] {
            assert_eq!(code(typed), "000123");
        }
    }

    #[test]
    fn a_token_that_did_not_come_is_not_sent() {
        let sent = CodeToken::read(&json!({})).with("1");
        assert_eq!(sent, json!({ "code": "1" }));
        let sent = CodeToken::read(&json!({ "otcToken": "o" })).with("1");
        assert_eq!(sent, json!({ "otcToken": "o", "code": "1" }));
        let answer = json!({ "id": "k", "rawId": "k", "response": {} });
        let sent = Question::read(json!({})).with(&answer);
        assert_eq!(sent, json!({ "options": { "id": "k", "response": {} } }));
    }
}
