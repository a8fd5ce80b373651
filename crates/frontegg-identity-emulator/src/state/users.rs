//! Users and their memberships in tenants.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

use super::keys::SecurityKey;
use super::mfa::Factors;
use super::table::{Row, Table};

/// Former passwords that are remembered: as many as a history policy can ask for.
const MOST_FORMER: usize = 10;

/// A user.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: String,
    names: Names,
    pub(crate) name: Option<String>,
    pub(crate) picture: Option<String>,
    password: Option<Password>,
    /// The last passwords that were replaced, the newest last.
    pub(crate) former_passwords: Vec<String>,
    /// Whether the password is known to have leaked.
    pub(crate) is_breached: bool,
    /// Whether the e-mail address is verified.
    pub(crate) is_verified: bool,
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

/// What a user can be found by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Names {
    pub(crate) email: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) phone: Option<String>,
}

#[derive(Debug, Clone)]
struct Password {
    text: String,
    changed_at: DateTime<Utc>,
    /// Expired by hand, whatever its age.
    is_expired: bool,
}

/// A user's place in a tenant.
#[derive(Debug, Clone)]
pub(crate) struct Membership {
    pub(crate) tenant_id: String,
    pub(crate) role_ids: Vec<String>,
    pub(crate) is_disabled: bool,
    /// Whether the user has accepted, or was never asked.
    pub(crate) is_activated: bool,
    /// End of a temporary membership.
    pub(crate) expires_at: Option<DateTime<Utc>>,
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
            name: None,
            picture: None,
            password: None,
            former_passwords: Vec::new(),
            is_breached: false,
            is_verified: false,
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

    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    pub(crate) fn email(&self) -> Option<&str> {
        self.names.email.as_deref()
    }

    pub(crate) fn has_password(&self) -> bool {
        self.password.is_some()
    }

    pub(crate) fn is_password(&self, text: &str) -> bool {
        self.password.as_ref().is_some_and(|own| own.text == text)
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

    pub(crate) fn membership(&self, tenant_id: &str) -> Option<&Membership> {
        self.memberships
            .iter()
            .find(|membership| membership.tenant_id == tenant_id)
    }

    pub(crate) fn membership_mut(&mut self, tenant_id: &str) -> Option<&mut Membership> {
        self.memberships
            .iter_mut()
            .find(|membership| membership.tenant_id == tenant_id)
    }

    /// Adds the user to a tenant, which becomes the active one if there was none. A membership that exists stays as is.
    pub(crate) fn join(&mut self, membership: Membership) {
        if self.membership(&membership.tenant_id).is_none() {
            self.active_tenant
                .get_or_insert_with(|| membership.tenant_id.clone());
            self.memberships.push(membership);
        }
    }

    /// Takes the user out of a tenant. Says whether there was such a membership.
    pub(crate) fn leave(&mut self, tenant_id: &str) -> bool {
        let before = self.memberships.len();
        self.memberships
            .retain(|membership| membership.tenant_id != tenant_id);
        self.application_tenants
            .retain(|_, tenant| tenant != tenant_id);
        if self.active_tenant.as_deref() == Some(tenant_id) {
            self.active_tenant = self
                .memberships
                .first()
                .map(|membership| membership.tenant_id.clone());
        }
        self.memberships.len() < before
    }

    /// The tenant that a login leads to: the active one if it is open to the user, else the first that is.
    pub(crate) fn login_tenant(
        &self,
        application_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Option<&str> {
        let of_application = application_id
            .and_then(|id| self.application_tenants.get(id))
            .map(String::as_str);
        let wished = of_application.or(self.active_tenant.as_deref());
        let open = |id: &&str| {
            self.membership(id)
                .is_some_and(|membership| membership.is_open(now))
        };
        wished.filter(open).or_else(|| {
            self.memberships
                .iter()
                .map(|one| one.tenant_id.as_str())
                .find(open)
        })
    }
}

impl Membership {
    /// An activated membership.
    pub(crate) fn new(tenant_id: impl Into<String>, role_ids: Vec<String>) -> Self {
        Self {
            tenant_id: tenant_id.into(),
            role_ids,
            is_disabled: false,
            is_activated: true,
            expires_at: None,
        }
    }

    /// Whether the user may log in to the tenant.
    pub(crate) fn is_open(&self, now: DateTime<Utc>) -> bool {
        !self.is_disabled && self.expires_at.is_none_or(|end| now < end)
    }
}

/// All users, found by id, e-mail address, username or phone number.
#[derive(Debug, Default)]
pub(crate) struct Users {
    table: Table<User>,
    by_email: HashMap<String, String>,
    by_username: HashMap<String, String>,
    by_phone: HashMap<String, String>,
}

impl Users {
    pub(crate) fn insert(&mut self, user: User) {
        self.forget_names(&user.id);
        self.learn_names(&user.id, &user.names);
        self.table.insert(user);
    }

    pub(crate) fn get(&self, id: &str) -> Option<&User> {
        self.table.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut User> {
        self.table.get_mut(id)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<User> {
        self.forget_names(id);
        self.table.remove(id)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &User> {
        self.table.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut User> {
        self.table.iter_mut()
    }

    pub(crate) fn by_email(&self, email: &str) -> Option<&User> {
        self.get(self.by_email.get(&email.to_lowercase())?)
    }

    pub(crate) fn by_username(&self, username: &str) -> Option<&User> {
        self.get(self.by_username.get(&username.to_lowercase())?)
    }

    pub(crate) fn by_phone(&self, phone: &str) -> Option<&User> {
        self.get(self.by_phone.get(&plain_number(phone))?)
    }

    /// The user who already has one of these names, other than `except`.
    pub(crate) fn holder_of(&self, names: &Names, except: Option<&str>) -> Option<&User> {
        let email = names
            .email
            .as_deref()
            .and_then(|email| self.by_email(email));
        let username = names
            .username
            .as_deref()
            .and_then(|username| self.by_username(username));
        let phone = names
            .phone
            .as_deref()
            .and_then(|phone| self.by_phone(phone));
        [email, username, phone]
            .into_iter()
            .flatten()
            .find(|user| Some(user.id.as_str()) != except)
    }

    /// Changes what the user can be found by.
    pub(crate) fn rename(&mut self, id: &str, change: impl FnOnce(&mut Names)) {
        self.forget_names(id);
        if let Some(user) = self.table.get_mut(id) {
            change(&mut user.names);
            let names = user.names.clone();
            self.learn_names(id, &names);
        }
    }

    fn learn_names(&mut self, id: &str, names: &Names) {
        let id = || id.to_owned();
        if let Some(email) = &names.email {
            self.by_email.insert(email.to_lowercase(), id());
        }
        if let Some(username) = &names.username {
            self.by_username.insert(username.to_lowercase(), id());
        }
        if let Some(phone) = &names.phone {
            self.by_phone.insert(plain_number(phone), id());
        }
    }

    fn forget_names(&mut self, id: &str) {
        let Some(names) = self.table.get(id).map(|user| user.names.clone()) else {
            return;
        };
        forget(
            &mut self.by_email,
            names.email.map(|email| email.to_lowercase()),
            id,
        );
        forget(
            &mut self.by_username,
            names.username.map(|username| username.to_lowercase()),
            id,
        );
        forget(
            &mut self.by_phone,
            names.phone.map(|phone| plain_number(&phone)),
            id,
        );
    }
}

fn forget(index: &mut HashMap<String, String>, name: Option<String>, id: &str) {
    if let Some(name) = name
        && index.get(&name).is_some_and(|owner| owner == id)
    {
        index.remove(&name);
    }
}

/// A phone number without its dashes.
fn plain_number(phone: &str) -> String {
    phone.chars().filter(|c| *c != '-' && *c != ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(email: &str) -> Names {
        Names {
            email: Some(email.to_owned()),
            ..Names::default()
        }
    }

    #[test]
    fn users_are_found_by_their_newest_names_whatever_the_case() {
        let now = Utc::now();
        let mut users = Users::default();
        users.insert(User::new("u", names("Ann@Example.com"), now));
        assert!(users.by_email("ann@example.COM").is_some());
        users.rename("u", |names| {
            names.email = Some("bea@example.com".to_owned());
            names.phone = Some("+1-555-0100".to_owned());
        });
        assert!(users.by_email("ann@example.com").is_none());
        assert_eq!(
            users.by_phone("+15550100").map(|user| user.id.as_str()),
            Some("u")
        );
        assert!(users.holder_of(&names("bea@example.com"), None).is_some());
        assert!(
            users
                .holder_of(&names("bea@example.com"), Some("u"))
                .is_none()
        );
        users.remove("u");
        assert!(users.by_email("bea@example.com").is_none());
    }

    #[test]
    fn a_login_leads_to_an_open_tenant() {
        let now = Utc::now();
        let mut user = User::new("u", Names::default(), now);
        assert_eq!(user.login_tenant(None, now), None);
        user.join(Membership::new("a", Vec::new()));
        user.join(Membership::new("b", Vec::new()));
        assert_eq!(user.login_tenant(None, now), Some("a"));
        user.application_tenants
            .insert("app".to_owned(), "b".to_owned());
        assert_eq!(user.login_tenant(Some("app"), now), Some("b"));
        user.membership_mut("a").unwrap().is_disabled = true;
        assert_eq!(user.login_tenant(None, now), Some("b"));
        user.membership_mut("b").unwrap().expires_at = Some(now);
        assert_eq!(user.login_tenant(None, now), None);
        assert!(user.leave("a"));
        assert!(!user.leave("a"));
        assert_eq!(user.active_tenant.as_deref(), Some("b"));
    }

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
