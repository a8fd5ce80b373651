//! The roles of users in a tenant, and their groups there.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::create::known_roles;
use super::read::unknown;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::routes::view::role;
use crate::state::State;
use crate::state::users::{Membership, User};

/// Users that can be asked about at once.
const MOST_USERS: usize = 250;

/// `POST users/v1/{userId}/roles`.
pub(super) fn add(call: &Call<'_>) -> Result<Reply, Refusal> {
    let body = change(call, add_roles)?;
    Ok(Reply::created(&body))
}

/// `DELETE users/v1/{userId}/roles`, with a body. Roles that the user does not have make no difference.
pub(super) fn remove(call: &Call<'_>) -> Result<Reply, Refusal> {
    let body = change(call, |membership, ids| {
        membership.role_ids.retain(|own| !ids.contains(own));
    })?;
    Ok(Reply::ok(&body))
}

/// Adds the roles that are not there yet.
pub(crate) fn add_roles(membership: &mut Membership, ids: &[String]) {
    for id in ids {
        if !membership.role_ids.contains(id) {
            membership.role_ids.push(id.clone());
        }
    }
}

fn change(
    call: &Call<'_>,
    change: impl FnOnce(&mut Membership, &[String]),
) -> Result<Value, Refusal> {
    let (tenant_id, user_id) = (call.tenant_id()?, call.param("userId"));
    let mut state = call.state();
    let ids = call.list("roleIds").unwrap_or_default();
    let ids = known_roles(&state, &ids, tenant_id)?;
    let user = state.users.get_mut(user_id);
    let membership = user
        .and_then(|user| user.membership_mut(tenant_id))
        .ok_or_else(unknown)?;
    change(membership, &ids);
    let now = membership.role_ids.clone();
    let roles = state.catalogue.roles_of(&now);
    let roles: Vec<Value> = roles.map(|one| role::role(call.settings, one)).collect();
    Ok(json!({ "tenantId": tenant_id, "userId": user_id, "roles": roles }))
}

/// `GET users/v3/roles`: the roles that users were given themselves. Users who are not in the tenant are left out.
pub(super) fn of_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    look_up(call, "roleIds", |_, user, tenant_id| {
        user.membership(tenant_id)
            .map_or_else(|| json!([]), |membership| json!(membership.role_ids))
    })
}

/// `GET users/v3/groups`.
pub(super) fn groups_of_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    look_up(call, "groupIds", |state, user, tenant_id| {
        let groups = state.groups.of_user(&user.id, tenant_id);
        groups.map(|group| json!(group.id)).collect()
    })
}

fn look_up(
    call: &Call<'_>,
    member: &str,
    value: impl Fn(&State, &User, &str) -> Value,
) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let ids = at_most(call, "ids", MOST_USERS)?;
    let state = call.state();
    let members = ids
        .into_iter()
        .filter_map(|id| state.users.get(id))
        .filter(|user| user.membership(tenant_id).is_some());
    let entries = members.map(|user| {
        json!({
            "vendorId": call.settings.client_id,
            "tenantId": tenant_id,
            "userId": user.id,
            member: value(&state, user, tenant_id),
        })
    });
    Ok(Reply::ok(&entries.collect()))
}

/// The ids in a parameter, each once. More than `most` are refused.
pub(super) fn at_most<'a>(
    call: &Call<'a>,
    parameter: &str,
    most: usize,
) -> Result<Vec<&'a str>, Refusal> {
    let ids = call.request.query_list(parameter);
    if ids.len() > most {
        let message = format!("{parameter} must contain no more than {most} elements");
        return Err(Refusal::bad_request(message));
    }
    let mut seen = HashSet::new();
    Ok(ids.into_iter().filter(|id| seen.insert(*id)).collect())
}

#[cfg(test)]
mod tests;
