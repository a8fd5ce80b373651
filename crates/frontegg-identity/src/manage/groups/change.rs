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
/// use frontegg_identity::manage::GroupChange;
///
/// let change = GroupChange::new().name("Crew").description("");
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a change does nothing until it is sent"]
pub struct GroupChange {
    name: Option<String>,
    color: Option<String>,
    description: Option<String>,
    metadata: Option<Metadata>,
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

    /// In which it is shown. An empty text takes the color away.
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }

    /// What it is for. An empty text takes it away.
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// What your application keeps with it. It takes the place of all that was there: read it first, and change that.
    pub fn metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// The description knows of no null here, so that none is sent.
    pub(super) fn body(&self) -> types::UpdateGroupDto {
        types::UpdateGroupDto {
            color: patch(self.color.clone()),
            description: patch(self.description.clone()),
            metadata: patch(self.metadata.as_ref().map(|one| one.as_text().to_owned())),
            name: patch(self.name.clone()),
        }
    }
}

fn patch(text: Option<String>) -> Patch<String> {
    text.map_or(Patch::Absent, Patch::Value)
}
