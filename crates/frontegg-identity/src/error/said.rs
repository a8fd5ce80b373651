//! What the body of a refusal says, in any of the shapes in which Frontegg's services say it.
//!
//! | Shape | Who sends it |
//! |---|---|
//! | `{"errors":["text"],"errorCode":"ER-01234"}` | the identity service and the gateway |
//! | `{"errors":["text"],"errorCodes":["ER-01234"],"context":{}}` | the same, one code a message |
//! | `{"errors":["text"]}` | OAuth, older paths |
//! | `{"errors":[{"message":"ER-00004"}]}` | listing one's tenants, with status 200 |
//! | `{"message":"text"}` | the exchange of environment credentials |
//! | `{"error":"text","error_description":"text"}` | OAuth (RFC 6749, section 5.2) |
//! | text, HTML, nothing | proxies and firewalls |

use serde_json::Value;

/// The most of one message that is kept, in characters.
const LONGEST_MESSAGE: usize = 300;
/// The most messages, and the most codes, that are kept.
const MOST: usize = 20;

/// Messages and codes of a refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) messages: Vec<String>,
    /// As sent, `ER-01234`.
    pub(crate) codes: Vec<String>,
    /// Whether the body is of a shape that Frontegg sends. A proxy's page is not, and says nothing about a session.
    pub(crate) is_readable: bool,
}

impl Said {
    /// Reads a body. Whatever it is, something comes of it.
    pub(crate) fn read(body: &[u8]) -> Self {
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        match serde_json::from_slice(body) {
            Ok(Value::Object(members)) => Self::of(&Value::Object(members)),
            _ => Self::default(),
        }
    }

    /// The refusal in a body that came with a success, if it is one in truth. A `message` alone is none: successes may
    /// have one too.
    pub(crate) fn refusal(body: &Value) -> Option<Self> {
        let members = ["errors", "errorCode", "errorCodes"];
        let said = Self::of(body);
        let is_one = members
            .iter()
            .any(|name| body.get(name).is_some_and(|value| !is_empty(value)));
        (is_one && !(said.messages.is_empty() && said.codes.is_empty())).then_some(said)
    }

    fn of(body: &Value) -> Self {
        let mut said = Self::default();
        let members = ["errors", "errorCode", "errorCodes", "message", "error"];
        said.is_readable = members.iter().any(|name| body.get(name).is_some());
        for error in list(&body["errors"]) {
            match error {
                Value::String(text) => said.message(text),
                other => {
                    said.text_of(other, "message");
                    said.code_of(other, "errorCode");
                    said.code_of(other, "code");
                }
            }
        }
        said.text_of(body, "message");
        // The description says more than the word that a machine reads.
        match body["error_description"].as_str() {
            Some(text) => said.message(text),
            None => said.text_of(body, "error"),
        }
        said.code_of(body, "errorCode");
        for code in list(&body["errorCodes"]).filter_map(Value::as_str) {
            said.code(code);
        }
        said
    }

    fn text_of(&mut self, value: &Value, name: &str) {
        match &value[name] {
            Value::String(text) => self.message(text),
            Value::Array(texts) => {
                for text in texts.iter().filter_map(Value::as_str) {
                    self.message(text);
                }
            }
            _ => {}
        }
    }

    fn code_of(&mut self, value: &Value, name: &str) {
        if let Some(code) = value[name].as_str() {
            self.code(code);
        }
    }

    /// Some messages are nothing but a code.
    fn message(&mut self, text: &str) {
        let text = text.trim();
        if is_code(text) {
            self.code(text);
        } else if !text.is_empty() && self.messages.len() < MOST {
            self.messages
                .push(text.chars().take(LONGEST_MESSAGE).collect());
        }
    }

    fn code(&mut self, code: &str) {
        let code = code.trim();
        let is_new = !self.codes.iter().any(|own| own == code);
        if is_code(code) && is_new && self.codes.len() < MOST {
            self.codes.push(code.to_owned());
        }
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
}

/// Nothing, however it is written.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => false,
    }
}

/// `ER-` and five digits, or ten hexadecimal ones for a validation's sentence.
fn is_code(text: &str) -> bool {
    const LONGEST: usize = 40;
    text.len() <= LONGEST
        && text.strip_prefix("ER-").is_some_and(|rest| {
            !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(body: &str) -> (Vec<String>, Vec<String>) {
        let said = Said::read(body.as_bytes());
        (said.messages, said.codes)
    }

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn every_shape_is_read() {
        for (body, messages, codes) in [
            (
                r#"{"errors":["No"],"errorCode":"ER-01234"}"#,
                &["No"][..],
                &["ER-01234"][..],
            ),
            (
                r#"{"errors":["a","b"],"errorCodes":["ER-00001","ER-000b32220f"],"context":{}}"#,
                &["a", "b"],
                &["ER-00001", "ER-000b32220f"],
            ),
            (
                r#"{"errors":["Invalid authentication"]}"#,
                &["Invalid authentication"],
                &[],
            ),
            (r#"{"errors":[{"message":"ER-00004"}]}"#, &[], &["ER-00004"]),
            (
                r#"{"errors":[{"message":"gone","errorCode":"ER-00004"}]}"#,
                &["gone"],
                &["ER-00004"],
            ),
            (
                r#"{"message":"Secret cannot be empty"}"#,
                &["Secret cannot be empty"],
                &[],
            ),
            (r#"{"message":["a","b"],"errors":null}"#, &["a", "b"], &[]),
            (r#"{"error":"invalid_grant"}"#, &["invalid_grant"], &[]),
            (
                r#"{"error":"invalid_grant","error_description":"spent"}"#,
                &["spent"],
                &[],
            ),
            ("\u{feff}{\"errors\":[\"No\"]}", &["No"], &[]),
        ] {
            assert_eq!(said(body), (texts(messages), texts(codes)), "{body}");
            assert!(Said::read(body.as_bytes()).is_readable);
        }
    }

    #[test]
    fn what_no_service_of_frontegg_sends_says_nothing() {
        for body in [
            "",
            "Unauthorized",
            "<html>blocked</html>",
            "[1]",
            "null",
            "{}",
            r#"{"address":null}"#,
            r#"{"errors""#,
        ] {
            assert_eq!(Said::read(body.as_bytes()), Said::default(), "{body}");
            assert!(!Said::read(body.as_bytes()).is_readable);
        }
        for (body, is_refusal) in [
            (serde_json::json!({ "errors": [] }), false),
            (
                serde_json::json!({ "errors": null, "errorCode": "" }),
                false,
            ),
            (serde_json::json!({ "message": "A mail was sent" }), false),
            (
                serde_json::json!({ "errors": [{ "message": "ER-00004" }] }),
                true,
            ),
            (serde_json::json!({ "errorCode": "ER-01097" }), true),
            (serde_json::json!(["errors"]), false),
        ] {
            assert_eq!(Said::refusal(&body).is_some(), is_refusal, "{body}");
        }
    }

    #[test]
    fn a_long_body_is_cut() {
        let long = "x".repeat(10_000);
        let body = serde_json::json!({ "errors": vec![long; 1000] }).to_string();
        let said = Said::read(body.as_bytes());
        assert_eq!(said.messages.len(), MOST);
        assert!(
            said.messages
                .iter()
                .all(|text| text.len() == LONGEST_MESSAGE)
        );
    }
}
