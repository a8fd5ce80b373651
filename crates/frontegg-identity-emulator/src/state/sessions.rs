//! Sessions and their refresh tokens.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use super::links::end;
use super::login::Login;
use super::table::{Row, Table};
use crate::crypto::random;
use crate::settings::Reuse;

/// Spent tokens of a session that are still known as such; older ones are as good as invented.
const MOST_SPENT: usize = 64;

/// A session of a user.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) id: String,
    /// The login that opened it. Its tenant and application are those of the session now.
    pub(crate) login: Login,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    /// Who acts as the user, if somebody does.
    pub(crate) impersonator: Option<String>,
    /// Whether the next refresh asks for the second factor: so it is after a login through another service.
    pub(crate) awaits_mfa: bool,
    refresh_token: String,
    spent: VecDeque<String>,
}

impl Row for Session {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Session {
    pub(crate) fn refresh_token(&self) -> &str {
        &self.refresh_token
    }
}

/// All live sessions, found by id or by refresh token.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    table: Table<Session>,
    tokens: HashMap<String, Issued>,
}

#[derive(Debug, Clone)]
struct Issued {
    session_id: String,
    spent_at: Option<DateTime<Utc>>,
}

/// What a refresh token is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing<'a> {
    /// The newest of this session.
    Newest(&'a str),
    /// Replaced, but it still gives the newest token of this session.
    Forgiven(&'a str),
    /// Replaced, and dead.
    Spent(&'a str),
    /// Never issued, or of a session that has ended.
    Unknown,
}

impl Sessions {
    /// Opens a session.
    pub(crate) fn open(
        &mut self,
        login: Login,
        life: TimeDelta,
        now: DateTime<Utc>,
    ) -> &mut Session {
        let id = random::uuid();
        let refresh_token = random::token();
        self.tokens.insert(
            refresh_token.clone(),
            Issued {
                session_id: id.clone(),
                spent_at: None,
            },
        );
        self.table.insert(Session {
            id: id.clone(),
            login,
            created_at: now,
            expires_at: end(now, life),
            impersonator: None,
            awaits_mfa: false,
            refresh_token,
            spent: VecDeque::new(),
        });
        #[expect(clippy::expect_used, reason = "the row was inserted in the line above")]
        self.table
            .get_mut(&id)
            .expect("the session that was just opened")
    }

    /// What a refresh token is worth now. Changes nothing.
    pub(crate) fn standing(&self, token: &str, reuse: Reuse, now: DateTime<Utc>) -> Standing<'_> {
        let Some(issued) = self.tokens.get(token) else {
            return Standing::Unknown;
        };
        let id = issued.session_id.as_str();
        match (self.live(id, now), issued.spent_at, reuse) {
            (None, ..) => Standing::Unknown,
            (Some(_), None, _) => Standing::Newest(id),
            (Some(_), Some(at), Reuse::Grace(window)) if now - at <= window => {
                Standing::Forgiven(id)
            }
            (Some(_), Some(_), _) => Standing::Spent(id),
        }
    }

    /// Lengthens a session and, if `rotate`, replaces its refresh token. The token that is good from now on is returned.
    pub(crate) fn renew(
        &mut self,
        id: &str,
        life: TimeDelta,
        rotate: bool,
        now: DateTime<Utc>,
    ) -> Option<&str> {
        let session = self.table.get_mut(id)?;
        session.expires_at = end(now, life);
        if rotate {
            let new = random::token();
            let old = std::mem::replace(&mut session.refresh_token, new.clone());
            if let Some(issued) = self.tokens.get_mut(&old) {
                issued.spent_at = Some(now);
            }
            session.spent.push_back(old);
            if session.spent.len() > MOST_SPENT
                && let Some(oldest) = session.spent.pop_front()
            {
                self.tokens.remove(&oldest);
            }
            self.tokens.insert(
                new,
                Issued {
                    session_id: id.to_owned(),
                    spent_at: None,
                },
            );
        }
        Some(&session.refresh_token)
    }

    /// A session that has not expired.
    pub(crate) fn live(&self, id: &str, now: DateTime<Utc>) -> Option<&Session> {
        self.table
            .get(id)
            .filter(|session| now < session.expires_at)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Session> {
        self.table.get_mut(id)
    }

    /// The live session that a refresh token belongs to, spent or not.
    pub(crate) fn of_token(&self, token: &str, now: DateTime<Utc>) -> Option<&Session> {
        self.live(&self.tokens.get(token)?.session_id, now)
    }

    /// The live sessions of a user, the oldest first.
    pub(crate) fn of_user(
        &self,
        user_id: &str,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &Session> {
        self.iter(now)
            .filter(move |session| session.login.user_id == user_id)
    }

    /// All live sessions, the oldest first.
    pub(crate) fn iter(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Session> {
        self.table
            .iter()
            .filter(move |session| now < session.expires_at)
    }

    /// Ends a session. Its tokens are unknown from now on.
    pub(crate) fn end(&mut self, id: &str) -> bool {
        let Some(session) = self.table.remove(id) else {
            return false;
        };
        self.tokens.remove(&session.refresh_token);
        for token in &session.spent {
            self.tokens.remove(token);
        }
        true
    }

    /// Ends the sessions that are chosen.
    pub(crate) fn end_all(&mut self, chosen: impl Fn(&Session) -> bool) {
        let ids: Vec<String> = self
            .table
            .iter()
            .filter(|session| chosen(session))
            .map(|session| session.id.clone())
            .collect();
        for id in ids {
            self.end(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::login::{Origin, Proof};
    use super::*;

    const LIFE: TimeDelta = TimeDelta::days(1);

    fn sessions(now: DateTime<Utc>) -> (Sessions, String, String) {
        let mut sessions = Sessions::default();
        let login = Login {
            user_id: "u".to_owned(),
            tenant_id: "t".to_owned(),
            application_id: None,
            proofs: vec![Proof::Password],
            at: now,
            from: Origin::default(),
            verified_email: false,
        };
        let session = sessions.open(login, LIFE, now);
        let (id, token) = (session.id.clone(), session.refresh_token().to_owned());
        (sessions, id, token)
    }

    #[test]
    fn a_replaced_token_is_spent_and_forgiven_only_within_the_window() {
        let now = Utc::now();
        let (mut sessions, id, first) = sessions(now);
        assert_eq!(
            sessions.standing(&first, Reuse::Refuse, now),
            Standing::Newest(&id)
        );
        let second = sessions.renew(&id, LIFE, true, now).unwrap().to_owned();
        assert_ne!(first, second);
        assert_eq!(
            sessions.standing(&second, Reuse::Refuse, now),
            Standing::Newest(&id)
        );
        assert_eq!(
            sessions.standing(&first, Reuse::Refuse, now),
            Standing::Spent(&id)
        );
        let grace = Reuse::Grace(TimeDelta::seconds(10));
        let later = |seconds| now + TimeDelta::seconds(seconds);
        assert_eq!(
            sessions.standing(&first, grace, later(10)),
            Standing::Forgiven(&id)
        );
        assert_eq!(
            sessions.standing(&first, grace, later(11)),
            Standing::Spent(&id)
        );
        assert_eq!(sessions.standing("other", grace, now), Standing::Unknown);
    }

    #[test]
    fn without_rotation_the_token_stays() {
        let now = Utc::now();
        let (mut sessions, id, token) = sessions(now);
        assert_eq!(
            sessions.renew(&id, LIFE, false, now + LIFE / 2),
            Some(token.as_str())
        );
        assert_eq!(
            sessions.standing(&token, Reuse::Refuse, now + LIFE),
            Standing::Newest(&id)
        );
        assert_eq!(
            sessions.standing(&token, Reuse::Refuse, now + LIFE * 2),
            Standing::Unknown
        );
    }

    #[test]
    fn an_ended_session_leaves_no_token_behind() {
        let now = Utc::now();
        let (mut sessions, id, first) = sessions(now);
        for _ in 0..2 * MOST_SPENT {
            sessions.renew(&id, LIFE, true, now);
        }
        assert_eq!(sessions.tokens.len(), MOST_SPENT + 1);
        assert_eq!(
            sessions.standing(&first, Reuse::Refuse, now),
            Standing::Unknown
        );
        assert!(sessions.end(&id));
        assert!(!sessions.end(&id));
        assert!(sessions.tokens.is_empty());
    }
}
