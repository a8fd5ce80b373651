//! How a session stands, for those who want to hear of it.

use tokio::sync::watch;

use crate::error::Error;

/// How a session stands.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SessionState {
    /// The last renewal came out well, or none was needed yet.
    Fresh,
    /// The last renewal failed, and is tried again. The present token is served for as long as it is good.
    Degraded(Error),
    /// A second factor is due before the next token. The present one is served for as long as it is good.
    MfaRequired,
    /// The session is over, and why: [`Error::kind`] tells a sign-out from the server's refusal and from a rotated token
    /// that was lost.
    Ended(Error),
}

impl SessionState {
    /// Whether a watcher can do without hearing of the other one.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Fresh, Self::Fresh) | (Self::MfaRequired, Self::MfaRequired) => true,
            (Self::Degraded(own), Self::Degraded(other))
            | (Self::Ended(own), Self::Ended(other)) => own.kind() == other.kind(),
            _ => false,
        }
    }
}

/// Follows the state of a session. It does not keep the session alive.
///
/// States that were passed while nobody looked are left out; the newest never is.
#[derive(Clone, Debug)]
pub struct SessionWatch {
    states: watch::Receiver<SessionState>,
}

impl SessionWatch {
    pub(crate) fn new(states: watch::Receiver<SessionState>) -> Self {
        Self { states }
    }

    /// How the session stands now. [`changed`](Self::changed) waits for the one after this.
    pub fn now(&mut self) -> SessionState {
        self.states.borrow_and_update().clone()
    }

    /// Waits for a state that was not seen yet. `None` once the session is gone, so that there will be no other.
    ///
    /// # Cancel safety
    /// No state is lost when the future is dropped.
    pub async fn changed(&mut self) -> Option<SessionState> {
        self.states.changed().await.ok()?;
        Some(self.now())
    }
}
