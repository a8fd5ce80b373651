//! Which domains e-mail addresses may have.

use http::StatusCode;
use serde_json::{Value, json};

use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::documents::{scope, with};
use crate::routes::view::page::Page;
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::documents::{ENVIRONMENT, Entry, Kind, forget};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_email_domain_restriction", create),
    ("list_email_domain_restrictions", list),
    ("delete_email_domain_restriction", delete),
    ("set_email_domain_restrictions", replace),
    ("get_email_domain_restriction_configuration", configuration),
    ("set_email_domain_restriction_configuration", configure),
];

/// Domains of providers where anybody gets an address.
const PUBLIC: [&str; 10] = [
    "aol.com",
    "gmail.com",
    "gmx.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "outlook.com",
    "proton.me",
    "yahoo.com",
];

/// Whether the environment, and the tenant if there is one, take users with this address.
///
/// # Errors
/// 403: they do not.
pub(crate) fn accept(state: &State, tenant_id: Option<&str>, email: &str) -> Result<(), Refusal> {
    let domain = email
        .rsplit_once('@')
        .map(|(_, domain)| domain.to_lowercase())
        .unwrap_or_default();
    let scopes = [Some(ENVIRONMENT), tenant_id];
    if scopes
        .into_iter()
        .flatten()
        .all(|scope| is_let_in(state, scope, &domain))
    {
        Ok(())
    } else {
        Err(Refusal::forbidden("Email domain is not allowed"))
    }
}

fn is_let_in(state: &State, scope: &str, domain: &str) -> bool {
    let configuration = configuration_at(state, scope);
    if configuration["active"] != true {
        return true;
    }
    if configuration["blockPublicDomains"] == true && PUBLIC.contains(&domain) {
        return false;
    }
    let list = &configuration["listType"];
    let is_listed = state
        .documents
        .email_domains
        .iter()
        .filter(|entry| entry.scope == scope && &entry.body["type"] == list)
        .any(|entry| {
            let own = entry.body["domain"].as_str();
            own.is_some_and(|own| own.eq_ignore_ascii_case(domain))
        });
    is_listed == (list == "ALLOW")
}

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (domain, list) = (call.text("domain"), call.text("type"));
    let mut state = call.state();
    Ok(Reply::created(&add(
        &mut state,
        scope(call),
        domain.unwrap_or_default(),
        list.unwrap_or_default(),
    )))
}

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let own: Vec<&Value> = state
        .documents
        .email_domains
        .iter()
        .filter(|entry| entry.scope == scope(call))
        .map(|entry| &entry.body)
        .collect();
    let (page, total) = (Page::of(call.request, 200), own.len());
    Ok(Reply::ok(
        &page.wrap(page.cut(own).cloned().collect(), total),
    ))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let entry = state.documents.email_domains.get(call.param("id"));
    let id = entry
        .filter(|entry| entry.scope == scope(call))
        .map(|entry| entry.id.clone())
        .ok_or_else(|| Refusal::not_found("Restriction not found"))?;
    state.documents.email_domains.remove(&id);
    Ok(Reply::empty(StatusCode::OK))
}

fn replace(call: &Call<'_>) -> Result<Reply, Refusal> {
    let list = call.text("type").unwrap_or_default();
    let mut state = call.state();
    forget(&mut state.documents.email_domains, scope(call));
    let domains = call.list("domains").unwrap_or_default();
    let made = domains
        .into_iter()
        .map(|domain| add(&mut state, scope(call), domain, list));
    Ok(Reply::created(&made.collect()))
}

/// Adds a domain to a list, and returns the entry. One that is there already stays as it is.
fn add(state: &mut State, scope: &str, domain: &str, list: &str) -> Value {
    let entries = &mut state.documents.email_domains;
    let same = entries.iter().find(|entry| {
        entry.scope == scope && entry.body["domain"] == domain && entry.body["type"] == list
    });
    if let Some(same) = same {
        return same.body.clone();
    }
    let id = random::uuid();
    let body = json!({ "id": id, "domain": domain, "type": list });
    entries.insert(Entry {
        id,
        scope: scope.to_owned(),
        body: body.clone(),
    });
    body
}

fn configuration(call: &Call<'_>) -> Result<Reply, Refusal> {
    Ok(Reply::ok(&configuration_at(&call.state(), scope(call))))
}

/// The list is called `type` here and `listType` in answers.
fn configure(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let mut configuration = configuration_at(&state, scope(call));
    let members = [
        ("active", "active"),
        ("blockPublicDomains", "blockPublicDomains"),
        ("type", "listType"),
    ];
    for (sent, kept) in members {
        if let Some(value) = call.body.get(sent) {
            configuration = with(configuration, &json!({ kept: value }));
        }
    }
    state
        .documents
        .set(Kind::EmailDomains, scope(call), configuration.clone());
    Ok(Reply::created(&configuration))
}

fn configuration_at(state: &State, scope: &str) -> Value {
    let kept = state.documents.get(Kind::EmailDomains, scope).cloned();
    kept.unwrap_or_else(
        || json!({ "active": false, "listType": "BLOCK", "blockPublicDomains": false }),
    )
}

#[cfg(test)]
mod tests;
