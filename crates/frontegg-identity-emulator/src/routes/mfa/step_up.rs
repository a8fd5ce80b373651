//! A signed-in user shows the second factor again.

use http::StatusCode;

use super::{challenge, not_enrolled};
use crate::http::{Refusal, Reply};
use crate::routes::finish::{Ending, origin, renewed_ending};
use crate::routes::me::me;
use crate::routes::sessions::gone;
use crate::routes::{Call, Handler, cookies};
use crate::state::State;
use crate::state::mfa::Need;
use crate::state::sessions::Session;

pub(crate) const ROUTES: &[(&str, Handler)] = &[("start_step_up", start)];

/// A challenge, or the tokens at once if the second factor was shown not too long ago.
fn start(call: &Call<'_>) -> Result<Reply, Refusal> {
    let ending = {
        let mut state = call.state();
        step_up(call, &mut state)?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

fn step_up(call: &Call<'_>, state: &mut State) -> Result<Ending, Refusal> {
    let session = session(call, state)?;
    let (session_id, mut login) = (session.id.clone(), session.login.clone());
    let max_age = call.body["maxAge"].as_i64();
    let age = (call.now - login.at).num_seconds();
    if login.proofs.len() > 1 && max_age.is_none_or(|most| age <= most) {
        return renewed_ending(call, state, &session_id);
    }
    let user = me(call, state)?;
    if user.is_locked {
        return Err((&call.settings.locked_user).into());
    }
    let has_mail = state.mfa.is_forced(user, &login) && state.mfa.address(user).is_some();
    if !user.factors.is_enrolled() && !has_mail {
        return Err(not_enrolled());
    }
    login.proofs.truncate(1);
    login.from = origin(call);
    Ok(challenge(
        call,
        state,
        login,
        Need::Challenge,
        Some(&session_id),
    ))
}

/// The session of the token, or of the refresh cookie if tokens do not name theirs.
fn session<'a>(call: &Call<'_>, state: &'a State) -> Result<&'a Session, Refusal> {
    let token = call.user_token()?;
    let session = match &token.session_id {
        Some(id) => state.sessions.live(id, call.now),
        None => call
            .request
            .cookie(&cookies::refresh_name(call.settings))
            .and_then(|cookie| state.sessions.of_token(cookie, call.now)),
    };
    session
        .filter(|session| session.login.user_id == token.user_id)
        .ok_or_else(gone)
}

#[cfg(test)]
mod tests;
