//! Secrets in requests, told by the names of what they stand in.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

use serde_json::{Value, json};

/// Replaces secrets by `***` and eight digits that are the same for the same secret. They come from a keyed hash, so that
/// not even a code of six digits can be found by trying.
#[derive(Debug, Default)]
pub(super) struct Mask {
    key: RandomState,
}

/// Headers that are secrets as a whole.
const HEADERS: [&str; 5] = [
    "proxy-authorization",
    "x-access-token",
    "x-api-key",
    "x-frontegg-headers-verifier",
    "fe-user-api-token",
];

/// Members that end like secrets and are none.
const HARMLESS: [&str; 6] = [
    "errorcode",
    "countrycode",
    "statuscode",
    "languagecode",
    "zipcode",
    "postalcode",
];

impl Mask {
    /// The value of a header; scheme and cookie names stay readable.
    pub(super) fn header(&self, name: &str, value: &str) -> String {
        match name {
            "authorization" => match value.split_once(' ') {
                Some((scheme, secret)) => format!("{scheme} {}", self.hide(secret)),
                None => self.hide(value),
            },
            "cookie" => {
                let pairs = value.split(';').map(|pair| match pair.split_once('=') {
                    Some((name, secret)) => format!("{}={}", name.trim(), self.hide(secret.trim())),
                    None => self.hide(pair.trim()),
                });
                pairs.collect::<Vec<_>>().join("; ")
            }
            _ if HEADERS.contains(&name) || is_secret(name) => self.hide(value),
            // `referer` and `origin` may be URLs with a token in the query.
            "referer" => value
                .split(['?', '#'])
                .next()
                .unwrap_or_default()
                .to_owned(),
            _ => value.to_owned(),
        }
    }

    /// A value in a query or a form.
    pub(super) fn text(&self, name: &str, value: &str) -> String {
        if is_secret(name) {
            self.hide(value)
        } else {
            value.to_owned()
        }
    }

    /// The JSON body of a request in which `value` is a code.
    pub(super) fn json_with_code(&self, body: Value) -> Value {
        let mut body = self.json(body);
        if let Some(code) = body.get_mut("value") {
            *code = self.hide_all(code.take());
        }
        body
    }

    /// A JSON body.
    pub(super) fn json(&self, body: Value) -> Value {
        match body {
            Value::Array(items) => items.into_iter().map(|item| self.json(item)).collect(),
            Value::Object(members) => {
                let masked = members.into_iter().map(|(name, member)| {
                    let member = if is_secret(&name) {
                        self.hide_all(member)
                    } else {
                        self.json(member)
                    };
                    (name, member)
                });
                Value::Object(masked.collect())
            }
            other => other,
        }
    }

    /// Hides every string and number below.
    fn hide_all(&self, value: Value) -> Value {
        match value {
            Value::String(text) => json!(self.hide(&text)),
            Value::Number(number) => json!(self.hide(&number.to_string())),
            Value::Array(items) => items.into_iter().map(|item| self.hide_all(item)).collect(),
            Value::Object(members) => Value::Object(
                members
                    .into_iter()
                    .map(|(name, member)| (name, self.hide_all(member)))
                    .collect(),
            ),
            other => other,
        }
    }

    fn hide(&self, secret: &str) -> String {
        if secret.is_empty() {
            return String::new();
        }
        format!("***{:08x}", self.key.hash_one(secret) >> 32)
    }
}

/// Whether what has this name is a secret. Dashes, underscores and case make no difference.
fn is_secret(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let contains = [
        "password",
        "secret",
        "verifier",
        "credential",
        "apikey",
        "privatekey",
        "assertion",
    ];
    let ends = [
        "token",
        "tokens",
        "code",
        "codes",
        "otp",
        "authorization",
        "signature",
        "cookie",
        "mfatoken",
    ];
    let is = [
        "clientdatajson",
        "authenticatordata",
        "attestationobject",
        "userhandle",
        "qrcode",
        "jwt",
        "state",
        "nonce",
        "samlresponse",
        "relaystate",
    ];
    !HARMLESS.contains(&name.as_str())
        && (contains.iter().any(|part| name.contains(part))
            || ends.iter().any(|end| name.ends_with(end))
            || is.contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_hidden_wherever_they_stand_and_the_rest_is_not() {
        let mask = Mask::default();
        let body = json!({
            "email": "a@b.co", "password": "s3cret", "mfaToken": "s3cret", "value": { "code": 123_456 },
            "recovery_codes": ["s3cret"], "expiresIn": 3600, "errorCode": "ER-1", "list": [{ "client-secret": "s3cret" }],
            "passwords": { "deep": ["s3cret", true, null] },
        });
        let masked = mask.json(body);
        let text = masked.to_string();
        assert!(
            !text.contains("s3cret") && !text.contains("123456"),
            "{text}"
        );
        assert_eq!(masked["email"], "a@b.co");
        assert_eq!(masked["expiresIn"], 3600);
        assert_eq!(masked["errorCode"], "ER-1");
        assert_eq!(masked["password"], masked["mfaToken"]);
    }

    #[test]
    fn headers_keep_what_is_no_secret() {
        let mask = Mask::default();
        let bearer = mask.header("authorization", "Bearer s3cret");
        assert!(
            bearer.starts_with("Bearer ***") && !bearer.contains("s3cret"),
            "{bearer}"
        );
        let cookie = mask.header("cookie", "fe_refresh_a=s3cret; other=s3cret");
        assert!(
            cookie.starts_with("fe_refresh_a=***") && cookie.contains("; other=***"),
            "{cookie}"
        );
        for name in [
            "x-api-key",
            "x-access-token",
            "x-csrf-token",
            "x-client-secret",
        ] {
            assert!(!mask.header(name, "s3cret").contains("s3cret"), "{name}");
        }
        for name in [
            "state",
            "nonce",
            "code_verifier",
            "SAMLResponse",
            "RelayState",
        ] {
            assert!(!mask.text(name, "s3cret").contains("s3cret"), "{name}");
        }
        assert_eq!(
            mask.header("referer", "https://h/callback?code=s3cret"),
            "https://h/callback"
        );
        assert_eq!(mask.header("frontegg-tenant-id", "t"), "t");
    }
}
