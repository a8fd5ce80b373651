//! Addresses, phone numbers and usernames: what users are found by, the further ones included.

use chrono::{DateTime, Utc};

use super::users::Names;
use crate::crypto::random;

/// What kind of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Email,
    Username,
    Phone,
}

/// One name of a user.
#[derive(Debug, Clone)]
pub(crate) struct Identifier {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) is_verified: bool,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) updated_at: DateTime<Utc>,
}

impl Identifier {
    pub(crate) fn new(
        kind: Kind,
        text: impl Into<String>,
        is_verified: bool,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id: random::uuid(),
            kind,
            text: text.into(),
            is_verified,
            created_at: now,
            updated_at: now,
        }
    }

    pub(crate) fn is(&self, kind: Kind, text: &str) -> bool {
        self.kind == kind && kind.plain(&self.text) == kind.plain(text)
    }
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Email, Self::Username, Self::Phone];

    /// The text as it is compared: case, and blanks and dashes of a number, make no difference.
    pub(super) fn plain(self, text: &str) -> String {
        match self {
            Self::Email | Self::Username => text.to_lowercase(),
            Self::Phone => text.chars().filter(|c| *c != '-' && *c != ' ').collect(),
        }
    }

    /// The first among the user's names of this kind.
    pub(super) fn first(self, names: &Names) -> Option<&str> {
        match self {
            Self::Email => names.email.as_deref(),
            Self::Username => names.username.as_deref(),
            Self::Phone => names.phone.as_deref(),
        }
    }

    pub(super) fn set_first(self, names: &mut Names, text: Option<String>) {
        match self {
            Self::Email => names.email = text,
            Self::Username => names.username = text,
            Self::Phone => names.phone = text,
        }
    }
}
