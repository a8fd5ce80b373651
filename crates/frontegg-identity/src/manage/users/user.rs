//! A user, as the service tells it.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;
pub use frontegg_identity_raw::types::ManagedBy;

use crate::manage::held::{HeldPermission, HeldRole, Rights, all};
use crate::manage::{Metadata, TenantId, UserId};

/// A user. Which members are told depends on the call: a list leaves out what a look-up of one user has.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// Names the user in all tenants.
    pub id: UserId,
    /// None for users with only a phone number or a username.
    pub email: Option<String>,
    /// As shown to people.
    pub name: Option<String>,
    /// With country code.
    pub phone_number: Option<String>,
    /// Where their picture is.
    pub picture_url: Option<String>,
    /// Whether the main e-mail address is verified.
    pub is_verified: Option<bool>,
    /// Whether they may not sign in, by the lockout policy or by an administrator.
    pub is_locked: Option<bool>,
    /// Whether they have a second factor.
    pub has_mfa: Option<bool>,
    /// Whether they are spared a second factor.
    pub bypasses_mfa: Option<bool>,
    /// Whether they have activated in the tenant that the call is about.
    pub is_activated: Option<bool>,
    /// Whether other users of the tenant do not see them.
    pub is_invisible: Option<bool>,
    /// Whether they are a super-user.
    pub is_super_user: Option<bool>,
    /// Whether they may enter sub-accounts.
    pub may_enter_sub_accounts: Option<bool>,
    /// Where the identity comes from, as `local` or `saml`.
    pub provider: Option<String>,
    /// Who maintains the record.
    pub managed_by: Option<ManagedBy>,
    /// Their id in a system of yours.
    pub external_id: Option<String>,
    /// The tenant that is active.
    pub tenant_id: Option<TenantId>,
    /// Their tenants.
    pub memberships: Vec<Membership>,
    /// What they hold in the tenant that the call is about, or else in the active one. Lists do not tell it.
    pub rights: Option<Rights>,
    /// What your application keeps with them.
    pub metadata: Option<Metadata>,
    /// The same, for your back end only.
    pub vendor_metadata: Option<Metadata>,
    /// When they were created.
    pub created_at: Option<DateTime<Utc>>,
    /// When they last signed in; none before the first time.
    pub last_login: Option<DateTime<Utc>>,
}

/// A user's place in a tenant. As with a [`User`], what is told depends on the call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Membership {
    /// Which tenant.
    pub tenant_id: TenantId,
    /// Whether they may not enter it.
    pub is_disabled: Option<bool>,
    /// Whether they have activated there.
    pub is_activated: Option<bool>,
    /// When it ends, if it does.
    pub ends_at: Option<DateTime<Utc>>,
    /// When they last came in there.
    pub last_login: Option<DateTime<Utc>>,
    /// Their roles there.
    pub roles: Option<Vec<HeldRole>>,
    /// What those roles permit.
    pub permissions: Option<Vec<HeldPermission>>,
}

/// The description has two types for a user, which agree in these members.
macro_rules! from_wire {
    ($wire:ident, |$user:ident| $rights:expr, $membership:expr) => {
        impl From<types::$wire> for User {
            fn from($user: types::$wire) -> Self {
                Self {
                    email: $user.email,
                    name: $user.name,
                    phone_number: $user.phone_number,
                    picture_url: $user.profile_picture_url,
                    is_verified: $user.verified,
                    is_locked: $user.is_locked,
                    has_mfa: $user.mfa_enrolled,
                    bypasses_mfa: $user.mfa_bypass,
                    is_activated: $user.activated_for_tenant,
                    is_invisible: $user.invisible,
                    is_super_user: $user.super_user,
                    may_enter_sub_accounts: $user.sub_account_access_allowed,
                    provider: $user.provider,
                    managed_by: $user.managed_by,
                    external_id: $user.external_id,
                    tenant_id: $user.tenant_id.map(TenantId::from),
                    memberships: Membership::all($user.tenants, $membership),
                    rights: $rights,
                    metadata: $user.metadata.map(Metadata::from_wire),
                    vendor_metadata: $user.vendor_metadata.map(Metadata::from_wire),
                    created_at: $user.created_at,
                    last_login: $user.last_login,
                    ..Self::bare($user.id.into())
                }
            }
        }
    };
}

from_wire!(UserV3Dto, |user| None, Membership::without_roles);
from_wire!(
    UserDto,
    |user| Some(Rights::of(user.roles, user.permissions, user.groups)),
    Membership::with_roles
);

impl User {
    fn bare(id: UserId) -> Self {
        Self {
            id,
            email: None,
            name: None,
            phone_number: None,
            picture_url: None,
            is_verified: None,
            is_locked: None,
            has_mfa: None,
            bypasses_mfa: None,
            is_activated: None,
            is_invisible: None,
            is_super_user: None,
            may_enter_sub_accounts: None,
            provider: None,
            managed_by: None,
            external_id: None,
            tenant_id: None,
            memberships: Vec::new(),
            rights: None,
            metadata: None,
            vendor_metadata: None,
            created_at: None,
            last_login: None,
        }
    }

    /// One who has come into a tenant this moment.
    pub(super) fn created(user: types::UserCreatedResponse, tenant_id: &TenantId) -> Self {
        let membership = Membership {
            is_activated: user.activated_for_tenant,
            ends_at: user.temporary_expiration_date,
            ..Membership::bare(tenant_id.clone())
        };
        Self {
            email: user.email,
            name: user.name,
            picture_url: user.profile_picture_url,
            is_verified: user.verified,
            is_activated: user.activated_for_tenant,
            memberships: vec![membership],
            rights: Some(Rights::of(user.roles, user.permissions, Vec::new())),
            metadata: user.metadata.map(Metadata::from_wire),
            created_at: user.created_at,
            last_login: user.last_login,
            ..Self::bare(user.id.into())
        }
    }
}

/// As the list of a tenant and the accounts below it has them: with the rights in each.
impl From<types::SubTenantUserDto> for User {
    fn from(user: types::SubTenantUserDto) -> Self {
        Self {
            email: user.email,
            name: user.name,
            phone_number: user.phone_number,
            picture_url: user.profile_picture_url,
            is_verified: user.verified,
            is_locked: user.is_locked,
            has_mfa: user.mfa_enrolled,
            bypasses_mfa: user.mfa_bypass,
            is_invisible: user.invisible,
            is_super_user: user.super_user,
            provider: user.provider,
            tenant_id: user.tenant_id.map(TenantId::from),
            memberships: Membership::all(user.tenants, Membership::below),
            metadata: user.metadata.map(Metadata::from_wire),
            created_at: user.created_at,
            ..Self::bare(user.id.into())
        }
    }
}

impl Membership {
    /// Entries without a tenant say nothing. No more room is taken than is needed: there are many users, with a tenant each.
    fn all<W>(tenants: Vec<W>, read: fn(W) -> Option<Self>) -> Vec<Self> {
        let mut memberships = Vec::with_capacity(tenants.len());
        memberships.extend(tenants.into_iter().filter_map(read));
        memberships
    }

    fn bare(tenant_id: TenantId) -> Self {
        Self {
            tenant_id,
            is_disabled: None,
            is_activated: None,
            ends_at: None,
            last_login: None,
            roles: None,
            permissions: None,
        }
    }

    fn without_roles(tenant: types::UserTenantDto) -> Option<Self> {
        Some(Self {
            is_disabled: tenant.is_disabled,
            ends_at: tenant.temporary_expiration_date,
            ..Self::bare(tenant.tenant_id?.into())
        })
    }

    fn with_roles(mut tenant: types::UserTenantDto) -> Option<Self> {
        let roles = std::mem::take(&mut tenant.roles);
        Some(Self {
            roles: Some(all(roles)),
            ..Self::without_roles(tenant)?
        })
    }

    fn below(tenant: types::SubTenantUserTenantDto) -> Option<Self> {
        Some(Self {
            is_activated: tenant.activated,
            last_login: tenant.last_login,
            roles: Some(all(tenant.roles)),
            permissions: Some(all(tenant.permissions)),
            ..Self::bare(tenant.tenant_id?.into())
        })
    }
}
