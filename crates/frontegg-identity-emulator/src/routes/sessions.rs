//! The sessions of a user, listed and ended.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Handler, cookies};
use crate::context::Caller;
use crate::http::{Refusal, Reply, timestamp};
use crate::state::State;
use crate::state::sessions::Session;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_my_sessions", list),
    ("get_my_current_session", current),
    ("delete_my_session", delete),
    ("delete_all_my_sessions", delete_all),
    ("revoke_user_sessions", revoke),
];

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let user_id = acting_user(call)?;
    let state = call.state();
    let current = current_id(call, &state);
    let sessions = state.sessions.of_user(user_id, call.now);
    Ok(Reply::ok(
        &sessions
            .map(|session| view(session, current.as_deref()))
            .collect(),
    ))
}

fn current(call: &Call<'_>) -> Result<Reply, Refusal> {
    let user_id = acting_user(call)?;
    let state = call.state();
    let id = current_id(call, &state);
    let current = id
        .as_deref()
        .and_then(|id| state.sessions.live(id, call.now));
    let own = current.filter(|session| session.login.user_id == user_id);
    let session = own.or_else(|| state.sessions.of_user(user_id, call.now).last());
    let session = session.ok_or_else(unknown)?;
    Ok(Reply::ok(&view(session, Some(&session.id))))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let user_id = acting_user(call)?;
    end_one(call, user_id, call.param("id"))
}

fn delete_all(call: &Call<'_>) -> Result<Reply, Refusal> {
    let user_id = acting_user(call)?;
    call.state()
        .sessions
        .end_all(|session| session.login.user_id == user_id);
    Ok(Reply::empty(StatusCode::OK))
}

/// `{userId, sessionId?}`: one session, or all of the user.
fn revoke(call: &Call<'_>) -> Result<Reply, Refusal> {
    acting_user(call)?;
    let user_id = call.text("userId").unwrap_or_default();
    if !call.is_environment() && call.context.user_id() != Some(user_id) {
        return Err(Refusal::forbidden("Forbidden"));
    }
    match call.text("sessionId") {
        Some(id) => end_one(call, user_id, id),
        None => {
            call.state()
                .sessions
                .end_all(|session| session.login.user_id == user_id);
            Ok(Reply::empty(StatusCode::OK))
        }
    }
}

fn end_one(call: &Call<'_>, user_id: &str, id: &str) -> Result<Reply, Refusal> {
    let mut state = call.state();
    if state
        .sessions
        .live(id, call.now)
        .is_none_or(|session| session.login.user_id != user_id)
    {
        return Err(unknown());
    }
    state.sessions.end(id);
    Ok(Reply::empty(StatusCode::OK))
}

/// The user that the call acts for. An environment token has to name tenant and user both.
fn acting_user<'a>(call: &Call<'a>) -> Result<&'a str, Refusal> {
    call.tenant_id()?;
    call.user_id()
}

/// The session that the call belongs to: by its token, else by its cookie.
fn current_id(call: &Call<'_>, state: &State) -> Option<String> {
    if let Caller::User(token) = &call.context.caller
        && token.session_id.is_some()
    {
        return token.session_id.clone();
    }
    let token = call.request.cookie(&cookies::refresh_name(call.settings))?;
    state
        .sessions
        .of_token(token, call.now)
        .map(|session| session.id.clone())
}

fn view(session: &Session, current: Option<&str>) -> Value {
    json!({
        "id": session.id,
        "userAgent": session.login.from.user_agent,
        "ipAddress": session.login.from.ip,
        "createdAt": timestamp(session.created_at),
        "expires": timestamp(session.expires_at),
        "current": current == Some(session.id.as_str()),
        "impersonated": session.impersonator.is_some(),
    })
}

/// 404: no such session of the user.
fn unknown() -> Refusal {
    Refusal::not_found("Session not found")
}

/// 401: the session has ended, or there never was one.
pub(crate) fn gone() -> Refusal {
    Refusal::unauthorized("Session not found")
}

#[cfg(test)]
mod tests;
