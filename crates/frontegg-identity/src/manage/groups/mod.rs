//! Groups of a tenant's users.

mod change;
mod group;
mod members;
mod rules;

use frontegg_identity_raw::{catalogue, types};

pub use self::change::{GroupChange, NewGroup};
pub use self::group::{Group, GroupMember};
pub use self::rules::{GroupRules, GroupSettings};
use super::page::Page;
use super::scope::Scope;
use super::{GroupId, Listing, SortOrder};
use crate::error::Error;
use crate::manage::ids::texts;
use crate::silent::silent_debug;
pub use frontegg_identity_raw::types::ListGroupsSortBy as GroupSortField;

/// Groups of a tenant's users; [`Tenant::groups`](super::Tenant::groups) gives it.
///
/// Groups are read without their roles and users, unless [`with_roles`](Self::with_roles) and
/// [`with_users`](Self::with_users) ask for them.
///
/// ```
/// # use frontegg_identity::{Error, manage::{NewGroup, Tenant, UserId}};
/// # async fn run(tenant: Tenant, ada: UserId) -> Result<(), Error> {
/// let groups = tenant.groups().with_users();
/// let crew = groups.create(&NewGroup::new("Crew")).await?;
/// groups.add_users(&crew.id, [&ada]).await?;
/// let mut all = groups.list().stream();
/// while let Some(group) = all.next().await {
///     let group = group?;
///     println!("{}: {} users", group.name, group.users.unwrap_or_default().len());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "nothing is sent yet"]
pub struct Groups {
    scope: Scope,
    shown: Shown,
    order: Option<(GroupSortField, SortOrder)>,
}

/// What groups are read with.
#[derive(Clone, Copy, Default)]
pub(super) struct Shown {
    roles: bool,
    users: bool,
}

impl Shown {
    fn wanted(self) -> Option<types::GroupRelations> {
        match (self.roles, self.users) {
            (true, true) => Some(types::GroupRelations::RolesAndUsers),
            (true, false) => Some(types::GroupRelations::Roles),
            (false, true) => Some(types::GroupRelations::Users),
            (false, false) => None,
        }
    }
}

impl Groups {
    pub(super) fn new(scope: Scope) -> Self {
        Self {
            scope,
            shown: Shown::default(),
            order: None,
        }
    }

    /// Reads groups with their roles.
    pub fn with_roles(mut self) -> Self {
        self.shown.roles = true;
        self
    }

    /// Reads groups with their users.
    pub fn with_users(mut self) -> Self {
        self.shown.users = true;
        self
    }

    /// Lists groups in this order.
    pub fn sort_by(mut self, field: GroupSortField, order: SortOrder) -> Self {
        self.order = Some((field, order));
        self
    }

    /// All groups of the tenant. Entries that cannot be read are left out.
    ///
    /// # Wire
    /// `GET /identity/resources/groups/v2`, once a page
    pub fn list(&self) -> Listing<Group> {
        const DOING: &str = "cannot list the groups";
        let shown = self.shown;
        Listing::new(
            &self.scope,
            &self.order,
            (DOING, &catalogue::LIST_GROUPS),
            |group| group.id.as_str(),
            move |scope, order, wanted| async move {
                let (field, order) = order.unzip();
                scope
                    .client()
                    .list_groups(
                        shown.wanted(),
                        wanted.size,
                        Some(wanted.index),
                        order,
                        field,
                        None,
                    )
                    .await
            },
            move |page: types::ListGroupsResponse| {
                Page::new(read(page.items, shown), page.metadata)
            },
        )
    }

    /// These groups; ids that no group of the tenant has are passed over.
    ///
    /// # Wire
    /// `POST /identity/resources/groups/v1/bulkGet`
    pub async fn get_many(
        &self,
        ids: impl IntoIterator<Item = &GroupId>,
    ) -> Result<Vec<Group>, Error> {
        const DOING: &str = "cannot read the groups";
        let body = types::GetGroupsDto {
            groups_ids: texts(ids),
        };
        let client = self.scope.client();
        let outcome = client
            .list_groups_by_ids(self.shown.wanted(), None, &body)
            .await;
        let told = self
            .scope
            .told(DOING, &catalogue::LIST_GROUPS_BY_IDS, outcome)?;
        Ok(read(told.groups, self.shown))
    }

    /// A group.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group.
    ///
    /// # Wire
    /// `GET /identity/resources/groups/v1/{id}`
    pub async fn get(&self, id: &GroupId) -> Result<Group, Error> {
        const DOING: &str = "cannot read the group";
        let operation = &catalogue::GET_GROUP;
        let client = self.scope.client();
        let outcome = client
            .get_group(id.as_str(), self.shown.wanted(), None)
            .await;
        self.scope.part(DOING, operation, outcome, |told| {
            Group::read(told, self.shown)
        })
    }

    /// Makes a group, which is empty.
    ///
    /// # Errors
    /// [`Conflict`](crate::ErrorKind::Conflict) or [`Rejected`](crate::ErrorKind::Rejected): the tenant has a group of this
    /// name.
    ///
    /// # Wire
    /// `POST /identity/resources/groups/v1`
    pub async fn create(&self, new: &NewGroup) -> Result<Group, Error> {
        const DOING: &str = "cannot make the group";
        let operation = &catalogue::CREATE_GROUP;
        let client = self.scope.client();
        let outcome = client.create_group(None, &new.body()).await;
        self.scope.part(DOING, operation, outcome, |told| {
            Group::read(told, Shown::default())
        })
    }

    /// Changes what a group is called and looks like, and gives it as it is then, without its roles and users. A directory
    /// that maintains the group may undo it.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group. Else as for [`create`](Self::create).
    ///
    /// # Wire
    /// `PATCH /identity/resources/groups/v1/{id}`
    pub async fn update(&self, id: &GroupId, change: &GroupChange) -> Result<Group, Error> {
        const DOING: &str = "cannot change the group";
        let operation = &catalogue::UPDATE_GROUP;
        let client = self.scope.client();
        let outcome = client.update_group(id.as_str(), None, &change.body()).await;
        self.scope.part(DOING, operation, outcome, |told| {
            Group::read(told, Shown::default())
        })
    }

    /// Takes a group away. Its users stay in the tenant, without the roles that only the group gave them.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group.
    ///
    /// # Wire
    /// `DELETE /identity/resources/groups/v1/{id}`
    pub async fn delete(&self, id: &GroupId) -> Result<(), Error> {
        const DOING: &str = "cannot take the group away";
        let outcome = self.scope.client().delete_group(id.as_str(), None).await;
        self.scope.told(DOING, &catalogue::DELETE_GROUP, outcome)
    }
}

/// Entries that lack what they are about are left out.
fn read(groups: Vec<types::GroupResponse>, shown: Shown) -> Vec<Group> {
    let groups = groups.into_iter();
    groups
        .filter_map(|group| Group::read(group, shown))
        .collect()
}

silent_debug!(Groups);
