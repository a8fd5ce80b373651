//! Users as the environment and admins manage them.

pub(super) mod create;
mod read;
mod remove;

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
    ("delete_user", remove::delete),
];

#[cfg(test)]
mod tests;
