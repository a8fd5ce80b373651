//! Invitations to a tenant for whoever holds their token: they join by `invitationToken` at sign-up or login.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::{Value, json};

use super::users::create::known_roles;
use super::{Call, Handler, tenants, users};
use crate::crypto::random;
use crate::http::{Refusal, Reply, timestamp};
use crate::state::State;
use crate::state::invites::Invite;
use crate::state::links::end;
use crate::state::login::Login;
use crate::state::outbox::{Sent, SentKind};
use crate::state::table::Row;
use crate::state::users::Membership;

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("get_user_invitation", of_user),
    ("create_user_invitation_v1", create_for_user),
    ("create_user_invitation", create_for_user),
    ("update_user_invitation", update),
    ("delete_user_invitation", withdraw),
    ("verify_tenant_invitation", verify),
    ("get_tenant_invitation_configuration", configuration),
    ("create_tenant_invitation", create_as_environment),
    ("list_tenant_invitations", list),
    ("delete_tenant_invitation", delete),
];

/// Where a good invitation token leads: the tenant, and the roles for whoever joins.
pub(crate) fn opened(
    call: &Call<'_>,
    state: &State,
    token: &str,
) -> Result<(String, Vec<String>), Refusal> {
    let invite = state
        .invites
        .by_token(token, call.now)
        .ok_or_else(|| Refusal::bad_request("Invitation token is not valid"))?;
    check_unlocked(state, &invite.tenant_id, "ER-01239")?;
    let role_ids = match &invite.role_ids {
        Some(ids) => ids.clone(),
        None => state.catalogue.default_roles(&invite.tenant_id),
    };
    Ok((invite.tenant_id.clone(), role_ids))
}

/// Lets a login into the tenant of its `invitationToken`, if it has one.
pub(crate) fn join(call: &Call<'_>, state: &mut State, mut login: Login) -> Result<Login, Refusal> {
    let Some(token) = call.text("invitationToken") else {
        return Ok(login);
    };
    let (tenant_id, role_ids) = opened(call, state, token)?;
    if let Some(user) = state.users.get_mut(&login.user_id) {
        user.join(Membership::new(tenant_id.clone(), role_ids));
        if let Some(membership) = user.membership_mut(&tenant_id) {
            membership.is_activated = true;
        }
        user.active_tenant = Some(tenant_id.clone());
    }
    login.tenant_id = tenant_id;
    Ok(login)
}

/// 400 if nobody can be invited to the tenant: `ER-01239`, or `ER-01240` where an invitation is made.
pub(crate) fn check_unlocked(state: &State, tenant_id: &str, code: &str) -> Result<(), Refusal> {
    match state.tenants.get(tenant_id) {
        Some(tenant) if tenant.is_locked => {
            Err(Refusal::bad_request("Tenant is locked").code(code))
        }
        _ => Ok(()),
    }
}

fn of_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, tenant_id) = user_and_tenant(call)?;
    let state = call.state();
    let found = state.invites.of_user(user_id, tenant_id);
    Ok(Reply::ok(&view(call, found.ok_or_else(unknown)?)))
}

/// Replaces the invitation that the user had for the tenant.
fn create_for_user(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, tenant_id) = user_and_tenant(call)?;
    let mut state = call.state();
    if state.users.get(user_id).is_none() {
        return Err(users::unknown());
    }
    create(call, &mut state, tenant_id, Some(user_id))
}

fn create_as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let user_id = call.text("userId");
    if user_id.is_some_and(|id| state.users.get(id).is_none()) {
        return Err(users::unknown());
    }
    let tenant_id = call.text("tenantId").unwrap_or_default();
    create(call, &mut state, tenant_id, user_id)
}

fn create(
    call: &Call<'_>,
    state: &mut State,
    tenant_id: &str,
    user_id: Option<&str>,
) -> Result<Reply, Refusal> {
    if !call.settings.tenant_invitations {
        return Err((&call.settings.tenant_invitations_off).into());
    }
    tenants::check(state, tenant_id)?;
    check_unlocked(state, tenant_id, "ER-01240")?;
    let role_ids = match call.list("roleIds") {
        Some(ids) => Some(known_roles(state, &ids, tenant_id)?),
        None => None,
    };
    let invite = Invite {
        id: random::uuid(),
        tenant_id: tenant_id.to_owned(),
        user_id: user_id.map(str::to_owned),
        token: random::token(),
        expires_at: end(call.now, life(call).unwrap_or(call.settings.link_life)),
        sends_mail: call.flag("shouldSendEmail").unwrap_or(false),
        role_ids,
    };
    if let Some(user_id) = user_id {
        state.invites.remove_all(|other| {
            other.user_id.as_deref() == Some(user_id) && other.tenant_id == tenant_id
        });
    }
    send(call, state, &invite);
    let body = view(call, &invite);
    state.invites.table.insert(invite);
    Ok(Reply::created(&body))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, tenant_id) = user_and_tenant(call)?;
    let mut state = call.state();
    let found = state.invites.of_user(user_id, tenant_id);
    let mut invite = found.ok_or_else(unknown)?.clone();
    if let Some(life) = life(call) {
        invite.expires_at = end(call.now, life);
    }
    if let Some(sends_mail) = call.flag("shouldSendEmail") {
        let is_new = sends_mail && !invite.sends_mail;
        invite.sends_mail = sends_mail;
        if is_new {
            send(call, &mut state, &invite);
        }
    }
    let body = view(call, &invite);
    state.invites.table.insert(invite);
    Ok(Reply::ok(&body))
}

fn withdraw(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, tenant_id) = user_and_tenant(call)?;
    let mut state = call.state();
    let found = state.invites.of_user(user_id, tenant_id);
    let id = found.ok_or_else(unknown)?.id().to_owned();
    state.invites.table.remove(&id);
    Ok(Reply::empty(StatusCode::OK))
}

fn verify(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let token = call.text("token").unwrap_or_default();
    let found = state.invites.by_token(token, call.now);
    Ok(Reply::ok(&view(call, found.ok_or_else(unknown)?)))
}

fn configuration(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let are_allowed = call.settings.tenant_invitations;
    Ok(Reply::ok(
        &json!({ "tenantInvitationsAllowed": are_allowed, "emailsEnabled": true }),
    ))
}

fn list(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let state = call.state();
    let all = state.invites.table.iter().map(|invite| view(call, invite));
    Ok(Reply::ok(&all.collect()))
}

fn delete(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let gone = call.state().invites.table.remove(call.param("id"));
    gone.map(|_| Reply::empty(StatusCode::OK))
        .ok_or_else(unknown)
}

fn user_and_tenant<'a>(call: &Call<'a>) -> Result<(&'a str, &'a str), Refusal> {
    Ok((call.user_id()?, call.tenant_id()?))
}

fn life(call: &Call<'_>) -> Option<TimeDelta> {
    let minutes = call.body.get("expiresInMinutes").and_then(Value::as_i64);
    minutes.and_then(TimeDelta::try_minutes)
}

/// Mails the invitation to the user it is for, if it is for one and to be mailed.
fn send(call: &Call<'_>, state: &mut State, invite: &Invite) {
    let user = invite
        .user_id
        .as_deref()
        .filter(|_| invite.sends_mail)
        .and_then(|id| state.users.get(id));
    let Some((user, address)) = user.and_then(|user| Some((user, user.email()?))) else {
        return;
    };
    let mut sent = Sent::new(SentKind::Invitation, address, user.id.clone(), call.now);
    sent.token = Some(invite.token.clone());
    sent.link = Some(format!(
        "https://{}/oauth/account/sign-up?invitationToken={}",
        call.settings.domain, invite.token
    ));
    state.outbox.mail(sent);
}

fn view(call: &Call<'_>, invite: &Invite) -> Value {
    let mut body = json!({
        "id": invite.id,
        "vendorId": call.settings.client_id,
        "tenantId": invite.tenant_id,
        "token": invite.token,
        "expires": timestamp(invite.expires_at),
        "shouldSendEmail": invite.sends_mail,
    });
    if let Some(user_id) = &invite.user_id {
        body["userId"] = json!(user_id);
    }
    if let Some(role_ids) = &invite.role_ids {
        body["roleIds"] = json!(role_ids);
    }
    body
}

fn unknown() -> Refusal {
    Refusal::not_found("Invitation not found")
}

#[cfg(test)]
mod tests;
