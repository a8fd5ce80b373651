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
