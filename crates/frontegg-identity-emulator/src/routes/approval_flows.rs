//! Approval flows. They are kept; nobody is asked to approve anything.

use http::StatusCode;
use serde_json::{Map, Value, json};

use super::documents::{changed, fresh, members, scope, with};
use super::{Call, Handler};
use crate::crypto::random;
use crate::http::{Refusal, Reply, timestamp};
use crate::state::documents::Entry;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_approval_flow", create),
    ("list_approval_flows", list),
    ("get_approval_flow", get),
    ("update_approval_flow", update),
    ("delete_approval_flow", delete),
];

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut own = json!({ "vendorId": call.settings.client_id, "isActive": true });
    if let Some(tenant_id) = call.tenant_if_any() {
        own = with(own, &json!({ "tenantId": tenant_id }));
    }
    let body = fresh(call, &with(own, &sent(call)));
    let mut state = call.state();
    state.documents.approval_flows.insert(Entry {
        id: body["id"].as_str().unwrap_or_default().to_owned(),
        scope: scope(call).to_owned(),
        body: body.clone(),
    });
    Ok(Reply::created(&body))
}

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let own = state.documents.approval_flows.iter();
    let own: Vec<&Value> = own
        .filter(|entry| entry.scope == scope(call))
        .map(|entry| &entry.body)
        .collect();
    Ok(Reply::ok(&json!({ "items": own, "total": own.len() })))
}

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let entry = state.documents.approval_flows.get(call.param("id"));
    let entry = entry.filter(|entry| entry.scope == scope(call));
    Ok(Reply::ok(&entry.ok_or_else(unknown)?.body))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    let sent = sent(call);
    let mut state = call.state();
    let entry = state.documents.approval_flows.get_mut(call.param("id"));
    let entry = entry
        .filter(|entry| entry.scope == scope(call))
        .ok_or_else(unknown)?;
    entry.body = changed(call, &entry.body, &sent);
    Ok(Reply::ok(&entry.body))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    let mut state = call.state();
    let flows = &mut state.documents.approval_flows;
    let id = call.param("id");
    if flows.get(id).is_none_or(|entry| entry.scope != scope(call)) {
        return Err(unknown());
    }
    flows.remove(id);
    Ok(Reply::empty(StatusCode::OK))
}

fn unknown() -> Refusal {
    Refusal::not_found("Approval flow not found")
}

/// The members of the body; steps get ids and times, and selectors that were left out are empty.
fn sent(call: &Call<'_>) -> Value {
    let names = [
        "name",
        "description",
        "isActive",
        "channels",
        "configuration",
    ];
    let mut flow = members(call.body, &names);
    if let Some(steps) = call.body.get("steps").and_then(Value::as_array) {
        let steps: Vec<Value> = steps.iter().map(|step| stored_step(call, step)).collect();
        flow = with(flow, &json!({ "steps": steps }));
    }
    flow
}

fn stored_step(call: &Call<'_>, step: &Value) -> Value {
    let none = json!({ "roleKeys": [], "emails": [], "phoneNumbers": [] });
    let empty = Value::Object(Map::new());
    let selectors = step.get("approverSelectors").unwrap_or(&empty);
    let now = timestamp(call.now);
    let own = json!({
        "id": random::uuid(),
        "approverSelectors": with(none, selectors),
        "createdAt": now,
        "updatedAt": now,
    });
    with(own, &members(step, &["stepOrder", "configuration"]))
}

#[cfg(test)]
mod tests {
    use http::Method;
    use serde_json::json;

    use crate::testing::Emulated;

    const PATH: &str = "/identity/resources/approval-flows/v1";

    #[test]
    fn flows_are_made_changed_and_deleted_by_their_tenant() {
        let emulated = Emulated::new();
        let body = json!({
            "name": "N", "channels": { "email": true, "sms": false }, "configuration": {},
            "steps": [{ "stepOrder": 1, "approverSelectors": { "emails": ["a@b.c"] }, "configuration": { "minApprovals": 1 } }],
        });
        let made = emulated.post(PATH, body).vendor().tenant("t-1").send();
        assert_eq!(made.status, 201, "{}", made.body);
        let selectors = &made.body["steps"][0]["approverSelectors"];
        assert_eq!(
            selectors,
            &json!({ "roleKeys": [], "emails": ["a@b.c"], "phoneNumbers": [] })
        );
        let one = format!("{PATH}/{}", made.text("id"));
        let send = |method: Method, path: &str, tenant: &str| {
            let sending = emulated.request(method, path).vendor();
            sending.tenant(tenant).json(&json!({ "name": "M" })).send()
        };
        let list = |tenant| send(Method::GET, PATH, tenant).body["total"].clone();
        assert_eq!((list("t-1"), list("t-2")), (json!(1), json!(0)));
        assert_eq!(send(Method::PATCH, &one, "t-2").status, 404);
        assert_eq!(send(Method::PATCH, &one, "t-1").body["name"], "M");
        let read = send(Method::GET, &one, "t-1");
        assert_eq!(read.body["steps"], made.body["steps"]);
        assert_eq!(send(Method::GET, &one, "t-2").status, 404);
        assert_eq!(send(Method::DELETE, &one, "t-2").status, 404);
        assert_eq!(send(Method::DELETE, &one, "t-1").status, 200);
        assert_eq!(send(Method::DELETE, &one, "t-1").status, 404);
    }
}
