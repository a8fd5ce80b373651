//! Second factors: shown and set up in a login, shown again in a session, set up and taken away by their owner.

pub(crate) mod disable;
pub(crate) mod enrol;
mod factors;
pub(crate) mod own;
mod pending;
pub(crate) mod step_up;
pub(crate) mod verify;

use serde_json::{Map, Value, json};

use super::Call;
use super::finish::Ending;
use crate::crypto::totp;
use crate::http::Refusal;
use crate::state::State;
use crate::state::login::{Login, Proof};
use crate::state::mfa::{MfaState, Need};
use crate::state::mfa_rules::Strategy;
use crate::state::users::User;

/// Lets a login wait for its second factor, and says which there are or which can be set up. With a session, the login
/// renews that one instead of opening one.
pub(crate) fn challenge(
    call: &Call<'_>,
    state: &mut State,
    login: Login,
    need: Need,
    session_id: Option<&str>,
) -> Ending {
    let by_password = login.proofs.contains(&Proof::Password);
    let user_id = login.user_id.clone();
    let session_id = session_id.map(str::to_owned);
    let life = call.settings.mfa_token_life;
    let token = state.mfa.hold(login, need, session_id, life, call.now);
    let mut ending = Ending::held(Map::new())
        .with("mfaRequired", true)
        .with("mfaToken", token.as_str());
    let Some(user) = state.users.get(&user_id) else {
        return ending;
    };
    if let Some(email) = user.email() {
        ending = ending.with("userEmail", email);
    }
    if by_password && user.is_breached {
        ending = ending.with("isBreachedPassword", true);
    }
    match need {
        Need::Challenge => {
            if call.settings.challenge_says_enrolled {
                ending = ending.with("mfaEnrolled", true);
            }
            if call.settings.challenge_lists_devices {
                ending = ending.with("mfaDevices", devices(&state.mfa, user));
            }
            ending
        }
        Need::Enrolment => {
            ending = ending
                .with("mfaEnrolled", false)
                .with("mfaStrategies", strategies(&state.mfa, user));
            // A code by mail needs no enrolment: it is there to be shown at once.
            if state.mfa.address(user).is_some() {
                ending = ending.with("mfaDevices", devices(&state.mfa, user));
            }
            let account = account(user).to_owned();
            with_offer(call, state, ending, &token, &account)
        }
        Need::Nothing => ending,
    }
}

/// Adds what sets up an authenticator app, if logins carry it.
fn with_offer(
    call: &Call<'_>,
    state: &mut State,
    ending: Ending,
    token: &str,
    account: &str,
) -> Ending {
    let rules = &state.mfa.rules;
    let is_offered =
        call.settings.enrolment_in_login && rules.active.contains(&Strategy::AuthenticatorApp);
    let service = rules.service_name.clone();
    match state.mfa.waiting(token, call.now) {
        Some(pending) if is_offered => {
            let offer = pending.offer();
            ending
                .with("secret", offer.secret.as_str())
                .with("recoveryCode", offer.recovery_code.as_str())
                .with_qr_code(totp::uri(&offer.secret, &service, account))
        }
        _ => ending,
    }
}

/// The factors of a user, as a challenge and the list of devices show them.
fn devices(mfa: &MfaState, user: &User) -> Value {
    let factors = &user.factors;
    let authenticators: Vec<Value> = factors
        .authenticators
        .iter()
        .map(|one| json!({ "id": one.id }))
        .collect();
    let phones: Vec<Value> = factors
        .phones
        .iter()
        .map(|one| json!({ "id": one.id, "phoneNumber": masked(&one.number) }))
        .collect();
    let keys: Vec<Value> = factors
        .keys
        .iter()
        .map(|one| {
            let kind = one.kind.as_str();
            json!({ "id": one.id, "deviceType": kind, "name": one.name.as_deref().unwrap_or(kind) })
        })
        .collect();
    let emails: Vec<Value> = mfa
        .address(user)
        .into_iter()
        .map(|email| json!({ "email": email }))
        .collect();
    json!({ "authenticators": authenticators, "phones": phones, "webauthn": keys, "emails": emails })
}

fn strategies(mfa: &MfaState, user: &User) -> Value {
    let active = mfa.rules.active.iter().copied();
    let usable = active.filter(|one| *one != Strategy::EmailCode || user.email().is_some());
    usable.map(Strategy::as_str).collect()
}

/// What an authenticator app or a key calls the user.
fn account(user: &User) -> &str {
    let username = user.names().username.as_deref();
    user.email().or(username).unwrap_or(&user.id)
}

/// 400 `ER-01097`.
fn not_enrolled() -> Refusal {
    Refusal::bad_request("MFA is not enrolled").code("ER-01097")
}

/// A factor of a kind that the environment does not have switched on.
fn needs_active(state: &State, wanted: &[Strategy]) -> Result<(), Refusal> {
    let is_active = wanted
        .iter()
        .any(|strategy| state.mfa.rules.active.contains(strategy));
    let refusal = || Refusal::bad_request("MFA strategy is not active");
    is_active.then_some(()).ok_or_else(refusal)
}

/// A phone number of which only the ends can be read: `+1******99`.
pub(crate) fn masked(number: &str) -> String {
    let length = number.chars().count();
    let hidden = |index| index >= 2 && index + 2 < length;
    number
        .chars()
        .enumerate()
        .map(|(index, c)| if hidden(index) { '*' } else { c })
        .collect()
}

#[cfg(test)]
mod tests;
