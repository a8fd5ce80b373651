//! Login with a password. Every other way in has a file of its own in the folder.

pub(crate) mod passkeys;
pub(crate) mod passwordless;
pub(crate) mod social;
pub(crate) mod sso;

use http::StatusCode;

use super::finish::{begin, finish_login};
use super::{Call, Handler, mail, policies};
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::login::Proof;

pub(crate) const ROUTES: &[(&str, Handler)] = &[("login_with_password", with_password)];

fn with_password(call: &Call<'_>) -> Result<Reply, Refusal> {
    let ending = {
        let mut state = call.state();
        let user_id = check_password(call, &mut state)?;
        let user = state
            .users
            .get(&user_id)
            .ok_or_else(|| wrong_credentials(call))?;
        let login = begin(call, &state, user, Proof::Password)?;
        finish_login(call, &mut state, login)?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

/// The user whose name and password are in the body. A wrong password counts towards the lock.
fn check_password(call: &Call<'_>, state: &mut State) -> Result<String, Refusal> {
    let user = match (call.text("email"), call.text("username")) {
        (Some(email), _) => state.users.by_email(email),
        (None, Some(username)) => state.users.by_username(username),
        (None, None) => {
            let message = "Either email or username must be provided";
            return Err(Refusal::bad_request(message).code("ER-000a64f544"));
        }
    };
    let id = user.ok_or_else(|| wrong_credentials(call))?.id.clone();
    let user = state
        .users
        .get_mut(&id)
        .ok_or_else(|| wrong_credentials(call))?;
    if user.is_password(call.text("password").unwrap_or_default()) {
        if !user.is_locked {
            user.failed_logins = 0;
        }
        return Ok(id);
    }
    user.failed_logins = user.failed_logins.saturating_add(1);
    let user = state
        .users
        .get(&id)
        .ok_or_else(|| wrong_credentials(call))?;
    let is_over = policies::lockout_attempts(call, state, user)
        .is_some_and(|most| user.failed_logins >= most);
    if is_over && !user.is_locked {
        if let Some(user) = state.users.get_mut(&id) {
            user.is_locked = true;
        }
        mail::unlock(call, state, &id);
    }
    Err(wrong_credentials(call))
}

fn wrong_credentials(call: &Call<'_>) -> Refusal {
    (&call.settings.wrong_credentials).into()
}

#[cfg(test)]
mod tests;
