//! A group that is wanted, and what is to change about one.

use frontegg_identity_raw::types;

use crate::manage::{Metadata, Patch};

/// A group that is wanted. Roles and users come afterwards.
#[derive(Clone, Debug)]
#[must_use = "no group is made until this is sent"]
pub struct NewGroup {
    name: String,
    color: Option<String>,
    description: Option<String>,
    metadata: Option<Metadata>,
}

/// What is to change about a group. What is not named stays.
///
/// ```
/// use frontegg_identity::manage::{GroupChange, Patch};
///
/// let change = GroupChange::new().name("Crew").description(Patch::Null);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a change does nothing until it is sent"]
pub struct GroupChange {
    name: Option<String>,
    color: Patch<String>,
    description: Patch<String>,
    metadata: Patch<Metadata>,
}

impl NewGroup {
    /// A group of this name, which no other group of the tenant may have.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            color: None,
            description: None,
            metadata: None,
        }
    }

    /// In which it is shown, in your application's own terms.
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// What it is for.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What your application keeps with it.
    pub fn metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = Some(metadata);
        self
    }

    pub(super) fn body(&self) -> types::CreateGroupDto {
        types::CreateGroupDto {
            color: self.color.clone(),
            description: self.description.clone(),
            metadata: self.metadata.as_ref().map(|one| one.as_text().to_owned()),
            name: self.name.clone(),
        }
    }
}

impl GroupChange {
    /// No change yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// As shown to people.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// In which it is shown; [`Patch::Null`] takes the color away.
    pub fn color(mut self, color: impl Into<Patch<String>>) -> Self {
        self.color = color.into();
        self
    }

    /// What it is for; [`Patch::Null`] takes the text away.
    pub fn description(mut self, text: impl Into<Patch<String>>) -> Self {
        self.description = text.into();
        self
    }

    /// What your application keeps with it, in place of all that was there; [`Patch::Null`] takes it away.
    pub fn metadata(mut self, metadata: impl Into<Patch<Metadata>>) -> Self {
        self.metadata = metadata.into();
        self
    }

    pub(super) fn body(&self) -> types::UpdateGroupDto {
        let metadata = self.metadata.as_ref();
        types::UpdateGroupDto {
            color: self.color.clone(),
            description: self.description.clone(),
            metadata: metadata.map(|one| one.as_text().to_owned()),
            name: self.name.clone().map_or(Patch::Absent, Patch::Value),
        }
    }
}
