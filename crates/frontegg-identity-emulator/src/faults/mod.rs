//! Replies that go wrong on command: a queue of faults, and the time that replies take.

mod fault;
mod gate;
mod happen;
mod spoil;

use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use serde::Serialize;

pub use self::fault::{
    CannedReply, CutPoint, DateForm, ErrorBody, Fault, LifeForm, Pick, RetryHint,
};
pub use self::gate::Gate;
pub(crate) use self::happen::{after, instead};
use crate::target::{Pattern, Target};

/// A handle to the faults of an emulator; clones share them.
///
/// A fault waits until a request comes that it was armed for, strikes, and is used up once it has struck as often as it
/// should. Of several that fit, the one that was armed first strikes.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use frontegg_identity_emulator::{CutPoint, Emulator, Fault};
///
/// let emulator = Emulator::start_blocking()?;
/// let faults = emulator.faults();
/// faults
///     .on("POST", "/identity/resources/auth/v1/user/token/refresh")
///     .times(2, Fault::status(503))
///     .once(Fault::Cut(CutPoint::MidBody));
/// assert_eq!(faults.unused().len(), 2);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Faults {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    queue: Vec<Waiting>,
    next_id: u64,
    latency: Duration,
    latencies: Vec<(Pattern, Duration)>,
}

#[derive(Debug)]
struct Waiting {
    pattern: Pattern,
    armed: Armed,
}

/// A fault that was armed, and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Armed {
    /// Counted up from 1, in the order of arming.
    pub id: u64,
    /// The method, or `*`.
    pub method: String,
    /// The path, with `{...}` for any one segment.
    pub path: String,
    /// What happens.
    pub fault: Fault,
    /// How often it still strikes; none stands for always.
    pub left: Option<u32>,
    /// How often it has struck.
    pub struck: u32,
}

impl Faults {
    /// The requests of a method and a path, to arm faults for them.
    ///
    /// The path may be a template: `{id}` stands for any value, `*` at its end for the rest; `*` as method for any method.
    #[must_use]
    pub fn on(&self, method: &str, path: &str) -> FaultsOn<'_> {
        FaultsOn {
            faults: self,
            pattern: Pattern::new(method, path),
        }
    }

    /// Faults that may still strike, in the order in which they were armed.
    #[must_use]
    pub fn armed(&self) -> Vec<Armed> {
        self.list(|armed| armed.left != Some(0))
    }

    /// Faults that have not struck as often as they were armed for; of those without end, the ones that never struck. A
    /// test that ends with some has tested less than it says.
    #[must_use]
    pub fn unused(&self) -> Vec<Armed> {
        self.list(|armed| armed.left.map_or(armed.struck == 0, |left| left > 0))
    }

    /// All faults since the start, used up or not.
    #[must_use]
    pub fn all(&self) -> Vec<Armed> {
        self.list(|_| true)
    }

    /// How often any fault has struck.
    #[must_use]
    pub fn struck(&self) -> u32 {
        self.inner
            .lock()
            .queue
            .iter()
            .map(|waiting| waiting.armed.struck)
            .sum()
    }

    /// Forgets all faults. Latencies stay.
    pub fn clear(&self) {
        self.inner.lock().queue.clear();
    }

    /// Lets every reply take this long in real time, apart from those with a latency of their own.
    pub fn set_latency(&self, latency: Duration) {
        self.inner.lock().latency = latency;
    }

    fn list(&self, chosen: impl Fn(&Armed) -> bool) -> Vec<Armed> {
        let inner = self.inner.lock();
        inner
            .queue
            .iter()
            .map(|waiting| &waiting.armed)
            .filter(|armed| chosen(armed))
            .cloned()
            .collect()
    }

    /// The fault that strikes this request, if one does. It counts as struck from now on.
    pub(crate) fn strike(&self, target: &Target<'_>) -> Option<Fault> {
        let mut inner = self.inner.lock();
        let waiting = inner
            .queue
            .iter_mut()
            .find(|waiting| waiting.armed.left != Some(0) && waiting.pattern.takes(target))?;
        waiting.armed.left = waiting.armed.left.map(|left| left - 1);
        waiting.armed.struck = waiting.armed.struck.saturating_add(1);
        Some(waiting.armed.fault.clone())
    }

    /// How long the reply to this request takes.
    pub(crate) fn latency(&self, target: &Target<'_>) -> Duration {
        let inner = self.inner.lock();
        let own = inner
            .latencies
            .iter()
            .rev()
            .find(|(pattern, _)| pattern.takes(target));
        own.map_or(inner.latency, |(_, latency)| *latency)
    }

    /// The latency of all, then those of single routes.
    pub(crate) fn latencies(&self) -> (Duration, Vec<(Pattern, Duration)>) {
        let inner = self.inner.lock();
        (inner.latency, inner.latencies.clone())
    }

    /// Forgets faults and latencies.
    pub(crate) fn reset(&self) {
        *self.inner.lock() = Inner::default();
    }
}

/// The requests of a method and a path; each call arms one more fault for them.
#[derive(Debug)]
pub struct FaultsOn<'a> {
    faults: &'a Faults,
    pattern: Pattern,
}

impl FaultsOn<'_> {
    /// Strikes the next request.
    pub fn once(self, fault: Fault) -> Self {
        self.times(1, fault)
    }

    /// Strikes the next `n` requests.
    pub fn times(self, n: u32, fault: Fault) -> Self {
        self.arm(fault, Some(n));
        self
    }

    /// Strikes every request until the faults are cleared. Faults that are armed for the same requests later never come.
    pub fn always(self, fault: Fault) -> Self {
        self.arm(fault, None);
        self
    }

    /// Lets replies take this long in real time; it goes before the latency of all.
    pub fn latency(self, latency: Duration) -> Self {
        let mut inner = self.faults.inner.lock();
        inner
            .latencies
            .retain(|(pattern, _)| *pattern != self.pattern);
        inner.latencies.push((self.pattern.clone(), latency));
        drop(inner);
        self
    }

    /// Arms a fault and returns its number.
    pub(crate) fn arm(&self, fault: Fault, left: Option<u32>) -> u64 {
        let pattern = self.pattern.clone();
        let mut inner = self.faults.inner.lock();
        inner.next_id += 1;
        let id = inner.next_id;
        let (method, path) = (pattern.method.clone(), pattern.path.clone());
        let armed = Armed {
            id,
            method,
            path,
            fault,
            left,
            struck: 0,
        };
        inner.queue.push(Waiting { pattern, armed });
        id
    }
}

#[cfg(test)]
mod tests;
