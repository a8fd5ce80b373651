//! Which tenants a user may enter, and with which roles.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::State;
use super::users::User;

impl State {
    /// Whether the user may log in to the tenant: as a member, as a super-user, or from an account above it.
    pub(crate) fn may_enter(&self, user: &User, tenant_id: &str, now: DateTime<Utc>) -> bool {
        let is_open = |id: &str| user.membership(id).is_some_and(|one| one.is_open(now));
        if user.membership(tenant_id).is_some() {
            is_open(tenant_id)
        } else if user.is_super_user {
            self.tenants.contains(tenant_id)
        } else {
            user.sub_account_access && self.tenants.above(tenant_id).any(is_open)
        }
    }

    /// The tenant that a login leads to: the active one if the user may enter it, else the first that is open to them.
    pub(crate) fn login_tenant<'a>(
        &self,
        user: &'a User,
        application_id: Option<&str>,
        now: DateTime<Utc>,
    ) -> Option<&'a str> {
        user.wished_tenant(application_id)
            .filter(|id| self.may_enter(user, id, now))
            .or_else(|| user.login_tenant(application_id, now))
    }

    /// As [`Self::roles_in`]. If `inherited`, a user who came from an account above has the roles of that one.
    pub(crate) fn roles_with(&self, user: &User, tenant_id: &str, inherited: bool) -> Vec<String> {
        let is_member = user.membership(tenant_id).is_some();
        let from_above = (inherited && user.sub_account_access && !is_member)
            .then(|| {
                self.tenants
                    .above(tenant_id)
                    .find(|id| user.membership(id).is_some())
            })
            .flatten();
        self.roles_in(user, from_above.unwrap_or(tenant_id))
    }

    /// Moves all users of a tenant to another one, with those of their roles that exist there. Sessions in the old one end.
    pub(crate) fn move_users(&mut self, from: &str, to: &str) {
        let mut moved = HashSet::new();
        for user in self.users.iter_mut() {
            let Some(mut membership) = user.membership(from).cloned() else {
                continue;
            };
            to.clone_into(&mut membership.tenant_id);
            membership.role_ids.retain(|id| {
                let role = self.catalogue.roles.get(id);
                role.is_some_and(|role| role.is_open_to(to))
            });
            let was_active = user.active_tenant.as_deref() == Some(from);
            user.join(membership);
            user.leave(from);
            if was_active {
                user.active_tenant = Some(to.to_owned());
            }
            moved.insert(user.id.clone());
        }
        for group in self.groups.iter_mut() {
            if group.tenant_id == from {
                group.user_ids.clear();
            }
        }
        self.sessions.end_all(|session| {
            session.login.tenant_id == from && moved.contains(&session.login.user_id)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::users::{Membership, Names};
    use super::super::{NewRole, NewTenant};
    use super::*;

    fn state(now: DateTime<Utc>) -> State {
        let mut state = State::default();
        state.seed_tenant(NewTenant::new("Top").id("top"), now);
        state.seed_tenant(NewTenant::new("Sub").id("sub").parent("top"), now);
        state.seed_tenant(NewTenant::new("Other").id("other"), now);
        state
    }

    #[test]
    fn sub_accounts_are_open_to_those_who_are_allowed_and_all_to_super_users() {
        let now = Utc::now();
        let state = state(now);
        let mut user = User::new("u", Names::default(), now);
        user.join(Membership::new("top", vec!["r".to_owned()]));
        assert!(!state.may_enter(&user, "sub", now));
        user.sub_account_access = true;
        assert!(state.may_enter(&user, "sub", now) && !state.may_enter(&user, "other", now));
        assert_eq!(state.roles_with(&user, "sub", true), ["r"]);
        assert!(state.roles_with(&user, "sub", false).is_empty());
        assert!(state.roles_with(&user, "other", true).is_empty());
        user.active_tenant = Some("sub".to_owned());
        assert_eq!(state.login_tenant(&user, None, now), Some("sub"));
        user.sub_account_access = false;
        assert_eq!(state.login_tenant(&user, None, now), Some("top"));
        user.is_super_user = true;
        assert!(state.may_enter(&user, "other", now) && !state.may_enter(&user, "gone", now));
        let mut closed = Membership::new("other", Vec::new());
        closed.is_disabled = true;
        user.join(closed);
        assert!(!state.may_enter(&user, "other", now));
    }

    #[test]
    fn moved_users_keep_the_roles_that_exist_there() {
        let now = Utc::now();
        let mut state = state(now);
        let all = state.seed_role(NewRole::new("all"), now);
        let own = state.seed_role(NewRole::new("own").tenant("top"), now);
        let mut user = User::new("u", Names::default(), now);
        user.join(Membership::new("top", vec![all.clone(), own]));
        state.users.insert(user);
        state.move_users("top", "other");
        let user = state.users.get("u").unwrap();
        assert_eq!(user.active_tenant.as_deref(), Some("other"));
        assert_eq!(user.memberships.len(), 1);
        assert_eq!(user.memberships[0].role_ids, [all]);
    }
}
