//! The tenant service, which is no part of the identity API: as much of it as clients of users need.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::view::page::Page;
use super::view::tenant;
use super::{Call, Extra};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::table::Row;
use crate::state::tenants::Tenant;

const MOST_A_PAGE: usize = 200;

pub(crate) const EXTRAS: &[Extra] = &[
    route(Method::POST, "/tenants/resources/tenants/v1", create),
    route(Method::GET, "/tenants/resources/tenants/v1", list),
    route(Method::GET, "/tenants/resources/tenants/v1/{id}", get),
    route(Method::PUT, "/tenants/resources/tenants/v1/{id}", update),
    route(Method::DELETE, "/tenants/resources/tenants/v1/{id}", delete),
    route(
        Method::POST,
        "/tenants/resources/tenants/v1/{id}/metadata",
        merge_metadata,
    ),
    route(
        Method::DELETE,
        "/tenants/resources/tenants/v1/{id}/metadata/{key}",
        remove_metadata,
    ),
    route(Method::GET, "/tenants/resources/tenants/v2", page),
    route(Method::GET, "/tenants/resources/tenants/v2/{id}", get_v2),
];

const fn route(method: Method, template: &'static str, handler: super::Handler) -> Extra {
    Extra {
        method,
        template,
        public: false,
        handler,
    }
}

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let name = call
        .text("name")
        .ok_or_else(|| Refusal::bad_request("name must be a string"))?;
    let id = call
        .text("tenantId")
        .map_or_else(random::uuid, str::to_owned);
    let mut state = call.state();
    if state.tenants.contains(&id) {
        return Err(Refusal::new(StatusCode::CONFLICT, "Tenant already exists"));
    }
    let mut new = Tenant::new(id, name, call.now);
    new.metadata = call
        .body
        .get("metadata")
        .filter(|metadata| !metadata.is_null())
        .cloned();
    new.creator_name = call.text("creatorName").map(str::to_owned);
    new.creator_email = call.text("creatorEmail").map(str::to_owned);
    new.parent = call.text("parentTenantId").map(str::to_owned);
    let view = tenant::tenant(call.settings, &new);
    state.tenants.insert(new);
    Ok(Reply::created(&view))
}

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let mut tenants: Vec<&Tenant> = state.tenants.iter().collect();
    tenants.sort_by(|one, other| one.id().cmp(other.id()));
    Ok(Reply::ok(
        &tenants
            .into_iter()
            .map(|one| tenant::tenant(call.settings, one))
            .collect(),
    ))
}

/// An array with one tenant.
fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    one(call, |view| json!([view]))
}

fn get_v2(call: &Call<'_>) -> Result<Reply, Refusal> {
    one(call, |view| view)
}

fn one(call: &Call<'_>, shape: impl Fn(Value) -> Value) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let found = state.tenants.get(call.param("id")).ok_or_else(unknown)?;
    Ok(Reply::ok(&shape(tenant::tenant(call.settings, found))))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |tenant| {
        if let Some(name) = call.text("name") {
            name.clone_into(&mut tenant.name);
        }
        tenant.updated_at = call.now;
    })
}

fn merge_metadata(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |tenant| {
        tenant.merge_metadata(&call.body["metadata"], call.now)
    })
}

fn remove_metadata(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |tenant| {
        tenant.remove_metadata(call.param("key"), call.now)
    })
}

fn change(call: &Call<'_>, change: impl Fn(&mut Tenant)) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let tenant = state
        .tenants
        .get_mut(call.param("id"))
        .ok_or_else(unknown)?;
    change(tenant);
    Ok(Reply::ok(&tenant::tenant(call.settings, tenant)))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    if call.state().remove_tenant(call.param("id")) {
        Ok(Reply::empty(StatusCode::OK))
    } else {
        Err(unknown())
    }
}

/// `{items, _metadata, _links}`, narrowed by `_filter` to names that contain it.
fn page(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let page = Page::of(call.request, MOST_A_PAGE);
    let state = call.state();
    let found = matching(&state, call.request.query("_filter").unwrap_or_default());
    let items = page
        .cut(&found)
        .map(|one| tenant::tenant(call.settings, one))
        .collect();
    Ok(Reply::ok(&page.wrap(items, found.len())))
}

fn matching<'a>(state: &'a State, filter: &str) -> Vec<&'a Tenant> {
    let filter = filter.to_lowercase();
    state
        .tenants
        .iter()
        .filter(|tenant| tenant.name.to_lowercase().contains(&filter))
        .collect()
}

/// Refuses a tenant that does not exist.
pub(crate) fn check(state: &State, id: &str) -> Result<(), Refusal> {
    if state.tenants.contains(id) {
        Ok(())
    } else {
        Err(unknown())
    }
}

/// 404: no such tenant.
pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("Tenant not found")
}

#[cfg(test)]
mod tests;
