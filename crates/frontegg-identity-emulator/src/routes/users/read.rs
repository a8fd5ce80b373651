//! Finding users.

use std::cmp::Ordering;

use serde_json::Value;

use super::filter::Filter;
use super::phrases::Phrases;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::routes::view::page::Page;
use crate::routes::view::user;
use crate::state::State;
use crate::state::users::User;

const MOST_A_PAGE: usize = 200;

/// `GET users/v1` and `users/v2`.
pub(super) fn list_full(call: &Call<'_>) -> Result<Reply, Refusal> {
    list(call, false, |state, found, tenant_id| {
        user::full(call.settings, state, found, tenant_id)
    })
}

/// `GET users/v3`. Users of sub-accounts are among them unless the query says no.
pub(super) fn list_lean(call: &Call<'_>) -> Result<Reply, Refusal> {
    list(call, true, |_, found, tenant_id| {
        user::lean(found, tenant_id)
    })
}

/// `GET users/v1/query/phrase`: as version 3, and by phrases.
pub(super) fn search(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let filter = Filter::of(call, &state, true).with(Phrases::of(call.request));
    Ok(page(call, &state, &filter, |_, found, tenant_id| {
        user::lean(found, tenant_id)
    }))
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

fn list(
    call: &Call<'_>,
    sub_accounts: bool,
    view: impl Fn(&State, &User, &str) -> Value,
) -> Result<Reply, Refusal> {
    let state = call.state();
    let filter = Filter::of(call, &state, sub_accounts);
    Ok(page(call, &state, &filter, view))
}

/// The page of the query, of the users that pass.
fn page<'a>(
    call: &Call<'_>,
    state: &'a State,
    filter: &Filter<'a>,
    view: impl Fn(&State, &User, &str) -> Value,
) -> Reply {
    let page = Page::of(call.request, MOST_A_PAGE);
    let tenant_id = call.tenant_if_any();
    let show = |user: &User| view(state, user, tenant_id.unwrap_or_else(|| user::home(user)));
    let sorted_by = call.request.query("_sortBy");
    if sorted_by.is_none() && filter.is_open() {
        let items = page.cut(state.users.iter()).map(show).collect();
        return Reply::ok(&page.wrap(items, state.users.len()));
    }
    let mut found = filter.find(state);
    if let Some(by) = sorted_by {
        found.sort_by(|one, other| order(by, one, other));
        if call.request.query("_order") == Some("DESC") {
            found.reverse();
        }
    }
    let total = found.len();
    Reply::ok(&page.wrap(page.cut(found).map(show).collect(), total))
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
