//! How long sessions live, and how many a user may have.

use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use serde_json::{Value, json};

use crate::http::{Refusal, Reply};
use crate::routes::documents::{members, scope, with};
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::documents::{ENVIRONMENT, Kind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("get_session_configuration", get),
    ("get_session_configuration_as_vendor", get_of_environment),
    ("set_session_configuration", set),
];

const IDLE: &str = "sessionIdleTimeoutConfiguration";
const WHOLE: &str = "sessionTimeoutConfiguration";
const CONCURRENT: &str = "sessionConcurrentConfiguration";

/// How long a session that began at a time may go on without a refresh; nothing or less if its time is over.
///
/// The rules count when a session opens and at each refresh, not in between.
pub(crate) fn life(
    call: &Call<'_>,
    state: &State,
    tenant_id: &str,
    began: DateTime<Utc>,
) -> TimeDelta {
    let seconds = |name| rule(state, tenant_id, name, "timeout").and_then(TimeDelta::try_seconds);
    let idle = seconds(IDLE);
    let whole = seconds(WHOLE).map(|whole| whole.checked_sub(&(call.now - began)).unwrap_or(whole));
    [idle, whole]
        .into_iter()
        .flatten()
        .fold(call.settings.refresh_token_life, TimeDelta::min)
}

/// Ends the oldest sessions of a user who has more than they may.
pub(crate) fn end_surplus(call: &Call<'_>, state: &mut State, user_id: &str, tenant_id: &str) {
    let Some(most) = rule(state, tenant_id, CONCURRENT, "maxSessions") else {
        return;
    };
    let sessions: Vec<String> = state
        .sessions
        .of_user(user_id, call.now)
        .map(|session| session.id.clone())
        .collect();
    let surplus = sessions
        .len()
        .saturating_sub(usize::try_from(most).unwrap_or(usize::MAX));
    for id in sessions.iter().take(surplus) {
        state.sessions.end(id);
    }
}

/// The number of a rule that is active for a tenant: by its own configuration, else by that of the environment.
fn rule(state: &State, tenant_id: &str, name: &str, number: &str) -> Option<i64> {
    let own = |scope| state.documents.get(Kind::Sessions, scope)?.get(name);
    let rule = own(tenant_id).or_else(|| own(ENVIRONMENT))?;
    if rule["isActive"] == true {
        rule[number].as_i64()
    } else {
        None
    }
}

/// The configuration of the tenant. With an environment token and no tenant it is empty, whatever is configured.
fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let own = call
        .tenant_if_any()
        .and_then(|tenant| state.documents.get(Kind::Sessions, tenant));
    Ok(Reply::ok(own.unwrap_or(&json!({}))))
}

fn get_of_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let own = state.documents.get(Kind::Sessions, ENVIRONMENT);
    Ok(Reply::ok(own.unwrap_or(&json!({}))))
}

/// Parts that are left out stay as they are.
fn set(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let old = state.documents.get(Kind::Sessions, scope(call)).cloned();
    let old = old.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    let document = with(old, &members(call.body, &[IDLE, WHOLE, CONCURRENT]));
    state.documents.set(Kind::Sessions, scope(call), document);
    Ok(Reply::empty(StatusCode::CREATED))
}

#[cfg(test)]
mod tests;
