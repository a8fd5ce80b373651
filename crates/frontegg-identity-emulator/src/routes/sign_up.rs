//! Sign-up: a user and their tenant in one step, or a user for the tenant of an invitation.

use http::StatusCode;
use serde_json::{Value, json};

use super::finish::{begin, finish_login};
use super::users::create::{self, known_roles};
use super::{Call, Handler, mail, policies, tenant_invites};
use crate::context::no_caller;
use crate::crypto::random;
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::environment::Assigned;
use crate::state::links::Purpose;
use crate::state::login::Proof;
use crate::state::tenants::Tenant;
use crate::state::users::{Membership, Names, User};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("sign_up_with_email", sign_up),
    ("sign_up_with_phone_number", sign_up),
    ("sign_up_with_username", sign_up),
];

fn sign_up(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (user_id, tenant_id, outcome) = {
        let mut state = call.state();
        let (user_id, tenant_id) = create(call, &mut state)?;
        let outcome = if waits(call, &state, &user_id) {
            Err(activate_first(call, &mut state, &user_id))
        } else {
            let proof = if call.text("password").is_some() {
                Proof::Password
            } else {
                Proof::Trust
            };
            let user = state.users.get(&user_id).ok_or_else(no_caller)?;
            let login = begin(call, &state, user, proof)?;
            Ok(finish_login(call, &mut state, login)?)
        };
        (user_id, tenant_id, outcome)
    };
    let mut body = json!({
        "shouldActivate": outcome.is_err(),
        "userId": user_id,
        "tenantId": tenant_id,
    });
    match outcome {
        Err(activation_token) => {
            if let Some(token) = activation_token {
                body["activationToken"] = Value::String(token);
            }
            Ok(Reply::created(&body))
        }
        Ok(ending) => {
            let (response, cookies) = ending.into_parts(call);
            body["authResponse"] = Value::Object(response);
            Ok(cookies.iter().fold(Reply::created(&body), |reply, cookie| {
                reply.with_cookie(cookie)
            }))
        }
    }
}

/// Makes the user, and their tenant unless an invitation leads to one. Returns both ids.
fn create(call: &Call<'_>, state: &mut State) -> Result<(String, String), Refusal> {
    let text = |name: &str| call.text(name).map(str::to_owned);
    let invited = match call.text("invitationToken") {
        Some(token) => Some(tenant_invites::opened(call, state, token)?),
        None if call.settings.sign_ups => None,
        None => return Err((&call.settings.sign_ups_off).into()),
    };
    let tenant_id = match &invited {
        Some((tenant_id, _)) => tenant_id.clone(),
        None => random::uuid(),
    };
    let application_id = application(call, state, invited.is_some().then_some(&tenant_id))?;
    let names = Names {
        email: text("email"),
        username: text("username"),
        phone: text("phoneNumber"),
    };
    if state.users.holder_of(&names, None).is_some() {
        return Err(Refusal::new(StatusCode::CONFLICT, "User already exists"));
    }
    if let Some(email) = &names.email {
        policies::domains::accept(state, Some(&tenant_id), email)?;
    }
    if let Some(password) = call.text("password") {
        policies::passwords::accept(call, state, None, password)?;
    }
    let company = call
        .text("companyName")
        .ok_or_else(|| Refusal::bad_request("companyName should not be empty"))?;
    let role_ids = match invited {
        Some((_, role_ids)) => role_ids,
        None => first_roles(state, &tenant_id),
    };
    if !state.tenants.contains(&tenant_id) {
        let mut tenant = Tenant::new(tenant_id.clone(), company, call.now);
        tenant.creator_email = text("email");
        tenant.creator_name = text("name");
        state.tenants.insert(tenant);
    }
    let mut user = create::described(call, names);
    user.join(Membership::new(tenant_id.clone(), role_ids));
    let id = user.id.clone();
    state.users.insert(user);
    if let Some(application) = state.environment.applications.get_mut(&application_id) {
        if let Assigned::Only(tenants) = &mut application.tenants {
            tenants.insert(tenant_id.clone());
        }
        application.assign(&id, &tenant_id, call.now);
    }
    Ok((id, tenant_id))
}

/// The application of the sign-up; a tenant that exists has to be let into it.
fn application(
    call: &Call<'_>,
    state: &State,
    tenant_id: Option<&String>,
) -> Result<String, Refusal> {
    if let Some(tenant_id) = tenant_id {
        return create::application(call, state, tenant_id);
    }
    let applications = &state.environment.applications;
    let application = match call.request.header("frontegg-application-id") {
        Some(id) => applications
            .get(id)
            .ok_or_else(super::finish::closed_application)?,
        None => state
            .environment
            .default_application()
            .ok_or_else(create::no_application)?,
    };
    Ok(application.id.clone())
}

/// Roles of whoever founds a tenant.
fn first_roles(state: &State, tenant_id: &str) -> Vec<String> {
    let ids = state.catalogue.first_user_roles();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let ids = known_roles(state, &ids, tenant_id).unwrap_or_default();
    if ids.is_empty() {
        state.catalogue.default_roles(tenant_id)
    } else {
        ids
    }
}

/// Whether the user has to be activated before there are tokens. Without an address and a number nothing can be sent, and
/// there is nothing to verify.
fn waits(call: &Call<'_>, state: &State, user_id: &str) -> bool {
    let names = state.users.get(user_id).map(User::names);
    let can_be_reached = names.is_some_and(|names| names.email.is_some() || names.phone.is_some());
    let settings = call.settings;
    can_be_reached && (settings.sign_up_activation || !settings.unverified_login)
}

/// Sends the activation. If it has a code, whoever signed up gets a token to hand the code in with.
fn activate_first(call: &Call<'_>, state: &mut State, user_id: &str) -> Option<String> {
    if let Some(user) = state.users.get_mut(user_id) {
        user.awaits_activation = true;
        for membership in &mut user.memberships {
            membership.is_activated = false;
        }
    }
    if call.flag("skipInviteEmail").unwrap_or(false) {
        return None;
    }
    let made = mail::activation(call, state, user_id);
    let strategy = state.strategies.of(Purpose::Activation, call.settings);
    strategy.has_code.then(|| state.links.half(&made.token))
}

#[cfg(test)]
mod tests;
