//! Changing a user's profile.

use serde_json::Value;

use super::profile;
use super::read::unknown;
use crate::http::{Refusal, Reply};
use crate::routes::Call;
use crate::routes::view::user;

/// `PUT users/v1`: tenant and user come from the token, or from headers. What the body leaves out stays.
pub(super) fn in_tenant(call: &Call<'_>) -> Result<Reply, Refusal> {
    let (tenant_id, id) = (call.tenant_id()?, call.user_id()?);
    let mut state = call.state();
    let is_member = |user: &crate::state::users::User| user.membership(tenant_id).is_some();
    if !state.users.get(id).is_some_and(is_member) {
        return Err(unknown());
    }
    profile::change(call, &mut state, id)?;
    let changed = state.users.get(id).ok_or_else(unknown)?;
    let view = user::full(call.settings, &state, changed, tenant_id);
    Ok(Reply::ok(&view))
}

/// `PUT users/v1/{userId}`: the whole profile, whatever the tenant.
pub(super) fn as_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let id = call.param("userId");
    let mut state = call.state();
    if state.users.get(id).is_none() {
        return Err(unknown());
    }
    profile::change(call, &mut state, id)?;
    let clears = call.settings.vendor_update_clears;
    let is_absent = |name: &str| clears && call.body.get(name).is_none();
    if is_absent("phoneNumber") {
        state.users.rename(id, |names| names.phone = None);
    }
    let user = state.users.get_mut(id).ok_or_else(unknown)?;
    for (name, own) in [
        ("name", &mut user.name),
        ("profilePictureUrl", &mut user.picture),
        ("metadata", &mut user.metadata),
    ] {
        if is_absent(name) {
            *own = None;
        }
    }
    for (name, own) in [
        ("vendorMetadata", &mut user.vendor_metadata),
        ("externalId", &mut user.external_id),
    ] {
        if clears || call.body.get(name).is_some() {
            *own = call
                .body
                .get(name)
                .and_then(Value::as_str)
                .map(str::to_owned);
        }
    }
    if let Some(bypasses) = call.flag("mfaBypass").or(clears.then_some(false)) {
        user.bypasses_mfa = bypasses;
    }
    let changed = state.users.get(id).ok_or_else(unknown)?;
    let view = user::full(call.settings, &state, changed, user::home(changed));
    Ok(Reply::ok(&view))
}

#[cfg(test)]
mod tests;
