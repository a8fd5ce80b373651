//! What each kind of factor is asked and how its answer is checked, in a login and for a signed-in user alike.

use serde_json::{Value, json};

use super::account;
use crate::crypto::random;
use crate::crypto::webauthn::registration::NewCredential;
use crate::crypto::webauthn::{
    Ceremony, Credential, UserVerification, WebAuthnFault, assertion, registration,
};
use crate::http::Refusal;
use crate::routes::Call;
use crate::routes::relying_party::relying_party;
use crate::state::State;
use crate::state::codes::{BadCode, CodePurpose};
use crate::state::keys::{KeyKind, KeyPurpose, SecurityKey};
use crate::state::mfa::Phone;
use crate::state::outbox::{Sent, SentKind};
use crate::state::users::User;

/// What the key is asked about its user.
const VERIFICATION: UserVerification = UserVerification::Preferred;

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Wrong,
    Late,
    Key(WebAuthnFault),
}

impl Fault {
    /// Whether it counts towards the most wrong answers that a login may have.
    pub(super) fn counts(self) -> bool {
        self != Self::Late
    }

    pub(super) fn refusal(self, call: &Call<'_>) -> Refusal {
        let wrong = Refusal::from(&call.settings.wrong_mfa_code);
        match self {
            Self::Wrong => wrong,
            Self::Late => (&call.settings.expired_mfa_code).into(),
            Self::Key(fault) => Refusal {
                context: Some(json!({ "cause": fault.to_string() })),
                ..wrong
            },
        }
    }
}

/// Sends a code by SMS; its `otcToken`.
pub(super) fn text_code(
    call: &Call<'_>,
    state: &mut State,
    purpose: CodePurpose,
    user_id: &str,
    number: &str,
) -> String {
    let life = state.mfa.rules.sms_life;
    let (token, code) = state.codes.make(purpose, user_id, number, life, call.now);
    let mut message = Sent::new(SentKind::MfaCode, number, user_id, call.now);
    message.code = Some(code);
    state.outbox.message(message);
    token
}

/// Sends a code by mail; its `otcToken`.
pub(super) fn mail_code(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    address: &str,
) -> String {
    let life = state.mfa.rules.mail_life;
    let (token, code) = state
        .codes
        .make(CodePurpose::Mfa, user_id, address, life, call.now);
    let mut mail = Sent::new(SentKind::MfaCode, address, user_id, call.now);
    mail.code = Some(code);
    state.outbox.mail(mail);
    token
}

/// Takes the code of the body; the address or number it was sent to.
pub(super) fn take_code(
    call: &Call<'_>,
    state: &mut State,
    purpose: CodePurpose,
    user_id: &str,
) -> Result<String, Fault> {
    let token = call.text("otcToken").unwrap_or_default();
    let code = call.text("code").unwrap_or_default();
    match state.codes.take(purpose, token, code, call.now) {
        Ok(code) if code.user_id == user_id => Ok(code.to),
        Err(BadCode::Expired) => Err(Fault::Late),
        Ok(_) | Err(BadCode::Unknown | BadCode::Wrong) => Err(Fault::Wrong),
    }
}

/// The phone of the path.
pub(super) fn phone(call: &Call<'_>, user: &User) -> Result<Phone, Refusal> {
    let id = call.param("deviceId");
    let own = user.factors.phones.iter().find(|one| one.id == id);
    own.cloned().ok_or_else(no_device)
}

/// The key of the path.
pub(super) fn key(call: &Call<'_>, user: &User) -> Result<Credential, Refusal> {
    let id = call.param("deviceId");
    let own = user.factors.keys.iter().find(|one| one.id == id);
    own.map(|one| one.credential.clone()).ok_or_else(no_device)
}

pub(super) fn no_device() -> Refusal {
    Refusal::not_found("MFA device not found")
}

/// Asks a key: `webauthnToken` and `options`.
pub(super) fn ask_key(
    call: &Call<'_>,
    state: &mut State,
    purpose: KeyPurpose,
    user_id: &str,
    credential: &Credential,
) -> Value {
    let life = call.settings.mfa_token_life;
    let (token, challenge) = state.questions.ask(purpose, Some(user_id), life, call.now);
    let ceremony = Ceremony {
        party: &relying_party(call),
        challenge: &challenge,
        user_verification: VERIFICATION,
    };
    json!({ "webauthnToken": token, "options": assertion::options(&ceremony, [credential]) })
}

/// Checks the answer of a key in the body, and keeps its counter.
pub(super) fn take_answer(
    call: &Call<'_>,
    state: &mut State,
    purpose: KeyPurpose,
    user_id: &str,
    credential: &Credential,
) -> Result<(), Fault> {
    let challenge = answered(call, state, purpose, user_id)?;
    let ceremony = Ceremony {
        party: &relying_party(call),
        challenge: &challenge,
        user_verification: VERIFICATION,
    };
    let assertion =
        assertion::verify(&ceremony, credential, &call.body["options"]).map_err(Fault::Key)?;
    let user = state.users.get_mut(user_id);
    let own = user.and_then(|user| {
        let mut keys = user.factors.keys.iter_mut();
        keys.find(|one| one.credential.id == credential.id)
    });
    if let Some(own) = own {
        own.credential.sign_count = assertion.sign_count;
    }
    Ok(())
}

/// Asks for a new key: `webauthnToken` and `options`.
pub(super) fn ask_for_new_key(call: &Call<'_>, state: &mut State, user_id: &str) -> Value {
    let life = call.settings.mfa_token_life;
    let (token, challenge) =
        state
            .questions
            .ask(KeyPurpose::MfaEnrolment, Some(user_id), life, call.now);
    let ceremony = Ceremony {
        party: &relying_party(call),
        challenge: &challenge,
        user_verification: VERIFICATION,
    };
    let user = state.users.get(user_id);
    let keys = user.map(|user| user.factors.keys.as_slice());
    let others: Vec<&Credential> = keys
        .unwrap_or_default()
        .iter()
        .map(|one| &one.credential)
        .collect();
    let user_name = user.map_or(user_id, account);
    let asked = NewCredential {
        user_id,
        user_name,
        display_name: user
            .and_then(|user| user.name.as_deref())
            .unwrap_or(user_name),
        others: &others,
        is_discoverable: false,
    };
    json!({ "webauthnToken": token, "options": registration::options(&ceremony, &asked) })
}

/// The new key in the body.
pub(super) fn take_new_key(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
) -> Result<SecurityKey, Fault> {
    let challenge = answered(call, state, KeyPurpose::MfaEnrolment, user_id)?;
    let ceremony = Ceremony {
        party: &relying_party(call),
        challenge: &challenge,
        user_verification: VERIFICATION,
    };
    let credential =
        registration::verify(&ceremony, user_id, &call.body["options"]).map_err(Fault::Key)?;
    let user = state.users.get(user_id);
    if user.is_some_and(|user| {
        let mut keys = user.factors.keys.iter();
        keys.any(|one| one.credential.id == credential.id)
    }) {
        return Err(Fault::Key(WebAuthnFault::Credential));
    }
    Ok(SecurityKey {
        id: random::uuid(),
        credential,
        kind: kind(call),
        name: None,
        created_at: call.now,
    })
}

/// The kind of key that the body names.
pub(super) fn kind(call: &Call<'_>) -> KeyKind {
    call.text("deviceType")
        .and_then(KeyKind::named)
        .unwrap_or(KeyKind::CrossPlatform)
}

/// The challenge of the question that the body answers.
fn answered(
    call: &Call<'_>,
    state: &mut State,
    purpose: KeyPurpose,
    user_id: &str,
) -> Result<String, Fault> {
    let token = call.text("webauthnToken").unwrap_or_default();
    let question = state.questions.answered(purpose, token, call.now);
    question
        .filter(|question| question.user_id.as_deref() == Some(user_id))
        .map(|question| question.challenge)
        .ok_or(Fault::Wrong)
}
