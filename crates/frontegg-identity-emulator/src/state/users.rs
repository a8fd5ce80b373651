//! All users, and whom a name leads to.

mod memberships;
mod names;
mod user;

use std::collections::HashMap;

use chrono::{DateTime, Utc};

pub(crate) use self::memberships::Membership;
pub(crate) use self::names::Names;
pub(crate) use self::user::User;
use super::identifiers::{Identifier, Kind};
use super::table::Table;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_their_newest_names_whatever_the_case() {
        let now = Utc::now();
        let mut users = Users::default();
        users.insert(User::new("u", Names::of_email("Ann@Example.com"), now));
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
        assert!(
            users
                .holder_of(&Names::of_email("bea@example.com"), None)
                .is_some()
        );
        assert!(
            users
                .holder_of(&Names::of_email("bea@example.com"), Some("u"))
                .is_none()
        );
        users.remove("u");
        assert!(users.by_email("bea@example.com").is_none());
    }

    #[test]
    fn a_further_name_counts_once_it_is_verified() {
        let now = Utc::now();
        let mut users = Users::default();
        let mut user = User::new("u", Names::of_email("ann@example.com"), now);
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
        users.insert(User::new("u", Names::of_email("ann@example.com"), now));
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
}
