//! The access tokens of tenants and users: made, listed, deleted, and looked up by back ends that were shown one.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::api_tokens::{owner, wished_end};
use super::exchange::check_enabled;
use super::machine_claims;
use crate::http::{Refusal, Reply, timestamp};
use crate::routes::users::known_roles;
use crate::routes::view::role;
use crate::routes::{Call, Handler, tenants};
use crate::settings::RightsForm;
use crate::state::State;
use crate::state::access_tokens::AccessToken;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_tenant_access_token", create_for_tenant),
    ("list_tenant_access_tokens", list_of_tenant),
    ("delete_tenant_access_token", delete_of_tenant),
    ("create_user_access_token", create_for_user),
    ("list_user_access_tokens", list_of_user),
    ("delete_user_access_token", delete_of_user),
    ("get_tenant_access_token", look_up_tenants),
    ("get_user_access_token", look_up_users),
    ("list_active_tenant_access_tokens", active_of_tenants),
    ("list_active_user_access_tokens", active_of_users),
];

fn create_for_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    let token = {
        let state = call.state();
        tenants::check(&state, tenant_id)?;
        let mut token = AccessToken::new(tenant_id, None, call.now);
        token.role_ids = known_roles(&state, &call.list("roleIds").unwrap_or_default(), tenant_id)?;
        token
    };
    create(call, token)
}

fn create_for_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let (tenant_id, user_id) = owner(call, &call.state())?;
    create(call, AccessToken::new(tenant_id, Some(user_id), call.now))
}

fn create(call: &Call<'_>, mut token: AccessToken) -> Result<Reply, Refusal> {
    token.description = call.text("description").map(str::to_owned);
    token.created_by = call.context.user_id().map(str::to_owned);
    token.expires_at = wished_end(call)?;
    let mut body = view(&token);
    let claims = machine_claims::of_access_token(call, &token);
    let secret = call.service.keys.sign(&claims);
    body.insert("secret".to_owned(), Value::String(secret));
    call.state().access_tokens.insert(token);
    Ok(Reply::created(&Value::Object(body)))
}

fn list_of_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    Ok(list(&call.state(), call.tenant_id()?, None))
}

fn list_of_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let state = call.state();
    let (tenant_id, user_id) = owner(call, &state)?;
    Ok(list(&state, tenant_id, Some(&user_id)))
}

fn list(state: &State, tenant_id: &str, user_id: Option<&str>) -> Reply {
    let tokens = state.access_tokens.iter();
    let own = tokens.filter(|token| is_own(token, tenant_id, user_id));
    let own: Vec<Value> = own.map(|token| Value::Object(view(token))).collect();
    Reply::ok(&json!({ "accessTokens": own }))
}

fn delete_of_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    delete(call, &mut call.state(), tenant_id, None)
}

fn delete_of_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let mut state = call.state();
    let (tenant_id, user_id) = owner(call, &state)?;
    delete(call, &mut state, tenant_id, Some(&user_id))
}

fn delete(
    call: &Call<'_>,
    state: &mut State,
    tenant_id: &str,
    user_id: Option<&str>,
) -> Result<Reply, Refusal> {
    let id = call.param("id");
    let token = state.access_tokens.get(id);
    if !token.is_some_and(|token| is_own(token, tenant_id, user_id)) {
        return Err(unknown());
    }
    state.access_tokens.remove(id);
    Ok(Reply::empty(StatusCode::OK))
}

fn look_up_tenants(call: &Call<'_>) -> Result<Reply, Refusal> {
    look_up(call, |token| token.user_id.is_none())
}

fn look_up_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    look_up(call, |token| token.user_id.is_some())
}

/// The token with its real roles and permissions.
fn look_up(call: &Call<'_>, of_kind: impl Fn(&AccessToken) -> bool) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    let state = call.state();
    let token = state.access_tokens.get(call.param("id"));
    let fits = |token: &&AccessToken| {
        token.tenant_id == tenant_id && token.is_live(call.now) && of_kind(token)
    };
    let token = token.filter(fits).ok_or_else(unknown)?;
    let role_ids = match &token.user_id {
        Some(id) => {
            let owner = state.users.get(id).ok_or_else(unknown)?;
            state.roles_in(owner, tenant_id)
        }
        None => token.role_ids.clone(),
    };
    let mut body = rights(call, &state, &role_ids);
    body.insert("id".to_owned(), json!(token.id));
    body.insert("tenantId".to_owned(), json!(tenant_id));
    let user_id = token.user_id.as_ref();
    body.extend(user_id.map(|id| ("userId".to_owned(), json!(id))));
    body.extend(end_of(token));
    Ok(Reply::ok(&Value::Object(body)))
}

fn rights(call: &Call<'_>, state: &State, role_ids: &[String]) -> Map<String, Value> {
    let (settings, catalogue) = (call.settings, &state.catalogue);
    let is_whole = settings.access_token_rights == RightsForm::Objects;
    let roles = catalogue.roles_of(role_ids).map(|one| match is_whole {
        true => role::role(settings, one),
        false => json!(one.key),
    });
    let permissions = catalogue.permissions_of(role_ids).into_iter();
    let permissions = permissions.map(|one| match is_whole {
        true => role::permission(catalogue, one),
        false => json!(one.key),
    });
    Map::from_iter([
        ("roles".to_owned(), roles.collect()),
        ("permissions".to_owned(), permissions.collect()),
    ])
}

fn active_of_tenants(call: &Call<'_>) -> Result<Reply, Refusal> {
    active(call, |token| token.user_id.is_none())
}

fn active_of_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    active(call, |token| token.user_id.is_some())
}

/// The ids of the tenant's tokens of a kind that have not expired.
fn active(call: &Call<'_>, of_kind: impl Fn(&AccessToken) -> bool) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    let state = call.state();
    let live = state
        .access_tokens
        .iter()
        .filter(|token| token.tenant_id == tenant_id && token.is_live(call.now) && of_kind(token));
    Ok(Reply::ok(&live.map(|token| token.id.as_str()).collect()))
}

fn is_own(token: &AccessToken, tenant_id: &str, user_id: Option<&str>) -> bool {
    token.tenant_id == tenant_id && token.user_id.as_deref() == user_id
}

fn unknown() -> Refusal {
    Refusal::not_found("Access token not found")
}

fn view(token: &AccessToken) -> Map<String, Value> {
    let mut body = Map::from_iter([
        ("id".to_owned(), json!(token.id)),
        ("createdAt".to_owned(), json!(timestamp(token.created_at))),
    ]);
    if token.user_id.is_none() {
        body.insert("roleIds".to_owned(), json!(token.role_ids));
        body.insert("createdByUserId".to_owned(), json!(token.created_by));
    }
    let description = token.description.as_ref();
    body.extend(description.map(|text| ("description".to_owned(), json!(text))));
    body.extend(end_of(token));
    body
}

fn end_of(token: &AccessToken) -> Option<(String, Value)> {
    let end = token.expires_at.map(timestamp)?;
    Some(("expires".to_owned(), Value::String(end)))
}

#[cfg(test)]
mod tests;
