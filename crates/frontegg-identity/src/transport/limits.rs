//! How long the server wants to be left alone, route by route.
//!
//! The gateway names the end of a limit in `X-Rate-Limit-Reset`, as an RFC 3339 time. `Retry-After` (RFC 9110, section
//! 10.2.3) is read too, as seconds or as a date. A proxy's 429 has neither.

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use frontegg_identity_raw::reqwest::header::HeaderMap;
use parking_lot::Mutex;

use crate::clock::Moment;
use crate::session::Deadline;
use crate::token::expiry::{Reading, instant};

/// The wait after a 429 that names none, and after one that names nonsense.
const DEFAULT_WAIT: Duration = Duration::from_secs(60);
/// The longest wait that is believed.
const LONGEST_WAIT: Duration = Duration::from_secs(60 * 60);

/// The wait that an answer with status 429, 503 or 408 asks for; `None` if it asks for none that can be read.
///
/// `skew` is what our clock is ahead of the server's.
pub(crate) fn asked(headers: &HeaderMap, now: Moment, skew: TimeDelta) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    let until = |date: DateTime<Utc>| (date + skew - now.wall).to_std().ok();
    let reset = text("x-rate-limit-reset")
        .and_then(|text| DateTime::parse_from_rfc3339(text).ok())
        .and_then(|date| until(date.with_timezone(&Utc)));
    let retry_after = || {
        let text = text("retry-after")?;
        match text.parse::<u64>() {
            Ok(seconds) => Some(Duration::from_secs(seconds)),
            Err(_) => match instant(&text.into()) {
                Reading::Value(date) => until(date),
                Reading::Absent | Reading::Unreadable => None,
            },
        }
    };
    let wait = reset.or_else(retry_after)?;
    Some(wait.min(LONGEST_WAIT))
}

/// The wait after a 429.
pub(crate) fn after_429(headers: &HeaderMap, now: Moment, skew: TimeDelta) -> Duration {
    asked(headers, now, skew).unwrap_or(DEFAULT_WAIT)
}

/// Routes that are closed for a while. There are as many entries as operations were limited, a few hundred at most.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    closed: Mutex<HashMap<&'static str, Deadline>>,
}

impl Limits {
    /// Remembers that a route is closed. A shorter wait never replaces a longer one.
    pub(crate) fn close(&self, operation: &'static str, wait: Duration, now: Moment) {
        let wait = TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX);
        let until = Deadline::after(now, wait);
        let mut closed = self.closed.lock();
        let known = closed.get(operation).map(|known| known.distance(now));
        if known.is_none_or(|known| known < until.distance(now)) {
            closed.insert(operation, until);
        }
    }

    /// How long a route is still closed.
    pub(crate) fn wait(&self, operation: &str, now: Moment) -> Option<Duration> {
        let mut closed = self.closed.lock();
        let until = *closed.get(operation)?;
        if until.has_come(now) {
            closed.remove(operation);
            return None;
        }
        Some(until.distance(now))
    }
}

#[cfg(test)]
mod tests {
    use frontegg_identity_raw::reqwest::header::{HeaderName, HeaderValue};

    use super::*;

    fn now() -> Moment {
        Moment {
            wall: "2026-11-25T12:00:00Z".parse().unwrap(),
            steady: Duration::from_secs(1000),
        }
    }

    fn wait(headers: &[(&'static str, &str)]) -> u64 {
        let headers = headers.iter().map(|(name, value)| {
            let name = HeaderName::from_static(name);
            (name, HeaderValue::from_str(value).unwrap())
        });
        after_429(&headers.collect(), now(), TimeDelta::zero()).as_secs()
    }

    #[test]
    fn s20_every_form_of_a_limit() {
        for (headers, seconds) in [
            (&[("x-rate-limit-reset", "2026-11-25T12:00:03Z")][..], 3),
            (&[("x-rate-limit-reset", "2026-11-25T13:00:03+01:00")], 3),
            (&[("retry-after", "7")], 7),
            (&[("retry-after", "0")], 0),
            (&[("retry-after", "Wed, 25 Nov 2026 12:00:09 GMT")], 9),
            (
                &[
                    ("x-rate-limit-reset", "2026-11-25T12:00:03Z"),
                    ("retry-after", "7"),
                ],
                3,
            ),
            (&[("x-rate-limit-reset", "30"), ("retry-after", "7")], 7),
            (&[], 60),
            (&[("retry-after", "soon")], 60),
            (&[("retry-after", "-1")], 60),
            (&[("x-rate-limit-reset", "2026-11-25T11:59:00Z")], 60),
            (&[("retry-after", "Wed, 25 Nov 2026 11:00:00 GMT")], 60),
            (&[("retry-after", "99999999999")], 3600),
        ] {
            assert_eq!(wait(headers), seconds, "{headers:?}");
        }
    }

    #[test]
    fn s20_a_known_wait_is_never_shortened_and_ends() {
        let limits = Limits::default();
        let seconds = Duration::from_secs;
        limits.close("login", seconds(30), now());
        limits.close("login", seconds(3), now());
        assert_eq!(limits.wait("login", now()), Some(seconds(30)));
        assert_eq!(limits.wait("refresh", now()), None);
        let later = Moment {
            wall: now().wall + TimeDelta::seconds(30),
            steady: now().steady + seconds(30),
        };
        assert_eq!(limits.wait("login", later), None);
        limits.close("login", seconds(3), later);
        assert_eq!(limits.wait("login", later), Some(seconds(3)));
    }
}
