//! Reading claims: strictly where a decision hangs on them, liberally elsewhere.

use serde_json::{Map, Value};

use super::claims::Actor;
use super::error::VerifyError;

/// What an access token says in place of its roles.
const ROLES_ELSEWHERE: &str = "FETCH-ROLES-BY-API";
/// What an access token says in place of its permissions.
const PERMISSIONS_ELSEWHERE: &str = "FETCH-PERMISSIONS-BY-API";

/// The last second of the year 9999, the end of what calendars write.
const LAST_SECOND: f64 = 253_402_300_799.0;
const MICROS: f64 = 1e6;

/// The claims of a token.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a Map<String, Value>);

impl Reader<'_> {
    /// A text that has to be there and to say something.
    pub(super) fn name(self, name: &'static str) -> Result<String, VerifyError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Err(VerifyError::MissingClaim(name)),
            Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
            Some(_) => Err(VerifyError::MalformedClaim(name)),
        }
    }

    /// A text that may be missing. A decision hangs on it.
    pub(super) fn exact_text(self, name: &'static str) -> Result<Option<String>, VerifyError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(VerifyError::MalformedClaim(name)),
        }
    }

    /// A date, in microseconds since 1970. On the wire it is a number of seconds, perhaps with a fraction.
    pub(super) fn date(self, name: &'static str) -> Result<Option<i64>, VerifyError> {
        let Some(date) = self.0.get(name) else {
            return Ok(None);
        };
        let seconds = match date {
            Value::Number(number) => number.as_f64(),
            _ => None,
        };
        let seconds = seconds
            .filter(|seconds| (0.0..=LAST_SECOND).contains(seconds))
            .ok_or(VerifyError::MalformedClaim(name))?;
        // Below 2^53 for every second that has passed the range above, up to rounding in the last place.
        Ok(Some((seconds * MICROS) as i64))
    }

    /// When the user showed who they are. Some environments write `null` for what they do not know.
    pub(super) fn auth_time(self) -> Result<Option<i64>, VerifyError> {
        match self.0.get("auth_time") {
            Some(Value::Null) => Ok(None),
            _ => self.date("auth_time"),
        }
    }

    /// A list of texts; empty if it is missing.
    pub(super) fn list(self, name: &'static str) -> Result<Vec<String>, VerifyError> {
        let wrong = || VerifyError::MalformedClaim(name);
        let list = match self.0.get(name) {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::Array(list)) => list.iter(),
            Some(_) => return Err(wrong()),
        };
        let texts = list.map(|text| text.as_str().map(str::to_owned).ok_or_else(wrong));
        texts.collect()
    }

    /// Roles or permissions. What stands in their place is none.
    pub(super) fn rights(self, name: &'static str) -> Result<Vec<String>, VerifyError> {
        let mut list = self.list(name)?;
        list.retain(|right| right != ROLES_ELSEWHERE && right != PERMISSIONS_ELSEWHERE);
        Ok(list)
    }

    /// Whom the token is for: one text, or a list (RFC 7519, section 4.1.3).
    pub(super) fn audience(self) -> Result<Vec<String>, VerifyError> {
        match self.0.get("aud") {
            Some(Value::String(text)) => Ok(vec![text.clone()]),
            _ => self.list("aud"),
        }
    }

    pub(super) fn text(self, name: &str) -> Option<String> {
        self.0.get(name)?.as_str().map(str::to_owned)
    }

    pub(super) fn truth(self, name: &str) -> Option<bool> {
        self.0.get(name)?.as_bool()
    }

    pub(super) fn object(self, name: &str) -> Map<String, Value> {
        let object = self.0.get(name).and_then(Value::as_object);
        object.cloned().unwrap_or_default()
    }

    /// Whether a list has one of these texts.
    pub(super) fn has_any(self, name: &str, texts: &[&str]) -> bool {
        let list = self.0.get(name).and_then(Value::as_array);
        let mut list = list.into_iter().flatten().filter_map(Value::as_str);
        list.any(|text| texts.contains(&text))
    }

    pub(super) fn actor(self) -> Option<Actor> {
        let actor = self.0.get("act")?.as_object()?;
        let text = |name: &str| actor.get(name)?.as_str().map(str::to_owned);
        Some(Actor {
            id: text("sub"),
            kind: text("type"),
        })
    }
}
