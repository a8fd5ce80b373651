//! The identity configuration of the environment.
//!
//! What changes how the emulator behaves is a member of the settings; the rest is only kept.

pub(crate) mod senders;
pub(crate) mod strategies;
pub(crate) mod templates;

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::documents::{members, with};
use super::{Call, Handler};
use crate::http::{Refusal, Reply};
use crate::settings::{SameSite, Settings};
use crate::state::State;
use crate::state::documents::{ENVIRONMENT, Kind};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("get_identity_configuration", read),
    ("set_identity_configuration", write),
    ("get_basic_identity_configuration", basic),
    ("get_public_identity_configuration", public),
    ("get_auth_strategies", strategies),
    ("get_public_auth_strategies", strategies),
    ("list_sign_up_strategies", sign_up_strategies),
];

/// The longest life of a token, 180 days.
const LONGEST_LIFE: i64 = 15_552_000;

/// Members that are only kept.
const KEPT: &[&str] = &[
    "machineToMachineAuthStrategy",
    "allowOverridePasswordComplexity",
    "allowOverridePasswordExpiration",
    "allowOverrideEnforcePasswordHistory",
    "forcePermissions",
    "addSamlAttributesToJwt",
    "skipTenantValidation",
    "allowCustomLoginTenantSwitch",
    "authStrategy",
];

fn read(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    Ok(Reply::ok(&shown(call)))
}

fn write(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    if call.text("jwtAlgorithm") == Some("HS256") {
        return Err(Refusal::bad_request(
            "The emulator signs with RS256 and nothing else",
        ));
    }
    let access = life(call, "defaultTokenExpiration")?;
    let refresh = life(call, "defaultRefreshTokenExpiration")?;
    let passwordless = life(call, "defaultPasswordlessTokenExpiration")?;
    let same_site = match call.text("cookieSameSite") {
        Some("STRICT") => Some(SameSite::Strict),
        Some("LAX") => Some(SameSite::Lax),
        Some("NONE") => Some(SameSite::None),
        _ => None,
    };
    call.service.change_settings(|settings| {
        set(&mut settings.access_token_life, access);
        set(&mut settings.refresh_token_life, refresh);
        set(&mut settings.login_code_life, passwordless);
        set(&mut settings.cookie_same_site, same_site);
        let flags = [
            (&mut settings.sign_ups, "allowSignups"),
            (&mut settings.api_tokens_enabled, "apiTokensEnabled"),
            (&mut settings.tenant_invitations, "allowTenantInvitations"),
            (&mut settings.force_same_device, "forceSameDeviceOnAuth"),
            (&mut settings.unverified_login, "allowNotVerifiedUsersLogin"),
            (&mut settings.rotate_refresh_tokens, "rotateRefreshTokens"),
            (&mut settings.roles_in_tokens, "addRolesToJwt"),
            (&mut settings.permissions_in_tokens, "addPermissionsToJwt"),
        ];
        for (flag, name) in flags {
            set(flag, call.flag(name));
        }
    });
    {
        let mut state = call.state();
        let document = with(kept(&state), &members(call.body, KEPT));
        state.documents.set(Kind::Identity, ENVIRONMENT, document);
    }
    Ok(Reply::created(&shown(call)))
}

fn basic(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let names = ["forcePermissions", "machineToMachineAuthStrategy"];
    Ok(Reply::ok(&members(&kept(&call.state()), &names)))
}

fn public(call: &Call<'_>) -> Result<Reply, Refusal> {
    let names = [
        "forcePermissions",
        "authStrategy",
        "machineToMachineAuthStrategy",
    ];
    let own = json!({
        "allowSignups": call.settings.sign_ups,
        "apiTokensEnabled": call.settings.api_tokens_enabled,
        "allowNotVerifiedUsersLogin": call.settings.unverified_login,
    });
    Ok(Reply::ok(&with(
        own,
        &members(&kept(&call.state()), &names),
    )))
}

fn strategies(call: &Call<'_>) -> Result<Reply, Refusal> {
    let main = kept(&call.state())["authStrategy"].clone();
    let secondary =
        ["Passkeys", "SmsCode"].map(|name| json!({ "strategy": name, "isActive": true }));
    Ok(Reply::ok(
        &json!({ "mainAuthStrategies": [{ "strategy": main }], "secondaryAuthStrategies": secondary }),
    ))
}

/// An e-mail address, unless people sign in with usernames.
fn sign_up_strategies(call: &Call<'_>) -> Result<Reply, Refusal> {
    let kept = kept(&call.state());
    let by_username = kept["authStrategy"]
        .as_str()
        .is_some_and(|strategy| strategy.starts_with("Username"));
    let strategy = |name: &str, is_main: bool| json!({ "strategy": name, "isActive": is_main, "isRequired": is_main });
    Ok(Reply::ok(&json!([
        strategy("email", !by_username),
        strategy("username", by_username),
        strategy("phoneNumber", false),
    ])))
}

/// The members that are only kept, as they are now.
pub(crate) fn kept(state: &State) -> Value {
    let defaults = json!({
        "machineToMachineAuthStrategy": "ClientCredentials",
        "allowOverridePasswordComplexity": true,
        "allowOverridePasswordExpiration": true,
        "allowOverrideEnforcePasswordHistory": true,
        "forcePermissions": false,
        "addSamlAttributesToJwt": false,
        "skipTenantValidation": false,
        "allowCustomLoginTenantSwitch": false,
        "authStrategy": "EmailAndPassword",
    });
    match state.documents.get(Kind::Identity, ENVIRONMENT) {
        Some(document) => with(defaults, document),
        None => defaults,
    }
}

fn shown(call: &Call<'_>) -> Value {
    let settings = call.service.settings();
    let kept = super::documents::without(&kept(&call.state()), &["skipTenantValidation"]);
    let own = json!({
        "id": settings.client_id,
        "defaultTokenExpiration": settings.access_token_life.num_seconds(),
        "defaultRefreshTokenExpiration": settings.refresh_token_life.num_seconds(),
        "publicKey": call.service.keys.public_key_pem(),
        "cookieSameSite": same_site(&settings),
        "jwtAlgorithm": "RS256",
        "allowSignups": settings.sign_ups,
        "apiTokensEnabled": settings.api_tokens_enabled,
        "allowTenantInvitations": settings.tenant_invitations,
        "forceSameDeviceOnAuth": settings.force_same_device,
        "defaultPasswordlessTokenExpiration": settings.login_code_life.num_seconds(),
        "allowNotVerifiedUsersLogin": settings.unverified_login,
        "rotateRefreshTokens": settings.rotate_refresh_tokens,
        "addRolesToJwt": settings.roles_in_tokens,
        "addPermissionsToJwt": settings.permissions_in_tokens,
        "refreshTokensRotationLimit": 0,
    });
    with(own, &kept)
}

fn same_site(settings: &Settings) -> &'static str {
    match settings.cookie_same_site {
        SameSite::Strict => "STRICT",
        SameSite::Lax => "LAX",
        SameSite::None => "NONE",
    }
}

fn life(call: &Call<'_>, name: &str) -> Result<Option<TimeDelta>, Refusal> {
    match call.body.get(name).and_then(Value::as_i64) {
        Some(seconds) if (1..=LONGEST_LIFE).contains(&seconds) => {
            Ok(TimeDelta::try_seconds(seconds))
        }
        Some(_) => Err(Refusal::bad_request(format!(
            "{name} must be from 1 to {LONGEST_LIFE}"
        ))),
        None => Ok(None),
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

#[cfg(test)]
mod tests;
