//! Text that must not be seen: passwords, tokens, codes, keys.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::Patch;

/// A secret text. Its memory is wiped when it is dropped.
///
/// [`Secret::expose`] is the only way to the text: there is no `Display`, no `Serialize`, and `Debug` prints stars.
/// There is no `==` either, since comparing secrets takes a constant-time function.
///
/// Wiping covers this value and its clones. It does not reach [`Response::body`](crate::Response::body), which keeps
/// the answer as received, nor the buffer of a request on its way out.
///
/// ```
/// let password = frontegg_identity_raw::Secret::from("correct horse");
/// assert_eq!(format!("{password:?}"), "Secret(***)");
/// assert_eq!(password.expose(), "correct horse");
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// The text itself. Do not log it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not `String::deserialize`: its error quotes a number or boolean that stands in the secret's place.
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) => Ok(Self::from(text)),
            _ => Err(D::Error::custom("expected text")),
        }
    }
}

/// `serialize_with` for the secret fields of requests, the one place where a secret is written.
#[allow(dead_code, reason = "used by the features that are switched on")]
pub(crate) fn expose<T: Exposed, S: Serializer>(
    secret: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    secret.write(serializer)
}

/// A secret, or secrets in a container.
pub(crate) trait Exposed {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

struct Plain<'a, T>(&'a T);

impl<T: Exposed> Serialize for Plain<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl Exposed for Secret {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<T: Exposed> Exposed for Option<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Plain).serialize(serializer)
    }
}

impl<T: Exposed> Exposed for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Plain))
    }
}

impl<T: Exposed> Exposed for Patch<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(Plain).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_str, json, to_value};

    #[derive(Serialize)]
    struct Request {
        #[serde(serialize_with = "expose")]
        plain: Secret,
        #[serde(serialize_with = "expose")]
        none: Option<Secret>,
        #[serde(serialize_with = "expose")]
        list: Vec<Secret>,
        #[serde(serialize_with = "expose")]
        null: Patch<Secret>,
        #[serde(serialize_with = "expose", skip_serializing_if = "Patch::is_absent")]
        absent: Patch<Secret>,
    }

    #[test]
    fn a_request_carries_the_text() {
        let request = Request {
            plain: "a".into(),
            none: None,
            list: vec!["b".into(), "c".into()],
            null: Patch::Null,
            absent: Patch::Absent,
        };
        let expected = json!({"plain": "a", "none": null, "list": ["b", "c"], "null": null});
        assert_eq!(to_value(request).unwrap(), expected);
    }

    #[test]
    fn debug_shows_nothing() {
        let secret = Some(Secret::from("S3NTINEL"));
        assert_eq!(format!("{secret:?}"), "Some(Secret(***))");
        assert!(!format!("{secret:#?}").contains("S3NTINEL"));
    }

    #[test]
    fn an_error_does_not_quote_what_stood_in_its_place() {
        for json in [
            "12345678",
            "true",
            "12.5",
            "[\"S3NTINEL\"]",
            "{\"a\": \"S3NTINEL\"}",
            "null",
        ] {
            let message = from_str::<Secret>(json).unwrap_err().to_string();
            assert!(message.starts_with("expected text"), "{message}");
        }
    }

    #[test]
    fn null_reads_as_none() {
        assert!(from_str::<Option<Secret>>("null").unwrap().is_none());
        assert_eq!(from_str::<Secret>(r#""a\"b""#).unwrap().expose(), "a\"b");
    }
}
