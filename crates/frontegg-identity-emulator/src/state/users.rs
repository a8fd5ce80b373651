//! Users and their memberships in tenants.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

use super::identifiers::{Identifier, Kind};
use super::keys::SecurityKey;
use super::mfa::Factors;
use super::table::{Row, Table};
use crate::crypto::{Digest, random};

/// Former passwords that are remembered: as many as a history policy can ask for.
const MOST_FORMER: usize = 10;

/// A user.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: String,
    names: Names,
    /// All names, the first of each kind (`names`) included.
    identifiers: Vec<Identifier>,
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

/// What a user is first of all found by: one name of each kind.
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
    /// Names the membership where an application is assigned to it.
    pub(crate) id: String,
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

    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    pub(crate) fn email(&self) -> Option<&str> {
        self.names.email.as_deref()
    }

    /// The names of a kind, in the order in which they came.
    pub(crate) fn identifiers(&self, kind: Kind) -> impl Iterator<Item = &Identifier> {
        self.identifiers.iter().filter(move |one| one.kind == kind)
    }

    pub(crate) fn identifier(&self, kind: Kind, text: &str) -> Option<&Identifier> {
        self.identifiers.iter().find(|one| one.is(kind, text))
    }

    /// Whether it is the first of its kind.
    pub(crate) fn is_primary(&self, identifier: &Identifier) -> bool {
        identifier
            .kind
            .first(&self.names)
            .is_some_and(|first| identifier.is(identifier.kind, first))
    }

    /// Whether a name was shown to be the user's own. For the first address that is what the user's own mark says.
    pub(crate) fn owns(&self, identifier: &Identifier) -> bool {
        match identifier.kind {
            Kind::Email if self.is_primary(identifier) => self.is_verified,
            _ => identifier.is_verified,
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

    /// The tenant that was last chosen, for the application or at all.
    pub(crate) fn wished_tenant(&self, application_id: Option<&str>) -> Option<&str> {
        let of_application = application_id
            .and_then(|id| self.application_tenants.get(id))
            .map(String::as_str);
        of_application.or(self.active_tenant.as_deref())
    }

    /// The tenant that a login leads to: the active one if it is open to the user, else the first that is.
    pub(crate) fn login_tenant(
        &self,
        application_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Option<&str> {
        let wished = self.wished_tenant(application_id);
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
            id: random::uuid(),
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

/// All users, found by id, and by any address, username or phone number of theirs.
#[derive(Debug, Default)]
pub(crate) struct Users {
    table: Table<User>,
    by_name: HashMap<(Kind, String), String>,
}

impl Users {
    pub(crate) fn insert(&mut self, mut user: User) {
        self.forget_names(&user.id);
        let (now, is_verified) = (user.created_at, user.is_verified);
        for kind in Kind::ALL {
            if let Some(first) = kind.first(&user.names).map(str::to_owned)
                && user.identifier(kind, &first).is_none()
            {
                let new = Identifier::new(kind, first, is_verified, now);
                user.identifiers.push(new);
            }
        }
        let id = user.id.clone();
        self.table.insert(user);
        self.learn_names(&id);
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

    pub(crate) fn len(&self) -> usize {
        self.table.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &User> {
        self.table.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut User> {
        self.table.iter_mut()
    }

    pub(crate) fn by_email(&self, email: &str) -> Option<&User> {
        self.by(Kind::Email, email)
    }

    pub(crate) fn by_username(&self, username: &str) -> Option<&User> {
        self.by(Kind::Username, username)
    }

    pub(crate) fn by_phone(&self, phone: &str) -> Option<&User> {
        self.by(Kind::Phone, phone)
    }

    /// The user who answers to a name: their first of its kind, or a further one that is verified.
    fn by(&self, kind: Kind, text: &str) -> Option<&User> {
        let user = self.owner(kind, text)?;
        let own = user.identifier(kind, text)?;
        (user.is_primary(own) || user.owns(own)).then_some(user)
    }

    /// The user who has a name, verified or not.
    pub(crate) fn owner(&self, kind: Kind, text: &str) -> Option<&User> {
        self.get(self.by_name.get(&(kind, kind.plain(text)))?)
    }

    /// The user who already has one of these names, other than `except`.
    pub(crate) fn holder_of(&self, names: &Names, except: Option<&str>) -> Option<&User> {
        Kind::ALL
            .into_iter()
            .filter_map(|kind| self.owner(kind, kind.first(names)?))
            .find(|user| Some(user.id.as_str()) != except)
    }

    /// Changes the first name of each kind. The one before is no longer the user's.
    pub(crate) fn rename(&mut self, id: &str, change: impl FnOnce(&mut Names)) {
        self.change_names(id, |user| {
            let former = user.names.clone();
            change(&mut user.names);
            for kind in Kind::ALL {
                let (old, new) = (kind.first(&former), kind.first(&user.names));
                if old != new {
                    let new = new.map(str::to_owned);
                    let since = user.created_at;
                    user.swap(kind, old, new, false, since);
                }
            }
        });
    }

    /// Replaces the first name of a kind.
    pub(crate) fn replace(
        &mut self,
        id: &str,
        kind: Kind,
        text: &str,
        is_verified: bool,
        now: DateTime<Utc>,
    ) {
        self.change_names(id, |user| {
            let former = kind.first(&user.names).map(str::to_owned);
            kind.set_first(&mut user.names, Some(text.to_owned()));
            user.swap(
                kind,
                former.as_deref(),
                Some(text.to_owned()),
                is_verified,
                now,
            );
            if kind == Kind::Email {
                user.is_verified = is_verified;
            }
        });
    }

    /// Adds a name. It becomes the first of its kind if there is none and it needs no proof any more.
    pub(crate) fn add(&mut self, id: &str, new: Identifier) {
        self.change_names(id, |user| {
            let becomes_first = new.is_verified && new.kind.first(&user.names).is_none();
            let (kind, text) = (new.kind, new.text.clone());
            user.identifiers.push(new);
            if becomes_first {
                user.promote(kind, &text);
            }
        });
    }

    /// Takes note that a name is the user's own. Says whether the user has it.
    pub(crate) fn confirm(&mut self, id: &str, kind: Kind, text: &str, now: DateTime<Utc>) -> bool {
        let mut found = false;
        self.change_names(id, |user| {
            let own = user.identifiers.iter_mut().find(|one| one.is(kind, text));
            let Some(own) = own else { return };
            found = true;
            own.is_verified = true;
            own.updated_at = now;
            match kind.first(&user.names) {
                None => user.promote(kind, text),
                Some(first) if kind == Kind::Email && kind.plain(first) == kind.plain(text) => {
                    user.is_verified = true;
                }
                Some(_) => {}
            }
        });
        found
    }

    /// Makes a name that the user has the first of its kind.
    pub(crate) fn make_primary(&mut self, id: &str, kind: Kind, text: &str) {
        self.change_names(id, |user| user.promote(kind, text));
    }

    /// Removes a name. If it was the first of its kind, the next one that is verified follows.
    pub(crate) fn remove_name(&mut self, id: &str, identifier_id: &str) -> bool {
        let mut found = false;
        self.change_names(id, |user| {
            let place = user
                .identifiers
                .iter()
                .position(|one| one.id == identifier_id);
            let Some(place) = place else { return };
            found = true;
            let was_first = user
                .identifiers
                .get(place)
                .is_some_and(|one| user.is_primary(one));
            let gone = user.identifiers.remove(place);
            if was_first {
                let next = user.identifiers(gone.kind).find(|one| one.is_verified);
                let next = next.map(|one| one.text.clone());
                gone.kind.set_first(&mut user.names, next.clone());
                if gone.kind == Kind::Email {
                    user.is_verified = next.is_some();
                }
            }
        });
        found
    }

    /// The index follows whatever `change` does to a user's names.
    fn change_names(&mut self, id: &str, change: impl FnOnce(&mut User)) {
        self.forget_names(id);
        if let Some(user) = self.table.get_mut(id) {
            change(user);
        }
        self.learn_names(id);
    }

    fn learn_names(&mut self, id: &str) {
        for one in self
            .table
            .get(id)
            .into_iter()
            .flat_map(|user| &user.identifiers)
        {
            let name = (one.kind, one.kind.plain(&one.text));
            self.by_name.insert(name, id.to_owned());
        }
    }

    fn forget_names(&mut self, id: &str) {
        for one in self
            .table
            .get(id)
            .into_iter()
            .flat_map(|user| &user.identifiers)
        {
            let name = (one.kind, one.kind.plain(&one.text));
            if self.by_name.get(&name).is_some_and(|owner| owner == id) {
                self.by_name.remove(&name);
            }
        }
    }
}

impl User {
    /// Puts a name in the place of another one in the list.
    fn swap(
        &mut self,
        kind: Kind,
        old: Option<&str>,
        new: Option<String>,
        is_verified: bool,
        now: DateTime<Utc>,
    ) {
        if let Some(old) = old {
            self.identifiers.retain(|one| !one.is(kind, old));
        }
        if let Some(new) = new {
            self.identifiers.retain(|one| !one.is(kind, &new));
            self.identifiers
                .push(Identifier::new(kind, new, is_verified, now));
        }
    }

    /// Makes a name of the list the first of its kind, and keeps what is known about the one before.
    fn promote(&mut self, kind: Kind, text: &str) {
        let Some(new) = self.identifier(kind, text).cloned() else {
            return;
        };
        let former = kind.first(&self.names).map(str::to_owned);
        if kind == Kind::Email && !self.is_primary(&new) {
            let was_verified = self.is_verified;
            let former = self
                .identifiers
                .iter_mut()
                .find(|one| former.as_deref().is_some_and(|former| one.is(kind, former)));
            if let Some(former) = former {
                former.is_verified = was_verified;
            }
            self.is_verified = new.is_verified;
        }
        kind.set_first(&mut self.names, Some(new.text));
    }
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
    fn a_further_name_counts_once_it_is_verified() {
        let now = Utc::now();
        let mut users = Users::default();
        let mut user = User::new("u", names("ann@example.com"), now);
        user.is_verified = true;
        users.insert(user);
        let new = |kind, text: &str| Identifier::new(kind, text, false, now);
        users.add("u", new(Kind::Email, "Second@example.com"));
        users.add("u", new(Kind::Phone, "+1 555-0100"));
        assert!(users.by_email("second@example.com").is_none());
        assert!(users.by_phone("+15550100").is_none());
        assert!(users.owner(Kind::Phone, "+15550100").is_some());
        assert!(!users.confirm("u", Kind::Email, "third@example.com", now));
        assert!(users.confirm("u", Kind::Email, "SECOND@example.com", now));
        assert!(users.confirm("u", Kind::Phone, "+15550100", now));
        assert!(users.by_email("second@example.com").is_some());
        assert!(users.by_phone("+15550100").is_some());
        let user = users.get("u").unwrap();
        assert_eq!(user.email(), Some("ann@example.com"));
        assert_eq!(user.names().phone.as_deref(), Some("+1 555-0100"));
    }

    #[test]
    fn another_first_address_keeps_the_one_before() {
        let now = Utc::now();
        let mut users = Users::default();
        users.insert(User::new("u", names("ann@example.com"), now));
        users.add(
            "u",
            Identifier::new(Kind::Email, "bea@example.com", true, now),
        );
        users.make_primary("u", Kind::Email, "bea@example.com");
        let user = users.get("u").unwrap();
        assert!(user.is_verified);
        assert_eq!(user.email(), Some("bea@example.com"));
        let former = user.identifier(Kind::Email, "ann@example.com").unwrap();
        assert!(!user.owns(former));
        assert!(users.by_email("ann@example.com").is_none());
        let first = user.identifier(Kind::Email, "bea@example.com").unwrap();
        let first = first.id.clone();
        assert!(users.remove_name("u", &first));
        assert!(!users.remove_name("u", &first));
        let user = users.get("u").unwrap();
        assert_eq!((user.email(), user.is_verified), (None, false));
        assert!(users.owner(Kind::Email, "bea@example.com").is_none());
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
