//! Accounts at the providers of mail and SMS. They are only kept; nothing is sent through them.

use http::StatusCode;
use serde_json::{Value, json};

use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::documents::{changed, fresh, members, with, without};
use crate::routes::{Call, Handler};
use crate::state::documents::{ENVIRONMENT, Kind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("set_email_configuration_v1", set_email_v1),
    ("set_email_configuration", set_email),
    ("get_email_configuration", get_email),
    ("delete_email_configuration", delete_email),
    ("set_sms_configuration", set_sms),
    ("get_sms_configuration", get_sms),
    ("delete_sms_configuration", delete_sms),
];

fn set_email_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    let secret = call.text("secret").unwrap_or_default();
    keep_email(call, &json!({ "provider": "sendgrid", "secret": secret }))
}

fn set_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    keep_email(call, call.body.get("payload").unwrap_or(&Value::Null))
}

/// Members beside provider and secret become pairs of name and value.
fn keep_email(call: &Call<'_>, payload: &Value) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let own = members(payload, &["provider", "secret"]);
    if own.get("provider").is_none() || own.get("secret").is_none() {
        return Err(Refusal::bad_request("payload should not be empty"));
    }
    let extension: Vec<Value> = payload
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| !["provider", "secret"].contains(&name.as_str()))
        .map(|(name, value)| json!({ "extensionName": name, "extensionValue": value }))
        .collect();
    let own = with(own, &json!({ "extension": extension }));
    let mut state = call.state();
    let document = match state.documents.get(Kind::EmailProvider, ENVIRONMENT) {
        Some(old) => changed(call, old, &own),
        None => fresh(call, &own),
    };
    state
        .documents
        .set(Kind::EmailProvider, ENVIRONMENT, document);
    Ok(Reply::empty(StatusCode::CREATED))
}

fn get_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let document = state.documents.get(Kind::EmailProvider, ENVIRONMENT);
    Ok(Reply::ok(&without(document.ok_or_else(unset)?, &["id"])))
}

fn delete_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    delete(call, Kind::EmailProvider)
}

fn set_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let names = [
        "senderName",
        "accountId",
        "token",
        "serviceId",
        "provider",
        "channel",
    ];
    let mut state = call.state();
    let old = state.documents.get(Kind::SmsProvider, ENVIRONMENT);
    let id = old.map_or_else(|| json!(random::uuid()), |old| old["id"].clone());
    let document = with(json!({ "id": id }), &members(call.body, &names));
    state
        .documents
        .set(Kind::SmsProvider, ENVIRONMENT, document.clone());
    Ok(Reply::created(&document))
}

fn get_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let document = state.documents.get(Kind::SmsProvider, ENVIRONMENT);
    Ok(Reply::ok(document.ok_or_else(unset)?))
}

fn delete_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    delete(call, Kind::SmsProvider)
}

fn delete(call: &Call<'_>, kind: Kind) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    state
        .documents
        .remove(kind, ENVIRONMENT)
        .ok_or_else(unset)?;
    Ok(Reply::empty(StatusCode::OK))
}

fn unset() -> Refusal {
    Refusal::not_found("Provider was not configured")
}

#[cfg(test)]
mod tests;
