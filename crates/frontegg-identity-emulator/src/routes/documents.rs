//! What routes that keep JSON documents share.

use serde_json::{Map, Value, json};

use super::Call;
use crate::crypto::random;
use crate::http::{Refusal, Reply, timestamp};
use crate::state::documents::{ENVIRONMENT, Kind};

/// The tenant that a configuration is for, or the environment.
pub(crate) fn scope<'a>(call: &Call<'a>) -> &'a str {
    call.tenant_if_any().unwrap_or(ENVIRONMENT)
}

/// These members of the body, as far as it has them.
pub(crate) fn members(body: &Value, names: &[&str]) -> Value {
    let present = names
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), body.get(name)?.clone())));
    Value::Object(present.collect())
}

/// A document with an id and its times.
pub(crate) fn fresh(call: &Call<'_>, members: &Value) -> Value {
    let now = timestamp(call.now);
    let document = json!({ "id": random::uuid(), "createdAt": now, "updatedAt": now });
    with(document, members)
}

/// A document with other members, changed now.
pub(crate) fn changed(call: &Call<'_>, old: &Value, members: &Value) -> Value {
    let now = json!({ "updatedAt": timestamp(call.now) });
    with(with(old.clone(), members), &now)
}

/// An object with further members, which take the place of those with the same names.
pub(crate) fn with(mut object: Value, members: &Value) -> Value {
    if let (Value::Object(object), Value::Object(members)) = (&mut object, members) {
        object.extend(members.clone());
    }
    object
}

/// 404: nothing was ever configured.
pub(crate) fn unset() -> Refusal {
    Refusal::not_found("Policy was not configured")
}

/// 409: it is there already, and another method changes it.
pub(crate) fn set_already() -> Refusal {
    Refusal::new(http::StatusCode::CONFLICT, "Policy already exists")
}

/// Stores a first policy; 201 with it.
pub(crate) fn create(call: &Call<'_>, kind: Kind, names: &[&str]) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    if state.documents.get(kind, scope(call)).is_some() {
        return Err(set_already());
    }
    let document = fresh(call, &members(call.body, names));
    state.documents.set(kind, scope(call), document.clone());
    Ok(Reply::created(&document))
}

/// Changes a policy that is there; 200 with it.
pub(crate) fn update(call: &Call<'_>, kind: Kind, names: &[&str]) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let old = state.documents.get(kind, scope(call)).ok_or_else(unset)?;
    let document = changed(call, old, &members(call.body, names));
    state.documents.set(kind, scope(call), document.clone());
    Ok(Reply::ok(&document))
}

/// The policy of a scope, and of no other.
pub(crate) fn read(call: &Call<'_>, kind: Kind, scope: &str) -> Result<Reply, Refusal> {
    let state = call.state();
    let document = state.documents.get(kind, scope).ok_or_else(unset)?;
    Ok(Reply::ok(document))
}

/// A document without these members.
pub(crate) fn without(document: &Value, names: &[&str]) -> Value {
    let kept: Option<Map<String, Value>> = document.as_object().map(|object| {
        object
            .iter()
            .filter(|(name, _)| !names.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    });
    kept.map_or(Value::Null, Value::Object)
}
