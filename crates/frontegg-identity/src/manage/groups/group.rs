//! A group, as the service tells it.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;

use super::Shown;
use crate::manage::{GroupId, HeldRole, ManagedBy, Metadata, UserId};

/// A group of users of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// Names it.
    pub id: GroupId,
    /// As shown to people. No other group of the tenant has it.
    pub name: String,
    /// In which it is shown, in your application's own terms.
    pub color: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// What your application keeps with it.
    pub metadata: Option<Metadata>,
    /// Who maintains it.
    pub managed_by: Option<ManagedBy>,
    /// The roles that all its users have; none if they were [not asked for](super::Groups::with_roles).
    pub roles: Option<Vec<HeldRole>>,
    /// Its users; none if they were [not asked for](super::Groups::with_users).
    pub users: Option<Vec<GroupMember>>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

/// A user of a group, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupMember {
    /// Names the user.
    pub id: UserId,
    /// None for users with only a phone number or a username.
    pub email: Option<String>,
    /// As shown to people.
    pub name: Option<String>,
    /// Where their picture is.
    pub picture_url: Option<String>,
    /// Whether they have activated in the tenant of the group.
    pub is_activated: Option<bool>,
    /// When they were created.
    pub created_at: Option<DateTime<Utc>>,
}

impl Group {
    /// None if it lacks what it is about.
    pub(super) fn read(told: types::GroupResponse, shown: Shown) -> Option<Self> {
        let roles = told.roles.into_iter().filter_map(HeldRole::of_group);
        let users = told.users.into_iter().filter_map(GroupMember::read);
        Some(Self {
            id: told.id?.into(),
            name: told.name.unwrap_or_default(),
            color: told.color,
            description: told.description,
            metadata: told.metadata.map(Metadata::from_wire),
            managed_by: told.managed_by,
            roles: shown.roles.then(|| roles.collect()),
            users: shown.users.then(|| users.collect()),
            created_at: told.created_at,
            updated_at: told.updated_at,
        })
    }
}

impl GroupMember {
    /// None if it lacks what it is about.
    fn read(told: types::GroupUserDto) -> Option<Self> {
        Some(Self {
            id: told.id?.into(),
            email: told.email.filter(|email| !email.is_empty()),
            name: told.name,
            picture_url: told.profile_picture_url,
            is_activated: told.activated_for_tenant,
            created_at: told.created_at,
        })
    }
}
