//! What several resources have in common where they read and write.

use std::num::NonZeroU64;
use std::time::Duration;

use crate::error::Error;
use crate::mfa::is_unset;

const MINUTE: u64 = 60;

/// All of a list; none if one of them cannot be read.
pub(super) fn each<T, W>(list: Vec<W>, read: fn(W) -> Option<T>) -> Option<Vec<T>> {
    list.into_iter().map(read).collect()
}

/// What is asked for; none if a 404 says that it is not there. A 404 that is about who asks is an error.
pub(super) fn unless_missing<T>(outcome: Result<T, Error>) -> Result<Option<T>, Error> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_unset(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// In whole minutes, and at least one: a part of a minute counts as one, so that nothing ends before its time, and a life of
/// nothing is not taken for one without end.
pub(super) fn minutes(span: Duration) -> NonZeroU64 {
    NonZeroU64::new(seconds(span).div_ceil(MINUTE)).unwrap_or(NonZeroU64::MIN)
}

/// What a number of minutes means; nothing if it is negative.
pub(super) fn of_minutes(minutes: i64) -> Option<Duration> {
    let seconds = u64::try_from(minutes).ok()?.checked_mul(MINUTE)?;
    Some(Duration::from_secs(seconds))
}

/// A span in seconds, the last one begun and not left out.
pub(super) fn seconds(span: Duration) -> u64 {
    let begun = u64::from(span.subsec_nanos() > 0);
    span.as_secs().saturating_add(begun)
}

/// A number of seconds, as a span. A negative one is none.
pub(super) fn of_seconds(seconds: Option<i64>) -> Option<Duration> {
    let seconds = seconds.and_then(|seconds| u64::try_from(seconds).ok());
    seconds.map(Duration::from_secs)
}

/// A number for a member that the description has as a signed one.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_never_cut_short() {
        for (span, in_seconds, in_minutes) in [
            (Duration::ZERO, 0, 1),
            (Duration::from_nanos(1), 1, 1),
            (Duration::from_secs(60), 60, 1),
            (Duration::from_millis(60_001), 61, 2),
            (Duration::MAX, u64::MAX, u64::MAX.div_ceil(60)),
        ] {
            assert_eq!(
                (seconds(span), minutes(span).get()),
                (in_seconds, in_minutes)
            );
        }
    }

    #[test]
    fn minutes_below_zero_are_no_span() {
        assert_eq!(of_minutes(90), Some(Duration::from_secs(5400)));
        assert_eq!(of_minutes(0), Some(Duration::ZERO));
        assert_eq!(of_minutes(-1), None);
        assert_eq!(of_minutes(i64::MAX), None);
    }
}
