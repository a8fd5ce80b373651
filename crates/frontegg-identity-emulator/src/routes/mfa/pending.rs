//! A login that waits under its `mfaToken`: found, gone wrong, gone through.

use super::factors::Fault;
use crate::crypto::random;
use crate::http::Refusal;
use crate::routes::finish::{Ending, after_mfa, after_mfa_of_session};
use crate::routes::{Call, cookies, tenant_invites};
use crate::state::State;
use crate::state::login::{Login, Proof};
use crate::state::mfa::{Need, Pending};

/// The login under the `mfaToken` of the body. That of a locked user ends here.
pub(super) fn waiting<'a>(
    call: &Call<'a>,
    state: &mut State,
) -> Result<(&'a str, Pending), Refusal> {
    let token = call.text("mfaToken").unwrap_or_default();
    let pending = state.mfa.waiting(token, call.now).cloned();
    let pending = pending.ok_or_else(|| dead(call))?;
    match state.users.get(&pending.login.user_id) {
        None => Err(dead(call)),
        Some(user) if user.is_locked => {
            state.mfa.pending.remove(token);
            Err((&call.settings.locked_user).into())
        }
        Some(_) => {
            // An invitation that is no good is refused before the factor is spent on it.
            if let Some(invitation) = call.text("invitationToken") {
                tenant_invites::opened(call, state, invitation)?;
            }
            Ok((token, pending))
        }
    }
}

/// As [`waiting`], for a login that sets up its second factor. A user who has one shows it instead.
pub(super) fn enrolling<'a>(
    call: &Call<'a>,
    state: &mut State,
) -> Result<(&'a str, Pending), Refusal> {
    let (token, pending) = waiting(call, state)?;
    let user = state.users.get(&pending.login.user_id);
    let is_enrolled = user.is_some_and(|user| user.factors.is_enrolled());
    if pending.need != Need::Enrolment || is_enrolled {
        return Err(Refusal::bad_request("MFA is already enrolled"));
    }
    Ok((token, pending))
}

/// The refusal of a wrong answer. The login goes on waiting, unless there were too many.
pub(super) fn failed(call: &Call<'_>, state: &mut State, token: &str, fault: Fault) -> Refusal {
    let most = call.settings.mfa_attempts;
    if let Some(pending) = state.mfa.waiting(token, call.now)
        && fault.counts()
    {
        pending.failures = pending.failures.saturating_add(1);
        if most.is_some_and(|most| pending.failures >= most) {
            state.mfa.pending.remove(token);
            return (&call.settings.too_many_mfa_codes).into();
        }
    }
    fault.refusal(call)
}

/// Takes the login on with its second factor.
pub(super) fn complete(
    call: &Call<'_>,
    state: &mut State,
    token: &str,
    proof: Proof,
) -> Result<Ending, Refusal> {
    let pending = state.mfa.release(token, proof, call.now);
    let Pending {
        mut login,
        session_id,
        ..
    } = pending.ok_or_else(|| dead(call))?;
    let new_device = remember(call, state, &mut login);
    let ending = match session_id {
        Some(session_id) => after_mfa_of_session(call, state, login, &session_id)?,
        None => after_mfa(call, state, login)?,
    };
    Ok(match new_device {
        Some(device) => ending.with_device(call, &device),
        None => ending,
    })
}

/// Remembers the device if that was asked for and is allowed. Returns its new name if it had none.
fn remember(call: &Call<'_>, state: &mut State, login: &mut Login) -> Option<String> {
    if let Some(device) = call.request.cookie(&cookies::device_name(call.settings)) {
        login.from.device = Some(device.to_owned());
    }
    let life = state.mfa.rules.device_life_in(&login.tenant_id)?;
    if call.flag("rememberDevice") != Some(true) {
        return None;
    }
    let new = login.from.device.is_none().then(random::uuid);
    let device = login
        .from
        .device
        .get_or_insert_with(|| new.clone().unwrap_or_default())
        .clone();
    state.mfa.remember(device, &login.user_id, life, call.now);
    new
}

pub(super) fn dead(call: &Call<'_>) -> Refusal {
    (&call.settings.dead_mfa_token).into()
}
