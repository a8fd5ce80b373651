//! What settings share: policies that may not be there yet, and numbers of the wire.

use std::future::Future;
use std::num::NonZeroU64;
use std::time::Duration;

use frontegg_identity_raw::Operation;

use crate::error::{Error, ErrorKind};
use crate::manage::wire::{self, signed};
use crate::mfa::is_unset;

/// Changes what is there, or makes it. If somebody else makes it in between, theirs is changed.
pub(super) async fn change_or_make<Changing, Making>(
    change: impl Fn() -> Changing,
    make: impl FnOnce() -> Making,
) -> Result<(), Error>
where
    Changing: Future<Output = Result<(), Error>>,
    Making: Future<Output = Result<(), Error>>,
{
    match change().await {
        Err(error) if is_unset(&error) => {}
        outcome => return outcome,
    }
    match make().await {
        Err(error) if error.kind() == ErrorKind::Conflict => change().await,
        outcome => outcome,
    }
}

/// A number that may not be 0.
pub(super) fn at_least_one(
    doing: &'static str,
    operation: &'static Operation,
    number: u64,
) -> Result<NonZeroU64, Error> {
    NonZeroU64::new(number).ok_or_else(|| input(doing, operation))
}

/// An argument that cannot be sent.
pub(super) fn input(doing: &'static str, operation: &'static Operation) -> Error {
    Error::built(ErrorKind::Input, doing, Some(operation.into()), None)
}

/// A count as the server tells it; less than nothing is nothing.
pub(super) fn count(number: i64) -> u64 {
    number.try_into().unwrap_or_default()
}

/// Whole seconds; a part of one counts as one.
pub(super) fn seconds(span: Duration) -> i64 {
    signed(wire::seconds(span))
}

pub(super) fn from_seconds(seconds: i64) -> Duration {
    Duration::from_secs(count(seconds))
}

/// Whole minutes; a part of one counts as one.
pub(super) fn minutes(span: Duration) -> i64 {
    signed(wire::seconds(span).div_ceil(60))
}

pub(super) fn from_minutes(minutes: i64) -> Duration {
    Duration::from_secs(count(minutes).saturating_mul(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_second_or_a_minute_counts_as_one() {
        let spans = [0, 1, 1000, 1001, 59_001, 60_000, 60_001].map(Duration::from_millis);
        assert_eq!(spans.map(seconds), [0, 1, 1, 2, 60, 60, 61]);
        assert_eq!(spans.map(minutes), [0, 1, 1, 1, 1, 1, 2]);
    }

    #[test]
    fn spans_have_no_size_that_stops_them() {
        assert_eq!(seconds(Duration::MAX), i64::MAX);
        assert!(minutes(Duration::MAX) > i64::MAX / 61);
        assert_eq!(from_seconds(-1), Duration::ZERO);
        assert_eq!(from_minutes(2), Duration::from_secs(120));
        assert_eq!(from_minutes(i64::MAX), Duration::from_secs(u64::MAX));
    }
}
