//! API tokens: pairs of a client id and a secret that are exchanged for access tokens, and the refresh tokens that come
//! with those.

use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

use super::links::end;
use super::table::{Row, Table};
use crate::crypto::random;

/// An API token of a tenant, or of a user in a tenant.
#[derive(Debug, Clone)]
pub(crate) struct ApiToken {
    pub(crate) client_id: String,
    pub(crate) secret: String,
    pub(crate) tenant_id: String,
    /// The owner; none if the token is the tenant's own.
    pub(crate) user_id: Option<String>,
    pub(crate) description: Option<String>,
    /// An object, which access tokens carry as it is.
    pub(crate) metadata: Map<String, Value>,
    /// What a tenant's token may do; a user's may do what its owner may.
    pub(crate) grant: Grant,
    pub(crate) created_by: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    /// None if it never expires.
    pub(crate) expires_at: Option<DateTime<Utc>>,
    /// The refresh tokens that are good, the oldest first.
    live: VecDeque<String>,
}

/// Roles or permissions of a tenant's token, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Grant {
    Roles(Vec<String>),
    Permissions(Vec<String>),
}

impl Row for ApiToken {
    fn id(&self) -> &str {
        &self.client_id
    }
}

impl ApiToken {
    /// A token with a new client id and a new secret that may do nothing and never expires.
    pub(crate) fn new(
        tenant_id: impl Into<String>,
        user_id: Option<String>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            client_id: random::uuid(),
            secret: random::uuid(),
            tenant_id: tenant_id.into(),
            user_id,
            description: None,
            metadata: Map::new(),
            grant: Grant::Roles(Vec::new()),
            created_by: None,
            created_at: now,
            expires_at: None,
            live: VecDeque::new(),
        }
    }

    pub(crate) fn is_live(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }
}

/// All API tokens, found by client id or by refresh token.
#[derive(Debug, Default)]
pub(crate) struct ApiTokens {
    table: Table<ApiToken>,
    refresh: HashMap<String, Issued>,
}

/// A refresh token that is good until it is used, pushed out by newer ones, or too old.
#[derive(Debug, Clone)]
struct Issued {
    client_id: String,
    expires_at: DateTime<Utc>,
}

impl ApiTokens {
    pub(crate) fn insert(&mut self, token: ApiToken) {
        self.remove(&token.client_id);
        self.table.insert(token);
    }

    pub(crate) fn get(&self, client_id: &str) -> Option<&ApiToken> {
        self.table.get(client_id)
    }

    pub(crate) fn get_mut(&mut self, client_id: &str) -> Option<&mut ApiToken> {
        self.table.get_mut(client_id)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &ApiToken> {
        self.table.iter()
    }

    /// Removes a token with its refresh tokens.
    pub(crate) fn remove(&mut self, client_id: &str) -> Option<ApiToken> {
        let token = self.table.remove(client_id)?;
        for refresh in &token.live {
            self.refresh.remove(refresh);
        }
        Some(token)
    }

    /// Removes the tokens that are chosen.
    pub(crate) fn remove_all(&mut self, chosen: impl Fn(&ApiToken) -> bool) {
        let chosen = self.table.iter().filter(|token| chosen(token));
        let ids: Vec<String> = chosen.map(|token| token.client_id.clone()).collect();
        for id in ids {
            self.remove(&id);
        }
    }

    /// A new refresh token. If the API token then has more than `most`, the oldest are dead.
    pub(crate) fn issue(
        &mut self,
        client_id: &str,
        life: TimeDelta,
        most: usize,
        now: DateTime<Utc>,
    ) -> Option<String> {
        let token = self.table.get_mut(client_id)?;
        let new = random::token();
        token.live.push_back(new.clone());
        let is_late = |oldest: &String| {
            let issued = self.refresh.get(oldest);
            issued.is_none_or(|issued| now >= issued.expires_at)
        };
        let late = token.live.iter().take_while(|one| is_late(one)).count();
        // The newest is not among the issued ones yet.
        let late = late.min(token.live.len() - 1);
        let dead = late.max(token.live.len().saturating_sub(most.max(1)));
        for oldest in token.live.drain(..dead) {
            self.refresh.remove(&oldest);
        }
        let issued = Issued {
            client_id: client_id.to_owned(),
            expires_at: end(now, life),
        };
        self.refresh.insert(new.clone(), issued);
        Some(new)
    }

    /// The API token that a refresh token belongs to, if both are good.
    pub(crate) fn of_refresh(&self, refresh: &str, now: DateTime<Utc>) -> Option<&ApiToken> {
        let issued = self.refresh.get(refresh)?;
        let token = self.get(&issued.client_id)?;
        (now < issued.expires_at && token.is_live(now)).then_some(token)
    }

    /// Uses a refresh token up.
    pub(crate) fn spend(&mut self, refresh: &str) {
        if let Some(issued) = self.refresh.remove(refresh)
            && let Some(token) = self.table.get_mut(&issued.client_id)
        {
            token.live.retain(|one| one != refresh);
        }
    }

    /// Lengthens the life of a refresh token that stays.
    pub(crate) fn prolong(&mut self, refresh: &str, life: TimeDelta, now: DateTime<Utc>) {
        if let Some(issued) = self.refresh.get_mut(refresh) {
            issued.expires_at = end(now, life);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIFE: TimeDelta = TimeDelta::days(1);

    fn tokens(now: DateTime<Utc>) -> (ApiTokens, String) {
        let mut tokens = ApiTokens::default();
        let token = ApiToken::new("t", None, now);
        let id = token.client_id.clone();
        tokens.insert(token);
        (tokens, id)
    }

    #[test]
    fn one_more_than_the_most_kills_the_oldest_and_only_that() {
        let now = Utc::now();
        let (mut tokens, id) = tokens(now);
        let mut issue = || tokens.issue(&id, LIFE, 3, now).unwrap();
        let [first, second, third, fourth] = [issue(), issue(), issue(), issue()];
        let is_good = |refresh: &str| tokens.of_refresh(refresh, now).is_some();
        assert!(!is_good(&first));
        assert!(is_good(&second) && is_good(&third) && is_good(&fourth));
        assert_eq!(tokens.refresh.len(), 3);
    }

    #[test]
    fn a_spent_one_makes_room() {
        let now = Utc::now();
        let (mut tokens, id) = tokens(now);
        let first = tokens.issue(&id, LIFE, 2, now).unwrap();
        let second = tokens.issue(&id, LIFE, 2, now).unwrap();
        tokens.spend(&second);
        tokens.issue(&id, LIFE, 2, now).unwrap();
        assert!(tokens.of_refresh(&first, now).is_some());
        assert!(tokens.of_refresh(&second, now).is_none());
    }

    #[test]
    fn late_ones_are_forgotten_and_with_the_token_all() {
        let now = Utc::now();
        let (mut tokens, id) = tokens(now);
        let first = tokens.issue(&id, LIFE, 100, now).unwrap();
        assert!(tokens.of_refresh(&first, now + LIFE).is_none());
        tokens.issue(&id, LIFE, 100, now + LIFE).unwrap();
        assert_eq!(tokens.refresh.len(), 1);
        assert!(tokens.remove(&id).is_some());
        assert!(tokens.refresh.is_empty());
        assert_eq!(tokens.issue(&id, LIFE, 100, now), None);
    }

    #[test]
    fn nothing_is_good_after_the_end_of_the_token_itself() {
        let now = Utc::now();
        let (mut tokens, id) = tokens(now);
        let refresh = tokens.issue(&id, LIFE, 0, now).unwrap();
        tokens.get_mut(&id).unwrap().expires_at = Some(now + LIFE / 2);
        assert!(tokens.of_refresh(&refresh, now).is_some());
        assert!(tokens.of_refresh(&refresh, now + LIFE / 2).is_none());
    }
}
