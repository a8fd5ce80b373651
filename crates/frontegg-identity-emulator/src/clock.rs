//! The service's time: that of the machine, moved or stopped by a test.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;

/// A handle to the clock that the service reads; clones move the same clock.
///
/// It starts at the machine's time and runs with it. Tokens, codes, sessions and time stamps follow it.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    hands: Arc<Mutex<Hands>>,
}

#[derive(Debug, Clone, Copy)]
enum Hands {
    /// Machine time plus this much.
    Running(TimeDelta),
    Stopped(DateTime<Utc>),
}

impl Default for Hands {
    fn default() -> Self {
        Self::Running(TimeDelta::zero())
    }
}

impl Hands {
    fn now(self) -> DateTime<Utc> {
        match self {
            Self::Running(offset) => clamped(add(Utc::now(), offset)),
            Self::Stopped(at) => at,
        }
    }

    /// The same kind of hands, showing this time.
    fn showing(self, time: DateTime<Utc>) -> Self {
        match self {
            Self::Running(_) => Self::Running(clamped(time) - Utc::now()),
            Self::Stopped(_) => Self::Stopped(clamped(time)),
        }
    }
}

impl Clock {
    /// The time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.hands.lock().now()
    }

    /// Moves the clock, back if `by` is negative, within 1970 to 9999. It goes on running or stays stopped.
    pub fn advance(&self, by: TimeDelta) {
        let mut hands = self.hands.lock();
        *hands = hands.showing(add(hands.now(), by));
    }

    /// Sets the clock, to a time from 1970 to 9999. It goes on running or stays stopped.
    pub fn set(&self, time: DateTime<Utc>) {
        let mut hands = self.hands.lock();
        *hands = hands.showing(time);
    }

    /// Stops the clock where it is. It can still be moved.
    pub fn freeze(&self) {
        let mut hands = self.hands.lock();
        *hands = Hands::Stopped(hands.now());
    }

    /// Lets the clock run from where it is.
    pub fn resume(&self) {
        let mut hands = self.hands.lock();
        *hands = Hands::Running(hands.now() - Utc::now());
    }

    /// Whether the clock is stopped.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        matches!(*self.hands.lock(), Hands::Stopped(_))
    }
}

/// The nearest time that HTTP, JSON and JWT can write: from 1970 until the end of 9999.
fn clamped(time: DateTime<Utc>) -> DateTime<Utc> {
    let last = DateTime::from_timestamp(253_402_300_799, 0).unwrap_or(DateTime::<Utc>::MAX_UTC);
    time.clamp(DateTime::UNIX_EPOCH, last)
}

/// A sum that stops at the ends of the calendar.
fn add(time: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    let end = if by < TimeDelta::zero() {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    };
    time.checked_add_signed(by).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_moves_only_by_hand() {
        let clock = Clock::default();
        clock.freeze();
        let start = clock.now();
        clock.advance(TimeDelta::hours(5));
        assert_eq!(clock.now() - start, TimeDelta::hours(5));
        clock.advance(TimeDelta::hours(-6));
        assert_eq!(clock.now() - start, TimeDelta::hours(-1));
        assert!(clock.is_frozen());
    }

    #[test]
    fn a_running_clock_keeps_its_offset_and_never_overflows() {
        let clock = Clock::default();
        clock.advance(TimeDelta::days(1));
        let ahead = clock.now() - Utc::now();
        assert!(ahead > TimeDelta::hours(23) && ahead < TimeDelta::hours(25));
        clock.advance(TimeDelta::MAX);
        clock.advance(TimeDelta::MAX);
        clock.resume();
        assert!(!clock.is_frozen());
        assert_eq!(clock.now().timestamp(), 253_402_300_799);
        clock.advance(TimeDelta::MIN);
        assert_eq!(clock.now().timestamp(), 0);
    }
}
