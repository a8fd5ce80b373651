//! Templates of tokens, and the rules that choose one. They are kept; tokens have the claims of `claims.rs` all the same.

use http::StatusCode;
use serde_json::{Value, json};

use crate::http::{Refusal, Reply};
use crate::routes::documents::{self, changed, fresh, members, set_already, unset, with};
use crate::routes::view::page::Page;
use crate::routes::{Call, Handler};
use crate::state::documents::{ENVIRONMENT, Entry, Kind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_jwt_template", create),
    ("list_jwt_templates", list),
    ("get_jwt_template", get),
    ("update_jwt_template", update),
    ("delete_jwt_template", delete),
    ("create_jwt_template_targeting", create_targeting),
    ("get_jwt_template_targeting", get_targeting),
    ("set_jwt_template_targeting", set_targeting),
    ("update_jwt_template_targeting", update_targeting),
    ("delete_jwt_template_targeting", delete_targeting),
];

const MEMBERS: &[&str] = &[
    "key",
    "name",
    "description",
    "expiration",
    "algorithm",
    "templateSchema",
];

/// Claims that a template has to have.
const NEEDED: [&str; 5] = ["iss", "sub", "aud", "exp", "iat"];

/// Claims that the service adds itself.
const RESERVED: [&str; 2] = ["type", "tenantId"];

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    check_claims(call)?;
    let mut state = call.state();
    check_key(call, state.documents.jwt_templates.iter(), None)?;
    let vendor = json!({ "vendorId": call.settings.client_id });
    let body = fresh(call, &with(vendor, &members(call.body, MEMBERS)));
    state.documents.jwt_templates.insert(Entry {
        id: body["id"].as_str().unwrap_or_default().to_owned(),
        scope: ENVIRONMENT.to_owned(),
        body: body.clone(),
    });
    Ok(Reply::created(&body))
}

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let wanted = |parameter: &str, member: &str, body: &Value| {
        let list = call.request.query_list(parameter);
        list.is_empty() || body[member].as_str().is_some_and(|own| list.contains(&own))
    };
    let all: Vec<&Value> = state
        .documents
        .jwt_templates
        .iter()
        .map(|entry| &entry.body)
        .filter(|body| wanted("keys", "key", body) && wanted("ids", "id", body))
        .collect();
    let (page, total) = (Page::of(call.request, 200), all.len());
    Ok(Reply::ok(
        &page.wrap(page.cut(all).cloned().collect(), total),
    ))
}

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let entry = state.documents.jwt_templates.get(call.param("id"));
    Ok(Reply::ok(&entry.ok_or_else(unknown)?.body))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    check_claims(call)?;
    let id = call.param("id");
    let mut state = call.state();
    check_key(call, state.documents.jwt_templates.iter(), Some(id))?;
    let entry = state
        .documents
        .jwt_templates
        .get_mut(id)
        .ok_or_else(unknown)?;
    entry.body = changed(call, &entry.body, &members(call.body, MEMBERS));
    Ok(Reply::ok(&entry.body))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    state
        .documents
        .jwt_templates
        .remove(call.param("id"))
        .ok_or_else(unknown)?;
    Ok(Reply::empty(StatusCode::NO_CONTENT))
}

fn unknown() -> Refusal {
    Refusal::not_found("JWT template not found")
}

/// Keys are what targeting rules name, so each is there once.
fn check_key<'a>(
    call: &Call<'_>,
    mut entries: impl Iterator<Item = &'a Entry>,
    except: Option<&str>,
) -> Result<(), Refusal> {
    let Some(key) = call.text("key") else {
        return Ok(());
    };
    if entries.any(|entry| entry.body["key"] == key && Some(entry.id.as_str()) != except) {
        let message = "JWT template with this key already exists";
        return Err(Refusal::new(StatusCode::CONFLICT, message));
    }
    Ok(())
}

/// The rules for claims, if the body has claims.
fn check_claims(call: &Call<'_>) -> Result<(), Refusal> {
    let Some(claims) = call
        .body
        .get("templateSchema")
        .and_then(|schema| schema.get("claims"))
    else {
        return Ok(());
    };
    if RESERVED.iter().any(|name| claims.get(name).is_some()) {
        return Err(Refusal::bad_request(
            "Claims reserved for internal use are not allowed",
        ));
    }
    if let Some(missing) = NEEDED.iter().find(|name| claims.get(name).is_none()) {
        return Err(Refusal::bad_request(format!("Claim {missing} is required")));
    }
    if !["{{clientId}}", "{{applicationId}}"].contains(&claims["aud"].as_str().unwrap_or_default())
    {
        return Err(Refusal::bad_request(
            "Claim aud must be {{clientId}} or {{applicationId}}",
        ));
    }
    Ok(())
}

fn create_targeting(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    if state
        .documents
        .get(Kind::JwtTargeting, ENVIRONMENT)
        .is_some()
    {
        return Err(set_already());
    }
    let document = fresh(call, &targeting(call));
    state
        .documents
        .set(Kind::JwtTargeting, ENVIRONMENT, document.clone());
    Ok(Reply::created(&document))
}

fn get_targeting(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    documents::read(call, Kind::JwtTargeting, ENVIRONMENT)
}

fn set_targeting(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let document = match state.documents.get(Kind::JwtTargeting, ENVIRONMENT) {
        Some(old) => changed(call, old, &targeting(call)),
        None => fresh(call, &targeting(call)),
    };
    state
        .documents
        .set(Kind::JwtTargeting, ENVIRONMENT, document);
    Ok(Reply::empty(StatusCode::OK))
}

fn update_targeting(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let old = state.documents.get(Kind::JwtTargeting, ENVIRONMENT);
    let old = old
        .filter(|old| old["id"] == call.param("id"))
        .ok_or_else(unset)?;
    let document = changed(call, old, &targeting(call));
    state
        .documents
        .set(Kind::JwtTargeting, ENVIRONMENT, document);
    Ok(Reply::empty(StatusCode::OK))
}

fn delete_targeting(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let old = state.documents.get(Kind::JwtTargeting, ENVIRONMENT);
    old.filter(|old| old["id"] == call.param("id"))
        .ok_or_else(unset)?;
    state.documents.remove(Kind::JwtTargeting, ENVIRONMENT);
    Ok(Reply::empty(StatusCode::OK))
}

fn targeting(call: &Call<'_>) -> Value {
    let rules = call.body.get("rules").cloned().unwrap_or_else(|| json!([]));
    json!({ "targeting": { "rules": rules } })
}

#[cfg(test)]
mod tests;
