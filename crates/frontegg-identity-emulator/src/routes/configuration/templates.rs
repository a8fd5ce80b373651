//! Texts of mails and SMS. They are only kept; what the emulator sends has no text.

use http::StatusCode;
use serde_json::{Value, json};

use crate::http::{Refusal, Reply};
use crate::routes::documents::{members, with};
use crate::routes::{Call, Handler};
use crate::state::documents::Kind;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("set_email_template", set_email),
    ("list_email_templates", list_email),
    ("delete_email_template", delete_email),
    ("get_default_email_template", default_email),
    ("set_sms_template", set_sms),
    ("get_sms_template", get_sms),
    ("list_sms_templates", list_sms),
    ("delete_sms_template", delete_sms),
    ("get_default_sms_template", default_sms),
    ("list_default_sms_templates", defaults_sms),
];

const MEMBERS: &[&str] = &[
    "type",
    "senderEmail",
    "subject",
    "fromName",
    "redirectURL",
    "htmlTemplate",
    "successRedirectUrl",
    "active",
];

/// Messages that have a text of the service's own. The names of the real ones are not known.
const MESSAGES: [&str; 2] = ["LoginCode", "MfaCode"];

/// Members that are left out are those of the service's own text.
fn set_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let occasion = call.text("type").unwrap_or_default();
    let mut document = with(own_email(occasion), &members(call.body, MEMBERS));
    for (address, pattern) in [
        ("redirectURL", "redirectURLPattern"),
        ("successRedirectUrl", "successRedirectUrlPattern"),
    ] {
        if let Some(value) = call.body.get(address) {
            document = with(document, &json!({ pattern: value }));
        }
    }
    call.state()
        .documents
        .set(Kind::EmailTemplate, occasion, document);
    Ok(Reply::empty(StatusCode::CREATED))
}

fn list_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let wanted = call.request.query("type");
    let state = call.state();
    let templates = state.documents.all(Kind::EmailTemplate);
    Ok(Reply::ok(
        &templates
            .filter(|own| wanted.is_none_or(|wanted| own["type"] == wanted))
            .cloned()
            .collect(),
    ))
}

/// The id of a template is taken to be its type: no answer shows another.
fn delete_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    delete(call, Kind::EmailTemplate, call.param("templateId"))
}

fn default_email(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    Ok(Reply::ok(&own_email(call.param("type"))))
}

fn own_email(occasion: &str) -> Value {
    json!({
        "type": occasion,
        "senderEmail": "hello@frontegg.com",
        "fromName": "Emulator",
        "subject": occasion,
        "htmlTemplate": "<p>{{redirectURL}}</p>",
        "active": true,
    })
}

fn set_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let message = call.param("type");
    let document = with(call.body.clone(), &json!({ "type": message }));
    call.state()
        .documents
        .set(Kind::SmsTemplate, message, document.clone());
    Ok(Reply::created(&document))
}

fn get_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let own = state.documents.get(Kind::SmsTemplate, call.param("type"));
    Ok(Reply::ok(own.ok_or_else(unknown)?))
}

fn list_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    Ok(Reply::ok(
        &state.documents.all(Kind::SmsTemplate).cloned().collect(),
    ))
}

fn delete_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    delete(call, Kind::SmsTemplate, call.param("type"))
}

fn default_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    Ok(Reply::ok(&own_sms(call.param("type"))))
}

fn defaults_sms(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    Ok(Reply::ok(&MESSAGES.into_iter().map(own_sms).collect()))
}

fn own_sms(message: &str) -> Value {
    json!({ "type": message, "template": "{{code}}" })
}

fn delete(call: &Call<'_>, kind: Kind, name: &str) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    state.documents.remove(kind, name).ok_or_else(unknown)?;
    Ok(Reply::empty(StatusCode::OK))
}

fn unknown() -> Refusal {
    Refusal::not_found("Template not found")
}

#[cfg(test)]
mod tests;
