//! Usernames. A user has one at most.

use http::StatusCode;
use serde_json::json;

use super::check_free;
use crate::http::{Refusal, Reply};
use crate::routes::me::me;
use crate::routes::{Call, Handler};
use crate::state::identifiers::{Identifier, Kind};

const MOST_A_PAGE: usize = 200;
const MOST_LETTERS: usize = 128;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_usernames", list),
    ("list_my_usernames", mine),
    ("create_my_username", create),
    ("delete_my_username", delete),
];

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let start = call.request.query("_usernamePrefix").unwrap_or_default();
    let start = start.to_lowercase();
    let names = call.request.query_list("usernames");
    let is_wanted = |one: &Identifier| {
        let name = one.text.to_lowercase();
        name.starts_with(&start)
            && (names.is_empty() || names.iter().any(|wanted| wanted.to_lowercase() == name))
    };
    super::page(
        call,
        Kind::Username,
        MOST_A_PAGE,
        is_wanted,
        |user, one| json!({ "username": one.text, "userId": user.id }),
    )
}

fn mine(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let me = me(call, &state)?;
    let name = me.names().username.as_ref();
    let name = name.ok_or_else(|| Refusal::not_found("Username not found"))?;
    Ok(Reply::ok(&json!({ "username": name, "userId": me.id })))
}

/// Names are kept in lower case.
fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    let name = call.text("username").unwrap_or_default().to_lowercase();
    let is_name = (1..=MOST_LETTERS).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_name {
        return Err(Refusal::bad_request("username is not valid"));
    }
    let mut state = call.state();
    let me = me(call, &state)?;
    let id = me.id.clone();
    if me.names().username.is_some() {
        let message = "User already has a username";
        return Err(Refusal::new(StatusCode::CONFLICT, message));
    }
    check_free(&state, Kind::Username, &name)?;
    let new = Identifier::new(Kind::Username, name, true, call.now);
    state.users.add(&id, new);
    Ok(Reply::empty(StatusCode::CREATED))
}

/// Users release their own name, the environment anybody's.
fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let unknown = || Refusal::not_found("Username not found");
    let mut state = call.state();
    let name = call.param("username");
    let user = state.users.by_username(name).ok_or_else(unknown)?;
    if !call.is_environment() && user.id != call.user_id()? {
        return Err(unknown());
    }
    let own = user.identifier(Kind::Username, name).ok_or_else(unknown)?;
    let (user_id, id) = (user.id.clone(), own.id.clone());
    state.users.remove_name(&user_id, &id);
    Ok(Reply::empty(StatusCode::OK))
}

#[cfg(test)]
mod tests;
