//! Finding roles.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde_json::json;

use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::routes::view::page::Page;
use crate::routes::view::role;
use crate::state::State;
use crate::state::roles::Role;

const MOST_A_PAGE: usize = 2000;

/// `GET roles/v1`: all in one array. A tenant sees its own roles and those of the environment.
pub(super) fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_if_any();
    let state = call.state();
    let roles = state.catalogue.roles.iter();
    Ok(Reply::ok(
        &roles
            .filter(|one| one.is_known_to(tenant_id))
            .map(|one| role::role(call.settings, one))
            .collect(),
    ))
}

/// `GET roles/v2`: without a tenant also the roles of tenants.
pub(super) fn page(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let page = Page::of(call.request, MOST_A_PAGE);
    let state = call.state();
    let mut found: Vec<&Role> = concerning(call, &state)
        .filter(|role| is_wanted(call, role))
        .collect();
    if let Some(by) = call.request.query("_sortBy") {
        found.sort_by(|one, other| order(&state, by, one, other));
        if call.request.query("_order") == Some("DESC") {
            found.reverse();
        }
    }
    let items = page
        .cut(&found)
        .map(|one| role::role(call.settings, one))
        .collect();
    Ok(Reply::ok(&page.wrap(items, found.len())))
}

/// Each level once, the strongest first.
pub(super) fn levels(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let levels: BTreeSet<i64> = concerning(call, &state).map(|role| role.level).collect();
    Ok(Reply::ok(&json!(levels)))
}

/// The tenants that have roles of their own.
pub(super) fn tenants(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let roles = state.catalogue.roles.iter();
    let tenants: BTreeSet<&str> = roles.filter_map(|role| role.tenant_id.as_deref()).collect();
    Ok(Reply::ok(&json!(tenants)))
}

/// The roles that users of the tenant of the call can have; without one, all roles.
fn concerning<'a>(call: &Call<'a>, state: &'a State) -> impl Iterator<Item = &'a Role> {
    let tenant_id = call.tenant_if_any();
    let roles = state.catalogue.roles.iter();
    roles.filter(move |role| tenant_id.is_none_or(|id| role.is_open_to(id)))
}

fn is_wanted(call: &Call<'_>, role: &Role) -> bool {
    let owners = call.request.query_list("_tenantIds");
    let levels = call.request.query_list("_levels");
    let filter = call.request.query("_filter").unwrap_or_default();
    let filter = filter.to_lowercase();
    let contains = |text: &str| text.to_lowercase().contains(&filter);
    let is_owned = || {
        role.tenant_id
            .as_deref()
            .is_some_and(|id| owners.contains(&id))
    };
    let has_level = || levels.iter().any(|level| level.parse() == Ok(role.level));
    (owners.is_empty() || is_owned())
        && (levels.is_empty() || has_level())
        && (contains(&role.key) || contains(&role.name))
}

fn order(state: &State, by: &str, one: &Role, other: &Role) -> Ordering {
    match by {
        "key" => one.key.cmp(&other.key),
        "name" => one.name.cmp(&other.name),
        "description" => one.description.cmp(&other.description),
        "isDefault" => one.is_default.cmp(&other.is_default),
        "firstUserRole" => one.first_user_role.cmp(&other.first_user_role),
        "level" => one.level.cmp(&other.level),
        "updatedAt" => one.updated_at.cmp(&other.updated_at),
        "permissions" => one.permission_ids.len().cmp(&other.permission_ids.len()),
        "userTenants" => memberships(state, one).cmp(&memberships(state, other)),
        "groups" => groups(state, one).cmp(&groups(state, other)),
        _ => one.created_at.cmp(&other.created_at),
    }
}

fn memberships(state: &State, role: &Role) -> usize {
    let all = state.users.iter().flat_map(|user| &user.memberships);
    all.filter(|one| one.role_ids.contains(&role.id)).count()
}

fn groups(state: &State, role: &Role) -> usize {
    let groups = state.groups.iter();
    groups
        .filter(|group| group.role_ids.contains(&role.id))
        .count()
}
