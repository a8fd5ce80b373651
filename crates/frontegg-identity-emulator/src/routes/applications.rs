//! Which users may use which applications.

use http::StatusCode;
use serde_json::{Value, json};

use super::finish::closed_application;
use super::{Call, Handler, users};
use crate::http::{Refusal, Reply, timestamp};
use crate::state::State;
use crate::state::environment::Application;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("list_application_users", users),
    ("list_application_users_bulk", users_of_many),
    ("list_user_applications", applications),
    ("list_user_applications_bulk", applications_of_many),
    ("assign_application_users", assign_users),
    ("unassign_application_users", unassign_users),
    ("assign_user_applications", assign_applications),
    ("unassign_user_applications", unassign_applications),
];

fn users(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let application = state.environment.applications.get(call.param("appId"));
    Ok(Reply::ok(&json!(users_of(
        application.ok_or_else(unknown)?
    ))))
}

/// An application that does not exist has no users.
fn users_of_many(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let ids = call.request.query_list("appIds").into_iter();
    Ok(Reply::ok(
        &ids.map(|id| {
            let application = state.environment.applications.get(id);
            json!({ "appId": id, "userIds": application.map(users_of).unwrap_or_default() })
        })
        .collect(),
    ))
}

fn applications(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("userId");
    let state = call.state();
    if state.users.get(id).is_none() {
        return Err(users::unknown());
    }
    Ok(Reply::ok(&json!(applications_of(&state, id))))
}

/// A user who does not exist has no applications.
fn applications_of_many(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let ids = call.request.query_list("userIds").into_iter();
    Ok(Reply::ok(
        &ids.map(|id| json!({ "userId": id, "appIds": applications_of(&state, id) }))
            .collect(),
    ))
}

/// One entry for each user, who is named by the membership.
fn assign_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (app_id, user_ids) = (call.text("appId"), call.list("userIds"));
    let app_id = app_id.unwrap_or_default();
    let assigned = assign(call, &[app_id], &user_ids.unwrap_or_default())?;
    Ok(Reply::created(&Value::Array(assigned)))
}

fn assign_applications(call: &Call<'_>) -> Result<Reply, Refusal> {
    let user_id = call.text("userId").unwrap_or_default();
    assign(call, &call.list("appIds").unwrap_or_default(), &[user_id])?;
    Ok(Reply::empty(StatusCode::OK))
}

fn unassign_users(call: &Call<'_>) -> Result<Reply, Refusal> {
    let app_id = call.text("appId").unwrap_or_default();
    unassign(call, &[app_id], &call.list("userIds").unwrap_or_default())
}

fn unassign_applications(call: &Call<'_>) -> Result<Reply, Refusal> {
    let user_id = call.text("userId").unwrap_or_default();
    unassign(call, &call.list("appIds").unwrap_or_default(), &[user_id])
}

/// Assigns every user to every application, or refuses the whole.
fn assign(call: &Call<'_>, app_ids: &[&str], user_ids: &[&str]) -> Result<Vec<Value>, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.text("tenantId").unwrap_or_default();
    let mut state = call.state();
    for id in app_ids {
        let application = state.environment.applications.get(id).ok_or_else(unknown)?;
        if !application.is_open_to(tenant_id) {
            return Err(closed_application());
        }
    }
    let memberships = user_ids.iter().map(|id| {
        let user = state.users.get(id);
        let membership = user.and_then(|user| user.membership(tenant_id));
        Ok((*id, membership.ok_or_else(users::unknown)?.id.clone()))
    });
    let memberships = memberships.collect::<Result<Vec<_>, Refusal>>()?;
    let mut assigned = Vec::new();
    for app_id in app_ids {
        let Some(application) = state.environment.applications.get_mut(app_id) else {
            continue;
        };
        for (user_id, membership_id) in &memberships {
            application.assign(user_id, tenant_id, call.now);
            let mut users = application.users.iter();
            let own = users.find(|one| one.user_id == *user_id && one.tenant_id == tenant_id);
            let created_at = own.map_or(call.now, |one| one.created_at);
            assigned.push(json!({
                "appId": app_id,
                "userTenantId": membership_id,
                "createdAt": timestamp(created_at),
            }));
        }
    }
    Ok(assigned)
}

/// Users who are not assigned, and tenants and users that are gone, make no difference.
fn unassign(call: &Call<'_>, app_ids: &[&str], user_ids: &[&str]) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.text("tenantId").unwrap_or_default();
    let mut state = call.state();
    let applications = &mut state.environment.applications;
    if app_ids.iter().any(|id| !applications.contains(id)) {
        return Err(unknown());
    }
    for app_id in app_ids {
        if let Some(application) = applications.get_mut(app_id) {
            for user_id in user_ids {
                application.unassign(user_id, tenant_id);
            }
        }
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// Each user once, in whatever tenants.
fn users_of(application: &Application) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    for one in &application.users {
        if !ids.contains(&one.user_id.as_str()) {
            ids.push(&one.user_id);
        }
    }
    ids
}

fn applications_of<'a>(state: &'a State, user_id: &str) -> Vec<&'a str> {
    let applications = state.environment.applications.iter();
    applications
        .filter(|application| application.users.iter().any(|one| one.user_id == user_id))
        .map(|application| application.id.as_str())
        .collect()
}

pub(crate) fn unknown() -> Refusal {
    Refusal::not_found("Application not found")
}

#[cfg(test)]
mod tests;
