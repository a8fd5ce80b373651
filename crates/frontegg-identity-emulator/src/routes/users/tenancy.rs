//! Users and their tenants, as the environment arranges them.

use http::StatusCode;

use super::read::unknown;
use crate::http::{Refusal, Reply};
use crate::routes::view::user;
use crate::routes::{Call, mail, tenants};
use crate::state::State;
use crate::state::tenants::Tenant;
use crate::state::users::Membership;

/// `POST users/v1/{userId}/tenant`: with the default roles. One who is in the tenant already stays as is.
pub(super) fn add(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("userId");
    let mut state = call.state();
    let tenant_id = wished_tenant(call, &mut state, id)?;
    if join(&mut state, id, tenant_id) && !call.flag("skipInviteEmail").unwrap_or(false) {
        let user = state.users.get_mut(id);
        if let Some(membership) = user.and_then(|user| user.membership_mut(tenant_id)) {
            membership.is_activated = false;
        }
        mail::invitation(call, &mut state, id, tenant_id);
    }
    Ok(Reply::created(&shown(call, &state, id, tenant_id)?))
}

/// `PUT users/v1/{userId}/tenant`. A tenant that this makes has the user in it; others have to be open to the user.
pub(super) fn set_active(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("userId");
    let mut state = call.state();
    let is_new = !state
        .tenants
        .contains(call.text("tenantId").unwrap_or_default());
    let tenant_id = wished_tenant(call, &mut state, id)?;
    if is_new {
        join(&mut state, id, tenant_id);
    }
    let found = state.users.get(id).ok_or_else(unknown)?;
    if !state.may_enter(found, tenant_id, call.now) {
        return Err((&call.settings.foreign_tenant).into());
    }
    if let Some(user) = state.users.get_mut(id) {
        user.active_tenant = Some(tenant_id.to_owned());
    }
    Ok(Reply::ok(&shown(call, &state, id, tenant_id)?))
}

/// `PUT users/v1/tenants/migrate`.
pub(super) fn move_all(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let from = call.text("srcTenantId").unwrap_or_default();
    let to = call.text("targetTenantId").unwrap_or_default();
    let mut state = call.state();
    if !state.tenants.contains(from) || !state.tenants.contains(to) {
        return Err(tenants::unknown());
    }
    if from != to {
        state.move_users(from, to);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// The tenant of the body. One that is not there is made, unless the body wants it to be there. The user has to exist.
fn wished_tenant<'a>(
    call: &Call<'a>,
    state: &mut State,
    user_id: &str,
) -> Result<&'a str, Refusal> {
    let id = call
        .text("tenantId")
        .ok_or_else(|| Refusal::bad_request("tenantId should not be empty"))?;
    if state.users.get(user_id).is_none() {
        return Err(unknown());
    }
    if !state.tenants.contains(id) {
        if call.flag("validateTenantExist").unwrap_or(false) {
            return Err(tenants::unknown());
        }
        state.tenants.insert(Tenant::new(id, id, call.now));
    }
    Ok(id)
}

/// Adds a user to a tenant. Says whether they are new there.
fn join(state: &mut State, user_id: &str, tenant_id: &str) -> bool {
    let roles = state.catalogue.default_roles(tenant_id);
    match state.users.get_mut(user_id) {
        Some(user) if user.membership(tenant_id).is_none() => {
            user.join(Membership::new(tenant_id, roles));
            true
        }
        _ => false,
    }
}

fn shown(
    call: &Call<'_>,
    state: &State,
    id: &str,
    tenant_id: &str,
) -> Result<serde_json::Value, Refusal> {
    let found = state.users.get(id).ok_or_else(unknown)?;
    Ok(user::full(call.settings, state, found, tenant_id))
}

#[cfg(test)]
mod tests;
