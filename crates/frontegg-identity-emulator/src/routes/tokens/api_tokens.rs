//! The API tokens of tenants and users: made, listed, changed, deleted. The secret is shown when a token is made and
//! never again.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::exchange::check_enabled;
use crate::http::{Refusal, Reply, timestamp};
use crate::routes::me::{check_membership, me};
use crate::routes::users::known_roles;
use crate::routes::{Call, Handler, tenants};
use crate::state::State;
use crate::state::api_tokens::{ApiToken, Grant};
use crate::state::roles::Catalogue;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_tenant_api_token_v1", create_for_tenant),
    ("create_tenant_api_token", create_for_tenant),
    ("list_tenant_api_tokens", list_of_tenant),
    ("update_tenant_api_token", update),
    ("delete_tenant_api_token", delete_of_tenant),
    ("create_user_api_token", create_for_user),
    ("list_user_api_tokens", list_of_user),
    ("delete_user_api_token", delete_of_user),
];

fn create_for_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    tenants::check(&state, tenant_id)?;
    let mut token = new(call, tenant_id, None)?;
    token.grant = grant(call, &state, tenant_id)?.unwrap_or(token.grant);
    let body = tenant_view(&state.catalogue, &token);
    Ok(add(&mut state, token, body))
}

fn create_for_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let mut state = call.state();
    let (tenant_id, user_id) = owner(call, &state)?;
    let token = new(call, tenant_id, Some(user_id))?;
    let body = user_view(&token);
    Ok(add(&mut state, token, body))
}

fn new(call: &Call<'_>, tenant_id: &str, user_id: Option<String>) -> Result<ApiToken, Refusal> {
    let mut token = ApiToken::new(tenant_id, user_id, call.now);
    token.expires_at = wished_end(call)?;
    token.created_by = call.context.user_id().map(str::to_owned);
    describe(call, &mut token);
    Ok(token)
}

fn add(state: &mut State, token: ApiToken, mut body: Map<String, Value>) -> Reply {
    body.insert("secret".to_owned(), json!(token.secret));
    state.api_tokens.insert(token);
    Reply::created(&Value::Object(body))
}

fn list_of_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    let state = call.state();
    let tokens = state.api_tokens.iter();
    let own = tokens.filter(|token| is_own(token, tenant_id, None));
    Ok(Reply::ok(
        &own.map(|token| Value::Object(tenant_view(&state.catalogue, token)))
            .collect(),
    ))
}

fn list_of_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let state = call.state();
    let (tenant_id, user_id) = owner(call, &state)?;
    let tokens = state.api_tokens.iter();
    let own = tokens.filter(|token| is_own(token, tenant_id, Some(&user_id)));
    Ok(Reply::ok(
        &own.map(|token| Value::Object(user_view(token))).collect(),
    ))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    check_enabled(call)?;
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let grant = grant(call, &state, tenant_id)?;
    let State {
        api_tokens,
        catalogue,
        ..
    } = &mut *state;
    let token = api_tokens.get_mut(call.param("id"));
    let token = token
        .filter(|token| is_own(token, tenant_id, None))
        .ok_or_else(unknown)?;
    describe(call, token);
    if let Some(grant) = grant {
        token.grant = grant;
    }
    Ok(Reply::ok(&Value::Object(tenant_view(catalogue, token))))
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
    let token = state.api_tokens.get(id);
    if !token.is_some_and(|token| is_own(token, tenant_id, user_id)) {
        return Err(unknown());
    }
    state.api_tokens.remove(id);
    Ok(Reply::empty(StatusCode::OK))
}

/// Tenant and user of a call about a user's own tokens. The user has to be in the tenant.
pub(crate) fn owner<'a>(call: &Call<'a>, state: &State) -> Result<(&'a str, String), Refusal> {
    let tenant_id = call.tenant_id()?;
    let user_id = me(call, state)?.id.clone();
    check_membership(call, state, &user_id, tenant_id)?;
    Ok((tenant_id, user_id))
}

/// The end that `expiresInMinutes` asks for; none if it is missing.
pub(crate) fn wished_end(call: &Call<'_>) -> Result<Option<DateTime<Utc>>, Refusal> {
    let Some(minutes) = call.body.get("expiresInMinutes").and_then(Value::as_i64) else {
        return Ok(None);
    };
    let life = TimeDelta::try_minutes(minutes);
    let end = life.and_then(|life| call.now.checked_add_signed(life));
    // RFC 3339 has no later years.
    let end = end.filter(|end| end.year() <= 9999);
    let too_late = || Refusal::bad_request("expiresInMinutes is out of range");
    end.map(Some).ok_or_else(too_late)
}

fn describe(call: &Call<'_>, token: &mut ApiToken) {
    if let Some(text) = call.body.get("description").and_then(Value::as_str) {
        token.description = Some(text.to_owned());
    }
    if let Some(Value::Object(metadata)) = call.body.get("metadata") {
        token.metadata = metadata.clone();
    }
}

/// The roles or the permissions of the body; if both are there, the roles win.
fn grant(call: &Call<'_>, state: &State, tenant_id: &str) -> Result<Option<Grant>, Refusal> {
    let roles = call.list("roleIds");
    let permissions = call.list("permissionIds");
    if let Some(ids) = roles.filter(|ids| !ids.is_empty() || permissions.is_none()) {
        return Ok(Some(Grant::Roles(known_roles(state, &ids, tenant_id)?)));
    }
    let Some(ids) = permissions else {
        return Ok(None);
    };
    let is_known = |id: &&str| state.catalogue.permissions.contains(id);
    match ids.iter().find(|id| !is_known(id)) {
        Some(id) => Err(Refusal::bad_request(format!(
            "Permission {id} was not found"
        ))),
        None => Ok(Some(Grant::Permissions(
            ids.into_iter().map(str::to_owned).collect(),
        ))),
    }
}

fn is_own(token: &ApiToken, tenant_id: &str, user_id: Option<&str>) -> bool {
    token.tenant_id == tenant_id && token.user_id.as_deref() == user_id
}

fn unknown() -> Refusal {
    Refusal::not_found("Api token not found")
}

fn tenant_view(catalogue: &Catalogue, token: &ApiToken) -> Map<String, Value> {
    let (role_ids, permission_ids) = match &token.grant {
        Grant::Roles(ids) => (
            catalogue.roles_of(ids).map(|role| &role.id).collect(),
            vec![],
        ),
        Grant::Permissions(ids) => {
            let known = ids.iter().filter(|id| catalogue.permissions.contains(id));
            (vec![], known.collect())
        }
    };
    let mut body = user_view(token);
    body.insert("tenantId".to_owned(), json!(token.tenant_id));
    body.insert("createdByUserId".to_owned(), json!(token.created_by));
    body.insert("roleIds".to_owned(), json!(role_ids));
    body.insert("permissionIds".to_owned(), json!(permission_ids));
    body
}

fn user_view(token: &ApiToken) -> Map<String, Value> {
    let mut body = Map::from_iter([
        ("clientId".to_owned(), json!(token.client_id)),
        ("description".to_owned(), json!(token.description)),
        ("metadata".to_owned(), Value::Object(token.metadata.clone())),
        ("createdAt".to_owned(), json!(timestamp(token.created_at))),
    ]);
    let end = token.expires_at.map(timestamp);
    body.extend(end.map(|end| ("expires".to_owned(), json!(end))));
    body
}

#[cfg(test)]
mod tests;
