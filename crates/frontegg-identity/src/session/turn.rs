//! The right to spend a session's refresh token, and to keep what comes of it.
//!
//! A rotated token is good for a single request, so there is one turn at a time: among the tasks of this process, and, where
//! the session is kept in a store, among all who share it. A turn begins with what the store has by then.

use std::sync::Arc;

use tokio::sync::MutexGuard;

use super::engine::Ask;
use super::engine::policy::Life;
use super::grant::{Grant, Unsaved, is_same};
use super::place::{Place, store_error};
use crate::clock::Moment;
use crate::error::Error;
use crate::store::{SavedSession, StoreErrorKind, StoreLock};
use crate::token::Tokens;

const DOING: &str = "cannot keep the session";

/// The right to spend the refresh token. Give it back with [`release`](Self::release): a turn that is dropped leaves the
/// impression that its holder died with an answer on the way.
#[must_use]
pub(crate) struct Turn<'a> {
    grant: &'a Grant,
    _guard: MutexGuard<'a, ()>,
    kept: Option<Kept>,
}

struct Kept {
    place: Arc<Place>,
    lock: StoreLock,
    /// What the store has.
    saved: Option<SavedSession>,
    /// Whether it has that only now, since it would not take it before.
    is_caught_up: bool,
}

/// How tokens were kept.
pub(crate) enum Keeping {
    /// They are safe.
    Kept,
    /// They are here and nowhere else.
    Unsaved(Error),
    /// Our lock had run out, and somebody else's are there instead.
    Theirs(Option<Tokens>),
    /// Our lock had run out, and somebody has signed out.
    Gone,
}

impl<'a> Turn<'a> {
    pub(super) async fn take(
        grant: &'a Grant,
        guard: MutexGuard<'a, ()>,
        place: Option<Arc<Place>>,
    ) -> Result<Self, Error> {
        let kept = match place {
            Some(place) => Some(Kept::take(place, grant).await?),
            None => None,
        };
        Ok(Self {
            grant,
            _guard: guard,
            kept,
        })
    }

    /// Whether the session is kept there already.
    pub(super) fn is_at(&self, place: &Place) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|kept| kept.place.is_same(place))
    }

    /// A good token of a tenant that somebody else has fetched, or one that could not be saved when it came; unless only
    /// the server's answer would do.
    pub(crate) fn news(&self, tenant: Option<&str>, ask: Ask<'_>, now: Moment) -> Option<Tokens> {
        let Ask::Replace(spent) = ask else {
            return None;
        };
        let kept = self.kept.as_ref()?;
        let tokens = kept.saved.as_ref()?.tokens(tenant)?;
        let is_spent = is_same(Some(&tokens.access), spent.map(|spent| &spent.access));
        let life = Life::new(tokens.obtained_at, tokens.expires_at, now);
        let is_news = !is_spent || kept.is_caught_up;
        (is_news && !life.hard.has_come(now)).then(|| tokens.clone())
    }

    /// After a refusal: whether the store has another refresh token by now than the one that was refused. Then that is the
    /// one to go on with.
    pub(crate) async fn look_again(&mut self) -> bool {
        let Some(kept) = &mut self.kept else {
            return false;
        };
        let Ok(Some(saved)) = kept.place.load_readable().await else {
            return false;
        };
        let refused = self.grant.refresh_token();
        let is_refused = is_same(saved.refresh.as_ref(), refused.as_ref());
        if saved.refresh.is_none() || is_refused || self.grant.is_after(&saved) {
            return false;
        }
        self.grant.adopt(&saved, false);
        kept.saved = Some(saved);
        true
    }

    /// Keeps what an answer brought, before anybody sees it. `new` are a tenant's new tokens, if it brought any.
    pub(crate) async fn keep(&mut self, new: Option<(Option<&str>, &Tokens)>) -> Keeping {
        let Some(kept) = &mut self.kept else {
            return Keeping::Kept;
        };
        let before = kept.saved.clone().unwrap_or_default();
        let spent = before.refresh.clone();
        let session = self.grant.snapshot(before, new);
        match kept.place.save(&session, &kept.lock).await {
            Ok(()) => {
                kept.saved = Some(session);
                Keeping::Kept
            }
            Err(error) if error.kind() == StoreErrorKind::LockLost => {
                self.keep_late(Unsaved { spent, session }, new).await
            }
            Err(error) => {
                self.grant.set_unsaved(Unsaved { spent, session });
                Keeping::Unsaved(store_error(DOING)(error))
            }
        }
    }

    /// Somebody has written since our lock ran out. If they have renewed the session, theirs it is. But they may have come
    /// with the token that we had just spent, been refused, and left a note of that: then what we have is the newest.
    async fn keep_late(&mut self, late: Unsaved, new: Option<(Option<&str>, &Tokens)>) -> Keeping {
        let Some(kept) = &mut self.kept else {
            return Keeping::Kept;
        };
        let spent = late.spent.clone();
        let is_replaced = !is_same(late.session.refresh.as_ref(), spent.as_ref());
        if is_replaced {
            // In case we do not come to the end of this.
            self.grant.set_unsaved(late);
            match kept.place.lock().await {
                Ok(lock) => {
                    let lost = std::mem::replace(&mut kept.lock, lock);
                    kept.place.unlock(lost).await;
                }
                Err(error) => return Keeping::Unsaved(store_error(DOING)(error)),
            }
        }
        let theirs = match kept.place.load_readable().await {
            Ok(theirs) => theirs,
            Err(error) => return Keeping::Unsaved(store_error(DOING)(error)),
        };
        let Some(theirs) = theirs else {
            self.grant.take_unsaved();
            return Keeping::Gone;
        };
        if is_replaced && is_same(theirs.refresh.as_ref(), spent.as_ref()) {
            let session = self.grant.snapshot(theirs, new);
            if let Err(error) = kept.place.save(&session, &kept.lock).await {
                return Keeping::Unsaved(store_error(DOING)(error));
            }
            self.grant.take_unsaved();
            kept.saved = Some(session);
            return Keeping::Kept;
        }
        self.grant.take_unsaved();
        self.grant.adopt(&theirs, false);
        let tenant = new.and_then(|(tenant, _)| tenant);
        let tokens = theirs.tokens(tenant).cloned();
        kept.saved = Some(theirs);
        Keeping::Theirs(tokens)
    }

    /// Takes the session away from where it is kept.
    pub(crate) async fn forget(&mut self) -> Result<(), Error> {
        let Some(kept) = &mut self.kept else {
            return Ok(());
        };
        kept.saved = None;
        let removed = kept.place.remove(&kept.lock).await;
        removed.map_err(store_error("cannot take the session out of its store"))
    }

    /// Lets the next one have a turn.
    pub(crate) async fn release(mut self) {
        let Some(kept) = &mut self.kept else {
            return;
        };
        let is_in_doubt = self.grant.is_in_doubt();
        if let Some(saved) = &mut kept.saved
            && saved.is_in_doubt != is_in_doubt
            && is_same(saved.refresh.as_ref(), self.grant.refresh_token().as_ref())
        {
            // So that whoever is refused with this token knows why.
            saved.is_in_doubt = is_in_doubt;
            if let Err(error) = kept.place.save(saved, &kept.lock).await {
                tracing::warn!(kind = ?error.kind(), "a session could not be marked as being in doubt");
            }
        }
        if let Some(kept) = self.kept.take() {
            kept.place.unlock(kept.lock).await;
        }
    }
}

impl Kept {
    async fn take(place: Arc<Place>, grant: &Grant) -> Result<Self, Error> {
        let lock = place.lock().await.map_err(store_error(DOING))?;
        let mut kept = Self {
            place,
            lock,
            saved: None,
            is_caught_up: false,
        };
        match kept.read(grant).await {
            Ok(()) => Ok(kept),
            Err(error) => {
                // A trace of one who died is left for the next, who may be able to read what they left.
                if !kept.lock.is_inherited() {
                    kept.place.unlock(kept.lock).await;
                }
                Err(error)
            }
        }
    }

    async fn read(&mut self, grant: &Grant) -> Result<(), Error> {
        self.saved = self
            .place
            .load_readable()
            .await
            .map_err(store_error(DOING))?;
        if let Some(unsaved) = grant.take_unsaved() {
            let found = self.saved.as_ref().and_then(|saved| saved.refresh.as_ref());
            if is_same(found, unsaved.spent.as_ref()) {
                if let Err(error) = self.place.save(&unsaved.session, &self.lock).await {
                    grant.set_unsaved(*unsaved);
                    return Err(store_error(DOING)(error));
                }
                self.saved = Some(unsaved.session);
                self.is_caught_up = true;
            }
        }
        self.saved.take_if(|saved| grant.is_after(saved));
        if let Some(saved) = &self.saved {
            grant.adopt(saved, self.lock.is_inherited());
        }
        Ok(())
    }
}
