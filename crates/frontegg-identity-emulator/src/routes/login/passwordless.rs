//! Login by a code or a link that comes by mail or SMS.
//!
//! The start of each sets a cookie. A code is only good together with it: six digits alone name nobody.

use http::StatusCode;
use serde_json::{Map, Value};

use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::finish::{Ending, begin, finish_login};
use crate::routes::{Call, Handler, cookies, mail, mfa, users};
use crate::state::State;
use crate::state::codes::CodePurpose;
use crate::state::links::{Purpose, end};
use crate::state::login::Proof;
use crate::state::outbox::{Sent, SentKind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("start_email_code_login", start_code),
    ("complete_email_code_login", complete_code),
    ("start_sms_code_login", start_sms),
    ("complete_sms_code_login", complete_sms),
    ("start_magic_link_login", start_link),
    ("complete_magic_link_login", complete_link),
];

/// By what a user can be named.
const NAMES: [&str; 4] = ["email", "userId", "username", "phoneNumber"];

fn start_code(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = named_user(call, &state)?;
    let device = user_id.and_then(|id| send_code(call, &mut state, &id, Proof::Mail));
    Ok(started(call, Reply::empty(StatusCode::CREATED), device))
}

/// A number that the client names itself comes back masked, whether or not it is known.
fn start_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = named_user(call, &state)?;
    let device = user_id.and_then(|id| send_code(call, &mut state, &id, Proof::Sms));
    let number = call.text("phoneNumber").map(mfa::masked);
    let number = number.map(|number| ("phoneNumber".to_owned(), Value::String(number)));
    let body = Value::Object(Map::from_iter(number));
    Ok(started(call, Reply::created(&body), device))
}

fn start_link(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user_id = named_user(call, &state)?;
    let device = random::token();
    if let Some(id) = user_id {
        mail::magic_link(call, &mut state, &id, &device);
    }
    Ok(started(call, Reply::empty(StatusCode::OK), Some(device)))
}

fn complete_code(call: &Call<'_>) -> Result<Reply, Refusal> {
    complete_with_code(call, Proof::Mail)
}

fn complete_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    complete_with_code(call, Proof::Sms)
}

fn complete_with_code(call: &Call<'_>, proof: Proof) -> Result<Reply, Refusal> {
    let device = device(call).ok_or_else(|| wrong(call))?;
    let text = call.text("token").unwrap_or_default();
    let mut state = call.state();
    let code = state
        .codes
        .take(purpose(proof), device, text, call.now)
        .map_err(|_| wrong(call))?;
    let ending = log_in(call, &mut state, &code.user_id, proof)?;
    drop(state);
    Ok(ending.reply(call, StatusCode::CREATED))
}

fn complete_link(call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = call.text("token").unwrap_or_default();
    let mut state = call.state();
    let user_id = state
        .links
        .user_of(token)
        .map(str::to_owned)
        .ok_or_else(|| wrong(call))?;
    let is_here = state
        .links
        .open(Purpose::MagicLink, &user_id, token, call.now)
        .is_ok_and(|link| !call.settings.force_same_device || link.code.as_deref() == device(call));
    if !is_here {
        return Err(wrong(call));
    }
    state
        .links
        .spend(Purpose::MagicLink, &user_id, token, call.now)
        .map_err(|_| wrong(call))?;
    let ending = log_in(call, &mut state, &user_id, Proof::Mail)?;
    drop(state);
    Ok(ending.reply(call, StatusCode::CREATED))
}

fn log_in(
    call: &Call<'_>,
    state: &mut State,
    user_id: &str,
    proof: Proof,
) -> Result<Ending, Refusal> {
    let user = state.users.get(user_id).ok_or_else(|| wrong(call))?;
    let login = begin(call, state, user, proof)?;
    finish_login(call, state, login)
}

/// The id of the user whom the body names, by exactly one name. Nothing for an unknown one.
fn named_user(call: &Call<'_>, state: &State) -> Result<Option<String>, Refusal> {
    let names: Vec<(&str, &str)> = NAMES
        .iter()
        .filter_map(|name| Some((*name, call.text(name)?)))
        .collect();
    let [(kind, name)] = names.as_slice() else {
        let message = "Exactly one of email, userId, username and phoneNumber must be provided";
        return Err(Refusal::bad_request(message));
    };
    let user = match *kind {
        "email" => state.users.by_email(name),
        "userId" => state.users.get(name),
        "username" => state.users.by_username(name),
        _ => state.users.by_phone(name),
    };
    match user {
        None if call.settings.login_reveals_users => Err(users::unknown()),
        user => Ok(user.map(|user| user.id.clone())),
    }
}

/// Sends a code. The cookie that it goes with; nothing if the user has no address or number to send it to.
fn send_code(call: &Call<'_>, state: &mut State, user_id: &str, proof: Proof) -> Option<String> {
    let names = state.users.get(user_id)?.names();
    let to = match proof {
        Proof::Sms => names.phone.clone()?,
        _ => names.email.clone()?,
    };
    let life = call.settings.login_code_life;
    let (token, code) = state
        .codes
        .make(purpose(proof), user_id, &to, life, call.now);
    let mut sent = Sent::new(SentKind::LoginCode, to, user_id, call.now);
    sent.code = Some(code);
    match proof {
        Proof::Sms => state.outbox.message(sent),
        _ => state.outbox.mail(sent),
    }
    Some(token)
}

/// A code that came by mail does not pass for one that came by SMS.
fn purpose(proof: Proof) -> CodePurpose {
    match proof {
        Proof::Sms => CodePurpose::SmsLogin,
        _ => CodePurpose::Login,
    }
}

/// The reply with the cookie; without a code there is one all the same, so that nobody learns who exists.
fn started(call: &Call<'_>, reply: Reply, device: Option<String>) -> Reply {
    let name = cookies::passwordless_name(call.settings);
    let device = device.unwrap_or_else(random::token);
    let end = end(call.now, call.settings.login_code_life);
    reply.with_cookie(&cookies::set(call, &name, &device, end))
}

fn device<'a>(call: &Call<'a>) -> Option<&'a str> {
    call.request
        .cookie(&cookies::passwordless_name(call.settings))
}

fn wrong(call: &Call<'_>) -> Refusal {
    (&call.settings.wrong_login_code).into()
}

#[cfg(test)]
mod tests;
