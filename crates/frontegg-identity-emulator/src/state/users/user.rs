//! A user, and the password.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Membership, Names};
use crate::crypto::Digest;
use crate::state::identifiers::Identifier;
use crate::state::keys::SecurityKey;
use crate::state::mfa::Factors;
use crate::state::table::Row;

/// Former passwords that are remembered: as many as a history policy can ask for.
const MOST_FORMER: usize = 10;

/// A user.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(super) names: Names,
    /// All names, the first of each kind (`names`) included.
    pub(super) identifiers: Vec<Identifier>,
    pub(crate) name: Option<String>,
    pub(crate) picture: Option<String>,
    password: Option<Password>,
    /// Stands for a password that came from a former system.
    imported: Option<Digest>,
    /// The last passwords that were replaced, the newest last.
    pub(crate) former_passwords: Vec<String>,
    /// Whether the password is known to have leaked.
    pub(crate) is_breached: bool,
    /// Whether the e-mail address is verified.
    pub(crate) is_verified: bool,
    /// Whether the user signed up and may log in only once verified, by activation or otherwise.
    pub(crate) awaits_activation: bool,
    pub(crate) is_locked: bool,
    /// Logins that failed since the last that succeeded.
    pub(crate) failed_logins: u32,
    pub(crate) is_invisible: bool,
    pub(crate) is_super_user: bool,
    /// Whether MFA is never asked for.
    pub(crate) bypasses_mfa: bool,
    /// Whether MFA has to be set up at the next login. The real service has this only as a policy of all users.
    pub(crate) must_enrol: bool,
    pub(crate) factors: Factors,
    /// Keys to sign in with instead of a password.
    pub(crate) passkeys: Vec<SecurityKey>,
    pub(crate) provider: String,
    pub(crate) external_id: Option<String>,
    /// JSON in a string, as sent.
    pub(crate) metadata: Option<String>,
    pub(crate) vendor_metadata: Option<String>,
    pub(crate) sub_account_access: bool,
    pub(crate) memberships: Vec<Membership>,
    /// The tenant of the next login.
    pub(crate) active_tenant: Option<String>,
    /// The tenant of the next login to an application, where it differs.
    pub(crate) application_tenants: BTreeMap<String, String>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) last_login: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone)]
struct Password {
    text: String,
    changed_at: DateTime<Utc>,
    /// Expired by hand, whatever its age.
    is_expired: bool,
}

impl Row for User {
    fn id(&self) -> &str {
        &self.id
    }
}

impl User {
    pub(crate) fn new(id: impl Into<String>, names: Names, now: DateTime<Utc>) -> Self {
        Self {
            id: id.into(),
            names,
            identifiers: Vec::new(),
            name: None,
            picture: None,
            password: None,
            imported: None,
            former_passwords: Vec::new(),
            is_breached: false,
            is_verified: false,
            awaits_activation: false,
            is_locked: false,
            failed_logins: 0,
            is_invisible: false,
            is_super_user: false,
            bypasses_mfa: false,
            must_enrol: false,
            factors: Factors::default(),
            passkeys: Vec::new(),
            provider: "local".to_owned(),
            external_id: None,
            metadata: None,
            vendor_metadata: None,
            sub_account_access: false,
            memberships: Vec::new(),
            active_tenant: None,
            application_tenants: BTreeMap::new(),
            created_at: now,
            last_login: None,
        }
    }

    pub(crate) fn has_password(&self) -> bool {
        self.password.is_some() || self.imported.is_some()
    }

    pub(crate) fn is_password(&self, text: &str) -> bool {
        match &self.password {
            Some(own) => own.text == text,
            None => self.imported.as_ref().is_some_and(|own| own.is_of(text)),
        }
    }

    /// A new password is neither expired nor breached.
    pub(crate) fn set_password(&mut self, text: impl Into<String>, now: DateTime<Utc>) {
        let new = Password {
            text: text.into(),
            changed_at: now,
            is_expired: false,
        };
        if let Some(former) = self.password.replace(new) {
            self.former_passwords.push(former.text);
            let surplus = self.former_passwords.len().saturating_sub(MOST_FORMER);
            self.former_passwords.drain(..surplus);
        }
        self.is_breached = false;
    }

    /// Takes over a password of which only the digest is known. A password that is set later replaces it.
    pub(crate) fn import_password(&mut self, digest: Digest) {
        self.imported = Some(digest);
    }

    pub(crate) fn expire_password(&mut self) {
        if let Some(password) = &mut self.password {
            password.is_expired = true;
        }
    }

    /// How long the password is good for, if passwords may grow this old. Nothing or less: it has expired.
    pub(crate) fn password_left(
        &self,
        period: Option<TimeDelta>,
        now: DateTime<Utc>,
    ) -> Option<TimeDelta> {
        let password = self.password.as_ref()?;
        if password.is_expired {
            return Some(TimeDelta::zero());
        }
        Some(period? - (now - password.changed_at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_expires_by_age_or_by_hand() {
        let now = Utc::now();
        let period = Some(TimeDelta::days(90));
        let mut user = User::new("u", Names::default(), now);
        assert_eq!(user.password_left(period, now), None);
        user.set_password("one", now);
        assert_eq!(user.password_left(None, now), None);
        assert_eq!(
            user.password_left(period, now + TimeDelta::days(80)),
            Some(TimeDelta::days(10))
        );
        user.expire_password();
        assert_eq!(user.password_left(None, now), Some(TimeDelta::zero()));
        user.set_password("two", now);
        assert_eq!(user.password_left(None, now), None);
        assert_eq!(user.former_passwords, ["one"]);
        assert!(user.is_password("two") && !user.is_password("one"));
    }

    #[test]
    fn only_the_last_former_passwords_are_remembered() {
        let now = Utc::now();
        let mut user = User::new("u", Names::default(), now);
        for number in 0..=20 {
            user.set_password(number.to_string(), now);
        }
        assert_eq!(user.former_passwords.len(), MOST_FORMER);
        assert_eq!(user.former_passwords.last().map(String::as_str), Some("19"));
    }
}
