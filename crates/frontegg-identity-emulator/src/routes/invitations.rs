//! Invitations of users: accepted by mail, sent again, and sent to many at once.

use http::StatusCode;
use serde_json::{Value, json};

use super::activation::prove;
use super::finish::{begin, finish_login};
use super::mail::{dead_link, token_of_code};
use super::tenant_invites::check_unlocked;
use super::users::create;
use super::{Call, Handler, users};
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::links::{Dead, Purpose};
use crate::state::login::Proof;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("accept_invitation", by_link),
    ("accept_invitation_with_code", by_code),
    ("resend_invitation", resend),
    ("resend_all_invitations", resend_all),
    ("invite_users", invite_many),
    ("get_bulk_invitation_status", status),
];

fn by_link(call: &Call<'_>) -> Result<Reply, Refusal> {
    accept(call, call.text("token").unwrap_or_default().to_owned())
}

fn by_code(call: &Call<'_>) -> Result<Reply, Refusal> {
    let token = token_of_code(call, Purpose::Invitation)?;
    accept(call, token)
}

/// Lets the user into the tenant of the invitation and logs in there.
fn accept(call: &Call<'_>, token: String) -> Result<Reply, Refusal> {
    let ending = {
        let mut state = call.state();
        let id = call.text("userId").unwrap_or_default();
        let link = state
            .links
            .open(Purpose::Invitation, id, &token, call.now)
            .map_err(dead_link)?;
        let tenant_id = link.tenant_id.clone().unwrap_or_default();
        check_unlocked(&state, &tenant_id, "ER-01239")?;
        state
            .links
            .spend(Purpose::Invitation, id, &token, call.now)
            .map_err(dead_link)?;
        let gone = || dead_link(Dead::Unknown);
        prove(call, &mut state, id);
        let user = state.users.get_mut(id).ok_or_else(gone)?;
        user.membership_mut(&tenant_id)
            .ok_or_else(gone)?
            .is_activated = true;
        user.active_tenant = Some(tenant_id);
        let user = state.users.get(id).ok_or_else(gone)?;
        let login = begin(call, &state, user, Proof::Trust)?;
        finish_login(call, &mut state, login)?
    };
    Ok(ending.reply(call, StatusCode::OK))
}

fn resend(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let (id, open) = open_invitations(call, &state)?;
    if !open.iter().any(|open| open == tenant_id) {
        return Err(Refusal::not_found("Invitation not found"));
    }
    check_unlocked(&state, tenant_id, "ER-01239")?;
    create::invite(call, &mut state, &id, tenant_id);
    Ok(Reply::empty(StatusCode::OK))
}

fn resend_all(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.tenant_id()?;
    let mut state = call.state();
    let (id, open) = open_invitations(call, &state)?;
    for tenant_id in open {
        if check_unlocked(&state, &tenant_id, "ER-01239").is_ok() {
            create::invite(call, &mut state, &id, &tenant_id);
        }
    }
    Ok(Reply::empty(StatusCode::OK))
}

/// The user of the body, and the tenants that they have not accepted yet.
fn open_invitations(call: &Call<'_>, state: &State) -> Result<(String, Vec<String>), Refusal> {
    let user = state.users.by_email(call.text("email").unwrap_or_default());
    let user = user.ok_or_else(users::unknown)?;
    let open = user.memberships.iter().filter(|one| !one.is_activated);
    Ok((
        user.id.clone(),
        open.map(|one| one.tenant_id.clone()).collect(),
    ))
}

/// Everybody is invited at once; the task only tells how that went.
fn invite_many(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let application_id = create::application(call, &state, tenant_id)?;
    check_unlocked(&state, tenant_id, "ER-01239")?;
    let entries: &[Value] = call.body["users"].as_array().map_or(&[], Vec::as_slice);
    let mut errors = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let one = Call {
            body: entry,
            ..*call
        };
        match create::create(&one, &mut state, tenant_id) {
            Ok(id) => welcome(&one, &mut state, &id, tenant_id, &application_id),
            Err(refusal) => {
                errors.push(json!({ "index": index, "errors": refusal.messages }));
            }
        }
    }
    let id = random::uuid();
    let status = json!({
        "id": id,
        "status": "completed",
        "total": entries.len(),
        "failed": errors.len(),
        "errors": errors,
    });
    state.invites.keep_task(id.clone(), status);
    Ok(Reply::json(StatusCode::ACCEPTED, &json!({ "id": id })))
}

fn welcome(call: &Call<'_>, state: &mut State, id: &str, tenant_id: &str, application_id: &str) {
    if let Some(application) = state.environment.applications.get_mut(application_id) {
        application.assign(id, tenant_id, call.now);
    }
    if call.flag("verified").unwrap_or(false)
        && let Some(user) = state.users.get_mut(id)
    {
        user.is_verified = true;
    }
    if !call.flag("skipInviteEmail").unwrap_or(false) {
        create::invite(call, state, id, tenant_id);
    }
}

fn status(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let status = state.invites.task(call.param("id"));
    Ok(Reply::ok(
        status.ok_or_else(|| Refusal::not_found("Task not found"))?,
    ))
}

#[cfg(test)]
mod tests;
