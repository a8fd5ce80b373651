//! Social login: which providers there are, and the way back from them.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::sso::{finish, idp_address, provision, wrong};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::finish::begin;
use crate::routes::{Call, Handler};
use crate::state::login::Proof;
use crate::state::sso::{Issuer, Provider};
use crate::state::tenants::Tenant;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("complete_social_login", complete),
    ("list_social_providers", list),
    ("list_social_providers_as_user", list),
    ("list_social_providers_v1", list_v1),
    ("set_social_provider", set),
    ("create_custom_social_provider", create_custom),
    ("list_custom_social_providers", list_custom),
    ("update_custom_social_provider", update_custom),
    ("delete_custom_social_provider", delete_custom),
];

/// The providers that the service knows by itself.
const KINDS: [&str; 7] = [
    "microsoft",
    "facebook",
    "google",
    "github",
    "slack",
    "apple",
    "linkedin",
];

/// What a custom provider consists of; the secret is kept and never shown.
const CUSTOM: [&str; 11] = [
    "type",
    "clientId",
    "secret",
    "redirectUrl",
    "authorizationUrl",
    "tokenUrl",
    "userInfoUrl",
    "scopes",
    "ssoLogoUrl",
    "displayName",
    "active",
];

/// The code of the provider, or its identity token, is in the query; the refresh token goes into the cookie only.
fn complete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let query = |name| call.request.query(name).filter(|text| !text.is_empty());
    let word = query("code").or_else(|| query("id_token"));
    let word = word.ok_or_else(|| Refusal::bad_request("code or id_token must be provided"))?;
    let (ending, user_id) = {
        let mut state = call.state();
        let assertion = state
            .sso
            .take(word, query("state"), call.now)
            .ok_or_else(|| wrong(call))?;
        let provider = call.param("identityProvider");
        if assertion.issuer != Issuer::Social(provider.to_owned()) {
            return Err(wrong(call));
        }
        let email = assertion.email;
        let known = state.users.by_email(&email).map(|user| user.id.clone());
        let is_new = known.is_none();
        if is_new && !call.settings.sign_ups {
            return Err((&call.settings.sign_ups_off).into());
        }
        let user_id = known.unwrap_or_else(|| {
            let tenant_id = random::uuid();
            let tenant = Tenant::new(tenant_id.clone(), email.clone(), call.now);
            state.tenants.insert(tenant);
            provision(call, &mut state, &email, &tenant_id, provider)
        });
        let user = state.users.get(&user_id).ok_or_else(|| wrong(call))?;
        let login = begin(call, &state, user, Proof::Sso)?;
        let (name, tenant_id) = (user.name.clone(), login.tenant_id.clone());
        let mut ending = finish(call, &mut state, login)?
            .with("email", email)
            .with("isNewUser", is_new)
            .with("tenantId", tenant_id);
        if let Some(name) = name {
            ending = ending.with("name", name);
        }
        (ending, user_id)
    };
    let ending = ending.with("userId", user_id);
    let (mut body, cookies) = ending.into_parts(call);
    body.remove("refreshToken");
    Ok(cookies
        .iter()
        .fold(Reply::ok(&Value::Object(body)), |reply, cookie| {
            reply.with_cookie(cookie)
        }))
}

/// All configured providers. Those without a client id use the service's own, and have no address of a provider but the
/// emulated one.
fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let providers = state.sso.social.iter().map(|provider| {
        let mut shown = shown(provider, &["redirectUrl", "backendRedirectUrl", "options"]);
        let client_id = provider.members.get("clientId");
        let client_id = client_id.cloned().unwrap_or_default();
        shown.insert("customised".to_owned(), (!client_id.is_null()).into());
        shown.insert("clientId".to_owned(), client_id);
        let scopes = provider.members.get("additionalScopes").cloned();
        shown.insert(
            "additionalScopes".to_owned(),
            scopes.unwrap_or_else(|| json!([])),
        );
        let address = idp_address(call, &provider.id);
        shown.insert("authorizationUrl".to_owned(), address.into());
        Value::Object(shown)
    });
    Ok(Reply::ok(&providers.collect()))
}

/// Without those that use the service's own client.
fn list_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let own = state.sso.social.iter();
    let own = own.filter(|provider| provider.members.contains_key("clientId"));
    let shown = own.map(|provider| Value::Object(shown(provider, &["clientId", "redirectUrl"])));
    Ok(Reply::ok(&shown.collect()))
}

/// The type of a provider, whether it is active, and these members as far as they are there.
fn shown(provider: &Provider, members: &[&str]) -> Map<String, Value> {
    let mut shown = Map::from_iter([
        ("type".to_owned(), provider.id.clone().into()),
        ("active".to_owned(), provider.is_active().into()),
    ]);
    for name in members {
        let value = provider.members.get(*name);
        shown.extend(value.map(|value| ((*name).to_owned(), value.clone())));
    }
    shown
}

/// Configures a provider anew. Its members are not known for certain; those that a list shows must have the list's types.
fn set(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let kind = call.text("type").filter(|kind| KINDS.contains(kind));
    let kind = kind.ok_or_else(|| Refusal::bad_request("type must be a social login provider"))?;
    let mut members = Map::new();
    for (name, value) in call.body.as_object().into_iter().flatten() {
        let fits = match name.as_str() {
            "active" => value.is_boolean(),
            "options" => value.is_object(),
            "additionalScopes" => value
                .as_array()
                .is_some_and(|scopes| scopes.iter().all(Value::is_string)),
            "clientId" | "redirectUrl" | "backendRedirectUrl" => {
                value.is_null() || value.is_string()
            }
            _ => true,
        };
        if !fits {
            let message = format!("{name} has an invalid value");
            return Err(Refusal::bad_request(message));
        }
        if !value.is_null() {
            members.insert(name.clone(), value.clone());
        }
    }
    call.state().sso.social.insert(Provider {
        id: kind.to_owned(),
        members,
    });
    Ok(Reply::empty(StatusCode::CREATED))
}

fn create_custom(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    call.state().sso.custom.insert(Provider {
        id: random::uuid(),
        members: custom_members(call),
    });
    Ok(Reply::empty(StatusCode::OK))
}

/// For login pages too, without the secret.
fn list_custom(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let providers = state.sso.custom.iter().map(|provider| {
        let mut members = provider.members.clone();
        members.remove("secret");
        members.insert("id".to_owned(), provider.id.clone().into());
        Value::Object(members)
    });
    let providers: Value = providers.collect();
    Ok(Reply::ok(&json!({ "providers": providers })))
}

fn update_custom(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let provider = state.sso.custom.get_mut(call.param("id"));
    provider
        .ok_or_else(unknown)?
        .members
        .extend(custom_members(call));
    Ok(Reply::empty(StatusCode::OK))
}

fn delete_custom(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let provider = state.sso.custom.remove(call.param("id"));
    provider.ok_or_else(unknown)?;
    Ok(Reply::empty(StatusCode::OK))
}

fn custom_members(call: &Call<'_>) -> Map<String, Value> {
    let members = CUSTOM
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), call.body.get(name)?.clone())));
    members.filter(|(_, value)| !value.is_null()).collect()
}

fn unknown() -> Refusal {
    Refusal::not_found("Provider not found")
}

#[cfg(test)]
mod tests;
