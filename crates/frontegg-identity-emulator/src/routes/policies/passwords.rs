//! What passwords have to be like, which may not come back, and how old they get.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::{Value, json};

use crate::http::{Refusal, Reply};
use crate::routes::documents::{
    changed, create, fresh, members, read, scope, unset, update, with, without,
};
use crate::routes::{Call, Handler, configuration};
use crate::settings::PasswordRotation;
use crate::state::State;
use crate::state::documents::{ENVIRONMENT, Kind};
use crate::state::users::User;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("set_password_policy", set_policy),
    ("get_password_policy", get_policy),
    ("get_user_password_policy", get_policy_of_user),
    ("create_password_history_policy", create_history),
    ("update_password_history_policy", update_history),
    ("get_password_history_policy", get_history),
    (
        "get_password_history_policy_as_vendor",
        get_history_of_environment,
    ),
    ("set_password_rotation", set_rotation),
    ("get_password_rotation", get_rotation),
    (
        "get_password_rotation_as_vendor",
        get_rotation_of_environment,
    ),
    ("list_password_recovery_strategies", recovery_strategies),
];

const MEMBERS: &[&str] = &[
    "allowPassphrases",
    "maxLength",
    "minLength",
    "minPhraseLength",
    "minOptionalTestsToPass",
    "blockPwnedPasswords",
    "optionalTests",
    "requiredTests",
];

const HISTORY: &[&str] = &["enabled", "historySize"];

/// Passwords that count as leaked. The real service asks a catalogue of leaks.
const LEAKED: [&str; 8] = [
    "123456",
    "123456789",
    "password",
    "Password1",
    "Password1!",
    "P@ssw0rd",
    "qwerty",
    "letmein",
];

/// Whether the policies let this password be set: for a user, or for one who is about to be made.
///
/// # Errors
/// 400 with a sentence for each rule that it breaks.
pub(crate) fn accept(
    call: &Call<'_>,
    state: &State,
    user: Option<&User>,
    password: &str,
) -> Result<(), Refusal> {
    let tenant_id = tenant_of(call, user);
    let policy = effective(
        state,
        Kind::Password,
        tenant_id,
        "allowOverridePasswordComplexity",
    );
    let mut faults = policy.map_or_else(Vec::new, |policy| faults(policy, password));
    if user.is_some_and(|user| was_used(state, user, tenant_id, password)) {
        faults.push("Password was used before".to_owned());
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Refusal {
        messages: faults,
        ..Refusal::bad_request("")
    })
}

/// When passwords of a tenant's users expire: by the policy, or by the settings where none was ever configured.
pub(crate) fn rotation(
    call: &Call<'_>,
    state: &State,
    tenant_id: &str,
) -> Option<PasswordRotation> {
    let name = "allowOverridePasswordExpiration";
    let Some(policy) = effective(state, Kind::PasswordRotation, tenant_id, name) else {
        return call.settings.password_rotation;
    };
    let minutes = |name: &str| TimeDelta::try_minutes(policy[name].as_i64()?);
    if policy["isActive"] != true {
        return None;
    }
    Some(PasswordRotation {
        period: minutes("rotationPeriod")?,
        notification: minutes("notificationPeriod")?,
    })
}

/// The rules that a password breaks.
fn faults(policy: &Value, password: &str) -> Vec<String> {
    let number = |name: &str| policy[name].as_u64();
    let length = u64::try_from(password.chars().count()).unwrap_or(u64::MAX);
    let mut faults = Vec::new();
    if let Some(least) = number("minLength").filter(|least| length < *least) {
        faults.push(format!("Password must have at least {least} characters"));
    }
    if let Some(most) = number("maxLength").filter(|most| length > *most) {
        faults.push(format!("Password must have at most {most} characters"));
    }
    if policy["requiredTests"]["checkThreeRepeatedChars"] == true && repeats(password) {
        faults.push("Password must not repeat a character three times in a row".to_owned());
    }
    if policy["blockPwnedPasswords"] == true && LEAKED.contains(&password) {
        faults.push("Password is known from a data breach".to_owned());
    }
    let is_phrase = policy["allowPassphrases"] == true
        && number("minPhraseLength").is_some_and(|least| length >= least);
    if !is_phrase {
        faults.extend(optional_faults(policy, password));
    }
    faults
}

/// The optional tests that were failed, if too few of those that are on were passed.
fn optional_faults(policy: &Value, password: &str) -> Vec<String> {
    type Test = (&'static str, fn(char) -> bool, &'static str);
    let tests: [Test; 4] = [
        ("requireLowercase", char::is_lowercase, "a lowercase letter"),
        (
            "requireUppercase",
            char::is_uppercase,
            "an uppercase letter",
        ),
        ("requireNumbers", |one| one.is_ascii_digit(), "a digit"),
        (
            "requireSpecialChars",
            |one| !one.is_alphanumeric(),
            "a special character",
        ),
    ];
    let active: Vec<&Test> = tests
        .iter()
        .filter(|(name, ..)| policy["optionalTests"][name] == true)
        .collect();
    let failed: Vec<String> = active
        .iter()
        .filter(|(_, fits, _)| !password.chars().any(fits))
        .map(|(_, _, what)| format!("Password must contain {what}"))
        .collect();
    let needed = policy["minOptionalTestsToPass"]
        .as_u64()
        .and_then(|needed| usize::try_from(needed).ok())
        .map_or(active.len(), |needed| needed.min(active.len()));
    if active.len() - failed.len() < needed {
        failed
    } else {
        Vec::new()
    }
}

fn repeats(password: &str) -> bool {
    let letters: Vec<char> = password.chars().collect();
    letters
        .windows(3)
        .any(|three| three.iter().all(|letter| Some(letter) == three.first()))
}

/// Whether the password is one of the last that the policy remembers. The present one is the first of them.
fn was_used(state: &State, user: &User, tenant_id: &str, password: &str) -> bool {
    let name = "allowOverrideEnforcePasswordHistory";
    let policy = effective(state, Kind::PasswordHistory, tenant_id, name);
    let Some(policy) = policy.filter(|policy| policy["enabled"] == true) else {
        return false;
    };
    let size = policy["historySize"].as_u64().unwrap_or(1);
    let former = usize::try_from(size)
        .unwrap_or(usize::MAX)
        .saturating_sub(1);
    user.is_password(password)
        || user
            .former_passwords
            .iter()
            .rev()
            .take(former)
            .any(|own| own == password)
}

/// The policy of a tenant if tenants may have one, else that of the environment.
fn effective<'a>(
    state: &'a State,
    kind: Kind,
    tenant_id: &str,
    override_flag: &str,
) -> Option<&'a Value> {
    let may_override = configuration::kept(state)[override_flag] == true;
    let tenant_id = if may_override { tenant_id } else { ENVIRONMENT };
    state.documents.effective(kind, tenant_id)
}

fn tenant_of<'a>(call: &Call<'a>, user: Option<&'a User>) -> &'a str {
    user.and_then(|user| user.login_tenant(None, call.now))
        .or_else(|| call.tenant_if_any())
        .unwrap_or(ENVIRONMENT)
}

fn set_policy(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let old = state.documents.get(Kind::Password, scope(call));
    let old = old.cloned().unwrap_or_else(none);
    let document = with(old, &members(call.body, MEMBERS));
    state
        .documents
        .set(Kind::Password, scope(call), document.clone());
    Ok(Reply::created(&document))
}

fn get_policy(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let policy = state.documents.effective(Kind::Password, scope(call));
    Ok(Reply::ok(policy.unwrap_or(&none())))
}

/// The rules for the user of `userId`, else for the caller.
fn get_policy_of_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let id = call.request.query("userId").or(call.context.user_id());
    let user = id.and_then(|id| state.users.get(id));
    let tenant_id = user
        .and_then(|user| user.login_tenant(None, call.now))
        .unwrap_or_else(|| scope(call));
    let flag = "allowOverridePasswordComplexity";
    let policy = effective(&state, Kind::Password, tenant_id, flag);
    Ok(Reply::ok(policy.unwrap_or(&none())))
}

/// The policy where none was ever set: any password will do.
fn none() -> Value {
    json!({ "blockPwnedPasswords": false })
}

fn create_history(call: &Call<'_>) -> Result<Reply, Refusal> {
    create(call, Kind::PasswordHistory, HISTORY)
}

fn update_history(call: &Call<'_>) -> Result<Reply, Refusal> {
    update(call, Kind::PasswordHistory, HISTORY)
}

fn get_history(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    read(call, Kind::PasswordHistory, scope(call))
}

fn get_history_of_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    read(call, Kind::PasswordHistory, ENVIRONMENT)
}

/// Members that are left out take their defaults, so that rotation is off without `isActive`.
fn set_rotation(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let defaults =
        json!({ "isActive": false, "rotationPeriod": 129_600, "notificationPeriod": 10_080 });
    let names = ["isActive", "rotationPeriod", "notificationPeriod"];
    let mut policy = with(defaults, &members(call.body, &names));
    if let Some(tenant_id) = call.tenant_if_any() {
        policy = with(policy, &json!({ "tenantId": tenant_id }));
    }
    let mut state = call.state();
    let document = match state.documents.get(Kind::PasswordRotation, scope(call)) {
        Some(old) => changed(call, old, &policy),
        None => fresh(call, &policy),
    };
    state
        .documents
        .set(Kind::PasswordRotation, scope(call), document);
    Ok(Reply::empty(StatusCode::OK))
}

fn get_rotation(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    rotation_at(call, scope(call))
}

fn get_rotation_of_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    rotation_at(call, ENVIRONMENT)
}

fn rotation_at(call: &Call<'_>, scope: &str) -> Result<Reply, Refusal> {
    let state = call.state();
    let policy = state.documents.get(Kind::PasswordRotation, scope);
    Ok(Reply::ok(&without(policy.ok_or_else(unset)?, &["id"])))
}

/// Mails a reset to all whose password has leaked: in the tenant of the call, or in all.
fn recovery_strategies(_: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(Reply::ok(&json!([
        { "strategy": "email", "isActive": true },
        { "strategy": "sms", "isActive": true },
    ])))
}

#[cfg(test)]
mod tests;
