//! Finding users.

use std::cmp::Ordering;

use serde_json::Value;

use super::super::Call;
use super::super::view::page::Page;
use super::super::view::user;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::users::User;

const MOST_A_PAGE: usize = 200;

/// `GET users/v1` and `users/v2`.
pub(super) fn list_full(call: &Call<'_>) -> Result<Reply, Refusal> {
    list(call, |state, found, tenant_id| {
        user::full(call.settings, state, found, tenant_id)
    })
}

/// `GET users/v3`.
pub(super) fn list_lean(call: &Call<'_>) -> Result<Reply, Refusal> {
    list(call, |_, found, tenant_id| user::lean(found, tenant_id))
}

/// `GET users/v1/{id}`: as a member of the tenant of the call.
pub(super) fn in_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let state = call.state();
    let found = state
        .users
        .get(call.param("id"))
        .filter(|user| user.membership(tenant_id).is_some());
    Ok(Reply::ok(&user::full(
        call.settings,
        &state,
        found.ok_or_else(unknown)?,
        tenant_id,
    )))
}

/// `GET vendor-only/users/v1/{userId}`: whatever the tenant.
pub(super) fn as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let found = state.users.get(call.param("userId")).ok_or_else(unknown)?;
    Ok(Reply::ok(&user::full(
        call.settings,
        &state,
        found,
        user::home(found),
    )))
}

/// `GET users/v1/email`.
pub(super) fn by_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let found = state
        .users
        .by_email(call.request.query("email").unwrap_or_default());
    let found = found.filter(|user| {
        call.context
            .tenant_id()
            .is_none_or(|id| user.membership(id).is_some())
    });
    let found = found.ok_or_else(unknown)?;
    Ok(Reply::ok(&user::full(
        call.settings,
        &state,
        found,
        user::home(found),
    )))
}

/// 404: no such user, or not in this tenant.
pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("User not found")
}

fn list(call: &Call<'_>, view: impl Fn(&State, &User, &str) -> Value) -> Result<Reply, Refusal> {
    let page = Page::of(call.request, MOST_A_PAGE);
    let tenant_id = call.tenant_if_any();
    let state = call.state();
    let mut found: Vec<&User> = state
        .users
        .iter()
        .filter(|user| is_wanted(call, &state, user, tenant_id))
        .collect();
    if let Some(by) = call.request.query("_sortBy") {
        found.sort_by(|one, other| order(by, one, other));
        if call.request.query("_order") == Some("DESC") {
            found.reverse();
        }
    }
    let items = page
        .cut(&found)
        .map(|user| view(&state, user, tenant_id.unwrap_or_else(|| user::home(user))));
    Ok(Reply::ok(&page.wrap(items.collect(), found.len())))
}

/// Whether a user passes all filters of the query.
fn is_wanted(call: &Call<'_>, state: &State, user: &User, tenant_id: Option<&str>) -> bool {
    let request = call.request;
    let query = |name: &str| request.query(name).filter(|text| !text.is_empty());
    let below = query("_includeSubTenants") == Some("true");
    let is_in = |tenant: &str| {
        user.memberships
            .iter()
            .any(|one| one.tenant_id == tenant || below && is_below(state, &one.tenant_id, tenant))
    };
    let contains = |text: Option<&str>, part: &str| {
        text.is_some_and(|text| text.to_lowercase().contains(&part.to_lowercase()))
    };
    let starts = |part: &str| {
        user.name
            .as_ref()
            .is_some_and(|name| name.to_lowercase().starts_with(&part.to_lowercase()))
    };
    let names = user.names();
    let identifier = match query("_identifierType") {
        Some("phoneNumber") => names.phone.as_deref(),
        Some("username") => names.username.as_deref(),
        _ => user.email(),
    };
    let ids: Vec<&str> = call
        .settings
        .id_parameters
        .iter()
        .flat_map(|name| request.query_list(name))
        .collect();
    let external_ids = request.query_list("_externalIds");
    tenant_id.is_none_or(is_in)
        && query("_tenantId").is_none_or(is_in)
        && query("_email").is_none_or(|part| contains(user.email(), part))
        && query("_identifier").is_none_or(|part| contains(identifier, part))
        && query("_namePrefix").is_none_or(starts)
        && query("_filter")
            .is_none_or(|part| contains(user.email(), part) || contains(user.name.as_deref(), part))
        && (ids.is_empty() || ids.contains(&user.id.as_str()))
        && (external_ids.is_empty()
            || user
                .external_id
                .as_deref()
                .is_some_and(|id| external_ids.contains(&id)))
}

/// Whether a tenant is a sub-account of another, at any depth.
fn is_below(state: &State, tenant_id: &str, top: &str) -> bool {
    let mut current = state.tenants.get(tenant_id);
    // Tenants that are each other's parents do not make this go on for ever.
    for _ in 0..state.tenants.len() {
        match current.and_then(|tenant| tenant.parent.as_deref()) {
            Some(parent) if parent == top => return true,
            Some(parent) => current = state.tenants.get(parent),
            None => return false,
        }
    }
    false
}

fn order(by: &str, one: &User, other: &User) -> Ordering {
    match by {
        "name" => one.name.cmp(&other.name),
        "email" => one.email().cmp(&other.email()),
        "id" => one.id.cmp(&other.id),
        "verified" => one.is_verified.cmp(&other.is_verified),
        "isLocked" => one.is_locked.cmp(&other.is_locked),
        "provider" => one.provider.cmp(&other.provider),
        "tenantId" => one.active_tenant.cmp(&other.active_tenant),
        _ => one.created_at.cmp(&other.created_at),
    }
}
