//! What a user's session is renewed with: one refresh token, whatever tenants its access tokens are for, and cookies.

use frontegg_identity_raw::Secret;
use frontegg_identity_raw::reqwest::header::HeaderMap;
use parking_lot::Mutex;
use tokio::sync::MutexGuard;

use super::cookies::Cookies;

/// The one refresh token of a session. All who renew share it, and spend it one after the other.
pub(crate) struct Grant {
    turn: tokio::sync::Mutex<()>,
    held: Mutex<Held>,
}

struct Held {
    refresh: Option<Secret>,
    cookies: Cookies,
    /// Whether the server may have replaced the refresh token in an answer that never arrived.
    is_in_doubt: bool,
}

/// The right to spend the refresh token. A rotated one is good for a single request, so there is one turn at a time.
#[must_use]
pub(crate) struct Turn<'a> {
    _guard: MutexGuard<'a, ()>,
}

impl Grant {
    pub(crate) fn new(refresh: Option<Secret>, cookies: Cookies) -> Self {
        Self {
            turn: tokio::sync::Mutex::new(()),
            held: Mutex::new(Held {
                refresh,
                cookies,
                is_in_doubt: false,
            }),
        }
    }

    pub(crate) async fn turn(&self) -> Turn<'_> {
        Turn {
            _guard: self.turn.lock().await,
        }
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.held.lock().cookies.clone()
    }

    /// The header `Cookie` of a renewal; `None` without a refresh token, or without a name for its cookie.
    pub(crate) fn cookie(&self) -> Option<Secret> {
        let held = self.held.lock();
        held.cookies.with_refresh(held.refresh.as_ref()?)
    }

    /// The same for the last time: the token is gone afterwards.
    pub(crate) fn take_cookie(&self) -> Option<Secret> {
        let mut held = self.held.lock();
        let refresh = held.refresh.take()?;
        held.cookies.with_refresh(&refresh)
    }

    /// Takes what an answer brought: a refresh token in its body or in a cookie. Without rotation it brings none, and the
    /// old one stays.
    pub(crate) fn learn(&self, headers: &HeaderMap, in_body: Option<Secret>) {
        let mut held = self.held.lock();
        let by_cookie = held.cookies.learn(headers);
        if let Some(token) = in_body.or(by_cookie) {
            held.refresh = Some(token);
            held.is_in_doubt = false;
        }
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
