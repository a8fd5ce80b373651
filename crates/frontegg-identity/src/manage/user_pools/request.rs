//! Sources of users that are to be, and changes of sources.

use super::{UserSourceKind, UserSourceSettings};
use crate::manage::ids::{ApplicationId, texts};

/// A source of users to create.
#[derive(Clone, Debug)]
#[must_use = "a source is created by `UserSources::create`"]
pub struct NewUserSource {
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) position: i64,
    pub(super) application_ids: Option<Vec<String>>,
    pub(super) settings: UserSourceSettings,
}

impl NewUserSource {
    /// `position` is its place among the sources.
    pub fn new(
        name: impl Into<String>,
        position: u32,
        settings: impl Into<UserSourceSettings>,
    ) -> Self {
        Self {
            name: name.into(),
            description: None,
            position: position.into(),
            application_ids: None,
            settings: settings.into(),
        }
    }

    /// For people.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Which applications use it from the beginning.
    pub fn applications<'a>(mut self, ids: impl IntoIterator<Item = &'a ApplicationId>) -> Self {
        self.application_ids = Some(texts(ids));
        self
    }
}

/// What changes in a source of users; the rest stays. Each kind of source has a route of its own, so that the kind has to be
/// said.
#[derive(Clone, Debug)]
#[must_use = "a source is changed by `UserSources::update`"]
pub struct UserSourceChange {
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) position: Option<i64>,
    pub(super) kind: UserSourceKind,
    pub(super) settings: Option<UserSourceSettings>,
}

impl UserSourceChange {
    /// A source of this kind keeps its settings.
    pub fn of(kind: UserSourceKind) -> Self {
        Self {
            name: None,
            description: None,
            position: None,
            kind,
            settings: None,
        }
    }

    /// A source of the kind of these settings gets them, as a whole. There is no way to change a part: secrets are needed
    /// again.
    pub fn to(settings: impl Into<UserSourceSettings>) -> Self {
        let settings = settings.into();
        let kept = Self::of(settings.kind());
        Self {
            settings: Some(settings),
            ..kept
        }
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// For people as well.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Its place among the sources.
    pub fn position(mut self, position: u32) -> Self {
        self.position = Some(position.into());
        self
    }
}
