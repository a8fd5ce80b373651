//! Permissions of the environment.

pub(crate) mod categories;

use http::StatusCode;
use serde_json::Value;

use super::view::role;
use super::{Call, Handler, roles};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::roles::Permission;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_permissions", list),
    ("create_permissions", create),
    ("update_permission", update),
    ("delete_permission", delete),
    ("set_permission_roles", add_to_roles),
    ("set_permission_assignment_type", classify),
];

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let permissions = state.catalogue.permissions.iter();
    Ok(Reply::ok(
        &permissions
            .map(|one| role::permission(&state.catalogue, one))
            .collect(),
    ))
}

/// Several at once; all of them or none.
fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let mut new: Vec<Permission> = Vec::new();
    for entry in call.body.as_array().into_iter().flatten() {
        let text = |name: &str| entry[name].as_str().map(str::to_owned);
        let key = text("key").unwrap_or_default();
        if state.catalogue.permission_by_key(&key).is_some()
            || new.iter().any(|other| other.key == key)
        {
            return Err((&call.settings.name_taken).into());
        }
        let mut permission = Permission::new(random::uuid(), key, call.now);
        permission.name = text("name").unwrap_or_default();
        permission.description = text("description");
        permission.category_id = text("categoryId");
        permission.assignment_type = text("assignmentType");
        check_category(&state, permission.category_id.as_deref())?;
        new.push(permission);
    }
    let views = new
        .iter()
        .map(|one| role::permission(&state.catalogue, one))
        .collect();
    for permission in new {
        state.catalogue.permissions.insert(permission);
    }
    Ok(Reply::created(&views))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = own(call, &state)?.id.clone();
    if let Some(key) = call.text("key")
        && state
            .catalogue
            .permission_by_key(key)
            .is_some_and(|other| other.id != id)
    {
        return Err((&call.settings.name_taken).into());
    }
    check_category(&state, call.text("categoryId"))?;
    let permissions = &mut state.catalogue.permissions;
    let permission = permissions.get_mut(&id).ok_or_else(unknown)?;
    if let Some(key) = call.text("key") {
        key.clone_into(&mut permission.key);
    }
    if let Some(name) = call.text("name") {
        name.clone_into(&mut permission.name);
    }
    if let Some(description) = call.body.get("description") {
        permission.description = description.as_str().map(str::to_owned);
    }
    if let Some(category) = call.body.get("categoryId") {
        permission.category_id = category.as_str().map(str::to_owned);
    }
    permission.updated_at = call.now;
    shown(&state, &id)
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = own(call, &state)?.id.clone();
    state.catalogue.remove_permission(&id);
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}

/// Gives the permission to roles. Those that have it keep it, listed or not.
fn add_to_roles(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("permissionId");
    let role_ids = call.list("roleIds").unwrap_or_default();
    let mut state = call.state();
    if !state.catalogue.permissions.contains(id) {
        return Err(unknown());
    }
    let catalogue = &mut state.catalogue;
    if role_ids.iter().any(|id| !catalogue.roles.contains(id)) {
        return Err(roles::unknown());
    }
    for role_id in role_ids {
        if let Some(role) = catalogue.roles.get_mut(role_id)
            && !role.permission_ids.iter().any(|own| own == id)
        {
            role.permission_ids.push(id.to_owned());
            role.updated_at = call.now;
        }
    }
    shown(&state, id)
}

/// Sets the assignment type of several and shows the first of them.
fn classify(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let ids = call.list("permissionIds").unwrap_or_default();
    let first = *ids
        .first()
        .ok_or_else(|| Refusal::bad_request("permissionIds should not be empty"))?;
    let mut state = call.state();
    let permissions = &mut state.catalogue.permissions;
    if ids.iter().any(|id| !permissions.contains(id)) {
        return Err(unknown());
    }
    for id in &ids {
        if let Some(permission) = permissions.get_mut(id) {
            permission.assignment_type = call.text("type").map(str::to_owned);
            permission.updated_at = call.now;
        }
    }
    shown(&state, first)
}

/// The permission of the path, if it did not come with the service.
fn own<'a>(call: &Call<'_>, state: &'a State) -> Result<&'a Permission, Refusal> {
    let permission = state.catalogue.permissions.get(call.param("permissionId"));
    let permission = permission.ok_or_else(unknown)?;
    if permission.is_built_in {
        let message = "Permissions of Frontegg itself cannot be changed";
        return Err(Refusal::bad_request(message));
    }
    Ok(permission)
}

fn check_category(state: &State, id: Option<&str>) -> Result<(), Refusal> {
    match id {
        Some(id) if !state.catalogue.categories.contains(id) => Err(categories::unknown()),
        _ => Ok(()),
    }
}

fn shown(state: &State, id: &str) -> Result<Reply, Refusal> {
    let permission = state.catalogue.permissions.get(id).ok_or_else(unknown)?;
    let view: Value = role::permission(&state.catalogue, permission);
    Ok(Reply::ok(&view))
}

fn unknown() -> Refusal {
    Refusal::not_found("Permission not found")
}

#[cfg(test)]
mod tests;
