//! The user who calls: profile, tenants, the active tenant, tokens for the others.

use std::collections::HashMap;

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::finish::lifetime;
use super::view::{tenant, user};
use super::{Call, Handler, claims, users};
use crate::context::{Caller, no_caller};
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::users::User;

/// Levels of accounts that a tree shows.
const DEEPEST: usize = 64;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("get_my_profile", profile),
    ("get_my_profile_v2", profile_v2),
    ("update_my_profile", update_profile),
    ("get_my_authorization", authorization),
    ("list_my_tenants", tenants),
    ("list_my_tenants_v1", tenants_v1),
    ("list_my_tenants_v2", tenants_v2),
    ("get_my_tenant_hierarchy", hierarchy),
    ("set_my_active_tenant", switch_tenant),
    ("create_my_tenant_jwt", tenant_token),
    ("list_my_application_active_tenants", application_tenants),
    (
        "set_my_application_active_tenants",
        switch_application_tenants,
    ),
];

fn profile(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    Ok(Reply::ok(&user::lean(me, tenant_shown(call, me))))
}

fn profile_v2(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    whole_profile(call, &state)
}

fn whole_profile(call: &Call<'_>, state: &State) -> Result<Reply, Refusal> {
    let me = me(call, state)?;
    let tenant_id = tenant_shown(call, me);
    Ok(Reply::ok(&user::full(call.settings, state, me, tenant_id)))
}

fn update_profile(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    users::profile::change(call, &mut state, &id)?;
    whole_profile(call, &state)
}

fn authorization(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    Ok(Reply::ok(&Value::Object(user::rights(
        call.settings,
        &state,
        me,
        tenant_shown(call, me),
    ))))
}

fn tenants(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    let active = state
        .tenants
        .get(tenant_shown(call, me))
        .map(|one| tenant::tenant(call.settings, one));
    let mut body = Map::from_iter([(
        "tenants".to_owned(),
        Value::Array(own_tenants(call, &state, me)),
    )]);
    body.extend(active.map(|active| ("activeTenant".to_owned(), active)));
    Ok(Reply::ok(&Value::Object(body)))
}

fn tenants_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    Ok(Reply::ok(&Value::Array(own_tenants(call, &state, me))))
}

fn tenants_v2(call: &Call<'_>) -> Result<Reply, Refusal> {
    tenants_v1(call)
}

/// The user's tenants as a tree; each is below its parent if the user is in that one too. Sub-accounts that the user may
/// enter from above are part of it.
fn hierarchy(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    let is_mine = |id: &str| {
        let from_above = || me.sub_account_access && state.may_enter(me, id, call.now);
        me.membership(id).is_some() || from_above()
    };
    let mut children: HashMap<&str, Vec<&str>> = HashMap::new();
    for tenant in state.tenants.iter().filter(|tenant| is_mine(&tenant.id)) {
        if let Some(parent) = &tenant.parent {
            children.entry(parent).or_default().push(&tenant.id);
        }
    }
    let tops = me
        .memberships
        .iter()
        .map(|one| one.tenant_id.as_str())
        .filter(|id| {
            let parent = state
                .tenants
                .get(id)
                .and_then(|tenant| tenant.parent.as_deref());
            parent.is_none_or(|parent| !is_mine(parent))
        });
    Ok(Reply::ok(
        &tops
            .map(|id| branch(&state, &children, id, DEEPEST))
            .collect(),
    ))
}

/// A tenant with those below it. `depth` ends the walk if tenants are each other's parents.
fn branch(state: &State, children: &HashMap<&str, Vec<&str>>, id: &str, depth: usize) -> Value {
    let below = children.get(id).filter(|_| depth > 0).into_iter().flatten();
    let below: Vec<Value> = below
        .map(|id| branch(state, children, id, depth - 1))
        .collect();
    let name = state.tenants.get(id).map(|tenant| &tenant.name);
    json!({ "tenantId": id, "tenantName": name, "children": below })
}

fn switch_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    if call.is_environment() {
        call.tenant_id()?;
    }
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let target = call.text("tenantId").unwrap_or_default();
    check_membership(call, &state, &id, target)?;
    if let Some(user) = state.users.get_mut(&id) {
        user.active_tenant = Some(target.to_owned());
    }
    let me = me(call, &state)?;
    Ok(Reply::ok(&user::full(call.settings, &state, me, target)))
}

/// An access token for another tenant, without a refresh token.
fn tenant_token(call: &Call<'_>) -> Result<Reply, Refusal> {
    let target = call.text("tenantId").unwrap_or_default();
    let (claims, mut body) = {
        let state = call.state();
        let me = me(call, &state)?;
        check_membership(call, &state, &me.id, target)?;
        let session = match &call.context.caller {
            Caller::User(token) => token
                .session_id
                .as_deref()
                .and_then(|id| state.sessions.live(id, call.now)),
            _ => None,
        };
        let login = session.map(|session| &session.login);
        (
            claims::of_user(call, &state, me, target, login, session),
            lifetime(call),
        )
    };
    body.insert(
        "accessToken".to_owned(),
        Value::String(call.service.keys.sign(&claims)),
    );
    Ok(Reply::ok(&Value::Object(body)))
}

fn application_tenants(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    let active = me.application_tenants.iter();
    let active: Vec<Value> = active
        .map(|(app, tenant)| json!({ "applicationId": app, "tenantId": tenant }))
        .collect();
    Ok(Reply::ok(&json!({ "applicationActiveTenants": active })))
}

fn switch_application_tenants(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let wished: Vec<(&str, &str)> = call.body["activeApplicationTenants"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| Some((one["applicationId"].as_str()?, one["tenantId"].as_str()?)))
        .collect();
    for (_, tenant) in &wished {
        check_membership(call, &state, &id, tenant)?;
    }
    if let Some(user) = state.users.get_mut(&id) {
        let wished = wished
            .into_iter()
            .map(|(app, tenant)| (app.to_owned(), tenant.to_owned()));
        user.application_tenants.extend(wished);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// The user that the call acts for.
pub(crate) fn me<'a>(call: &Call<'_>, state: &'a State) -> Result<&'a User, Refusal> {
    let user = state.users.get(call.user_id()?);
    user.ok_or_else(|| match call.context.user_id() {
        Some(_) => no_caller(),
        None => users::unknown(),
    })
}

/// The tenant that the user is shown in: that of the call, else the active one.
fn tenant_shown<'a>(call: &Call<'a>, me: &'a User) -> &'a str {
    call.tenant_if_any().unwrap_or_else(|| user::home(me))
}

fn own_tenants(call: &Call<'_>, state: &State, me: &User) -> Vec<Value> {
    let open = me
        .memberships
        .iter()
        .filter(|membership| membership.is_open(call.now));
    let tenants = open.filter_map(|membership| state.tenants.get(&membership.tenant_id));
    tenants
        .map(|one| tenant::tenant(call.settings, one))
        .collect()
}

pub(crate) fn check_membership(
    call: &Call<'_>,
    state: &State,
    user_id: &str,
    tenant_id: &str,
) -> Result<(), Refusal> {
    let user = state.users.get(user_id);
    if user.is_some_and(|user| state.may_enter(user, tenant_id, call.now)) {
        Ok(())
    } else {
        Err((&call.settings.foreign_tenant).into())
    }
}

#[cfg(test)]
mod tests;
