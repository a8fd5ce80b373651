//! Roles and users of a group.

use frontegg_identity_raw::{catalogue, types};

use super::Groups;
use crate::error::Error;
use crate::manage::ids::texts;
use crate::manage::{GroupId, RoleId, UserId};

impl Groups {
    /// Gives a group more roles, and so all its users.
    ///
    /// # Errors
    /// [`Forbidden`](crate::ErrorKind::Forbidden): the environment has roles of groups switched off, or the caller is a user
    /// whose own roles are not stronger. [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group.
    ///
    /// # Wire
    /// `POST /identity/resources/groups/v1/{groupId}/roles`
    pub async fn add_roles(
        &self,
        id: &GroupId,
        roles: impl IntoIterator<Item = &RoleId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot give the group roles";
        let body = of_roles(roles);
        let client = self.scope.client();
        let outcome = client.add_group_roles(id.as_str(), None, &body).await;
        self.scope.told(DOING, &catalogue::ADD_GROUP_ROLES, outcome)
    }

    /// Takes roles away from a group. Those that it does not have make no difference.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group.
    ///
    /// # Wire
    /// `DELETE /identity/resources/groups/v1/{groupId}/roles`, with a body
    pub async fn remove_roles(
        &self,
        id: &GroupId,
        roles: impl IntoIterator<Item = &RoleId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot take roles away from the group";
        let body = of_roles(roles);
        let client = self.scope.client();
        let outcome = client.remove_group_roles(id.as_str(), None, &body).await;
        self.scope
            .told(DOING, &catalogue::REMOVE_GROUP_ROLES, outcome)
    }

    /// Puts users of the tenant into a group, which gives them its roles.
    ///
    /// # Errors
    /// [`Forbidden`](crate::ErrorKind::Forbidden): the caller is a user whose own roles are not stronger than the group's.
    /// [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group, or no such user.
    ///
    /// # Wire
    /// `POST /identity/resources/groups/v1/{groupId}/users`
    pub async fn add_users(
        &self,
        id: &GroupId,
        users: impl IntoIterator<Item = &UserId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot put users into the group";
        let body = of_users(users);
        let client = self.scope.client();
        let outcome = client.add_group_users(id.as_str(), None, &body).await;
        self.scope.told(DOING, &catalogue::ADD_GROUP_USERS, outcome)
    }

    /// Takes users out of a group; they stay in the tenant. Those that are not in it make no difference.
    ///
    /// # Errors
    /// [`NotFound`](crate::ErrorKind::NotFound): the tenant has no such group.
    ///
    /// # Wire
    /// `DELETE /identity/resources/groups/v1/{groupId}/users`, with a body
    pub async fn remove_users(
        &self,
        id: &GroupId,
        users: impl IntoIterator<Item = &UserId>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot take users out of the group";
        let body = of_users(users);
        let client = self.scope.client();
        let outcome = client.remove_group_users(id.as_str(), None, &body).await;
        self.scope
            .told(DOING, &catalogue::REMOVE_GROUP_USERS, outcome)
    }
}

fn of_roles<'a>(ids: impl IntoIterator<Item = &'a RoleId>) -> types::UpdateRolesOnGroupDto {
    types::UpdateRolesOnGroupDto {
        role_ids: texts(ids),
    }
}

fn of_users<'a>(ids: impl IntoIterator<Item = &'a UserId>) -> types::UpdateUsersOnGroupDto {
    types::UpdateUsersOnGroupDto {
        user_ids: texts(ids),
    }
}
