//! A user, as the service tells it.

use chrono::{DateTime, Utc};
use frontegg_identity_raw::types;
pub use frontegg_identity_raw::types::ManagedBy;

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
    /// What your application keeps with them.
    pub metadata: Option<Metadata>,
    /// The same, for your back end only.
    pub vendor_metadata: Option<Metadata>,
    /// When they were created.
    pub created_at: Option<DateTime<Utc>>,
    /// When they last signed in; none before the first time.
    pub last_login: Option<DateTime<Utc>>,
}

/// A user's place in a tenant.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Membership {
    /// Which tenant.
    pub tenant_id: TenantId,
    /// Whether they may not enter it.
    pub is_disabled: bool,
    /// When it ends, if it does.
    pub ends_at: Option<DateTime<Utc>>,
}

/// The description has two types for a user, which agree in these members.
macro_rules! from_wire {
    ($($wire:ident)*) => {$(
        impl From<types::$wire> for User {
            fn from(user: types::$wire) -> Self {
                Self {
                    id: user.id.into(),
                    email: user.email,
                    name: user.name,
                    phone_number: user.phone_number,
                    picture_url: user.profile_picture_url,
                    is_verified: user.verified,
                    is_locked: user.is_locked,
                    has_mfa: user.mfa_enrolled,
                    bypasses_mfa: user.mfa_bypass,
                    is_activated: user.activated_for_tenant,
                    is_invisible: user.invisible,
                    is_super_user: user.super_user,
                    may_enter_sub_accounts: user.sub_account_access_allowed,
                    provider: user.provider,
                    managed_by: user.managed_by,
                    external_id: user.external_id,
                    tenant_id: user.tenant_id.map(TenantId::from),
                    memberships: memberships(user.tenants),
                    metadata: user.metadata.map(Metadata::from_wire),
                    vendor_metadata: user.vendor_metadata.map(Metadata::from_wire),
                    created_at: user.created_at,
                    last_login: user.last_login,
                }
            }
        }
    )*};
}

from_wire!(UserDto UserV3Dto);

/// Entries without a tenant say nothing.
fn memberships(tenants: Vec<types::UserTenantDto>) -> Vec<Membership> {
    let read = |tenant: types::UserTenantDto| {
        Some(Membership {
            tenant_id: tenant.tenant_id?.into(),
            is_disabled: tenant.is_disabled.unwrap_or_default(),
            ends_at: tenant.temporary_expiration_date,
        })
    };
    tenants.into_iter().filter_map(read).collect()
}
