//! Users' e-mail addresses: further ones, the primary one, and its replacement.

use http::StatusCode;
use serde_json::{Value, json};

use super::{bad_code, check_free, send_code};
use crate::http::{Refusal, Reply};
use crate::routes::me::me;
use crate::routes::view::user;
use crate::routes::{Call, Handler, users};
use crate::state::State;
use crate::state::codes::CodePurpose;
use crate::state::identifiers::{Identifier, Kind};
use crate::state::users::User;

const MOST_A_PAGE: usize = 200;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_user_emails", list),
    ("list_my_emails", list_mine),
    ("create_my_email", add),
    ("verify_my_email", verify),
    ("delete_my_email", remove),
    ("set_my_primary_email", set_primary),
    ("create_user_email", add_as_environment),
    ("delete_user_email", remove_as_environment),
    ("set_user_primary_email", set_primary_as_environment),
    ("start_my_email_change", start_change),
    ("verify_my_email_change", finish_change),
    ("set_user_email", replace),
];

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let part = call.request.query("_email").unwrap_or_default();
    let part = part.to_lowercase();
    let is_wanted = |one: &Identifier| one.text.to_lowercase().contains(&part);
    super::page(call, Kind::Email, MOST_A_PAGE, is_wanted, view)
}

fn list_mine(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    let mine = me.identifiers(Kind::Email).map(|one| view(me, one));
    Ok(Reply::ok(&mine.collect()))
}

/// Adds an address that is not verified yet, and mails it a code.
fn add(call: &Call<'_>) -> Result<Reply, Refusal> {
    let email = address(call)?;
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let reply = insert(call, &mut state, &id, email, false)?;
    let to = (Kind::Email, email);
    send_code(call, &mut state, CodePurpose::Verification, &id, to);
    Ok(reply)
}

fn add_as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let is_verified = call.flag("isVerified").unwrap_or(false);
    let mut state = call.state();
    insert(
        call,
        &mut state,
        call.param("userId"),
        address(call)?,
        is_verified,
    )
}

fn insert(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    email: &str,
    is_verified: bool,
) -> Result<Reply, Refusal> {
    if state.users.get(user_id).is_none() {
        return Err(users::unknown());
    }
    check_free(state, Kind::Email, email)?;
    let new = Identifier::new(Kind::Email, email, is_verified, call.now);
    state.users.add(user_id, new);
    let user = state.users.get(user_id).ok_or_else(users::unknown)?;
    let one = user
        .identifier(Kind::Email, email)
        .ok_or_else(super::unknown)?;
    Ok(Reply::created(&view(user, one)))
}

fn verify(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let email = sent_code(call, &mut state, CodePurpose::Verification, &id)?;
    if state.users.confirm(&id, Kind::Email, &email, call.now) {
        Ok(Reply::empty(StatusCode::OK))
    } else {
        Err(super::unknown())
    }
}

fn remove(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    drop_address(&mut state, &id, call.param("emailId"))
}

fn remove_as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    drop_address(&mut state, call.param("userId"), call.param("emailId"))
}

fn drop_address(state: &mut State, user_id: &str, email_id: &str) -> Result<Reply, Refusal> {
    let user = state.users.get(user_id).ok_or_else(users::unknown)?;
    if user.identifiers(Kind::Email).any(|one| one.id == email_id) {
        state.users.remove_name(user_id, email_id);
        Ok(Reply::empty(StatusCode::OK))
    } else {
        Err(super::unknown())
    }
}

fn set_primary(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    promote(call, &mut state, &id)
}

fn set_primary_as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    promote(call, &mut state, call.param("userId"))
}

fn promote(call: &Call<'_>, state: &mut State, user_id: &str) -> Result<Reply, Refusal> {
    let email = address(call)?;
    let user = state.users.get(user_id).ok_or_else(users::unknown)?;
    let one = user
        .identifier(Kind::Email, email)
        .ok_or_else(super::unknown)?;
    if !user.owns(one) {
        return Err(Refusal::bad_request("Email is not verified"));
    }
    state.users.make_primary(user_id, Kind::Email, email);
    Ok(Reply::empty(StatusCode::OK))
}

/// Mails a code to the address that is to replace the user's own.
fn start_change(call: &Call<'_>) -> Result<Reply, Refusal> {
    let email = address(call)?;
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    check_free(&state, Kind::Email, email)?;
    let to = (Kind::Email, email);
    send_code(call, &mut state, CodePurpose::EmailChange, &id, to);
    Ok(Reply::empty(StatusCode::OK))
}

fn finish_change(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let id = me(call, &state)?.id.clone();
    let email = sent_code(call, &mut state, CodePurpose::EmailChange, &id)?;
    check_free(&state, Kind::Email, &email)?;
    state
        .users
        .replace(&id, Kind::Email, &email, true, call.now);
    Ok(Reply::empty(StatusCode::OK))
}

/// `PUT users/v1/{userId}/email`: nobody is asked, so the address counts as verified if the one before did.
fn replace(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let (id, email) = (call.param("userId"), address(call)?);
    let mut state = call.state();
    let found = state.users.get(id).ok_or_else(users::unknown)?;
    let is_verified = found.is_verified;
    if state
        .users
        .owner(Kind::Email, email)
        .is_none_or(|owner| owner.id != id)
    {
        check_free(&state, Kind::Email, email)?;
    }
    state
        .users
        .replace(id, Kind::Email, email, is_verified, call.now);
    let found = state.users.get(id).ok_or_else(users::unknown)?;
    Ok(Reply::ok(&user::full(
        call.settings,
        &state,
        found,
        user::home(found),
    )))
}

/// The address of the body, if its code is the one that was sent to it.
fn sent_code(
    call: &Call<'_>,
    state: &mut State,
    purpose: CodePurpose,
    user_id: &str,
) -> Result<String, Refusal> {
    let email = call.text("email").unwrap_or_default();
    let code = call.text("code").unwrap_or_default();
    let taken = state
        .codes
        .take_sent(purpose, user_id, email, code, call.now);
    taken.map(|code| code.to).map_err(bad_code)
}

fn address<'a>(call: &Call<'a>) -> Result<&'a str, Refusal> {
    let email = call.text("email").unwrap_or_default();
    match email.split_once('@') {
        Some((name, host)) if !name.is_empty() && !host.is_empty() => Ok(email),
        _ => Err(Refusal::bad_request("email must be an email")),
    }
}

fn view(user: &User, one: &Identifier) -> Value {
    let mut body = super::view(user, one, "email");
    body["isPrimary"] = json!(user.is_primary(one));
    body
}

#[cfg(test)]
mod tests;
