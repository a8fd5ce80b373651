//! Changing and deleting roles. A role of a tenant is there only for calls that name the tenant.

use http::StatusCode;
use serde_json::Value;

use super::{named_permissions, unknown};
use crate::http::{Refusal, Reply};
use crate::routes::view::role;
use crate::routes::{Call, tenants};
use crate::state::State;
use crate::state::roles::Role;

/// `PATCH roles/v1/{roleId}`: what is sent changes, the rest stays.
pub(super) fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let known = known(call, &state)?;
    let (id, owner) = (known.id.clone(), known.tenant_id.clone());
    if let Some(key) = call.text("key")
        && state.catalogue.has_role_key(key, owner.as_deref(), &id)
    {
        return Err((&call.settings.name_taken).into());
    }
    let role = state.catalogue.roles.get_mut(&id).ok_or_else(unknown)?;
    if let Some(key) = call.text("key") {
        key.clone_into(&mut role.key);
    }
    if let Some(name) = call.text("name") {
        name.clone_into(&mut role.name);
    }
    if let Some(description) = call.body.get("description") {
        role.description = description.as_str().map(str::to_owned);
    }
    if let Some(level) = call.body.get("level").and_then(Value::as_i64) {
        role.level = level;
    }
    role.is_default = call.flag("isDefault").unwrap_or(role.is_default);
    role.first_user_role = call.flag("firstUserRole").unwrap_or(role.first_user_role);
    role.updated_at = call.now;
    let is_for_all = role.is_default && call.flag("migrateRole").unwrap_or(false);
    let view = role::role(call.settings, role);
    if is_for_all {
        state.give_role_to_all(&id);
    }
    Ok(Reply::ok(&view))
}

/// `PUT roles/v1/{roleId}/permissions`: these and no others.
pub(super) fn set_permissions(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = known(call, &state)?.id.clone();
    let permission_ids = named_permissions(call, &state)?;
    let role = state.catalogue.roles.get_mut(&id).ok_or_else(unknown)?;
    role.permission_ids = permission_ids;
    role.updated_at = call.now;
    Ok(Reply::ok(&role::role(call.settings, role)))
}

/// `PUT roles/v1/{roleId}/tenant`: null gives the role to the environment. It needs no tenant in the header.
pub(super) fn set_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.text("tenantId");
    let mut state = call.state();
    let role = state.catalogue.roles.get(call.param("roleId"));
    let role = role.ok_or_else(unknown)?;
    let (id, key) = (role.id.clone(), role.key.clone());
    if tenant_id.is_some_and(|id| !state.tenants.contains(id)) {
        return Err(tenants::unknown());
    }
    if state.catalogue.has_role_key(&key, tenant_id, &id) {
        return Err((&call.settings.name_taken).into());
    }
    state.move_role(&id, tenant_id);
    let role = state.catalogue.roles.get_mut(&id).ok_or_else(unknown)?;
    role.updated_at = call.now;
    Ok(Reply::ok(&role::role(call.settings, role)))
}

/// `DELETE roles/v1/{roleId}`.
pub(super) fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = known(call, &state)?.id.clone();
    state.remove_role(&id);
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}

fn known<'a>(call: &Call<'_>, state: &'a State) -> Result<&'a Role, Refusal> {
    let role = state.catalogue.roles.get(call.param("roleId"));
    role.filter(|role| role.is_known_to(call.tenant_if_any()))
        .ok_or_else(unknown)
}
