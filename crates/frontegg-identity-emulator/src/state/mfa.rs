//! Second factors, and logins that wait for one.

use chrono::{DateTime, TimeDelta, Utc};

use super::keys::SecurityKey;
use super::links::end;
use super::login::{Login, Proof};
use super::mfa_rules::{Enforcement, MfaRules, Strategy};
use super::recent::Recent;
use super::users::User;
use crate::crypto::{random, totp};

/// Steps of 30 seconds by which the clock of an authenticator app may be off.
const WINDOW: u32 = 1;

/// The second factors of a user.
#[derive(Debug, Clone, Default)]
pub(crate) struct Factors {
    pub(crate) authenticators: Vec<Authenticator>,
    pub(crate) phones: Vec<Phone>,
    pub(crate) keys: Vec<SecurityKey>,
    pub(crate) recovery_code: Option<String>,
    /// The secret of an app that the signed-in user is setting up.
    pub(crate) offered_secret: Option<String>,
}

impl Factors {
    /// Whether the user has a second factor.
    pub(crate) fn is_enrolled(&self) -> bool {
        self.count() > 0
    }

    pub(crate) fn count(&self) -> usize {
        self.authenticators.len() + self.phones.len() + self.keys.len()
    }

    /// Adds a factor. The first one comes with a recovery code: the one that was promised, or a new one.
    pub(crate) fn add(&mut self, factor: Factor, promised: Option<String>) -> Option<String> {
        let is_first = !self.is_enrolled();
        match factor {
            Factor::Authenticator(one) => self.authenticators.push(one),
            Factor::Phone(one) if self.phones.iter().any(|own| own.number == one.number) => {}
            Factor::Phone(one) => self.phones.push(one),
            Factor::Key(one) => self.keys.push(one),
        }
        if is_first {
            self.recovery_code = Some(promised.unwrap_or_else(random::recovery_code));
        }
        self.recovery_code.clone().filter(|_| is_first)
    }

    /// Takes a code of an authenticator app, of this one or of any. A code counts once.
    pub(crate) fn take_code(
        &mut self,
        device_id: Option<&str>,
        code: &str,
        now: DateTime<Utc>,
    ) -> bool {
        let mut asked = self
            .authenticators
            .iter_mut()
            .filter(|one| device_id.is_none_or(|id| one.id == id));
        asked.any(|one| one.take_code(code, now))
    }

    /// Whether this is the recovery code, however it is typed.
    pub(crate) fn is_recovery_code(&self, text: &str) -> bool {
        let own = self.recovery_code.as_deref();
        own.is_some_and(|own| own.eq_ignore_ascii_case(text.trim()))
    }
}

/// A second factor that is new.
#[derive(Debug, Clone)]
pub(crate) enum Factor {
    Authenticator(Authenticator),
    Phone(Phone),
    Key(SecurityKey),
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

impl Authenticator {
    pub(crate) fn new(secret: impl Into<String>) -> Self {
        Self {
            id: random::uuid(),
            secret: secret.into(),
            last_step: None,
        }
    }

    pub(crate) fn take_code(&mut self, code: &str, now: DateTime<Utc>) -> bool {
        let step = totp::verify(&self.secret, code.trim(), now, WINDOW);
        let is_new = step.is_some_and(|step| self.last_step.is_none_or(|last| step > last));
        if is_new {
            self.last_step = step;
        }
        is_new
    }
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
    /// The session that it renews, if it does not open one.
    pub(crate) session_id: Option<String>,
    /// The app that it was offered.
    pub(crate) offer: Option<Offer>,
}

/// An authenticator app that a login may set up, and the recovery code that goes with it.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub(crate) secret: String,
    pub(crate) recovery_code: String,
}

impl Pending {
    /// What this login is offered; the same each time.
    pub(crate) fn offer(&mut self) -> &Offer {
        self.offer.get_or_insert_with(|| Offer {
            secret: totp::new_secret(),
            recovery_code: random::recovery_code(),
        })
    }
}

/// Policy, remembered devices and waiting logins.
#[derive(Debug, Default)]
pub(crate) struct MfaState {
    pub(crate) rules: MfaRules,
    /// By `mfaToken`.
    pub(crate) pending: Recent<String, Pending>,
    /// Until when a user is not asked again on a device, by device and user.
    pub(crate) remembered: Recent<(String, String), DateTime<Utc>>,
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
        match (user.factors.is_enrolled(), self.is_forced(user, login)) {
            _ if is_remembered => Need::Nothing,
            (true, _) => Need::Challenge,
            (false, true) => Need::Enrolment,
            (false, false) => Need::Nothing,
        }
    }

    /// Whether a login needs a second factor even if the user has none.
    pub(crate) fn is_forced(&self, user: &User, login: &Login) -> bool {
        match self.rules.enforcement_in(&login.tenant_id) {
            Enforcement::DontForce => user.must_enrol,
            Enforcement::Force => true,
            Enforcement::ForceExceptSaml => !login.proofs.contains(&Proof::Sso),
        }
    }

    /// The address to which a user may have a code sent.
    pub(crate) fn address<'a>(&self, user: &'a User) -> Option<&'a str> {
        user.email()
            .filter(|_| self.rules.active.contains(&Strategy::EmailCode))
    }

    /// Does not ask the user again on the device for some time.
    pub(crate) fn remember(
        &mut self,
        device: String,
        user_id: &str,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) {
        self.remembered
            .insert((device, user_id.to_owned()), end(now, life));
    }

    /// Ends the user's waiting logins and forgets the devices.
    pub(crate) fn forget_user(&mut self, user_id: &str) {
        self.pending
            .retain(|_, pending| pending.login.user_id != user_id);
        self.remembered.retain(|(_, user), _| user != user_id);
    }

    /// Lets a login wait, and returns its `mfaToken`. If it is about a session, it renews that one.
    pub(crate) fn hold(
        &mut self,
        login: Login,
        need: Need,
        session_id: Option<String>,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) -> String {
        let token = random::token();
        self.pending.insert(
            token.clone(),
            Pending {
                login,
                need,
                expires_at: end(now, life),
                failures: 0,
                session_id,
                offer: None,
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
    ) -> Option<Pending> {
        let mut pending = self
            .pending
            .remove(token)
            .filter(|pending| now < pending.expires_at)?;
        pending.login.proofs.push(proof);
        pending.login.at = now;
        Some(pending)
    }
}
