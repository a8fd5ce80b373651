//! Users of sub-accounts, managed from the account above.

use std::collections::HashSet;

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::users::{add_roles, known_roles, unknown};
use super::view::page::Page;
use super::view::user;
use super::{Call, Handler};
use crate::crypto::random;
use crate::http::{Refusal, Reply, timestamp};
use crate::state::State;
use crate::state::users::{Membership, Names, User};

const MOST_A_PAGE: usize = 200;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("set_user_sub_account_access", set_access),
    ("list_sub_account_users", list),
    ("add_user_sub_accounts", add_user),
    ("remove_user_sub_accounts", remove_user),
    ("add_sub_account_users", add_users),
    ("add_user_sub_account_roles", add_user_roles),
    ("remove_user_sub_account_roles", remove_user_roles),
    ("set_user_sub_account_roles", set_user_roles),
];

/// Whether a user of the tenant may enter the accounts below it.
fn set_access(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let user = state.users.get_mut(call.param("userId"));
    user.filter(|user| user.membership(tenant_id).is_some())
        .ok_or_else(unknown)?
        .sub_account_access = call.flag("allowAccess").unwrap_or(false);
    Ok(Reply::empty(StatusCode::OK))
}

/// The users of the tenant and of all below it, with their places there.
fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let page = Page::of(call.request, MOST_A_PAGE);
    let part = call.request.query("_filter").map(str::to_lowercase);
    let state = call.state();
    let family = state.tenants.family(tenant_id);
    let is_inside = |one: &Membership| family.contains(one.tenant_id.as_str());
    let fits = |user: &&User| {
        let texts = [user.name.as_deref(), user.email()];
        let mut texts = texts.into_iter().flatten();
        let has_part = part
            .as_ref()
            .is_none_or(|part| texts.any(|text| text.to_lowercase().contains(part)));
        has_part && user.memberships.iter().any(is_inside)
    };
    let mut found: Vec<&User> = state.users.iter().filter(fits).collect();
    match call.request.query("_sortBy") {
        Some("name") => found.sort_by(|one, other| one.name.cmp(&other.name)),
        Some("email") => found.sort_by(|one, other| one.email().cmp(&other.email())),
        _ => {}
    }
    if call.request.query("_order") == Some("DESC") {
        found.reverse();
    }
    let envelope = page.wrap(Vec::new(), found.len());
    let items: Vec<Value> = page
        .cut(found)
        .map(|user| with_places(call, &state, user, tenant_id, &family))
        .collect();
    let pages = &envelope["_metadata"]["totalPages"];
    Ok(Reply::ok(&json!({ "items": items, "totalPages": pages })))
}

/// A user whose tenants are those of the family, each with what the user may do there.
fn with_places(
    call: &Call<'_>,
    state: &State,
    shown: &User,
    tenant_id: &str,
    family: &HashSet<&str>,
) -> Value {
    let mut view = user::lean(shown, tenant_id);
    let inside = shown
        .memberships
        .iter()
        .filter(|one| family.contains(one.tenant_id.as_str()));
    let places = inside.map(|one| {
        let mut place = Map::from_iter([
            ("tenantId".to_owned(), json!(one.tenant_id)),
            ("activated".to_owned(), json!(one.is_activated)),
            (
                "lastLogin".to_owned(),
                json!(shown.last_login.map(timestamp)),
            ),
        ]);
        place.extend(user::rights(call.settings, state, shown, &one.tenant_id));
        Value::Object(place)
    });
    view["tenants"] = places.collect();
    view
}

/// `{user, subTenants}`: one user into several sub-accounts, in all or in none.
fn add_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let places = entries(&call.body["subTenants"], "roleIds");
    let places = checked(call, &state, &places)?;
    let id = found_or_made(call, &mut state, &call.body["user"]);
    for (tenant_id, roles) in places {
        enter(&mut state, &id, tenant_id, roles);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// `{users, tenantId, roleIds, allowSubAccountAccess}`: several users into one sub-account.
fn add_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let tenant_id = call.text("tenantId").unwrap_or_default();
    let place = (tenant_id, call.list("roleIds"));
    let places = checked(call, &state, &[place])?;
    for one in call.body["users"].as_array().into_iter().flatten() {
        let id = found_or_made(call, &mut state, one);
        for (tenant_id, roles) in &places {
            enter(&mut state, &id, tenant_id, roles.clone());
        }
        if let (Some(user), Some(may)) =
            (state.users.get_mut(&id), call.flag("allowSubAccountAccess"))
        {
            user.sub_account_access = may;
        }
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// `{userId, subTenants}`.
fn remove_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = call.text("userId").unwrap_or_default();
    let places = entries(&call.body["subTenants"], "roleIds");
    let places = checked(call, &state, &places)?;
    check_member(&state, id, &places)?;
    for (tenant_id, _) in places {
        state.remove_membership(id, tenant_id);
    }
    Ok(Reply::empty(StatusCode::OK))
}

fn add_user_roles(call: &Call<'_>) -> Result<Reply, Refusal> {
    change_roles(call, |membership, roles| add_roles(membership, &roles))
}

fn remove_user_roles(call: &Call<'_>) -> Result<Reply, Refusal> {
    change_roles(call, |membership, roles| {
        membership.role_ids.retain(|own| !roles.contains(own));
    })
}

fn set_user_roles(call: &Call<'_>) -> Result<Reply, Refusal> {
    change_roles(call, |membership, roles| membership.role_ids = roles)
}

/// `{subTenantsRoles}`: in all of these sub-accounts, or in none.
fn change_roles(
    call: &Call<'_>,
    change: impl Fn(&mut Membership, Vec<String>),
) -> Result<Reply, Refusal> {
    let id = call.param("userId");
    let mut state = call.state();
    let places = entries(&call.body["subTenantsRoles"], "roleIds");
    let places = checked(call, &state, &places)?;
    check_member(&state, id, &places)?;
    for (tenant_id, roles) in places {
        let user = state.users.get_mut(id);
        if let Some(membership) = user.and_then(|user| user.membership_mut(tenant_id)) {
            change(membership, roles.unwrap_or_default());
        }
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// A sub-account with the roles that the body has for it.
type Wish<'a> = (&'a str, Option<Vec<&'a str>>);

/// The same, when both are known to be there.
type Place<'a> = (&'a str, Option<Vec<String>>);

fn entries<'a>(list: &'a Value, roles: &str) -> Vec<Wish<'a>> {
    let entries = list.as_array().into_iter().flatten();
    entries
        .map(|one| {
            let roles = one[roles].as_array();
            let roles = roles.map(|roles| roles.iter().filter_map(Value::as_str).collect());
            (one["tenantId"].as_str().unwrap_or_default(), roles)
        })
        .collect()
}

/// Each tenant has to be below the tenant of the call, and each role has to exist there.
fn checked<'a>(
    call: &Call<'_>,
    state: &State,
    wishes: &[Wish<'a>],
) -> Result<Vec<Place<'a>>, Refusal> {
    let own = call.tenant_id()?;
    let family = state.tenants.family(own);
    wishes
        .iter()
        .map(|(tenant_id, roles)| {
            if *tenant_id == own || !family.contains(tenant_id) {
                return Err(Refusal::forbidden("Tenant is not a sub-account"));
            }
            let roles = roles.as_deref();
            let roles = roles.map(|roles| known_roles(state, roles, tenant_id));
            Ok((*tenant_id, roles.transpose()?))
        })
        .collect()
}

fn check_member(state: &State, user_id: &str, places: &[Place<'_>]) -> Result<(), Refusal> {
    let user = state.users.get(user_id).ok_or_else(unknown)?;
    let is_in = |(tenant_id, _): &Place<'_>| user.membership(tenant_id).is_some();
    if places.iter().all(is_in) {
        Ok(())
    } else {
        Err(unknown())
    }
}

/// The user with this address, or a new one.
fn found_or_made(call: &Call<'_>, state: &mut State, one: &Value) -> String {
    let email = one["email"].as_str().unwrap_or_default();
    if let Some(user) = state.users.by_email(email) {
        return user.id.clone();
    }
    let names = Names::of_email(email);
    let mut user = User::new(random::uuid(), names, call.now);
    user.name = one["name"].as_str().map(str::to_owned);
    let id = user.id.clone();
    state.users.insert(user);
    id
}

/// Adds a user to a tenant, with these roles or the default ones. One who is there already gets the roles as well.
fn enter(state: &mut State, user_id: &str, tenant_id: &str, roles: Option<Vec<String>>) {
    let default = state.catalogue.default_roles(tenant_id);
    let Some(user) = state.users.get_mut(user_id) else {
        return;
    };
    match user.membership_mut(tenant_id) {
        Some(membership) => add_roles(membership, &roles.unwrap_or_default()),
        None => user.join(Membership::new(tenant_id, roles.unwrap_or(default))),
    }
}

#[cfg(test)]
mod tests;
