//! Links and codes that users get by mail: to activate, to accept an invitation, to reset a password, to unlock.

use chrono::{DateTime, TimeDelta, Utc};

use super::recent::Recent;
use crate::crypto::random;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Purpose {
    Activation,
    Invitation,
    PasswordReset,
    Unlock,
    /// A login. What the link calls its code is the value of the cookie that its asker holds.
    MagicLink,
}

/// A link on its way to a user.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) purpose: Purpose,
    pub(crate) user_id: String,
    /// The tenant of an invitation.
    pub(crate) tenant_id: Option<String>,
    pub(crate) code: Option<String>,
    expires_at: DateTime<Utc>,
    is_used: bool,
}

/// Why a link does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dead {
    /// No such link for this user and purpose.
    Unknown,
    /// Used before, or expired.
    Gone,
    /// The link is good, the code that came along is not.
    WrongCode,
}

/// All links by token.
#[derive(Debug, Default)]
pub(crate) struct Links {
    by_token: Recent<String, Link>,
    /// The newest link for each end: purpose, user and tenant.
    newest: Recent<(Purpose, String, Option<String>), String>,
    /// Tokens that open a link only together with its code, and the link's own tokens.
    halves: Recent<String, String>,
}

impl Links {
    /// Makes a link; those made before for the same end are dead.
    pub(crate) fn make(
        &mut self,
        purpose: Purpose,
        user_id: &str,
        tenant_id: Option<&str>,
        code: Option<String>,
        expires_at: DateTime<Utc>,
    ) -> String {
        let token = random::token();
        let end = (purpose, user_id.to_owned(), tenant_id.map(str::to_owned));
        let former = self.newest.insert(end, token.clone());
        if let Some(link) = former.and_then(|former| self.by_token.get_mut(&former)) {
            link.is_used = true;
        }
        let link = Link {
            purpose,
            user_id: user_id.to_owned(),
            tenant_id: tenant_id.map(str::to_owned),
            code,
            expires_at,
            is_used: false,
        };
        self.by_token.insert(token.clone(), link);
        token
    }

    /// The link under a token, for this user and purpose.
    pub(crate) fn open(
        &self,
        purpose: Purpose,
        user_id: &str,
        token: &str,
        now: DateTime<Utc>,
    ) -> Result<&Link, Dead> {
        let link = self.by_token.get(token).ok_or(Dead::Unknown)?;
        if link.purpose != purpose || link.user_id != user_id {
            Err(Dead::Unknown)
        } else if link.is_used || now >= link.expires_at {
            Err(Dead::Gone)
        } else {
            Ok(link)
        }
    }

    /// A token for a link which, unlike the link's own, is worth nothing without the code.
    pub(crate) fn half(&mut self, token: &str) -> String {
        let half = random::token();
        self.halves.insert(half.clone(), token.to_owned());
        half
    }

    /// The link's own token, if the code is right. Either token will do.
    pub(crate) fn with_code(
        &self,
        purpose: Purpose,
        user_id: &str,
        token: &str,
        code: &str,
        now: DateTime<Utc>,
    ) -> Result<String, Dead> {
        let token = self.halves.get(token).map_or(token, String::as_str);
        let link = self.open(purpose, user_id, token, now)?;
        if link.code.as_deref() == Some(code.trim()) {
            Ok(token.to_owned())
        } else {
            Err(Dead::WrongCode)
        }
    }

    /// Uses a link up.
    pub(crate) fn spend(
        &mut self,
        purpose: Purpose,
        user_id: &str,
        token: &str,
        now: DateTime<Utc>,
    ) -> Result<Link, Dead> {
        let link = self.open(purpose, user_id, token, now)?.clone();
        if let Some(own) = self.by_token.get_mut(token) {
            own.is_used = true;
        }
        Ok(link)
    }

    /// The user that an unlock link belongs to; such links are sent back without the user's id.
    pub(crate) fn user_of(&self, token: &str) -> Option<&str> {
        self.by_token.get(token).map(|link| link.user_id.as_str())
    }

    /// Forgets the links of a user.
    pub(crate) fn forget_user(&mut self, user_id: &str) {
        self.by_token.retain(|_, link| link.user_id != user_id);
        self.newest.retain(|(_, user, _), _| user != user_id);
        let links = &self.by_token;
        self.halves.retain(|_, token| links.contains_key(token));
    }
}

/// The end of a link that is made now.
pub(crate) fn end(now: DateTime<Utc>, life: TimeDelta) -> DateTime<Utc> {
    now.checked_add_signed(life)
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_once_in_time_for_its_user_and_purpose() {
        let now = Utc::now();
        let mut links = Links::default();
        let token = links.make(
            Purpose::PasswordReset,
            "u",
            None,
            None,
            end(now, TimeDelta::hours(1)),
        );
        let open =
            |links: &Links, purpose, user, at| links.open(purpose, user, &token, at).map(|_| ());
        assert_eq!(open(&links, Purpose::PasswordReset, "u", now), Ok(()));
        assert_eq!(
            open(&links, Purpose::Activation, "u", now),
            Err(Dead::Unknown)
        );
        assert_eq!(
            open(&links, Purpose::PasswordReset, "v", now),
            Err(Dead::Unknown)
        );
        assert_eq!(
            open(
                &links,
                Purpose::PasswordReset,
                "u",
                now + TimeDelta::hours(1)
            ),
            Err(Dead::Gone)
        );
        assert!(
            links
                .spend(Purpose::PasswordReset, "u", &token, now)
                .is_ok()
        );
        assert_eq!(
            open(&links, Purpose::PasswordReset, "u", now),
            Err(Dead::Gone)
        );
    }

    #[test]
    fn a_new_link_kills_the_one_before() {
        let now = Utc::now();
        let later = end(now, TimeDelta::MAX);
        let mut links = Links::default();
        let first = links.make(Purpose::Activation, "u", None, None, later);
        let second = links.make(Purpose::Activation, "u", None, None, later);
        assert_eq!(
            links
                .open(Purpose::Activation, "u", &first, now)
                .map(|_| ()),
            Err(Dead::Gone)
        );
        assert!(links.open(Purpose::Activation, "u", &second, now).is_ok());
    }

    #[test]
    fn half_a_link_needs_the_code() {
        let now = Utc::now();
        let later = end(now, TimeDelta::hours(1));
        let mut links = Links::default();
        let purpose = Purpose::Activation;
        let token = links.make(purpose, "u", None, Some("123456".to_owned()), later);
        let half = links.half(&token);
        assert_eq!(
            links.open(purpose, "u", &half, now).map(|_| ()),
            Err(Dead::Unknown)
        );
        assert_eq!(
            links.with_code(purpose, "u", &half, "654321", now),
            Err(Dead::WrongCode)
        );
        for either in [&half, &token] {
            let own = links.with_code(purpose, "u", either, " 123456", now);
            assert_eq!(own, Ok(token.clone()));
        }
        links.forget_user("u");
        assert_eq!(links.halves.iter().count(), 0);
    }
}
