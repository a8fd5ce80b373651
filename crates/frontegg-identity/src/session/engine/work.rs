//! What an engine is doing about the next token.

use tokio::sync::watch;

use super::policy::{Deadline, Renewal};
use super::{Outcome, lost, mfa_required};
use crate::error::Error;
use crate::session::state::SessionState;

/// What is being done about the next token.
pub(super) struct Work<C> {
    pub(super) phase: Phase<C>,
    /// Attempts that failed since the last that did not.
    pub(super) failures: u32,
    /// Why the last of them did.
    pub(super) trouble: Option<Error>,
    /// Counts installs and endings. A reply to an attempt of an earlier count comes too late.
    pub(super) epoch: u64,
}

/// A value exists only in the phase in which it means something.
pub(super) enum Phase<C> {
    Idle,
    InFlight(Waiting<C>),
    Resting {
        until: Deadline,
        because: Error,
    },
    /// On the heap: a challenge is large, and few sessions meet one.
    Blocked(Box<C>),
    Ended(Error),
}

pub(super) type Waiting<C> = watch::Receiver<Option<Outcome<C>>>;

impl<C> Default for Work<C> {
    fn default() -> Self {
        Self {
            phase: Phase::Idle,
            failures: 0,
            trouble: None,
            epoch: 0,
        }
    }
}

impl<C> Work<C> {
    /// Makes every attempt that is under way come too late.
    pub(super) fn start_anew(&mut self, phase: Phase<C>) {
        self.epoch += 1;
        self.settle(phase);
    }

    /// Forgets failures.
    pub(super) fn settle(&mut self, phase: Phase<C>) {
        self.failures = 0;
        self.trouble = None;
        self.phase = phase;
    }

    pub(super) fn state(&self) -> SessionState {
        match (&self.phase, &self.trouble) {
            (Phase::Ended(because), _) => SessionState::Ended(because.clone()),
            (Phase::Blocked(_), _) => SessionState::MfaRequired,
            (_, Some(because)) => SessionState::Degraded(because.clone()),
            (_, None) => SessionState::Fresh,
        }
    }
}

impl<C> Phase<C> {
    pub(super) fn renewal(&self) -> Renewal {
        match self {
            Self::Idle | Self::Ended(_) => Renewal::Idle,
            Self::InFlight(_) => Renewal::InFlight,
            Self::Resting { until, .. } => Renewal::Resting(*until),
            Self::Blocked(_) => Renewal::Blocked,
        }
    }

    /// The attempt that is under way.
    pub(super) fn waiting(&self) -> Option<Waiting<C>> {
        match self {
            Self::InFlight(waiting) => Some(waiting.clone()),
            _ => None,
        }
    }

    /// Why there is no token.
    pub(super) fn refusal(&self) -> Error {
        match self {
            Self::Resting { because, .. } => because.clone(),
            Self::Ended(error) => error.clone(),
            Self::Blocked(_) => mfa_required(),
            Self::Idle | Self::InFlight(_) => lost(),
        }
    }
}
