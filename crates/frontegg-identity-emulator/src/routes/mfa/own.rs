//! A signed-in user sets up second factors and looks at them; the environment does so for any user.

use serde_json::{Value, json};

use super::enrol::new_phone;
use super::factors::{self, Fault};
use super::{account, devices, needs_active};
use crate::crypto::{qr, totp};
use crate::http::{Refusal, Reply};
use crate::routes::me::me;
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::codes::CodePurpose;
use crate::state::keys::KeyKind;
use crate::state::mfa::{Authenticator, Factor};
use crate::state::mfa_rules::Strategy;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_my_mfa_devices", list),
    (
        "start_my_mfa_authenticator_enrolment_legacy",
        start_authenticator,
    ),
    ("start_my_mfa_authenticator_enrolment", start_authenticator),
    (
        "verify_my_mfa_authenticator_enrolment_legacy",
        authenticator,
    ),
    ("verify_my_mfa_authenticator_enrolment", authenticator),
    ("start_my_mfa_sms_enrolment", start_sms),
    ("verify_my_mfa_sms_enrolment", sms),
    ("start_my_mfa_webauthn_enrolment", start_key),
    ("verify_my_mfa_webauthn_enrolment", key),
];

/// Either kind of key.
pub(super) const KEYS: &[Strategy] = &[Strategy::WebAuthnPlatform, Strategy::WebAuthnCrossPlatform];

/// For the user alone: the environment sees that there are factors, never which.
fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.user_token()?;
    let state = call.state();
    Ok(Reply::ok(&devices(&state.mfa, me(call, &state)?)))
}

fn start_authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    let secret = totp::new_secret();
    let uri = {
        let mut state = call.state();
        let user_id = me(call, &state)?.id.clone();
        needs_active(&state, &[Strategy::AuthenticatorApp])?;
        if let Some(user) = state.users.get_mut(&user_id) {
            user.factors.offered_secret = Some(secret.clone());
        }
        uri(&state, &secret, account(me(call, &state)?))
    };
    Ok(Reply::ok(&with_qr_code(secret, &uri)?))
}

fn authenticator(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = me(call, &state)?.id.clone();
    needs_active(&state, &[Strategy::AuthenticatorApp])?;
    let user = state.users.get(&user_id);
    let secret = user
        .and_then(|user| user.factors.offered_secret.clone())
        .ok_or_else(not_started)?;
    let mut new = Authenticator::new(secret);
    if !new.take_code(call.text("token").unwrap_or_default(), call.now) {
        return Err(Fault::Wrong.refusal(call));
    }
    if let Some(user) = state.users.get_mut(&user_id) {
        user.factors.offered_secret = None;
    }
    Ok(add(&mut state, &user_id, Factor::Authenticator(new)))
}

fn start_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = me(call, &state)?.id.clone();
    needs_active(&state, &[Strategy::Sms])?;
    let number = call.text("phoneNumber").unwrap_or_default();
    let token = factors::text_code(
        call,
        &mut state,
        CodePurpose::MfaEnrolment,
        &user_id,
        number,
    );
    Ok(Reply::ok(
        &json!({ "otcToken": token, "phoneNumber": number }),
    ))
}

fn sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = me(call, &state)?.id.clone();
    needs_active(&state, &[Strategy::Sms])?;
    let number = factors::take_code(call, &mut state, CodePurpose::MfaEnrolment, &user_id)
        .map_err(|fault| fault.refusal(call))?;
    Ok(add(&mut state, &user_id, new_phone(number)))
}

fn start_key(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = me(call, &state)?.id.clone();
    needs_active(&state, KEYS)?;
    Ok(Reply::ok(&factors::ask_for_new_key(
        call, &mut state, &user_id,
    )))
}

fn key(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = me(call, &state)?.id.clone();
    needs_active(&state, &[key_strategy(call)])?;
    let key =
        factors::take_new_key(call, &mut state, &user_id).map_err(|fault| fault.refusal(call))?;
    Ok(add(&mut state, &user_id, Factor::Key(key)))
}

/// Adds a factor. The answer carries the recovery code if it is the first.
fn add(state: &mut State, user_id: &str, factor: Factor) -> Reply {
    let user = state.users.get_mut(user_id);
    Reply::ok(
        &match user.and_then(|user| user.factors.add(factor, None)) {
            Some(code) => json!({ "recoveryCode": code }),
            None => json!({}),
        },
    )
}

/// The strategy of the kind of key that the body names.
pub(super) fn key_strategy(call: &Call<'_>) -> Strategy {
    match factors::kind(call) {
        KeyKind::Platform => Strategy::WebAuthnPlatform,
        KeyKind::CrossPlatform => Strategy::WebAuthnCrossPlatform,
    }
}

/// What an authenticator app reads from the QR code.
pub(super) fn uri(state: &State, secret: &str, account: &str) -> String {
    totp::uri(secret, &state.mfa.rules.service_name, account)
}

/// `secret` and its QR code. Takes its time; let go of the state first.
pub(super) fn with_qr_code(secret: String, uri: &str) -> Result<Value, Refusal> {
    let too_long = || Refusal::bad_request("The account's name does not fit into a QR code");
    let image = qr::png_data_url(uri).ok_or_else(too_long)?;
    Ok(json!({ "qrCode": image, "secret": secret }))
}

/// An app is verified that nobody began to set up.
pub(super) fn not_started() -> Refusal {
    Refusal::bad_request("MFA enrollment was not started")
}

#[cfg(test)]
mod tests;
