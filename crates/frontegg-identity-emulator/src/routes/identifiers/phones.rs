//! Users' phone numbers: added and removed by code, changed, and replaced when lost.

use http::StatusCode;
use serde_json::{Value, json};

use super::{bad_code, check_free, phone_number, send_code};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::me::me;
use crate::routes::{Call, Handler, users};
use crate::state::State;
use crate::state::codes::{BadCode, Code, CodePurpose};
use crate::state::identifiers::{Identifier, Kind};
use crate::state::users::User;

const MOST_A_PAGE: usize = 250;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_user_phone_numbers_v1", list),
    ("list_user_phone_numbers", list),
    ("list_my_phone_numbers", list_mine),
    ("create_my_phone_number", add),
    ("start_my_phone_number_verification", start_verification),
    ("verify_my_phone_number", verify),
    ("start_my_phone_number_deletion", start_removal),
    ("verify_my_phone_number_deletion", finish_removal),
    ("create_user_phone_number", add_as_environment),
    ("delete_user_phone_number", remove_as_environment),
    ("start_my_phone_number_change", start_change),
    ("verify_my_phone_number_change", finish_change),
    ("start_phone_number_reset", start_reset),
    ("verify_phone_number_reset", verify_reset),
    ("complete_phone_number_reset", finish_reset),
];

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let part = call.request.query("_phoneNumber").unwrap_or_default();
    let is_wanted = |one: &Identifier| one.text.contains(part);
    super::page(call, Kind::Phone, MOST_A_PAGE, is_wanted, view)
}

fn list_mine(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    let mine = me.identifiers(Kind::Phone).map(|one| view(me, one));
    Ok(Reply::ok(&mine.collect()))
}

fn add(call: &Call<'_>) -> Result<Reply, Refusal> {
    let number = phone_number(call)?;
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    check_free(&state, Kind::Phone, number)?;
    let new = Identifier::new(Kind::Phone, number, false, call.now);
    state.users.add(&id, new);
    if call.flag("verify") == Some(false) {
        return Ok(Reply::created(&json!({})));
    }
    let to = (Kind::Phone, number);
    let token = send_code(call, &mut state, CodePurpose::Verification, &id, to);
    Ok(Reply::created(&json!({ "otcToken": token })))
}

/// A code for a number that the user has, or for one that nobody has yet.
fn start_verification(call: &Call<'_>) -> Result<Reply, Refusal> {
    let number = phone_number(call)?;
    let mut state = call.state();
    let me = me(call, &state)?;
    let id = me.id.clone();
    if me.identifier(Kind::Phone, number).is_none() {
        check_free(&state, Kind::Phone, number)?;
    }
    let to = (Kind::Phone, number);
    let token = send_code(call, &mut state, CodePurpose::Verification, &id, to);
    Ok(Reply::ok(&json!({ "otcToken": token })))
}

fn verify(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let number = taken(call, &mut state, CodePurpose::Verification, "otcToken", &id)?.to;
    if !state.users.confirm(&id, Kind::Phone, &number, call.now) {
        check_free(&state, Kind::Phone, &number)?;
        let new = Identifier::new(Kind::Phone, number, true, call.now);
        state.users.add(&id, new);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// Sends a code to the number that is to go.
fn start_removal(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let me = me(call, &state)?;
    let (id, number) = (me.id.clone(), own(me, call.param("id"))?.text.clone());
    let to = (Kind::Phone, number.as_str());
    let token = send_code(call, &mut state, CodePurpose::Removal, &id, to);
    Ok(Reply::ok(&json!({ "otcToken": token })))
}

fn finish_removal(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let me = me(call, &state)?;
    let (id, number) = (me.id.clone(), own(me, call.param("id"))?.text.clone());
    let code = taken(call, &mut state, CodePurpose::Removal, "otcToken", &id)?;
    if code.to != number {
        return Err(bad_code(BadCode::Unknown));
    }
    state.users.remove_name(&id, call.param("id"));
    Ok(Reply::empty(StatusCode::OK))
}

fn add_as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let number = phone_number(call)?;
    let mut state = call.state();
    let id = call.param("userId");
    state.users.get(id).ok_or_else(users::unknown)?;
    check_free(&state, Kind::Phone, number)?;
    let new = Identifier::new(Kind::Phone, number, true, call.now);
    state.users.add(id, new);
    Ok(Reply::empty(StatusCode::CREATED))
}

fn remove_as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = call.param("userId");
    own(
        state.users.get(id).ok_or_else(users::unknown)?,
        call.param("phoneId"),
    )?;
    state.users.remove_name(id, call.param("phoneId"));
    Ok(Reply::empty(StatusCode::OK))
}

/// Sends a code to the number that is to replace the user's own.
fn start_change(call: &Call<'_>) -> Result<Reply, Refusal> {
    let number = phone_number(call)?;
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    check_free(&state, Kind::Phone, number)?;
    let to = (Kind::Phone, number);
    let token = send_code(call, &mut state, CodePurpose::PhoneChange, &id, to);
    Ok(Reply::ok(&json!({ "changePhoneId": token })))
}

fn finish_change(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let purpose = CodePurpose::PhoneChange;
    let number = taken(call, &mut state, purpose, "changePhoneId", &id)?.to;
    check_free(&state, Kind::Phone, &number)?;
    state
        .users
        .replace(&id, Kind::Phone, &number, true, call.now);
    Ok(Reply::empty(StatusCode::OK))
}

/// A code by mail for whoever lost their phone. The same answer whether or not there is such a user.
fn start_reset(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = state.users.by_email(call.text("email").unwrap_or_default());
    let user = user.and_then(|user| Some((user.id.clone(), user.email()?.to_owned())));
    let token = match user {
        Some((id, email)) => {
            let to = (Kind::Email, email.as_str());
            send_code(call, &mut state, CodePurpose::PhoneReset, &id, to)
        }
        None => random::token(),
    };
    Ok(Reply::ok(&json!({ "resetPhoneNumberToken": token })))
}

fn verify_reset(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let token = call.text("resetPhoneNumberToken").unwrap_or_default();
    let code = call.text("code").unwrap_or_default();
    let purpose = CodePurpose::PhoneReset;
    let taken = state.codes.take(purpose, token, code, call.now);
    let Code { user_id, to, .. } = taken.map_err(bad_code)?;
    let life = call.settings.verification_code_life;
    let purpose = CodePurpose::PhoneReplacement;
    let (token, _) = state.codes.make(purpose, &user_id, &to, life, call.now);
    Ok(Reply::ok(&json!({ "changePhoneNumberToken": token })))
}

/// Takes the new number as it is. It is verified by the first login with it.
fn finish_reset(call: &Call<'_>) -> Result<Reply, Refusal> {
    let number = phone_number(call)?;
    let mut state = call.state();
    check_free(&state, Kind::Phone, number)?;
    let token = call.text("changePhoneNumberToken").unwrap_or_default();
    let purpose = CodePurpose::PhoneReplacement;
    let leave = state.codes.redeem(purpose, token, call.now);
    let id = leave.map_err(bad_code)?.user_id;
    state
        .users
        .replace(&id, Kind::Phone, number, false, call.now);
    Ok(Reply::empty(StatusCode::OK))
}

/// The code of the body, if it is right and was sent for this user.
fn taken(
    call: &Call<'_>,
    state: &mut State,
    purpose: CodePurpose,
    token: &str,
    user_id: &str,
) -> Result<Code, Refusal> {
    let token = call.text(token).unwrap_or_default();
    let code = call.text("code").unwrap_or_default();
    let taken = state.codes.take(purpose, token, code, call.now);
    let code = taken.map_err(bad_code)?;
    if code.user_id == user_id {
        Ok(code)
    } else {
        Err(bad_code(BadCode::Unknown))
    }
}

fn own<'a>(user: &'a User, phone_id: &str) -> Result<&'a Identifier, Refusal> {
    let mut phones = user.identifiers(Kind::Phone);
    phones
        .find(|one| one.id == phone_id)
        .ok_or_else(super::unknown)
}

fn view(user: &User, one: &Identifier) -> Value {
    super::view(user, one, "phoneNumber")
}

#[cfg(test)]
mod tests;
