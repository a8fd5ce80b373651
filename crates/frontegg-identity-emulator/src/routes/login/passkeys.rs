//! Passkeys: to sign in with, and to register for it.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::{Value, json};

use crate::crypto::random;
use crate::crypto::webauthn::registration::NewCredential;
use crate::crypto::webauthn::{
    self, Ceremony, Credential, RelyingParty, UserVerification, WebAuthnFault, assertion,
    registration,
};
use crate::http::{Refusal, Reply, timestamp};
use crate::routes::finish::{begin, finish_login};
use crate::routes::relying_party::relying_party;
use crate::routes::{Call, Handler, cookies, me};
use crate::state::State;
use crate::state::keys::{KeyKind, KeyPurpose, Question, SecurityKey};
use crate::state::login::Proof;
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("start_passkey_login", start_login),
    ("complete_passkey_login", complete_login),
    ("start_my_passkey_registration", start_registration),
    ("verify_my_passkey_registration", verify_registration),
    ("list_my_passkeys", list),
    ("delete_my_passkey", delete),
];

/// How long a question waits for the authenticator.
const LIFE: TimeDelta = TimeDelta::minutes(5);

/// Asks the passkeys of the user who is named, or any if none is. An unknown name is answered as one without passkeys.
fn start_login(call: &Call<'_>) -> Result<Reply, Refusal> {
    let party = relying_party(call);
    let mut state = call.state();
    let state = &mut *state;
    let user = match (call.text("userId"), call.text("email")) {
        (Some(id), _) => state.users.get(id),
        (None, Some(email)) => state.users.by_email(email),
        (None, None) => None,
    };
    let user = user.filter(|user| !user.passkeys.is_empty());
    let purpose = KeyPurpose::PasskeyLogin;
    let (token, challenge) =
        state
            .questions
            .ask(purpose, user.map(|user| user.id.as_str()), LIFE, call.now);
    let own = user.into_iter().flat_map(|user| &user.passkeys);
    let options = assertion::options(
        &ceremony(&party, &challenge),
        own.map(|key| &key.credential),
    );
    let body = if call.settings.flat_passkey_options {
        options
    } else {
        json!({ "options": options })
    };
    Ok(asked(call, &body, &token))
}

fn complete_login(call: &Call<'_>) -> Result<Reply, Refusal> {
    let party = relying_party(call);
    let ending = {
        let mut state = call.state();
        let question = question(call, &mut state, KeyPurpose::PasskeyLogin)?;
        let user = owner(call, &state, &question)?;
        let id = webauthn::credential_id(call.body);
        let key = user
            .passkeys
            .iter()
            .find(|key| Some(&key.credential.id) == id.as_ref())
            .ok_or_else(|| refused(call, WebAuthnFault::Credential))?;
        let answer = assertion::verify(
            &ceremony(&party, &question.challenge),
            &key.credential,
            call.body,
        )
        .map_err(|fault| refused(call, fault))?;
        let (user_id, key_id) = (user.id.clone(), key.id.clone());
        if let Some(key) = state
            .users
            .get_mut(&user_id)
            .and_then(|user| user.passkeys.iter_mut().find(|key| key.id == key_id))
        {
            key.credential.sign_count = answer.sign_count;
        }
        let user = state
            .users
            .get(&user_id)
            .ok_or_else(|| refused(call, WebAuthnFault::Credential))?;
        let login = begin(call, &state, user, Proof::Key)?;
        finish_login(call, &mut state, login)?
    };
    Ok(without_cookie(call, ending.reply(call, StatusCode::OK)))
}

/// The user whose passkey answers. If nobody in particular was asked, the answer itself says who, by the user's id or at
/// least by the passkey's.
fn owner<'a>(call: &Call<'_>, state: &'a State, question: &Question) -> Result<&'a User, Refusal> {
    let named = question
        .user_id
        .clone()
        .or_else(|| webauthn::user_id(call.body).filter(|id| !id.is_empty()));
    let owner = match named {
        Some(id) => state.users.get(&id),
        None => webauthn::credential_id(call.body).and_then(|id| holder(state, &id)),
    };
    owner.ok_or_else(|| refused(call, WebAuthnFault::Credential))
}

fn start_registration(call: &Call<'_>) -> Result<Reply, Refusal> {
    let party = relying_party(call);
    let mut state = call.state();
    let state = &mut *state;
    let user_id = me::me(call, state)?.id.clone();
    let user = state
        .users
        .get(&user_id)
        .ok_or_else(|| refused(call, WebAuthnFault::User))?;
    let purpose = KeyPurpose::PasskeyRegistration;
    let (token, challenge) = state.questions.ask(purpose, Some(&user.id), LIFE, call.now);
    let others: Vec<&Credential> = user.passkeys.iter().map(|key| &key.credential).collect();
    let user_name = user
        .email()
        .or(user.names().username.as_deref())
        .unwrap_or(&user.id);
    let options = registration::options(
        &ceremony(&party, &challenge),
        &NewCredential {
            user_id: &user.id,
            user_name,
            display_name: user.name.as_deref().unwrap_or(user_name),
            others: &others,
            is_discoverable: true,
        },
    );
    Ok(asked(call, &json!({ "options": options }), &token))
}

fn verify_registration(call: &Call<'_>) -> Result<Reply, Refusal> {
    let party = relying_party(call);
    let mut state = call.state();
    let user_id = me::me(call, &state)?.id.clone();
    let question = question(call, &mut state, KeyPurpose::PasskeyRegistration)?;
    if question.user_id.as_ref() != Some(&user_id) {
        return Err(refused(call, WebAuthnFault::User));
    }
    let ceremony = ceremony(&party, &question.challenge);
    let credential = registration::verify(&ceremony, &user_id, call.body)
        .map_err(|fault| refused(call, fault))?;
    if holder(&state, &credential.id).is_some() {
        return Err(refused(call, WebAuthnFault::Credential));
    }
    let key = SecurityKey {
        id: random::uuid(),
        kind: kind(call, &credential),
        credential,
        name: None,
        created_at: call.now,
    };
    if let Some(user) = state.users.get_mut(&user_id) {
        user.passkeys.push(key);
    }
    Ok(without_cookie(call, Reply::empty(StatusCode::OK)))
}

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let devices: Vec<Value> = me::me(call, &state)?
        .passkeys
        .iter()
        .map(|key| {
            json!({
                "id": key.id,
                "deviceType": key.kind.as_str(),
                "createdAt": timestamp(key.created_at),
            })
        })
        .collect();
    Ok(Reply::ok(&json!({ "devices": devices })))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = me::me(call, &state)?.id.clone();
    let id = call.param("deviceId");
    let gone = || Refusal::not_found("Device not found");
    let user = state.users.get_mut(&user_id).ok_or_else(gone)?;
    let place = user.passkeys.iter().position(|key| key.id == id);
    user.passkeys.remove(place.ok_or_else(gone)?);
    Ok(Reply::empty(StatusCode::OK))
}

/// `deviceType` if the client says it; else what the browser says, and the transports.
fn kind(call: &Call<'_>, credential: &Credential) -> KeyKind {
    let is_internal = credential.transports.iter().any(|one| one == "internal");
    match (
        call.text("deviceType").and_then(KeyKind::named),
        call.text("authenticatorAttachment"),
    ) {
        (Some(kind), _) => kind,
        (None, Some("platform")) => KeyKind::Platform,
        (None, None) if is_internal => KeyKind::Platform,
        (None, _) => KeyKind::CrossPlatform,
    }
}

/// The user who has a passkey with this credential.
fn holder<'a>(state: &'a State, credential_id: &str) -> Option<&'a User> {
    state.users.iter().find(|user| {
        user.passkeys
            .iter()
            .any(|key| key.credential.id == credential_id)
    })
}

/// The question of the cookie. It has one answer, right or wrong.
fn question(call: &Call<'_>, state: &mut State, purpose: KeyPurpose) -> Result<Question, Refusal> {
    call.request
        .cookie(&cookies::webauthn_name(call.settings))
        .and_then(|token| state.questions.answered(purpose, token, call.now))
        .ok_or_else(|| refused(call, WebAuthnFault::Challenge))
}

fn ceremony<'a>(party: &'a RelyingParty, challenge: &'a str) -> Ceremony<'a> {
    Ceremony {
        party,
        challenge,
        user_verification: UserVerification::Preferred,
    }
}

/// 200 with the cookie that has to come back with the answer.
fn asked(call: &Call<'_>, body: &Value, token: &str) -> Reply {
    let name = cookies::webauthn_name(call.settings);
    let end = call.now + LIFE;
    Reply::ok(body).with_cookie(&cookies::set(call, &name, token, end))
}

fn without_cookie(call: &Call<'_>, reply: Reply) -> Reply {
    let name = cookies::webauthn_name(call.settings);
    reply.with_cookie(&cookies::clear(call.settings, &name))
}

/// The refusal of the settings; what exactly was wrong is in `context`.
fn refused(call: &Call<'_>, fault: WebAuthnFault) -> Refusal {
    let mut refusal = Refusal::from(&call.settings.wrong_passkey);
    refusal.context = Some(json!({ "reason": fault.to_string() }));
    refusal
}

#[cfg(test)]
mod tests;
