//! Spans of time that the wire counts in minutes.

use std::num::NonZeroU64;
use std::time::Duration;

const MINUTE: u64 = 60;

/// In whole minutes, and at least one: a part of a minute counts as one, so that nothing ends before its time, and a life of
/// nothing is not taken for one without end.
pub(crate) fn minutes(span: Duration) -> NonZeroU64 {
    let begun = u64::from(span.subsec_nanos() > 0);
    let seconds = span.as_secs().saturating_add(begun);
    NonZeroU64::new(seconds.div_ceil(MINUTE)).unwrap_or(NonZeroU64::MIN)
}

/// What a number of minutes means; nothing if it is negative.
pub(crate) fn of_minutes(minutes: i64) -> Option<Duration> {
    let seconds = u64::try_from(minutes).ok()?.checked_mul(MINUTE)?;
    Some(Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_minute_is_a_minute() {
        for (span, expected) in [
            (Duration::ZERO, 1),
            (Duration::from_nanos(1), 1),
            (Duration::from_secs(60), 1),
            (Duration::from_millis(60_001), 2),
            (Duration::from_secs(3600), 60),
            (Duration::MAX, u64::MAX / 60 + 1),
        ] {
            assert_eq!(minutes(span).get(), expected, "{span:?}");
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
