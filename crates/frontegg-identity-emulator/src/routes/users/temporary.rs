//! Users whose place in a tenant ends by itself.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::json;

use super::read::unknown;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::state::State;
use crate::state::users::Membership;

/// `PUT users/temporary/v1/{userId}`: in the tenant of the call, or in all.
pub(super) fn limit(call: &Call<'_>) -> Result<Reply, Refusal> {
    let seconds = call.body["expirationInSeconds"].as_i64();
    let end = seconds
        .and_then(TimeDelta::try_seconds)
        .and_then(|life| call.now.checked_add_signed(life))
        .ok_or_else(|| Refusal::bad_request("expirationInSeconds is out of range"))?;
    check_allowed(call, &call.state())?;
    change(call, |membership| membership.expires_at = Some(end))?;
    Ok(Reply::created(&json!({ "expirationInSeconds": seconds })))
}

/// `DELETE users/temporary/v1/{userId}`: the user stays for good.
pub(super) fn lift(call: &Call<'_>) -> Result<Reply, Refusal> {
    change(call, |membership| membership.expires_at = None)?;
    Ok(Reply::empty(StatusCode::OK))
}

/// `GET users/temporary/v1/configuration`.
pub(super) fn configuration(call: &Call<'_>) -> Result<Reply, Refusal> {
    let enabled = call.state().people.temporary_users;
    Ok(Reply::ok(&json!({ "enabled": enabled })))
}

/// `PUT users/temporary/v1/configuration`.
pub(super) fn configure(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    call.state().people.temporary_users = call.flag("enabled").unwrap_or(false);
    configuration(call)
}

/// Refuses while the environment has no temporary users.
pub(super) fn check_allowed(call: &Call<'_>, state: &State) -> Result<(), Refusal> {
    if state.people.temporary_users {
        Ok(())
    } else {
        Err((&call.settings.temporary_users_off).into())
    }
}

fn change(call: &Call<'_>, change: impl Fn(&mut Membership)) -> Result<(), Refusal> {
    let tenant_id = call.tenant_if_any();
    let mut state = call.state();
    let user = state.users.get_mut(call.param("userId"));
    let own = user.ok_or_else(unknown)?.memberships.iter_mut();
    let chosen: Vec<&mut Membership> = own
        .filter(|one| tenant_id.is_none_or(|id| one.tenant_id == id))
        .collect();
    if chosen.is_empty() {
        return Err(unknown());
    }
    chosen.into_iter().for_each(change);
    Ok(())
}

#[cfg(test)]
mod tests;
