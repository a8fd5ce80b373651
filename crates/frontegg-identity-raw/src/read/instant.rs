//! Points in time from the forms that Frontegg's services, SDKs and mocks have used.

use chrono::{DateTime, NaiveDateTime, Utc};

/// Numbers from here on are milliseconds: as seconds they would lie past the year 5000, as milliseconds they are in 1973.
const FIRST_MILLISECONDS: f64 = 1e11;

/// Reads seconds or milliseconds since 1970, whichever the size tells.
pub(super) fn from_epoch(number: f64) -> Option<DateTime<Utc>> {
    // Past every date that chrono can hold, and far inside `i64`.
    const LIMIT: f64 = 1e16;
    let milliseconds = if number.abs() < FIRST_MILLISECONDS {
        number * 1000.0
    } else {
        number
    };
    if milliseconds.is_nan() || milliseconds.abs() > LIMIT {
        return None;
    }
    DateTime::from_timestamp_millis(milliseconds.round() as i64)
}

/// Reads trimmed text that is not empty.
pub(super) fn from_text(text: &str) -> Option<DateTime<Utc>> {
    if text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.'))
        && let Ok(number) = text.parse()
    {
        return from_epoch(number);
    }
    with_zone(text)
        .or_else(|| without_zone(text))
        .or_else(|| http_date(text))
}

fn with_zone(text: &str) -> Option<DateTime<Utc>> {
    let time = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%#z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f%#z"));
    Some(time.ok()?.to_utc())
}

fn without_zone(text: &str) -> Option<DateTime<Utc>> {
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f"));
    Some(time.ok()?.and_utc())
}

fn http_date(text: &str) -> Option<DateTime<Utc>> {
    // Without the day of the week: recorded answers have wrong ones, and the date alone is complete.
    let date = text
        .split_once(',')
        .map_or(text, |(_weekday, date)| date.trim_start());
    Some(DateTime::parse_from_rfc2822(date).ok()?.to_utc())
}
