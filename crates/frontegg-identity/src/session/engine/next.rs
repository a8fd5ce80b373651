//! What a caller gets.

use std::sync::Arc;

use super::work::Waiting;
use super::{Live, Outcome};
use crate::clock::Clock;
use crate::error::{Error, ErrorKind};

/// What a caller gets, or waits for.
pub(super) enum Next<C> {
    Token(Arc<Live>),
    /// With the token that will do if the next one does not come.
    Wait(Waiting<C>, Option<Arc<Live>>),
    Refusal(Error),
}

impl<C: Clone> Next<C> {
    pub(super) async fn result(self, clock: &dyn Clock) -> Result<Arc<Live>, Error> {
        let (waiting, old) = match self {
            Self::Token(live) => return Ok(live),
            Self::Refusal(error) => return Err(error),
            Self::Wait(waiting, old) => (waiting, old),
        };
        let error = match outcome_of(waiting).await {
            Some(Outcome::Renewed(live)) => return Ok(live),
            Some(Outcome::Ended(error)) => return Err(error),
            Some(Outcome::Kept(error)) => error,
            Some(Outcome::NeedsMfa(_)) => mfa_required(),
            None => lost(),
        };
        old.filter(|live| !live.life.end.has_come(clock.ticks()))
            .ok_or(error)
    }
}

pub(super) async fn outcome_of<C: Clone>(mut waiting: Waiting<C>) -> Option<Outcome<C>> {
    let outcome = waiting.wait_for(Option::is_some).await.ok()?;
    outcome.clone()
}

pub(super) fn mfa_required() -> Error {
    Error::new(ErrorKind::MfaRequired, "cannot renew the session")
}

pub(super) fn signed_out() -> Error {
    Error::new(ErrorKind::SignedOut, "there is no token")
}

/// The attempt ended without an answer to those who wait.
pub(super) fn lost() -> Error {
    Error::new(ErrorKind::Network, "cannot renew the session")
}
