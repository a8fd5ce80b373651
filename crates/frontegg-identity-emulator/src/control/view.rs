//! The state as JSON for whoever looks in from outside: no passwords, no tokens of sessions.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::http::timestamp;
use crate::state::State;
use crate::state::login::methods;
use crate::state::outbox::Sent;
use crate::state::users::{Membership, User};

pub(super) fn users(state: &State) -> Value {
    state
        .users
        .iter()
        .map(|user| self::user(state, user))
        .collect()
}

pub(super) fn sessions(state: &State, now: DateTime<Utc>) -> Value {
    let sessions = state.sessions.iter(now).map(|session| {
        json!({
            "id": session.id,
            "userId": session.login.user_id,
            "user": state.users.get(&session.login.user_id).map(label),
            "tenantId": session.login.tenant_id,
            "applicationId": session.login.application_id,
            "methods": methods(&session.login.proofs),
            "createdAt": timestamp(session.created_at),
            "expiresAt": timestamp(session.expires_at),
        })
    });
    sessions.collect()
}

pub(super) fn sent(sent: &Sent) -> Value {
    json!({
        "to": sent.to,
        "kind": sent.kind.as_str(),
        "userId": sent.user_id,
        "code": sent.code,
        "token": sent.token,
        "link": sent.link,
        "at": timestamp(sent.at),
    })
}

fn user(state: &State, user: &User) -> Value {
    let names = user.names();
    let tenants: Vec<Value> = user
        .memberships
        .iter()
        .map(|membership| tenant(state, user, membership))
        .collect();
    json!({
        "id": user.id,
        "label": label(user),
        "email": names.email,
        "username": names.username,
        "phone": names.phone,
        "name": user.name,
        "verified": user.is_verified,
        "locked": user.is_locked,
        "mfaEnrolled": user.factors.is_enrolled(),
        "mustEnrolMfa": user.must_enrol,
        "tenants": tenants,
    })
}

fn tenant(state: &State, user: &User, membership: &Membership) -> Value {
    let id = &membership.tenant_id;
    let roles = state.roles_in(user, id);
    let roles: Vec<&str> = roles
        .iter()
        .map(|role| {
            state
                .catalogue
                .roles
                .get(role)
                .map_or(role.as_str(), |role| role.key.as_str())
        })
        .collect();
    json!({
        "id": id,
        "name": state.tenants.get(id).map(|tenant| tenant.name.as_str()),
        "roles": roles,
        "disabled": membership.is_disabled,
    })
}

/// What a person knows a user by.
fn label(user: &User) -> &str {
    let names = user.names();
    let names = [&names.email, &names.username, &names.phone];
    names.into_iter().flatten().next().unwrap_or(&user.id)
}
