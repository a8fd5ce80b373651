//! Second factors, and logins that wait for one.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::keys::SecurityKey;
use super::login::{Login, Proof};
use super::mfa_rules::{Enforcement, MfaRules};
use super::users::User;
use crate::crypto::random;

/// The second factors of a user.
#[derive(Debug, Clone, Default)]
pub(crate) struct Factors {
    pub(crate) authenticators: Vec<Authenticator>,
    pub(crate) phones: Vec<Phone>,
    pub(crate) keys: Vec<SecurityKey>,
    pub(crate) recovery_code: Option<String>,
}

impl Factors {
    /// Whether the user has a second factor.
    pub(crate) fn is_enrolled(&self) -> bool {
        !self.authenticators.is_empty() || !self.phones.is_empty() || !self.keys.is_empty()
    }
}

/// An authenticator app.
#[derive(Debug, Clone)]
pub(crate) struct Authenticator {
    pub(crate) id: String,
    /// The shared secret in base32.
    pub(crate) secret: String,
    /// The time step of the last code that was taken; a code counts once.
    pub(crate) last_step: Option<u64>,
}

/// A phone that takes codes by SMS.
#[derive(Debug, Clone)]
pub(crate) struct Phone {
    pub(crate) id: String,
    pub(crate) number: String,
}

/// What stands between a login and its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Nothing,
    /// The user shows a factor.
    Challenge,
    /// The user sets one up.
    Enrolment,
}

/// A login that waits for its second factor.
#[derive(Debug, Clone)]
pub(crate) struct Pending {
    pub(crate) login: Login,
    pub(crate) need: Need,
    pub(crate) expires_at: DateTime<Utc>,
    /// Wrong codes so far.
    pub(crate) failures: u32,
}

/// Policy, remembered devices and waiting logins.
#[derive(Debug, Default)]
pub(crate) struct MfaState {
    pub(crate) rules: MfaRules,
    /// By `mfaToken`.
    pub(crate) pending: HashMap<String, Pending>,
    /// Until when a user is not asked again on a device, by device and user.
    pub(crate) remembered: HashMap<(String, String), DateTime<Utc>>,
}

impl MfaState {
    /// A policy that asks everybody.
    #[cfg(test)]
    pub(crate) fn force(&mut self) {
        self.rules.policy = Some(super::mfa_rules::MfaPolicy {
            id: random::uuid(),
            enforcement: Enforcement::Force,
            allow_remember: true,
            device_life: TimeDelta::days(14),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        });
    }

    /// Whether a login of the user has to wait.
    pub(crate) fn need(&self, user: &User, login: &Login, now: DateTime<Utc>) -> Need {
        let is_remembered = login.from.device.as_ref().is_some_and(|device| {
            self.remembered
                .get(&(device.clone(), user.id.clone()))
                .is_some_and(|until| now < *until)
        });
        if user.bypasses_mfa || login.proofs.len() > 1 {
            return Need::Nothing;
        }
        let is_forced = match self.rules.enforcement_in(&login.tenant_id) {
            Enforcement::DontForce => user.must_enrol,
            Enforcement::Force => true,
            Enforcement::ForceExceptSaml => !login.proofs.contains(&Proof::Sso),
        };
        match (user.factors.is_enrolled(), is_forced) {
            (true, _) if is_remembered => Need::Nothing,
            (true, _) => Need::Challenge,
            (false, true) => Need::Enrolment,
            (false, false) => Need::Nothing,
        }
    }

    /// Lets a login wait, and returns its `mfaToken`.
    pub(crate) fn hold(
        &mut self,
        login: Login,
        need: Need,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) -> String {
        self.pending.retain(|_, pending| now < pending.expires_at);
        let token = random::token();
        self.pending.insert(
            token.clone(),
            Pending {
                login,
                need,
                expires_at: now + life,
                failures: 0,
            },
        );
        token
    }

    /// The login that waits under an `mfaToken`, if that is still good.
    pub(crate) fn waiting(&mut self, token: &str, now: DateTime<Utc>) -> Option<&mut Pending> {
        self.pending
            .get_mut(token)
            .filter(|pending| now < pending.expires_at)
    }

    /// Takes the login out: it has its second factor.
    pub(crate) fn release(
        &mut self,
        token: &str,
        proof: Proof,
        now: DateTime<Utc>,
    ) -> Option<Login> {
        let pending = self
            .pending
            .remove(token)
            .filter(|pending| now < pending.expires_at)?;
        let mut login = pending.login;
        login.proofs.push(proof);
        login.at = now;
        Some(login)
    }
}
