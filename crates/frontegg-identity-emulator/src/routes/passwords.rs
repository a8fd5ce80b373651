//! Passwords: reset by link, changed by their owner; and the link that unlocks.

use http::StatusCode;

use super::mail::dead_link;
use super::{Call, Handler, mail, me, policies};
use crate::context::no_caller;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::links::{Dead, Purpose};
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("start_password_reset_v1", start_reset_v1),
    ("start_password_reset_by_email", start_reset),
    ("validate_password_reset_token", validate_reset),
    ("complete_password_reset", complete_reset),
    ("update_my_password", change),
    ("unlock_my_user", unlock),
];

/// The same answer whether or not there is such a user.
fn start_reset_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = call
        .text("email")
        .and_then(|email| state.users.by_email(email))
        .map(|user| user.id.clone());
    if let Some(id) = user_id {
        mail::password_reset(call, &mut state, &id);
    }
    Ok(Reply::empty(StatusCode::CREATED))
}

fn start_reset(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    if let Some(id) = identified(call, &state).map(|user| user.id.clone()) {
        mail::password_reset(call, &mut state, &id);
    }
    Ok(Reply::ok(&serde_json::json!({})))
}

/// The user whom the body names by `identifier`, an address unless `identifierType` says otherwise.
pub(super) fn identified<'a>(call: &Call<'_>, state: &'a State) -> Option<&'a User> {
    let identifier = call.text("identifier").unwrap_or_default();
    match call.text("identifierType") {
        Some("username") => state.users.by_username(identifier),
        Some("phoneNumber") => state.users.by_phone(identifier),
        _ => state.users.by_email(identifier),
    }
}

fn validate_reset(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, token) = user_and_token(call);
    call.state()
        .links
        .open(Purpose::PasswordReset, user_id, token, call.now)
        .map_err(dead_link)?;
    Ok(Reply::empty(StatusCode::OK))
}

fn complete_reset(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, token) = user_and_token(call);
    let password = call
        .text("password")
        .ok_or_else(|| Refusal::bad_request("password should not be empty"))?;
    let mut state = call.state();
    state
        .links
        .open(Purpose::PasswordReset, user_id, token, call.now)
        .map_err(dead_link)?;
    // A password that is refused does not cost the link.
    policies::passwords::accept(call, &state, state.users.get(user_id), password)?;
    state
        .links
        .spend(Purpose::PasswordReset, user_id, token, call.now)
        .map_err(dead_link)?;
    let user = state
        .users
        .get_mut(user_id)
        .ok_or_else(|| dead_link(Dead::Unknown))?;
    user.set_password(password, call.now);
    user.is_verified = true;
    Ok(Reply::empty(StatusCode::CREATED))
}

fn change(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me::me(call, &state)?.id.clone();
    let new = call
        .text("newPassword")
        .ok_or_else(|| Refusal::bad_request("newPassword should not be empty"))?;
    let user = state.users.get(&id).ok_or_else(no_caller)?;
    if !user.is_password(call.text("password").unwrap_or_default()) {
        return Err(Refusal::bad_request("Wrong password"));
    }
    policies::passwords::accept(call, &state, state.users.get(&id), new)?;
    if let Some(user) = state.users.get_mut(&id) {
        user.set_password(new, call.now);
    }
    Ok(Reply::empty(StatusCode::CREATED))
}

/// Unlocks by the link of a mail; the token alone says whom.
fn unlock(call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = call.text("token").unwrap_or_default();
    let mut state = call.state();
    let user_id = state
        .links
        .user_of(token)
        .map(str::to_owned)
        .ok_or_else(|| dead_link(Dead::Unknown))?;
    state
        .links
        .spend(Purpose::Unlock, &user_id, token, call.now)
        .map_err(dead_link)?;
    if let Some(user) = state.users.get_mut(&user_id) {
        user.is_locked = false;
        user.failed_logins = 0;
    }
    Ok(Reply::empty(StatusCode::OK))
}

fn user_and_token<'a>(call: &Call<'a>) -> (&'a str, &'a str) {
    (
        call.text("userId").unwrap_or_default(),
        call.text("token").unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests;
