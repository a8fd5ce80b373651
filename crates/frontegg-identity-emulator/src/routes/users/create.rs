//! Creating users.

use chrono::TimeDelta;
use http::StatusCode;

use super::temporary;
use super::unknown;
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::routes::finish::closed_application;
use crate::routes::view::user;
use crate::routes::{Call, mail, policies};
use crate::state::State;
use crate::state::users::{Membership, Names, User};

/// `POST users/v1` and `users/v2`: into the tenant of the call.
pub(super) fn in_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    let tenant_id = call.tenant_id()?;
    let mut state = call.state();
    let application_id = application(call, &state, tenant_id)?;
    let id = create(call, &mut state, tenant_id)?;
    if let Some(application) = state.environment.applications.get_mut(&application_id) {
        application.assign(&id, tenant_id, call.now);
    }
    if !call.flag("skipInviteEmail").unwrap_or(false) {
        invite(call, &mut state, &id, tenant_id);
    }
    let user = state.users.get(&id).ok_or_else(unknown)?;
    Ok(Reply::created(&user::created(
        call.settings,
        &state,
        user,
        tenant_id,
    )))
}

/// `POST vendor-only/users/v1`: the tenant is in the body, and no mail goes out.
pub(super) fn as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let tenant_id = call.text("tenantId").unwrap_or_default();
    let mut state = call.state();
    let id = create(call, &mut state, tenant_id)?;
    if let Some(user) = state.users.get_mut(&id) {
        user.bypasses_mfa = call.flag("mfaBypass").unwrap_or(false);
        user.vendor_metadata = call.text("vendorMetadata").map(str::to_owned);
        user.external_id = call.text("externalId").map(str::to_owned);
    }
    let user = state.users.get(&id).ok_or_else(unknown)?;
    Ok(Reply::created(&user::full(
        call.settings,
        &state,
        user,
        tenant_id,
    )))
}

/// Makes the user of the body, or brings one who is known already into the tenant. Returns the id.
pub(crate) fn create(
    call: &Call<'_>,
    state: &mut State,
    tenant_id: &str,
) -> Result<String, Refusal> {
    let text = |name: &str| call.text(name).map(str::to_owned);
    let names = Names {
        email: text("email"),
        username: text("username"),
        phone: text("phoneNumber"),
    };
    if names == Names::default() {
        let message = "Either email or username must be provided";
        return Err(Refusal::bad_request(message).code("ER-000a64f544"));
    }
    if let Some(email) = &names.email {
        policies::domains::accept(state, Some(tenant_id), email)?;
    }
    let membership = membership(call, state, tenant_id)?;
    if let Some(known) = state.users.holder_of(&names, None) {
        let id = known.id.clone();
        if known.membership(tenant_id).is_some() {
            return Err(Refusal::new(StatusCode::CONFLICT, "User already exists"));
        }
        if let Some(user) = state.users.get_mut(&id) {
            user.join(membership);
        }
        return Ok(id);
    }
    if let Some(password) = call.text("password") {
        policies::passwords::accept(call, state, None, password)?;
    }
    let mut user = described(call, names);
    user.join(membership);
    let id = user.id.clone();
    state.users.insert(user);
    Ok(id)
}

/// A new user as the body describes them, in no tenant yet.
pub(crate) fn described(call: &Call<'_>, names: Names) -> User {
    let text = |name: &str| call.text(name).map(str::to_owned);
    let mut user = User::new(random::uuid(), names, call.now);
    user.name = text("name");
    user.picture = text("profilePictureUrl");
    user.metadata = text("metadata");
    if let Some(provider) = text("provider") {
        user.provider = provider;
    }
    if let Some(password) = text("password") {
        user.set_password(password, call.now);
    }
    user
}

/// The membership that the body describes: its roles, or the default ones, and its end.
fn membership(call: &Call<'_>, state: &State, tenant_id: &str) -> Result<Membership, Refusal> {
    let role_ids = match call.list("roleIds") {
        Some(ids) => known_roles(state, &ids, tenant_id)?,
        None => state.catalogue.default_roles(tenant_id),
    };
    let mut membership = Membership::new(tenant_id, role_ids);
    let seconds = call
        .body
        .get("expirationInSeconds")
        .and_then(serde_json::Value::as_i64);
    if seconds.is_some() {
        temporary::check_allowed(call, state)?;
    }
    let life = seconds.and_then(TimeDelta::try_seconds);
    membership.expires_at = life.and_then(|life| call.now.checked_add_signed(life));
    Ok(membership)
}

/// These ids, if each is that of a role that users of the tenant can have.
pub(crate) fn known_roles(
    state: &State,
    ids: &[&str],
    tenant_id: &str,
) -> Result<Vec<String>, Refusal> {
    let is_known = |id: &str| {
        state
            .catalogue
            .roles
            .get(id)
            .is_some_and(|role| role.is_open_to(tenant_id))
    };
    match ids.iter().find(|id| !is_known(id)) {
        Some(id) => Err(Refusal::bad_request(format!("Role {id} was not found"))),
        None => Ok(ids.iter().map(|id| (*id).to_owned()).collect()),
    }
}

/// A new user activates; one who is known already accepts.
pub(crate) fn invite(call: &Call<'_>, state: &mut State, id: &str, tenant_id: &str) {
    let is_new = state
        .users
        .get(id)
        .is_some_and(|user| user.memberships.len() == 1);
    if let Some(membership) = state
        .users
        .get_mut(id)
        .and_then(|user| user.membership_mut(tenant_id))
    {
        membership.is_activated = false;
    }
    if is_new {
        mail::activation(call, state, id);
    } else {
        mail::invitation(call, state, id, tenant_id);
    }
}

/// The application that the user is created for. The tenant has to exist and to be let into it.
pub(crate) fn application(
    call: &Call<'_>,
    state: &State,
    tenant_id: &str,
) -> Result<String, Refusal> {
    let application = match call.request.header("frontegg-application-id") {
        Some(id) => state
            .environment
            .applications
            .get(id)
            .ok_or_else(closed_application)?,
        None => state
            .environment
            .default_application()
            .ok_or_else(no_application)?,
    };
    if !state.tenants.contains(tenant_id) {
        Err((&call.settings.unknown_tenant_on_create).into())
    } else if application.is_open_to(tenant_id) {
        Ok(application.id.clone())
    } else {
        Err(closed_application())
    }
}

/// 403 `ER-00008`: no application is named and none is the default.
pub(crate) fn no_application() -> Refusal {
    Refusal::forbidden("Application ID is not specified").code("ER-00008")
}
