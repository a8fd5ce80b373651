//! Activation: by the link or the code of a mail, and the links that admins hand out themselves.

use http::StatusCode;
use serde_json::json;

use super::finish::{begin, finish_login};
use super::mail::{dead_link, token_of_code};
use super::{Call, Handler, mail, policies, users};
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::identifiers::Kind;
use crate::state::links::{Dead, Purpose};
use crate::state::login::Proof;
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("activate_user", by_link),
    ("activate_user_with_code", by_code),
    ("resend_activation_email", resend),
    ("get_user_activation_strategy", strategy),
    ("create_user_activation_link", activation_link),
    ("create_user_password_reset_link", reset_link),
];

fn by_link(call: &Call<'_>) -> Result<Reply, Refusal> {
    activate(call, call.text("token").unwrap_or_default().to_owned())
}

fn by_code(call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = token_of_code(call, Purpose::Activation)?;
    activate(call, token)
}

/// Activates, sets the password if there is one in the body, and logs in.
fn activate(call: &Call<'_>, token: String) -> Result<Reply, Refusal> {
    let ending = {
        let mut state = call.state();
        let id = call.text("userId").unwrap_or_default();
        if let Some(password) = call.text("password") {
            policies::passwords::accept(call, &state, state.users.get(id), password)?;
        }
        state
            .links
            .spend(Purpose::Activation, id, &token, call.now)
            .map_err(dead_link)?;
        prove(call, &mut state, id);
        let user = state
            .users
            .get_mut(id)
            .ok_or_else(|| dead_link(Dead::Unknown))?;
        for membership in &mut user.memberships {
            membership.is_activated = true;
        }
        if let Some(password) = call.text("password") {
            user.set_password(password, call.now);
        }
        let user = state
            .users
            .get(id)
            .ok_or_else(|| dead_link(Dead::Unknown))?;
        let mut login = begin(call, &state, user, Proof::Trust)?;
        login.verified_email = user.email().is_some();
        finish_login(call, &mut state, login)?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

/// The user has read what was sent to their address, or else to their phone.
pub(crate) fn prove(call: &Call<'_>, state: &mut State, user_id: &str) {
    let Some(user) = state.users.get_mut(user_id) else {
        return;
    };
    user.awaits_activation = false;
    user.is_verified = true;
    let phone = user
        .names()
        .phone
        .clone()
        .filter(|_| user.email().is_none());
    if let Some(phone) = phone {
        state.users.confirm(user_id, Kind::Phone, &phone, call.now);
    }
}

/// The same answer whether or not there is such a user, and whether or not they wait.
fn resend(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = state.users.by_email(call.text("email").unwrap_or_default());
    let waits = |user: &&User| {
        user.awaits_activation || user.memberships.iter().any(|one| !one.is_activated)
    };
    if let Some(id) = user.filter(waits).map(|user| user.id.clone()) {
        mail::activation(call, &mut state, &id);
    }
    Ok(Reply::empty(StatusCode::CREATED))
}

fn strategy(call: &Call<'_>) -> Result<Reply, Refusal> {
    let query = |name| call.request.query(name).unwrap_or_default();
    let state = call.state();
    let link = state
        .links
        .open(
            Purpose::Activation,
            query("userId"),
            query("token"),
            call.now,
        )
        .map_err(dead_link)?;
    let user = state.users.get(&link.user_id);
    let has_none = user.is_some_and(|user| !user.has_password() && user.provider == "local");
    Ok(Reply::ok(&json!({ "shouldSetPassword": has_none })))
}

fn activation_link(call: &Call<'_>) -> Result<Reply, Refusal> {
    link(call, Purpose::Activation)
}

fn reset_link(call: &Call<'_>) -> Result<Reply, Refusal> {
    link(call, Purpose::PasswordReset)
}

fn link(call: &Call<'_>, purpose: Purpose) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = call.param("userId");
    if state.users.get(id).is_none() {
        return Err(users::unknown());
    }
    let made = mail::make(call, &mut state, id, purpose, None, None);
    Ok(Reply::created(
        &json!({ "userId": id, "token": made.token, "link": made.link }),
    ))
}

#[cfg(test)]
mod tests;
