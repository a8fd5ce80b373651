//! Users of a tenant in the accounts below it.

use frontegg_identity_raw::types::{self, SortOrder, SubTenantRolesDto, SubTenantUserRolesDto};
use frontegg_identity_raw::{Operation, Patch, Response, catalogue};

use super::{TenantUsers, User, named};
use crate::error::Error;
use crate::manage::ids::texts;
use crate::manage::page::Page;
use crate::manage::{Listing, RoleId, TenantId, UserId};

/// Which users of a tenant and of the accounts below it are wanted.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct SubAccountQuery {
    text: Option<String>,
    order: Option<(String, SortOrder)>,
}

impl SubAccountQuery {
    /// All users.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only users with this text in their name or address.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// In this order. The field is named as on the wire, as `email` or `name`.
    pub fn sort_by(mut self, field: impl Into<String>, order: SortOrder) -> Self {
        self.order = Some((field.into(), order));
        self
    }
}

/// Sub-accounts, each with roles that a user has, gets or loses there.
#[derive(Clone, Debug, Default)]
#[must_use = "roles are given by methods of `TenantUsers`"]
pub struct SubAccountRoles {
    places: Vec<(String, Vec<String>)>,
}

impl SubAccountRoles {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A sub-account with these roles.
    pub fn with<'a>(
        mut self,
        tenant_id: &TenantId,
        roles: impl IntoIterator<Item = &'a RoleId>,
    ) -> Self {
        self.places.push((tenant_id.to_string(), texts(roles)));
        self
    }

    fn to_wire(&self) -> types::UpdateUserRolesForSubTenantsDto {
        let places = self.places.iter();
        let place = |(tenant_id, role_ids): &(String, Vec<String>)| SubTenantUserRolesDto {
            role_ids: role_ids.clone(),
            tenant_id: tenant_id.clone(),
        };
        types::UpdateUserRolesForSubTenantsDto {
            ip_address: Patch::Absent,
            sub_tenants_roles: places.map(place).collect(),
            user_agent: Patch::Absent,
        }
    }
}

/// Users who come into one sub-account together. Those who are not known yet are made.
#[derive(Clone, Debug)]
#[must_use = "users are added by `TenantUsers::add_to_sub_account`"]
pub struct NewMembers {
    tenant_id: String,
    users: Vec<types::SubTenantUserIdentityDto>,
    role_ids: Vec<String>,
    access: Option<bool>,
}

impl NewMembers {
    /// Nobody yet.
    pub fn of(sub_account: &TenantId) -> Self {
        Self {
            tenant_id: sub_account.to_string(),
            users: Vec::new(),
            role_ids: Vec::new(),
            access: None,
        }
    }

    /// One with this address.
    pub fn user(mut self, email: &str) -> Self {
        self.users.push(person(email, None));
        self
    }

    /// One with this address, and this name if they are made.
    pub fn named_user(mut self, email: &str, name: &str) -> Self {
        self.users.push(person(email, Some(name)));
        self
    }

    /// Roles for all of them, in place of the default ones.
    pub fn roles<'a>(mut self, ids: impl IntoIterator<Item = &'a RoleId>) -> Self {
        self.role_ids = texts(ids);
        self
    }

    /// Lets them into the accounts below this one.
    pub fn with_sub_accounts(mut self) -> Self {
        self.access = Some(true);
        self
    }

    /// Keeps them out of the accounts below this one.
    pub fn without_sub_accounts(mut self) -> Self {
        self.access = Some(false);
        self
    }
}

impl TenantUsers {
    /// The users of the tenant and of all accounts below it, with their rights in each.
    ///
    /// # Wire
    /// `GET /identity/resources/sub-tenants/users/v1`, once a page
    pub fn with_sub_accounts(&self, query: &SubAccountQuery) -> Listing<User> {
        const DOING: &str = "cannot list the users of the sub-accounts";
        Listing::new(
            &self.scope,
            query,
            (DOING, &catalogue::LIST_SUB_ACCOUNT_USERS),
            |user| user.id.as_str(),
            |scope, query, wanted| async move {
                let (field, order) = query.order.unzip();
                scope
                    .client()
                    .list_sub_account_users(
                        query.text.as_deref(),
                        wanted.limit(),
                        Some(wanted.index),
                        order,
                        field.as_deref(),
                        None,
                    )
                    .await
            },
            |page: types::SubTenantUsersPageResponse| {
                let users = page.items.into_iter().map(User::from).collect();
                let metadata = types::FronteggPaginationMetadata {
                    total_pages: page.total_pages,
                    ..Default::default()
                };
                Page::new(users, Some(metadata))
            },
        )
    }

    /// Lets a user of the tenant into the accounts below it. It gives no roles there.
    ///
    /// # Wire
    /// `PUT /identity/resources/sub-tenants/users/v1/{userId}/access`
    pub async fn allow_sub_accounts(&self, id: &UserId) -> Result<(), Error> {
        self.set_access(id, true).await
    }

    /// Keeps a user of the tenant out of the accounts below it.
    ///
    /// # Wire
    /// `PUT /identity/resources/sub-tenants/users/v1/{userId}/access`
    pub async fn forbid_sub_accounts(&self, id: &UserId) -> Result<(), Error> {
        self.set_access(id, false).await
    }

    async fn set_access(&self, id: &UserId, allow_access: bool) -> Result<(), Error> {
        const DOING: &str = "cannot let the user into the sub-accounts, or keep them out";
        let body = types::UpdateSubAccountAccessRequestDto { allow_access };
        let client = self.scope.client();
        let outcome = client.set_user_sub_account_access(id.as_str(), &body).await;
        self.scope
            .told(DOING, &catalogue::SET_USER_SUB_ACCOUNT_ACCESS, outcome)
    }

    /// Brings one user into several sub-accounts. One who is not known yet is made, with this name.
    ///
    /// # Wire
    /// `POST /identity/resources/sub-tenants/users/v1`
    pub async fn add_to_sub_accounts(
        &self,
        email: &str,
        name: Option<&str>,
        places: &SubAccountRoles,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot add the user to the sub-accounts";
        let place = |(tenant_id, role_ids): &(String, Vec<String>)| SubTenantRolesDto {
            role_ids: named(role_ids),
            tenant_id: tenant_id.clone(),
        };
        let body = types::AddUserToSubTenantsDto {
            sub_tenants: places.places.iter().map(place).collect(),
            user: person(email, name),
        };
        let outcome = self.scope.client().add_user_sub_accounts(None, &body).await;
        self.scope
            .told(DOING, &catalogue::ADD_USER_SUB_ACCOUNTS, outcome)
    }

    /// Brings several users into one sub-account.
    ///
    /// # Wire
    /// `POST /identity/resources/sub-tenants/users/v2`
    pub async fn add_to_sub_account(&self, members: &NewMembers) -> Result<(), Error> {
        const DOING: &str = "cannot add the users to the sub-account";
        let body = types::AddUsersToSubTenantDto {
            allow_sub_account_access: members.access,
            role_ids: named(&members.role_ids),
            tenant_id: members.tenant_id.clone(),
            users: members.users.clone(),
        };
        let outcome = self.scope.client().add_sub_account_users(None, &body).await;
        self.scope
            .told(DOING, &catalogue::ADD_SUB_ACCOUNT_USERS, outcome)
    }

    /// Takes a user out of sub-accounts.
    ///
    /// # Wire
    /// `DELETE /identity/resources/sub-tenants/users/v1`, with a body
    pub async fn remove_from_sub_accounts(
        &self,
        id: &UserId,
        sub_accounts: &[TenantId],
    ) -> Result<(), Error> {
        const DOING: &str = "cannot take the user out of the sub-accounts";
        let tenants = sub_accounts.iter().map(TenantId::to_string);
        let tenants = tenants.map(|tenant_id| types::SubTenantReferenceDto { tenant_id });
        let body = types::RemoveUserFromSubTenantsDto {
            sub_tenants: tenants.collect(),
            user_id: id.to_string(),
        };
        let client = self.scope.client();
        let outcome = client.remove_user_sub_accounts(None, &body).await;
        self.scope
            .told(DOING, &catalogue::REMOVE_USER_SUB_ACCOUNTS, outcome)
    }

    /// Gives a user roles in sub-accounts, besides those that they have there.
    ///
    /// # Wire
    /// `POST /identity/resources/sub-tenants/users/v1/{userId}/roles`
    pub async fn add_sub_account_roles(
        &self,
        id: &UserId,
        roles: &SubAccountRoles,
    ) -> Result<(), Error> {
        let body = roles.to_wire();
        let client = self.scope.client();
        let outcome = client
            .add_user_sub_account_roles(id.as_str(), None, &body)
            .await;
        self.roles_changed(&catalogue::ADD_USER_SUB_ACCOUNT_ROLES, outcome)
    }

    /// Takes roles from a user in sub-accounts.
    ///
    /// # Wire
    /// `DELETE /identity/resources/sub-tenants/users/v1/{userId}/roles`, with a body
    pub async fn remove_sub_account_roles(
        &self,
        id: &UserId,
        roles: &SubAccountRoles,
    ) -> Result<(), Error> {
        let body = roles.to_wire();
        let client = self.scope.client();
        let outcome = client
            .remove_user_sub_account_roles(id.as_str(), None, &body)
            .await;
        self.roles_changed(&catalogue::REMOVE_USER_SUB_ACCOUNT_ROLES, outcome)
    }

    /// Gives a user these roles in sub-accounts, and takes the others from them there.
    ///
    /// # Wire
    /// `PATCH /identity/resources/sub-tenants/users/v1/{userId}/roles`
    pub async fn set_sub_account_roles(
        &self,
        id: &UserId,
        roles: &SubAccountRoles,
    ) -> Result<(), Error> {
        let body = roles.to_wire();
        let client = self.scope.client();
        let outcome = client
            .set_user_sub_account_roles(id.as_str(), None, &body)
            .await;
        self.roles_changed(&catalogue::SET_USER_SUB_ACCOUNT_ROLES, outcome)
    }

    fn roles_changed(
        &self,
        operation: &'static Operation,
        outcome: Result<Response<()>, frontegg_identity_raw::Error>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot change the user's roles in the sub-accounts";
        self.scope.told(DOING, operation, outcome)
    }
}

fn person(email: &str, name: Option<&str>) -> types::SubTenantUserIdentityDto {
    types::SubTenantUserIdentityDto {
        email: email.to_owned(),
        name: name.map(str::to_owned),
    }
}
