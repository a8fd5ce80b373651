//! Which IP addresses may use a tenant.

use std::net::IpAddr;

use http::StatusCode;
use serde_json::{Value, json};

use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::documents::{members, with};
use crate::routes::finish::origin;
use crate::routes::view::page::Page;
use crate::routes::{Call, Handler};
use crate::state::State;
use crate::state::documents::{Entry, Kind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("set_ip_restriction_configuration", configure),
    ("get_ip_restriction_configuration", configuration),
    ("list_ip_restrictions", list),
    ("create_ip_restriction", create),
    ("create_ip_restrictions_bulk", create_all),
    ("delete_ip_restriction", delete),
    ("verify_current_ip", verify),
    ("verify_current_ip_in_allow_list", verify_listed),
];

const MEMBERS: &[&str] = &["ip", "description", "strategy", "isActive"];

/// Whether the restrictions of a tenant let this caller in.
///
/// # Errors
/// 403: they do not.
pub(crate) fn accept(call: &Call<'_>, state: &State, tenant_id: &str) -> Result<(), Refusal> {
    let configuration = state.documents.get(Kind::Addresses, tenant_id);
    let Some(configuration) = configuration.filter(|one| one["isActive"] == true) else {
        return Ok(());
    };
    let is_let_in = match configuration["strategy"].as_str() {
        Some("BLOCK") => !is_listed(call, state, tenant_id, "BLOCK"),
        _ => is_listed(call, state, tenant_id, "ALLOW"),
    };
    if is_let_in { Ok(()) } else { Err(shut_out()) }
}

fn shut_out() -> Refusal {
    Refusal::forbidden("IP address is not allowed")
}

/// Whether the caller's address is an active entry of a list.
fn is_listed(call: &Call<'_>, state: &State, tenant_id: &str, list: &str) -> bool {
    let own = origin(call).ip.and_then(|ip| ip.parse().ok());
    let own = own.unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let mut entries = state.documents.addresses.iter().filter(|entry| {
        entry.scope == tenant_id
            && entry.body["strategy"] == list
            && entry.body["isActive"] != false
    });
    entries.any(|entry| {
        entry.body["ip"]
            .as_str()
            .is_some_and(|range| is_within(own, range))
    })
}

/// Whether an address is this one, or in this network (`10.0.0.0/8`).
fn is_within(own: IpAddr, range: &str) -> bool {
    let (network, length) = match range.split_once('/') {
        Some((network, length)) => (network, length.parse::<u32>().ok()),
        None => (range, Some(u32::MAX)),
    };
    let (Ok(network), Some(length)) = (network.parse::<IpAddr>(), length) else {
        return false;
    };
    let (own, network, bits) = match (own, network) {
        (IpAddr::V4(own), IpAddr::V4(network)) => (
            u128::from(u32::from(own)),
            u128::from(u32::from(network)),
            32,
        ),
        (IpAddr::V6(own), IpAddr::V6(network)) => (u128::from(own), u128::from(network), 128),
        _ => return false,
    };
    let rest = bits - length.min(bits);
    own.checked_shr(rest) == network.checked_shr(rest)
}

fn configure(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let old = state.documents.get(Kind::Addresses, tenant_id);
    let old = old.cloned().unwrap_or_else(|| json!({}));
    let new = with(old, &members(call.body, &["strategy", "isActive"]));
    state.documents.set(Kind::Addresses, tenant_id, new);
    Ok(Reply::empty(StatusCode::CREATED))
}

/// Empty if it was never set.
fn configuration(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let own = state.documents.get(Kind::Addresses, call.tenant_id()?);
    Ok(Reply::ok(own.unwrap_or(&json!({}))))
}

/// The entries. `_filter` is part of an address or of a description.
fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let filter = call.request.query("_filter").unwrap_or_default();
    let state = call.state();
    let has = |body: &Value, name: &str| {
        let text = body[name].as_str();
        text.is_some_and(|text| text.contains(filter))
    };
    let own: Vec<&Value> = state
        .documents
        .addresses
        .iter()
        .filter(|entry| entry.scope == tenant_id)
        .map(|entry| &entry.body)
        .filter(|body| has(body, "ip") || has(body, "description"))
        .collect();
    let (page, total) = (Page::of(call.request, 200), own.len());
    Ok(Reply::ok(
        &page.wrap(page.cut(own).cloned().collect(), total),
    ))
}

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    check(call.body)?;
    put(&mut call.state(), tenant_id, call.body);
    Ok(Reply::empty(StatusCode::CREATED))
}

fn create_all(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let ips = call.body["ips"].as_array().map(Vec::as_slice);
    let ips = ips.unwrap_or_default();
    ips.iter().try_for_each(check)?;
    let mut state = call.state();
    for ip in ips {
        put(&mut state, tenant_id, ip);
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// An entry has an address or a network.
fn check(body: &Value) -> Result<(), Refusal> {
    let ip = body["ip"].as_str().unwrap_or_default();
    let (address, length) = ip.split_once('/').unwrap_or((ip, "0"));
    if address.parse::<IpAddr>().is_ok() && length.parse::<u8>().is_ok() {
        Ok(())
    } else {
        Err(Refusal::bad_request("ip must be an ip address"))
    }
}

/// Adds an entry, or changes the one that the address has.
fn put(state: &mut State, tenant_id: &str, sent: &Value) {
    let entries = &mut state.documents.addresses;
    let same = entries
        .iter()
        .find(|entry| entry.scope == tenant_id && entry.body["ip"] == sent["ip"]);
    let (id, old) = match same {
        Some(same) => (same.id.clone(), same.body.clone()),
        None => {
            let id = random::uuid();
            (id.clone(), json!({ "id": id, "isActive": true }))
        }
    };
    let body = with(old, &members(sent, MEMBERS));
    let scope = tenant_id.to_owned();
    entries.insert(Entry { id, scope, body });
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let entry = state.documents.addresses.get(call.param("id"));
    let id = entry
        .filter(|entry| entry.scope == tenant_id)
        .map(|entry| entry.id.clone())
        .ok_or_else(|| Refusal::not_found("Restriction not found"))?;
    state.documents.addresses.remove(&id);
    Ok(Reply::empty(StatusCode::OK))
}

fn verify(call: &Call<'_>) -> Result<Reply, Refusal> {
    accept(call, &call.state(), call.tenant_id()?)?;
    Ok(Reply::empty(StatusCode::CREATED))
}

fn verify_listed(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    if is_listed(call, &call.state(), tenant_id, "ALLOW") {
        Ok(Reply::empty(StatusCode::CREATED))
    } else {
        Err(shut_out())
    }
}

#[cfg(test)]
mod tests;
