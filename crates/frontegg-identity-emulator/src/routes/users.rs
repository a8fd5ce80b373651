//! Users as the environment and admins manage them.

pub(super) mod create;
mod filter;
mod phrases;
pub(super) mod profile;
mod read;
mod remove;
mod role_updates;
mod roles;
mod standing;
mod statuses;
mod temporary;
mod tenancy;
mod update;

pub(crate) use self::create::{known_roles, no_application};
pub(crate) use self::read::unknown;
pub(crate) use self::roles::add_roles;
use super::Handler;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_user_v1", create::in_tenant),
    ("create_user", create::in_tenant),
    ("create_user_as_vendor", create::as_environment),
    ("list_users_v1", read::list_full),
    ("list_users_v2", read::list_full),
    ("list_users", read::list_lean),
    ("get_user", read::in_tenant),
    ("get_user_as_vendor", read::as_environment),
    ("get_user_by_email", read::by_email),
    ("search_users", read::search),
    ("delete_user", remove::delete),
    ("update_user", update::in_tenant),
    ("update_user_as_vendor", update::as_environment),
    ("lock_user", standing::lock),
    ("unlock_user", standing::unlock),
    ("verify_user", standing::verify),
    ("set_user_invisible", standing::set_invisible),
    ("set_user_superuser", standing::set_super_user),
    ("enable_tenant_user", standing::enable),
    ("disable_tenant_user", standing::disable),
    ("add_user_tenant", tenancy::add),
    ("set_user_active_tenant", tenancy::set_active),
    ("migrate_tenant_users", tenancy::move_all),
    ("add_user_roles", roles::add),
    ("remove_user_roles", roles::remove),
    ("list_user_roles", roles::of_users),
    ("list_user_groups", roles::groups_of_users),
    ("update_user_roles_across_tenants", role_updates::update),
    ("get_bulk_role_update_status", role_updates::status),
    ("count_tenant_users", statuses::count),
    ("list_user_tenant_statuses", statuses::list),
    ("set_user_temporary", temporary::limit),
    ("set_user_permanent", temporary::lift),
    ("get_temporary_user_configuration", temporary::configuration),
    ("set_temporary_user_configuration", temporary::configure),
];

#[cfg(test)]
mod tests;
