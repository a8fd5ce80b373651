//! Second factors are taken away: one by one by their owner, all by the environment or with the recovery code.
//!
//! An owner has to show the factor only if it is the last; an answer that is sent nevertheless has to be right.

use http::StatusCode;
use serde_json::json;

use super::factors::{self, Fault};
use super::{masked, not_enrolled};
use crate::http::{Refusal, Reply};
use crate::routes::me::me;
use crate::routes::{Call, Handler, users};
use crate::state::State;
use crate::state::codes::CodePurpose;
use crate::state::keys::KeyPurpose;
use crate::state::mfa::Factors;
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("disable_my_mfa_authenticator_legacy", authenticators),
    ("disable_my_mfa_authenticator_device", authenticator),
    ("start_my_mfa_sms_disablement", start_sms),
    ("disable_my_mfa_sms", sms),
    ("start_my_mfa_webauthn_disablement", start_key),
    ("disable_my_mfa_webauthn", key),
    ("disable_mfa_with_recovery_code", recover),
    ("disable_user_mfa", all),
];

/// All authenticator apps of the user; for the environment all factors.
fn authenticators(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = enrolled(call, &state)?.id.clone();
    if call.is_environment() {
        return Ok(off(&mut state, &user_id));
    }
    remove_apps(call, &mut state, &user_id, None)
}

fn authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = enrolled(call, &state)?.id.clone();
    remove_apps(call, &mut state, &user_id, Some(call.param("deviceId")))
}

fn remove_apps(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    device_id: Option<&str>,
) -> Result<Reply, Refusal> {
    let user = state.users.get_mut(user_id).ok_or_else(not_enrolled)?;
    let factors = &mut user.factors;
    let is_chosen = |id: &str| device_id.is_none_or(|wanted| wanted == id);
    let chosen = factors
        .authenticators
        .iter()
        .filter(|one| is_chosen(&one.id))
        .count();
    match (chosen, device_id) {
        (0, None) => return Err(not_enrolled()),
        (0, Some(_)) => return Err(factors::no_device()),
        _ => {}
    }
    if let Some(token) = proof_of(call, "token", factors.count() == chosen)? {
        let is_right = factors.is_recovery_code(token) || factors.take_code(None, token, call.now);
        if !is_right {
            return Err(Fault::Wrong.refusal(call));
        }
    }
    remove(state, user_id, |factors| {
        factors.authenticators.retain(|one| !is_chosen(&one.id));
    });
    Ok(Reply::empty(StatusCode::OK))
}

fn start_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = enrolled(call, &state)?;
    let (user_id, phone) = (user.id.clone(), factors::phone(call, user)?);
    let purpose = CodePurpose::MfaDisablement;
    let token = factors::text_code(call, &mut state, purpose, &user_id, &phone.number);
    Ok(Reply::ok(
        &json!({ "otcToken": token, "phoneNumber": masked(&phone.number) }),
    ))
}

fn sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = enrolled(call, &state)?;
    let (user_id, phone) = (user.id.clone(), factors::phone(call, user)?);
    let is_last = user.factors.count() == 1;
    if proof_of(call, "otcToken", is_last)?.is_some() {
        let sent_to = factors::take_code(call, &mut state, CodePurpose::MfaDisablement, &user_id)
            .map_err(|fault| fault.refusal(call))?;
        if sent_to != phone.number {
            return Err(Fault::Wrong.refusal(call));
        }
    }
    remove(&mut state, &user_id, |factors| {
        factors.phones.retain(|one| one.id != phone.id);
    });
    Ok(Reply::empty(StatusCode::OK))
}

fn start_key(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = enrolled(call, &state)?;
    let (user_id, key) = (user.id.clone(), factors::key(call, user)?);
    let purpose = KeyPurpose::MfaDisablement;
    let question = factors::ask_key(call, &mut state, purpose, &user_id, &key);
    Ok(Reply::ok(&question))
}

fn key(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = enrolled(call, &state)?;
    let (user_id, key) = (user.id.clone(), factors::key(call, user)?);
    let is_last = user.factors.count() == 1;
    if proof_of(call, "webauthnToken", is_last)?.is_some() {
        let purpose = KeyPurpose::MfaDisablement;
        factors::take_answer(call, &mut state, purpose, &user_id, &key)
            .map_err(|fault| fault.refusal(call))?;
    }
    remove(&mut state, &user_id, |factors| {
        factors.keys.retain(|one| one.credential.id != key.id);
    });
    Ok(Reply::empty(StatusCode::OK))
}

/// Without a login: the recovery code is proof enough. It gives no tokens.
fn recover(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let code = call.text("recoveryCode").unwrap_or_default();
    let user = call
        .text("email")
        .and_then(|email| state.users.by_email(email))
        .filter(|user| user.factors.is_recovery_code(code))
        .ok_or_else(|| Refusal::bad_request("Invalid recovery code"))?;
    if user.is_locked {
        return Err((&call.settings.locked_user).into());
    }
    let user_id = user.id.clone();
    Ok(off(&mut state, &user_id))
}

fn all(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let user = state.users.get(call.param("userId"));
    let user = user.ok_or_else(users::unknown)?;
    if !user.factors.is_enrolled() {
        return Err(not_enrolled());
    }
    let user_id = user.id.clone();
    Ok(off(&mut state, &user_id))
}

/// The user that the call acts for, who has to have a second factor.
fn enrolled<'a>(call: &Call<'_>, state: &'a State) -> Result<&'a User, Refusal> {
    let user = me(call, state)?;
    let is_enrolled = user.factors.is_enrolled();
    is_enrolled.then_some(user).ok_or_else(not_enrolled)
}

/// The member of the body that is to be checked. The environment needs none, nor does a user with other factors.
fn proof_of<'a>(call: &Call<'a>, name: &str, is_last: bool) -> Result<Option<&'a str>, Refusal> {
    if call.is_environment() {
        return Ok(None);
    }
    match call.text(name) {
        None if is_last => Err(Fault::Wrong.refusal(call)),
        proof => Ok(proof),
    }
}

/// Takes factors away, and with the last one all that hangs on it.
fn remove(state: &mut State, user_id: &str, take: impl FnOnce(&mut Factors)) {
    let Some(user) = state.users.get_mut(user_id) else {
        return;
    };
    take(&mut user.factors);
    if !user.factors.is_enrolled() {
        off(state, user_id);
    }
}

/// Takes all factors away.
fn off(state: &mut State, user_id: &str) -> Reply {
    if let Some(user) = state.users.get_mut(user_id) {
        user.factors = Factors::default();
    }
    state.mfa.forget_user(user_id);
    Reply::empty(StatusCode::OK)
}

#[cfg(test)]
mod tests;
