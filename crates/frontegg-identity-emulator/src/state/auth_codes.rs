//! Codes that an app gets by a redirect and exchanges for tokens.

use chrono::{DateTime, TimeDelta, Utc};

use super::links::end;
use super::recent::Recent;
use crate::crypto::random;

/// Life of a code. That of the real service is not known; RFC 6749 wants no more.
const LIFE: TimeDelta = TimeDelta::minutes(10);

/// What a code was given for.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// The session that the app shall get one like.
    pub(crate) session_id: String,
    pub(crate) redirect_uri: String,
    pub(crate) nonce: Option<String>,
    pub(crate) challenge: Option<Challenge>,
}

/// What only the app that asked can answer (RFC 7636).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Challenge {
    Plain(String),
    /// The digest of the answer, in base64url.
    Sha256(String),
}

/// All codes that wait for their exchange, one a session at most.
#[derive(Debug, Default)]
pub(crate) struct AuthCodes {
    by_code: Recent<String, (Asked, DateTime<Utc>)>,
}

impl AuthCodes {
    /// A new code; an older one of the same session is dead.
    pub(crate) fn make(&mut self, asked: Asked, now: DateTime<Utc>) -> String {
        self.by_code
            .retain(|_, (other, end)| now < *end && other.session_id != asked.session_id);
        let code = random::token();
        self.by_code.insert(code.clone(), (asked, end(now, LIFE)));
        code
    }

    /// Takes a code out: it has one try.
    pub(crate) fn take(&mut self, code: &str, now: DateTime<Utc>) -> Option<Asked> {
        let (asked, end) = self.by_code.remove(code)?;
        (now < end).then_some(asked)
    }
}
