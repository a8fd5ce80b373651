//! The system's clocks, read at every use of a token.

use super::Ticks;

/// The ones that the kernel keeps at hand: at most one of its ticks behind, a few milliseconds, and far cheaper to read
/// than those that ask the hardware.
#[cfg(any(target_os = "linux", target_os = "android"))]
#[derive(Clone, Copy, Debug)]
pub(super) struct Hands;

#[cfg(any(target_os = "linux", target_os = "android"))]
impl Hands {
    pub(super) fn new() -> Self {
        Self
    }

    #[inline]
    pub(super) fn ticks(self) -> Ticks {
        use rustix::time::{ClockId, clock_gettime};

        let micros = |id| {
            let time = clock_gettime(id);
            time.tv_sec * 1_000_000 + time.tv_nsec / 1000
        };
        Ticks {
            wall: micros(ClockId::RealtimeCoarse),
            // Since the machine started, so never negative.
            steady: micros(ClockId::MonotonicCoarse).unsigned_abs(),
        }
    }
}

/// Those of the standard library.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[derive(Clone, Copy, Debug)]
pub(super) struct Hands {
    start: std::time::Instant,
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the system"
)]
impl Hands {
    pub(super) fn new() -> Self {
        Self {
            start: std::time::Instant::now(),
        }
    }

    pub(super) fn ticks(self) -> Ticks {
        use std::time::SystemTime;

        let micros =
            |span: std::time::Duration| i64::try_from(span.as_micros()).unwrap_or(i64::MAX);
        Ticks {
            wall: match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
                Ok(since) => micros(since),
                Err(before) => -micros(before.duration()),
            },
            steady: micros(self.start.elapsed()).unsigned_abs(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use chrono::{DateTime, TimeDelta, Utc};

    use crate::clock::{Clock, SystemClock};

    #[test]
    #[expect(clippy::disallowed_methods, reason = "what is compared with")]
    fn the_wall_clock_is_the_systems() {
        let clock = SystemClock::new();
        let system = || DateTime::<Utc>::from(SystemTime::now());
        let before = system();
        let read = clock.now().wall;
        assert!(before - read < TimeDelta::seconds(1), "{before} {read}");
        assert!(read <= system());
    }

    #[test]
    fn the_steady_clock_goes_on() {
        let clock = SystemClock::new();
        let start = clock.now().steady;
        while clock.now().steady == start {
            std::thread::yield_now();
        }
        assert!(clock.now().steady > start);
    }
}
