//! Client id and secret of an API token against an access token, and the renewal of that.

use serde_json::{Map, Value, json};

use super::machine_claims;
use crate::http::{Refusal, Reply};
use crate::routes::finish::lifetime;
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::api_tokens::ApiToken;
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("authenticate_api_token_v1", authenticate_v1),
    ("authenticate_api_token", authenticate_v2),
    ("refresh_api_token_v1", refresh_v1),
    ("refresh_api_token", refresh_v2),
];

/// What an API token was exchanged for, before anything is signed.
#[derive(Debug)]
#[must_use]
pub(crate) struct Exchanged {
    claims: Value,
    refresh_token: String,
}

impl Exchanged {
    /// Access token and refresh token. Signs; let go of the state first.
    pub(crate) fn into_tokens(self, call: &Call<'_>) -> (String, String) {
        (call.service.keys.sign(&self.claims), self.refresh_token)
    }
}

fn authenticate_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(in_camel_case(call, authenticate(call)?))
}

fn authenticate_v2(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(in_snake_case(call, authenticate(call)?))
}

fn refresh_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(in_camel_case(call, refresh(call)?))
}

fn refresh_v2(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(in_snake_case(call, refresh(call)?))
}

fn authenticate(call: &Call<'_>) -> Result<Exchanged, Refusal> {
    let text = |name| call.text(name).unwrap_or_default();
    exchange(call, text("clientId"), text("secret"))
}

fn refresh(call: &Call<'_>) -> Result<Exchanged, Refusal> {
    check_enabled(call)?;
    let token = call.text("refreshToken").unwrap_or_default();
    renew(call, token).ok_or_else(|| Refusal::unauthorized("Refresh token is not valid"))
}

/// Checks credentials and opens an exchange.
pub(crate) fn exchange(
    call: &Call<'_>,
    client_id: &str,
    secret: &str,
) -> Result<Exchanged, Refusal> {
    check_enabled(call)?;
    let mut state = call.state();
    let token = state.api_tokens.get(client_id);
    let token = token.filter(|token| token.secret == secret && token.is_live(call.now));
    let claims = token.and_then(|token| claims_of(call, &state, token));
    let claims = claims.ok_or_else(wrong_credentials)?;
    issue(call, &mut state, client_id, claims).ok_or_else(wrong_credentials)
}

/// Renews by a refresh token; nothing if it is no good one of an API token.
///
/// What [`crate::Reuse`] says does not count here: an API token has many refresh tokens that know nothing of each other, and
/// a spent one is as good as invented.
pub(crate) fn renew(call: &Call<'_>, refresh_token: &str) -> Option<Exchanged> {
    let settings = call.settings;
    let mut state = call.state();
    let token = state.api_tokens.of_refresh(refresh_token, call.now)?;
    let client_id = token.client_id.clone();
    let claims = claims_of(call, &state, token)?;
    if settings.rotate_refresh_tokens {
        state.api_tokens.spend(refresh_token);
        return issue(call, &mut state, &client_id, claims);
    }
    let life = settings.refresh_token_life;
    state.api_tokens.prolong(refresh_token, life, call.now);
    Some(Exchanged {
        claims,
        refresh_token: refresh_token.to_owned(),
    })
}

/// 403 if the environment has no API tokens.
pub(crate) fn check_enabled(call: &Call<'_>) -> Result<(), Refusal> {
    if call.settings.api_tokens_enabled {
        Ok(())
    } else {
        Err(Refusal::forbidden("Api tokens are disabled"))
    }
}

/// 401, the same for a wrong secret and an unknown client id.
pub(crate) fn wrong_credentials() -> Refusal {
    Refusal::unauthorized("Invalid authentication")
}

fn issue(call: &Call<'_>, state: &mut State, client_id: &str, claims: Value) -> Option<Exchanged> {
    let settings = call.settings;
    let (life, most) = (
        settings.refresh_token_life,
        settings.api_token_refresh_limit,
    );
    let refresh_token = state.api_tokens.issue(client_id, life, most, call.now)?;
    Some(Exchanged {
        claims,
        refresh_token,
    })
}

/// The claims of the next access token; none if the owner may not use the tenant any more.
fn claims_of(call: &Call<'_>, state: &State, token: &ApiToken) -> Option<Value> {
    let owner = match &token.user_id {
        Some(id) => {
            let owner = state.users.get(id)?;
            may_act(call, owner, &token.tenant_id).then_some(())?;
            Some(owner)
        }
        None => None,
    };
    Some(machine_claims::of_api_token(call, state, token, owner))
}

fn may_act(call: &Call<'_>, owner: &User, tenant_id: &str) -> bool {
    let membership = owner.membership(tenant_id);
    !owner.is_locked && membership.is_some_and(|membership| membership.is_open(call.now))
}

fn in_camel_case(call: &Call<'_>, exchanged: Exchanged) -> Reply {
    let mut body = lifetime(call);
    let (access, refresh) = exchanged.into_tokens(call);
    body.insert("accessToken".to_owned(), Value::String(access));
    body.insert("refreshToken".to_owned(), Value::String(refresh));
    Reply::ok(&Value::Object(body))
}

fn in_snake_case(call: &Call<'_>, exchanged: Exchanged) -> Reply {
    let mut lifetime = lifetime(call);
    let (access, refresh) = exchanged.into_tokens(call);
    let mut body = Map::from_iter([
        ("access_token".to_owned(), json!(access)),
        ("refresh_token".to_owned(), json!(refresh)),
    ]);
    let expires_in = lifetime.remove("expiresIn");
    body.extend(expires_in.map(|seconds| ("expires_in".to_owned(), seconds)));
    body.extend(lifetime);
    Reply::ok(&Value::Object(body))
}

#[cfg(test)]
mod tests;
