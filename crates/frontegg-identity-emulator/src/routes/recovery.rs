//! Ways back to a password besides the link in a mail, and a look at whether one is right.

use http::StatusCode;
use serde_json::json;

use super::identifiers::{bad_code, send_code};
use super::passwords::identified;
use super::{Call, Handler, mail, users};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::codes::CodePurpose;
use crate::state::identifiers::Kind;
use crate::state::links::Purpose;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("start_password_reset_by_sms", start),
    ("verify_password_reset_by_sms", verify),
    ("reset_breached_passwords", reset_breached),
    ("verify_user_password", check_password),
];

/// The same answer whether or not there is such a user, and whether or not they have a phone.
fn start(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let user = identified(call, &state);
    let phone = user.and_then(|user| Some((user.id.clone(), user.names().phone.clone()?)));
    let session = match phone {
        Some((id, phone)) => {
            let to = (Kind::Phone, phone.as_str());
            send_code(call, &mut state, CodePurpose::PasswordReset, &id, to)
        }
        None => random::token(),
    };
    Ok(Reply::ok(&json!({ "sessionId": session })))
}

/// Gives a reset token for the code of the SMS, which the body calls `otcToken`.
fn verify(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let session = call.text("sessionId").unwrap_or_default();
    let code = call.text("otcToken").unwrap_or_default();
    let purpose = CodePurpose::PasswordReset;
    let taken = state.codes.take(purpose, session, code, call.now);
    let user_id = taken.map_err(bad_code)?.user_id;
    let purpose = Purpose::PasswordReset;
    let made = mail::make(call, &mut state, &user_id, purpose, None, None);
    Ok(Reply::ok(
        &json!({ "userId": user_id, "token": made.token }),
    ))
}

/// Mails a reset to whoever has a breached password: in the tenant of the call, or in all.
fn reset_breached(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_if_any();
    let mut state = call.state();
    let breached = state.users.iter().filter(|user| {
        user.is_breached && tenant_id.is_none_or(|id| user.membership(id).is_some())
    });
    let ids: Vec<String> = breached.map(|user| user.id.clone()).collect();
    for id in ids {
        mail::password_reset(call, &mut state, &id);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// A wrong password is an answer and counts towards no lock.
fn check_password(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let user = state.users.by_email(call.text("email").unwrap_or_default());
    let user = user.ok_or_else(users::unknown)?;
    let is_right = user.is_password(call.text("password").unwrap_or_default());
    Ok(Reply::ok(&json!({ "verified": is_right })))
}

#[cfg(test)]
mod tests;
