//! Creating roles.

use serde_json::{Value, json};

use super::{named_permissions, unknown};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::routes::view::role;
use crate::state::roles::Role;

/// `POST roles/v1`: several roles without permissions; all of them or none.
pub(super) fn many(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.tenant_if_any();
    let mut state = call.state();
    let mut new: Vec<(Role, bool)> = Vec::new();
    for entry in call.body.as_array().into_iter().flatten() {
        let flag = |name: &str| entry[name].as_bool().unwrap_or(false);
        let mut role = read(call, entry, tenant_id);
        role.first_user_role = flag("firstUserRole");
        role.level = entry["level"].as_i64().unwrap_or(0);
        if state.catalogue.has_role_key(&role.key, tenant_id, &role.id)
            || new.iter().any(|(other, _)| other.key == role.key)
        {
            return Err((&call.settings.name_taken).into());
        }
        let is_for_all = role.is_default && flag("migrateRole");
        new.push((role, is_for_all));
    }
    let mut views = Vec::new();
    for (role, is_for_all) in new {
        views.push(role::role(call.settings, &role));
        let id = role.id.clone();
        state.catalogue.roles.insert(role);
        if is_for_all {
            state.give_role_to_all(&id);
        }
    }
    Ok(Reply::created(&Value::Array(views)))
}

/// `POST roles/v2`: one role with its permissions, at the level of another one.
pub(super) fn with_permissions(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.tenant_if_any();
    let mut state = call.state();
    let mut role = read(call, call.body, tenant_id);
    if let Some(id) = call.text("baseRoleId") {
        let base = state.catalogue.roles.get(id);
        let base = base.filter(|base| base.is_known_to(tenant_id));
        role.level = base.ok_or_else(unknown)?.level;
    }
    role.permission_ids = named_permissions(call, &state)?;
    if state.catalogue.has_role_key(&role.key, tenant_id, &role.id) {
        return Err((&call.settings.name_taken).into());
    }
    let view = json!({
        "id": role.id,
        "vendorId": call.settings.client_id,
        "tenantId": role.tenant_id,
        "key": role.key,
        "name": role.name,
        "description": role.description,
        "isDefault": role.is_default,
        "permissions": role.permission_ids,
    });
    state.catalogue.roles.insert(role);
    Ok(Reply::ok(&view))
}

/// What both forms say of a role.
fn read(call: &Call<'_>, entry: &Value, tenant_id: Option<&str>) -> Role {
    let text = |name: &str| entry[name].as_str().map(str::to_owned);
    let mut role = Role::new(random::uuid(), text("key").unwrap_or_default(), call.now);
    role.name = text("name").unwrap_or_default();
    role.description = text("description");
    role.is_default = entry["isDefault"].as_bool().unwrap_or(false);
    role.tenant_id = tenant_id.map(str::to_owned);
    role
}
