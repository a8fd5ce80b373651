//! Policies of a few members: lockout, delegation, changes of e-mail addresses.

pub(crate) mod addresses;
pub(crate) mod captcha;
pub(crate) mod domains;
pub(crate) mod mfa;
pub(crate) mod passwords;
pub(crate) mod sessions;

use http::StatusCode;
use serde_json::{Value, json};

use super::documents::{create, members, read, scope, update};
use super::{Call, Handler};
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::documents::{ENVIRONMENT, Kind};
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_lockout_policy", create_lockout),
    ("update_lockout_policy", update_lockout),
    ("get_lockout_policy", get_lockout),
    ("get_lockout_policy_as_vendor", get_lockout_of_environment),
    ("get_delegation_configuration", get_delegation),
    ("set_delegation_configuration", set_delegation),
    ("get_user_emails_policy", get_user_emails),
    ("set_user_emails_policy", set_user_emails),
];

const LOCKOUT: &[&str] = &["enabled", "maxAttempts"];

/// Failed logins after which this user is locked: by the policy, or by the settings where none was ever configured.
pub(crate) fn lockout_attempts(call: &Call<'_>, state: &State, user: &User) -> Option<u32> {
    let tenant = user.login_tenant(None, call.now).unwrap_or(ENVIRONMENT);
    match state.documents.effective(Kind::Lockout, tenant) {
        None => call.settings.lockout_attempts,
        Some(policy) if policy["enabled"] == true => {
            let most = policy["maxAttempts"].as_u64()?;
            Some(u32::try_from(most).unwrap_or(u32::MAX))
        }
        Some(_) => None,
    }
}

fn create_lockout(call: &Call<'_>) -> Result<Reply, Refusal> {
    create(call, Kind::Lockout, LOCKOUT)
}

fn update_lockout(call: &Call<'_>) -> Result<Reply, Refusal> {
    update(call, Kind::Lockout, LOCKOUT)
}

fn get_lockout(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    read(call, Kind::Lockout, scope(call))
}

fn get_lockout_of_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    read(call, Kind::Lockout, ENVIRONMENT)
}

fn get_delegation(call: &Call<'_>) -> Result<Reply, Refusal> {
    read_or(call, Kind::Delegation, &json!({ "enabled": false }))
}

fn set_delegation(call: &Call<'_>) -> Result<Reply, Refusal> {
    write(call, Kind::Delegation, "enabled")
}

fn get_user_emails(call: &Call<'_>) -> Result<Reply, Refusal> {
    read_or(call, Kind::UserEmails, &json!({ "allowEmailChange": true }))
}

fn set_user_emails(call: &Call<'_>) -> Result<Reply, Refusal> {
    write(call, Kind::UserEmails, "allowEmailChange")
}

fn read_or(call: &Call<'_>, kind: Kind, default: &Value) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let document = state.documents.get(kind, ENVIRONMENT);
    Ok(Reply::ok(document.unwrap_or(default)))
}

/// Stores the one member, if it was sent.
fn write(call: &Call<'_>, kind: Kind, name: &str) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    if call.flag(name).is_some() {
        let document = members(call.body, &[name]);
        call.state().documents.set(kind, ENVIRONMENT, document);
    }
    Ok(Reply::empty(StatusCode::OK))
}

#[cfg(test)]
mod tests;
