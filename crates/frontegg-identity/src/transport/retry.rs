//! Which calls are sent again, and when.

use std::time::Duration;

use frontegg_identity_raw::reqwest::{Method, StatusCode};

/// How often a call is sent, and how long it may wait for that.
///
/// Only what is safe to repeat is repeated: reading, replacing and deleting after a failure of network or server, and
/// everything if the server said that it was too busy to do it, or was never reached.
///
/// ```
/// use std::time::Duration;
/// use frontegg_identity::RetryPolicy;
///
/// let policy = RetryPolicy::default().attempts(5).longest_wait(Duration::from_secs(20));
/// assert_ne!(policy, RetryPolicy::never());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    first_pause: Duration,
    longest_wait: Duration,
}

impl RetryPolicy {
    /// Three sendings; a pause of 200 ms before the second one, of ten seconds at most before any.
    pub const DEFAULT: Self = Self {
        attempts: 3,
        first_pause: Duration::from_millis(200),
        longest_wait: Duration::from_secs(10),
    };

    /// Every call is sent once.
    #[must_use]
    pub fn never() -> Self {
        Self::DEFAULT.attempts(1)
    }

    /// How often a call is sent at most. 0 and 1 both mean once.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The pause before the second sending. It doubles with each one that follows, and is shortened by up to a half at
    /// random, so that many clients do not come back at once.
    #[must_use]
    pub fn first_pause(mut self, pause: Duration) -> Self {
        self.first_pause = pause;
        self
    }

    /// The longest pause before a sending. A server that asks for a longer one gets no second sending; the error says how
    /// long it asked for.
    #[must_use]
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// The longest pause.
    pub(crate) fn bears(&self, wait: Duration) -> bool {
        wait <= self.longest_wait
    }

    /// The pause before the call is sent again after the `sent`th sending; `None` if it is not.
    ///
    /// `chance`, between 0 and 1, spreads the pauses of many clients.
    pub(crate) fn pause(
        &self,
        sent: u32,
        method: &Method,
        end: End,
        chance: f64,
    ) -> Option<Duration> {
        if sent >= self.attempts || !end.allows(method) {
            return None;
        }
        let doubled = 2_u32.saturating_pow(sent.saturating_sub(1));
        let own = self
            .first_pause
            .saturating_mul(doubled)
            .mul_f64(0.5 + chance / 2.0);
        let pause = match end {
            End::Busy(wait) | End::Failed(Some(wait)) => wait.max(own),
            End::Unreached | End::Lost | End::Failed(None) => own.min(self.longest_wait),
        };
        self.bears(pause).then_some(pause)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// How a sending ended that did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// No connection came about: nothing was done.
    Unreached,
    /// The connection broke, or time ran out: it may have been done.
    Lost,
    /// 429 or 408: nothing was done. The wait is the server's.
    Busy(Duration),
    /// 5xx: it may have been done. The wait is the server's, if it named one.
    Failed(Option<Duration>),
}

impl End {
    /// How an answer with this status ended; `None` if sending again changes nothing.
    pub(crate) fn of_status(
        status: StatusCode,
        asked: Option<Duration>,
        after_429: Duration,
    ) -> Option<Self> {
        match status.as_u16() {
            429 => Some(Self::Busy(after_429)),
            408 => Some(Self::Busy(asked.unwrap_or_default())),
            500 | 502..=504 => Some(Self::Failed(asked)),
            _ => None,
        }
    }

    fn allows(self, method: &Method) -> bool {
        let is_repeatable = matches!(
            *method,
            Method::GET | Method::HEAD | Method::OPTIONS | Method::PUT | Method::DELETE
        );
        match self {
            Self::Unreached | Self::Busy(_) => true,
            Self::Lost | Self::Failed(_) => is_repeatable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILLIS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn only_what_is_safe_is_sent_again() {
        let pause = |method: Method, end| RetryPolicy::DEFAULT.pause(1, &method, end, 1.0);
        for end in [End::Lost, End::Failed(None), End::Failed(Some(MILLIS(1)))] {
            assert_eq!(pause(Method::GET, end), Some(MILLIS(200)));
            assert_eq!(pause(Method::DELETE, end), Some(MILLIS(200)));
            assert_eq!(pause(Method::POST, end), None);
            assert_eq!(pause(Method::PATCH, end), None);
        }
        for end in [End::Unreached, End::Busy(MILLIS(1))] {
            assert_eq!(pause(Method::POST, end), Some(MILLIS(200)));
        }
    }

    #[test]
    fn pauses_double_and_the_servers_wish_goes_first() {
        let policy = RetryPolicy::DEFAULT.attempts(10);
        let pause = |sent, end, chance| policy.pause(sent, &Method::GET, end, chance);
        assert_eq!(pause(1, End::Lost, 0.0), Some(MILLIS(100)));
        assert_eq!(pause(2, End::Lost, 1.0), Some(MILLIS(400)));
        assert_eq!(pause(9, End::Lost, 1.0), Some(MILLIS(10_000)));
        assert_eq!(pause(10, End::Lost, 1.0), None);
        assert_eq!(pause(1, End::Busy(MILLIS(3000)), 0.0), Some(MILLIS(3000)));
        assert_eq!(pause(1, End::Busy(MILLIS(10_001)), 0.0), None);
        assert_eq!(
            RetryPolicy::never().pause(1, &Method::GET, End::Lost, 0.0),
            None
        );
        assert_eq!(
            policy.attempts(0).pause(1, &Method::GET, End::Lost, 0.0),
            None
        );
    }

    #[test]
    fn statuses_that_a_second_sending_can_change() {
        let of = |status| End::of_status(StatusCode::from_u16(status).unwrap(), None, MILLIS(5));
        assert_eq!(of(429), Some(End::Busy(MILLIS(5))));
        assert_eq!(of(408), Some(End::Busy(Duration::ZERO)));
        assert_eq!(of(503), Some(End::Failed(None)));
        for status in [200, 302, 400, 401, 403, 404, 409, 501] {
            assert_eq!(of(status), None);
        }
    }
}
