//! Bringing users in from former systems.

use http::StatusCode;
use serde_json::{Value, json};

use super::users::{known_roles, no_application};
use super::view::user;
use super::{Call, Handler, policies, tenants};
use crate::crypto::{Digest, random};
use crate::http::{Refusal, Reply};
use crate::state::State;
use crate::state::mfa::{Authenticator, Phone};
use crate::state::people::Migration;
use crate::state::users::{Membership, Names, User};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("migrate_user", one),
    ("migrate_users_v1", many_v1),
    ("migrate_users", many),
    ("get_bulk_migration_status", status),
    ("migrate_users_from_auth0", from_auth0),
];

/// The address that a user is imported with.
#[derive(Debug, Clone, Copy)]
struct Address<'a> {
    email: Option<&'a str>,
    is_verified: bool,
}

/// `POST migrations/v1/local`.
fn one(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let id = import(call, &mut state, call.body, address_v1(call.body))?;
    let found = state.users.get(&id).ok_or_else(super::users::unknown)?;
    let tenant_id = call.text("tenantId").unwrap_or_default();
    let view = user::full(call.settings, &state, found, tenant_id);
    Ok(Reply::created(&view))
}

/// `POST migrations/v1/local/bulk`.
fn many_v1(call: &Call<'_>) -> Result<Reply, Refusal> {
    import_all(call, address_v1)
}

/// `POST migrations/v2/local/bulk`: users have several addresses, of which the primary one is taken.
fn many(call: &Call<'_>) -> Result<Reply, Refusal> {
    import_all(call, |one| {
        let addresses = || one["emails"].as_array().into_iter().flatten();
        let primary = addresses()
            .find(|address| address["primary"] == true)
            .or_else(|| addresses().next());
        Address {
            email: primary.and_then(|address| address["email"].as_str()),
            is_verified: primary.is_some_and(|address| address["verified"] == true),
        }
    })
}

/// `GET migrations/v1/local/bulk/status/{migrationId}`. The real members are not known.
fn status(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("migrationId");
    let mut state = call.state();
    let (migration, is_done) = state
        .people
        .migrations
        .poll(id)
        .ok_or_else(|| Refusal::not_found("Migration not found"))?;
    let mut body = json!({
        "migrationId": id,
        "status": if is_done { "Completed" } else { "InProgress" },
        "totalUsers": migration.users,
    });
    if is_done {
        let errors = migration.errors.iter();
        let errors = errors.map(|(email, message)| json!({ "email": email, "message": message }));
        body["migratedUsers"] = json!(migration.users - migration.errors.len());
        body["errors"] = errors.collect();
    }
    Ok(Reply::ok(&body))
}

/// `POST migrations/v1/auth0`: there is nobody to ask, so nobody is imported.
fn from_auth0(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    Ok(Reply::empty(StatusCode::CREATED))
}

fn import_all(call: &Call<'_>, address: impl Fn(&Value) -> Address<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut state = call.state();
    let mut migration = Migration::default();
    for one in call.body["users"].as_array().into_iter().flatten() {
        migration.users += 1;
        let address = address(one);
        if let Err(refusal) = import(call, &mut state, one, address) {
            let email = address.email.unwrap_or_default().to_owned();
            migration.errors.push((email, refusal.messages.join(", ")));
        }
    }
    let id = state.people.migrations.start(migration);
    let body = json!({ "migrationId": id });
    Ok(Reply::json(StatusCode::ACCEPTED, &body))
}

fn address_v1(one: &Value) -> Address<'_> {
    Address {
        email: one["email"].as_str(),
        is_verified: one["verifyUser"] == true,
    }
}

/// Makes a user, or brings one who is known already into the tenant. Returns the id.
fn import(
    call: &Call<'_>,
    state: &mut State,
    one: &Value,
    address: Address<'_>,
) -> Result<String, Refusal> {
    let text = |name: &str| one[name].as_str().filter(|text| !text.is_empty());
    let owned = |name: &str| text(name).map(str::to_owned);
    let tenant_id = text("tenantId").unwrap_or_default();
    tenants::check(state, tenant_id)?;
    let application = state
        .environment
        .default_application()
        .map(|application| application.id.clone())
        .ok_or_else(no_application)?;
    let role_ids = match one["roleIds"].as_array() {
        Some(ids) => {
            let ids: Vec<&str> = ids.iter().filter_map(Value::as_str).collect();
            known_roles(state, &ids, tenant_id)?
        }
        None => state.catalogue.default_roles(tenant_id),
    };
    let membership = Membership::new(tenant_id, role_ids);
    let is_factor = text("phoneNumberType") == Some("mfa");
    let names = Names {
        email: address.email.map(str::to_owned),
        username: owned("username"),
        phone: owned("phoneNumber").filter(|_| !is_factor),
    };
    if names == Names::default() {
        return Err(Refusal::bad_request("email should not be empty"));
    }
    if let Some(email) = address.email {
        policies::domains::accept(state, Some(tenant_id), email)?;
    }
    let id = match state.users.holder_of(&names, None) {
        Some(known) if known.membership(tenant_id).is_some() => {
            return Err(Refusal::new(StatusCode::CONFLICT, "User already exists"));
        }
        Some(known) => known.id.clone(),
        None => {
            let mut user = User::new(random::uuid(), names, call.now);
            user.name = owned("name");
            user.picture = owned("profilePictureUrl");
            user.metadata = owned("metadata");
            user.vendor_metadata = owned("vendorMetadata");
            user.external_id = owned("externalId");
            user.provider = owned("provider").unwrap_or(user.provider);
            user.is_verified = address.is_verified;
            // A hash that cannot be checked leaves the user without a password.
            let hash = text("passwordHashType").zip(text("passwordHash"));
            if let Some(digest) = hash.and_then(|(kind, hash)| Digest::read(kind, hash)) {
                user.import_password(digest);
            }
            add_factors(&mut user, one, is_factor);
            let id = user.id.clone();
            state.users.insert(user);
            id
        }
    };
    if let Some(user) = state.users.get_mut(&id) {
        user.join(membership);
    }
    if let Some(application) = state.environment.applications.get_mut(&application) {
        application.assign(&id, tenant_id, call.now);
    }
    Ok(id)
}

fn add_factors(user: &mut User, one: &Value, phone_is_factor: bool) {
    if let Some(secret) = one["authenticatorAppMfaSecret"].as_str() {
        user.factors.authenticators.push(Authenticator {
            id: random::uuid(),
            secret: secret.to_owned(),
            last_step: None,
        });
    }
    if let Some(number) = one["phoneNumber"].as_str().filter(|_| phone_is_factor) {
        user.factors.phones.push(Phone {
            id: random::uuid(),
            number: number.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests;
