//! When an access token runs out, from whatever the server says about it.
//!
//! Three sources, in this order of trust:
//!
//! 1. `expiresIn`, seconds from the moment at which the answer came. It needs no clock but ours.
//! 2. `exp` in the token, if that is a JWT. Exact, but by the server's clock.
//! 3. `expires`, a date for people, in one of many forms.
//!
//! A source that cannot be read is passed over. What is left is an absolute time, so that it can be stored.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

/// Numbers from here on are milliseconds since 1970, as seconds they would lie beyond the year 5000.
const MILLISECONDS_FROM: f64 = 1e11;

/// What an answer says about the life of its token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said<'a> {
    /// `expiresIn` or `expires_in`.
    pub(crate) seconds: Option<&'a Value>,
    /// `expires`.
    pub(crate) date: Option<&'a Value>,
    /// The token itself.
    pub(crate) token: &'a str,
}

/// When an answer came, and how our clock stood to the server's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Received {
    pub(crate) at: DateTime<Utc>,
    /// What has to be added to the server's times to get ours.
    pub(crate) skew: TimeDelta,
}

/// When a token runs out, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Expiry {
    /// By our clock.
    pub(crate) at: Option<DateTime<Utc>>,
    /// Whether something was there that could not be read, which is worth a line in the log.
    pub(crate) is_doubtful: bool,
}

/// Reads the expiry of a token that was just received.
pub(crate) fn expiry(said: &Said<'_>, received: &Received) -> Expiry {
    let by_server = |time: DateTime<Utc>| add(time, received.skew);
    let seconds = said.seconds.map_or(Reading::Absent, lifetime);
    let date = said.date.map_or(Reading::Absent, instant);
    let is_doubtful = matches!(seconds, Reading::Unreadable) || matches!(date, Reading::Unreadable);
    let from_seconds = seconds.value().map(|life| add(received.at, life));
    let at = from_seconds
        .or_else(|| jwt_expiry(said.token).map(by_server))
        .or_else(|| date.value().map(by_server));
    Expiry { at, is_doubtful }
}

/// A member that may be missing, and may hold anything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reading<T> {
    Absent,
    Unreadable,
    Value(T),
}

impl<T> Reading<T> {
    pub(crate) fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Unreadable => None,
        }
    }

    fn of(value: Option<T>) -> Self {
        value.map_or(Self::Unreadable, Self::Value)
    }
}

/// A span in seconds, as integer, fraction or text. A negative one is none at all; one beyond all calendars is the longest.
pub(crate) fn lifetime(value: &Value) -> Reading<TimeDelta> {
    let seconds = match value {
        Value::Null => return Reading::Absent,
        Value::String(text) if text.trim().is_empty() => return Reading::Absent,
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    Reading::of(seconds.filter(|seconds| !seconds.is_nan()).map(span))
}

/// A point in time: an HTTP-date, RFC 3339 with or without zone and fraction, or seconds or milliseconds since 1970 as
/// number or text.
pub(crate) fn instant(value: &Value) -> Reading<DateTime<Utc>> {
    match value {
        Value::Null => Reading::Absent,
        Value::String(text) if text.trim().is_empty() => Reading::Absent,
        Value::Number(number) => Reading::of(number.as_f64().and_then(epoch)),
        Value::String(text) => Reading::of(date(text.trim())),
        _ => Reading::Unreadable,
    }
}

/// `exp` of a JWT, unverified: it says when to ask for the next token, and opens nothing.
pub(crate) fn jwt_expiry(token: &str) -> Option<DateTime<Utc>> {
    let seconds = jwt_claims(token)?.get("exp")?.as_f64()?;
    (seconds >= 0.0).then(|| from_seconds(seconds)).flatten()
}

/// The claims of a JWT, unverified.
pub(crate) fn jwt_claims(token: &str) -> Option<Value> {
    let mut parts = token.split('.');
    let payload = parts.nth(1)?;
    parts.next()?;
    let payload = BASE64URL_NOPAD
        .decode(payload.trim_end_matches('=').as_bytes())
        .ok()?;
    serde_json::from_slice(&payload).ok()
}

/// A sum that stops at the ends of the calendar.
pub(crate) fn add(time: DateTime<Utc>, span: TimeDelta) -> DateTime<Utc> {
    let end = if span < TimeDelta::zero() {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    };
    time.checked_add_signed(span).unwrap_or(end)
}

fn span(seconds: f64) -> TimeDelta {
    let seconds = seconds.max(0.0);
    // A float beyond the range becomes its end in the cast.
    TimeDelta::try_milliseconds((seconds * 1000.0) as i64).unwrap_or(TimeDelta::MAX)
}

fn date(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(number) = text.parse::<f64>() {
        return epoch(number);
    }
    let zoned = DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_rfc2822(text));
    if let Ok(time) = zoned {
        return Some(time.with_timezone(&Utc));
    }
    let without_zone = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"];
    let local = without_zone
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    local.or_else(|| http_date(text)).map(|time| time.and_utc())
}

/// An HTTP-date by its parts. The name of the day is not checked: recorded answers have a wrong one.
fn http_date(text: &str) -> Option<NaiveDateTime> {
    let (_, rest) = text.split_once(", ")?;
    let rest = rest
        .strip_suffix(" GMT")
        .or_else(|| rest.strip_suffix(" UTC"))?;
    NaiveDateTime::parse_from_str(rest, "%d %b %Y %H:%M:%S").ok()
}

fn epoch(number: f64) -> Option<DateTime<Utc>> {
    let seconds = if number.abs() >= MILLISECONDS_FROM {
        number / 1000.0
    } else {
        number
    };
    from_seconds(seconds)
}

fn from_seconds(seconds: f64) -> Option<DateTime<Utc>> {
    /// Years that a calendar of four digits has.
    const LAST_YEAR: i32 = 9999;
    let milliseconds = (seconds * 1000.0).round();
    let time = DateTime::from_timestamp_millis(milliseconds as i64)?;
    let end = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31)?;
    (milliseconds.is_finite() && time.date_naive() <= end).then_some(time)
}

#[cfg(test)]
mod tests;
