//! What a session is renewed with: one refresh token, whatever tenants its access tokens are for, and cookies.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use frontegg_identity_raw::Secret;
use frontegg_identity_raw::reqwest::header::HeaderMap;
use parking_lot::Mutex;

use super::cookies::{Cookies, refresh_end};
use super::place::Place;
use super::turn::Turn;
use crate::error::Error;
use crate::store::{Lineage, SavedSession};
use crate::token::Tokens;

/// The one refresh token of a session. All who renew share it, and spend it one after the other.
pub(crate) struct Grant {
    turn: tokio::sync::Mutex<()>,
    held: Mutex<Held>,
}

struct Held {
    refresh: Option<Secret>,
    lineage: Lineage,
    refresh_expires_at: Option<DateTime<Utc>>,
    cookies: Cookies,
    /// Whether the server may have replaced the refresh token in an answer that never arrived.
    is_in_doubt: bool,
    /// Where the session is kept, if it is.
    place: Option<Arc<Place>>,
    /// What the place would not take.
    unsaved: Option<Box<Unsaved>>,
}

/// A session that could not be saved.
pub(super) struct Unsaved {
    /// The refresh token that was spent for it.
    pub(super) spent: Option<Secret>,
    pub(super) session: SavedSession,
}

impl Grant {
    /// That of a sign-in.
    pub(crate) fn new(cookies: Cookies) -> Self {
        let mut saved = SavedSession::default();
        saved.cookies = cookies;
        saved.lineage.family = fastrand::u64(..);
        Self::of(&saved, None)
    }

    pub(crate) fn of(saved: &SavedSession, place: Option<Arc<Place>>) -> Self {
        Self {
            turn: tokio::sync::Mutex::new(()),
            held: Mutex::new(Held {
                refresh: saved.refresh.clone(),
                lineage: saved.lineage,
                refresh_expires_at: saved.refresh_expires_at,
                cookies: saved.cookies.clone(),
                is_in_doubt: saved.is_in_doubt,
                place,
                unsaved: None,
            }),
        }
    }

    /// Waits for the right to spend the refresh token: here, and where the session is kept.
    ///
    /// # Errors
    /// The place would not give its lock.
    pub(crate) async fn turn(&self) -> Result<Turn<'_>, Error> {
        let guard = self.turn.lock().await;
        let place = self.place();
        Turn::take(self, guard, place).await
    }

    pub(crate) fn place(&self) -> Option<Arc<Place>> {
        self.held.lock().place.clone()
    }

    pub(super) fn set_place(&self, place: Arc<Place>) {
        self.held.lock().place = Some(place);
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.held.lock().cookies.clone()
    }

    pub(crate) fn refresh_token(&self) -> Option<Secret> {
        self.held.lock().refresh.clone()
    }

    /// The header `Cookie` of a renewal; `None` without a refresh token, or without a name for its cookie.
    pub(crate) fn cookie(&self) -> Option<Secret> {
        let held = self.held.lock();
        held.cookies.with_refresh(held.refresh.as_ref()?)
    }

    /// The same for the last time: the token is gone afterwards.
    pub(crate) fn take_cookie(&self) -> Option<Secret> {
        let mut held = self.held.lock();
        held.unsaved = None;
        let refresh = held.refresh.take()?;
        held.cookies.with_refresh(&refresh)
    }

    /// Takes what an answer brought: a refresh token in its body or in a cookie. Without rotation it brings none, and the
    /// old one stays.
    pub(crate) fn learn(&self, headers: &HeaderMap, in_body: Option<Secret>) {
        let mut held = self.held.lock();
        let by_cookie = held.cookies.learn(headers);
        if let Some(token) = in_body.or(by_cookie) {
            if !is_same(held.refresh.as_ref(), Some(&token)) {
                held.lineage.generation = held.lineage.generation.saturating_add(1);
            }
            held.refresh = Some(token);
            held.refresh_expires_at = refresh_end(headers);
            held.is_in_doubt = false;
        }
    }

    /// Goes on with what was found where the session is kept. `may_be_spent` says that whoever held it last went away in the
    /// middle of something.
    pub(super) fn adopt(&self, saved: &SavedSession, may_be_spent: bool) {
        let mut held = self.held.lock();
        let is_news = !is_same(saved.refresh.as_ref(), held.refresh.as_ref());
        let own_doubt = held.is_in_doubt && !is_news;
        held.is_in_doubt = own_doubt || saved.is_in_doubt || may_be_spent;
        if is_news && saved.refresh.is_some() {
            held.refresh.clone_from(&saved.refresh);
            held.lineage = saved.lineage;
            held.refresh_expires_at = saved.refresh_expires_at;
            held.cookies = saved.cookies.clone();
        }
    }

    /// The session as it is to be kept: what is kept already, with what is held here in place of it.
    pub(crate) fn snapshot(
        &self,
        mut kept: SavedSession,
        new: Option<(Option<&str>, &Tokens)>,
    ) -> SavedSession {
        if let Some((tenant, tokens)) = new {
            kept.set_tokens(tenant, tokens);
        }
        let held = self.held.lock();
        kept.refresh.clone_from(&held.refresh);
        kept.lineage = held.lineage;
        kept.refresh_expires_at = held.refresh_expires_at;
        kept.cookies = held.cookies.clone();
        kept.is_in_doubt = held.is_in_doubt;
        kept
    }

    /// Whether what is held here came after that: a store that loses what it was given has an older session.
    pub(super) fn is_after(&self, saved: &SavedSession) -> bool {
        saved.lineage.is_before(self.held.lock().lineage)
    }

    pub(super) fn take_unsaved(&self) -> Option<Box<Unsaved>> {
        self.held.lock().unsaved.take()
    }

    pub(super) fn set_unsaved(&self, unsaved: Unsaved) {
        self.held.lock().unsaved = Some(Box::new(unsaved));
    }

    /// Marks the token as one that the server may have replaced, and says whether it was marked before.
    pub(crate) fn doubt(&self) -> bool {
        std::mem::replace(&mut self.held.lock().is_in_doubt, true)
    }

    pub(crate) fn set_doubt(&self, is_in_doubt: bool) {
        self.held.lock().is_in_doubt = is_in_doubt;
    }

    pub(crate) fn is_in_doubt(&self) -> bool {
        self.held.lock().is_in_doubt
    }
}

/// Whether two tokens are one. Both are ours, so nobody learns from the time that it takes.
pub(crate) fn is_same(one: Option<&Secret>, other: Option<&Secret>) -> bool {
    one.map(Secret::expose) == other.map(Secret::expose)
}
