//! What time it is, asked at one place so that tests can answer.

use std::fmt;
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, Utc};

/// The two clocks by which the life of a token is judged.
///
/// The wall clock goes on while a machine sleeps, but people and servers set it. The steady clock is never set, but on some
/// systems it stands still during sleep. A token is old as soon as either says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The date, which can jump.
    pub wall: DateTime<Utc>,
    /// Time since some moment before, which only grows.
    pub steady: Duration,
}

/// A source of time.
///
/// The system's is the default. A test passes its own, to stand on both sides of an expiry without waiting:
///
/// ```
/// use std::sync::Mutex;
/// use frontegg_identity::{Clock, Moment};
///
/// #[derive(Debug)]
/// struct Hands(Mutex<Moment>);
///
/// impl Clock for Hands {
///     fn now(&self) -> Moment {
///         *self.0.lock().unwrap()
///     }
/// }
/// ```
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The present. Called at every use of a token, so it has to be quick.
    fn now(&self) -> Moment;
}

/// The system's clocks.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock whose steady time begins now.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system"
    )]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the system"
    )]
    fn now(&self) -> Moment {
        Moment {
            wall: SystemTime::now().into(),
            steady: self.start.elapsed(),
        }
    }
}
