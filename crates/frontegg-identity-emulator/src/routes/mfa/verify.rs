//! A login shows a second factor.

use http::StatusCode;
use serde_json::json;

use super::factors::{self, Fault};
use super::pending::{complete, dead, failed, waiting};
use super::{masked, not_enrolled};
use crate::http::{Refusal, Reply};
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::codes::CodePurpose;
use crate::state::keys::KeyPurpose;
use crate::state::login::Proof;
use crate::state::mfa::Pending;
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("verify_mfa_authenticator_legacy", any_authenticator),
    ("verify_mfa_authenticator_device", authenticator),
    ("start_mfa_sms", start_sms),
    ("verify_mfa_sms", sms),
    ("start_mfa_email_code", start_mail),
    ("verify_mfa_email_code", mail),
    ("start_mfa_webauthn", start_key),
    ("verify_mfa_webauthn", key),
    ("get_mfa_remember_device_policy", remember_policy),
];

fn any_authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    by_app(call, None)
}

fn authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    by_app(call, Some(call.param("deviceId")))
}

fn by_app(call: &Call<'_>, device_id: Option<&str>) -> Result<Reply, Refusal> {
    finish(call, Proof::Authenticator, |state, pending| {
        let factors = &mut state
            .users
            .get_mut(&pending.login.user_id)
            .ok_or_else(|| dead(call))?
            .factors;
        let is_there = |id| factors.authenticators.iter().any(|one| one.id == id);
        if factors.authenticators.is_empty() {
            return Err(not_enrolled());
        }
        if !device_id.is_none_or(is_there) {
            return Err(factors::no_device());
        }
        let code = call.text("value").unwrap_or_default();
        let is_right = factors.take_code(device_id, code, call.now);
        Ok(is_right.then_some(()).ok_or(Fault::Wrong))
    })
}

fn start_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (_, pending) = waiting(call, &mut state)?;
    let user = user(call, &state, &pending)?;
    let (user_id, phone) = (user.id.clone(), factors::phone(call, user)?);
    let token = factors::text_code(call, &mut state, CodePurpose::Mfa, &user_id, &phone.number);
    Ok(Reply::created(
        &json!({ "otcToken": token, "phoneNumber": masked(&phone.number) }),
    ))
}

fn sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    finish(call, Proof::Sms, |state, pending| {
        let phone = factors::phone(call, user(call, state, pending)?)?;
        let sent_to = factors::take_code(call, state, CodePurpose::Mfa, &pending.login.user_id);
        Ok(sent_to.and_then(|to| (to == phone.number).then_some(()).ok_or(Fault::Wrong)))
    })
}

fn start_mail(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (_, pending) = waiting(call, &mut state)?;
    let address = address(call, &state, &pending)?;
    let token = factors::mail_code(call, &mut state, &pending.login.user_id, &address);
    Ok(Reply::created(&json!({ "otcToken": token })))
}

fn mail(call: &Call<'_>) -> Result<Reply, Refusal> {
    finish(call, Proof::Mail, |state, pending| {
        let address = address(call, state, pending)?;
        let sent_to = factors::take_code(call, state, CodePurpose::Mfa, &pending.login.user_id);
        Ok(sent_to.and_then(|to| (to == address).then_some(()).ok_or(Fault::Wrong)))
    })
}

fn start_key(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (_, pending) = waiting(call, &mut state)?;
    let user = user(call, &state, &pending)?;
    let (user_id, key) = (user.id.clone(), factors::key(call, user)?);
    let question = factors::ask_key(call, &mut state, KeyPurpose::Mfa, &user_id, &key);
    Ok(Reply::created(&question))
}

fn key(call: &Call<'_>) -> Result<Reply, Refusal> {
    finish(call, Proof::Key, |state, pending| {
        let user = user(call, state, pending)?;
        let (user_id, key) = (user.id.clone(), factors::key(call, user)?);
        Ok(factors::take_answer(
            call,
            state,
            KeyPurpose::Mfa,
            &user_id,
            &key,
        ))
    })
}

/// Whether the device of a waiting login may be remembered, and for how many seconds.
fn remember_policy(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let token = call.request.query("mfaToken").unwrap_or_default();
    let waiting = state.mfa.waiting(token, call.now);
    let tenant_id = waiting.ok_or_else(|| dead(call))?.login.tenant_id.clone();
    Ok(Reply::ok(
        &match state.mfa.rules.device_life_in(&tenant_id) {
            Some(life) => {
                json!({ "isAllowedToRemember": true, "mfaDeviceExpiration": life.num_seconds() })
            }
            None => json!({ "isAllowedToRemember": false }),
        },
    ))
}

/// Takes a waiting login on if the factor is right. A wrong one leaves it waiting.
fn finish(
    call: &Call<'_>,
    proof: Proof,
    check: impl FnOnce(&mut State, &Pending) -> Result<Result<(), Fault>, Refusal>,
) -> Result<Reply, Refusal> {
    let ending = {
        let mut state = call.state();
        let (token, pending) = waiting(call, &mut state)?;
        match check(&mut state, &pending)? {
            Ok(()) => complete(call, &mut state, token, proof)?,
            Err(fault) => return Err(failed(call, &mut state, token, fault)),
        }
    };
    Ok(ending.reply(call, StatusCode::CREATED))
}

fn user<'a>(call: &Call<'_>, state: &'a State, pending: &Pending) -> Result<&'a User, Refusal> {
    let user = state.users.get(&pending.login.user_id);
    user.ok_or_else(|| dead(call))
}

/// The address that a login may have a code sent to.
fn address(call: &Call<'_>, state: &State, pending: &Pending) -> Result<String, Refusal> {
    let address = state.mfa.address(user(call, state, pending)?);
    let refusal = || Refusal::bad_request("MFA strategy is not active");
    address.map(str::to_owned).ok_or_else(refusal)
}

#[cfg(test)]
mod tests;
