//! When a token is renewed, and what the reply to that changes. Plain functions: no clock, no lock, no network.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::{Moment, Ticks};

/// Of a token's life, the part after which it is renewed while it still serves: four fifths.
const SOFT_SHARE: (i32, i32) = (4, 5);
/// The most of the end of a life in which callers wait for the next token, since this one may be too old by the time that
/// it comes to the server.
const LONGEST_MARGIN: TimeDelta = TimeDelta::seconds(30);
/// The most of a life that such a margin takes: a tenth.
const MARGIN_SHARE: i32 = 10;
/// The longest that a token whose life nobody knows is served before it is renewed.
const UNKNOWN_LIFE: TimeDelta = TimeDelta::minutes(5);
/// The shortest rest after an attempt that failed, doubled by each one that follows.
const SHORTEST_REST: Duration = Duration::from_secs(1);
/// The longest rest, unless the server wishes for a longer one.
const LONGEST_REST: Duration = Duration::from_secs(60);
/// The longest rest that a server can wish for.
const LONGEST_WISH: Duration = Duration::from_secs(15 * 60);

/// When a token is renewed, when that is waited for, and when it is served no more. Fixed when the token arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Life {
    /// From here on it is renewed beside being served.
    pub(crate) soft: Deadline,
    /// From here on whoever asks waits for the next one, and gets this one only if that does not come.
    pub(crate) hard: Deadline,
    /// From here on it is not served.
    pub(crate) end: Deadline,
}

/// A moment by both clocks, in numbers that compare in one step each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deadline(Ticks);

impl Deadline {
    /// Whether it has come by either clock.
    pub(crate) fn has_come(&self, now: impl Into<Ticks>) -> bool {
        let now = now.into();
        now.wall >= self.0.wall || now.steady >= self.0.steady
    }

    /// A moment this far ahead; the calendar's end is the furthest.
    pub(crate) fn after(now: Moment, span: TimeDelta) -> Self {
        let span = span.max(TimeDelta::zero());
        let then = Moment {
            wall: now
                .wall
                .checked_add_signed(span)
                .unwrap_or(DateTime::<Utc>::MAX_UTC),
            steady: now
                .steady
                .saturating_add(span.to_std().unwrap_or(Duration::MAX)),
        };
        Self(then.into())
    }

    /// The earlier of two, seen from `now`.
    pub(crate) fn min(self, other: Self, now: Moment) -> Self {
        if other.distance(now) < self.distance(now) {
            other
        } else {
            self
        }
    }

    /// How long it is till then by the clock that comes first.
    pub(crate) fn distance(&self, now: Moment) -> Duration {
        let now = Ticks::from(now);
        let by_wall = self.0.wall.saturating_sub(now.wall).max(0).unsigned_abs();
        let by_steady = self.0.steady.saturating_sub(now.steady);
        Duration::from_micros(by_wall.min(by_steady))
    }
}

impl Life {
    /// The life of a token that arrived at `obtained` and runs out at `expires_at`, seen from `now`.
    ///
    /// The margin shrinks with the life, so that a token that lives two seconds is served for nearly two.
    pub(crate) fn new(
        obtained: DateTime<Utc>,
        expires_at: Option<DateTime<Utc>>,
        now: Moment,
    ) -> Self {
        let expires_at = expires_at.unwrap_or_else(|| obtained + UNKNOWN_LIFE);
        let whole = (expires_at - obtained).max(TimeDelta::zero());
        let margin = (whole / MARGIN_SHARE).min(LONGEST_MARGIN);
        let usable = whole - margin;
        // A clock that was set back, or another machine's that is fast, does not make a life longer.
        let elapsed = (now.wall - obtained).max(TimeDelta::zero());
        let (numerator, denominator) = SOFT_SHARE;
        let soft = whole / denominator * numerator;
        Self {
            soft: Deadline::after(now, soft.min(usable) - elapsed),
            hard: Deadline::after(now, usable - elapsed),
            end: Deadline::after(now, whole - elapsed),
        }
    }
}

/// What is being done about the next token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Renewal {
    Idle,
    InFlight,
    /// An attempt failed; the next one waits until then.
    Resting(Deadline),
    /// A second factor stands before the next token.
    Blocked,
}

/// What somebody who asks for a token gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The token that is there.
    Serve,
    /// The token that is there; its successor is fetched meanwhile.
    ServeAndRenew,
    /// What the running attempt brings.
    Join,
    /// What an attempt brings that is started now.
    RenewAndJoin,
    /// The reason for which the last attempt failed.
    Refuse,
}

/// What to do for someone who asks at `now`. Without a life there is no token yet.
pub(crate) fn decide(life: Option<&Life>, renewal: &Renewal, now: Moment) -> Step {
    let is_before =
        |deadline: fn(&Life) -> &Deadline| life.is_some_and(|life| !deadline(life).has_come(now));
    if is_before(|life| &life.soft) {
        return Step::Serve;
    }
    let is_good = is_before(|life| &life.hard);
    let without_the_next = if is_before(|life| &life.end) {
        Step::Serve
    } else {
        Step::Refuse
    };
    match (renewal, is_good) {
        (Renewal::InFlight, true) => Step::Serve,
        (Renewal::InFlight, false) => Step::Join,
        (Renewal::Blocked, _) => without_the_next,
        (Renewal::Resting(until), _) if !until.has_come(now) => without_the_next,
        (Renewal::Idle | Renewal::Resting(_), true) => Step::ServeAndRenew,
        (Renewal::Idle | Renewal::Resting(_), false) => Step::RenewAndJoin,
    }
}

/// How long to rest after the attempt that failed as the `failures`th in a row.
///
/// `wish` is the server's, which goes before ours if it is longer. `chance`, between 0 and 1, spreads the clients of one
/// server: up to half of the rest is added.
pub(crate) fn rest(failures: u32, wish: Option<Duration>, chance: f64) -> Duration {
    let doubled = 2_u32.saturating_pow(failures.saturating_sub(1));
    let own = SHORTEST_REST.saturating_mul(doubled).min(LONGEST_REST);
    let rest = wish.unwrap_or_default().min(LONGEST_WISH).max(own);
    // Not `clamp`, which lets through what is no number.
    let chance = if chance > 0.0 { chance.min(1.0) } else { 0.0 };
    rest + rest.mul_f64(chance / 2.0)
}

#[cfg(test)]
mod tests;
