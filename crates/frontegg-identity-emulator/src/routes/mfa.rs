//! The second factor of a login.

use serde_json::{Value, json};

use super::Call;
use super::finish::Ending;
use crate::state::State;
use crate::state::login::{Login, Proof};
use crate::state::mfa::{Factors, Need};
use crate::state::users::User;

/// Lets a login wait for its second factor, and says which there are or which can be set up.
pub(crate) fn challenge(call: &Call<'_>, state: &mut State, login: Login, need: Need) -> Ending {
    let by_password = login.proofs.contains(&Proof::Password);
    let user_id = login.user_id.clone();
    let token = state
        .mfa
        .hold(login, need, call.settings.mfa_token_life, call.now);
    let mut ending = Ending::held(serde_json::Map::new())
        .with("mfaRequired", true)
        .with("mfaToken", token);
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
        Need::Challenge if call.settings.challenge_says_enrolled => ending
            .with("mfaEnrolled", true)
            .with("mfaDevices", devices(&user.factors)),
        Need::Challenge => ending.with("mfaDevices", devices(&user.factors)),
        Need::Enrolment => ending
            .with("mfaEnrolled", false)
            .with("mfaStrategies", strategies(user)),
        Need::Nothing => ending,
    }
}

/// The factors of a user, as a challenge and the list of devices show them.
pub(crate) fn devices(factors: &Factors) -> Value {
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
    json!({ "authenticators": authenticators, "phones": phones, "webauthn": [], "emails": [] })
}

fn strategies(user: &User) -> Value {
    let mut strategies = vec![
        "AuthenticatorApp",
        "SMS",
        "WebAuthnPlatform",
        "WebAuthnCrossPlatform",
    ];
    if user.email().is_some() {
        strategies.push("EmailCode");
    }
    json!(strategies)
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
