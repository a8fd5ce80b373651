//! What time it is, asked at one place so that tests can answer.

mod system;

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};

use self::system::Hands;

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

    /// The same, for a comparison. The system's clock need not make a calendar date of it first.
    #[doc(hidden)]
    fn ticks(&self) -> Ticks {
        self.now().into()
    }
}

/// A moment in whole microseconds, which compare in one step each.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticks {
    /// Since 1970.
    pub(crate) wall: i64,
    pub(crate) steady: u64,
}

impl From<Moment> for Ticks {
    fn from(moment: Moment) -> Self {
        Self {
            wall: moment.wall.timestamp_micros(),
            steady: u64::try_from(moment.steady.as_micros()).unwrap_or(u64::MAX),
        }
    }
}

impl From<Ticks> for Moment {
    fn from(ticks: Ticks) -> Self {
        Self {
            wall: DateTime::from_timestamp_micros(ticks.wall).unwrap_or(DateTime::<Utc>::MAX_UTC),
            steady: Duration::from_micros(ticks.steady),
        }
    }
}

/// The system's clocks. On Linux they may be some milliseconds behind: a token is checked by those that cost least.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    hands: Hands,
}

impl SystemClock {
    /// The clocks of this machine.
    #[must_use]
    pub fn new() -> Self {
        Self {
            hands: Hands::new(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        self.ticks().into()
    }

    fn ticks(&self) -> Ticks {
        self.hands.ticks()
    }
}
