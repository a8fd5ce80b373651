//! How many users tenants have.

use frontegg_identity_raw::{catalogue, types};

use super::TenantUsers;
use crate::error::Error;
use crate::manage::TenantId;
use crate::manage::ids::texts;

/// Which users to count. Without more they are those of the handle's own tenant.
#[derive(Clone, Debug, Default)]
#[must_use = "a query asks nothing by itself"]
pub struct CountQuery {
    tenant_ids: Vec<String>,
    leaves_invisible_out: bool,
}

impl CountQuery {
    /// The users of the tenant.
    pub fn new() -> Self {
        Self::default()
    }

    /// Those of these tenants, in place of the handle's own. A user counts in tenants that are open to them.
    pub fn in_tenants<'a>(mut self, ids: impl IntoIterator<Item = &'a TenantId>) -> Self {
        self.tenant_ids = texts(ids);
        self
    }

    /// No invisible users.
    pub fn without_invisible(mut self) -> Self {
        self.leaves_invisible_out = true;
        self
    }
}

/// How many users a tenant has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserCount {
    /// Which tenant.
    pub tenant_id: TenantId,
    /// All of them.
    pub users: Option<u64>,
    /// Those who may enter it.
    pub may_enter: Option<u64>,
}

impl TenantUsers {
    /// How many users the tenant has, or others that the query names: one entry for each tenant, in no particular order.
    ///
    /// # Wire
    /// `POST /identity/resources/tenants/users/v1/count`
    pub async fn count(&self, query: &CountQuery) -> Result<Vec<UserCount>, Error> {
        const DOING: &str = "cannot count the users";
        let own = [&self.id];
        let tenant_ids = match query.tenant_ids.is_empty() {
            true => texts(own),
            false => query.tenant_ids.clone(),
        };
        let body = types::CountTenantUsersDto {
            exclude_invisible_users: query.leaves_invisible_out.then_some(true),
            tenant_ids,
        };
        let outcome = self.scope.client().count_tenant_users(&body).await;
        let told = self
            .scope
            .told(DOING, &catalogue::COUNT_TENANT_USERS, outcome)?;
        Ok(told.into_iter().filter_map(UserCount::of).collect())
    }
}

impl UserCount {
    fn of(count: types::TenantUsersCountResponse) -> Option<Self> {
        let number = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        Some(Self {
            tenant_id: count.tenant_id?.into(),
            users: number(count.total_users),
            may_enter: number(count.total_access_allowed_users),
        })
    }
}
