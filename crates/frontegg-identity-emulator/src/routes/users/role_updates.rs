//! Changing the roles of a user in many tenants at once.

use serde_json::{Value, json};

use super::read::unknown;
use super::roles::add_roles;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::state::State;
use crate::state::people::RoleUpdate;

/// `PATCH vendor-only/users/v1/{userId}/roles/bulk`: in the tenants of the body, or in all that the user is in. A change of
/// many tenants may be queued: the answer then names a task, and the change is made where it can be. Otherwise it is made in
/// all of the tenants or in none.
pub(super) fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("userId");
    let mut state = call.state();
    let user = state.users.get(id).ok_or_else(unknown)?;
    let tenant_ids: Vec<String> = match call.list("tenantIds") {
        Some(ids) => ids.into_iter().map(str::to_owned).collect(),
        None => user
            .memberships
            .iter()
            .map(|one| one.tenant_id.clone())
            .collect(),
    };
    let added = known(call, &state, "addRoleIds")?;
    let removed = known(call, &state, "removeRoleIds")?;
    let mut update = RoleUpdate {
        user_id: id.to_owned(),
        tenants: tenant_ids.len(),
        added,
        removed,
        errors: Vec::new(),
    };
    let mut fitting = Vec::new();
    for tenant_id in tenant_ids {
        match check(&state, &update, &tenant_id) {
            Ok(()) => fitting.push(tenant_id),
            Err(message) => update.errors.push((tenant_id, message.to_owned())),
        }
    }
    let queue = call.settings.role_update_queue;
    let is_queued = queue.is_some_and(|from| update.tenants >= from as usize);
    if let Some((_, message)) = update.errors.first().filter(|_| !is_queued) {
        return Err(Refusal::bad_request(message.as_str()));
    }
    if let Some(user) = state.users.get_mut(id) {
        for tenant_id in fitting {
            if let Some(membership) = user.membership_mut(&tenant_id) {
                membership
                    .role_ids
                    .retain(|own| !update.removed.contains(own));
                add_roles(membership, &update.added);
            }
        }
    }
    let mut body = json!({
        "userId": update.user_id,
        "affectedTenants": if is_queued { 0 } else { update.tenants },
        "rolesAdded": update.added,
        "rolesRemoved": update.removed,
    });
    if is_queued {
        body["taskId"] = json!(state.people.role_updates.start(update));
    }
    Ok(Reply::ok(&body))
}

/// `GET vendor-only/users/v1/bulk-roles/status/{taskId}`.
pub(super) fn status(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("taskId");
    let mut state = call.state();
    let (update, is_done) = state
        .people
        .role_updates
        .poll(id)
        .ok_or_else(|| Refusal::not_found("Task not found"))?;
    let errors = update.errors.iter();
    let errors: Vec<Value> = errors
        .map(|(tenant_id, message)| json!({ "tenantId": tenant_id, "message": message }))
        .collect();
    let status = match (is_done, errors.is_empty()) {
        (false, _) => "InProgress",
        (true, true) => "Completed",
        (true, false) => "CompletedWithErrors",
    };
    let mut body = json!({
        "id": id,
        "userId": update.user_id,
        "status": status,
        "totalTenants": update.tenants,
        "processedTenants": if is_done { update.tenants } else { 0 },
        "addedRoleIds": update.added,
        "removedRoleIds": update.removed,
    });
    if is_done && !errors.is_empty() {
        body["errors"] = Value::Array(errors);
    }
    Ok(Reply::ok(&body))
}

fn known(call: &Call<'_>, state: &State, member: &str) -> Result<Vec<String>, Refusal> {
    let ids = call.list(member).unwrap_or_default();
    match ids.iter().find(|id| !state.catalogue.roles.contains(id)) {
        Some(id) => Err(Refusal::bad_request(format!("Role {id} was not found"))),
        None => Ok(ids.into_iter().map(str::to_owned).collect()),
    }
}

/// Whether the change can be made in a tenant.
fn check(state: &State, update: &RoleUpdate, tenant_id: &str) -> Result<(), &'static str> {
    let is_open = |id: &String| {
        let role = state.catalogue.roles.get(id);
        role.is_some_and(|role| role.is_open_to(tenant_id))
    };
    let user = state.users.get(&update.user_id);
    if user.is_none_or(|user| user.membership(tenant_id).is_none()) {
        Err("User does not belong to the tenant")
    } else if !update.added.iter().all(is_open) {
        Err("Role was not found in the tenant")
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
