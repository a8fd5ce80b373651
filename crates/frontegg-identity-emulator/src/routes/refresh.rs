//! Renewing and ending a session.

use chrono::TimeDelta;
use http::StatusCode;
use http::header::AUTHORIZATION;

use super::finish::{Ending, requested_application, session_ending};
use super::sessions::gone;
use super::{Call, Handler, cookies, mfa, policies};
use crate::context::{Caller, no_caller};
use crate::http::{Refusal, Reply};
use crate::settings::{RefreshAuthorization, Reuse};
use crate::state::State;
use crate::state::mfa::Need;
use crate::state::sessions::Standing;

pub(crate) const ROUTES: &[(&str, Handler)] = &[("refresh_session", refresh), ("logout", logout)];

fn refresh(call: &Call<'_>) -> Result<Reply, Refusal> {
    let cookie = call.request.cookie(&cookies::refresh_name(call.settings));
    let in_body = call
        .text("refreshToken")
        .filter(|_| call.settings.refresh_token_in_body);
    let token = cookie.or(in_body);
    let ending = {
        let mut state = call.state();
        check_authorization(call, &state, token)?;
        let token = token.ok_or_else(no_caller)?;
        renew(call, &mut state, token, call.text("tenantId"))?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

/// Renews the session of a refresh token. `tenant_id` asks for an access token of that tenant; the session stays in its own.
pub(crate) fn renew(
    call: &Call<'_>,
    state: &mut State,
    token: &str,
    tenant_id: Option<&str>,
) -> Result<Ending, Refusal> {
    let settings = call.settings;
    let (session_id, is_newest) =
        match state
            .sessions
            .standing(token, settings.refresh_token_reuse, call.now)
        {
            Standing::Newest(id) => (id.to_owned(), true),
            Standing::Forgiven(id) => (id.to_owned(), false),
            Standing::Spent(id) => {
                let id = id.to_owned();
                if settings.refresh_token_reuse == Reuse::RevokeFamily {
                    state.sessions.end(&id);
                }
                return Err(Refusal::unauthorized("Refresh token is not valid"));
            }
            Standing::Unknown => return Err(gone()),
        };
    let tenant = tenant_of(call, state, &session_id, tenant_id)?;
    if let Some(ending) = second_factor(call, state, &session_id) {
        return Ok(ending);
    }
    if is_newest {
        let began = state.sessions.live(&session_id, call.now);
        let began = began.map_or(call.now, |session| session.created_at);
        let life = policies::sessions::life(call, state, &tenant, began);
        if life <= TimeDelta::zero() {
            state.sessions.end(&session_id);
            return Err(gone());
        }
        state
            .sessions
            .renew(&session_id, life, settings.rotate_refresh_tokens, call.now);
    }
    session_ending(call, state, &session_id, &tenant)
}

/// The tenant of the next access token: the one that was asked for, else the user's active one, which the session follows.
fn tenant_of(
    call: &Call<'_>,
    state: &mut State,
    session_id: &str,
    asked: Option<&str>,
) -> Result<String, Refusal> {
    let application_id = requested_application(call, state)?.map(str::to_owned);
    let session = state.sessions.live(session_id, call.now).ok_or_else(gone)?;
    let user = state.users.get(&session.login.user_id).ok_or_else(gone)?;
    if user.is_locked {
        return Err((&call.settings.locked_user_refresh).into());
    }
    if let Some(asked) = asked {
        return if state.may_enter(user, asked, call.now) {
            Ok(asked.to_owned())
        } else {
            Err((&call.settings.foreign_tenant).into())
        };
    }
    let application_id = application_id.or_else(|| session.login.application_id.clone());
    let tenant = state
        .login_tenant(user, application_id.as_deref(), call.now)
        .ok_or_else(gone)?
        .to_owned();
    if let Some(session) = state.sessions.get_mut(session_id) {
        session.login.tenant_id.clone_from(&tenant);
        session.login.application_id = application_id;
    }
    Ok(tenant)
}

/// The challenge, if the session still owes its second factor: it came from another service, or the policy is newer.
fn second_factor(call: &Call<'_>, state: &mut State, session_id: &str) -> Option<Ending> {
    let session = state
        .sessions
        .live(session_id, call.now)
        .filter(|session| session.awaits_mfa || call.settings.mfa_at_refresh)?;
    let login = session.login.clone();
    let user = state.users.get(&login.user_id)?;
    match state.mfa.need(user, &login, call.now) {
        Need::Nothing => None,
        need => Some(mfa::challenge(call, state, login, need, Some(session_id))),
    }
}

fn check_authorization(call: &Call<'_>, state: &State, token: Option<&str>) -> Result<(), Refusal> {
    let owner = || {
        token
            .and_then(|token| state.sessions.of_token(token, call.now))
            .map(|session| &session.login.user_id)
    };
    let refused = match call.settings.refresh_authorization {
        RefreshAuthorization::Ignored => false,
        RefreshAuthorization::Refused if call.request.headers.contains_key(AUTHORIZATION) => {
            return Err(Refusal::bad_request("Authorization is not allowed here"));
        }
        RefreshAuthorization::Refused => false,
        RefreshAuthorization::RequiredForTenant => {
            let is_owner = matches!(&call.context.caller, Caller::User(caller) if Some(&caller.user_id) == owner());
            call.text("tenantId").is_some() && !is_owner
        }
    };
    if refused { Err(no_caller()) } else { Ok(()) }
}

fn logout(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(end_session(call, Reply::empty(StatusCode::CREATED)))
}

/// Ends the session of the cookie, if there is one, and takes the cookie away.
pub(crate) fn end_session(call: &Call<'_>, reply: Reply) -> Reply {
    let name = cookies::refresh_name(call.settings);
    if let Some(token) = call.request.cookie(&name) {
        let mut state = call.state();
        if let Some(id) = state
            .sessions
            .of_token(token, call.now)
            .map(|session| session.id.clone())
        {
            state.sessions.end(&id);
        }
    }
    reply.with_cookie(&cookies::clear(call.settings, &name))
}

#[cfg(test)]
mod tests;
