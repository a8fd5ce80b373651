//! Acting as another user.

use http::StatusCode;
use serde_json::Value;

use super::finish::{origin, session_ending};
use super::{Call, Handler, users};
use crate::http::{Refusal, Reply};
use crate::state::login::{Login, Proof};

pub(crate) const ROUTES: &[(&str, Handler)] = &[("start_impersonation", start)];

/// Opens a session of the impersonated user that names the actor in each of its tokens. No gate is asked.
fn start(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let actor = actor(call).ok_or_else(|| Refusal::unauthorized("Actor token is not valid"))?;
    let ending = {
        let mut state = call.state();
        let user = state
            .users
            .get(call.text("impersonatedUserId").unwrap_or_default())
            .ok_or_else(users::unknown)?;
        let tenant_id = match call.tenant_if_any() {
            Some(id) => state.may_enter(user, id, call.now).then_some(id),
            None => state.login_tenant(user, None, call.now),
        };
        let tenant_id = tenant_id
            .ok_or_else(|| Refusal::forbidden("User does not belong to the tenant"))?
            .to_owned();
        let login = Login {
            user_id: user.id.clone(),
            tenant_id: tenant_id.clone(),
            application_id: None,
            proofs: vec![Proof::Trust],
            at: call.now,
            from: origin(call),
            verified_email: false,
        };
        let life = call.settings.refresh_token_life;
        let session = state.sessions.open(login, life, call.now);
        session.impersonator = Some(actor);
        let id = session.id.clone();
        session_ending(call, &state, &id, &tenant_id)?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

/// Who acts: the subject of the actor token, or the environment if that is its own token. How the real service issues actor
/// tokens is not known; here every token that it has signed will do.
fn actor(call: &Call<'_>) -> Option<String> {
    let token = call.text("actorToken")?;
    let claims = call.service.keys.verify(token, call.now).ok()?;
    let name = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
    name("sub").or_else(|| name("vendorId"))
}

#[cfg(test)]
mod tests;
