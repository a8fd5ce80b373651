//! Users.

mod change;
mod count;
mod create;
mod emails;
mod invite;
mod links;
mod list;
mod new_user;
mod phones;
mod query;
mod read;
mod roles;
mod standing;
mod sub_accounts;
mod temporary;
mod tenancy;
mod update;
mod user;
mod usernames;

use std::fmt;

use frontegg_identity_raw::ConversionError;

pub use self::change::{ProfileChange, UserUpdate};
pub use self::count::{CountQuery, UserCount};
pub use self::emails::{EmailQuery, ListUserEmailsSortBy, UserEmail};
pub use self::invite::Invitee;
pub use self::links::UserLink;
pub use self::new_user::{NewUser, ProvisionedUser, UserProvider};
pub use self::phones::{PhoneNumberSortField, PhoneQuery, UserPhone};
pub use self::query::{IdentifierType, Phrases, SortOrder, UserQuery, UserSortField};
pub use self::read::{TenantStatus, UserStatuses, UserTenantStatus};
pub use self::roles::{
    RolesChanged, UserGroupIds, UserRoleChange, UserRoleChangeError, UserRoleChangeOutcome,
    UserRoleChangeReport, UserRoleIds,
};
pub use self::sub_accounts::{NewMembers, SubAccountQuery, SubAccountRoles};
pub use self::tenancy::{NewMembership, TenantMove};
pub use self::user::{ManagedBy, Membership, User};
pub use self::usernames::{ListUsernamesSortBy, Username, UsernameQuery};
use super::scope::Scope;
use crate::error::{Error, ErrorKind};
use crate::silent::silent_debug;

/// Users in all tenants of the environment; [`Environment::users`](super::Environment::users) gives it.
#[derive(Clone)]
pub struct Users {
    scope: Scope,
}

impl Users {
    pub(super) fn new(scope: Scope) -> Self {
        Self { scope }
    }
}

silent_debug!(Users);

/// Users of one tenant; [`Tenant::users`](super::Tenant::users) gives it. A user has to be an administrator of it.
///
/// What only the environment may do with users of a tenant is a method of [`Users`].
#[derive(Clone)]
pub struct TenantUsers {
    scope: Scope,
    id: super::TenantId,
}

impl TenantUsers {
    pub(super) fn new(scope: Scope, id: super::TenantId) -> Self {
        Self { scope, id }
    }
}

impl fmt::Debug for TenantUsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TenantUsers")
            .field("tenant_id", &self.id)
            .finish_non_exhaustive()
    }
}

/// A text that the API would not take is ours to mend.
pub(super) fn fitting<T>(doing: &'static str, text: Option<&str>) -> Result<Option<T>, Error>
where
    T: for<'a> TryFrom<&'a str, Error = ConversionError>,
{
    text.map(T::try_from).transpose().map_err(|error| {
        let source = Some(error.into());
        Error::built(ErrorKind::Input, doing, None, source)
    })
}

/// Lists of ids that are sent only if they were named.
pub(super) fn named(ids: &[String]) -> Option<Vec<String>> {
    (!ids.is_empty()).then(|| ids.to_vec())
}

/// Metadata as the wire has it.
pub(super) fn text(metadata: Option<&super::Metadata>) -> Option<String> {
    metadata.map(|metadata| metadata.as_text().to_owned())
}

/// Whole seconds, and never fewer than wished.
pub(super) fn seconds(life: std::time::Duration) -> i64 {
    super::wire::signed(super::wire::seconds(life))
}
