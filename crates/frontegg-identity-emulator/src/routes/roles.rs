//! Roles of the environment and of single tenants.

mod change;
mod create;
mod read;

use super::{Call, Handler};
use crate::http::Refusal;
use crate::state::State;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_roles_v1", read::list),
    ("create_roles_v1", create::many),
    ("list_roles", read::page),
    ("create_role", create::with_permissions),
    ("list_role_levels", read::levels),
    ("list_role_tenants", read::tenants),
    ("update_role", change::update),
    ("set_role_permissions", change::set_permissions),
    ("set_role_tenant", change::set_tenant),
    ("delete_role", change::delete),
];

/// 404: no such role, or none of this tenant.
pub(super) fn unknown() -> Refusal {
    Refusal::not_found("Role not found")
}

/// The permissions of a member of the body, each once. All have to exist.
fn named_permissions(call: &Call<'_>, state: &State) -> Result<Vec<String>, Refusal> {
    let mut ids: Vec<String> = Vec::new();
    for id in call.list("permissionIds").unwrap_or_default() {
        if !state.catalogue.permissions.contains(id) {
            let message = format!("Permission {id} was not found");
            return Err(Refusal::bad_request(message));
        }
        if !ids.iter().any(|other| other == id) {
            ids.push(id.to_owned());
        }
    }
    Ok(ids)
}

#[cfg(test)]
mod tests;
