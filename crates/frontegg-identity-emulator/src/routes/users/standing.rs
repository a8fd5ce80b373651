//! What a user may do at all: locked, verified, invisible, super-user, disabled in a tenant.

use http::StatusCode;

use super::read::unknown;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::routes::view::user;
use crate::state::users::User;

/// Locks a user everywhere.
pub(super) fn lock(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |user| user.is_locked = true)?;
    if call.settings.lock_ends_sessions {
        let id = call.param("userId");
        call.state()
            .sessions
            .end_all(|session| session.login.user_id == id);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// Lifts the lock, and forgets the logins that failed.
pub(super) fn unlock(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |user| {
        user.is_locked = false;
        user.failed_logins = 0;
    })?;
    Ok(Reply::empty(StatusCode::OK))
}

pub(super) fn verify(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |user| user.is_verified = true)?;
    Ok(Reply::empty(StatusCode::OK))
}

pub(super) fn set_invisible(call: &Call<'_>) -> Result<Reply, Refusal> {
    let flag = call.flag("invisible").unwrap_or(false);
    change_and_show(call, |user| user.is_invisible = flag)
}

pub(super) fn set_super_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    let flag = call.flag("superUser").unwrap_or(false);
    change_and_show(call, |user| user.is_super_user = flag)
}

/// Lets a user into the tenant of the call again.
pub(super) fn enable(call: &Call<'_>) -> Result<Reply, Refusal> {
    set_disabled(call, false)
}

/// Bars a user from the tenant of the call. Sessions there go on until the next refresh.
pub(super) fn disable(call: &Call<'_>) -> Result<Reply, Refusal> {
    set_disabled(call, true)
}

fn set_disabled(call: &Call<'_>, is_disabled: bool) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let user = state.users.get_mut(call.param("userId"));
    user.and_then(|user| user.membership_mut(tenant_id))
        .ok_or_else(unknown)?
        .is_disabled = is_disabled;
    Ok(Reply::empty(StatusCode::OK))
}

/// Changes the user of the path, for the environment only.
fn change(call: &Call<'_>, change: impl FnOnce(&mut User)) -> Result<(), Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let user = state.users.get_mut(call.param("userId"));
    change(user.ok_or_else(unknown)?);
    Ok(())
}

fn change_and_show(call: &Call<'_>, by: impl FnOnce(&mut User)) -> Result<Reply, Refusal> {
    change(call, by)?;
    let state = call.state();
    let found = state.users.get(call.param("userId")).ok_or_else(unknown)?;
    let view = user::full(call.settings, &state, found, user::home(found));
    Ok(Reply::ok(&view))
}

#[cfg(test)]
mod tests;
