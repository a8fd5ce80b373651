//! Who has to show a second factor, and which factors there are.

use chrono::TimeDelta;
use http::StatusCode;
use serde_json::{Value, json};

use crate::crypto::random;
use crate::http::{Refusal, Reply, timestamp};
use crate::routes::documents::{scope, set_already, unset};
use crate::routes::{Call, Handler};
use crate::state::documents::ENVIRONMENT;
use crate::state::mfa_rules::{Enforcement, MfaPolicy, MfaRules, Strategy};

pub(crate) const ROUTES: &[(&str, Handler)] = &[
    ("create_mfa_policy", create),
    ("update_mfa_policy", update),
    ("set_mfa_policy", replace),
    ("get_mfa_policy", get),
    ("get_mfa_policy_as_vendor", get_of_environment),
    ("list_mfa_strategies", strategies),
    ("set_mfa_strategy", set_strategy),
    ("get_mfa_configuration", configuration),
    ("set_mfa_configuration", set_configuration),
];

/// The longest time that a device is remembered, ten years.
const LONGEST: i64 = 315_360_000;

fn create(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let policy = changed(call, &fresh(call))?;
    let mut state = call.state();
    if state.mfa.rules.policy_at(scope(call)).is_some() {
        return Err(set_already());
    }
    let body = view(&policy);
    state.mfa.rules.set_policy(scope(call), policy);
    Ok(Reply::created(&body))
}

fn update(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let names = [
        "enforceMFAType",
        "allowRememberMyDevice",
        "mfaDeviceExpiration",
    ];
    if names.iter().all(|name| call.body.get(name).is_none()) {
        return Err(Refusal::bad_request("There is nothing to change"));
    }
    let mut state = call.state();
    let old = state.mfa.rules.policy_at(scope(call)).ok_or_else(unset)?;
    let policy = changed(call, old)?;
    let body = view(&policy);
    state.mfa.rules.set_policy(scope(call), policy);
    Ok(Reply::ok(&body))
}

/// Members that are left out fall back to their defaults.
fn replace(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let mut policy = changed(call, &fresh(call))?;
    let mut state = call.state();
    if let Some(old) = state.mfa.rules.policy_at(scope(call)) {
        policy.id.clone_from(&old.id);
        policy.created_at = old.created_at;
    }
    let body = view(&policy);
    state.mfa.rules.set_policy(scope(call), policy);
    Ok(Reply::ok(&body))
}

fn get(call: &Call<'_>) -> Result<Reply, Refusal> {
    read(call, scope(call))
}

fn get_of_environment(call: &Call<'_>) -> Result<Reply, Refusal> {
    read(call, ENVIRONMENT)
}

fn read(call: &Call<'_>, scope: &str) -> Result<Reply, Refusal> {
    let state = call.state();
    let policy = state.mfa.rules.policy_at(scope).ok_or_else(unset)?;
    Ok(Reply::ok(&view(policy)))
}

/// The policy that an empty body makes.
fn fresh(call: &Call<'_>) -> MfaPolicy {
    MfaPolicy {
        id: random::uuid(),
        enforcement: Enforcement::Force,
        allow_remember: false,
        device_life: TimeDelta::days(14),
        created_at: call.now,
        updated_at: call.now,
    }
}

/// A policy with the members of the body.
fn changed(call: &Call<'_>, old: &MfaPolicy) -> Result<MfaPolicy, Refusal> {
    let enforcement = match call.text("enforceMFAType") {
        Some("DontForce") => Enforcement::DontForce,
        Some("Force") => Enforcement::Force,
        Some("ForceExceptSAML") => Enforcement::ForceExceptSaml,
        _ => old.enforcement,
    };
    let seconds = call.body.get("mfaDeviceExpiration").and_then(Value::as_i64);
    Ok(MfaPolicy {
        id: old.id.clone(),
        enforcement,
        allow_remember: call
            .flag("allowRememberMyDevice")
            .unwrap_or(old.allow_remember),
        device_life: match seconds {
            Some(seconds) => life(seconds, "mfaDeviceExpiration")?,
            None => old.device_life,
        },
        created_at: old.created_at,
        updated_at: call.now,
    })
}

fn view(policy: &MfaPolicy) -> Value {
    json!({
        "id": policy.id,
        "enforceMFAType": match policy.enforcement {
            Enforcement::DontForce => "DontForce",
            Enforcement::Force => "Force",
            Enforcement::ForceExceptSaml => "ForceExceptSAML",
        },
        "allowRememberMyDevice": policy.allow_remember,
        "mfaDeviceExpiration": policy.device_life.num_seconds(),
        "createdAt": timestamp(policy.created_at),
        "updatedAt": timestamp(policy.updated_at),
    })
}

fn strategies(call: &Call<'_>) -> Result<Reply, Refusal> {
    let state = call.state();
    let strategies = Strategy::ALL.map(|one| {
        json!({ "strategy": one.as_str(), "isActive": state.mfa.rules.active.contains(&one) })
    });
    Ok(Reply::ok(&json!({ "strategies": strategies })))
}

fn set_strategy(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let name = call.text("strategy").unwrap_or_default();
    let strategy = Strategy::ALL.into_iter().find(|one| one.as_str() == name);
    let strategy = strategy.ok_or_else(|| Refusal::bad_request("There is no such strategy"))?;
    switch(
        &mut call.state().mfa.rules,
        strategy,
        call.flag("isActive").unwrap_or(false),
    );
    Ok(Reply::empty(StatusCode::CREATED))
}

fn configuration(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    Ok(Reply::ok(&shown(&call.state().mfa.rules)))
}

fn set_configuration(call: &Call<'_>) -> Result<Reply, Refusal> {
    call.needs_environment()?;
    let part = |name| call.body.get(name).filter(|part| part.is_object());
    let lives = |part: Option<&Value>| {
        let seconds = part.and_then(|part| part["tokenLifetimeSeconds"].as_i64());
        seconds
            .map(|seconds| life(seconds, "tokenLifetimeSeconds"))
            .transpose()
    };
    let (sms_life, mail_life) = (lives(part("sms"))?, lives(part("email"))?);
    let mut state = call.state();
    let rules = &mut state.mfa.rules;
    let parts = [
        ("authenticationApp", Strategy::AuthenticatorApp),
        ("sms", Strategy::Sms),
        ("email", Strategy::EmailCode),
    ];
    for (name, strategy) in parts {
        if let Some(is_active) = part(name).and_then(|part| part["active"].as_bool()) {
            switch(rules, strategy, is_active);
        }
    }
    let text = |part: &Value, name: &str| part[name].as_str().map(str::to_owned);
    if let Some(name) = part("authenticationApp").and_then(|part| text(part, "serviceName")) {
        rules.service_name = name;
    }
    if let Some(sender) = part("email").and_then(|part| text(part, "sender")) {
        rules.mail_sender = sender;
    }
    rules.sms_life = sms_life.unwrap_or(rules.sms_life);
    rules.mail_life = mail_life.unwrap_or(rules.mail_life);
    Ok(Reply::created(&shown(rules)))
}

fn shown(rules: &MfaRules) -> Value {
    let is_active = |strategy| rules.active.contains(&strategy);
    json!({
        "authenticationApp": {
            "active": is_active(Strategy::AuthenticatorApp),
            "serviceName": rules.service_name,
        },
        "sms": {
            "active": is_active(Strategy::Sms),
            "tokenLifetimeSeconds": rules.sms_life.num_seconds(),
        },
        "email": {
            "active": is_active(Strategy::EmailCode),
            "tokenLifetimeSeconds": rules.mail_life.num_seconds(),
            "sender": rules.mail_sender,
        },
    })
}

fn switch(rules: &mut MfaRules, strategy: Strategy, is_active: bool) {
    if is_active {
        rules.active.insert(strategy);
    } else {
        rules.active.remove(&strategy);
    }
}

/// A span of time that can be added to any date of the emulator's clock.
fn life(seconds: i64, name: &str) -> Result<TimeDelta, Refusal> {
    let life = TimeDelta::try_seconds(seconds).filter(|_| (1..=LONGEST).contains(&seconds));
    life.ok_or_else(|| Refusal::bad_request(format!("{name} must be from 1 to {LONGEST}")))
}

#[cfg(test)]
mod tests;
