//! The names of a user.

use chrono::{DateTime, Utc};

use super::User;
use crate::state::identifiers::{Identifier, Kind};

/// What a user is first of all found by: one name of each kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) email: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) phone: Option<String>,
}

impl Names {
    /// An e-mail address and nothing else.
    pub(crate) fn of_email(email: impl Into<String>) -> Self {
        Self {
            email: Some(email.into()),
            ..Self::default()
        }
    }
}

impl User {
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    pub(crate) fn email(&self) -> Option<&str> {
        self.names.email.as_deref()
    }

    /// The names of a kind, in the order in which they came.
    pub(crate) fn identifiers(&self, kind: Kind) -> impl Iterator<Item = &Identifier> {
        self.identifiers.iter().filter(move |one| one.kind == kind)
    }

    pub(crate) fn identifier(&self, kind: Kind, text: &str) -> Option<&Identifier> {
        self.identifiers.iter().find(|one| one.is(kind, text))
    }

    /// Whether it is the first of its kind.
    pub(crate) fn is_primary(&self, identifier: &Identifier) -> bool {
        identifier
            .kind
            .first(&self.names)
            .is_some_and(|first| identifier.is(identifier.kind, first))
    }

    /// Whether a name was shown to be the user's own. For the first address that is what the user's own mark says.
    pub(crate) fn owns(&self, identifier: &Identifier) -> bool {
        match identifier.kind {
            Kind::Email if self.is_primary(identifier) => self.is_verified,
            _ => identifier.is_verified,
        }
    }

    /// Puts a name in the place of another one in the list.
    pub(super) fn swap(
        &mut self,
        kind: Kind,
        old: Option<&str>,
        new: Option<String>,
        is_verified: bool,
        now: DateTime<Utc>,
    ) {
        if let Some(old) = old {
            self.identifiers.retain(|one| !one.is(kind, old));
        }
        if let Some(new) = new {
            self.identifiers.retain(|one| !one.is(kind, &new));
            self.identifiers
                .push(Identifier::new(kind, new, is_verified, now));
        }
    }

    /// Makes a name of the list the first of its kind, and keeps what is known about the one before.
    pub(super) fn promote(&mut self, kind: Kind, text: &str) {
        let Some(new) = self.identifier(kind, text).cloned() else {
            return;
        };
        let former = kind.first(&self.names).map(str::to_owned);
        if kind == Kind::Email && !self.is_primary(&new) {
            let was_verified = self.is_verified;
            let former = self
                .identifiers
                .iter_mut()
                .find(|one| former.as_deref().is_some_and(|former| one.is(kind, former)));
            if let Some(former) = former {
                former.is_verified = was_verified;
            }
            self.is_verified = new.is_verified;
        }
        kind.set_first(&mut self.names, Some(new.text));
    }
}
