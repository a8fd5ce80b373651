//! Groups of a tenant's users.

mod members;

use std::cmp::Ordering;

use http::StatusCode;
use serde_json::{Value, json};

use super::view::group::{Relations, group};
use super::view::page::Page;
use super::{Call, Handler};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::environment::GroupRules;
use crate::state::groups::Group;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_groups_v1", list),
    ("list_groups", page),
    ("list_groups_by_ids", by_ids),
    ("get_group", get),
    ("create_group", create),
    ("update_group", update),
    ("delete_group", delete),
    ("add_group_roles", members::add_roles),
    ("remove_group_roles", members::remove_roles),
    ("add_group_users", members::add_users),
    ("remove_group_users", members::remove_users),
    ("get_group_configuration", rules),
    ("set_group_configuration", set_rules),
];

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    some(call, StatusCode::OK, |_| true)
}

/// Ids that no group of the tenant has are passed over.
fn by_ids(call: &Call<'_>) -> Result<Reply, Refusal> {
    let ids = call.list("groupsIds").unwrap_or_default();
    some(call, StatusCode::CREATED, |one| {
        ids.contains(&one.id.as_str())
    })
}

/// `{groups: [..]}`
fn some(
    call: &Call<'_>,
    status: StatusCode,
    is_wanted: impl Fn(&Group) -> bool,
) -> Result<Reply, Refusal> {
    let state = call.state();
    let tenant_id = tenant(call, &state)?;
    let relations = Relations::of(call.request);
    let groups: Vec<Value> = of_tenant(&state, tenant_id)
        .filter(|one| is_wanted(one))
        .map(|one| group(call.settings, &state, one, relations))
        .collect();
    Ok(Reply::json(status, &json!({ "groups": groups })))
}

fn page(call: &Call<'_>) -> Result<Reply, Refusal> {
    let page = Page::of(call.request, usize::MAX);
    let state = call.state();
    let tenant_id = tenant(call, &state)?;
    let relations = Relations::of(call.request);
    let mut found: Vec<&Group> = of_tenant(&state, tenant_id).collect();
    if let Some(by) = call.request.query("_sortBy") {
        found.sort_by(|one, other| order(by, one, other));
        if call.request.query("_order") == Some("DESC") {
            found.reverse();
        }
    }
    let items = page
        .cut(&found)
        .map(|one| group(call.settings, &state, one, relations))
        .collect();
    Ok(Reply::ok(&page.wrap(items, found.len())))
}

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let tenant_id = tenant(call, &state)?;
    let found = known(&state, tenant_id, call.param("id"))?;
    let relations = Relations::of(call.request);
    Ok(Reply::ok(&group(call.settings, &state, found, relations)))
}

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let tenant_id = tenant(call, &state)?;
    let text = |name: &str| call.text(name).map(str::to_owned);
    let new = Group {
        id: random::uuid(),
        tenant_id: tenant_id.to_owned(),
        name: text("name").unwrap_or_default(),
        color: text("color"),
        description: text("description"),
        metadata: text("metadata"),
        role_ids: Vec::new(),
        user_ids: Vec::new(),
        created_at: call.now,
        updated_at: call.now,
    };
    if of_tenant(&state, tenant_id).any(|one| one.name == new.name) {
        return Err((&call.settings.name_taken).into());
    }
    let view = group(call.settings, &state, &new, Relations::NONE);
    state.groups.insert(new);
    Ok(Reply::created(&view))
}

/// What is sent changes, the rest stays; null clears.
fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let tenant_id = tenant(call, &state)?;
    let id = known(&state, tenant_id, call.param("id"))?.id.clone();
    if let Some(name) = call.text("name")
        && of_tenant(&state, tenant_id).any(|one| one.name == name && one.id != id)
    {
        return Err((&call.settings.name_taken).into());
    }
    let changed = state.groups.get_mut(&id).ok_or_else(unknown)?;
    if let Some(name) = call.text("name") {
        name.clone_into(&mut changed.name);
    }
    let texts = [
        ("color", &mut changed.color),
        ("description", &mut changed.description),
        ("metadata", &mut changed.metadata),
    ];
    for (name, text) in texts {
        if let Some(value) = call.body.get(name) {
            *text = value.as_str().map(str::to_owned);
        }
    }
    changed.updated_at = call.now;
    let changed = state.groups.get(&id).ok_or_else(unknown)?;
    Ok(Reply::ok(&group(
        call.settings,
        &state,
        changed,
        Relations::NONE,
    )))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let tenant_id = tenant(call, &state)?;
    let id = known(&state, tenant_id, call.param("id"))?.id.clone();
    state.groups.remove(&id);
    Ok(Reply::empty(StatusCode::OK))
}

fn rules(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let rules = call.state().environment.group_rules;
    Ok(Reply::ok(
        &json!({ "enabled": rules.enabled, "rolesEnabled": rules.roles_enabled }),
    ))
}

fn set_rules(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    call.state().environment.group_rules = GroupRules {
        enabled: call.flag("enabled").unwrap_or(true),
        roles_enabled: call.flag("rolesEnabled").unwrap_or(true),
    };
    Ok(Reply::empty(StatusCode::CREATED))
}

/// The tenant of the call, if groups are enabled.
fn tenant<'a>(call: &Call<'a>, state: &State) -> Result<&'a str, Refusal> {
    let tenant_id = call.tenant_id()?;
    if state.environment.group_rules.enabled {
        Ok(tenant_id)
    } else {
        Err(Refusal::forbidden("Groups are disabled"))
    }
}

fn of_tenant<'a>(state: &'a State, tenant_id: &str) -> impl Iterator<Item = &'a Group> {
    state
        .groups
        .iter()
        .filter(move |group| group.tenant_id == tenant_id)
}

fn known<'a>(state: &'a State, tenant_id: &str, id: &str) -> Result<&'a Group, Refusal> {
    let group = state.groups.get(id);
    group
        .filter(|group| group.tenant_id == tenant_id)
        .ok_or_else(unknown)
}

/// 404: no such group, or none of this tenant.
fn unknown() -> Refusal {
    Refusal::not_found("Group not found")
}

fn order(by: &str, one: &Group, other: &Group) -> Ordering {
    match by {
        "id" => one.id.cmp(&other.id),
        "name" => one.name.cmp(&other.name),
        "updatedAt" => one.updated_at.cmp(&other.updated_at),
        _ => one.created_at.cmp(&other.created_at),
    }
}

#[cfg(test)]
mod tests;
