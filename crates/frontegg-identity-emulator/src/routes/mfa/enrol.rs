//! A login sets up its second factor and goes on with it.

use http::StatusCode;
use serde_json::json;

use super::factors::{self, Fault};
use super::pending::{complete, dead, enrolling, failed};
use super::{account, needs_active, own};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::codes::CodePurpose;
use crate::state::login::Proof;
use crate::state::mfa::{Authenticator, Factor, Pending, Phone};
use crate::state::mfa_rules::Strategy;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("start_mfa_authenticator_enrolment", start_authenticator),
    ("verify_mfa_authenticator_enrolment", authenticator),
    ("start_mfa_sms_enrolment", start_sms),
    ("verify_mfa_sms_enrolment", sms),
    ("start_mfa_webauthn_enrolment", start_key),
    ("verify_mfa_webauthn_enrolment", key),
];

fn start_authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (secret, uri) = {
        let mut state = call.state();
        let (token, pending) = enrolling(call, &mut state)?;
        needs_active(&state, &[Strategy::AuthenticatorApp])?;
        let offer = state
            .mfa
            .waiting(token, call.now)
            .ok_or_else(|| dead(call))?
            .offer();
        let secret = offer.secret.clone();
        let user = state
            .users
            .get(&pending.login.user_id)
            .ok_or_else(|| dead(call))?;
        let uri = own::uri(&state, &secret, account(user));
        (secret, uri)
    };
    Ok(Reply::created(&own::with_qr_code(secret, &uri)?))
}

fn authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    finish(call, Proof::Authenticator, |state, pending| {
        needs_active(state, &[Strategy::AuthenticatorApp])?;
        let Some(offer) = &pending.offer else {
            return Err(own::not_started());
        };
        let mut new = Authenticator::new(offer.secret.as_str());
        let code = call.text("token").unwrap_or_default();
        let is_right = new.take_code(code, call.now);
        Ok(is_right
            .then_some(Factor::Authenticator(new))
            .ok_or(Fault::Wrong))
    })
}

fn start_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (_, pending) = enrolling(call, &mut state)?;
    needs_active(&state, &[Strategy::Sms])?;
    let number = call.text("phoneNumber").unwrap_or_default();
    let user_id = &pending.login.user_id;
    let token = factors::text_code(call, &mut state, CodePurpose::MfaEnrolment, user_id, number);
    Ok(Reply::created(
        &json!({ "otcToken": token, "phoneNumber": number }),
    ))
}

fn sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    finish(call, Proof::Sms, |state, pending| {
        needs_active(state, &[Strategy::Sms])?;
        let user_id = &pending.login.user_id;
        let number = factors::take_code(call, state, CodePurpose::MfaEnrolment, user_id);
        Ok(number.map(new_phone))
    })
}

fn start_key(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let (_, pending) = enrolling(call, &mut state)?;
    needs_active(&state, own::KEYS)?;
    let question = factors::ask_for_new_key(call, &mut state, &pending.login.user_id);
    Ok(Reply::created(&question))
}

fn key(call: &Call<'_>) -> Result<Reply, Refusal> {
    finish(call, Proof::Key, |state, pending| {
        needs_active(state, &[own::key_strategy(call)])?;
        let key = factors::take_new_key(call, state, &pending.login.user_id);
        Ok(key.map(Factor::Key))
    })
}

pub(super) fn new_phone(number: String) -> Factor {
    let id = random::uuid();
    Factor::Phone(Phone { id, number })
}

/// Gives the user the new factor and takes the login on with it.
fn finish(
    call: &Call<'_>,
    proof: Proof,
    check: impl FnOnce(&mut State, &Pending) -> Result<Result<Factor, Fault>, Refusal>,
) -> Result<Reply, Refusal> {
    let ending = {
        let mut state = call.state();
        let (token, pending) = enrolling(call, &mut state)?;
        let factor = match check(&mut state, &pending)? {
            Ok(factor) => factor,
            Err(fault) => return Err(failed(call, &mut state, token, fault)),
        };
        let promised = pending.offer.map(|offer| offer.recovery_code);
        let user = state.users.get_mut(&pending.login.user_id);
        let recovery_code = user.and_then(|user| user.factors.add(factor, promised));
        let ending = complete(call, &mut state, token, proof)?;
        match recovery_code {
            Some(code) => ending.with("recoveryCode", code),
            None => ending,
        }
    };
    Ok(ending.reply(call, StatusCode::CREATED))
}

#[cfg(test)]
mod tests;
