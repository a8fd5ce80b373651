//! Roles and users of a group.

use http::StatusCode;

use super::{known, tenant, unknown};
use crate::http::{Refusal, Reply};
use crate::routes::users::known_roles;
use crate::routes::{Call, users};
use crate::state::State;
use crate::state::groups::Group;

/// The members of the group have them from the next access token on.
pub(super) fn add_roles(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (tenant_id, id) = place(call, &state)?;
    if !state.environment.group_rules.roles_enabled {
        return Err(Refusal::forbidden("Roles of groups are disabled"));
    }
    let role_ids = known_roles(&state, &call.list("roleIds").unwrap_or_default(), tenant_id)?;
    check_rank(call, &state, tenant_id, &role_ids)?;
    change(call, &mut state, &id, |group| {
        add(&mut group.role_ids, role_ids);
    })?;
    Ok(Reply::empty(StatusCode::CREATED))
}

pub(super) fn remove_roles(call: &Call<'_>) -> Result<Reply, Refusal> {
    remove(call, "roleIds", |group| &mut group.role_ids)
}

/// They have to be in the tenant already.
pub(super) fn add_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (tenant_id, id) = place(call, &state)?;
    let mut user_ids = Vec::new();
    for user_id in call.list("userIds").unwrap_or_default() {
        let user = state.users.get(user_id);
        if user.is_none_or(|user| user.membership(tenant_id).is_none()) {
            return Err(users::unknown());
        }
        user_ids.push(user_id.to_owned());
    }
    let role_ids = &known(&state, tenant_id, &id)?.role_ids;
    check_rank(call, &state, tenant_id, role_ids)?;
    change(call, &mut state, &id, |group| {
        add(&mut group.user_ids, user_ids);
    })?;
    Ok(Reply::empty(StatusCode::CREATED))
}

pub(super) fn remove_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    remove(call, "userIds", |group| &mut group.user_ids)
}

/// Takes the ids of a member of the body off a list of the group; those that are not on it make no difference.
fn remove(
    call: &Call<'_>,
    name: &str,
    list: impl Fn(&mut Group) -> &mut Vec<String>,
) -> Result<Reply, Refusal> {
    let gone = call.list(name).unwrap_or_default();
    let mut state = call.state();
    let (_, id) = place(call, &state)?;
    change(call, &mut state, &id, |group| {
        list(group).retain(|id| !gone.contains(&id.as_str()));
    })?;
    Ok(Reply::empty(StatusCode::OK))
}

/// Tenant and group of the call.
fn place<'a>(call: &Call<'a>, state: &State) -> Result<(&'a str, String), Refusal> {
    let tenant_id = tenant(call, state)?;
    let group = known(state, tenant_id, call.param("groupId"))?;
    Ok((tenant_id, group.id.clone()))
}

fn change(
    call: &Call<'_>,
    state: &mut State,
    id: &str,
    change: impl FnOnce(&mut Group),
) -> Result<(), Refusal> {
    let group = state.groups.get_mut(id).ok_or_else(unknown)?;
    change(group);
    group.updated_at = call.now;
    Ok(())
}

fn add(list: &mut Vec<String>, more: Vec<String>) {
    for id in more {
        if !list.contains(&id) {
            list.push(id);
        }
    }
}

/// A signed-in caller hands out only roles that are weaker than the caller's own strongest.
fn check_rank(
    call: &Call<'_>,
    state: &State,
    tenant_id: &str,
    role_ids: &[String],
) -> Result<(), Refusal> {
    let Some(user_id) = call.context.user_id() else {
        return Ok(());
    };
    let strongest = |ids: &[String]| {
        let roles = state.catalogue.roles_of(ids);
        roles.map(|role| role.level).min()
    };
    let Some(wanted) = strongest(role_ids) else {
        return Ok(());
    };
    let user = state.users.get(user_id);
    let own = user.and_then(|user| strongest(&state.roles_in(user, tenant_id)));
    if own.is_some_and(|own| own < wanted) {
        Ok(())
    } else {
        Err(Refusal::forbidden(
            "Only roles weaker than your own can be handed out",
        ))
    }
}
