//! Passkeys and security keys, and the questions that were put to them.

use chrono::{DateTime, TimeDelta, Utc};

use super::links::end;
use super::recent::Recent;
use crate::crypto::random;
use crate::crypto::webauthn::{self, Credential};

/// A key of a user: a second factor, or a way to sign in without a password.
#[derive(Debug, Clone)]
pub(crate) struct SecurityKey {
    pub(crate) id: String,
    pub(crate) credential: Credential,
    pub(crate) kind: KeyKind,
    pub(crate) name: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
}

/// Whether the key is part of the user's machine (`deviceType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyKind {
    Platform,
    CrossPlatform,
}

impl KeyKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Platform => "Platform",
            Self::CrossPlatform => "CrossPlatform",
        }
    }

    /// `None` for a name that is neither.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Platform, Self::CrossPlatform]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

/// What a question to an authenticator is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyPurpose {
    /// A second factor, set up or shown or taken away.
    MfaEnrolment,
    Mfa,
    MfaDisablement,
    /// A passkey, registered or signed in with.
    PasskeyRegistration,
    PasskeyLogin,
}

/// A question that waits for its answer.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) purpose: KeyPurpose,
    /// The user it was put to; nobody in particular when signing in by a discoverable key.
    pub(crate) user_id: Option<String>,
    pub(crate) challenge: String,
    expires_at: DateTime<Utc>,
}

/// All questions by token: `webauthnToken`, or the value of the cookie `fe_webauthn_...`.
#[derive(Debug, Default)]
pub(crate) struct Questions {
    by_token: Recent<String, Question>,
}

impl Questions {
    /// A new question; its token and its challenge.
    pub(crate) fn ask(
        &mut self,
        purpose: KeyPurpose,
        user_id: Option<&str>,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) -> (String, String) {
        let (token, challenge) = (random::token(), webauthn::challenge());
        let question = Question {
            purpose,
            user_id: user_id.map(str::to_owned),
            challenge: challenge.clone(),
            expires_at: end(now, life),
        };
        self.by_token.insert(token.clone(), question);
        (token, challenge)
    }

    /// Takes a question out: it has one answer, right or wrong.
    pub(crate) fn answered(
        &mut self,
        purpose: KeyPurpose,
        token: &str,
        now: DateTime<Utc>,
    ) -> Option<Question> {
        let fits = self
            .by_token
            .get(token)
            .is_some_and(|question| question.purpose == purpose && now < question.expires_at);
        fits.then(|| self.by_token.remove(token)).flatten()
    }
}
