//! Sessions that are kept in a store, and sessions that are saved by hand.

use std::sync::Arc;

use super::engine::Engine;
use super::handle::Session;
use super::place::{Place, store_error};
use super::turn::{Keeping, Turn};
use crate::client::Identity;
use crate::error::{Error, ErrorKind};
use crate::store::{SavedSession, SessionKey};

impl Session {
    /// The session as it is now, to be kept by other means than a store: absolute times, no clock.
    ///
    /// A renewal makes it old: the refresh token in it is good for one use, in this session or in one that is restored from
    /// it. To use a session in several places, keep it in a store.
    ///
    /// ```
    /// # use frontegg_identity::{Identity, SavedSession, Session, StoreError};
    /// fn move_on(session: &Session, identity: &Identity) -> Result<Session, StoreError> {
    ///     let text = session.save().to_text();
    ///     Ok(identity.restore(&SavedSession::from_text(text.expose())?))
    /// }
    /// ```
    #[must_use]
    pub fn save(&self) -> SavedSession {
        let mut saved = SavedSession::default();
        for (tenant, engine) in self.engines() {
            if let Some(live) = engine.served() {
                saved.set_tokens(tenant.as_deref(), &live.tokens);
            }
        }
        self.grant().snapshot(saved, None)
    }

    /// Keeps the session in the client's store under this key from now on, in place of what is there. A session that was
    /// kept under another key moves.
    ///
    /// # Errors
    /// [`ErrorKind::Store`]: it is not kept. [`ErrorKind::SignedOut`]: it is over.
    pub async fn store_as(&self, key: SessionKey) -> Result<(), Error> {
        const DOING: &str = "cannot keep the session";
        if self.grant().refresh_token().is_none() && self.engine().served().is_none() {
            return Err(Error::new(ErrorKind::SignedOut, DOING));
        }
        let place = Arc::new(Place::new(Arc::clone(self.identity().store()), key));
        // No renewal in between, whose tokens would not be in what is written.
        let mut turn = self.grant().turn().await?;
        let outcome = self.move_to(place, &mut turn).await;
        turn.release().await;
        outcome
    }

    async fn move_to(&self, place: Arc<Place>, turn: &mut Turn<'_>) -> Result<(), Error> {
        const DOING: &str = "cannot keep the session";
        if turn.is_at(&place) {
            return Ok(());
        }
        let lock = place.lock().await.map_err(store_error(DOING))?;
        let outcome = place.save(&self.save(), &lock).await;
        place.unlock(lock).await;
        outcome.map_err(store_error(DOING))?;
        self.grant().set_place(place);
        turn.forget().await
    }
}

impl Identity {
    /// Goes on with a session that was saved. Nothing is sent yet.
    #[must_use]
    pub fn restore(&self, saved: &SavedSession) -> Session {
        Session::of(self.clone(), saved, None)
    }

    /// The session that is kept in the client's store under this key, if there is one. Nothing is sent yet.
    ///
    /// Each call gives a session of its own, and all of them share what is kept: whoever renews it does so for all, in this
    /// process and in others.
    ///
    /// # Errors
    /// [`ErrorKind::Store`]: the store cannot be read.
    pub async fn stored_session(&self, key: SessionKey) -> Result<Option<Session>, Error> {
        const DOING: &str = "cannot load the session";
        let place = Arc::new(Place::new(Arc::clone(self.store()), key));
        let saved = place.load().await.map_err(store_error(DOING))?;
        Ok(saved.map(|saved| Session::of(self.clone(), &saved, Some(place))))
    }
}

/// Whether tokens that were taken from elsewhere are in the store; the log tells if they are not.
pub(super) fn report(keeping: &Keeping) {
    if let Keeping::Unsaved(error) = keeping {
        tracing::warn!(%error, "new tokens are not in the session's store yet");
    }
}

/// An engine of a session, with the tenant that it is for.
pub(super) type Scoped<X> = (Option<String>, Engine<X>);
